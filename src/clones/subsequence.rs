//! The length of the longest sequence that stands in two sequences, in order.
//!
//! In: two sequences of numbers. Out: a length. The rows of the usual table are kept as bits, 64 of them in one step (Hyyrö,
//! "Bit-parallel LCS-length computation revisited", 2004): thousands of pairs are held against each other, and of most of
//! them nothing but this length is asked.

use rustc_hash::FxHashMap;

/// How many numbers the two have in common, in their order.
pub(super) fn longest(a: &[u32], b: &[u32]) -> usize {
    let words = a.len().div_ceil(64);
    let mut places: FxHashMap<u32, Vec<u64>> = FxHashMap::default();
    for (at, number) in a.iter().enumerate() {
        places.entry(*number).or_insert_with(|| vec![0; words])[at / 64] |= 1 << (at % 64);
    }
    // A bit is clear where the length grows by one.
    let mut row = vec![u64::MAX; words];
    for places in b.iter().filter_map(|number| places.get(number)) {
        let mut carry = false;
        for (bits, places) in row.iter_mut().zip(places) {
            let (sum, over) = bits.overflowing_add(*bits & places);
            let (sum, over_carry) = sum.overflowing_add(u64::from(carry));
            carry = over || over_carry;
            *bits = sum | (*bits & !places);
        }
    }
    let grows = |at: usize| row[at / 64] & (1 << (at % 64)) == 0;
    (0..a.len()).filter(|at| grows(*at)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The usual table.
    fn by_table(a: &[u32], b: &[u32]) -> usize {
        let mut row = vec![0; b.len() + 1];
        for first in a {
            let mut before = 0;
            for (at, second) in b.iter().enumerate() {
                let above = row[at + 1];
                row[at + 1] = if first == second { before + 1 } else { above.max(row[at]) };
                before = above;
            }
        }
        row[b.len()]
    }

    #[test]
    fn against_the_usual_table() {
        assert_eq!(longest(&[], &[1]), 0);
        assert_eq!(longest(&[1, 2, 3], &[3, 2, 1]), 1);
        let mut seed = 3_u32;
        let mut next = |below: u32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) % below
        };
        for _ in 0..200 {
            let a: Vec<u32> = (0..next(200)).map(|_| next(12)).collect();
            let b: Vec<u32> = (0..next(200)).map(|_| next(12)).collect();
            assert_eq!(longest(&a, &b), by_table(&a, &b));
        }
    }
}

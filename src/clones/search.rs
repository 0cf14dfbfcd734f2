//! Which functions may be near twins, without comparing each with each.
//!
//! In: a bag of numbers for each function. Out: pairs that share at least half of the larger bag. Two such bags share
//! one of the rarest numbers of each ("prefix filtering": Chaudhuri, Ganti and Kaushik 2006; for clones Sajnani et al.,
//! SourcererCC, 2016), so an index over these finds all but those that the two bounds below leave out, and its lists
//! are short. It knows no source.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// What more functions than this have among their rarest is common code that nobody copied from another.
const MOST_SHARED: usize = 100;
/// Of more partners those that share the most are compared further.
const MOST_CANDIDATES: usize = 64;

/// A bag in the order in which it is looked up.
struct Bag {
    /// All numbers, also those that no other bag has.
    count: usize,
    /// Ranks of those that another has, the rarest first.
    shared: Vec<u32>,
}

impl Bag {
    /// How many numbers a bag must share with another that is no larger.
    fn least(&self) -> usize {
        self.count.div_ceil(2)
    }

    /// The rarest, of which it must share one; those that no other has stand before them.
    fn rarest(&self) -> &[u32] {
        let prefix = self.count + 1 - self.least();
        let alone = self.count - self.shared.len();
        &self.shared[..prefix.saturating_sub(alone).min(self.shared.len())]
    }
}

/// Pairs of rows whose bags share at least half of the larger one, in order. Empty bags have no partner.
pub(super) fn candidates(bags: &[Vec<u32>]) -> Vec<(u32, u32)> {
    let bags = ranked(bags);
    let mut index: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for (row, bag) in bags.iter().enumerate() {
        for rank in bag.rarest() {
            index.entry(*rank).or_default().push(row as u32);
        }
    }
    let found = (0..bags.len()).into_par_iter().flat_map_iter(|row| partners(&bags, &index, row as u32));
    let mut pairs: Vec<(u32, u32)> = found.collect();
    pairs.sort_unstable();
    pairs
}

/// The partners that come before a row.
fn partners(bags: &[Bag], index: &FxHashMap<u32, Vec<u32>>, row: u32) -> Vec<(u32, u32)> {
    let own = &bags[row as usize];
    let lists = own.rarest().iter().filter_map(|rank| index.get(rank)).filter(|list| list.len() <= MOST_SHARED);
    let mut others: Vec<u32> =
        lists.flat_map(|list| list.iter().copied().take_while(move |other| *other < row)).collect();
    others.sort_unstable();
    others.dedup();
    let enough = others.into_iter().filter_map(|other| {
        let bag = &bags[other as usize];
        let common = common(&own.shared, &bag.shared);
        (common >= own.least().max(bag.least())).then_some((common, other))
    });
    let mut enough: Vec<(usize, u32)> = enough.collect();
    enough.sort_unstable_by_key(|(common, other)| (std::cmp::Reverse(*common), *other));
    enough.truncate(MOST_CANDIDATES);
    enough.into_iter().map(|(_, other)| (other, row)).collect()
}

/// How many numbers two sorted lists share.
fn common(a: &[u32], b: &[u32]) -> usize {
    let (mut at, mut on, mut count) = (0, 0, 0);
    while let (Some(first), Some(second)) = (a.get(at), b.get(on)) {
        match first.cmp(second) {
            std::cmp::Ordering::Less => at += 1,
            std::cmp::Ordering::Greater => on += 1,
            std::cmp::Ordering::Equal => {
                count += 1;
                at += 1;
                on += 1;
            }
        }
    }
    count
}

/// The bags with ranks in place of numbers: the rarer, the smaller. A number that stands twice is two.
fn ranked(bags: &[Vec<u32>]) -> Vec<Bag> {
    let numbered: Vec<Vec<u64>> = bags.iter().map(|bag| numbered(bag)).collect();
    let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
    for number in numbered.iter().flatten() {
        *counts.entry(*number).or_default() += 1;
    }
    let mut order: Vec<(u32, u64)> =
        counts.into_iter().filter(|(_, count)| *count > 1).map(|(number, count)| (count, number)).collect();
    order.sort_unstable();
    let ranks: FxHashMap<u64, u32> =
        order.into_iter().enumerate().map(|(rank, (_, number))| (number, rank as u32)).collect();
    let bag = |numbers: &Vec<u64>| {
        let mut shared: Vec<u32> = numbers.iter().filter_map(|number| ranks.get(number).copied()).collect();
        shared.sort_unstable();
        Bag { count: numbers.len(), shared }
    };
    numbered.iter().map(bag).collect()
}

/// Numbers with how often they stood before.
fn numbered(bag: &[u32]) -> Vec<u64> {
    let mut sorted = bag.to_vec();
    sorted.sort_unstable();
    let mut before = 0;
    let with_count = |at: usize| {
        before = if at > 0 && sorted[at - 1] == sorted[at] { before + 1 } else { 0 };
        (u64::from(sorted[at]) << 32) | before
    };
    (0..sorted.len()).map(with_count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_that_share_half_are_found_and_others_are_not() {
        let bags = [vec![1, 2, 3, 4], vec![1, 2, 9, 8], vec![1, 7, 6, 5], vec![], vec![3, 3, 3, 3], vec![3, 3, 11, 12]];
        assert_eq!(candidates(&bags), [(0, 1), (4, 5)]);
    }

    #[test]
    fn against_comparing_each_with_each() {
        // A fixed sequence that looks like chance.
        let mut seed = 7_u32;
        let mut next = |below: u32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) % below
        };
        let bags: Vec<Vec<u32>> = (0..60).map(|_| (0..4 + next(6)).map(|_| next(30)).collect()).collect();
        let mut expected = vec![];
        for (b, second) in bags.iter().enumerate() {
            for (a, first) in bags[..b].iter().enumerate() {
                let mut left = second.clone();
                let common = first.iter().filter(|it| {
                    let found = left.iter().position(|other| other == *it);
                    found.map(|at| left.swap_remove(at)).is_some()
                });
                if common.count() * 2 >= first.len().max(second.len()) {
                    expected.push((a as u32, b as u32));
                }
            }
        }
        expected.sort_unstable();
        assert_eq!(candidates(&bags), expected);
    }
}

//! Dominators: what is on every way to a node.
//!
//! In: edges between numbers. Out: for each number the nearest on every way from the root to it (Cooper, Harvey, Kennedy: A
//! Simple, Fast Dominance Algorithm). It knows nothing of definitions. petgraph has the same algorithm over hash tables, which
//! took a twentieth of a whole run.

/// A place in the order of the search that is not known.
const UNKNOWN: u32 = u32::MAX;

/// Edges grouped by one of their ends.
struct Grouped {
    /// Where the group of each number starts, and the end of the last one.
    starts: Vec<u32>,
    /// The other ends.
    others: Vec<u32>,
}

impl Grouped {
    fn new(numbers: usize, edges: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        let mut starts = vec![0_u32; numbers + 1];
        for (one, _) in edges.clone() {
            starts[one as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut others = vec![0; starts[numbers] as usize];
        for (one, other) in edges {
            others[next[one as usize] as usize] = other;
            next[one as usize] += 1;
        }
        Grouped { starts, others }
    }

    fn of(&self, number: u32) -> &[u32] {
        &self.others[self.starts[number as usize] as usize..self.starts[number as usize + 1] as usize]
    }
}

/// For each of `numbers` the nearest other on every way from `root`; `None` for the root and for what it does not lead to.
pub(super) fn nearest(numbers: usize, edges: &[(u32, u32)], root: u32) -> Vec<Option<u32>> {
    let after = Grouped::new(numbers, edges.iter().copied());
    let order = postorder(numbers, &after, root);
    let mut place = vec![UNKNOWN; numbers];
    for (at, number) in order.iter().enumerate() {
        place[*number as usize] = at as u32;
    }
    let known = edges.iter().map(|(from, to)| (place[*to as usize], place[*from as usize]));
    let before = Grouped::new(order.len(), known.filter(|(to, from)| *to != UNKNOWN && *from != UNKNOWN));
    let last = order.len() as u32 - 1;
    // By place; the root is the last.
    let mut above = vec![UNKNOWN; order.len()];
    above[last as usize] = last;
    let mut changed = true;
    while changed {
        changed = false;
        for at in (0..last).rev() {
            let reached = before.of(at).iter().copied().filter(|from| above[*from as usize] != UNKNOWN);
            let Some(found) = reached.reduce(|one, other| common(&above, one, other)) else { continue };
            if above[at as usize] != found {
                above[at as usize] = found;
                changed = true;
            }
        }
    }
    let mut nearest = vec![None; numbers];
    for at in 0..last {
        let found = above[at as usize];
        nearest[order[at as usize] as usize] = (found != UNKNOWN).then(|| order[found as usize]);
    }
    nearest
}

/// The nearest that is on every way to both.
fn common(above: &[u32], mut one: u32, mut other: u32) -> u32 {
    while one != other {
        if one < other {
            one = above[one as usize];
        } else {
            other = above[other as usize];
        }
    }
    one
}

/// What the root leads to, each after all that was found behind it; the root is the last.
fn postorder(numbers: usize, after: &Grouped, root: u32) -> Vec<u32> {
    let mut seen = vec![false; numbers];
    seen[root as usize] = true;
    let mut order = vec![];
    let mut open = vec![(root, 0_usize)];
    while let Some((number, at)) = open.last_mut() {
        match after.of(*number).get(*at) {
            Some(next) => {
                *at += 1;
                if !std::mem::replace(&mut seen[*next as usize], true) {
                    open.push((*next, 0));
                }
            }
            None => {
                order.push(*number);
                open.pop();
            }
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn of_a_diamond_with_a_way_back() {
        // 0 leads to 1 and 2, both to 3, that to 4, which leads back to 1; nothing leads to 5.
        let edges = [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (4, 1), (5, 3)];
        assert_eq!(nearest(6, &edges, 0), [None, Some(0), Some(0), Some(0), Some(3), None]);
    }

    #[test]
    fn of_a_chain() {
        assert_eq!(nearest(4, &[(3, 0), (0, 1), (1, 2), (0, 1)], 3), [Some(3), Some(0), Some(1), None]);
    }
}

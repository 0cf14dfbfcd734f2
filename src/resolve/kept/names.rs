//! The names of a file of signatures: text by number, and number by text.
//!
//! In: the text of all names and the sections of a file. Out: answers from these bytes, without interning anything that is
//! not asked for. A name has the number of its place in the order of hashes, so a text is found by the bucket of its hash.

use super::cells::Cells;
use crate::model::{Name, Numbers, name};
use rustc_hash::FxHasher;
use std::cell::RefCell;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::atomic::{AtomicU32, Ordering};

/// A file of signatures in memory.
#[derive(Debug)]
pub(crate) struct File {
    /// Tells files apart, in this process.
    id: u32,
    /// All names, one after the other.
    text: String,
    /// All sections.
    bytes: Vec<u8>,
    /// So many low bits of a hash do not tell the bucket.
    shift: u32,
    /// How many names there are.
    count: usize,
    /// The first number of each bucket, and one more.
    starts: usize,
    /// Hashes by number.
    hashes: usize,
    /// Where the text of each number ends.
    ends: usize,
    /// By number, whether an item goes by this name.
    items: usize,
    /// Numbers of the paths of all that the crate has, by text.
    paths: Range<usize>,
    interned: Cells<Option<Name>>,
}

/// What a text is found by; the same on all machines on which it matters, as files have a sum made with it.
pub(super) fn hash(text: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(text);
    hasher.finish()
}

/// The part of a hash that is kept.
pub(super) fn short(text: &str) -> u32 {
    hash(text.as_bytes()) as u32
}

/// How many low bits of a short hash do not tell the bucket: one or two names go into each.
pub(super) fn shift(count: usize) -> u32 {
    32 - count.checked_ilog2().unwrap_or(0).min(31)
}

/// The bucket of a short hash.
pub(super) fn bucket(hash: u32, shift: u32) -> usize {
    (u64::from(hash) >> shift) as usize
}

/// Parts of a file that are still to be given out, in order.
pub(crate) type Sections = std::vec::IntoIter<Range<usize>>;

/// The sections of a file: one after the other, each behind its length.
fn sections(bytes: &[u8]) -> Option<Vec<Range<usize>>> {
    let (mut all, mut at) = (vec![], 0);
    while at < bytes.len() {
        let start = at + 4;
        at = start.checked_add(number_at(bytes, at)? as usize)?;
        all.push(start..at);
    }
    (at == bytes.len()).then_some(all)
}

fn number_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|four| u32::from_le_bytes(*four))
}

impl File {
    /// The names, `text`, as the first sections of `bytes` have them; and the other sections.
    pub(super) fn new(text: String, bytes: Vec<u8>) -> Option<(Self, Sections)> {
        static IDS: AtomicU32 = AtomicU32::new(0);
        let mut sections = sections(&bytes)?.into_iter();
        let [starts, hashes, ends] = [sections.next()?, sections.next()?, sections.next()?];
        let [items, paths] = [sections.next()?, sections.next()?];
        let count = ends.len() / 4;
        let file = File {
            id: IDS.fetch_add(1, Ordering::Relaxed),
            text,
            bytes,
            shift: shift(count),
            count,
            starts: starts.start,
            hashes: hashes.start,
            ends: ends.start,
            items: items.start,
            paths,
            interned: Cells::new(count),
        };
        Some((file, sections))
    }

    /// The number at an offset.
    pub(crate) fn number(&self, at: usize) -> Option<u32> {
        number_at(&self.bytes, at)
    }

    /// Some of the bytes.
    pub(crate) fn bytes(&self, range: Range<usize>) -> Option<&[u8]> {
        self.bytes.get(range)
    }

    /// The text of a number.
    pub(crate) fn text(&self, number: u32) -> Option<&str> {
        let number = number as usize;
        if number >= self.count {
            return None;
        }
        let start = if number == 0 { 0 } else { self.number(self.ends + 4 * (number - 1))? };
        self.text.get(start as usize..self.number(self.ends + 4 * number)? as usize)
    }

    /// The number of a text; `None` if nothing in the file is named so.
    pub(crate) fn number_of_text(&self, text: &str) -> Option<u32> {
        let hash = short(text);
        let bucket = self.starts + 4 * bucket(hash, self.shift);
        let same = |number: &u32| {
            self.number(self.hashes + 4 * *number as usize) == Some(hash) && self.text(*number) == Some(text)
        };
        (self.number(bucket)?..self.number(bucket + 4)?).find(same)
    }

    /// The number of a name: several tables are asked for the same few names, one after the other.
    pub(crate) fn number_of(&self, name: Name) -> Option<u32> {
        let mut hasher = FxHasher::default();
        name.hash(&mut hasher);
        hasher.write_u32(self.id);
        let place = hasher.finish() as usize % REMEMBERED;
        LATELY.with_borrow_mut(|lately| {
            // Empty until this thread asks for the first time.
            lately.resize(REMEMBERED, None);
            match &mut lately[place] {
                Some(one) if one.name == name && one.file == self.id => one.number,
                other => {
                    let number = self.number_of_text(name.as_str());
                    *other = Some(Asked { name, file: self.id, number });
                    number
                }
            }
        })
    }

    /// Whether an item goes by the name of a number.
    pub(crate) fn is_item(&self, number: u32) -> bool {
        self.bytes.get(self.items + number as usize) == Some(&1)
    }

    /// Calls `found` with the names that stand directly in a module, type or trait; with some more than once.
    pub(crate) fn inside<'f>(&'f self, holder: &str, found: &mut dyn FnMut(&'f str)) {
        let prefix = format!("{holder}::");
        let (mut row, mut high) = (0, self.paths.len() / 4);
        while row < high {
            let middle = usize::midpoint(row, high);
            if self.path(middle).is_some_and(|text| text < prefix.as_str()) {
                row = middle + 1;
            } else {
                high = middle;
            }
        }
        while let Some(path) = self.path(row).filter(|path| path.starts_with(prefix.as_str())) {
            let rest = &path[prefix.len()..];
            match rest.find("::") {
                // All that lies deeper in it has the same name here.
                Some(end) => {
                    found(&rest[..end]);
                    row = self.end_of(row, &path[..prefix.len() + end + 2]);
                }
                None => {
                    found(rest);
                    row += 1;
                }
            }
        }
    }

    /// The path in a row of all that the crate has.
    fn path(&self, row: usize) -> Option<&str> {
        if row >= self.paths.len() / 4 {
            return None;
        }
        self.text(self.number(self.paths.start + 4 * row)?)
    }

    /// The row behind the last path that begins like that of `row`, with `start`.
    fn end_of(&self, row: usize, start: &str) -> usize {
        let begins = |row: usize| self.path(row).is_some_and(|path| path.starts_with(start));
        let mut step = 1;
        while begins(row + step) {
            step *= 2;
        }
        let (mut low, mut high) = (row + step / 2, row + step);
        while high - low > 1 {
            let middle = usize::midpoint(low, high);
            if begins(middle) {
                low = middle;
            } else {
                high = middle;
            }
        }
        high
    }
}

impl Numbers for File {
    fn name(&self, number: u32) -> Option<Name> {
        let read = || self.text(number).map(name);
        self.interned.get_or_init(number as usize, read).copied().flatten()
    }
}

/// So many answers are remembered by each thread.
const REMEMBERED: usize = 4_096;

/// What a file was asked.
#[derive(Clone, Copy)]
struct Asked {
    name: Name,
    file: u32,
    number: Option<u32>,
}

thread_local! {
    /// What files were asked last, by a hash of the question.
    static LATELY: RefCell<Vec<Option<Asked>>> = const { RefCell::new(Vec::new()) };
}

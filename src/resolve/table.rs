//! Tables of signatures, made in memory or kept in a file.
//!
//! In: keys. Out: what stands under them. Of a kept table a value is read when it is first asked for, and stays; what a
//! workspace never speaks of is not read.

use super::kept::{Cells, File, Sections};
use super::types::Head;
use crate::model::{Name, Numbers, by_numbers};
use rustc_hash::FxHashMap;
use serde::de::DeserializeOwned;
use std::collections::hash_map::Entry;
use std::hash::Hash;
use std::sync::Arc;

/// What values are found by: one name or two.
pub(crate) trait Key: Copy + Eq + Hash {
    /// How many names it has, at most.
    const NAMES: usize;

    /// Its names; `None` for what only a workspace has.
    fn names(self) -> Option<(Name, Option<Name>)>;

    /// The key of these names.
    fn of(first: Name, second: Option<Name>) -> Option<Self>;
}

/// Stands in a file in the place of a second name that a key does not have.
pub(super) const MISSING: u32 = u32::MAX;

/// Values by key.
#[derive(Debug)]
pub(crate) struct Table<K, V> {
    made: FxHashMap<K, V>,
    kept: Option<Rows<V>>,
}

/// Values by number.
#[derive(Debug)]
pub(crate) struct List<V> {
    made: Vec<V>,
    kept: Option<Rows<V>>,
}

/// The rows of a table in a file, by key.
#[derive(Debug)]
struct Rows<V> {
    file: Arc<File>,
    count: usize,
    /// Numbers of names, one or two for each row.
    keys: usize,
    /// Where the value of each row ends.
    ends: usize,
    values: usize,
    read: Cells<Option<Box<V>>>,
}

impl<V: DeserializeOwned> Rows<V> {
    fn new(file: &Arc<File>, sections: &mut Sections) -> Option<Self> {
        let [keys, ends, values] = [sections.next()?, sections.next()?, sections.next()?];
        let count = ends.len() / 4;
        let (keys, ends, values) = (keys.start, ends.start, values.start);
        Some(Rows { file: Arc::clone(file), count, keys, ends, values, read: Cells::new(count) })
    }

    fn value(&self, row: usize) -> Option<&V> {
        self.read.get_or_init(row, || self.decoded(row).map(Box::new))?.as_deref()
    }

    fn decoded(&self, row: usize) -> Option<V> {
        if row >= self.count {
            return None;
        }
        let start = if row == 0 { 0 } else { self.file.number(self.ends + 4 * (row - 1))? };
        let end = self.file.number(self.ends + 4 * row)?;
        let bytes = self.file.bytes(self.values + start as usize..self.values + end as usize)?;
        let numbers: Arc<dyn Numbers> = self.file.clone();
        by_numbers(numbers, || postcard::from_bytes(bytes).ok())
    }

    fn row_of<K: Key>(&self, key: K) -> Option<usize> {
        if self.count == 0 {
            return None;
        }
        let (first, second) = key.names()?;
        let first = self.file.number_of(first)?;
        let second = second.map_or(Some(MISSING), |second| self.file.number_of(second))?;
        self.search::<K>(if K::NAMES == 1 { u64::from(first) } else { pair(first, second) })
    }

    fn row_of_text(&self, text: &str) -> Option<usize> {
        if self.count == 0 {
            return None;
        }
        self.search::<Name>(u64::from(self.file.number_of_text(text)?))
    }

    fn search<K: Key>(&self, key: u64) -> Option<usize> {
        let (mut low, mut high) = (0, self.count);
        while low < high {
            let middle = usize::midpoint(low, high);
            let (first, second) = self.numbers::<K>(middle)?;
            match (if K::NAMES == 1 { u64::from(first) } else { pair(first, second) }).cmp(&key) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Some(middle),
            }
        }
        None
    }

    /// The numbers of the names of a row.
    fn numbers<K: Key>(&self, row: usize) -> Option<(u32, u32)> {
        let at = self.keys + 4 * K::NAMES * row;
        let second = if K::NAMES == 1 { MISSING } else { self.file.number(at + 4)? };
        Some((self.file.number(at)?, second))
    }

    fn key<K: Key>(&self, row: usize) -> Option<K> {
        let (first, second) = self.numbers::<K>(row)?;
        let second = if second == MISSING { None } else { Some(self.file.name(second)?) };
        K::of(self.file.name(first)?, second)
    }
}

/// Two numbers as one that is ordered by the first of them.
fn pair(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Table { made: FxHashMap::default(), kept: None }
    }
}

impl<K: Key, V: DeserializeOwned> Table<K, V> {
    /// The one that the next sections of a file hold.
    pub(super) fn kept(file: &Arc<File>, sections: &mut Sections) -> Option<Self> {
        Some(Table { made: FxHashMap::default(), kept: Some(Rows::new(file, sections)?) })
    }

    /// What stands under a key.
    pub(crate) fn get(&self, key: &K) -> Option<&V> {
        match &self.kept {
            None => self.made.get(key),
            Some(kept) => kept.value(kept.row_of(*key)?),
        }
    }

    /// Whether something stands under a key.
    pub(crate) fn contains_key(&self, key: &K) -> bool {
        match &self.kept {
            None => self.made.contains_key(key),
            Some(kept) => kept.row_of(*key).is_some(),
        }
    }

    /// Whether nothing is in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.made.is_empty() && self.kept.as_ref().is_none_or(|kept| kept.count == 0)
    }

    /// All keys, in no order.
    pub(crate) fn keys(&self) -> impl Iterator<Item = K> {
        let rows = self.kept.iter().flat_map(|kept| (0..kept.count).filter_map(move |row| kept.key::<K>(row)));
        self.made.keys().copied().chain(rows)
    }

    /// All values, in no order.
    pub(crate) fn values(&self) -> impl Iterator<Item = &V> {
        let rows = self.kept.iter().flat_map(|kept| (0..kept.count).filter_map(move |row| kept.value(row)));
        self.made.values().chain(rows)
    }

    /// All keys and values, in no order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (K, &V)> {
        let rows = self
            .kept
            .iter()
            .flat_map(|kept| (0..kept.count).filter_map(move |row| Some((kept.key::<K>(row)?, kept.value(row)?))));
        self.made.iter().map(|(key, value)| (*key, value)).chain(rows)
    }

    /// Adds a value to what is made in memory.
    pub(crate) fn insert(&mut self, key: K, value: V) {
        self.made.insert(key, value);
    }

    /// The place of a key in what is made in memory.
    pub(crate) fn entry(&mut self, key: K) -> Entry<'_, K, V> {
        self.made.entry(key)
    }

    /// Adds what was made in memory.
    pub(crate) fn extend(&mut self, other: Self) {
        self.made.extend(other.made);
    }

    /// What is made in memory.
    pub(crate) fn into_made(self) -> FxHashMap<K, V> {
        self.made
    }

    /// The same, read as a whole.
    pub(crate) fn unfolded(self) -> Self {
        let Some(kept) = &self.kept else { return self };
        let made = (0..kept.count).filter_map(|row| Some((kept.key::<K>(row)?, kept.decoded(row)?))).collect();
        Table { made, kept: None }
    }
}

impl<V: DeserializeOwned> Table<Name, V> {
    /// What stands under the name of a text, which nothing need have.
    pub(crate) fn get_text(&self, text: &str) -> Option<&V> {
        match &self.kept {
            None => self.made.get(&crate::model::known_name(text)?),
            Some(kept) => kept.value(kept.row_of_text(text)?),
        }
    }

    /// What stands under names of which the text is wanted, in no order.
    pub(crate) fn where_text(&self, wanted: impl Fn(&str) -> bool) -> Vec<&V> {
        let made = self.made.iter().filter(|(key, _)| wanted(key.as_str())).map(|(_, value)| value);
        let rows = self.kept.iter().flat_map(|kept| (0..kept.count).map(move |row| (kept, row)));
        let is_wanted = |(kept, row): &(&Rows<V>, usize)| {
            let text = kept.numbers::<Name>(*row).and_then(|(first, _)| kept.file.text(first));
            text.is_some_and(&wanted)
        };
        made.chain(rows.filter(is_wanted).filter_map(|(kept, row)| kept.value(row))).collect()
    }
}

impl<V> Default for List<V> {
    fn default() -> Self {
        List { made: vec![], kept: None }
    }
}

impl<V: DeserializeOwned> List<V> {
    /// The one that the next sections of a file hold.
    pub(super) fn kept(file: &Arc<File>, sections: &mut Sections) -> Option<Self> {
        Some(List { made: vec![], kept: Some(Rows::new(file, sections)?) })
    }

    /// The value of a number.
    pub(crate) fn get(&self, at: u32) -> Option<&V> {
        match &self.kept {
            None => self.made.get(at as usize),
            Some(kept) => kept.value(at as usize),
        }
    }

    /// What is made in memory.
    pub(crate) fn made(&self) -> &[V] {
        &self.made
    }

    /// Adds a value to what is made in memory.
    pub(crate) fn push(&mut self, value: V) {
        self.made.push(value);
    }

    /// Adds what was made in memory.
    pub(crate) fn extend(&mut self, other: Self) {
        self.made.extend(other.made);
    }

    /// The same, read as a whole.
    pub(crate) fn unfolded(self) -> Self {
        let Some(kept) = &self.kept else { return self };
        List { made: (0..kept.count).filter_map(|row| kept.decoded(row)).collect(), kept: None }
    }
}

impl Key for Name {
    const NAMES: usize = 1;

    fn names(self) -> Option<(Name, Option<Name>)> {
        Some((self, None))
    }

    fn of(first: Name, _: Option<Name>) -> Option<Self> {
        Some(first)
    }
}

impl Key for Head {
    const NAMES: usize = 1;

    fn names(self) -> Option<(Name, Option<Name>)> {
        Some((path(self)?, None))
    }

    fn of(first: Name, _: Option<Name>) -> Option<Self> {
        Some(Head::Ext(first))
    }
}

impl Key for (Head, Name) {
    const NAMES: usize = 2;

    fn names(self) -> Option<(Name, Option<Name>)> {
        Some((path(self.0)?, Some(self.1)))
    }

    fn of(first: Name, second: Option<Name>) -> Option<Self> {
        Some((Head::Ext(first), second?))
    }
}

impl Key for (Head, Option<Head>) {
    const NAMES: usize = 2;

    fn names(self) -> Option<(Name, Option<Name>)> {
        let second = match self.1 {
            Some(head) => Some(path(head)?),
            None => None,
        };
        Some((path(self.0)?, second))
    }

    fn of(first: Name, second: Option<Name>) -> Option<Self> {
        Some((Head::Ext(first), second.map(Head::Ext)))
    }
}

fn path(head: Head) -> Option<Name> {
    match head {
        Head::Ext(path) => Some(path),
        Head::Own(_) => None,
    }
}

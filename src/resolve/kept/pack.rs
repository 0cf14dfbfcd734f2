//! Signatures as bytes, and back.
//!
//! In: signatures made in memory. Out: the text of all names, and sections in which names are numbers: how a number is found,
//! which names are items, and of each table the keys in order, where each value ends, and the values. Back again nothing is
//! read but where the sections lie.

use super::names::{File, bucket, shift, short};
use crate::model::{Name, Numbers, number_of, with_numbers};
use crate::resolve::sig::Signatures;
use crate::resolve::table::{Key, List, MISSING, Table};
use rustc_hash::FxHashMap;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// Signatures as they are kept.
pub(super) struct Packed {
    /// All names, one after the other.
    pub(super) text: String,
    /// All sections.
    pub(super) bytes: Vec<u8>,
}

/// Packs signatures made in memory; `None` if they cannot be kept.
pub(super) fn packed(signatures: &Signatures) -> Option<Packed> {
    // The first time only tells which names there are.
    let (_, mut names) = with_numbers(vec![], || tables(signatures));
    names.sort_by_cached_key(|name| (short(name.as_str()), name.as_str()));
    let (tables, names) = with_numbers(names, || tables(signatures));
    let mut bytes = vec![];
    dictionary(signatures, &names, &mut bytes)?;
    bytes.extend(tables?);
    Some(Packed { text: names.iter().map(|name| name.as_str()).collect(), bytes })
}

/// Signatures that read themselves as they are asked.
pub(super) fn opened(packed: Packed) -> Option<Signatures> {
    let (file, mut sections) = File::new(packed.text, packed.bytes)?;
    let file = Arc::new(file);
    let next = &mut sections;
    let krate = next.next()?;
    Some(Signatures {
        krate: if krate.is_empty() { None } else { Some(file.name(file.number(krate.start)?)?) },
        fns: Table::kept(&file, next)?,
        traits: Table::kept(&file, next)?,
        inherent: Table::kept(&file, next)?,
        inherent_impls: List::kept(&file, next)?,
        impls: Table::kept(&file, next)?,
        foreign_traits: Table::kept(&file, next)?,
        traits_with: Table::kept(&file, next)?,
        typed: Table::kept(&file, next)?,
        fields: Table::kept(&file, next)?,
        arity: Table::kept(&file, next)?,
        defaults: Table::kept(&file, next)?,
        enum_of: Table::kept(&file, next)?,
        aliases: Table::kept(&file, next)?,
        globs: Table::kept(&file, next)?,
        canonical: Table::kept(&file, next)?,
        deprecated: Table::kept(&file, next)?,
        macros: Table::kept(&file, next)?,
        file: Some(file),
    })
}

/// The sections of all tables, in the order in which they are opened.
fn tables(signatures: &Signatures) -> Option<Vec<u8>> {
    let mut bytes = vec![];
    let out = &mut bytes;
    numbers(signatures.krate.and_then(number_of).into_iter(), out)?;
    table(&signatures.fns, out)?;
    table(&signatures.traits, out)?;
    table(&signatures.inherent, out)?;
    list(&signatures.inherent_impls, out)?;
    table(&signatures.impls, out)?;
    table(&signatures.foreign_traits, out)?;
    table(&signatures.traits_with, out)?;
    table(&signatures.typed, out)?;
    table(&signatures.fields, out)?;
    table(&signatures.arity, out)?;
    table(&signatures.defaults, out)?;
    table(&signatures.enum_of, out)?;
    table(&signatures.aliases, out)?;
    table(&signatures.globs, out)?;
    table(&signatures.canonical, out)?;
    table(&signatures.deprecated, out)?;
    table(&signatures.macros, out)?;
    Some(bytes)
}

fn table<K: Key, V: Serialize + DeserializeOwned>(table: &Table<K, V>, out: &mut Vec<u8>) -> Option<()> {
    let row = |(key, value): (K, _)| {
        let (first, second) = key.names()?;
        Some(([number_of(first)?, second.map_or(Some(MISSING), number_of)?], value))
    };
    let mut rows = table.iter().map(row).collect::<Option<Vec<([u32; 2], &V)>>>()?;
    rows.sort_unstable_by_key(|(key, _)| *key);
    numbers(rows.iter().flat_map(|(key, _)| key[..K::NAMES].iter().copied()), out)?;
    values(rows.into_iter().map(|(_, value)| value), out)
}

fn list<V: Serialize + DeserializeOwned>(list: &List<V>, out: &mut Vec<u8>) -> Option<()> {
    section(&[], out)?;
    values(list.made().iter(), out)
}

/// Where each value ends, and the values.
fn values<'v, V: Serialize + 'v>(all: impl Iterator<Item = &'v V>, out: &mut Vec<u8>) -> Option<()> {
    let mut ends = vec![];
    let mut bytes: Vec<u8> = vec![];
    for value in all {
        bytes = postcard::to_extend(value, bytes).ok()?;
        ends.push(u32::try_from(bytes.len()).ok()?);
    }
    numbers(ends.into_iter(), out)?;
    section(&bytes, out)
}

/// How numbers are found by text, where the text of each ends, which are items, and all paths by text.
fn dictionary(signatures: &Signatures, names: &[Name], out: &mut Vec<u8>) -> Option<()> {
    let shift = shift(names.len());
    let hashes: Vec<u32> = names.iter().map(|name| short(name.as_str())).collect();
    let mut starts = vec![0_u32; (1_usize << (32 - shift)) + 1];
    for hash in &hashes {
        starts[bucket(*hash, shift) + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut end = 0;
    let mut ends = vec![];
    for name in names {
        end += name.len();
        ends.push(u32::try_from(end).ok()?);
    }
    let by_name: FxHashMap<Name, u32> = names.iter().copied().zip(0..).collect();
    let mut items = vec![0_u8; names.len()];
    for number in signatures.items().filter_map(|item| by_name.get(&item)) {
        items[*number as usize] = 1;
    }
    let mut paths: Vec<Name> = signatures.items().chain(signatures.canonical.keys()).collect();
    paths.sort_unstable();
    paths.dedup();
    numbers(starts.into_iter(), out)?;
    numbers(hashes.into_iter(), out)?;
    numbers(ends.into_iter(), out)?;
    section(&items, out)?;
    numbers(paths.iter().filter_map(|path| by_name.get(path).copied()), out)
}

fn numbers(all: impl Iterator<Item = u32>, out: &mut Vec<u8>) -> Option<()> {
    let bytes: Vec<u8> = all.flat_map(u32::to_le_bytes).collect();
    section(&bytes, out)
}

fn section(bytes: &[u8], out: &mut Vec<u8>) -> Option<()> {
    out.extend(u32::try_from(bytes.len()).ok()?.to_le_bytes());
    out.extend_from_slice(bytes);
    Some(())
}

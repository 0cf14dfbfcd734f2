//! What was read of other crates, kept in files for the next time. Where that is not possible, it is read again.
//!
//! In: a path and a way to read. Out: signatures, the same whether they were kept or read. A file is a sum of all that
//! follows, the length of the text of all names, that text, and the sections of [`pack`]. It is taken into memory as it
//! is; what is asked for is read then.

mod cells;
mod names;
mod pack;

pub(super) use cells::Cells;
pub(super) use names::{File, Sections};

use super::sig::Signatures;
use names::hash;
use pack::Packed;
use std::io::{Read, Write};
use std::path::Path;

/// More bytes than this are not worth their place: of such a crate nothing is known. They are bindings, made by a program.
const MOST: usize = 32 << 20;
/// Bytes before the text: the sum and the length.
const HEAD: usize = 12;

/// What is kept in a file, or what `read` reads, kept for the next time; `None` if it is too much or cannot be read.
pub(super) fn kept_or_read(kept: Option<&Path>, read: impl FnOnce() -> Option<Signatures>) -> Option<Signatures> {
    if let Some(known) = kept.and_then(kept_in) {
        return known;
    }
    let signatures = read()?;
    let Some(packed) = pack::packed(&signatures) else { return Some(signatures) };
    let too_much = packed.text.len() + packed.bytes.len() > MOST;
    if let Some(path) = kept {
        // Nothing in the place of too much.
        keep(path, (!too_much).then_some(&packed));
    }
    if too_much { None } else { pack::opened(packed).or(Some(signatures)) }
}

/// `None` if it cannot be read, `Some(None)` if it says that it was too much.
fn kept_in(path: &Path) -> Option<Option<Signatures>> {
    let mut file = std::fs::File::open(path).ok()?;
    let length = file.metadata().ok()?.len();
    if length == 0 {
        return Some(None);
    }
    let mut head = [0; HEAD];
    file.read_exact(&mut head).ok()?;
    let (sum, of_text) = head.split_first_chunk()?;
    let of_text = u64::from(u32::from_le_bytes(*of_text.first_chunk()?));
    let of_bytes = length.checked_sub(HEAD as u64 + of_text)?;
    let mut text = String::with_capacity(usize::try_from(of_text).ok()?);
    Read::take(&file, of_text).read_to_string(&mut text).ok()?;
    let mut bytes = Vec::with_capacity(usize::try_from(of_bytes).ok()?);
    file.read_to_end(&mut bytes).ok()?;
    let packed = Packed { text, bytes };
    // What is damaged, or was written where sums are made otherwise, is read anew.
    (sum_of(&packed) == u64::from_le_bytes(*sum)).then(|| pack::opened(packed))?.map(Some)
}

fn sum_of(packed: &Packed) -> u64 {
    hash(packed.text.as_bytes()) ^ hash(&packed.bytes).rotate_left(1)
}

/// Writes a file as a whole; an empty one if there is nothing to keep.
fn keep(path: &Path, packed: Option<&Packed>) {
    let Some(folder) = path.parent() else { return };
    let _ = std::fs::create_dir_all(folder);
    let Ok(mut file) = tempfile::NamedTempFile::new_in(folder) else { return };
    let written = packed.is_none_or(|packed| write(&mut file, packed).is_ok());
    if written && file.persist(path).is_ok() {
        forget_older(folder, path);
    }
}

fn write(file: &mut impl Write, packed: &Packed) -> std::io::Result<()> {
    // A text is far shorter than the most that is kept.
    let of_text = u32::try_from(packed.text.len()).unwrap_or(u32::MAX);
    file.write_all(&sum_of(packed).to_le_bytes())?;
    file.write_all(&of_text.to_le_bytes())?;
    file.write_all(packed.text.as_bytes())?;
    file.write_all(&packed.bytes)
}

/// What other versions of this program kept of the same crate; the last part of the name tells them apart.
fn forget_older(folder: &Path, path: &Path) {
    let stem = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.rsplit_once('-'));
    let (Some((of, _)), Ok(entries)) = (stem, std::fs::read_dir(folder)) else { return };
    for other in entries.flatten().map(|entry| entry.path()).filter(|other| other != path) {
        let same = other.file_name().and_then(|name| name.to_str()).and_then(|name| name.rsplit_once('-'));
        if same.is_some_and(|(same, _)| same == of) {
            let _ = std::fs::remove_file(other);
        }
    }
}

//! What was read of other crates, kept in files for the next time. Where that is not possible, it is read again.
//!
//! In: a path and a way to read. Out: signatures, the same whether they were kept or read. A file has the names first and
//! then the signatures, in which names are numbers.

use super::sig::Signatures;
use crate::model::{Name, by_numbers, name, with_numbers};
use std::path::Path;
use std::sync::Arc;

/// More bytes than this are not worth their time: of such a crate nothing is known. They are bindings, made by a program.
const MOST: usize = 24 << 20;

/// What is kept in a file, or what `read` reads, kept for the next time; `None` if it is too much.
pub(super) fn kept_or_read(kept: Option<&Path>, read: impl FnOnce() -> Signatures) -> Option<Arc<Signatures>> {
    if let Some(known) = kept.and_then(|path| std::fs::read(path).ok())
        && let Some(signatures) = unpacked(&known)
    {
        return signatures.map(Arc::new);
    }
    let signatures = read();
    let Some(bytes) = packed(&signatures) else { return Some(Arc::new(signatures)) };
    let too_much = bytes.len() > MOST;
    if let Some(path) = kept {
        // Nothing in the place of too much.
        keep(path, if too_much { &[] } else { &bytes });
    }
    (!too_much).then(|| Arc::new(signatures))
}

/// `None` if it cannot be read, `Some(None)` if it says that it was too much.
fn unpacked(bytes: &[u8]) -> Option<Option<Signatures>> {
    if bytes.is_empty() {
        return Some(None);
    }
    let (names, rest): (Vec<&str>, &[u8]) = postcard::take_from_bytes(bytes).ok()?;
    let names = names.into_iter().map(name).collect();
    by_numbers(names, || postcard::from_bytes(rest)).ok().map(Some)
}

fn packed(signatures: &Signatures) -> Option<Vec<u8>> {
    let (rest, names) = with_numbers(|| postcard::to_stdvec(signatures));
    let names: Vec<&str> = names.into_iter().map(Name::as_str).collect();
    let mut bytes = postcard::to_stdvec(&names).ok()?;
    bytes.extend(rest.ok()?);
    Some(bytes)
}

fn keep(path: &Path, bytes: &[u8]) {
    let Some(folder) = path.parent() else { return };
    let _ = std::fs::create_dir_all(folder);
    let Ok(mut file) = tempfile::NamedTempFile::new_in(folder) else { return };
    if std::io::Write::write_all(&mut file, bytes).is_ok() && file.persist(path).is_ok() {
        forget_older(folder, path);
    }
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

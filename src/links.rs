//! Links on the disk. Where the system tells links to folders from links to files, whoever makes one must say which it is.

use std::path::Path;

/// Makes a link to a goal.
///
/// # Errors
/// Something is there already, or the system does not allow it.
#[cfg(unix)]
pub fn symlink(goal: &Path, link: &Path, _is_folder: bool) -> std::io::Result<()> {
    std::os::unix::fs::symlink(goal, link)
}

/// Makes a link to a goal.
///
/// # Errors
/// Something is there already, or the system does not allow it.
#[cfg(windows)]
pub fn symlink(goal: &Path, link: &Path, is_folder: bool) -> std::io::Result<()> {
    if is_folder {
        std::os::windows::fs::symlink_dir(goal, link)
    } else {
        std::os::windows::fs::symlink_file(goal, link)
    }
}

//! Zip archives: the files in one, unpacked within bounds that do not depend on what it says of itself.

use std::io::{Cursor, Read as _};

use zip::{ZipArchive, result::ZipError};

use super::{File, limits, problem::What};

/// What stands before each entry in the list of an archive. Source: PKWARE, *APPNOTE*, 4.3.12.
const LISTED: &[u8] = b"PK\x01\x02";

/// Whether `bytes` begin as an archive does.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// The files in an archive, without those that systems leave in it.
///
/// # Errors
/// It is damaged, locked, too large, or the workbook of a spreadsheet program.
pub(super) fn files(bytes: &[u8]) -> Result<Vec<File>, What> {
    // Counted before the list is read, which takes memory for each.
    if bytes.windows(LISTED.len()).filter(|window| *window == LISTED).count() > limits::FILES {
        return Err(What::TooManyFiles);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| What::BadArchive)?;
    let mut files = Vec::new();
    let mut left = limits::UNPACKED_BYTES;
    for place in 0..archive.len() {
        let entry = archive.by_index(place).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
                What::LockedArchive
            }
            _ => What::BadArchive,
        })?;
        let name = entry.name().map_err(|_| What::BadArchive)?.replace('\\', "/");
        // What every workbook of Excel, and every one of OpenDocument, begins with.
        if name == "[Content_Types].xml" || name == "META-INF/manifest.xml" {
            return Err(What::Workbook);
        }
        if entry.is_dir() || is_of_system(&name) {
            continue;
        }
        // One byte more than is left shows that there is more.
        let mut bytes = Vec::new();
        let bound = u64::try_from(left).unwrap_or(u64::MAX).saturating_add(1);
        entry.take(bound).read_to_end(&mut bytes).map_err(|_| What::BadArchive)?;
        left = left.checked_sub(bytes.len()).ok_or(What::ArchiveTooLarge)?;
        files.push(File { name, bytes });
    }
    Ok(files)
}

/// Whether a system or a program left the file there, unseen.
pub(super) fn is_of_system(name: &str) -> bool {
    name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX" || part == "Thumbs.db")
}

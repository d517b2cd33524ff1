//! The package in a folder, read once for native programs: what the site is made of, and what the tests look at.

use std::{
    fmt,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use sha2::{Digest, Sha256};

use super::{
    Files, Package,
    changes::{self, Version},
    checksum::with_checksum,
    core::Core,
    descriptor,
    embed::to_bytes,
    package::{Whole, decode_whole, open_core},
    problem::Problem,
};
use crate::model::{
    strategy::Strategy,
    text::{Lang, Prose},
};

/// The package of this process.
static OPENED: OnceLock<Opened> = OnceLock::new();

/// A package without problems, and what the site carries of it.
#[derive(Debug)]
struct Opened {
    core: Vec<u8>,
    detail: [Vec<u8>; 2],
    /// Decoded at the first call: who writes the data alone decodes none.
    whole: [OnceLock<Whole>; 2],
    hash: String,
    versions: Vec<Version>,
}

/// Why a folder cannot be opened.
#[derive(Debug)]
pub struct OpenError {
    folder: PathBuf,
    problems: Vec<Problem>,
    versions: Option<String>,
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let folder = self.folder.display();
        for problem in &self.problems {
            writeln!(f, "{folder}/{problem}")?;
        }
        if let Some(problem) = &self.versions {
            writeln!(f, "{folder}/{}: {problem}", descriptor::FILE)?;
        }
        Ok(())
    }
}

impl std::error::Error for OpenError {}

/// Opens the package in `folder` for this process. The first call decides; later ones change nothing.
///
/// # Errors
/// All problems of the package.
pub fn open(folder: &Path) -> Result<(), OpenError> {
    if OPENED.get().is_none() {
        let _is_first = OPENED.set(read(folder)?);
    }
    Ok(())
}

fn read(folder: &Path) -> Result<Opened, OpenError> {
    let files = descriptor::gather(|name| std::fs::read(folder.join(name)).ok());
    let (package, problems) = super::read(&files);
    let versions = changes::problem_of_versions(&files);
    let (Some(Package { tables, prose: [fr, en] }), None) = (package, &versions) else {
        return Err(OpenError { folder: folder.to_owned(), problems, versions });
    };
    let core = to_bytes(&Core::of(&tables));
    let detail = [with_checksum(to_bytes(&(tables.clone(), fr))), with_checksum(to_bytes(&(tables, en)))];
    Ok(Opened {
        whole: Default::default(),
        core,
        hash: hash_of(&files),
        versions: changes::versions(&files),
        detail,
    })
}

/// The SHA-256 of the files, one after the other in the order of their names, in hexadecimal.
fn hash_of(files: &Files) -> String {
    let hash = files.values().fold(Sha256::new(), |hash, bytes| hash.chain_update(bytes)).finalize();
    format!("{hash:x}")
}

/// The opened package: the project's own if nobody has opened another.
///
/// # Panics
/// The project's own data have problems; the message lists them.
fn opened() -> &'static Opened {
    OPENED.get_or_init(|| match read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/data"))) {
        Ok(opened) => opened,
        Err(error) => panic!("the package has problems:\n{error}"),
    })
}

/// The bytes of the section of the module that holds the core.
#[must_use]
pub fn core_bytes() -> &'static [u8] {
    &opened().core
}

/// The core, as the page reads it from its module.
///
/// # Panics
/// The project's own data have problems.
#[must_use]
pub fn core() -> &'static Strategy {
    match open_core(core_bytes()) {
        Some(core) => core,
        None => unreachable!("open_core reads what was written with the same type"),
    }
}

/// The file of the full data with the texts in `lang`, as the browser fetches it.
#[must_use]
pub fn detail_bytes(lang: Lang) -> &'static [u8] {
    &opened().detail[lang as usize]
}

/// The SHA-256 of the files of the package, one after the other in the order of their names, in hexadecimal.
#[must_use]
pub fn content_hash() -> &'static str {
    &opened().hash
}

/// What each version brought, the latest first.
#[must_use]
pub fn versions() -> &'static [Version] {
    &opened().versions
}

/// The full strategy.
#[must_use]
pub fn strategy() -> &'static Strategy {
    &whole(Lang::Fr).strategy
}

/// The long texts in `lang`.
#[must_use]
pub fn prose(lang: Lang) -> &'static Prose {
    &whole(lang).prose
}

fn whole(lang: Lang) -> &'static Whole {
    let Opened { whole, detail, .. } = opened();
    whole[lang as usize].get_or_init(|| match decode_whole(&detail[lang as usize]) {
        Some(whole) => whole,
        None => unreachable!("decode_whole reads what was written with the same type"),
    })
}

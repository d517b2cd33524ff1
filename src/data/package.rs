//! The package as the program meets it: the core in a section of its module, the full data with the texts of one language in a file of its own.

use std::sync::OnceLock;

use super::{
    checksum::{checked, with_checksum},
    core::Core,
    embed::{from_bytes, to_bytes},
};
use crate::model::{
    strategy::{Strategy, Tables},
    text::{Prose, Text},
};

/// The custom section of the page's module that holds the core; the build appends it (WebAssembly core specification, 5.5.3).
pub const CORE_SECTION: &str = "jalons.core";

static CORE: OnceLock<Strategy> = OnceLock::new();

/// Reads the core from the bytes of its section. Returns `None` if they hold none; later calls give what the first one read.
pub fn open_core(bytes: &[u8]) -> Option<&'static Strategy> {
    if CORE.get().is_none() {
        let core: Core = from_bytes(bytes)?;
        let _is_first = CORE.set(Strategy::new(core.into_tables()).ok()?);
    }
    CORE.get()
}

/// The core that [`open_core`] has read: what the first view needs (see [`super::core`]).
#[cfg(target_arch = "wasm32")]
#[must_use]
pub fn core() -> Option<&'static Strategy> {
    CORE.get()
}

/// The whole strategy and the long texts of one language.
#[derive(Clone, Debug)]
pub struct Whole {
    /// All tables.
    pub strategy: Strategy,
    /// The long texts.
    pub prose: Prose,
}

/// The content of a detail file; `None` if the bytes are not one.
#[must_use]
pub fn decode_whole(bytes: &[u8]) -> Option<Whole> {
    let (tables, prose) = decode_parts(bytes)?;
    Some(Whole { strategy: Strategy::new(tables).ok()?, prose })
}

/// The tables and texts of a detail file, which are yet to be put in order; `None` if the bytes are not one.
#[must_use]
pub fn decode_parts(bytes: &[u8]) -> Option<(Tables, Prose)> {
    from_bytes(checked(bytes)?)
}

/// A detail file under another title: that stands first in it. `None` if the bytes are not one under the title `from`.
#[must_use]
pub fn retitled(bytes: &[u8], from: &Text, to: &Text) -> Option<Vec<u8>> {
    let rest = checked(bytes)?.strip_prefix(to_bytes(from).as_slice())?;
    Some(with_checksum([to_bytes(to).as_slice(), rest].concat()))
}

#[cfg(not(target_arch = "wasm32"))]
pub use super::disk::{content_hash, core, core_bytes, detail_bytes, prose, strategy, versions};

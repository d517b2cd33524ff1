//! The package embedded in the program: the core inside the module, the whole with the texts of one language in a file of its own.

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

const CORE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/core.bin"));

/// The embedded core, decoded at the first call: what the first view needs (see [`super::core`]).
///
/// # Panics
/// Never: `build.rs` wrote the bytes from a package without problems, as a test holds.
pub fn core() -> &'static Strategy {
    static CORE_STRATEGY: OnceLock<Strategy> = OnceLock::new();
    CORE_STRATEGY.get_or_init(|| {
        let core: Option<Core> = from_bytes(CORE);
        let strategy = core.and_then(|core| Strategy::new(core.into_tables()).ok());
        match strategy {
            Some(strategy) => strategy,
            None => unreachable!("build.rs embeds a checked package"),
        }
    })
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
pub use native::{content_hash, detail_bytes, prose, strategy, versions};

/// In a browser the whole is fetched after the first view; natively it is embedded like the core.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::sync::OnceLock;

    use super::{Whole, decode_whole};
    use crate::data::{
        changes::{self, Version},
        descriptor::FILE,
    };
    use crate::model::{
        strategy::Strategy,
        text::{Lang, Prose},
    };

    /// The file of the whole with the texts in `lang`, as the browser fetches it.
    #[must_use]
    pub fn detail_bytes(lang: Lang) -> &'static [u8] {
        match lang {
            Lang::Fr => include_bytes!(concat!(env!("OUT_DIR"), "/detail-fr.bin")),
            Lang::En => include_bytes!(concat!(env!("OUT_DIR"), "/detail-en.bin")),
        }
    }

    /// The SHA-256 of the files of the package, one after the other in the order of their names, in hexadecimal.
    #[must_use]
    pub fn content_hash() -> &'static str {
        env!("DATA_SHA256")
    }

    /// What each version brought, the latest first.
    #[must_use]
    pub fn versions() -> &'static [Version] {
        static VERSIONS: OnceLock<Vec<Version>> = OnceLock::new();
        let descriptor = include_bytes!("../../data/datapackage.json").to_vec();
        VERSIONS.get_or_init(|| changes::versions(&[(FILE.to_owned(), descriptor)].into()))
    }

    /// The whole strategy.
    #[must_use]
    pub fn strategy() -> &'static Strategy {
        &whole(Lang::Fr).strategy
    }

    /// The long texts in `lang`.
    #[must_use]
    pub fn prose(lang: Lang) -> &'static Prose {
        &whole(lang).prose
    }

    /// Never fails: `build.rs` wrote the bytes with this very type.
    fn whole(lang: Lang) -> &'static Whole {
        static WHOLE: [OnceLock<Whole>; 2] = [OnceLock::new(), OnceLock::new()];
        WHOLE[lang as usize].get_or_init(|| match decode_whole(detail_bytes(lang)) {
            Some(whole) => whole,
            None => unreachable!("build.rs embeds what decode_whole reads"),
        })
    }
}

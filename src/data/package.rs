//! The package embedded in the program: what every view needs inside it, the long texts of each language apart.

use std::sync::OnceLock;

use crate::model::{strategy::Strategy, text::Prose};

const CORE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/core.postcard"));

/// The embedded strategy, decoded at the first call.
///
/// # Panics
/// Never: `build.rs` wrote the bytes with these very types, and only from a package without problems.
pub fn strategy() -> &'static Strategy {
    static STRATEGY: OnceLock<Strategy> = OnceLock::new();
    STRATEGY.get_or_init(|| {
        let strategy = postcard::from_bytes(CORE).ok().and_then(|tables| Strategy::new(tables).ok());
        match strategy {
            Some(strategy) => strategy,
            None => unreachable!("build.rs embeds a checked package"),
        }
    })
}

/// The long texts in a file `detail-fr` or `detail-en`; `None` if the bytes are not one.
#[must_use]
pub fn decode_prose(bytes: &[u8]) -> Option<Prose> {
    postcard::from_bytes(bytes).ok()
}

#[cfg(not(target_arch = "wasm32"))]
pub use native::{prose, prose_bytes};

/// In a browser the long texts are fetched after the first view; natively they are embedded like the core.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::sync::OnceLock;

    use super::decode_prose;
    use crate::model::text::{Lang, Prose};

    /// The file of the long texts in `lang`, as the browser fetches it.
    #[must_use]
    pub fn prose_bytes(lang: Lang) -> &'static [u8] {
        match lang {
            Lang::Fr => include_bytes!(concat!(env!("OUT_DIR"), "/detail-fr.postcard")),
            Lang::En => include_bytes!(concat!(env!("OUT_DIR"), "/detail-en.postcard")),
        }
    }

    /// The embedded long texts in `lang`.
    ///
    /// # Panics
    /// Never: `build.rs` wrote the bytes with this very type.
    pub fn prose(lang: Lang) -> &'static Prose {
        static PROSE: [OnceLock<Prose>; 2] = [OnceLock::new(), OnceLock::new()];
        PROSE[lang as usize].get_or_init(|| match decode_prose(prose_bytes(lang)) {
            Some(prose) => prose,
            None => unreachable!("build.rs embeds what decode_prose reads"),
        })
    }
}

//! What works beside the page, in a worker: the search over everything. `src/tools.js` calls it; built by `scripts/tools.mjs`.

use std::sync::OnceLock;

use jalons::{
    data::package::decode_whole,
    model::text::Lang,
    search::{
        index::Index,
        results::{Answer, Question},
    },
};
use wasm_bindgen::prelude::*;

static INDEX: OnceLock<Index> = OnceLock::new();

/// Nothing happens before the first call from outside.
fn main() {}

/// Makes the index from the two detail files; false if they are not such files.
#[wasm_bindgen]
pub fn open(fr: &[u8], en: &[u8]) -> bool {
    let (Some(fr), Some(en)) = (decode_whole(fr), decode_whole(en)) else { return false };
    INDEX.get_or_init(|| Index::new(&fr.strategy, [&fr.prose, &en.prose]));
    true
}

/// The answer to a question; nothing if it is none, or nothing was opened.
#[wasm_bindgen]
#[must_use]
pub fn answer(question: JsValue) -> Option<JsValue> {
    let Question { number, query, lang } = serde_wasm_bindgen::from_value(question).ok()?;
    let results = INDEX.get()?.find(&query, Lang::parse(&lang)?);
    serde_wasm_bindgen::to_value(&Answer { number, results }).ok()
}

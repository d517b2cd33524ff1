//! What works beside the page, in a worker: the search over everything, and the files that a reader takes away. `src/tools.js` calls it; built by `scripts/worker.mjs`.

use std::sync::OnceLock;

use jalons::{
    data::{
        package::{Whole, decode_whole},
        writing::Written,
    },
    downloads::making,
    i18n::subject::speak_of,
    model::text::Lang,
    search::{
        index::Index,
        results::{Answer, Question},
    },
    state::filter::Found,
};
use wasm_bindgen::prelude::*;

/// The whole data with the long texts of both languages, French first.
static DATA: OnceLock<[Whole; 2]> = OnceLock::new();
static INDEX: OnceLock<Index> = OnceLock::new();

/// Nothing happens before the first call from outside.
fn main() {}

/// Takes the two detail files, and whether a reader has brought them; false if they are not such files.
#[wasm_bindgen]
pub fn open(fr: &[u8], en: &[u8], is_brought: bool) -> bool {
    let (Some(fr), Some(en)) = (decode_whole(fr), decode_whole(en)) else { return false };
    let [fr, _] = DATA.get_or_init(|| [fr, en]);
    speak_of(is_brought.then_some(&fr.strategy.about().title));
    true
}

/// The index, made for the first question.
fn index() -> Option<&'static Index> {
    let [fr, en] = DATA.get()?;
    Some(INDEX.get_or_init(|| Index::new(&fr.strategy, [&fr.prose, &en.prose])))
}

/// The answer to a question; nothing if it is none, or nothing was opened.
#[wasm_bindgen]
#[must_use]
pub fn answer(question: JsValue) -> Option<JsValue> {
    let Question { number, query, lang } = serde_wasm_bindgen::from_value(question).ok()?;
    let results = index()?.find(&query, Lang::parse(&lang)?);
    serde_wasm_bindgen::to_value(&Answer { number, results }).ok()
}

/// The file of an order; nothing if it is none, or nothing was opened.
#[wasm_bindgen]
#[must_use]
pub fn made(order: JsValue) -> Option<JsValue> {
    let order = serde_wasm_bindgen::from_value(order).ok()?;
    let [fr, en] = DATA.get()?;
    let written = Written { strategy: &fr.strategy, prose: [&fr.prose, &en.prose] };
    let search = |query: &str, lang| Found {
        query: query.to_owned(),
        records: index().map(|index| index.find(query, lang).records).unwrap_or_default(),
    };
    serde_wasm_bindgen::to_value(&making::made(written, &order, search)?).ok()
}

//! Data that were brought, decoded while their reader looks at what came of them: then they are on the page at once.

use std::sync::Arc;

use leptos::prelude::window;
use wasm_bindgen_futures::JsFuture;

use crate::{
    data::package::{decode_parts, retitled},
    model::{
        strategy::Strategy,
        text::{Lang, Prose, Text},
    },
    state::brought::{Brought, Shown},
};

/// What a page needs to show data that were brought.
pub struct Prepared {
    brought: Brought,
    strategy: Strategy,
    prose: [Arc<Prose>; 2],
}

impl Prepared {
    /// Decodes data that were brought, in steps between which the page can answer; nothing if they cannot be.
    pub async fn of(brought: Brought) -> Option<Self> {
        let [fr, en] = &brought.details;
        pause().await;
        let (tables, french) = decode_parts(fr)?;
        let french = Arc::new(french);
        pause().await;
        let english = if Arc::ptr_eq(en, fr) { french.clone() } else { Arc::new(decode_parts(en)?.1) };
        pause().await;
        let strategy = Strategy::new(tables).ok()?;
        Some(Self { brought, strategy, prose: [french, english] })
    }

    /// As the page shows it, under the title that its reader has given in a language, if any: kept for as long as the page,
    /// as the data that it comes with are.
    #[must_use]
    pub fn shown(self, given: Option<(&str, Lang)>) -> Option<Shown> {
        let Self { mut brought, mut strategy, prose } = self;
        let known = &strategy.about().title;
        // What was told in the reader's language is what the reader has changed.
        if let Some((title, _)) =
            given.filter(|(title, lang)| !title.is_empty() && *title != known.get(*lang))
        {
            let title = Text { fr: title.to_owned(), en: title.to_owned() };
            for detail in &mut brought.details {
                *detail = Arc::new(retitled(detail, known, &title)?);
            }
            strategy = strategy.titled(title);
        }
        let brought: &'static Brought = Box::leak(Box::new(brought));
        Some(Shown { strategy: Box::leak(Box::new(strategy)), brought: Some((brought, prose)) })
    }
}

/// Lets the page answer what has been asked of it meanwhile.
async fn pause() {
    let mut later = |resume: js_sys::Function, _| {
        let _never_fails = window().set_timeout_with_callback(&resume);
    };
    let _always_comes = JsFuture::from(js_sys::Promise::new(&mut later)).await;
}

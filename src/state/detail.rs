//! The whole strategy with its long texts: fetched after the first view, one language at a time, and asked for again on request.

use leptos::prelude::*;
use std::sync::Arc;

#[cfg(target_arch = "wasm32")]
use super::fetching::fetching_detail;
use crate::{
    data::package::Whole,
    model::{
        strategy::Strategy,
        text::{Lang, Prose, ProseId},
    },
};

/// How far the long texts of a language have come.
#[derive(Clone, Debug, Default)]
pub enum Detail {
    /// Not asked for yet.
    #[default]
    Wanted,
    /// On their way.
    Loading,
    /// There.
    Ready(Arc<Prose>),
    /// They could not be had; the reader may ask again.
    Failed,
}

/// A text of a record, as far as it is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// The record has no such text.
    Nothing,
    /// It is still on its way.
    Pending,
    /// It cannot be had for now.
    Missing,
    /// It says this.
    Text(String),
}

/// Reads a detail file; nothing if it is not one.
pub type Decoder = fn(&[u8]) -> Option<Whole>;

/// The decoder comes with the code that needs the whole, after the first view, and perhaps after a file.
#[derive(Default)]
struct Decoding {
    decoder: Option<Decoder>,
    /// Files that came before it.
    waiting: Vec<(Lang, Vec<u8>)>,
}

/// The whole strategy and the long texts of both languages. Copy: pass it freely.
#[derive(Clone, Copy)]
pub struct Details {
    whole: RwSignal<Option<&'static Strategy>>,
    decoding: StoredValue<Decoding>,
    fr: RwSignal<Detail>,
    en: RwSignal<Detail>,
}

impl Details {
    /// Nothing is there yet.
    #[must_use]
    pub fn wanted() -> Self {
        Self {
            whole: RwSignal::new(None),
            decoding: StoredValue::new(Decoding::default()),
            fr: RwSignal::new(Detail::Wanted),
            en: RwSignal::new(Detail::Wanted),
        }
    }

    /// Everything is there: in tests, when prerendering, and in a single file.
    #[must_use]
    pub fn ready(strategy: &'static Strategy, prose: [Arc<Prose>; 2]) -> Self {
        let [fr, en] = prose.map(|prose| RwSignal::new(Detail::Ready(prose)));
        Self { whole: RwSignal::new(Some(strategy)), decoding: StoredValue::new(Decoding::default()), fr, en }
    }

    /// The whole strategy, once it is there.
    #[must_use]
    pub fn whole(self) -> Option<&'static Strategy> {
        self.whole.get()
    }

    /// The texts of a language.
    #[must_use]
    pub fn of(self, lang: Lang) -> RwSignal<Detail> {
        match lang {
            Lang::Fr => self.fr,
            Lang::En => self.en,
        }
    }

    /// One text in a language.
    #[must_use]
    pub fn said(self, id: ProseId, lang: Lang) -> Said {
        if id == ProseId::NONE {
            return Said::Nothing;
        }
        self.of(lang).with(|detail| match detail {
            Detail::Wanted | Detail::Loading => Said::Pending,
            Detail::Failed => Said::Missing,
            Detail::Ready(prose) => prose.get(id).map_or(Said::Nothing, |text| Said::Text(text.to_owned())),
        })
    }

    /// Asks for the texts of a language unless they are there or on their way.
    pub fn fetch(self, lang: Lang) {
        let detail = self.of(lang);
        if detail.with_untracked(|detail| matches!(detail, Detail::Loading | Detail::Ready(_))) {
            return;
        }
        detail.set(Detail::Loading);
        fetch_detail(lang, move |bytes| {
            match (bytes, self.decoding.with_value(|decoding| decoding.decoder)) {
                (Some(bytes), Some(decoder)) => self.receive(lang, decoder(&bytes)),
                (Some(bytes), None) => {
                    self.decoding.update_value(|decoding| decoding.waiting.push((lang, bytes)))
                }
                (None, _) => self.receive(lang, None),
            }
        });
    }

    /// From now on files are read by `decoder`; those that came before it are read now.
    pub fn decode_with(self, decoder: Decoder) {
        let mut waiting = Vec::new();
        self.decoding.update_value(|decoding| {
            decoding.decoder = Some(decoder);
            waiting = std::mem::take(&mut decoding.waiting);
        });
        for (lang, bytes) in waiting {
            self.receive(lang, decoder(&bytes));
        }
    }

    fn receive(self, lang: Lang, whole: Option<Whole>) {
        let detail = match whole {
            Some(Whole { strategy, prose }) => {
                // The tables are the same in both languages: the first that come stay.
                if self.whole.with_untracked(Option::is_none) {
                    self.whole.set(Some(Box::leak(Box::new(strategy))));
                }
                Detail::Ready(Arc::new(prose))
            }
            None => Detail::Failed,
        };
        self.of(lang).set(detail);
    }
}

/// Fetches the file of a language; calls back with nothing if any step fails.
#[cfg(target_arch = "wasm32")]
fn fetch_detail(lang: Lang, done: impl FnOnce(Option<Vec<u8>>) + 'static) {
    leptos::task::spawn_local(async move {
        let content = match fetching_detail(lang) {
            Ok(file) => file.content().await.ok(),
            Err(_) => None,
        };
        done(content.map(|content| js_sys::Uint8Array::new(&content).to_vec()));
    });
}

/// Natively everything is there from the start.
#[cfg(not(target_arch = "wasm32"))]
fn fetch_detail(_lang: Lang, _done: impl FnOnce(Option<Vec<u8>>) + 'static) {}

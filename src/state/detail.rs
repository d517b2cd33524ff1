//! The whole strategy with its long texts: fetched after the first view, one language at a time, and asked for again on request.

use leptos::prelude::*;
use std::sync::Arc;

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

/// The whole strategy and the long texts of both languages. Copy: pass it freely.
#[derive(Clone, Copy)]
pub struct Details {
    whole: RwSignal<Option<&'static Strategy>>,
    fr: RwSignal<Detail>,
    en: RwSignal<Detail>,
}

impl Details {
    /// Nothing is there yet.
    #[must_use]
    pub fn wanted() -> Self {
        Self {
            whole: RwSignal::new(None),
            fr: RwSignal::new(Detail::Wanted),
            en: RwSignal::new(Detail::Wanted),
        }
    }

    /// Everything is there: in tests, when prerendering, and in a single file.
    #[must_use]
    pub fn ready(strategy: &'static Strategy, prose: [Prose; 2]) -> Self {
        let [fr, en] = prose.map(|prose| RwSignal::new(Detail::Ready(Arc::new(prose))));
        Self { whole: RwSignal::new(Some(strategy)), fr, en }
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
        fetch_whole(lang, move |fetched| match fetched {
            Some(Whole { strategy, prose }) => {
                // The tables are the same in both languages: the first that come stay.
                if self.whole.with_untracked(Option::is_none) {
                    self.whole.set(Some(Box::leak(Box::new(strategy))));
                }
                detail.set(Detail::Ready(Arc::new(prose)));
            }
            None => detail.set(Detail::Failed),
        });
    }
}

/// Fetches and decodes; calls back with nothing if any step fails.
#[cfg(target_arch = "wasm32")]
fn fetch_whole(lang: Lang, done: impl FnOnce(Option<Whole>) + 'static) {
    leptos::task::spawn_local(async move { done(fetched_whole(lang).await) });
}

/// Natively everything is there from the start.
#[cfg(not(target_arch = "wasm32"))]
fn fetch_whole(_lang: Lang, _done: impl FnOnce(Option<Whole>) + 'static) {}

#[cfg(target_arch = "wasm32")]
async fn fetched_whole(lang: Lang) -> Option<Whole> {
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;

    // The page names the files: their names carry a hash, so that two versions never meet.
    let name = format!("data-detail-{}", lang.as_str());
    let address = document().document_element()?.get_attribute(&name)?;
    let fetched = async {
        let response: web_sys::Response =
            JsFuture::from(window().fetch_with_str(&address)).await?.dyn_into()?;
        if !response.ok() {
            return Err(JsValue::NULL);
        }
        JsFuture::from(response.array_buffer()?).await
    };
    let bytes = js_sys::Uint8Array::new(&fetched.await.ok()?).to_vec();
    crate::data::package::decode_whole(&bytes)
}

//! What can be done with a record: step to the next, copy its address or its figure with the source, share it, cite it.

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{
    label::{Label, label},
    quote,
    steps::steps,
    words,
};
use crate::{
    i18n::{format, messages},
    model::{
        id::RecordId,
        strategy::Strategy,
        text::{Lang, ProseId},
    },
    state::{Explorer, command::Command, detail::Said},
    ui::{
        clipboard::{copied, method},
        command_link::CommandLink,
        text_to_copy::TextToCopy,
    },
};

/// The way to the records before and after this one, with its place among them.
#[component]
pub(super) fn Steps(id: RecordId, strategy: &'static Strategy) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let step = move |to: Option<RecordId>, key: &'static str, name: &'static str, sign: &'static str| {
        to.map(|to| {
            let name = match label(strategy, to, lang) {
                Label::Name(title) => format::named(name, &title, lang),
                Label::Statement(_) => name.to_owned(),
            };
            view! {
                <CommandLink
                    class="step"
                    command=Command::Focus(to)
                    attr:data-step=key
                    attr:title=name.clone()
                    attr:aria-label=name
                    attr:aria-describedby="record-title"
                >
                    {sign}
                </CommandLink>
            }
        })
    };
    steps(strategy, id).map(|steps| {
        view! {
            <div class="record-steps" role="group" aria-label=words::steps(lang)>
                {step(steps.previous, "previous", words::previous(lang), "‹")}
                <span>{messages::position(steps.place, steps.count, lang)}</span>
                {step(steps.next, "next", words::next(lang), "›")}
            </div>
        }
    })
}

/// Copying as it went: nothing yet, a word of success, or the text to be copied by hand.
#[derive(Clone, PartialEq)]
enum Outcome {
    Nothing,
    Copied(&'static str),
    ByHand(String),
}

/// The row of actions at the foot of a record.
#[component]
pub(super) fn Actions(id: RecordId, strategy: &'static Strategy) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let outcome = RwSignal::new(Outcome::Nothing);
    let copy = move |text: String, success: &'static str| {
        // A second copy of the same is said again.
        outcome.set(Outcome::Nothing);
        spawn_local(async move {
            let next = match copied(&text).await {
                Some(()) => Outcome::Copied(success),
                None => Outcome::ByHand(text),
            };
            let _closed_meanwhile = outcome.try_set(next);
        });
    };
    let said = move |text: ProseId| match explorer.said(text) {
        Said::Text(text) => Some(text),
        _ => None,
    };
    let figure = move || quote::figure_with_source(strategy, &said, id, lang, &link_to(explorer, id));
    let citation = move || quote::citation(strategy, &said, id, lang, &link_to(explorer, id));
    let can_link = explorer.can_be_linked();
    let can_share = can_link && navigator_method("share").is_some();
    let share = move |_| {
        let title = match super::label::title(strategy, id, lang) {
            Label::Name(name) => name,
            Label::Statement(text) => untrack(|| said(text)).unwrap_or_default(),
        };
        share(&title, &link_to(explorer, id));
    };
    let is_citing = RwSignal::new(false);
    view! {
        <div class="record-actions" role="group" aria-label=words::actions(lang)>
            {can_link.then(|| view! {
                <button type="button" on:click=move |_| copy(link_to(explorer, id), words::link_copied(lang))>
                    {words::copy_link(lang)}
                </button>
            })}
            {can_share.then(|| view! { <button type="button" on:click=share>{words::share(lang)}</button> })}
            {move || {
                // Only once the sources can be named: a figure never leaves without them.
                is_quotable(strategy, &said, id, lang)
                    .then(|| {
                        let click = move |_| {
                            if let Some(text) = untrack(figure) {
                                copy(text, words::figure_copied(lang));
                            }
                        };
                        view! { <button type="button" on:click=click>{words::copy_figure(lang)}</button> }
                    })
            }}
            <button
                type="button"
                aria-expanded=move || is_citing.get().to_string()
                on:click=move |_| is_citing.update(|is_citing| *is_citing = !*is_citing)
            >
                {words::cite(lang)}
            </button>
            {move || {
                is_citing
                    .get()
                    .then(|| {
                        // The address is that of the state as it is now.
                        explorer.state().with(|_| ());
                        let click = move |_| copy(untrack(citation), words::citation_copied(lang));
                        view! {
                            <div class="record-citation">
                                <p>{citation()}</p>
                                <button type="button" on:click=click>{words::copy_citation(lang)}</button>
                            </div>
                        }
                    })
            }}
            <p class="record-said" role="status">
                {move || match outcome.get() {
                    Outcome::Nothing => "",
                    Outcome::Copied(success) => success,
                    Outcome::ByHand(_) => messages::messages(lang).copy_by_hand(),
                }}
            </p>
            {move || match outcome.get() {
                Outcome::ByHand(text) => Some(view! { <TextToCopy text name=words::text_to_copy(lang) /> }),
                _ => None,
            }}
        </div>
    }
}

fn is_quotable(
    strategy: &Strategy,
    said: &dyn Fn(ProseId) -> Option<String>,
    id: RecordId,
    lang: Lang,
) -> bool {
    quote::figure_with_source(strategy, said, id, lang, "").is_some()
}

/// The whole address of the present state with the record open.
fn link_to(explorer: Explorer, id: RecordId) -> String {
    if !explorer.can_be_linked() {
        return String::new();
    }
    let hash = explorer.href(&Command::Focus(id));
    let page = if cfg!(target_arch = "wasm32") {
        window().location().href().unwrap_or_default()
    } else {
        String::new()
    };
    format!("{}{hash}", page.split('#').next().unwrap_or_default())
}

/// A method that not every browser has, and that some do not lend to every page, of `navigator` or of a part of it.
fn navigator_method(name: &str) -> Option<(JsValue, js_sys::Function)> {
    if !cfg!(target_arch = "wasm32") {
        return None;
    }
    method(window().navigator().into(), name)
}

/// Opens the system's own way to share. What becomes of it is between the reader and the system.
fn share(title: &str, link: &str) {
    let Some((navigator, share)) = navigator_method("share") else { return };
    let what = js_sys::Object::new();
    let mut is_set = true;
    for (key, value) in [("title", title), ("url", link)] {
        is_set &= js_sys::Reflect::set(&what, &key.into(), &value.into()).is_ok();
    }
    let promise =
        is_set.then(|| share.call1(&navigator, &what).ok()?.dyn_into::<js_sys::Promise>().ok()).flatten();
    if let Some(promise) = promise {
        // Closing the sheet without a choice is a refusal, and nobody's mistake.
        spawn_local(async move { drop(JsFuture::from(promise).await) });
    }
}

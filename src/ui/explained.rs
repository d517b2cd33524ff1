//! A long text whose terms are explained in place: pointed at, focused or tapped, a term shows what it means.

use std::time::Duration;

use leptos::{
    ev::{self, FocusEvent, KeyboardEvent},
    html,
    prelude::*,
};
use wasm_bindgen::JsCast;

use super::{
    command_link::CommandLink,
    sentence::Sentence,
    terms::{Piece, Spelling, explain, spellings},
};
use crate::{
    i18n::format::NNBSP,
    model::{
        id::{RecordId, TermId},
        kept::Kept,
        strategy::Strategy,
        text::{Lang, ProseId},
    },
    state::{Explorer, command::Command, detail::Said},
};

/// How long the pointer may be between a word and its explanation.
const GRACE: Duration = Duration::from_millis(250);

/// The text, once it is there, with its terms explained. Never inside a link: a term is a button.
#[component]
pub(crate) fn Explained(text: ProseId) -> impl IntoView {
    let explorer = Explorer::expect_context();
    move || match (explorer.said(text), explorer.whole()) {
        (Said::Text(words), Some(strategy)) => {
            let own = untrack(|| explorer.focus());
            let pieces = explain(&words, known(strategy)).into_iter().map(|piece| match piece {
                // The record of a term explains it already.
                Piece::Term(term, word) if own != Some(RecordId::Term(term)) => {
                    let word = word.to_owned();
                    let id = format!("explained-{}-{}", text.0, term.0);
                    view! { <ExplainedTerm strategy term word id /> }.into_any()
                }
                Piece::Term(_, word) | Piece::Plain(word) => word.to_owned().into_any(),
            });
            pieces.collect_view().into_any()
        }
        _ => view! { <Sentence text /> }.into_any(),
    }
}

/// The spellings of the glossary, put in order when the first text is shown.
fn known(strategy: &'static Strategy) -> &'static [Spelling] {
    static SPELLINGS: Kept<Vec<Spelling>> = Kept::new();
    SPELLINGS.of(strategy, || spellings(strategy.glossary().map(|(id, term)| (id, term.term.as_str()))))
}

/// A term with its explanation, which can be dismissed without moving pointer or focus, stays while either is on it,
/// and does not go by itself (WCAG 1.4.13).
#[component]
fn ExplainedTerm(strategy: &'static Strategy, term: TermId, word: String, id: String) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let is_shown = RwSignal::new(false);
    let is_pointed_at = RwSignal::new(false);
    let whole = NodeRef::<html::Span>::new();
    // Dismissed by Escape wherever the focus is, and by a tap elsewhere.
    Effect::new(move |_| {
        if !is_shown.get() {
            return;
        }
        let key = window_event_listener(ev::keydown, move |event| {
            if event.key() == "Escape" {
                is_shown.set(false);
            }
        });
        let tap = window_event_listener(ev::pointerdown, move |event| {
            if !contains(whole, event.target()) {
                is_shown.set(false);
            }
        });
        on_cleanup(move || {
            key.remove();
            tap.remove();
        });
    });
    let enter = move |_| {
        is_pointed_at.set(true);
        is_shown.set(true);
    };
    let leave = move |_| {
        is_pointed_at.set(false);
        let hide = move || {
            // The component may be gone by then, with the record it was in.
            let is_away = is_pointed_at.try_get_untracked() == Some(false);
            if is_away && !contains(whole, document().active_element().map(Into::into)) {
                is_shown.set(false);
            }
        };
        set_timeout(hide, GRACE);
    };
    let blur = move |event: FocusEvent| {
        // What has the keyboard loses it too when it is taken out of the page; its signals are gone by then.
        let is_away = is_pointed_at.try_get_untracked() == Some(false);
        if is_away && !contains(whole, event.related_target()) {
            is_shown.set(false);
        }
    };
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" && is_shown.get_untracked() {
            // This Escape is for the explanation, not for the record around it.
            event.stop_propagation();
            event.prevent_default();
            is_shown.set(false);
        }
    };
    let described_by = id.clone();
    let card = move || {
        is_shown.get().then(|| {
            let term_in_data = &strategy[term];
            let expansion = term_in_data.expansion.get(lang).to_owned();
            let name = term_in_data.term.clone();
            let stands_for = (!expansion.is_empty() && expansion != name).then(|| {
                let colon = if lang == Lang::Fr { format!("{NNBSP}: ") } else { ": ".to_owned() };
                view! { {colon} {expansion} }
            });
            let (shown_id, definition) = (id.clone(), term_in_data.definition);
            view! {
                <span class="term-card" id=shown_id>
                    <strong>{name}</strong>
                    {stands_for}
                    <br />
                    <Sentence text=definition />
                    " "
                    <CommandLink command=Command::Focus(term.into())>{open_term(lang)}</CommandLink>
                </span>
            }
        })
    };
    view! {
        <span
            class="term"
            node_ref=whole
            on:pointerenter=enter
            on:pointerleave=leave
            on:focusin=move |_| is_shown.set(true)
            on:focusout=blur
            on:keydown=escape
        >
            <button
                type="button"
                class="term-word"
                aria-expanded=move || is_shown.get().to_string()
                aria-describedby=move || is_shown.get().then(|| described_by.clone())
                on:click=move |_| is_shown.set(true)
            >
                {word}
            </button>
            {card}
        </span>
    }
}

/// Leads to the record of a term.
fn open_term(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "Ouvrir la fiche",
        Lang::En => "Open the record",
    }
}

/// Whether what an event is about is in the element.
fn contains(element: NodeRef<html::Span>, target: Option<web_sys::EventTarget>) -> bool {
    let node = target.and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    element.try_get_untracked().flatten().is_some_and(|element| element.contains(node.as_ref()))
}

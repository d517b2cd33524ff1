//! The dialog that makes the snippet of a frame: the choices, what they look like, and the text to take away.

use leptos::{ev::Event, html, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::{
    address::page_in,
    fields::{CHOICE, fields},
    picture::PictureForm,
    snippet::{Choices, address, full_address, snippet},
};
use crate::{
    i18n::messages::messages,
    state::Explorer,
    ui::{
        clipboard::{copied, copied_selection},
        dialog::{DialogButton, drawn_sign},
        keyboard::find,
    },
};

/// Two angle brackets: code.
const SIGN: &str = "M5.5 3.5 1 8l4.5 4.5 1-1L3 8l3.5-3.5zM10.5 3.5l-1 1L13 8l-3.5 3.5 1 1L15 8z";

/// The button that opens the dialog, with the dialog.
#[component]
pub fn EmbedDialog() -> impl IntoView {
    let sign = drawn_sign(SIGN);
    let content = || {
        let explorer = Explorer::expect_context();
        match page_in(explorer.lang(), explorer) {
            _ if !explorer.can_be_linked() => {
                view! { <p>{messages(explorer.lang()).embed_needs_publication()}</p> }.into_any()
            }
            Some(_) => view! { <SnippetForm /> }.into_any(),
            None => view! { <p>{messages(explorer.lang()).embed_needs_host()}</p> }.into_any(),
        }
    };
    let name = messages(Explorer::expect_context().lang()).embed();
    let is_open = RwSignal::new(false);
    view! { <DialogButton name heading="embed-title" class="keys embed-dialog" is_open sign content /> }
}

/// The choices with their outcome. The state is that of the moment: while the dialog is open nothing else changes it.
#[component]
fn SnippetForm() -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let words = messages(lang);
    let state = explorer.state().get_untracked();
    let choices = RwSignal::new(Choices::of(explorer.view(), lang));
    let fields = fields(&choices.get_untracked(), &state, explorer.known(), lang);
    // A page that has an address has one in each language.
    let page = move || choices.with(|choices| page_in(choices.lang, explorer));
    let link = {
        let state = state.clone();
        Signal::derive(move || {
            let Some(page) = page() else { return String::new() };
            choices.with(|choices| full_address(choices, &state, &page, explorer.known()))
        })
    };
    let html = Memo::new(move |_| {
        let Some(page) = page() else { return String::new() };
        choices.with(|choices| snippet(choices, &address(choices, &state, &page, explorer.known())))
    });
    let choose = move |event: Event| {
        let Some(field) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let Some(name) = field.get_attribute(CHOICE) else { return };
        let is_checked = event_target_checked(&event);
        choices.update(|choices| choices.choose(&name, &event_target_value(&event), is_checked));
        // The sizes as they were taken over: within bounds, and the height that suits what is chosen.
        choices.with_untracked(|choices| {
            fill("width", choices.width.map(|width| width.to_string()).unwrap_or_default());
            fill("height", choices.height_px().to_string());
        });
    };
    view! {
        <p>{words.embed_lede()}</p>
        <div class="embed-columns">
            <div class="embed-choices" on:change=choose inner_html=fields></div>
            <div
                class="embed-preview"
                // What is wider than its room is scrolled, by keyboard too.
                tabindex="0"
                role="region"
                aria-label=words.embed_preview()
                inner_html=move || html.get()
            ></div>
        </div>
        <TextToTake
            text=html.into()
            name=words.embed_code()
            copy=words.embed_copy()
            copied=words.embed_copied()
        />
        <p class="hint">{words.embed_height_note()}</p>
        <PictureForm choices link />
    }
}

/// Writes into a field.
fn fill(choice: &str, value: String) {
    let field = find(&format!("[{CHOICE}={choice}]")).and_then(|field| field.dyn_into().ok());
    if let Some(field) = field {
        let field: HtmlInputElement = field;
        field.set_value(&value);
    }
}

/// A text with a button that copies it: to the clipboard, else in the way that asks for no permission, else by the
/// reader's own hand, the text being selected.
#[component]
pub(super) fn TextToTake(
    /// The text.
    text: Signal<String>,
    /// Its name.
    name: &'static str,
    /// What the button says.
    copy: &'static str,
    /// What is said once it is copied.
    copied: &'static str,
) -> impl IntoView {
    let by_hand = messages(Explorer::expect_context().lang()).copy_by_hand();
    let field = NodeRef::<html::Textarea>::new();
    let said = RwSignal::new("");
    let click = move |_| {
        // A second copy of the same is said again.
        said.set("");
        spawn_local(async move {
            let is_copied = self::copied(&text.get_untracked()).await.or_else(|| {
                let field = field.get_untracked()?;
                let _never_fails = field.focus();
                field.select();
                copied_selection()
            });
            let _closed_meanwhile = said.try_set(if is_copied.is_some() { copied } else { by_hand });
        });
    };
    view! {
        <div class="embed-text">
            <textarea node_ref=field readonly rows="4" aria-label=name prop:value=move || text.get()></textarea>
            <button type="button" on:click=click>{copy}</button>
            <p role="status">{move || said.get()}</p>
        </div>
    }
}

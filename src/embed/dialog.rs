//! The dialog that makes the snippet of a frame: the choices, what they look like, and the text to take away.

use leptos::{ev::Event, html, prelude::*, task::spawn_local};

use super::{
    address::{own_address, page_in},
    picture::PictureForm,
    snippet::{Choices, HEIGHTS_PX, WIDTHS_PX, address, snippet},
};
use crate::{
    i18n::{
        label::{Label, title},
        messages::{keep_record, messages, pin_data, record_kind},
    },
    model::text::Lang,
    state::{
        Explorer,
        filter::Filter,
        view_state::{Scheme, View, ViewState},
    },
    ui::{
        clipboard::{copied, copied_selection},
        dialog::DialogButton,
        view_name::view_name,
    },
};

/// Two angle brackets: code.
const SIGN: &str = "M5.5 3.5 1 8l4.5 4.5 1-1L3 8l3.5-3.5zM10.5 3.5l-1 1L13 8l-3.5 3.5 1 1L15 8z";

/// The button that opens the dialog, with the dialog; nothing in a frame that shows the view alone.
#[component]
pub fn EmbedDialog() -> impl IntoView {
    let explorer = Explorer::expect_context();
    if explorer.state().with_untracked(|state| state.is_embedded) {
        return None;
    }
    let is_open = RwSignal::new(false);
    let sign = view! {
        <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d=SIGN />
        </svg>
    }
    .into_any();
    let content = || {
        let explorer = Explorer::expect_context();
        match page_in(explorer.lang(), explorer) {
            Some(_) => view! { <SnippetForm /> }.into_any(),
            None => view! { <p>{messages(explorer.lang()).embed_needs_host()}</p> }.into_any(),
        }
    };
    let name = messages(explorer.lang()).embed();
    Some(view! { <DialogButton name heading="embed-title" class="keys embed-dialog" is_open sign content /> })
}

/// The choices with their outcome. The state is that of the moment: while the dialog is open nothing else changes it.
#[component]
fn SnippetForm() -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let words = messages(lang);
    let state = explorer.state().get_untracked();
    let choices = RwSignal::new(Choices::of(explorer.view(), lang));
    let html = {
        let state = state.clone();
        Memo::new(move |_| {
            choices.with(|choices| match page_in(choices.lang, explorer) {
                Some(page) => snippet(choices, &address(choices, &state, &page, explorer.known())),
                None => String::new(),
            })
        })
    };
    let link = Signal::derive(move || format!("{}#{}", own_address(), explorer.hash()));
    view! {
        <p>{words.embed_lede()}</p>
        <div class="embed-columns">
            <div class="embed-choices">
                <ViewChoices choices />
                <KeptChoices choices state />
                <SizeChoices choices />
                <DataChoice choices />
            </div>
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

/// Which view, in which language and colours.
#[component]
fn ViewChoices(choices: RwSignal<Choices>) -> impl IntoView {
    let words = messages(Explorer::expect_context().lang());
    let chosen = choices.get_untracked();
    let views = View::ALL.iter().map(|&view| (view.as_str(), view_name(view, words))).collect();
    let langs = vec![(Lang::Fr.as_str(), "Français"), (Lang::En.as_str(), "English")];
    let schemes = vec![
        (Scheme::Auto.as_str(), words.embed_scheme_auto()),
        (Scheme::Light.as_str(), words.scheme_light()),
        (Scheme::Dark.as_str(), words.scheme_dark()),
    ];
    let choose_view = move |value: String| {
        if let Some(view) = View::parse(&value) {
            choices.update(|choices| choices.view = view);
        }
    };
    let choose_lang = move |value: String| {
        if let Some(lang) = Lang::parse(&value) {
            choices.update(|choices| choices.lang = lang);
        }
    };
    let choose_scheme = move |value: String| {
        if let Some(scheme) = Scheme::parse(&value) {
            choices.update(|choices| choices.scheme = scheme);
        }
    };
    view! {
        <Select name=words.embed_view() key="view" options=views chosen=chosen.view.as_str() choose=choose_view />
        <Select name=words.language() key="lang" options=langs chosen=chosen.lang.as_str() choose=choose_lang />
        <Select
            name=words.scheme()
            key="scheme"
            options=schemes
            chosen=chosen.scheme.as_str()
            choose=choose_scheme
        />
    }
}

/// What of the present state goes along, as far as there is any.
#[component]
fn KeptChoices(choices: RwSignal<Choices>, state: ViewState) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let words = messages(lang);
    let record = state.focus.map(|id| {
        let name = match title(explorer.known(), id, lang) {
            Label::Name(name) => name,
            Label::Statement(_) => record_kind(id.kind(), lang).to_owned(),
        };
        let keep = move |is_kept| choices.update(|choices| choices.keeps_record = is_kept);
        view! { <Checkbox name=keep_record(&name, lang) key="record" keep /> }
    });
    let timeless = ViewState { from: None, to: None, ..state.clone() };
    let has_filters = !Filter::of(&timeless, None).is_empty() || !state.query.is_empty();
    let filters = has_filters.then(|| {
        let keep = move |is_kept| choices.update(|choices| choices.keeps_filters = is_kept);
        view! { <Checkbox name=words.embed_keeps_filters().to_owned() key="filters" keep /> }
    });
    let period = state.bounds().map(|_| {
        let keep = move |is_kept| choices.update(|choices| choices.keeps_period = is_kept);
        view! { <Checkbox name=words.embed_keeps_period().to_owned() key="period" keep /> }
    });
    (record.is_some() || filters.is_some() || period.is_some()).then(|| {
        view! {
            <fieldset>
                <legend>{words.embed_keeps()}</legend>
                {record}
                {filters}
                {period}
            </fieldset>
        }
    })
}

/// How large the frame is.
#[component]
fn SizeChoices(choices: RwSignal<Choices>) -> impl IntoView {
    let words = messages(Explorer::expect_context().lang());
    let change_width = move |event: Event| {
        let width = number_in(&event, WIDTHS_PX);
        choices.update(|choices| choices.width = width);
    };
    let change_height = move |event: Event| {
        let height = number_in(&event, HEIGHTS_PX);
        choices.update(|choices| choices.height = height);
    };
    view! {
        <label>
            <span>{words.embed_width()}</span>
            <input
                type="number"
                data-choice="width"
                min=WIDTHS_PX.0.to_string()
                max=WIDTHS_PX.1.to_string()
                step="10"
                placeholder="100 %"
                prop:value=move || choices.with(|choices| choices.width.map(|width| width.to_string()).unwrap_or_default())
                on:change=change_width
            />
        </label>
        <label>
            <span>{words.embed_height()}</span>
            <input
                type="number"
                data-choice="height"
                min=HEIGHTS_PX.0.to_string()
                max=HEIGHTS_PX.1.to_string()
                step="10"
                // A size that was asked for stays; the usual one follows view and width.
                prop:value=move || choices.with(|choices| choices.height_px().to_string())
                on:change=change_height
            />
        </label>
    }
}

/// The latest data, or the frame says so once they have changed.
#[component]
fn DataChoice(choices: RwSignal<Choices>) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let words = messages(lang);
    let option = move |is_pinned: bool, name: String| {
        view! {
            <label class="embed-option">
                <input
                    type="radio"
                    name="embed-data"
                    data-choice=if is_pinned { "pinned" } else { "latest" }
                    prop:checked=!is_pinned
                    on:change=move |_| choices.update(|choices| choices.is_pinned = is_pinned)
                />
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <fieldset>
            <legend>{words.embed_data()}</legend>
            {option(false, words.embed_latest().to_owned())}
            {option(true, pin_data(&explorer.strategy.about().version, lang))}
        </fieldset>
    }
}

/// One of several words.
#[component]
fn Select(
    name: &'static str,
    /// What is chosen, as the tests call it.
    key: &'static str,
    options: Vec<(&'static str, &'static str)>,
    chosen: &'static str,
    choose: impl Fn(String) + 'static,
) -> impl IntoView {
    let options = options.into_iter().map(|(value, name)| {
        view! { <option value=value selected=value == chosen>{name}</option> }
    });
    view! {
        <label>
            <span>{name}</span>
            <select data-choice=key on:change=move |event| choose(event_target_value(&event))>
                {options.collect_view()}
            </select>
        </label>
    }
}

/// Something that goes along unless the reader says no.
#[component]
fn Checkbox(
    name: String,
    /// What is chosen, as the tests call it.
    key: &'static str,
    keep: impl Fn(bool) + 'static,
) -> impl IntoView {
    view! {
        <label class="embed-option">
            <input
                type="checkbox"
                data-choice=key
                prop:checked=true
                on:change=move |event| keep(event_target_checked(&event))
            />
            <span>{name}</span>
        </label>
    }
}

/// The number in a field, brought within bounds; nothing if it holds none.
fn number_in(event: &Event, (least, most): (u32, u32)) -> Option<u32> {
    let number = event_target_value(event).trim().parse::<u32>().ok()?;
    Some(number.clamp(least, most))
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

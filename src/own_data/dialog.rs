//! The dialog in which a reader opens data of their own: choosing, dropping, pasting, and how the reading goes.

use leptos::{
    ev::{self, DragEvent, Event},
    html,
    prelude::*,
};
use web_sys::HtmlInputElement;

use super::{
    files::{Gathered, carries_files, of_drop, of_field},
    message::Told,
    outcome::Outcome,
    reading::{Reading, Stage},
    templates::{self, Template},
    words,
};
use crate::{
    model::text::Lang,
    saving::{blob, save},
    state::{Explorer, brought::Draw},
    ui::dialog::{DialogButton, drawn_sign},
};

/// An open folder.
const SIGN: &str = "M1.5 3h4.4l1.5 1.5h6.1V6h-1.4V5.9H6.8L5.3 4.4H2.9v6.4L4.3 7h11.2l-2.3 6.2H1.5zM5.3 8.4l-1.3 3.4h8.3l1.2-3.4z";

/// What was dropped beside the dialog, until it has opened.
#[derive(Clone, Copy)]
struct Dropped(StoredValue<Option<Gathered>, LocalStorage>);

/// The button that opens the dialog, with the dialog; nothing where the page cannot show other data.
#[component]
pub fn OwnDataDialog() -> impl IntoView {
    let explorer = Explorer::expect_context();
    use_context::<Draw>().map(|_| {
        let sign = drawn_sign(SIGN);
        let is_open = RwSignal::new(false);
        let dropped = Dropped(StoredValue::new_local(None));
        provide_context(dropped);
        take_drops(dropped, is_open);
        let content = || view! { <Opening /> }.into_any();
        let name = words::title(explorer.lang());
        view! { <DialogButton name heading="own-data-title" class="keys own-data" is_open sign content /> }
    })
}

/// What is dropped anywhere on the page opens the dialog. Without this the browser would leave the page for the file.
fn take_drops(dropped: Dropped, is_open: RwSignal<bool>) {
    if cfg!(not(target_arch = "wasm32")) {
        return;
    }
    let has_files = |event: &DragEvent| event.data_transfer().is_some_and(|drag| carries_files(&drag));
    let over = window_event_listener(ev::dragover, move |event| {
        if has_files(&event) {
            event.prevent_default();
        }
    });
    let drop = window_event_listener(ev::drop, move |event| {
        if !has_files(&event) {
            return;
        }
        event.prevent_default();
        let gathered = event.data_transfer().map(|drop| of_drop(&drop));
        dropped.0.set_value(gathered);
        // An open dialog takes it at once; one that is closed is made anew.
        is_open.set(true);
    });
    on_cleanup(move || {
        over.remove();
        drop.remove();
    });
}

/// What stands in the dialog.
#[component]
fn Opening() -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    // The dialog is only there where both are.
    let (draw, dropped) = (use_context::<Draw>()?, use_context::<Dropped>()?);
    let reading = Reading::new(explorer, draw);
    let take_dropped = move || {
        if let Some(Some(gathered)) = dropped.0.try_update_value(Option::take) {
            reading.read(gathered);
        }
    };
    take_dropped();
    if cfg!(target_arch = "wasm32") {
        // After the page's own listener, which came first.
        let later = window_event_listener(ev::drop, move |_| take_dropped());
        on_cleanup(move || later.remove());
    }
    let chosen = move |event: Event| {
        let field: HtmlInputElement = event_target(&event);
        reading.read(of_field(field.files()));
        // The same file can be chosen again once it has been corrected.
        field.set_value("");
    };
    let text = NodeRef::<html::Textarea>::new();
    let pasted = move |_| {
        let text = text.get_untracked().map(|text| text.value()).unwrap_or_default();
        reading.read_text(words::pasted_name(lang), text);
    };
    let folder = NodeRef::<html::Input>::new();
    folder.on_load(|folder| {
        let _never_fails = folder.set_attribute("webkitdirectory", "");
    });
    Some(view! {
        <p class="hint">{words::promise(lang)}</p>
        <p class="own-data-fields">
            <label class="button">
                {words::choose_files(lang)}
                <input
                    type="file"
                    name="files"
                    class="visually-hidden"
                    multiple
                    accept=".csv,.tsv,.txt,.json,.zip,text/csv,application/json,application/zip"
                    on:change=chosen
                />
            </label>
            " "
            <label class="button">
                {words::choose_folder(lang)}
                <input type="file" name="folder" class="visually-hidden" node_ref=folder multiple on:change=chosen />
            </label>
            " "
            <span>{words::or_drop(lang)}</span>
        </p>
        <details>
            <summary>{words::paste(lang)}</summary>
            <textarea node_ref=text rows="5" spellcheck="false" aria-label=words::pasted(lang)></textarea>
            <p class="buttons">
                <button type="button" data-action="read" on:click=pasted>
                    {words::read_pasted(lang)}
                </button>
            </p>
        </details>
        <details>
            <summary>{words::forms(lang)}</summary>
            <Forms lang />
        </details>
        <Progress reading lang />
    })
}

/// The forms that are read, with a template of each.
#[component]
fn Forms(lang: Lang) -> impl IntoView {
    let forms = [
        (words::form_table(lang), Some(templates::table(lang))),
        (words::form_paths(lang), Some(templates::paths(lang))),
        (words::form_hierarchy(lang), Some(templates::hierarchy(lang))),
        (words::form_timeline(lang), Some(templates::timeline(lang))),
        (words::form_package(lang), None),
    ];
    let said = RwSignal::new("");
    let form = move |(text, template): (&'static str, Option<Template>)| {
        let button = template.map(|template| {
            let click = move |_| {
                let Template { name, media_type, content } = template;
                let saved = blob(content.as_bytes(), media_type).and_then(|file| save(&file, name));
                said.set(if saved.is_ok() { "" } else { words::not_saved(lang) });
            };
            view! {
                " "
                <button type="button" class="quiet" data-template=template.name on:click=click>
                    {words::template(lang)} <span class="visually-hidden">" " {template.name}</span>
                </button>
            }
        });
        view! { <li>{text} {button}</li> }
    };
    view! {
        <ul class="own-data-forms">{forms.into_iter().map(form).collect_view()}</ul>
        <p role="status">{move || said.get()}</p>
    }
}

/// How the reading goes, and what came of it.
#[component]
fn Progress(reading: Reading, lang: Lang) -> impl IntoView {
    let stage = reading.stage;
    let is_busy =
        Memo::new(move |_| matches!(stage.get(), Stage::Starting | Stage::Reading(_) | Stage::Taking));
    let said = move || match stage.get() {
        Stage::Waiting => String::new(),
        Stage::Starting => words::starting(lang).to_owned(),
        Stage::Reading(rows) => words::reading(rows, lang),
        Stage::Told(told) => match &told.format {
            Some(format) => words::recognised(format, lang),
            None => words::unknown_format(lang).to_owned(),
        },
        Stage::Taking => words::taking(lang).to_owned(),
        Stage::Cancelled => words::cancelled(lang).to_owned(),
        Stage::Unreadable => words::unreadable(lang).to_owned(),
        Stage::Failed => words::failed(lang).to_owned(),
    };
    let cancel = move || {
        is_busy.get().then(|| {
            view! {
                <p class="buttons">
                    <button type="button" data-action="cancel" on:click=move |_| reading.cancel()>
                        {words::cancel(lang)}
                    </button>
                </p>
            }
        })
    };
    let outcome = move || match stage.get() {
        Stage::Told(told) => Some(view! { <Outcome reading told=Told::clone(&told) lang /> }),
        _ => None,
    };
    view! {
        <div class="own-data-outcome" tabindex="-1" aria-busy=move || is_busy.get().to_string()>
            <p role="status">
                <strong>{said}</strong>
            </p>
            {cancel}
            {outcome}
        </div>
    }
}

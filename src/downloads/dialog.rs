//! The dialog of what can be taken away.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsValue;
use web_sys::Blob;

use super::{
    order::{Format, Order, Parcel},
    picture::{drawn, on_paper, pictured},
    selection::listed,
    words,
};
use crate::{
    i18n::messages::messages,
    model::text::Lang,
    saving::{blob, drawing, painted, save},
    sheets::{Paper, Sheets, document, print as print_sheets},
    state::{Explorer, detail::Detail, listing::Listed, query::print, view_state::ViewState},
    ui::{
        clipboard::copied,
        dialog::{DialogButton, drawn_sign},
        framed::is_framed,
        page_address::{own_address, public_address},
        text_to_copy::TextToCopy,
        tools_worker::ToolsWorker,
    },
};

/// An arrow down onto a line.
const SIGN: &str = "M7.25 2h1.5v6.2l2.2-2.2 1.05 1.05L8 11.05 4 7.05 5.05 6l2.2 2.2zM3 12.5h10V14H3z";

/// The button that opens the dialog, with the dialog.
#[component]
pub fn DownloadDialog() -> impl IntoView {
    let sign = drawn_sign(SIGN);
    let content = || view! { <Choices /> }.into_any();
    let name = words::title(Explorer::expect_context().lang());
    let is_open = RwSignal::new(false);
    view! { <DialogButton name heading="downloads-title" class="keys downloads" is_open sign content /> }
}

/// A file as it went.
#[derive(Clone, PartialEq)]
enum Progress {
    /// Nothing was asked for.
    Nothing,
    /// It is being made.
    Making,
    /// It was handed to the browser: what is said of it, and its content where that is text.
    Saved { said: String, text: Option<String>, sheets: Option<Arc<Sheets>> },
    /// It could not be made; the reader may ask again.
    Failed(Format),
    /// A picture could not be made.
    NoPicture,
}

/// What makes files: the worker, and what it was last asked for. Copy: pass it freely.
#[derive(Clone, Copy)]
struct Maker {
    explorer: Explorer,
    lang: Lang,
    progress: RwSignal<Progress>,
    /// The number of the latest order: a file that was asked for before it comes too late.
    number: StoredValue<u32>,
    worker: StoredValue<Option<ToolsWorker>, LocalStorage>,
    /// The paper that sheets are asked for, until they are there.
    paper: RwSignal<Option<Paper>>,
}

impl Maker {
    fn new(explorer: Explorer) -> Self {
        Self {
            explorer,
            lang: explorer.lang(),
            progress: RwSignal::new(Progress::Nothing),
            number: StoredValue::new(0),
            worker: StoredValue::new_local(None),
            paper: RwSignal::new(None),
        }
    }

    fn next_number(self) -> u32 {
        self.paper.set(None);
        self.number.update_value(|number| *number = number.wrapping_add(1));
        self.number.get_value()
    }

    fn make(self, format: Format) {
        let (explorer, number) = (self.explorer, self.next_number());
        let state = ViewState { is_embedded: false, unknown: Vec::new(), ..explorer.state().get_untracked() };
        let order = Order {
            number,
            format: format.as_str().to_owned(),
            hash: print(&state, explorer.known()),
            view: explorer.defaults().view.as_str().to_owned(),
            lang: self.lang.as_str().to_owned(),
            page: public_address(explorer),
        };
        self.progress.set(Progress::Making);
        spawn_local(async move {
            if self.worker.try_with_value(Option::is_some) == Some(false) {
                let hear = move |answer: Option<_>| {
                    self.receive(
                        answer.and_then(|answer| serde_wasm_bindgen::from_value(answer).ok()),
                        format,
                    );
                };
                match ToolsWorker::start(self.explorer, hear).await {
                    Ok(worker) => drop(self.worker.try_update_value(|place| *place = Some(worker))),
                    Err(_) => return self.receive(None, format),
                }
            }
            let Ok(order) = serde_wasm_bindgen::to_value(&order) else { return };
            // The dialog may be gone by now.
            self.worker.try_with_value(|worker| worker.as_ref().map(|worker| worker.post(&order)));
        });
    }

    fn receive(self, parcel: Option<Parcel>, format: Format) {
        let Some(parcel) = parcel else {
            self.worker.try_update_value(|place| *place = None);
            self.progress.try_set(Progress::Failed(format));
            return;
        };
        if self.number.try_get_value() != Some(parcel.number) {
            return;
        }
        let Parcel { name, media_type, content, left_out, .. } = parcel;
        let file = blob(&content, &media_type);
        // A file for spreadsheets begins with a mark that is not of its text.
        let text = String::from_utf8(content).ok().map(|text| text.trim_start_matches('\u{feff}').to_owned());
        let text = text.filter(|_| format.is_text());
        let saved = self.saved(file, &name, left_out as usize, text, None);
        self.progress.try_set(saved.unwrap_or(Progress::Failed(format)));
    }

    /// What comes of a file once it was handed to the browser; nothing if it could not be.
    fn saved(
        self,
        file: Result<Blob, JsValue>,
        name: &str,
        left_out: usize,
        text: Option<String>,
        sheets: Option<Sheets>,
    ) -> Option<Progress> {
        let file = file.ok()?;
        save(&file, name).ok()?;
        let said = words::ready(name, file.size() as usize, left_out, self.lang);
        Some(Progress::Saved { said, text, sheets: sheets.map(Arc::new) })
    }

    /// The name of a file that shows the view; `ending` is how it goes on after it and before the version, and how it ends.
    fn name_of_view(self, (form, ending): (&str, &str)) -> String {
        let view = words::file_of_view(self.explorer.view(), self.lang);
        format!("jalons-{view}{form}-{}.{ending}", self.explorer.strategy.about().version)
    }

    /// The view as a picture, in pixels or as a drawing.
    fn draw(self, is_painted: bool) {
        let number = self.next_number();
        let Some(svg) = untrack(|| drawn(self.explorer)) else { return };
        let name = untrack(|| self.name_of_view(("", if is_painted { "png" } else { "svg" })));
        self.progress.set(Progress::Making);
        spawn_local(async move {
            let made = if is_painted { painted(&svg, None).await } else { drawing(&svg) };
            if self.number.try_get_value() != Some(number) {
                return;
            }
            let saved = self.saved(made, &name, 0, (!is_painted).then_some(svg), None);
            self.progress.try_set(saved.unwrap_or(Progress::NoPicture));
        });
    }

    /// Puts the view on sheets once all data are there, in the reader's language: they list every row with its sources.
    fn put_on_paper_when_asked(self) {
        Effect::new(move |_| {
            let Some(paper) = self.paper.get() else { return };
            match (self.explorer.detail(), self.explorer.whole()) {
                (Detail::Ready(_), Some(_)) => {}
                (Detail::Failed, _) => {
                    self.paper.set(None);
                    return self.progress.set(Progress::NoPicture);
                }
                _ => return,
            }
            self.paper.set(None);
            let saved = untrack(|| {
                let sheets = on_paper(self.explorer, paper)?;
                let name = self.name_of_view((&format!("-{}", paper.as_str()), "html"));
                let text = document(&sheets);
                let file = blob(text.as_bytes(), "text/html;charset=utf-8");
                self.saved(file, &name, 0, Some(text), Some(sheets))
            });
            self.progress.set(saved.unwrap_or(Progress::NoPicture));
        });
    }

    fn ask_for_paper(self, paper: Paper) {
        self.next_number();
        self.progress.set(Progress::Making);
        // Once more, if they did not come.
        self.explorer.fetch_detail();
        self.paper.set(Some(paper));
    }
}

/// What can be taken away, and how it went.
#[component]
fn Choices() -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let maker = Maker::new(explorer);
    maker.put_on_paper_when_asked();
    let of_format = move |format: Format, name: &'static str| {
        view! { <button type="button" data-format=format.ending() on:click=move |_| maker.make(format)>{name}</button> }
    };
    let of_picture = move |ending: &'static str| {
        let click = move |_| maker.draw(ending == "PNG");
        view! { <button type="button" data-format=ending.to_lowercase() on:click=click>{ending}</button> }
    };
    let on_sheets = move |paper: Paper| {
        let name = paper.as_str().to_uppercase();
        view! {
            <button type="button" data-format=paper.as_str() on:click=move |_| maker.ask_for_paper(paper)>{name}</button>
            " "
        }
    };
    let has_picture = pictured(explorer).is_some();
    let has_events =
        explorer.state().with_untracked(|state| listed(state, explorer.view())) == Listed::Events;
    view! {
        <section>
            <h3>{words::picture(lang)}</h3>
            {if has_picture {
                view! {
                    <p class="hint">{words::picture_hint(lang)}</p>
                    <p class="buttons">{of_picture("SVG")} " " {of_picture("PNG")}</p>
                }
                    .into_any()
            } else {
                view! { <p class="hint">{words::no_picture(lang)}</p> }.into_any()
            }}
        </section>
        <section>
            <h3>{words::sheets(lang)}</h3>
            <p class="hint">{if has_picture { words::sheets_hint(lang) } else { words::sheets_of_rows(lang) }}</p>
            <p class="buttons">{Paper::ALL.iter().map(|&paper| on_sheets(paper)).collect_view()}</p>
        </section>
        <section>
            <h3>{words::selection(lang)}</h3>
            <p class="hint">{words::selection_hint(lang)}</p>
            <p class="buttons">
                {of_format(Format::Csv, words::csv(lang))} " " {of_format(Format::Json, words::json(lang))} " "
                {has_events.then(|| of_format(Format::Calendar, words::calendar(lang)))}
            </p>
        </section>
        <section>
            <h3>{words::citation_heading(lang)}</h3>
            <p class="buttons">
                {of_format(Format::Citation, words::text(lang))} " " {of_format(Format::BibTex, "BibTeX")} " "
                {of_format(Format::CslJson, "CSL-JSON")}
            </p>
        </section>
        <section>
            <h3>{words::package(lang)}</h3>
            <p class="hint">{words::package_hint(lang)}</p>
            <p class="buttons">{of_format(Format::Package, words::zip(lang))}</p>
        </section>
        <Outcome maker />
    }
}

/// How the last file went, and what else can be done with it.
#[component]
fn Outcome(maker: Maker) -> impl IntoView {
    let lang = maker.lang;
    let said = move || {
        maker.progress.with(|progress| match progress {
            Progress::Nothing => String::new(),
            Progress::Making => words::making(lang).to_owned(),
            Progress::Saved { said, .. } => said.clone(),
            Progress::Failed(_) | Progress::NoPicture => words::failed(lang).to_owned(),
        })
    };
    let more = move || match maker.progress.get() {
        Progress::Saved { text, sheets, .. } => {
            let print = sheets.map(|sheets| {
                // A browser that cannot print has given the file.
                let click = move |_| drop(print_sheets(&sheets));
                view! { <p class="buttons"><button type="button" on:click=click>{words::print(lang)}</button></p> }
            });
            let way_out = is_framed().then(|| {
                let href = format!("{}#{}", own_address(), maker.explorer.hash());
                view! { <p><a href=href target="_blank" rel="noopener">{words::open_page(lang)} " ↗"</a></p> }
            });
            Some(view! { {print} {way_out} {text.map(|text| view! { <CopyText text lang /> })} }.into_any())
        }
        Progress::Failed(format) => {
            let click = move |_| maker.make(format);
            Some(view! { <p class="buttons"><button type="button" on:click=click>{words::retry(lang)}</button></p> }.into_any())
        }
        Progress::Nothing | Progress::Making | Progress::NoPicture => None,
    };
    view! {
        <div class="downloads-outcome">
            <p role="status">{said}</p>
            {more}
        </div>
    }
}

/// The content of a file, to be copied where a page may not save.
#[component]
fn CopyText(text: String, lang: Lang) -> impl IntoView {
    let said = RwSignal::new("");
    let is_by_hand = RwSignal::new(false);
    let content = StoredValue::new(text);
    let click = move |_| {
        said.set("");
        spawn_local(async move {
            let is_copied = copied(&content.get_value()).await.is_some();
            let _closed_meanwhile = is_by_hand.try_set(!is_copied);
            let words = if is_copied { words::copied(lang) } else { messages(lang).copy_by_hand() };
            let _closed_meanwhile = said.try_set(words);
        });
    };
    view! {
        <p class="buttons"><button type="button" on:click=click>{words::copy(lang)}</button></p>
        {move || {
            let name = words::content(lang);
            is_by_hand.get().then(|| view! { <TextToCopy text=content.get_value() name /> })
        }}
        <p role="status">{move || said.get()}</p>
    }
}

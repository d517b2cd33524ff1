//! What the first view does without, as one chunk of code that is fetched after it: the other views, the open record, filters, search.

use std::cell::Cell;

use leptos::{prelude::*, task::spawn_local};
use wasm_split_helpers::SplitLoaderError;
#[cfg(not(debug_assertions))]
use wasm_split_helpers::wasm_split;

use crate::{
    budget::{BudgetView, beside},
    data::package::decode_whole,
    downloads::DownloadDialog,
    embed::{self, dialog::EmbedDialog, foot::Foot},
    export::{self, Pictured, Request, Size, Tint},
    filters::FilterBar,
    i18n::messages::messages,
    indicators::IndicatorsView,
    model::{id::RecordId, relations::Relations, strategy::Strategy},
    offline::{self, OfflineLine, UpdateNotice},
    own_data::{self, BroughtNotice, OwnDataDialog},
    record::{ExpectedRecord, OpenRecord},
    search::SearchField,
    shortcuts::ShortcutsHelp,
    state::{Explorer, brought::Draw, detail::Decoder, filter::Filter, view_state::View},
    story::{Beside, StoryView},
    table::TableView,
    text_metrics::TextMetrics,
    timeline::{Below, Canvas, TimelineView},
    trends::TrendsView,
    ui::{criteria::criteria, notices::Failure, tabs::keep_tab_in_sight},
};

/// What the chunk draws. Plain functions: whoever has them draws at once, so nothing flickers.
#[derive(Clone, Copy)]
struct Parts {
    below: fn(Option<Canvas>) -> AnyView,
    view: fn(View) -> AnyView,
    tools: fn() -> AnyView,
    filters: fn() -> AnyView,
    criteria: fn(Explorer) -> String,
    admits: fn(&Filter, &'static Strategy, RecordId) -> bool,
    record: fn(RecordId, &'static Strategy) -> AnyView,
    foot: fn() -> AnyView,
    start: fn(Explorer),
    decoder: Decoder,
    start_published: fn(String, Draw, fn()),
}

impl Parts {
    /// The parts of the page that shows them: it has their styles now, and is kept for reading without network.
    fn start() -> Self {
        adopt_styles();
        offline::start();
        Self::new()
    }

    fn new() -> Self {
        Self {
            below: |canvas| view! { <Below canvas /> }.into_any(),
            view: |view| match view {
                View::Story => view! { <StoryView beside=BESIDE /> }.into_any(),
                View::Budget => view! { <BudgetView /> <beside::Beside /> }.into_any(),
                view => (BESIDE.view)(view),
            },
            tools: || {
                view! { <SearchField /> <ShortcutsHelp /> <OwnDataDialog /> <DownloadDialog /> <EmbedDialog /> }.into_any()
            },
            filters: || {
                keep_tab_in_sight(Explorer::expect_context());
                view! { <UpdateNotice /> <BroughtNotice /> <FilterBar /> }.into_any()
            },
            criteria,
            admits: |filter, strategy, id| filter.admits(strategy, Relations::of_whole(strategy), id),
            record: |id, strategy| view! { <OpenRecord id strategy /> }.into_any(),
            foot: || view! { <Foot /> <OfflineLine /> }.into_any(),
            start: embed::start,
            decoder: decode_whole,
            start_published: own_data::start_published,
        }
    }
}

/// What stands beside the text of the story.
pub const BESIDE: Beside = Beside {
    view: |view| match view {
        View::Budget => view! { <BudgetView /> }.into_any(),
        View::Indicators => view! { <IndicatorsView /> }.into_any(),
        View::Table => view! { <TableView /> }.into_any(),
        View::Trends => view! { <TrendsView /> }.into_any(),
        View::Timeline | View::Story => view! {
            <TimelineView
                below=|canvas| Some(view! { <Below canvas /> }.into_any())
                criteria=|| criteria(Explorer::expect_context())
            />
        }
        .into_any(),
    },
    picture: |strategy, state, lang| {
        let pictured = Pictured::of(state.view.unwrap_or(View::Timeline))?;
        let request = Request {
            pictured,
            lang,
            tint: Tint::Light,
            state,
            found: None,
            has_turning_points_only: false,
            size: Size::OfWidth(PRINTED_PX),
            address: None,
        };
        Some(export::svg(strategy, &request, &TextMetrics::cautious()))
    },
};

/// How wide the pictures of a printed story are, in pixels.
const PRINTED_PX: f64 = 720.0;

/// The release build cuts the module here: everything that only this function leads to goes into the chunk `later`,
/// which calling it fetches.
#[cfg(not(debug_assertions))]
#[wasm_split(later, fallible)]
fn fetched() -> Result<Parts, SplitLoaderError> {
    Ok(Parts::start())
}

/// While the page is being worked on its module stays whole: no step but the compiler's comes before the browser.
#[cfg(debug_assertions)]
#[expect(clippy::unused_async, reason = "a chunk of a release is awaited")]
async fn fetched() -> Result<Parts, SplitLoaderError> {
    Ok(Parts::start())
}

/// Gives the page the styles of what it could not draw before: as a sheet made by script, which a strict policy
/// allows, so that the first view does not carry them.
#[cfg(target_arch = "wasm32")]
fn adopt_styles() {
    use wasm_bindgen::JsCast;

    let Ok(sheet) = web_sys::CssStyleSheet::new() else { return };
    let styles = concat!(
        include_str!("../style/budget.css"),
        include_str!("../style/beside.css"),
        include_str!("../style/later.css"),
        include_str!("../style/filters.css"),
        include_str!("../style/indicators.css"),
        include_str!("../style/offline.css"),
        include_str!("../style/own-data.css"),
        include_str!("../style/projects.css"),
        include_str!("../style/search.css"),
        include_str!("../style/sheets.css"),
        include_str!("../style/table.css"),
        include_str!("../style/history.css"),
        include_str!("../style/snippet.css"),
        include_str!("../style/downloads.css"),
        include_str!("../style/story.css"),
        include_str!("../style/trends.css"),
    );
    let _never_fails = sheet.replace_sync(styles);
    if let Ok(adopted) = js_sys::Reflect::get(&document(), &"adoptedStyleSheets".into()) {
        adopted.unchecked_ref::<js_sys::Array>().push(&sheet);
    }
}

/// Natively there is no page.
#[cfg(not(target_arch = "wasm32"))]
fn adopt_styles() {}

thread_local! {
    /// The parts, once they have come: whatever the page shows next has them at once.
    static FETCHED: Cell<Option<Parts>> = const { Cell::new(None) };
}

/// The parts: those that are there, or else fetched.
async fn parts() -> Result<Parts, SplitLoaderError> {
    if let Some(parts) = FETCHED.get() {
        return Ok(parts);
    }
    let parts = fetched().await?;
    FETCHED.set(Some(parts));
    Ok(parts)
}

/// Draws a page with the data that it was published with, which it takes more than the first view to read.
pub fn start_published(file: String, draw: Draw, then: fn()) {
    // Leptos' own has nothing to run it yet.
    wasm_bindgen_futures::spawn_local(async move {
        // A page whose program cannot be had stays as it was written.
        if let Ok(parts) = parts().await {
            (parts.start_published)(file, draw, then);
        }
    });
}

/// How far the chunk has come.
#[derive(Clone, Copy)]
enum Arrival {
    /// Not asked for yet.
    Wanted,
    /// On its way.
    Loading,
    /// There.
    Ready(Parts),
    /// It could not be had; the reader may ask again.
    Failed,
}

/// The parts of the page that come after the first view. Copy: pass it freely.
#[derive(Clone, Copy)]
pub struct Later {
    explorer: Explorer,
    arrival: RwSignal<Arrival>,
}

impl Later {
    /// Provides the parts to the components below, and asks for them as soon as the reader does: never on a page that
    /// is written when the site is built.
    pub fn provide(explorer: Explorer) -> Self {
        let later = Self { explorer, arrival: RwSignal::new(Arrival::Wanted) };
        if let Some(parts) = FETCHED.get() {
            later.receive(parts);
        }
        // Here, so that what it starts ends with the page.
        Effect::new(move |is_started: Option<bool>| {
            let parts = later.ready().filter(|_| is_started != Some(true));
            if let Some(parts) = parts {
                untrack(|| (parts.start)(explorer));
            }
            is_started == Some(true) || parts.is_some()
        });
        Effect::new(move |_| {
            if explorer.view() != View::Timeline || explorer.focus().is_some() {
                later.fetch();
            }
        });
        provide_context(later);
        later
    }

    /// The parts provided above.
    ///
    /// # Panics
    /// Outside of [`Later::provide`].
    #[must_use]
    pub fn expect_context() -> Self {
        match use_context() {
            Some(later) => later,
            None => panic!("no later parts were provided above"),
        }
    }

    /// Asks for the parts if nobody has asked yet.
    pub fn fetch_ahead(self) {
        if matches!(self.arrival.get_untracked(), Arrival::Wanted) {
            self.fetch();
        }
    }

    /// Asks for the parts unless they are there or on their way.
    pub fn fetch(self) {
        if matches!(self.arrival.get_untracked(), Arrival::Loading | Arrival::Ready(_)) {
            return;
        }
        self.arrival.set(Arrival::Loading);
        spawn_local(async move {
            match parts().await {
                Ok(parts) => self.receive(parts),
                Err(_) => drop(self.arrival.try_set(Arrival::Failed)),
            }
        });
    }

    fn receive(self, parts: Parts) {
        // The page may be gone by now.
        if self.arrival.try_get_untracked().is_some() {
            self.explorer.decode_with(parts.decoder);
            self.arrival.set(Arrival::Ready(parts));
        }
    }

    /// Whether the parts have been asked for and are neither there nor given up.
    #[must_use]
    pub fn is_loading(self) -> bool {
        matches!(self.arrival.get(), Arrival::Loading)
    }

    /// A view that is not the first one.
    #[must_use]
    pub fn view(self, view: View) -> AnyView {
        match self.arrival.get() {
            Arrival::Ready(parts) => (parts.view)(view),
            Arrival::Failed => self.failure(),
            Arrival::Wanted | Arrival::Loading => view! { <Wait /> }.into_any(),
        }
    }

    /// The parts, once they are there.
    fn ready(self) -> Option<Parts> {
        match self.arrival.get() {
            Arrival::Ready(parts) => Some(parts),
            _ => None,
        }
    }

    /// What stands below the timeline, of its canvas if it has one; nothing until it is there.
    #[must_use]
    pub fn below(self, canvas: Option<Canvas>) -> Option<AnyView> {
        Some((self.ready()?.below)(canvas))
    }

    /// Search and help, in the header; nothing until they are there.
    #[must_use]
    pub fn tools(self) -> Option<AnyView> {
        Some((self.ready()?.tools)())
    }

    /// The filters, above the view, with what is announced there; nothing until they are there.
    #[must_use]
    pub fn filters(self) -> Option<AnyView> {
        Some((self.ready()?.filters)())
    }

    /// What stands at the foot of the page beside its sources; nothing until it is there.
    #[must_use]
    pub fn foot(self) -> Option<AnyView> {
        Some((self.ready()?.foot)())
    }

    /// What the filter keeps, in words; nothing until they are there.
    #[must_use]
    pub fn criteria(self) -> String {
        self.ready().map(|parts| (parts.criteria)(self.explorer)).unwrap_or_default()
    }

    /// Whether the filter keeps a record; until that can be said it does.
    #[must_use]
    pub fn admits(self, id: RecordId) -> bool {
        match (self.ready(), self.explorer.whole()) {
            (Some(parts), Some(strategy)) => {
                self.explorer.filter().with(|filter| (parts.admits)(filter, strategy, id))
            }
            _ => true,
        }
    }

    /// Says that a part could not be had, and offers to ask again.
    fn failure(self) -> AnyView {
        let text = messages(self.explorer.lang()).part_failed();
        view! { <Failure text retry=move || self.fetch() /> }.into_any()
    }

    /// The record of anything; it needs the whole of the data as well.
    #[must_use]
    pub fn record(self, id: RecordId) -> AnyView {
        match (self.arrival.get(), self.explorer.whole()) {
            (Arrival::Ready(parts), Some(strategy)) => (parts.record)(id, strategy),
            (Arrival::Failed, _) => {
                let failure = Some(self.failure());
                view! { <ExpectedRecord id failure /> }.into_any()
            }
            _ => view! { <ExpectedRecord id failure=None /> }.into_any(),
        }
    }
}

/// In place of a part that is on its way.
#[component]
fn Wait() -> impl IntoView {
    let messages = messages(Explorer::expect_context().lang());
    view! { <p class="hint" role="status">{messages.part_pending()}</p> }
}

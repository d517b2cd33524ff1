//! The one state of the explorer: read from the address, changed by commands, shared through a context.

pub mod admission;
pub mod brought;
pub mod command;
pub mod detail;
pub mod fetching;
pub mod filter;
pub mod history;
pub mod listing;
pub mod query;
pub mod tour;
pub mod view_state;

use leptos::prelude::*;

use self::{
    brought::Brought,
    command::{Command, Entry},
    detail::{Decoder, Detail, Details, Said},
    filter::{Filter, Found},
    history::History,
    query::{InvalidParam, Key},
    view_state::{Coloring, Look, PageDefaults, Scheme, View, ViewState},
};
use crate::{
    model::{
        date::Day,
        id::{RecordId, ScopeId},
        strategy::Strategy,
        text::{Lang, ProseId},
    },
    text_metrics::TextMetrics,
};

/// The strategy and the reader's view of it. Copy: pass it freely.
#[derive(Clone, Copy)]
pub struct Explorer {
    /// The core of the data: events, budgets and indicators, there from the start. Its ids are those of the whole.
    pub strategy: &'static Strategy,
    details: Details,
    metrics: &'static TextMetrics,
    defaults: PageDefaults,
    brought: Option<&'static Brought>,
    twin: StoredValue<Option<String>>,
    /// The state of the address.
    state: RwSignal<ViewState>,
    /// What of it is seen here: all, or the view beside a step of the guided reading.
    seen: Signal<ViewState>,
    /// What that step shows by itself.
    of_step: Option<Signal<ViewState>>,
    /// The view and the record that is open: what depends on these alone does not follow every move of a window.
    shown: Memo<(View, Option<RecordId>)>,
    found: RwSignal<Option<Found>>,
    filter: Memo<Filter>,
    at_any_time: Memo<Filter>,
    invalid: RwSignal<Vec<InvalidParam>>,
    history: StoredValue<History, LocalStorage>,
}

impl Explorer {
    /// Reads the address, follows it from now on, and provides the explorer to the components below. Data that were
    /// brought are told by a context above.
    #[must_use]
    pub fn provide(
        strategy: &'static Strategy,
        details: Details,
        metrics: &'static TextMetrics,
        defaults: PageDefaults,
    ) -> Self {
        let found = RwSignal::new(None);
        let state = RwSignal::new(ViewState::default());
        let invalid = RwSignal::new(Vec::new());
        let filter =
            Memo::new(move |_| state.with(|state| found.with(|found| Filter::of(state, found.as_ref()))));
        let explorer = Self {
            strategy,
            details,
            metrics,
            defaults,
            brought: use_context(),
            twin: StoredValue::new(None),
            state,
            seen: state.into(),
            of_step: None,
            shown: shown(state.into(), defaults),
            found,
            filter,
            at_any_time: at_any_time(filter),
            invalid,
            history: StoredValue::new_local(History::default()),
        };
        let follow = move || invalid.set(explorer.read(&history::current_hash()));
        follow();
        history::on_navigation(follow);
        // Records, actors and steps that the core does not know may be in the whole.
        Effect::new(move |_| {
            if details.whole().is_some() {
                let hash = untrack(|| explorer.state.with(|state| explorer.hash_of(state)));
                let wrong = explorer.read(&hash);
                if !wrong.is_empty() {
                    invalid.update(|invalid| invalid.extend(wrong));
                }
            }
        });
        provide_context(explorer);
        explorer
    }

    /// The explorer of the view beside a step of the guided reading, which shows `of_step` by itself: it is provided to
    /// the components below, and what the reader changes there is said beside the step in the address.
    pub fn provide_beside(self, of_step: Signal<ViewState>) -> Self {
        let (state, found) = (self.state, self.found);
        let seen = Memo::new(move |_| of_step.with(|step| state.with(|story| tour::shown(step, story))));
        let filter =
            Memo::new(move |_| seen.with(|seen| found.with(|found| Filter::of(seen, found.as_ref()))));
        let beside = Self {
            seen: seen.into(),
            shown: shown(seen.into(), self.defaults),
            of_step: Some(of_step),
            filter,
            at_any_time: at_any_time(filter),
            ..self
        };
        provide_context(beside);
        beside
    }

    /// The explorer provided above.
    ///
    /// # Panics
    /// Outside of [`Explorer::provide`].
    #[must_use]
    pub fn expect_context() -> Self {
        // Leptos' own `expect_context` names the type in its panic, which brings the tables of Unicode with it.
        match use_context() {
            Some(explorer) => explorer,
            None => panic!("no explorer was provided above"),
        }
    }

    /// Widths of texts in the page's font.
    #[must_use]
    pub fn metrics(self) -> &'static TextMetrics {
        self.metrics
    }

    /// The day of the note.
    #[must_use]
    pub fn reference_day(self) -> Day {
        self.strategy.reference_day()
    }

    /// Where the data come from, if a reader has brought them.
    #[must_use]
    pub fn brought(self) -> Option<&'static Brought> {
        self.brought
    }

    /// Whether others who follow a link to the page see the same data: not what a reader has only opened in it.
    #[must_use]
    pub fn can_be_linked(self) -> bool {
        self.brought.is_none_or(|brought| brought.is_published)
    }

    /// Carries out what the reader intends.
    pub fn dispatch(self, command: &Command) {
        let next = self.after(command);
        if self.state.with_untracked(|state| *state == next) {
            return;
        }
        let entry = if next.is_embedded { Entry::Replace } else { command.entry() };
        let before = self.hash_of(&self.state.get_untracked());
        let after = self.hash_of(&next);
        self.state.set(next);
        self.history.update_value(|history| history.enter(entry, &before, &after));
    }

    /// The address of the state that a command leads to from the present one, for links that carry the whole state.
    #[must_use]
    pub fn href(self, command: &Command) -> String {
        format!("#{}", self.hash_of(&self.after(command)))
    }

    /// The address of a page of text in the language of the explorer, by the folder it stands in.
    #[must_use]
    pub fn text_page(self, folder: &str) -> String {
        let of_language = if self.lang() == Lang::En { "en/" } else { "" };
        format!("{}{of_language}{folder}/index.html", self.defaults.root())
    }

    /// Where the same page is in the other language, if it is a page of its own.
    pub fn has_twin(self, address: Option<String>) {
        self.twin.set_value(address);
    }

    /// The address of the present state in a language, where that is another page.
    #[must_use]
    pub fn elsewhere_in(self, lang: Lang) -> Option<String> {
        let twin = self.twin.get_value().filter(|_| lang != self.defaults.lang)?;
        let mut state = self.state.get_untracked();
        state.lang = None;
        Some(format!("{twin}#{}", self.hash_of(&state)))
    }

    /// The state of the address that a command leads to from the present one.
    fn after(self, command: &Command) -> ViewState {
        let next = self.seen.with_untracked(|seen| command.applied(seen, self.known_now()));
        let next = match self.of_step {
            Some(step) => self
                .state
                .with_untracked(|story| step.with_untracked(|step| tour::told(step, story, &next)))
                .unwrap_or_else(|| tour::left(&next)),
            None => next,
        };
        query::without_defaults(next, self.defaults, self.known_now())
    }

    /// The identifier of a record, as addresses spell it.
    #[must_use]
    pub fn slug(self, id: impl Into<RecordId>) -> &'static str {
        self.known_now().slug(id.into())
    }

    /// The identifiers of records, with a space between them.
    #[must_use]
    pub fn slugs<Id: Copy + Into<RecordId>>(self, ids: &[Id]) -> String {
        ids.iter().map(|&id| self.slug(id)).collect::<Vec<_>>().join(" ")
    }

    /// The language of the page. It does not change while a page is mounted: the app mounts the page anew when
    /// the reader turns to the other language, so words need not be followed one by one.
    #[must_use]
    pub fn lang(self) -> Lang {
        self.state.with_untracked(|state| state.lang).unwrap_or(self.defaults.lang)
    }

    /// The language that the address asks for, followed as it changes: for the app alone.
    #[must_use]
    pub fn lang_asked(self) -> Lang {
        self.state.with(|state| state.lang).unwrap_or(self.defaults.lang)
    }

    /// A long text in the language of the explorer, as far as it is there.
    #[must_use]
    pub fn said(self, id: ProseId) -> Said {
        self.details.said(id, self.lang())
    }

    /// The whole of the data, once it is there.
    #[must_use]
    pub fn whole(self) -> Option<&'static Strategy> {
        self.details.whole()
    }

    /// The most that is known of the data by now: the whole once it is there, else the core.
    #[must_use]
    pub fn known(self) -> &'static Strategy {
        self.details.whole().unwrap_or(self.strategy)
    }

    /// From now on the whole is read by `decoder`.
    pub fn decode_with(self, decoder: Decoder) {
        self.details.decode_with(decoder);
    }

    /// How far the long texts in the language of the explorer have come.
    #[must_use]
    pub fn detail(self) -> Detail {
        self.details.of(self.lang()).get()
    }

    /// Asks for the long texts in the language of the explorer, unless they are there or on their way.
    pub fn fetch_detail(self) {
        self.details.fetch(self.lang());
    }

    /// The colour scheme.
    #[must_use]
    pub fn scheme(self) -> Scheme {
        self.seen.with(|state| state.scheme).unwrap_or(self.defaults.scheme)
    }

    /// The look.
    #[must_use]
    pub fn look(self) -> Look {
        self.seen.with(|state| state.look).unwrap_or(Look::Paper)
    }

    /// The view shown.
    #[must_use]
    pub fn view(self) -> View {
        self.shown.get().0
    }

    /// The record that is open.
    #[must_use]
    pub fn focus(self) -> Option<RecordId> {
        self.shown.get().1
    }

    /// Whether the address names a record, known or not yet.
    #[must_use]
    pub fn wants_record(self) -> bool {
        let is_focus = |(name, _): &(String, String)| name == Key::Focus.as_str();
        self.state.with_untracked(|state| state.focus.is_some() || state.unknown.iter().any(is_focus))
    }

    /// The budget shown; `None` only if the data hold none.
    #[must_use]
    pub fn scope(self) -> Option<ScopeId> {
        self.seen.with(|state| query::scope_shown(state, self.strategy))
    }

    /// What the colours of the cells of a budget say.
    #[must_use]
    pub fn coloring(self) -> Coloring {
        self.seen.with(|state| state.color).unwrap_or(Coloring::Group)
    }

    /// The whole state, for what depends on more than one part of it.
    #[must_use]
    pub fn state(self) -> Signal<ViewState> {
        self.seen
    }

    /// What the page is before its address says more.
    #[must_use]
    pub fn defaults(self) -> PageDefaults {
        self.defaults
    }

    /// The hash of the present address without its `#`, followed as it changes.
    #[must_use]
    pub fn hash(self) -> String {
        let strategy = self.known();
        self.state.with(|state| query::print(state, strategy))
    }

    /// Takes over the whole state of a hash that somebody else than the reader gives: no step to go back from.
    pub fn adopt(self, hash: &str) {
        self.invalid.set(self.read(hash));
        let hash = untrack(|| self.hash());
        self.history.update_value(|history| history.enter(Entry::Replace, &hash, &hash));
    }

    /// Values of the address that meant nothing, until dismissed.
    #[must_use]
    pub fn invalid(self) -> RwSignal<Vec<InvalidParam>> {
        self.invalid
    }

    /// What the reader asks to be shown, followed as it changes.
    #[must_use]
    pub fn filter(self) -> Memo<Filter> {
        self.filter
    }

    /// The same without its period: what depends on nothing else is not worked out anew while the period moves.
    #[must_use]
    pub fn filter_at_any_time(self) -> Memo<Filter> {
        self.at_any_time
    }

    /// What the last search found; whoever searches writes it here.
    #[must_use]
    pub fn found(self) -> RwSignal<Option<Found>> {
        self.found
    }

    /// The same, for what need not follow it.
    fn known_now(self) -> &'static Strategy {
        untrack(|| self.known())
    }

    fn hash_of(self, state: &ViewState) -> String {
        query::print(state, self.known_now())
    }

    /// Makes the state that of an address; gives what of it means nothing.
    fn read(self, hash: &str) -> Vec<InvalidParam> {
        let (mut state, mut invalid) = query::parse(hash, self.defaults, self.known_now());
        if untrack(|| self.details.whole()).is_some() {
            // What the whole does not know is wrong, and is not kept.
            state.unknown.retain(|(name, _)| Key::parse(name).is_none());
        } else {
            // While only the core is known, what it does not know is not wrong yet.
            invalid.retain(|param| !param.key.names_what_may_come());
        }
        if self.state.with_untracked(|current| *current != state) {
            self.state.set(state);
        }
        invalid
    }
}

fn shown(seen: Signal<ViewState>, defaults: PageDefaults) -> Memo<(View, Option<RecordId>)> {
    Memo::new(move |_| seen.with(|state| (state.view.unwrap_or(defaults.view), state.focus)))
}

/// A filter without its period.
fn at_any_time(filter: Memo<Filter>) -> Memo<Filter> {
    Memo::new(move |_| filter.with(|filter| Filter { period: None, ..filter.clone() }))
}

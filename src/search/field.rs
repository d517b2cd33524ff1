//! The field in the header: what is typed, the records suggested for it, and the way to all of them in the table.

use std::time::Duration;

use leptos::{
    ev::{self, KeyboardEvent},
    html,
    prelude::*,
};

use super::{
    asking::{Purpose, Search},
    results::{Group, Hit, Results},
};
use crate::{
    i18n::messages,
    model::id::RecordId,
    state::{Explorer, command::Command, filter::Found, view_state::View},
    ui::{notices::Failure, single_keys},
};

/// A screen reader says the count when the typing pauses, not at every letter.
const STATUS_DELAY: Duration = Duration::from_millis(600);
/// The list of suggestions.
const LIST_ID: &str = "search-list";

/// The field with its results.
#[component]
pub fn SearchField() -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let field = Field::new(explorer);
    field.keep_what_the_address_searches_for();
    field.stay_on_the_record();
    field.say_the_count();
    field.come_when_called();
    let expanded = move || field.is_shown() && field.count() > 0;
    let active_id = move || field.active.get().filter(|_| expanded()).map(option_id);
    view! {
        <div class="search" role="search">
            <input
                node_ref=field.input
                role="combobox"
                type="text"
                enterkeyhint="search"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                placeholder=messages::search(lang)
                aria-label=messages::search(lang)
                aria-autocomplete="list"
                aria-controls=LIST_ID
                aria-expanded=move || expanded().to_string()
                aria-activedescendant=active_id
                prop:value=move || field.typed.get()
                on:focus=move |_| field.search.start()
                on:input=move |event| field.type_in(event_target_value(&event))
                on:keydown=move |event| field.on_key(&event)
                on:blur=move |_| field.is_open.set(false)
            />
            // A press on a suggestion must not take the focus from the field, or the list is gone before the click.
            <div
                class="search-results"
                hidden=move || !field.is_shown()
                on:mousedown=move |event| event.prevent_default()
            >
                <div role="listbox" id=LIST_ID aria-label=messages::search_results(lang)>
                    {move || {
                        field.results().with(|results| results.as_ref().map(|(_, results)| suggestions(field, results)))
                    }}
                </div>
                <p class="hint" hidden=move || { field.count() > 0 }>
                    {messages::search_count(0, lang)}
                </p>
            </div>
            <p class="visually-hidden" role="status">
                {field.status}
            </p>
            {move || {
                field.search.has_failed().then(|| view! {
                    <Failure text=messages::search_failed(lang) retry=move || field.search.retry() />
                })
            }}
        </div>
    }
}

/// The records suggested, by kind, and the way to all of them.
fn suggestions(field: Field, results: &Results) -> Option<AnyView> {
    // Until the page itself knows all records it cannot open them.
    field.explorer.whole()?;
    let lang = field.explorer.lang();
    let mut place = 0;
    let mut group = |group: &Group| {
        let name = group.hits.first().map(|hit| messages::records_of_kind(hit.id.kind(), lang));
        let first = place;
        place += group.hits.len();
        let hits = group.hits.iter().enumerate();
        let hits = hits.map(|(at, hit)| suggestion(field, first + at, hit)).collect_view();
        let heading = format!("search-group-{first}");
        view! {
            <div role="group" aria-labelledby=heading.clone()>
                <p class="hint" role="presentation" id=heading.clone()>{format!("{} · {}", name.unwrap_or_default(), group.count)}</p>
                {hits}
            </div>
        }
    };
    let groups = results.groups.iter().map(&mut group).collect_view();
    let all = (place > 0).then(|| {
        let text = messages::search_all_in_table(results.records.len(), lang);
        view! { <Suggestion field place data_id="">{text}</Suggestion> }
    });
    Some(view! { {groups} {all} }.into_any())
}

/// One record, the words found in it marked.
fn suggestion(field: Field, place: usize, hit: &Hit) -> impl IntoView + use<> {
    let mut pieces: Vec<AnyView> = Vec::new();
    let mut at = 0;
    let piece = |from: u32, to: u32| hit.label.get(from as usize..to as usize).unwrap_or_default().to_owned();
    for &(start, end) in &hit.marks {
        pieces.push(piece(at, start).into_any());
        pieces.push(view! { <mark>{piece(start, end)}</mark> }.into_any());
        at = end;
    }
    pieces.push(piece(at, hit.label.len() as u32).into_any());
    let hint = hit.hint.clone();
    view! {
        <Suggestion field place data_id=field.explorer.slug(hit.id)>
            <span>{pieces}</span>
            <span class="hint">{hint}</span>
        </Suggestion>
    }
}

/// A line of the list, chosen by a click or from the field.
#[component]
fn Suggestion(field: Field, place: usize, data_id: &'static str, children: Children) -> impl IntoView {
    view! {
        <div
            role="option"
            id=option_id(place)
            data-id=data_id
            aria-selected=move || (field.active.get() == Some(place)).to_string()
            on:click=move |_| field.choose(place)
        >
            {children()}
        </div>
    }
}

fn option_id(place: usize) -> String {
    format!("search-option-{place}")
}

/// What the field knows. Copy: pass it freely.
#[derive(Clone, Copy)]
struct Field {
    explorer: Explorer,
    search: Search,
    input: NodeRef<html::Input>,
    typed: RwSignal<String>,
    /// Whether the reader wants to see suggestions.
    is_open: RwSignal<bool>,
    /// The suggestion that the keyboard is on.
    active: RwSignal<Option<usize>>,
    /// What a screen reader is told.
    status: RwSignal<String>,
}

impl Field {
    fn new(explorer: Explorer) -> Self {
        Self {
            explorer,
            search: Search::new(explorer),
            input: NodeRef::new(),
            typed: RwSignal::new(String::new()),
            is_open: RwSignal::new(false),
            active: RwSignal::new(None),
            status: RwSignal::new(String::new()),
        }
    }

    fn results(self) -> RwSignal<Option<(String, Results)>> {
        self.search.answered(Purpose::Suggest)
    }

    /// How many records were found.
    fn count(self) -> usize {
        self.results().with(|results| results.as_ref().map_or(0, |(_, results)| results.records.len()))
    }

    fn is_shown(self) -> bool {
        self.is_open.get() && self.results().with(Option::is_some) && self.explorer.whole().is_some()
    }

    fn type_in(self, text: String) {
        let query = text.trim().to_owned();
        self.typed.set(text);
        self.is_open.set(true);
        if query.is_empty() {
            self.search.forget(Purpose::Suggest);
            // An emptied field searches for nothing any more.
            self.explorer.dispatch(&Command::Search(query));
        } else {
            self.search.ask(Purpose::Suggest, &self.typed.get_untracked());
        }
    }

    fn on_key(self, event: &KeyboardEvent) {
        let is_shown = untrack(|| self.is_shown());
        // The suggestions, and the way to all.
        let options = self.results().with_untracked(|results| {
            let groups = results.as_ref().map_or(&[][..], |(_, results)| &results.groups);
            groups.iter().map(|group| group.hits.len()).sum::<usize>()
        });
        let last = is_shown.then_some(options).filter(|&options| options > 0);
        let active = self.active.get_untracked();
        let key = event.key();
        match (key.as_str(), last, active) {
            ("ArrowDown", Some(last), _) => self.go_to(active.filter(|&at| at < last).map_or(0, |at| at + 1)),
            ("ArrowUp", Some(last), _) => self.go_to(active.filter(|&at| at > 0).map_or(last, |at| at - 1)),
            // Without a suggestion in hand these two move within what is typed.
            ("Home", Some(_), Some(_)) => self.go_to(0),
            ("End", Some(last), Some(_)) => self.go_to(last),
            ("ArrowDown" | "ArrowUp", None, _) => self.open(),
            ("Enter", Some(_), Some(place)) => self.choose(place),
            ("Enter", ..) => {
                self.is_open.set(false);
                self.explorer.dispatch(&Command::Search(self.typed.get_untracked()));
            }
            ("Escape", ..) if is_shown => self.close(),
            ("Escape", ..) if !self.typed.with_untracked(String::is_empty) => self.type_in(String::new()),
            _ => return,
        }
        event.prevent_default();
        // Escape closes one thing at a time.
        event.stop_propagation();
    }

    fn go_to(self, place: usize) {
        self.active.set(Some(place));
        if let Some(option) = document().get_element_by_id(&option_id(place)) {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            option.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }

    fn open(self) {
        let typed = self.typed.get_untracked();
        if !typed.trim().is_empty() {
            self.is_open.set(true);
            self.search.ask(Purpose::Suggest, &typed);
        }
    }

    fn close(self) {
        self.is_open.set(false);
        self.active.set(None);
    }

    /// Opens the record at a place of the list; behind the last one are all of them.
    fn choose(self, place: usize) {
        let id: Option<RecordId> = self.results().with_untracked(|results| {
            let (_, results) = results.as_ref()?;
            results.groups.iter().flat_map(|group| &group.hits).nth(place).map(|hit| hit.id)
        });
        self.close();
        match id {
            Some(id) => self.explorer.dispatch(&Command::Focus(id)),
            None => {
                self.explorer.dispatch(&Command::Search(self.typed.get_untracked()));
                self.explorer.dispatch(&Command::Show(View::Table));
            }
        }
    }

    /// The field shows what the address searches for, and the filter is given what that finds.
    fn keep_what_the_address_searches_for(self) {
        let Self { explorer, search, .. } = self;
        let query = Memo::new(move |_| explorer.state().with(|state| state.query.clone()));
        Effect::new(move |_| {
            let query = query.get();
            self.typed.set(query.clone());
            if query.is_empty() {
                search.forget(Purpose::Keep);
            } else {
                search.ask(Purpose::Keep, &query);
            }
        });
        Effect::new(move |_| {
            let found = search.answered(Purpose::Keep).get();
            let found = found.map(|(query, results)| Found { query, records: results.records });
            // What was found before the page was mounted in another language stays until it is found again.
            let is_due = found.is_some() || query.with(String::is_empty);
            if is_due && explorer.found().with_untracked(|before| *before != found) {
                explorer.found().set(found);
            }
        });
    }

    /// While new answers come, the keyboard stays on the record it is on, wherever that is listed now.
    fn stay_on_the_record(self) {
        Effect::new(move |before: Option<Vec<RecordId>>| {
            let now: Vec<RecordId> = self.results().with(|results| {
                let groups = results.as_ref().map_or(&[][..], |(_, results)| &results.groups);
                groups.iter().flat_map(|group| &group.hits).map(|hit| hit.id).collect()
            });
            let held = self
                .active
                .get_untracked()
                .zip(before)
                .and_then(|(place, before)| before.get(place).copied());
            self.active.set(held.and_then(|held| now.iter().position(|&id| id == held)));
            now
        });
    }

    /// Says how many records were found, once the typing pauses.
    fn say_the_count(self) {
        Effect::new(move |_| {
            let query = self.results().with(|results| results.as_ref().map(|(query, _)| query.clone()));
            let say = move || {
                // Only if nothing else has been asked meanwhile, or the field is gone.
                let is_latest = self
                    .results()
                    .try_with_untracked(|results| results.as_ref().map(|(query, _)| query) == query.as_ref());
                if is_latest == Some(true) {
                    let count = untrack(|| self.count());
                    let text = query.as_ref().map(|_| messages::search_count(count, self.explorer.lang()));
                    self.status.set(text.unwrap_or_default());
                }
            };
            set_timeout(say, STATUS_DELAY);
        });
    }

    /// The key `/` leads into the field.
    fn come_when_called(self) {
        // Keys are pressed in browsers only; natively there is no window to listen to.
        if cfg!(not(target_arch = "wasm32")) {
            return;
        }
        let listening = window_event_listener(ev::keydown, move |event| {
            if event.key() == "/"
                && single_keys::may_act(&event)
                && let Some(input) = self.input.get_untracked()
            {
                event.prevent_default();
                let _never_fails = input.focus();
                input.select();
            }
        });
        on_cleanup(move || listening.remove());
    }
}

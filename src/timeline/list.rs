//! The timeline where there is no room for an axis: events by year, from top to bottom, with the note's date as a divider.

use leptos::prelude::*;

use super::{
    canvas::{is_asked_for, is_shown},
    hidden::most_named,
    marks,
    scale::Window,
    time_window::TimeWindow,
};
use crate::{
    i18n::{
        format::{OpenEnd, date_in_words, date_within_year},
        messages::{self, messages},
    },
    model::{
        date::{Edtf, Precision},
        event::Event,
        id::EventId,
        order::sorted,
        strategy::Strategy,
        text::Lang,
    },
    state::{Explorer, command::Command},
    ui::{command_link::CommandLink, drawing::Drawing, glyph::glyph, keyboard::focus_first},
};

/// A line of the list.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// A year begins.
    Year(i32),
    /// Here lies the note's date.
    Note,
    /// An event.
    Event(EventId),
}

/// The list, with what lies beyond the window.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// From the earliest to the latest.
    pub lines: Vec<Line>,
    /// Events before the window, in order of time.
    pub before: Vec<EventId>,
    /// Events after the window, in order of time.
    pub after: Vec<EventId>,
}

/// The events of a window that `is_shown` as lines; `after_note` is the first instant after the note's date, in days.
#[must_use]
pub fn listing(
    strategy: &Strategy,
    window: Window,
    after_note: f64,
    is_shown: impl Fn(EventId) -> bool,
) -> Listing {
    let events: Vec<_> = strategy.events_in_time().filter(|&(id, _)| is_shown(id)).collect();
    // What was to come after the note follows its divider even where it has no date of its own.
    let events = sorted(&events, |(_, a), (_, b)| is_after(a, after_note).cmp(&is_after(b, after_note)));
    let mut listing = Listing::default();
    let mut year = None;
    let mut is_past_note = false;
    for (id, event) in events {
        if !window.holds(event.date) {
            let is_before = event.date.latest().is_some_and(|day| f64::from(day.0) < window.start);
            if is_before {
                listing.before.push(id)
            } else {
                listing.after.push(id)
            }
            continue;
        }
        if !is_past_note && is_after(event, after_note) {
            is_past_note = true;
            // A year that the note cuts in two is named again below the divider.
            year = None;
            listing.lines.push(Line::Note);
        }
        let own = year_of(event.date);
        if year != Some(own) {
            year = Some(own);
            listing.lines.push(Line::Year(own));
        }
        listing.lines.push(Line::Event(id));
    }
    listing
}

fn is_after(event: &Event, after_note: f64) -> bool {
    match (event.date.earliest(), event.date.latest()) {
        (Some(first), _) => {
            f64::from(first.0) >= after_note || !event.had_happened() && event.date.latest().is_none()
        }
        (None, Some(_)) | (None, None) => !event.had_happened(),
    }
}

fn year_of(date: Edtf) -> i32 {
    date.start().or(date.end()).map_or(0, crate::model::date::Date::year)
}

/// How a date is said under the heading of its year.
fn short_when(event: &Event, lang: Lang) -> String {
    match event.date {
        Edtf::Date(date) if !date.is_approximate() && date.precision() != Precision::Year => {
            date_within_year(date, lang)
        }
        date => date_in_words(date, OpenEnd::of(event), lang),
    }
}

/// So many lines are drawn at once, and so many more each time that the reader asks for them.
const PIECE: usize = 300;
/// An event whose record is open is drawn if it is no farther down than this.
const FARTHEST: usize = 3_000;

/// The list of the events of the window.
#[component]
pub(crate) fn EventList(time: TimeWindow) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let after_note = f64::from(explorer.reference_day().0) + 1.0;
    // How many lines are drawn: no less by anything that makes the list anew.
    let drawn = RwSignal::new(PIECE);
    let line = move |line: &Line| match *line {
        Line::Year(year) => view! { <li class="list-year"><h2 data-label="">{year}</h2></li> }.into_any(),
        Line::Note => {
            let words = messages(explorer.lang()).note_divider();
            view! { <li class="list-note"><p data-label="">{words}</p></li> }.into_any()
        }
        Line::Event(id) => view! { <ListedEvent id /> }.into_any(),
    };
    let listing = Memo::new(move |_| {
        listing(explorer.strategy, time.listed(), after_note, |id| is_shown(explorer, id))
    });
    Effect::new(move |_| {
        let open = explorer.focus();
        let is_open = |line: &Line| matches!(*line, Line::Event(id) if open == Some(id.into()));
        let place = listing.with(|listing| listing.lines.iter().position(is_open));
        if let Some(place) = place.filter(|&place| place < FARTHEST && place >= drawn.get_untracked()) {
            drawn.set(place + PIECE);
        }
    });
    move || {
        let drawn_lines = drawn.get();
        listing.with(|Listing { lines, before, after }| {
            let end = drawn_lines.min(lines.len());
            view! {
                <div class="event-list">
                    {beyond(explorer, before, true)}
                    <ol>{lines[..end].iter().map(line).collect_view()}</ol>
                    {rest(explorer, &lines[end..], drawn)}
                    {beyond(explorer, after, false)}
                </div>
            }
        })
    }
}

/// What stands for the lines that are not drawn, until the reader asks for the next of them.
fn rest(explorer: Explorer, lines: &[Line], drawn: RwSignal<usize>) -> Option<impl IntoView + use<>> {
    let hidden: Vec<EventId> = lines
        .iter()
        .filter_map(|line| match *line {
            Line::Event(id) => Some(id),
            Line::Year(_) | Line::Note => None,
        })
        .collect();
    let text = messages::more_listed(hidden.len(), explorer.lang());
    let click = move |_| {
        let from = drawn.get_untracked();
        drawn.set(from + PIECE);
        // The keyboard goes on with the first of them.
        request_animation_frame(move || {
            focus_first(&format!(".event-list li:nth-child(n + {}) a", from + 1))
        });
    };
    (!hidden.is_empty()).then(|| {
        view! {
            <p class="list-beyond">
                <button
                    type="button"
                    data-stub=""
                    data-count=hidden.len().to_string()
                    data-ids=explorer.slugs(&hidden[..most_named(hidden.len())])
                    on:click=click
                >
                    {text}
                </button>
            </p>
        }
    })
}

/// What stands for the events before or after the window; a click shows all there is.
fn beyond(explorer: Explorer, events: &[EventId], is_before: bool) -> Option<impl IntoView + use<>> {
    let lang = explorer.lang();
    let count = events.len();
    let text = messages::beyond_window(count, is_before, lang);
    let ids = explorer.slugs(&events[..most_named(count)]);
    (count > 0).then(|| {
        view! {
            <p class="list-beyond">
                <CommandLink
                    command=Command::ShowDefaultWindow
                    attr:data-stub=""
                    attr:data-count=count.to_string()
                    attr:data-ids=ids
                >
                    {text}
                </CommandLink>
            </p>
        }
    })
}

#[component]
fn ListedEvent(id: EventId) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let event = &explorer.strategy[id];
    let hue = event.theme.hue();
    let class = if event.is_turning_point() {
        format!("listed hue-{hue} is-major")
    } else {
        format!("listed hue-{hue}")
    };
    let class_of_point = marks::point_class(event.had_happened(), event.date.is_qualified());
    // What the eye gets from the heading of the year, from the shape and from the ground.
    let spoken = format!(
        " {}, {}{}",
        date_in_words(event.date, OpenEnd::of(event), lang),
        messages::status(event.status, lang),
        marks::outside(is_asked_for(explorer, id), lang)
    );
    let point = Drawing::new().path(class_of_point, &glyph(event.theme, 8.0, 8.0, 5.0)).into_markup();
    view! {
        <li class=class>
            <CommandLink
                command=Command::Focus(id.into())
                current=Signal::derive(move || explorer.focus() == Some(id.into()))
                attr:data-kind="event"
                attr:data-id=explorer.slug(id)
            >
                <span class="listed-when" data-label="">{short_when(event, lang)}</span>
                <svg class="listed-mark" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" inner_html=point></svg>
                <span class="listed-what">
                    <span class="listed-title" data-label="">{event.title.get(lang)}</span>
                    <span class="visually-hidden">{spoken}</span>
                    <span class="listed-theme" data-label="">{explorer.strategy[event.theme].short.get(lang)}</span>
                </span>
            </CommandLink>
        </li>
    }
}

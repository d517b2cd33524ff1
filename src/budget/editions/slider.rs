//! The slider from edition to edition: a stop for each, hollow where there is no table, and a button that plays them.

use std::time::Duration;

use leptos::{
    ev::{KeyboardEvent, PointerEvent},
    leptos_dom::helpers::IntervalHandle,
    prelude::*,
};
use wasm_bindgen::JsCast;

use super::{map::EditionMap, name, words};
use crate::{
    model::{
        id::EditionId,
        panorama::{editions, has_table, perimeter_change},
        within::Within as _,
    },
    state::command::Command,
    ui::drawing::{Drawing, PathData, px},
};

/// Height of the slider.
const HEIGHT_PX: f64 = 62.0;
/// Height of its line in it.
const LINE_PX: f64 = 34.0;
/// What the button beside the slider takes of the width.
const BESIDE_PX: f64 = 52.0;
/// Room at both ends.
const END_PX: f64 = 16.0;
/// The least room for the name of a year.
const YEAR_PX: f64 = 44.0;
/// How long an edition is shown while they are played.
const SHOWN: Duration = Duration::from_millis(1_600);

/// The stops of the slider in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Stops {
    /// The editions, from the earliest to the latest.
    pub editions: Vec<EditionId>,
    width_px: f64,
}

impl Stops {
    /// Stops at equal distances.
    #[must_use]
    pub fn new(editions: Vec<EditionId>, width_px: f64) -> Self {
        Self { editions, width_px }
    }

    /// Where a stop is.
    #[must_use]
    pub fn x(&self, place: usize) -> f64 {
        let steps = self.editions.len().saturating_sub(1).max(1) as f64;
        END_PX + place as f64 * (self.width_px - 2.0 * END_PX) / steps
    }

    /// The stop nearest to a place.
    #[must_use]
    pub fn nearest(&self, x: f64) -> usize {
        let steps = self.editions.len().saturating_sub(1) as f64;
        let step = (x - END_PX) / (self.width_px - 2.0 * END_PX).max(1.0) * steps;
        step.round().within(0.0, steps) as usize
    }

    /// Where a key leads from a stop; nothing for keys that mean nothing here.
    #[must_use]
    pub fn after_key(&self, key: &str, place: usize) -> Option<usize> {
        let last = self.editions.len().saturating_sub(1);
        Some(match key {
            "ArrowLeft" | "ArrowDown" => place.saturating_sub(1),
            "ArrowRight" | "ArrowUp" => (place + 1).min(last),
            "PageDown" => place.saturating_sub(3),
            "PageUp" => (place + 3).min(last),
            "Home" => 0,
            "End" => last,
            _ => return None,
        })
    }
}

/// The slider with its button.
#[component]
pub(crate) fn Slider(map: EditionMap) -> impl IntoView {
    let explorer = map.explorer();
    let (strategy, lang) = (map.strategy, explorer.lang());
    let all = StoredValue::new(editions(strategy));
    let stops = Memo::new(move |_| Stops::new(all.get_value(), map.width() - BESIDE_PX));
    let place = Memo::new(move |_| {
        let shown = map.edition()?;
        all.with_value(|all| all.iter().position(|&edition| edition == shown))
    });
    let playing = RwSignal::new(None::<IntervalHandle>);
    let stop = move || {
        if let Some(handle) = playing.get_untracked() {
            handle.clear();
            playing.set(None);
        }
    };
    on_cleanup(stop);
    let show = move |place: usize| {
        if let Some(edition) = all.with_value(|all| all.get(place).copied()) {
            explorer.dispatch(&Command::ShowEdition(edition));
        }
    };
    // The last edition with a table is where playing ends: after it there are headlines only.
    let last_table =
        all.with_value(|all| all.iter().rposition(|&edition| has_table(strategy, edition)).unwrap_or(0));
    let play = move || {
        if playing.with_untracked(Option::is_some) {
            stop();
            return;
        }
        if place.get_untracked().is_none_or(|place| place >= last_table) {
            show(0);
        }
        let step = move || {
            let next = place.get_untracked().map_or(0, |place| place + 1);
            show(next);
            if next >= last_table {
                stop();
            }
        };
        playing.set(set_interval_with_handle(step, SHOWN).ok());
    };
    let on_key = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let next =
            stops.with_untracked(|stops| stops.after_key(&event.key(), place.get_untracked().unwrap_or(0)));
        if let Some(next) = next {
            event.prevent_default();
            stop();
            show(next);
        }
    };
    let dragged = RwSignal::new(false);
    let to_pointer = move |event: &PointerEvent| {
        let Some(target) = event.current_target() else { return };
        let left = target.unchecked_ref::<web_sys::Element>().get_bounding_client_rect().left();
        show(stops.with_untracked(|stops| stops.nearest(f64::from(event.client_x()) - left)));
    };
    let on_down = move |event: PointerEvent| {
        stop();
        dragged.set(true);
        if let Some(target) = event.current_target() {
            // Without it a drag ends at the edge, no more.
            let _captured =
                target.unchecked_ref::<web_sys::Element>().set_pointer_capture(event.pointer_id());
        }
        to_pointer(&event);
    };
    let on_move = move |event: PointerEvent| {
        if dragged.get_untracked() {
            to_pointer(&event);
        }
    };
    let value_text = move || {
        let edition = map.edition()?;
        let name = name(strategy, edition, lang);
        Some(if has_table(strategy, edition) {
            name
        } else {
            format!("{name}, {}", words::without_table(lang))
        })
    };
    let thumb = move || stops.with(|stops| px(stops.x(place.get().unwrap_or(0))));
    let is_playing = move || playing.with(Option::is_some);
    let play_name = move || if is_playing() { words::pause(lang) } else { words::play(lang) };
    view! {
        <div class="edition-slider">
            <button type="button" class="play" aria-label=play_name title=play_name on:click=move |_| play()>
                {move || if is_playing() { "❚❚" } else { "►" }}
            </button>
            <svg
                class="slider"
                role="slider"
                tabindex="0"
                aria-label=words::slider(lang)
                aria-valuemin="1"
                aria-valuemax=all.with_value(Vec::len).to_string()
                aria-valuenow=move || (place.get().unwrap_or(0) + 1).to_string()
                aria-valuetext=value_text
                width=move || px(map.width() - BESIDE_PX)
                height=px(HEIGHT_PX)
                on:keydown=on_key
                on:pointerdown=on_down
                on:pointermove=on_move
                on:pointerup=move |_| dragged.set(false)
                on:pointercancel=move |_| dragged.set(false)
            >
                <g inner_html=move || stops.with(|stops| draw(stops, map))></g>
                <circle class="thumb" r="9" cx=thumb cy=px(LINE_PX)></circle>
            </svg>
        </div>
    }
}

/// The line with its stops, the years below, and the boundary of the perimeter.
fn draw(stops: &Stops, map: EditionMap) -> String {
    let (strategy, lang) = (map.strategy, map.explorer().lang());
    let last = stops.editions.len().saturating_sub(1);
    let line = PathData::new().move_to(stops.x(0), LINE_PX).line_to(stops.x(last), LINE_PX);
    let mut drawing = Drawing::new().path("slider-line", &line);
    if let Some((_, first)) = perimeter_change(strategy)
        && let Some(place) = stops.editions.iter().position(|&edition| edition == first)
    {
        let x = if place == 0 { stops.x(0) } else { f64::midpoint(stops.x(place - 1), stops.x(place)) };
        let boundary = PathData::new().move_to(x, 4.0).line_to(x, LINE_PX + 12.0);
        drawing = drawing.path("slider-boundary", &boundary).text(
            "slider-words",
            x + 5.0,
            14.0,
            words::perimeter_short(lang),
        );
    }
    let (mut year, mut room_from) = (0, f64::NEG_INFINITY);
    for (place, &edition) in stops.editions.iter().enumerate() {
        let x = stops.x(place);
        let class = if has_table(strategy, edition) { "stop" } else { "stop is-missing" };
        drawing = drawing.rect(class, (x - 4.0, LINE_PX - 4.0, 8.0, 8.0), 4.0);
        let own = strategy[edition].date.start().map_or(0, |date| date.year());
        if own != year {
            year = own;
            if x >= room_from {
                drawing = drawing.centred_text("slider-words", x, LINE_PX + 24.0, &own.to_string());
                room_from = x + YEAR_PX;
            }
        }
    }
    drawing.into_markup()
}

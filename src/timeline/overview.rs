//! The strip below the timeline: all there is, with a brush that shows and sets the window.

use leptos::{
    ev::{KeyboardEvent, PointerEvent},
    prelude::*,
};
use wasm_bindgen::JsCast;

use super::{
    Canvas,
    placed::first_day_after,
    scale::{SHORTEST_WINDOW_DAYS, TimeScale, Window, anchor},
};
use crate::{
    i18n::{format::plain_date, messages::messages},
    model::{
        date::{Date, Day},
        within::Within as _,
    },
    state::Explorer,
    ui::{
        drawing::{Drawing, PathData, px},
        keyboard::focus_first,
        plain_click::takes_over,
    },
};

/// Height of the strip.
const STRIP_PX: f64 = 44.0;
/// Height of the strip with the years below it.
const HEIGHT_PX: f64 = STRIP_PX + 30.0;
/// Half the width of a handle, and of what reacts to a finger.
const HANDLE_PX: (f64, f64) = (4.0, 12.0);
/// The least room for the name of a year.
const YEAR_PX: f64 = 40.0;
/// The days a press of an arrow key moves by, at least; more where the window is long.
const KEY_STEP_SHARE: f64 = 0.05;

/// What a drag on the strip moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The left handle.
    Start,
    /// The right handle.
    End,
    /// The window as a whole.
    Body,
}

/// The window after `part` has been moved by some days.
#[must_use]
pub fn moved(window: Window, part: Part, days: f64, extent: Window) -> Window {
    let shortest = SHORTEST_WINDOW_DAYS.min(extent.length());
    match part {
        Part::Body => window.panned(days, extent),
        Part::Start => {
            let latest = (window.end - shortest).max(extent.start);
            Window { start: (window.start + days).within(extent.start, latest), ..window }
        }
        Part::End => {
            let earliest = (window.start + shortest).min(extent.end);
            Window { end: (window.end + days).within(earliest, extent.end), ..window }
        }
    }
}

/// A drag that is under way.
#[derive(Clone, Copy)]
struct Drag {
    part: Part,
    from_x: f64,
    window: Window,
}

/// The strip.
#[component]
pub(crate) fn Overview(canvas: Canvas) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let time = canvas.time;
    let extent = move || time.extent();
    let scale = move || TimeScale { window: extent(), width_px: canvas.width() - canvas.lane_column() };
    let dragged = StoredValue::new(None::<Drag>);
    let year_held = RwSignal::new(None::<i32>);

    let begin = move |part: Part, event: &PointerEvent| {
        if event.button() == 0 {
            event.stop_propagation();
            let target = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            let _gone = target.map(|element| element.set_pointer_capture(event.pointer_id()));
            let window = untrack(|| time.get());
            dragged.set_value(Some(Drag { part, from_x: f64::from(event.client_x()), window }));
        }
    };
    let go_on = move |event: &PointerEvent| {
        let Some(drag) = dragged.get_value() else { return };
        let days = untrack(scale).days_from_px(f64::from(event.client_x()) - drag.from_x);
        time.drag_to(moved(drag.window, drag.part, days, extent()));
    };
    let finish = move || {
        dragged.set_value(None);
        time.follow();
    };

    // A press beside the brush brings the window there.
    let jump = move |event: PointerEvent| {
        let left = event
            .current_target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .map_or(0.0, |element| element.get_bounding_client_rect().left());
        let day = untrack(scale).day_from_x(f64::from(event.client_x()) - left);
        let window = untrack(|| time.get());
        time.go_to(window.panned(day - window.centre(), untrack(extent)));
    };

    let x_of = move |part: Part| {
        let (scale, window) = (scale(), time.get());
        match part {
            Part::End => scale.x_from_day(window.end).min(scale.width_px),
            Part::Start | Part::Body => scale.x_from_day(window.start).max(0.0),
        }
    };
    let day_of = move |part: Part| {
        let (first, last) = time.get().to_days();
        match part {
            Part::Start => first,
            Part::End => last,
            Part::Body => Day(time.get().centre() as i32),
        }
    };
    let value_text = move |part: Part| match part {
        Part::Body => period_in_words(time.get(), explorer),
        Part::Start | Part::End => plain_date(Date::from_day(day_of(part)), explorer.lang()),
    };
    let messages = messages(explorer.lang());
    // The two handles and the body are the same slider, drawn differently.
    let slider = move |part: Part, class: &'static str, name: &'static str| {
        let (first, last) = (move || extent().to_days().0.0, move || extent().to_days().1.0);
        let shape = move || match part {
            Part::Body => {
                let width = (x_of(Part::End) - x_of(Part::Start)).max(0.0);
                Drawing::new().rect("grip", (0.0, 1.0, width, STRIP_PX - 2.0), 4.0).into_markup()
            }
            Part::Start | Part::End => Drawing::new()
                .rect("hit", (-HANDLE_PX.1, 0.0, 2.0 * HANDLE_PX.1, STRIP_PX), 0.0)
                .rect("grip", (-HANDLE_PX.0, 10.0, 2.0 * HANDLE_PX.0, STRIP_PX - 20.0), 4.0)
                .into_markup(),
        };
        view! {
            <g
                class=class
                role="slider"
                tabindex="0"
                aria-label=name
                aria-valuemin=move || first().to_string()
                aria-valuemax=move || last().to_string()
                aria-valuenow=move || day_of(part).0.to_string()
                aria-valuetext=move || value_text(part)
                transform=move || format!("translate({} 0)", px(x_of(part)))
                on:keydown=move |event| on_slider_key(canvas, part, &event)
                on:pointerdown=move |event| begin(part, &event)
                on:pointermove=move |event| go_on(&event)
                on:pointerup=move |_| finish()
                on:pointercancel=move |_| finish()
                inner_html=shape
            ></g>
        }
    };
    let ground = move || {
        let scale = scale();
        let note = scale.x_from_day(first_day_after(explorer.reference_day()));
        Drawing::new()
            .rect("strip", (0.5, 0.5, scale.width_px - 1.0, STRIP_PX - 1.0), 4.0)
            .group("density", &density(explorer, scale))
            .path("overview-note", &PathData::new().move_to(note, 0.0).down_by(STRIP_PX))
            .into_markup()
    };

    view! {
        <svg class="overview" role="group" aria-label=messages.overview() height=px(HEIGHT_PX)>
            <text class="overview-title" x="0" y=px(STRIP_PX / 2.0 + 4.0)>{messages.overview()}</text>
            <g transform=move || format!("translate({} 0)", px(canvas.lane_column()))>
                <g aria-hidden="true" on:pointerdown=jump inner_html=ground></g>
                {slider(Part::Body, "brush", messages.window_body())}
                {slider(Part::Start, "handle", messages.window_start())}
                {slider(Part::End, "handle", messages.window_end())}
                {move || years(canvas, explorer, scale(), year_held)}
            </g>
        </svg>
    }
}

fn period_in_words(window: Window, explorer: Explorer) -> String {
    let (first, last) = window.to_days();
    let date = |day| plain_date(Date::from_day(day), explorer.lang());
    format!("{} – {}", date(first), date(last))
}

/// So many ticks of a lane are drawn as they are.
const TICKS: usize = 500;

/// Of more ticks than can be told apart one is drawn for each half pixel: the others would lie on it.
fn apart(places: Vec<f64>, width_px: f64) -> Vec<f64> {
    if places.len() <= TICKS {
        return places;
    }
    let last = (width_px * 2.0).max(0.0) as usize;
    let mut is_taken = vec![false; last + 1];
    for x in places {
        is_taken[((x * 2.0).round().max(0.0) as usize).min(last)] = true;
    }
    (0..=last).filter(|&half| is_taken[half]).map(|half| half as f64 / 2.0).collect()
}

/// One tick per event, in the row of its lane: a path for each lane.
fn density(explorer: Explorer, scale: TimeScale) -> Drawing {
    let lanes = explorer.strategy.themes().count().max(1) as f64;
    let row = (STRIP_PX - 8.0) / lanes;
    let mut places = vec![Vec::new(); explorer.strategy.themes().count()];
    for (id, event) in explorer.strategy.events_in_time() {
        places[event.theme.index()].push(scale.x_from_day(anchor(explorer.strategy.span(id))));
    }
    explorer.strategy.themes().zip(places).fold(Drawing::new(), |drawing, ((theme, _), places)| {
        let y = 4.0 + (theme.index() as f64 + 0.5) * row;
        let path = apart(places, scale.width_px).into_iter().fold(PathData::new(), |path, x| {
            path.move_to(x - 1.5, y - 1.5).across_to(x + 1.5).down_by(3.0).across_to(x - 1.5).close()
        });
        drawing.path(&format!("hue-{}", theme.hue()), &path)
    })
}

/// The years below the strip, each a link to its period, with one place for the keyboard among them; only every
/// second, fifth… where they would touch.
fn years(canvas: Canvas, explorer: Explorer, scale: TimeScale, held: RwSignal<Option<i32>>) -> impl IntoView {
    let named = named_years(scale);
    let first = named.first().map(|(year, _)| *year);
    let is_named = move |year: i32, named: &[(i32, Window)]| named.iter().any(|(other, _)| *other == year);
    let entrance = {
        let named = named.clone();
        move || held.get().filter(|&year| is_named(year, &named)).or(first)
    };
    let link = |(year, window): (i32, Window)| {
        let entrance = entrance.clone();
        // The name stands in the middle of its year, and within the strip.
        let x = scale.x_from_day(window.centre()).within(YEAR_PX / 2.0, scale.width_px - YEAR_PX / 2.0);
        let command = canvas.time.command_to(window.kept_in(scale.window));
        let href = explorer.href(&command);
        let picture = Drawing::new()
            .rect("hit", (x - YEAR_PX / 2.0, STRIP_PX + 2.0, YEAR_PX, 26.0), 2.0)
            .centred_text("", x, STRIP_PX + 19.0, &year.to_string());
        let siblings: Vec<i32> = named.iter().map(|(year, _)| *year).collect();
        let on_key = move |event: KeyboardEvent| {
            let here = siblings.iter().position(|&other| other == year).unwrap_or(0);
            let next = match event.key().as_str() {
                "ArrowRight" => siblings.get(here + 1),
                "ArrowLeft" => here.checked_sub(1).and_then(|place| siblings.get(place)),
                "Home" => siblings.first(),
                "End" => siblings.last(),
                _ => return,
            };
            event.prevent_default();
            if let Some(&next) = next {
                held.set(Some(next));
                focus_first(&format!(".year[data-year=\"{next}\"]"));
            }
        };
        view! {
            // The group tells the macro that the link is one of SVG.
            <g>
                <a
                    class="year"
                    href=href
                    data-year=year.to_string()
                    aria-label=year.to_string()
                    tabindex=move || if entrance() == Some(year) { "0" } else { "-1" }
                    on:focus=move |_| held.set(Some(year))
                    on:keydown=on_key
                    on:click=move |event| {
                        if takes_over(&event) {
                            explorer.dispatch(&command);
                        }
                    }
                    inner_html=picture.into_markup()
                ></a>
            </g>
        }
    };
    named.iter().copied().map(link).collect_view()
}

/// The years whose names have room, each with its days.
fn named_years(scale: TimeScale) -> Vec<(i32, Window)> {
    let (first, last) = scale.window.to_days();
    let (first, last) = (first.to_civil().0, last.to_civil().0);
    let room = scale.width_px / scale.window.length() * 365.0;
    let step =
        [1, 2, 5, 10, 20, 50, 100].into_iter().find(|step| f64::from(*step) * room >= YEAR_PX).unwrap_or(100);
    let days = |year: i32| Window {
        start: f64::from(Day::from_civil(year, 1, 1).0),
        end: f64::from(Day::from_civil(year + 1, 1, 1).0),
    };
    let has_room = |window: Window| {
        let inside = window.end.min(scale.window.end) - window.start.max(scale.window.start);
        inside > 0.0 && inside / window.length() * room * f64::from(step) >= YEAR_PX * 0.9
    };
    let years = (first..=last).filter(|year| year.rem_euclid(step) == 0);
    years.map(|year| (year, days(year))).filter(|(_, window)| has_room(*window)).collect()
}

fn on_slider_key(canvas: Canvas, part: Part, event: &KeyboardEvent) {
    let time = canvas.time;
    let window = untrack(|| time.get());
    let step = (window.length() * KEY_STEP_SHARE).max(1.0).round();
    let days = match event.key().as_str() {
        "ArrowLeft" | "ArrowDown" => -step,
        "ArrowRight" | "ArrowUp" => step,
        "PageUp" => 5.0 * step,
        "PageDown" => -5.0 * step,
        "Home" => -time.extent().length(),
        "End" => time.extent().length(),
        _ => return,
    };
    event.prevent_default();
    time.move_to(moved(window, part, days, time.extent()));
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXTENT: Window = Window { start: 0.0, end: 1_000.0 };
    const WINDOW: Window = Window { start: 200.0, end: 600.0 };

    #[test]
    fn the_body_moves_both_ends_and_a_handle_one() {
        assert_eq!(moved(WINDOW, Part::Body, 100.0, EXTENT), Window { start: 300.0, end: 700.0 });
        assert_eq!(moved(WINDOW, Part::Start, 100.0, EXTENT), Window { start: 300.0, end: 600.0 });
        assert_eq!(moved(WINDOW, Part::End, 100.0, EXTENT), Window { start: 200.0, end: 700.0 });
    }

    #[test]
    fn handles_never_cross_and_never_leave_the_extent() {
        assert_eq!(moved(WINDOW, Part::Start, 900.0, EXTENT).start, 600.0 - SHORTEST_WINDOW_DAYS);
        assert_eq!(moved(WINDOW, Part::End, -900.0, EXTENT).end, 200.0 + SHORTEST_WINDOW_DAYS);
        assert_eq!(moved(WINDOW, Part::Start, -900.0, EXTENT).start, 0.0);
        assert_eq!(moved(WINDOW, Part::End, 900.0, EXTENT).end, 1_000.0);
    }

    #[test]
    fn an_extent_shorter_than_the_shortest_window_does_not_panic() {
        let tiny = Window { start: 0.0, end: 3.0 };
        assert_eq!(moved(tiny, Part::Start, 2.0, tiny), tiny);
        assert_eq!(moved(tiny, Part::End, -2.0, tiny), tiny);
    }
}

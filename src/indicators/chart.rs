//! The values of a chart as links on a time axis, with one stop for the keyboard.

use leptos::{ev::KeyboardEvent, prelude::*};

use super::{
    axes::day_in_words,
    course::{Course, Point},
    drawing,
    placed::{HEIGHT_PX, Mark, PlacedCourse, Setting, label_of, place},
    words,
};
use crate::{
    i18n::{
        format::{OpenEnd, date_in_words, with_unit},
        messages::{self, messages},
    },
    model::text::Lang,
    state::{Explorer, command::Command},
    ui::{
        drawing::px,
        keyboard::focus_first,
        plain_click::{refresh_href, takes_over},
    },
};

/// A course over time.
#[component]
pub(super) fn Chart(
    /// What sets it apart from the other charts of the page: the identifier of its indicator.
    key: String,
    /// What it is a chart of.
    name: String,
    /// Its values.
    course: Course,
    /// What the line of the whole says.
    whole_words: Vec<String>,
    /// The width there is.
    width: Signal<f64>,
) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let course = StoredValue::new(course);
    let placed = Memo::new(move |_| {
        let note = format!("{} · {}", messages(lang).note(), day_in_words(explorer.reference_day(), lang));
        let setting = Setting {
            width_px: width.get(),
            note: explorer.reference_day(),
            note_words: &note,
            whole_words: &whole_words,
            of_note: words::of_note(lang),
            lang,
            metrics: explorer.metrics(),
        };
        course.with_value(|course| place(course, setting))
    });
    let held = RwSignal::new(0);
    let count = course.with_value(|course| course.points.len());
    let hues = StoredValue::new(key.clone());
    let marks = (0..count).map(|place| {
        let point = course.with_value(|course| course.points[place].clone());
        let accessible = course.with_value(|course| mark_name(&name, course, place, lang));
        view! { <ChartMark point name=accessible place count placed held key=hues.get_value() /> }
    });
    view! {
        <svg
            class="course"
            data-chart=key
            tabindex="-1"
            role="group"
            aria-label=name.clone()
            aria-describedby="course-keys"
            width=move || px(width.get())
            height=px(HEIGHT_PX)
            viewBox=move || format!("0 0 {} {}", px(width.get()), px(HEIGHT_PX))
        >
            <g aria-hidden="true" inner_html=move || placed.with(drawing::ground)></g>
            {marks.collect_view()}
        </svg>
    }
}

/// How a screen reader names a value: what it is of, the value, its date, how firm it is, what it counts, whether the note
/// states it, its place.
fn mark_name(name: &str, course: &Course, place: usize, lang: Lang) -> String {
    let point = &course.points[place];
    let mut parts = vec![
        name.to_owned(),
        with_unit(point.value, &course.unit, lang),
        date_in_words(point.date, OpenEnd::GoesOn, lang),
        point.firmness.in_words(lang).to_owned(),
    ];
    let counted = &course.series[point.series];
    if counted != point.firmness.in_words(lang) {
        parts.push(counted.clone());
    }
    // As it is drawn: who speaks to the page says what can be seen.
    let drawn = label_of(course, place, words::of_note(lang), lang);
    if !is_in_words(&drawn, &parts[1]) {
        parts.push(drawn);
    }
    parts.push(messages::position(place + 1, course.points.len(), lang));
    parts.join(", ")
}

/// Whether a text holds what is drawn as words of their own: not the number in "€37m".
fn is_in_words(drawn: &str, text: &str) -> bool {
    text.split_once(drawn).is_some_and(|(before, after)| {
        before.chars().next_back().is_none_or(char::is_whitespace)
            && after.chars().next().is_none_or(|next| next.is_whitespace() || next == ',')
    })
}

/// One value.
#[component]
fn ChartMark(
    point: Point,
    name: String,
    place: usize,
    count: usize,
    placed: Memo<PlacedCourse>,
    held: RwSignal<usize>,
    key: String,
) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let command = Command::Focus(point.record);
    let touched = command.clone();
    let of_mark = move |draw: fn(&Mark) -> String| {
        placed.with(|placed| placed.marks.get(place).map(draw)).unwrap_or_default()
    };
    let on_key = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        if event.key() == "Escape" {
            event.prevent_default();
            explorer.dispatch(&Command::Unfocus);
        }
        if let Some(next) = after_key(&event.key(), place, count) {
            event.prevent_default();
            focus_first(&format!("[data-chart=\"{key}\"] [data-place=\"{next}\"]"));
        }
    };
    view! {
        // The group tells the macro that the link is one of SVG.
        <g>
            <a
                class="mark"
                href=explorer.href(&command)
                data-kind=point.record.kind().as_str()
                data-id=explorer.slug(point.record)
                data-place=place.to_string()
                tabindex=move || if held.get() == place { "0" } else { "-1" }
                aria-label=name
                aria-current=move || (explorer.focus() == Some(point.record)).then_some("true")
                on:click=move |event| {
                    if takes_over(&event) {
                        explorer.dispatch(&command);
                    }
                }
                on:pointerdown=move |event| refresh_href(&event, explorer, &touched)
                on:focus=move |_| held.set(place)
                on:keydown=on_key
                inner_html=move || of_mark(drawing::mark)
            ></a>
        </g>
    }
}

/// Where a key leads from a value: the next in time, or an end; nothing for keys that mean nothing here.
fn after_key(key: &str, place: usize, count: usize) -> Option<usize> {
    let last = count.saturating_sub(1);
    Some(match key {
        "ArrowLeft" | "ArrowUp" => place.saturating_sub(1),
        "ArrowRight" | "ArrowDown" => (place + 1).min(last),
        "Home" => 0,
        "End" => last,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::after_key;

    #[test]
    fn a_number_that_touches_its_unit_is_not_a_word_of_its_own() {
        for (drawn, text, is_there) in [
            ("37.461", "€37.461m", false),
            ("37,461", "37,461\u{a0}M€", true),
            ("85", "85 people", true),
            ("90\u{202f}%", "90\u{202f}%", true),
            ("5", "85 people", false),
        ] {
            assert_eq!(super::is_in_words(drawn, text), is_there, "{drawn} in {text}");
        }
    }

    #[test]
    fn keys_lead_from_value_to_value_and_stop_at_both_ends() {
        assert_eq!(after_key("ArrowRight", 0, 3), Some(1));
        assert_eq!(after_key("ArrowRight", 2, 3), Some(2));
        assert_eq!(after_key("ArrowLeft", 0, 3), Some(0));
        assert_eq!((after_key("Home", 2, 3), after_key("End", 0, 3)), (Some(0), Some(2)));
        assert_eq!((after_key("End", 0, 0), after_key("a", 0, 3)), (Some(0), None));
    }
}

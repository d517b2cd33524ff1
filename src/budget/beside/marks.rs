//! The marks of a card: links to the records of their figures, one stop of the keyboard for all of a card.

use leptos::{ev::KeyboardEvent, prelude::*};
use wasm_bindgen::JsCast;

use crate::{
    model::id::RecordId,
    state::{Explorer, command::Command},
    ui::{
        drawing::Drawing,
        keyboard::focus,
        plain_click::{refresh_href, takes_over},
    },
};

/// A full bar in the units of its drawing, whatever its width on the screen.
const FULL: f64 = 10_000.0;
/// Height of a bar.
const BAR_PX: f64 = 14.0;

/// Which mark of a card the keyboard enters, and how it goes on. Copy: pass it freely.
#[derive(Clone, Copy)]
pub(super) struct Roving {
    card: &'static str,
    /// How many marks a step to the right passes.
    across: usize,
    held: RwSignal<usize>,
}

impl Roving {
    /// Of the card that a selector finds, whose columns hold `across` marks each.
    pub(super) fn new(card: &'static str, across: usize) -> Self {
        Self { card, across, held: RwSignal::new(0) }
    }

    fn on_key(self, place: usize, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let Ok(marks) = document().query_selector_all(&format!("{} [data-kind]", self.card)) else { return };
        let count = marks.length() as usize;
        let next = match event.key().as_str() {
            "ArrowDown" => place + 1,
            "ArrowUp" => place.saturating_sub(1),
            "ArrowRight" => place + self.across,
            "ArrowLeft" => place.checked_sub(self.across).unwrap_or(place),
            "Home" => 0,
            "End" => count.saturating_sub(1),
            _ => return,
        };
        event.prevent_default();
        if let Some(mark) = marks.item(next as u32) {
            focus(mark.unchecked_ref());
        }
    }
}

/// A mark at its place among those of its card.
pub(super) fn mark(
    explorer: Explorer,
    roving: Roving,
    place: usize,
    record: RecordId,
    name: String,
    inside: impl IntoView + 'static,
) -> impl IntoView {
    let command = Command::Focus(record);
    let touched = command.clone();
    view! {
        <a
            class="beside-mark"
            href=explorer.href(&command)
            data-kind=record.kind().as_str()
            data-id=explorer.slug(record)
            tabindex=move || if roving.held.get() == place { "0" } else { "-1" }
            aria-label=name
            aria-current=move || (explorer.focus() == Some(record)).then_some("true")
            on:click=move |event| {
                if takes_over(&event) {
                    explorer.dispatch(&command);
                }
            }
            on:pointerdown=move |event| refresh_href(&event, explorer, &touched)
            on:focus=move |_| roving.held.set(place)
            on:keydown=move |event| roving.on_key(place, &event)
        >
            {inside}
        </a>
    }
}

/// A bar as wide as there is room, within the outline of what it is a part of if there is one.
pub(super) fn bar(class: &str, length: f64, within: Option<f64>) -> impl IntoView + use<> {
    let rect = |drawing: Drawing, class: &str, length: f64| {
        drawing.rect(class, (0.0, 0.0, length.min(1.0) * FULL, BAR_PX), 0.0)
    };
    let drawing = match within {
        Some(whole) => rect(Drawing::new(), "bar-whole", whole),
        None => Drawing::new(),
    };
    let markup = rect(drawing, &format!("bar {class}"), length).into_markup();
    view! {
        <svg class="bar-room" viewBox=format!("0 0 {FULL} {BAR_PX}") preserveAspectRatio="none" aria-hidden="true" inner_html=markup></svg>
    }
}

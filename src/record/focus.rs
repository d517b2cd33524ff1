//! Where the keyboard goes when the record it is in gives way to another or to none: never to nowhere.

use leptos::prelude::*;
use web_sys::Element;

use crate::ui::keyboard::{find, focus, focus_first};

/// How many frames a view that is being drawn is waited for.
const PATIENCE: u8 = 12;

/// Keeps the keyboard when the record `slug`, in which it is, is replaced: it goes to the heading of the next record
/// (or to the same step, for a reader who leafs through), and to the mark of this one if there is no next.
///
/// To be called while the panel is being set up; what it holds back runs when the panel is taken down, whatever was
/// the reason: a link, Escape, the close button, the browser's own way back.
pub(super) fn keep_on_leaving(slug: &'static str) {
    if !cfg!(target_arch = "wasm32") {
        return;
    }
    on_cleanup(move || {
        let Some(active) = document().active_element().filter(is_in_record) else { return };
        let step = active.get_attribute("data-step");
        // The panel that follows is drawn before the next frame, as far as it can in the nodes of this one: what has
        // the keyboard then may still be there and mean something else.
        request_animation_frame(move || {
            let active = document().active_element();
            if active.is_some_and(|active| active.tag_name() != "BODY" && !is_in_record(&active)) {
                return;
            }
            let step = step.and_then(|step| find(&format!("[data-record] [data-step={step}]")));
            match step.or_else(|| find("[data-record] h2")) {
                Some(next) => focus(&next),
                None => to_mark(slug, PATIENCE),
            }
        });
    });
}

/// A record is read from its beginning, however far the one before it had been scrolled.
pub(super) fn begin_at_top() {
    Effect::new(|_| {
        // In the frame: sooner the browser would lay out a page of which half is written, and then once more.
        request_animation_frame(|| {
            if let Some(record) = find("[data-record]") {
                record.set_scroll_top(0);
            }
        });
    });
}

/// Whether a term of the record is explained at the moment.
pub(super) fn is_explaining() -> bool {
    find("[data-record] .term-card").is_some()
}

/// Gives the keyboard to the mark, cell or row of a record, once it is drawn; to the view if there is none.
pub(super) fn focus_mark(slug: &'static str) {
    request_animation_frame(move || to_mark(slug, PATIENCE));
}

fn to_mark(slug: &'static str, patience: u8) {
    let mark = find(&format!("[data-view] [data-kind][data-id=\"{slug}\"]"));
    match mark {
        Some(mark) => {
            // A row is not what has the keyboard, its link is.
            let inside = mark.query_selector("a[href], button, [tabindex]").ok().flatten();
            focus(&if mark.has_attribute("tabindex") || mark.has_attribute("href") {
                mark
            } else {
                inside.unwrap_or(mark)
            });
        }
        None if patience > 0 => request_animation_frame(move || to_mark(slug, patience - 1)),
        None => focus_first("#view"),
    }
}

fn is_in_record(element: &Element) -> bool {
    element.closest("[data-record]").is_ok_and(|record| record.is_some())
}

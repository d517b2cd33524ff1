//! Where a record opens in a frame: on the view, where the reader is, since nobody knows which part of the frame is on the screen.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, HtmlElement};

use crate::{
    state::{Explorer, view_state::View},
    ui::keyboard::find,
};

/// The length that style/embed.css moves the record down by.
const LENGTH: &str = "--record-top";
/// In a narrower view a record covers everything, so that it stands below a picture.
const NARROW_PX: f64 = 640.0;
/// How long a host may take to give the frame the height of its content.
const PATIENCE: Duration = Duration::from_millis(300);
/// How much of a record is seen at least, and where it begins if it was out of sight, as a share of the frame.
const LEAST_SEEN_PX: f64 = 120.0;
const BROUGHT_TO: f64 = 0.4;
/// Between a picture and the record below it.
const GAP_PX: f64 = 12.0;

/// Follows the record that is open.
pub fn start(explorer: Explorer) {
    // How far below the top of the view the reader opened something last, by pointer or key.
    let reached = StoredValue::new(None);
    let clicked = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let mark = target.and_then(|target| target.closest("[data-view] [data-kind]").ok()?);
        if let (Some(mark), Some(view)) = (mark, find("#view")) {
            let _page_may_be_gone = reached.try_set_value(Some(top_of(&mark) - top_of(&view)));
        }
    });
    // Before the click does anything: the mark may be gone afterwards.
    let _never_fails =
        document().add_event_listener_with_callback_and_bool("click", clicked.as_ref().unchecked_ref(), true);
    // It ends with the page that it listens for: another one with other data adds its own.
    let clicked = StoredValue::new_local(clicked);
    on_cleanup(move || {
        clicked.with_value(|clicked| {
            let listener = clicked.as_ref().unchecked_ref();
            let _was_there = document().remove_event_listener_with_callback_and_bool("click", listener, true);
        });
    });
    Effect::new(move |_| {
        let is_embedded = explorer.state().with(|state| state.is_embedded);
        let is_picture = explorer.view() == View::Budget;
        if is_embedded && explorer.focus().is_some() {
            // Once it is drawn.
            request_animation_frame(move || {
                // The page may be gone by then.
                if let Some(reached) = reached.try_get_value() {
                    place(reached.unwrap_or(0.0), is_picture);
                }
            });
            if reached.with_value(Option::is_some) {
                set_timeout(bring_into_sight, PATIENCE);
            }
        }
    });
}

/// Moves the record down to what the reader has reached, or so far as it still ends with the view; a long one begins
/// with it.
fn place(reached: f64, is_picture: bool) {
    let height = |element: &Element| element.get_bounding_client_rect().height();
    let (Some(view), Some(record)) = (find("#view"), find("[data-record]")) else { return };
    let Some(stage) = view.parent_element().and_then(|stage| stage.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let is_narrow = view.get_bounding_client_rect().width() < NARROW_PX;
    let top = if is_picture && is_narrow {
        height(&view) + GAP_PX
    } else {
        reached.min(height(&view) - height(&record)).max(0.0)
    };
    let _never_fails = stage.style().set_property(LENGTH, &format!("{}px", top.round() as i32));
}

/// Scrolls a frame that its host has left as low as it was.
fn bring_into_sight() {
    let Some(record) = find("[data-record]") else { return };
    let frame = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let top = top_of(&record);
    if top > frame - LEAST_SEEN_PX {
        window().scroll_by_with_x_and_y(0.0, top - frame * BROUGHT_TO);
    }
}

/// In pixels below the top of what is seen of the frame.
fn top_of(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

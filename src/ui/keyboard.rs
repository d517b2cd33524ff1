//! Where the keyboard stands: finding elements and giving it to them, and keeping it in a widget that is laid out anew.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The first element that a selector finds.
#[must_use]
pub fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// Gives the keyboard to an element.
pub fn focus(element: &Element) {
    // Elements of a drawing are focused in the same way as those of the page, under the same name.
    let _never_fails = element.unchecked_ref::<HtmlElement>().focus();
}

/// Gives the keyboard to the first element that a selector finds, if it finds any.
pub fn focus_first(selector: &str) {
    if let Some(element) = find(selector) {
        focus(&element);
    }
}

/// Whether nothing has the keyboard.
#[must_use]
pub fn is_nowhere() -> bool {
    document().active_element().is_none_or(|element| element.tag_name() == "BODY")
}

/// Whether a widget has the keyboard, also between a new layout that has taken away what it stood on and the next
/// frame. Copy: pass it freely.
#[derive(Clone, Copy)]
pub struct Hold {
    /// What lies inside the widget.
    inside: &'static str,
    is_held: StoredValue<bool>,
}

impl Hold {
    /// Of the widget whose parts match a selector.
    #[must_use]
    pub fn of(inside: &'static str) -> Self {
        Self { inside, is_held: StoredValue::new(false) }
    }

    /// Whether the keyboard is here, or was until the layout of this moment.
    #[must_use]
    pub fn is_held(self) -> bool {
        self.is_held.get_value()
    }

    /// The keyboard has come.
    pub fn take(self) {
        self.is_held.set_value(true);
    }

    /// The keyboard has gone elsewhere; or what it stood on has been taken away by a new layout. A layout runs before
    /// the next frame and still finds the keyboard here.
    pub fn let_go(self) {
        request_animation_frame(move || {
            let _gone_with_its_view = self.is_held.try_set_value(self.is_inside());
        });
    }

    /// After a new layout without what had the keyboard it goes to `entrance`, never to nothing.
    pub fn keep(self, entrance: &'static str) {
        if self.is_held() {
            // Once it is drawn.
            request_animation_frame(move || {
                if !self.is_inside() {
                    focus_first(entrance);
                }
            });
        }
    }

    /// Whether the keyboard is on a part of the widget at this moment.
    #[must_use]
    pub fn is_inside(self) -> bool {
        let active = document().active_element();
        active.is_some_and(|active| active.closest(self.inside).is_ok_and(|part| part.is_some()))
    }
}

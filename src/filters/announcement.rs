//! What is shown, said aloud after it has changed: by a filter, a zoom, a way into a budget, another list.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use crate::state::Explorer;

/// How long what is shown must rest before it is said: a drag is said once, at its end.
const REST: Duration = Duration::from_millis(600);

/// The status line, for screen readers only: each view says what it shows in its element `shown`.
#[component]
pub(crate) fn Announcement() -> impl IntoView {
    let explorer = Explorer::expect_context();
    let said = RwSignal::new(String::new());
    let known = StoredValue::new(None::<String>);
    let waiting = StoredValue::new_local(None::<TimeoutHandle>);
    Effect::new(move |is_later: Option<()>| {
        explorer.state().track();
        explorer.filter().track();
        if is_later.is_none() {
            // What the page says when it opens is not news; what a reader makes of it at once is.
            request_animation_frame(move || drop(known.try_set_value(Some(shown_now()))));
        }
        let listen = move || {
            let shown = shown_now();
            let is_news = known.try_get_value().flatten().is_some_and(|known| known != shown);
            known.try_set_value(Some(shown.clone()));
            if is_news {
                said.try_set(shown);
            }
        };
        let handle = set_timeout_with_handle(listen, REST).ok();
        waiting.update_value(|waiting| {
            if let Some(earlier) = std::mem::replace(waiting, handle) {
                earlier.clear();
            }
        });
    });
    view! { <p class="visually-hidden" role="status">{move || said.get()}</p> }
}

/// What the view says that it shows.
fn shown_now() -> String {
    document().get_element_by_id("shown").and_then(|shown| shown.text_content()).unwrap_or_default()
}

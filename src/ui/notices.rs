//! What the reader is told: values of the address that mean nothing, each dismissible; what could not be had.

use leptos::prelude::*;

use crate::{
    i18n::messages::{invalid_param, messages},
    state::Explorer,
};

/// The list of notices; nothing when there is nothing to say.
#[component]
pub fn Notices() -> impl IntoView {
    let explorer = Explorer::expect_context();
    let invalid = explorer.invalid();
    let dismiss_name = messages(explorer.lang()).dismiss();
    let notice = move |place: usize, text: String| {
        let dismiss = move |_| {
            invalid.update(|invalid| {
                invalid.remove(place);
            });
        };
        view! {
            <div class="notice" role="status" data-problem="">
                <p>{text}</p>
                <button type="button" class="quiet" aria-label=dismiss_name on:click=dismiss>
                    "×"
                </button>
            </div>
        }
    };
    move || {
        let notices = invalid.get().into_iter().enumerate().map(|(place, param)| {
            notice(place, invalid_param(param.key.as_str(), &param.value, explorer.lang()))
        });
        notices.collect_view()
    }
}

/// Says that something could not be had, and offers to ask again.
#[component]
pub fn Failure(
    /// What could not be had.
    text: &'static str,
    /// Asks again.
    retry: impl Fn() + 'static,
) -> impl IntoView {
    let again = messages(Explorer::expect_context().lang()).retry();
    view! {
        <div class="notice" role="alert" data-problem="">
            <p>{text}</p>
            <button type="button" on:click=move |_| retry()>{again}</button>
        </div>
    }
}

//! The buttons of the period: closer, farther, all there is, the first view.

use leptos::prelude::*;

use super::time_window::TimeWindow;
use crate::{
    i18n::{format::short_date, messages::messages},
    model::date::Date,
    state::Explorer,
};

/// The buttons, with the period they act on.
#[component]
pub(crate) fn Toolbar(time: TimeWindow, is_list: Memo<bool>) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let messages = messages(lang);
    let period = move || {
        let shown = if is_list.get() { time.listed() } else { time.get() };
        let (first, last) = shown.to_days();
        format!("{} – {}", short_date(Date::from_day(first), lang), short_date(Date::from_day(last), lang))
    };
    view! {
        <div class="toolbar" role="group" aria-label=messages.period>
            <p class="toolbar-period" data-label="">{period}</p>
            <div class="buttons">
                <button
                    type="button"
                    aria-label=messages.zoom_out
                    title=messages.zoom_out
                    disabled=move || time.is_whole()
                    on:click=move |_| time.zoom(-1)
                >
                    "−"
                </button>
                <button
                    type="button"
                    aria-label=messages.zoom_in
                    title=messages.zoom_in
                    on:click=move |_| time.zoom(1)
                >
                    "+"
                </button>
                <button type="button" disabled=move || time.is_whole() on:click=move |_| time.go_to(time.extent)>
                    {messages.zoom_all}
                </button>
                <button type="button" disabled=move || time.is_initial() on:click=move |_| time.reset()>
                    {messages.zoom_reset}
                </button>
            </div>
        </div>
    }
}

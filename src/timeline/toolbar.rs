//! The buttons of the period: closer, farther, all there is, the first view.

use leptos::prelude::*;

use super::{interval_index::IntervalIndex, time_window::TimeWindow};
use crate::{
    i18n::{
        format::short_date,
        messages::{self, messages},
    },
    model::date::Date,
    state::Explorer,
};

/// The buttons, with the period they act on.
#[component]
pub(crate) fn Toolbar(time: TimeWindow, is_list: Memo<bool>, criteria: fn() -> String) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let words = messages(lang);
    // Made anew for a filter, and not for every move of the window.
    let asked_for = Memo::new(move |_| {
        let (events, known) = (explorer.strategy.events_in_time(), explorer.known());
        explorer.filter_at_any_time().with(|filter| {
            let asked_for = events.filter(|&(id, _)| filter.admits_at_any_time(known, id));
            IntervalIndex::new(asked_for.map(|(id, _)| explorer.strategy.span(id).reach()))
        })
    });
    let shown = move || {
        let window = if is_list.get() { time.listed() } else { time.get() };
        let (first, last) = window.to_days();
        let date = |day| short_date(Date::from_day(day), lang);
        let count = asked_for.with(|asked_for| asked_for.held(window).count());
        let all = explorer.strategy.events().count();
        let shown = messages::shown_in_period(count, all, &date(first), &date(last), lang);
        shown + &criteria()
    };
    view! {
        <div class="toolbar" role="group" aria-label=words.period()>
            <p id="shown" class="shown" data-label="">{shown}</p>
            <div class="buttons">
                <button
                    type="button"
                    aria-label=words.zoom_out()
                    title=words.zoom_out()
                    disabled=move || time.is_whole()
                    on:click=move |_| time.zoom(-1, None)
                >
                    "−"
                </button>
                <button
                    type="button"
                    aria-label=words.zoom_in()
                    title=words.zoom_in()
                    on:click=move |_| time.zoom(1, None)
                >
                    "+"
                </button>
                <button type="button" disabled=move || time.is_whole() on:click=move |_| time.go_to(time.extent())>
                    {words.zoom_all()}
                </button>
                <button type="button" disabled=move || time.is_initial() on:click=move |_| time.reset()>
                    {words.zoom_reset()}
                </button>
            </div>
        </div>
    }
}

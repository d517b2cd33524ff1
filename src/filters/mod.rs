//! The bar above the views: the choices that make what is shown.

pub mod active;
pub mod announcement;
pub mod choice;
mod counted;
pub mod counts;
pub mod panel;
pub mod words;

use leptos::prelude::*;

use self::{
    active::ActiveFilters, announcement::Announcement, choice::Choice, counted::Counted, counts::Counts,
    panel::Panel, words::words,
};
use crate::{
    i18n::{folding::folded, messages},
    model::{
        event::{EventKind, Status},
        id::ActorId,
        order::sorted,
        strategy::Strategy,
    },
    state::{Explorer, filter::Filter},
};

/// The bar.
#[component]
pub fn FilterBar() -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let words = words(lang);
    Counted::provide(explorer);
    // Where there is little room the choices are folded.
    let is_unfolded = RwSignal::new(false);
    // Folded, no chip says which themes are kept: the button says at least that something is.
    let made = move || {
        let count = explorer.filter().with(|filter| {
            let made = [filter.themes.len(), filter.statuses.len(), filter.kinds.len(), filter.actors.len()];
            made.iter().sum::<usize>()
        });
        (count > 0).then(|| format!(" ({count})"))
    };
    let themes = explorer.strategy.themes().map(|(id, theme)| {
        view! { <ThemeChip choice=Choice::Theme(id) hue=id.hue() name=theme.short.get(lang) /> }
    });
    let statuses = Status::ALL
        .iter()
        .map(|&status| (Choice::Status(status), messages::short_status(status, lang).to_owned()));
    let kinds =
        EventKind::ALL.iter().map(|&kind| (Choice::Kind(kind), messages::event_kind(kind, lang).to_owned()));
    // Where there is no event, nothing has a status or a kind.
    let has_events = explorer.strategy.events().next().is_some();
    let of_events = has_events.then(|| {
        view! {
            <Panel name=words.status choices=statuses.collect() />
            <Panel name=words.kind choices=kinds.collect() />
        }
    });
    let has_choices = has_events || explorer.strategy.themes().next().is_some();
    let actors = move || {
        // Who takes part is known of the whole only.
        let strategy = explorer.whole()?;
        strategy.actors().next()?;
        Some(view! { <Panel name=words.actor choices=actors(strategy, explorer) finder=words.find_actor /> })
    };
    view! {
        <section
            class="filter-bar"
            class:is-unfolded=move || is_unfolded.get()
            aria-label=words.filters
            tabindex="-1"
        >
            <button
                type="button"
                class="filter-fold"
                hidden=!has_choices
                aria-expanded=move || is_unfolded.get().to_string()
                on:click=move |_| is_unfolded.update(|is_unfolded| *is_unfolded = !*is_unfolded)
            >
                {words.filter}
                {made}
            </button>
            <div class="filter-choices">
                <div class="filter-themes" role="group" aria-label=words.themes>{themes.collect_view()}</div>
                {of_events}
                {actors}
            </div>
            <ActiveFilters />
            <Announcement />
        </section>
    }
}

/// The actors, those of the most events first.
fn actors(strategy: &Strategy, explorer: Explorer) -> Vec<(Choice, String)> {
    let lang = explorer.lang();
    let counts = Counts::of(strategy, &Filter::default());
    let actors: Vec<(ActorId, usize, String)> = strategy
        .actors()
        .map(|(id, actor)| {
            let full = actor.label.get(lang);
            let name = match actor.distinct_acronym(lang) {
                Some(acronym) => format!("{acronym} — {full}"),
                None => full.to_owned(),
            };
            (id, counts.with(Choice::Actor(id)), name)
        })
        .collect();
    let by_count = |(_, a, a_name): &(_, usize, String), (_, b, b_name): &(_, usize, String)| {
        b.cmp(a).then_with(|| folded(a_name).cmp(&folded(b_name)))
    };
    sorted(&actors, by_count).into_iter().map(|(id, _, name)| (Choice::Actor(id), name)).collect()
}

/// A theme to keep, with its colour and count.
#[component]
fn ThemeChip(
    /// The theme, as a choice.
    choice: Choice,
    /// Its colour.
    hue: usize,
    /// Its name.
    name: &'static str,
) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let counted = Counted::expect_context();
    view! {
        <button
            type="button"
            class=format!("theme-chip hue-{hue}")
            aria-pressed=move || explorer.filter().with(|filter| choice.is_made(filter)).to_string()
            on:click=move |_| explorer.dispatch(&choice.command())
        >
            {name}
            " "
            <span class="count">{move || counted.shown(choice, explorer.lang())}</span>
        </button>
    }
}

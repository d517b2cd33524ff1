//! The choice of what the colours of the cells say, and what they say, for a budget of projects: a legend that is also a filter.

use leptos::prelude::*;

use super::{
    changes::{sign, trend_in_words},
    kept::Entry,
    treemap::squarify::Rect,
    words,
};
use crate::{
    i18n::messages::{self, messages},
    model::{envelope::Nature, strategy::Strategy, text::Lang},
    state::{
        Explorer,
        command::Command,
        view_state::{Coloring, Kept},
    },
    ui::{command_link::CommandLink, drawing::Drawing},
};

/// Links to colour by group, by phase or by change, for a budget of project costs. It is there before the projects are
/// known, so that the map below does not move when they come.
pub(crate) fn coloring_switch() -> Option<impl IntoView> {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let scope = explorer.scope()?;
    (explorer.strategy[scope].nature == Nature::FullCost).then(|| {
        let shown = explorer.coloring();
        let choices = Coloring::ALL.iter().map(|&color| {
            view! {
                <CommandLink command=Command::ColourBy(color) current=Signal::stored(color == shown)>
                    {match color {
                    Coloring::Group => messages(lang).colour_group(),
                    Coloring::Phase => messages(lang).colour_phase(),
                    Coloring::Change => words::by_change(lang),
                }}
                </CommandLink>
            }
        });
        view! {
            <div class="split-switch">
                <span data-label="">{messages(lang).colours()}</span>
                <div class="switch" role="group" aria-label=messages(lang).colours()>{choices.collect_view()}</div>
            </div>
        }
    })
}

/// What an entry of the legend keeps, in words.
#[must_use]
pub fn in_words(strategy: &Strategy, kept: Kept, lang: Lang) -> &str {
    match kept {
        Kept::Ministry(id) => messages::ministry(&strategy[id].ministry, lang),
        Kept::Phase(phase) => messages::phase(phase, lang),
        Kept::NoPhase => messages(lang).phase_none(),
        Kept::Change(trend) => trend_in_words(trend, lang),
    }
}

/// What each colour stands for, with how many of the cells have it: pressed, an entry keeps them and those of the other
/// pressed entries, and the others stay as outlines. Nothing where the colours tell nothing apart.
pub(crate) fn color_legend(entries: Memo<Vec<Entry>>) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let is_pressed = move |kept: Kept| explorer.state().with(|state| state.only.contains(&kept));
    let is_all = move || explorer.state().with(|state| state.only.is_empty());
    let button = move |strategy: &'static Strategy, Entry { kept, class, count }: Entry| {
        let sample = (0.5, 0.5, 29.0, 15.0);
        let mut sample = Drawing::new().rect(&format!("face hue-none {class}"), sample, 3.0).into_markup();
        if let Kept::Change(trend) = kept {
            // The room of a sign, with the sample in its middle.
            sample += &sign(trend, Rect { x: -8.0, y: -7.0, width: 33.0, height: 25.0 });
        }
        view! {
            <li>
                <button
                    type="button"
                    class="kept"
                    aria-pressed=move || is_pressed(kept).to_string()
                    on:click=move |_| explorer.dispatch(&Command::ToggleKept(kept))
                >
                    <svg width="30" height="16" viewBox="0 0 30 16" aria-hidden="true" inner_html=sample></svg>
                    {format!("{} ({count})", in_words(strategy, kept, lang))}
                </button>
            </li>
        }
    };
    let told = move || {
        if is_all() {
            return String::new();
        }
        entries.with(|entries| {
            let all = entries.iter().map(|entry| entry.count).sum();
            let kept = entries.iter().filter(|entry| is_pressed(entry.kept)).map(|entry| entry.count).sum();
            words::kept(kept, all, lang)
        })
    };
    let legend = move || {
        let strategy = explorer.whole()?;
        let shown = entries.get();
        let buttons = shown.iter().cloned().map(|entry| button(strategy, entry)).collect_view();
        let by_change = shown.iter().any(|entry| matches!(entry.kept, Kept::Change(_)));
        (!shown.is_empty()).then(|| {
            view! {
                <ul class="legend is-filter" aria-label=words::keep(lang)>
                    <li>
                        <button
                            type="button"
                            class="kept"
                            aria-pressed=move || is_all().to_string()
                            on:click=move |_| explorer.dispatch(&Command::KeepAll)
                        >
                            {words::all(lang)}
                        </button>
                    </li>
                    {buttons}
                </ul>
                {by_change.then(|| view! { <p class="told">{words::since_first(lang)}</p> })}
            }
        })
    };
    view! {
        {legend}
        <p class="told" role="status">{told}</p>
    }
}

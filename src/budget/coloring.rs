//! The choice of what the colours of the cells say, and what they say, for a budget of projects.

use leptos::prelude::*;

use super::{
    Map,
    phases::{phase_class, phases_below},
};
use crate::{
    i18n::messages::{self, messages},
    model::{envelope::Nature, project::Phase},
    state::{Explorer, command::Command, view_state::Coloring},
    ui::{command_link::CommandLink, drawing::Drawing},
};

/// Links to colour by group or by phase, for a budget of project costs. It is there before the phases are known, so
/// that the map below does not move when they come.
pub(crate) fn coloring_switch(map: Map) -> Option<impl IntoView> {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let scope = explorer.scope()?;
    (explorer.strategy[scope].nature == Nature::FullCost).then(|| {
        let shown = map.coloring();
        let choices = Coloring::ALL.iter().map(|&color| {
            view! {
                <CommandLink command=Command::ColourBy(color) current=Signal::stored(color == shown)>
                    {match color {
                    Coloring::Group => messages(lang).colour_group(),
                    Coloring::Phase => messages(lang).colour_phase(),
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

/// What each colour stands for, with how many of the cells have it; nothing unless cells are coloured by phase.
pub(crate) fn phase_legend(map: Map) -> Option<impl IntoView> {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let strategy = explorer.whole().filter(|_| map.coloring() == Coloring::Phase)?;
    let root = map.root()?;
    let entry = |(phase, count): (Option<Phase>, usize)| {
        let class = format!("face hue-none {}", phase.map_or("phase-none", phase_class));
        let sample = Drawing::new().rect(&class, (0.5, 0.5, 29.0, 15.0), 3.0).into_markup();
        let name = messages::phase_printed(phase, lang);
        view! {
            <li>
                <svg width="30" height="16" viewBox="0 0 30 16" aria-hidden="true" inner_html=sample></svg>
                {format!("{name} ({count})")}
            </li>
        }
    };
    let entries = phases_below(strategy, root).into_iter().map(entry).collect_view();
    Some(view! { <ul class="legend" aria-label=messages(lang).phases()>{entries}</ul> })
}

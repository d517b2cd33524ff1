//! The projects where there is no room for an axis: from top to bottom, each with a small bar on a scale that all share.

use leptos::prelude::*;

use super::{
    Projects,
    blocks::blocks,
    lines::ProjectLine,
    placed::{Block, day, extent},
    words,
};
use crate::{
    i18n::messages::ministry,
    model::{strategy::Strategy, within::Within as _},
    state::{command::Command, view_state::ProjectOrder},
    timeline::scale::{TimeScale, Window},
    ui::{command_link::CommandLink, drawing::Drawing},
};

/// Width and height of the small bars, stretched to the room there is.
const SMALL_PX: (f64, f64) = (320.0, 8.0);
/// The scale of no projects.
const NO_TIME: Window = Window { start: 0.0, end: 1.0 };

/// The projects, under the names of their ministries or in the order of what is said before each.
#[component]
pub(crate) fn ProjectList(projects: Projects, strategy: &'static Strategy) -> impl IntoView {
    let explorer = projects.explorer;
    move || {
        projects.kept.with(|lines| {
            let scale = TimeScale { window: extent(lines).unwrap_or(NO_TIME), width_px: SMALL_PX.0 };
            let order = projects.order();
            blocks(lines, order, strategy, explorer.lang())
                .iter()
                .map(|block| listed_block(block, order, strategy, scale, projects))
                .collect_view()
        })
    }
}

fn listed_block(
    block: &Block,
    order: ProjectOrder,
    strategy: &'static Strategy,
    scale: TimeScale,
    projects: Projects,
) -> impl IntoView + use<> {
    let is_ministry = order == ProjectOrder::Ministry;
    let heading = is_ministry.then(|| view! { <h3 data-label="">{block.head.clone()}</h3> });
    let items: Vec<_> = block
        .lines
        .iter()
        .map(|(line, name)| {
            let first = if is_ministry { String::new() } else { block.head.clone() };
            listed(line, name, first, strategy, scale, projects)
        })
        .collect();
    view! { <div class="projects-block">{heading} <ul role="list">{items}</ul></div> }
}

/// One project: its name, what the order goes by, its dates, its small bar, and what was planned before.
fn listed(
    line: &ProjectLine,
    name: &str,
    sorted_by: String,
    strategy: &'static Strategy,
    scale: TimeScale,
    projects: Projects,
) -> impl IntoView + use<> {
    let explorer = projects.explorer;
    let lang = explorer.lang();
    let id = line.project;
    let name = name.to_owned();
    let picture = small(line, scale);
    let (present, history) = (words::present(line, lang), words::history(line, strategy, lang));
    let under = sorted_by.is_empty();
    let ministry = format!(", {}", ministry(&line.ministry, lang));
    let of_ministry = if under {
        view! { <span class="visually-hidden">{ministry}</span> }.into_any()
    } else {
        view! { <span class="project-ministry">{ministry}</span> }.into_any()
    };
    view! {
        <li>
            <CommandLink
                command=Command::Focus(id.into())
                current=Signal::derive(move || explorer.focus() == Some(id.into()))
                attr:data-kind="project"
                attr:data-id=explorer.slug(id)
            >
                <span class="project-name" data-label="">{name}</span>
                {of_ministry}
                {(!under).then(|| view! { <strong class="project-value">" " {sorted_by}</strong> })}
                <svg
                    class="project-small"
                    viewBox=format!("0 0 {} {}", SMALL_PX.0, SMALL_PX.1)
                    height=SMALL_PX.1
                    preserveAspectRatio="none"
                    aria-hidden="true"
                    inner_html=picture
                ></svg>
                <span class="project-said">" " {present} ". "</span>
                <span class="project-said">
                    {history} {projects.outside(strategy, id)}
                </span>
            </CommandLink>
        </li>
    }
}

/// The small bar with the marks of earlier ends.
fn small(line: &ProjectLine, scale: TimeScale) -> String {
    let width = scale.width_px;
    let x = |day: f64| scale.x_from_day(day).within(0.0, width);
    let mut drawing = Drawing::new().rect("small-ground", (0.0, 3.5, width, 1.0), 0.0);
    if let (Some(start), Some(end)) = (line.start.map(day), line.end.map(day)) {
        drawing = drawing.rect("small-bar", (x(start), 1.5, (x(end) - x(start)).max(2.0), 5.0), 0.0);
    }
    for earlier in &line.earlier {
        let x = x(day(earlier.end)).within(1.0, width - 1.0);
        drawing = drawing.rect("small-ghost", (x - 1.0, 0.0, 2.0, 8.0), 0.0);
    }
    drawing.into_markup()
}

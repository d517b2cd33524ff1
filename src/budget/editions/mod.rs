//! The State's large projects, edition by edition: one map whose cells keep their place, and the way from one edition to the next.

pub mod map;
pub mod placed;
pub mod slider;
pub mod tiles;
pub mod words;

use leptos::prelude::*;

use self::{map::EditionMap, slider::Slider, tiles::Project};
use crate::{
    budget::coloring::color_legend,
    i18n::{
        format::{self, OpenEnd, date_in_words},
        messages::{self, messages},
    },
    model::{
        id::{EditionId, EnvelopeId, ProjectId},
        panorama,
        strategy::Strategy,
        text::Lang,
    },
    state::{Explorer, command::Command},
    ui::{command_link::CommandLink, drawing::px},
};

/// The map of the edition shown, with the slider above it and what it cannot say below it.
#[component]
pub(crate) fn Editions(
    /// The whole of the data.
    strategy: &'static Strategy,
    /// The width there is.
    width: Signal<f64>,
) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let map = EditionMap::new(explorer, strategy, width);
    let ministries = move || {
        let placed = map.placed.get()?;
        let shapes = placed.ministries.iter().map(tiles::draw_ministry);
        Some(shapes.collect::<String>())
    };
    let entries = Memo::new(move |_| map.entries());
    view! {
        <Slider map />
        <p class="edition-title" id="edition-title">{move || title(map)}</p>
        <div class="edition-room">
            <svg
                class="treemap panorama"
                tabindex="-1"
                role="group"
                aria-labelledby="edition-title"
                aria-describedby="panorama-keys"
                height=move || px(map.height())
                viewBox=move || format!("0 0 {} {}", px(map.width()), px(map.height()))
                preserveAspectRatio="none"
                on:keydown=move |event| map.on_key(&event)
                on:focusin=move |_| map.on_focus()
                on:focusout=move |_| map.on_blur()
            >
                <g aria-hidden="true" inner_html=move || ministries().unwrap_or_default()></g>
                <For each=move || map.projects() key=|id| *id children=move |id| view! { <Project id map /> } />
            </svg>
            {move || missing(map)}
        </div>
        {color_legend(entries)}
        <p id="panorama-keys" class="visually-hidden">{words::keys(lang)}</p>
        {move || below(map)}
    }
}

/// What is shown, in a line: the edition, its date, how many projects it lists, and what those with a cost add up to.
fn title(map: EditionMap) -> impl IntoView {
    let (strategy, lang) = (map.strategy, map.explorer().lang());
    let edition = map.edition()?;
    let sum = map.placed.with(|placed| {
        let placed = placed.as_ref()?;
        let projects = placed.projects.len() + placed.without_cost.len();
        let sum = format::amount(placed.drawn()?, lang);
        Some(words::sum_of(projects, placed.projects.len(), &sum, lang))
    });
    Some(view! {
        <strong>{format::capitalised(&name(strategy, edition, lang))}</strong>
        {sum.map(|sum| format!(" · {sum}"))}
    })
}

/// What an edition is called: its number and its date.
#[must_use]
pub fn name(strategy: &Strategy, edition: EditionId, lang: Lang) -> String {
    let date = date_in_words(strategy[edition].date, OpenEnd::GoesOn, lang);
    match panorama::number(strategy, edition) {
        Some(number) => format!("{}, {date}", words::numbered(number, lang)),
        None => date,
    }
}

/// In place of the map of an edition without a table: what is known of it, and that nothing is filled in.
fn missing(map: EditionMap) -> Option<impl IntoView> {
    let (strategy, lang) = (map.strategy, map.explorer().lang());
    let edition = map.edition().filter(|_| map.placed.with(Option::is_none))?;
    let known = &strategy[edition];
    let projects = known.projects.map(|count| messages::projects(count as usize, lang));
    let cost =
        known.cost.map(|cost| format::named(known.cost_label.get(lang), &format::amount(cost, lang), lang));
    let figures: Vec<String> = projects.into_iter().chain(cost).collect();
    Some(view! {
        <div class="edition-missing">
            <p>
                <strong>{words::no_table(lang)}</strong>
                <br />
                {words::nothing_filled_in(lang)}
            </p>
            {(!figures.is_empty())
                .then(|| view! { <p>{words::headline(&figures.join(" · "), lang)}</p> })}
            <p>
                <CommandLink command=Command::Focus(edition.into())>{words::see_edition(lang)}</CommandLink>
            </p>
        </div>
    })
}

/// What the map cannot say by itself.
fn below(map: EditionMap) -> impl IntoView {
    let explorer = map.explorer();
    let (strategy, lang) = (map.strategy, explorer.lang());
    let placed = map.placed.get();
    let perimeter = panorama::perimeter_change(strategy).map(|(fact, first)| {
        let text = words::perimeter(&date_in_words(strategy[first].date, OpenEnd::GoesOn, lang), lang);
        view! {
            <li>
                <CommandLink command=Command::Focus(fact.into())>{text}</CommandLink>
            </li>
        }
    });
    let gaps = panorama::numbers_without_data(strategy);
    let gaps = (!gaps.is_empty()).then(|| view! { <li>{words::numbers_without_data(&gaps, lang)}</li> });
    let unnamed =
        placed.as_ref().map(|placed| placed.unnamed_ministries(lang)).filter(|names| !names.is_empty());
    let unnamed =
        unnamed.map(|names| view! { <li>{words::unnamed_ministries(&names.join(", "), lang)}</li> });
    let lists = placed.map(|placed| {
        let before = placed.before.map(|before| date_in_words(strategy[before].date, OpenEnd::GoesOn, lang));
        let before = before.unwrap_or_default();
        let last = panorama::default_edition(strategy) == Some(placed.edition);
        view! {
            {last.then(|| ministries(map))}
            {listed(strategy, &words::new_since(&before, lang), &placed.new)}
            {listed(strategy, &words::left_since(&before, lang), &placed.left)}
            {listed(strategy, words::without_cost(lang), &placed.without_cost)}
            {listed(strategy, messages(lang).unnamed(), &placed.unnamed())}
        }
    });
    view! {
        <ul class="legend" aria-label=messages(lang).legend()>
            <li>{words::one_scale(lang)}</li>
            <li>{words::change_not_drift(lang)}</li>
            {unnamed}
            {perimeter}
            {gaps}
        </ul>
        {lists}
    }
}

/// The ministries of the last edition as links to their own maps.
fn ministries(map: EditionMap) -> Option<impl IntoView> {
    let (strategy, lang) = (map.strategy, map.explorer().lang());
    let root = map.explorer().scope().and_then(|scope| strategy.roots(scope).next())?;
    let opening = strategy.parts(root, None).filter(|&part| strategy.has_parts(part));
    let links = opening.map(|part: EnvelopeId| {
        let amount = strategy[part].amount.map(|amount| format!(" {}", format::amount(amount, lang)));
        view! {
            <li>
                <CommandLink command=Command::DrillInto(part)>{strategy[part].label.get(lang)}</CommandLink>
                {amount}
            </li>
        }
    });
    Some(view! {
        <div class="listed-envelopes is-airy">
            <span>{words::by_ministry(lang)}</span>
            <ul role="list">{links.collect_view()}</ul>
        </div>
    })
}

/// Projects as links, below a heading; nothing if there are none.
fn listed(
    strategy: &'static Strategy,
    heading: &str,
    projects: &[ProjectId],
) -> Option<impl IntoView + use<>> {
    let link = |&id: &ProjectId| {
        view! {
            <li>
                <CommandLink command=Command::Focus(id.into())>{strategy[id].label.as_str()}</CommandLink>
            </li>
        }
    };
    let heading = heading.to_owned();
    let links = projects.iter().map(link).collect_view();
    (!projects.is_empty()).then(|| {
        view! {
            <div class="listed-envelopes is-airy">
                <span>{heading}</span>
                <ul role="list">{links}</ul>
            </div>
        }
    })
}

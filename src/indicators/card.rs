//! The card of a quantity: what it comes to in words, the bullet, the chart, what the signs mean, and the values as rows.

use leptos::prelude::*;

use super::{
    bullet,
    chart::Chart,
    course::{Course, Drift, Turn, Whole, of_drift, of_indicator},
    drawing::{point, turn},
    placed::RADIUS_PX,
    readings::{drift_readings, readings},
    statement, words,
};
use crate::{
    i18n::{
        format::{OpenEnd, date_in_words, with_unit},
        messages::messages,
    },
    model::{
        id::{EnvelopeId, IndicatorId, RecordId},
        panorama,
        relations::Relations,
        strategy::Strategy,
        text::{Lang, ProseId},
    },
    state::{Explorer, command::Command},
    ui::{
        command_link::CommandLink,
        drawing::{Drawing, px},
        sentence::Sentence,
    },
};

/// From this width on text and chart stand side by side.
const PAIRED_PX: f64 = 700.0;
/// Width of the text beside a chart; the style sheet has it too.
const TEXT_PX: f64 = 280.0;
/// Between text and chart; the style sheet has it too.
const GAP_PX: f64 = 28.0;

/// Whether text and chart stand side by side in a room of this width.
#[must_use]
pub fn is_paired(width_px: f64) -> bool {
    width_px >= PAIRED_PX
}

fn chart_width(width_px: f64) -> f64 {
    if is_paired(width_px) { width_px - TEXT_PX - GAP_PX } else { width_px }
}

fn text_width(width_px: f64) -> f64 {
    if is_paired(width_px) { TEXT_PX } else { width_px }
}

/// The card of an indicator.
#[component]
pub(super) fn IndicatorCard(
    /// Which one.
    id: IndicatorId,
    /// The whole of the data.
    strategy: &'static Strategy,
    /// The width there is.
    width: Signal<f64>,
) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let indicator = &strategy[id];
    let course = of_indicator(strategy, id, lang);
    let name = indicator.label.get(lang).to_owned();
    let has_values = !course.points.is_empty();
    let sentences = statement::in_words(&course, strategy, lang);
    let whole_words = whole_words(&course, lang);
    let envelope = match course.whole {
        Some(Whole::Envelope(_, envelope)) => Some(envelope),
        _ => None,
    };
    let chart = has_values.then(|| {
        view! {
            <Chart
                key=indicator.slug.clone()
                name=name.clone()
                course=course.clone()
                whole_words=whole_words.clone()
                width=Signal::derive(move || chart_width(width.get()))
            />
            {legend(&course, lang)}
        }
    });
    let rows = has_values.then(|| readings(&name, &course, strategy, lang));
    view! {
        <article class="indicator" data-kind="indicator" data-id=indicator.slug.as_str() aria-label=name>
            <div class="indicator-text">
                <h3><CommandLink command=Command::Focus(id.into())>{indicator.label.get(lang)}</CommandLink></h3>
                <Outside id=id.into() strategy />
                {statement_of(sentences)}
                <Bullet course strategy whole_words width />
                {envelope.map(|envelope| view! { <EnvelopeLink envelope strategy /> })}
                {caution(indicator.caution)}
            </div>
            <div class="indicator-chart">{chart}</div>
            {rows}
        </article>
    }
}

/// The card of the drifts of the large projects: one chart for each.
#[component]
pub(super) fn DriftCard(
    /// The whole of the data.
    strategy: &'static Strategy,
    /// The width there is.
    width: Signal<f64>,
) -> impl IntoView {
    let lang = Explorer::expect_context().lang();
    let programme = panorama::perimeter_change(strategy).and_then(|(fact, _)| {
        strategy[fact].about.iter().copied().find(|id| matches!(id, RecordId::Programme(_)))
    });
    let title = words::drifts(lang);
    let title = match programme {
        Some(programme) => {
            view! { <CommandLink command=Command::Focus(programme)>{title}</CommandLink> }.into_any()
        }
        None => title.into_any(),
    };
    let charts = Drift::ALL.map(|drift| {
        let course = of_drift(strategy, drift, lang);
        let name = words::drift(drift, lang);
        let key = match drift {
            Drift::Schedule => "schedule",
            Drift::Budget => "budget",
        };
        (!course.points.is_empty()).then(|| {
            view! {
                <h4>{name}</h4>
                <Chart
                    key=key.to_owned()
                    name=name.to_owned()
                    course
                    whole_words=Vec::new()
                    width=Signal::derive(move || chart_width(width.get()))
                />
            }
        })
    });
    let course = of_drift(strategy, Drift::Schedule, lang);
    view! {
        <article class="indicator" data-drift="" aria-label=words::drifts(lang)>
            <div class="indicator-text">
                <h3>{title}</h3>
                {statement_of(statement::drifts_in_words(strategy, lang))}
                <p class="indicator-said">{words::gap(lang)}</p>
            </div>
            <div class="indicator-chart">{charts.into_iter().collect_view()}{legend(&course, lang)}</div>
            {drift_readings(strategy, lang)}
        </article>
    }
}

/// Sentences, the first of which says the most.
fn statement_of(sentences: Vec<String>) -> impl IntoView {
    let lines = sentences.into_iter().enumerate().map(|(place, sentence)| {
        view! { <p class="indicator-said" class:is-first=place == 0>{sentence}</p> }
    });
    lines.collect_view()
}

/// What to know before comparing.
fn caution(text: ProseId) -> Option<impl IntoView> {
    (text != ProseId::NONE).then(|| view! { <p class="caution"><Sentence text /></p> })
}

/// That the filter leaves a record out.
#[component]
fn Outside(id: RecordId, strategy: &'static Strategy) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let is_outside =
        move || explorer.filter().with(|filter| !filter.admits(strategy, Relations::of_whole(strategy), id));
    move || {
        is_outside()
            .then(|| view! { <p><span class="tag">{messages(explorer.lang()).outside_filter()}</span></p> })
    }
}

/// The value of the note's date against what it is measured by.
#[component]
fn Bullet(
    course: Course,
    strategy: &'static Strategy,
    whole_words: Vec<String>,
    width: Signal<f64>,
) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let value = statement::at_note(&course, strategy)
        .map(|place| (course.points[place].value.as_f64(), course.points[place].firmness.is_counted()));
    let whole = course.whole.map(|whole| whole.quantity().as_f64());
    move || {
        let width = text_width(width.get());
        let placed = bullet::place(value, whole?, &whole_words, width, explorer.metrics())?;
        Some(view! {
            <svg
                class="bullet"
                aria-hidden="true"
                width=px(width)
                height=px(bullet::HEIGHT_PX)
                viewBox=format!("0 0 {} {}", px(width), px(bullet::HEIGHT_PX))
                inner_html=placed.markup()
            ></svg>
        })
    }
}

/// The envelope that a quantity is a part of.
#[component]
fn EnvelopeLink(envelope: EnvelopeId, strategy: &'static Strategy) -> impl IntoView {
    let lang = Explorer::expect_context().lang();
    view! {
        <p class="indicator-said">
            {messages(lang).field_part_of()} " "
            <CommandLink command=Command::Focus(envelope.into())>{strategy[envelope].label.get(lang)}</CommandLink>
        </p>
    }
}

/// What the line of the whole says, from the longest to the shortest.
fn whole_words(course: &Course, lang: Lang) -> Vec<String> {
    let Some(whole) = course.whole else { return Vec::new() };
    // "100 %", and not "100 % of what is followed".
    let unit = if course.unit.starts_with('%') { "%" } else { &course.unit };
    let quantity = with_unit(whole.quantity(), unit, lang);
    match whole {
        Whole::Target(_, date) => {
            let date = date.map(|date| date_in_words(date, OpenEnd::ToCome, lang));
            words::target_line(&quantity, date.as_deref(), lang)
        }
        Whole::Envelope(..) => words::envelope_line(&quantity, lang),
    }
}

/// What the signs of a chart mean: each series with its shape, solid and hollow, approximate dates, changes.
fn legend(course: &Course, lang: Lang) -> impl IntoView + use<> {
    let series = course.series.iter().enumerate().map(|(place, counted)| {
        let is_solid = course.points.iter().any(|point| point.series == place && point.firmness.is_counted());
        (point(place, 9.0, 8.0, is_solid, false), counted.clone())
    });
    let has = |is_counted: bool| course.points.iter().any(|point| point.firmness.is_counted() == is_counted);
    let mut signs: Vec<(Drawing, String)> = series.collect();
    if has(false) {
        if has(true) {
            signs.push((point(0, 9.0, 8.0, true, false), words::solid(lang).to_owned()));
        }
        signs.push((point(0, 9.0, 8.0, false, false), words::hollow(lang).to_owned()));
    }
    if course.points.iter().any(|point| point.date.is_qualified()) {
        signs.push((point(0, 9.0, 8.0, false, true), words::approximate(lang).to_owned()));
    }
    let has_told = course.turns.iter().any(|turn| turn.fact.is_some());
    if !course.turns.is_empty() && !has_told {
        signs.push((turn(9.0, 8.0), words::turn(lang).to_owned()));
    }
    let signs = signs.into_iter().map(|(sign, text)| view! { <li>{sample(sign)} {text}</li> }).collect_view();
    let told =
        course.turns.iter().enumerate().filter_map(|(place, turn)| told(*turn, place, lang)).collect_view();
    view! { <ul class="legend" aria-label=messages(lang).legend()>{signs} {told}</ul> }
}

/// A change that a fact tells of, as a link to it.
fn told(change: Turn, place: usize, lang: Lang) -> Option<impl IntoView> {
    let fact = change.fact?;
    // The method changed first.
    let what = if place == 0 { words::method(lang) } else { words::perimeter(lang) };
    let text = words::turn_at(&date_in_words(change.date, OpenEnd::GoesOn, lang), what, lang);
    Some(view! {
        <li>{sample(turn(9.0, 8.0))} <CommandLink command=Command::Focus(fact.into())>{text}</CommandLink></li>
    })
}

fn sample(sign: Drawing) -> impl IntoView {
    const { assert!(RADIUS_PX < 8.0, "a sample holds a mark") };
    view! { <svg width="18" height="16" viewBox="0 0 18 16" aria-hidden="true" inner_html=sign.into_markup()></svg> }
}

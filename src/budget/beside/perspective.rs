//! A budget beside wider counts, as squares on one scale.

use leptos::prelude::*;

use super::{
    keys_of,
    marks::{Roving, mark},
    placed::{Perspective, PlacedSquare},
    words,
};
use crate::{
    i18n::format::{self, OpenEnd, date_in_words},
    model::{id::ScopeId, strategy::Strategy},
    state::{Explorer, command::Command},
    ui::{
        command_link::CommandLink,
        drawing::{Drawing, px},
    },
};

/// Side of the greatest square: on the narrowest screen it fits without being made smaller.
const GREATEST_PX: f64 = 280.0;

/// The card; nothing for a budget without wider counts.
pub(super) fn perspective(strategy: &'static Strategy, scope: ScopeId) -> Option<impl IntoView> {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let shown = Perspective::of(strategy, scope, GREATEST_PX)?;
    let roving = Roving::new(".perspective", 1);
    let captions = [words::narrow(lang), words::wider(lang), words::plan(lang)];
    let squares = shown.squares.iter().zip(captions).enumerate();
    let squares = squares.map(|(place, (square, caption))| {
        let amount = format::amount(square.amount, lang);
        let name = format!("{caption}, {amount}");
        let inside = view! {
            {draw(square)}
            <span class="square-words">
                <strong>{amount}</strong>
                <span>{caption}</span>
            </span>
        };
        view! { <li>{mark(explorer, roving, place, square.record, name, inside)}</li> }
    });
    let date =
        |date: Option<_>| date.map(|date| date_in_words(date, OpenEnd::GoesOn, lang)).unwrap_or_default();
    let amounts = shown.squares.map(|square| format::amount(square.amount, lang));
    let counted = shown.counted.map(|amount| format::amount(amount, lang));
    let envelope = &strategy[shown.envelope];
    let why = words::not_within(
        envelope.label.get(lang),
        [&counted[0], &counted[1]],
        [&date(envelope.as_of), &date(strategy[shown.wider].as_of)],
        [&amounts[0], &amounts[1]],
        lang,
    );
    let why_neither = words::nor_within(&amounts[1], &amounts[2], lang);
    Some(view! {
        <div class="beside-card">
            <h2>{words::perspective(lang)}</h2>
            <p>{words::one_area(lang)}</p>
            <ul class="perspective" role="list" aria-describedby=keys_of(strategy, scope)>
                {squares.collect_view()}
            </ul>
            <p>{why}</p>
            <p>
                {why_neither} " "
                <CommandLink command=Command::Focus(shown.reason.into())>{words::see_discrepancy(lang)}</CommandLink>
            </p>
        </div>
    })
}

/// A square in a drawing of its own size.
fn draw(square: &PlacedSquare) -> impl IntoView + use<> {
    let side = px(square.side_px);
    let markup = Drawing::new().rect("square", (0.0, 0.0, square.side_px, square.side_px), 0.0).into_markup();
    view! {
        <svg width=side.clone() height=side.clone() viewBox=format!("0 0 {side} {side}") aria-hidden="true" inner_html=markup></svg>
    }
}

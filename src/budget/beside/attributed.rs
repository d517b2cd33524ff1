//! What has been given out of an envelope: the note's round figure and the published detail, with the reason why they differ.

use leptos::prelude::*;

use super::{
    keys_of,
    marks::{Roving, bar, mark},
    placed::{Attributed, Given},
    words,
};
use crate::{
    i18n::format::{self, OpenEnd, date_in_words},
    model::{date::Edtf, id::ScopeId, strategy::Strategy},
    state::{Explorer, command::Command},
    ui::{command_link::CommandLink, explained::Explained},
};

/// The card; nothing for a budget of which nothing is known to be given out.
pub(super) fn attributed(strategy: &'static Strategy, scope: ScopeId) -> Option<impl IntoView> {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let shown = Attributed::of(strategy, scope)?;
    let roving = Roving::new(".attributed", 1);
    let dated = |name: &str, date: Option<Edtf>| match date {
        Some(date) => format!("{name}, {}", date_in_words(date, OpenEnd::GoesOn, lang)),
        None => name.to_owned(),
    };
    let row = |place: usize, given: &Given, label: String| {
        let share = given.given.share_of(given.of).map(|share| format::percent(share, lang));
        let (amount, of) = (format::amount(given.given, lang), format::amount(given.of, lang));
        let value = words::given_of(&amount, &of, &share.unwrap_or_default(), lang);
        let name = format!("{label}, {value}");
        let [length, whole] = given.lengths;
        let inside = view! {
            <span class="bar-label">{label}</span>
            {bar("is-given", length, Some(whole))}
            <span class="bar-value">{value}</span>
        };
        view! { <li>{mark(explorer, roving, place, given.record, name, inside)}</li> }
    };
    let envelope = &strategy[shown.envelope];
    let in_note = dated(words::in_note(lang), Some(strategy[shown.observation].date));
    let published = dated(words::published(lang), envelope.as_of);
    let both = [row(0, &shown.in_note, in_note), row(1, &shown.published, published)];
    let parts = strategy.parts(shown.envelope, None).zip(&shown.parts).enumerate();
    let parts =
        parts.map(|(place, (part, given))| row(2 + place, given, strategy[part].label.get(lang).to_owned()));
    let amount = format::amount(shown.in_note.of, lang);
    Some(view! {
        <div class="beside-card attributed">
            <h2>{words::attributed(envelope.label.get(lang), &amount, lang)}</h2>
            <ul class="bars" role="list" aria-describedby=keys_of(strategy, scope)>{both.collect_view()}</ul>
            <h3>{words::by_part(lang)}</h3>
            <ul class="bars" role="list" aria-describedby=keys_of(strategy, scope)>{parts.collect_view()}</ul>
            <p>
                <Explained text=strategy[shown.reason].explanation />
                " "
                {words::given_not_paid(lang)}
                " "
                <CommandLink command=Command::Focus(shown.reason.into())>{words::see_discrepancy(lang)}</CommandLink>
            </p>
        </div>
    })
}

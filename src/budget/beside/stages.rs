//! Commitments and payments of a programme, stage by stage and side by side, and what was executed as a share of two bases.

use leptos::prelude::*;

use super::{
    keys_of,
    marks::{Roving, bar, mark},
    placed::{Executed, Panels, executed, panels},
    words,
};
use crate::{
    i18n::{
        format,
        messages::{self, messages},
    },
    model::{envelope::Measure, id::ScopeId, money::Euros, strategy::Strategy, text::Lang},
    state::{Explorer, command::Command},
    ui::{command_link::CommandLink, sentence::Sentence},
};

/// The two panels, from left to right.
const MEASURES: [Measure; 2] = [Measure::Commitment, Measure::Payment];

/// The cards; nothing for a budget without appropriations.
pub(super) fn stages(strategy: &'static Strategy, scope: ScopeId) -> Option<impl IntoView> {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let all = panels(strategy, scope);
    let stages = all.iter().map(|panels| panels.rows.len()).max().filter(|&stages| stages > 0)?;
    let roving = Roving::new(".stages", stages);
    let mut first = 0;
    let groups = all.iter().map(|panels| {
        let group = group(strategy, scope, panels, roving, first);
        first += MEASURES.len() * panels.rows.len();
        group
    });
    let groups = groups.collect_view();
    Some(view! {
        <div class="beside-card stages">
            <h2>{words::stages(lang)}</h2>
            <p>{words::same_money(lang)} " " {words::two_scales(lang)}</p>
            {groups}
            <details>
                <summary>{words::to_the_euro(lang)}</summary>
                <div class="beside-table" tabindex="0" role="region" aria-label=words::to_the_euro(lang)>
                    {table(strategy, &all, lang)}
                </div>
            </details>
        </div>
        {executed_card(strategy, scope)}
    })
}

/// The panels of an envelope; its marks have the places from `first` on.
fn group(
    strategy: &'static Strategy,
    scope: ScopeId,
    panels: &Panels,
    roving: Roving,
    first: usize,
) -> impl IntoView + use<> {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let label = strategy[panels.envelope].label.get(lang);
    let panel = |(column, measure): (usize, Measure)| {
        let rows = panels.rows.iter().enumerate().map(|(row, stage)| {
            let bar_of = stage.bar(measure);
            let (of_stage, amount) = (messages::stage(stage.stage, lang), in_words(bar_of.amount, lang));
            let name = format!("{label}, {of_stage}, {}, {amount}", messages::measure(measure, lang));
            let inside = view! {
                <span class="bar-label">{format::capitalised(messages::short_stage(stage.stage, lang))}</span>
                {bar_of.length.map(|length| bar(words::class(stage.stage), length, None))}
                <span class="bar-value" class:is-missing=bar_of.amount.is_none()>{amount}</span>
            };
            let place = first + column * panels.rows.len() + row;
            view! { <li>{mark(explorer, roving, place, stage.line.into(), name, inside)}</li> }
        });
        view! {
            <div>
                <h4>{words::panel(measure, lang)}</h4>
                <ul class="bars" role="list" aria-describedby=keys_of(strategy, scope)>{rows.collect_view()}</ul>
            </div>
        }
    };
    view! {
        <h3>
            <CommandLink command=Command::Focus(panels.envelope.into())>{label}</CommandLink>
        </h3>
        <div class="panels">{MEASURES.into_iter().enumerate().map(panel).collect_view()}</div>
    }
}

/// The same amounts to the euro.
fn table(strategy: &'static Strategy, all: &[Panels], lang: Lang) -> impl IntoView + use<> {
    let bodies = all.iter().map(|panels| {
        let rows = panels.rows.iter().map(|row| {
            let cells = MEASURES.map(|measure| {
                let amount = row.bar(measure).amount;
                let exact = amount.map(|amount| format::exact_amount(amount, lang));
                view! { <td>{exact.unwrap_or_else(|| messages(lang).not_published().to_owned())}</td> }
            });
            view! {
                <tr>
                    <th scope="row">{format::capitalised(messages::stage(row.stage, lang))}</th>
                    {cells}
                </tr>
            }
        });
        view! {
            <tbody>
                <tr>
                    <th scope="rowgroup" colspan="3">{strategy[panels.envelope].label.get(lang)}</th>
                </tr>
                {rows.collect_view()}
            </tbody>
        }
    });
    let heads = MEASURES.map(|measure| view! { <th scope="col">{words::panel(measure, lang)}</th> });
    view! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{words::stage(lang)}</th>
                    {heads}
                </tr>
            </thead>
            {bodies.collect_view()}
        </table>
    }
}

fn in_words(amount: Option<Euros>, lang: Lang) -> String {
    amount.map_or_else(|| messages(lang).not_published().to_owned(), |amount| format::amount(amount, lang))
}

/// What was executed; nothing for a budget of which that is not known.
fn executed_card(strategy: &'static Strategy, scope: ScopeId) -> Option<impl IntoView> {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let (envelope, both) = executed(strategy, scope)?;
    let roving = Roving::new(".executed", both[0].shares.len());
    let label = strategy[envelope].label.get(lang);
    let panel = |(column, executed): (usize, Executed)| {
        let bases = [words::of_law(lang), words::of_management(lang)];
        let rows = executed.shares.into_iter().zip(bases).enumerate().map(|(row, ((fact, share), base))| {
            let percent = format::percent(share, lang);
            let name = format!("{label}, {}, {percent} {base}", messages::measure(executed.measure, lang));
            let inside = view! {
                <span class="bar-label">{format::capitalised(base)}</span>
                {bar("is-executed", share, Some(1.0))}
                <span class="bar-value">{percent}</span>
            };
            let place = column * executed.shares.len() + row;
            view! {
                <li>
                    {mark(explorer, roving, place, fact.into(), name, inside)}
                    <p class="hint">
                        <Sentence text=strategy[fact].text />
                    </p>
                </li>
            }
        });
        view! {
            <div>
                <h4>{words::panel(executed.measure, lang)}</h4>
                <ul class="bars" role="list" aria-describedby=keys_of(strategy, scope)>{rows.collect_view()}</ul>
            </div>
        }
    };
    Some(view! {
        <div class="beside-card executed">
            <h2>{words::executed(lang)}</h2>
            <p>{words::two_bases(lang)}</p>
            <h3>
                <CommandLink command=Command::Focus(envelope.into())>{label}</CommandLink>
            </h3>
            <div class="panels">{both.into_iter().enumerate().map(panel).collect_view()}</div>
        </div>
    })
}

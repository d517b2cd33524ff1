//! What the rows of a table come to, where they may be added at all, and else why not.

use super::words;
use crate::{
    i18n::format::{OpenEnd, amount, date_in_words},
    model::{
        amounts::Amounts,
        id::{EditionId, EnvelopeId, ProjectId, RecordId, SplitId},
        money::Euros,
        strategy::Strategy,
        text::Lang,
    },
    state::{filter::Filter, listing::Listed},
};

/// The foot of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Total {
    /// Nothing in the table is money.
    None,
    /// The amounts may be added.
    Sum {
        /// What they come to.
        amount: String,
        /// What exactly has been added.
        note: String,
    },
    /// The amounts may not be added, for this reason.
    Refused(&'static str),
}

/// The total of the records that the filter keeps.
#[must_use]
pub fn total(
    strategy: &Strategy,
    listed: Listed,
    shown: &[RecordId],
    amounts: Amounts,
    filter: &Filter,
    lang: Lang,
) -> Total {
    match listed {
        Listed::Envelopes => {
            let envelopes: Vec<_> = shown
                .iter()
                .filter_map(|id| match id {
                    RecordId::Envelope(envelope) => Some(*envelope),
                    _ => None,
                })
                // One that is shown only for the sake of its parts would bring all the others.
                .filter(|&envelope| filter.admits_theme_of_envelope_itself(strategy, envelope))
                .collect();
            total_of_envelopes(strategy, &envelopes, shown.len(), amounts, lang)
        }
        Listed::Projects => {
            let projects = shown.iter().filter_map(|id| match id {
                RecordId::Project(project) => Some(*project),
                _ => None,
            });
            total_of_projects(strategy, projects, lang)
        }
        _ => Total::None,
    }
}

/// The sum of envelopes of one scope: each that is not within another of them, so that no euro is counted twice.
fn total_of_envelopes(
    strategy: &Strategy,
    envelopes: &[EnvelopeId],
    shown: usize,
    amounts: Amounts,
    lang: Lang,
) -> Total {
    let is_counted_in =
        |whole: EnvelopeId| envelopes.contains(&whole) && amounts.of(strategy, whole).is_some();
    let outermost: Vec<_> =
        envelopes.iter().copied().filter(|&one| !strategy.ancestors(one).any(is_counted_in)).collect();
    let published: Vec<_> =
        outermost.iter().filter_map(|&one| Some((one, amounts.of(strategy, one)?))).collect();
    if published.is_empty() {
        return Total::Refused(words::no_total_without_amounts(lang));
    }
    if is_split_twice(strategy, published.iter().map(|(one, _)| *one)) {
        return Total::Refused(words::no_total_of_two_splits(lang));
    }
    let Some(sum) = Euros::checked_sum(published.iter().map(|(_, euros)| *euros)) else {
        return Total::Refused(words::no_total_without_amounts(lang));
    };
    let is_whole = published.iter().all(|(one, _)| strategy[*one].parent.is_none());
    // What is within a published amount, or holds one, is said by that amount.
    let is_silent = |one: EnvelopeId| {
        amounts.of(strategy, one).is_none() && !strategy.descendants(one).any(is_counted_in)
    };
    let unpublished = outermost.iter().filter(|&&one| is_silent(one)).count();
    Total::Sum {
        amount: amount(sum, lang),
        note: words::total_of_envelopes(shown, is_whole, unpublished, lang),
    }
}

/// Whether two of the envelopes lie in different splits of the same one: they would be the same money twice.
fn is_split_twice(strategy: &Strategy, envelopes: impl Iterator<Item = EnvelopeId>) -> bool {
    let mut seen: Vec<(EnvelopeId, Option<SplitId>)> = Vec::new();
    for envelope in envelopes {
        for part in std::iter::once(envelope).chain(strategy.ancestors(envelope)) {
            let Some(whole) = strategy[part].parent else { continue };
            let split = strategy[part].split;
            match seen.iter().find(|(other, _)| *other == whole) {
                Some((_, other)) if *other != split => return true,
                Some(_) => {}
                None => seen.push((whole, split)),
            }
        }
    }
    false
}

/// The costs of projects in the latest edition: what the panorama itself adds up, and no other editions with it.
fn total_of_projects(strategy: &Strategy, projects: impl Iterator<Item = ProjectId>, lang: Lang) -> Total {
    let lines: Vec<_> = projects.filter_map(|project| strategy.editions_of(project).pop()).collect();
    let of_all = strategy.project_editions().map(|(_, line)| line.edition);
    let latest: Option<EditionId> = of_all.max_by(|&a, &b| strategy[a].date.chronological(&strategy[b].date));
    let costs: Vec<Option<Euros>> =
        lines.iter().filter(|line| Some(line.edition) == latest).map(|line| line.cost).collect();
    let published: Vec<_> = costs.iter().copied().flatten().collect();
    let (Some(latest), Some(sum), false) =
        (latest, Euros::checked_sum(published.iter().copied()), published.is_empty())
    else {
        let reason = if lines.len() > costs.len() {
            words::no_total_of_editions(lang)
        } else {
            words::no_total_without_amounts(lang)
        };
        return Total::Refused(reason);
    };
    let edition = date_in_words(strategy[latest].date, OpenEnd::GoesOn, lang);
    Total::Sum {
        amount: amount(sum, lang),
        note: words::total_of_projects(
            &edition,
            published.len(),
            costs.len() - published.len(),
            lines.len() - costs.len(),
            lang,
        ),
    }
}

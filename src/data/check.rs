//! What records must hold to among themselves: trees, sums, splits and the values of discrepancies.

use std::collections::{BTreeMap, HashMap};

use crate::model::{
    hierarchy::Hierarchy,
    id::{EnvelopeId, RecordKind, SplitId},
    money::Euros,
};

use super::{
    problem::{Problem, Rule},
    records::Records,
    sheet::Sheet,
};

/// The unit, in French, of what is a part of an amount.
const MILLIONS: &str = "M€";

/// All problems between records. Rows that are no records have a problem of their own and are passed over.
pub fn check(records: &Records, sheets: &[Sheet]) -> Vec<Problem> {
    let checks = [
        check_dates_in_note,
        check_tree,
        check_scopes,
        check_splits_of_parts,
        check_default_splits,
        check_sums,
        check_attributed,
        check_parts_of_envelopes,
        check_discrepancies,
        check_project_editions,
    ];
    let mut report = Report { sheets, problems: Vec::new() };
    for check in checks {
        check(records, &mut report);
    }
    report.problems
}

/// Where problems are noted, by the row of a table.
struct Report<'a> {
    sheets: &'a [Sheet],
    problems: Vec<Problem>,
}

impl Report<'_> {
    fn add(&mut self, kind: RecordKind, row: usize, column: &str, rule: Rule, message: impl Into<String>) {
        let sheet = &self.sheets[kind as usize];
        if let Some(cells) = sheet.rows.get(row) {
            self.problems.push(sheet.problem(cells, column, rule, message));
        }
    }

    fn address(&self, kind: RecordKind, row: usize) -> String {
        let sheet = &self.sheets[kind as usize];
        sheet.rows.get(row).map(|cells| sheet.address(cells)).unwrap_or_default()
    }
}

/// The rows that are records, with their place.
fn rows<T>(table: &[Option<T>]) -> impl Iterator<Item = (usize, &T)> {
    table.iter().enumerate().filter_map(|(row, record)| Some((row, record.as_ref()?)))
}

fn at<T>(table: &[Option<T>], row: usize) -> Option<&T> {
    table.get(row)?.as_ref()
}

fn check_dates_in_note(records: &Records, report: &mut Report) {
    for (row, event) in rows(&records.events) {
        if event.date_in_note == Some(event.date) {
            let message = format!("{} is the date already; leave this cell empty", event.date);
            report.add(RecordKind::Event, row, "date_in_note", Rule::RedundantDate, message);
        }
    }
}

fn check_tree(records: &Records, report: &mut Report) {
    let parents = records.envelopes.iter().map(|envelope| Some(envelope.as_ref()?.parent?.index())).collect();
    for row in Hierarchy::from_parents(parents).err().unwrap_or_default() {
        let message = "following the parents leads back to this envelope; correct one of them";
        report.add(RecordKind::Envelope, row, "parent", Rule::Cycle, message);
    }
}

fn check_scopes(records: &Records, report: &mut Report) {
    for (row, envelope) in rows(&records.envelopes) {
        let Some(parent) = envelope.parent.and_then(|id| at(&records.envelopes, id.index())) else {
            continue;
        };
        if parent.scope != envelope.scope {
            let scope = at(&records.scopes, parent.scope.index()).map_or("", |scope| &scope.slug);
            let message = format!(
                "its parent \"{}\" is in the scope \"{scope}\"; only amounts of one scope may be added",
                parent.slug
            );
            report.add(RecordKind::Envelope, row, "scope", Rule::OtherScope, message);
        }
    }
}

fn check_splits_of_parts(records: &Records, report: &mut Report) {
    for (row, envelope) in rows(&records.envelopes) {
        let Some(split) = envelope.split.and_then(|id| at(&records.splits, id.index())) else { continue };
        let (rule, message) = if envelope.parent != Some(split.envelope) {
            let whole = at(&records.envelopes, split.envelope.index()).map_or("", |whole| &whole.slug);
            let message = format!(
                "\"{}\" splits \"{whole}\", which is not its parent; correct one of them",
                split.slug
            );
            (Rule::SplitOfAnother, message)
        } else if split.is_default {
            let message = format!("\"{}\" is the default split; leave this cell empty", split.slug);
            (Rule::DefaultSplitNamed, message)
        } else {
            continue;
        };
        report.add(RecordKind::Envelope, row, "split", rule, message);
    }
}

fn check_default_splits(records: &Records, report: &mut Report) {
    // A row that is no record may be the default one.
    if records.splits.iter().any(Option::is_none) {
        return;
    }
    let mut splits_of: BTreeMap<EnvelopeId, Vec<(usize, bool)>> = BTreeMap::new();
    for (row, split) in rows(&records.splits) {
        splits_of.entry(split.envelope).or_default().push((row, split.is_default));
    }
    for (envelope, splits) in splits_of {
        let defaults: Vec<_> = splits.iter().filter(|(_, is_default)| *is_default).collect();
        let whole = at(&records.envelopes, envelope.index()).map_or("", |whole| &whole.slug);
        let (row, message) = match defaults.as_slice() {
            [_] => continue,
            [] => (splits[0].0, format!("no split of \"{whole}\" is the default one; write true in one row")),
            [first, second, ..] => {
                let first = report.address(RecordKind::Split, first.0);
                (second.0, format!("\"{whole}\" has a default split in {first} already; write false"))
            }
        };
        report.add(RecordKind::Split, row, "is_default", Rule::DefaultSplit, message);
    }
}

fn check_sums(records: &Records, report: &mut Report) {
    // In 128 bits, since a sum of amounts that each fit in 64 may not.
    let mut sums: BTreeMap<(EnvelopeId, Option<SplitId>), i128> = BTreeMap::new();
    for (_, part) in rows(&records.envelopes) {
        if let (Some(parent), Some(amount)) = (part.parent, part.amount.filter(|amount| amount.is_positive()))
        {
            *sums.entry((parent, part.split)).or_default() += i128::from(amount.0);
        }
    }
    for ((parent, split), sum) in sums {
        let Some(Euros(amount)) = at(&records.envelopes, parent.index()).and_then(|whole| whole.amount)
        else {
            continue;
        };
        if sum > i128::from(amount) {
            let split = match split.and_then(|id| at(&records.splits, id.index())) {
                Some(split) => format!(" in the split \"{}\"", split.slug),
                None => String::new(),
            };
            let message = format!(
                "its parts{split} add up to {sum}, which is {} more than {amount}; correct the parts or the amount",
                sum - i128::from(amount)
            );
            report.add(RecordKind::Envelope, parent.index(), "amount_eur", Rule::PartsAboveWhole, message);
        }
    }
}

fn check_attributed(records: &Records, report: &mut Report) {
    for (row, envelope) in rows(&records.envelopes) {
        if let (Some(attributed), Some(amount)) = (envelope.attributed, envelope.amount)
            && attributed > amount
        {
            let message =
                format!("{} is more than the amount, {}; correct one of them", attributed.0, amount.0);
            report.add(RecordKind::Envelope, row, "attributed_eur", Rule::AttributedAboveAmount, message);
        }
    }
}

fn check_parts_of_envelopes(records: &Records, report: &mut Report) {
    for (row, indicator) in rows(&records.indicators) {
        if indicator.envelope.is_none() {
            continue;
        }
        let (column, message) = if indicator.unit.fr != MILLIONS {
            let message = format!(
                "it counts \"{}\", which is no part of an amount; write {MILLIONS}, or name no envelope",
                indicator.unit.fr
            );
            ("unit_fr", message)
        } else if indicator.target.is_some() {
            ("target", "the amount of its envelope is the whole already; leave this cell empty".to_owned())
        } else {
            continue;
        };
        report.add(RecordKind::Indicator, row, column, Rule::PartOfEnvelope, message);
    }
}

fn check_discrepancies(records: &Records, report: &mut Report) {
    for (row, discrepancy) in rows(&records.discrepancies) {
        let count = discrepancy.claims.len();
        if count < 2 {
            let message = format!("{count} value is no discrepancy; give two at least, separated by \";\"");
            report.add(RecordKind::Discrepancy, row, "values", Rule::LoneClaim, message);
        }
        if discrepancy.shown >= count {
            let message =
                format!("there is no value {}; write a number from 1 to {count}", discrepancy.shown + 1);
            report.add(RecordKind::Discrepancy, row, "shown", Rule::ShownOutside, message);
        }
    }
}

fn check_project_editions(records: &Records, report: &mut Report) {
    let mut first_rows = HashMap::new();
    for (row, published) in rows(&records.project_editions) {
        let key = (published.project, published.edition);
        if let Some(&first) = first_rows.get(&key) {
            let first = report.address(RecordKind::ProjectEdition, first);
            let message = format!("this project and this edition are those of {first} already; keep one row");
            report.add(RecordKind::ProjectEdition, row, "project", Rule::DuplicateId, message);
        } else {
            first_rows.insert(key, row);
        }
    }
}

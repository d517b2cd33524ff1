//! The ids of the whole package: which record each stands for, and what was probably meant by one that is not there.

use std::{collections::BTreeMap, ops::Bound};

use crate::model::id::{RecordId, RecordKind};

use super::{
    problem::{Problem, Rule},
    records::{Resource, record_id, record_index},
    sheet::Sheet,
    spelling::{nearest, quoted},
    value::Refusal,
};

/// Every id, present and former, with its record.
#[derive(Debug, Default)]
pub struct Identifiers {
    present: BTreeMap<String, RecordId>,
    /// With the id that took its place.
    former: BTreeMap<String, (RecordId, String)>,
    /// Tables whose ids could not be read, which is said once and not for every id that names them.
    unreadable: Vec<RecordKind>,
    /// The file each table comes from, in the order of [`RecordKind::ALL`].
    files: Vec<String>,
}

impl Identifiers {
    /// Collects the ids of all sheets, which stand in the order of [`RecordKind::ALL`].
    pub fn collect(sheets: &[Sheet], problems: &mut Vec<Problem>) -> Self {
        let mut identifiers =
            Self { files: sheets.iter().map(|sheet| sheet.file.clone()).collect(), ..Self::default() };
        for (resource, sheet) in Resource::ALL.iter().zip(sheets) {
            if resource.has_ids() && !sheet.has("id") {
                identifiers.unreadable.push(resource.kind);
            }
            for (index, row) in sheet.rows.iter().enumerate() {
                let Some(id) = sheet.cell(row, "id").filter(|id| !id.is_empty()) else { continue };
                if let Some(&first) = identifiers.present.get(id) {
                    let message = format!(
                        "{} is the id of {} already; give this record an id of its own",
                        quoted(id),
                        address(first, sheets)
                    );
                    problems.push(sheet.problem(row, "id", Rule::DuplicateId, message));
                } else {
                    identifiers.present.insert(id.to_owned(), record_id(resource.kind, index));
                }
            }
        }
        for (resource, sheet) in Resource::ALL.iter().zip(sheets) {
            for (index, row) in sheet.rows.iter().enumerate().filter(|(_, row)| row.is_aligned) {
                let aliases = sheet.cell(row, "aliases").unwrap_or_default();
                for alias in aliases.split(';').filter(|alias| !alias.is_empty()) {
                    let taken = match (identifiers.present.get(alias), identifiers.former.get(alias)) {
                        (Some(&record), _) => format!("is the id of {}", address(record, sheets)),
                        (None, Some((record, _))) => format!("is an alias of {}", address(*record, sheets)),
                        (None, None) => {
                            let id = sheet.cell(row, "id").unwrap_or_default().to_owned();
                            identifiers
                                .former
                                .insert(alias.to_owned(), (record_id(resource.kind, index), id));
                            continue;
                        }
                    };
                    let message = format!("{} {taken} already; leave it out of this cell", quoted(alias));
                    problems.push(sheet.problem(row, "aliases", Rule::AliasTaken, message));
                }
            }
        }
        identifiers
    }

    /// The record whose present id is `id`.
    pub fn find(&self, id: &str) -> Option<RecordId> {
        self.present.get(id).copied()
    }

    /// Every former id, in the order of the alphabet.
    pub fn into_aliases(self) -> Vec<(String, RecordId)> {
        self.former.into_iter().map(|(alias, (record, _))| (alias, record)).collect()
    }

    /// Why `id` does not name a record, of `kind` where it has to be of one.
    pub fn refusal(&self, id: &str, kind: Option<RecordKind>) -> Refusal {
        if let (Some(found), Some(kind)) = (self.find(id), kind) {
            return Refusal::wrong(
                Rule::WrongTable,
                format!(
                    "{} is an id of {}; name one of {}",
                    quoted(id),
                    self.file(found.kind()),
                    self.file(kind)
                ),
            );
        }
        let is_unreadable = match kind {
            Some(kind) => self.unreadable.contains(&kind),
            None => !self.unreadable.is_empty(),
        };
        if is_unreadable {
            return Refusal::SaidElsewhere;
        }
        let table = kind.map_or("any file", |kind| self.file(kind));
        let present = self.former.get(id).map(|(_, present)| present.as_str());
        let right = match present.or_else(|| self.nearest(id, kind)) {
            Some(right) => format!("did you mean {}?", quoted(right)),
            None => "correct it, or add the record".to_owned(),
        };
        Refusal::wrong(Rule::UnknownId, format!("{} is not an id of {table}; {right}", quoted(id)))
    }

    fn file(&self, kind: RecordKind) -> &str {
        &self.files[kind as usize]
    }

    /// The nearest id in spelling, looked for among the neighbours of `id` in the alphabet: a slip rarely is in
    /// the first letters, and looking at all ids for each wrong one would take for ever in a large package.
    fn nearest(&self, id: &str, kind: Option<RecordKind>) -> Option<&str> {
        const NEIGHBOURS: usize = 8;
        let ids = |from, to| self.present.range::<str, _>((from, to));
        let before = ids(Bound::Unbounded, Bound::Excluded(id)).rev().take(NEIGHBOURS);
        let after = ids(Bound::Included(id), Bound::Unbounded).take(NEIGHBOURS);
        let of_kind = before.chain(after).filter(|(_, record)| kind.is_none_or(|kind| record.kind() == kind));
        nearest(id, of_kind.map(|(id, _)| id.as_str()))
    }
}

/// Where a record stands, as `events.csv:12`.
fn address(id: RecordId, sheets: &[Sheet]) -> String {
    let sheet = sheets.get(id.kind() as usize);
    let row = sheet.and_then(|sheet| Some((sheet, sheet.rows.get(record_index(id))?)));
    row.map(|(sheet, row)| sheet.address(row)).unwrap_or_default()
}

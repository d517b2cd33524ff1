//! Cells with a form of their own: ids, references to the note, codes, addresses.

use crate::model::text::ProseId;

use super::{problem::Rule, row::Row, spelling::quoted, value::Refusal};

/// The longest id that still fits in an address and on a line.
const ID_MAX_LENGTH: usize = 48;

/// The ministries in charge of projects, under their canonical codes.
const MINISTRIES: [&str; 15] = [
    "AGRI", "ARM", "CULT", "ECOFI", "EDUC", "INT", "JUST", "MACP", "MEAE", "MTFP", "PM", "SANTE", "SANTE_AS",
    "TE", "TRAV",
];

/// The sections of the note: introduction, five parts, conclusion.
const SECTIONS: [&str; 7] = ["S0", "S1", "S2", "S3", "S4", "S5", "S6"];

/// The series of references to the note's facts: amounts, quantities, events, claims, discrepancies, footnotes.
const NOTE_REF_SERIES: [&str; 6] = ["M", "Q", "E", "C", "D", "fn"];

impl Row<'_> {
    /// The id of the record. That no other has it is checked over the whole package.
    pub fn id(&mut self, column: &str) -> Option<String> {
        let id = self.filled(column)?;
        self.slug(column, id).map(str::to_owned)
    }

    /// No column: the record has no id of its own.
    pub fn nameless(&mut self) -> Option<String> {
        Some(String::new())
    }

    /// The ids the record had before. That they are free is checked over the whole package.
    pub fn aliases(&mut self, column: &str) {
        for alias in self.entries(column).unwrap_or_default() {
            self.slug(column, alias);
        }
    }

    /// The rank of the record among its siblings, by which its sheet is sorted already.
    pub fn order(&mut self, column: &str) {
        self.one::<u32>(column);
    }

    /// References to the facts of the note, in the form of the fact base: `M1`, `E01`, `fn15`.
    pub fn note_refs(&mut self, column: &str) -> Option<Vec<String>> {
        let references = self.entries(column)?;
        let is_reference = |reference: &str| {
            let series = reference.trim_end_matches(|c: char| c.is_ascii_digit());
            series.len() < reference.len() && NOTE_REF_SERIES.contains(&series)
        };
        match references.iter().find(|reference| !is_reference(reference)) {
            None => Some(references.into_iter().map(str::to_owned).collect()),
            Some(other) => {
                let message = format!(
                    "{} is not a reference to the note; write M1, Q1, E01, C1, D1 or fn1",
                    quoted(other)
                );
                self.refuse(column, Rule::BadNoteRef, message);
                None
            }
        }
    }

    /// The code of a ministry.
    pub fn ministry(&mut self, column: &str) -> Option<String> {
        self.listed(column, &MINISTRIES)
    }

    /// A section of the note.
    pub fn section(&mut self, column: &str) -> Option<String> {
        self.listed(column, &SECTIONS)
    }

    /// 1 (detail) to 3 (turning point).
    pub fn importance(&mut self, column: &str) -> Option<u8> {
        let importance = self.one(column)?;
        if !(1..=3).contains(&importance) {
            let message =
                format!("{importance} is not an importance; write 1 (detail), 2 or 3 (turning point)");
            self.refuse(column, Rule::OutOfRange, message);
            return None;
        }
        Some(importance)
    }

    /// A place in a list, counted from 1 in the file and from 0 in the model.
    pub fn place_from_1(&mut self, column: &str) -> Option<usize> {
        let place: u32 = self.one(column)?;
        if place == 0 {
            self.refuse(column, Rule::OutOfRange, "values are counted from 1; write 1 for the first");
        }
        usize::try_from(place).ok()?.checked_sub(1)
    }

    /// An address, or nothing.
    pub fn maybe_url(&mut self, column: &str) -> Option<ProseId> {
        let url = self.cell(column)?;
        let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        let is_url = host.is_some_and(|host| !host.is_empty()) && !url.contains(char::is_whitespace);
        if !url.is_empty() && !is_url {
            let message = format!(
                "{} is not an address; write it whole and without spaces, from https:// on",
                quoted(url)
            );
            self.refuse(column, Rule::BadUrl, message);
            return None;
        }
        Some(self.place(url, url))
    }
}

impl<'a> Row<'a> {
    /// A word of a closed list.
    fn listed(&mut self, column: &str, list: &[&str]) -> Option<String> {
        let word = self.filled(column)?;
        if !list.contains(&word) {
            self.refuse_as(column, Refusal::not_in_list(word, list));
            return None;
        }
        Some(word.to_owned())
    }

    /// `id`, if it is a short kebab-case slug.
    fn slug(&mut self, column: &str, id: &'a str) -> Option<&'a str> {
        let length = id.chars().count();
        if length > ID_MAX_LENGTH {
            let message =
                format!("{} has {length} characters; an id has {ID_MAX_LENGTH} at most", quoted(id));
            self.refuse(column, Rule::BadId, message);
            return None;
        }
        let is_kebab = id.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        if !is_kebab {
            let kebab = kebab_from(id);
            let right = kebab.as_deref().unwrap_or("plan-de-relance");
            let message = format!(
                "{} is not an id; write small letters, digits and single hyphens, as {right}",
                quoted(id)
            );
            self.refuse(column, Rule::BadId, message);
            return None;
        }
        Some(id)
    }
}

/// `text` with hyphens for what is not a letter or a digit; accents and empty results are left to the editor.
fn kebab_from(text: &str) -> Option<String> {
    let plain = text.to_lowercase();
    let parts: Vec<_> = plain.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    Some(parts.join("-")).filter(|kebab| kebab.is_ascii() && !kebab.is_empty())
}

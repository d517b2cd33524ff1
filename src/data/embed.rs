//! Tables as bytes and back: the compact form in which the program embeds and fetches what `build.rs` has checked.
//!
//! Numbers are little-endian groups of seven bits (LEB128), signed ones zigzagged; texts and lists carry their
//! length; a value of a closed list is its place; a date is its EDTF text. Measured against serde with postcard:
//! the reader is 45 KB smaller in the module (16 KB compressed), and the model needs no derive for it.

use super::core::Core;
use crate::model::{
    actor::{Actor, ActorKind},
    date::{Date, Day, Edtf},
    discrepancy::{Claim, Discrepancy},
    envelope::{Appropriation, Envelope, Nature, Scope, Split, Stage},
    event::{Event, EventKind, Outcome, Status},
    fact::{Fact, FactQuality, FactUnit},
    glossary::Term,
    id::{
        ActorId, AppropriationId, DiscrepancyId, EditionId, EnvelopeId, EventId, FactId, IndicatorId,
        ObservationId, PositionId, ProgrammeId, ProjectEditionId, ProjectId, RecordId, ScopeId, SourceId,
        SplitId, StepId, TermId, ThemeId,
    },
    indicator::{Indicator, Observation, ObservationQuality, Quantity},
    money::Euros,
    position::{Position, PositionKind},
    programme::{Programme, ProgrammeKind},
    project::{Edition, EditionQuality, Phase, Project, ProjectEdition},
    source::{Reading, Source, SourceKind},
    step::Step,
    strategy::{About, Tables},
    text::{Prose, ProseId, Text},
    theme::Theme,
    vocabulary::every_vocabulary_of_records,
};

/// The bytes of a value.
#[must_use]
pub fn to_bytes<T: Embed>(value: &T) -> Vec<u8> {
    let mut bytes = Vec::new();
    value.write(&mut bytes);
    bytes
}

/// The value in `bytes`; `None` if they are not one, or more than one.
#[must_use]
pub fn from_bytes<T: Embed>(bytes: &[u8]) -> Option<T> {
    let mut reader = Reader { rest: bytes, has_failed: false };
    let value = T::read(&mut reader);
    (!reader.has_failed && reader.rest.is_empty()).then_some(value)
}

/// What is still to be read, and whether anything read so far was not there.
///
/// Reading goes on with empty values after a failure, which only the end reports: leaving at once would drop what
/// each record has by then, at every field of every table, and that is half of the code.
pub struct Reader<'a> {
    rest: &'a [u8],
    has_failed: bool,
}

impl Reader<'_> {
    // One copy of each of these serves every field of every table.
    #[inline(never)]
    fn byte(&mut self) -> u8 {
        match self.rest.split_first() {
            Some((&first, rest)) => {
                self.rest = rest;
                first
            }
            None => {
                self.has_failed = true;
                0
            }
        }
    }

    #[inline(never)]
    fn number(&mut self) -> u64 {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
        }
        self.has_failed = true;
        0
    }

    /// A length; 0 for one that cannot be, so that nothing loops on it.
    fn length(&mut self) -> usize {
        // Every item takes at least one byte.
        match usize::try_from(self.number()) {
            Ok(length) if length <= self.rest.len() => length,
            _ => {
                self.has_failed = true;
                0
            }
        }
    }

    #[inline(never)]
    fn text(&mut self) -> String {
        let length = self.length();
        let (text, rest) = self.rest.split_at(length);
        self.rest = rest;
        match std::str::from_utf8(text) {
            Ok(text) => text.to_owned(),
            Err(_) => {
                self.has_failed = true;
                String::new()
            }
        }
    }
}

fn write_number(mut number: u64, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// A value that can be written as bytes and read back.
pub trait Embed: Sized {
    /// Appends the bytes of the value.
    fn write(&self, bytes: &mut Vec<u8>);
    /// Reads a value; any value, and the reader knows of the failure, if the bytes are not one.
    fn read(reader: &mut Reader) -> Self;
}

impl Embed for String {
    fn write(&self, bytes: &mut Vec<u8>) {
        write_number(self.len() as u64, bytes);
        bytes.extend(self.as_bytes());
    }
    fn read(reader: &mut Reader) -> Self {
        reader.text()
    }
}

impl Embed for bool {
    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.push(u8::from(*self));
    }
    fn read(reader: &mut Reader) -> Self {
        reader.byte() != 0
    }
}

impl Embed for i64 {
    fn write(&self, bytes: &mut Vec<u8>) {
        // Zigzag: small numbers of either sign are short.
        write_number(((self << 1) ^ (self >> 63)) as u64, bytes);
    }
    fn read(reader: &mut Reader) -> Self {
        let number = reader.number();
        (number >> 1) as i64 ^ -((number & 1) as i64)
    }
}

impl<T: Embed> Embed for Option<T> {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.is_some().write(bytes);
        if let Some(value) = self {
            value.write(bytes);
        }
    }
    #[inline(never)]
    fn read(reader: &mut Reader) -> Self {
        (reader.byte() != 0).then(|| T::read(reader))
    }
}

impl<T: Embed> Embed for Vec<T> {
    fn write(&self, bytes: &mut Vec<u8>) {
        write_number(self.len() as u64, bytes);
        for item in self {
            item.write(bytes);
        }
    }
    #[inline(never)]
    fn read(reader: &mut Reader) -> Self {
        let length = reader.length();
        (0..length).map(|_| T::read(reader)).collect()
    }
}

impl<A: Embed, B: Embed> Embed for (A, B) {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.0.write(bytes);
        self.1.write(bytes);
    }
    fn read(reader: &mut Reader) -> Self {
        (A::read(reader), B::read(reader))
    }
}

impl Embed for Edtf {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.to_string().write(bytes);
    }
    #[inline(never)]
    fn read(reader: &mut Reader) -> Self {
        Self::parse(&reader.text()).unwrap_or_else(|_| {
            reader.has_failed = true;
            Self::Date(Date::from_day(Day(0)))
        })
    }
}

impl Embed for Day {
    fn write(&self, bytes: &mut Vec<u8>) {
        i64::from(self.0).write(bytes);
    }
    fn read(reader: &mut Reader) -> Self {
        Self(i64::read(reader) as i32)
    }
}

impl Embed for Prose {
    fn write(&self, bytes: &mut Vec<u8>) {
        write_number(self.len() as u64, bytes);
        for text in self.texts() {
            text.write(bytes);
        }
    }
    fn read(reader: &mut Reader) -> Self {
        Self::from_texts(Vec::read(reader))
    }
}

/// Whole numbers that are not negative.
macro_rules! unsigned {
    ($($number:ty),+) => {
        $(impl Embed for $number {
            fn write(&self, bytes: &mut Vec<u8>) {
                write_number(*self as u64, bytes);
            }
            fn read(reader: &mut Reader) -> Self {
                Self::try_from(reader.number()).unwrap_or_else(|_| {
                    reader.has_failed = true;
                    0
                })
            }
        })+
    };
}

/// One value in a wrapper.
macro_rules! wrappers {
    ($($wrapper:ident($inner:ty);)+) => {
        $(impl Embed for $wrapper {
            fn write(&self, bytes: &mut Vec<u8>) {
                self.0.write(bytes);
            }
            fn read(reader: &mut Reader) -> Self {
                Self(<$inner>::read(reader))
            }
        })+
    };
}

/// Closed lists: a value is its place.
macro_rules! vocabularies {
    ($($vocabulary:ident),+ $(,)?) => {
        $(impl Embed for $vocabulary {
            fn write(&self, bytes: &mut Vec<u8>) {
                bytes.push(*self as u8);
            }
            fn read(reader: &mut Reader) -> Self {
                Self::ALL.get(usize::from(reader.byte())).copied().unwrap_or_else(|| {
                    reader.has_failed = true;
                    Self::ALL[0]
                })
            }
        })+
    };
}

/// Alternatives of one value each: its place, then the value.
macro_rules! alternatives {
    ($($name:ident { $($place:literal => $variant:ident($inner:ty)),+ ; $other:ident($otherwise:expr) })+) => {
        $(impl Embed for $name {
            fn write(&self, bytes: &mut Vec<u8>) {
                match self { $(Self::$variant(value) => { bytes.push($place); value.write(bytes); })+ }
            }
            #[inline(never)]
            fn read(reader: &mut Reader) -> Self {
                match reader.byte() {
                    $($place => Self::$variant(<$inner>::read(reader)),)+
                    _ => {
                        reader.has_failed = true;
                        Self::$other($otherwise)
                    }
                }
            }
        })+
    };
}

/// Records: their fields in this order. A field that is missing here does not compile.
macro_rules! records {
    ($($record:ident { $($field:ident),+ $(,)? })+) => {
        $(impl Embed for $record {
            fn write(&self, bytes: &mut Vec<u8>) {
                $(self.$field.write(bytes);)+
            }
            fn read(reader: &mut Reader) -> Self {
                Self { $($field: Embed::read(reader),)+ }
            }
        })+
    };
}

unsigned!(u8, u16, u32, usize);

wrappers! {
    Euros(i64); Quantity(i64); ProseId(u32);
    ActorId(u32); AppropriationId(u32); DiscrepancyId(u32); EditionId(u32); EnvelopeId(u32); EventId(u32);
    FactId(u32); IndicatorId(u32); ObservationId(u32); PositionId(u32); ProgrammeId(u32); ProjectEditionId(u32);
    ProjectId(u32); ScopeId(u32); SourceId(u32); SplitId(u32); StepId(u32); TermId(u32); ThemeId(u32);
}

every_vocabulary_of_records!(vocabularies);

alternatives! {
    Claim { 0 => Eur(Euros), 1 => Number(Quantity), 2 => Percent(Quantity), 3 => Date(Edtf), 4 => Text(String); Text(String::new()) }
    RecordId {
        0 => Theme(ThemeId), 1 => Event(EventId), 2 => Programme(ProgrammeId), 3 => Scope(ScopeId),
        4 => Split(SplitId), 5 => Envelope(EnvelopeId), 6 => Appropriation(AppropriationId),
        7 => Indicator(IndicatorId), 8 => Observation(ObservationId), 9 => Project(ProjectId),
        10 => Edition(EditionId), 11 => ProjectEdition(ProjectEditionId), 12 => Fact(FactId), 13 => Actor(ActorId),
        14 => Position(PositionId), 15 => Discrepancy(DiscrepancyId), 16 => Term(TermId), 17 => Source(SourceId),
        18 => Step(StepId);
        Theme(ThemeId(0))
    }
}

records! {
    Text { fr, en }
    About { title, version, created, reference_day }
    Theme { slug, label, short, question }
    Event {
        slug, note_refs, date, date_in_note, title, summary, theme, kind, status, outcome, outcome_date,
        outcome_text, importance, actors, envelopes, projects, programmes, indicators, related, sources,
    }
    Programme { slug, note_refs, kind, label, summary, status, theme, actors, envelopes, sources }
    Scope { slug, label, short, nature, reference_date, caution, sources }
    Split { slug, envelope, is_default, label }
    Envelope {
        slug, note_refs, scope, parent, split, theme, label, amount, attributed, as_of, project, note,
        sources,
    }
    Appropriation { slug, envelope, stage, commitment, payment, sources }
    Indicator { slug, note_refs, theme, label, unit, target, target_date, envelope, caution, sources }
    Observation { slug, note_refs, indicator, date, value, quality, definition, counted, sources }
    Project { slug, note_refs, label, ministry, zone, funding, sources }
    Edition {
        slug, date, published, projects, interministerial, cost, cost_label, mean_duration_years,
        schedule_drift_pct, budget_drift_pct, quality, sources,
    }
    ProjectEdition {
        slug, project, edition, ministry, ministry_as_published, label_as_published, interministerial, start,
        planned_years, phase, cost, new_scope,
    }
    Fact { slug, note_refs, theme, about, text, value, unit, as_of, quality, sources }
    Actor { slug, note_refs, label, acronym, kind }
    Position { slug, note_refs, theme, kind, holder, text, section, sources }
    Discrepancy { slug, note_refs, about, claims, shown, explanation, sources }
    Term { slug, term, expansion, definition }
    Source { slug, note_refs, title, publisher, url, footnote, published, kind, read, is_single }
    Step { slug, theme, title, text, shows, about, sources }
    Core { about, themes, events, scopes, splits, envelopes, appropriations, indicators, observations }
    Tables {
        about, themes, events, programmes, scopes, splits, envelopes, appropriations, indicators, observations,
        projects, editions, project_editions, facts, actors, positions, discrepancies, glossary, sources, steps,
        aliases,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_any_size_and_sign_come_back() {
        for number in [0, 1, -1, 63, 64, -64, -65, 908_000_000, -2_500_000, i64::MAX, i64::MIN] {
            assert_eq!(from_bytes::<i64>(&to_bytes(&number)), Some(number), "{number}");
        }
        assert_eq!(to_bytes(&-1_i64).len(), 1, "small numbers are short");
    }

    #[test]
    fn what_is_cut_short_too_long_or_no_such_value_is_refused() {
        let bytes = to_bytes(&vec!["un".to_owned(), "deux".to_owned()]);
        for end in 0..bytes.len() {
            assert_eq!(from_bytes::<Vec<String>>(&bytes[..end]), None, "cut at {end}");
        }
        let longer = [bytes.as_slice(), &[0]].concat();
        assert_eq!(from_bytes::<Vec<String>>(&longer), None);
        assert_eq!(from_bytes::<Status>(&[200]), None);
        assert_eq!(from_bytes::<String>(&[2, 0xff, 0xff]), None, "not UTF-8");
        assert_eq!(from_bytes::<i64>(&[0xff; 11]), None, "more than 64 bits");
    }
}

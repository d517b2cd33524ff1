//! Records as rows of their files: what [`super::row::Row`] reads, written.

use crate::model::{
    actor::ActorKind,
    date::Edtf,
    discrepancy::Claim,
    envelope::{Nature, Stage},
    event::{EventKind, Outcome, Status},
    fact::{FactQuality, FactUnit},
    id::{
        ActorId, EditionId, EnvelopeId, EventId, IndicatorId, ProgrammeId, ProjectId, RecordId, ScopeId,
        SourceId, SplitId, ThemeId,
    },
    indicator::{ObservationQuality, Quantity},
    money::Euros,
    position::PositionKind,
    programme::ProgrammeKind,
    project::{EditionQuality, Phase},
    source::{Reading, SourceKind},
    strategy::Strategy,
    text::{Prose, ProseId, Text},
    vocabulary::every_vocabulary_of_records,
};

/// What stands between the entries of a list.
const BETWEEN: &str = ";";

/// A package that can be written.
#[derive(Clone, Copy)]
pub struct Written<'a> {
    /// Its tables.
    pub strategy: &'a Strategy,
    /// Its long texts, French first.
    pub prose: [&'a Prose; 2],
}

impl<'a> Written<'a> {
    /// A long text in both languages; empty where there is none.
    #[must_use]
    pub fn texts(self, id: ProseId) -> [&'a str; 2] {
        self.prose.map(|prose| prose.get(id).unwrap_or_default())
    }
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A text, a date, an id or a word of a closed list.
    Text,
    /// A number.
    Number,
    /// `true` or `false`.
    Truth,
    /// Entries separated by `;`.
    List,
}

/// A cell of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What it holds.
    pub form: Form,
    /// Its text; empty where there is nothing.
    pub text: String,
}

/// The cells of a row, one after the other. Each method writes what the one of its name in
/// [`super::row::Row`] reads.
pub(super) struct Cells<'a> {
    pub written: Written<'a>,
    pub cells: Vec<Cell>,
}

impl Cells<'_> {
    fn push(&mut self, text: impl Into<String>) {
        self.push_as(Form::Text, text.into());
    }

    fn push_as(&mut self, form: Form, text: String) {
        self.cells.push(Cell { form, text });
    }

    /// In one cell: the text of the first language, which is that of the other.
    fn shared(&mut self, id: ProseId) {
        let [text, _] = self.written.texts(id);
        self.push(text);
    }

    pub fn id(&mut self, slug: &str) {
        self.push(slug);
    }

    pub fn nameless(&mut self, _no_column: &str) {}

    pub fn one<T: Spelled>(&mut self, value: &T) {
        self.push_as(T::FORM, value.spelled(self.written.strategy));
    }

    pub fn maybe<T: Spelled>(&mut self, value: &Option<T>) {
        let strategy = self.written.strategy;
        let text = value.as_ref().map(|value| value.spelled(strategy));
        self.push_as(T::FORM, text.unwrap_or_default());
    }

    pub fn list<T: Spelled>(&mut self, values: &[T]) {
        let strategy = self.written.strategy;
        let entries: Vec<_> = values.iter().map(|value| value.spelled(strategy)).collect();
        self.push_as(Form::List, entries.join(BETWEEN));
    }

    pub fn sources(&mut self, sources: &[SourceId]) {
        self.list(sources);
    }

    pub fn word(&mut self, word: &str) {
        self.push(word);
    }

    pub fn maybe_word(&mut self, word: &str) {
        self.push(word);
    }

    pub fn ministry(&mut self, code: &str) {
        self.push(code);
    }

    pub fn section(&mut self, section: &str) {
        self.push(section);
    }

    pub fn text(&mut self, text: &Text) {
        self.push(&text.fr);
        self.push(&text.en);
    }

    pub fn maybe_text(&mut self, text: &Text) {
        self.text(text);
    }

    pub fn prose(&mut self, id: &ProseId) {
        for text in self.written.texts(*id) {
            self.push(text);
        }
    }

    pub fn maybe_prose(&mut self, id: &ProseId) {
        self.prose(id);
    }

    pub fn shared_prose(&mut self, id: &ProseId) {
        self.shared(*id);
    }

    pub fn maybe_shared_prose(&mut self, id: &ProseId) {
        self.shared(*id);
    }

    pub fn maybe_url(&mut self, id: &ProseId) {
        self.shared(*id);
    }

    pub fn note_refs(&mut self, references: &[String]) {
        self.push_as(Form::List, references.join(BETWEEN));
    }

    pub fn importance(&mut self, importance: &u8) {
        self.push_as(Form::Number, importance.to_string());
    }

    pub fn place_from_1(&mut self, place: &usize) {
        self.push_as(Form::Number, (place + 1).to_string());
    }

    /// The place of the record among the rows of its table, which the column `order` gave it.
    pub fn order(&mut self, id: RecordId) {
        self.push_as(Form::Number, (id.index() + 1).to_string());
    }

    /// The ids it had before.
    pub fn aliases(&mut self, id: RecordId) {
        let former = self.written.strategy.aliases().filter(|(_, record)| *record == id);
        let former: Vec<_> = former.map(|(alias, _)| alias).collect();
        self.push_as(Form::List, former.join(BETWEEN));
    }
}

/// A value as a cell spells it.
pub(super) trait Spelled {
    /// What the cell holds.
    const FORM: Form;
    /// Its spelling.
    fn spelled(&self, strategy: &Strategy) -> String;
}

/// Values that spell themselves.
macro_rules! displayed {
    ($($value:ty as $form:ident),+) => {
        $(impl Spelled for $value {
            const FORM: Form = Form::$form;
            fn spelled(&self, _: &Strategy) -> String {
                self.to_string()
            }
        })+
    };
}

displayed!(Edtf as Text, Quantity as Number, bool as Truth, u8 as Number, u32 as Number);

impl Spelled for Euros {
    const FORM: Form = Form::Number;
    fn spelled(&self, _: &Strategy) -> String {
        self.0.to_string()
    }
}

/// Closed lists.
macro_rules! vocabularies {
    ($($vocabulary:ty),+ $(,)?) => {
        $(impl Spelled for $vocabulary {
            const FORM: Form = Form::Text;
            fn spelled(&self, _: &Strategy) -> String {
                self.as_str().to_owned()
            }
        })+
    };
}

every_vocabulary_of_records!(vocabularies);

/// Records by their ids.
macro_rules! named_records {
    ($($id:ty),+ $(,)?) => {
        $(impl Spelled for $id {
            const FORM: Form = Form::Text;
            fn spelled(&self, strategy: &Strategy) -> String {
                strategy.slug((*self).into()).to_owned()
            }
        })+
    };
}

named_records!(
    ActorId,
    EditionId,
    EnvelopeId,
    EventId,
    IndicatorId,
    ProgrammeId,
    ProjectId,
    ScopeId,
    SourceId,
    SplitId,
    ThemeId,
);

impl Spelled for RecordId {
    const FORM: Form = Form::Text;
    fn spelled(&self, strategy: &Strategy) -> String {
        strategy.slug(*self).to_owned()
    }
}

impl Spelled for (Claim, SourceId) {
    const FORM: Form = Form::Text;
    fn spelled(&self, strategy: &Strategy) -> String {
        let (claim, source) = self;
        let (kind, value) = match claim {
            Claim::Eur(euros) => ("eur", euros.spelled(strategy)),
            Claim::Number(quantity) => ("number", quantity.to_string()),
            Claim::Percent(quantity) => ("percent", quantity.to_string()),
            Claim::Date(date) => ("date", date.to_string()),
            Claim::Text(text) => ("text", text.clone()),
        };
        format!("{kind}:{value}@{}", strategy.slug((*source).into()))
    }
}

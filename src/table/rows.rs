//! The rows of the table, as a value: what is listed, what each column says, and the order of it all.

use std::{
    cmp::Ordering,
    hash::{Hash, Hasher},
};

use super::{
    totals::{Total, total},
    words,
};
use crate::{
    i18n::{
        folding::folded,
        format::{self, OpenEnd, capitalised, date_in_words},
        label::{Label, label},
        messages::{self, messages},
    },
    model::{
        amounts::Amounts,
        date::Edtf,
        discrepancy::{Claim, Discrepancy},
        event::Event,
        id::{ActorId, EnvelopeId, IndicatorId, ProjectId, RecordId, RecordKind, ScopeId, SourceId, ThemeId},
        indicator::Quantity,
        money::Euros,
        order::{order, sorted},
        relations::Relations,
        strategy::Strategy,
        text::{Lang, ProseId},
    },
    state::{
        filter::Filter,
        listing::{Column, Listed, Sort, listed_records},
        query::{DEFAULT_LISTED, DEFAULT_STAGE},
        view_state::ViewState,
    },
};

/// What a cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// Nothing: the column does not apply to the record.
    Nothing,
    /// Plain words.
    Plain(String),
    /// That a value is missing, and how.
    Missing(&'static str),
    /// Who published the sources: long texts, which may still be on their way.
    Publishers(Vec<ProseId>),
    /// Values side by side.
    Claims(Vec<ClaimWords>),
}

/// A value that is in conflict with others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimWords {
    /// The value.
    pub value: String,
    /// Who gives it.
    pub publisher: ProseId,
    /// Whether it is the one shown elsewhere.
    pub is_shown: bool,
    /// Whether it is quoted as it stands there: in the language of the sources.
    pub is_quoted: bool,
}

/// What a cell is sorted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SortKey {
    /// Nothing: always last.
    Missing,
    /// A number, or a place in an order.
    Number(i64),
    /// A date.
    Date(Edtf),
    /// A text, without accents and capitals.
    Text(String),
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What it says.
    pub words: Words,
    /// What it is sorted by.
    pub key: SortKey,
}

/// The publishers that are known so far, each once.
#[must_use]
pub fn names_of(publishers: &[ProseId], said: impl Fn(ProseId) -> Option<String>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in publishers.iter().filter_map(|&publisher| said(publisher)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The deepest step in: budgets nest less.
const MOST_DEPTH: usize = 3;

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The record.
    pub id: RecordId,
    /// Its name.
    pub name: Label,
    /// How deep it lies in its budget, where the rows are in the order of the data.
    pub depth: usize,
    /// A few words behind the name: the breakdown it belongs to, that the filter leaves it out.
    pub tags: Vec<String>,
    /// The envelope that stands for it in a budget.
    pub envelope: Option<EnvelopeId>,
    /// One cell for each column.
    pub cells: Vec<(Column, Cell)>,
}

impl Row {
    /// The class by which its name steps in.
    #[must_use]
    pub fn depth_class(&self) -> String {
        format!("depth-{}", self.depth.min(MOST_DEPTH))
    }
}

/// Rows that are equal are of the same record; that is enough to tell them apart quickly.
impl Hash for Row {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id.hash(state);
    }
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRows {
    /// What it lists, in words.
    pub caption: String,
    /// Its columns beside the name.
    pub columns: Vec<Column>,
    /// Its rows, sorted.
    pub rows: Vec<Row>,
    /// What they come to.
    pub total: Total,
    /// How many records the filter keeps.
    pub shown: usize,
    /// How many there are.
    pub all: usize,
}

/// What a reader asks of the table.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The state: what is listed, in which columns and order.
    pub state: &'a ViewState,
    /// The budget whose envelopes are listed.
    pub scope: Option<ScopeId>,
    /// What is kept.
    pub filter: &'a Filter,
    /// The language.
    pub lang: Lang,
}

/// The table that a reader asks for; `said` gives a long text that is there.
#[must_use]
pub fn table_rows(
    strategy: &Strategy,
    relations: &Relations,
    asked: Asked<'_>,
    said: &dyn Fn(ProseId) -> Option<String>,
) -> TableRows {
    let Asked { state, scope, filter, lang } = asked;
    let listed = state.of.unwrap_or(DEFAULT_LISTED);
    let columns = state.columns.clone().unwrap_or_else(|| listed.usual_columns());
    let amounts = match (listed, scope) {
        (Listed::Envelopes, Some(scope)) => {
            Amounts::of_scope(strategy, scope, state.stage.unwrap_or(DEFAULT_STAGE), state.measure)
        }
        _ => Amounts::own(),
    };
    let records = listed_records(strategy, listed, scope);
    let shown: Vec<_> =
        records.iter().copied().filter(|&id| filter.admits(strategy, relations, id)).collect();
    let writer = Writer { strategy, relations, amounts, lang };
    let is_in_data_order = state.sort.is_none();
    // Envelopes do not stand in the order of their ids.
    let in_order = sorted(&shown, RecordId::cmp);
    let is_shown = |id: RecordId| in_order.binary_search(&id).is_ok();
    let mut rows: Vec<Row> = records
        .iter()
        .map(|&id| (id, !is_shown(id)))
        .filter(|&(id, is_outside)| !is_outside || state.focus == Some(id))
        .map(|(id, is_outside)| {
            let mut row = writer.row(id, &columns);
            row.depth = if is_in_data_order { depth(strategy, id, is_shown) } else { 0 };
            row.tags.extend(is_outside.then(|| messages(lang).outside_filter().to_owned()));
            row
        })
        .collect();
    if let Some(sort) = state.sort {
        let key = |row: &Row| match columns.iter().position(|column| *column == sort.column) {
            Some(place) => row.cells[place].1.key.clone(),
            None if sort.column == Column::Name => name_key(&row.name, said),
            // A column that is not shown still sorts.
            None => writer.cell(row.id, sort.column).key,
        };
        let keys: Vec<_> = rows.iter().map(key).collect();
        rows = order(rows.len(), &|a, b| compare(&keys[a], &keys[b], sort))
            .into_iter()
            .map(|place| rows[place].clone())
            .collect();
    }
    let budget = scope.map(|scope| (strategy[scope].label.get(lang), amounts));
    TableRows {
        caption: words::caption(listed, budget, lang),
        total: match columns.contains(&Column::Amount) {
            true => total(strategy, listed, &shown, amounts, filter, lang),
            false => Total::None,
        },
        columns,
        rows,
        shown: shown.len(),
        all: records.len(),
    }
}

/// How many of the envelopes shown an envelope lies within.
fn depth(strategy: &Strategy, id: RecordId, is_shown: impl Fn(RecordId) -> bool) -> usize {
    match id {
        RecordId::Envelope(id) => strategy.ancestors(id).filter(|&whole| is_shown(whole.into())).count(),
        _ => 0,
    }
}

fn name_key(name: &Label, said: &dyn Fn(ProseId) -> Option<String>) -> SortKey {
    match name {
        Label::Name(name) => SortKey::Text(folded(name)),
        Label::Statement(text) => said(*text).map_or(SortKey::Missing, |text| SortKey::Text(folded(&text))),
    }
}

/// The order of two keys: what is missing comes last, whichever way the rest is sorted.
#[must_use]
pub fn compare(a: &SortKey, b: &SortKey, sort: Sort) -> Ordering {
    let forward = match (a, b) {
        (SortKey::Missing, SortKey::Missing) => return Ordering::Equal,
        (SortKey::Missing, _) => return Ordering::Greater,
        (_, SortKey::Missing) => return Ordering::Less,
        (SortKey::Number(a), SortKey::Number(b)) => a.cmp(b),
        (SortKey::Date(a), SortKey::Date(b)) => a.chronological(b),
        (SortKey::Text(a), SortKey::Text(b)) => a.cmp(b),
        // Within a column keys are of one kind.
        _ => Ordering::Equal,
    };
    if sort.is_descending { forward.reverse() } else { forward }
}

/// Writes cells.
struct Writer<'a> {
    strategy: &'a Strategy,
    relations: &'a Relations,
    amounts: Amounts,
    lang: Lang,
}

impl Cell {
    fn nothing() -> Self {
        Self { words: Words::Nothing, key: SortKey::Missing }
    }

    fn missing(how: &'static str) -> Self {
        Self { words: Words::Missing(how), key: SortKey::Missing }
    }

    /// A text that is sorted as it reads.
    fn text(text: &str) -> Self {
        if text.is_empty() {
            return Self::nothing();
        }
        Self { words: Words::Plain(text.to_owned()), key: SortKey::Text(folded(text)) }
    }

    /// A text that is sorted by a number.
    fn number(text: String, number: i64) -> Self {
        Self { words: Words::Plain(text), key: SortKey::Number(number) }
    }

    /// A value of a closed list, sorted by its place there.
    fn ranked(text: &str, place: usize) -> Self {
        Self::number(capitalised(text), place as i64)
    }
}

impl Writer<'_> {
    fn row(&self, id: RecordId, columns: &[Column]) -> Row {
        let (strategy, lang) = (self.strategy, self.lang);
        let mut tags = Vec::new();
        let mut envelope = None;
        let name = match id {
            RecordId::Envelope(id) => {
                envelope = Some(id);
                tags.extend(self.split_of(id).map(str::to_owned));
                label(strategy, id.into(), lang)
            }
            RecordId::Project(id) => {
                let mut envelopes = strategy.envelopes();
                envelope = envelopes
                    .find(|(_, envelope)| envelope.project == Some(id))
                    .map(|(envelope, _)| envelope);
                label(strategy, id.into(), lang)
            }
            RecordId::Discrepancy(id) => self.subject(&strategy[id]),
            id => label(strategy, id, lang),
        };
        let cells = columns.iter().map(|&column| (column, self.cell(id, column))).collect();
        Row { id, name, depth: 0, tags, envelope, cells }
    }

    /// The breakdown an envelope belongs to, where there are several.
    fn split_of(&self, id: EnvelopeId) -> Option<&str> {
        let (strategy, envelope) = (self.strategy, &self.strategy[id]);
        let splits = strategy.splits_of(envelope.parent?);
        let split =
            envelope.split.or_else(|| splits.into_iter().find(|&split| strategy[split].is_default))?;
        Some(strategy[split].label.get(self.lang))
    }

    /// What a discrepancy is about: its explanation is for its record.
    fn subject(&self, discrepancy: &Discrepancy) -> Label {
        match discrepancy.about.first() {
            Some(&about) => label(self.strategy, about, self.lang),
            None => Label::Statement(discrepancy.explanation),
        }
    }

    fn cell(&self, id: RecordId, column: Column) -> Cell {
        let (strategy, lang) = (self.strategy, self.lang);
        if column == Column::Sources {
            return self.sources(id);
        }
        match id {
            RecordId::Event(id) => self.event_cell(&strategy[id], column),
            RecordId::Envelope(id) => self.envelope_cell(id, column),
            RecordId::Project(id) => self.project_cell(id, column),
            RecordId::Indicator(id) => self.indicator_cell(id, column),
            RecordId::Actor(actor) => match column {
                Column::Kind => Cell::text(&capitalised(messages::actor_kind(strategy[actor].kind, lang))),
                Column::Events => {
                    let count = self.relations.of_kind(id, RecordKind::Event).count() as i64;
                    Cell::number(format::integer(count, lang), count)
                }
                _ => Cell::nothing(),
            },
            RecordId::Programme(id) => {
                let programme = &strategy[id];
                match column {
                    Column::Theme => self.theme(Some(programme.theme)),
                    Column::Kind => Cell::text(&capitalised(messages::programme_kind(programme.kind, lang))),
                    Column::Status => {
                        let status = programme.status;
                        Cell::ranked(messages::short_status(status, lang), status as usize)
                    }
                    Column::Actors => self.actors(&programme.actors),
                    _ => Cell::nothing(),
                }
            }
            RecordId::Position(id) => {
                let position = &strategy[id];
                match column {
                    Column::Theme => self.theme(Some(position.theme)),
                    Column::Kind => Cell::text(&capitalised(messages::position_kind(position.kind, lang))),
                    Column::Holder => self.actors(&[position.holder]),
                    _ => Cell::nothing(),
                }
            }
            RecordId::Discrepancy(id) if column == Column::Claims => self.claims(&strategy[id]),
            _ => Cell::nothing(),
        }
    }

    fn event_cell(&self, event: &Event, column: Column) -> Cell {
        let lang = self.lang;
        match column {
            Column::Date => self.date_cell(event.date, OpenEnd::of(event)),
            Column::Theme => self.theme(Some(event.theme)),
            Column::Kind => Cell::text(&capitalised(messages::event_kind(event.kind, lang))),
            Column::Status => Cell::ranked(messages::short_status(event.status, lang), event.status as usize),
            Column::Outcome => Cell::ranked(messages::outcome(event.outcome, lang), event.outcome as usize),
            Column::Actors => self.actors(&event.actors),
            _ => Cell::nothing(),
        }
    }

    fn envelope_cell(&self, id: EnvelopeId, column: Column) -> Cell {
        let (strategy, lang) = (self.strategy, self.lang);
        let envelope = &strategy[id];
        match column {
            Column::Theme => self.theme(envelope.theme),
            Column::PartOf => match envelope.parent {
                Some(parent) => Cell::text(strategy[parent].label.get(lang)),
                None => Cell::nothing(),
            },
            Column::Amount => self.amount(self.amounts.of(strategy, id)),
            Column::Share => {
                let amount = self.amounts.of(strategy, id);
                let whole = envelope.parent.and_then(|parent| self.amounts.of(strategy, parent));
                match amount.zip(whole).and_then(|(amount, whole)| amount.share_of(whole)) {
                    Some(share) => Cell::number(format::percent(share, lang), (share * 1e9).round() as i64),
                    None => Cell::nothing(),
                }
            }
            Column::Attributed => match envelope.attributed {
                Some(attributed) => self.amount(Some(attributed)),
                None => Cell::nothing(),
            },
            Column::AsOf => match envelope.as_of {
                Some(date) => self.date_cell(date, OpenEnd::GoesOn),
                None => Cell::nothing(),
            },
            _ => Cell::nothing(),
        }
    }

    fn project_cell(&self, id: ProjectId, column: Column) -> Cell {
        let (strategy, lang) = (self.strategy, self.lang);
        let not_published = || Cell::missing(messages(lang).not_published());
        if column == Column::Ministry {
            return Cell::text(messages::ministry(&strategy[id].ministry, lang));
        }
        let Some(line) = strategy.editions_of(id).pop() else { return not_published() };
        match column {
            Column::Phase => match line.phase {
                Some(phase) => Cell::ranked(messages::phase(phase, lang), phase as usize),
                None => not_published(),
            },
            Column::Start => match line.start {
                Some(date) => self.date_cell(date, OpenEnd::GoesOn),
                None => not_published(),
            },
            Column::PlannedEnd => match line.planned_end() {
                Some(date) => self.date_cell(Edtf::Date(date), OpenEnd::GoesOn),
                None => not_published(),
            },
            Column::Amount => self.amount(line.cost),
            Column::AsOf => self.date_cell(strategy[line.edition].date, OpenEnd::GoesOn),
            _ => Cell::nothing(),
        }
    }

    fn indicator_cell(&self, id: IndicatorId, column: Column) -> Cell {
        let (strategy, lang) = (self.strategy, self.lang);
        let indicator = &strategy[id];
        let value = |value: Quantity| format::with_unit(value, indicator.unit.get(lang), lang);
        let latest = strategy.latest_observation(id);
        match (column, latest) {
            (Column::Theme, _) => self.theme(Some(indicator.theme)),
            (Column::Target, _) => match indicator.target {
                Some(target) => Cell::number(messages::target(indicator, lang).unwrap_or_default(), target.0),
                None => Cell::nothing(),
            },
            (Column::Latest, None) => Cell::missing(words::no_observation(lang)),
            (Column::Latest, Some(latest)) => Cell::number(value(latest.value), latest.value.0),
            (Column::Date, Some(latest)) => self.date_cell(latest.date, OpenEnd::GoesOn),
            (Column::Quality, Some(latest)) => {
                let quality = latest.quality;
                Cell::ranked(messages::observation_quality(quality, lang), quality as usize)
            }
            _ => Cell::nothing(),
        }
    }

    fn claims(&self, discrepancy: &Discrepancy) -> Cell {
        let claims: Vec<_> = discrepancy
            .claims
            .iter()
            .enumerate()
            .map(|(place, (claim, source))| ClaimWords {
                value: messages::claim_in_words(claim, self.lang),
                publisher: self.strategy[*source].publisher,
                is_shown: place == discrepancy.shown,
                is_quoted: matches!(claim, Claim::Text(_)),
            })
            .collect();
        let key = claims.first().map_or(SortKey::Missing, |first| SortKey::Text(folded(&first.value)));
        Cell { words: Words::Claims(claims), key }
    }

    fn theme(&self, theme: Option<ThemeId>) -> Cell {
        match theme {
            Some(theme) => {
                Cell::number(self.strategy[theme].short.get(self.lang).to_owned(), theme.index() as i64)
            }
            None => Cell::nothing(),
        }
    }

    fn actors(&self, actors: &[ActorId]) -> Cell {
        let short = |&id: &ActorId| self.strategy[id].short_name(self.lang);
        Cell::text(&actors.iter().map(short).collect::<Vec<_>>().join(", "))
    }

    fn amount(&self, amount: Option<Euros>) -> Cell {
        match amount {
            Some(amount) => Cell::number(format::amount(amount, self.lang), amount.0),
            None => Cell::missing(messages(self.lang).not_published()),
        }
    }

    fn date_cell(&self, date: Edtf, open_end: OpenEnd) -> Cell {
        let words = capitalised(&date_in_words(date, open_end, self.lang));
        Cell { words: Words::Plain(words), key: SortKey::Date(date) }
    }

    fn sources(&self, id: RecordId) -> Cell {
        let strategy = self.strategy;
        let sources: Vec<SourceId> = match id {
            RecordId::Event(id) => strategy[id].sources.clone(),
            RecordId::Envelope(id) => strategy[id].sources.clone(),
            RecordId::Project(id) => strategy[id].sources.clone(),
            RecordId::Indicator(id) => {
                let own = strategy[id].sources.iter();
                let observed = strategy.observations().filter(|(_, one)| one.indicator == id);
                own.chain(observed.flat_map(|(_, one)| &one.sources)).copied().collect()
            }
            RecordId::Programme(id) => strategy[id].sources.clone(),
            RecordId::Position(id) => strategy[id].sources.clone(),
            RecordId::Discrepancy(id) => strategy[id].sources.clone(),
            _ => Vec::new(),
        };
        let mut sources = sorted(&sources, Ord::cmp);
        sources.dedup();
        if sources.is_empty() {
            return Cell::nothing();
        }
        let publishers = sources.iter().map(|&source| strategy[source].publisher).collect();
        Cell { words: Words::Publishers(publishers), key: SortKey::Number(sources.len() as i64) }
    }
}

/// Whether a column holds figures, which stand at its right edge.
#[must_use]
pub fn is_figure(column: Column) -> bool {
    matches!(column, Column::Amount | Column::Share | Column::Attributed | Column::Events)
}

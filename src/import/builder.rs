//! The tables of a strategy from rows that know no form: events with groups, envelopes with parents, and their sources.

use std::collections::HashMap;

use crate::{
    data::{Package, prose::ProsePair},
    model::{
        date::{Bound, Date, Day, Edtf, Precision},
        envelope::{Envelope, Nature, Scope},
        event::{Event, EventKind, Outcome, Status},
        hierarchy::Hierarchy,
        id::{EnvelopeId, ScopeId, SourceId, ThemeId},
        money::Euros,
        source::{Reading, Source, SourceKind},
        strategy::{About, Tables},
        text::{ProseId, Text},
        theme::Theme,
    },
};

use super::{
    assumption::{Because, Taken},
    markup::{host, safe_url},
    problem::What,
    report::Report,
    slugs::Slugs,
};

/// Where a row comes from, in words or as an address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reference {
    /// What it is called; empty if only its address is known.
    pub title: String,
    /// Its address, which is checked when it is added; empty if it has none.
    pub url: String,
    /// The column it stands in.
    pub column: Option<String>,
}

/// A row that becomes an event.
#[derive(Clone, Debug)]
pub(super) struct EventRow {
    /// The line it stands on.
    pub line: usize,
    /// Its identifier, if it has one.
    pub id: String,
    /// When.
    pub date: Edtf,
    /// What it is called.
    pub title: String,
    /// What is said of it.
    pub text: String,
    /// Its theme; empty if it has none.
    pub group: String,
    /// What kind it is.
    pub kind: EventKind,
    /// How it stands; `None` lets its date tell.
    pub status: Option<Status>,
    /// Where it comes from, besides the file.
    pub references: Vec<Reference>,
    /// The envelope of the same row, by its place among the envelopes that were added.
    pub envelope: Option<usize>,
}

/// What a row says of its amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stated {
    /// This much.
    Amount(Euros),
    /// Nothing: the sum of its parts, or not published.
    Nothing,
    /// Something that is wrong, which was told: with parts it is their sum, without them it is left out.
    Wrong,
}

/// A row that becomes an envelope.
#[derive(Clone, Debug)]
pub(super) struct EnvelopeRow {
    /// The line it stands on; 0 for one that no row states.
    pub line: usize,
    /// Its identifier, if it has one.
    pub id: String,
    /// The envelope it is part of, by its place among those added.
    pub parent: Option<usize>,
    /// Its name.
    pub label: String,
    /// What is said of it.
    pub text: String,
    /// Its theme; empty if it has none.
    pub group: String,
    /// Its amount.
    pub stated: Stated,
    /// The column its amount stands in.
    pub column: Option<String>,
    /// Where it comes from, besides the file.
    pub references: Vec<Reference>,
}

/// What rows become.
#[derive(Debug, Default)]
pub(super) struct Builder {
    events: Vec<EventRow>,
    envelopes: Vec<EnvelopeRow>,
    slugs: Slugs,
    prose: ProsePair,
    /// The places of texts by one language, which is half of what the pair has to compare.
    text_places: HashMap<String, ProseId>,
    themes: Vec<Theme>,
    theme_places: HashMap<String, ThemeId>,
    sources: Vec<Source>,
    /// By address and title, a control character between them.
    source_places: HashMap<String, SourceId>,
}

/// What was built.
pub(super) struct Built {
    /// The package; `None` if there is no event and no envelope.
    pub package: Option<Package>,
    /// How many rows were left out here: envelopes without a good amount or parts.
    pub left_out: usize,
}

impl Builder {
    /// Adds an event.
    pub fn event(&mut self, row: EventRow) {
        self.events.push(row);
    }

    /// Adds an envelope; returns its place among them. Its parent has to be added too, before or after it.
    pub fn envelope(&mut self, row: EnvelopeRow) -> usize {
        self.envelopes.push(row);
        self.envelopes.len() - 1
    }

    /// The tables of what was added, under the name `title`.
    pub fn build(mut self, title: &Text, report: &mut Report) -> Built {
        // The reader's own file is the first source, so that its title always has a place among the long texts.
        let file = self.own_file(report);
        let (amounts, kept) = self.amounts(report);
        let rows = std::mem::take(&mut self.envelopes);
        let lines = rows.iter().zip(&kept).filter(|(_, is_kept)| !**is_kept).map(|(row, _)| row.line);
        let left_out = lines.filter(|&line| line > 0).count();
        let places = places(&kept);
        let mut tables = Tables {
            about: About {
                title: title.clone(),
                version: "1".to_owned(),
                created: Edtf::Date(Date::from_day(report.choices.today)).to_string(),
                reference_day: report.choices.today,
            },
            ..Tables::default()
        };
        if kept.contains(&true) {
            tables.scopes.push(self.scope(title, file, report));
        }
        for ((row, amount), _) in rows.into_iter().zip(amounts).zip(&kept).filter(|(_, is_kept)| **is_kept) {
            tables.envelopes.push(self.envelope_of(row, amount, &places, file, report));
        }
        let has_groups = self.events.iter().any(|row| !row.group.is_empty());
        for row in std::mem::take(&mut self.events) {
            tables.events.push(self.event_of(row, has_groups, &places, file, report));
        }
        tables.themes = self.themes;
        tables.sources = self.sources;
        let is_empty = tables.events.is_empty() && tables.envelopes.is_empty();
        let package = Package { tables, prose: self.prose.into_languages() };
        Built { package: (!is_empty).then_some(package), left_out }
    }

    /// The amount of each envelope, its parts summed where it states none, and whether it is kept.
    fn amounts(&self, report: &mut Report) -> (Vec<Option<Euros>>, Vec<bool>) {
        let count = self.envelopes.len();
        let parents: Vec<_> = self.envelopes.iter().map(|row| row.parent).collect();
        // Who adds rows has taken cycles out; what is on one would have no place in any order.
        let tree = Hierarchy::from_parents(parents).unwrap_or_default();
        let mut order: Vec<usize> = Vec::with_capacity(count);
        for &root in tree.roots() {
            order.push(root);
            order.extend(tree.descendants(root));
        }
        let mut amounts = vec![None; count];
        let mut kept = vec![false; count];
        // Each comes after its parent, so that from the end on parts come first.
        for &row in order.iter().rev() {
            let parts = || tree.children(row).iter().copied().filter(|&part| kept[part]);
            let figures: Vec<Euros> = parts().filter_map(|part| amounts[part]).collect();
            let sum = Euros::checked_sum(figures.iter().copied());
            let envelope = &self.envelopes[row];
            let (line, column) = (envelope.line.max(1), envelope.column.as_deref());
            let has_parts = parts().next().is_some();
            if sum.is_none() {
                report.add(line, column, Some(&envelope.label), What::AmountTooLarge);
            }
            let sum = sum.filter(|_| !figures.is_empty());
            amounts[row] = match (envelope.stated, sum) {
                (Stated::Amount(whole), Some(parts)) if parts > whole => {
                    let what = What::PartsAboveWhole { parts, whole };
                    report.add(line, column, Some(&envelope.label), what);
                    Some(parts)
                }
                (Stated::Amount(whole), _) => Some(whole),
                (Stated::Nothing | Stated::Wrong, sum) => sum,
            };
            // What no row states is there for its parts alone.
            let is_stated = envelope.stated != Stated::Wrong && envelope.line > 0;
            kept[row] = is_stated || has_parts;
        }
        (amounts, kept)
    }

    fn scope(&mut self, title: &Text, file: SourceId, report: &mut Report) -> Scope {
        let all = || Nature::ALL.iter().map(|&nature| Taken::Nature(nature));
        let chosen = report.choices.find(None, |taken| match taken {
            Taken::Nature(nature) => Some(*nature),
            _ => None,
        });
        let nature = chosen.unwrap_or(Nature::Public);
        let because = if chosen.is_some() { Because::Chosen } else { Because::Usual };
        report.assume(None, Taken::Nature(nature), because, all());
        Scope {
            slug: self.slugs.take(&title.fr, "budget"),
            label: title.clone(),
            short: title.clone(),
            nature,
            reference_date: None,
            caution: Text {
                fr: format!("Montants repris du fichier «\u{a0}{}\u{a0}», tels qu’ils y sont.", report.file),
                en: format!("Amounts taken from the file “{}”, as they are there.", report.file),
            },
            sources: vec![file],
        }
    }

    fn envelope_of(
        &mut self,
        row: EnvelopeRow,
        amount: Option<Euros>,
        places: &[Option<usize>],
        file: SourceId,
        report: &mut Report,
    ) -> Envelope {
        let named = if row.id.is_empty() { &row.label } else { &row.id };
        Envelope {
            slug: self.slugs.take(named, "poste"),
            note_refs: Vec::new(),
            scope: ScopeId(0),
            parent: row.parent.and_then(|parent| places[parent]).map(EnvelopeId::from),
            split: None,
            theme: (!row.group.is_empty()).then(|| self.theme(&row.group)),
            label: both(row.label),
            amount,
            attributed: None,
            as_of: None,
            project: None,
            note: self.long_text(&row.text),
            sources: self.sources_of(&row.references, row.line, file, report),
        }
    }

    fn event_of(
        &mut self,
        row: EventRow,
        has_groups: bool,
        places: &[Option<usize>],
        file: SourceId,
        report: &mut Report,
    ) -> Event {
        let named = if row.id.is_empty() { &row.title } else { &row.id };
        let slug = self.slugs.take(named, "evenement");
        let theme = match (row.group.is_empty(), has_groups) {
            (false, _) => self.theme(&row.group),
            (true, false) => self
                .theme_named("", Text { fr: "Tous les événements".to_owned(), en: "All events".to_owned() }),
            (true, true) => {
                self.theme_named("", Text { fr: "Sans thème".to_owned(), en: "No theme".to_owned() })
            }
        };
        Event {
            slug,
            note_refs: Vec::new(),
            date: row.date,
            date_in_note: None,
            title: both(row.title),
            summary: self.long_text(&row.text),
            theme,
            kind: row.kind,
            status: row.status.unwrap_or_else(|| status_on(row.date, report.choices.today)),
            outcome: Outcome::Unknown,
            outcome_date: None,
            outcome_text: ProseId::NONE,
            importance: 2,
            actors: Vec::new(),
            envelopes: row.envelope.and_then(|row| places[row]).map(EnvelopeId::from).into_iter().collect(),
            projects: Vec::new(),
            programmes: Vec::new(),
            indicators: Vec::new(),
            related: Vec::new(),
            sources: self.sources_of(&row.references, row.line, file, report),
        }
    }

    /// The theme of a group, in the order in which groups come.
    fn theme(&mut self, group: &str) -> ThemeId {
        self.theme_named(group, both(group.to_owned()))
    }

    fn theme_named(&mut self, group: &str, label: Text) -> ThemeId {
        if let Some(&id) = self.theme_places.get(group) {
            return id;
        }
        let id = ThemeId::from(self.themes.len());
        self.theme_places.insert(group.to_owned(), id);
        let slug = self.slugs.take(&label.fr, "theme");
        self.themes.push(Theme { slug, short: label.clone(), label, question: ProseId::NONE });
        id
    }

    /// The place of a long text.
    fn long_text(&mut self, text: &str) -> ProseId {
        if let Some(&place) = self.text_places.get(text) {
            return place;
        }
        let place = self.prose.place(text, text);
        self.text_places.insert(text.to_owned(), place);
        place
    }

    /// The source that the file itself is.
    fn own_file(&mut self, report: &mut Report) -> SourceId {
        let name = report.file.clone();
        let title = self.long_text(&name);
        self.source(&name, title, ProseId::NONE, ProseId::NONE, Reading::Whole)
    }

    fn source(
        &mut self,
        named: &str,
        title: ProseId,
        publisher: ProseId,
        url: ProseId,
        read: Reading,
    ) -> SourceId {
        let id = SourceId::from(self.sources.len());
        self.sources.push(Source {
            slug: self.slugs.take(named, "source"),
            note_refs: Vec::new(),
            title,
            publisher,
            url,
            footnote: None,
            published: None,
            // Neither the note nor official, as far as anybody knows: "the press or another site".
            kind: SourceKind::Press,
            read,
            is_single: false,
        });
        id
    }

    /// What a row names as its sources, each once, and the file.
    fn sources_of(
        &mut self,
        references: &[Reference],
        line: usize,
        file: SourceId,
        report: &mut Report,
    ) -> Vec<SourceId> {
        let mut sources = Vec::new();
        for reference in references {
            let url = match safe_url(&reference.url) {
                Some(url) => url,
                None if reference.url.trim().is_empty() => String::new(),
                None => {
                    report.add(line.max(1), reference.column.as_deref(), Some(&reference.url), What::BadLink);
                    String::new()
                }
            };
            if url.is_empty() && reference.title.is_empty() {
                continue;
            }
            let title = if reference.title.is_empty() { &url } else { &reference.title };
            let key = format!("{url}\u{1}{title}");
            let known = self.source_places.get(&key).copied();
            let id = known.or_else(|| {
                let publisher = host(&url).unwrap_or_default().to_owned();
                let title_id = self.long_text(title);
                let publisher_id = self.long_text(&publisher);
                let url_id = self.long_text(&url);
                if title_id == ProseId::NONE || (url_id == ProseId::NONE) != url.is_empty() {
                    // All places are taken, which was told: a source without its name says nothing.
                    return None;
                }
                let named = if publisher.is_empty() { title } else { &publisher };
                let id = self.source(named, title_id, publisher_id, url_id, Reading::NotRead);
                self.source_places.insert(key, id);
                Some(id)
            });
            if let Some(id) = id.filter(|id| !sources.contains(id)) {
                sources.push(id);
            }
        }
        sources.push(file);
        sources
    }
}

/// The places of the rows that are kept, once the others are gone.
fn places(kept: &[bool]) -> Vec<Option<usize>> {
    let mut next = 0;
    kept.iter()
        .map(|&is_kept| {
            next += usize::from(is_kept);
            is_kept.then(|| next - 1)
        })
        .collect()
}

/// One text for both languages.
pub(super) fn both(text: String) -> Text {
    Text { fr: text.clone(), en: text }
}

/// How something dated stands on a day: announced before its first day, under way within an interval or within a month
/// or a year that is not over, past after it.
pub(super) fn status_on(date: Edtf, today: Day) -> Status {
    if date.earliest().is_some_and(|first| first > today) {
        return Status::Announced;
    }
    let goes_on = match date {
        Edtf::Date(date) => date.precision() != Precision::Day && date.last_day() >= today,
        // An end that is not known may have come.
        Edtf::Interval { end: Bound::Unknown, .. } => false,
        Edtf::Interval { end: Bound::Open, .. } => true,
        Edtf::Interval { end: Bound::Date(end), .. } => end.last_day() >= today,
    };
    if goes_on { Status::Ongoing } else { Status::Past }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_that_of_the_day_it_is_read_on() {
        let today = Day::from_civil(2021, 12, 12);
        for (date, status) in [
            ("2021-12-11", Status::Past),
            ("2021-12-12", Status::Past),
            ("2021-12-13", Status::Announced),
            ("2021-12", Status::Ongoing),
            ("2021", Status::Ongoing),
            ("2020", Status::Past),
            ("2022", Status::Announced),
            ("2020/2022", Status::Ongoing),
            ("2020/2021-12-11", Status::Past),
            ("2020/..", Status::Ongoing),
            ("2020/", Status::Past),
            ("../2022", Status::Ongoing),
        ] {
            assert_eq!(status_on(Edtf::parse(date).expect("a date"), today), status, "{date}");
        }
    }
}

//! What a record's panel says, as a value: no field without a value, and every reference as a link.

use super::{
    history::history,
    label::{Label, title},
    words,
};
use crate::{
    i18n::{
        format::{self, OpenEnd, capitalised, date_in_words},
        messages::{self, messages},
    },
    model::{
        date::Edtf,
        discrepancy::Claim,
        envelope::{Envelope, Scope},
        fact::{Fact, FactUnit},
        id::{
            DiscrepancyId, EnvelopeId, EventId, IndicatorId, ProjectId, RecordId, RecordKind, SourceId,
            SplitId, ThemeId,
        },
        money::Euros,
        project::ProjectEdition,
        relations::{Relations, citing},
        strategy::Strategy,
        text::{Lang, ProseId},
    },
    state::{command::Command, listing::Listed},
};

/// The value of a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Plain words.
    Text(String),
    /// A text that may still be on its way.
    Prose(ProseId),
    /// A text that is an address.
    Address(ProseId),
    /// Records, each perhaps with a few words behind its name.
    Links(Vec<(RecordId, Option<String>)>),
    /// A drawing with a name of its own, and what is said of it.
    Drawing(String, &'static str),
    /// Values at dates, each with how firm it is and what it counts.
    Series(Vec<Reading>),
}

/// A value at a date.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// When.
    pub date: String,
    /// How much.
    pub value: String,
    /// How firm: observed, forecast, announced.
    pub quality: String,
    /// Whether it was counted, and not only expected or promised.
    pub is_observed: bool,
    /// What exactly it counts.
    pub definition: ProseId,
}

/// A value under its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name.
    pub label: String,
    /// Its value.
    pub value: Value,
    /// The record that the field itself is, where it is one: a way of splitting an envelope.
    pub record: Option<RecordId>,
}

/// One value of a conflict.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimLine {
    /// The value in words.
    pub value: String,
    /// Who gives it.
    pub source: SourceId,
    /// Whether it is the one shown elsewhere.
    pub is_shown: bool,
    /// Whether it is quoted as it stands there: in the language of the sources.
    pub is_quoted: bool,
}

/// A conflict between values.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The record of the conflict.
    pub id: DiscrepancyId,
    /// The values side by side.
    pub claims: Vec<ClaimLine>,
    /// Why they differ.
    pub explanation: ProseId,
}

/// Everything a panel says.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordContent {
    /// The record.
    pub id: RecordId,
    /// Its name.
    pub title: Label,
    /// Its theme.
    pub theme: Option<ThemeId>,
    /// A line below the title: date, status.
    pub subtitle: Vec<String>,
    /// What it says, in sentences.
    pub statements: Vec<ProseId>,
    /// What to know before comparing, set apart.
    pub cautions: Vec<Label>,
    /// Its fields.
    pub fields: Vec<Field>,
    /// Conflicts of which it is part.
    pub conflicts: Vec<Conflict>,
    /// Records that belong with it, by kind.
    pub related: Vec<(&'static str, Vec<RecordId>)>,
    /// Where this comes from.
    pub sources: Vec<SourceId>,
    /// Where else it can be seen.
    pub leads_to: Vec<(&'static str, Command)>,
}

/// The content of a record.
#[must_use]
pub fn content(strategy: &Strategy, relations: &Relations, id: RecordId, lang: Lang) -> RecordContent {
    let mut content = RecordContent {
        id,
        title: title(strategy, id, lang),
        theme: None,
        subtitle: Vec::new(),
        statements: Vec::new(),
        cautions: Vec::new(),
        fields: Vec::new(),
        conflicts: Vec::new(),
        related: Vec::new(),
        sources: Vec::new(),
        leads_to: Vec::new(),
    };
    let mut writer = Writer { strategy, lang, content: &mut content };
    match id {
        RecordId::Theme(theme) => writer.theme(theme),
        RecordId::Event(event) => writer.event(event),
        RecordId::Programme(programme) => {
            let programme = &strategy[programme];
            writer.content.theme = Some(programme.theme);
            writer.subtitle(messages::programme_kind(programme.kind, lang));
            writer.subtitle(messages::status(programme.status, lang));
            writer.say(programme.summary);
            writer.content.sources.clone_from(&programme.sources);
        }
        RecordId::Scope(scope) => {
            let scope = &strategy[scope];
            writer.subtitle(messages::nature(scope.nature, lang));
            writer.date(messages(lang).field_as_of(), scope.reference_date);
            writer.scope_caution(scope);
            writer.content.sources.clone_from(&scope.sources);
        }
        RecordId::Split(split) => {
            let envelope = strategy[split].envelope;
            writer.links(messages(lang).field_part_of(), [envelope.into()]);
        }
        RecordId::Envelope(envelope) => writer.envelope(envelope),
        RecordId::Appropriation(line) => {
            let line = &strategy[line];
            writer.amount(messages(lang).field_commitment(), line.commitment);
            writer.amount(messages(lang).field_payment(), line.payment);
            writer.links(messages(lang).field_part_of(), [line.envelope.into()]);
            writer.content.sources.clone_from(&line.sources);
        }
        RecordId::Indicator(indicator) => writer.indicator(indicator),
        RecordId::Observation(observation) => {
            let observation = &strategy[observation];
            writer.subtitle(messages::observation_quality(observation.quality, lang));
            writer.say(observation.definition);
            writer.text(messages(lang).field_value(), format::quantity(observation.value, lang));
            writer.text(words::counted(lang), observation.counted.get(lang).to_owned());
            writer.links(messages(lang).field_part_of(), [observation.indicator.into()]);
            writer.content.sources.clone_from(&observation.sources);
        }
        RecordId::Project(project) => writer.project(project),
        RecordId::Edition(edition) => {
            let edition = &strategy[edition];
            writer.date(messages(lang).field_published(), edition.published);
            let label = edition.cost_label.get(lang);
            let label =
                if label.is_empty() { messages(lang).field_amount().to_owned() } else { capitalised(label) };
            writer.amount(&label, edition.cost);
            writer.subtitle(messages::edition_quality(edition.quality, lang));
            for (label, count) in [
                (messages(lang).related_projects(), edition.projects),
                (messages(lang).field_interministerial(), edition.interministerial),
            ] {
                if let Some(count) = count {
                    writer.text(label, format::integer(i64::from(count), lang));
                }
            }
            if let Some(years) = edition.mean_duration_years {
                let years = messages::years(&format::quantity(years, lang), lang);
                writer.text(messages(lang).field_duration(), years);
            }
            let percent = |value| format::with_percent_sign(&format::quantity(value, lang), lang);
            if let Some(drift) = edition.schedule_drift_pct {
                writer.text(messages(lang).field_schedule_drift(), percent(drift));
            }
            if let Some(drift) = edition.budget_drift_pct {
                writer.text(messages(lang).field_budget_drift(), percent(drift));
            }
            writer.content.sources.clone_from(&edition.sources);
        }
        RecordId::ProjectEdition(line) => {
            let line = &strategy[line];
            let reading = writer.project_in_edition(line);
            writer.field(messages(lang).field_by_edition(), Value::Series(vec![reading]));
            writer.text(messages(lang).field_ministry(), messages::ministry(&line.ministry, lang).to_owned());
            writer.links(messages(lang).field_part_of(), [line.project.into(), line.edition.into()]);
        }
        RecordId::Fact(fact) => writer.fact(&strategy[fact]),
        RecordId::Actor(actor) => writer.subtitle(messages::actor_kind(strategy[actor].kind, lang)),
        RecordId::Position(position) => {
            let position = &strategy[position];
            writer.content.theme = Some(position.theme);
            writer.subtitle(messages::record_kind(RecordKind::Position, lang));
            writer.say(position.text);
            writer.text(messages(lang).field_section(), messages::section(&position.section, lang));
            writer.content.sources.clone_from(&position.sources);
        }
        RecordId::Discrepancy(discrepancy) => {
            writer.subtitle(messages::record_kind(RecordKind::Discrepancy, lang));
            let conflict = writer.conflict(discrepancy);
            writer.content.conflicts.push(conflict);
            writer.content.sources.clone_from(&strategy[discrepancy].sources);
        }
        RecordId::Term(term) => {
            let term = &strategy[term];
            let expansion = term.expansion.get(lang);
            if !expansion.is_empty() {
                writer.text(messages(lang).field_stands_for(), expansion.to_owned());
            }
            writer.say(term.definition);
        }
        RecordId::Source(source) => writer.source(source),
        RecordId::Step(step) => {
            let step = &strategy[step];
            writer.content.theme = step.theme;
            writer.subtitle(messages::record_kind(RecordKind::Step, lang));
            writer.say(step.text);
            writer.links(messages(lang).field_speaks_of(), step.about.iter().copied());
            writer.content.sources.clone_from(&step.sources);
        }
    }
    writer.related(relations, id);
    content.leads_to = leads_to(strategy, id, lang);
    content
}

/// The views in which a record has a place: an event on the timeline, an envelope in its budget, a quantity among
/// the indicators, a project in the envelope that carries its cost, and whatever the table lists as a row.
fn leads_to(strategy: &Strategy, id: RecordId, lang: Lang) -> Vec<(&'static str, Command)> {
    let messages = messages(lang);
    let in_picture = match id {
        RecordId::Event(event) => Some((messages.see_in_timeline(), Command::ShowOnTimeline(event))),
        RecordId::Envelope(envelope) => Some((messages.see_in_budget(), Command::ShowInBudget(envelope))),
        RecordId::Indicator(indicator) => {
            Some((words::see_among_indicators(lang), Command::ShowAmongIndicators(indicator)))
        }
        RecordId::Project(project) => strategy
            .envelopes()
            .find(|(_, envelope)| envelope.project == Some(project))
            .map(|(envelope, _)| (words::see_cost_in_budget(lang), Command::ShowInBudget(envelope))),
        _ => None,
    };
    let in_table = Listed::of_kind(id.kind()).map(|_| (words::see_in_table(lang), Command::ShowInTable(id)));
    in_picture.into_iter().chain(in_table).collect()
}

/// Writes the parts of a content.
struct Writer<'a> {
    strategy: &'a Strategy,
    lang: Lang,
    content: &'a mut RecordContent,
}

impl Writer<'_> {
    fn subtitle(&mut self, text: &str) {
        self.content.subtitle.push(text.to_owned());
    }

    fn say(&mut self, text: ProseId) {
        self.content.statements.extend((text != ProseId::NONE).then_some(text));
    }

    fn caution(&mut self, text: ProseId) {
        self.content.cautions.extend((text != ProseId::NONE).then_some(Label::Statement(text)));
    }

    fn scope_caution(&mut self, scope: &Scope) {
        self.content.cautions.push(Label::Name(scope.caution.get(self.lang).to_owned()));
    }

    fn field(&mut self, label: &str, value: Value) {
        self.content.fields.push(Field { label: label.to_owned(), value, record: None });
    }

    fn text(&mut self, label: &str, text: String) {
        self.field(label, Value::Text(text));
    }

    fn prose(&mut self, label: &str, text: ProseId) {
        if text != ProseId::NONE {
            self.field(label, Value::Prose(text));
        }
    }

    fn amount(&mut self, label: &str, amount: Option<Euros>) {
        if let Some(amount) = amount {
            self.text(label, format::amount_to_the_euro(amount, self.lang));
        }
    }

    fn date(&mut self, label: &str, date: Option<Edtf>) {
        if let Some(date) = date {
            self.text(label, date_in_words(date, OpenEnd::GoesOn, self.lang));
        }
    }

    fn links(&mut self, label: &str, ids: impl IntoIterator<Item = RecordId>) {
        let links: Vec<_> = ids.into_iter().map(|id| (id, None)).collect();
        if !links.is_empty() {
            self.field(label, Value::Links(links));
        }
    }

    fn theme(&mut self, id: ThemeId) {
        self.content.theme = Some(id);
        self.say(self.strategy[id].question);
        let of_theme = |theme: ThemeId| theme == id;
        let events =
            self.strategy.events().filter(|(_, event)| of_theme(event.theme)).map(|(id, _)| id.into());
        self.links(messages(self.lang).related_events(), events.collect::<Vec<_>>());
        let positions = self.strategy.positions().filter(|(_, position)| of_theme(position.theme));
        let positions: Vec<_> = positions.map(|(id, _)| id.into()).collect();
        self.links(messages(self.lang).related_positions(), positions);
    }

    fn event(&mut self, id: EventId) {
        let (lang, event) = (self.lang, &self.strategy[id]);
        let messages = messages(lang);
        self.content.theme = Some(event.theme);
        let open_end = OpenEnd::of(event);
        self.subtitle(&capitalised(&date_in_words(event.date, open_end, lang)));
        self.subtitle(messages::status(event.status, lang));
        self.say(event.summary);
        self.text(messages.field_kind(), capitalised(messages::event_kind(event.kind, lang)));
        if let Some(date) = event.date_in_note {
            self.text(messages.field_date_in_note(), date_in_words(date, open_end, lang));
        }
        // What came of a thing that had happened is only worth a line where it says more.
        let has_outcome = event.outcome_text != ProseId::NONE || event.outcome_date.is_some();
        if has_outcome || !event.had_happened() {
            let mut outcome = messages::outcome(event.outcome, lang).to_owned();
            if let Some(date) = event.outcome_date {
                outcome = format!("{outcome}, {}", date_in_words(date, OpenEnd::GoesOn, lang));
            }
            self.text(messages.field_since(), capitalised(&outcome));
        }
        self.say(event.outcome_text);
        self.content.sources.clone_from(&event.sources);
    }

    fn envelope(&mut self, id: EnvelopeId) {
        let (lang, strategy) = (self.lang, self.strategy);
        let messages = messages(lang);
        let envelope: &Envelope = &strategy[id];
        self.content.theme = envelope.theme;
        self.subtitle(messages::record_kind(RecordKind::Envelope, lang));
        self.subtitle(strategy[envelope.scope].label.get(lang));
        match envelope.amount {
            Some(amount) => self.amount(messages.field_amount(), Some(amount)),
            None => self.text(messages.field_amount(), capitalised(messages.not_published())),
        }
        let whole = envelope.parent.and_then(|parent| Some((parent, strategy[parent].amount?)));
        if let (Some(amount), Some((parent, whole))) = (envelope.amount, whole)
            && let Some(share) = amount.share_of(whole)
        {
            let whole = strategy[parent].label.get(lang);
            self.text(messages.field_share(), messages::share_of(&format::percent(share, lang), whole, lang));
        }
        if let Some(attributed) = envelope.attributed {
            let share = envelope.amount.and_then(|amount| attributed.share_of(amount));
            let share = share.map(|share| format!(" · {}", format::percent(share, lang))).unwrap_or_default();
            self.text(
                messages.field_attributed(),
                format!("{}{share}", format::amount_to_the_euro(attributed, lang)),
            );
        }
        self.amount(messages.field_unallocated(), self.unallocated(id));
        self.date(messages.field_as_of(), envelope.as_of);
        self.links(messages.field_part_of(), envelope.parent.map(RecordId::from));
        self.parts(id);
        self.appropriations(id);
        self.caution(envelope.note);
        self.scope_caution(&strategy[envelope.scope]);
        self.content.sources.clone_from(&envelope.sources);
    }

    /// The remainder in the default split, of an envelope that has parts at all.
    fn unallocated(&self, id: EnvelopeId) -> Option<Euros> {
        self.strategy.has_parts(id).then(|| self.strategy.unallocated(id, None))?
    }

    /// The parts of an envelope, split by split.
    fn parts(&mut self, id: EnvelopeId) {
        let (lang, strategy) = (self.lang, self.strategy);
        let amount = |part: EnvelopeId| match strategy[part].amount {
            Some(amount) => format::amount_to_the_euro(amount, lang),
            None => messages(lang).not_published().to_owned(),
        };
        let heading = messages(lang).field_parts();
        let splits = strategy.splits_of(id);
        let shown: Vec<_> = if splits.is_empty() {
            vec![(heading.to_owned(), None, None)]
        } else {
            // Each split is named by what it splits by.
            let name = |split: SplitId| format!("{heading}, {}", strategy[split].label.get(lang));
            let own = |split: SplitId| Some(split).filter(|&split| !strategy[split].is_default);
            splits.into_iter().map(|split| (name(split), own(split), Some(split.into()))).collect()
        };
        for (label, split, record) in shown {
            let parts: Vec<_> =
                strategy.parts(id, split).map(|part| (part.into(), Some(amount(part)))).collect();
            if !parts.is_empty() {
                self.content.fields.push(Field { label, value: Value::Links(parts), record });
            }
        }
    }

    fn appropriations(&mut self, id: EnvelopeId) {
        let lines = self.strategy.appropriations().filter(|(_, line)| line.envelope == id);
        let lang = self.lang;
        let amount = |euros: Option<Euros>| {
            euros.map_or("—".to_owned(), |euros| format::amount_to_the_euro(euros, self.lang))
        };
        let links: Vec<_> = lines
            .map(|(line, appropriation)| {
                let words = messages::commitment_and_payment(
                    &amount(appropriation.commitment),
                    &amount(appropriation.payment),
                    lang,
                );
                (line.into(), Some(words))
            })
            .collect();
        if !links.is_empty() {
            self.field(messages(lang).field_appropriations(), Value::Links(links));
        }
    }

    fn indicator(&mut self, id: IndicatorId) {
        let (lang, strategy) = (self.lang, self.strategy);
        let messages = messages(lang);
        let indicator = &strategy[id];
        self.content.theme = Some(indicator.theme);
        self.subtitle(messages::record_kind(RecordKind::Indicator, lang));
        match messages::target(indicator, lang) {
            Some(target) => self.text(messages.field_target(), target),
            None => self.text(messages.field_unit(), indicator.unit.get(lang).to_owned()),
        }
        self.links(messages.field_part_of(), indicator.envelope.map(RecordId::from));
        let observations = strategy.observations_of(id);
        let readings: Vec<_> = observations
            .iter()
            .map(|observation| {
                let value = format::quantity(observation.value, lang);
                let share = indicator.target.and_then(|target| observation.value.share_of(target));
                Reading {
                    date: date_in_words(observation.date, OpenEnd::GoesOn, lang),
                    value: match share {
                        Some(share) => format!("{value} ({})", format::percent(share, lang)),
                        None => value,
                    },
                    quality: messages::observation_quality(observation.quality, lang).to_owned(),
                    is_observed: observation.quality == crate::model::indicator::ObservationQuality::Observed,
                    definition: observation.definition,
                }
            })
            .collect();
        if !readings.is_empty() {
            self.field(messages.field_observed(), Value::Series(readings));
        }
        self.caution(indicator.caution);
        self.content.sources.clone_from(&indicator.sources);
        for observation in observations {
            self.content.sources.extend(&observation.sources);
        }
        self.without_repeated_sources();
    }

    fn project(&mut self, id: ProjectId) {
        let (lang, strategy) = (self.lang, self.strategy);
        let project = &strategy[id];
        let messages = messages(lang);
        self.subtitle(messages::record_kind(RecordKind::Project, lang));
        self.text(messages.field_ministry(), messages::ministry(&project.ministry, lang).to_owned());
        self.prose(messages.field_zone(), project.zone);
        self.prose(messages.field_funding(), project.funding);
        let lines = strategy.editions_of(id);
        let readings: Vec<_> = lines.into_iter().map(|line| self.project_in_edition(line)).collect();
        if let Some(history) = history(strategy, id, lang) {
            let drawing = Value::Drawing(history.markup(lang), words::history_note(lang));
            self.field(words::change_between_editions(lang), drawing);
        }
        if !readings.is_empty() {
            self.field(messages.field_by_edition(), Value::Series(readings));
        }
        self.content.sources.clone_from(&project.sources);
    }

    /// A project as one edition publishes it: what it does not publish is said, not left out.
    fn project_in_edition(&self, line: &ProjectEdition) -> Reading {
        let (lang, messages) = (self.lang, messages(self.lang));
        let cost = match line.cost {
            Some(cost) => format::amount_to_the_euro(cost, lang),
            None => messages.not_published().to_owned(),
        };
        let years = line.planned_years.map(|years| messages::years(&format::quantity(years, lang), lang));
        let scope = line.new_scope.then(|| messages.new_scope().to_owned());
        let words: Vec<_> = [Some(cost), years, scope].into_iter().flatten().collect();
        Reading {
            date: date_in_words(self.strategy[line.edition].date, OpenEnd::GoesOn, lang),
            value: words.join(" · "),
            quality: messages::phase_printed(line.phase, lang).to_owned(),
            is_observed: line.cost.is_some(),
            definition: line.label_as_published,
        }
    }

    fn fact(&mut self, fact: &Fact) {
        let lang = self.lang;
        self.content.theme = Some(fact.theme);
        self.subtitle(messages::record_kind(RecordKind::Fact, lang));
        self.subtitle(messages::fact_quality(fact.quality, lang));
        self.say(fact.text);
        if let Some(value) = fact.value {
            let number = format::quantity(value, lang);
            let words = match fact.unit {
                Some(FactUnit::Eur) => format::amount_to_the_euro(Euros(value.0 / 1_000), lang),
                Some(FactUnit::Percent) => format::with_percent_sign(&number, lang),
                Some(FactUnit::Months) => messages::months(&number, lang),
                Some(FactUnit::Count | FactUnit::Ratio) | None => number,
            };
            self.text(messages(lang).field_value(), words);
        }
        self.date(messages(lang).field_as_of(), fact.as_of);
        self.content.sources.clone_from(&fact.sources);
    }

    fn source(&mut self, id: SourceId) {
        let (lang, source) = (self.lang, &self.strategy[id]);
        let messages = messages(lang);
        self.subtitle(messages::source_kind(source.kind, lang));
        self.subtitle(messages::reading(source.read, lang));
        self.prose(messages.field_publisher(), source.publisher);
        self.date(messages.field_published(), source.published);
        if let Some(footnote) = source.footnote {
            self.text(messages.field_footnote(), footnote.to_string());
        }
        if source.url != ProseId::NONE {
            self.field(messages.field_address(), Value::Address(source.url));
        }
        if source.is_single {
            self.text(messages.field_read(), messages.single_source().to_owned());
        }
        let cited_by = citing(self.strategy, id);
        self.links(messages.cited_by(), cited_by);
    }

    fn conflict(&self, id: DiscrepancyId) -> Conflict {
        let discrepancy = &self.strategy[id];
        let lang = self.lang;
        let claims = discrepancy.claims.iter().enumerate().map(|(place, (claim, source))| ClaimLine {
            value: match claim {
                Claim::Eur(euros) => format::amount_to_the_euro(*euros, self.lang),
                claim => messages::claim_in_words(claim, lang),
            },
            source: *source,
            is_shown: place == discrepancy.shown,
            is_quoted: matches!(claim, Claim::Text(_)),
        });
        Conflict { id, claims: claims.collect(), explanation: discrepancy.explanation }
    }

    /// Records that belong with this one, by kind; conflicts in full.
    fn related(&mut self, relations: &Relations, id: RecordId) {
        let kinds = [
            RecordKind::Event,
            RecordKind::Envelope,
            RecordKind::Indicator,
            RecordKind::Fact,
            RecordKind::Project,
            RecordKind::Programme,
            RecordKind::Actor,
            RecordKind::Position,
        ];
        for kind in kinds {
            let related: Vec<_> = relations.of_kind(id, kind).collect();
            if !related.is_empty() {
                self.content.related.push((messages::records_of_kind(kind, self.lang), related));
            }
        }
        let others: Vec<_> = relations
            .to(id)
            .filter(|related| related.kind() != RecordKind::Discrepancy && !kinds.contains(&related.kind()))
            .collect();
        if !others.is_empty() {
            self.content.related.push((messages(self.lang).related_others(), others));
        }
        for related in relations.of_kind(id, RecordKind::Discrepancy) {
            if let RecordId::Discrepancy(discrepancy) = related {
                let conflict = self.conflict(discrepancy);
                self.content.conflicts.push(conflict);
            }
        }
    }

    fn without_repeated_sources(&mut self) {
        let mut seen = Vec::new();
        self.content.sources.retain(|source| {
            let is_new = !seen.contains(source);
            seen.push(*source);
            is_new
        });
    }
}

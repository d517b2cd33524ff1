//! A record in a plain sentence that can leave the explorer: its figure with where it comes from, and how to cite it.

use super::{
    label::{Label, title},
    words,
};
use crate::{
    i18n::{
        cited::explorer,
        format::{self, OpenEnd, amount_to_the_euro, date_in_words},
        messages::{self, messages},
    },
    model::{
        date::Edtf,
        fact::FactUnit,
        id::{EnvelopeId, IndicatorId, ProjectId, RecordId, SourceId},
        indicator::Observation,
        money::Euros,
        strategy::{About, Strategy},
        text::{Lang, ProseId},
    },
};

/// The long texts, as far as they are there.
pub type Texts<'a> = &'a dyn Fn(ProseId) -> Option<String>;

/// The figure of a record with its source, as a sentence: `Fibre : 570 M€ (570 000 000 €), situation… — source : …`.
/// Nothing for a record without a figure, and nothing while its sources cannot be named.
#[must_use]
pub fn figure_with_source(
    strategy: &Strategy,
    texts: Texts<'_>,
    id: RecordId,
    lang: Lang,
    link: &str,
) -> Option<String> {
    let quoting = Quoting { strategy, texts, lang };
    let (figure, sources) = quoting.figure(id)?;
    let sources: Option<Vec<_>> = sources.iter().map(|&source| quoting.source(source)).collect();
    let sources = sources.filter(|sources| !sources.is_empty())?;
    Some(format!("{figure} — {}. {}", words::from_sources(&sources, lang), words::via(link)))
}

/// A short citation of the record itself.
#[must_use]
pub fn citation(strategy: &Strategy, texts: Texts<'_>, id: RecordId, lang: Lang, link: &str) -> String {
    let title = match title(strategy, id, lang) {
        Label::Name(name) => name,
        Label::Statement(text) => {
            texts(text).unwrap_or_else(|| messages::record_kind(id.kind(), lang).to_owned())
        }
    };
    let data = data_of(strategy.about(), lang);
    let title = messages::quoted(&title, lang);
    format!("{title}, {}, {data}. {link}", explorer(lang)).trim_end().to_owned()
}

/// Which data a citation is of: their version and their day.
#[must_use]
pub fn data_of(about: &About, lang: Lang) -> String {
    let day = about.day().map(|day| date_in_words(day, OpenEnd::GoesOn, lang));
    words::data_of(&about.version, day.as_deref(), lang)
}

/// What a quotation is made from.
struct Quoting<'a> {
    strategy: &'a Strategy,
    texts: Texts<'a>,
    lang: Lang,
}

impl Quoting<'_> {
    /// The figure of a record in words, and what it rests on.
    fn figure(&self, id: RecordId) -> Option<(String, Vec<SourceId>)> {
        let (strategy, lang) = (self.strategy, self.lang);
        Some(match id {
            RecordId::Envelope(envelope) => self.envelope(envelope),
            RecordId::Indicator(indicator) => self.indicator(indicator)?,
            RecordId::Observation(observation) => self.observation(&strategy[observation]),
            RecordId::Edition(edition) => {
                let edition = &strategy[edition];
                let cost = amount_to_the_euro(edition.cost?, lang);
                let cost = format!("{} {cost}", edition.cost_label.get(lang));
                let quality = messages::edition_quality(edition.quality, lang).to_owned();
                (
                    self.sentence(id, [Some(cost.trim_start().to_owned()), Some(quality)]),
                    edition.sources.clone(),
                )
            }
            RecordId::Project(project) => self.project(project)?,
            RecordId::Fact(fact) => {
                let fact = &strategy[fact];
                let (said, value) = ((self.texts)(fact.text)?, fact.value?);
                let is_money = fact.unit == Some(FactUnit::Eur);
                let parts = [
                    is_money.then(|| format::exact_amount(Euros(value.0 / 1_000), lang)),
                    Some(messages::fact_quality(fact.quality, lang).to_owned()),
                    fact.as_of.map(|date| words::situation(&self.date(date), lang)),
                ];
                let parts: Vec<_> = parts.into_iter().flatten().collect();
                (format!("{} ({})", without_stop(&said), parts.join(", ")), fact.sources.clone())
            }
            RecordId::Appropriation(line) => {
                let line = &strategy[line];
                let part = |name: &str, amount: Option<Euros>| {
                    let name = within(name);
                    Some(match amount {
                        Some(euros) => format!("{name} {}", amount_to_the_euro(euros, lang)),
                        None => format!("{name} ({})", messages(lang).not_published()),
                    })
                };
                let parts = [
                    part(messages(lang).field_commitment(), line.commitment),
                    part(messages(lang).field_payment(), line.payment),
                    Some(self.scope_of(line.envelope)),
                ];
                (self.sentence(id, parts), line.sources.clone())
            }
            _ => return None,
        })
    }

    fn envelope(&self, id: EnvelopeId) -> (String, Vec<SourceId>) {
        let (strategy, lang) = (self.strategy, self.lang);
        let envelope = &strategy[id];
        let amount = match envelope.amount {
            Some(amount) => amount_to_the_euro(amount, lang),
            None => words::amount_not_published(lang).to_owned(),
        };
        let attributed = envelope
            .attributed
            .map(|attributed| messages::attributed(&amount_to_the_euro(attributed, lang), lang));
        let as_of = envelope.as_of.or(strategy[envelope.scope].reference_date);
        let as_of = as_of.map(|date| words::situation(&self.date(date), lang));
        let parts = [Some(amount), attributed, as_of, Some(self.scope_of(id))];
        (self.sentence(id.into(), parts), envelope.sources.clone())
    }

    /// The latest value; where there is none, what is to be reached.
    fn indicator(&self, id: IndicatorId) -> Option<(String, Vec<SourceId>)> {
        if let Some(observation) = self.strategy.latest_observation(id) {
            return Some(self.observation(observation));
        }
        let target = Some(self.target(id)?);
        Some((self.sentence(id.into(), [target]), self.strategy[id].sources.clone()))
    }

    fn observation(&self, observation: &Observation) -> (String, Vec<SourceId>) {
        let lang = self.lang;
        let id = observation.indicator;
        let value = format::with_unit(observation.value, self.strategy[id].unit.get(lang), lang);
        let quality = messages::observation_quality(observation.quality, lang).to_owned();
        let parts = [Some(value), Some(quality), Some(self.date(observation.date)), self.target(id)];
        let mut sentence = self.sentence(id.into(), parts);
        // What exactly was counted goes with the number: sources do not count the same thing.
        if let Some(definition) = (self.texts)(observation.definition).filter(|text| !text.is_empty()) {
            sentence = format!("{sentence}. {}", without_stop(&definition));
        }
        (sentence, observation.sources.clone())
    }

    /// The cost in the last edition that lists the project.
    fn project(&self, id: ProjectId) -> Option<(String, Vec<SourceId>)> {
        let (strategy, lang) = (self.strategy, self.lang);
        let line = strategy.editions_of(id).pop()?;
        let edition = &strategy[line.edition];
        let cost = match line.cost {
            Some(cost) => amount_to_the_euro(cost, lang),
            None => words::cost_not_published(lang).to_owned(),
        };
        let parts = [Some(cost), Some(within(&self.name(line.edition.into())))];
        Some((self.sentence(id.into(), parts), edition.sources.clone()))
    }

    fn target(&self, id: IndicatorId) -> Option<String> {
        Some(words::target(&messages::target(&self.strategy[id], self.lang)?, self.lang))
    }

    fn scope_of(&self, id: EnvelopeId) -> String {
        let scope = self.strategy[id].scope;
        words::in_scope(self.strategy[scope].label.get(self.lang), self.lang)
    }

    /// The name of a record, then what is said of it.
    fn sentence(&self, id: RecordId, parts: impl IntoIterator<Item = Option<String>>) -> String {
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        format::named(&self.name(id), &parts.join(", "), self.lang)
    }

    fn name(&self, id: RecordId) -> String {
        match title(self.strategy, id, self.lang) {
            Label::Name(name) => name,
            Label::Statement(_) => messages::record_kind(id.kind(), self.lang).to_owned(),
        }
    }

    fn date(&self, date: Edtf) -> String {
        date_in_words(date, OpenEnd::GoesOn, self.lang)
    }

    /// Title, publisher, date, address; nothing while the title is not there.
    fn source(&self, id: SourceId) -> Option<String> {
        let source = &self.strategy[id];
        let said = |text| (self.texts)(text).filter(|text| !text.is_empty());
        let parts = [
            Some(said(source.title)?),
            said(source.publisher),
            source.published.map(|date| self.date(date)),
            said(source.url),
        ];
        Some(parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
    }
}

/// A sentence that goes on.
fn without_stop(sentence: &str) -> &str {
    sentence.strip_suffix('.').unwrap_or(sentence)
}

/// The name of a field within a sentence.
fn within(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(letters).collect()
}

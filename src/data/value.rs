//! What one cell, or one entry of a list, can hold: text in, value out or a refusal that says what would be right.

use crate::model::{
    actor::ActorKind,
    date::{DateError, Edtf},
    discrepancy::Claim,
    envelope::{Nature, Stage},
    event::{EventKind, Outcome, Status},
    fact::{FactQuality, FactUnit},
    id::{
        ActorId, EditionId, EnvelopeId, EventId, IndicatorId, ProgrammeId, ProjectId, RecordId, RecordKind,
        ScopeId, SourceId, SplitId, ThemeId,
    },
    indicator::{ObservationQuality, Quantity},
    money::Euros,
    position::PositionKind,
    programme::ProgrammeKind,
    project::{EditionQuality, Phase},
    source::{Reading, SourceKind},
    vocabulary::every_vocabulary_of_records,
};

use super::{
    identifiers::Identifiers,
    problem::Rule,
    spelling::{alternatives, proposal, quoted},
};

/// A value written in a cell.
pub trait Value: Sized {
    /// Reads it.
    fn read(text: &str, identifiers: &Identifiers) -> Result<Self, Refusal>;
}

/// Why a text is not a value.
#[derive(Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It breaks a rule.
    Wrong(Rule, String),
    /// It names a table that could not be read, about which there is a problem already.
    SaidElsewhere,
}

impl Refusal {
    /// A broken rule, with what is wrong and what would be right.
    pub fn wrong(rule: Rule, message: impl Into<String>) -> Self {
        Self::Wrong(rule, message.into())
    }

    /// A word that is not in a closed list.
    pub fn not_in_list(text: &str, list: &[&str]) -> Self {
        let right =
            proposal(text, list.iter().copied(), || format!("write {}", alternatives(list.iter().copied())));
        Self::wrong(Rule::UnknownValue, format!("{} is not in the list; {right}", quoted(text)))
    }
}

impl Value for Edtf {
    fn read(text: &str, _: &Identifiers) -> Result<Self, Refusal> {
        Self::parse(text).map_err(|error| {
            let rule = match error {
                DateError::Reversed { .. } => Rule::ReversedInterval,
                _ => Rule::BadDate,
            };
            Refusal::wrong(rule, format!("{}: {error}", quoted(text)))
        })
    }
}

impl Value for Euros {
    fn read(text: &str, _: &Identifiers) -> Result<Self, Refusal> {
        integer(text).map(Self).ok_or_else(|| {
            let digits = text.replace(|c: char| c.is_whitespace() || c == '€', "");
            let example = if integer(&digits).is_some() { &digits } else { "908000000" };
            Refusal::wrong(
                Rule::BadAmount,
                format!("{} is not a whole number of euros; write digits only, as {example}", quoted(text)),
            )
        })
    }
}

impl Value for Quantity {
    fn read(text: &str, _: &Identifiers) -> Result<Self, Refusal> {
        Self::parse(text).ok_or_else(|| {
            let plain = text.replace(char::is_whitespace, "").replace(',', ".");
            let example = if Self::parse(&plain).is_some() { &plain } else { "62.5" };
            Refusal::wrong(
                Rule::BadQuantity,
                format!(
                    "{} is not a plain number with at most three decimals; write {example}",
                    quoted(text)
                ),
            )
        })
    }
}

impl Value for bool {
    fn read(text: &str, _: &Identifiers) -> Result<Self, Refusal> {
        match text {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(Refusal::not_in_list(text, &["true", "false"])),
        }
    }
}

/// Counts, in as many bits as the model keeps.
macro_rules! counts {
    ($($count:ty),+) => {
        $(impl Value for $count {
            fn read(text: &str, _: &Identifiers) -> Result<Self, Refusal> {
                let Some(number) = integer(text) else {
                    let message = format!("{} is not a whole number; write digits only, as 12", quoted(text));
                    return Err(Refusal::wrong(Rule::BadNumber, message));
                };
                number.try_into().map_err(|_| {
                    let message = format!("{number} is out of range; write a number from 0 to {}", Self::MAX);
                    Refusal::wrong(Rule::OutOfRange, message)
                })
            }
        })+
    };
}

counts!(u8, u32);

/// Closed lists.
macro_rules! vocabularies {
    ($($vocabulary:ty),+ $(,)?) => {
        $(impl Value for $vocabulary {
            fn read(text: &str, _: &Identifiers) -> Result<Self, Refusal> {
                Self::parse(text).ok_or_else(|| {
                    let list: Vec<_> = Self::ALL.iter().map(|value| value.as_str()).collect();
                    Refusal::not_in_list(text, &list)
                })
            }
        })+
    };
}

every_vocabulary_of_records!(vocabularies);

/// Ids of the records that others name.
macro_rules! named_records {
    ($($kind:ident by $id:ty),+ $(,)?) => {
        $(impl Value for $id {
            fn read(text: &str, identifiers: &Identifiers) -> Result<Self, Refusal> {
                match identifiers.find(text) {
                    Some(RecordId::$kind(id)) => Ok(id),
                    _ => Err(identifiers.refusal(text, Some(RecordKind::$kind))),
                }
            }
        })+
    };
}

named_records!(
    Theme by ThemeId,
    Event by EventId,
    Programme by ProgrammeId,
    Scope by ScopeId,
    Split by SplitId,
    Envelope by EnvelopeId,
    Indicator by IndicatorId,
    Project by ProjectId,
    Edition by EditionId,
    Actor by ActorId,
    Source by SourceId,
);

impl Value for RecordId {
    fn read(text: &str, identifiers: &Identifiers) -> Result<Self, Refusal> {
        identifiers.find(text).ok_or_else(|| identifiers.refusal(text, None))
    }
}

/// A value of a discrepancy with the source that gives it: `eur:908000000@note`.
impl Value for (Claim, SourceId) {
    fn read(text: &str, identifiers: &Identifiers) -> Result<Self, Refusal> {
        let parts = text.split_once(':').and_then(|(kind, rest)| Some((kind, rest.rsplit_once('@')?)));
        let Some((kind, (value, source))) = parts.filter(|(_, (value, _))| !value.is_empty()) else {
            let message = format!(
                "{} is not a value with its source; write KIND:VALUE@SOURCE, as eur:908000000@note",
                quoted(text)
            );
            return Err(Refusal::wrong(Rule::BadClaim, message));
        };
        let claim = match kind {
            "eur" => Claim::Eur(Value::read(value, identifiers)?),
            "number" => Claim::Number(Value::read(value, identifiers)?),
            "percent" => Claim::Percent(Value::read(value, identifiers)?),
            "date" => Claim::Date(Value::read(value, identifiers)?),
            "text" => Claim::Text(value.to_owned()),
            _ => return Err(Refusal::not_in_list(kind, &["eur", "number", "percent", "date", "text"])),
        };
        Ok((claim, Value::read(source, identifiers)?))
    }
}

/// A whole number in digits, with `-` before it if it is negative.
fn integer(text: &str) -> Option<i64> {
    // `parse` would also take `+5`.
    text.parse().ok().filter(|_| !text.starts_with('+'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What an editor is told of `text` as a `T`.
    fn told<T: Value>(text: &str) -> String {
        match T::read(text, &Identifiers::default()) {
            Err(Refusal::Wrong(_, message)) => message,
            Err(Refusal::SaidElsewhere) => String::new(),
            Ok(_) => panic!("{text} was accepted"),
        }
    }

    #[test]
    fn amounts_are_digits_and_a_minus() {
        let read = |text| Euros::read(text, &Identifiers::default());
        assert_eq!(read("908000000"), Ok(Euros(908_000_000)));
        assert_eq!(read("-5"), Ok(Euros(-5)));
        assert!(told::<Euros>("908 000 000 €").ends_with("as 908000000"));
        for text in ["", "+5", "1e9", "12.5", "9223372036854775808", "1,5", "0x10"] {
            assert!(told::<Euros>(text).ends_with("as 908000000"), "{text}");
        }
    }

    #[test]
    fn a_number_in_the_french_manner_is_proposed_in_the_plain_one() {
        assert!(told::<Quantity>("62,5").ends_with("write 62.5"));
        assert!(told::<Quantity>("2 500,25").ends_with("write 2500.25"));
        assert!(told::<Quantity>("beaucoup").ends_with("write 62.5"));
    }

    #[test]
    fn a_word_outside_its_list_is_told_the_nearest_or_the_whole_list() {
        assert!(told::<Outcome>("doone").ends_with("did you mean \"done\"?"));
        assert!(told::<Outcome>("fait").ends_with("write done, abandoned, open or unknown"));
        assert!(told::<bool>("vrai").ends_with("write true or false"));
    }

    #[test]
    fn a_count_is_a_number_within_what_the_model_keeps() {
        assert_eq!(u8::read("15", &Identifiers::default()), Ok(15));
        for text in ["1.0", "", "+1", "quinze"] {
            assert!(told::<u8>(text).ends_with("write digits only, as 12"), "{text}");
        }
        for text in ["-1", "256"] {
            assert!(told::<u8>(text).ends_with("write a number from 0 to 255"), "{text}");
        }
    }
}

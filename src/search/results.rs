//! What is asked of the search and what it answers: values that cross between the page and its worker.

use serde::{Deserialize, Serialize};

use crate::model::id::{RecordId, RecordKind};

/// A question of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its number, which comes back with the answer.
    pub number: u32,
    /// What is searched for.
    pub query: String,
    /// The language that records are to be called in, as addresses spell it.
    pub lang: String,
}

/// The answer to a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The number of the question.
    pub number: u32,
    /// What was found.
    pub results: Results,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Results {
    /// The best of each kind of record, the kind of the very best first.
    pub groups: Vec<Group>,
    /// Every record found, in order of their ids.
    #[serde(with = "numbers")]
    pub records: Vec<RecordId>,
}

/// What was found of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// How many there are. Like all numbers here of 32 bits: those of 64 are another thing in JavaScript.
    pub count: u32,
    /// The best of them; never empty.
    pub hits: Vec<Hit>,
}

/// A record found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    /// The record.
    #[serde(with = "number")]
    pub id: RecordId,
    /// What it is called.
    pub label: String,
    /// What of it was found: places in the label, in bytes.
    pub marks: Vec<(u32, u32)>,
    /// A date, an amount, what an acronym stands for; may be empty.
    pub hint: String,
}

/// A record as one number: its kind, then its place. The model itself knows no serde: its code is in the first view.
mod number {
    use super::{Deserialize, RecordId, RecordKind};
    use serde::{Deserializer, Serializer, de::Error};

    /// Bits of the place; no table of ours has as many rows.
    const PLACE: u32 = 24;

    pub fn of(id: RecordId) -> u32 {
        (id.kind() as u32) << PLACE | id.index() as u32
    }

    pub fn record(number: u32) -> Option<RecordId> {
        let kind = RecordKind::ALL.get((number >> PLACE) as usize)?;
        Some(RecordId::at(*kind, (number & ((1 << PLACE) - 1)) as usize))
    }

    pub fn serialize<S: Serializer>(id: &RecordId, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(of(*id))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<RecordId, D::Error> {
        record(u32::deserialize(deserializer)?).ok_or_else(|| D::Error::custom("no such kind of record"))
    }
}

/// Many of them.
mod numbers {
    use super::{Deserialize, RecordId, number};
    use serde::{Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(ids: &[RecordId], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(ids.iter().copied().map(number::of))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<RecordId>, D::Error> {
        let records =
            Vec::<u32>::deserialize(deserializer)?.into_iter().map(number::record).collect::<Option<_>>();
        records.ok_or_else(|| D::Error::custom("no such kind of record"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::{ActorId, SourceId, ThemeId};

    #[test]
    fn an_answer_comes_over_as_it_was_given() {
        let records = vec![ThemeId(0).into(), ActorId(12).into(), SourceId(194).into()];
        let hit = Hit { id: records[1], label: "ANSSI".to_owned(), marks: vec![(0, 5)], hint: String::new() };
        let results = Results { groups: vec![Group { count: 3, hits: vec![hit] }], records };
        let answer = Answer { number: 7, results };
        let text = serde_json::to_string(&answer).expect("an answer can be written");
        assert_eq!(serde_json::from_str::<Answer>(&text).expect("and read"), answer);
        let strange = text.replace(&number::of(SourceId(194).into()).to_string(), "4278190080");
        assert!(serde_json::from_str::<Answer>(&strange).is_err(), "a kind that there is not: {strange}");
    }
}

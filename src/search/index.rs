//! The index: every word of every record in both languages, and how well a query is met by each record.

use std::collections::BTreeMap;

use super::{
    entries::{Entry, entries},
    results::{Group, Hit, Results},
    typos::{forgiven, letters, slips},
    words::{folded, is_small, words},
};
use crate::model::{
    id::RecordKind,
    strategy::Strategy,
    text::{Lang, Prose},
};

/// More of one kind are not listed, only counted: nobody reads on.
const MOST_LISTED: usize = 6;
/// What a query has beyond this is not read.
const LONGEST_QUERY: usize = 200;
/// Words of a query beyond this are not asked for.
const MOST_WORDS: usize = 12;

/// Where a word stands; the earlier, the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Field {
    Name,
    OtherName,
    Prose,
}

/// A word of the records, and where it stands: the places of entries, each with its best field.
#[derive(Clone, Debug)]
struct Known {
    word: String,
    letters: u32,
    places: Vec<(usize, Field)>,
}

/// The index.
#[derive(Clone, Debug)]
pub struct Index {
    entries: Vec<Entry>,
    /// The names of each entry, folded.
    names: Vec<Vec<String>>,
    /// In alphabetical order, so that all words with one beginning lie together.
    vocabulary: Vec<Known>,
}

/// A word that is asked for.
struct Sought {
    word: String,
    letters: u32,
    /// How many slips are forgiven.
    slips: usize,
    /// It is the last one, and perhaps still being typed.
    is_unfinished: bool,
}

/// How a word is met; the less, the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Spelling {
    slips: usize,
    is_beginning: bool,
}

/// How an entry meets the words asked for so far.
#[derive(Clone, Copy, Debug)]
struct Met {
    slips: usize,
    beginnings: usize,
    field: Field,
}

impl Sought {
    /// How `word` meets what is asked for, if it does.
    fn met_by(&self, word: &str, of: u32) -> Option<Spelling> {
        if word.starts_with(&self.word) {
            return Some(Spelling { slips: 0, is_beginning: word.len() > self.word.len() });
        }
        // One slip changes at most one letter here and one there.
        let is_far = (self.letters & !of).count_ones() as usize > self.slips
            || !self.is_unfinished && (of & !self.letters).count_ones() as usize > self.slips;
        if is_far {
            return None;
        }
        let slips = slips(&self.word, word, self.slips, self.is_unfinished)?;
        Some(Spelling { slips, is_beginning: word.len() > self.word.len() + slips })
    }
}

impl Index {
    /// The index over a strategy and its long texts, in the order of [`Lang::ALL`].
    #[must_use]
    pub fn new(strategy: &Strategy, prose: [&Prose; 2]) -> Self {
        let entries = entries(strategy, prose);
        let mut places: BTreeMap<String, Vec<(usize, Field)>> = BTreeMap::new();
        for (place, entry) in entries.iter().enumerate() {
            let fields = [
                (Field::Name, &entry.names),
                (Field::OtherName, &entry.other_names),
                (Field::Prose, &entry.prose),
            ];
            for (field, texts) in fields {
                for word in texts.iter().flat_map(|text| words(text)) {
                    let places = places.entry(word.folded).or_default();
                    // Entries and fields come in order: a word that was met already was met in a better field.
                    if places.last().is_none_or(|&(last, _)| last != place) {
                        places.push((place, field));
                    }
                }
            }
        }
        let vocabulary = places
            .into_iter()
            .map(|(word, places)| Known { letters: letters(&word), word, places })
            .collect();
        let names =
            entries.iter().map(|entry| entry.names.iter().map(|name| folded(name)).collect()).collect();
        Self { entries, names, vocabulary }
    }

    /// How many records can be found.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing can be found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The records in which every word of the query begins a word, called in `lang`; if there is none, those where it
    /// does but for a slip or two.
    #[must_use]
    pub fn find(&self, query: &str, lang: Lang) -> Results {
        let query: String = query.chars().take(LONGEST_QUERY).collect();
        let mut sought = sought(&query);
        if sought.is_empty() {
            return Results::default();
        }
        let mut met = self.met(&sought);
        if met.is_empty() {
            for one in &mut sought {
                one.slips = forgiven(one.word.len());
            }
            met = self.met(&sought);
        }
        self.ranked(&folded(&query), &sought, &met, lang)
    }

    /// The entries that meet all words.
    fn met(&self, sought: &[Sought]) -> Vec<(usize, Met)> {
        let mut all: Vec<Option<Met>> =
            vec![Some(Met { slips: 0, beginnings: 0, field: Field::Name }); self.entries.len()];
        for one in sought {
            let mut best: Vec<Option<(Spelling, Field)>> = vec![None; self.entries.len()];
            self.each_word_that_meets(one, |known, spelling| {
                for &(place, field) in &known.places {
                    // A single letter begins a word of nearly every text.
                    if one.word.len() == 1 && spelling.is_beginning && field == Field::Prose {
                        continue;
                    }
                    let found = (spelling, field);
                    let is_better = |held: (Spelling, Field)| {
                        (found.0.slips, found.1, found.0) < (held.0.slips, held.1, held.0)
                    };
                    if best[place].is_none_or(is_better) {
                        best[place] = Some(found);
                    }
                }
            });
            for (met, best) in all.iter_mut().zip(best) {
                *met = met.zip(best).map(|(met, (spelling, field))| Met {
                    slips: met.slips + spelling.slips,
                    beginnings: met.beginnings + usize::from(spelling.is_beginning),
                    field: met.field.max(field),
                });
            }
        }
        all.into_iter().enumerate().filter_map(|(place, met)| Some((place, met?))).collect()
    }

    fn each_word_that_meets(&self, sought: &Sought, mut then: impl FnMut(&Known, Spelling)) {
        let known = if sought.slips > 0 {
            &self.vocabulary[..]
        } else {
            let first = self.vocabulary.partition_point(|known| known.word < sought.word);
            let rest = &self.vocabulary[first..];
            &rest[..rest.partition_point(|known| known.word.starts_with(&sought.word))]
        };
        for known in known {
            if let Some(spelling) = sought.met_by(&known.word, known.letters) {
                then(known, spelling);
            }
        }
    }

    fn ranked(&self, query: &str, sought: &[Sought], met: &[(usize, Met)], lang: Lang) -> Results {
        let mut ranked: Vec<_> = met
            .iter()
            .map(|&(place, met)| {
                let names = &self.names[place];
                let tier = if names.iter().any(|name| name == query) {
                    0
                } else if names.iter().any(|name| name.starts_with(query)) {
                    1
                } else {
                    2 + met.field as u8
                };
                let importance = self.entries[place].importance;
                ((met.slips, tier, met.beginnings, u8::MAX - importance, place), &self.entries[place])
            })
            .collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        let mut groups: Vec<(RecordKind, Group)> = Vec::new();
        for (_, entry) in &ranked {
            let kind = entry.id.kind();
            let group = match groups.iter_mut().find(|(of, _)| *of == kind) {
                Some((_, group)) => group,
                None => {
                    groups.push((kind, Group { count: 0, hits: Vec::new() }));
                    // It was pushed just now.
                    let Some((_, group)) = groups.last_mut() else { continue };
                    group
                }
            };
            group.count += 1;
            if group.hits.len() < MOST_LISTED {
                group.hits.push(hit(entry, sought, lang));
            }
        }
        let mut records: Vec<_> = ranked.iter().map(|(_, entry)| entry.id).collect();
        records.sort_unstable();
        Results { groups: groups.into_iter().map(|(_, group)| group).collect(), records }
    }
}

/// The words that a query asks for: small ones only if there are no others.
fn sought(query: &str) -> Vec<Sought> {
    let is_finished = query.chars().next_back().is_some_and(char::is_whitespace);
    let all = words(query);
    let has_others = all.iter().any(|word| !is_small(&word.folded));
    let last = all.len().saturating_sub(1);
    all.into_iter()
        .enumerate()
        .filter(|(_, word)| !has_others || !is_small(&word.folded))
        .take(MOST_WORDS)
        .map(|(place, word)| Sought {
            letters: letters(&word.folded),
            word: word.folded,
            slips: 0,
            is_unfinished: place == last && !is_finished,
        })
        .collect()
}

fn hit(entry: &Entry, sought: &[Sought], lang: Lang) -> Hit {
    let label = entry.labels[lang as usize].clone();
    let is_met = |word: &str| sought.iter().any(|one| one.met_by(word, letters(word)).is_some());
    let marks = words(&label)
        .into_iter()
        .filter(|word| is_met(&word.folded))
        .map(|word| (word.range.start as u32, word.range.end as u32))
        .collect();
    Hit { id: entry.id, label, marks, hint: entry.hints[lang as usize].clone() }
}

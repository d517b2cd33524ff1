//! Strategies of any size, made by rule: the same size gives the same strategy.

use jalons::model::{
    date::{Day, Edtf},
    envelope::{Envelope, Nature, Scope},
    event::{Event, EventKind, Outcome, Status},
    id::{EnvelopeId, ScopeId, SourceId, ThemeId},
    money::Euros,
    source::{Reading, Source, SourceKind},
    strategy::{About, Strategy, Tables},
    text::{ProseId, Text},
    theme::Theme,
};

/// How many themes there are.
const THEMES: u32 = 5;
/// How many parts an envelope has.
const PARTS: usize = 25;

/// Numbers that look like chance. Source: Knuth's linear congruential generator for MMIX.
pub struct Chance(pub u64);

impl Chance {
    /// The next number below `limit`.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

fn text(text: String) -> Text {
    Text { fr: text.clone(), en: text }
}

/// A strategy of `count` events over thirty years, in five themes.
pub fn events(count: usize) -> Strategy {
    let mut chance = Chance(7);
    let first = Day::from_civil(1995, 1, 1).0;
    let event = |place: usize| {
        let start = Day(first + chance.below(11_000) as i32).to_civil();
        let date = format!("{:04}-{:02}-{:02}", start.0, start.1, start.2);
        let date = match chance.below(10) {
            0 => {
                let end = Day(Day::from_civil(start.0, start.1, start.2).0 + 1 + chance.below(900) as i32)
                    .to_civil();
                format!("{date}/{:04}-{:02}-{:02}", end.0, end.1, end.2)
            }
            1 => date[..7].to_owned(),
            _ => date,
        };
        let words =
            ["décision", "rapport", "lancement d’un service", "loi", "accord de place", "publication"];
        let importance = match chance.below(50) {
            0 => 3,
            1..=9 => 2,
            _ => 1,
        };
        Event {
            slug: format!("evenement-{place}"),
            note_refs: Vec::new(),
            date: Edtf::parse(&date).expect("a date"),
            date_in_note: None,
            title: text(format!("{} {place}", words[chance.below(6) as usize])),
            summary: ProseId::NONE,
            theme: ThemeId(chance.below(u64::from(THEMES)) as u32),
            kind: EventKind::ALL[chance.below(EventKind::ALL.len() as u64) as usize],
            status: Status::Past,
            outcome: Outcome::Unknown,
            outcome_date: None,
            outcome_text: ProseId::NONE,
            importance,
            actors: Vec::new(),
            envelopes: Vec::new(),
            projects: Vec::new(),
            programmes: Vec::new(),
            indicators: Vec::new(),
            related: Vec::new(),
            sources: vec![SourceId(0)],
        }
    };
    let events = (0..count).map(event).collect();
    strategy(Tables { events, ..Tables::default() })
}

/// A strategy of one budget with `count` envelopes that have no parts.
pub fn envelopes(count: usize) -> Strategy {
    let mut chance = Chance(11);
    let mut parents: Vec<Option<usize>> = vec![None];
    // Breadth first: each envelope has its parts until there are enough without any.
    let mut whole = 0;
    while parents.len() - whole < count {
        parents.extend([Some(whole); PARTS]);
        whole += 1;
    }
    let mut amounts: Vec<i64> = parents.iter().map(|_| 1 + chance.below(1_000_000) as i64).collect();
    amounts[..whole].fill(0);
    for place in (1..parents.len()).rev() {
        if let Some(parent) = parents[place] {
            amounts[parent] += amounts[place];
        }
    }
    let envelopes = parents.iter().zip(&amounts).enumerate().map(|(place, (parent, amount))| Envelope {
        slug: format!("enveloppe-{place}"),
        note_refs: Vec::new(),
        scope: ScopeId(0),
        parent: parent.map(EnvelopeId::from),
        split: None,
        theme: Some(ThemeId(chance.below(u64::from(THEMES)) as u32)),
        label: text(format!("Enveloppe {place}")),
        amount: Some(Euros(*amount)),
        attributed: None,
        as_of: None,
        project: None,
        note: ProseId::NONE,
        sources: vec![SourceId(0)],
    });
    strategy(Tables { envelopes: envelopes.collect(), ..Tables::default() })
}

fn strategy(tables: Tables) -> Strategy {
    let theme = |place: u32| Theme {
        slug: format!("theme-{place}"),
        label: text(format!("Thème {place}")),
        short: text(format!("Thème {place}")),
        question: ProseId::NONE,
    };
    let scope = Scope {
        slug: "budget".to_owned(),
        label: text("Budget".to_owned()),
        short: text("Budget".to_owned()),
        nature: Nature::Public,
        reference_date: None,
        caution: text(String::new()),
        sources: vec![SourceId(0)],
    };
    let source = Source {
        slug: "regle".to_owned(),
        note_refs: Vec::new(),
        title: ProseId::NONE,
        publisher: ProseId::NONE,
        url: ProseId::NONE,
        footnote: None,
        published: None,
        kind: SourceKind::OpenData,
        read: Reading::Whole,
        is_single: false,
    };
    Strategy::new(Tables {
        about: About { reference_day: Day::from_civil(2021, 12, 12), ..About::default() },
        themes: (0..THEMES).map(theme).collect(),
        scopes: vec![scope],
        sources: vec![source],
        ..tables
    })
    .expect("a strategy without cycles")
}

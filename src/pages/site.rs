//! The map of the site as a value: which pages there are in each language, where they stand, and how one leads to another.

use super::address::Address;
use crate::{
    data::package,
    model::{
        id::{RecordId, RecordKind},
        relations::Relations,
        strategy::Strategy,
        text::{Lang, Prose},
        vocabulary::vocabulary,
    },
    state::view_state::View,
    ui::terms::{Spelling, spellings},
};

vocabulary! {
    /// The records that share a page, and the folder it stands in.
    pub enum Collection {
        /// Themes of the note.
        Themes = "themes",
        /// Events.
        Events = "events",
        /// Plans, laws, services, bodies.
        Programmes = "programmes",
        /// Scopes with their envelopes, splits and appropriations.
        Envelopes = "envelopes",
        /// Quantities with their observations.
        Indicators = "indicators",
        /// Large IT projects with what each edition says of them.
        Projects = "projects",
        /// Editions of the panorama.
        Editions = "editions",
        /// Verified figures.
        Facts = "facts",
        /// Who takes part.
        Actors = "actors",
        /// Statements, each with who holds it.
        Positions = "positions",
        /// Conflicts between figures.
        Discrepancies = "discrepancies",
    }
}

/// What a page is about, in either language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A view of the explorer.
    View(View),
    /// The list of the kinds of records.
    Records,
    /// All records of some kinds.
    Collection(Collection),
    /// All sources.
    Sources,
    /// All terms.
    Glossary,
    /// How it was made, for who checks facts.
    Method,
    /// What is accessible, and what is not.
    Accessibility,
    /// Who answers for the page, and under which licences.
    Legal,
    /// What is kept of the reader.
    Privacy,
}

impl Place {
    /// Every place, the views first.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let views = View::ALL.iter().copied().map(Self::View);
        let collections = Collection::ALL.iter().copied().map(Self::Collection);
        let rest =
            [Self::Sources, Self::Glossary, Self::Method, Self::Accessibility, Self::Legal, Self::Privacy];
        views.chain([Self::Records]).chain(collections).chain(rest).collect()
    }

    /// Where the records of a kind stand in words.
    #[must_use]
    pub fn of_kind(kind: RecordKind) -> Self {
        Self::Collection(match kind {
            RecordKind::Theme => Collection::Themes,
            RecordKind::Event => Collection::Events,
            RecordKind::Programme => Collection::Programmes,
            RecordKind::Scope | RecordKind::Split | RecordKind::Envelope | RecordKind::Appropriation => {
                Collection::Envelopes
            }
            RecordKind::Indicator | RecordKind::Observation => Collection::Indicators,
            RecordKind::Project | RecordKind::ProjectEdition => Collection::Projects,
            RecordKind::Edition => Collection::Editions,
            RecordKind::Fact => Collection::Facts,
            RecordKind::Actor => Collection::Actors,
            RecordKind::Position => Collection::Positions,
            RecordKind::Discrepancy => Collection::Discrepancies,
            RecordKind::Term => return Self::Glossary,
            RecordKind::Source => return Self::Sources,
            RecordKind::Step => return Self::View(View::Story),
        })
    }

    /// The folders below the language's own.
    fn folders(self) -> Vec<&'static str> {
        match self {
            Self::View(View::Timeline) => vec![],
            Self::View(view) => vec![view.as_str()],
            Self::Records => vec!["records"],
            Self::Collection(collection) => vec!["records", collection.as_str()],
            Self::Sources => vec!["sources"],
            Self::Glossary => vec!["glossary"],
            Self::Method => vec!["method"],
            Self::Accessibility => vec!["accessibility"],
            Self::Legal => vec!["legal"],
            Self::Privacy => vec!["privacy"],
        }
    }
}

/// A page of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// What it is about.
    pub place: Place,
    /// Its language.
    pub lang: Lang,
}

/// Every page, French first.
#[must_use]
pub fn pages() -> Vec<Page> {
    let of = |lang: Lang| Place::all().into_iter().map(move |place| Page { place, lang });
    Lang::ALL.iter().copied().flat_map(of).collect()
}

impl Page {
    fn folders(self) -> Vec<&'static str> {
        let own = match self.lang {
            Lang::Fr => None,
            lang => Some(lang.as_str()),
        };
        own.into_iter().chain(self.place.folders()).collect()
    }

    /// The folder it stands in, from the root of the site: empty or with a slash at its end. Where a site has an
    /// address, the page is known by that of its folder.
    #[must_use]
    pub fn folder(self) -> String {
        self.folders().into_iter().map(|folder| format!("{folder}/")).collect()
    }

    /// Its file, from the root of the site.
    #[must_use]
    pub fn file(self) -> String {
        format!("{}index.html", self.folder())
    }

    /// The way from it to the root of the site: empty or with a slash at its end.
    #[must_use]
    pub fn root(self) -> String {
        "../".repeat(self.folders().len())
    }

    /// The same page in the other language.
    #[must_use]
    pub fn twin(self) -> Self {
        let lang = match self.lang {
            Lang::Fr => Lang::En,
            Lang::En => Lang::Fr,
        };
        Self { lang, ..self }
    }

    /// Another page of the same language.
    #[must_use]
    pub fn beside(self, place: Place) -> Self {
        Self { place, ..self }
    }

    /// The way to the file of another page, as short as can be.
    #[must_use]
    pub fn link_to(self, other: Self) -> String {
        let (from, to) = (self.folders(), other.folders());
        let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
        let up = "../".repeat(from.len() - shared);
        let down: String = to[shared..].iter().map(|folder| format!("{folder}/")).collect();
        format!("{up}{down}index.html")
    }

    /// The way to where a record stands in words.
    #[must_use]
    pub fn link_to_record(self, strategy: &Strategy, id: RecordId) -> String {
        // What an edition says of a project has no name of its own.
        let named = match id {
            RecordId::ProjectEdition(line) => strategy[line].project.into(),
            id => id,
        };
        let page = self.beside(Place::of_kind(named.kind()));
        let file = if page == self { String::new() } else { self.link_to(page) };
        format!("{file}#{}", anchor(strategy.slug(named)))
    }
}

/// The anchor of a record: the very words of an explorer's address, so that one address leads to both.
#[must_use]
pub fn anchor(slug: &str) -> String {
    format!("focus={slug}")
}

/// What the pages are made from.
#[derive(Debug)]
pub struct Site {
    /// Where it will stand, if the build was told.
    pub address: Option<Address>,
    /// The whole strategy.
    pub strategy: &'static Strategy,
    /// What belongs with what.
    pub relations: &'static Relations,
    /// The ways of writing the terms of the glossary.
    pub spellings: Vec<Spelling>,
    /// The long texts, French first.
    prose: [&'static Prose; 2],
}

impl Site {
    /// The site of the opened package.
    #[must_use]
    pub fn of_package(address: Option<Address>) -> Self {
        Self::new(package::strategy(), [package::prose(Lang::Fr), package::prose(Lang::En)], address)
    }

    /// The site of a strategy with its long texts, French first.
    #[must_use]
    pub fn new(strategy: &'static Strategy, prose: [&'static Prose; 2], address: Option<Address>) -> Self {
        Self {
            address,
            strategy,
            relations: Relations::of_whole(strategy),
            spellings: spellings(strategy.glossary().map(|(id, term)| (id, term.term.as_str()))),
            prose,
        }
    }

    /// The long texts in a language.
    #[must_use]
    pub fn prose(&self, lang: Lang) -> &'static Prose {
        self.prose[lang as usize]
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_page_has_its_twin_under_the_same_name_and_no_two_share_a_file() {
        let pages = pages();
        let files: BTreeSet<_> = pages.iter().map(|page| page.file()).collect();
        assert_eq!(files.len(), pages.len());
        for page in pages.iter().filter(|page| page.lang == Lang::Fr) {
            assert_eq!(page.twin().file(), format!("en/{}", page.file()));
            assert_eq!(page.twin().twin(), *page);
            assert!(pages.contains(&page.twin()));
        }
    }

    #[test]
    fn ways_from_page_to_page_are_relative_and_end_in_a_file() {
        let page = |place| Page { place, lang: Lang::Fr };
        let (home, events) = (page(Place::View(View::Timeline)), page(Place::Collection(Collection::Events)));
        let programmes = page(Place::Collection(Collection::Programmes));
        assert_eq!(
            (home.root(), events.root(), events.twin().root()),
            (String::new(), "../../".into(), "../../../".into())
        );
        assert_eq!(home.link_to(events), "records/events/index.html");
        assert_eq!(events.link_to(home), "../../index.html");
        assert_eq!(events.link_to(programmes), "../programmes/index.html");
        assert_eq!(events.link_to(events), "index.html");
        assert_eq!(events.link_to(events.twin()), "../../en/records/events/index.html");
        assert_eq!(events.twin().link_to(events), "../../../records/events/index.html");
        assert_eq!(events.twin().link_to(programmes.twin()), "../programmes/index.html");
        assert_eq!(home.twin().link_to(home), "../index.html");
    }
}

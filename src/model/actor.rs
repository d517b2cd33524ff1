//! Persons, bodies and companies that take part.

use super::{
    text::{Lang, Text},
    vocabulary::vocabulary,
};

vocabulary! {
    /// What kind of actor it is.
    pub enum ActorKind {
        /// The State or one of its offices.
        State = "state",
        /// A State agency.
        Agency = "agency",
        /// An independent or technical authority.
        Authority = "authority",
        /// A company.
        Company = "company",
        /// Parliament or one of its members.
        Parliament = "parliament",
        /// Local authorities.
        Local = "local",
        /// A circle of reflection.
        ThinkTank = "think-tank",
        /// A person.
        Person = "person",
        /// Civil society.
        CivilSociety = "civil-society",
        /// A foreign State or authority.
        Foreign = "foreign",
        /// A European body.
        European = "european",
        /// A medium.
        Media = "media",
        /// The public or a part of it.
        Public = "public",
    }
}

/// A person, body or company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Identifier in files and addresses.
    pub slug: String,
    /// References of the note's facts it carries.
    pub note_refs: Vec<String>,
    /// Full name.
    pub label: Text,
    /// Acronym, or empty.
    pub acronym: String,
    /// What kind it is.
    pub kind: ActorKind,
}

impl Actor {
    /// Its acronym, where it has one, else its full name.
    #[must_use]
    pub fn short_name(&self, lang: Lang) -> &str {
        if self.acronym.is_empty() { self.label.get(lang) } else { &self.acronym }
    }

    /// Its acronym, where that says something else than its full name.
    #[must_use]
    pub fn distinct_acronym(&self, lang: Lang) -> Option<&str> {
        (!self.acronym.is_empty() && self.acronym != self.label.get(lang)).then_some(self.acronym.as_str())
    }
}

//! Persons, bodies and companies that take part.

use super::{text::Text, vocabulary::vocabulary};

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

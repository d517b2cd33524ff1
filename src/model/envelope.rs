//! Budget trees: scopes, the envelopes in them, and the ways to split one.

use super::{
    date::Edtf,
    id::{EnvelopeId, ProjectId, ScopeId, SourceId, SplitId, ThemeId},
    money::Euros,
    text::{ProseId, Text},
    vocabulary::vocabulary,
};

vocabulary! {
    /// What the amounts of a scope are made of.
    pub enum Nature {
        /// Public money only.
        Public = "public",
        /// Public and private money.
        Mixed = "mixed",
        /// Full cost of projects.
        FullCost = "full-cost",
        /// Appropriations voted by Parliament.
        Appropriations = "appropriations",
    }
}

/// A tree whose amounts may be added together, and never to those of another scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// Identifier in files and addresses.
    pub slug: String,
    /// Full name.
    pub label: Text,
    /// A few words, for the switch.
    pub short: Text,
    /// What the amounts are made of.
    pub nature: Nature,
    /// The date at which the amounts were so.
    pub reference_date: Option<Edtf>,
    /// What it may not be added to; said wherever its amounts are, so it is there from the start.
    pub caution: Text,
    /// Where this comes from.
    pub sources: Vec<SourceId>,
}

/// A named way of splitting one envelope; its amounts are the same money as in any other split.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// Identifier in files and addresses.
    pub slug: String,
    /// What is split.
    pub envelope: EnvelopeId,
    /// Whether it is the one shown first.
    pub is_default: bool,
    /// "by availability".
    pub label: Text,
}

/// A node of a budget tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// Identifier in files and addresses.
    pub slug: String,
    /// References of the note's facts it carries.
    pub note_refs: Vec<String>,
    /// The tree it is in.
    pub scope: ScopeId,
    /// The envelope it is part of.
    pub parent: Option<EnvelopeId>,
    /// The split of the parent it belongs to; `None` is the default split.
    pub split: Option<SplitId>,
    /// The theme the note treats it under.
    pub theme: Option<ThemeId>,
    /// Name.
    pub label: Text,
    /// Its amount; `None` is "not published".
    pub amount: Option<Euros>,
    /// The part of it that has been given out.
    pub attributed: Option<Euros>,
    /// When that was so.
    pub as_of: Option<Edtf>,
    /// The project whose cost it is.
    pub project: Option<ProjectId>,
    /// What to know before comparing it.
    pub note: ProseId,
    /// Where this comes from.
    pub sources: Vec<SourceId>,
}

vocabulary! {
    /// The stage of a State budget.
    pub enum Stage {
        /// Finance bill for 2021.
        Plf2021 = "plf-2021",
        /// Initial finance law for 2021.
        Lfi2021 = "lfi-2021",
        /// Executed in 2021.
        Executed2021 = "executed-2021",
        /// Finance bill for 2022.
        Plf2022 = "plf-2022",
        /// Finance bill for 2023.
        Plf2023 = "plf-2023",
    }
}

vocabulary! {
    /// What is measured of an envelope.
    pub enum Measure {
        /// Its own amount.
        Amount = "amount",
        /// Autorisations d'engagement of a stage.
        Commitment = "commitment",
        /// Crédits de paiement of a stage.
        Payment = "payment",
    }
}

/// Commitment (AE) and payment (CP) appropriations of an envelope at a stage: never added together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appropriation {
    /// Identifier in files and addresses.
    pub slug: String,
    /// The envelope.
    pub envelope: EnvelopeId,
    /// The stage.
    pub stage: Stage,
    /// Autorisations d'engagement.
    pub commitment: Option<Euros>,
    /// Crédits de paiement.
    pub payment: Option<Euros>,
    /// Where this comes from.
    pub sources: Vec<SourceId>,
}

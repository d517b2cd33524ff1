//! IT projects of the State, as the editions of the panorama publish them.

use super::{
    date::{Date, Edtf, Precision},
    id::{EditionId, ProjectId, SourceId},
    indicator::Quantity,
    money::Euros,
    text::{ProseId, Text},
    vocabulary::vocabulary,
};

/// An IT project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// Identifier in files and addresses.
    pub slug: String,
    /// References of the note's facts it carries.
    pub note_refs: Vec<String>,
    /// Its name: a proper name, the same in both languages.
    pub label: String,
    /// The ministry in charge, under its canonical code.
    pub ministry: String,
    /// Functional zone.
    pub zone: ProseId,
    /// Where its money comes from.
    pub funding: ProseId,
    /// Where this comes from.
    pub sources: Vec<SourceId>,
}

vocabulary! {
    /// Whether a headline was printed or worked out.
    pub enum EditionQuality {
        /// Printed by the source.
        Published = "published",
        /// Worked out from what the source prints.
        Computed = "computed",
    }
}

/// An edition of the panorama of large projects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Identifier in files and addresses.
    pub slug: String,
    /// The date of its data.
    pub date: Edtf,
    /// When it was published.
    pub published: Option<Edtf>,
    /// How many projects.
    pub projects: Option<u32>,
    /// How many of them inter-ministerial.
    pub interministerial: Option<u32>,
    /// Total cost.
    pub cost: Option<Euros>,
    /// What the source calls that cost.
    pub cost_label: Text,
    /// Mean planned duration in years.
    pub mean_duration_years: Option<Quantity>,
    /// Mean schedule drift in percent.
    pub schedule_drift_pct: Option<Quantity>,
    /// Mean budget drift in percent.
    pub budget_drift_pct: Option<Quantity>,
    /// Printed or worked out.
    pub quality: EditionQuality,
    /// Where this comes from.
    pub sources: Vec<SourceId>,
}

vocabulary! {
    /// The phase a project is in.
    pub enum Phase {
        /// Cadrage.
        Framing = "framing",
        /// Conception / réalisation.
        Design = "design",
        /// Expérimentation.
        Trial = "trial",
        /// Déploiement.
        RollOut = "roll-out",
        /// Terminé.
        Finished = "finished",
        /// Not given on purpose.
        Withheld = "withheld",
    }
}

/// A project as one edition publishes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectEdition {
    /// Empty: it is named by its project and its edition.
    pub slug: String,
    /// The project.
    pub project: ProjectId,
    /// The edition.
    pub edition: EditionId,
    /// The ministry in charge, under its canonical code.
    pub ministry: String,
    /// The ministry as printed.
    pub ministry_as_published: ProseId,
    /// The name as printed.
    pub label_as_published: ProseId,
    /// Whether it is inter-ministerial.
    pub interministerial: bool,
    /// When it began or is to begin.
    pub start: Option<Edtf>,
    /// Planned duration in years.
    pub planned_years: Option<Quantity>,
    /// The phase, if printed.
    pub phase: Option<Phase>,
    /// Its cost, if printed.
    pub cost: Option<Euros>,
    /// Whether its scope is a new one, so that earlier costs are not comparable.
    pub new_scope: bool,
}

impl ProjectEdition {
    /// When a project was to end: its start and its planned duration, no finer than the start is known.
    #[must_use]
    pub fn planned_end(&self) -> Option<Date> {
        let start = self.start?.start()?;
        let months = (self.planned_years?.as_f64() * 12.0).round() as i32;
        let end = start.year() * 12 + i32::from(start.month().unwrap_or(1)) - 1 + months;
        let (year, month) = (end.div_euclid(12), end.rem_euclid(12) + 1);
        let text = match start.precision() {
            Precision::Year => format!("{year:04}"),
            Precision::Month | Precision::Day => format!("{year:04}-{month:02}"),
        };
        match Edtf::parse(&text).ok()? {
            Edtf::Date(date) => Some(date),
            Edtf::Interval { .. } => None,
        }
    }
}

//! The panorama of the State's large projects over its editions: which of them publish a table, what a project has cost in each, and how that changed.

use super::{
    id::{EditionId, FactId, ProjectId},
    money::Euros,
    order::sorted,
    project::ProjectEdition,
    strategy::Strategy,
    vocabulary::vocabulary,
};

/// The fact that tells of the change of perimeter: it is about the editions that came with it.
pub const PERIMETER_FACT: &str = "panorama-perimetre-2018";

/// The fact that tells of the change in how drifts are computed: it is about the first edition computed that way.
pub const METHOD_FACT: &str = "panorama-methode-2017";

/// The editions, from the earliest to the latest, with or without a table of projects.
#[must_use]
pub fn editions(strategy: &Strategy) -> Vec<EditionId> {
    let all: Vec<EditionId> = strategy.editions().map(|(id, _)| id).collect();
    sorted(&all, |&a, &b| strategy[a].date.chronological(&strategy[b].date))
}

/// Whether an edition publishes a table of projects that could be read.
#[must_use]
pub fn has_table(strategy: &Strategy, edition: EditionId) -> bool {
    strategy.project_editions().any(|(_, line)| line.edition == edition)
}

/// The editions with a table, from the earliest to the latest.
#[must_use]
pub fn editions_with_table(strategy: &Strategy) -> Vec<EditionId> {
    editions(strategy).into_iter().filter(|&edition| has_table(strategy, edition)).collect()
}

/// The edition shown when the address names none: the last with a table.
#[must_use]
pub fn default_edition(strategy: &Strategy) -> Option<EditionId> {
    // Without sorting, which the first view would have to bring along.
    strategy.project_editions().map(|(_, line)| line.edition).reduce(|latest, one| {
        if strategy[one].date.chronological(&strategy[latest].date).is_gt() { one } else { latest }
    })
}

/// The number that an edition bears: the digits its identifier ends with.
#[must_use]
pub fn number(strategy: &Strategy, edition: EditionId) -> Option<u32> {
    strategy[edition].slug.rsplit('-').next()?.parse().ok()
}

/// The numbers between the first and the last edition that no edition of the data bears.
#[must_use]
pub fn numbers_without_data(strategy: &Strategy) -> Vec<u32> {
    let known: Vec<u32> = editions(strategy).into_iter().filter_map(|id| number(strategy, id)).collect();
    let (Some(first), Some(last)) = (known.iter().min(), known.iter().max()) else { return Vec::new() };
    (*first..*last).filter(|number| !known.contains(number)).collect()
}

/// The fact that tells of the change of perimeter, and the first edition it is about.
#[must_use]
pub fn perimeter_change(strategy: &Strategy) -> Option<(FactId, EditionId)> {
    change_told_by(strategy, PERIMETER_FACT)
}

/// The fact that tells of the change in how drifts are computed, and the first edition it is about.
#[must_use]
pub fn method_change(strategy: &Strategy) -> Option<(FactId, EditionId)> {
    change_told_by(strategy, METHOD_FACT)
}

fn change_told_by(strategy: &Strategy, fact: &str) -> Option<(FactId, EditionId)> {
    let fact: FactId = strategy.find_as(fact)?;
    let about = &strategy[fact].about;
    let first = editions(strategy).into_iter().find(|&edition| about.contains(&edition.into()))?;
    Some((fact, first))
}

/// The lines of an edition's table, in the order of the data.
pub fn table(strategy: &Strategy, edition: EditionId) -> impl Iterator<Item = &ProjectEdition> {
    strategy.project_editions().map(|(_, line)| line).filter(move |line| line.edition == edition)
}

/// The sum of the costs that an edition publishes project by project; nothing without a table.
#[must_use]
pub fn sum_of_costs(strategy: &Strategy, edition: EditionId) -> Option<Euros> {
    let sum = Euros::checked_sum(table(strategy, edition).filter_map(|line| line.cost))?;
    has_table(strategy, edition).then_some(sum)
}

/// What an edition changes in what a project costs.
///
/// It is a change between editions and no more: no edition publishes a drift by project, and a change of perimeter can
/// be behind it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// The edition publishes no cost of it.
    NotPublished,
    /// Its first published cost, or the first one of its present scope.
    First,
    /// Its scope is a new one: earlier costs are not comparable.
    NewScope,
    /// By how much the cost differs from the first published one.
    Since {
        /// The edition that published the first cost.
        first: EditionId,
        /// That cost.
        from: Euros,
        /// The difference, negative for a lower cost.
        by: Euros,
    },
}

vocabulary! {
    /// How a cost has changed, in steps.
    pub enum Trend {
        /// Lower by more than a quarter.
        FarLower = "far-lower",
        /// Lower.
        Lower = "lower",
        /// The same.
        Same = "same",
        /// Higher.
        Higher = "higher",
        /// Higher by more than a quarter.
        FarHigher = "far-higher",
        /// There is nothing to compare it with.
        Unknown = "no-earlier",
    }
}

/// A change by more than this share of the first cost is a great one.
const GREAT: f64 = 0.25;

impl Change {
    /// The change in steps.
    #[must_use]
    pub fn trend(self) -> Trend {
        match self.share() {
            None => Trend::Unknown,
            Some(share) if share < -GREAT => Trend::FarLower,
            Some(share) if share < 0.0 => Trend::Lower,
            Some(share) if share > GREAT => Trend::FarHigher,
            Some(share) if share > 0.0 => Trend::Higher,
            Some(_) => Trend::Same,
        }
    }

    /// The change as a share of the first cost: 0.25 is a quarter more. Nothing where there is nothing to compare.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        match self {
            Self::Since { from, by, .. } => by.share_of(from),
            Self::NotPublished | Self::First | Self::NewScope => None,
        }
    }
}

/// How the cost of a project in an edition differs from its first published one.
#[must_use]
pub fn change_of_cost(strategy: &Strategy, project: ProjectId, edition: EditionId) -> Change {
    let lines = strategy.editions_of(project);
    let Some(here) = lines.iter().position(|line| line.edition == edition) else {
        return Change::NotPublished;
    };
    let Some(to) = lines[here].cost else { return Change::NotPublished };
    // What came before the present scope says nothing of it.
    let present = lines[..=here].iter().rposition(|line| line.new_scope).unwrap_or(0);
    if present == here && lines[here].new_scope {
        return Change::NewScope;
    }
    let first = lines[present..here].iter().find_map(|line| Some((line.edition, line.cost?)));
    match first.and_then(|(first, from)| Some((first, from, to.checked_sub(from)?))) {
        Some((first, from, by)) => Change::Since { first, from, by },
        None => Change::First,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_told_in_steps_by_its_share_of_the_first_cost() {
        let since = |by: i64| Change::Since { first: EditionId::from(0), from: Euros(100), by: Euros(by) };
        for (change, trend) in [
            (since(-26), Trend::FarLower),
            (since(-25), Trend::Lower),
            (since(0), Trend::Same),
            (since(25), Trend::Higher),
            (since(26), Trend::FarHigher),
            (Change::First, Trend::Unknown),
            (Change::NewScope, Trend::Unknown),
            (Change::NotPublished, Trend::Unknown),
            (Change::Since { first: EditionId::from(0), from: Euros::ZERO, by: Euros(5) }, Trend::Unknown),
        ] {
            assert_eq!(change.trend(), trend, "{change:?}");
        }
    }
}

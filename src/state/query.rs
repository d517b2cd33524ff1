//! Between a view state and the hash of an address: `#key=value&key=value`.
//!
//! Grammar: values are percent-encoded UTF-8; keys are written in the order of [`Key`], unknown ones after;
//! defaults are not written. What is missing is the default; what is invalid is the default and a note. Without
//! `v` an address is of version 1, for ever; from version 2 on `v` will always be written.

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use super::{
    listing::{Column, Listed, Sort},
    view_state::{Coloring, Kept, Lane, Look, PageDefaults, ProjectOrder, Scheme, View, ViewState},
};
use crate::model::{
    date::{Date, Edtf},
    envelope::{Envelope, Measure, Nature, Stage},
    event::{EventKind, Status},
    id::{EditionId, RecordId, ScopeId},
    panorama::{Trend, default_edition},
    project::Phase,
    strategy::Strategy,
    text::Lang,
    vocabulary::vocabulary,
};

/// The scope shown when the address names none.
pub const DEFAULT_SCOPE: &str = "relance";
/// The stage shown when the address names none.
pub const DEFAULT_STAGE: Stage = Stage::Lfi2021;
/// What the table lists when the address does not say.
pub const DEFAULT_LISTED: Listed = Listed::Events;
/// How `lanes` spells the group of the projects; themes go by their identifiers.
const PROJECTS_LANE: &str = "projets";
/// How `only` spells projects whose phase is not printed.
const NO_PHASE: &str = "no-phase";
/// The version of the grammar that is written.
const VERSION: usize = 1;
/// A step from each version to the next, the first from version 1 to 2: it changes the pairs of an address, still
/// encoded, into what the next version calls them.
type Migration = fn(&mut Vec<(String, String)>);
/// The steps there have been.
const MIGRATIONS: [Migration; VERSION - 1] = [];
/// A value longer than this, in bytes, is not read: no value of ours comes near.
const LONGEST_VALUE: usize = 2000;
/// And a written one is at most this long: an escaped byte takes three.
const LONGEST_WRITTEN: usize = 3 * LONGEST_VALUE;
/// Of a value that means nothing the reader is told this many characters at most.
const LONGEST_NOTED: usize = 100;
/// More unknown pairs than this are not kept.
const MOST_UNKNOWN: usize = 20;

vocabulary! {
    /// The keys we know, in the order they are written.
    pub enum Key {
        /// Version of the grammar.
        Version = "v",
        /// View.
        View = "view",
        /// Open record.
        Focus = "focus",
        /// Budget.
        Scope = "scope",
        /// Envelope shown as root.
        At = "at",
        /// Split of it.
        Split = "split",
        /// Edition of the panorama.
        Edition = "edition",
        /// Stage of the budget.
        Stage = "stage",
        /// What is measured.
        Measure = "measure",
        /// What the colours say.
        Color = "color",
        /// What of the colours is kept.
        Only = "only",
        /// Lanes that are open.
        Lanes = "lanes",
        /// Order of the projects among them.
        Order = "order",
        /// What the table lists.
        Of = "of",
        /// Its columns.
        Columns = "cols",
        /// How it is sorted.
        Sort = "sort",
        /// Start of the window.
        From = "from",
        /// End of the window.
        To = "to",
        /// Themes to keep.
        Themes = "themes",
        /// Statuses to keep.
        Status = "status",
        /// Kinds of events to keep.
        Kinds = "kinds",
        /// Actors to keep.
        Actors = "actors",
        /// What is searched for.
        Query = "q",
        /// Step of the guided reading.
        Step = "step",
        /// Language.
        Lang = "lang",
        /// Colour scheme.
        Scheme = "scheme",
        /// Look.
        Look = "look",
        /// Shown in a frame.
        Embed = "embed",
    }
}

impl Key {
    /// Whether it names records that the whole of the data knows and its core does not.
    #[must_use]
    pub fn names_what_may_come(self) -> bool {
        matches!(self, Self::Focus | Self::Only | Self::Actors | Self::Edition | Self::Step)
    }
}

/// A value of the address that means nothing here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidParam {
    /// The key.
    pub key: Key,
    /// The value as it came, decoded.
    pub value: String,
}

/// The budget that a state shows: the one it names, else the usual one, else the first.
#[must_use]
pub fn scope_shown(state: &ViewState, strategy: &Strategy) -> Option<ScopeId> {
    state
        .scope
        .or_else(|| strategy.find_as(DEFAULT_SCOPE))
        .or_else(|| strategy.scopes().next().map(|(id, _)| id))
}

/// The edition of the panorama that a budget shows in place of its envelopes: at the top of one of projects.
#[must_use]
pub fn edition_shown(state: &ViewState, strategy: &Strategy) -> Option<EditionId> {
    let is_of_projects = |scope: ScopeId| strategy[scope].nature == Nature::FullCost;
    scope_shown(state, strategy).filter(|&scope| is_of_projects(scope) && state.at.is_none())?;
    state.edition.or_else(|| default_edition(strategy))
}

/// Reads the hash of an address, with or without its `#`.
///
/// What `strategy` does not know is invalid and kept among the unknown pairs: a strategy that knows more may read it
/// from the address that is printed of the state.
#[must_use]
pub fn parse(hash: &str, defaults: PageDefaults, strategy: &Strategy) -> (ViewState, Vec<InvalidParam>) {
    let mut state = ViewState::default();
    let mut invalid = Vec::new();
    let mut pairs: Vec<(String, String)> = hash
        .split('&')
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        // A name that is empty or begins as a hash does could not be told apart once it is written again.
        .map(|(name, raw)| (name.trim_start_matches('#').to_owned(), raw.to_owned()))
        .filter(|(name, _)| !name.is_empty())
        .collect();
    if let Err(version) = migrate(&mut pairs, &MIGRATIONS) {
        note(&mut invalid, Key::Version, decoded(&version));
    }
    for (name, raw) in pairs {
        let key = Key::parse(&name);
        if let Some(key) = key {
            let value = decoded(&raw);
            let is_short = raw.len() <= LONGEST_WRITTEN && value.len() <= LONGEST_VALUE;
            // A key without a value says nothing.
            if value.is_empty() || is_short && read(&mut state, key, &value, strategy).is_some() {
                continue;
            }
            note(&mut invalid, key, value);
        }
        let may_come = key.is_none_or(Key::names_what_may_come);
        let is_short = raw.len() <= LONGEST_VALUE && name.len() <= LONGEST_VALUE;
        if may_come && is_short && state.unknown.len() < MOST_UNKNOWN {
            state.unknown.push((name, raw));
        }
    }
    refuse_contradictions(&mut state, strategy, &mut invalid);
    let mut state = without_defaults(state, defaults, strategy);
    let unknown = std::mem::take(&mut state.unknown);
    state.unknown = unknown.into_iter().filter(|(name, _)| !is_said(&state, name, strategy)).collect();
    (state, invalid)
}

/// A written value as it is meant, no more of it than could be read.
fn decoded(raw: &str) -> String {
    let short: String = raw.chars().take(LONGEST_WRITTEN).collect();
    percent_decode_str(&short).decode_utf8_lossy().into_owned()
}

/// Notes a value that means nothing: once for each key, and no more of it than a reader would recognise.
fn note(invalid: &mut Vec<InvalidParam>, key: Key, value: String) {
    if !value.is_empty() && invalid.iter().all(|noted| noted.key != key) {
        invalid.push(InvalidParam { key, value: value.chars().take(LONGEST_NOTED).collect() });
    }
}

/// Whether the state has a value for the key of an unknown pair, which could not be read when it came.
fn is_said(state: &ViewState, name: &str, strategy: &Strategy) -> bool {
    Key::parse(name).is_some_and(|key| !value(state, key, strategy).is_empty())
}

/// Brings the pairs of an address of an older version to the present one, and takes the version out of them.
///
/// # Errors
/// What it says of its version, if that is none that we know; the pairs are then read as of the present version.
fn migrate(pairs: &mut Vec<(String, String)>, migrations: &[Migration]) -> Result<(), String> {
    let said = pairs.iter().find(|(name, _)| name == Key::Version.as_str()).map(|(_, raw)| raw.clone());
    pairs.retain(|(name, _)| name != Key::Version.as_str());
    let Some(said) = said else {
        migrations.iter().for_each(|migration| migration(pairs));
        return Ok(());
    };
    match said.parse::<usize>().ok().and_then(|version| migrations.get(version.checked_sub(1)?..)) {
        Some(missed) => {
            missed.iter().for_each(|migration| migration(pairs));
            Ok(())
        }
        None => Err(said),
    }
}

/// The state with `None` for everything that is the default anyway, so that equal views are equal states.
#[must_use]
pub fn without_defaults(mut state: ViewState, defaults: PageDefaults, strategy: &Strategy) -> ViewState {
    state.view = state.view.filter(|&view| view != defaults.view);
    state.lang = state.lang.filter(|&lang| lang != defaults.lang);
    state.scheme = state.scheme.filter(|&scheme| scheme != defaults.scheme);
    state.look = state.look.filter(|&look| look != Look::Paper);
    state.scope = state.scope.filter(|&scope| strategy[scope].slug != DEFAULT_SCOPE);
    // What is shown of a scope anyway.
    state.at = state.at.filter(|&at| strategy.roots(strategy[at].scope).next() != Some(at));
    state.split = state.split.filter(|&split| !strategy[split].is_default);
    // The core knows no editions, and an address that names one is read again with the whole.
    state.edition = state.edition.filter(|&edition| default_edition(strategy) != Some(edition));
    state.stage = state.stage.filter(|&stage| stage != DEFAULT_STAGE);
    state.measure = state.measure.filter(|&measure| measure != Measure::Amount);
    state.color = state.color.filter(|&color| color != Coloring::Group);
    state.step = state.step.filter(|step| step.index() > 0);
    // The order of what is not shown is none.
    let has_projects = state.lanes.contains(&Lane::Projects);
    state.order = state.order.filter(|&order| has_projects && order != ProjectOrder::Ministry);
    let listed = state.of.unwrap_or(DEFAULT_LISTED);
    state.of = state.of.filter(|&of| of != DEFAULT_LISTED);
    state.columns = state.columns.filter(|columns| *columns != listed.usual_columns());
    state
}

/// Puts a value into the state; `None` if it means nothing.
fn read(state: &mut ViewState, key: Key, value: &str, strategy: &Strategy) -> Option<()> {
    match key {
        Key::Version => return None,
        Key::View => state.view = Some(View::parse(value)?),
        Key::Focus => state.focus = Some(strategy.find(value)?),
        Key::Scope => state.scope = Some(strategy.find_as(value)?),
        Key::At => state.at = Some(strategy.find_as(value)?),
        Key::Split => state.split = Some(strategy.find_as(value)?),
        Key::Edition => state.edition = Some(strategy.find_as(value)?),
        Key::Stage => state.stage = Some(Stage::parse(value)?),
        Key::Measure => state.measure = Some(Measure::parse(value)?),
        Key::Color => state.color = Some(Coloring::parse(value)?),
        Key::Only => state.only = list(value, |text| find_kept(text, strategy))?,
        Key::Lanes => state.lanes = list(value, |slug| find_lane(slug, strategy))?,
        Key::Order => state.order = Some(ProjectOrder::parse(value)?),
        Key::Of => state.of = Some(Listed::parse(value)?),
        Key::Columns => state.columns = Some(list(value, Column::parse)?),
        Key::Sort => state.sort = Some(Sort::parse(value)?),
        Key::From => state.from = Some(find_date(value)?),
        Key::To => state.to = Some(find_date(value)?),
        Key::Themes => state.themes = list(value, |slug| strategy.find_as(slug))?,
        Key::Status => state.statuses = list(value, Status::parse)?,
        Key::Kinds => state.kinds = list(value, EventKind::parse)?,
        Key::Actors => state.actors = list(value, |slug| strategy.find_as(slug))?,
        Key::Query => state.query = value.trim().to_owned(),
        Key::Step => state.step = Some(strategy.find_as(value)?),
        Key::Lang => state.lang = Some(Lang::parse(value)?),
        Key::Scheme => state.scheme = Some(Scheme::parse(value)?),
        Key::Look => state.look = Some(Look::parse(value)?),
        Key::Embed => state.is_embedded = (value == "1").then_some(true)?,
    }
    Some(())
}

/// The items of a list, each once and in their order; `None` if any of them means nothing.
fn list<T: Copy + Ord>(value: &str, item: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let mut items = Vec::new();
    for text in value.split(',') {
        let item = item(text)?;
        if let Err(place) = items.binary_search(&item) {
            items.insert(place, item);
        }
    }
    Some(items)
}

fn find_kept(value: &str, strategy: &Strategy) -> Option<Kept> {
    let of_phase =
        || if value == NO_PHASE { Some(Kept::NoPhase) } else { Phase::parse(value).map(Kept::Phase) };
    let of_ministry = || strategy.projects().find(|(_, project)| project.ministry == value);
    of_phase()
        .or_else(|| Trend::parse(value).map(Kept::Change))
        .or_else(|| of_ministry().map(|(id, _)| Kept::Ministry(id)))
}

fn find_lane(value: &str, strategy: &Strategy) -> Option<Lane> {
    if value == PROJECTS_LANE { Some(Lane::Projects) } else { strategy.find_as(value).map(Lane::Theme) }
}

/// A single date: a window has two ends, each a date of any precision.
fn find_date(value: &str) -> Option<Date> {
    match Edtf::parse(value).ok()? {
        Edtf::Date(date) => Some(date),
        Edtf::Interval { .. } => None,
    }
}

/// Values that are each right but cannot hold together: the later key gives way.
fn refuse_contradictions(state: &mut ViewState, strategy: &Strategy, invalid: &mut Vec<InvalidParam>) {
    let scope = state.scope.or_else(|| strategy.find_as(DEFAULT_SCOPE));
    if let Some(at) = state.at {
        let envelope: &Envelope = &strategy[at];
        if Some(envelope.scope) != scope || !strategy.has_parts(at) {
            invalid.push(InvalidParam { key: Key::At, value: envelope.slug.clone() });
            state.at = None;
        }
    }
    // Only the top of a budget has editions.
    if state.at.is_some()
        && let Some(edition) = state.edition.take()
    {
        invalid.push(InvalidParam { key: Key::Edition, value: strategy[edition].slug.clone() });
    }
    // Only projects have a legend to choose from, and only that of their colours.
    let coloring = state.color.unwrap_or(Coloring::Group);
    let has_projects = scope.is_some_and(|scope| strategy[scope].nature == Nature::FullCost);
    if !state.only.iter().all(|kept| has_projects && kept.coloring() == coloring) {
        let refused = value(state, Key::Only, strategy);
        // The core does not tell what it may not know yet: the whole reads it again, and tells.
        state.unknown.push((Key::Only.as_str().to_owned(), refused.clone()));
        invalid.push(InvalidParam { key: Key::Only, value: refused });
        state.only.clear();
    }
    let listed = state.of.unwrap_or(DEFAULT_LISTED);
    let is_there = |column: &Column| listed.columns().contains(column);
    if let Some(columns) = state.columns.take_if(|columns| !columns.iter().all(is_there)) {
        let value = columns.iter().map(|column| column.as_str()).collect::<Vec<_>>().join(",");
        invalid.push(InvalidParam { key: Key::Columns, value });
    }
    let is_wrong = |sort: &mut Sort| sort.column != Column::Name && !is_there(&sort.column);
    if let Some(sort) = state.sort.take_if(is_wrong) {
        invalid.push(InvalidParam { key: Key::Sort, value: sort.print() });
    }
    if let (Some(from), Some(to)) = (state.from, state.to)
        && from.first_day() > to.last_day()
    {
        invalid.push(InvalidParam { key: Key::To, value: to.to_string() });
        (state.from, state.to) = (None, None);
    }
}

/// What is escaped in a value: what would end it, and what is not plain ASCII.
const RESERVED: &AsciiSet =
    &CONTROLS.add(b' ').add(b'#').add(b'%').add(b'&').add(b'+').add(b'<').add(b'>').add(b'"');

/// The hash of a state, without `#`; empty if all is default.
#[must_use]
pub fn print(state: &ViewState, strategy: &Strategy) -> String {
    let mut written: Vec<String> = Vec::new();
    for &key in Key::ALL {
        let value = value(state, key, strategy);
        if !value.is_empty() {
            written.push(format!("{}={}", key.as_str(), utf8_percent_encode(&value, RESERVED)));
        }
    }
    // Unknown pairs go back exactly as they came, unless what they could not say has been said since.
    for (name, raw) in &state.unknown {
        if !is_said(state, name, strategy) {
            written.push(if raw.is_empty() { name.clone() } else { format!("{name}={raw}") });
        }
    }
    written.join("&")
}

/// The value of a key, not encoded; empty if it is the default.
fn value(state: &ViewState, key: Key, strategy: &Strategy) -> String {
    let slug = |id: Option<RecordId>| id.map_or("", |id| strategy.slug(id));
    match key {
        // Version 1 is never written.
        Key::Version => "",
        Key::View => state.view.map_or("", View::as_str),
        Key::Focus => slug(state.focus),
        Key::Scope => slug(state.scope.map(RecordId::from)),
        Key::At => slug(state.at.map(RecordId::from)),
        Key::Split => slug(state.split.map(RecordId::from)),
        Key::Edition => slug(state.edition.map(RecordId::from)),
        Key::Stage => state.stage.map_or("", Stage::as_str),
        Key::Measure => state.measure.map_or("", Measure::as_str),
        Key::Color => state.color.map_or("", Coloring::as_str),
        Key::Only => {
            return joined(&state.only, |kept| match *kept {
                Kept::Ministry(id) => strategy[id].ministry.as_str(),
                Kept::Phase(phase) => phase.as_str(),
                Kept::NoPhase => NO_PHASE,
                Kept::Change(trend) => trend.as_str(),
            });
        }
        Key::Lanes => {
            return joined(&state.lanes, |lane| match *lane {
                Lane::Theme(id) => slug(Some(id.into())),
                Lane::Projects => PROJECTS_LANE,
            });
        }
        Key::Order => state.order.map_or("", ProjectOrder::as_str),
        Key::Of => state.of.map_or("", Listed::as_str),
        Key::Columns => {
            return joined(state.columns.as_deref().unwrap_or_default(), |column| column.as_str());
        }
        Key::Sort => return state.sort.map(Sort::print).unwrap_or_default(),
        Key::From => return state.from.map(|date| date.to_string()).unwrap_or_default(),
        Key::To => return state.to.map(|date| date.to_string()).unwrap_or_default(),
        Key::Themes => return joined(&state.themes, |&id| slug(Some(id.into()))),
        Key::Status => return joined(&state.statuses, |status| status.as_str()),
        Key::Kinds => return joined(&state.kinds, |kind| kind.as_str()),
        Key::Actors => return joined(&state.actors, |&id| slug(Some(id.into()))),
        Key::Query => &state.query,
        Key::Step => slug(state.step.map(RecordId::from)),
        Key::Lang => state.lang.map_or("", Lang::as_str),
        Key::Scheme => state.scheme.map_or("", Scheme::as_str),
        Key::Look => state.look.map_or("", Look::as_str),
        Key::Embed if state.is_embedded => "1",
        Key::Embed => "",
    }
    .to_owned()
}

/// A list as a value.
fn joined<'a, T>(items: &'a [T], text: impl Fn(&'a T) -> &'a str) -> String {
    items.iter().map(text).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::migrate;

    fn pairs(hash: &str) -> Vec<(String, String)> {
        let pairs = hash.split('&').filter_map(|pair| pair.split_once('='));
        pairs.map(|(name, raw)| (name.to_owned(), raw.to_owned())).collect()
    }

    /// From version 1 to 2 `a` becomes `b`, from 2 to 3 `b` becomes `c`.
    fn migrated(hash: &str) -> (Vec<(String, String)>, Result<(), String>) {
        fn rename(pairs: &mut [(String, String)], from: &str, to: &str) {
            pairs.iter_mut().filter(|(name, _)| name == from).for_each(|(name, _)| to.clone_into(name));
        }
        let mut pairs = pairs(hash);
        let told = migrate(&mut pairs, &[|pairs| rename(pairs, "a", "b"), |pairs| rename(pairs, "b", "c")]);
        (pairs, told)
    }

    #[test]
    fn an_address_goes_through_every_step_since_its_version() {
        assert_eq!(migrated("a=1&x=2"), (pairs("c=1&x=2"), Ok(())), "without a version it is of the first");
        assert_eq!(migrated("v=1&a=1"), (pairs("c=1"), Ok(())));
        assert_eq!(migrated("v=2&a=1&b=2"), (pairs("a=1&c=2"), Ok(())));
        assert_eq!(migrated("v=3&a=1"), (pairs("a=1"), Ok(())));
    }

    #[test]
    fn a_version_that_nobody_knows_is_told_and_changes_nothing() {
        for version in ["4", "0", "-1", "x", ""] {
            let (left, told) = migrated(&format!("v={version}&a=1"));
            assert_eq!((left, told), (pairs("a=1"), Err(version.to_owned())));
        }
    }
}

//! Between a view state and the hash of an address: `#key=value&key=value`.
//!
//! Grammar: values are percent-encoded UTF-8; keys are written in the order of [`Key`], unknown ones after;
//! defaults are not written. What is missing is the default; what is invalid is the default and a note.

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use super::view_state::{Coloring, PageDefaults, Scheme, View, ViewState};
use crate::model::{
    date::{Date, Edtf},
    envelope::{Envelope, Measure, Stage},
    id::{EnvelopeId, RecordId, ScopeId, SplitId, ThemeId},
    strategy::Strategy,
    text::Lang,
    vocabulary::vocabulary,
};

/// The scope shown when the address names none.
pub const DEFAULT_SCOPE: &str = "relance";
/// The stage shown when the address names none.
pub const DEFAULT_STAGE: Stage = Stage::Lfi2021;
/// A value longer than this is not read: no value of ours comes near.
const LONGEST_VALUE: usize = 200;
/// More unknown pairs than this are not kept.
const MOST_UNKNOWN: usize = 20;

vocabulary! {
    /// The keys we know, in the order they are written.
    pub enum Key {
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
        /// Stage of the budget.
        Stage = "stage",
        /// What is measured.
        Measure = "measure",
        /// What the colours say.
        Color = "color",
        /// Lanes shown with all their rows.
        Lanes = "lanes",
        /// Start of the window.
        From = "from",
        /// End of the window.
        To = "to",
        /// Language.
        Lang = "lang",
        /// Colour scheme.
        Scheme = "scheme",
        /// Shown in a frame.
        Embed = "embed",
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

/// Reads the hash of an address, with or without its `#`.
#[must_use]
pub fn parse(hash: &str, strategy: &Strategy) -> (ViewState, Vec<InvalidParam>) {
    let mut state = ViewState::default();
    let mut invalid = Vec::new();
    for pair in hash.trim_start_matches('#').split('&').filter(|pair| !pair.is_empty()) {
        let (name, raw) = pair.split_once('=').unwrap_or((pair, ""));
        let Some(key) = Key::parse(name) else {
            if state.unknown.len() < MOST_UNKNOWN && name.len() + raw.len() <= LONGEST_VALUE {
                state.unknown.push((name.to_owned(), raw.to_owned()));
            }
            continue;
        };
        let short: String = raw.chars().take(LONGEST_VALUE).collect();
        let value = percent_decode_str(&short).decode_utf8_lossy().into_owned();
        let is_valid = raw.len() <= LONGEST_VALUE && read(&mut state, key, &value, strategy).is_some();
        if !is_valid && !value.is_empty() {
            invalid.push(InvalidParam { key, value });
        }
    }
    refuse_contradictions(&mut state, strategy, &mut invalid);
    (state, invalid)
}

/// Puts a value into the state; `None` if it means nothing.
fn read(state: &mut ViewState, key: Key, value: &str, strategy: &Strategy) -> Option<()> {
    match key {
        Key::View => state.view = Some(View::parse(value)?),
        Key::Focus => state.focus = Some(strategy.find(value)?),
        Key::Scope => state.scope = Some(find_scope(value, strategy)?),
        Key::At => state.at = Some(find_envelope(value, strategy)?),
        Key::Split => state.split = Some(find_split(value, strategy)?),
        Key::Stage => state.stage = Some(Stage::parse(value)?),
        Key::Measure => state.measure = Some(Measure::parse(value)?),
        Key::Color => state.color = Some(Coloring::parse(value)?),
        Key::Lanes => state.lanes = find_themes(value, strategy)?,
        Key::From => state.from = Some(find_date(value)?),
        Key::To => state.to = Some(find_date(value)?),
        Key::Lang => state.lang = Some(Lang::parse(value)?),
        Key::Scheme => state.scheme = Some(Scheme::parse(value)?),
        Key::Embed => state.is_embedded = (value == "1").then_some(true)?,
    }
    Some(())
}

fn find_scope(value: &str, strategy: &Strategy) -> Option<ScopeId> {
    match strategy.find(value)? {
        RecordId::Scope(id) => Some(id),
        _ => None,
    }
}

fn find_envelope(value: &str, strategy: &Strategy) -> Option<EnvelopeId> {
    match strategy.find(value)? {
        RecordId::Envelope(id) => Some(id),
        _ => None,
    }
}

fn find_split(value: &str, strategy: &Strategy) -> Option<SplitId> {
    match strategy.find(value)? {
        RecordId::Split(id) => Some(id),
        _ => None,
    }
}

/// A list of themes, each once and in their order; `None` if any of them is not one.
fn find_themes(value: &str, strategy: &Strategy) -> Option<Vec<ThemeId>> {
    let mut themes = Vec::new();
    for slug in value.split(',') {
        match strategy.find(slug)? {
            RecordId::Theme(id) => themes.push(id),
            _ => return None,
        }
    }
    Some(strategy.themes().map(|(id, _)| id).filter(|id| themes.contains(id)).collect())
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
    let scope = state.scope.or_else(|| find_scope(DEFAULT_SCOPE, strategy));
    if let Some(at) = state.at {
        let envelope: &Envelope = &strategy[at];
        if Some(envelope.scope) != scope || !strategy.has_parts(at) {
            invalid.push(InvalidParam { key: Key::At, value: envelope.slug.clone() });
            state.at = None;
        }
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
pub fn print(state: &ViewState, defaults: PageDefaults, strategy: &Strategy) -> String {
    let slug = |id: RecordId| strategy.slug(id).to_owned();
    let value = |key: Key| -> Option<String> {
        match key {
            Key::View => {
                state.view.filter(|view| *view != defaults.view).map(|view| view.as_str().to_owned())
            }
            Key::Focus => state.focus.map(slug),
            Key::Scope => state.scope.map(|id| slug(id.into())).filter(|slug| slug != DEFAULT_SCOPE),
            Key::At => state.at.map(|id| slug(id.into())),
            Key::Split => state.split.filter(|&id| !strategy[id].is_default).map(|id| slug(id.into())),
            Key::Stage => {
                state.stage.filter(|&stage| stage != DEFAULT_STAGE).map(|stage| stage.as_str().to_owned())
            }
            Key::Measure => {
                let is_default = |measure: &Measure| *measure == Measure::Amount;
                state
                    .measure
                    .filter(|measure| !is_default(measure))
                    .map(|measure| measure.as_str().to_owned())
            }
            Key::Color => {
                state.color.filter(|&color| color != Coloring::Group).map(|color| color.as_str().to_owned())
            }
            Key::Lanes => (!state.lanes.is_empty())
                .then(|| state.lanes.iter().map(|&id| slug(id.into())).collect::<Vec<_>>().join(",")),
            Key::From => state.from.map(|date| date.to_string()),
            Key::To => state.to.map(|date| date.to_string()),
            Key::Lang => {
                state.lang.filter(|lang| *lang != defaults.lang).map(|lang| lang.as_str().to_owned())
            }
            Key::Scheme => state
                .scheme
                .filter(|scheme| *scheme != defaults.scheme)
                .map(|scheme| scheme.as_str().to_owned()),
            Key::Embed => state.is_embedded.then(|| "1".to_owned()),
        }
    };
    let known = Key::ALL.iter().filter_map(|&key| {
        let value = value(key)?;
        Some(format!("{}={}", key.as_str(), utf8_percent_encode(&value, RESERVED)))
    });
    // Unknown pairs go back exactly as they came.
    let unknown = state
        .unknown
        .iter()
        .map(|(name, raw)| if raw.is_empty() { name.clone() } else { format!("{name}={raw}") });
    known.chain(unknown).collect::<Vec<_>>().join("&")
}

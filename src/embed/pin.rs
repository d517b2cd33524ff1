//! The data version that an address is pinned to: the pair `data=…`, which every state carries along.
//!
//! Only frames and what makes them read it. So it stays among the pairs that the reader of addresses keeps as they
//! came, and the first view does without it.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::state::view_state::ViewState;

/// The key.
const KEY: &str = "data";
/// No version is longer, in characters.
const LONGEST: usize = 40;
/// What is escaped in a version: all but what versions are written with.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'-');

/// The version that a state is pinned to.
#[must_use]
pub fn pinned(state: &ViewState) -> Option<String> {
    let (_, raw) = state.unknown.iter().find(|(key, _)| key == KEY)?;
    let version: String = percent_decode_str(raw).decode_utf8_lossy().chars().take(LONGEST).collect();
    Some(version).filter(|version| !version.is_empty())
}

/// Pins a state to a version, or to none.
pub fn pin(state: &mut ViewState, version: Option<&str>) {
    state.unknown.retain(|(key, _)| key != KEY);
    if let Some(version) = version {
        state.unknown.push((KEY.to_owned(), utf8_percent_encode(version, RESERVED).to_string()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_pinned_is_read_as_it_was() {
        for version in ["2026.11", "1.0.0-beta", "v 2 & é%"] {
            let mut state = ViewState::default();
            pin(&mut state, Some(version));
            assert_eq!(pinned(&state).as_deref(), Some(version));
            pin(&mut state, Some("3"));
            assert_eq!(pinned(&state).as_deref(), Some("3"), "the last one holds");
            pin(&mut state, None);
            assert_eq!((pinned(&state), state), (None, ViewState::default()));
        }
    }

    #[test]
    fn other_pairs_stay_and_nonsense_is_cut_short() {
        let other = ("utm".to_owned(), "x".to_owned());
        let mut state = ViewState { unknown: vec![other.clone()], ..ViewState::default() };
        assert_eq!(pinned(&state), None);
        pin(&mut state, Some("2026.11"));
        assert_eq!(state.unknown, [other, ("data".to_owned(), "2026.11".to_owned())]);
        state.unknown = vec![("data".to_owned(), String::new())];
        assert_eq!(pinned(&state), None);
        state.unknown = vec![("data".to_owned(), "%F0%9F".repeat(500))];
        assert_eq!(pinned(&state).map(|version| version.chars().count()), Some(LONGEST));
    }
}

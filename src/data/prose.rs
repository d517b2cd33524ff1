//! The long texts of a package, numbered so that one place holds the same text in every language.

use std::collections::HashMap;

use crate::model::text::{Prose, ProseId};

/// The long texts in French and in English, built side by side.
#[derive(Debug, Default)]
pub struct ProsePair {
    fr: Prose,
    en: Prose,
    /// Places by text: labels of ministries and zones return in hundreds of rows.
    places: HashMap<(String, String), ProseId>,
}

impl ProsePair {
    /// The place of a text and its translation; `None` if all places are taken.
    pub fn place(&mut self, fr: &str, en: &str) -> Option<ProseId> {
        if fr.is_empty() && en.is_empty() {
            return Some(ProseId::NONE);
        }
        let pair = (fr.to_owned(), en.to_owned());
        if let Some(&id) = self.places.get(&pair) {
            return Some(id);
        }
        let id = ProseId(u16::try_from(self.fr.len()).ok()?);
        self.fr.push(pair.0.clone());
        self.en.push(pair.1.clone());
        self.places.insert(pair, id);
        Some(id)
    }

    /// The texts of each language, French first.
    pub fn into_languages(self) -> [Prose; 2] {
        [self.fr, self.en]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_and_its_translation_share_a_place_and_a_repeated_text_takes_one() {
        let mut pair = ProsePair::default();
        let cloud = pair.place("nuage", "cloud");
        let other = pair.place("nuage", "clouds");
        assert_ne!(cloud, other);
        assert_eq!(pair.place("nuage", "cloud"), cloud);
        assert_eq!(pair.place("", ""), Some(ProseId::NONE));
        let [fr, en] = pair.into_languages();
        assert_eq!(cloud.and_then(|id| fr.get(id)), Some("nuage"));
        assert_eq!(cloud.and_then(|id| en.get(id)), Some("cloud"));
        assert_eq!((fr.len(), en.len()), (3, 3));
    }

    #[test]
    fn texts_beyond_the_last_place_are_refused() {
        let mut pair = ProsePair::default();
        for number in 1..=usize::from(u16::MAX) {
            assert!(pair.place(&number.to_string(), "").is_some());
        }
        assert_eq!(pair.place("one more", ""), None);
        assert!(pair.place("7", "").is_some(), "a text that is there keeps its place");
    }
}

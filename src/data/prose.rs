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
    /// The place of a text and its translation.
    pub fn place(&mut self, fr: &str, en: &str) -> ProseId {
        if fr.is_empty() && en.is_empty() {
            return ProseId::NONE;
        }
        let pair = (fr.to_owned(), en.to_owned());
        if let Some(&id) = self.places.get(&pair) {
            return id;
        }
        // Files are far too small to hold as many texts as there are places.
        let id = ProseId(self.fr.len() as u32);
        self.fr.push(pair.0.clone());
        self.en.push(pair.1.clone());
        self.places.insert(pair, id);
        id
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
        assert_eq!(pair.place("", ""), ProseId::NONE);
        let [fr, en] = pair.into_languages();
        assert_eq!(fr.get(cloud), Some("nuage"));
        assert_eq!(en.get(cloud), Some("cloud"));
        assert_eq!((fr.len(), en.len()), (3, 3));
    }
}

//! Identifiers made from titles: short, in small letters, and each of its own.

use std::collections::HashMap;

use crate::i18n::folding::folded;

/// The longest identifier, as in a package.
const LENGTH: usize = 48;

/// What a long identifier leaves free for a number that tells it from others.
const NUMBER_LENGTH: usize = 8;

/// The identifiers that are taken, each with the number that was given last to tell others from it.
#[derive(Debug, Default)]
pub(super) struct Slugs {
    taken: HashMap<String, u32>,
}

impl Slugs {
    /// An identifier that no other record has, made from `text`, or from `otherwise` if no letter of it can stand in
    /// one.
    pub fn take(&mut self, text: &str, otherwise: &str) -> String {
        let mut slug = slug(text);
        if slug.is_empty() {
            otherwise.clone_into(&mut slug);
        }
        if !self.taken.contains_key(&slug) {
            self.taken.insert(slug.clone(), 1);
            return slug;
        }
        let stem = slug[..slug.len().min(LENGTH - NUMBER_LENGTH)].trim_end_matches('-').to_owned();
        let mut number = self.taken.get(&stem).copied().unwrap_or(1);
        loop {
            number += 1;
            let numbered = format!("{stem}-{number}");
            // A title may end in the number itself.
            if !self.taken.contains_key(&numbered) {
                self.taken.insert(numbered.clone(), 1);
                match self.taken.get_mut(&stem) {
                    Some(last) => *last = number,
                    None => _ = self.taken.insert(stem, number),
                }
                return numbered;
            }
        }
    }
}

/// `text` as small letters, digits and single hyphens, cut between words where it is long.
fn slug(text: &str) -> String {
    // Folding whole chapters for their first words would be a waste.
    let beginning = text.char_indices().nth(4 * LENGTH).map_or(text, |(end, _)| &text[..end]);
    let mut slug = folded(beginning).replace(' ', "-");
    if slug.len() > LENGTH {
        let is_within = slug.as_bytes()[LENGTH] != b'-';
        slug.truncate(LENGTH);
        if is_within && let Some(end) = slug.rfind('-') {
            slug.truncate(end);
        }
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_made_of_the_words_of_a_title() {
        assert_eq!(slug("L’État, « chef d’œuvre » — 2021"), "l-etat-chef-d-oeuvre-2021");
        assert_eq!(slug("汉字"), "");
        assert_eq!(slug(&"mot ".repeat(40)), "mot-mot-mot-mot-mot-mot-mot-mot-mot-mot-mot-mot");
        assert_eq!(slug(&"x".repeat(99)).len(), LENGTH);
    }

    #[test]
    fn each_slug_is_of_its_own() {
        let mut slugs = Slugs::default();
        let taken: Vec<_> = ["a", "a-2", "A", "a", "汉", "汉"].map(|text| slugs.take(text, "event")).to_vec();
        assert_eq!(taken, ["a", "a-2", "a-3", "a-4", "event", "event-2"]);
    }

    #[test]
    fn a_hundred_thousand_of_one_title_are_told_apart_and_stay_short() {
        let mut slugs = Slugs::default();
        let title = "un titre qui est si long qu’il ne tient pas dans un identifiant";
        let all: std::collections::HashSet<_> = (0..100_000).map(|_| slugs.take(title, "event")).collect();
        assert_eq!(all.len(), 100_000);
        assert!(all.iter().all(|slug| slug.len() <= LENGTH && !slug.contains("--")));
    }
}

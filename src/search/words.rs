//! The words of a text as they are compared: in lower case and without accents, each with its place in the text.

use std::ops::Range;

use crate::i18n::folding::push_folded;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As it is compared.
    pub folded: String,
    /// Where it stands, in bytes.
    pub range: Range<usize>,
}

/// Words that say too little to be asked for among others, in both languages.
const SMALL_WORDS: &[&str] = &[
    "a", "au", "aux", "c", "ce", "d", "dans", "de", "des", "du", "en", "est", "et", "for", "l", "la", "le",
    "les", "n", "of", "on", "ou", "par", "pour", "qu", "que", "qui", "s", "sa", "se", "son", "sur", "the",
    "to", "un", "une",
];

/// Whether a folded word says too little to be asked for among others.
#[must_use]
pub fn is_small(folded: &str) -> bool {
    SMALL_WORDS.binary_search(&folded).is_ok()
}

/// The words of a text; whatever is neither letter nor digit separates them, apostrophes and hyphens too.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut is_inside = false;
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        // An accent written behind its letter, as some systems do, belongs to the word and is not compared.
        let is_accent = ('\u{300}'..='\u{36f}').contains(&character);
        let belongs = character.is_alphanumeric() || is_accent && is_inside;
        if !belongs {
            is_inside = false;
            continue;
        }
        match words.last_mut() {
            Some(word) if is_inside => word.range.end = end,
            _ => words.push(Word { folded: String::new(), range: at..end }),
        }
        is_inside = true;
        if let Some(word) = words.last_mut().filter(|_| !is_accent) {
            push_folded(&mut word.folded, character);
        }
    }
    words
}

/// The words of a text as they are compared, with one space between them.
#[must_use]
pub fn folded(text: &str) -> String {
    words(text).iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_ligatures_are_not_compared() {
        for (text, expected) in [
            ("Sécurité", "securite"),
            ("ÉTAT", "etat"),
            ("e\u{301}tat", "etat"),
            ("Œuvre, cœur", "oeuvre coeur"),
            ("l’aménagement d'ici", "l amenagement d ici"),
            ("porte-parole", "porte parole"),
            ("2\u{202f}500 € (5G)", "2 500 5g"),
            ("Straße Ærø", "strasse aero"),
            ("  …—! ", ""),
            ("", ""),
        ] {
            assert_eq!(folded(text), expected, "{text}");
        }
    }

    #[test]
    fn a_word_knows_where_it_stands() {
        let text = "L’État, e\u{301}tat";
        let found: Vec<_> = words(text).into_iter().map(|word| text[word.range].to_owned()).collect();
        assert_eq!(found, ["L", "État", "e\u{301}tat"]);
    }

    #[test]
    fn small_words_are_in_order_so_that_they_are_found() {
        assert!(SMALL_WORDS.is_sorted());
        assert!(is_small("des") && is_small("the") && !is_small("plan"));
    }
}

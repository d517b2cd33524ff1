//! Which words of a text are explained: the terms of the glossary found in it, each once, whole and longest first.

use crate::model::id::TermId;

/// A way of writing a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// The term.
    pub term: TermId,
    /// As texts have it.
    pub text: String,
}

/// A stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words that are left alone.
    Plain(&'a str),
    /// A term, as the text writes it.
    Term(TermId, &'a str),
}

/// The ways of writing the terms, longest first. A pair of acronyms ("AE et CP") is also known by each of them.
#[must_use]
pub fn spellings<'a>(terms: impl Iterator<Item = (TermId, &'a str)>) -> Vec<Spelling> {
    let mut spellings = Vec::new();
    for (term, text) in terms {
        spellings.push(Spelling { term, text: text.to_owned() });
        let parts: Vec<_> = text.split(" et ").collect();
        if parts.len() > 1 && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_uppercase())) {
            spellings.extend(parts.into_iter().map(|part| Spelling { term, text: part.to_owned() }));
        }
    }
    // By length only: a key of one type is sorted by code that is there already.
    let order = crate::model::order::order(spellings.len(), &|a, b| {
        spellings[b].text.len().cmp(&spellings[a].text.len())
    });
    order.into_iter().map(|place| spellings[place].clone()).collect()
}

/// The text in pieces: the first occurrence of each term, and what is around it. Pieces put together are the text.
///
/// Terms are whole words, each word of them perhaps with an s of the plural. Letters count as they are written, but
/// for the first of a word that has no other capital: "Données ouvertes" is found as "données ouvertes", while
/// "RIP" is not found in "rip".
#[must_use]
pub fn explain<'a>(text: &'a str, spellings: &[Spelling]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut explained = Vec::new();
    let (mut plain_from, mut at, mut is_start) = (0, 0, true);
    while let Some(letter) = text[at..].chars().next() {
        let found = (is_start && is_of_word(letter))
            .then(|| {
                spellings
                    .iter()
                    .find_map(|spelling| Some((spelling.term, at + length_of(&spelling.text, &text[at..])?)))
            })
            .flatten();
        // A longer word that was explained already is passed over whole: the shorter one in it is not meant.
        if let Some((term, end)) = found {
            if !explained.contains(&term) {
                explained.push(term);
                if plain_from < at {
                    pieces.push(Piece::Plain(&text[plain_from..at]));
                }
                pieces.push(Piece::Term(term, &text[at..end]));
                plain_from = end;
            }
            (at, is_start) = (end, false);
        } else {
            at += letter.len_utf8();
            is_start = !is_of_word(letter);
        }
    }
    if plain_from < text.len() {
        pieces.push(Piece::Plain(&text[plain_from..]));
    }
    pieces
}

/// How much of the beginning of `text` is `spelling`, if a word ends there.
fn length_of(spelling: &str, text: &str) -> Option<usize> {
    let mut end = 0;
    for (place, word) in spelling.split(' ').enumerate() {
        if place > 0 {
            let space =
                text[end..].chars().next().filter(|letter| matches!(letter, ' ' | '\u{a0}' | '\u{202f}'))?;
            end += space.len_utf8();
        }
        let has_one_capital = !word.chars().skip(1).any(is_capital);
        for (place, expected) in word.chars().enumerate() {
            let letter = text[end..].chars().next()?;
            let is_same = letter == expected
                || is_apostrophe(letter) && is_apostrophe(expected)
                || place == 0 && has_one_capital && small(letter) == small(expected);
            if !is_same {
                return None;
            }
            end += letter.len_utf8();
        }
        if !word.ends_with('s') && text[end..].starts_with('s') {
            end += 1;
        }
    }
    let ends = !text[end..].chars().next().is_some_and(is_of_word);
    ends.then_some(end)
}

/// Letters, digits and the hyphen, in French and English: the tables of all scripts are not needed.
fn is_of_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ÿ' | 'Œ' | 'œ')
}

fn is_capital(letter: char) -> bool {
    letter.is_ascii_uppercase() || matches!(letter, 'À'..='Ö' | 'Ø'..='Þ' | 'Œ')
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '’' | '\'')
}

fn small(letter: char) -> char {
    match letter {
        'Œ' => 'œ',
        letter if is_capital(letter) => char::from_u32(letter as u32 + 0x20).unwrap_or(letter),
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TERMS: [&str; 9] = [
        "ANSSI",
        "Cloud",
        "CLOUD Act",
        "Données ouvertes",
        "AE et CP",
        "Mission d’information",
        "Conseiller numérique",
        "API",
        "Écart",
    ];

    /// The terms found in a text, as it writes them; what is put together must be the text.
    fn found(text: &str) -> Vec<(&'static str, &str)> {
        let terms = TERMS.iter().enumerate().map(|(place, term)| (TermId::from(place), *term));
        let pieces = explain(text, &spellings(terms));
        let together: String = pieces
            .iter()
            .map(|piece| match piece {
                Piece::Plain(text) | Piece::Term(_, text) => *text,
            })
            .collect();
        assert_eq!(together, text);
        let of_term = |piece: &Piece<'_>| matches!(piece, Piece::Term(..));
        assert!(
            pieces.windows(2).all(|pair| of_term(&pair[0]) || of_term(&pair[1])),
            "plain pieces are whole"
        );
        pieces
            .into_iter()
            .filter_map(|piece| match piece {
                Piece::Plain(text) => {
                    assert!(!text.is_empty());
                    None
                }
                Piece::Term(term, text) => Some((TERMS[term.index()], text)),
            })
            .collect()
    }

    #[test]
    fn an_acronym_is_found_between_apostrophes_and_punctuation() {
        for text in ["l’ANSSI", "l'ANSSI.", "(ANSSI)", "« ANSSI »", "ANSSI", "ANSSI, CNIL", "ANSSI/CNIL"]
        {
            assert_eq!(found(text), [("ANSSI", "ANSSI")], "{text}");
        }
    }

    #[test]
    fn only_whole_words_are_terms() {
        for text in
            ["ANSSIE", "xANSSI", "anssi", "Anssi", "RAPIDE", "APIculture", "multi-cloud", "cloud-natif", ""]
        {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn the_longest_term_is_meant_and_each_is_explained_once() {
        assert_eq!(found("Le CLOUD Act vise le cloud."), [("CLOUD Act", "CLOUD Act"), ("Cloud", "cloud")]);
        assert_eq!(found("le cloud, le cloud, l’API et des API"), [("Cloud", "cloud"), ("API", "API")]);
        assert_eq!(found("le CLOUD Act, puis le CLOUD Act"), [("CLOUD Act", "CLOUD Act")]);
    }

    #[test]
    fn words_of_a_term_may_be_in_the_plural_and_begin_small() {
        assert_eq!(
            found("des conseillers numériques et des données ouvertes"),
            [("Conseiller numérique", "conseillers numériques"), ("Données ouvertes", "données ouvertes")]
        );
        assert_eq!(found("two APIs"), [("API", "APIs")]);
        assert_eq!(found("un écart"), [("Écart", "écart")]);
        assert_eq!(found("une mission d'information"), [("Mission d’information", "mission d'information")]);
        assert_eq!(found("données\u{a0}ouvertes"), [("Données ouvertes", "données\u{a0}ouvertes")]);
    }

    #[test]
    fn of_a_pair_of_acronyms_each_is_known() {
        assert_eq!(found("12 M€ en AE, 13 M€ en CP"), [("AE et CP", "AE")]);
        assert_eq!(found("en AE et CP"), [("AE et CP", "AE et CP")]);
    }
}

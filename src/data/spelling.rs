//! The wording of messages about words: what is written, what was probably meant, what may be written.

/// The candidate that is at most two slips away from `word`, the nearest one first.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Two slips in a word of four letters make another word.
    let limit = if word.chars().count() < 5 { 1 } else { 2 };
    candidates
        .into_iter()
        .filter(|candidate| candidate.len().abs_diff(word.len()) <= 2 * limit)
        .map(|candidate| (slips(word, candidate), candidate))
        .filter(|&(slips, _)| slips <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}

/// `did you mean "anssi"?`, or `otherwise` where nothing is near.
pub fn proposal<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    otherwise: impl FnOnce() -> String,
) -> String {
    match nearest(word, candidates) {
        Some(candidate) => format!("did you mean {}?", quoted(candidate)),
        None => otherwise(),
    }
}

/// A text of a cell between quotes, short enough for a message.
pub fn quoted(text: &str) -> String {
    const MAX_LENGTH: usize = 60;
    let is_long = text.chars().nth(MAX_LENGTH).is_some();
    let shown: String = text.chars().take(MAX_LENGTH).collect();
    format!("\"{shown}{}\"", if is_long { "…" } else { "" })
}

/// `plan, law or code`.
pub fn alternatives<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<_> = words.into_iter().collect();
    match words.as_slice() {
        [] => String::new(),
        [word] => (*word).to_owned(),
        [words @ .., last] => format!("{} or {last}", words.join(", ")),
    }
}

/// How many letters have to be added, left out or changed to make `b` of `a`.
///
/// Source: Levenshtein distance by Wagner and Fischer's rows, of which only one is kept.
fn slips(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let changed = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_word() {
        let words = ["decision", "law", "report", "launch"];
        for (slip, word) in
            [("reprot", "report"), ("lauch", "launch"), ("lax", "law"), ("Décision", "decision")]
        {
            assert_eq!(nearest(slip, words), Some(word), "{slip}");
        }
        for other in ["", "announcement", "lo", "portal"] {
            assert_eq!(nearest(other, words), None, "{other}");
        }
    }

    #[test]
    fn of_two_words_as_near_the_first_of_the_alphabet_is_proposed() {
        assert_eq!(nearest("fn-1", ["fn-3", "fn-2"]), Some("fn-2"));
    }

    #[test]
    fn slips_are_counted_in_letters_not_in_bytes() {
        assert_eq!(slips("été", "ete"), 2);
        assert_eq!(slips("", "abc"), 3);
        assert_eq!(slips("abc", ""), 3);
        assert_eq!(slips("kitten", "sitting"), 3);
    }

    #[test]
    fn a_long_text_is_quoted_by_its_beginning() {
        assert_eq!(quoted("scribe"), "\"scribe\"");
        assert_eq!(quoted(&"é".repeat(100)), format!("\"{}…\"", "é".repeat(60)));
    }

    #[test]
    fn alternatives_are_listed_as_in_a_sentence() {
        assert_eq!(alternatives(["true", "false"]), "true or false");
        assert_eq!(alternatives(["a", "b", "c"]), "a, b or c");
    }
}

//! How many slips lie between what was typed and a word: letters too many, missing, wrong, or two of them exchanged.

/// No word that is worth a slip is longer.
const LONGEST: usize = 32;

/// How many slips are forgiven in a word of so many letters.
#[must_use]
pub fn forgiven(letters: usize) -> usize {
    match letters {
        0..4 => 0,
        4..8 => 1,
        8..=LONGEST => 2,
        _ => 0,
    }
}

/// The letters of a word as a set, which tells most words apart before they are compared letter by letter.
#[must_use]
pub fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |set, byte| set | 1 << (byte & 31))
}

/// The slips (at most `most`) that make `typed` of `word`, or of its beginning if `is_unfinished`; letters are bytes,
/// as folded words are hardly ever anything else.
#[must_use]
pub fn slips(typed: &str, word: &str, most: usize, is_unfinished: bool) -> Option<usize> {
    let (typed, word) = (typed.as_bytes(), word.as_bytes());
    let reach = typed.len() + most;
    let word = if is_unfinished { &word[..word.len().min(reach)] } else { word };
    if most == 0 || typed.len() > LONGEST || word.len() > reach || word.len() + most < typed.len() {
        return None;
    }
    // Optimal string alignment: three rows of the table of distances between all beginnings.
    let width = word.len() + 1;
    let mut rows = [[0; LONGEST + 4]; 3];
    for (column, distance) in rows[0].iter_mut().enumerate() {
        *distance = column;
    }
    for line in 1..=typed.len() {
        let (above, here) = ((line - 1) % 3, line % 3);
        rows[here][0] = line;
        let mut least = line;
        for column in 1..width {
            let is_same = typed[line - 1] == word[column - 1];
            let mut distance = (rows[above][column - 1] + usize::from(!is_same))
                .min(rows[above][column] + 1)
                .min(rows[here][column - 1] + 1);
            let is_exchanged = line > 1
                && column > 1
                && typed[line - 1] == word[column - 2]
                && typed[line - 2] == word[column - 1];
            if is_exchanged {
                distance = distance.min(rows[(line + 1) % 3][column - 2] + 1);
            }
            rows[here][column] = distance;
            least = least.min(distance);
        }
        if least > most {
            return None;
        }
    }
    let last = &rows[typed.len() % 3][..width];
    let distance = if is_unfinished { last.iter().min() } else { last.last() };
    distance.copied().filter(|&distance| distance <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_slip_counts_once() {
        for (typed, word, expected) in [
            ("relance", "relance", Some(0)),
            ("relnce", "relance", Some(1)),
            ("relaance", "relance", Some(1)),
            ("relamce", "relance", Some(1)),
            ("realnce", "relance", Some(1)),
            ("relanec", "relance", Some(1)),
            ("raelcne", "relance", None),
            ("", "relance", None),
            ("relance", "", None),
            ("souvrainetee", "souverainete", Some(2)),
        ] {
            assert_eq!(slips(typed, word, 2, false), expected, "{typed} for {word}");
        }
    }

    #[test]
    fn what_is_not_finished_is_held_against_the_beginning() {
        assert_eq!(slips("souvrai", "souverainete", 1, true), Some(1));
        assert_eq!(slips("souvrai", "souverainete", 1, false), None);
        assert_eq!(slips("souverain", "souverainete", 2, true), Some(0));
    }

    #[test]
    fn nothing_is_forgiven_in_short_words_nor_in_what_is_no_word() {
        assert_eq!([0, 3, 4, 7, 8, 32, 33].map(forgiven), [0, 0, 1, 1, 2, 2, 0]);
        let long = "x".repeat(5_000);
        assert_eq!(slips(&long, &long, 2, true), None);
    }
}

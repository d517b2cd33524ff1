//! Text broken into lines that fit.

/// `text` in lines no wider than `room`, at most `most` of them: broken at spaces, within a word only where it is wider
/// than a line; an ellipsis stands for what is left out.
#[must_use]
pub fn broken(text: &str, room: f64, most: usize, width: impl Fn(&str) -> f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    // No-break spaces are not among these: what they join stays together.
    for word in text.split([' ', '\n', '\r', '\t']).filter(|word| !word.is_empty()) {
        if lines.len() > most {
            break;
        }
        let (line, place) = (lines.last().map_or("", String::as_str), lines.len() - 1);
        let joined = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        // What is much too long is not measured whole.
        let is_short = word.len() < MOST_MEASURED;
        if is_short && width(&joined) <= room {
            lines[place] = joined;
        } else if is_short && width(word) <= room {
            lines.push(word.to_owned());
        } else {
            if !line.is_empty() {
                lines.push(String::new());
            }
            push_letters(&mut lines, word, room, most, &width);
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && width(&format!("{last}…")) > room {
                last.pop();
            }
            *last = format!("{}…", last.trim_end());
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// `text` in as few lines as [`broken`] gives, but of about one length: no word is left alone on the last one.
#[must_use]
pub fn balanced(text: &str, room: f64, most: usize, width: impl Fn(&str) -> f64) -> Vec<String> {
    let widest = broken(text, room, most, &width);
    let is_as_good = |lines: &[String]| lines.len() == widest.len() && lines.last() != widest.last();
    let narrower = (10..20).map(|twentieths| room * f64::from(twentieths) / 20.0);
    let found = narrower.map(|room| broken(text, room, most, &width)).find(|lines| is_as_good(lines));
    match found {
        Some(lines) if widest.len() > 1 && !lines.iter().any(|line| line.ends_with('…')) => lines,
        _ => widest,
    }
}

/// A word longer than this, in bytes, is broken without being measured whole.
const MOST_MEASURED: usize = 400;

/// A word broken between its letters.
fn push_letters(lines: &mut Vec<String>, word: &str, room: f64, most: usize, width: &impl Fn(&str) -> f64) {
    for letter in word.chars() {
        if lines.len() > most {
            return;
        }
        let Some(line) = lines.last_mut() else { return };
        line.push(letter);
        if width(line) > room && line.chars().count() > 1 {
            line.pop();
            lines.push(letter.to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, room: f64, most: usize) -> Vec<String> {
        broken(text, room, most, |text| text.chars().count() as f64)
    }

    #[test]
    fn lines_are_broken_at_spaces_and_not_at_those_that_join() {
        assert_eq!(lines("un deux trois", 8.0, 9), ["un deux", "trois"]);
        assert_eq!(lines("un deux\u{202f}!", 8.0, 9), ["un", "deux\u{202f}!"]);
        assert!(lines("", 8.0, 9).is_empty());
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken_within() {
        assert_eq!(lines("a bcdefghij", 4.0, 9), ["a", "bcde", "fghi", "j"]);
    }

    #[test]
    fn balanced_lines_leave_no_word_alone() {
        let width = |text: &str| text.chars().count() as f64;
        assert_eq!(balanced("aaaa bbbb cccc dd", 15.0, 3, width), ["aaaa bbbb", "cccc dd"]);
        assert_eq!(balanced("aaaa bbbb", 15.0, 3, width), ["aaaa bbbb"]);
        assert_eq!(balanced("aaaa bbbb cccc", 4.0, 2, width), broken("aaaa bbbb cccc", 4.0, 2, width));
    }

    #[test]
    fn what_is_left_out_is_said() {
        assert_eq!(lines("un deux trois quatre", 8.0, 2), ["un deux", "trois…"]);
        assert_eq!(lines("abcdefghijkl", 4.0, 2), ["abcd", "efg…"]);
        let endless = "x".repeat(1_000_000);
        assert_eq!(lines(&endless, 10.0, 3).len(), 3);
    }
}

//! Finding a cell by the first letters of its name, as lists of the desktop do.

use crate::i18n::folding::folded;

/// How long typing may rest before the next letter begins a new word, in milliseconds.
pub const REST_MS: f64 = 800.0;

/// What has been typed, and when its last letter was.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typed {
    text: String,
    at_ms: f64,
}

impl Typed {
    /// Adds a letter typed at a time.
    pub fn add(&mut self, letter: &str, now_ms: f64) {
        if now_ms - self.at_ms > REST_MS {
            self.text.clear();
        }
        self.text.push_str(letter);
        self.at_ms = now_ms;
    }

    /// The place of the name that is meant, of names in their order, with the keyboard at `here`: the next one after
    /// `here` for a first letter, or for the same letter again; from `here` on for more letters.
    #[must_use]
    pub fn find(&self, names: &[String], here: usize) -> Option<usize> {
        let wanted = folded(&self.text);
        let wanted = wanted.as_str();
        let first = wanted.chars().next()?;
        let is_repeated = wanted.chars().all(|letter| letter == first);
        let (wanted, from) =
            if is_repeated { (&wanted[..first.len_utf8()], here + 1) } else { (wanted, here) };
        let places = (0..names.len()).map(|step| (from + step) % names.len());
        places.into_iter().find(|&place| folded(&names[place]).starts_with(wanted))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Vec<String> {
        ["Éducation", "Économie", "Intérieur", "Justice", "Économies d’énergie"].map(str::to_owned).to_vec()
    }

    fn typed(text: &str) -> Typed {
        let mut typed = Typed::default();
        for (place, letter) in text.chars().enumerate() {
            typed.add(&letter.to_string(), place as f64 * 100.0);
        }
        typed
    }

    #[test]
    fn a_letter_leads_to_the_next_name_and_again_to_the_one_after() {
        assert_eq!(typed("e").find(&names(), 0), Some(1), "accents do not count");
        assert_eq!(typed("ee").find(&names(), 1), Some(4));
        assert_eq!(typed("eee").find(&names(), 4), Some(0), "and round again");
    }

    #[test]
    fn more_letters_stay_where_they_already_fit() {
        assert_eq!(typed("eco").find(&names(), 1), Some(1));
        assert_eq!(typed("economies").find(&names(), 1), Some(4));
    }

    #[test]
    fn what_no_name_begins_with_leads_nowhere() {
        assert_eq!(typed("x").find(&names(), 2), None);
        assert_eq!(typed(" ").find(&names(), 2), None);
        assert_eq!(typed("e").find(&[], 0), None);
    }

    #[test]
    fn a_rest_begins_a_new_word() {
        let mut typed = typed("e");
        typed.add("j", 2.0 * REST_MS);
        assert_eq!(typed.find(&names(), 0), Some(3));
    }
}

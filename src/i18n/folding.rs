//! Texts without what does not count when they are compared: accents, capitals, punctuation.

/// A text as it is sorted and searched: small letters without accents, words with one space between them, nothing that
/// is neither letter nor digit. Enough for French and English, and a hundredth of the tables of Unicode.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            'A'..='Z' => folded.push(letter.to_ascii_lowercase()),
            'À'..='Å' | 'à'..='å' => folded.push('a'),
            'Ç' | 'ç' => folded.push('c'),
            'È'..='Ë' | 'è'..='ë' => folded.push('e'),
            'Ì'..='Ï' | 'ì'..='ï' => folded.push('i'),
            'Ñ' | 'ñ' => folded.push('n'),
            'Ò'..='Ö' | 'ò'..='ö' => folded.push('o'),
            'Ù'..='Ü' | 'ù'..='ü' => folded.push('u'),
            'Ÿ' | 'ÿ' => folded.push('y'),
            'Œ' | 'œ' => folded.push_str("oe"),
            'Æ' | 'æ' => folded.push_str("ae"),
            letter if letter.is_ascii_alphanumeric() => folded.push(letter),
            // Words stay apart, quotes and dashes do not count.
            _ if !folded.is_empty() && !folded.ends_with(' ') => folded.push(' '),
            _ => {}
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn accents_capitals_and_punctuation_do_not_count() {
        assert_eq!(folded("L’État, « chef d’œuvre » — 2021"), "l etat chef d oeuvre 2021");
        assert_eq!(folded("Très haut débit (fibre)"), "tres haut debit fibre");
        assert_eq!(folded("… !"), "");
        assert_eq!(folded("汉字"), "", "other scripts have no words here");
    }
}

//! Texts without what does not count when they are compared: accents, capitals, punctuation.

/// A text as it is sorted and looked up: its letters and digits as [`push_folded`] gives them, one space where there is
/// anything else between them. Other scripts than ours do not count.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        let end = folded.len();
        if letter.is_alphanumeric() {
            push_folded(&mut folded, letter);
        }
        if !folded[end..].is_ascii() {
            folded.truncate(end);
        }
        if folded.len() == end && !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Appends a letter without its case and its accent, as French, English and their neighbours write them.
pub fn push_folded(folded: &mut String, letter: char) {
    let plain = match letter {
        'a'..='z' | '0'..='9' => return folded.push(letter),
        'A'..='Z' => return folded.push(letter.to_ascii_lowercase()),
        'à'..='å' | 'À'..='Å' | 'ā' | 'Ā' | 'ą' | 'Ą' | 'ª' => "a",
        'æ' | 'Æ' => "ae",
        'ç' | 'Ç' | 'ć' | 'Ć' | 'č' | 'Č' => "c",
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'Ē' | 'ę' | 'Ę' | 'ě' | 'Ě' => "e",
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'Ī' => "i",
        'ł' | 'Ł' => "l",
        'ñ' | 'Ñ' | 'ń' | 'Ń' | 'ň' | 'Ň' => "n",
        'ò'..='ö' | 'ø' | 'Ò'..='Ö' | 'Ø' | 'ō' | 'Ō' | 'º' => "o",
        'œ' | 'Œ' => "oe",
        'š' | 'Š' | 'ś' | 'Ś' => "s",
        'ß' => "ss",
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'Ū' => "u",
        'ý' | 'ÿ' | 'Ý' | 'Ÿ' => "y",
        'ž' | 'Ž' | 'ź' | 'Ź' | 'ż' | 'Ż' => "z",
        '²' => "2",
        '³' => "3",
        other => return folded.extend(other.to_lowercase()),
    };
    folded.push_str(plain);
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

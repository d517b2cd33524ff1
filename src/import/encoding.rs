//! Bytes as text: which encoding a file is in, and what it says.

use crate::model::vocabulary::vocabulary;

use super::{
    assumption::{Assumption, Because, Taken},
    limits,
    problem::What,
};

vocabulary! {
    /// How letters are written as bytes.
    pub enum Encoding {
        /// UTF-8, with or without a byte order mark.
        Utf8 = "utf-8",
        /// UTF-16, the low byte first.
        Utf16Le = "utf-16le",
        /// UTF-16, the high byte first.
        Utf16Be = "utf-16be",
        /// Windows-1252, which western spreadsheets save by default.
        Windows1252 = "windows-1252",
    }
}

/// What `0x80..0xa0` stands for in Windows-1252; the other bytes are those of Latin-1.
///
/// Source: Unicode, *cp1252 to Unicode table* (`MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT`). The five bytes that it
/// leaves undefined are replacement characters here.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž',
    '\u{fffd}', //
    '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
];

/// A file as text.
#[derive(Debug)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// What was assumed, if the bytes left it open.
    pub assumption: Option<Assumption>,
    /// The line of the first letter that could not be read, and how many there are; `�` stands for each.
    pub unreadable: Option<(usize, usize)>,
}

/// The text of `bytes`, in the encoding that was `chosen` or else in the one that they are in.
///
/// # Errors
/// What is no text: NUL bytes outside UTF-16, control characters in what is not UTF-8.
pub fn decode(bytes: &[u8], chosen: Option<Encoding>) -> Result<Decoded, What> {
    let mark = if bytes.starts_with(b"\xef\xbb\xbf") {
        Some((Encoding::Utf8, 3))
    } else if bytes.starts_with(b"\xff\xfe") {
        Some((Encoding::Utf16Le, 2))
    } else if bytes.starts_with(b"\xfe\xff") {
        Some((Encoding::Utf16Be, 2))
    } else {
        None
    };
    let (encoding, because) = match (chosen, mark) {
        (Some(chosen), _) => (chosen, Some(Because::Chosen)),
        (None, Some((marked, _))) => (marked, None),
        (None, None) => guess(bytes),
    };
    let body = match mark {
        Some((marked, length)) if marked == encoding => &bytes[length..],
        _ => bytes,
    };
    let text = match encoding {
        Encoding::Utf8 => String::from_utf8_lossy(body).into_owned(),
        Encoding::Utf16Le => utf_16(body, u16::from_le_bytes),
        Encoding::Utf16Be => utf_16(body, u16::from_be_bytes),
        Encoding::Windows1252 => body.iter().map(|&byte| from_windows_1252(byte)).collect(),
    };
    let is_binary = |letter: char| match encoding {
        Encoding::Windows1252 => letter < ' ' && !matches!(letter, '\t' | '\n' | '\r' | '\u{c}' | '\u{1a}'),
        _ => letter == '\0',
    };
    if text.contains(is_binary) {
        return Err(What::Binary);
    }
    let unreadable = unreadable(body, &text, encoding);
    let assumption = because.map(|because| Assumption {
        column: None,
        taken: Taken::Encoding(encoding),
        because,
        alternatives: Encoding::ALL
            .iter()
            .filter(|&&other| other != encoding)
            .map(|&other| Taken::Encoding(other))
            .collect(),
    });
    Ok(Decoded { text, assumption, unreadable })
}

/// The encoding of bytes without a mark. Bytes that are UTF-8 are no accident: nothing has to be assumed.
fn guess(bytes: &[u8]) -> (Encoding, Option<Because>) {
    let Err(error) = std::str::from_utf8(bytes) else { return (Encoding::Utf8, None) };
    // Some bad bytes among many good letters are damage, not another encoding.
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    let encoding = if good > bad { Encoding::Utf8 } else { Encoding::Windows1252 };
    let row = 1 + bytes[..error.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count();
    (encoding, Some(Because::NotUtf8 { row }))
}

/// Units of two bytes; a lone last byte and lone surrogates become `�`.
fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let pairs = bytes.chunks_exact(2);
    let has_rest = !pairs.remainder().is_empty();
    let units = pairs.map(|pair| unit([pair[0], pair[1]]));
    let letters = char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER));
    letters.chain(has_rest.then_some(char::REPLACEMENT_CHARACTER)).collect()
}

fn from_windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS_1252[usize::from(byte - 0x80)],
        byte => char::from(byte),
    }
}

/// Where the first letter is that could not be read, and how many there are.
fn unreadable(bytes: &[u8], text: &str, encoding: Encoding) -> Option<(usize, usize)> {
    // A file may hold the replacement character itself, in UTF-8 that is right.
    if encoding == Encoding::Utf8 && std::str::from_utf8(bytes).is_ok() {
        return None;
    }
    let first = text.find(char::REPLACEMENT_CHARACTER)?;
    let row = 1 + text[..first].matches('\n').count();
    Some((row, text[first..].matches(char::REPLACEMENT_CHARACTER).count()))
}

/// `text` up to the longest cell that is kept, and how long it was if it is longer.
pub fn shortened(text: &str) -> (&str, Option<usize>) {
    // A letter has at most four bytes: most cells need not be counted.
    if text.len() <= limits::CELL_CHARACTERS {
        return (text, None);
    }
    match text.char_indices().nth(limits::CELL_CHARACTERS) {
        None => (text, None),
        Some((end, _)) => (&text[..end], Some(text.chars().count())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes, None).expect("text").text
    }

    #[test]
    fn marks_are_taken_at_their_word_and_left_out() {
        assert_eq!(text(b"\xef\xbb\xbf\xc3\xa9"), "é");
        assert_eq!(text(b"\xff\xfe\xe9\x00\x3d\xd8\x00\xde"), "é😀");
        assert_eq!(text(b"\xfe\xff\x00\xe9"), "é");
        assert!(decode(b"\xff\xfe\xe9\x00", None).expect("text").assumption.is_none());
    }

    #[test]
    fn what_is_not_utf_8_is_windows_1252_and_says_by_which_line() {
        let decoded = decode(b"a\n\x80 \x9cuvre", None).expect("text");
        assert_eq!(decoded.text, "a\n€ œuvre");
        let assumption = decoded.assumption.expect("it was assumed");
        assert_eq!(assumption.taken, Taken::Encoding(Encoding::Windows1252));
        assert_eq!(assumption.because, Because::NotUtf8 { row: 2 });
    }

    #[test]
    fn a_bad_byte_among_good_letters_is_damage() {
        let decoded = decode(b"\xc3\xa9\xc3\xa9\xc3\xa9\n\xe9\xc3\xa9", None).expect("text");
        assert_eq!(decoded.text, "ééé\n\u{fffd}é");
        assert_eq!(decoded.unreadable, Some((2, 1)));
    }

    #[test]
    fn a_replacement_character_that_is_written_is_no_damage() {
        assert_eq!(decode("\u{fffd}".as_bytes(), None).expect("text").unreadable, None);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [&b"a\0b"[..], b"\x89PNG\r\n\x1a\n\0", b"\xe9\x01\x02"] {
            assert_eq!(decode(bytes, None).expect_err("no text"), What::Binary);
        }
    }

    #[test]
    fn half_a_letter_of_utf_16_is_told() {
        let decoded = decode(b"\xff\xfea\x00b", None).expect("text");
        assert_eq!((decoded.text.as_str(), decoded.unreadable), ("a\u{fffd}", Some((1, 1))));
    }

    #[test]
    fn a_chosen_encoding_is_used_whatever_the_bytes_look_like() {
        let decoded = decode("é".as_bytes(), Some(Encoding::Windows1252)).expect("text");
        assert_eq!(decoded.text, "Ã©");
        assert_eq!(decoded.assumption.map(|assumption| assumption.because), Some(Because::Chosen));
    }

    #[test]
    fn a_long_cell_is_cut_between_letters() {
        let long = "é".repeat(limits::CELL_CHARACTERS + 1);
        let (cut, length) = shortened(&long);
        assert_eq!(
            (cut.chars().count(), length),
            (limits::CELL_CHARACTERS, Some(limits::CELL_CHARACTERS + 1))
        );
        assert_eq!(shortened(&long[2..]).1, None);
    }
}

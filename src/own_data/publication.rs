//! What a published page carries besides the explorer: its data in letters, and its content before any script.

use super::words;
use crate::{
    i18n::{
        format::{OpenEnd, amount_to_the_euro, date_in_words},
        messages::messages,
    },
    model::{id::EnvelopeId, strategy::Strategy, text::Lang},
    ui::drawing::escaped,
};

/// The most rows of a table before any script: enough for any plan that people read, and no burden for one of a
/// hundred thousand lines.
pub const ROWS: usize = 2_000;

/// What no letter stands for, and the first character of two bytes.
const REFUSED: [u8; 3] = [0x00, 0x0d, 0x3c];
const BEYOND: u32 = 0x100;

/// Bytes in letters, as `src/single-file.js` reads them: seven bits are a character; three of them, which would not come
/// through a parser of HTML, are one of two bytes with the seven bits after them.
#[must_use]
pub fn letters(bytes: &[u8]) -> String {
    let mut letters = String::with_capacity(bytes.len() + bytes.len() / 7 + 2);
    let mut refused = None;
    let mut put = |seven: u8| match refused.take() {
        Some(place) => letters.extend(char::from_u32(BEYOND + place as u32 * 128 + u32::from(seven))),
        None => match REFUSED.iter().position(|&no| no == seven) {
            Some(place) => refused = Some(place),
            None => letters.push(char::from(seven)),
        },
    };
    let (mut word, mut bits) = (0_u32, 0);
    for &byte in bytes {
        word = (word << 8 | u32::from(byte)) & 0x7fff;
        bits += 8;
        while bits >= 7 {
            put((word >> (bits - 7) & 0x7f) as u8);
            bits -= 7;
        }
    }
    if bits > 0 {
        put((word << (7 - bits) & 0x7f) as u8);
    }
    // A refused one that is the last brings seven bits too many with it.
    if refused.is_some() {
        letters.extend(refused.and_then(|place| char::from_u32(BEYOND + place as u32 * 128)));
    }
    letters
}

/// The content of the page before its program runs, and wherever none may: the events and the amounts as tables.
#[must_use]
pub fn content(strategy: &Strategy, lang: Lang) -> String {
    let title = escaped(strategy.about().title.get(lang));
    let mut tables = String::new();
    let events = strategy.events().map(|(_, event)| {
        let theme = strategy[event.theme].label.get(lang);
        [date_in_words(event.date, OpenEnd::GoesOn, lang), event.title.get(lang).to_owned(), theme.to_owned()]
    });
    let heads = [words::date(lang), words::event(lang), words::theme(lang)];
    tables += &table(words::events(lang), heads, strategy.events().count(), events, lang);
    let envelopes = strategy.envelopes().map(|(id, envelope)| {
        let amount = match envelope.amount {
            Some(amount) => amount_to_the_euro(amount, lang),
            None => messages(lang).not_published().to_owned(),
        };
        [path(strategy, id, lang), amount]
    });
    let heads = [words::envelope(lang), words::amount(lang)];
    tables += &table(words::amounts(lang), heads, strategy.envelopes().count(), envelopes, lang);
    let kicker = words::published_kicker(lang);
    format!(
        "<div class=\"page\"><header class=\"header\"><div><p class=\"kicker\">{kicker}</p><h1>{title}</h1></div></header><main id=\"view\" class=\"publication\">{tables}</main></div>"
    )
}

/// An envelope after all that it is part of.
fn path(strategy: &Strategy, id: EnvelopeId, lang: Lang) -> String {
    let mut steps = Vec::new();
    let mut next = Some(id);
    while let Some(id) = next {
        steps.push(strategy[id].label.get(lang));
        next = strategy[id].parent;
    }
    steps.reverse();
    steps.join(" › ")
}

/// A table under its heading; nothing without rows.
fn table<const COLUMNS: usize>(
    heading: &str,
    heads: [&str; COLUMNS],
    count: usize,
    rows: impl Iterator<Item = [String; COLUMNS]>,
    lang: Lang,
) -> String {
    if count == 0 {
        return String::new();
    }
    let head: String = heads.iter().map(|head| format!("<th scope=\"col\">{head}</th>")).collect();
    let row = |cells: [String; COLUMNS]| {
        let cells: String = cells.iter().map(|cell| format!("<td>{}</td>", escaped(cell))).collect();
        format!("<tr>{cells}</tr>")
    };
    let rows: String = rows.take(ROWS).map(row).collect();
    let more = count.saturating_sub(ROWS);
    let more = if more == 0 { String::new() } else { format!("<p>{}</p>", words::more_rows(more, lang)) };
    format!(
        "<section><h2>{heading}</h2><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{more}</section>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the page reads them.
    fn bytes(letters: &str) -> Vec<u8> {
        let sevens = letters.chars().flat_map(|letter| {
            let code = u32::from(letter);
            let refused = code.checked_sub(BEYOND).map(|beyond| REFUSED[(beyond >> 7) as usize]);
            refused.into_iter().chain([(code & 0x7f) as u8])
        });
        let (mut word, mut bits, mut bytes) = (0_u32, 0, Vec::new());
        for seven in sevens {
            word = (word << 7 | u32::from(seven)) & 0x7fff;
            bits += 7;
            if bits >= 8 {
                bits -= 8;
                bytes.push((word >> bits) as u8);
            }
        }
        bytes
    }

    #[test]
    fn every_byte_comes_back_and_no_letter_is_one_that_a_parser_changes() {
        let mut all: Vec<u8> = (0..=255).collect();
        // Seven zeros, and each of the refused as the last.
        for end in [&[0, 0, 0, 0, 0, 0, 0][..], &[0x1a], &[0x78], &[0x00], &[]] {
            all.extend(end);
            let letters = letters(&all);
            assert!(letters.chars().all(|letter| !matches!(letter, '\0' | '\r' | '<')), "{letters:?}");
            let read = bytes(&letters);
            // What is no whole byte at the end is none; a refused last one may bring zeros.
            assert_eq!(read[..all.len()], all[..]);
            assert!(read.len() <= all.len() + 1);
        }
        assert_eq!(letters(&[]), "");
    }
}

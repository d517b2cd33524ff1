//! Amounts as people write them, in whole euros: `1 234,5 M€`, `€1.2bn`, `1,234`.

use crate::{i18n::folding::folded, model::money::Euros};

use super::{
    assumption::{Because, DecimalMark, Taken, Unit},
    problem::What,
    report::{Report, evidence},
};

/// What a cell of amounts says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Read {
    /// The amount; `None` is "not published".
    pub amount: Option<Euros>,
    /// Whether it was rounded to the euro.
    pub is_rounded: bool,
}

/// The parts of an amount that is written.
#[derive(Clone, Copy)]
struct Written<'a> {
    is_negative: bool,
    /// Digits with marks and spaces among them.
    number: &'a str,
    unit: Option<Unit>,
}

/// How a column of amounts is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Manner {
    /// What begins the decimals where a number does not show it.
    pub mark: DecimalMark,
    /// What an amount that names no unit is counted in.
    pub unit: Unit,
}

/// Reads an amount.
///
/// # Errors
/// What is wrong with it.
pub(super) fn read(text: &str, manner: Manner) -> Result<Read, What> {
    if is_not_published(text) {
        return Ok(Read { amount: None, is_rounded: false });
    }
    let written = written(text).ok_or(What::NotAnAmount)?;
    let (whole, decimals) = split(written.number, manner.mark).ok_or(What::NotAnAmount)?;
    let euros = i128::from(written.unit.unwrap_or(manner.unit).euros());
    // More digits than any amount has; the arithmetic below then fits in 128 bits.
    if whole.len() > 19 || decimals.len() > 15 {
        return Err(if whole.len() > 19 { What::AmountTooLarge } else { What::NotAnAmount });
    }
    let digits = format!("0{whole}{decimals}").parse::<i128>().map_err(|_| What::NotAnAmount)?;
    let base = 10_i128.pow(decimals.len() as u32);
    let exact = digits * euros;
    let rounded = (exact + base / 2) / base;
    if written.is_negative && rounded > 0 {
        return Err(What::NegativeAmount);
    }
    let amount = i64::try_from(rounded).ok().filter(|&amount| amount < 1_000_000_000_000_000_000);
    Ok(Read { amount: Some(Euros(amount.ok_or(What::AmountTooLarge)?)), is_rounded: exact % base != 0 })
}

/// Whether the text is an amount, whatever its marks mean: what a column of amounts is known by.
pub(super) fn is_amount(text: &str) -> bool {
    written(text).is_some_and(|written| split(written.number, DecimalMark::Comma).is_some())
}

/// Whether the text names a unit, which no other column of numbers does.
pub(super) fn names_a_unit(text: &str) -> bool {
    is_amount(text) && written(text).is_some_and(|written| written.unit.is_some())
}

/// The manner of a column of amounts: what was chosen, what a value or the column's name decides, and what is asked.
pub(super) fn manner<'a>(
    column: &str,
    cells: impl Iterator<Item = (usize, &'a str)>,
    report: &mut Report,
) -> Manner {
    let (mut comma, mut point, mut open) = (None, None, None);
    let (mut is_bare, mut is_large) = (false, false);
    for (row, text) in cells.filter(|(_, text)| !is_not_published(text)) {
        let Some(written) = written(text) else { continue };
        is_bare |= written.unit.is_none();
        match shown_mark(written.number) {
            Shown::Nothing => {}
            Shown::Mark(DecimalMark::Comma) => _ = comma.get_or_insert_with(|| evidence(row, text)),
            Shown::Mark(DecimalMark::Point) => _ = point.get_or_insert_with(|| evidence(row, text)),
            Shown::Either(mark) => {
                open.get_or_insert(mark);
                is_large |= matches!(written.unit, Some(Unit::Million | Unit::Billion));
            }
        }
    }
    let unit = unit(column, is_bare, report);
    let both = [DecimalMark::Comma, DecimalMark::Point].map(Taken::DecimalMark);
    let chosen = report.choices.find(Some(column), |taken| match taken {
        Taken::DecimalMark(mark) => Some(*mark),
        _ => None,
    });
    let (mark, because) = match (chosen, comma, point) {
        (Some(chosen), ..) => (chosen, Because::Chosen),
        (None, Some(because), _) => (DecimalMark::Comma, because),
        (None, None, Some(because)) => (DecimalMark::Point, because),
        (None, None, None) => {
            let Some(mark) = open else { return Manner { mark: DecimalMark::Comma, unit } };
            // Three digits after a mark are thousands more often than not, but nobody writes thousands of millions so.
            let is_decimal = is_large || matches!(unit, Unit::Million | Unit::Billion);
            let mark = if is_decimal { mark } else { other(mark) };
            report.ask(Some(column), Taken::DecimalMark(mark), both);
            return Manner { mark, unit };
        }
    };
    report.assume(Some(column), Taken::DecimalMark(mark), because, both);
    Manner { mark, unit }
}

/// The unit of amounts that name none.
pub(super) fn unit(column: &str, is_bare: bool, report: &mut Report) -> Unit {
    let all = || Unit::ALL.iter().map(|&unit| Taken::Unit(unit));
    let chosen = report.choices.find(Some(column), |taken| match taken {
        Taken::Unit(unit) => Some(*unit),
        _ => None,
    });
    let (unit, because) = match (chosen, unit_in_name(column)) {
        (Some(chosen), _) => (chosen, Because::Chosen),
        (None, Some(named)) => (named, Because::Name),
        (None, None) => (Unit::Euro, Because::Usual),
    };
    if is_bare {
        report.assume(Some(column), Taken::Unit(unit), because, all());
    }
    unit
}

/// The unit that a column's name gives, as `Montant (M€)` or `en millions d’euros`.
fn unit_in_name(name: &str) -> Option<Unit> {
    let words: Vec<_> = name
        .split(|letter: char| !(letter.is_alphanumeric() || letter == '€'))
        .filter(|word| !word.is_empty())
        .collect();
    words.iter().enumerate().find_map(|(place, word)| {
        // One letter says nothing without a euro beside it.
        let is_plain = word.chars().count() < 2;
        let is_thousands = matches!(folded(word).as_str(), "milliers" | "thousands");
        let unit = unit_of(word).filter(|_| !is_plain || *word == "€");
        let last = place + 1 == words.len();
        unit.filter(|unit| *unit != Unit::Euro || last || words.len() > 1)
            .or(is_thousands.then_some(Unit::Thousand))
    })
}

fn other(mark: DecimalMark) -> DecimalMark {
    match mark {
        DecimalMark::Comma => DecimalMark::Point,
        DecimalMark::Point => DecimalMark::Comma,
    }
}

/// Whether a cell says that there is no figure.
fn is_not_published(text: &str) -> bool {
    if text.contains(|letter: char| letter.is_ascii_digit()) {
        return false;
    }
    let word: String = text.chars().filter(|letter| !letter.is_whitespace() && *letter != '.').collect();
    matches!(
        word.to_ascii_lowercase().as_str(),
        "" | "-" | "–" | "—" | "…" | "nd" | "na" | "n/a" | "n/d" | "nc" | "ns"
    )
}

/// Splits what is written into sign, number and unit; `None` if there is no number or something else beside it.
fn written(text: &str) -> Option<Written<'_>> {
    let text = text.trim();
    let is_minus = |letter: char| matches!(letter, '-' | '−' | '–');
    let (text, minus) = match text.strip_prefix(is_minus) {
        Some(rest) => (rest.trim_start(), true),
        None => (text.strip_prefix('+').unwrap_or(text), false),
    };
    let start = text.find(|letter: char| letter.is_ascii_digit())?;
    let end = text.rfind(|letter: char| letter.is_ascii_digit())? + 1;
    let (before, number, after) = (text[..start].trim(), &text[start..end], text[end..].trim());
    let before_minus = before.strip_suffix(is_minus);
    let is_negative = minus || before_minus.is_some();
    let before = before_minus.unwrap_or(before).trim();
    // `€1.2bn` has its currency before and its unit after.
    let is_currency = matches!(before.to_ascii_lowercase().as_str(), "€" | "eur" | "euros");
    if !before.is_empty() && !is_currency {
        return None;
    }
    let unit = match (after, is_currency) {
        ("", true) => Some(Unit::Euro),
        ("", false) => None,
        (after, _) => Some(unit_of(after)?),
    };
    let is_part = |letter: char| {
        letter.is_ascii_digit() || letter.is_whitespace() || matches!(letter, ',' | '.' | '’' | '\'')
    };
    number.chars().all(is_part).then_some(Written { is_negative, number, unit })
}

/// The unit that a word after a number names.
fn unit_of(word: &str) -> Option<Unit> {
    let word = word.trim().to_ascii_lowercase();
    let word = word.trim_end_matches('.');
    let word = ["d'euros", "d’euros", "de euros", "euros", "euro", "eur", "€"]
        .iter()
        .find_map(|euros| word.strip_suffix(euros))
        .map_or(word, str::trim_end);
    match word.trim_end_matches('.') {
        "" => Some(Unit::Euro),
        "k" => Some(Unit::Thousand),
        "millier" | "milliers" | "mille" | "thousand" => Some(Unit::Thousand),
        "m" | "mio" | "mln" | "million" | "millions" => Some(Unit::Million),
        "md" | "mds" | "mrd" | "milliard" | "milliards" | "bn" | "b" | "billion" | "billions" => {
            Some(Unit::Billion)
        }
        _ => None,
    }
}

/// What a number shows of its marks.
enum Shown {
    /// It has none.
    Nothing,
    /// This one begins decimals.
    Mark(DecimalMark),
    /// It has this one, which could begin decimals or thousands.
    Either(DecimalMark),
}

fn shown_mark(number: &str) -> Shown {
    let count = |mark| number.matches(mark).count();
    let mark = |letter| if letter == ',' { DecimalMark::Comma } else { DecimalMark::Point };
    match (count(','), count('.')) {
        (0, 0) => Shown::Nothing,
        (1.., 1..) => {
            let last = number.rfind([',', '.']).map_or(',', |at| char::from(number.as_bytes()[at]));
            Shown::Mark(mark(last))
        }
        (1, 0) | (0, 1) => {
            let letter = if count(',') == 1 { ',' } else { '.' };
            let (whole, decimals) = number.split_once(letter).unwrap_or((number, ""));
            let has_groups = whole.contains(|letter: char| !letter.is_ascii_digit());
            let is_group = decimals.len() == 3 && !has_groups && whole.len() <= 3 && !whole.starts_with('0');
            if is_group { Shown::Either(mark(letter)) } else { Shown::Mark(mark(letter)) }
        }
        // A mark that stands twice groups thousands, so that the other one begins decimals.
        (0, _) => Shown::Mark(DecimalMark::Comma),
        (_, 0) => Shown::Mark(DecimalMark::Point),
    }
}

/// The digits before and after the decimal mark; `None` if groups of thousands are not such.
fn split(number: &str, mark: DecimalMark) -> Option<(String, String)> {
    let mark = match shown_mark(number) {
        Shown::Mark(mark) => mark,
        Shown::Nothing | Shown::Either(_) => mark,
    };
    let (decimal, group) = match mark {
        DecimalMark::Comma => (',', '.'),
        DecimalMark::Point => ('.', ','),
    };
    let (whole, decimals) = number.split_once(decimal).unwrap_or((number, ""));
    let is_group_mark =
        |letter: char| letter == group || letter.is_whitespace() || matches!(letter, '’' | '\'');
    let groups: Vec<&str> = whole.split(is_group_mark).collect();
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let are_groups = groups.len() == 1
        || (1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3);
    let is_number = are_groups && groups.iter().all(|group| is_digits(group)) && is_digits(decimals);
    is_number.then(|| (groups.concat().trim_start_matches('0').to_owned(), decimals.to_owned()))
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::import::assumption::{Assumption, Choices, Question};

    const FRENCH: Manner = Manner { mark: DecimalMark::Comma, unit: Unit::Euro };

    fn euros(text: &str) -> Result<Option<i64>, What> {
        read(text, FRENCH).map(|read| read.amount.map(|euros| euros.0))
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, amount) in [
            ("1234567", 1_234_567),
            ("1 234,5 M€", 1_234_500_000),
            ("1\u{202f}234,5\u{a0}M€", 1_234_500_000),
            ("1,2 Md€", 1_200_000_000),
            ("3 Mds", 3_000_000_000),
            ("3 Mds €", 3_000_000_000),
            ("500 k€", 500_000),
            ("12 millions d’euros", 12_000_000),
            ("1,5 milliard", 1_500_000_000),
            ("€1.2bn", 1_200_000_000),
            ("EUR 5m", 5_000_000),
            ("1.234.567,89 €", 1_234_568),
            ("1,234,567.49", 1_234_567),
            ("1’234", 1_234),
            ("0,5", 1),
            ("0", 0),
            ("-0", 0),
            ("0,250 M€", 250_000),
        ] {
            assert_eq!(euros(text), Ok(Some(amount)), "{text}");
        }
    }

    #[test]
    fn what_says_that_there_is_no_figure_is_not_published() {
        for text in ["", " ", "-", "–", "n.d.", "N/A", "nc"] {
            assert_eq!(euros(text), Ok(None), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_says_why() {
        for (text, what) in [
            ("beaucoup", What::NotAnAmount),
            ("5 $", What::NotAnAmount),
            ("12 34", What::NotAnAmount),
            ("1.2.3", What::NotAnAmount),
            ("2021-12-12", What::NotAnAmount),
            ("12/03/2021", What::NotAnAmount),
            ("-5 M€", What::NegativeAmount),
            ("€-5", What::NegativeAmount),
            ("99999999999999999999", What::AmountTooLarge),
            ("9999999999 Md€", What::AmountTooLarge),
        ] {
            assert_eq!(euros(text), Err(what), "{text}");
        }
    }

    /// The manner of a column, with what was assumed and asked of its decimal mark.
    fn manner_of(
        column: &str,
        cells: &[&str],
        choices: &Choices,
    ) -> (Manner, Vec<Assumption>, Vec<Question>) {
        let mut progress = |_| ControlFlow::Continue(());
        let mut report = Report::new("t.csv", choices, &mut progress);
        let manner =
            manner(column, cells.iter().enumerate().map(|(row, cell)| (row + 2, *cell)), &mut report);
        (manner, report.assumptions, report.questions)
    }

    #[test]
    fn a_value_decides_for_its_column() {
        let (manner, assumptions, questions) = manner_of("x", &["1,234", "1,5"], &Choices::default());
        assert_eq!(manner.mark, DecimalMark::Comma);
        assert_eq!(read("1,234", manner).map(|read| read.amount), Ok(Some(Euros(1))));
        assert!(questions.is_empty());
        let because = Because::Value { row: 3, value: "1,5".to_owned() };
        assert!(assumptions.iter().any(|assumption| assumption.because == because));
        let (manner, ..) = manner_of("x", &["1,234", "1,234,567"], &Choices::default());
        assert_eq!(read("1,234", manner).map(|read| read.amount), Ok(Some(Euros(1_234))));
    }

    #[test]
    fn a_mark_that_no_value_decides_is_asked_for_and_a_choice_decides_it() {
        let (manner, _, questions) = manner_of("x", &["1,234", "5"], &Choices::default());
        assert_eq!(manner.mark, DecimalMark::Point);
        assert_eq!(questions.len(), 1);
        let chosen = Choices::default().with(Some("x"), Taken::DecimalMark(DecimalMark::Comma));
        let (manner, _, questions) = manner_of("x", &["1,234", "5"], &chosen);
        assert_eq!((manner.mark, questions.len()), (DecimalMark::Comma, 0));
        let (manner, ..) = manner_of("Montant (M€)", &["1,234"], &Choices::default());
        assert_eq!(read("1,234", manner).map(|read| read.amount), Ok(Some(Euros(1_234_000))));
    }

    #[test]
    fn the_name_of_a_column_gives_the_unit() {
        for (name, unit) in [
            ("Montant (M€)", Some(Unit::Million)),
            ("Crédits en millions d’euros", Some(Unit::Million)),
            ("amount_keur", Some(Unit::Thousand)),
            ("Montant en Md€", Some(Unit::Billion)),
            ("Montant (€)", Some(Unit::Euro)),
            ("Montant", None),
            ("M", None),
        ] {
            assert_eq!(unit_in_name(name), unit, "{name}");
        }
    }
}

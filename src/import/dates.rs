//! Dates as people write them: EDTF, ISO 8601, numbers in either order, months by name in French and English.

use crate::{
    i18n::folding::folded,
    model::date::{Bound, Date, DateError, Edtf},
};

use super::{
    assumption::{Because, DateOrder, Taken},
    problem::What,
    report::{Report, evidence},
};

/// The beginnings of the names of months, folded, French and English; the longer ones first where one begins another.
const MONTHS: [(&str, u8); 21] = [
    ("janv", 1),
    ("jan", 1),
    ("fev", 2),
    ("feb", 2),
    ("mars", 3),
    ("mar", 3),
    ("avr", 4),
    ("apr", 4),
    ("mai", 5),
    ("may", 5),
    ("juin", 6),
    ("jun", 6),
    ("juil", 7),
    ("jul", 7),
    ("aout", 8),
    ("aug", 8),
    ("sep", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
    ("dez", 12),
];

/// A date, with whether a time of day was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Read {
    /// The date.
    pub date: Edtf,
    /// Whether there was a time.
    pub had_time: bool,
}

/// Reads a date; three numbers with the year last are in `order`.
///
/// # Errors
/// What is wrong with it.
pub(super) fn read(text: &str, order: DateOrder) -> Result<Read, What> {
    let text = text.trim();
    let (day, had_time) = without_time(text);
    let date = match Edtf::parse(day) {
        Ok(date) => date,
        Err(DateError::Reversed { .. }) => return Err(What::Reversed),
        Err(DateError::NoSuchDay { .. } | DateError::NoSuchMonth(_)) => return Err(What::NoSuchDay),
        Err(_) => match numbers(day) {
            Some([first, second, third]) => of_numbers(first, second, third, order)?,
            None => named_month(day)?,
        },
    };
    Ok(Read { date, had_time })
}

/// A calendar date of numbers; a month or a day that is not known is `None`.
///
/// # Errors
/// What the calendar does not have, and years that are not kept.
pub(super) fn of_parts(year: i64, month: Option<i64>, day: Option<i64>) -> Result<Edtf, What> {
    if !(0..=9_999).contains(&year) {
        return Err(What::NoFullYear);
    }
    let part = |part: i64| if (1..=99).contains(&part) { Ok(part) } else { Err(What::NoSuchDay) };
    let text = match (month, day) {
        (None, None) => format!("{year:04}"),
        // A day without its month names nothing.
        (None, Some(_)) => return Err(What::NotADate),
        (Some(month), None) => format!("{year:04}-{:02}", part(month)?),
        (Some(month), Some(day)) => format!("{year:04}-{:02}-{:02}", part(month)?, part(day)?),
    };
    Edtf::parse(&text).map_err(|_| What::NoSuchDay)
}

/// A calendar date of the texts of its parts, as TimelineJS keeps them; `None` if all are empty.
///
/// # Errors
/// As [`of_parts`], and parts that are no numbers.
pub(super) fn of_texts(year: &str, month: &str, day: &str) -> Result<Option<Edtf>, What> {
    let [year, month, day] = [year, month, day].map(str::trim);
    if [year, month, day].iter().all(|part| part.is_empty()) {
        return Ok(None);
    }
    let part = |part: &str| match part {
        "" => Ok(None),
        part => part.parse().map(Some).map_err(|_| What::NotADate),
    };
    let year: i64 = year.parse().map_err(|_| What::NoFullYear)?;
    of_parts(year, part(month)?, part(day)?).map(Some)
}

/// From one date to another; one date if both are the same.
///
/// # Errors
/// The end comes first.
pub(super) fn span(start: Edtf, end: Edtf) -> Result<Edtf, What> {
    let bound = |date: Option<Date>| date.map_or(Bound::Open, Bound::Date);
    if start == end {
        return Ok(start);
    }
    let span = Edtf::Interval { start: bound(start.start()), end: bound(end.end()) };
    match (span.earliest(), span.latest()) {
        (Some(first), Some(last)) if first > last => Err(What::Reversed),
        (None, None) => Err(What::NotADate),
        _ => Ok(span),
    }
}

/// The order of the dates in `cells` (lines and texts): the one that was chosen, or that a value decides, or that is
/// asked for.
pub(super) fn order<'a>(
    column: &str,
    cells: impl Iterator<Item = (usize, &'a str)>,
    report: &mut Report,
) -> DateOrder {
    let (mut day_first, mut month_first, mut is_open) = (None, None, false);
    for (row, text) in cells {
        let Some([first, second, third]) = numbers(without_time(text.trim()).0) else { continue };
        if third < 100 || first > 99 {
            continue;
        }
        match (first > 12, second > 12) {
            (true, false) => _ = day_first.get_or_insert_with(|| evidence(row, text)),
            (false, true) => _ = month_first.get_or_insert_with(|| evidence(row, text)),
            // The same day in either order decides nothing and leaves nothing open.
            (false, false) => is_open |= first != second,
            (true, true) => {}
        }
    }
    let both = [DateOrder::DayFirst, DateOrder::MonthFirst].map(Taken::DateOrder);
    let chosen = report.choices.find(Some(column), |taken| match taken {
        Taken::DateOrder(order) => Some(*order),
        _ => None,
    });
    let (order, because) = match (chosen, day_first, month_first) {
        (Some(chosen), ..) => (chosen, Because::Chosen),
        (None, Some(because), _) => (DateOrder::DayFirst, because),
        (None, None, Some(because)) => (DateOrder::MonthFirst, because),
        (None, None, None) => {
            if is_open {
                report.ask(Some(column), Taken::DateOrder(DateOrder::DayFirst), both);
            }
            return DateOrder::DayFirst;
        }
    };
    report.assume(Some(column), Taken::DateOrder(order), because, both);
    order
}

/// `text` without the time of day at its end, and whether it had one.
fn without_time(text: &str) -> (&str, bool) {
    // `2021-12-12T10:00:00Z`, `12/03/2021 10:00`.
    let at = text.char_indices().find(|&(at, letter)| {
        let rest = &text[at + letter.len_utf8()..];
        let hour: usize = rest.bytes().take_while(u8::is_ascii_digit).count();
        (letter == 'T' || letter == ' ') && (1..=2).contains(&hour) && rest[hour..].starts_with([':', 'h'])
    });
    match at {
        Some((at, _)) => (text[..at].trim_end_matches([' ', ',']), true),
        None => (text, false),
    }
}

/// Two or three numbers between `/`, `.`, `-` or spaces, as three: `03/2021` is the month and the year of no day, which
/// is 0.
fn numbers(text: &str) -> Option<[u16; 3]> {
    let mark = text.chars().find(|letter| !letter.is_ascii_digit())?;
    if !matches!(mark, '/' | '.' | '-' | ' ') {
        return None;
    }
    let number = |part: &str| {
        let part = part.trim();
        let is_number = (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse().ok().filter(|_| is_number)
    };
    let parts: Option<Vec<u16>> = text.split(mark).map(number).collect();
    match parts?.as_slice() {
        [first, second, third] => Some([*first, *second, *third]),
        [month, year] if *month < 100 => Some([0, *month, *year]),
        [year, month] => Some([*year, *month, 0]),
        _ => None,
    }
}

fn of_numbers(first: u16, second: u16, third: u16, order: DateOrder) -> Result<Edtf, What> {
    let part = |part: u16| (part > 0).then(|| i64::from(part));
    if first > 99 {
        return of_parts(first.into(), part(second), part(third));
    }
    // Which of three short numbers would be the year is anybody's guess.
    if third < 100 {
        return Err(What::NoFullYear);
    }
    let (day, month) = match order {
        DateOrder::DayFirst => (first, second),
        DateOrder::MonthFirst if first > 0 => (second, first),
        DateOrder::MonthFirst => (first, second),
    };
    of_parts(third.into(), Some(month.into()), part(day))
}

/// `1er mars 2021`, `mars 2021`, `March 1, 2021`.
fn named_month(text: &str) -> Result<Edtf, What> {
    let words = folded(text);
    let (mut year, mut month, mut day) = (None, None, None);
    for word in words.split(' ') {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, ending) = word.split_at(digits);
        let slot = match (digits.len(), ending) {
            (0, name) => {
                let begins = |(beginning, _): &&(&str, u8)| name.starts_with(beginning);
                let found = MONTHS.iter().find(begins).filter(|(_, _)| name.len() <= 9);
                match found {
                    Some((_, number)) if month.is_none() => month = Some(i64::from(*number)),
                    _ if matches!(name, "le" | "the" | "of") => {}
                    _ => return Err(What::NotADate),
                }
                continue;
            }
            (1 | 2, "" | "er" | "st" | "nd" | "rd" | "th") => &mut day,
            (4, "") => &mut year,
            _ => return Err(What::NotADate),
        };
        if slot.replace(digits.parse::<i64>().map_err(|_| What::NotADate)?).is_some() {
            return Err(What::NotADate);
        }
    }
    match (year, month) {
        (Some(year), Some(month)) => of_parts(year, Some(month), day),
        (None, Some(_)) => Err(What::NoFullYear),
        _ => Err(What::NotADate),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day_first(text: &str) -> Result<String, What> {
        read(text, DateOrder::DayFirst).map(|read| read.date.to_string())
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (text, date) in [
            ("2021-12-12", "2021-12-12"),
            ("2021~", "2021~"),
            ("2020/2021", "2020/2021"),
            ("2020-04/..", "2020-04/.."),
            ("12/03/2021", "2021-03-12"),
            ("1.3.2021", "2021-03-01"),
            ("12-03-2021", "2021-03-12"),
            ("12 03 2021", "2021-03-12"),
            ("03/2021", "2021-03"),
            ("2021/3/9", "2021-03-09"),
            ("2021-3-9", "2021-03-09"),
            ("2021/03", "2021-03"),
            ("1er mars 2021", "2021-03-01"),
            ("12 août 2021", "2021-08-12"),
            ("Décembre 2021", "2021-12"),
            ("juil. 2021", "2021-07"),
            ("March 1st, 2021", "2021-03-01"),
            ("12 May 2021", "2021-05-12"),
            ("2021-12-12T10:30:00Z", "2021-12-12"),
            ("12/03/2021 9h30", "2021-03-12"),
        ] {
            assert_eq!(day_first(text).as_deref(), Ok(date), "{text}");
        }
        let month_first = read("12/03/2021", DateOrder::MonthFirst).map(|read| read.date.to_string());
        assert_eq!(month_first.as_deref(), Ok("2021-12-03"));
        assert_eq!(
            read("03/2021", DateOrder::MonthFirst).map(|read| read.date.to_string()),
            Ok("2021-03".to_owned())
        );
    }

    #[test]
    fn what_is_no_date_says_why() {
        for (text, what) in [
            ("", What::NotADate),
            ("bientôt", What::NotADate),
            ("marsouin 2021 2022", What::NotADate),
            ("12/03/21", What::NoFullYear),
            ("12 mars", What::NoFullYear),
            ("31/02/2021", What::NoSuchDay),
            ("2021-02-30", What::NoSuchDay),
            ("2021-13", What::NoSuchDay),
            ("12/13/2021", What::NoSuchDay),
            ("2022/2021", What::Reversed),
            ("44197", What::NotADate),
            ("1/2/3/4", What::NotADate),
            ("é/é/é", What::NotADate),
        ] {
            assert_eq!(day_first(text), Err(what), "{text}");
        }
    }

    #[test]
    fn parts_out_of_the_calendar_are_refused() {
        assert_eq!(of_parts(-500, None, None), Err(What::NoFullYear));
        assert_eq!(of_parts(10_000, None, None), Err(What::NoFullYear));
        assert_eq!(of_parts(2021, None, Some(3)), Err(What::NotADate));
        assert_eq!(of_parts(2021, Some(0), None), Err(What::NoSuchDay));
        assert_eq!(of_parts(44, None, None).map(|date| date.to_string()), Ok("0044".to_owned()));
    }

    #[test]
    fn a_span_goes_forward() {
        let date = |text| Edtf::parse(text).expect("a date");
        let spans = |a, b| span(date(a), date(b)).map(|span| span.to_string());
        assert_eq!(spans("2020", "2021-03"), Ok("2020/2021-03".to_owned()));
        assert_eq!(spans("2020", "2020"), Ok("2020".to_owned()));
        assert_eq!(spans("2021", "2020"), Err(What::Reversed));
        assert_eq!(spans("2020/2022", "2021/.."), Ok("2020/..".to_owned()));
    }
}

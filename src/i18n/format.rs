//! Numbers, amounts and dates in words, in both languages.

use crate::model::{
    date::{Bound, Date, Edtf, Precision},
    event::Event,
    indicator::Quantity,
    money::Euros,
    text::Lang,
};

/// The narrow no-break space of French numbers and punctuation.
pub const NNBSP: char = '\u{202f}';

/// How many letters of a statement stand for it where it is one of many.
const STATEMENT_LETTERS: usize = 110;

/// A whole number with its groups of thousands: `2 500`, `2,500`.
#[must_use]
pub fn integer(value: i64, lang: Lang) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() * 2);
    if value < 0 {
        text.push('−');
    }
    for (index, digit) in digits.chars().enumerate() {
        // French leaves four digits together only in years; amounts are grouped from 1 000 on.
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(match lang {
                Lang::Fr => NNBSP,
                Lang::En => ',',
            });
        }
        text.push(digit);
    }
    text
}

/// `value` units of 10⁻ᵈ, without trailing zeros: `fixed(3746, 2)` is `37,46`.
fn fixed(value: i64, decimals: u32, lang: Lang) -> String {
    let base = 10_i64.pow(decimals);
    let fraction = (value % base).unsigned_abs();
    let whole = integer((value / base).abs(), lang);
    let mut text = if value < 0 { format!("−{whole}") } else { whole };
    if fraction > 0 {
        let digits = format!("{fraction:0width$}", width = decimals as usize);
        text.push(match lang {
            Lang::Fr => ',',
            Lang::En => '.',
        });
        text.push_str(digits.trim_end_matches('0'));
    }
    text
}

/// A quantity with its decimals: `62,5`.
#[must_use]
pub fn quantity(value: Quantity, lang: Lang) -> String {
    fixed(value.0, 3, lang)
}

/// A size in megabytes, to one decimal and never nothing: `1,6 Mo`, `1.6 MB`.
#[must_use]
pub fn megabytes(bytes: u64, lang: Lang) -> String {
    let tenths = i64::try_from(bytes.saturating_add(50_000) / 100_000).unwrap_or(i64::MAX).max(1);
    let number = fixed(tenths, 1, lang);
    match lang {
        Lang::Fr => format!("{number}{NNBSP}Mo"),
        Lang::En => format!("{number}\u{a0}MB"),
    }
}

/// A share in percent, to one decimal: `62,5 %`, `62.5%`.
#[must_use]
pub fn percent(share: f64, lang: Lang) -> String {
    let number = fixed((share * 1_000.0).round() as i64, 1, lang);
    with_percent_sign(&number, lang)
}

/// A change in percent with its sign: `+12,5 %`, `−3 %`, `0 %`.
#[must_use]
pub fn signed_percent(share: f64, lang: Lang) -> String {
    let words = percent(share.abs(), lang);
    let sign = if share > 0.0 {
        "+"
    } else if share < 0.0 {
        "−"
    } else {
        ""
    };
    format!("{sign}{words}")
}

/// A number that is already in percent: `90 %`, `90%`.
#[must_use]
pub fn with_percent_sign(number: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("{number}{NNBSP}%"),
        Lang::En => format!("{number}%"),
    }
}

/// Units amounts are given in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum MoneyUnit {
    Euro,
    Million,
    Billion,
}

/// `value / unit`, rounded half away from zero.
fn rounded(value: i64, unit: i64) -> i64 {
    let half = unit / 2;
    (value + half * value.signum()) / unit
}

/// An amount to two decimals of its unit: `37,46 M€`, `1,79 Md€`, `53 333 €`; `€37.46m`, `€1.79bn`, `€53,333`.
#[must_use]
pub fn amount(euros: Euros, lang: Lang) -> String {
    let value = euros.0;
    // The unit is chosen after rounding, so that 999 996 000 € is 1 Md€ and never 1 000 M€.
    let (number, unit) = if value.unsigned_abs() < 1_000_000 {
        (integer(value, lang), MoneyUnit::Euro)
    } else if rounded(value, 10_000).unsigned_abs() < 100_000 {
        (fixed(rounded(value, 10_000), 2, lang), MoneyUnit::Million)
    } else {
        (fixed(rounded(value, 10_000_000), 2, lang), MoneyUnit::Billion)
    };
    match (lang, unit) {
        (Lang::Fr, MoneyUnit::Euro) => format!("{number}{NNBSP}€"),
        (Lang::Fr, MoneyUnit::Million) => format!("{number}{NNBSP}M€"),
        (Lang::Fr, MoneyUnit::Billion) => format!("{number}{NNBSP}Md€"),
        (Lang::En, unit) => {
            let (sign, number) = match number.strip_prefix('−') {
                Some(number) => ("−", number),
                None => ("", number.as_str()),
            };
            let suffix = match unit {
                MoneyUnit::Euro => "",
                MoneyUnit::Million => "m",
                MoneyUnit::Billion => "bn",
            };
            format!("{sign}€{number}{suffix}")
        }
    }
}

/// An amount to the euro: `37 461 000 €`.
#[must_use]
pub fn exact_amount(euros: Euros, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("{}{NNBSP}€", integer(euros.0, lang)),
        Lang::En if euros.0 < 0 => format!("−€{}", integer(-euros.0, lang)),
        Lang::En => format!("€{}", integer(euros.0, lang)),
    }
}

/// Something under its name: `périmètre : Plan de relance`.
#[must_use]
pub fn named(name: &str, value: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("{name}{NNBSP}: {value}"),
        Lang::En => format!("{name}: {value}"),
    }
}

/// An amount as it is read, and to the euro: `570 M€ (570 000 000 €)`; once, where both are the same.
#[must_use]
pub fn amount_to_the_euro(euros: Euros, lang: Lang) -> String {
    let (short, exact) = (amount(euros, lang), exact_amount(euros, lang));
    if short == exact { exact } else { format!("{short} ({exact})") }
}

/// A sum stated in millions: `908 M€ = 570 + 250 + 88`.
#[must_use]
pub fn sum_in_millions(total: Euros, parts: &[Euros], lang: Lang) -> String {
    let millions = |euros: Euros| fixed(rounded(euros.0, 10_000), 2, lang);
    let total = match lang {
        Lang::Fr => format!("{}{NNBSP}M€", millions(total)),
        Lang::En => format!("€{}m", millions(total)),
    };
    let parts: Vec<_> = parts.iter().copied().map(millions).collect();
    format!("{total} = {}", parts.join(" + "))
}

const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SHORT_MONTHS_FR: [&str; 12] =
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
const SHORT_MONTHS_EN: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The name of a month (1–12).
#[must_use]
pub fn month_name(month: u8, lang: Lang) -> &'static str {
    let index = usize::from(month.clamp(1, 12) - 1);
    match lang {
        Lang::Fr => MONTHS_FR[index],
        Lang::En => MONTHS_EN[index],
    }
}

/// The abbreviated name of a month (1–12).
#[must_use]
pub fn short_month_name(month: u8, lang: Lang) -> &'static str {
    let index = usize::from(month.clamp(1, 12) - 1);
    match lang {
        Lang::Fr => SHORT_MONTHS_FR[index],
        Lang::En => SHORT_MONTHS_EN[index],
    }
}

/// The day of a month: `1er` is French for the first.
fn day_of_month(day: u8, lang: Lang) -> String {
    match (lang, day) {
        (Lang::Fr, 1) => "1er".to_owned(),
        _ => day.to_string(),
    }
}

/// A date without its qualification: `27 septembre 2021`, `septembre 2021`, `2021`.
#[must_use]
pub fn plain_date(date: Date, lang: Lang) -> String {
    match (date.month(), date.day()) {
        (Some(month), Some(day)) => {
            format!("{} {} {}", day_of_month(day, lang), month_name(month, lang), date.year())
        }
        (Some(month), None) => format!("{} {}", month_name(month, lang), date.year()),
        _ => date.year().to_string(),
    }
}

/// A date in as few letters as can be: `12 déc. 2021`, `déc. 2021`, `2021`.
#[must_use]
pub fn short_date(date: Date, lang: Lang) -> String {
    match (date.month(), date.day()) {
        (Some(month), Some(day)) => {
            format!("{} {} {}", day_of_month(day, lang), short_month_name(month, lang), date.year())
        }
        (Some(month), None) => format!("{} {}", short_month_name(month, lang), date.year()),
        _ => date.year().to_string(),
    }
}

/// A date under a heading that already says the year: `27 sept.`, `sept.`, or nothing.
#[must_use]
pub fn date_within_year(date: Date, lang: Lang) -> String {
    match (date.month(), date.day()) {
        (Some(month), Some(day)) => {
            format!("{} {}", day_of_month(day, lang), short_month_name(month, lang))
        }
        (Some(month), None) => short_month_name(month, lang).to_owned(),
        _ => String::new(),
    }
}

/// What an open end means: something goes on, or something is still to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenEnd {
    /// "depuis avril 2019".
    GoesOn,
    /// "à partir d'avril 2019".
    ToCome,
}

impl OpenEnd {
    /// What it means of an event: one that had happened goes on, one that had not is to come.
    #[must_use]
    pub fn of(event: &Event) -> Self {
        if event.had_happened() { Self::GoesOn } else { Self::ToCome }
    }
}

/// A number with its unit: `84 % des démarches`, `40 M€`, `€40m`, `3 578 personnes`.
#[must_use]
pub fn with_unit(number: Quantity, unit: &str, lang: Lang) -> String {
    let number = quantity(number, lang);
    match (unit.strip_prefix('%'), unit.strip_prefix('€')) {
        (Some(rest), _) => format!("{}{rest}", with_percent_sign(&number, lang)),
        (_, Some(rest)) if lang == Lang::En => format!("€{number}{rest}"),
        _ if unit.ends_with('€') => format!("{number}{NNBSP}{unit}"),
        _ => format!("{number} {unit}"),
    }
}

/// A date or interval in words: `septembre 2021`, `vers 2020`, `depuis avril 2019`, `avant le 12 décembre 2021`.
#[must_use]
pub fn date_in_words(edtf: Edtf, open_end: OpenEnd, lang: Lang) -> String {
    let mut text = match edtf {
        Edtf::Date(date) if date.is_approximate() => match (lang, date.precision()) {
            (Lang::Fr, Precision::Day) => format!("vers le {}", plain_date(date, lang)),
            (Lang::Fr, _) => format!("vers {}", plain_date(date, lang)),
            (Lang::En, _) => format!("circa {}", plain_date(date, lang)),
        },
        Edtf::Date(date) => plain_date(date, lang),
        Edtf::Interval { start: Bound::Date(start), end: Bound::Date(end) } => between(start, end, lang),
        Edtf::Interval { start: Bound::Date(start), end } => {
            let since = match open_end {
                OpenEnd::GoesOn => match (lang, start.precision()) {
                    (Lang::Fr, Precision::Day) => format!("depuis le {}", bound(start, lang)),
                    (Lang::Fr, _) => format!("depuis {}", bound(start, lang)),
                    (Lang::En, _) => format!("since {}", bound(start, lang)),
                },
                OpenEnd::ToCome => match lang {
                    Lang::Fr => format!("à partir {}", from_fr(start)),
                    Lang::En => format!("from {}", bound(start, lang)),
                },
            };
            match (end, lang) {
                (Bound::Unknown, Lang::Fr) => format!("{since}, fin non connue"),
                (Bound::Unknown, Lang::En) => format!("{since}, end not known"),
                _ => since,
            }
        }
        Edtf::Interval { start, end: Bound::Date(end) } => match (start, lang) {
            (Bound::Unknown, Lang::Fr) => format!("jusqu’{}, début non connu", to_fr(end)),
            (Bound::Unknown, Lang::En) => format!("until {}, start not known", bound(end, lang)),
            (_, Lang::Fr) if end.precision() == Precision::Day => format!("avant le {}", bound(end, lang)),
            (_, Lang::Fr) => format!("avant {}", bound(end, lang)),
            (_, Lang::En) => format!("before {}", bound(end, lang)),
        },
        // Such an interval is never parsed.
        Edtf::Interval { .. } => String::new(),
    };
    if [edtf.start(), edtf.end()].into_iter().flatten().any(Date::is_uncertain) {
        text.push_str(match lang {
            Lang::Fr => " (date incertaine)",
            Lang::En => " (uncertain date)",
        });
    }
    text
}

/// A bound of an interval: `avril 2019`, `2020 environ`, `about 2020`.
fn bound(date: Date, lang: Lang) -> String {
    match (date.is_approximate(), lang) {
        (false, _) => plain_date(date, lang),
        (true, Lang::Fr) => format!("{} environ", plain_date(date, lang)),
        (true, Lang::En) => format!("about {}", plain_date(date, lang)),
    }
}

/// `du 12 décembre 2021`, `de septembre 2021`, `d’avril 2019`, `de 2020`.
fn from_fr(date: Date) -> String {
    let words = bound(date, Lang::Fr);
    match date.precision() {
        Precision::Day => format!("du {words}"),
        Precision::Month if words.starts_with(['a', 'o']) => format!("d’{words}"),
        _ => format!("de {words}"),
    }
}

/// `au 12 décembre 2021`, `à septembre 2021`, `à 2020`.
fn to_fr(date: Date) -> String {
    match date.precision() {
        Precision::Day => format!("au {}", bound(date, Lang::Fr)),
        _ => format!("à {}", bound(date, Lang::Fr)),
    }
}

/// From one date to another, saying a shared year or month once.
fn between(start: Date, end: Date, lang: Lang) -> String {
    let plain = !start.is_approximate() && !end.is_approximate();
    let same_year = start.year() == end.year();
    let same_precision = start.precision() == end.precision();
    if plain && same_precision && start.precision() == Precision::Year {
        return format!("{}–{}", start.year(), end.year());
    }
    if plain && same_precision && same_year {
        let first = match (start.month(), start.day(), end.month()) {
            (Some(month), Some(day), end_month) if end_month == Some(month) => day_of_month(day, lang),
            (Some(month), Some(day), _) => format!("{} {}", day_of_month(day, lang), month_name(month, lang)),
            (Some(month), None, _) => month_name(month, lang).to_owned(),
            _ => plain_date(start, lang),
        };
        let last = plain_date(end, lang);
        return match (lang, start.precision()) {
            (Lang::Fr, Precision::Day) => format!("du {first} au {last}"),
            (Lang::Fr, _) if first.starts_with(['a', 'o']) => format!("d’{first} à {last}"),
            (Lang::Fr, _) => format!("de {first} à {last}"),
            (Lang::En, _) => format!("{first} to {last}"),
        };
    }
    match lang {
        Lang::Fr => format!("{} {}", from_fr(start), to_fr(end)),
        Lang::En => format!("{} to {}", bound(start, lang), bound(end, lang)),
    }
}

/// The beginning of a statement, up to the end of a word.
#[must_use]
pub fn beginning(statement: &str) -> String {
    let Some((most, _)) = statement.char_indices().nth(STATEMENT_LETTERS) else {
        return statement.to_owned();
    };
    let end = statement[..most].rfind(' ').unwrap_or(most);
    format!("{}…", statement[..end].trim_end_matches([',', ';', ':', '\u{202f}', '\u{a0}', ' ']))
}

/// The text with its first letter in upper case, for the start of a line.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    // French and English need no more than Latin-1, where a capital is 0x20 before its letter; the tables of all
    // scripts would be ten kilobytes of Wasm.
    let capital = |letter: char| match letter {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' => char::from_u32(letter as u32 - 0x20).unwrap_or(letter),
        'œ' => 'Œ',
        other => other,
    };
    chars.next().map(|first| std::iter::once(capital(first)).chain(chars).collect()).unwrap_or_default()
}

/// A period with one bound or two, both included; nothing without a bound.
#[must_use]
pub fn period(from: Option<Date>, to: Option<Date>, lang: Lang) -> Option<String> {
    let start = from.map(Bound::Date);
    Some(match (start, to) {
        (None, None) => return None,
        (Some(start), end) => {
            let end = end.map_or(Bound::Open, Bound::Date);
            date_in_words(Edtf::Interval { start, end }, OpenEnd::ToCome, lang)
        }
        (None, Some(end)) => {
            let words = plain_date(end, lang);
            match (lang, end.precision()) {
                (Lang::Fr, Precision::Day) => format!("jusqu’au {words}"),
                (Lang::Fr, _) => format!("jusqu’à {words}"),
                (Lang::En, _) => format!("until {words}"),
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the words of dates in both languages, with ordinary spaces for narrow ones.
    fn check_words(edtf: &str, open_end: OpenEnd, fr: &str, en: &str) {
        let date = Edtf::parse(edtf).unwrap_or_else(|error| panic!("{edtf}: {error}"));
        assert_eq!(date_in_words(date, open_end, Lang::Fr), fr, "{edtf}");
        assert_eq!(date_in_words(date, open_end, Lang::En), en, "{edtf}");
    }

    #[test]
    fn of_a_long_statement_whole_words_stand_for_it() {
        assert_eq!(beginning("Court."), "Court.");
        let long = "mot\u{202f}; ".repeat(60);
        let short = beginning(&long);
        assert!(short.ends_with("mot…") && short.chars().count() <= STATEMENT_LETTERS + 1, "{short}");
    }

    #[test]
    fn sizes_are_in_megabytes_and_never_nothing() {
        let check = |bytes, fr: &str, en: &str| {
            assert_eq!(megabytes(bytes, Lang::Fr).replace(NNBSP, " "), fr);
            assert_eq!(megabytes(bytes, Lang::En).replace('\u{a0}', " "), en);
        };
        check(1_570_218, "1,6 Mo", "1.6 MB");
        check(2_000_000, "2 Mo", "2 MB");
        check(12, "0,1 Mo", "0.1 MB");
    }

    #[test]
    fn dates_are_worded_with_their_precision_and_their_doubt() {
        let check = |edtf, fr, en| check_words(edtf, OpenEnd::GoesOn, fr, en);
        check("2021-09", "septembre 2021", "September 2021");
        check("2020~", "vers 2020", "circa 2020");
        check("2019-04/..", "depuis avril 2019", "since April 2019");
        check("../2021-12-12", "avant le 12 décembre 2021", "before 12 December 2021");
        check("2022-01-01", "1er janvier 2022", "1 January 2022");
        check("2021?", "2021 (date incertaine)", "2021 (uncertain date)");
        check("2021-12-31~", "vers le 31 décembre 2021", "circa 31 December 2021");
        check("2021%", "vers 2021 (date incertaine)", "circa 2021 (uncertain date)");
        check("2020/2021", "2020–2021", "2020–2021");
        check("2022-01-01/2022-06-30", "du 1er janvier au 30 juin 2022", "1 January to 30 June 2022");
        check("2021-10-15/2021-10-20", "du 15 au 20 octobre 2021", "15 to 20 October 2021");
        check("2021-04/2021-09", "d’avril à septembre 2021", "April to September 2021");
        check(
            "2021-12-12/2022-04-12~",
            "du 12 décembre 2021 au 12 avril 2022 environ",
            "12 December 2021 to about 12 April 2022",
        );
        check(
            "2021-12-12/",
            "depuis le 12 décembre 2021, fin non connue",
            "since 12 December 2021, end not known",
        );
        check("/2020", "jusqu’à 2020, début non connu", "until 2020, start not known");
        check("2020-10/2021", "d’octobre 2020 à 2021", "October 2020 to 2021");
    }

    #[test]
    fn an_open_end_that_is_still_to_come_is_not_said_to_go_on() {
        let check = |edtf, fr, en| check_words(edtf, OpenEnd::ToCome, fr, en);
        check("2021-12-12/..", "à partir du 12 décembre 2021", "from 12 December 2021");
        check("2022-04/..", "à partir d’avril 2022", "from April 2022");
        check("2022/..", "à partir de 2022", "from 2022");
    }

    #[test]
    fn amounts_are_written_as_each_language_writes_them() {
        for (euros, fr, en) in [
            (37_461_000, "37,46 M€", "€37.46m"),
            (1_791_000_000, "1,79 Md€", "€1.79bn"),
            (908_000_000, "908 M€", "€908m"),
            (53_333, "53 333 €", "€53,333"),
            (0, "0 €", "€0"),
            (999_999, "999 999 €", "€999,999"),
            (1_000_000, "1 M€", "€1m"),
            (999_996_000, "1 Md€", "€1bn"),
            (999_990_000, "999,99 M€", "€999.99m"),
            (-2_500_000, "−2,5 M€", "−€2.5m"),
            (100_000_000_000, "100 Md€", "€100bn"),
        ] {
            assert_eq!(amount(Euros(euros), Lang::Fr).replace(NNBSP, " "), fr);
            assert_eq!(amount(Euros(euros), Lang::En), en);
        }
        assert_eq!(exact_amount(Euros(37_461_000), Lang::En), "€37,461,000");
    }

    #[test]
    fn a_sum_is_stated_in_one_unit() {
        let parts = [570, 250, 88].map(Euros::millions);
        assert_eq!(
            sum_in_millions(Euros::millions(908), &parts, Lang::Fr).replace(NNBSP, " "),
            "908 M€ = 570 + 250 + 88"
        );
        assert_eq!(sum_in_millions(Euros::millions(908), &parts, Lang::En), "€908m = 570 + 250 + 88");
    }

    #[test]
    fn shares_keep_one_decimal_and_no_trailing_zero() {
        assert_eq!(percent(0.625, Lang::En), "62.5%");
        assert_eq!(percent(0.9, Lang::Fr), "90\u{202f}%");
        assert_eq!(percent(0.0, Lang::En), "0%");
    }

    #[test]
    fn the_first_letter_is_raised_even_with_an_accent() {
        assert_eq!(capitalised("à partir de 2022"), "À partir de 2022");
        assert_eq!(capitalised(""), "");
    }
}

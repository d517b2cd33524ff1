//! Dates that say how precise they are: EDTF (ISO 8601-2), level 0 calendar dates and intervals, level 1 qualification and open ends.
//!
//! Source: Library of Congress, *Extended Date/Time Format (EDTF) Specification*. Times of day, seasons,
//! unspecified digits and years beyond four digits are refused with a message: nothing in a public strategy
//! needs them, and a date that is accepted must also be drawn and worded.

use std::{
    cmp::Ordering,
    fmt::{self, Write as _},
};

/// A day, counted from 1 January 1970 in the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Day {
    /// The day of a civil date; `month` in 1–12, `day` in 1–31.
    ///
    /// Source: Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms*, `days_from_civil`.
    #[must_use]
    pub fn from_civil(year: i32, month: u8, day: u8) -> Self {
        // The year is taken to begin in March, so that the leap day is its last day.
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month_from_march = (i32::from(month) + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + i32::from(day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self(era * 146_097 + day_of_era - 719_468)
    }

    /// The civil date: year, month (1–12), day (1–31).
    ///
    /// Source: as [`Day::from_civil`], `civil_from_days`.
    #[must_use]
    pub fn to_civil(self) -> (i32, u8, u8) {
        let days = self.0 + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        // The arithmetic above keeps month in 1–12 and day in 1–31.
        (year, month as u8, day as u8)
    }
}

/// How finely a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// To the year.
    Year,
    /// To the month.
    Month,
    /// To the day.
    Day,
}

/// A calendar date of some precision, perhaps qualified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    year: i16,
    /// 1–12, or 0 when only the year is known.
    month: u8,
    /// 1–31, or 0 when only the month is known.
    day: u8,
    approximate: bool,
    uncertain: bool,
}

impl Date {
    /// A day, or `None` if the calendar has no such day.
    #[must_use]
    pub fn from_day(day: Day) -> Self {
        let (year, month, day) = day.to_civil();
        Self {
            // Days within ±89 000 years of 1970 come from four-digit years only.
            year: year.clamp(0, 9_999) as i16,
            month,
            day,
            approximate: false,
            uncertain: false,
        }
    }

    /// The year, 0–9999.
    #[must_use]
    pub fn year(self) -> i32 {
        i32::from(self.year)
    }

    /// The month, 1–12, if known.
    #[must_use]
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// How many months lie between it and January of the year 0; a year without a month counts as its January.
    #[must_use]
    pub fn months(self) -> i32 {
        self.year() * 12 + i32::from(self.month().unwrap_or(1)) - 1
    }

    /// The day of the month, 1–31, if known.
    #[must_use]
    pub fn day(self) -> Option<u8> {
        (self.day > 0).then_some(self.day)
    }

    /// Marked `~` or `%`: near this date.
    #[must_use]
    pub fn is_approximate(self) -> bool {
        self.approximate
    }

    /// Marked `?` or `%`: the source is in doubt.
    #[must_use]
    pub fn is_uncertain(self) -> bool {
        self.uncertain
    }

    /// How finely the date is known.
    #[must_use]
    pub fn precision(self) -> Precision {
        match (self.month, self.day) {
            (0, _) => Precision::Year,
            (_, 0) => Precision::Month,
            _ => Precision::Day,
        }
    }

    /// The first day the date may mean.
    #[must_use]
    pub fn first_day(self) -> Day {
        Day::from_civil(self.year(), self.month.max(1), self.day.max(1))
    }

    /// The last day the date may mean.
    #[must_use]
    pub fn last_day(self) -> Day {
        match self.precision() {
            Precision::Year => Day::from_civil(self.year(), 12, 31),
            Precision::Month => {
                Day::from_civil(self.year(), self.month, days_in_month(self.year(), self.month))
            }
            Precision::Day => self.first_day(),
        }
    }

    fn parse(text: &str) -> Result<Self, DateError> {
        // Bytes are enough, and a hundred thousand dates are read while a reader waits.
        if text.bytes().any(|byte| byte == b'T') {
            return Err(DateError::TimeOfDay);
        }
        let mark = text.bytes().last().unwrap_or_default();
        let (approximate, uncertain) = (matches!(mark, b'~' | b'%'), matches!(mark, b'?' | b'%'));
        let digits = if approximate || uncertain { text.strip_suffix(char::from(mark)) } else { None };
        let digits = digits.unwrap_or(text);
        let mut parts = digits.split('-');
        let year = number(parts.next(), 4).ok_or(DateError::Malformed)?;
        let month = match parts.next() {
            None => 0,
            part => number(part, 2).ok_or(DateError::Malformed)? as u8,
        };
        let day = match parts.next() {
            None => 0,
            part => number(part, 2).ok_or(DateError::Malformed)? as u8,
        };
        if parts.next().is_some() {
            return Err(DateError::Malformed);
        }
        if digits.len() > 4 && !(1..=12).contains(&month) {
            return Err(DateError::NoSuchMonth(month));
        }
        if digits.len() > 7 && !(1..=days_in_month(i32::from(year), month)).contains(&day) {
            return Err(DateError::NoSuchDay { year: i32::from(year), month, day });
        }
        Ok(Self { year, month, day, approximate, uncertain })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // By hand: a hundred thousand dates are written while a reader waits.
        let digit = |number: u16| char::from(b'0' + (number % 10) as u8);
        let year = self.year.unsigned_abs();
        for power in [1_000, 100, 10, 1] {
            f.write_char(digit(year / power))?;
        }
        for part in [self.month, self.day].into_iter().filter(|&part| part > 0).map(u16::from) {
            f.write_char('-')?;
            f.write_char(digit(part / 10))?;
            f.write_char(digit(part))?;
        }
        f.write_str(match (self.approximate, self.uncertain) {
            (true, true) => "%",
            (true, false) => "~",
            (false, true) => "?",
            (false, false) => "",
        })
    }
}

/// `part` as a number if it is exactly `width` digits.
fn number(part: Option<&str>, width: usize) -> Option<i16> {
    let part = part.filter(|part| part.len() == width)?;
    part.bytes().try_fold(0, |value, byte| byte.is_ascii_digit().then(|| value * 10 + i16::from(byte - b'0')))
}

fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// An end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// A date.
    Date(Date),
    /// `..`: open, there is none or it is still to come.
    Open,
    /// Empty: there is one, but it is not known.
    Unknown,
}

impl Bound {
    /// The date, if there is one.
    #[must_use]
    pub fn date(self) -> Option<Date> {
        match self {
            Self::Date(date) => Some(date),
            Self::Open | Self::Unknown => None,
        }
    }

    fn parse(text: &str) -> Result<Self, DateError> {
        match text {
            ".." => Ok(Self::Open),
            "" => Ok(Self::Unknown),
            text => Date::parse(text).map(Self::Date),
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

/// When something happened: one date, or an interval of which at least one end is a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edtf {
    /// One date.
    Date(Date),
    /// From one bound to the other, both included.
    Interval {
        /// When it begins.
        start: Bound,
        /// When it ends.
        end: Bound,
    },
}

impl Edtf {
    /// Reads an EDTF string.
    ///
    /// # Errors
    /// What is wrong with it, and what would be right.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let Some((start, end)) = text.split_once('/') else {
            return Date::parse(text).map(Self::Date);
        };
        let (start, end) = (Bound::parse(start)?, Bound::parse(end)?);
        match (start.date(), end.date()) {
            (None, None) => Err(DateError::NoDate),
            (Some(first), Some(last)) if first.first_day() > last.last_day() => {
                Err(DateError::Reversed { start: first, end: last })
            }
            _ => Ok(Self::Interval { start, end }),
        }
    }

    /// The date it begins on, if it has one.
    #[must_use]
    pub fn start(self) -> Option<Date> {
        match self {
            Self::Date(date) => Some(date),
            Self::Interval { start, .. } => start.date(),
        }
    }

    /// The date it ends on, if it has one.
    #[must_use]
    pub fn end(self) -> Option<Date> {
        match self {
            Self::Date(date) => Some(date),
            Self::Interval { end, .. } => end.date(),
        }
    }

    /// The first day it may mean; `None` when the start is open or not known.
    #[must_use]
    pub fn earliest(self) -> Option<Day> {
        self.start().map(Date::first_day)
    }

    /// The last day it may mean; `None` when the end is open or not known.
    #[must_use]
    pub fn latest(self) -> Option<Day> {
        self.end().map(Date::last_day)
    }

    /// Whether any of it is marked approximate or uncertain.
    #[must_use]
    pub fn is_qualified(self) -> bool {
        [self.start(), self.end()].into_iter().flatten().any(|date| date.approximate || date.uncertain)
    }

    /// Whether any of it lies between two instants, in days since 1 January 1970, the second not included.
    ///
    /// What has an open start is placed at its known end, so that end must lie between them.
    #[must_use]
    pub fn overlaps(self, start: f64, end: f64) -> bool {
        let (begins, ends) = self.reach();
        begins < end && ends > start
    }

    /// The days it may mean.
    #[must_use]
    pub fn span(self) -> Span {
        match self {
            // Known to the day: one and the same, worked out once.
            Self::Date(date) if date.precision() == Precision::Day => {
                let day = Some(date.first_day());
                Span { earliest: day, latest: day, is_interval: false }
            }
            _ => Span {
                earliest: self.earliest(),
                latest: self.latest(),
                is_interval: matches!(self, Self::Interval { .. }),
            },
        }
    }

    /// From where to where it reaches: see [`Span::reach`].
    #[must_use]
    pub fn reach(self) -> (f64, f64) {
        self.span().reach()
    }

    /// Order in time: by the first known day, then by the last; what is known more finely comes later.
    #[must_use]
    pub fn chronological(&self, other: &Self) -> Ordering {
        self.moment().cmp(&other.moment())
    }

    /// What [`Edtf::chronological`] compares: for who sorts many dates and works it out once for each.
    #[must_use]
    pub fn moment(self) -> Moment {
        self.span().moment()
    }
}

/// The days that a date may mean: what is asked of it again and again, worked out once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first of them; `None` when the start is open or not known.
    pub earliest: Option<Day>,
    /// The last of them; `None` when the end is open or not known.
    pub latest: Option<Day>,
    /// Whether it goes from one to the other, rather than lies somewhere between them.
    pub is_interval: bool,
}

impl Span {
    /// From where to where it reaches, in days since 1 January 1970, the second bound not included.
    ///
    /// What has an open start begins at its known end; what has an open end ends never.
    #[must_use]
    pub fn reach(self) -> (f64, f64) {
        let begins = self.earliest.or(self.latest).map_or(f64::NEG_INFINITY, |day| f64::from(day.0));
        (begins, self.latest.map_or(f64::INFINITY, |day| f64::from(day.0) + 1.0))
    }

    /// Its place in time among others.
    #[must_use]
    pub fn moment(self) -> Moment {
        // Days of four-digit years, of either sign, take 24 bits.
        let bits = |day: Option<Day>| day.map_or(0, |day| i64::from(day.0) + (1 << 23));
        let first = self.earliest.or(self.latest);
        let (first, last) = (bits(first), bits(self.latest.or(first)));
        Moment((first << 25) - (last << 1) + i64::from(self.earliest.is_some()))
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Interval { start, end } => write!(f, "{start}/{end}"),
        }
    }
}

/// The place of a date in time among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(i64);

impl Moment {
    /// A number in the same order.
    #[must_use]
    pub fn number(self) -> i64 {
        self.0
    }
}

/// Why a text is not a date we accept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Not in the form of EDTF.
    Malformed,
    /// A time of day, which the explorer does not show.
    TimeOfDay,
    /// A month out of 1–12.
    NoSuchMonth(u8),
    /// A day that its month does not have.
    NoSuchDay {
        /// The year.
        year: i32,
        /// The month.
        month: u8,
        /// The day.
        day: u8,
    },
    /// An interval that ends before it begins.
    Reversed {
        /// Its start.
        start: Date,
        /// Its end.
        end: Date,
    },
    /// An interval with no date at either end.
    NoDate,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed => f.write_str(
                "not a date; write 2021, 2021-09, 2021-09-27, 2021~, 2021? or an interval such as 2020-04/..",
            ),
            Self::TimeOfDay => f.write_str("a time of day is not kept; write the day only, as 2021-09-27"),
            Self::NoSuchMonth(month) => write!(f, "there is no month {month:02}; months go from 01 to 12"),
            Self::NoSuchDay { year, month, day } => write!(
                f,
                "{year:04}-{month:02} has no day {day:02}; it has {} days",
                days_in_month(*year, *month)
            ),
            Self::Reversed { start, end } => {
                write!(f, "the interval ends before it begins; write {end}/{start}")
            }
            Self::NoDate => f.write_str("an interval needs a date at one end at least; write ../2021-12-12"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Edtf {
        Edtf::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn a_moment_as_one_number_keeps_the_order_of_its_parts() {
        let texts = [
            "0000",
            "0000-01-01",
            "9999",
            "9999-12-31",
            "2020",
            "2020-01",
            "2020-01-01",
            "2020/2021",
            "2020/..",
            "../2020",
            "/2020-01-01",
            "2020-01-01/",
            "2019-12-31",
        ];
        let dates: Vec<Edtf> = texts.iter().map(|text| Edtf::parse(text).expect(text)).collect();
        let parts = |date: &Edtf| {
            let first = date.earliest().or(date.latest());
            (first, std::cmp::Reverse(date.latest().or(first)), date.earliest().is_some())
        };
        for a in &dates {
            for b in &dates {
                assert_eq!(a.chronological(b), parts(a).cmp(&parts(b)), "{a} and {b}");
            }
        }
    }

    #[test]
    fn the_examples_of_level_0_and_of_our_part_of_level_1_are_read_and_written_back() {
        // The examples of the specification, section by section.
        for text in [
            "1985-04-12",
            "1985-04",
            "1985", // date
            "1964/2008",
            "2004-06/2006-08",
            "2004-02-01/2005-02-08", // time interval
            "2004-02-01/2005-02",
            "2004-02-01/2005",
            "2005/2006-02",
            "1984?",
            "2004-06~",
            "2004-06-11%", // qualification of a date
            "1985-04-12/..",
            "1985-04/..",
            "1985/..", // open end
            "../1985-04-12",
            "../1985-04",
            "../1985", // open start
            "1985-04-12/",
            "1985-04/",
            "1985/", // unknown end
            "/1985-04-12",
            "/1985-04",
            "/1985", // unknown start
            "1984~/2004-06",
            "1984/2004-06~",
            "1984~/2004~",
            "1984?/2004%",
            "-", // replaced below: keeps the list honest about what is not a date
        ] {
            if text == "-" {
                assert_eq!(Edtf::parse(text), Err(DateError::Malformed));
                continue;
            }
            assert_eq!(parse(text).to_string(), text);
        }
    }

    #[test]
    fn what_we_do_not_draw_is_refused_with_a_reason() {
        assert_eq!(Edtf::parse("1985-04-12T23:20:30Z"), Err(DateError::TimeOfDay));
        for text in [
            "Y170000002",
            "2001-21-01",
            "201X",
            "20XX",
            "2004-XX",
            "1985-04-XX",
            "-1985",
            "+1985",
            "85",
            "1985-4-12",
            "1985-04-1",
            "1985/04/12",
            "12/04/1985",
            "1985-04-12-01",
            "2021 ",
            "",
            "[1667,1668]",
            "~2021",
            "2021-~09",
            "20é1",
        ] {
            assert!(Edtf::parse(text).is_err(), "{text} was accepted");
        }
    }

    #[test]
    fn seasons_are_months_that_do_not_exist() {
        assert_eq!(Edtf::parse("2001-21"), Err(DateError::NoSuchMonth(21)));
        assert_eq!(Edtf::parse("2001-00"), Err(DateError::NoSuchMonth(0)));
    }

    #[test]
    fn a_day_must_be_in_its_month() {
        assert_eq!(Edtf::parse("2021-02-29"), Err(DateError::NoSuchDay { year: 2021, month: 2, day: 29 }));
        assert!(Edtf::parse("2020-02-29").is_ok());
        assert!(Edtf::parse("1900-02-29").is_err());
        assert!(Edtf::parse("2000-02-29").is_ok());
        assert!(Edtf::parse("2021-12-00").is_err());
    }

    #[test]
    fn an_interval_goes_forward_and_has_a_date() {
        assert!(matches!(Edtf::parse("2022/2021"), Err(DateError::Reversed { .. })));
        assert_eq!(Edtf::parse("../.."), Err(DateError::NoDate));
        assert_eq!(Edtf::parse("/"), Err(DateError::NoDate));
        // A month inside the year that ends the interval is not reversed.
        assert!(Edtf::parse("2021-09/2021").is_ok());
    }

    #[test]
    fn bounds_are_the_first_and_last_days_a_date_may_mean() {
        let day = |y, m, d| Some(Day::from_civil(y, m, d));
        assert_eq!(parse("2021").earliest(), day(2021, 1, 1));
        assert_eq!(parse("2021").latest(), day(2021, 12, 31));
        assert_eq!(parse("2020-02").latest(), day(2020, 2, 29));
        assert_eq!(parse("2021-12-12").earliest(), parse("2021-12-12").latest());
        assert_eq!(parse("../2021-12-12").earliest(), None);
        assert_eq!(parse("2021-12-12/..").latest(), None);
    }

    #[test]
    fn days_and_civil_dates_are_one_to_one() {
        assert_eq!(Day::from_civil(1970, 1, 1), Day(0));
        assert_eq!(Day::from_civil(2021, 12, 12), Day(18_973));
        for day in (-800_000..800_000).step_by(97).map(Day) {
            let (year, month, of_month) = day.to_civil();
            assert_eq!(Day::from_civil(year, month, of_month), day);
        }
    }

    #[test]
    fn order_in_time_puts_the_wider_first_and_an_open_start_at_its_known_end() {
        let mut dates =
            ["2021-12-12", "2021-12", "../2021-12-12", "2021", "2020-11", "2021-12-12/.."].map(parse);
        dates.sort_by(Edtf::chronological);
        assert_eq!(
            dates.map(|date| date.to_string()),
            ["2020-11", "2021", "2021-12", "../2021-12-12", "2021-12-12", "2021-12-12/.."]
        );
    }
}

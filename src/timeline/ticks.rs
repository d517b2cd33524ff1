//! Ticks of the time axis: years, quarters, months or days, whichever leaves room for their labels.

use super::scale::TimeScale;
use crate::{
    i18n::format::short_month_name,
    model::{date::Day, text::Lang},
};

/// A tick of the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where, in pixels from the left.
    pub x: f64,
    /// What it says.
    pub label: String,
    /// Whether a year begins there.
    pub is_year: bool,
}

/// How far apart ticks are.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Years(i32),
    Months(u8),
    Days(i32),
}

/// From the finest to the coarsest, with the room one tick needs in pixels.
const STEPS: [(Step, f64); 10] = [
    (Step::Days(1), 44.0),
    (Step::Days(7), 52.0),
    (Step::Months(1), 42.0),
    (Step::Months(3), 42.0),
    (Step::Months(6), 42.0),
    (Step::Years(1), 44.0),
    (Step::Years(2), 44.0),
    (Step::Years(5), 44.0),
    (Step::Years(10), 44.0),
    (Step::Years(50), 44.0),
];

/// The ticks of a scale, from left to right.
#[must_use]
pub fn ticks(scale: TimeScale, lang: Lang) -> Vec<Tick> {
    let px_per_day = scale.width_px / scale.window.length();
    let step = STEPS
        .iter()
        .find(|(step, room)| step.days() * px_per_day >= *room)
        .map_or(Step::Years(100), |(step, _)| *step);
    let (first, last) = scale.window.to_days();
    let mut ticks = Vec::new();
    let mut day = step.at_or_before(first);
    while day <= last {
        // The window may begin or end within a day, whose tick then lies outside.
        let x = scale.x_from_day(f64::from(day.0));
        if (0.0..=scale.width_px).contains(&x) {
            ticks.push(Tick {
                x,
                label: step.label(day, lang),
                is_year: matches!(day.to_civil(), (_, 1, 1)),
            });
        }
        day = step.after(day);
    }
    ticks
}

impl Step {
    /// The shortest this step can be, in days.
    fn days(self) -> f64 {
        match self {
            Self::Years(years) => f64::from(years) * 365.0,
            Self::Months(months) => f64::from(months) * 28.0,
            Self::Days(days) => f64::from(days),
        }
    }

    /// The last tick at or before `day`.
    fn at_or_before(self, day: Day) -> Day {
        let (year, month, _) = day.to_civil();
        match self {
            Self::Years(years) => Day::from_civil(year - year.rem_euclid(years), 1, 1),
            Self::Months(months) => Day::from_civil(year, (month - 1) / months * months + 1, 1),
            // Day 4 is a Monday (5 January 1970).
            Self::Days(7) => Day(day.0 - (day.0 - 4).rem_euclid(7)),
            Self::Days(_) => day,
        }
    }

    /// The next tick.
    fn after(self, day: Day) -> Day {
        let (year, month, _) = day.to_civil();
        match self {
            Self::Years(years) => Day::from_civil(year + years, 1, 1),
            Self::Months(months) if month + months > 12 => Day::from_civil(year + 1, 1, 1),
            Self::Months(months) => Day::from_civil(year, month + months, 1),
            Self::Days(days) => Day(day.0 + days),
        }
    }

    fn label(self, day: Day, lang: Lang) -> String {
        match (self, day.to_civil()) {
            (Self::Years(_) | Self::Months(_), (year, 1, _)) => year.to_string(),
            (Self::Days(_), (year, 1, 1)) => year.to_string(),
            (Self::Days(_), (_, month, of_month)) => {
                format!("{of_month} {}", short_month_name(month, lang))
            }
            (_, (_, month, _)) => short_month_name(month, lang).to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::scale::Window, *};

    fn labels(from: (i32, u8, u8), to: (i32, u8, u8), width_px: f64, lang: Lang) -> Vec<String> {
        let day = |(year, month, day)| f64::from(Day::from_civil(year, month, day).0);
        let window = Window { start: day(from), end: day(to) };
        ticks(TimeScale { window, width_px }, lang).into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn ten_years_are_ticked_by_year() {
        let labels = labels((2013, 6, 1), (2023, 6, 1), 900.0, Lang::Fr);
        assert_eq!(labels.first().map(String::as_str), Some("2014"));
        assert_eq!(labels.len(), 10);
    }

    #[test]
    fn two_years_are_ticked_by_quarter_in_the_readers_language() {
        assert_eq!(
            labels((2021, 1, 1), (2022, 6, 30), 400.0, Lang::Fr),
            ["2021", "avr.", "juil.", "oct.", "2022", "avr."]
        );
        assert_eq!(labels((2021, 1, 1), (2021, 12, 31), 400.0, Lang::En), ["2021", "Apr", "Jul", "Oct"]);
    }

    #[test]
    fn a_fortnight_is_ticked_by_day() {
        let labels = labels((2021, 12, 28), (2022, 1, 4), 600.0, Lang::Fr);
        assert_eq!(labels, ["28 déc.", "29 déc.", "30 déc.", "31 déc.", "2022", "2 janv.", "3 janv."]);
    }

    #[test]
    fn labels_always_have_their_room() {
        for days in [10.0, 40.0, 100.0, 365.0, 1_000.0, 4_000.0, 40_000.0] {
            for width_px in [280.0, 700.0, 1_200.0] {
                let scale = TimeScale { window: Window { start: 18_000.3, end: 18_000.3 + days }, width_px };
                let ticks = ticks(scale, Lang::Fr);
                for pair in ticks.windows(2) {
                    assert!(pair[1].x - pair[0].x >= 38.0, "{days} days on {width_px} px");
                }
                assert!(ticks.iter().all(|tick| (0.0..=width_px).contains(&tick.x)));
            }
        }
    }
}

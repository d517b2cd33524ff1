//! The axes of a chart: values from zero up in round steps, and time in months or years, whichever leaves room for its labels.

use crate::{
    i18n::format::{plain_date, short_month_name},
    model::{
        date::{Date, Day, Edtf},
        text::Lang,
        within::Within as _,
    },
    text_metrics::{TextMetrics, Weight},
};

/// Font size on the axes.
pub const TICK_SIZE_PX: f64 = 12.0;
/// The most steps between the ends of an axis of values.
const MOST_STEPS: f64 = 5.0;
/// Room before the first and behind the last date, as a share of what lies between them, and the least in days.
const MARGIN: (f64, f64) = (0.07, 20.0);
/// Room between two labels of the axis of time.
const BETWEEN_PX: f64 = 10.0;

/// The axis of values: round numbers that hold all of them, and zero.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueAxis {
    /// The lowest number: zero, unless a value lies below it.
    pub bottom: f64,
    /// The highest number.
    pub top: f64,
    /// The round numbers, both ends among them.
    pub ticks: Vec<f64>,
}

impl ValueAxis {
    /// The axis of some values.
    #[must_use]
    pub fn of(values: &[f64]) -> Self {
        let finite = values.iter().copied().filter(|value| value.is_finite());
        let (least, most) =
            finite.fold((0.0_f64, 0.0_f64), |(least, most), value| (least.min(value), most.max(value)));
        let length = if most > least { most - least } else { 1.0 };
        let step = round_step(length / MOST_STEPS);
        let (first, last) = ((least / step).floor(), (most.max(least + length) / step).ceil());
        let ticks = (first as i64..=last as i64).map(|count| count as f64 * step).collect();
        Self { bottom: first * step, top: last * step, ticks }
    }

    /// How far up a value is, of 1.
    #[must_use]
    pub fn share(&self, value: f64) -> f64 {
        (value - self.bottom) / (self.top - self.bottom)
    }
}

/// The least of 1, 2, 2.5, 5, 10, 20… that is not below `least`.
fn round_step(least: f64) -> f64 {
    let mut unit = 0.001;
    while unit * 10.0 <= least {
        unit *= 10.0;
    }
    let steps = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|factor| factor * unit);
    steps.into_iter().find(|step| *step >= least * 0.999_999).unwrap_or(least)
}

/// The axis of time, from days since 1 January 1970 to pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeAxis {
    /// The first instant.
    pub start: f64,
    /// The last instant.
    pub end: f64,
    /// Where it begins.
    pub left_px: f64,
    /// How long it is.
    pub width_px: f64,
}

impl TimeAxis {
    /// The axis that holds all these stretches of days, with room at both ends.
    #[must_use]
    pub fn of(stretches: &[(f64, f64)], left_px: f64, width_px: f64) -> Self {
        let (first, last) =
            stretches.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(first, last), (from, to)| {
                (first.min(*from), last.max(*to))
            });
        let (first, last) = if first <= last { (first, last) } else { (0.0, 0.0) };
        let margin = ((last - first) * MARGIN.0).max(MARGIN.1);
        Self { start: first - margin, end: last + margin, left_px, width_px }
    }

    /// Where an instant is.
    #[must_use]
    pub fn x(self, instant: f64) -> f64 {
        self.left_px + (instant - self.start) / (self.end - self.start) * self.width_px
    }
}

/// The days that a date may mean: from the first up to the end of the last. An open end is the known one.
#[must_use]
pub fn stretch(date: Edtf) -> Option<(f64, f64)> {
    let (from, to) = (date.earliest(), date.latest());
    let (from, to) = (from.or(to)?, to.or(from)?);
    Some((f64::from(from.0), f64::from(to.0) + 1.0))
}

/// A tick of the axis of time.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeTick {
    /// Where it is.
    pub x: f64,
    /// What it says, if there is room.
    pub label: Option<TimeLabel>,
}

/// The label of a tick.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeLabel {
    /// Its middle.
    pub x: f64,
    /// Its text.
    pub text: String,
    /// How wide it is at most.
    pub width: f64,
}

/// The steps of the axis in months, from the finest to the coarsest.
const STEPS: [i32; 8] = [1, 2, 3, 6, 12, 24, 60, 120];

/// The ticks from left to right.
#[must_use]
pub fn time_ticks(axis: TimeAxis, lang: Lang, metrics: &TextMetrics) -> Vec<TimeTick> {
    let per_month = 30.4 * axis.width_px / (axis.end - axis.start);
    let room = metrics.width_px("sept. ", Weight::Bold, TICK_SIZE_PX) + BETWEEN_PX;
    let step = STEPS.into_iter().find(|months| f64::from(*months) * per_month >= room).unwrap_or(240);
    let month_of = |instant: f64| {
        let (year, month, _) = Day(instant as i32).to_civil();
        year * 12 + i32::from(month) - 1
    };
    let first = month_of(axis.start).div_euclid(step) * step;
    let (mut ticks, mut free_from, mut has_year) = (Vec::new(), 0.0, false);
    for months in (first..=month_of(axis.end)).step_by(step as usize) {
        let (year, month) = (months.div_euclid(12), (months.rem_euclid(12) + 1) as u8);
        let day = Day::from_civil(year, month, 1);
        let x = axis.x(f64::from(day.0));
        if x < axis.left_px || x > axis.left_px + axis.width_px {
            continue;
        }
        let is_year = month == 1;
        let text = match (is_year, has_year) {
            (true, _) => year.to_string(),
            (false, true) => short_month_name(month, lang).to_owned(),
            // Somewhere the year has to be said.
            (false, false) => format!("{} {year}", short_month_name(month, lang)),
        };
        let width = metrics.width_px(&text, Weight::Bold, TICK_SIZE_PX);
        let middle = x.within(width / 2.0, axis.left_px + axis.width_px - width / 2.0);
        let fits = middle - width / 2.0 >= free_from;
        let label = fits.then_some(TimeLabel { x: middle, text, width });
        if let Some(label) = &label {
            free_from = label.x + label.width / 2.0 + BETWEEN_PX;
            has_year = true;
        }
        ticks.push(TimeTick { x, label });
    }
    ticks
}

/// A date on a chart: the day of the note.
#[must_use]
pub fn day_in_words(day: Day, lang: Lang) -> String {
    plain_date(Date::from_day(day), lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_on_zero_below_a_round_number() {
        for (values, top, count) in [
            (vec![2_500.0, 4_000.0], 4_000.0, 5),
            (vec![67.0, 100.0], 100.0, 6),
            (vec![37.461, 88.0], 100.0, 6),
            (vec![5_000.0], 5_000.0, 6),
            (vec![43.0], 50.0, 6),
            (vec![0.125], 0.125, 6),
        ] {
            let axis = ValueAxis::of(&values);
            assert_eq!(axis.bottom, 0.0);
            assert!((axis.top - top).abs() < 1e-9 && axis.ticks.len() <= count, "{values:?}: {axis:?}");
        }
    }

    #[test]
    fn nothing_and_zero_alone_still_have_an_axis_and_what_is_below_zero_lies_on_it() {
        for values in [vec![], vec![0.0], vec![f64::NAN]] {
            let axis = ValueAxis::of(&values);
            assert_eq!((axis.bottom, axis.top), (0.0, 1.0), "{values:?}");
            assert!(axis.share(0.0).is_finite());
        }
        let axis = ValueAxis::of(&[-3.0, 10.0]);
        assert!(axis.bottom <= -3.0 && axis.top >= 10.0 && axis.ticks.contains(&0.0));
    }

    #[test]
    fn one_day_and_no_day_still_have_an_axis_of_time() {
        let one = TimeAxis::of(&[(100.0, 101.0)], 40.0, 200.0);
        assert!(one.x(100.0) > 40.0 && one.x(101.0) < 240.0);
        assert!(TimeAxis::of(&[], 0.0, 200.0).x(0.0).is_finite());
    }

    #[test]
    fn an_open_date_is_placed_at_the_end_that_is_known() {
        let of = |text| stretch(Edtf::parse(text).expect(text));
        assert_eq!(of("2021-12-12"), of("2021-12-12/.."));
        assert_eq!(of("../2021-12-12"), of("2021-12-12"));
        let (from, to) = of("2023").expect("a year");
        assert_eq!(to - from, 365.0);
    }

    #[test]
    fn labels_of_time_never_meet_and_one_of_them_says_the_year() {
        let metrics = TextMetrics::cautious();
        for (from, to) in [
            ("2021-10-08", "2021-12-12"),
            ("2016-11", "2024-12"),
            ("2019-05", "2022"),
            ("2021-12-12", "2021-12-12"),
        ] {
            for width in [180.0, 260.0, 600.0] {
                let days = |text| stretch(Edtf::parse(text).expect(text)).expect("days");
                let axis = TimeAxis::of(&[days(from), days(to)], 30.0, width);
                let ticks = time_ticks(axis, Lang::Fr, &metrics);
                let labels: Vec<_> = ticks.iter().filter_map(|tick| tick.label.as_ref()).collect();
                assert!(
                    labels.iter().any(|label| label.text.contains("20")),
                    "{from} {to} {width}: {labels:?}"
                );
                for pair in labels.windows(2) {
                    assert!(pair[0].x + pair[0].width / 2.0 < pair[1].x - pair[1].width / 2.0);
                }
                assert!(labels.iter().all(|label| label.x - label.width / 2.0 >= 0.0
                    && label.x + label.width / 2.0 <= 30.0 + width + 0.01));
            }
        }
    }
}

//! How many events lie in a window, without looking at each of them.

use super::scale::Window;
use crate::model::{date::Edtf, order::sorted};

/// From where to where events reach, each bound for itself and in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reaches {
    begins: Vec<f64>,
    ends: Vec<f64>,
}

impl Reaches {
    /// Those of these dates, which are sorted the faster the more they are in order of time.
    #[must_use]
    pub fn of(dates: impl Iterator<Item = Edtf>) -> Self {
        let (begins, ends): (Vec<_>, Vec<_>) = dates.map(|date| date.reach()).unzip();
        Self { begins: sorted(&begins, f64::total_cmp), ends: sorted(&ends, f64::total_cmp) }
    }

    /// How many of them a window holds, as [`Window::holds`] says of each: all that begin before its end, but for those
    /// that have ended by its start, which began before as well.
    #[must_use]
    pub fn held_by(&self, window: Window) -> usize {
        let begun = self.begins.partition_point(|&begins| begins < window.end);
        let ended = self.ends.partition_point(|&ends| ends <= window.start);
        begun.saturating_sub(ended)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_that_of_looking_at_each() {
        let texts = [
            "2020",
            "2021-05",
            "2021-05-06",
            "2019/2022",
            "../2020-03",
            "2021-02/..",
            "1990",
            "2021~",
            "2030-01-01",
        ];
        let dates: Vec<Edtf> = texts.iter().map(|text| Edtf::parse(text).expect(text)).collect();
        let reaches = Reaches::of(dates.iter().copied());
        for start in (-12_000..26_000).step_by(97) {
            for length in [0.5, 1.0, 30.0, 400.0, 9_000.0] {
                let window = Window { start: f64::from(start), end: f64::from(start) + length };
                let each = dates.iter().filter(|&&date| window.holds(date)).count();
                assert_eq!(reaches.held_by(window), each, "{window:?}");
            }
        }
    }

    #[test]
    fn nothing_is_held_of_nothing() {
        assert_eq!(Reaches::default().held_by(Window { start: 0.0, end: 1.0 }), 0);
    }
}

//! Which of many events lie in a window of time, without looking at each of them.

use std::ops::Range;

use super::scale::Window;

/// From where to where events reach, in order of time; each is known by its place in that order.
///
/// Source: the augmented tree of Cormen et al., *Introduction to Algorithms*, 17.3: a search for what overlaps a
/// stretch leaves a subtree at once if nothing in it ends late enough. Days of four-digit years are exact in an `f32`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IntervalIndex {
    /// Where each begins, in order.
    begins: Vec<f32>,
    /// The latest end below each node of a binary tree: the node `n` has `2n` and `2n + 1` below it, the ends
    /// themselves are the second half.
    latest: Vec<f32>,
}

/// What a window holds, by place: all that begins in it, and what had begun before and goes on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// What began before the window, in order.
    pub straddling: Vec<usize>,
    /// What begins in it.
    pub begun: Range<usize>,
}

impl IntervalIndex {
    /// The index of stretches in days since 1 January 1970, ends not included, in the order of their first instants.
    #[must_use]
    pub fn new(reaches: impl Iterator<Item = (f64, f64)>) -> Self {
        let (begins, ends): (Vec<f32>, Vec<f32>) =
            reaches.map(|(begins, ends)| (begins as f32, ends as f32)).unzip();
        debug_assert!(begins.is_sorted(), "events come in order of time");
        let width = ends.len().next_power_of_two();
        let mut latest = vec![f32::NEG_INFINITY; 2 * width];
        latest[width..width + ends.len()].copy_from_slice(&ends);
        for node in (1..width).rev() {
            latest[node] = latest[2 * node].max(latest[2 * node + 1]);
        }
        Self { begins, latest }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.begins.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.begins.is_empty()
    }

    /// The stretch at a place.
    #[must_use]
    pub fn reach(&self, place: usize) -> (f64, f64) {
        (self.begins[place].into(), self.latest[self.latest.len() / 2 + place].into())
    }

    /// The places in `within` that begin before an instant, as the end of their range.
    #[must_use]
    pub fn begun_by(&self, within: Range<usize>, instant: f64) -> usize {
        within.start + self.begins[within].partition_point(|&begins| f64::from(begins) < instant)
    }

    /// What a window holds, as [`Window::holds`] says of each.
    #[must_use]
    pub fn held(&self, window: Window) -> Held {
        let start = self.begun_by(0..self.len(), window.start);
        let end = self.begun_by(start..self.len(), window.end);
        let mut straddling = Vec::new();
        self.add_lasting(1, 0..self.latest.len() / 2, start, window.start, &mut straddling);
        Held { straddling, begun: start..end }
    }

    /// Adds the places below `node`, which are `places`, that come before `limit` and end after an instant.
    fn add_lasting(
        &self,
        node: usize,
        places: Range<usize>,
        limit: usize,
        instant: f64,
        found: &mut Vec<usize>,
    ) {
        if places.start >= limit || f64::from(self.latest[node]) <= instant {
            return;
        }
        if places.len() == 1 {
            found.push(places.start);
            return;
        }
        let middle = usize::midpoint(places.start, places.end);
        self.add_lasting(2 * node, places.start..middle, limit, instant, found);
        self.add_lasting(2 * node + 1, middle..places.end, limit, instant, found);
    }
}

impl Held {
    /// How many.
    #[must_use]
    pub fn count(&self) -> usize {
        self.straddling.len() + self.begun.len()
    }

    /// All of them, in order.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        self.straddling.iter().copied().chain(self.begun.clone())
    }

    /// How many of them come before the one at `place`.
    #[must_use]
    pub fn before(&self, place: usize) -> usize {
        match place.checked_sub(self.begun.start) {
            Some(among) => self.straddling.len() + among,
            None => self.straddling.partition_point(|&other| other < place),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::Edtf;

    fn dates() -> Vec<Edtf> {
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
        let mut dates: Vec<Edtf> = texts.iter().map(|text| Edtf::parse(text).expect(text)).collect();
        dates.sort_by_key(|date| date.moment());
        dates
    }

    #[test]
    fn what_is_held_is_what_looking_at_each_finds() {
        let dates = dates();
        let index = IntervalIndex::new(dates.iter().map(|date| date.reach()));
        for start in (-12_000..26_000).step_by(97) {
            for length in [0.5, 1.0, 30.0, 400.0, 9_000.0] {
                let window = Window { start: f64::from(start), end: f64::from(start) + length };
                let each: Vec<usize> = (0..dates.len()).filter(|&place| window.holds(dates[place])).collect();
                let held = index.held(window);
                assert_eq!(held.places().collect::<Vec<_>>(), each, "{window:?}");
                assert_eq!(held.count(), each.len());
                let before: Vec<usize> = each.iter().map(|&place| held.before(place)).collect();
                assert_eq!(before, (0..each.len()).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn a_stretch_comes_back_as_it_was() {
        let dates = dates();
        let index = IntervalIndex::new(dates.iter().map(|date| date.reach()));
        for (place, date) in dates.iter().enumerate() {
            assert_eq!(index.reach(place), date.reach());
        }
    }

    #[test]
    fn nothing_is_held_of_nothing() {
        let index = IntervalIndex::new(std::iter::empty());
        assert_eq!(index.held(Window { start: 0.0, end: 1.0 }).count(), 0);
        assert!(index.is_empty());
    }
}

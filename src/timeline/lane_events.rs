//! The events of one lane, and which of those in a window looks for room first.

use std::ops::Range;

use super::interval_index::{Held, IntervalIndex};
use crate::model::{
    date::Span,
    event::Event,
    id::{EventId, ThemeId},
    order::sorted,
};

/// Events of one lane, in order of time.
///
/// Made once for what is asked for: a move of the window looks at what it holds, and of many at few.
pub struct LaneEvents<'a> {
    /// The theme.
    pub theme: ThemeId,
    /// Its events.
    pub events: Vec<(EventId, &'a Event)>,
    /// Whether the reader opened it: as many rows as it takes.
    pub is_open: bool,
    /// Where each of them lies in time.
    pub index: IntervalIndex,
    /// The places of those of each importance, the greatest first.
    ranks: [Vec<usize>; Event::RANKS],
}

/// Among so many equals the earlier goes first.
const FEW_EQUALS: usize = 200;

impl<'a> LaneEvents<'a> {
    /// A lane with these events, which come in order of time with the days they may mean.
    #[must_use]
    pub fn new(
        theme: ThemeId,
        events: impl Iterator<Item = (EventId, &'a Event, Span)>,
        is_open: bool,
    ) -> Self {
        let (events, reaches): (Vec<_>, Vec<_>) =
            events.map(|(id, event, span)| ((id, event), span.reach())).unzip();
        let mut ranks = [const { Vec::new() }; Event::RANKS];
        for (place, (_, event)) in events.iter().enumerate() {
            ranks[Event::RANKS - event.rank()].push(place);
        }
        Self { theme, events, is_open, index: IntervalIndex::new(reaches.into_iter()), ranks }
    }

    /// The places of what a window holds, of each importance, the greatest first, in the order in which it looks for room:
    /// each is shown to `takes`, until that wants no more of this importance.
    pub fn in_turn(&self, held: &Held, mut takes: impl FnMut(usize, usize) -> bool) {
        for (rank, own) in self.ranks.iter().enumerate() {
            let number_of = |limit: usize| own.partition_point(|&place| place < limit);
            let begun = number_of(held.begun.start)..number_of(held.begun.end);
            let straddling: Vec<usize> =
                held.straddling.iter().filter_map(|place| own.binary_search(place).ok()).collect();
            let turns = Turns::of(own.len());
            let mut levels =
                (0..=turns.bits).flat_map(|level| turns.level(level, &straddling, begun.clone()));
            _ = levels.all(|number| takes(rank, own[number]));
        }
    }
}

/// The order in which some of `count` equals look for room.
///
/// Of many each next one lies where the earlier ones left the widest gap (the radical inverse of van der Corput,
/// *Verteilungsfunktionen*, 1935): what is drawn then is an even sample, and stays as it is while the window moves. The
/// sequence comes in levels, each twice as dense as the one before, made when they are asked for: of many equals the
/// first few levels fill the lane.
struct Turns {
    /// How many bits their numbers have; none of few, of which the one level is all of them as they come.
    bits: u32,
}

impl Turns {
    fn of(count: usize) -> Self {
        Self { bits: if count <= FEW_EQUALS { 0 } else { usize::BITS - (count - 1).leading_zeros() } }
    }

    /// The numbers of a level: those in `range`, and those `numbered`, which come before it.
    fn level(&self, level: u32, numbered: &[usize], range: Range<usize>) -> Vec<usize> {
        if self.bits == 0 {
            return numbered.iter().copied().chain(range).collect();
        }
        // A level has the odd multiples of its distance; the first one has zero alone.
        let dense = 1_usize << (self.bits - level);
        let is_of_level = |number: usize| {
            if level == 0 { number == 0 } else { number % (2 * dense) == dense }
        };
        let first = range.start + (3 * dense - range.start % (2 * dense)) % (2 * dense);
        let first = if level == 0 { range.start } else { first };
        let own = (first..range.end).step_by(2 * dense).filter(|&number| is_of_level(number));
        let numbers: Vec<usize> =
            numbered.iter().copied().filter(|&number| is_of_level(number)).chain(own).collect();
        let inverse = |number: usize| number.reverse_bits() >> (usize::BITS - self.bits);
        sorted(&numbers, |&a, &b| inverse(a).cmp(&inverse(b)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All numbers in the order of their inverses, without levels.
    fn plain(count: usize, numbered: &[usize], range: &Range<usize>) -> Vec<usize> {
        let mut numbers: Vec<usize> = numbered.iter().copied().chain(range.clone()).collect();
        if count > FEW_EQUALS {
            let bits = count.next_power_of_two().trailing_zeros();
            numbers.sort_by_key(|number| number.reverse_bits() >> (usize::BITS - bits));
        }
        numbers
    }

    #[test]
    fn level_by_level_is_the_order_of_the_inverses() {
        for count in [0, 1, 2, 199, 200, 201, 255, 256, 257, 1_000] {
            for start in [0, 1, 7, 100, 128, 200] {
                for end in [0, 1, 8, 129, 200, 256, 999] {
                    let range = start.min(count)..end.clamp(start.min(count), count);
                    for numbered in [vec![], vec![0], vec![0, 3, 4, 64, 99]] {
                        if numbered.iter().any(|&number| number >= range.start) {
                            continue;
                        }
                        let turns = Turns::of(count);
                        let levels =
                            (0..=turns.bits).flat_map(|level| turns.level(level, &numbered, range.clone()));
                        assert_eq!(
                            levels.collect::<Vec<_>>(),
                            plain(count, &numbered, &range),
                            "{count} {numbered:?} {range:?}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn the_first_of_many_are_spread_evenly() {
        let turns = Turns::of(1_024);
        let first: Vec<usize> = (0..=3).flat_map(|level| turns.level(level, &[], 0..1_024)).collect();
        assert_eq!(first, [0, 512, 256, 768, 128, 640, 384, 896]);
    }
}

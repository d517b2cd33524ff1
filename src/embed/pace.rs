//! How many requests of a host page are honoured: at most ten in any second.

/// The most requests that are honoured within [`SECOND_MS`].
const MOST: usize = 10;
const SECOND_MS: f64 = 1000.0;

/// When a request may be honoured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Turn {
    /// At once: it counts as honoured.
    Now,
    /// After this many milliseconds, when it is to ask again.
    After(f64),
}

/// The requests honoured within the last second.
#[derive(Clone, Debug, Default)]
pub struct Pace {
    /// When they were, in milliseconds, the earliest first.
    honoured: Vec<f64>,
}

impl Pace {
    /// The turn of a request that comes at `now`, in milliseconds of a clock.
    pub fn turn(&mut self, now: f64) -> Turn {
        // A clock that has been put back has no memory either: nobody waits longer than a second.
        self.honoured.retain(|&time| (0.0..SECOND_MS).contains(&(now - time)));
        match self.honoured.first() {
            Some(earliest) if self.honoured.len() >= MOST => Turn::After(earliest + SECOND_MS - now),
            _ => {
                self.honoured.push(now);
                Turn::Now
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_of_a_flood_are_honoured_and_the_next_waits_for_the_first_to_be_a_second_old() {
        let mut pace = Pace::default();
        let turns: Vec<_> = (0..500).map(|place| pace.turn(f64::from(place))).collect();
        assert!(turns[..10].iter().all(|turn| *turn == Turn::Now));
        assert_eq!(turns[10], Turn::After(990.0));
        assert_eq!(turns[499], Turn::After(501.0));
        assert_eq!(pace.turn(1000.0), Turn::Now, "once it has waited");
    }

    #[test]
    fn in_no_second_are_more_than_ten_honoured() {
        let mut pace = Pace::default();
        let honoured: Vec<f64> = (0..50_000)
            .map(|step| f64::from(step) * 0.7)
            .filter(|&now| pace.turn(now) == Turn::Now)
            .collect();
        assert!(honoured.len() > 300, "{} in 35 s", honoured.len());
        assert!(honoured.windows(11).all(|eleven| eleven[10] - eleven[0] >= SECOND_MS));
    }

    #[test]
    fn one_request_now_and_then_never_waits() {
        let mut pace = Pace::default();
        assert!((0..1000).all(|place| pace.turn(f64::from(place) * 100.0) == Turn::Now));
    }

    #[test]
    fn a_clock_that_is_put_back_makes_nobody_wait_for_long() {
        let mut pace = Pace::default();
        (0..10).for_each(|_| assert_eq!(pace.turn(1e12), Turn::Now));
        assert_eq!(pace.turn(0.0), Turn::Now);
    }
}

//! Keeping a number within bounds, also where the bounds cross: a narrow screen must not be a panic.

/// As `f64::clamp`, but the lower bound wins where the bounds cross. (The panic of `clamp` would also bring the
/// whole formatting of floats into the module, which is 20 KB.)
pub trait Within {
    /// The number nearest to this one that is at least `least` and, if that leaves room, at most `most`.
    #[must_use]
    fn within(self, least: Self, most: Self) -> Self;
}

impl Within for f64 {
    fn within(self, least: Self, most: Self) -> Self {
        self.min(most).max(least)
    }
}

#[cfg(test)]
mod tests {
    use super::Within;

    #[test]
    fn the_lower_bound_wins_where_the_bounds_cross() {
        assert_eq!(5.0.within(0.0, 3.0), 3.0);
        assert_eq!((-5.0).within(0.0, 3.0), 0.0);
        assert_eq!(5.0.within(4.0, 3.0), 4.0);
        assert_eq!(f64::NAN.within(0.0, 3.0), 3.0, "what is not a number is a bound");
    }
}

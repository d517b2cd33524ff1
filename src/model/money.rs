//! Amounts of money in whole euros, so that 570 + 250 + 88 is 908 exactly, always.

/// An amount in whole euros. Negative amounts exist in budgets (corrections) and are never drawn as an area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Euros(pub i64);

impl Euros {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// `millions` of euros.
    #[must_use]
    pub const fn millions(millions: i64) -> Self {
        Self(millions * 1_000_000)
    }

    /// The sum, or `None` if it does not fit in 64 bits.
    #[must_use]
    pub fn checked_sum(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        amounts.into_iter().try_fold(0_i64, |sum, Self(euros)| sum.checked_add(euros)).map(Self)
    }

    /// The difference, or `None` if it does not fit in 64 bits.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// Whether an area can stand for this amount.
    #[must_use]
    pub fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// This amount as a share of `whole` (0.5 is a half), or `None` of a whole that is not positive.
    #[must_use]
    pub fn share_of(self, whole: Self) -> Option<f64> {
        whole.is_positive().then(|| self.as_f64() / whole.as_f64())
    }

    /// The amount as a float, for layout only: exact up to 2⁵³ euros.
    #[must_use]
    pub fn as_f64(self) -> f64 {
        self.0 as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_parts_of_the_recovery_credits_make_908_million_exactly() {
        let parts = [570, 250, 88].map(Euros::millions);
        assert_eq!(Euros::checked_sum(parts), Some(Euros::millions(908)));
    }

    #[test]
    fn a_sum_that_does_not_fit_is_none_not_a_wrapped_number() {
        assert_eq!(Euros::checked_sum([Euros(i64::MAX), Euros(1)]), None);
        assert_eq!(Euros(i64::MIN).checked_sub(Euros(1)), None);
    }

    #[test]
    fn an_empty_sum_is_zero() {
        assert_eq!(Euros::checked_sum([]), Some(Euros::ZERO));
    }

    #[test]
    fn a_share_of_nothing_or_of_less_is_not_a_number_to_show() {
        assert_eq!(Euros(5).share_of(Euros::ZERO), None);
        assert_eq!(Euros(5).share_of(Euros(-10)), None);
        assert_eq!(Euros(2_500).share_of(Euros(4_000)), Some(0.625));
    }
}

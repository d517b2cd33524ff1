//! Quantities followed over time: targets and observations.

use std::fmt;

use super::{
    date::Edtf,
    id::{EnvelopeId, IndicatorId, SourceId, ThemeId},
    text::{ProseId, Text},
    vocabulary::vocabulary,
};

/// A plain number with the decimals it was published with, kept as thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quantity(pub i64);

impl Quantity {
    /// Reads a plain decimal number with at most three decimals: `2500`, `62.5`, `-3`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (sign, digits) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || decimals.len() > 3 || digits.ends_with('.') {
            return None;
        }
        if !is_number(whole) || !is_number(decimals) {
            return None;
        }
        let thousandths: i64 = format!("{decimals:0<3}").parse().ok()?;
        let whole: i64 = whole.parse().ok()?;
        Some(Self(sign * whole.checked_mul(1_000)?.checked_add(thousandths)?))
    }

    /// The number as a float, for layout and ratios.
    #[must_use]
    pub fn as_f64(self) -> f64 {
        self.0 as f64 / 1_000.0
    }

    /// This number as a share of `whole`, or `None` of a whole that is not positive.
    #[must_use]
    pub fn share_of(self, whole: Self) -> Option<f64> {
        (whole.0 > 0).then(|| self.as_f64() / whole.as_f64())
    }
}

/// The number as [`Quantity::parse`] reads it, without decimals that are zero.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, thousandths) = (self.0.unsigned_abs() / 1_000, self.0.unsigned_abs() % 1_000);
        let decimals = format!("{thousandths:03}");
        match decimals.trim_end_matches('0') {
            "" => write!(f, "{sign}{whole}"),
            decimals => write!(f, "{sign}{whole}.{decimals}"),
        }
    }
}

vocabulary! {
    /// How firm a value is: a forecast is never shown as a result.
    pub enum ObservationQuality {
        /// Counted.
        Observed = "observed",
        /// Expected.
        Forecast = "forecast",
        /// Promised.
        Announced = "announced",
    }
}

/// A quantity followed over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Identifier in files and addresses.
    pub slug: String,
    /// References of the note's facts it carries.
    pub note_refs: Vec<String>,
    /// The theme it belongs to.
    pub theme: ThemeId,
    /// Name.
    pub label: Text,
    /// What is counted: "persons", "%".
    pub unit: Text,
    /// What was to be reached, if stated.
    pub target: Option<Quantity>,
    /// By when, if stated.
    pub target_date: Option<Edtf>,
    /// The envelope whose amount is the whole that the values, in millions of euros, are a part of.
    pub envelope: Option<EnvelopeId>,
    /// What to know before comparing it.
    pub caution: ProseId,
    /// Where this comes from.
    pub sources: Vec<SourceId>,
}

/// A value of an indicator at a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    /// Identifier in files and addresses.
    pub slug: String,
    /// References of the note's facts it carries.
    pub note_refs: Vec<String>,
    /// What is counted.
    pub indicator: IndicatorId,
    /// When.
    pub date: Edtf,
    /// How many.
    pub value: Quantity,
    /// How firm it is.
    pub quality: ObservationQuality,
    /// What exactly was counted.
    pub definition: ProseId,
    /// What is counted, in a few words: values with the same words count the same.
    pub counted: Text,
    /// Where this comes from.
    pub sources: Vec<SourceId>,
}

#[cfg(test)]
mod tests {
    use super::Quantity;

    #[test]
    fn quantities_keep_their_decimals_exactly() {
        for (text, thousandths) in [("2500", 2_500_000), ("62.5", 62_500), ("-3", -3_000), ("0.125", 125)] {
            assert_eq!(Quantity::parse(text), Some(Quantity(thousandths)), "{text}");
            assert_eq!(Quantity(thousandths).to_string(), text);
        }
    }

    #[test]
    fn what_is_not_a_plain_number_is_refused() {
        for text in ["", "-", ".5", "5.", "1,5", "1e3", "1.2345", "1 000", "NaN", "9223372036854775807"] {
            assert_eq!(Quantity::parse(text), None, "{text}");
        }
    }

    #[test]
    fn recruited_over_promised_is_sixty_two_and_a_half_percent() {
        assert_eq!(Quantity(2_500_000).share_of(Quantity(4_000_000)), Some(0.625));
        assert_eq!(Quantity(1).share_of(Quantity(0)), None);
    }
}

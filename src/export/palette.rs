//! The colours of a picture: those of `style/tokens.css`, since a file of its own has no style sheet.

use super::request::Tint;
use crate::state::view_state::Look;

/// The colours of a scheme, each as `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// The ground.
    pub paper: &'static str,
    /// What lies on the ground.
    pub card: &'static str,
    /// Words, and what matters most.
    pub ink: &'static str,
    /// Lesser words.
    pub muted: &'static str,
    /// Thin lines.
    pub rule: &'static str,
    /// The ground after the note.
    pub band: &'static str,
    /// The themes, in their order.
    pub hues: [&'static str; 5],
    /// What has no theme.
    pub hue_none: &'static str,
    /// What costs less than before.
    pub less: &'static str,
    /// What costs more.
    pub more: &'static str,
}

/// Each look by its name, dark on light and light on dark, as `build.rs` reads them from the tokens.
const PALETTES: &[(&str, [Palette; 2])] = &include!(concat!(env!("OUT_DIR"), "/palettes.rs"));

impl Palette {
    /// The colours of a look in a tint; those of the first look where it has none.
    #[must_use]
    pub fn of(look: Look, tint: Tint) -> Self {
        let own = PALETTES.iter().find(|(name, _)| *name == look.as_str()).or(PALETTES.first());
        let Some((_, [light, dark])) = own else { unreachable!("the tokens have a first look") };
        match tint {
            Tint::Light => *light,
            Tint::Dark => *dark,
            Tint::White => Self { paper: "#ffffff", ..*light },
        }
    }

    /// The colour that a class `hue-…` stands for, if it is one.
    #[must_use]
    pub fn hue(&self, class: &str) -> Option<&'static str> {
        let name = class.strip_prefix("hue-")?;
        Some(
            name.parse().ok().and_then(|place: usize| self.hues.get(place).copied()).unwrap_or(self.hue_none),
        )
    }
}

//! The colours of a picture: those of `style/tokens.css`, as a test holds, since a file of its own has no style sheet.

use super::request::Tint;

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

/// Dark on light.
pub const LIGHT: Palette = Palette {
    paper: "#fbfaf7",
    card: "#ffffff",
    ink: "#16202c",
    muted: "#5b6875",
    rule: "#e3dfd6",
    band: "#f4f1ea",
    hues: ["#a84c08", "#2b7a4b", "#3949ab", "#0b7285", "#9c2750"],
    hue_none: "#5b6875",
    less: "#1f5fa8",
    more: "#b4540a",
};

/// Light on dark.
pub const DARK: Palette = Palette {
    paper: "#0f141a",
    card: "#141b23",
    ink: "#e8eaed",
    muted: "#9aa6b2",
    rule: "#2a3440",
    band: "#141b23",
    hues: ["#f0a35e", "#6cc492", "#9da9f5", "#5cc3d6", "#f08fb0"],
    hue_none: "#9aa6b2",
    less: "#7db4f0",
    more: "#f2a35c",
};

impl Palette {
    /// The colours of a tint.
    #[must_use]
    pub fn of(tint: Tint) -> &'static Self {
        match tint {
            Tint::Light => &LIGHT,
            Tint::Dark => &DARK,
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

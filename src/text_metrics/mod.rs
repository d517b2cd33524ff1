//! How wide a text will be at most, as a value that layout asks: the same wherever the page is drawn or written, so that nothing moves when the app takes over.

pub mod lines;

/// Weight of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// 400.
    Regular,
    /// 600.
    Bold,
}

/// The characters whose widths are known one by one: printable Latin-1.
const FIRST: u32 = 0x20;
const COUNT: usize = 0xE0;

/// Advance widths of characters, in hundredths of the font size, for two weights.
#[derive(Clone, PartialEq, Eq)]
pub struct TextMetrics {
    regular: [u16; COUNT],
    bold: [u16; COUNT],
}

impl TextMetrics {
    /// Cautious widths: those of a wide sans-serif, so that what fits here fits with any system font.
    #[must_use]
    pub fn cautious() -> Self {
        let regular = std::array::from_fn(|index| cautious_width(FIRST + index as u32));
        let bold = regular.map(|width| width + width / 8);
        Self { regular, bold }
    }

    /// Widths as `measure(weight, character)` finds them in one font, in hundredths of the font size: for a picture that is
    /// always drawn with it.
    #[must_use]
    pub fn measured(measure: impl Fn(Weight, char) -> f64) -> Self {
        let table = |weight| {
            std::array::from_fn(|index| {
                let character = char::from_u32(FIRST + index as u32).unwrap_or(' ');
                measure(weight, character).ceil().clamp(0.0, 400.0) as u16
            })
        };
        Self { regular: table(Weight::Regular), bold: table(Weight::Bold) }
    }

    /// The width of `text` in pixels at `size_px`. Kerning is left out: it only makes a text narrower.
    #[must_use]
    pub fn width_px(&self, text: &str, weight: Weight, size_px: f64) -> f64 {
        let widths = match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        };
        let hundredths: u32 = text
            .chars()
            .map(|character| {
                let index = (character as u32).wrapping_sub(FIRST) as usize;
                u32::from(*widths.get(index).unwrap_or(&self.width_beyond_latin(character)))
            })
            .sum();
        f64::from(hundredths) / 100.0 * size_px
    }

    /// The width of what is not in the table: spaces and marks are narrow, anything else is taken to be square.
    fn width_beyond_latin(&self, character: char) -> u16 {
        match character {
            '\u{200b}'..='\u{200f}' => 0,
            '\u{202f}' | '\u{2009}' => 30,
            '’' | '‘' => 35,
            '“' | '”' | '–' | '−' => 65,
            '€' | 'œ' => 100,
            _ => 110,
        }
    }
}

/// Rough classes of widths; the figures are those of DejaVu Sans, the widest of the usual system fonts.
fn cautious_width(code: u32) -> u16 {
    match char::from_u32(code).unwrap_or(' ') {
        'i' | 'j' | 'l' | '\'' | '|' | 'ì'..='ï' => 30,
        ' ' | ',' | '.' | ':' | ';' | '!' | 'I' | '\u{a0}' | 'Ì'..='Ï' => 35,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '/' | '-' | '"' => 43,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | 'Æ' | 'æ' => 98,
        'A'..='Z' | 'À'..='Þ' | '+' | '=' | '<' | '>' => 78,
        _ => 64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_or_bolder_text_is_wider() {
        let metrics = TextMetrics::cautious();
        let width = |text, weight| metrics.width_px(text, weight, 13.0);
        assert!(width("Rapport", Weight::Regular) < width("Rapport Bothorel", Weight::Regular));
        assert!(width("Rapport", Weight::Regular) < width("Rapport", Weight::Bold));
        assert_eq!(width("", Weight::Bold), 0.0);
    }
    #[test]
    fn measured_widths_are_those_that_were_measured() {
        let metrics = TextMetrics::measured(|weight, _| if weight == Weight::Bold { 60.0 } else { 50.0 });
        assert_eq!(metrics.width_px("aaaa", Weight::Regular, 10.0), 20.0);
        assert_eq!(metrics.width_px("aaaa", Weight::Bold, 10.0), 24.0);
    }
}

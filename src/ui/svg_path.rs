//! Numbers and paths as the attributes of SVG write them: at most one decimal, written without the machinery of floats.

/// A length in pixels with at most one decimal: `12`, `12.5`, `-0.3`.
///
/// Formatting a float by the standard library brings fifteen kilobytes of Wasm, which one decimal does not need.
#[must_use]
pub fn px(length: f64) -> String {
    let mut text = String::with_capacity(8);
    push_px(&mut text, length);
    text
}

fn push_px(text: &mut String, length: f64) {
    // Nothing on a screen is farther than this; what is not a number is drawn at the origin.
    let tenths = (length.clamp(-1e7, 1e7) * 10.0).round() as i64;
    if tenths < 0 {
        text.push('-');
    }
    let tenths = tenths.unsigned_abs();
    text.push_str(&(tenths / 10).to_string());
    if !tenths.is_multiple_of(10) {
        text.push('.');
        text.push(char::from(b'0' + (tenths % 10) as u8));
    }
}

/// The `d` of a path, command by command. Absolute commands are named as in SVG, relative ones with `by`.
#[derive(Clone, Debug, Default)]
pub struct PathData(String);

impl PathData {
    /// An empty path.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Moves to a point.
    #[must_use]
    pub fn move_to(self, x: f64, y: f64) -> Self {
        self.command('M', &[x, y])
    }

    /// A line to a point.
    #[must_use]
    pub fn line_to(self, x: f64, y: f64) -> Self {
        self.command('L', &[x, y])
    }

    /// A level line to `x`.
    #[must_use]
    pub fn across_to(self, x: f64) -> Self {
        self.command('H', &[x])
    }

    /// An upright line by `dy`.
    #[must_use]
    pub fn down_by(self, dy: f64) -> Self {
        self.command('v', &[dy])
    }

    /// A circle around a point.
    #[must_use]
    pub fn circle(self, x: f64, y: f64, radius: f64) -> Self {
        let half = |path: Self, dx: f64| path.command('a', &[radius, radius, 0.0, 1.0, 0.0, dx, 0.0]);
        half(half(self.move_to(x - radius, y), 2.0 * radius), -2.0 * radius).close()
    }

    /// Back to where the figure began.
    #[must_use]
    pub fn close(mut self) -> Self {
        self.0.push('Z');
        self
    }

    /// The text of the attribute.
    #[must_use]
    pub fn into_text(self) -> String {
        self.0
    }

    fn command(mut self, letter: char, numbers: &[f64]) -> Self {
        self.0.push(letter);
        for (place, &number) in numbers.iter().enumerate() {
            if place > 0 {
                self.0.push(' ');
            }
            push_px(&mut self.0, number);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_keep_one_decimal_and_no_nonsense() {
        for (length, text) in [
            (0.0, "0"),
            (12.0, "12"),
            (12.34, "12.3"),
            (12.95, "13"),
            (-0.25, "-0.3"),
            (-0.01, "0"),
            (-12.0, "-12"),
            (f64::NAN, "0"),
            (f64::INFINITY, "10000000"),
        ] {
            assert_eq!(px(length), text, "{length}");
        }
    }

    #[test]
    fn a_path_is_written_as_svg_reads_it() {
        let path = PathData::new().move_to(1.0, 2.5).across_to(10.0).down_by(-3.0).line_to(0.0, 0.0).close();
        assert_eq!(path.into_text(), "M1 2.5H10v-3L0 0Z");
    }
}

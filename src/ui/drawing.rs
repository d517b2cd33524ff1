//! Drawings as SVG markup, written by pure functions: the same text on the screen, in a prerendered page and in a picture to take away.
//!
//! Components own what a reader can reach (links, names, keys); what is inside a link and only seen is one
//! piece of markup. That is a quarter of the code of as many nodes, and one call instead of twenty to draw it.

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
    let tenths = ((length * 10.0).round() as i64).clamp(-100_000_000, 100_000_000);
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

/// Shapes and words, one after another; what is text is escaped.
#[derive(Clone, Debug, Default)]
pub struct Drawing(String);

impl Drawing {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A path; nothing for an empty one.
    #[must_use]
    pub fn path(mut self, class: &str, path: &PathData) -> Self {
        if !path.0.is_empty() {
            self.open("path", class);
            self.attribute("d", &path.0);
            self.0.push_str("/>");
        }
        self
    }

    /// A rectangle with round corners.
    #[must_use]
    pub fn rect(self, class: &str, rect: (f64, f64, f64, f64), radius: f64) -> Self {
        self.filled_rect(class, rect, radius, "")
    }

    /// A rectangle filled with what `fill` names: a pattern, say.
    #[must_use]
    pub fn filled_rect(
        mut self,
        class: &str,
        (x, y, width, height): (f64, f64, f64, f64),
        radius: f64,
        fill: &str,
    ) -> Self {
        self.open("rect", class);
        for (name, length) in [("x", x), ("y", y), ("width", width), ("height", height)] {
            self.attribute(name, &px(length));
        }
        if radius > 0.0 {
            self.attribute("rx", &px(radius));
        }
        if !fill.is_empty() {
            self.attribute("fill", fill);
        }
        self.0.push_str("/>");
        self
    }

    /// A line of text from its left end.
    #[must_use]
    pub fn text(self, class: &str, x: f64, y: f64, text: &str) -> Self {
        self.words(class, x, y, "start", &[("", text)])
    }

    /// A line of text around its middle.
    #[must_use]
    pub fn centred_text(self, class: &str, x: f64, y: f64, text: &str) -> Self {
        self.words(class, x, y, "middle", &[("", text)])
    }

    /// A line of text in pieces, each with a class of its own.
    #[must_use]
    pub fn words(mut self, class: &str, x: f64, y: f64, anchor: &str, pieces: &[(&str, &str)]) -> Self {
        self.open("text", class);
        self.attribute("x", &px(x));
        self.attribute("y", &px(y));
        if anchor != "start" {
            self.attribute("text-anchor", anchor);
        }
        self.0.push('>');
        for (class, text) in pieces {
            if class.is_empty() {
                push_escaped(&mut self.0, text);
            } else {
                self.open("tspan", class);
                self.0.push('>');
                push_escaped(&mut self.0, text);
                self.0.push_str("</tspan>");
            }
        }
        // The space parts this line from the next one for who reads them one after the other.
        self.0.push_str("</text> ");
        self
    }

    /// A group, with the drawing inside it.
    #[must_use]
    pub fn group(mut self, class: &str, inside: &Self) -> Self {
        self.open("g", class);
        self.0.push('>');
        self.0.push_str(&inside.0);
        self.0.push_str("</g>");
        self
    }

    /// A link with these attributes, and the markup inside it.
    #[must_use]
    pub fn link(mut self, attributes: &[(&str, String)], inside: &str) -> Self {
        self.open("a", "");
        for (name, value) in attributes {
            self.attribute(name, value);
        }
        self.0.push('>');
        self.0.push_str(inside);
        self.0.push_str("</a>");
        self
    }

    /// A group moved down by `dy`.
    #[must_use]
    pub fn shifted_group(mut self, dy: f64, inside: &Self) -> Self {
        self.0.push_str("<g");
        self.attribute("transform", &format!("translate(0 {})", px(dy)));
        self.0.push('>');
        self.0.push_str(&inside.0);
        self.0.push_str("</g>");
        self
    }

    /// The markup.
    #[must_use]
    pub fn into_markup(self) -> String {
        self.0
    }

    fn open(&mut self, tag: &str, class: &str) {
        self.0.push('<');
        self.0.push_str(tag);
        if !class.is_empty() {
            self.attribute("class", class);
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.0.push(' ');
        self.0.push_str(name);
        self.0.push_str("=\"");
        push_escaped(&mut self.0, value);
        self.0.push('"');
    }
}

/// A text as it stands in markup.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut markup = String::with_capacity(text.len());
    push_escaped(&mut markup, text);
    markup
}

fn push_escaped(markup: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => markup.push_str("&amp;"),
            '<' => markup.push_str("&lt;"),
            '>' => markup.push_str("&gt;"),
            '"' => markup.push_str("&quot;"),
            character => markup.push(character),
        }
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
    pub fn text(&self) -> &str {
        &self.0
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
    fn words_and_attributes_cannot_leave_their_place() {
        let drawing = Drawing::new().text("label", 1.0, 2.0, "<script>&\"");
        assert_eq!(
            drawing.into_markup(),
            r#"<text class="label" x="1" y="2">&lt;script&gt;&amp;&quot;</text> "#
        );
        assert_eq!(Drawing::new().path("a", &PathData::new()).into_markup(), "");
    }

    #[test]
    fn a_path_is_written_as_svg_reads_it() {
        let path = PathData::new().move_to(1.0, 2.5).across_to(10.0).down_by(-3.0).line_to(0.0, 0.0).close();
        assert_eq!(path.text(), "M1 2.5H10v-3L0 0Z");
    }
}

//! Drawings of the screen as drawings of a file: what a style sheet says of a class is written on each element.
//!
//! A picture is opened by programs that know little of style sheets, and shown inside pages whose policy forbids them.
//! So classes become attributes, and what is there for a pointer only is left out.

/// What an element looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Look {
    /// It is not seen.
    Hidden,
    /// It has these attributes, each with a space before it.
    Drawn(String),
    /// It is text with a halo around it: the attributes of the text, then of the halo. The halo is a text of its own below it,
    /// since not every program can paint an outline first.
    Haloed(String, String),
}

/// `markup` as [`crate::ui::drawing::Drawing`] writes it, with what `look` says of the classes of each element, and of
/// those of the groups and texts around it, in place of the classes.
#[must_use]
pub fn presented(markup: &str, look: impl Fn(&[&str], &[&str]) -> Look) -> String {
    let mut out = String::with_capacity(markup.len() * 2);
    // The classes around what is read, with how many there were before each group.
    let mut around: Vec<&str> = Vec::new();
    let mut groups: Vec<usize> = Vec::new();
    let mut rest = markup;
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        // What is inside an attribute is escaped: the next bracket ends the tag.
        let Some(end) = rest[start..].find('>').map(|end| start + end + 1) else { break };
        let tag = &rest[start..end];
        rest = &rest[end..];
        let classes = classes_of(tag);
        if tag.starts_with("<g") {
            groups.push(around.len());
            around.extend(&classes);
            out.push_str(&rewritten(tag, ""));
        } else if tag == "</g>" {
            around.truncate(groups.pop().unwrap_or(0));
            out.push_str(tag);
        } else if tag.starts_with("<text") {
            let Some(end) = rest.find("</text>") else { break };
            let inside = &rest[..end];
            rest = &rest[end + "</text>".len()..];
            let outer = around.len();
            around.extend(&classes);
            let pieces = |is_halo: bool| pieces(inside, &around, is_halo, &look);
            match look(&classes, &around[..outer]) {
                Look::Hidden => {}
                Look::Drawn(words) => push_text(&mut out, tag, &words, &pieces(false)),
                Look::Haloed(words, halo) => {
                    push_text(&mut out, tag, &halo, &pieces(true));
                    push_text(&mut out, tag, &words, &pieces(false));
                }
            }
            around.truncate(outer);
        } else if classes.is_empty() && !tag.contains("class=") {
            out.push_str(tag);
        } else if let Look::Drawn(attributes) = look(&classes, &around) {
            out.push_str(&rewritten(tag, &attributes));
        }
    }
    out.push_str(rest);
    out
}

fn push_text(out: &mut String, tag: &str, attributes: &str, inside: &str) {
    out.push_str(&rewritten(tag, attributes));
    out.push_str(inside);
    out.push_str("</text>");
}

/// The pieces of a text, each with the look of its class; a halo has one colour for all.
fn pieces(inside: &str, around: &[&str], is_halo: bool, look: &impl Fn(&[&str], &[&str]) -> Look) -> String {
    let mut out = String::new();
    let mut rest = inside;
    while let Some(start) = rest.find("<tspan") {
        out.push_str(&rest[..start]);
        let Some(end) = rest[start..].find('>').map(|end| start + end + 1) else { break };
        let tag = &rest[start..end];
        let attributes = match look(&classes_of(tag), around) {
            Look::Drawn(attributes) | Look::Haloed(attributes, _) => attributes,
            Look::Hidden => String::new(),
        };
        let attributes = if is_halo { without_colour(&attributes) } else { attributes };
        out.push_str(&rewritten(tag, &attributes));
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

fn without_colour(attributes: &str) -> String {
    let is_colour = |attribute: &&str| attribute.starts_with("fill=");
    let kept = attributes.split(' ').filter(|attribute| !attribute.is_empty() && !is_colour(attribute));
    kept.map(|attribute| format!(" {attribute}")).collect()
}

/// The tag without its classes, with further attributes.
fn rewritten(tag: &str, attributes: &str) -> String {
    let mut tag = tag.to_owned();
    if let Some(start) = tag.find(" class=\"")
        && let Some(end) = tag[start + 8..].find('"')
    {
        tag.replace_range(start..start + 8 + end + 1, "");
    }
    let end = tag.find("/>").or(tag.rfind('>')).unwrap_or(tag.len());
    tag.insert_str(end, attributes);
    tag
}

fn classes_of(tag: &str) -> Vec<&str> {
    let classes = tag.split_once(" class=\"").and_then(|(_, rest)| rest.split_once('"'));
    classes
        .map(|(classes, _)| classes.split(' ').filter(|class| !class.is_empty()).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::drawing::Drawing;

    fn look(classes: &[&str], around: &[&str]) -> Look {
        match classes {
            ["hit"] => Look::Hidden,
            ["label"] => Look::Haloed(" fill=\"ink\"".to_owned(), " stroke=\"paper\"".to_owned()),
            ["strong"] => Look::Drawn(" fill=\"ink\" font-weight=\"600\"".to_owned()),
            _ => Look::Drawn(format!(" fill=\"{}\"", around.join("+"))),
        }
    }

    #[test]
    fn classes_become_attributes_that_depend_on_the_groups_around() {
        let dot =
            Drawing::new().rect("hit", (0.0, 0.0, 9.0, 9.0), 0.0).rect("dot", (1.0, 2.0, 3.0, 4.0), 0.0);
        let drawing = Drawing::new().group("a b", &dot).rect("dot", (1.0, 2.0, 3.0, 4.0), 5.0);
        assert_eq!(
            presented(&drawing.into_markup(), look),
            "<g><rect x=\"1\" y=\"2\" width=\"3\" height=\"4\" fill=\"a+b\"/></g>\
             <rect x=\"1\" y=\"2\" width=\"3\" height=\"4\" rx=\"5\" fill=\"\"/>"
        );
    }

    #[test]
    fn a_halo_is_a_text_below_the_text_with_its_weights_and_without_its_colours() {
        let drawing = Drawing::new().words("label", 1.0, 2.0, "end", &[("strong", "a<b"), ("", "c")]);
        assert_eq!(
            presented(&drawing.into_markup(), look),
            "<text x=\"1\" y=\"2\" text-anchor=\"end\" stroke=\"paper\"><tspan font-weight=\"600\">a&lt;b</tspan>c</text>\
             <text x=\"1\" y=\"2\" text-anchor=\"end\" fill=\"ink\"><tspan fill=\"ink\" font-weight=\"600\">a&lt;b</tspan>c</text> "
        );
    }
}

//! HTML as plain text: what is written and where its links lead, without anything that could act.
//!
//! This is no parser of HTML: it knows tags, comments, the elements whose content is no text, and entities. Whatever
//! comes out is text, so that a tag it does not recognise is at worst shown.

/// Elements whose content is not for reading.
const SILENT: [&str; 6] = ["script", "style", "template", "noscript", "iframe", "head"];

/// Elements that stand on lines of their own.
const BLOCKS: [&str; 24] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "section",
    "tr",
    "ul",
];

/// Entities that western texts hold, besides those by number. Source: HTML, *Named character references*.
const ENTITIES: [(&str, char); 52] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("euro", '€'),
    ("deg", '°'),
    ("middot", '·'),
    ("bull", '•'),
    ("hellip", '…'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("times", '×'),
    ("copy", '©'),
    ("reg", '®'),
    ("shy", '\u{ad}'),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", '\u{2009}'),
    ("agrave", 'à'),
    ("acirc", 'â'),
    ("auml", 'ä'),
    ("ccedil", 'ç'),
    ("egrave", 'è'),
    ("eacute", 'é'),
    ("ecirc", 'ê'),
    ("euml", 'ë'),
    ("icirc", 'î'),
    ("iuml", 'ï'),
    ("ocirc", 'ô'),
    ("ouml", 'ö'),
    ("ugrave", 'ù'),
    ("ucirc", 'û'),
    ("uuml", 'ü'),
    ("aelig", 'æ'),
    ("oelig", 'œ'),
    ("Agrave", 'À'),
    ("Acirc", 'Â'),
    ("Ccedil", 'Ç'),
    ("Egrave", 'È'),
    ("Eacute", 'É'),
    ("Ecirc", 'Ê'),
    ("Icirc", 'Î'),
    ("Ocirc", 'Ô'),
    ("OElig", 'Œ'),
];

/// A link: where it leads, and the words it stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// Its words.
    pub label: String,
    /// Its address, as it is written.
    pub url: String,
}

/// What is left of a piece of HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Plain {
    /// Its text, with line breaks between blocks.
    pub text: String,
    /// Its links, in order.
    pub links: Vec<Link>,
}

/// The text and the links of `html`, which may be plain text already.
pub(super) fn plain(html: &str) -> Plain {
    let mut plain = Plain::default();
    let mut open_link: Option<(String, usize)> = None;
    let mut rest = html;
    let mut text = String::with_capacity(html.len());
    while let Some(at) = rest.find(['<', '&']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        if rest.starts_with('&') {
            let (letter, length) = entity(rest).unwrap_or(('&', 1));
            text.push(letter);
            rest = &rest[length..];
            continue;
        }
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let Some(tag) = tag(rest) else {
            text.push('<');
            rest = &rest[1..];
            continue;
        };
        rest = &rest[tag.length..];
        if tag.name == "a" {
            if let Some((url, start)) = open_link.take() {
                plain.links.push(Link { label: one_line(text.get(start..).unwrap_or_default()), url });
            }
            open_link = tag.attribute("href").filter(|_| !tag.is_end).map(|url| (url, text.len()));
        }
        if !tag.is_end
            && matches!(tag.name.as_str(), "iframe" | "img" | "video" | "audio" | "source" | "embed")
        {
            plain.links.extend(tag.attribute("src").map(|url| Link { label: String::new(), url }));
        }
        if !tag.is_end && SILENT.contains(&tag.name.as_str()) {
            rest = after_element(rest, &tag.name);
        }
        if BLOCKS.contains(&tag.name.as_str()) {
            text.push('\n');
        } else if matches!(tag.name.as_str(), "td" | "th") {
            text.push(' ');
        }
    }
    text.push_str(rest);
    if let Some((url, start)) = open_link {
        plain.links.push(Link { label: one_line(text.get(start..).unwrap_or_default()), url });
    }
    plain.text = tidy(&text);
    plain
}

/// The text of `html` on one line, as titles are.
pub(super) fn title(html: &str) -> String {
    if html.contains(['<', '&']) { one_line(&plain(html).text) } else { one_line(html) }
}

/// `url` if it is an http or https address that is whole.
pub(super) fn safe_url(url: &str) -> Option<String> {
    let url = url.trim();
    let whole = if url.starts_with("//") { format!("https:{url}") } else { url.to_owned() };
    let is_safe = whole.len() <= 2_048
        && !whole.contains(|letter: char| letter.is_whitespace() || letter.is_control())
        && host(&whole).is_some_and(|host| !host.is_empty());
    is_safe.then_some(whole)
}

/// The host of an http or https address, without `www.`.
pub(super) fn host(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return None;
    }
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    let host = authority.rsplit('@').next()?;
    let host = host.split(':').next()?;
    Some(host.strip_prefix("www.").unwrap_or(host))
}

/// Words with one space between them, on one line.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let is_gap = |letter: char| letter.is_control() || letter == ' ';
    for word in text.split(is_gap).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    // Spaces that do not break are kept between words, not around them.
    line.trim().to_owned()
}

/// Lines without spaces around them, with one empty line at most between two.
fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    let mut empty_lines = 0;
    for line in text.replace("\r\n", "\n").split(['\n', '\r']).map(one_line) {
        if line.is_empty() {
            empty_lines += 1;
            continue;
        }
        if !tidied.is_empty() {
            tidied.push_str(if empty_lines > 0 { "\n\n" } else { "\n" });
        }
        tidied.push_str(&line);
        empty_lines = 0;
    }
    tidied
}

/// A tag.
struct Tag<'a> {
    /// In small letters.
    name: String,
    is_end: bool,
    attributes: &'a str,
    /// How many bytes it is long.
    length: usize,
}

/// The tag that `text` begins with.
fn tag(text: &str) -> Option<Tag<'_>> {
    let body = text.strip_prefix('<')?;
    let (body, is_end) = body.strip_prefix('/').map_or((body, false), |body| (body, true));
    // `<!DOCTYPE html>`, `<?xml …?>`.
    let is_declaration = body.starts_with(['!', '?']);
    let name_length = body.bytes().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let begins = body.starts_with(|letter: char| letter.is_ascii_alphabetic());
    let is_name = begins && body[name_length..].starts_with([' ', '\t', '\n', '\r', '/', '>']);
    if !is_name && !is_declaration {
        return None;
    }
    // A `>` inside a value between quotes does not end the tag.
    let mut quote = None;
    let end = body.char_indices().find_map(|(at, letter)| match (quote, letter) {
        (None, '>') => Some(at),
        (None, '"' | '\'') => {
            quote = Some(letter);
            None
        }
        (Some(open), letter) if open == letter => {
            quote = None;
            None
        }
        _ => None,
    })?;
    Some(Tag {
        name: body[..name_length].to_ascii_lowercase(),
        is_end,
        attributes: &body[name_length.min(end)..end],
        length: text.len() - body.len() + end + 1,
    })
}

impl Tag<'_> {
    /// The value of an attribute, its entities decoded.
    fn attribute(&self, wanted: &str) -> Option<String> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '/');
            let name_end = rest.find(|letter: char| letter.is_whitespace() || letter == '=')?;
            let name = &rest[..name_end];
            let Some(value) = rest[name_end..].trim_start().strip_prefix('=').map(str::trim_start) else {
                rest = &rest[name_end..];
                continue;
            };
            let (value, after) = match value.chars().next() {
                Some(quote @ ('"' | '\'')) => value[1..].split_once(quote)?,
                _ => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
            };
            if name.eq_ignore_ascii_case(wanted) {
                return Some(decoded(value));
            }
            rest = after;
        }
    }
}

/// What follows the end of the element `name`; nothing if it does not end.
fn after_element<'a>(text: &'a str, name: &str) -> &'a str {
    let mut rest = text;
    while let Some(at) = rest.find("</") {
        rest = &rest[at..];
        match tag(rest) {
            Some(end) if end.name == name => return &rest[end.length..],
            _ => rest = &rest[2..],
        }
    }
    ""
}

/// The letter of the entity that `text` begins with, and its length.
fn entity(text: &str) -> Option<(char, usize)> {
    // The longest name here has six letters, the longest number seven digits.
    let end = text.bytes().take(10).position(|byte| byte == b';')?;
    let name = &text[1..end];
    let letter = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?).filter(|letter| *letter != '\0')?
        }
        None => ENTITIES.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((letter, end + 1))
}

fn decoded(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        let (letter, length) = entity(&rest[at..]).unwrap_or(('&', 1));
        decoded.push(letter);
        rest = &rest[at + length..];
    }
    decoded + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(html: &str) -> String {
        plain(html).text
    }

    #[test]
    fn blocks_are_lines_and_inline_elements_are_their_text() {
        assert_eq!(text("<p>Un <b>mot</b>.</p><p>Deux<br/>trois</p>"), "Un mot.\n\nDeux\ntrois");
        assert_eq!(text("<ul><li>a</li><li>b</li></ul>"), "a\n\nb");
        assert_eq!(text("a\r\n\r\n\r\n b "), "a\n\nb");
    }

    #[test]
    fn what_is_not_for_reading_is_dropped() {
        assert_eq!(text("a<script>alert('</p>')</script>b"), "ab");
        assert_eq!(text("a<STYLE type=x>p{}</Style >b<!-- c -->d"), "abd");
        assert_eq!(text("a<script>never ends"), "a");
        assert_eq!(text("a<!-- never ends"), "a");
        assert_eq!(text("<p onclick=\"a>b\">c</p>"), "c");
    }

    #[test]
    fn entities_are_letters_once() {
        assert_eq!(
            text("&Eacute;tat &amp;lt; &#8364; &#x20AC; &bogus; &#0; R&D"),
            "État &lt; € € &bogus; &#0; R&D"
        );
        assert_eq!(text("&lt;script&gt;"), "<script>", "what was written as text stays text");
    }

    #[test]
    fn what_only_looks_like_a_tag_is_text() {
        for plain in ["a < b", "x<5 et y>3", "<3", "1 <", "<", "<é>", "a<b"] {
            assert_eq!(text(plain), plain);
        }
    }

    #[test]
    fn links_are_kept_with_their_words() {
        let links =
            plain("<a class=x href='https://a.fr/?b=1&amp;c=2'>le <i>site</i></a><a href=javascript:x>y</a>")
                .links;
        let pairs: Vec<_> = links.iter().map(|link| (link.label.as_str(), link.url.as_str())).collect();
        assert_eq!(pairs, [("le site", "https://a.fr/?b=1&c=2"), ("y", "javascript:x")]);
        assert_eq!(plain("<iframe src=\"//v.fr/1\"></iframe>").links[0].url, "//v.fr/1");
    }

    #[test]
    fn only_whole_web_addresses_are_safe() {
        assert_eq!(safe_url(" https://a.fr/x "), Some("https://a.fr/x".to_owned()));
        assert_eq!(safe_url("//a.fr"), Some("https://a.fr".to_owned()));
        for url in [
            "javascript:alert(1)",
            "data:text/html,x",
            "https://",
            "http:///x",
            "https://a b",
            "a.fr",
            "",
            "ftp://a.fr",
        ] {
            assert_eq!(safe_url(url), None, "{url}");
        }
        assert_eq!(host("https://user@www.a.fr:80/x?y"), Some("a.fr"));
        assert_eq!(host("HTTPS://a.fr"), Some("a.fr"));
    }

    #[test]
    fn a_title_is_one_line() {
        assert_eq!(title(" Un\n <b>titre</b>\t&amp; plus "), "Un titre & plus");
    }
}

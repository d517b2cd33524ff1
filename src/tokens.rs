//! The tokens of `style/tokens.css`, read and checked when the site is built: the colours of each look, and their contrast.

use std::collections::BTreeMap;

/// The look without a name of its own.
pub const FIRST_LOOK: &str = "paper";

/// The colours of a look in one scheme, as `#rrggbb` by name.
pub type Colours = BTreeMap<String, String>;

/// A look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookTokens {
    /// Its name, as addresses spell it.
    pub name: String,
    /// Dark on light.
    pub light: Colours,
    /// Light on dark.
    pub dark: Colours,
}

/// A rule of the file.
struct Rule {
    selector: String,
    /// Whether it holds where the reader's system is dark.
    is_of_system: bool,
    colours: Colours,
}

const OF_SYSTEM: &str = ":not([data-scheme=\"light\"])";
const CHOSEN: &str = "[data-scheme=\"dark\"]";

/// What a pair of colours is for, with the least contrast that WCAG 2.2 asks of it: 4.5 for text (1.4.3), 3 for what is drawn
/// (1.4.11).
const PAIRS: [(&[&str], &[&str], f64); 3] = [
    (&["ink", "muted"], &["paper", "card", "band"], 4.5),
    (&["hue-0", "hue-1", "hue-2", "hue-3", "hue-4", "hue-none"], &["paper", "card", "band"], 4.5),
    (&["less", "more"], &["paper", "card", "band"], 3.0),
];

/// Colours that pictures need and nothing has to stand out from.
const DRAWN: [&str; 1] = ["rule"];

/// The looks of a file of tokens, the first one first.
///
/// # Errors
/// All that is wrong with it, each in a sentence that says what would be right.
pub fn read(css: &str) -> Result<Vec<LookTokens>, Vec<String>> {
    let rules = rules(css);
    let mut problems = Vec::new();
    let find = |selector: &str, is_of_system| {
        rules.iter().find(|rule| rule.selector == selector && rule.is_of_system == is_of_system)
    };
    let mut names = vec![String::new()];
    for rule in &rules {
        let name = rule.selector.strip_prefix(":root[data-look=\"").and_then(|rest| rest.strip_suffix("\"]"));
        names.extend(name.filter(|name| !name.contains('"')).map(str::to_owned));
    }
    let mut looks: Vec<LookTokens> = Vec::new();
    for name in names {
        let root = if name.is_empty() { ":root".to_owned() } else { format!(":root[data-look=\"{name}\"]") };
        let (system, chosen) = (format!("{root}{OF_SYSTEM}"), format!("{root}{CHOSEN}"));
        let (Some(light), Some(system_rule), Some(dark)) =
            (find(&root, false), find(&system, true), find(&chosen, false))
        else {
            problems.push(format!(
                "a look needs the rules {root}, {chosen}, and {system} where the system is dark"
            ));
            continue;
        };
        if system_rule.colours != dark.colours {
            problems.push(format!("{system} and {chosen} differ; write the same colours in both"));
        }
        for token in light.colours.keys().filter(|token| !dark.colours.contains_key(*token)) {
            problems
                .push(format!("{chosen} lacks --{token}; a look has each of its colours in both schemes"));
        }
        let first = looks.first();
        let over = |base: Option<&Colours>, own: &Colours| -> Colours {
            base.into_iter()
                .flatten()
                .chain(own)
                .map(|(name, colour)| (name.clone(), colour.clone()))
                .collect()
        };
        let light = over(first.map(|first| &first.light), &light.colours);
        let dark = over(first.map(|first| &first.dark), &dark.colours);
        let name = if name.is_empty() { FIRST_LOOK.to_owned() } else { name };
        looks.push(LookTokens { name, light, dark });
    }
    for LookTokens { name, light, dark } in &looks {
        for (scheme, colours) in [("light", light), ("dark", dark)] {
            problems
                .extend(weak_pairs(colours).into_iter().map(|weak| format!("look {name}, {scheme}: {weak}")));
        }
    }
    if problems.is_empty() { Ok(looks) } else { Err(problems) }
}

/// The pairs that are too alike.
fn weak_pairs(colours: &Colours) -> Vec<String> {
    let mut weak: Vec<String> = DRAWN
        .iter()
        .filter(|name| colours.get(**name).and_then(|colour| luminance(colour)).is_none())
        .map(|name| format!("--{name} has to be a colour, as #16202c"))
        .collect();
    for (above, below, least) in PAIRS {
        for (above, below) in above.iter().flat_map(|above| below.iter().map(move |below| (above, below))) {
            let luminances =
                [above, below].map(|name| colours.get(*name).and_then(|colour| luminance(colour)));
            let [Some(a), Some(b)] = luminances else {
                weak.push(format!("--{above} and --{below} have to be colours, as #16202c"));
                continue;
            };
            let contrast = (a.max(b) + 0.05) / (a.min(b) + 0.05);
            if contrast < least {
                weak.push(format!(
                    "--{above} on --{below} has a contrast of {contrast:.2}; make it at least {least}"
                ));
            }
        }
    }
    weak
}

/// The relative luminance of `#rrggbb`, from 0 to 1, as WCAG 2.2 defines it.
fn luminance(colour: &str) -> Option<f64> {
    let digits = colour.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(digits.get(at..at + 2)?, 16).ok()?) / 255.0;
        Some(if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) })
    };
    Some(0.2126 * channel(0)? + 0.7152 * channel(2)? + 0.0722 * channel(4)?)
}

/// The rules of the file, those for a dark system marked; rules for other conditions are left out.
fn rules(css: &str) -> Vec<Rule> {
    let mut text = String::new();
    let mut rest = css;
    // Comments say nothing here.
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text.push_str(rest);

    let mut rules = Vec::new();
    let mut rest = text.as_str();
    // Of the conditions around what is read, whether each is a dark system.
    let mut around: Vec<bool> = Vec::new();
    while let Some(at) = rest.find(['{', '}']) {
        let (head, after) = (rest[..at].trim(), &rest[at + 1..]);
        let opens = rest.as_bytes()[at] == b'{';
        rest = after;
        if !opens {
            around.pop();
        } else if head.starts_with('@') {
            around.push(head.contains("prefers-color-scheme: dark"));
        } else {
            let (body, after) = rest.split_once('}').unwrap_or((rest, ""));
            rest = after;
            if around.iter().all(|&is_dark| is_dark) {
                let pairs =
                    body.split(';').filter_map(|pair| pair.trim().strip_prefix("--")?.split_once(':'));
                let colours = pairs
                    .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
                    .filter(|(_, value)| value.starts_with('#'))
                    .collect();
                let is_of_system = !around.is_empty();
                rules.push(Rule { selector: head.to_owned(), is_of_system, colours });
            }
        }
    }
    rules
}

#[cfg(test)]
mod tests {
    use super::*;

    const CSS: &str = include_str!("../style/tokens.css");

    #[test]
    fn every_look_can_be_read_in_both_schemes() {
        let looks = read(CSS).expect("no problem");
        let names: Vec<_> = looks.iter().map(|look| look.name.as_str()).collect();
        assert_eq!(names, ["paper", "white", "contrast"]);
        assert!(looks.iter().all(|look| look.light != look.dark && look.light.len() == look.dark.len()));
    }

    #[test]
    fn black_on_white_has_the_greatest_contrast_and_a_grey_on_itself_none() {
        let contrast = |a: &str, b: &str| {
            let (a, b) = (luminance(a).expect(a), luminance(b).expect(b));
            (a.max(b) + 0.05) / (a.min(b) + 0.05)
        };
        assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
        assert!((contrast("#777777", "#777777") - 1.0).abs() < 1e-9);
        // The example of the technique G18: just enough.
        assert!((contrast("#767676", "#ffffff") - 4.54).abs() < 0.01);
        assert_eq!(luminance("red"), None);
    }

    #[test]
    fn weak_colours_and_forgotten_ones_are_told_all_at_once() {
        let css = CSS.replacen("--muted: #5b6875", "--muted: #c0c0c0", 1).replacen(
            "--band: #f4f4f4",
            "--band: white",
            1,
        );
        let problems = read(&css).expect_err("two faults");
        assert!(
            problems.iter().any(|one| one.contains("--muted on --paper has a contrast of 1.7")),
            "{problems:?}"
        );
        assert!(problems.len() >= 2, "{problems:?}");
        let problems =
            read(&CSS.replace(":root[data-look=\"white\"][data-scheme=\"dark\"]", ".x")).expect_err("a rule");
        assert!(problems[0].contains("needs the rules"), "{problems:?}");
        assert!(read("").is_err());
    }
}

//! Pictures to take away look like the screen: their colours are those of the tokens, their marks and cells those of the style sheets.

use std::{collections::BTreeMap, fs, path::Path};

use jalons::export::{look::look, palette::Palette, presented::Look, request::Tint};
use jalons::state::view_state::Look as Named;

fn style(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("style").join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    // Comments say nothing here.
    let mut css = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("/*") {
        css.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    css + rest
}

/// Selectors with their declarations, from the first to the last; what stands under a condition is left out.
fn rules(css: &str) -> Vec<(String, BTreeMap<String, String>)> {
    let mut rules = Vec::new();
    let mut rest = css;
    while let Some((selectors, after)) = rest.split_once('{') {
        if selectors.trim_start().starts_with('@') {
            let mut depth = 1;
            let end = after.char_indices().find(|(_, character)| {
                depth += match character {
                    '{' => 1,
                    '}' => -1,
                    _ => 0,
                };
                depth == 0
            });
            rest = end.map_or("", |(end, _)| &after[end + 1..]);
            continue;
        }
        let (body, after) = after.split_once('}').expect("a rule ends");
        let declarations: BTreeMap<String, String> = body
            .split(';')
            .filter_map(|declaration| declaration.split_once(':'))
            .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
            .collect();
        for selector in selectors.split(',') {
            rules.push((selector.trim().to_owned(), declarations.clone()));
        }
        rest = after;
    }
    rules
}

fn colours(declarations: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let is_colour = |(name, value): &(&String, &String)| name.starts_with("--") && value.starts_with('#');
    declarations.iter().filter(is_colour).map(|(name, value)| (name[2..].to_owned(), value.clone())).collect()
}

fn of_palette(palette: &Palette) -> BTreeMap<String, String> {
    let named = [
        ("paper", palette.paper),
        ("card", palette.card),
        ("ink", palette.ink),
        ("muted", palette.muted),
        ("rule", palette.rule),
        ("band", palette.band),
        ("hue-none", palette.hue_none),
        ("less", palette.less),
        ("more", palette.more),
    ];
    let hues =
        palette.hues.iter().enumerate().map(|(place, hue)| (format!("hue-{place}"), (*hue).to_owned()));
    named.iter().map(|(name, colour)| ((*name).to_owned(), (*colour).to_owned())).chain(hues).collect()
}

fn light() -> Palette {
    Palette::of(Named::Paper, Tint::Light)
}

#[test]
fn the_colours_are_those_of_the_tokens() {
    let tokens = rules(&style("tokens.css"));
    let of = |selector: &str| {
        let (_, declarations) =
            tokens.iter().find(|(own, _)| own == selector).unwrap_or_else(|| panic!("no {selector}"));
        colours(declarations)
    };
    let palette = |tint| of_palette(&Palette::of(Named::Paper, tint));
    assert_eq!(of(":root"), palette(Tint::Light));
    assert_eq!(of(":root[data-scheme=\"dark\"]"), palette(Tint::Dark));
    let white = of_palette(&Palette::of(Named::White, Tint::Light));
    for (name, colour) in of(":root[data-look=\"white\"]") {
        assert_eq!(white[&name], colour, "{name}");
    }
}

/// An element: its tag, its classes, the classes around it, and what the screen knows by other means than a class.
struct Element {
    tag: &'static str,
    classes: &'static str,
    around: &'static str,
    on_screen: &'static [&'static str],
}

const fn element(tag: &'static str, classes: &'static str, around: &'static str) -> Element {
    Element { tag, classes, around, on_screen: &[] }
}

const ELEMENTS: [Element; 66] = [
    element("rect", "ministry", ""),
    element("rect", "after", ""),
    element("rect", "after is-sample", ""),
    element("path", "grid", ""),
    element("path", "grid is-year", ""),
    element("path", "separator", ""),
    element("text", "tick", ""),
    element("text", "tick is-year", ""),
    element("path", "rule", "note-rule"),
    element("rect", "pill", "note-rule"),
    element("text", "", "note-rule"),
    element("text", "lane-title", "hue-2"),
    element("text", "lane-count", "hue-2"),
    element("path", "point", "hue-0"),
    element("path", "point is-hollow", "hue-1"),
    element("path", "point is-dashed", "hue-2"),
    element("path", "point is-hollow is-dashed", "hue-3"),
    element("rect", "bar", "hue-4"),
    element("rect", "bar is-hollow", "hue-4"),
    element("path", "bar-edge", "hue-4"),
    element("path", "bar-edge is-dashed", "hue-4"),
    element("path", "doubt hue-1", ""),
    element("rect", "hit is-outside", "hue-1"),
    element("text", "label", "hue-1"),
    element("text", "label is-major", "hue-1"),
    element("rect", "pill", "stub hue-3"),
    element("text", "", "stub hue-3"),
    element("text", "project-head", ""),
    element("rect", "project-bar", "hue-none"),
    element("rect", "project-bar is-framing", "hue-none"),
    element("rect", "project-bar is-unknown", "hue-none"),
    element("rect", "project-bar is-firm", "hue-none"),
    element("rect", "project-bar is-finished", "hue-none"),
    element("path", "project-edge", "hue-none"),
    element("path", "project-edge is-dashed", "hue-none"),
    element("path", "project-edge is-dotted", "hue-none"),
    element("path", "texture", ""),
    element("circle", "texture-dot", ""),
    element("path", "ghost", ""),
    element("path", "ghost is-inside", ""),
    element("path", "moved", ""),
    element("rect", "face", "cell hue-0"),
    element("rect", "face tone-0", "cell hue-0"),
    element("rect", "face tone-1", "cell hue-1"),
    element("rect", "face tone-2", "cell hue-none"),
    element("rect", "face tone-3", "cell hue-none"),
    element("rect", "face tone-1 is-nested", "cell hue-none"),
    element("rect", "face phase-none", "cell hue-none"),
    element("rect", "face phase-framing", "cell hue-none"),
    element("rect", "face phase-design", "cell hue-none"),
    element("rect", "face phase-trial", "cell hue-none"),
    element("rect", "face phase-roll-out", "cell hue-none"),
    element("rect", "face phase-finished", "cell hue-none"),
    element("rect", "face phase-withheld", "cell hue-none"),
    element("rect", "face change-far-lower", "cell hue-none"),
    element("rect", "face change-lower", "cell hue-none"),
    element("rect", "face change-same", "cell hue-none"),
    element("rect", "face change-higher", "cell hue-none"),
    element("rect", "face change-far-higher", "cell hue-none"),
    element("rect", "face change-unknown", "cell hue-none"),
    element("path", "sign", "cell hue-none"),
    element("path", "hatch-line", ""),
    element("text", "cell-words", "cell hue-0"),
    element("text", "cell-words is-small", "cell hue-0"),
    element("text", "cell-words cell-name", "cell hue-0"),
    Element {
        tag: "rect",
        classes: "face tone-1",
        around: "cell hue-none is-remainder",
        on_screen: &["[role=\"img\"]"],
    },
];

/// Whether a part of a selector without spaces holds of a tag with classes and attributes; nothing does of a state.
fn holds(compound: &str, tag: &str, classes: &[&str], attributes: &[&str]) -> bool {
    let mut compound = compound.to_owned();
    for attribute in attributes {
        compound = compound.replace(attribute, "");
    }
    if compound.contains([':', '[', '>', '*']) {
        return false;
    }
    let mut parts = compound.split('.');
    let own_tag = parts.next().unwrap_or_default();
    (own_tag.is_empty() || own_tag == tag) && parts.all(|class| classes.contains(&class))
}

/// What the style sheets say of an element, the more particular rule and then the later one winning.
fn on_screen(element: &Element, rules: &[(String, BTreeMap<String, String>)]) -> BTreeMap<String, String> {
    let classes: Vec<&str> = element.classes.split(' ').collect();
    let around: Vec<&str> = element.around.split(' ').collect();
    let mut said: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for (selector, declarations) in rules {
        let mut parts: Vec<&str> = selector.split(' ').collect();
        let own = parts.pop().unwrap_or_default();
        let is_it = holds(own, element.tag, &classes, &[])
            && parts.iter().all(|part| holds(part, "", &around, element.on_screen));
        let weight = selector.matches(['.', '[']).count();
        for (name, value) in declarations.iter().filter(|_| is_it) {
            if said.get(name).is_none_or(|(other, _)| *other <= weight) {
                said.insert(name.clone(), (weight, value.clone()));
            }
        }
    }
    said.into_iter().map(|(name, (_, value))| (name, value)).collect()
}

/// The properties that attributes can say, with their usual values.
const PROPERTIES: [(&str, &str); 9] = [
    ("fill", ""),
    ("fill-opacity", "1"),
    ("stroke", "none"),
    ("stroke-width", "1"),
    ("stroke-opacity", "1"),
    ("stroke-dasharray", "none"),
    ("stroke-linejoin", "miter"),
    ("font-size", ""),
    ("font-weight", ""),
];

#[test]
fn marks_and_cells_look_as_on_the_screen() {
    let mut rules = rules(&style("timeline.css"));
    rules.extend(self::rules(&style("projects.css")));
    rules.extend(self::rules(&style("budget.css")));
    let palette = &light();
    for element in &ELEMENTS {
        let split = |classes: &'static str| -> Vec<&str> {
            classes.split(' ').filter(|class| !class.is_empty()).collect()
        };
        let (classes, around) = (split(element.classes), split(element.around));
        let named = format!("{}.{} in .{}", element.tag, element.classes, element.around);
        let (drawn, is_haloed) = match look(&classes, &around, palette) {
            Look::Drawn(attributes) => (attributes, false),
            Look::Haloed(attributes, _) => (attributes, true),
            Look::Hidden => panic!("{named} is not drawn"),
        };
        let drawn: BTreeMap<&str, &str> = drawn
            .split("\" ")
            .filter_map(|attribute| attribute.trim().trim_end_matches('"').split_once("=\""))
            .collect();
        let screen = on_screen(element, &rules);
        assert!(!screen.is_empty(), "{named}: the style sheets say nothing of it");
        let hue = classes.iter().chain(&around).find_map(|class| palette.hue(class));
        for (property, usual) in PROPERTIES {
            // Halos are drawn otherwise: a file cannot count on an outline being painted first.
            if is_haloed && property.starts_with("stroke") {
                continue;
            }
            let says = screen.get(property).map_or(usual, String::as_str);
            let colours = of_palette(palette);
            let says = match says.strip_prefix("var(--").and_then(|name| name.strip_suffix(')')) {
                Some("hue") => hue.unwrap_or_else(|| panic!("{named} has no hue")),
                Some(name) => &colours[name],
                None if says == "transparent" => "none",
                None => says.strip_suffix("px").unwrap_or(says),
            };
            let draws = drawn.get(property).copied().unwrap_or(usual);
            // Without an outline or a ground it is all one how it would be.
            let idle = |colour: &str, of: &str| {
                property.starts_with(of)
                    && property != of
                    && drawn.get(of).copied().unwrap_or("none") == colour
            };
            if idle("none", "stroke") || idle("none", "fill") {
                continue;
            }
            assert_eq!(draws, says, "{named}: {property}");
        }
    }
}

/// What is there for a pointer alone is not in a file.
#[test]
fn what_only_reacts_is_left_out() {
    for classes in [["hit"], ["halo"], ["exact"]] {
        assert_eq!(look(&classes, &["hue-0"], &light()), Look::Hidden);
    }
    assert_ne!(look(&["halo"], &["hue-0", "is-current"], &light()), Look::Hidden);
}

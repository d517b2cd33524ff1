//! What each class of a drawing looks like in a picture: what `style/timeline.css`, `style/projects.css` and `style/budget.css` say of it on the screen.
//!
//! A test compares the two, declaration by declaration. Only halos and the states of a reader at work (hover, focus)
//! have no counterpart.

use super::{palette::Palette, presented::Look};

/// The family of words, and of titles: a file cannot bring a font along, so they end in what every system has.
pub const SANS: &str = "system-ui, sans-serif";
/// The family of titles.
pub const SERIF: &str = "Charter, Georgia, serif";

/// The class of a group around what is open.
pub const CURRENT: &str = "is-current";
/// The class of a group around what the filter leaves out.
pub const OUTSIDE: &str = "is-outside";
/// The class of a group around what no part accounts for.
pub const REMAINDER: &str = "is-remainder";

/// The class of a group around lanes that are no higher than their rows.
pub const TIGHT: &str = "is-tight";

/// The look of an element with these classes, inside groups with those.
#[must_use]
pub fn look(classes: &[&str], around: &[&str], palette: &Palette) -> Look {
    let is = |class: &str| classes.contains(&class);
    let within = |class: &str| around.contains(&class);
    let hue = classes.iter().chain(around.iter().rev()).find_map(|class| palette.hue(class));
    let hue = hue.unwrap_or(palette.hue_none);
    let Palette { paper, card, ink, muted, rule, band, .. } = *palette;
    let current = if within(CURRENT) { " text-decoration=\"underline\"" } else { "" };
    let halo = |width: &str| {
        format!(
            " fill=\"none\" stroke=\"{paper}\" stroke-width=\"{width}\" stroke-linejoin=\"round\" aria-hidden=\"true\""
        )
    };
    let drawn = match classes.first().copied().unwrap_or_default() {
        // The timeline.
        "after" if is("is-sample") => format!("{}{}", fill(band), stroke(rule, "1")),
        "after" => fill(band),
        "grid" if is("is-year") => format!("{}{} stroke-opacity=\"0.55\"", fill("none"), stroke(muted, "1")),
        "grid" | "separator" | "frame" => format!("{}{}", fill("none"), stroke(rule, "1")),
        "tick" => {
            let (colour, weight) = if is("is-year") { (ink, "600") } else { (muted, "") };
            let halo = format!("{}{}", words("", "12", weight), halo("4"));
            return Look::Haloed(words(colour, "12", weight), halo);
        }
        "rule" => format!("{}{}", fill("none"), stroke(ink, "1.5")),
        "pill" if within("note-rule") => fill(ink),
        "pill" => format!("{}{}", fill(card), stroke(hue, "1")),
        "" if within("note-rule") => words(paper, "12", "600"),
        "" if within("stub") => words(hue, "12", "600"),
        "lane-title" => words(hue, "14", "600"),
        "lane-count" if within(TIGHT) => return Look::Hidden,
        "lane-count" => words(muted, "12", ""),
        "point" => {
            let inside = if is("is-hollow") { paper } else { hue };
            let dashes =
                if is("is-dashed") { " fill-opacity=\"0.35\" stroke-dasharray=\"2.5 2\"" } else { "" };
            format!("{}{}{ROUND}{dashes}", fill(inside), stroke(hue, "2"))
        }
        "bar" => {
            format!("{} fill-opacity=\"{}\"", fill(hue), if is("is-hollow") { "0.08" } else { "0.22" })
        }
        "bar-edge" => {
            let dashes = if is("is-dashed") { " stroke-dasharray=\"4 3\"" } else { "" };
            format!("{}{}{dashes}", fill("none"), stroke(hue, "1.5"))
        }
        "doubt" => format!("{}{} stroke-opacity=\"0.45\"", fill("none"), stroke(hue, "1.5")),
        "halo" if within(CURRENT) => format!("{}{}", fill("none"), stroke(ink, "2")),
        "hit" if is(OUTSIDE) => {
            format!("{}{} stroke-dasharray=\"2 3\"", fill("none"), stroke(muted, "1"))
        }
        "label" => {
            let weight = if is("is-major") { "600" } else { "" };
            let halo = format!("{}{}", words("", "13", weight), halo("3"));
            return Look::Haloed(words(ink, "13", weight) + current, halo);
        }
        // The projects below it.
        "project-head" => words(ink, "12.5", "600"),
        "project-bar" => {
            let shade = match () {
                () if is("is-framing") || is("is-unknown") => "0.02",
                () if is("is-firm") => "0.3",
                () if is("is-finished") => "0.75",
                () => "0.1",
            };
            format!("{} fill-opacity=\"{shade}\"", fill(hue))
        }
        "project-edge" => {
            let dashes = match () {
                () if is("is-dashed") => " stroke-dasharray=\"4 2.5\"",
                () if is("is-dotted") => " stroke-dasharray=\"1 2.5\"",
                () => "",
            };
            format!("{}{}{dashes}", fill("none"), stroke(hue, "1.25"))
        }
        "texture" => format!("{}{} stroke-opacity=\"0.75\"", fill("none"), stroke(muted, "1.5")),
        "texture-dot" => fill(muted),
        "ghost" => {
            let shade = if is("is-inside") { " stroke-opacity=\"0.7\"" } else { "" };
            format!("{}{}{shade}", fill("none"), stroke(palette.hues[0], "1.75"))
        }
        "moved" => format!("{}{}", fill("none"), stroke(palette.hues[0], "1.25")),
        // The budgets.
        "face" => face(classes, around, hue, palette),
        "hatched" if is("is-sample") => stroke(muted, "1"),
        "ministry" => format!("{}{}", fill(band), stroke(rule, "1")),
        // Filled with what the element itself names.
        "hatched" => " stroke=\"none\"".to_owned(),
        "hatch-line" => format!("{}{} stroke-opacity=\"0.5\"", fill("none"), stroke(ink, "2")),
        "cell-words" => {
            let size = if is("is-small") { "11.5" } else { "13" };
            let weight = if is("cell-name") { "600" } else { "" };
            let words_drawn = words(ink, size, weight);
            if !is("is-haloed") {
                return Look::Drawn(words_drawn);
            }
            let halo = format!("{}{} stroke-opacity=\"0.8\"", words("", size, weight), halo("3"));
            return Look::Haloed(words_drawn, halo);
        }
        "sign" => fill(ink),
        "cell-name" => " font-weight=\"600\"".to_owned(),
        "cell-amount" => String::new(),
        // The sheet around them.
        "paper" => fill(paper),
        "accent" => fill(ink),
        "kicker" => words(muted, "13", ""),
        "title" => {
            let size = match () {
                () if is("is-largest") => "38",
                () if is("is-large") => "33",
                () => "26",
            };
            format!(" font-family=\"{SERIF}\"{}", words(ink, size, "700"))
        }
        "sum" => words(ink, "16", "600"),
        "heading" => words(ink, "14", "600"),
        "shown" => words(muted, "14", ""),
        "legend" => words(ink, "12.5", ""),
        "fine" => words(muted, "12", ""),
        "address" => words(ink, "12", "600"),
        _ => return Look::Hidden,
    };
    Look::Drawn(drawn)
}

/// Round corners.
const ROUND: &str = " stroke-linejoin=\"round\"";

/// The face of a cell: its shade says its group or phase, its outline whether it is a part at all.
fn face(classes: &[&str], around: &[&str], hue: &str, palette: &Palette) -> String {
    let is = |class: &str| classes.contains(&class);
    let within = |class: &str| around.contains(&class);
    let shade = classes.iter().find_map(|&class| {
        Some(match class {
            "tone-0" | "phase-trial" => "0.34",
            "tone-1" => "0.22",
            "tone-2" => "0.13",
            "tone-3" => "0.28",
            "phase-framing" => "0.06",
            "phase-design" => "0.16",
            "phase-roll-out" => "0.58",
            "phase-finished" => "0.75",
            "phase-none" | "phase-withheld" | "change-unknown" => "none",
            "change-far-lower" | "change-far-higher" => "0.5",
            "change-lower" | "change-higher" => "0.22",
            "change-same" => "0.06",
            _ => return None,
        })
    });
    let hue = match () {
        () if is("change-far-lower") || is("change-lower") => palette.less,
        () if is("change-far-higher") || is("change-higher") => palette.more,
        () => hue,
    };
    let mut shade = shade.unwrap_or("0.2");
    // The shades of `tone-0` and `phase-trial` are the same in the style sheet too.
    let mut dashes = classes.iter().find_map(|&class| match class {
        "phase-none" => Some("2 3"),
        "phase-framing" => Some("5 3"),
        "phase-withheld" => Some("1 2"),
        "change-far-lower" | "change-lower" => Some("5 3"),
        "change-unknown" => Some("1 3"),
        _ => None,
    });
    if is("is-nested") {
        shade = "0.07";
    }
    if within(OUTSIDE) {
        (shade, dashes) = ("0.03", Some("3 3"));
    }
    if within(REMAINDER) {
        (shade, dashes) = ("none", Some("4 3"));
    }
    let ground = match shade {
        "none" => fill("none"),
        shade => format!("{} fill-opacity=\"{shade}\"", fill(hue)),
    };
    let outline = if within(CURRENT) { stroke(palette.ink, "2.5") } else { stroke(hue, "1") };
    let dashes = dashes.map(|dashes| format!(" stroke-dasharray=\"{dashes}\"")).unwrap_or_default();
    format!("{ground}{outline}{dashes}")
}

fn fill(colour: &str) -> String {
    format!(" fill=\"{colour}\"")
}

fn stroke(colour: &str, width: &str) -> String {
    let width = if width == "1" { String::new() } else { format!(" stroke-width=\"{width}\"") };
    format!(" stroke=\"{colour}\"{width}")
}

/// Words of a colour, size and weight; what is empty is not said.
fn words(colour: &str, size: &str, weight: &str) -> String {
    let mut attributes = String::new();
    for (name, value) in [("fill", colour), ("font-size", size), ("font-weight", weight)] {
        if !value.is_empty() {
            attributes.push_str(&format!(" {name}=\"{value}\""));
        }
    }
    attributes
}

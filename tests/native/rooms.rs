//! The lines between the rooms of the house: who may import whom, and what each room does not know.

use std::{fs, path::Path};

/// A file of `src`, by its path below it.
struct SourceFile {
    path: String,
    text: String,
}

fn sources() -> Vec<SourceFile> {
    fn walk(folder: &Path, root: &Path, files: &mut Vec<SourceFile>) {
        for entry in fs::read_dir(folder).expect("src can be read") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, root, files);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("a source file is text");
                let path = path.strip_prefix(root).expect("below src").to_string_lossy().replace('\\', "/");
                files.push(SourceFile { path, text });
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    walk(&root, &root, &mut files);
    assert!(files.len() > 40, "the walk found src");
    files
}

/// The code of a file without its comments and without its own tests.
fn code(file: &SourceFile) -> String {
    let code = file.text.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The rooms of ours that a file names, by `crate::room` or inside `use crate::{room…}`.
fn rooms_named(code: &str, rooms: &[&str]) -> Vec<String> {
    let mut named = Vec::new();
    for room in rooms {
        let is_word = |text: &str, at: usize| {
            let before = text[..at].chars().next_back().unwrap_or(' ');
            let after = text[at + room.len()..].chars().next().unwrap_or(' ');
            let is_letter = |letter: char| letter.is_alphanumeric() || letter == '_';
            !is_letter(before) && !is_letter(after)
        };
        let direct =
            code.match_indices(&format!("crate::{room}")).any(|(at, _)| is_word(code, at + "crate::".len()));
        // The blocks `use crate::{ … };`, where a room begins a line or follows a brace or comma at depth one.
        let in_block = code.split("use crate::{").skip(1).any(|rest| {
            let block = rest.split("};").next().unwrap_or_default();
            let mut depth = 0;
            let mut begins = true;
            for (at, character) in block.char_indices() {
                if depth == 0 && begins && block[at..].starts_with(room) && is_word(block, at) {
                    return true;
                }
                match character {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    ',' => begins = true,
                    character if character.is_whitespace() => {}
                    _ => begins = false,
                }
            }
            false
        });
        if direct || in_block {
            named.push((*room).to_owned());
        }
    }
    named
}

const ROOMS: &[&str] = &[
    "app",
    "browser",
    "budget",
    "charts",
    "data",
    "downloads",
    "embed",
    "embedded",
    "export",
    "filters",
    "i18n",
    "import",
    "indicators",
    "key_figures",
    "later",
    "model",
    "pages",
    "offline",
    "own_data",
    "record",
    "saving",
    "search",
    "sheets",
    "story",
    "shortcuts",
    "state",
    "table",
    "text_metrics",
    "timeline",
    "tokens",
    "trends",
    "ui",
];

/// What each room may name.
fn allowed(room: &str) -> &'static [&'static str] {
    match room {
        "model" => &["model"],
        "data" => &["data", "model"],
        "i18n" => &["i18n", "model"],
        // Words are folded and numbers written as everywhere; no message of the interface is needed.
        "import" => &["import", "data", "i18n", "model"],
        "text_metrics" => &["text_metrics", "model"],
        "state" => &["state", "data", "model", "text_metrics"],
        "ui" => &["ui", "i18n", "model", "state", "text_metrics"],
        "key_figures" => &["key_figures", "i18n", "model"],
        "timeline" => &["timeline", "i18n", "model", "state", "text_metrics", "ui"],
        "budget" => &["budget", "i18n", "model", "state", "text_metrics", "ui"],
        "indicators" => &["indicators", "i18n", "model", "state", "text_metrics", "ui"],
        "record" => &["record", "i18n", "model", "state", "ui"],
        "table" => &["table", "i18n", "model", "state", "ui"],
        "filters" => &["filters", "i18n", "model", "state", "ui"],
        "search" => &["search", "i18n", "model", "state", "ui"],
        // What stands beside the text is handed to it.
        "story" => &["story", "i18n", "model", "state", "ui"],
        // Rows of values in, a drawing out: a chart knows nothing of a strategy.
        "charts" => &["charts", "saving", "text_metrics"],
        "trends" => &["trends", "charts", "i18n", "model", "state", "ui"],
        // What a site that refuses frames gets is a picture.
        "embed" => &["embed", "export", "i18n", "model", "state", "ui"],
        // A picture is drawn with the layout of the features; none of them knows of it.
        "export" => &["export", "budget", "i18n", "model", "state", "text_metrics", "timeline", "ui"],
        // A selection with its sources is read from the same tables as the package; a picture of it is drawn by `export`.
        "downloads" => &["downloads", "data", "export", "i18n", "model", "saving", "sheets", "state", "ui"],
        // On paper stand the pictures, and below them the rows of the table.
        "sheets" => &["sheets", "export", "i18n", "model", "state", "table", "text_metrics", "ui"],
        "saving" => &["saving"],
        "tokens" => &["tokens"],
        // Files are read by `import`, in a worker; what they become is a package like the page's own.
        "own_data" => &["own_data", "data", "embedded", "i18n", "import", "model", "saving", "state", "ui"],
        // The way back leads to the page's own data, which the running module holds.
        "embedded" => &["embedded", "data", "model"],
        "offline" => &["offline", "i18n", "model", "state", "ui"],
        "shortcuts" => &["shortcuts", "i18n", "model", "state", "ui"],
        "app" | "browser" | "later" | "pages" => ROOMS,
        other => panic!("src/{other} is a room that no line was drawn for; add it here and to src/lib.rs"),
    }
}

#[test]
fn rooms_import_only_what_is_below_them() {
    let mut crossings = Vec::new();
    for file in sources() {
        let room = file.path.split(['/', '.']).next().expect("a path").to_owned();
        if ["lib", "main", "bin"].contains(&room.as_str()) {
            continue;
        }
        let crossed = rooms_named(&code(&file), ROOMS);
        crossings.extend(
            crossed
                .into_iter()
                .filter(|named| !allowed(&room).contains(&named.as_str()))
                .map(|named| format!("src/{} names crate::{named}", file.path)),
        );
    }
    assert!(crossings.is_empty(), "{}", crossings.join("\n"));
}

#[test]
fn the_reader_of_imports_sees_both_ways_of_writing_them() {
    let block = "use crate::{\n    i18n::{format, messages},\n    model::id::EventId,\n};";
    assert_eq!(rooms_named(block, ROOMS), ["i18n", "model"]);
    assert_eq!(rooms_named("let x = crate::state::Explorer::new();", ROOMS), ["state"]);
    assert_eq!(rooms_named("use crate::model::date;", ROOMS), ["model"]);
    assert!(rooms_named("use crate::modelling::x;", ROOMS).is_empty());
}

/// Layout is arithmetic on values: it knows neither Leptos nor a document.
#[test]
fn layout_knows_no_leptos_and_no_document() {
    let layout = [
        "timeline/scale.rs",
        "timeline/shape.rs",
        "timeline/ticks.rs",
        "timeline/hidden.rs",
        "timeline/interval_index.rs",
        "timeline/lane_events.rs",
        "timeline/lanes.rs",
        "timeline/motion.rs",
        "timeline/placed.rs",
        "timeline/stops.rs",
        "timeline/gestures.rs",
        "ui/glyph.rs",
        "indicators/axes.rs",
        "indicators/bullet.rs",
        "indicators/course.rs",
        "indicators/drawing.rs",
        "indicators/placed.rs",
        "indicators/statement.rs",
        "indicators/words.rs",
        "budget/treemap/squarify.rs",
        "budget/treemap/placed.rs",
        "budget/typeahead.rs",
        "budget/changes.rs",
        "budget/kept.rs",
        "budget/beside/placed.rs",
        "embed/fields.rs",
        "embed/pace.rs",
        "embed/pin.rs",
        "embed/request.rs",
        "embed/snippet.rs",
        "export/caption.rs",
        "text_metrics/lines.rs",
        "export/look.rs",
        "export/palette.rs",
        "export/picture.rs",
        "export/presented.rs",
        "export/request.rs",
        "export/sheet.rs",
        "export/timeline_chart.rs",
        "export/timeline_sheets.rs",
        "export/budget_chart.rs",
        "export/words.rs",
        "filters/choice.rs",
        "filters/counts.rs",
        "filters/words.rs",
        "i18n/label.rs",
        "text_metrics/mod.rs",
        "key_figures.rs",
        "pages/address.rs",
        "pages/article.rs",
        "pages/collection.rs",
        "pages/document.rs",
        "pages/head.rs",
        "pages/linked_data.rs",
        "pages/site.rs",
        "offline/availability.rs",
        "record/content.rs",
        "record/quote.rs",
        "record/steps.rs",
        "record/words.rs",
        "sheets/document.rs",
        "sheets/paper.rs",
        "sheets/rows.rs",
        "sheets/of_view.rs",
        "shortcuts/words.rs",
        "table/rows.rs",
        "table/totals.rs",
        "table/words.rs",
        "ui/terms.rs",
        "ui/view_name.rs",
        "search/words.rs",
        "search/typos.rs",
        "search/entries.rs",
        "search/index.rs",
        "search/results.rs",
        "state/query.rs",
        "state/view_state.rs",
        "state/command.rs",
        "state/filter.rs",
        "state/admission.rs",
        "state/listing.rs",
    ];
    let sources = sources();
    for path in layout {
        let file =
            sources.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("src/{path} is gone"));
        let code = code(file);
        for foreign in ["leptos", "web_sys", "js_sys", "wasm_bindgen"] {
            assert!(!code.contains(foreign), "src/{path} names {foreign}");
        }
    }
}

/// The model and the data know no screen; serde alone may stand in the model, to embed it.
#[test]
fn model_and_data_know_no_screen() {
    for file in sources() {
        if !(file.path.starts_with("model/")
            || file.path.starts_with("data/")
            || file.path.starts_with("import/")
            || file.path.starts_with("i18n/"))
        {
            continue;
        }
        let code = code(&file);
        for foreign in ["leptos", "web_sys", "js_sys", "wasm_bindgen"] {
            assert!(!code.contains(foreign), "src/{} names {foreign}", file.path);
        }
    }
}

#[test]
fn every_file_opens_with_a_sentence_about_itself() {
    for file in sources() {
        let first = file.text.lines().next().unwrap_or_default();
        assert!(first.starts_with("//! ") && first.len() > 12, "src/{} opens with {first:?}", file.path);
    }
}

/// A strict policy blocks the attribute in prerendered pages.
#[test]
fn no_component_writes_a_style_attribute() {
    for file in sources() {
        let code = code(&file);
        for forbidden in [" style=", " style:"] {
            assert!(!code.contains(forbidden), "src/{} has{forbidden}", file.path);
        }
    }
}

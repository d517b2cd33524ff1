//! The texts of the interface in both languages: what differs in one differs in the other, so that none stands for another.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// Texts that are the same in one language alone, for a reason of that language.
const HOMOGRAPHS: &[&str] = &[
    // English has one word where French has two, by gender or by sense.
    "Previous",
    "Next",
    "All",
    "Share",
    "approximate date",
    // The button that opens citations, and the heading above them.
    "Citer",
];

/// A fixed text as it is declared: `name: "French", "English"`.
struct Declared {
    name: String,
    texts: [String; 2],
}

/// All that are declared below `folder`.
fn declared(folder: &Path, found: &mut Vec<Declared>) {
    for entry in fs::read_dir(folder).expect("src can be read") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            declared(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let source = fs::read_to_string(&path).expect("a source file is text");
            found.extend(source.lines().filter_map(declaration));
        }
    }
}

fn declaration(line: &str) -> Option<Declared> {
    let (name, rest) = line.trim_start().split_once(": \"")?;
    let is_name = !name.is_empty() && name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_');
    let (french, rest) = literal(rest)?;
    let (english, rest) = literal(rest.strip_prefix(", \"")?)?;
    let is_whole = rest.starts_with(';') || rest.starts_with(", or ");
    (is_name && is_whole).then(|| Declared { name: name.to_owned(), texts: [french, english] })
}

/// A literal up to its closing quotation mark, and what follows it.
fn literal(text: &str) -> Option<(String, &str)> {
    let mut is_escaped = false;
    let end = text.find(|letter| {
        let ends = letter == '"' && !is_escaped;
        is_escaped = letter == '\\' && !is_escaped;
        ends
    })?;
    Some((text[..end].to_owned(), &text[end + 1..]))
}

#[test]
fn no_text_of_the_interface_is_translated_by_another_ones_words() {
    let mut all = Vec::new();
    declared(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
    assert!(all.len() > 400, "{} texts were found", all.len());
    let mut wrong = Vec::new();
    for (one, other) in [(0, 1), (1, 0)] {
        let mut by_text: BTreeMap<&str, BTreeMap<&str, BTreeSet<&str>>> = BTreeMap::new();
        for Declared { name, texts } in &all {
            by_text.entry(&texts[one]).or_default().entry(&texts[other]).or_default().insert(name);
        }
        let shared = by_text.iter().filter(|(text, others)| others.len() > 1 && !HOMOGRAPHS.contains(text));
        wrong.extend(shared.map(|(text, others)| format!("{text:?} stands for {others:?}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let empty: Vec<_> =
        all.iter().filter(|text| text.texts.iter().any(String::is_empty)).map(|text| &text.name).collect();
    assert!(empty.is_empty(), "{empty:?}");
}

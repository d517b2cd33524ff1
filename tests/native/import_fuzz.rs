//! Each reader of files is given good files with many random faults in them, for a bounded time: whatever comes, it answers.
//!
//! `JALONS_FUZZ_SECONDS` is how long each reader is tried, two seconds unless it says otherwise. A failure is told with
//! the least edits that bring it about.

use std::{
    env,
    ops::ControlFlow,
    time::{Duration, Instant},
};

use jalons::import::{self, File, assumption::Choices};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};

use super::{
    import_forms::{file, fixture, inline, today, zipped},
    import_robustness::hold,
    package_rules::files_of,
};

/// One fault.
#[derive(Clone, Debug)]
enum Edit {
    /// Other bytes in place of some.
    Write(prop::sample::Index, Vec<u8>),
    /// Some bytes less.
    Cut(prop::sample::Index, usize),
    /// A stretch of the file once more, elsewhere.
    Repeat(prop::sample::Index, prop::sample::Index, usize),
    /// Something that means something to a reader.
    Insert(prop::sample::Index, &'static str),
}

/// What is likely to lead a reader somewhere: signs of its forms, numbers at the edge, names that it knows.
const WORDS: &[&str] = &[
    "\"",
    "\"\"",
    ";",
    ",",
    "\t",
    "\n",
    "\r\n",
    "{",
    "}",
    "[",
    "]",
    ":",
    "\\",
    "\\u0000",
    "\\ud800",
    "null",
    "-0",
    "1e999",
    "99999999999999999999",
    "-1",
    "0,5",
    "1 234,5 M€",
    "31/02/2021",
    "2021-13-01",
    "0000",
    "../..",
    "2021/..",
    "é",
    "\u{feff}",
    "\u{0}",
    "\u{202f}",
    "<script>",
    "&#x0;",
    "javascript:",
    "http://",
    "children",
    "value",
    "name",
    "events",
    "start_date",
    "resources",
    "data",
    "path",
    "PK\u{3}\u{4}",
    "=1+1",
    "/",
    "€",
    "%",
    "parent",
    "id",
];

fn edit() -> impl Strategy<Value = Edit> {
    let place = any::<prop::sample::Index>;
    prop_oneof![
        (place(), prop::collection::vec(any::<u8>(), 1..6)).prop_map(|(at, bytes)| Edit::Write(at, bytes)),
        (place(), 1_usize..40).prop_map(|(at, length)| Edit::Cut(at, length)),
        (place(), place(), 1_usize..120).prop_map(|(from, to, length)| Edit::Repeat(from, to, length)),
        (place(), prop::sample::select(WORDS)).prop_map(|(at, word)| Edit::Insert(at, word)),
    ]
}

fn edited(bytes: &[u8], edits: &[Edit]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for edit in edits {
        let size = bytes.len() + 1;
        match edit {
            Edit::Write(at, new) => {
                let at = at.index(size);
                let end = (at + new.len()).min(bytes.len());
                bytes.splice(at..end, new.iter().copied());
            }
            Edit::Cut(at, length) => {
                let at = at.index(size);
                bytes.drain(at..(at + length).min(bytes.len()));
            }
            Edit::Repeat(from, to, length) => {
                let from = from.index(size);
                let stretch = bytes[from..(from + length).min(bytes.len())].to_vec();
                let to = to.index(size);
                bytes.splice(to..to, stretch);
            }
            Edit::Insert(at, word) => {
                let at = at.index(size);
                bytes.splice(at..at, word.bytes());
            }
        }
    }
    bytes
}

/// Tries a reader with a file that is good without the edits.
fn tried(good: &File, others: &[File]) {
    let seconds = env::var("JALONS_FUZZ_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(2);
    let until = Instant::now() + Duration::from_secs(seconds);
    let mut rounds = 0;
    while rounds == 0 || Instant::now() < until {
        let config = Config { cases: 16, failure_persistence: None, ..Config::default() };
        let outcome = TestRunner::new(config).run(&prop::collection::vec(edit(), 1..12), |edits| {
            let bad = file(&good.name, edited(&good.bytes, &edits));
            let mut files = vec![bad];
            files.extend(others.iter().cloned());
            let import = import::read(files, &Choices::on(today()), &mut |_| ControlFlow::Continue(()));
            hold(&import.expect("nothing stops it"));
            Ok(())
        });
        if let Err(failure) = outcome {
            panic!("{}: {failure}", good.name);
        }
        rounds += 1;
    }
}

/// The valid package, the descriptor first.
fn package() -> Vec<File> {
    files_of(None).into_iter().map(|(name, bytes)| File { name, bytes }).collect()
}

#[test]
fn tables() {
    tried(&fixture("flat.csv"), &[]);
}

#[test]
fn paths_with_amounts() {
    tried(&fixture("paths.csv"), &[]);
}

#[test]
fn hierarchies() {
    tried(&fixture("hierarchy.json"), &[]);
}

#[test]
fn timelines_as_json() {
    tried(&fixture("timeline.json"), &[]);
}

#[test]
fn timelines_as_sheets() {
    tried(&fixture("timeline.csv"), &[]);
}

#[test]
fn packages_as_one_json() {
    tried(&file("package.json", inline(true)), &[]);
}

#[test]
fn packages_as_archives() {
    tried(&file("package.zip", zipped(&package())), &[]);
}

#[test]
fn packages_as_folders() {
    let mut files = package();
    let events = files.iter().position(|file| file.name == "events.csv").expect("events");
    let events = files.remove(events);
    tried(&events, &files);
}

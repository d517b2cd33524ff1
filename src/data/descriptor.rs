//! The descriptor of the package, `datapackage.json`: what it says of itself, and which file holds each resource.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::model::{
    date::{Day, Edtf, Precision},
    strategy::About,
    text::Text,
};

use super::{
    Files,
    problem::{Problem, Rule},
    records::Resource,
    spelling::{proposal, quoted},
};

/// The name of the file.
pub const FILE: &str = "datapackage.json";

/// What the descriptor says.
#[derive(Debug, Default)]
pub struct Descriptor {
    /// Version and date of the package.
    pub about: About,
    /// The file of each resource.
    paths: BTreeMap<String, String>,
}

impl Descriptor {
    /// Reads the descriptor among `files`; without one, each resource is looked for in a file of its name.
    pub fn read(files: &Files, problems: &mut Vec<Problem>) -> Self {
        let Some(bytes) = files.get(FILE) else {
            let mut report = Report { bytes: &[], problems };
            report.add(1, None, Rule::MissingFile, "the file is missing; a package begins with it");
            return Self::default();
        };
        let mut report = Report { bytes, problems };
        let json: Value = match serde_json::from_slice(bytes) {
            Ok(json) => json,
            Err(error) => {
                let message = format!("not JSON: {error}; correct it");
                report.add(error.line().max(1), None, Rule::Descriptor, message);
                return Self::default();
            }
        };
        let title = report.property(&json, "title").unwrap_or_default();
        // A title in English stands beside it; without one it is the same in both languages.
        let english = json.get("title_en").and_then(Value::as_str).unwrap_or(title);
        let about = About {
            title: Text { fr: title.to_owned(), en: english.to_owned() },
            version: report.property(&json, "version").unwrap_or_default().to_owned(),
            created: report.property(&json, "created").unwrap_or_default().to_owned(),
            reference_day: report.day(&json, "reference_date").unwrap_or_default(),
        };
        let paths = paths(&json);
        report.check_resources(&paths, files);
        Self { about, paths }
    }

    /// The file of a resource.
    pub fn path(&self, resource: &Resource) -> String {
        self.paths.get(resource.name).cloned().unwrap_or_else(|| default_path(resource.name))
    }
}

/// Where problems of the descriptor are noted.
struct Report<'a> {
    bytes: &'a [u8],
    problems: &'a mut Vec<Problem>,
}

impl Report<'_> {
    fn add(&mut self, line: usize, property: Option<&str>, rule: Rule, message: impl Into<String>) {
        self.problems.push(Problem {
            file: FILE.to_owned(),
            line,
            column: property.map(str::to_owned),
            value: None,
            rule,
            message: message.into(),
        });
    }

    /// A text that has to be given.
    fn property<'j>(&mut self, json: &'j Value, name: &str) -> Option<&'j str> {
        let text = json.get(name).and_then(Value::as_str).filter(|text| !text.trim().is_empty());
        if text.is_none() {
            let message = "it has to be given, as a text between quotes; add it";
            self.add(1, Some(name), Rule::Descriptor, message);
        }
        text
    }

    /// A day that has to be given.
    fn day(&mut self, json: &Value, name: &str) -> Option<Day> {
        match Edtf::parse(self.property(json, name)?) {
            Ok(Edtf::Date(date)) if date.precision() == Precision::Day => Some(date.first_day()),
            _ => {
                self.add(
                    self.line_of(name),
                    Some(name),
                    Rule::Descriptor,
                    "not a day; write it as 2021-12-12",
                );
                None
            }
        }
    }

    /// Every resource is listed, no other is, and the files are there.
    fn check_resources(&mut self, paths: &BTreeMap<String, String>, files: &Files) {
        let names = || Resource::ALL.iter().map(|resource| resource.name);
        let unlisted = || names().filter(|name| !paths.contains_key(*name));
        for (name, path) in paths {
            if names().all(|known| known != name) {
                let right = proposal(name, unlisted(), || "take it out".to_owned());
                let message = format!("there is no resource {}; {right}", quoted(name));
                self.add(self.line_of(name), Some("resources"), Rule::Resource, message);
            } else if !files.contains_key(path) {
                let message = format!("{path} is missing or cannot be read; add the file");
                self.add(self.line_of(path), Some("resources"), Rule::MissingFile, message);
            }
        }
        for name in unlisted() {
            let message = format!("the resource {} is not listed; add it with its path", quoted(name));
            self.add(self.line_of("resources"), Some("resources"), Rule::Resource, message);
        }
    }

    /// The line on which `text` first stands between quotes, or the first line.
    fn line_of(&self, text: &str) -> usize {
        let text = format!("\"{text}\"");
        let position =
            self.bytes.windows(text.len()).position(|window| window == text.as_bytes()).unwrap_or(0);
        1 + self.bytes[..position].iter().filter(|&&byte| byte == b'\n').count()
    }
}

/// The descriptor and the files it names, each as `read` gives it by its name.
pub fn gather(mut read: impl FnMut(&str) -> Option<Vec<u8>>) -> Files {
    let mut files = Files::new();
    if let Some(bytes) = read(FILE) {
        files.insert(FILE.to_owned(), bytes);
    }
    let descriptor = Descriptor::read(&files, &mut Vec::new());
    for path in Resource::ALL.iter().map(|resource| descriptor.path(resource)) {
        if let Some(bytes) = read(&path) {
            files.insert(path, bytes);
        }
    }
    files
}

/// The path of each resource by its name; a resource without a path has a file of its name.
fn paths(json: &Value) -> BTreeMap<String, String> {
    let resources = json.get("resources").and_then(Value::as_array).into_iter().flatten();
    let text = |resource: &Value, property| resource.get(property).and_then(Value::as_str).map(str::to_owned);
    resources
        .filter_map(|resource| {
            let name = text(resource, "name")?;
            let path = text(resource, "path").unwrap_or_else(|| default_path(&name));
            Some((name, path))
        })
        .collect()
}

fn default_path(name: &str) -> String {
    format!("{name}.csv")
}

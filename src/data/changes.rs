//! What is new between two versions of a package: rows that came, went or read otherwise, and how versions are told in the descriptor.

use std::{collections::BTreeMap, fmt::Write as _};

use csv::ReaderBuilder;
use serde_json::{Value, json};

use super::{Files, descriptor::FILE, records::Resource};

/// The property of the descriptor that lists the versions, the latest first.
const VERSIONS: &str = "versions";

/// What a version brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Version {
    /// Its number.
    pub number: String,
    /// Its date, as in the descriptor.
    pub created: String,
    /// Identifiers of records that came with it.
    pub added: Vec<String>,
    /// Identifiers of records that went; an alias may lead on from them.
    pub removed: Vec<String>,
    /// Identifiers of records that read otherwise, each with the columns in which they do.
    pub changed: Vec<(String, Vec<String>)>,
}

impl Version {
    /// Whether it brought nothing, as the first one, which has none before it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }

    /// As the descriptor has it: for the list of its versions.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let changed: serde_json::Map<String, Value> =
            self.changed.iter().map(|(id, columns)| (id.clone(), json!(columns))).collect();
        json!({
            "version": self.number,
            "created": self.created,
            "added": self.added,
            "removed": self.removed,
            "changed": changed,
        })
    }

    fn of_json(value: &Value) -> Option<Self> {
        let texts = |value: &Value| -> Vec<String> {
            value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
        };
        let list = |name: &str| value.get(name).map(texts).unwrap_or_default();
        let changed = value.get("changed").and_then(Value::as_object).into_iter().flatten();
        Some(Self {
            number: Some(text(value, "version")).filter(|number| !number.is_empty())?,
            created: text(value, "created"),
            added: list("added"),
            removed: list("removed"),
            changed: changed.map(|(id, columns)| (id.clone(), texts(columns))).collect(),
        })
    }
}

/// The versions that the descriptor of a package tells of, the latest first.
#[must_use]
pub fn versions(files: &Files) -> Vec<Version> {
    let descriptor = descriptor(files);
    let versions = descriptor.get(VERSIONS).and_then(Value::as_array);
    versions.into_iter().flatten().filter_map(Version::of_json).collect()
}

/// What is wrong with the list of versions, in a sentence that says what would be right; nothing if it is right, or if
/// there is none: who brings data of their own need not tell of earlier ones.
#[must_use]
pub fn problem_of_versions(files: &Files) -> Option<String> {
    let versions = versions(files);
    let latest = versions.first()?;
    let (number, created) = named_version(files);
    if latest.number != number || latest.created != created {
        return Some(format!(
            "the first of its versions is {} of {}, and the package is {number} of {created}; put the latest first",
            latest.number, latest.created
        ));
    }
    let rows = rows_by_id(files);
    let mut named = latest.added.iter().chain(latest.changed.iter().map(|(id, _)| id));
    let unknown = named.find(|id| !rows.contains_key(id.as_str()))?;
    Some(format!(
        "its versions name {unknown}, which is no record; take it out, or write it as the tables do"
    ))
}

/// What the later files have that the earlier had not; records are the same by their identifier.
#[must_use]
pub fn between(earlier: &Files, later: &Files) -> Version {
    let (number, created) = named_version(later);
    let mut version = Version { number, created, ..Version::default() };
    let (before, after) = (rows_by_id(earlier), rows_by_id(later));
    for (id, row) in &after {
        let Some(old) = before.get(id) else {
            version.added.push(id.clone());
            continue;
        };
        let columns: Vec<String> = row
            .iter()
            .filter(|(column, text)| old.get(*column) != Some(text))
            .map(|(column, _)| column)
            // A column that is gone has changed too.
            .chain(old.keys().filter(|column| !row.contains_key(*column)))
            .cloned()
            .collect();
        if !columns.is_empty() {
            version.changed.push((id.clone(), columns));
        }
    }
    version.removed = before.keys().filter(|id| !after.contains_key(*id)).cloned().collect();
    version
}

/// The same in words, a line for each record, and at the end what the descriptor says of it.
#[must_use]
pub fn told(version: &Version) -> String {
    let mut text = String::new();
    for id in &version.added {
        let _never_fails = writeln!(text, "added {id}");
    }
    for (id, columns) in &version.changed {
        let _never_fails = writeln!(text, "changed {id}: {}", columns.join(", "));
    }
    for id in &version.removed {
        let _never_fails = writeln!(text, "removed {id}");
    }
    let json = serde_json::to_string(&version.to_json()).unwrap_or_default();
    let _never_fails = writeln!(text, "for the beginning of \"{VERSIONS}\" in {FILE}:\n{json}");
    text
}

/// The number and the date of a package, as its descriptor has them.
fn named_version(files: &Files) -> (String, String) {
    let descriptor = descriptor(files);
    (text(&descriptor, "version"), text(&descriptor, "created"))
}

/// The descriptor; nothing of one that cannot be read.
fn descriptor(files: &Files) -> Value {
    files.get(FILE).and_then(|bytes| serde_json::from_slice(bytes).ok()).unwrap_or_default()
}

/// The text of a property; empty without one.
fn text(json: &Value, name: &str) -> String {
    json.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The records with an identifier, by it: what each column says of them, and each edition of a project.
fn rows_by_id(files: &Files) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut rows = BTreeMap::new();
    for resource in Resource::ALL {
        let Some(bytes) = files.get(&format!("{}.csv", resource.name)) else { continue };
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut reader = ReaderBuilder::new().flexible(true).from_reader(bytes);
        let Ok(header) = reader.headers().cloned() else { continue };
        for record in reader.records().filter_map(Result::ok) {
            let row: BTreeMap<String, String> = header
                .iter()
                .zip(&record)
                .map(|(column, text)| (column.to_owned(), text.to_owned()))
                .collect();
            let named = |column: &str| row.get(column).filter(|id| !id.is_empty());
            if let Some(id) = named("id") {
                let known: &mut BTreeMap<String, String> = rows.entry(id.clone()).or_default();
                known.extend(row.clone());
            } else if let (Some(project), Some(edition)) = (named("project"), named("edition")) {
                // Of a project each edition has a row of its own, which belongs to its record.
                let cells = row.iter().map(|(column, text)| (format!("{column} ({edition})"), text.clone()));
                rows.entry(project.clone()).or_default().extend(cells);
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(version: &str, versions: &str, themes: &str) -> Files {
        let descriptor = format!(
            "{{\"version\": \"{version}\", \"created\": \"2026-11-24\", \"versions\": [{versions}]}}"
        );
        [(FILE.to_owned(), descriptor.into_bytes()), ("themes.csv".to_owned(), themes.as_bytes().to_vec())]
            .into()
    }

    #[test]
    fn rows_that_came_went_and_changed_are_told_by_their_ids() {
        let old = files("1", "", "id,label\na,One\nb,Two\nc,Three\n");
        let new = files("2", "", "id,label\nb,Two\nc,Drei\nd,Four\n");
        let version = between(&old, &new);
        assert_eq!((version.number.as_str(), version.created.as_str()), ("2", "2026-11-24"));
        assert_eq!(
            (version.added.as_slice(), version.removed.as_slice()),
            (&["d".to_owned()][..], &["a".to_owned()][..])
        );
        assert_eq!(version.changed, [("c".to_owned(), vec!["label".to_owned()])]);
        assert!(told(&version).starts_with("added d\nchanged c: label\nremoved a\n"));
        assert!(between(&new, &new).is_empty());
    }

    #[test]
    fn a_new_column_and_one_that_is_gone_are_changes() {
        let old = files("1", "", "id,label,old\na,One,x\n");
        let new = files("2", "", "id,label,new\na,One,y\n");
        assert_eq!(between(&old, &new).changed, [("a".to_owned(), vec!["new".to_owned(), "old".to_owned()])]);
    }

    #[test]
    fn the_list_is_read_as_it_is_written_and_its_faults_are_told() {
        let version = Version {
            number: "2".to_owned(),
            created: "2026-11-24".to_owned(),
            added: vec!["a".to_owned()],
            removed: vec!["z".to_owned()],
            changed: vec![("b".to_owned(), vec!["label".to_owned()])],
        };
        let list = version.to_json().to_string();
        let of = |number: &str, themes: &str| files(number, &list, themes);
        let good = of("2", "id,label\na,One\nb,Two\n");
        assert_eq!(versions(&good), [version]);
        assert_eq!(problem_of_versions(&good), None);
        let late = problem_of_versions(&of("3", "id,label\na,One\nb,Two\n"));
        assert!(late.is_some_and(|says| says.contains("put the latest first")));
        let lost = problem_of_versions(&of("2", "id,label\na,One\n"));
        assert!(lost.is_some_and(|says| says.contains("name b")));
        assert_eq!(problem_of_versions(&files("2", "", "id,label\n")), None, "none need be told");
    }
}

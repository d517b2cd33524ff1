//! Packages as they are brought: files of a folder or an archive, or one JSON that carries its rows.

use csv::{ReaderBuilder, WriterBuilder};
use serde_json::Value;

use crate::data::{
    self, Files, Package,
    descriptor::{FILE, gather},
    leave_out::leave_out,
    records::Resource,
};

use super::{
    Cancelled, Content, File,
    builder::both,
    json::{self, Object},
    limits,
    problem::{Problem, What, excerpt},
    report::Report,
};

/// Whether there is a package among the files: its descriptor, or a table of it.
pub(super) fn is_package(files: &[File]) -> bool {
    let is_part = |file: &File| {
        let name = base_name(&file.name);
        name == FILE
            || files.len() > 1
                && Resource::ALL.iter().any(|resource| name == format!("{}.csv", resource.name))
    };
    files.iter().any(is_part)
}

/// Whether a JSON is a package that carries its rows.
pub(super) fn is_inline(object: &Object) -> bool {
    object.get("resources").is_some_and(Value::is_array)
}

/// The package among the files of a folder.
///
/// # Errors
/// The reading is to stop.
pub(super) fn of_files(files: Vec<File>, report: &mut Report) -> Result<Option<Content>, Cancelled> {
    let descriptors = files.iter().filter(|file| base_name(&file.name) == FILE);
    // The one that is nearest to the top; its folder is that of the package.
    let descriptor = descriptors.min_by_key(|file| file.name.matches('/').count());
    let any = descriptor.or(files.first()).map_or("", |file| file.name.as_str());
    let folder = any[..any.len() - base_name(any).len()].to_owned();
    let inside = files.into_iter().filter_map(|file| {
        let name = file.name.strip_prefix(&folder)?.to_owned();
        Some((name, file.bytes))
    });
    of_package(inside.collect(), report)
}

/// The package of a descriptor that carries its rows; `text` is the whole of it.
///
/// # Errors
/// The reading is to stop.
pub(super) fn of_inline(
    object: &Object,
    text: &str,
    report: &mut Report,
) -> Result<Option<Content>, Cancelled> {
    let mut files = Files::new();
    for resource in object.get("resources").and_then(Value::as_array).into_iter().flatten() {
        let Some(resource) = resource.as_object() else { continue };
        let (Some(name), Some(data)) = (resource.get("name").and_then(Value::as_str), resource.get("data"))
        else {
            continue;
        };
        let path = resource.get("path").and_then(Value::as_str);
        let path = path.map_or_else(|| format!("{name}.csv"), str::to_owned);
        match table(name, data) {
            Some(bytes) => _ = files.insert(path, bytes),
            None => report.add(json::line(resource), Some("data"), Some(name), What::NotAnObject),
        }
    }
    // As it was brought, so that what is said of it names its lines.
    files.insert(FILE.to_owned(), text.as_bytes().to_vec());
    of_package(files, report)
}

fn of_package(files: Files, report: &mut Report) -> Result<Option<Content>, Cancelled> {
    let descriptor = files.get(FILE).map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
    if let Err((row, what)) = json::check_bounds(&descriptor) {
        report.add(row, None, None, what);
        return Ok(None);
    }
    let title = serde_json::from_str::<Value>(&descriptor).ok();
    let title = title.as_ref().and_then(|json| json.get("title")?.as_str()).unwrap_or_default();
    let title = both(title.trim().to_owned());
    let files = gather(|name| files.get(name).cloned());
    let mut rows = 0;
    for bytes in files.iter().filter(|(name, _)| *name != FILE).map(|(_, bytes)| bytes) {
        let mut reader = ReaderBuilder::new().flexible(true).from_reader(&bytes[..]);
        let mut record = csv::ByteRecord::new();
        while reader.read_byte_record(&mut record).unwrap_or(false) {
            rows += 1;
            report.tick(rows)?;
            if rows > limits::ROWS {
                report.refuse(What::TooManyRows);
                return Ok(None);
            }
        }
    }
    let had_problems = !report.problems.is_empty();
    let (package, problems) = data::read(&files);
    tell(&problems, report, |problem| What::Package(problem.clone()));
    let package = package.filter(|_| !had_problems);
    let (package, rows_left_out) = match package {
        None if !had_problems => good_rows(&files, problems, rows, report)?,
        package => (package, 0),
    };
    // A descriptor may leave out any of its resources, and a package of references alone is in order.
    let package = package.filter(|package| {
        let has_marks = !package.tables.events.is_empty() || !package.tables.envelopes.is_empty();
        if !has_marks {
            report.refuse(What::NothingInPackage);
        }
        has_marks
    });
    let rows_left_out = if package.is_some() { rows_left_out } else { rows };
    Ok(Some(Content { package, title, rows_used: rows - rows_left_out, rows_left_out, mapping: None }))
}

/// Says what is wrong with a package.
fn tell(
    problems: &[data::problem::Problem],
    report: &mut Report,
    what: impl Fn(&data::problem::Problem) -> What,
) {
    for problem in problems {
        report.problems.add(|| Problem {
            file: problem.file.clone(),
            row: Some(problem.line),
            column: problem.column.clone(),
            value: problem.value.as_deref().map(excerpt),
            what: what(problem),
        });
    }
}

/// How often what names a row that was left out is left out in its turn.
const MOST_PASSES: usize = 12;

/// The package without the rows that something is wrong with, nor those that name one of them, and how many of its `rows`
/// those are; nothing if it is wrong as a whole.
fn good_rows(
    files: &Files,
    mut problems: Vec<data::problem::Problem>,
    rows: usize,
    report: &mut Report,
) -> Result<(Option<Package>, usize), Cancelled> {
    let (mut rest, mut left_out) = (files.clone(), 0);
    let mut later = Vec::new();
    for _ in 0..MOST_PASSES {
        report.go_on(rows)?;
        let Some(count) = leave_out(&mut rest, &problems) else { break };
        left_out += count;
        if left_out >= rows {
            break;
        }
        let (package, found) = data::read(&rest);
        later.extend(found.iter().cloned());
        if package.is_some() {
            tell(&later, report, |_| What::FollowsFromAnother);
            return Ok((package, left_out));
        }
        problems = found;
    }
    Ok((None, rows))
}

/// Inline rows as CSV: objects by the names of their columns, or arrays of which the first is the header.
fn table(name: &str, data: &Value) -> Option<Vec<u8>> {
    if let Value::String(text) = data {
        return Some(text.clone().into_bytes());
    }
    let rows = data.as_array()?;
    let mut writer = WriterBuilder::new().flexible(true).from_writer(Vec::new());
    let mut write = |cells: Vec<String>| writer.write_record(cells).ok();
    match rows.first() {
        // A table without rows still has its columns.
        None => {
            let resource = Resource::ALL.iter().find(|resource| resource.name == name);
            let columns = resource.into_iter().flat_map(Resource::columns);
            write(columns.map(str::to_owned).collect())?;
        }
        Some(Value::Array(_)) => {
            for row in rows {
                write(row.as_array()?.iter().map(cell).collect())?;
            }
        }
        Some(_) => {
            let mut columns: Vec<String> = Vec::new();
            let mut known = std::collections::HashSet::new();
            for row in rows {
                for (column, _) in json::entries(row.as_object()?) {
                    if known.insert(column) {
                        columns.push(column.to_owned());
                    }
                }
            }
            if columns.is_empty() || columns.len() > limits::COLUMNS {
                return None;
            }
            write(columns.clone())?;
            for row in rows {
                let row = row.as_object()?;
                write(columns.iter().map(|column| row.get(column).map(cell).unwrap_or_default()).collect())?;
            }
        }
    }
    writer.into_inner().ok()
}

/// A value as a cell of a package, in which lists are separated by `;`.
fn cell(value: &Value) -> String {
    match value {
        Value::Array(entries) => entries.iter().map(json::cell).collect::<Vec<_>>().join(";"),
        value => json::cell(value),
    }
}

/// The name of a file without its folders.
pub(super) fn base_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

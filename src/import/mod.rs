//! Files that a reader brings, in the forms they are found in: a package of what is good in them, and all that is not.
//!
//! Start at [`read`]: the files are recognised by what is in them ([`format`]), read into rows that know no form
//! ([`builder`]), and written down as the tables of a strategy. What a file leaves open is never passed over: it is an
//! [`assumption::Assumption`] or an [`assumption::Question`], and a reader's [`assumption::Choices`] decide it when
//! the files are read again. Like [`data`](crate::data), the room knows neither disk nor network nor screen.

mod amounts;
mod archive;
pub mod assumption;
mod builder;
mod dates;
pub mod encoding;
mod flat;
pub mod format;
mod hierarchy;
mod json;
pub mod limits;
pub mod mapping;
mod markup;
mod package;
mod package_rules;
mod path_amounts;
pub mod problem;
mod report;
mod roles;
mod slugs;
mod table;
mod timeline_sheet;
mod timelinejs;
pub mod words;

use std::ops::ControlFlow;

use serde_json::Value;

use crate::{
    data::Package,
    model::{order::sorted, text::Text},
};

use self::{
    assumption::{Assumption, Because, Choices, Question, Taken},
    builder::Builder,
    format::Format,
    mapping::Mapping,
    problem::{Problem, Problems, What},
    report::Report,
    table::Table,
};

/// A file that a reader brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, with the folders above it if a folder was brought.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What came of the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// The form they were read as; `None` if it was not recognised.
    pub format: Option<Format>,
    /// What the whole is called.
    pub title: Text,
    /// What can be shown: made of the good rows. `None` if there is none; a data package is whole or `None`.
    pub package: Option<Package>,
    /// What is wrong, by file and line.
    pub problems: Problems,
    /// What was assumed.
    pub assumptions: Vec<Assumption>,
    /// What the reader should decide.
    pub questions: Vec<Question>,
    /// What each column is for, if the form leaves it open.
    pub mapping: Option<Mapping>,
    /// The rows (or nodes, or events) that are in the package.
    pub rows_used: usize,
    /// The rows that are not.
    pub rows_left_out: usize,
}

/// The reader of the files no longer wants them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelled;

/// Is told how many rows were read so far, every [`limits::ROWS_PER_REPORT`] rows, and may stop the reading.
pub type Progress<'a> = &'a mut dyn FnMut(usize) -> ControlFlow<()>;

/// What one form gives: a package, and the rows that are in it.
struct Content {
    package: Option<Package>,
    title: Text,
    rows_used: usize,
    rows_left_out: usize,
    mapping: Option<Mapping>,
}

impl Content {
    /// What a builder makes of so many rows, of which some were left out before.
    fn built(builder: Builder, title: Text, (rows, left_out): (usize, usize), report: &mut Report) -> Self {
        let built = builder.build(&title, report);
        let rows_left_out = left_out + built.left_out;
        Self { package: built.package, title, rows_used: rows - rows_left_out, rows_left_out, mapping: None }
    }
}

/// Reads the files that a reader brings, by what the reader has decided so far.
///
/// The same files and choices give the same import: nothing here depends on the clock or on anything else.
///
/// # Errors
/// `progress` stopped it.
pub fn read(files: Vec<File>, choices: &Choices, progress: Progress) -> Result<Import, Cancelled> {
    let files: Vec<_> = files.into_iter().filter(|file| !archive::is_of_system(&file.name)).collect();
    let first = files.first().map_or("", |file| package::base_name(&file.name)).to_owned();
    let mut report = Report::new(&first, choices, progress);
    let (format, content) = read_files(files, true, &mut report)?;
    if content.as_ref().is_some_and(|content| content.package.is_none()) && report.problems.is_empty() {
        report.refuse(What::HeaderOnly);
    }
    // What follows from something else comes after it.
    report.problems.listed = sorted(&report.problems.listed, |a, b| {
        let follows = |problem: &Problem| problem.what == What::FollowsFromAnother;
        (follows(a), &a.file, a.row).cmp(&(follows(b), &b.file, b.row))
    });
    let mut import = Import {
        format,
        problems: report.problems,
        assumptions: report.assumptions,
        questions: report.questions,
        ..Import::default()
    };
    if let Some(content) = content {
        import.package = content.package;
        import.title = content.title;
        import.mapping = content.mapping;
        import.rows_used = content.rows_used;
        import.rows_left_out = content.rows_left_out;
    }
    Ok(import)
}

/// What was recognised, and what came of it.
type Outcome = (Option<Format>, Option<Content>);

/// Reads a package of several files, or one file; an archive among them is opened once.
fn read_files(mut files: Vec<File>, may_open: bool, report: &mut Report) -> Result<Outcome, Cancelled> {
    let refused = |what: Option<What>, report: &mut Report| {
        if let Some(what) = what {
            report.refuse(what);
        }
        Ok((None, None))
    };
    if files.len() > limits::FILES {
        return refused(Some(What::TooManyFiles), report);
    }
    if let Some(large) = files.iter().find(|file| file.bytes.len() > limits::FILE_BYTES) {
        package::base_name(&large.name).clone_into(&mut report.file);
        return refused(Some(What::FileTooLarge), report);
    }
    if files.iter().map(|file| file.bytes.len()).sum::<usize>() > limits::UNPACKED_BYTES {
        return refused(Some(What::ArchiveTooLarge), report);
    }
    if package::is_package(&files) && !(files.len() == 1 && carries_rows(&files[0])) {
        let format = if may_open { Format::PackageFolder } else { Format::PackageZip };
        return Ok((Some(format), package::of_files(files, report)?));
    }
    let file = match (files.pop(), files.is_empty()) {
        (Some(file), true) => file,
        (None, _) => return refused(Some(What::NoFile), report),
        (Some(_), false) => return refused(Some(What::SeveralFiles), report),
    };
    package::base_name(&file.name).clone_into(&mut report.file);
    if archive::is_archive(&file.bytes) {
        return match archive::files(&file.bytes) {
            // An archive inside an archive is no package.
            Ok(_) if !may_open => refused(Some(What::Binary), report),
            Ok(inside) if inside.is_empty() => refused(Some(What::Empty), report),
            Ok(inside) => read_files(inside, false, report),
            Err(what) => refused(Some(what), report),
        };
    }
    // Workbooks of Excel before 2007. Source: Microsoft, *MS-CFB*, 2.2.
    if file.bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return refused(Some(What::Workbook), report);
    }
    read_text(&file, report)
}

/// Whether a descriptor carries its rows itself.
fn carries_rows(file: &File) -> bool {
    const DATA: &[u8] = b"\"data\"";
    file.bytes.windows(DATA.len()).any(|window| window == DATA)
}

fn read_text(file: &File, report: &mut Report) -> Result<Outcome, Cancelled> {
    let chosen = report.choices.find(None, |taken| match taken {
        Taken::Encoding(encoding) => Some(*encoding),
        _ => None,
    });
    let decoded = match encoding::decode(&file.bytes, chosen) {
        Ok(decoded) => decoded,
        Err(what) => {
            report.refuse(what);
            return Ok((None, None));
        }
    };
    report.assumptions.extend(decoded.assumption);
    if let Some((row, count)) = decoded.unreadable {
        let line = decoded.text.lines().nth(row - 1).unwrap_or_default();
        report.add(row, None, Some(line), What::BadCharacters(count));
    }
    let text = decoded.text.as_str();
    let fallback = title_of_file(&report.file);
    match text.trim_start().chars().next() {
        None => {
            report.refuse(What::Empty);
            Ok((None, None))
        }
        Some('{' | '[') => read_json(text, &fallback, report),
        Some(_) => read_table(text, &fallback, report),
    }
}

fn read_json(text: &str, fallback: &str, report: &mut Report) -> Result<Outcome, Cancelled> {
    let Some(value) = json::read(text, report) else { return Ok((None, None)) };
    if let Value::Object(object) = &value {
        if package::is_inline(object) {
            return Ok((Some(Format::PackageJson), package::of_inline(object, text, report)?));
        }
        if timelinejs::is_timeline(object) {
            return Ok((Some(Format::TimelineJson), timelinejs::read(object, fallback, report)?));
        }
    }
    if hierarchy::is_hierarchy(&value) {
        return Ok((Some(Format::Hierarchy), hierarchy::read(&value, fallback, report)?));
    }
    report.refuse(What::UnknownJson);
    Ok((None, None))
}

fn read_table(text: &str, fallback: &str, report: &mut Report) -> Result<Outcome, Cancelled> {
    let Some(table) = Table::read(text, report)? else { return Ok((None, None)) };
    let Some(header) = table.rows(0).next() else {
        report.refuse(What::Empty);
        return Ok((None, None));
    };
    let chosen = report.choices.find(None, |taken| match taken {
        Taken::Format(format) => Some(*format),
        _ => None,
    });
    let format = chosen.unwrap_or_else(|| {
        if timeline_sheet::is_header(header.cells()) {
            Format::TimelineSheet
        } else if path_amounts::is_budget(&table) {
            Format::PathAmounts
        } else {
            Format::Flat
        }
    });
    let has_header = format == Format::TimelineSheet || has_header(&table, report);
    if has_header && table.rows(1).len() + table.misaligned == 0 {
        report.refuse(What::HeaderOnly);
        return Ok((Some(format), None));
    }
    let content = match format {
        Format::TimelineSheet => timeline_sheet::read(&table, fallback, report)?,
        Format::PathAmounts => path_amounts::read(&table, has_header, fallback, report)?,
        _ => flat::read(&table, has_header, fallback, report)?,
    };
    Ok((Some(format), content))
}

/// Whether the first row names the columns: as was chosen, or as it looks. A header that is there is not worth a word.
fn has_header(table: &Table, report: &mut Report) -> bool {
    let chosen = report.choices.find(None, |taken| match taken {
        Taken::Header(has_header) => Some(*has_header),
        _ => None,
    });
    let (has_header, because) = match chosen {
        Some(chosen) => (chosen, Because::Chosen),
        None => (roles::has_header(table), Because::Content),
    };
    if !has_header || because == Because::Chosen {
        report.assume(None, Taken::Header(has_header), because, [true, false].map(Taken::Header));
    }
    has_header
}

/// The name of a file without what comes after its last point.
fn title_of_file(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((title, _)) if !title.is_empty() => title.to_owned(),
        _ => name.to_owned(),
    }
}

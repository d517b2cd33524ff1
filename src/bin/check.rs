//! Checks what can be read: a data package in a folder, or one file in any form that the explorer imports.
//!
//! `cargo run --bin check -- PATH [--since EARLIER]`. Of a folder, every problem is printed as `file:line: column: what
//! is wrong; what would be right`, and with the folder of an earlier version what is new; of a file also what it was read
//! as, what was assumed and what it leaves open. The exit code is 0 without problems, 1 with problems, 2 if there is no
//! such folder or file.

use std::{
    env, fs,
    io::{self, Write as _},
    ops::ControlFlow,
    path::Path,
    process::ExitCode,
    time::{SystemTime, UNIX_EPOCH},
};

use jalons::{
    data::{self, changes, descriptor, records::Resource},
    import::{self, File, assumption::Choices},
    model::{date::Day, strategy::Tables, text::Lang},
};

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    let (path, earlier) = match arguments.as_slice() {
        [path] => (Path::new(path), None),
        [path, since, earlier] if since == "--since" => (Path::new(path), Some(Path::new(earlier))),
        _ => {
            eprintln!(
                "usage: check PATH [--since EARLIER], where PATH is a folder with a {}, or a file to import, and EARLIER a folder with an earlier version of the package",
                descriptor::FILE
            );
            return ExitCode::from(2);
        }
    };
    if path.is_dir() {
        return check_folder(path, earlier);
    }
    if earlier.is_some() {
        eprintln!("check: --since compares two folders, and {} is none", path.display());
        return ExitCode::from(2);
    }
    match fs::read(path) {
        Ok(bytes) => check_file(path, bytes),
        Err(_) => {
            eprintln!("check: there is no folder or file {} that can be read", path.display());
            ExitCode::from(2)
        }
    }
}

/// Checks the package in a folder, and says what it has that an earlier one has not.
fn check_folder(folder: &Path, earlier: Option<&Path>) -> ExitCode {
    let gather = |folder: &Path| descriptor::gather(|name| fs::read(folder.join(name)).ok());
    let files = gather(folder);
    let (package, problems) = data::read(&files);
    let Some(package) = package else {
        let lines: String = problems
            .iter()
            .map(|problem| format!("{}\n", folder.join(problem.to_string()).display()))
            .collect();
        print(&lines);
        count_problems(problems.len());
        return ExitCode::FAILURE;
    };
    print(&format!("{}: no problems in {}\n", folder.display(), counts(&package.tables, true)));
    if let Some(earlier) = earlier {
        let earlier_files = gather(earlier);
        if !earlier_files.contains_key(descriptor::FILE) {
            eprintln!("check: there is no {} in {}", descriptor::FILE, earlier.display());
            return ExitCode::from(2);
        }
        print(&changes::told(&changes::between(&earlier_files, &files)));
    }
    if let Some(problem) = changes::problem_of_versions(&files) {
        print(&format!("{}: {problem}\n", folder.join(descriptor::FILE).display()));
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// Checks a file of any form.
fn check_file(path: &Path, bytes: Vec<u8>) -> ExitCode {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut progress = |_| ControlFlow::Continue(());
    let files = vec![File { name: name.clone(), bytes }];
    let Ok(import) = import::read(files, &Choices::on(today()), &mut progress) else {
        return ExitCode::FAILURE;
    };
    let path = path.display();
    let mut text = String::new();
    if let Some(format) = import.format {
        text += &format!("{path}: {}\n", import::words::format(format, Lang::En));
    }
    for assumption in &import.assumptions {
        text += &format!("{path}: assumed: {}\n", assumption.says(Lang::En));
    }
    for question in &import.questions {
        text += &format!("{path}: open: {}\n", question.says(Lang::En));
    }
    for problem in &import.problems.listed {
        let line = problem.row.map(|row| format!(":{row}")).unwrap_or_default();
        let column = problem.column.as_ref().map(|column| format!("{column}: ")).unwrap_or_default();
        let place = if problem.file == name { path.to_string() } else { format!("{path}:{}", problem.file) };
        let said = format!("{place}{line}: {column}{}", problem.says(Lang::En));
        text += &said.replace(char::is_control, " ");
        text.push('\n');
    }
    let held = match &import.package {
        Some(package) => counts(&package.tables, false),
        None => "nothing to show".to_owned(),
    };
    text += &format!("{path}: {} rows used, {} left out: {held}\n", import.rows_used, import.rows_left_out);
    print(&text);
    if import.problems.is_empty() {
        return ExitCode::SUCCESS;
    }
    count_problems(import.problems.total);
    ExitCode::FAILURE
}

/// How many records of each kind there are; those of no record only if `all` are wanted.
fn counts(tables: &Tables, all: bool) -> String {
    let counts: Vec<_> = Resource::ALL
        .iter()
        .map(|resource| ((resource.count)(tables), resource.name.replace('_', " ")))
        .filter(|(count, _)| all || *count > 0)
        .map(|(count, name)| format!("{count} {name}"))
        .collect();
    counts.join(", ")
}

fn count_problems(count: usize) {
    match count {
        1 => eprintln!("1 problem"),
        count => eprintln!("{count} problems"),
    }
}

/// Today, by the clock of the machine in universal time.
fn today() -> Day {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Day(i32::try_from(seconds / 86_400).unwrap_or(i32::MAX))
}

/// Writes to the standard output. A reader that has seen enough, as `head`, is no error.
fn print(text: &str) {
    let _ = io::stdout().write_all(text.as_bytes());
}

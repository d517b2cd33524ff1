//! Checks a data package: prints every problem as `file:line: column: what is wrong; what would be right`.
//!
//! `cargo run --bin check -- DIR`. The exit code is 0 without problems, 1 with problems, 2 if there is no such folder.

use std::{
    env, fs,
    io::{self, Write as _},
    path::Path,
    process::ExitCode,
};

use jalons::data::{self, descriptor, records::Resource};

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    let (Some(folder), None) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: check DIR, where DIR holds a {}", descriptor::FILE);
        return ExitCode::from(2);
    };
    let folder = Path::new(&folder);
    if !folder.is_dir() {
        eprintln!("check: there is no folder {}", folder.display());
        return ExitCode::from(2);
    }
    let (package, problems) = data::read(&descriptor::gather(|name| fs::read(folder.join(name)).ok()));
    let Some(package) = package else {
        let lines: String = problems
            .iter()
            .map(|problem| format!("{}\n", folder.join(problem.to_string()).display()))
            .collect();
        print(&lines);
        match problems.len() {
            1 => eprintln!("1 problem"),
            count => eprintln!("{count} problems"),
        }
        return ExitCode::FAILURE;
    };
    let counts: Vec<_> = Resource::ALL
        .iter()
        .map(|resource| format!("{} {}", (resource.count)(&package.tables), resource.name.replace('_', " ")))
        .collect();
    print(&format!("{}: no problems in {}\n", folder.display(), counts.join(", ")));
    ExitCode::SUCCESS
}

/// Writes to the standard output. A reader that has seen enough, as `head`, is no error.
fn print(text: &str) {
    let _ = io::stdout().write_all(text.as_bytes());
}

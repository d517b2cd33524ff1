//! The command an editor runs on a package: what it prints and how it ends.

use std::process::{Command, Output};

fn check(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_check")).args(arguments).output().expect("the command can be run")
}

fn lines(bytes: &[u8]) -> Vec<String> {
    String::from_utf8_lossy(bytes).lines().map(str::to_owned).collect()
}

#[test]
fn a_package_without_problems_is_told_by_its_counts() {
    let output = check(&["tests/fixtures/package/valid"]);
    assert_eq!(output.status.code(), Some(0));
    let [line] = &lines(&output.stdout)[..] else { panic!("one line is printed") };
    assert!(line.starts_with("tests/fixtures/package/valid: no problems in 2 themes, 2 events, "), "{line}");
    assert!(output.stderr.is_empty());
}

#[test]
fn problems_are_printed_one_per_line_and_counted() {
    // This folder holds one file of a package.
    let output = check(&["tests/fixtures/package/bad-list"]);
    assert_eq!(output.status.code(), Some(1));
    let message =
        "tests/fixtures/package/bad-list/datapackage.json:1: the file is missing; a package begins with it";
    assert_eq!(lines(&output.stdout).first().map(String::as_str), Some(message));
    let count = format!("{} problems", lines(&output.stdout).len());
    assert_eq!(lines(&output.stderr), [count]);
}

#[test]
fn a_file_is_told_by_its_form_what_was_assumed_and_its_counts() {
    let output = check(&["tests/fixtures/import/paths.csv"]);
    assert_eq!(output.status.code(), Some(0));
    let lines = lines(&output.stdout);
    assert_eq!(
        lines.first().map(String::as_str),
        Some("tests/fixtures/import/paths.csv: paths and amounts (CSV)")
    );
    assert!(lines[1..lines.len() - 1].iter().all(|line| line.contains(": assumed: ")), "{lines:?}");
    let counts = "tests/fixtures/import/paths.csv: 4 rows used, 0 left out: 1 scopes, 5 envelopes, 1 sources";
    assert_eq!(lines.last().map(String::as_str), Some(counts));
    assert!(output.stderr.is_empty());
}

#[test]
fn the_problems_of_a_file_are_told_with_their_lines_and_counted() {
    let output = check(&["tests/fixtures/import/problems/no-title.csv"]);
    assert_eq!(output.status.code(), Some(1));
    let expected = "tests/fixtures/import/problems/no-title.csv:2: titre: there is no title; give one";
    assert!(lines(&output.stdout).iter().any(|line| line == expected));
    assert_eq!(lines(&output.stderr), ["1 problem"]);
}

#[test]
fn a_wrong_use_is_told_in_one_line() {
    for arguments in [&[][..], &["tests", "src"], &["no/such/folder"]] {
        let output = check(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!((lines(&output.stdout).len(), lines(&output.stderr).len()), (0, 1), "{arguments:?}");
    }
}

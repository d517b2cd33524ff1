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
fn a_wrong_use_is_told_in_one_line() {
    for arguments in [&[][..], &["tests", "src"], &["no/such/folder"]] {
        let output = check(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!((lines(&output.stdout).len(), lines(&output.stderr).len()), (0, 1), "{arguments:?}");
    }
}

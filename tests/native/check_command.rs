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
fn what_is_new_since_an_earlier_version_is_told_by_record_and_column() {
    let earlier = std::env::temp_dir().join(format!("jalons-earlier-{}", std::process::id()));
    std::fs::create_dir_all(&earlier).expect("a folder");
    for file in std::fs::read_dir("tests/fixtures/package/valid").expect("the package") {
        let file = file.expect("a file");
        let mut text = std::fs::read_to_string(file.path()).expect("a text");
        if file.file_name() == "themes.csv" {
            // The last theme was not there yet, the first was called otherwise.
            let mut rows: Vec<String> = text.lines().map(str::to_owned).collect();
            rows.pop();
            rows[1] = rows[1].replacen(',', ",9", 1);
            text = rows.join("\n");
        }
        std::fs::write(earlier.join(file.file_name()), text).expect("a copy");
    }
    let since = earlier.to_string_lossy().into_owned();
    let output = check(&["tests/fixtures/package/valid", "--since", &since]);
    std::fs::remove_dir_all(&earlier).expect("the folder");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = lines(&output.stdout);
    assert!(lines.iter().any(|line| line.starts_with("added ")), "{lines:?}");
    assert!(lines.iter().any(|line| line.starts_with("changed ") && line.contains(": ")), "{lines:?}");
    assert!(lines.last().is_some_and(|line| line.starts_with("{\"added\":[")), "{lines:?}");
    let nothing = check(&["tests/fixtures/package/valid", "--since", "src"]);
    assert_eq!(nothing.status.code(), Some(2), "an earlier version has a descriptor");
}

#[test]
fn a_wrong_use_is_told_in_one_line() {
    for arguments in [&[][..], &["tests", "src"], &["no/such/folder"]] {
        let output = check(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!((lines(&output.stdout).len(), lines(&output.stderr).len()), (0, 1), "{arguments:?}");
    }
}

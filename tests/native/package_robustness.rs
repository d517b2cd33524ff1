//! Packages nobody meant to write: arbitrary bytes, very long tables, more texts than fit.

use std::fmt::Write as _;

use jalons::data::{self, Files, problem::Problem};
use proptest::prelude::*;

use super::package_rules::files_of;

/// Names of files of the valid package, descriptor included.
fn file_name() -> impl Strategy<Value = String> {
    prop::sample::select(files_of(None).into_keys().collect::<Vec<_>>())
}

fn read_is_whole_or_has_problems(files: &Files) {
    let (package, problems) = data::read(files);
    assert_eq!(package.is_some(), problems.is_empty());
    for problem in problems {
        assert!(!problem.to_string().contains('\n'), "a problem is told on one line");
        assert!(problem.line > 0, "lines are counted from 1");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_as_any_file_are_told_and_never_panic(
        name in file_name(),
        bytes in prop::collection::vec(any::<u8>(), 0..512),
    ) {
        let mut files = files_of(None);
        files.insert(name, bytes);
        read_is_whole_or_has_problems(&files);
    }

    #[test]
    fn arbitrary_cells_under_the_right_header_are_told_and_never_panic(
        name in file_name(),
        rows in "([a-z0-9;,:@/.é€\" -]{0,16}\n){0,8}",
    ) {
        let mut files = files_of(None);
        if let Some(bytes) = files.get_mut(&name) {
            let header_length = bytes.iter().position(|&byte| byte == b'\n').map_or(0, |end| end + 1);
            bytes.truncate(header_length);
            bytes.extend(rows.bytes());
        }
        read_is_whole_or_has_problems(&files);
    }

    #[test]
    fn one_changed_byte_is_told_or_harmless(
        name in file_name(),
        place in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let mut files = files_of(None);
        if let Some(bytes) = files.get_mut(&name) {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        read_is_whole_or_has_problems(&files);
    }
}

/// The valid package with `rows` observations, of which each is written by `row`.
fn with_observations(rows: usize, row: impl Fn(usize) -> String) -> Files {
    let mut table =
        "id,note_ref,indicator,date,value,quality,definition_fr,definition_en,counted_fr,counted_en,sources\n".to_owned();
    for number in 0..rows {
        let _ = writeln!(table, "{}", row(number));
    }
    let mut files = files_of(None);
    files.insert("observations.csv".to_owned(), table.into_bytes());
    files
}

const MANY: usize = 100_000;

#[test]
fn a_hundred_thousand_rows_are_read() {
    let files = with_observations(MANY, |number| {
        format!(
            "o-{number},Q1,conseillers,2021-12-12,{number}.5,observed,recrutés,recruited,recrutés,recruited,note;presse"
        )
    });
    let (package, problems) = data::read(&files);
    // The first are enough to see: all of them could be a hundred thousand lines.
    assert_eq!(problems.iter().take(3).collect::<Vec<_>>(), [] as [&Problem; 0]);
    assert_eq!(package.map(|package| package.tables.observations.len()), Some(MANY));
}

#[test]
fn a_hundred_thousand_wrong_rows_are_told() {
    let files = with_observations(MANY, |number| {
        format!("o-{number},Q1,conseilers-{number},2021-13,1,2,observd,recrutés,,recrutés,,o-{number},")
    });
    let (_, problems) = data::read(&files);
    assert!(problems.len() >= MANY);

    let files = with_observations(MANY, |number| {
        format!("o-{number},Q1,conseilers,2021-13,\"1,2\",observd,recrutés,,recrutés,,o-{number}")
    });
    let (_, problems) = data::read(&files);
    assert_eq!(problems.len(), 7 * MANY);
}

#[test]
fn a_hundred_thousand_levels_of_envelopes_are_read() {
    let mut files = files_of(None);
    let table = files.entry("envelopes.csv".to_owned()).or_default();
    for number in 0..MANY {
        let parent = number.checked_sub(1).map(|number| format!("n-{number}")).unwrap_or_default();
        let row = format!("n-{number},,cloud,{parent},,,{number},N,N,1,,,,,,note,\n");
        table.extend(row.bytes());
    }
    let (package, problems) = data::read(&files);
    // The first are enough to see: all of them could be a hundred thousand lines.
    assert_eq!(problems.iter().take(3).collect::<Vec<_>>(), [] as [&Problem; 0]);
    assert!(package.is_some());
}

#[test]
fn long_texts_by_the_hundred_thousand_are_kept() {
    let files = with_observations(MANY, |number| {
        format!(
            "o-{number},Q1,conseillers,2021-12-12,1,observed,texte {number},text {number},recrutés,recruited,note"
        )
    });
    let (package, problems) = data::read(&files);
    assert_eq!(problems.iter().take(3).collect::<Vec<_>>(), [] as [&Problem; 0]);
    let [fr, en] = package.expect("nothing is wrong").prose;
    assert!(fr.len() > MANY && fr.len() == en.len());
}

//! One file for each thing that can be wrong: where it is told, and which good rows are left.

use jalons::{
    data,
    import::{
        Import,
        assumption::Choices,
        encoding::Encoding,
        limits,
        mapping::{MappedColumn, Mapping, Role},
        problem::{Problem, What},
    },
    model::{money::Euros, text::Lang},
};

use super::import_forms::{file, fixture, read, read_with, today, zipped};

/// The problems of a fixture as line, column, value and what.
fn told(import: &Import) -> Vec<(Option<usize>, &str, &str, What)> {
    import
        .problems
        .listed
        .iter()
        .map(|problem| {
            (
                problem.row,
                problem.column.as_deref().unwrap_or_default(),
                problem.value.as_deref().unwrap_or_default(),
                problem.what.clone(),
            )
        })
        .collect()
}

/// Checks what is told of a fixture and how many rows are used and left out.
fn check(name: &str, rows: (usize, usize), expected: &[(usize, &str, &str, What)]) {
    let import = read(fixture(&format!("problems/{name}")));
    // Row 0 stands for the whole file.
    let expected: Vec<_> = expected
        .iter()
        .map(|(row, column, value, what)| ((*row > 0).then_some(*row), *column, *value, what.clone()))
        .collect();
    assert_eq!(told(&import), expected, "{name}");
    assert_eq!(import.problems.total, expected.len(), "{name}");
    assert_eq!((import.rows_used, import.rows_left_out), rows, "{name}");
    assert_eq!(import.package.is_some(), rows.0 > 0, "{name}");
    for problem in &import.problems.listed {
        says_well(problem);
    }
}

/// Each problem is said in both languages, as both set their marks, with what would be right.
fn says_well(problem: &Problem) {
    let (fr, en) = (problem.says(Lang::Fr), problem.says(Lang::En));
    for mark in [" ;", " !", " ?", " :", "« ", " »", "{", "}"] {
        let value = problem.value.as_deref().unwrap_or_default();
        assert!(!fr.replace(value, "").contains(mark), "{fr}");
    }
    assert!(!en.contains(['\u{202f}', '«']), "{en}");
    assert!(
        fr.contains("\u{202f};") && en.contains(';'),
        "what would be right comes after a semicolon: {fr} / {en}"
    );
    assert_ne!(fr, en);
}

#[test]
fn files_that_hold_nothing_are_told_as_such() {
    check("empty.csv", (0, 0), &[(0, "", "", What::Empty)]);
    check("blank.csv", (0, 0), &[(0, "", "", What::Empty)]);
    check("header-only.csv", (0, 0), &[(0, "", "", What::HeaderOnly)]);
    let import = read(file("vide.json", "{\"events\": []}"));
    assert_eq!(import.problems.listed[0].what, What::Empty);
}

#[test]
fn files_that_are_no_text_are_told_as_such() {
    check("binary.csv", (0, 0), &[(0, "", "", What::Binary)]);
    check("workbook.xls", (0, 0), &[(0, "", "", What::Workbook)]);
    check("bad-archive.zip", (0, 0), &[(0, "", "", What::BadArchive)]);
    let workbook = zipped(&[file("[Content_Types].xml", "<x/>"), file("xl/workbook.xml", "<x/>")]);
    assert_eq!(read(file("a.xlsx", workbook)).problems.listed[0].what, What::Workbook);
    let inside = zipped(&[file("a.zip", zipped(&[fixture("flat.csv")]))]);
    assert_eq!(read(file("a.zip", inside)).problems.listed[0].what, What::Binary);
    assert_eq!(read(file("a.zip", zipped(&[]))).problems.listed[0].what, What::Empty);
}

#[test]
fn files_of_no_known_form_are_told_what_would_be_one() {
    check("unknown.json", (0, 0), &[(0, "", "", What::UnknownJson)]);
    check("unknown-table.csv", (0, 2), &[(0, "", "", What::UnknownTable)]);
    check("bad.json", (0, 0), &[(2, "", "{\"start_date\": {\"year\": 2021},}", What::BadJson)]);
    let none = read_with(vec![], &Choices::on(today()));
    assert_eq!(none.problems.listed[0].what, What::NoFile);
    let two = read_with(vec![fixture("flat.csv"), fixture("paths.csv")], &Choices::on(today()));
    assert_eq!(two.problems.listed[0].what, What::SeveralFiles);
    for import in [none, two] {
        says_well(&import.problems.listed[0]);
    }
}

#[test]
fn letters_that_cannot_be_read_are_told_and_the_rows_are_kept() {
    check("bad-characters.csv", (2, 0), &[(3, "", "cr\u{fffd}dit;2022", What::BadCharacters(1))]);
    let import = read(file("x.csv", b"titre;date\n\xff\xfe\xfd;2021\n".to_vec()));
    let encoding = import.assumptions.first().map(|assumption| &assumption.taken);
    assert_eq!(encoding, Some(&jalons::import::assumption::Taken::Encoding(Encoding::Windows1252)));
}

#[test]
fn rows_of_another_width_are_left_out() {
    check(
        "cell-count.csv",
        (1, 2),
        &[
            (3, "", "", What::CellCount { found: 3, expected: 2 }),
            (4, "", "", What::CellCount { found: 1, expected: 2 }),
        ],
    );
}

#[test]
fn rows_without_a_title_or_without_anything_to_show_are_left_out() {
    check("no-title.csv", (1, 1), &[(2, "titre", "", What::NoTitle)]);
    check("nothing-to-show.csv", (2, 1), &[(4, "", "trois", What::NothingToShow)]);
}

#[test]
fn every_wrong_date_of_a_table_is_told() {
    check(
        "dates.csv",
        (2, 6),
        &[
            (2, "date", "bientôt", What::NotADate),
            (3, "date", "12/03/21", What::NoFullYear),
            (4, "date", "31/02/2021", What::NoSuchDay),
            (5, "fin", "2021 – 2020", What::Reversed),
            (6, "fin", "2020", What::EndAlone),
            (8, "date", "2022/2021", What::Reversed),
        ],
    );
}

#[test]
fn every_wrong_date_of_a_timeline_is_told() {
    check(
        "no-date.json",
        (0, 7),
        &[
            (2, "start_date", "", What::NoDate),
            (3, "start_date", "bientôt", What::NoFullYear),
            (4, "start_date", "-500", What::NoFullYear),
            (5, "start_date", "2021-13", What::NoSuchDay),
            (6, "start_date", "2021", What::NotADate),
            (7, "end_date", "2021/2020", What::Reversed),
            (8, "headline", "", What::NoTitle),
        ],
    );
    check(
        "no-date.csv",
        (1, 5),
        &[
            (2, "Year", "", What::NoDate),
            (3, "Year", "bientôt", What::NoFullYear),
            (4, "Year", "2021-2-30", What::NoSuchDay),
            (5, "End Year", "2021/2020", What::Reversed),
            (6, "Headline", "", What::NoTitle),
        ],
    );
    check("not-object.json", (1, 1), &[(1, "events", "3", What::NotAnObject)]);
}

#[test]
fn every_wrong_amount_is_told() {
    check(
        "amounts.csv",
        (4, 4),
        &[
            (2, "montant", "beaucoup", What::NotAnAmount),
            (3, "montant", "-5 M€", What::NegativeAmount),
            (4, "montant", "99999999999999999999", What::AmountTooLarge),
            (5, "montant", "5 $", What::NotAnAmount),
        ],
    );
    let sum = What::PartsAboveWhole { parts: Euros(12), whole: Euros(10) };
    check("parts-above-whole.json", (4, 0), &[(2, "value", "A", sum)]);
    let import = read(fixture("problems/parts-above-whole.json"));
    let amounts = import.package.map(|package| package.tables.envelopes[0].amount);
    assert_eq!(amounts, Some(Some(Euros(12))), "the sum is shown");
}

#[test]
fn rows_whose_parent_is_not_there_are_left_out_and_so_are_their_parts() {
    check(
        "parents.csv",
        (5, 5),
        &[
            (4, "parent", "z", What::UnknownParent),
            (5, "parent", "c", What::ParentLeftOut { row: 4 }),
            (8, "parent", "Double", What::SeveralParents),
            (9, "parent", "i", What::Cycle),
            (10, "parent", "h", What::Cycle),
        ],
    );
    check(
        "nameless.json",
        (2, 4),
        &[
            (1, "children", "7", What::NotAnObject),
            (2, "name", "", What::NoTitle),
            (2, "name", "A", What::ParentLeftOut { row: 2 }),
            (3, "value", "-2", What::NegativeAmount),
            (4, "children", "5", What::NotAnObject),
        ],
    );
}

#[test]
fn what_stands_twice_is_told_with_its_first_place() {
    check("duplicate-id.csv", (4, 1), &[(6, "identifiant", "a", What::DuplicateId { first: 2 })]);
    check(
        "paths.csv",
        (2, 4),
        &[
            (3, "chemin", "A/B", What::DuplicatePath { first: 2 }),
            (4, "chemin", "A//C", What::EmptyStep),
            (5, "chemin", "", What::NoTitle),
            (6, "montant", "-3", What::NegativeAmount),
        ],
    );
}

#[test]
fn details_that_are_wrong_cost_their_cell_and_not_their_row() {
    check(
        "details.csv",
        (3, 0),
        &[
            (2, "lien", "javascript:alert(1)", What::BadLink),
            (4, "type", "inconnu", What::UnknownKind),
            (4, "statut", "bof", What::UnknownStatus),
        ],
    );
}

#[test]
fn a_column_that_was_chosen_and_is_not_there_is_no_panic() {
    let column = |role| MappedColumn {
        name: "x".to_owned(),
        role: Some(role),
        because: jalons::import::assumption::Because::Chosen,
    };
    let mapping = Mapping { columns: vec![column(Role::EndDate), column(Role::Link)] };
    let choices = Choices { mapping: Some(mapping), ..Choices::on(today()) };
    let import = read_with(vec![file("x.csv", "date,titre\n2021,Un\n")], &choices);
    assert_eq!(import.problems.listed[0].what, What::UnknownTable);
}

#[test]
fn more_long_texts_than_two_bytes_can_number_are_kept() {
    let rows: String = (0..70_000).map(|number| format!("2021,t,texte {number}\n")).collect();
    let import = read(file("x.csv", format!("date,titre,texte\n{rows}")));
    assert_eq!(import.rows_used, 70_000);
    assert_eq!(import.problems.total, 0);
    let [texts, _] = import.package.expect("all rows are good").prose;
    assert!(texts.len() > 70_000);
}

#[test]
fn problems_beyond_those_that_are_listed_are_counted() {
    let rows = "2021,\n".repeat(3_000);
    let import = read(file("x.csv", format!("date,titre\n2021,Un\n{rows}")));
    assert_eq!((import.problems.listed.len(), import.problems.total), (limits::PROBLEMS, 3_000));
    assert_eq!((import.rows_used, import.rows_left_out), (1, 3_000));
}

#[test]
fn problems_of_a_package_are_told_as_its_reader_tells_them() {
    let mut files = super::package_rules::files_of(None);
    files.insert("events.csv".to_owned(), b"id\n\"x y\"\n".to_vec());
    let expected = data::read(&files).1;
    let brought = files.into_iter().map(|(name, bytes)| file(&name, bytes)).collect();
    let import = read_with(brought, &Choices::on(today()));
    assert_eq!((import.package, import.problems.total), (None, expected.len()));
    for (problem, expected) in import.problems.listed.iter().zip(&expected) {
        assert_eq!(problem.what, What::Package(expected.clone()));
        assert_eq!((problem.file.as_str(), problem.row), (expected.file.as_str(), Some(expected.line)));
        assert_eq!(
            (problem.says(Lang::En).as_str(), problem.detail(Lang::En)),
            (expected.message.as_str(), "")
        );
        // In French the rule, and beside it in English what is particular to the place.
        assert_ne!(problem.says(Lang::Fr), expected.message);
        assert_eq!(problem.detail(Lang::Fr), expected.message);
    }
    assert!(import.rows_left_out > 20);
}

#[test]
fn the_good_rows_of_a_package_can_be_used_without_the_bad_ones_and_what_names_them() {
    let brought = |rule| {
        let files = super::package_rules::files_of(Some(rule));
        let files = files.into_iter().map(|(name, bytes)| file(&name, bytes)).collect();
        read_with(files, &Choices::on(today()))
    };
    let whole = read_with(
        super::package_rules::files_of(None).into_iter().map(|(name, bytes)| file(&name, bytes)).collect(),
        &Choices::on(today()),
    );
    let all = whole.package.expect("a good package").tables;
    let told = |import: &Import| -> Vec<(String, Option<usize>, Option<String>)> {
        let listed = import.problems.listed.iter();
        listed.map(|problem| (problem.file.clone(), problem.row, problem.value.clone())).collect()
    };
    let place = |file: &str, row, value: &str| (file.to_owned(), Some(row), Some(value.to_owned()));

    let import = brought(data::problem::Rule::BadDate);
    assert!(told(&import).contains(&place("events.csv", 2, "27/04/2021")));
    assert_eq!(import.rows_used + import.rows_left_out, whole.rows_used);
    let rest = import.package.expect("the good rows").tables;
    let slugs: Vec<&str> = rest.events.iter().map(|event| event.slug.as_str()).collect();
    assert_eq!(slugs, ["note-publiee"]);
    assert_eq!(rest.envelopes.len(), all.envelopes.len(), "no envelope names the event");

    // What names a row that is left out is left out in its turn, with the line of the file as it was.
    let import = brought(data::problem::Rule::BadAmount);
    assert!(told(&import).contains(&place("envelopes.csv", 2, "908 000 000 €")));
    assert!(told(&import).contains(&place("envelopes.csv", 3, "relance")), "{:?}", told(&import));
    let follows: Vec<bool> =
        import.problems.listed.iter().map(|problem| problem.what == What::FollowsFromAnother).collect();
    assert_eq!((follows[0], follows[1]), (false, true), "what is wrong by itself comes first");
    assert_eq!(import.rows_used + import.rows_left_out, whole.rows_used);
    let rest = import.package.expect("the good rows").tables;
    assert!(rest.envelopes.iter().all(|envelope| envelope.parent.is_none() && envelope.slug != "relance"));

    // A header that is wrong leaves nothing to use.
    let import = brought(data::problem::Rule::MissingColumn);
    assert_eq!((import.package, import.rows_used), (None, 0));
}

#[test]
fn a_package_without_events_and_envelopes_has_nothing_to_show() {
    let header = |bytes: &[u8]| bytes.split_inclusive(|byte| *byte == b'\n').next().map(<[u8]>::to_vec);
    let brought = super::package_rules::files_of(None).into_iter().map(|(name, bytes)| {
        let keeps_rows = matches!(name.as_str(), "datapackage.json" | "sources.csv");
        let bytes = if keeps_rows { bytes } else { header(&bytes).expect("a header") };
        file(&name, bytes)
    });
    let import = read_with(brought.collect(), &Choices::on(today()));
    assert_eq!(told(&import), [(None, "", "", What::NothingInPackage)]);
    assert_eq!((import.package, import.rows_used), (None, 0));
    assert!(import.rows_left_out > 0, "the sources were read");
    says_well(&import.problems.listed[0]);
}

#[test]
fn problems_of_a_package_show_what_stands_there() {
    let files = super::package_rules::files_of(Some(data::problem::Rule::BadAmount));
    let brought = files.into_iter().map(|(name, bytes)| file(&name, bytes)).collect();
    let import = read_with(brought, &Choices::on(today()));
    let is_amount = |problem: &&Problem| problem.column.as_deref() == Some("amount_eur");
    let problem = import.problems.listed.iter().find(is_amount).expect("a problem");
    assert_eq!(problem.value.as_deref(), Some("908 000 000 €"));
    assert_eq!(
        problem.says(Lang::Fr),
        "un montant s’écrit en euros entiers, en chiffres seuls\u{202f}; par exemple 12000000"
    );
}

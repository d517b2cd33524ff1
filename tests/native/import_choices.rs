//! What files leave open: encodings, dates, numbers and columns, with what is assumed, what is asked, and what a choice
//! decides.

use jalons::{
    import::{
        Import,
        assumption::{Because, Choices, DateOrder, DecimalMark, PathSeparator, Separator, Taken, Unit},
        encoding::Encoding,
        format::Format,
        mapping::{MappedColumn, Mapping, Role},
        problem::What,
    },
    model::{envelope::Nature, money::Euros, text::Lang},
};

use super::import_forms::{file, fixture, read, read_with, today};

fn amounts(import: &Import) -> Vec<Option<i64>> {
    let tables = &import.package.as_ref().expect("a package").tables;
    tables.envelopes.iter().map(|envelope| envelope.amount.map(|Euros(euros)| euros)).collect()
}

fn dates(import: &Import) -> Vec<String> {
    let tables = &import.package.as_ref().expect("a package").tables;
    tables.events.iter().map(|event| event.date.to_string()).collect()
}

/// Why it was assumed, if it was.
fn because(import: &Import, taken: &Taken) -> Option<Because> {
    let found = import.assumptions.iter().find(|assumption| assumption.taken == *taken);
    found.map(|assumption| assumption.because.clone())
}

#[test]
fn the_same_table_in_every_encoding_is_the_same_package() {
    let text = "titre;date;montant\nÉté à l’œuvre;2021;1,5 M€\nDéjà fait;2022;2 M€\n";
    let utf_16 = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| {
        mark.into_iter().chain(text.encode_utf16().flat_map(bytes)).collect::<Vec<u8>>()
    };
    // Each letter of the text is in Windows-1252.
    let windows = |letter: char| match letter {
        '’' => 0x92,
        'œ' => 0x9c,
        '€' => 0x80,
        letter => u8::try_from(u32::from(letter)).expect("Latin-1"),
    };
    let plain = read(file("t.csv", text));
    assert_eq!(amounts(&plain), [Some(1_500_000), Some(2_000_000)]);
    assert_eq!(because(&plain, &Taken::Encoding(Encoding::Utf8)), None, "nothing was assumed");
    for bytes in [
        [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        utf_16([0xff, 0xfe], u16::to_le_bytes),
        utf_16([0xfe, 0xff], u16::to_be_bytes),
    ] {
        let import = read(file("t.csv", bytes));
        assert_eq!(import.package, plain.package);
        assert_eq!(import.assumptions, plain.assumptions);
    }
    let import = read(file("t.csv", text.chars().map(windows).collect::<Vec<u8>>()));
    assert_eq!(import.package, plain.package);
    let taken = Taken::Encoding(Encoding::Windows1252);
    assert_eq!(because(&import, &taken), Some(Because::NotUtf8 { row: 2 }));
    let chosen = Choices::on(today()).with(None, Taken::Encoding(Encoding::Windows1252));
    let mistaken = read_with(vec![file("t.csv", text)], &chosen);
    assert_eq!(mistaken.package.expect("a package").tables.events[1].title.fr, "DÃ©jÃ\u{a0} fait");
}

#[test]
fn dates_that_could_be_of_either_order_are_asked_for() {
    let text = "date,titre\n03/04/2021,Un\n05/06/2021,Deux\n";
    let import = read(file("t.csv", text));
    assert_eq!(dates(&import), ["2021-04-03", "2021-06-05"]);
    let [question] = &import.questions[..] else { panic!("one question") };
    assert_eq!(question.column.as_deref(), Some("date"));
    assert_eq!(question.default, Taken::DateOrder(DateOrder::DayFirst));
    assert_eq!(question.alternatives, [Taken::DateOrder(DateOrder::MonthFirst)]);
    let choices = Choices::on(today()).with(Some("date"), Taken::DateOrder(DateOrder::MonthFirst));
    let import = read_with(vec![file("t.csv", text)], &choices);
    assert_eq!(dates(&import), ["2021-03-04", "2021-05-06"]);
    assert!(import.questions.is_empty());
    assert_eq!(because(&import, &Taken::DateOrder(DateOrder::MonthFirst)), Some(Because::Chosen));
}

#[test]
fn one_date_that_can_be_read_in_one_way_decides_for_its_column() {
    let import = read(file("t.csv", "date,titre\n03/04/2021,Un\n05/26/2021,Deux\n"));
    assert_eq!(dates(&import), ["2021-03-04", "2021-05-26"]);
    let evidence = Because::Value { row: 3, value: "05/26/2021".to_owned() };
    assert_eq!(because(&import, &Taken::DateOrder(DateOrder::MonthFirst)), Some(evidence));
    assert!(import.questions.is_empty());
    // The same day in either order leaves nothing open.
    assert!(read(file("t.csv", "date,titre\n04/04/2021,Un\n")).questions.is_empty());
}

#[test]
fn decimals_that_could_be_thousands_are_asked_for() {
    let text = "titre;montant\nUn;1,234\nDeux;5\n";
    let import = read(file("t.csv", text));
    assert_eq!(amounts(&import), [Some(1_234), Some(5)]);
    assert_eq!(import.questions[0].default, Taken::DecimalMark(DecimalMark::Point));
    let choices = Choices::on(today()).with(Some("montant"), Taken::DecimalMark(DecimalMark::Comma));
    let import = read_with(vec![file("t.csv", text)], &choices);
    assert_eq!(amounts(&import), [Some(1), Some(5)]);
    assert!(because(&import, &Taken::WholeEuros).is_some(), "what is rounded is said");
}

#[test]
fn the_unit_the_nature_and_the_path_can_be_chosen() {
    let text = "titre;montant\nUn;12\n";
    let choices = Choices::on(today())
        .with(None, Taken::Unit(Unit::Million))
        .with(None, Taken::Nature(Nature::Appropriations));
    let import = read_with(vec![file("t.csv", text)], &choices);
    assert_eq!(amounts(&import), [Some(12_000_000)]);
    assert_eq!(import.package.expect("a package").tables.scopes[0].nature, Nature::Appropriations);
    let choices = Choices::on(today()).with(None, Taken::PathSeparator(PathSeparator::Slash));
    let import = read_with(vec![fixture("chevrons.csv")], &choices);
    assert_eq!(amounts(&import).len(), 3, "the slash is the separator now");
}

#[test]
fn form_separator_and_header_can_be_chosen() {
    let choices = Choices::on(today()).with(None, Taken::Format(Format::Flat));
    assert_eq!(read_with(vec![fixture("paths.csv")], &choices).format, Some(Format::Flat));
    // Both would do: the one that is not in texts and numbers is taken, and it is asked.
    let text = "titre;date,lieu\nUn;2021,ici\n";
    let import = read(file("t.csv", text));
    assert_eq!(import.questions[0].default, Taken::Separator(Separator::Semicolon));
    let choices = Choices::on(today()).with(None, Taken::Separator(Separator::Comma));
    let import = read_with(vec![file("t.csv", text)], &choices);
    let names: Vec<_> =
        import.mapping.expect("a mapping").columns.into_iter().map(|column| column.name).collect();
    assert_eq!(names, ["titre;date", "lieu"]);
    let choices = Choices::on(today()).with(None, Taken::Header(false));
    let import = read_with(vec![file("t.csv", "titre;montant\nUn;1\nDeux;2\nTrois;3\nQuatre;4\n")], &choices);
    assert_eq!((import.rows_used, import.rows_left_out), (4, 1), "the header is a row without an amount");
}

#[test]
fn a_mapping_may_be_replaced_and_read_again() {
    let text = "quoi;quand;combien\nUn;2021;12\nDeux;2022;13\n";
    let import = read(file("t.csv", text));
    let mapping = import.mapping.expect("a mapping");
    assert_eq!(mapping.column(Role::Date), Some(1));
    let changed = mapping.with(1, None).with(2, Some(Role::Amount));
    let choices = Choices { mapping: Some(changed.clone()), ..Choices::on(today()) };
    let import = read_with(vec![file("t.csv", text)], &choices);
    assert_eq!(import.mapping, Some(changed));
    let tables = import.package.expect("a package").tables;
    assert_eq!((tables.events.len(), tables.envelopes.len()), (0, 2));
    // A mapping of another table is no mapping of this one.
    let column = MappedColumn { name: "x".to_owned(), role: Some(Role::Date), because: Because::Chosen };
    let choices = Choices { mapping: Some(Mapping { columns: vec![column] }), ..Choices::on(today()) };
    assert_eq!(dates(&read_with(vec![file("t.csv", text)], &choices)), ["2021", "2022"]);
}

#[test]
fn an_unknown_table_comes_with_its_columns_so_that_they_can_be_mapped() {
    let import = read(fixture("problems/unknown-table.csv"));
    assert_eq!(import.problems.listed[0].what, What::UnknownTable);
    assert_eq!(import.mapping.map(|mapping| mapping.columns.len()), Some(2));
}

#[test]
fn all_that_is_assumed_and_asked_is_said_in_both_languages() {
    let mut sentences = Vec::new();
    for lang in [Lang::Fr, Lang::En] {
        for import in [read(fixture("flat.csv")), read(fixture("timeline.json")), read(fixture("paths.csv"))]
        {
            sentences.extend(import.assumptions.iter().map(|assumption| assumption.says(lang)));
            sentences.extend(import.questions.iter().map(|question| question.says(lang)));
        }
    }
    assert!(sentences.len() > 40);
    for sentence in &sentences {
        assert!(
            !sentence.contains('{') && !sentence.contains(" :") && !sentence.contains("« "),
            "{sentence}"
        );
    }
}

#[test]
fn amounts_without_a_date_and_dates_without_an_amount_are_no_problem() {
    let import = read(file("t.csv", "titre,date,montant\nUn,2021,\nDeux,,n.d.\nTrois,2022,5\n"));
    assert_eq!(import.problems.total, 0);
    assert_eq!(amounts(&import), [None, Some(5)]);
    assert_eq!(dates(&import), ["2021", "2022"]);
}

//! Files nobody meant to bring: junk, bombs, tables and trees of any shape and size.

use std::{cell::Cell, fmt::Write as _, ops::ControlFlow};

use jalons::{
    data::Package,
    import::{self, Cancelled, File, Import, assumption::Choices, limits, problem::What},
    model::{money::Euros, strategy::Strategy as Whole},
};
use proptest::prelude::*;

use super::import_forms::{file, fixture, read, today, zipped};

/// What holds of every import, whatever was brought.
pub fn hold(import: &Import) {
    if let Some(package) = &import.package {
        let Package { tables, prose: [fr, en] } = package;
        assert_eq!(fr.len(), en.len());
        assert!(!tables.events.is_empty() || !tables.envelopes.is_empty());
        let events = tables.events.iter().map(|event| (&event.slug, &event.sources));
        let envelopes = tables.envelopes.iter().map(|envelope| (&envelope.slug, &envelope.sources));
        let mut slugs = std::collections::HashSet::new();
        for (slug, sources) in events.chain(envelopes) {
            assert!(!slug.is_empty() && slug.len() <= 48 && slugs.insert(slug), "{slug}");
            assert!(!sources.is_empty(), "every record keeps where it comes from");
        }
        let strategy = Whole::new(tables.clone()).expect("a forest");
        for (id, envelope) in strategy.envelopes() {
            let parts = strategy.sum_of_parts(id, None).expect("a sum");
            assert!(envelope.amount.is_none_or(|amount| amount >= parts && amount >= Euros::ZERO));
        }
    }
    assert_eq!(import.rows_used > 0, import.package.is_some());
    assert!(import.problems.listed.len() <= import.problems.total);
}

/// A cell that is likely to mean something to one of the readers.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zé ,;/<>&\"'\t-]{0,12}",
        "[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4}",
        "-?[0-9]{1,6}([.,][0-9]{1,3})?( ?(k€|M€|Md€|€))?",
        Just("2021".to_owned()),
        Just(String::new()),
    ]
}

fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    let header = prop::sample::select(vec![
        "date", "fin", "titre", "montant", "parent", "id", "texte", "thème", "lien", "source", "type",
        "statut", "Year", "Month", "Headline", "x", "",
    ]);
    (1_usize..6).prop_flat_map(move |width| {
        let names = prop::collection::vec(header.clone().prop_map(str::to_owned), width);
        let rows = prop::collection::vec(prop::collection::vec(cell(), width), 0..12);
        (names, rows).prop_map(|(names, rows)| std::iter::once(names).chain(rows).collect())
    })
}

/// A node of a hierarchy: a leaf with its amount, or a whole without one.
#[derive(Clone, Debug)]
enum Tree {
    Leaf(u32),
    Whole(Vec<Tree>),
}

fn tree() -> impl Strategy<Value = Tree> {
    let leaf = any::<u32>().prop_map(Tree::Leaf);
    leaf.prop_recursive(6, 60, 5, |inner| prop::collection::vec(inner, 1..5).prop_map(Tree::Whole))
}

impl Tree {
    fn json(&self) -> String {
        match self {
            Self::Leaf(amount) => format!("{{\"name\": \"n\", \"value\": {amount}}}"),
            Self::Whole(parts) => {
                let parts: Vec<_> = parts.iter().map(Self::json).collect();
                format!("{{\"name\": \"n\",\n\"children\": [{}]}}", parts.join(", "))
            }
        }
    }

    fn leaves(&self) -> Vec<i64> {
        match self {
            Self::Leaf(amount) => vec![i64::from(*amount)],
            Self::Whole(parts) => parts.iter().flat_map(Self::leaves).collect(),
        }
    }

    fn nodes(&self) -> usize {
        match self {
            Self::Leaf(_) => 1,
            Self::Whole(parts) => 1 + parts.iter().map(Self::nodes).sum::<usize>(),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_never_panic(
        begin in prop::sample::select(vec!["", "{", "[{\"name\":", "{\"events\":[", "PK\u{3}\u{4}", "date;titre\n", "a/b;5\n"]),
        bytes in prop::collection::vec(any::<u8>(), 0..256),
    ) {
        hold(&read(file("x", [begin.as_bytes(), &bytes].concat())));
    }

    #[test]
    fn one_changed_byte_of_a_good_file_never_panics(
        name in prop::sample::select(vec!["flat.csv", "timeline.csv", "timeline.json", "hierarchy.json", "paths.csv"]),
        place in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let mut file = fixture(name);
        let place = place.index(file.bytes.len());
        file.bytes[place] = byte;
        hold(&read(file));
    }

    #[test]
    fn every_row_of_a_well_formed_table_is_used_or_left_out(table in table(), separator in prop::sample::select(vec![b',', b';', b'\t'])) {
        let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
        for row in &table {
            writer.write_record(row).expect("memory");
        }
        let choices = Choices::on(today())
            .with(None, import::assumption::Taken::Header(true))
            .with(None, import::assumption::Taken::Separator(match separator {
                b',' => import::assumption::Separator::Comma,
                b';' => import::assumption::Separator::Semicolon,
                _ => import::assumption::Separator::Tab,
            }));
        let file = file("x.csv", writer.into_inner().expect("memory"));
        let import = import::read(vec![file], &choices, &mut |_| ControlFlow::Continue(())).expect("not stopped");
        hold(&import);
        // A header of empty names is a row like any other to a reader of spreadsheets: an empty one.
        if table[0].iter().all(|name| !name.is_empty()) && import.format.is_some() {
            let rows = table[1..].iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).count();
            prop_assert_eq!(import.rows_used + import.rows_left_out, rows);
        }
    }

    #[test]
    fn a_hierarchy_comes_back_with_its_leaves_and_sums(tree in tree()) {
        let import = read(file("x.json", tree.json()));
        hold(&import);
        prop_assert_eq!(import.problems.total, 0);
        prop_assert_eq!((import.rows_used, import.rows_left_out), (tree.nodes(), 0));
        let whole = Whole::new(import.package.expect("a package").tables).expect("a forest");
        let leaves: Vec<_> = whole.envelopes().filter(|(id, _)| !whole.has_parts(*id)).filter_map(|(_, leaf)| leaf.amount).collect();
        prop_assert_eq!(&leaves, &tree.leaves().into_iter().map(Euros).collect::<Vec<_>>());
        let sum = Euros::checked_sum(leaves);
        prop_assert_eq!(whole.envelopes().next().map(|(_, root)| root.amount), Some(sum));
        for (id, envelope) in whole.envelopes().filter(|(id, _)| whole.has_parts(*id)) {
            prop_assert_eq!(envelope.amount, whole.sum_of_parts(id, None));
        }
    }
}

/// What is told first of a file that is refused.
fn refusal(file: File) -> What {
    let import = read(file);
    assert!(import.package.is_none());
    import.problems.listed.into_iter().next().expect("a problem").what
}

#[test]
fn a_file_too_large_is_refused_unread() {
    assert_eq!(refusal(file("x.csv", vec![b'a'; limits::FILE_BYTES + 1])), What::FileTooLarge);
}

#[test]
fn more_files_than_a_package_has_are_refused() {
    let files = vec![file("x.csv", "a"); limits::FILES + 1];
    let import = import::read(files.clone(), &Choices::default(), &mut |_| ControlFlow::Continue(()));
    assert_eq!(import.expect("not stopped").problems.listed[0].what, What::TooManyFiles);
    let names =
        files.iter().enumerate().map(|(place, file)| File { name: place.to_string(), ..file.clone() });
    assert_eq!(refusal(file("x.zip", zipped(&names.collect::<Vec<_>>()))), What::TooManyFiles);
}

/// An archive of `count` files of `size` zero bytes, packed once.
fn bomb(size: usize, count: usize) -> Vec<u8> {
    use zip::{ZipArchive, ZipWriter};
    let one = zipped(&[file("0.csv", vec![0; size])]);
    let mut archive = ZipArchive::new(std::io::Cursor::new(one)).expect("an archive");
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for number in 0..count {
        let entry = archive.by_index_raw(0).expect("the entry");
        writer.raw_copy_file_rename(entry, format!("{number}.csv")).expect("memory");
    }
    writer.finish().expect("an archive").into_inner()
}

#[test]
fn a_bomb_is_refused_while_it_is_unpacked() {
    let bytes = bomb(8 << 20, 17);
    assert!(bytes.len() < 1 << 20);
    assert_eq!(refusal(file("x.zip", bytes)), What::ArchiveTooLarge);
}

#[test]
fn an_archive_that_lies_about_its_size_is_refused_or_read_as_it_is() {
    let mut bytes = zipped(&[file("x.csv", "date,titre\n2021,Un\n")]);
    // The unpacked size, in the list of the archive. Source: PKWARE, APPNOTE, 4.3.12.
    let listed = bytes.windows(4).position(|window| window == b"PK\x01\x02").expect("a list");
    bytes[listed + 24..listed + 28].copy_from_slice(&0xffff_fff0_u32.to_le_bytes());
    let import = read(file("x.zip", bytes));
    assert!(import.rows_used == 1 || import.problems.listed[0].what == What::BadArchive);
}

#[test]
fn a_locked_archive_is_told_as_such() {
    let mut bytes = zipped(&[file("x.csv", "date,titre\n2021,Un\n")]);
    // The first flag of both headers says that the entry is encrypted. Source: PKWARE, APPNOTE, 4.4.4.
    let listed = bytes.windows(4).position(|window| window == b"PK\x01\x02").expect("a list");
    bytes[6] |= 1;
    bytes[listed + 8] |= 1;
    assert_eq!(refusal(file("x.zip", bytes)), What::LockedArchive);
}

#[test]
fn a_tree_of_any_depth_is_refused_beyond_the_deepest_that_is_read() {
    let deep = |levels: usize| {
        let open = "{\"name\": \"n\", \"children\": [".repeat(levels - 1);
        format!("{open}{{\"name\": \"n\", \"value\": 1}}{}", "]}".repeat(levels - 1))
    };
    let deepest = read(file("x.json", deep(limits::DEPTH)));
    assert_eq!((deepest.problems.total, deepest.rows_used), (0, limits::DEPTH));
    for levels in [limits::DEPTH + 1, 128, 10_000] {
        assert_eq!(refusal(file("x.json", deep(levels))), What::TooDeep, "{levels}");
    }
    let path = vec!["n"; limits::DEPTH + 1].join("/");
    assert_eq!(refusal(file("x.csv", format!("chemin;montant\n{path};1\n"))), What::TooDeep);
}

#[test]
fn a_json_of_too_many_values_is_refused() {
    assert_eq!(
        refusal(file("x.json", format!("[{}0]", "0,".repeat(limits::JSON_VALUES)))),
        What::TooManyValues
    );
}

#[test]
fn a_header_of_too_many_columns_is_refused() {
    let header = vec!["x"; limits::COLUMNS + 1].join(",");
    assert_eq!(refusal(file("x.csv", format!("{header}\n"))), What::TooManyColumns);
}

#[test]
fn a_cell_of_a_megabyte_is_cut_and_told() {
    let text = "a".repeat(1 << 20);
    let import = read(file("x.csv", format!("date,titre,texte\n2021,Un,{text}\n")));
    assert_eq!(import.rows_used, 1);
    let [problem] = &import.problems.listed[..] else { panic!("one problem") };
    assert_eq!((problem.row, problem.column.as_deref()), (Some(2), Some("texte")));
    assert_eq!(problem.what, What::CellTooLong(1 << 20));
    let json = format!(
        "{{\"events\": [{{\"start_date\": {{\"year\": 2021}}, \"text\": {{\"headline\": \"Un\", \"text\": \"{text}\"}}}}]}}"
    );
    assert_eq!(read(file("x.json", json)).problems.listed[0].what, What::CellTooLong(1 << 20));
}

#[test]
fn a_quote_that_never_ends_is_told() {
    let import =
        read(file("x.csv", format!("date,titre\n2021,Un\n2022,\"Deux\n{}", "2023,Trois\n".repeat(20_000))));
    assert_eq!(import.problems.listed[0].what, What::CellTooLong(220_005));
}

#[test]
fn a_million_rows_are_refused_without_being_kept() {
    let bytes = "2021,Un\n".repeat(1_000_001);
    assert_eq!(refusal(file("x.csv", bytes)), What::TooManyRows);
}

/// Each row is an event and an envelope at once, which is twice the work of a row that is one of them.
#[test]
fn a_hundred_thousand_rows_are_read() {
    let mut text = "id;date;titre;texte;thème;montant;parent;lien\n".to_owned();
    for number in 0..100_000 {
        let parent = if number > 100 { format!("n{}", number % 100) } else { String::new() };
        let _ = writeln!(
            text,
            "n{number};{:02}/{:02}/{};Le même titre;<p>Un texte {}</p>;Thème {};{number},5;{parent};https://exemple.fr/{}",
            1 + number % 28,
            1 + number % 12,
            1_900 + number % 200,
            number % 1_000,
            number % 9,
            number % 5_000,
        );
    }
    let import = read(file("x.csv", text));
    assert_eq!((import.rows_used, import.rows_left_out), (100_000, 0));
    let tables = import.package.expect("a package").tables;
    assert_eq!((tables.events.len(), tables.envelopes.len()), (100_000, 100_000));
}

#[test]
fn a_reading_tells_how_far_it_is_and_can_be_stopped() {
    let bytes = format!("date,titre\n{}", "2021,Un\n".repeat(10_000));
    let told = Cell::new(0);
    let read = |stop_at: usize| {
        let mut progress = |rows| {
            told.set(rows);
            if rows >= stop_at { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        import::read(vec![file("x.csv", bytes.clone())], &Choices::default(), &mut progress)
    };
    assert!(read(usize::MAX).is_ok());
    assert_eq!(told.get(), 2 * limits::ROWS_PER_REPORT);
    assert_eq!(read(limits::ROWS_PER_REPORT), Err(Cancelled));
    assert_eq!(told.get(), limits::ROWS_PER_REPORT);
}

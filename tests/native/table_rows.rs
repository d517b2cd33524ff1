//! The rows of the table: nothing is left out, sorts are right, and nothing is added that may not be.

use jalons::{
    data::package::{prose, strategy},
    i18n::{folding::folded, label::Label},
    model::{
        date::Edtf,
        id::{RecordId, ScopeId},
        relations::Relations,
        text::{Lang, ProseId},
    },
    state::{
        command::Command,
        filter::{Filter, Found},
        listing::{Column, Listed, Sort, listed_records},
        query,
        view_state::{PageDefaults, Scheme, View, ViewState},
    },
    table::{
        rows::{Asked, Row, SortKey, TableRows, Words, compare, table_rows},
        totals::Total,
        words,
    },
};

const DEFAULTS: PageDefaults = PageDefaults { view: View::Timeline, lang: Lang::Fr, scheme: Scheme::Auto };

/// The table of an address, with a search that has found `found`.
fn table_of(hash: &str, found: Option<&[&str]>, lang: Lang) -> TableRows {
    let strategy = strategy();
    let (state, invalid) = query::parse(hash, DEFAULTS, strategy);
    assert!(invalid.is_empty(), "{hash}: {invalid:?}");
    let found = found.map(|slugs| {
        let mut records: Vec<_> = slugs.iter().map(|slug| record(slug)).collect();
        records.sort();
        Found { query: state.query.clone(), records }
    });
    let scope = state.scope.or_else(|| Some(scope("relance")));
    let filter = Filter::of(&state, found.as_ref());
    let asked = Asked { state: &state, scope, filter: &filter, lang };
    let said = |text: ProseId| prose(lang).get(text).map(str::to_owned);
    table_rows(strategy, &Relations::of(strategy), asked, &said)
}

fn table(hash: &str) -> TableRows {
    table_of(hash, None, Lang::Fr)
}

fn record(slug: &str) -> RecordId {
    strategy().find(slug).unwrap_or_else(|| panic!("there is no {slug}"))
}

fn scope(slug: &str) -> ScopeId {
    let RecordId::Scope(scope) = record(slug) else { panic!("{slug} is no scope") };
    scope
}

fn slugs(table: &TableRows) -> Vec<&'static str> {
    table.rows.iter().map(|row| strategy().slug(row.id)).collect()
}

fn row<'a>(table: &'a TableRows, slug: &str) -> &'a Row {
    table.rows.iter().find(|row| row.id == record(slug)).unwrap_or_else(|| panic!("{slug} is no row"))
}

/// What a column says of a row, with ordinary spaces for narrow ones.
fn cell(table: &TableRows, slug: &str, column: Column) -> String {
    let (_, cell) = row(table, slug).cells.iter().find(|(own, _)| *own == column).expect("the column");
    match &cell.words {
        Words::Plain(text) => text.replace('\u{202f}', " "),
        Words::Missing(how) => (*how).to_owned(),
        Words::Nothing => String::new(),
        other => format!("{other:?}"),
    }
}

/// The total with ordinary spaces for narrow ones.
fn sum(table: &TableRows) -> (String, String) {
    match &table.total {
        Total::Sum { amount, note } => (amount.replace('\u{202f}', " "), note.replace('\u{202f}', " ")),
        other => panic!("{other:?} instead of a sum"),
    }
}

fn refusal(table: &TableRows) -> &'static str {
    match table.total {
        Total::Refused(reason) => reason,
        ref other => panic!("{other:?} instead of a reason"),
    }
}

#[test]
fn every_record_of_each_list_is_a_row_with_a_name_and_a_cell_for_each_column() {
    for lang in [Lang::Fr, Lang::En] {
        for &listed in Listed::ALL {
            let all: Vec<_> = listed.columns().iter().map(|column| column.as_str()).collect();
            let table = table_of(&format!("of={}&cols={}", listed.as_str(), all.join(",")), None, lang);
            let records = listed_records(strategy(), listed, Some(scope("relance")));
            let ids: Vec<_> = table.rows.iter().map(|row| row.id).collect();
            assert!(!records.is_empty());
            assert_eq!(ids, records, "{listed:?}");
            assert_eq!((table.shown, table.all), (records.len(), records.len()));
            for row in &table.rows {
                assert_eq!(row.cells.len(), listed.columns().len());
                let name = match &row.name {
                    Label::Name(name) => name.clone(),
                    Label::Statement(text) => prose(lang).get(*text).unwrap_or_default().to_owned(),
                };
                assert!(!name.is_empty(), "{}", strategy().slug(row.id));
            }
            assert!(!table.caption.is_empty());
        }
    }
}

#[test]
fn the_envelopes_of_all_scopes_are_all_there_is_and_no_scope_mixes_with_another() {
    let mut seen = Vec::new();
    for (id, _) in strategy().scopes() {
        let records = listed_records(strategy(), Listed::Envelopes, Some(id));
        assert!(
            records
                .iter()
                .all(|record| matches!(record, RecordId::Envelope(one) if strategy()[*one].scope == id))
        );
        seen.extend(records);
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), strategy().envelopes().count());
}

#[test]
fn parts_come_after_their_whole_and_each_breakdown_says_its_name() {
    let table = table("of=envelopes");
    assert_eq!(
        slugs(&table)[..8],
        [
            "relance-numerique",
            "relance-fibre",
            "fibre-disponible",
            "fibre-a-preciser",
            "fibre-origine-initiale",
            "fibre-origine-lfr",
            "fibre-origine-relance",
            "fibre-origine-complement",
        ]
    );
    assert_eq!(row(&table, "fibre-disponible").depth, 2);
    assert_eq!(row(&table, "fibre-disponible").tags, ["par disponibilité"]);
    assert_eq!(row(&table, "fibre-origine-lfr").tags, ["par origine"]);
    assert_eq!(cell(&table, "relance-fibre", Column::Amount), "570 M€");
    assert_eq!(cell(&table, "relance-fibre", Column::Share), "62,8 %");
    assert_eq!(cell(&table, "relance-fibre", Column::PartOf), "Crédits numériques du plan de relance");
    assert_eq!(cell(&table, "relance-collectivites", Column::Attributed), "37,46 M€");
}

#[test]
fn a_click_sorts_and_what_is_missing_stays_last() {
    let up = table("of=envelopes&sort=amount");
    assert_eq!(slugs(&up)[0], "inclusion-aidants");
    let down = table("of=envelopes&sort=-amount");
    assert_eq!(slugs(&down)[..2], ["relance-numerique", "relance-fibre"]);
    assert!(
        down.rows.iter().all(|row| row.depth == 0),
        "steps in only say something in the order of the data"
    );
    for direction in ["", "-"] {
        let projects = table(&format!("of=projects&sort={direction}amount"));
        let is_missing = |row: &Row| {
            row.cells.iter().any(|(column, cell)| *column == Column::Amount && cell.key == SortKey::Missing)
        };
        let first = projects.rows.iter().position(is_missing).expect("some cost is not published");
        assert!(projects.rows[first..].iter().all(is_missing), "{direction}amount");
        assert_eq!(cell(&projects, slugs(&projects)[first], Column::Amount), "non publié");
    }
}

#[test]
fn dates_sort_in_time_and_names_without_accents() {
    let events = table("of=events&sort=date");
    let dates: Vec<Edtf> = events
        .rows
        .iter()
        .map(|row| match row.id {
            RecordId::Event(id) => strategy()[id].date,
            other => panic!("{other:?} among the events"),
        })
        .collect();
    assert!(dates.is_sorted_by(|a, b| a.chronological(b).is_le()));
    let programmes = table("of=programmes&sort=name");
    let names: Vec<_> = programmes
        .rows
        .iter()
        .map(|row| match &row.name {
            Label::Name(name) => folded(name),
            Label::Statement(_) => panic!("programmes have names"),
        })
        .collect();
    assert!(names.is_sorted());
    assert_eq!(folded("« État » — Œuvre, ÇA"), "etat oeuvre ca");
    // Statements are sorted by what they say.
    let positions = table("of=positions&sort=-name");
    assert_ne!(slugs(&positions), slugs(&table("of=positions")));
}

#[test]
fn keys_of_the_same_rank_keep_the_order_of_the_data() {
    let by_theme = table("of=events&sort=theme");
    let themes: Vec<_> = by_theme
        .rows
        .iter()
        .map(|row| match row.id {
            RecordId::Event(id) => (strategy()[id].theme, id),
            other => panic!("{other:?} among the events"),
        })
        .collect();
    assert!(themes.is_sorted());
    let sort = Sort { column: Column::Name, is_descending: true };
    assert!(compare(&SortKey::Missing, &SortKey::Number(1), sort).is_gt());
    assert!(compare(&SortKey::Number(1), &SortKey::Number(2), sort).is_gt());
}

#[test]
fn a_budget_adds_up_to_its_own_total_and_counts_no_part_twice() {
    for (hash, amount) in [
        ("of=envelopes", "908 M€"),
        ("of=envelopes&sort=-amount", "908 M€"),
        ("of=envelopes&scope=cloud", "1,79 Md€"),
        ("of=envelopes&scope=projets", "2,51 Md€"),
        ("of=envelopes&scope=p363", "5,92 Md€"),
        ("of=envelopes&scope=p363&measure=payment", "3,91 Md€"),
        ("of=envelopes&scope=p363&measure=payment&stage=plf-2023", "380,4 M€"),
    ] {
        let (total, note) = sum(&table(hash));
        assert_eq!(total, amount, "{hash}");
        assert!(note.starts_with("du périmètre, chaque part comptée une fois"), "{note}");
    }
}

#[test]
fn a_filtered_budget_adds_what_is_shown_once() {
    let shown = |hash: &str, found: &[&str]| table_of(hash, Some(found), Lang::Fr);
    // A whole and one of its parts, and a part of another whole.
    let some = shown("of=envelopes&q=x", &["relance-fibre", "fibre-disponible", "inclusion-lieux"]);
    let (total, note) = sum(&some);
    assert_eq!(total, "610 M€");
    assert_eq!(note, "des 3 enveloppes affichées, chaque part comptée une fois");
    assert_eq!((some.shown, some.all), (3, 16));
    // Two breakdowns of the same money.
    let twice = shown("of=envelopes&q=x", &["fibre-disponible", "fibre-origine-lfr"]);
    assert_eq!(refusal(&twice), words::no_total_of_two_splits(Lang::Fr));
    // With their whole they are within it.
    let (total, _) =
        sum(&shown("of=envelopes&q=x", &["relance-fibre", "fibre-disponible", "fibre-origine-lfr"]));
    assert_eq!(total, "570 M€");
    // A programme shown only for the sake of one action does not bring the others.
    let (total, _) = sum(&table("of=envelopes&scope=p363&themes=souverainete"));
    assert_eq!(total, "1,5 Md€");
    // Nothing at all.
    let nothing = shown("of=envelopes&q=x", &[]);
    assert!(nothing.rows.is_empty());
    assert_eq!(refusal(&nothing), words::no_total_without_amounts(Lang::Fr));
    // No commitments were printed at that stage.
    let unpublished = table("of=envelopes&scope=p363&stage=plf-2023");
    assert_eq!(refusal(&unpublished), words::no_total_without_amounts(Lang::Fr));
    assert_eq!(cell(&unpublished, "p363-action-01", Column::Amount), "non publié");
}

#[test]
fn projects_add_up_within_the_latest_edition_only() {
    let all = table("of=projects");
    let (total, note) = sum(&all);
    assert_eq!(total, "2,51 Md€");
    assert_eq!(
        note,
        "de la dernière édition (novembre 2021), 49 projets ; 1 sans coût publié ; 58 d’éditions antérieures, dont les coûts ne s’y ajoutent pas"
    );
    let earlier = table_of("of=projects&q=x", Some(&["projet-sirhen"]), Lang::Fr);
    assert_eq!(refusal(&earlier), words::no_total_of_editions(Lang::Fr));
}

#[test]
fn where_nothing_is_money_or_no_amount_is_shown_there_is_no_total() {
    for hash in ["of=events", "of=indicators", "of=actors", "of=envelopes&cols=theme", "of=discrepancies"] {
        assert_eq!(table(hash).total, Total::None, "{hash}");
    }
}

#[test]
fn an_indicator_shows_what_was_counted_and_calls_a_promise_a_promise() {
    let table = table("of=indicators");
    assert_eq!(cell(&table, "part-demarches-en-ligne", Column::Latest), "84 % des démarches visées");
    assert_eq!(cell(&table, "part-demarches-en-ligne", Column::Quality), "Constaté");
    assert_eq!(cell(&table, "modeles-ia-hub", Column::Quality), "Annonce");
    assert_eq!(cell(&table, "effectif-specialistes", Column::Quality), "Constaté");
    assert_eq!(cell(&table, "specialistes-donnees", Column::Latest), "aucun relevé");
    assert_eq!(cell(&table, "credits-attribues-88", Column::Latest), "40 M€");
    let english = table_of("of=indicators", None, Lang::En);
    assert_eq!(cell(&english, "credits-attribues-88", Column::Latest), "€40m");
    assert_eq!(cell(&english, "part-demarches-en-ligne", Column::Latest), "84% of target procedures");
}

#[test]
fn a_project_shows_the_latest_edition_it_is_in() {
    let table = table("of=projects");
    assert_eq!(cell(&table, "projet-sirhen", Column::AsOf), "Mars 2019");
    assert_eq!(cell(&table, "projet-inpt", Column::AsOf), "Novembre 2021");
    assert_eq!(cell(&table, "projet-inpt", Column::Amount), "205,16 M€");
    assert!(row(&table, "projet-inpt").envelope.is_some());
    assert!(row(&table, "projet-sirhen").envelope.is_none());
    let ends: Vec<_> = slugs(&table).iter().map(|slug| cell(&table, slug, Column::PlannedEnd)).collect();
    assert!(ends.iter().all(|end| !end.is_empty()));
}

#[test]
fn the_open_record_stays_a_row_when_the_filter_leaves_it_out() {
    let table = table("of=events&themes=donnees&focus=louvois-abandon");
    assert_eq!(row(&table, "louvois-abandon").tags, ["hors du filtre"]);
    assert_eq!(table.rows.len(), table.shown + 1);
    assert!(table.shown < table.all);
}

#[test]
fn what_is_shown_is_said_in_a_sentence() {
    let check = |hash: &str, criteria: &str, lang: Lang, expected: &str| {
        let table = table_of(hash, None, lang);
        let (state, _) = query::parse(hash, DEFAULTS, strategy());
        let filter = Filter::of(&state, None);
        let listed = state.of.unwrap_or(Listed::Events);
        let sentence = words::shown(listed, table.shown, table.all, criteria, (&state, &filter), lang);
        assert_eq!(sentence.replace('\u{202f}', " "), expected);
    };
    check("", "", Lang::Fr, "79 jalons.");
    check("of=actors", "", Lang::En, "63 actors.");
    let events = table("from=2021-01&to=2021-12").shown;
    check(
        "from=2021-01&to=2021-12",
        ", thème Données",
        Lang::Fr,
        &format!("{events} jalons sur 79, de janvier à décembre 2021, thème Données."),
    );
    check(
        "of=envelopes&to=2021&status=past&kinds=law",
        "",
        Lang::Fr,
        "16 enveloppes. Sans effet sur cette liste : statut, nature, période.",
    );
    let until = table("to=2019").shown;
    check("to=2019", "", Lang::En, &format!("{until} milestones of 79, until 2019."));
}

#[test]
fn leaving_a_column_out_gives_up_its_order_and_no_other() {
    let (state, _) = query::parse("view=table&of=envelopes&sort=-amount", DEFAULTS, strategy());
    let without = |column| Command::ToggleColumn(column).applied(&state, strategy());
    assert_eq!(without(Column::Amount).sort, None);
    assert_eq!(without(Column::Theme).sort, state.sort);
}

#[test]
fn an_empty_state_lists_the_events_in_their_usual_columns() {
    let table = table("");
    assert_eq!(table.columns, Listed::Events.usual_columns());
    assert_eq!(ViewState::default().of, None);
}

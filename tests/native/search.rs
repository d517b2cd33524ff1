//! What the search finds in the embedded data, by the words a reader would type.

use std::sync::OnceLock;

use jalons::data::package::{prose, strategy};
use jalons::model::{
    id::{RecordId, RecordKind},
    text::Lang,
};
use jalons::search::{
    index::Index,
    results::{Hit, Results},
};

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| Index::new(strategy(), [prose(Lang::Fr), prose(Lang::En)]))
}

fn find(query: &str) -> Results {
    index().find(query, Lang::Fr)
}

fn record(slug: &str) -> RecordId {
    strategy().find(slug).unwrap_or_else(|| panic!("there is no {slug}"))
}

/// The hits as they are listed.
fn hits(results: &Results) -> impl Iterator<Item = &Hit> {
    results.groups.iter().flat_map(|group| &group.hits)
}

/// The identifier of the very first hit.
fn first(query: &str) -> &'static str {
    let results = find(query);
    hits(&results).next().map_or("", |hit| strategy().slug(hit.id))
}

/// The marked words of a record's label.
fn marked(results: &Results, id: RecordId) -> Vec<String> {
    let hit = hits(results).find(|hit| hit.id == id).unwrap_or_else(|| panic!("{id:?} is not listed"));
    hit.marks.iter().map(|&(start, end)| hit.label[start as usize..end as usize].to_owned()).collect()
}

#[test]
fn an_acronym_finds_what_it_names_first() {
    assert_eq!(first("ANSSI"), "anssi");
    assert_eq!(first("anssi"), "anssi");
    assert_eq!(first("dinum"), "dinum");
    assert_eq!(first("3DS"), "terme-3ds", "a term that is no actor");
}

#[test]
fn the_words_of_an_acronym_find_it() {
    let results = find("sécurité des systèmes");
    assert!(results.records.contains(&record("anssi")));
    assert!(results.records.contains(&record("terme-anssi")));
    assert_eq!(marked(&results, record("anssi")), ["sécurité", "systèmes"]);
    // Records that name the acronym are found by what it stands for.
    let (id, _) = strategy()
        .events()
        .find(|(_, event)| event.title.fr.split([' ', '’']).any(|word| word == "DINUM"))
        .expect("an event names it");
    assert!(find("direction interministérielle du numérique").records.contains(&id.into()));
}

#[test]
fn accents_case_and_ligatures_do_not_matter() {
    let expected = find("sécurité des systèmes");
    assert_eq!(find("SECURITE DES SYSTEMES").records, expected.records);
    assert_eq!(find("securite, des: systemes!").records, expected.records);
    assert_eq!(
        find("secu\u{301}rite\u{301} des syste\u{300}mes").records.len(),
        find("sécúrité systèmes").records.len()
    );
    assert_eq!(find("mise en œuvre").records, find("MISE EN OEUVRE").records);
}

#[test]
fn both_languages_are_searched_at_once_and_records_are_called_in_the_one_asked_for() {
    let results = index().find("National Cybersecurity Agency", Lang::Fr);
    let hit = hits(&results).find(|hit| hit.id == record("anssi")).expect("it is found in English");
    assert!(hit.label.starts_with("Agence nationale"), "{}", hit.label);
    let results = index().find("agence nationale de la sécurité", Lang::En);
    let hit = hits(&results).find(|hit| hit.id == record("anssi")).expect("it is found in French");
    assert_eq!(hit.label, "National Cybersecurity Agency of France (ANSSI)");
}

#[test]
fn every_word_is_found_by_its_beginning_and_all_must_be() {
    assert!(find("séc syst inf").records.contains(&record("anssi")));
    assert!(find("agence nat coh").records.contains(&record("anct")));
    assert!(!find("agence nat coh").records.contains(&record("anssi")));
}

#[test]
fn a_slip_or_two_are_forgiven() {
    for query in ["sécuirté des systèmes", "securte des systemes", "sécurité des sytsèmess"] {
        assert!(find(query).records.contains(&record("anssi")), "{query}");
    }
    assert_eq!(marked(&find("securte des systemes"), record("anssi")), ["sécurité", "systèmes"]);
    assert_eq!(first("ansssi"), "anssi");
    assert!(!find("souverainte").records.is_empty(), "a letter is missing");
}

#[test]
fn what_is_spelled_right_is_not_mixed_with_what_nearly_is() {
    for id in find("plan").records {
        assert!(find("pla").records.contains(&id));
    }
    assert_eq!(find("cloud").records, find("CLOUD").records);
    let as_spelled = find("cloud").records.len();
    assert!(as_spelled < find("clo").records.len(), "no others than those with the word");
}

#[test]
fn a_name_in_full_comes_before_its_beginning_and_that_before_its_words() {
    let results = find("plan de relance");
    let labels: Vec<_> = hits(&results).map(|hit| hit.label.to_lowercase()).collect();
    let is_beginning = |label: &String| label.starts_with("plan de relance");
    let first_other = labels.iter().position(|label| !is_beginning(label)).unwrap_or(labels.len());
    assert!(first_other > 0, "{labels:?}");
}

#[test]
fn events_of_the_same_rank_come_by_their_importance() {
    let importance = |query| {
        let results = find(query);
        let of_events = hits(&results).filter_map(|hit| match hit.id {
            RecordId::Event(id) => Some(strategy()[id].importance),
            _ => None,
        });
        of_events.collect::<Vec<_>>()
    };
    // All three hold the word in their names, none begins with it.
    assert_eq!(importance("cloud")[..3], [3, 3, 2]);
}

#[test]
fn every_kind_can_be_found_and_says_what_tells_it_apart() {
    for (query, kind) in [
        ("Cloud de confiance", RecordKind::Event),
        ("fibre", RecordKind::Envelope),
        ("BASCULE SIRH VERS RENOIRH", RecordKind::Project),
        ("doctolib", RecordKind::Actor),
        ("conseillers numériques", RecordKind::Indicator),
        ("france services", RecordKind::Programme),
        ("souveraineté", RecordKind::Position),
        ("reste à attribuer", RecordKind::Fact),
        ("autorisations d’engagement", RecordKind::Term),
        ("montant", RecordKind::Discrepancy),
    ] {
        let results = find(query);
        let hit = hits(&results).find(|hit| hit.id.kind() == kind);
        let hit = hit.unwrap_or_else(|| panic!("{query} finds no {}", kind.as_str()));
        assert!(!hit.label.is_empty(), "{query}");
        assert!(!hit.hint.is_empty() || kind == RecordKind::Term, "{query}: {}", hit.label);
    }
}

#[test]
fn all_that_is_found_is_told_in_order_and_once_and_counted() {
    for query in ["numérique", "plan", "a", "de", "2021"] {
        let results = find(query);
        assert!(results.records.is_sorted_by(|one, next| one < next), "{query}");
        let counted: usize = results.groups.iter().map(|group| group.count as usize).sum();
        assert_eq!(counted, results.records.len(), "{query}");
        for hit in hits(&results) {
            assert!(results.records.binary_search(&hit.id).is_ok());
        }
    }
}

#[test]
fn strange_queries_are_answered_calmly() {
    for nothing in ["", "   ", "…!?—'’", "\u{301}", "🎈"] {
        assert_eq!(find(nothing), Results::default(), "{nothing:?}");
    }
    assert!(find("xyzzyqq").records.is_empty(), "nothing is like it");
    assert!(find("anssi xyzzyqq").records.is_empty(), "all words must be met");
    assert!(!find("d").records.is_empty(), "one letter finds names");
    assert!(find("d").records.len() < index().len(), "but not everything");
    assert!(find(&"numérique ".repeat(500)).records.contains(&record("dinum")), "a long query is cut");
    assert!(find(&"é".repeat(10_000)).records.is_empty());
    assert!(find(&"ab ".repeat(10_000)).records.len() < index().len());
}

#[test]
fn every_record_is_found_by_its_own_name() {
    for (id, event) in strategy().events() {
        assert!(find(&event.title.fr).records.contains(&id.into()), "{}", event.title.fr);
        assert!(find(&event.title.en).records.contains(&id.into()), "{}", event.title.en);
    }
    for (id, actor) in strategy().actors() {
        assert!(find(&actor.label.fr).records.contains(&id.into()), "{}", actor.label.fr);
    }
}

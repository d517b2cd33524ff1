//! What the embedded data must say: the note's sums to the euro, every one of its facts and addresses, both languages.

use std::{collections::BTreeSet, fs};

use jalons::data::{
    self,
    checksum::checked,
    core::Core,
    embed::from_bytes,
    package::{self, decode_whole, detail_bytes, prose, strategy},
    records::Resource,
};
use jalons::key_figures::key_figures;
use jalons::model::{
    date::Day,
    id::{EnvelopeId, RecordId, SplitId},
    indicator::Quantity,
    money::Euros,
    strategy::Tables,
    text::{Lang, Prose, ProseId, Text},
};

/// The envelope with this id, in the tree of the recovery credits.
fn envelope(slug: &str) -> EnvelopeId {
    let strategy = strategy();
    let Some(RecordId::Envelope(id)) = strategy.find(slug) else { panic!("there is no envelope {slug}") };
    assert_eq!(strategy[strategy[id].scope].slug, "relance", "{slug} is in the tree of the recovery credits");
    id
}

/// The amounts of the parts of `parent`, in millions and in order.
fn parts_in_millions(parent: EnvelopeId, split: Option<SplitId>) -> Vec<i64> {
    let amount =
        |part: EnvelopeId| strategy()[part].amount.unwrap_or_else(|| panic!("{part:?} has no amount")).0;
    let parts = strategy().parts(parent, split).map(amount);
    parts.inspect(|euros| assert_eq!(euros % 1_000_000, 0)).map(|euros| euros / 1_000_000).collect()
}

/// Checks that the parts of an envelope are `millions`, which make it up to the euro.
fn check_parts(slug: &str, split: Option<SplitId>, millions: &[i64]) {
    let whole = envelope(slug);
    let amount = strategy()[whole].amount;
    let mut parts = parts_in_millions(whole, split);
    let mut expected = millions.to_vec();
    parts.sort_unstable();
    expected.sort_unstable();
    assert_eq!(parts, expected, "parts of {slug}");
    assert_eq!(amount, Some(Euros::millions(millions.iter().sum())), "{slug} is the sum of its parts");
    assert_eq!(strategy().sum_of_parts(whole, split), amount, "{slug}");
    assert_eq!(strategy().unallocated(whole, split), None, "nothing remains of {slug}");
}

#[test]
fn the_recovery_credits_are_908_million_to_the_euro_at_every_level() {
    check_parts("relance-numerique", None, &[570, 250, 88]);
    check_parts("relance-fibre", None, &[420, 150]);
    check_parts("relance-inclusion", None, &[200, 40, 10]);
    check_parts("relance-collectivites", None, &[30, 24, 34]);
    let named: Vec<_> = ["relance-fibre", "relance-inclusion", "relance-collectivites"]
        .map(|slug| strategy()[envelope(slug)].amount)
        .into();
    assert_eq!(named, [570, 250, 88].map(|millions| Some(Euros::millions(millions))));
}

#[test]
fn fibre_has_a_second_split_of_the_same_money() {
    let splits = strategy().splits_of(envelope("relance-fibre"));
    let [default, second] = splits[..] else { panic!("fibre is split in two ways") };
    assert!(strategy()[default].is_default);
    check_parts("relance-fibre", Some(second), &[280, 30, 240, 20]);
}

#[test]
fn statuses_are_those_of_the_day_of_the_note() {
    assert_eq!(strategy().reference_day(), Day::from_civil(2021, 12, 12));
}

#[test]
fn recruited_over_promised_advisers_are_sixty_two_and_a_half_percent() {
    let strategy = strategy();
    let is_q1 = |references: &[String]| references.iter().any(|reference| reference == "Q1");
    let (indicator, advisers) = strategy
        .indicators()
        .find(|(_, indicator)| is_q1(&indicator.note_refs))
        .expect("an indicator for Q1");
    let target = advisers.target.expect("a target");
    assert_eq!(target, Quantity(4_000_000));
    let of_the_note = strategy
        .observations()
        .find(|(_, observation)| observation.indicator == indicator && is_q1(&observation.note_refs))
        .map(|(_, observation)| observation.value);
    assert_eq!(of_the_note, Some(Quantity(2_500_000)));
    assert_eq!(of_the_note.and_then(|value| value.share_of(target)), Some(0.625));
}

#[test]
fn every_fact_of_the_note_is_carried_by_a_record() {
    let series = |prefix: &'static str, numbers: std::ops::RangeInclusive<u32>, width: usize| {
        numbers.map(move |number| format!("{prefix}{number:0width$}"))
    };
    let carried = note_refs();
    let missing: Vec<_> = series("M", 1..=6, 1)
        .chain(series("Q", 1..=8, 1))
        .chain(series("E", 1..=28, 2))
        .chain(series("C", 0..=37, 1))
        .chain(series("D", 1..=26, 1))
        .chain(series("fn", 1..=15, 1))
        .filter(|reference| !carried.contains(reference.as_str()))
        .collect();
    assert!(missing.is_empty(), "no record carries {}", missing.join(", "));
}

/// Every reference to a fact of the note that some record carries.
fn note_refs() -> BTreeSet<&'static str> {
    let strategy = strategy();
    let mut references = BTreeSet::new();
    macro_rules! collect {
        ($($table:ident),+) => {
            $(for (_, record) in strategy.$table() {
                references.extend(record.note_refs.iter().map(String::as_str));
            })+
        };
    }
    collect!(
        events,
        programmes,
        envelopes,
        indicators,
        observations,
        projects,
        facts,
        actors,
        positions,
        discrepancies,
        sources
    );
    references
}

#[test]
fn the_eleven_addresses_of_the_footnotes_are_there_to_the_letter() {
    let addresses: BTreeSet<_> =
        strategy().sources().filter_map(|(_, source)| prose(Lang::Fr).get(source.url)).collect();
    for address in FOOTNOTE_ADDRESSES {
        assert!(addresses.contains(address), "no source has the address {address}");
    }
}

#[test]
fn every_long_text_is_there_in_both_languages() {
    let (fr, en) = (prose(Lang::Fr), prose(Lang::En));
    assert_eq!(fr.len(), en.len());
    for place in (1..fr.len()).map(|place| ProseId(u32::try_from(place).expect("places fit"))) {
        assert_eq!(fr.get(place).is_some(), en.get(place).is_some(), "{:?}", fr.get(place).or(en.get(place)));
    }
}

#[test]
fn french_texts_are_set_as_french_is() {
    let texts = french_texts();
    assert!(texts.len() > 100, "texts are collected");
    let faults: Vec<_> =
        texts.iter().filter_map(|(slug, text)| Some((slug, typographic_fault(text)?, text))).collect();
    let lines: Vec<_> = faults.iter().map(|(slug, fault, text)| format!("{slug}: {fault}: {text}")).collect();
    assert!(lines.is_empty(), "{} texts:\n{}", lines.len(), lines.join("\n"));
}

#[test]
fn the_typographic_test_sees_what_it_should() {
    for text in [
        "Où en est-on\u{202f}?",
        "l’État\u{202f}: 12\u{202f}:\u{202f}3\u{202f}!",
        "https://jalons.fr/?a=b:c",
        "à 10:30",
        "«\u{202f}cloud\u{202f}»",
        "(… ?",
    ] {
        assert_eq!(typographic_fault(text).is_some(), text.ends_with(" ?"), "{text}");
    }
    for text in ["Où ?", "Où\u{a0}?", "l'État", "ici;là", "Quoi!", "« cloud »", "«cloud»", "Note : non"]
    {
        assert!(typographic_fault(text).is_some(), "{text}");
    }
}

/// What is not as French typography has it.
fn typographic_fault(text: &str) -> Option<&'static str> {
    const NNBSP: char = '\u{202f}';
    if text.contains('\'') {
        return Some("a straight apostrophe");
    }
    // Addresses keep their own signs.
    let words = text.split([' ', '\n']).filter(|word| !word.starts_with("http"));
    for word in words {
        let mut before = ' ';
        let mut chars = word.chars().peekable();
        while let Some(sign) = chars.next() {
            let after = chars.peek().copied().unwrap_or(' ');
            // The colon of a time of day stands between digits.
            let is_in_time = sign == ':' && before.is_ascii_digit() && after.is_ascii_digit();
            let follows_sign = matches!(sign, '?' | '!') && matches!(before, '?' | '!');
            if matches!(sign, ';' | ':' | '!' | '?' | '»') && before != NNBSP && !is_in_time && !follows_sign
            {
                return Some("no narrow no-break space before a double sign");
            }
            if sign == '«' && after != NNBSP {
                return Some("no narrow no-break space after «");
            }
            before = sign;
        }
    }
    None
}

/// Every French text of our own writing, with the record it belongs to: not titles, names and labels as printed.
fn french_texts() -> Vec<(&'static str, &'static str)> {
    let strategy = strategy();
    let mut texts = Vec::new();
    macro_rules! collect {
        ($($table:ident: $($field:ident),+;)+) => {
            $(for (_, record) in strategy.$table() {
                $(texts.extend(record.$field.french().map(|text| (record.slug.as_str(), text)));)+
            })+
        };
    }
    collect! {
        themes: label, short, question;
        events: title, summary, outcome_text;
        programmes: label, summary;
        scopes: label, short, caution;
        splits: label;
        envelopes: label, note;
        indicators: label, unit, caution;
        observations: definition, counted;
        editions: cost_label;
        facts: text;
        actors: label;
        positions: text;
        discrepancies: explanation;
        glossary: expansion, definition;
        steps: title, text;
    }
    texts
}

/// A text that has a French version.
trait French {
    fn french(&self) -> Option<&str>;
}

impl French for Text {
    fn french(&self) -> Option<&str> {
        Some(&self.fr)
    }
}

impl French for ProseId {
    fn french(&self) -> Option<&str> {
        prose(Lang::Fr).get(*self)
    }
}

#[test]
fn what_is_embedded_is_what_the_files_say() {
    let files = data::descriptor::gather(|name| fs::read(format!("data/{name}")).ok());
    let (package, problems) = data::read(&files);
    assert_eq!(problems, []);
    let package = package.expect("a package without problems");
    for (lang, written) in [Lang::Fr, Lang::En].into_iter().zip(&package.prose) {
        let bytes = checked(detail_bytes(lang)).expect("a whole file");
        let (tables, prose): (Tables, Prose) = from_bytes(bytes).expect("tables and texts");
        assert_eq!(tables, package.tables);
        assert_eq!(prose, *written);
    }
    assert!(decode_whole(b"\xff\xff\xff\xff").is_none());
}

#[test]
fn the_core_has_the_ids_of_the_whole_and_draws_the_same() {
    let (core, whole) = (package::core(), strategy());
    assert_eq!(core.reference_day(), whole.reference_day());
    assert_eq!(core.events().count(), whole.events().count());
    for (id, event) in core.events() {
        let same = &whole[id];
        assert_eq!(core.find(&event.slug), whole.find(&same.slug));
        assert_eq!(
            (&event.title, event.date, event.theme, event.status, event.importance),
            (&same.title, same.date, same.theme, same.status, same.importance)
        );
    }
    for (id, envelope) in core.envelopes() {
        let same = &whole[id];
        assert_eq!(
            (&envelope.slug, envelope.amount, envelope.parent, envelope.attributed, envelope.note),
            (&same.slug, same.amount, same.parent, same.attributed, same.note)
        );
    }
    for lang in [Lang::Fr, Lang::En] {
        assert_eq!(key_figures(core, lang), key_figures(whole, lang));
        assert_eq!(key_figures(core, lang).len(), 5);
    }
    let package = data::read(&data::descriptor::gather(|name| fs::read(format!("data/{name}")).ok())).0;
    let core = Core::of(&package.expect("a package without problems").tables);
    assert!(
        core.clone().into_tables().sources.is_empty()
            && core.events.iter().all(|event| event.sources.is_empty())
    );
}

#[test]
fn the_descriptor_describes_the_columns_the_program_reads() {
    let text = fs::read_to_string("data/datapackage.json").expect("a descriptor");
    let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let described = json["resources"].as_array().expect("a list of resources");
    for resource in Resource::ALL {
        let is_it = |json: &&serde_json::Value| json["name"] == resource.name;
        let fields = &described.iter().find(is_it).expect("every resource is listed")["schema"]["fields"];
        let described: BTreeSet<_> =
            fields.as_array().expect("fields").iter().filter_map(|field| field["name"].as_str()).collect();
        assert_eq!(described, resource.columns().collect(), "{}", resource.name);
    }
}

/// The addresses of the note's footnotes, as in section A8 of the fact base.
const FOOTNOTE_ADDRESSES: [&str; 11] = [
    "https://cerclereformeetat.eu/publications/pour-une-strategie-numerique-publique-2/",
    "https://cerclereformeetat.eu/publications/la-crise-revelateur-de-la-necessite-dune-strategie-numerique-publique/",
    "https://www.acteurspublics.fr/articles/les-premiers-conseillers-pour-linclusion-numerique-se-deploient-sur-le-terrain",
    "https://aidantsconnect.beta.gouv.fr/",
    "https://www.journaldunet.com/web-tech/cloud/1506457-cedric-o-devoile-le-pilier-industriel-de-la-strategie-cloud-de-l-etat/",
    "https://www.transformation.gouv.fr/la-ministre/actualite/le-gouvernement-poursuit-son-engagement-pour-une-politique-ambitieuse",
    "https://www.assemblee-nationale.fr/dyn/15/dossiers/DLR5L15N42412",
    "https://www.zdnet.fr/actualites/strategie-des-donnees-publiques-les-ministeres-publient-leurs-plans-d-actions-39929871.htm",
    "https://www2.assemblee-nationale.fr/15/missions-d-information/missions-d-information-de-la-conference-des-presidents/souverainete-numerique-nationale-et-europeenne/(block)/74771",
    "https://ici.radio-canada.ca/nouvelle/1835299/eric-caire-identite-numerique-cybermenaces",
    "https://www.lemonde.fr/idees/article/2021/11/18/donnees-de-sante-il-est-temps-de-sauver-le-soldat-health-data-hub_6102572_3232.html",
];

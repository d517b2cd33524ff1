//! What the record around the note must say: budgets to the euro, the panorama against its own headlines, names
//! and ministries without leftovers, and each correction of the fact base as something the data hold to.

use std::collections::{BTreeMap, BTreeSet};

use jalons::data::package::{prose, strategy};
use jalons::model::{
    date::Edtf,
    discrepancy::{Claim, Discrepancy},
    envelope::{Appropriation, Envelope, Stage},
    event::{Event, Status},
    fact::Fact,
    id::{EnvelopeId, ProjectId, RecordId},
    indicator::ObservationQuality,
    money::Euros,
    project::{Edition, Phase, ProjectEdition},
    source::{Reading, SourceKind},
    text::{Lang, ProseId},
};

/// Declares a lookup of the records of one table by slug.
macro_rules! lookups {
    ($($lookup:ident: $variant:ident, $record:ident;)+) => {
        $(fn $lookup(slug: &str) -> &'static $record {
            match strategy().find(slug) {
                Some(RecordId::$variant(id)) => &strategy()[id],
                _ => panic!("there is no {} {slug}", stringify!($lookup)),
            }
        })+
    };
}

lookups! {
    envelope: Envelope, Envelope;
    event: Event, Event;
    fact: Fact, Fact;
    discrepancy: Discrepancy, Discrepancy;
    edition: Edition, Edition;
}

fn envelope_id(slug: &str) -> EnvelopeId {
    let Some(RecordId::Envelope(id)) = strategy().find(slug) else { panic!("there is no envelope {slug}") };
    id
}

fn project_id(slug: &str) -> ProjectId {
    let Some(RecordId::Project(id)) = strategy().find(slug) else { panic!("there is no project {slug}") };
    id
}

/// The amount of an envelope in euros.
fn euros(slug: &str) -> i64 {
    envelope(slug).amount.unwrap_or_else(|| panic!("{slug} has no amount")).0
}

fn french(text: ProseId) -> &'static str {
    prose(Lang::Fr).get(text).unwrap_or_default()
}

/// The value of a fact, as published or computed.
fn value(slug: &str) -> f64 {
    fact(slug).value.unwrap_or_else(|| panic!("{slug} has no value")).as_f64()
}

/// To one decimal, as shares are published here.
fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// The rows of an edition's table.
fn table_of(edition: &str) -> Vec<&'static ProjectEdition> {
    let Some(RecordId::Edition(id)) = strategy().find(edition) else { panic!("there is no {edition}") };
    strategy().project_editions().map(|(_, row)| row).filter(|row| row.edition == id).collect()
}

fn costs(rows: &[&ProjectEdition]) -> Vec<i64> {
    rows.iter().filter_map(|row| row.cost).map(|cost| cost.0).collect()
}

/// The values of a conflict that are amounts, in euros, and the one shown.
fn amounts(slug: &str) -> (BTreeSet<i64>, Option<i64>) {
    let conflict = discrepancy(slug);
    let amount = |claim: &Claim| match claim {
        Claim::Eur(Euros(euros)) => Some(*euros),
        _ => None,
    };
    let shown = conflict.claims.get(conflict.shown).and_then(|(claim, _)| amount(claim));
    (conflict.claims.iter().filter_map(|(claim, _)| amount(claim)).collect(), shown)
}

const MILLION: i64 = 1_000_000;

// ---- The recovery credits

#[test]
fn what_was_given_out_of_the_88_million_is_the_sum_of_its_strands() {
    let strands = ["collectivites-outils", "collectivites-grands-projets", "collectivites-projets-locaux"];
    let attributed = strands.map(|slug| envelope(slug).attributed.expect("an attributed share").0);
    assert_eq!(attributed, [13_300_000 + 841_000, 13_100_000 + 520_000, 9_700_000]);
    let whole = envelope("relance-collectivites");
    assert_eq!(whole.attributed, Some(Euros(attributed.iter().sum())));
    assert_eq!(whole.attributed, Some(Euros(37_461_000)));
    assert_eq!(tenths(100.0 * 37_461.0 / 88_000.0), value("taux-attribution-detail"));
    assert_eq!(tenths(100.0 * 40.0 / 88.0), value("taux-attribution-note"));
    assert_eq!(44.0 + 75.0 + 500.0 + 32.0 + 104.0, value("projets-avec-collectivites"));
}

#[test]
fn shares_of_the_recovery_credits_are_as_computed() {
    let whole = euros("relance-numerique") as f64;
    for (slug, part) in [
        ("part-de-la-fibre", euros("relance-fibre")),
        ("part-de-l-inclusion", euros("relance-inclusion")),
        ("part-des-collectivites", euros("relance-collectivites")),
        ("attribue-dans-908", 40 * MILLION),
    ] {
        assert_eq!(value(slug), tenths(100.0 * part as f64 / whole), "{slug}");
    }
    let strands = [
        "numerique-technologies-3-7",
        "numerique-pour-tous-0-8",
        "numerique-formation-0-3",
        "numerique-transition-2-3",
    ];
    assert_eq!(strands.map(value).iter().sum::<f64>(), value("sept-milliards"));
    assert_eq!(value("part-des-7-milliards"), tenths(100.0 * whole / value("sept-milliards")));
    assert_eq!(
        value("mise-a-niveau-taux"),
        tenths(100.0 * value("mise-a-niveau-288") / value("mise-a-niveau-500"))
    );
    assert_eq!(value("cout-par-poste"), euros("inclusion-conseillers") as f64 / 4_000.0);
    let by_area: f64 = [150.0, 123.0, 46.3, 45.0, 20.0, 16.0, 15.0, 9.5, 6.5, 6.5, 5.0].iter().sum();
    assert_eq!(value("fibre-par-territoire") / 1e6, tenths(by_area));
}

// ---- The cloud plan

#[test]
fn the_cloud_plan_is_1791_million_and_its_public_part_667_both_ways() {
    let plan = envelope_id("cloud-plan");
    let parts = ["cloud-public", "cloud-prive", "cloud-europe"].map(euros);
    assert_eq!(parts, [667, 680, 444].map(|millions| millions * MILLION));
    assert_eq!(euros("cloud-plan"), parts.iter().sum::<i64>());
    assert_eq!(strategy().unallocated(plan, None), None);
    let shares = ["cloud-part-publique", "cloud-part-privee", "cloud-part-europeenne"];
    for (slug, part) in shares.into_iter().zip(parts) {
        assert_eq!(value(slug), tenths(100.0 * part as f64 / 1_791e6), "{slug}");
    }

    let public = envelope_id("cloud-public");
    let uses = [
        "cloud-solutions",
        "cloud-recherche",
        "cloud-transfert",
        "cloud-donnees-partagees",
        "cloud-formation",
    ];
    assert_eq!(uses.map(euros), [421, 56, 10, 150, 30].map(|millions| millions * MILLION));
    let [by_use, by_year] = strategy().splits_of(public)[..] else { panic!("it is split in two ways") };
    assert!(strategy()[by_use].is_default);
    assert_eq!(["cloud-public-2021-2022", "cloud-public-2023"].map(euros), [533 * MILLION, 134 * MILLION]);
    for split in [None, Some(by_year)] {
        assert_eq!(strategy().sum_of_parts(public, split), Some(Euros::millions(667)));
    }
}

// ---- Programme 363

fn appropriation(envelope: EnvelopeId, stage: Stage) -> &'static Appropriation {
    let mut lines =
        strategy().appropriations().filter(|(_, line)| line.envelope == envelope && line.stage == stage);
    let (_, line) = lines.next().unwrap_or_else(|| panic!("no line of {envelope:?} at {stage:?}"));
    assert!(lines.next().is_none(), "one line of {envelope:?} at {stage:?}");
    line
}

#[test]
fn programme_363_is_the_sum_of_its_six_actions_at_every_stage() {
    let root = envelope_id("p363-programme");
    let actions: Vec<_> = strategy().parts(root, None).collect();
    assert_eq!(actions.len(), 6);
    // As published, in thousands: commitments, payments.
    for (stage, commitments, payments) in [
        (Stage::Plf2021, Some(6_003_599), Some(3_995_678)),
        (Stage::Lfi2021, Some(5_917_599), Some(3_909_678)),
        (Stage::Executed2021, Some(5_234_747), Some(2_943_381)),
        (Stage::Plf2022, Some(547_249), Some(2_762_668)),
        (Stage::Plf2023, None, Some(380_400)),
    ] {
        let whole = appropriation(root, stage);
        type Measure = fn(&Appropriation) -> Option<Euros>;
        let measures: [(Measure, _); 2] =
            [(|line| line.commitment, commitments), (|line| line.payment, payments)];
        for (measure, published) in measures {
            let parts: Option<Vec<Euros>> =
                actions.iter().map(|&action| measure(appropriation(action, stage))).collect();
            assert_eq!(measure(whole), parts.and_then(Euros::checked_sum), "{stage:?}");
            assert_eq!(measure(whole).map(|Euros(euros)| (euros + 500) / 1_000), published, "{stage:?}");
        }
    }
}

#[test]
fn what_the_map_draws_of_programme_363_are_the_commitments_of_the_initial_law() {
    let root = envelope_id("p363-programme");
    for id in strategy().parts(root, None).chain([root]) {
        assert_eq!(
            strategy()[id].amount,
            appropriation(id, Stage::Lfi2021).commitment,
            "{}",
            strategy()[id].slug
        );
    }
    assert_eq!(strategy().sum_of_parts(root, None), strategy()[root].amount);
}

#[test]
fn shares_of_action_04_are_those_of_the_law_and_of_what_was_under_management() {
    let action = envelope_id("p363-action-04");
    let law = appropriation(action, Stage::Lfi2021);
    let executed = appropriation(action, Stage::Executed2021);
    let share = |part: Option<Euros>, whole: f64| tenths(100.0 * part.expect("an amount").as_f64() / whole);
    let of = |amount: Option<Euros>| amount.expect("an amount").as_f64();
    assert_eq!(value("p363-action-04-ae-lfi"), share(executed.commitment, of(law.commitment)));
    assert_eq!(value("p363-action-04-cp-lfi"), share(executed.payment, of(law.payment)));
    // Carried over, amending law, less what was transferred.
    let commitments = of(law.commitment) + 113.7e6 + 534e6 - 67e6 - 74e6;
    let payments = of(law.payment) + 70.1e6 + 392e6 - 46e6 - 100e6;
    assert_eq!(value("p363-action-04-en-gestion"), (commitments / 1e6).round() * 1e6);
    assert_eq!(value("p363-action-04-ae-gestion"), share(executed.commitment, commitments));
    assert_eq!(value("p363-action-04-cp-gestion"), share(executed.payment, payments));
}

// ---- The panorama

#[test]
fn the_49_published_costs_of_november_2021_are_the_budget_of_projects() {
    let rows = table_of("edition-14");
    let costs = costs(&rows);
    assert_eq!((rows.len(), costs.len()), (50, 49));
    assert_eq!(costs.iter().sum::<i64>(), 2_511_856_000);
    assert_eq!(euros("projets-2021-11"), 2_511_856_000);
    assert_eq!(value("panorama-cout-moyen"), (2_511_856_000.0_f64 / 49.0 / 1e5).round() * 1e5);

    // Each project is one envelope with the cost of the table; PNIJ NG alone has none and stands beside.
    let mut in_tree = BTreeMap::new();
    let root = envelope_id("projets-2021-11");
    for ministry in strategy().parts(root, None) {
        assert_eq!(
            strategy().sum_of_parts(ministry, None),
            strategy()[ministry].amount,
            "{}",
            strategy()[ministry].slug
        );
        for project in strategy().parts(ministry, None) {
            let code = strategy()[ministry].slug.trim_start_matches("projets-").to_uppercase();
            let name = strategy()[project].slug.replacen("cout-", "projet-", 1);
            in_tree.insert(name, (code, strategy()[project].amount));
        }
    }
    let in_table: BTreeMap<_, _> = rows
        .iter()
        .map(|row| (strategy()[row.project].slug.clone(), (row.ministry.clone(), row.cost)))
        .collect();
    assert_eq!(in_tree, in_table);
    let without: Vec<_> =
        in_tree.iter().filter(|(_, (_, cost))| cost.is_none()).map(|(slug, _)| slug.as_str()).collect();
    assert_eq!(without, ["projet-pnij-ng"]);
    assert_eq!(strategy().sum_of_parts(root, None), strategy()[root].amount);
}

#[test]
fn ministries_phases_and_cost_bands_of_november_2021_are_as_counted() {
    let rows = table_of("edition-14");
    let mut ministries: BTreeMap<&str, (usize, i64)> = BTreeMap::new();
    for row in &rows {
        let (count, thousands) = ministries.entry(&row.ministry).or_default();
        *count += 1;
        *thousands += row.cost.map_or(0, |cost| cost.0 / 1_000);
    }
    let expected = [
        ("AGRI", (1, 28_159)),
        ("ARM", (6, 113_700)),
        ("ECOFI", (11, 378_334)),
        ("EDUC", (5, 256_546)),
        ("INT", (12, 849_643)),
        ("JUST", (6, 277_044)),
        ("MEAE", (2, 21_608)),
        ("MTFP", (1, 23_284)),
        ("SANTE", (2, 427_200)),
        ("TE", (3, 72_338)),
        ("TRAV", (1, 64_000)),
    ];
    assert_eq!(ministries, expected.into());

    let in_phase = |phase| rows.iter().filter(|row| row.phase == phase).count();
    let phases = [Some(Phase::Design), Some(Phase::RollOut), Some(Phase::Trial), Some(Phase::Framing), None];
    assert_eq!(phases.map(in_phase), [26, 14, 8, 1, 1]);
    let in_band = |from: i64, to: i64| {
        costs(&rows).iter().filter(|cost| (from..to).contains(&(**cost / 1_000))).count()
    };
    let bands =
        [in_band(100_000, i64::MAX), in_band(20_000, 100_000), in_band(9_000, 20_000), in_band(0, 9_000)];
    assert_eq!(bands, [6, 30, 10, 3]);
}

#[test]
fn each_table_adds_up_to_its_headline_but_for_the_known_differences() {
    // Rows, of them with a cost, inter-ministerial, sum of the table in thousands.
    let tables = [
        ("edition-01", 57, 49, 18, 2_292_900),
        ("edition-02", 61, 52, 19, 2_505_200),
        ("edition-03", 61, 53, 20, 2_561_100),
        ("edition-04", 61, 53, 21, 2_633_800),
        ("edition-05", 61, 59, 21, 2_808_780),
        ("edition-06", 56, 53, 20, 2_553_583),
        ("edition-07", 54, 50, 17, 1_775_620),
        ("edition-08", 48, 44, 13, 1_636_400),
        ("edition-13", 49, 43, 3, 1_881_780),
        ("edition-14", 50, 49, 5, 2_511_856),
    ];
    let (mut other_totals, mut other_counts) = (Vec::new(), Vec::new());
    for (slug, count, costed, interministerial, thousands) in tables {
        let rows = table_of(slug);
        let sum: i64 = costs(&rows).iter().sum();
        let marked = rows.iter().filter(|row| row.interministerial).count();
        assert_eq!(
            (rows.len(), costs(&rows).len(), marked, sum / 1_000),
            (count, costed, interministerial, thousands),
            "{slug}"
        );
        let headline = edition(slug);
        assert_eq!(headline.interministerial, u32::try_from(marked).ok(), "{slug}");
        // Headlines are printed to ten million.
        if headline.cost != Some(Euros((sum + 5 * MILLION) / (10 * MILLION) * (10 * MILLION))) {
            other_totals.push(slug);
        }
        if headline.projects != u32::try_from(count).ok() {
            other_counts.push(slug);
        }
    }
    assert_eq!(other_totals, ["edition-05", "edition-13", "edition-14"]);
    assert_eq!(other_counts, ["edition-08"]);
    // Each of them is a conflict on record.
    assert_eq!(amounts("total-edition-05").0, [2_808_780_000, 2_830_000_000].into());
    assert_eq!(amounts("total-edition-13"), ([1_880_000_000, 2_350_000_000].into(), Some(2_350_000_000)));
    assert_eq!(amounts("total-edition-14").0, [2_511_856_000, 2_620_000_000].into());
    assert!(discrepancy("projets-de-l-edition-08").claims.len() == 2);
    let rows = strategy().project_editions().count();
    assert_eq!(
        rows,
        tables.iter().map(|(_, count, ..)| count).sum::<usize>(),
        "no other edition has a table"
    );
}

#[test]
fn headlines_are_those_of_the_corrected_series() {
    let series: Vec<_> = strategy()
        .editions()
        .map(|(_, edition)| {
            let percent =
                |value: Option<jalons::model::indicator::Quantity>| value.map(|value| value.as_f64());
            let cost = edition.cost.map(|cost| cost.0 / MILLION);
            (
                edition.slug.as_str(),
                edition.projects,
                cost,
                percent(edition.schedule_drift_pct),
                percent(edition.budget_drift_pct),
            )
        })
        .collect();
    let expected = [
        ("edition-01", Some(57), Some(2_290), Some(38.0), Some(32.0)),
        ("edition-02", Some(61), Some(2_510), Some(43.0), Some(31.0)),
        ("edition-03", Some(61), Some(2_560), Some(21.0), Some(25.0)),
        ("edition-04", Some(61), Some(2_630), Some(22.0), Some(25.0)),
        ("edition-05", Some(61), Some(2_830), Some(29.0), Some(26.4)),
        ("edition-06", Some(56), Some(2_550), Some(31.7), Some(30.9)),
        ("edition-07", Some(54), Some(1_780), Some(25.4), Some(20.2)),
        ("edition-08", Some(46), Some(1_640), Some(36.4), Some(32.2)),
        ("edition-09", Some(47), Some(1_580), None, None),
        ("edition-10", Some(44), Some(1_560), None, None),
        ("edition-12", None, None, Some(24.6), Some(28.4)),
        ("edition-13", Some(49), Some(2_350), Some(21.6), Some(19.3)),
        ("edition-14", Some(50), Some(2_620), Some(15.4), Some(13.5)),
        ("edition-16", Some(54), None, None, Some(24.0)),
        ("edition-17", Some(52), None, None, None),
        ("edition-18", Some(48), Some(3_602), Some(19.1), Some(10.8)),
        ("edition-19", Some(45), Some(3_800), None, Some(17.5)),
        ("edition-20", Some(45), Some(3_300), None, Some(6.5)),
    ];
    assert_eq!(series, expected);
    use jalons::model::project::EditionQuality::Computed;
    let computed: Vec<_> = strategy()
        .editions()
        .filter(|(_, one)| one.quality == Computed)
        .map(|(_, one)| one.slug.as_str())
        .collect();
    assert_eq!(computed, ["edition-12", "edition-16", "edition-17"]);
    let dates: Vec<_> = strategy().editions().map(|(_, one)| one.date.earliest()).collect();
    assert!(dates.is_sorted(), "editions stand in the order of time");
}

#[test]
fn projects_that_changed_their_name_are_one_project() {
    assert_eq!(strategy().projects().count(), 108);
    let mut names: BTreeMap<ProjectId, BTreeSet<&str>> = BTreeMap::new();
    for (_, row) in strategy().project_editions() {
        let name = french(row.label_as_published);
        assert!(!name.is_empty(), "every row keeps its published name");
        names.entry(row.project).or_default().insert(name);
    }
    assert_eq!(names.len(), 108, "every project is in some table");
    let renamed: Vec<_> = names.values().filter(|names| names.len() > 1).collect();
    assert_eq!(renamed.len(), 33);
    assert_eq!(renamed.iter().map(|names| names.len()).sum::<usize>(), 76);

    // No name, whatever its capitals, is that of two projects.
    let mut projects: BTreeMap<String, BTreeSet<ProjectId>> = BTreeMap::new();
    for (project, names) in &names {
        for name in names {
            projects.entry(name.to_lowercase()).or_default().insert(*project);
        }
    }
    let shared: Vec<_> =
        projects.iter().filter(|(_, projects)| projects.len() > 1).map(|(name, _)| name).collect();
    assert!(shared.is_empty(), "{shared:?}");

    // Those that look alike and are not the same.
    for [one, other] in [
        ["projet-france-connect", "projet-france-connect-phase-ii"],
        ["projet-genesis", "projet-genesis-v2"],
        ["projet-pnij", "projet-pnij-ng"],
        ["projet-geoportail", "projet-geoplateforme"],
        ["projet-sirhen", "projet-migration-sirh"],
        ["projet-reurbanisation-sirh", "projet-securisation-sirh"],
        ["projet-renoirh", "projet-deploiement-renoirh"],
        ["projet-bascule-sirh-vers-renoirh", "projet-migration-sirh"],
        ["projet-harmonie", "projet-irhis"],
        ["projet-appach", "projet-tncp"],
        ["projet-source-solde", "projet-source-web"],
        ["projet-source-solde", "projet-solde-gendarmerie"],
        ["projet-scribe", "projet-ppn"],
    ] {
        assert_ne!(project_id(one), project_id(other));
    }
}

#[test]
fn the_34_published_ministries_are_the_15_codes() {
    let mut labels: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (_, row) in strategy().project_editions() {
        let as_published = french(row.ministry_as_published);
        assert!(!as_published.is_empty(), "every row keeps its published ministry");
        // Two ministries carried it together for a while, and one of them is printed alone in one edition.
        if strategy()[row.project].slug == "projet-oshimae" {
            assert_eq!(row.ministry, "AGRI");
            labels.entry(as_published).or_default();
            continue;
        }
        labels.entry(as_published).or_default().insert(&row.ministry);
    }
    assert_eq!(labels.len(), 34);
    for (label, codes) in &labels {
        let is_joint = label.contains(" / ");
        assert_eq!(codes.len(), usize::from(!is_joint), "{label}: {codes:?}");
    }
    let mut per_code: BTreeMap<&str, usize> = BTreeMap::new();
    for code in labels.values().flatten() {
        *per_code.entry(code).or_default() += 1;
    }
    let expected = [
        ("AGRI", 3),
        ("ARM", 2),
        ("CULT", 2),
        ("ECOFI", 5),
        ("EDUC", 5),
        ("INT", 1),
        ("JUST", 1),
        ("MACP", 1),
        ("MEAE", 3),
        ("MTFP", 1),
        ("PM", 2),
        ("SANTE", 1),
        ("SANTE_AS", 2),
        ("TE", 3),
        ("TRAV", 1),
    ];
    assert_eq!(per_code, expected.into());
    for (_, project) in strategy().projects() {
        assert!(per_code.contains_key(project.ministry.as_str()), "{}: {}", project.slug, project.ministry);
    }
}

#[test]
fn withheld_phases_and_new_scopes_are_those_of_the_fact_base() {
    let named = |rows: Vec<&ProjectEdition>| -> BTreeSet<(&str, &str)> {
        rows.iter().map(|row| (&*strategy()[row.project].slug, &*strategy()[row.edition].slug)).collect()
    };
    let rows = || strategy().project_editions().map(|(_, row)| row);
    let withheld = named(rows().filter(|row| row.phase == Some(Phase::Withheld)).collect());
    let expected =
        [("projet-si-samu", "edition-08"), ("projet-sirhen", "edition-08"), ("projet-si-samu", "edition-13")];
    assert_eq!(withheld, expected.into());
    let without_phase = named(rows().filter(|row| row.phase.is_none()).collect());
    assert_eq!(without_phase, [("projet-siv", "edition-14")].into(), "it begins in September 2022");
    let new_scopes = named(rows().filter(|row| row.new_scope).collect());
    assert_eq!(new_scopes, [("projet-anef", "edition-13"), ("projet-ned", "edition-14")].into());
    assert_eq!(rows().filter(|row| row.phase == Some(Phase::Finished)).count(), 6);
    let framing_with_cost = named(
        table_of("edition-05")
            .into_iter()
            .filter(|row| row.phase == Some(Phase::Framing) && row.cost.is_some())
            .collect(),
    );
    let costed = ["projet-appach", "projet-dsn-fpe-concentrateur", "projet-opale", "projet-pc-storm"];
    assert_eq!(framing_with_cost, costed.map(|slug| (slug, "edition-05")).into());
}

#[test]
fn changes_since_the_first_published_cost_are_those_of_the_corrected_table() {
    // First cost and that of November 2021 in thousands, change in percent.
    for (slug, first_edition, first, last, percent) in [
        ("projet-si-samu", "edition-01", 59_000, 204_100, 245.9),
        ("projet-opera", "edition-02", 17_100, 20_651, 20.8),
        ("projet-mcic-2", "edition-04", 30_800, 29_000, -5.8),
        ("projet-nexsis-version-1", "edition-07", 52_700, 61_400, 16.5),
        ("projet-paysage", "edition-01", 41_700, 53_706, 28.8),
        ("projet-inpt", "edition-01", 352_000, 205_158, -41.7),
        ("projet-astrea", "edition-01", 20_000, 70_530, 252.7),
        ("projet-france-visas", "edition-01", 32_800, 101_770, 210.3),
        ("projet-saphir", "edition-03", 3_800, 8_985, 136.4),
        ("projet-expadon-2", "edition-01", 16_100, 28_159, 74.9),
        ("projet-portalis", "edition-01", 52_400, 70_833, 35.2),
        ("projet-opale", "edition-05", 72_500, 87_418, 20.6),
        ("projet-reurbanisation-sirh", "edition-13", 34_050, 68_150, 100.1),
    ] {
        let project = project_id(slug);
        let mut costed: Vec<_> = strategy()
            .project_editions()
            .map(|(_, row)| row)
            .filter(|row| row.project == project && row.cost.is_some())
            .collect();
        costed.sort_by_key(|row| row.edition);
        let (Some(oldest), Some(newest)) = (costed.first(), costed.last()) else {
            panic!("{slug} has no cost")
        };
        let thousands = |row: &ProjectEdition| row.cost.map_or(0, |cost| cost.0 / 1_000);
        let change = tenths(100.0 * (thousands(newest) as f64 / thousands(oldest) as f64 - 1.0));
        let found = (&*strategy()[oldest.edition].slug, thousands(oldest), thousands(newest), change);
        assert_eq!(found, (first_edition, first, last, percent), "{slug}");
    }
}

// ---- The corrections that had to be made before publication

#[test]
fn e1_the_908_million_is_the_announcement_of_16_january_2021() {
    let announced = event("annonce-908");
    assert_eq!(announced.date, Edtf::parse("2021-01-16").expect("a date"));
    let money: BTreeSet<_> = announced.envelopes.iter().map(|&id| &*strategy()[id].slug).collect();
    assert_eq!(
        money,
        ["relance-collectivites", "relance-fibre", "relance-inclusion", "relance-numerique"].into()
    );
    assert!(french(envelope("relance-numerique").note).contains("16 janvier 2021"));
    assert!(
        french(event("fonds-collectivites-ouvert").summary).contains("16 janvier"),
        "the fund's amount was known"
    );
    assert!(french(discrepancy("perimetre-des-908").explanation).contains("16 janvier 2021"));
}

#[test]
fn e2_only_240_of_the_570_million_of_fibre_come_from_the_plan() {
    let (claimed, _) = amounts("origine-de-la-fibre");
    assert_eq!(claimed, [240 * MILLION, 570 * MILLION].into());
    let fibre = envelope_id("relance-fibre");
    let [by_availability, by_origin] = strategy().splits_of(fibre)[..] else {
        panic!("it is split in two ways")
    };
    assert!(strategy()[by_availability].is_default);
    let origins: Vec<_> = strategy()
        .parts(fibre, Some(by_origin))
        .map(|id| (&*strategy()[id].slug, strategy()[id].amount))
        .collect();
    let expected = [
        ("fibre-origine-initiale", 280),
        ("fibre-origine-lfr", 30),
        ("fibre-origine-relance", 240),
        ("fibre-origine-complement", 20),
    ];
    assert_eq!(origins, expected.map(|(slug, millions)| (slug, Some(Euros::millions(millions)))));
    assert_eq!(value("fibre-hors-relance") / 1e6, 280.0 + 30.0 + 20.0);
}

#[test]
fn e3_the_public_cloud_money_is_wholly_broken_down_and_421_is_a_line() {
    assert_eq!(strategy().unallocated(envelope_id("cloud-public"), None), None);
    let line = discrepancy("ligne-de-421");
    let (shown, source) = &line.claims[line.shown];
    assert!(matches!(shown, Claim::Text(words) if words.contains("pour la ligne")), "{shown:?}");
    assert_eq!(strategy()[*source].slug, "jde-cloud");
    assert_eq!(amounts("total-du-cloud").1, Some(1_791 * MILLION));
    assert_eq!(amounts("cloud-2021-2022"), ([533 * MILLION, 553 * MILLION].into(), Some(533 * MILLION)));
}

#[test]
fn e4_the_gap_of_the_14th_edition_is_not_put_down_to_one_project() {
    for text in [discrepancy("total-edition-14").explanation, envelope("projets-2021-11").note] {
        assert!(french(text).contains("n’est pas expliqué"), "{}", french(text));
    }
    let gap = edition("edition-14").cost.expect("a headline").0 - euros("projets-2021-11");
    assert_eq!(gap, 108_144_000);
    assert_eq!(envelope("cout-pnij-ng").amount, None);
    // What each edition calls its total differs, and is kept.
    let labels: BTreeSet<_> = strategy().editions().map(|(_, edition)| &*edition.cost_label.fr).collect();
    for label in [
        "Montant engagé",
        "Montant engagé, hors projets en cadrage",
        "Coûts complets estimés",
        "Coûts actualisés",
    ] {
        assert!(labels.contains(label), "{label}");
    }
}

#[test]
fn e5_the_note_bears_one_date_and_was_published_on_another() {
    assert_eq!(event("note-cercle-2021").date, Edtf::parse("2021-12-12").expect("a date"));
    let dates: Vec<_> =
        discrepancy("date-de-parution").claims.iter().map(|(claim, _)| claim.clone()).collect();
    let date = |text| Claim::Date(Edtf::parse(text).expect("a date"));
    assert_eq!(dates, [date("2021-12-12"), date("2021-12-14")]);
    assert_eq!(
        amounts("total-selon-la-presse"),
        ([908 * MILLION, 1_000 * MILLION].into(), Some(908 * MILLION))
    );
    assert_eq!(
        amounts("fibre-selon-la-presse"),
        ([250 * MILLION, 570 * MILLION].into(), Some(570 * MILLION))
    );
}

#[test]
fn smaller_corrections_hold() {
    for (slug, date) in [
        ("louvois-abandon", "2013-12-03"),
        ("rapport-souverainete", "2021-07-12"),
        ("enquete-dinum", "2021-12-08"),
        ("annonce-bleu", "2021-05"),
        ("nomination-schaer", "2022-09"),
        ("nomination-bou-hanna", "2018-10-24"),
    ] {
        assert_eq!(event(slug).date, Edtf::parse(date).expect("a date"), "{slug}");
    }
    // 1 695 were posts opened: it stands in a conflict, and in no series of recruits.
    let is_advisers = |slug: &str| slug == "effectif-conseillers";
    let recruits: Vec<_> = strategy()
        .observations()
        .filter(|(_, one)| is_advisers(&strategy()[one.indicator].slug))
        .map(|(_, one)| one.value.as_f64())
        .collect();
    assert_eq!(recruits, [1_502.0, 1_926.0, 2_000.0, 2_500.0, 3_578.0]);
    assert!(french(fact("scribe-dommage").text).contains("non un jugement"));
    assert_eq!(value("scribe-dommage"), 257.4e6);
    assert_eq!(value("scribe-depense"), 8.66e6 + 4.62e6);
    assert!(french(fact("mise-a-niveau-288").text).contains("plus de 288"));
    assert_eq!(value("p363-action-04-plf-2024"), 20.6e6);
}

// ---- What holds of every record

#[test]
fn a_day_that_rests_on_one_source_says_so() {
    for slug in [
        "creation-health-data-hub",
        "opposition-cnam",
        "doctrine-cloud",
        "demarches-septembre-2021",
        "secnumcloud-commentaires",
        "quebec-nomination",
        "retrait-demande-hdh",
        "loi-3ds",
        "secnumcloud-3-2",
    ] {
        let summary = event(slug).summary;
        let says_so = |lang, words| prose(lang).get(summary).is_some_and(|text| text.contains(words));
        assert!(says_so(Lang::Fr, "une seule source") && says_so(Lang::En, "a single source"), "{slug}");
    }
}

#[test]
fn what_came_after_the_note_is_never_drawn_as_having_happened() {
    let day = strategy().reference_day();
    let mut later = 0;
    for (_, event) in strategy().events() {
        match event.status {
            Status::Later => {
                later += 1;
                assert!(!event.had_happened(), "{}", event.slug);
                assert!(
                    event.date.earliest().is_some_and(|first| first > day),
                    "{}: {}",
                    event.slug,
                    event.date
                );
            }
            Status::Announced => assert!(!event.had_happened(), "{}", event.slug),
            Status::Past | Status::Ongoing => {
                let first = event.date.earliest().or(event.date.latest());
                assert!(first.is_some_and(|first| first <= day), "{}: {}", event.slug, event.date);
            }
        }
    }
    assert!(later >= 11, "events after the note are there: {later}");
    for (_, observation) in strategy().observations() {
        let is_expected = observation.quality != ObservationQuality::Observed;
        let lies_ahead = observation.definition != ProseId::NONE
            && french(observation.definition).starts_with("Prévision");
        assert!(is_expected || !lies_ahead, "{} is a forecast", observation.slug);
    }
}

#[test]
fn every_record_has_sources_with_a_publisher_that_say_how_they_were_read() {
    let mut unread = BTreeSet::new();
    macro_rules! check {
        ($($table:ident),+) => {
            $(for (_, record) in strategy().$table() {
                let slug = &record.slug;
                assert!(!record.sources.is_empty(), "{slug} has no source");
                for &id in &record.sources {
                    let source = &strategy()[id];
                    assert!(prose(Lang::Fr).get(source.publisher).is_some(), "{} has no publisher", source.slug);
                    assert!(prose(Lang::Fr).get(source.title).is_some(), "{} has no title", source.slug);
                    if source.read == Reading::NotRead {
                        unread.insert(source.kind.as_str());
                    }
                }
                let all_unread = record.sources.iter().all(|&id| strategy()[id].read == Reading::NotRead);
                assert!(!all_unread, "{slug} rests on what nobody read");
            })+
        };
    }
    check!(
        events,
        programmes,
        scopes,
        envelopes,
        appropriations,
        indicators,
        observations,
        projects,
        editions,
        facts,
        positions,
        discrepancies,
        steps
    );
    assert_eq!(
        unread,
        [SourceKind::Footnote.as_str()].into(),
        "only the note's own references were not read"
    );
}

#[test]
fn one_address_is_one_source() {
    let mut sources: BTreeMap<&str, &str> = BTreeMap::new();
    for (_, source) in strategy().sources() {
        if let Some(address) = prose(Lang::Fr).get(source.url) {
            let other = sources.insert(address, &source.slug);
            assert_eq!(other, None, "{} has the same address", source.slug);
        }
    }
}

#[test]
fn facts_and_conflicts_are_about_something_and_stand_once() {
    let mut texts: BTreeMap<&str, &str> = BTreeMap::new();
    for (_, fact) in strategy().facts() {
        assert!(!fact.about.is_empty(), "{} is about nothing", fact.slug);
        assert_eq!(fact.value.is_some(), fact.unit.is_some(), "{}: a value and its unit", fact.slug);
        assert_eq!(texts.insert(french(fact.text), &fact.slug), None, "{} is said twice", fact.slug);
    }
    let mut conflicts: BTreeMap<String, &str> = BTreeMap::new();
    for (_, conflict) in strategy().discrepancies() {
        assert!(!conflict.about.is_empty(), "{} is about nothing", conflict.slug);
        let mut claims: Vec<_> = conflict.claims.iter().map(|claim| format!("{claim:?}")).collect();
        claims.sort();
        assert_eq!(
            conflicts.insert(claims.join(";"), &conflict.slug),
            None,
            "{} stands twice",
            conflict.slug
        );
        for (_, source) in &conflict.claims {
            assert!(conflict.sources.contains(source), "{} names every source of its values", conflict.slug);
        }
    }
}

#[test]
fn budgets_stand_in_order_each_with_one_sentence_of_what_it_may_not_be_added_to() {
    let scopes: Vec<_> = strategy().scopes().map(|(_, scope)| scope.slug.as_str()).collect();
    assert_eq!(scopes, ["relance", "cloud", "projets", "p363"]);
    for (id, scope) in strategy().scopes() {
        assert_eq!(strategy().roots(id).count(), 1, "{} has one top", scope.slug);
        for lang in [Lang::Fr, Lang::En] {
            let caution = scope.caution.get(lang);
            assert!(caution.ends_with('.') && !caution.contains(". "), "{}: {caution}", scope.slug);
        }
    }
    // Cells of the map are labelled: actions in few words, the whole title beside.
    for action in strategy().parts(envelope_id("p363-programme"), None) {
        for lang in [Lang::Fr, Lang::En] {
            assert!(
                strategy()[action].label.get(lang).chars().count() <= 40,
                "{}",
                strategy()[action].label.get(lang)
            );
        }
    }
    assert!(
        french(envelope("p363-action-04").note).contains("modernisation des administrations régaliennes")
    );
}

#[test]
fn events_that_follow_one_another_lead_to_each_other() {
    let leads_to = |from: &str, to: &str| event(from).related.iter().any(|&id| strategy()[id].slug == to);
    let sequences: [&[&str]; 5] = [
        &[
            "loi-health-data-hub",
            "creation-health-data-hub",
            "arrete-covid-hdh",
            "conseil-etat-juin-2020",
            "arrete-transferts-hdh",
            "conseil-etat-octobre-2020",
            "engagement-hebergement-hdh",
            "opposition-cnam",
            "blocage-hdh",
            "retrait-demande-hdh",
        ],
        &[
            "scribe-lancement",
            "scribe-retrait-gendarmerie",
            "avis-dinum-scribe",
            "scribe-gele",
            "appui-dinum-scribe",
            "abandon-scribe",
            "panorama-14",
            "audit-scribe",
        ],
        &["ministere-quebecois", "quebec-projet-de-loi", "quebec-adoption", "quebec-nomination"],
        &["strategie-nationale-cloud", "doctrine-cloud", "secnumcloud-commentaires", "secnumcloud-3-2"],
        &[
            "annonce-908",
            "fonds-collectivites-ouvert",
            "bilan-collectivites",
            "comite-territoires",
            "bilan-relance-2022",
            "numerique-territoires",
        ],
    ];
    for sequence in sequences {
        for pair in sequence.windows(2) {
            assert!(leads_to(pair[0], pair[1]) && leads_to(pair[1], pair[0]), "{pair:?}");
        }
    }
    for (_, event) in strategy().events() {
        let scribe = |slug: &str| slug == "scribe";
        if event.programmes.iter().any(|&id| scribe(&strategy()[id].slug)) {
            assert!(
                event.projects.contains(&project_id("projet-scribe")),
                "{} names the project too",
                event.slug
            );
        }
    }
}

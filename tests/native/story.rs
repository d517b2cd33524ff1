//! The guided reading of the embedded data: every step shows what it says it shows, and speaks of what exists.

use std::collections::BTreeSet;

use jalons::{
    data::package,
    export::{self, Pictured, Request, Size, Tint},
    i18n::format::{amount, integer, percent},
    model::{envelope::Stage, id::RecordId, text::Lang},
    state::{
        query,
        view_state::{PageDefaults, Scheme, View, ViewState},
    },
    story::route,
    text_metrics::TextMetrics,
};

const DEFAULTS: PageDefaults = PageDefaults { view: View::Timeline, lang: Lang::Fr, scheme: Scheme::Auto };

fn said(slug: &str, lang: Lang) -> String {
    let strategy = package::strategy();
    let Some(RecordId::Step(step)) = strategy.find(slug) else { panic!("{slug} is no step") };
    package::prose(lang).get(strategy[step].text).expect("a text").to_owned()
}

#[test]
fn there_are_ten_to_fourteen_steps_through_all_five_themes() {
    let strategy = package::strategy();
    let count = strategy.steps().count();
    assert!((10..=14).contains(&count), "{count}");
    let themes: BTreeSet<_> = strategy.steps().filter_map(|(_, step)| step.theme).collect();
    assert_eq!(themes.len(), strategy.themes().count());
}

#[test]
fn every_step_shows_a_view_that_its_address_says_without_anything_unknown() {
    for strategy in [package::strategy(), package::core()] {
        for (_, step) in package::strategy().steps() {
            let (state, invalid) = query::parse(&step.shows, DEFAULTS, strategy);
            assert!(
                invalid.is_empty() && state.unknown.is_empty(),
                "{}: {invalid:?} {:?}",
                step.slug,
                state.unknown
            );
            assert_ne!(state.view, Some(View::Story), "{}", step.slug);
            assert_eq!(state.focus, None, "{}: a record would lie over the view", step.slug);
            let written = query::print(&state, strategy);
            let written = if state.view.is_none() { format!("view=timeline&{written}") } else { written };
            assert_eq!(written.trim_end_matches('&'), step.shows, "the address is in its usual form");
        }
    }
}

#[test]
fn every_step_rests_on_sources_and_speaks_of_records_that_are_there() {
    let strategy = package::strategy();
    for (_, step) in strategy.steps() {
        assert!(!step.sources.is_empty() && !step.about.is_empty(), "{}", step.slug);
        assert!(step.about.iter().all(|id| !matches!(id, RecordId::Step(_))), "{}", step.slug);
    }
}

#[test]
fn every_picture_of_a_step_can_be_printed() {
    let strategy = package::strategy();
    let metrics = TextMetrics::cautious();
    for (id, step) in strategy.steps() {
        let state: ViewState = route::shows(strategy, id, DEFAULTS);
        let Some(pictured) = Pictured::of(state.view.unwrap_or(View::Timeline)) else { continue };
        let request = Request {
            pictured,
            lang: Lang::Fr,
            tint: Tint::Light,
            state: &state,
            found: None,
            has_turning_points_only: false,
            size: Size::OfWidth(720.0),
            address: None,
        };
        let svg = export::svg(strategy, &request, &metrics);
        assert!(svg.starts_with("<svg ") && svg.len() > 2_000, "{}: {} bytes", step.slug, svg.len());
    }
}

/// The figures of the texts are typed, as all texts of the data are: here they are held to the records.
#[test]
fn the_figures_of_the_texts_are_those_of_the_records() {
    let strategy = package::strategy();
    let envelope = |slug: &str| match strategy.find(slug) {
        Some(RecordId::Envelope(id)) => &strategy[id],
        _ => panic!("{slug} is no envelope"),
    };
    let millions = |slug: &str, lang| amount(envelope(slug).amount.expect("an amount"), lang);
    for lang in [Lang::Fr, Lang::En] {
        for (step, slugs) in [
            ("recit-fibre", vec!["relance-fibre", "fibre-origine-relance"]),
            ("recit-inclusion", vec!["relance-inclusion", "inclusion-conseillers"]),
            ("recit-cloud", vec!["cloud-public", "relance-numerique"]),
        ] {
            for slug in slugs {
                let figure = millions(slug, lang);
                assert!(said(step, lang).contains(&figure), "{step}: {figure}");
            }
        }
    }
    let cloud = envelope("cloud-plan").amount.expect("an amount").0 / 1_000_000;
    assert!(said("recit-cloud", Lang::Fr).contains(&integer(cloud, Lang::Fr)), "{cloud}");
    let share = |part: &str, whole: &str| {
        let of = |slug: &str| envelope(slug).amount.expect("an amount").0 as f64;
        of(part) / of(whole)
    };
    let fibre = percent(share("relance-fibre", "relance-numerique"), Lang::Fr);
    assert!(said("recit-fibre", Lang::Fr).contains(&fibre), "{fibre}");
    let Some(RecordId::Indicator(advisers)) = strategy.find("effectif-conseillers") else {
        panic!("no advisers")
    };
    let note = strategy
        .observations_of(advisers)
        .into_iter()
        .find(|one| one.note_refs == ["Q1"])
        .expect("the note’s");
    let target = strategy[advisers].target.expect("a target");
    let reached = percent(note.value.share_of(target).expect("a share"), Lang::Fr);
    assert!(said("recit-inclusion", Lang::Fr).contains(&reached), "{reached}");
    let billions = |stage: Stage| {
        let Some(RecordId::Envelope(programme)) = strategy.find("p363-programme") else {
            panic!("no programme")
        };
        let (_, line) = strategy
            .appropriations()
            .find(|(_, line)| line.envelope == programme && line.stage == stage)
            .expect("a line");
        [line.commitment, line.payment].map(|euros| amount(euros.expect("an amount"), Lang::Fr))
    };
    for figure in billions(Stage::Lfi2021).into_iter().chain(billions(Stage::Executed2021)) {
        let number = figure.split(['\u{202f}', '\u{a0}', ' ']).next().expect("a number");
        assert!(said("recit-execution", Lang::Fr).contains(number), "{figure}");
    }
}

#[cfg(feature = "ssr")]
#[test]
fn without_a_script_the_story_is_there_in_full_in_both_languages() {
    use jalons::pages::{
        Site,
        site::{Page, Place},
        view_page::content,
    };
    let strategy = package::strategy();
    let site = Site::of_package(None);
    for &lang in Lang::ALL {
        let html = content(&site, Page { place: Place::View(View::Story), lang }, View::Story);
        let mut before = 0;
        for (_, step) in strategy.steps() {
            let anchor = format!("id=\"focus={}\"", step.slug);
            let place = html.find(&anchor).unwrap_or_else(|| panic!("{} is not there", step.slug));
            assert!(place > before, "{} stands in its place", step.slug);
            before = place;
            let title = step.title.get(lang).replace('&', "&amp;");
            assert!(html[place..].contains(&title), "{title}");
            for source in &step.sources {
                let end = format!("#focus={}\"", strategy[*source].slug);
                assert!(html[place..].contains(&end), "{}: {end}", step.slug);
            }
        }
    }
}

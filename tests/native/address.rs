//! The address holds the whole state: what is printed is read as the same, and nothing that is read is a panic.

use jalons::{
    data::package,
    model::{
        date::{Date, Day},
        envelope::{Measure, Stage},
        event::{EventKind, Status},
        id::{ActorId, EnvelopeId, ProjectId, RecordId, RecordKind, ScopeId, StepId, ThemeId},
        panorama::Trend,
        project::{Phase, Project},
        strategy::Strategy,
        text::Lang,
    },
    state::{
        command::Command,
        listing::{Column, Listed, Sort},
        query::{Key, parse, print, without_defaults},
        view_state::{Coloring, Kept, Lane, Look, PageDefaults, ProjectOrder, Scheme, View, ViewState},
    },
};
use proptest::{
    collection::vec,
    prelude::*,
    sample::{select, subsequence},
    strategy::{Strategy as _, ValueTree},
    test_runner::TestRunner,
};

const PAGE: PageDefaults = PageDefaults { view: View::Timeline, lang: Lang::Fr, scheme: Scheme::Auto };

/// Every page there may be, with every scheme that a reader may have kept.
pub(super) fn pages() -> Vec<PageDefaults> {
    let mut pages = Vec::new();
    for &view in View::ALL {
        for &lang in Lang::ALL {
            pages.extend(Scheme::ALL.iter().map(|&scheme| PageDefaults { view, lang, scheme }));
        }
    }
    pages
}

fn whole() -> &'static Strategy {
    package::strategy()
}

/// Every record that an address can name.
pub(super) fn named() -> Vec<RecordId> {
    let strategy = whole();
    let mut named: Vec<RecordId> = strategy.events().map(|(id, _)| id.into()).collect();
    named.extend(strategy.envelopes().map(|(id, _)| RecordId::from(id)));
    named.extend(strategy.projects().map(|(id, _)| RecordId::from(id)));
    named.extend(strategy.indicators().map(|(id, _)| RecordId::from(id)));
    named.extend(strategy.actors().map(|(id, _)| RecordId::from(id)));
    named.extend(strategy.programmes().map(|(id, _)| RecordId::from(id)));
    named.extend(strategy.positions().map(|(id, _)| RecordId::from(id)));
    named.extend(strategy.facts().map(|(id, _)| RecordId::from(id)));
    named.extend(strategy.glossary().map(|(id, _)| RecordId::from(id)));
    named.extend(strategy.sources().map(|(id, _)| RecordId::from(id)));
    named.extend(strategy.themes().map(|(id, _)| RecordId::from(id)));
    named.extend(strategy.scopes().map(|(id, _)| RecordId::from(id)));
    named.extend(strategy.splits().map(|(id, _)| RecordId::from(id)));
    named.extend(strategy.appropriations().map(|(id, _)| RecordId::from(id)));
    named.extend(strategy.observations().map(|(id, _)| RecordId::from(id)));
    named.extend(strategy.editions().map(|(id, _)| RecordId::from(id)));
    named.extend(strategy.project_editions().map(|(id, _)| RecordId::from(id)));
    named.extend(strategy.discrepancies().map(|(id, _)| RecordId::from(id)));
    named.retain(|&id| !strategy.slug(id).is_empty());
    named
}

/// One of them, each kind as often as any other, however many there are of it.
fn record() -> impl proptest::strategy::Strategy<Value = RecordId> {
    let named = named();
    let mut kinds: Vec<RecordKind> = named.iter().map(|id| id.kind()).collect();
    kinds.dedup();
    select(kinds).prop_flat_map(move |kind| {
        select(named.iter().copied().filter(|id| id.kind() == kind).collect::<Vec<_>>())
    })
}

fn some_or_none<T: Clone + std::fmt::Debug + 'static>(
    values: Vec<T>,
) -> impl proptest::strategy::Strategy<Value = Option<T>> {
    proptest::option::of(select(values))
}

fn some_of<T: Clone + std::fmt::Debug + 'static>(
    values: Vec<T>,
) -> impl proptest::strategy::Strategy<Value = Vec<T>> {
    let count = values.len();
    subsequence(values, 0..=count.min(5))
}

/// A state with any of its parts off its default, as the reader of addresses and commands make them.
fn states() -> impl proptest::strategy::Strategy<Value = ViewState> {
    choices().prop_map(|state| without_defaults(state, PAGE, whole()))
}

/// A page with a state of it.
fn states_of_pages() -> impl proptest::strategy::Strategy<Value = (PageDefaults, ViewState)> {
    (select(pages()), choices()).prop_map(|(page, state)| (page, without_defaults(state, page, whole())))
}

/// Open lanes, with an order of the projects.
fn lanes() -> impl proptest::strategy::Strategy<Value = (Vec<Lane>, Option<ProjectOrder>)> {
    let themes = whole().themes().map(|(id, _)| Lane::Theme(id));
    (some_of(themes.chain([Lane::Projects]).collect()), some_or_none(ProjectOrder::ALL.to_vec()))
}

/// What the colours say, with some of the entries of their legend.
fn colours() -> impl proptest::strategy::Strategy<Value = (Option<Coloring>, Vec<Kept>)> {
    let strategy = whole();
    let by_first = |(id, project): (ProjectId, &Project)| {
        let first = strategy.projects().find(|(_, other)| other.ministry == project.ministry);
        first.is_some_and(|(first, _)| first == id).then_some(Kept::Ministry(id))
    };
    let ministries = strategy.projects().filter_map(by_first);
    let phases = Phase::ALL.iter().copied().map(Kept::Phase).chain([Kept::NoPhase]);
    let all: Vec<Kept> =
        ministries.chain(phases).chain(Trend::ALL.iter().copied().map(Kept::Change)).collect();
    (some_or_none(Coloring::ALL.to_vec()), some_of(all)).prop_map(|(color, only)| {
        let of_colour = |kept: &Kept| kept.coloring() == color.unwrap_or(Coloring::Group);
        (color, only.into_iter().filter(of_colour).collect())
    })
}

/// Any choices of a reader, defaults among them.
fn choices() -> impl proptest::strategy::Strategy<Value = ViewState> {
    let strategy = whole();
    let opening: Vec<EnvelopeId> =
        strategy.envelopes().map(|(id, _)| id).filter(|&id| strategy.has_parts(id)).collect();
    let places = (
        some_or_none(View::ALL.to_vec()),
        proptest::option::of(record()),
        some_or_none(opening),
        some_or_none(strategy.splits().map(|(id, _)| id).collect()),
        some_or_none(strategy.editions().map(|(id, _)| id).collect()),
        some_or_none(Stage::ALL.to_vec()),
        some_or_none(Measure::ALL.to_vec()),
        colours(),
        lanes(),
    );
    let table = (some_or_none(Listed::ALL.to_vec()), any::<bool>(), any::<u32>(), any::<Option<bool>>());
    let filter = (
        proptest::option::of((12_000i32..22_000, 0i32..4_000, 0u8..4)),
        some_of(strategy.themes().map(|(id, _)| id).collect::<Vec<ThemeId>>()),
        some_of(Status::ALL.to_vec()),
        some_of(EventKind::ALL.to_vec()),
        some_of(strategy.actors().map(|(id, _)| id).collect::<Vec<ActorId>>()),
        prop_oneof![Just(String::new()), "[ -~éàœ€’«»\u{202f}&=#%+,]{1,40}"],
    );
    let rest = (
        some_or_none(Lang::ALL.to_vec()),
        some_or_none(Scheme::ALL.to_vec()),
        some_or_none(Look::ALL.to_vec()),
        any::<bool>(),
        some_or_none(strategy.steps().map(|(id, _)| id).collect::<Vec<StepId>>()),
        vec(("x-[a-z]{1,8}", "([a-z0-9=]|%2F|%){0,12}"), 0..3),
    );
    (places, table, filter, rest).prop_map(|(places, table, filter, rest)| {
        let (view, focus, at, split, edition, stage, measure, (color, only), (lanes, order)) = places;
        // Only projects have a legend to choose from.
        let projects: Option<ScopeId> =
            whole().find_as("projets").filter(|_| at.is_none() && !only.is_empty());
        let scope = at.map(|at| whole()[at].scope).or(projects);
        let only = if scope == whole().find_as::<ScopeId>("projets") { only } else { Vec::new() };
        let (of, has_columns, mask, sort) = table;
        let (period, themes, statuses, kinds, actors, query) = filter;
        let (lang, scheme, look, is_embedded, step, unknown) = rest;
        let listed = of.unwrap_or(Listed::Events);
        let all = listed.columns();
        let chosen: Vec<Column> = all
            .iter()
            .enumerate()
            .filter(|(place, _)| mask >> place & 1 == 1)
            .map(|(_, column)| *column)
            .collect();
        let (from, to) = match period {
            Some((first, length, bounds)) => {
                let date = |day| Some(Date::from_day(Day(day)));
                (date(first).filter(|_| bounds != 1), date(first + length).filter(|_| bounds != 2))
            }
            None => (None, None),
        };
        ViewState {
            view,
            focus,
            scope,
            at,
            split,
            // Only the top of a budget has editions.
            edition: edition.filter(|_| at.is_none()),
            stage,
            measure,
            color,
            only,
            of,
            columns: Some(chosen).filter(|chosen| has_columns && !chosen.is_empty()),
            sort: sort.map(|is_descending| Sort { column: all[mask as usize % all.len()], is_descending }),
            lanes,
            order,
            from,
            to,
            themes,
            statuses,
            kinds,
            actors,
            query: query.trim().to_owned(),
            step,
            lang,
            scheme,
            look,
            is_embedded,
            unknown: unknown.into_iter().filter(|(name, raw)| !(name.is_empty() && raw.is_empty())).collect(),
        }
    })
}

fn read(hash: &str) -> ViewState {
    parse(hash, PAGE, whole()).0
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn what_is_printed_is_read_as_the_same_state_on_every_page((page, state) in states_of_pages()) {
        let hash = print(&state, whole());
        let (again, invalid) = parse(&hash, page, whole());
        prop_assert_eq!(&again, &state, "{}", hash);
        prop_assert_eq!(invalid, vec![], "{}", hash);
    }

    #[test]
    fn the_core_gives_back_what_only_the_whole_can_read((page, state) in states_of_pages()) {
        let core = package::core();
        let (early, _) = parse(&print(&state, whole()), page, core);
        let (late, invalid) = parse(&print(&early, core), page, whole());
        prop_assert_eq!(late, state);
        prop_assert_eq!(invalid, vec![]);
    }

    #[test]
    fn any_text_is_read_without_a_panic_and_then_stays_as_it_is(hash in ".{0,300}") {
        let once = read(&hash);
        prop_assert_eq!(read(&print(&once, whole())), once);
    }

    #[test]
    fn known_keys_with_any_value_are_read_without_a_panic_and_then_stay_as_they_are(
        pairs in vec((select(Key::ALL.to_vec()), "([a-z0-9,./~?-]|%[0-9A-F]{2}|%|é){0,30}"), 0..40),
    ) {
        let pairs: Vec<String> = pairs.iter().map(|(key, value)| format!("{}={value}", key.as_str())).collect();
        let once = read(&pairs.join("&"));
        prop_assert_eq!(read(&print(&once, whole())), once);
    }

    #[test]
    fn what_a_toggle_does_it_undoes(state in states(), theme in 0u32..5, actor in 0u32..60) {
        for command in [
            Command::ToggleTheme(ThemeId(theme)),
            Command::ToggleActor(ActorId(actor)),
            Command::ToggleStatus(Status::Past),
            Command::ToggleKind(EventKind::Law),
            Command::ToggleLane(Lane::Theme(ThemeId(theme))),
            Command::ToggleLane(Lane::Projects),
        ] {
            let after = command.applied(&state, whole());
            prop_assert_ne!(&after, &state);
            prop_assert_eq!(&command.applied(&after, whole()), &state);
            let after = without_defaults(after, PAGE, whole());
            prop_assert_eq!(read(&print(&after, whole())), after);
        }
        let cleared = Command::ClearFilters.applied(&state, whole());
        prop_assert_eq!((cleared.view, cleared.focus, cleared.at), (state.view, state.focus, state.at));
        prop_assert_eq!(Command::FilterAs(Box::new(state.clone())).applied(&cleared, whole()), state);
    }
}

/// The property would prove little of a key that is hardly ever there.
#[test]
fn every_key_is_off_its_default_in_a_tenth_of_the_generated_states() {
    let mut runner = TestRunner::deterministic();
    let mut counts = vec![0; Key::ALL.len()];
    let mut unknown = 0;
    let mut open = Vec::new();
    let cases = 2_000;
    for _ in 0..cases {
        let state = states().new_tree(&mut runner).expect("a state").current();
        let hash = print(&state, whole());
        unknown += usize::from(!state.unknown.is_empty());
        open.extend(state.focus.map(RecordId::kind));
        for pair in hash.split('&') {
            let name = pair.split('=').next().unwrap_or_default();
            if let Some(place) = Key::ALL.iter().position(|key| key.as_str() == name) {
                counts[place] += 1;
            }
        }
    }
    for (key, count) in Key::ALL.iter().zip(&counts) {
        // Version 1 is never written.
        assert!(
            *key == Key::Version || *count >= cases / 10,
            "{} is written in {count} of {cases}",
            key.as_str()
        );
    }
    assert!(unknown >= cases / 10);
    for kind in named().into_iter().map(RecordId::kind) {
        assert!(open.contains(&kind), "no generated state has a {kind:?} open");
    }
}

#[test]
fn defaults_are_not_written_and_not_kept() {
    assert_eq!(print(&ViewState::default(), whole()), "");
    let (state, invalid) = parse(
        "view=timeline&scope=relance&stage=lfi-2021&measure=amount&color=group&of=events&lang=fr&scheme=auto",
        PAGE,
        whole(),
    );
    assert_eq!((state, invalid), (ViewState::default(), vec![]));
}

#[test]
fn keys_have_one_order_and_lists_too() {
    let hash = "q=cloud&x=1&themes=donnees,capacite,donnees&view=table&focus=anssi";
    assert_eq!(print(&read(hash), whole()), "view=table&focus=anssi&themes=capacite,donnees&q=cloud&x=1");
}

#[test]
fn the_projects_are_a_lane_of_their_own_and_their_order_is_said_only_while_they_are_open() {
    let open = read("lanes=projets,gouvernance&order=slip");
    assert_eq!(print(&open, whole()), "lanes=gouvernance,projets&order=slip");
    assert_eq!(open.order, Some(ProjectOrder::Slip));
    assert_eq!(read("lanes=projets&order=ministry").order, None, "the default is not kept");
    assert_eq!(print(&read("lanes=gouvernance&order=slip"), whole()), "lanes=gouvernance");
    let closed = without_defaults(Command::ToggleLane(Lane::Projects).applied(&open, whole()), PAGE, whole());
    assert_eq!(print(&closed, whole()), "lanes=gouvernance");
}

#[test]
fn what_means_nothing_is_the_default_and_a_note() {
    let cases = [
        ("view=map", Key::View, "map"),
        ("focus=nobody", Key::Focus, "nobody"),
        ("themes=donnees,x", Key::Themes, "donnees,x"),
        ("lanes=projets,x", Key::Lanes, "projets,x"),
        ("lanes=projets&order=x", Key::Order, "x"),
        ("from=2021-13", Key::From, "2021-13"),
        ("from=2022&to=2021", Key::To, "2021"),
        ("of=projects&cols=status", Key::Columns, "status"),
        ("sort=-target", Key::Sort, "-target"),
        ("scope=cloud&at=relance-fibre", Key::At, "relance-fibre"),
        ("embed=yes", Key::Embed, "yes"),
        ("v=2", Key::Version, "2"),
        ("v=0", Key::Version, "0"),
        ("v=x", Key::Version, "x"),
    ];
    for (hash, key, value) in cases {
        let (_, invalid) = parse(hash, PAGE, whole());
        let told: Vec<_> = invalid.iter().map(|param| (param.key, param.value.as_str())).collect();
        assert_eq!(told, [(key, value)], "{hash}");
    }
    assert_eq!(read("v=7&view=budget").view, Some(View::Budget), "the rest is read all the same");
    assert_eq!(read("v=1&view=budget"), read("view=budget"));
}

#[test]
fn what_the_core_does_not_know_yet_survives_until_the_whole_does() {
    let core = package::core();
    let (state, _) = parse("focus=anssi&actors=anssi,dinum&view=budget", PAGE, core);
    assert_eq!((state.focus, state.actors.len(), state.view), (None, 0, Some(View::Budget)));
    let hash = print(&state, core);
    assert_eq!(read(&hash), read("focus=anssi&actors=anssi,dinum&view=budget"), "{hash}");
    // Another record opened meanwhile is not closed again by what came late.
    let opened = ViewState { focus: Some(RecordId::Theme(ThemeId(0))), ..state };
    assert_eq!(read(&print(&opened, core)).focus, opened.focus);
}

#[test]
fn an_address_of_five_thousand_pairs_is_read_and_bounded() {
    let hash = (0..5_000).map(|place| format!("k{place}=v{place}")).collect::<Vec<_>>().join("&");
    let state = read(&hash);
    assert!(state.unknown.len() <= 20);
    assert!(read(&format!("focus={}", "x".repeat(100_000))).unknown.is_empty());
}

#[test]
fn the_report_of_a_failure_repeats_the_state_but_for_what_was_searched() {
    let script = include_str!("../../src/bootstrap.js");
    let told = script
        .split_once("const TOLD = /[#&](")
        .and_then(|(_, rest)| rest.split_once(")="))
        .map(|(keys, _)| keys);
    let told: Vec<_> = told.expect("the script lists what it tells").split('|').collect();
    // The version of the grammar says nothing of the state; the search is the reader's own affair.
    let expected: Vec<_> = Key::ALL
        .iter()
        .filter(|key| !matches!(key, Key::Version | Key::Query))
        .map(|key| key.as_str())
        .collect();
    assert_eq!(told, expected);
}

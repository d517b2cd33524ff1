//! The address: what is printed is read back, what is not ours is kept, and nothing a reader can type does harm.

use jalons::{
    data::package::{core, strategy},
    model::{
        date::{Date, Edtf},
        envelope::{Measure, Stage},
        event::{EventKind, Status},
        id::{EnvelopeId, RecordId, RecordKind, ScopeId},
        strategy::Strategy,
        text::Lang,
    },
    state::{
        command::Command,
        listing::{Column, Listed, Sort},
        query::{DEFAULT_SCOPE, InvalidParam, Key, parse, print, without_defaults},
        view_state::{Coloring, PageDefaults, Scheme, View, ViewState},
    },
};
use proptest::{
    prelude::{Just, Strategy as Generator, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest},
    strategy::ValueTree as _,
    test_runner::{Config, TestRunner},
};

/// The page that most addresses are of.
const HOME: PageDefaults = PageDefaults { view: View::Timeline, lang: Lang::Fr, scheme: Scheme::Auto };

/// Every page there may be, with every scheme that a reader may have kept.
fn pages() -> Vec<PageDefaults> {
    let mut pages = Vec::new();
    for &view in View::ALL {
        for &lang in Lang::ALL {
            pages.extend(Scheme::ALL.iter().map(|&scheme| PageDefaults { view, lang, scheme }));
        }
    }
    pages
}

fn find(slug: &str) -> RecordId {
    strategy().find(slug).unwrap_or_else(|| panic!("there is no {slug}"))
}

fn date(text: &str) -> Date {
    match Edtf::parse(text) {
        Ok(Edtf::Date(date)) => date,
        other => panic!("{text} is read as {other:?}"),
    }
}

/// Every record that an address can name.
fn named() -> Vec<RecordId> {
    fn add<Id: Into<RecordId>>(all: &mut Vec<RecordId>, ids: impl Iterator<Item = Id>) {
        all.extend(ids.map(Into::into).filter(|&id| !strategy().slug(id).is_empty()));
    }
    let strategy = strategy();
    let mut all = Vec::new();
    add(&mut all, strategy.themes().map(|(id, _)| id));
    add(&mut all, strategy.events().map(|(id, _)| id));
    add(&mut all, strategy.programmes().map(|(id, _)| id));
    add(&mut all, strategy.scopes().map(|(id, _)| id));
    add(&mut all, strategy.splits().map(|(id, _)| id));
    add(&mut all, strategy.envelopes().map(|(id, _)| id));
    add(&mut all, strategy.appropriations().map(|(id, _)| id));
    add(&mut all, strategy.indicators().map(|(id, _)| id));
    add(&mut all, strategy.observations().map(|(id, _)| id));
    add(&mut all, strategy.projects().map(|(id, _)| id));
    add(&mut all, strategy.editions().map(|(id, _)| id));
    add(&mut all, strategy.project_editions().map(|(id, _)| id));
    add(&mut all, strategy.facts().map(|(id, _)| id));
    add(&mut all, strategy.actors().map(|(id, _)| id));
    add(&mut all, strategy.positions().map(|(id, _)| id));
    add(&mut all, strategy.discrepancies().map(|(id, _)| id));
    add(&mut all, strategy.glossary().map(|(id, _)| id));
    add(&mut all, strategy.sources().map(|(id, _)| id));
    all
}

// ---------------------------------------------------------------- states

fn maybe<T: Clone + std::fmt::Debug + 'static>(items: Vec<T>) -> impl Generator<Value = Option<T>> {
    prop::option::of(prop::sample::select(items))
}

/// A list as states have them: each item once, in order.
fn some_of<T: Clone + std::fmt::Debug + 'static>(items: Vec<T>) -> impl Generator<Value = Vec<T>> {
    let most = items.len().min(6);
    prop_oneof![1 => Just(Vec::new()), 1 => prop::sample::subsequence(items, 1..=most)]
}

/// A record: every kind as often as any other, however many there are of it.
fn record() -> impl Generator<Value = Option<RecordId>> {
    let all = named();
    let mut kinds: Vec<RecordKind> = all.iter().map(|id| id.kind()).collect();
    kinds.dedup();
    prop::option::of(
        prop::sample::select(kinds)
            .prop_map(move |kind| all.iter().copied().filter(|id| id.kind() == kind).collect::<Vec<_>>())
            .prop_flat_map(prop::sample::select),
    )
}

/// A budget, and perhaps an envelope of it with parts.
fn place() -> impl Generator<Value = (Option<ScopeId>, Option<EnvelopeId>)> {
    maybe(strategy().scopes().map(|(id, _)| id).collect()).prop_flat_map(|scope| {
        let shown = scope.map_or(find(DEFAULT_SCOPE), RecordId::from);
        let inside: Vec<EnvelopeId> = strategy()
            .envelopes()
            .filter(|(id, envelope)| {
                RecordId::from(envelope.scope) == shown
                    && envelope.parent.is_some()
                    && strategy().has_parts(*id)
            })
            .map(|(id, _)| id)
            .collect();
        let at = if inside.is_empty() { Just(None).boxed() } else { maybe(inside).boxed() };
        (Just(scope), at)
    })
}

/// What the table lists, with columns and an order that it has.
fn listing() -> impl Generator<Value = (Option<Listed>, Option<Vec<Column>>, Option<Sort>)> {
    maybe(Listed::ALL.to_vec()).prop_flat_map(|of| {
        let columns = of.unwrap_or(Listed::Events).columns().to_vec();
        let sorted: Vec<Column> = columns.iter().copied().chain([Column::Name]).collect();
        let sort = (prop::sample::select(sorted), any::<bool>())
            .prop_map(|(column, is_descending)| Sort { column, is_descending });
        let most = columns.len();
        (Just(of), prop::option::of(prop::sample::subsequence(columns, 1..=most)), prop::option::of(sort))
    })
}

/// Two ends of a window, in order where both are given.
fn window() -> impl Generator<Value = (Option<Date>, Option<Date>)> {
    let end = || {
        (1900_i32..2100, 0_u8..=12, 1_u8..=28, prop::sample::select(vec!["", "", "~", "?", "%"])).prop_map(
            |(year, month, day, doubt)| match (month, day) {
                (0, _) => date(&format!("{year:04}{doubt}")),
                (month, 28) => date(&format!("{year:04}-{month:02}{doubt}")),
                (month, day) => date(&format!("{year:04}-{month:02}-{day:02}{doubt}")),
            },
        )
    };
    (prop::option::of(end()), prop::option::of(end())).prop_map(|window| match window {
        (Some(from), Some(to)) if from.first_day() > to.last_day() => (Some(to), Some(from)),
        window => window,
    })
}

/// Anything that can be searched for, as the state keeps it.
fn query() -> impl Generator<Value = String> {
    prop_oneof![
        1 => Just(String::new()),
        1 => prop_oneof![
            "[a-z éÉœ’&=#%+,;<>\"'`/?]{1,30}",
            "\\PC{1,40}",
            any::<String>(),
            prop::sample::select(vec!["908 M€", "100%", "a&focus=b", "#view=table", "%E9", "1+1", "«\u{202f}x\u{202f}»"])
                .prop_map(str::to_owned),
        ].prop_map(|query| query.trim().to_owned()),
    ]
}

/// Pairs of a host page or of a later version of ours: none is a key we know.
fn unknown() -> impl Generator<Value = Vec<(String, String)>> {
    let pair = ("[a-z_.-]{1,12}", "[A-Za-z0-9_.,;=%-]{0,20}");
    let is_foreign = |(name, _): &(String, String)| Key::parse(name).is_none();
    prop_oneof![
        1 => Just(Vec::new()),
        1 => prop::collection::vec(pair.prop_filter("a key of ours", is_foreign), 1..8),
    ]
}

/// A state that a page can be in, on that page.
fn state() -> impl Generator<Value = (PageDefaults, ViewState)> {
    let strategy = strategy();
    let themes: Vec<_> = strategy.themes().map(|(id, _)| id).collect();
    let budget = (
        place(),
        maybe(strategy.splits().map(|(id, _)| id).collect()),
        maybe(Stage::ALL.to_vec()),
        maybe(Measure::ALL.to_vec()),
        maybe(Coloring::ALL.to_vec()),
    );
    let filter = (
        some_of(themes.clone()),
        some_of(Status::ALL.to_vec()),
        some_of(EventKind::ALL.to_vec()),
        some_of(strategy.actors().map(|(id, _)| id).collect()),
        query(),
    );
    let page = (
        maybe(View::ALL.to_vec()),
        record(),
        maybe(Lang::ALL.to_vec()),
        maybe(Scheme::ALL.to_vec()),
        any::<bool>(),
        unknown(),
    );
    (prop::sample::select(pages()), page, budget, listing(), some_of(themes), window(), filter).prop_map(
        |(defaults, page, budget, listing, lanes, window, filter)| {
            let (view, focus, lang, scheme, is_embedded, unknown) = page;
            let ((scope, at), split, stage, measure, color) = budget;
            let (of, columns, sort) = listing;
            let (from, to) = window;
            let (themes, statuses, kinds, actors, query) = filter;
            let state = ViewState {
                view,
                focus,
                scope,
                at,
                split,
                stage,
                measure,
                color,
                of,
                columns,
                sort,
                lanes,
                from,
                to,
                themes,
                statuses,
                kinds,
                actors,
                query,
                lang,
                scheme,
                is_embedded,
                unknown,
            };
            (defaults, without_defaults(state, defaults, self::strategy()))
        },
    )
}

/// The names in a printed address, in their order.
fn names(hash: &str) -> Vec<&str> {
    hash.split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split('=').next().unwrap_or(pair))
        .collect()
}

fn config(cases: u32) -> Config {
    Config { cases, failure_persistence: None, ..Config::default() }
}

proptest! {
    #![proptest_config(config(2_048))]

    #[test]
    fn what_is_printed_of_a_state_is_read_as_that_state((defaults, state) in state()) {
        let hash = print(&state, strategy());
        let (read, invalid) = parse(&hash, defaults, strategy());
        prop_assert_eq!(invalid, []);
        prop_assert_eq!(&read, &state, "{}", hash);
        // With its `#` it is the same, and what a browser does to an address changes nothing.
        prop_assert_eq!(parse(&format!("#{hash}"), defaults, strategy()).0, state);
        prop_assert!(hash.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"".contains(&byte)), "{}", hash);
    }

    #[test]
    fn keys_are_written_once_and_in_their_order_and_unknown_pairs_after_them((_, state) in state()) {
        let hash = print(&state, strategy());
        let keys: Vec<Option<Key>> = names(&hash).into_iter().map(Key::parse).collect();
        let known: Vec<Key> = keys.iter().copied().flatten().collect();
        prop_assert!(known.is_sorted_by(|a, b| a < b), "{}", hash);
        prop_assert!(keys.iter().skip(known.len()).all(Option::is_none), "{}", hash);
        prop_assert_eq!(keys.len() - known.len(), state.unknown.len());
    }

    #[test]
    fn the_core_gives_back_what_only_the_whole_can_read((defaults, state) in state()) {
        let hash = print(&state, strategy());
        let (early, _) = parse(&hash, defaults, core());
        let (late, invalid) = parse(&print(&early, core()), defaults, strategy());
        prop_assert_eq!(invalid, []);
        prop_assert_eq!(late, state);
    }
}

#[test]
fn the_generated_states_say_something_for_every_key_often_enough_and_focus_on_every_kind() {
    const CASES: usize = 1_000;
    let mut runner = TestRunner::deterministic();
    let generator = state();
    let mut said = vec![0_usize; Key::ALL.len()];
    let (mut unknown, mut both_ends) = (0, 0);
    let mut kinds: Vec<RecordKind> = Vec::new();
    for _ in 0..CASES {
        let (_, state) = generator.new_tree(&mut runner).expect("a state").current();
        let hash = print(&state, strategy());
        for (place, key) in Key::ALL.iter().enumerate() {
            said[place] += usize::from(names(&hash).contains(&key.as_str()));
        }
        unknown += usize::from(!state.unknown.is_empty());
        both_ends += usize::from(state.from.is_some() && state.to.is_some());
        kinds.extend(state.focus.map(RecordId::kind));
    }
    for (&key, count) in Key::ALL.iter().zip(said) {
        // Version 1 is never written.
        let least = if key == Key::Version { 0 } else { CASES / 10 };
        assert!(
            count >= least && (key != Key::Version || count == 0),
            "{} is said {count} times",
            key.as_str()
        );
    }
    assert!(unknown >= CASES / 10 && both_ends >= CASES / 10, "{unknown} {both_ends}");
    let mut all: Vec<RecordKind> = named().into_iter().map(RecordId::kind).collect();
    all.dedup();
    assert!(all.len() >= 12, "{all:?}");
    for kind in all {
        assert!(kinds.contains(&kind), "no state has a {kind:?} open");
    }
}

// ---------------------------------------------------------------- defaults, order, lists

#[test]
fn of_the_state_that_a_page_begins_with_nothing_is_printed_and_nothing_is_that_state() {
    assert_eq!(print(&ViewState::default(), strategy()), "");
    for defaults in pages() {
        for empty in ["", "#", "&", "#&&", "##"] {
            assert_eq!(parse(empty, defaults, strategy()), (ViewState::default(), Vec::new()), "{empty}");
        }
    }
}

#[test]
fn a_default_that_an_address_names_is_no_choice() {
    for defaults in pages() {
        let (view, lang, scheme) = (defaults.view.as_str(), defaults.lang.as_str(), defaults.scheme.as_str());
        let usual: Vec<&str> = Listed::Events.usual_columns().into_iter().map(Column::as_str).collect();
        let usual = usual.join(",");
        let hash = format!(
            "view={view}&scope=relance&at=relance-numerique&split=fibre-par-disponibilite&stage=lfi-2021\
             &measure=amount&color=group&of=events&cols={usual}&lang={lang}&scheme={scheme}"
        );
        assert_eq!(parse(&hash, defaults, strategy()), (ViewState::default(), Vec::new()), "{hash}");
    }
}

#[test]
fn a_default_of_one_page_is_a_choice_on_another() {
    for defaults in pages() {
        for &view in View::ALL {
            let (state, _) = parse(&format!("view={}", view.as_str()), defaults, strategy());
            assert_eq!(state.view, Some(view).filter(|&view| view != defaults.view));
        }
        for &lang in Lang::ALL {
            let (state, _) = parse(&format!("lang={}", lang.as_str()), defaults, strategy());
            assert_eq!(state.lang, Some(lang).filter(|&lang| lang != defaults.lang));
        }
    }
}

#[test]
fn the_top_of_every_budget_is_where_it_begins() {
    for (scope, row) in strategy().scopes() {
        for root in strategy().roots(scope).take(1).filter(|&root| strategy().has_parts(root)) {
            let hash = format!("scope={}&at={}", row.slug, strategy()[root].slug);
            let (state, invalid) = parse(&hash, HOME, strategy());
            assert_eq!((state.at, invalid), (None, Vec::new()), "{hash}");
        }
    }
}

#[test]
fn keys_are_read_in_any_order_and_written_in_one() {
    let written = "view=table&focus=dinum&from=2020&to=2021-06&themes=capacite,donnees&status=past&kinds=law&actors=anssi&q=cloud&lang=en&embed=1&x=1&y";
    let mut pairs: Vec<&str> = written.split('&').collect();
    for _ in 0..pairs.len() {
        pairs.rotate_left(1);
        // Unknown pairs keep the order they came in.
        let mut unknown: Vec<&str> = pairs.iter().copied().filter(|pair| names(pair)[0].len() == 1).collect();
        unknown.retain(|pair| !pair.starts_with("q="));
        let known = written.strip_suffix("&x=1&y").expect("the unknown pairs");
        let (state, invalid) = parse(&pairs.join("&"), HOME, strategy());
        assert_eq!(invalid, []);
        assert_eq!(print(&state, strategy()), format!("{known}&{}", unknown.join("&")));
    }
}

#[test]
fn lists_are_read_in_any_order_each_item_once_and_written_in_order() {
    for (came, written) in [
        ("themes=donnees,capacite,donnees", "themes=capacite,donnees"),
        ("lanes=gouvernance,capacite,gouvernance", "lanes=capacite,gouvernance"),
        ("status=later,past,later,past", "status=past,later"),
        ("kinds=law,decision", "kinds=decision,law"),
        ("cols=sources,date,sources", "cols=date,sources"),
        ("actors=dinum%2Canssi,dinum", "actors=dinum,anssi"),
    ] {
        let (state, invalid) = parse(came, HOME, strategy());
        assert_eq!(invalid, [], "{came}");
        let printed = print(&state, strategy());
        // Actors have the order of the data, whichever that is.
        if came.starts_with("actors") {
            assert_eq!(state.actors.len(), 2);
            assert!(state.actors.is_sorted());
            assert_eq!(parse(&printed, HOME, strategy()).0, state);
        } else {
            assert_eq!(printed, written);
        }
    }
}

#[test]
fn when_a_key_comes_twice_the_last_that_means_something_counts() {
    let state = |hash: &str| parse(hash, HOME, strategy()).0;
    assert_eq!(state("view=table&view=budget").view, Some(View::Budget));
    assert_eq!(state("view=table&view=nowhere").view, Some(View::Table));
    assert_eq!(state("focus=nobody&focus=dinum"), state("focus=dinum"));
    assert_eq!(state("focus=dinum&focus=nobody"), state("focus=dinum"));
}

// ---------------------------------------------------------------- what means nothing

fn said(key: Key, value: &str) -> Vec<InvalidParam> {
    vec![InvalidParam { key, value: value.to_owned() }]
}

#[test]
fn a_value_that_means_nothing_is_the_default_and_is_said() {
    for (key, value) in [
        (Key::View, "nowhere"),
        (Key::Scope, "dinum"),
        (Key::Scope, "nothing"),
        (Key::At, "relance"),
        (Key::Split, "relance-fibre"),
        (Key::Stage, "lfi-1999"),
        (Key::Measure, "weight"),
        (Key::Color, "red"),
        (Key::Lanes, "capacite,nothing"),
        (Key::Of, "nothing"),
        (Key::Columns, "date,nothing"),
        (Key::Sort, "--date"),
        (Key::From, "yesterday"),
        (Key::From, "2020/2021"),
        (Key::To, "2021-13"),
        (Key::Themes, "dinum"),
        (Key::Themes, "capacite,"),
        (Key::Status, "PAST"),
        (Key::Kinds, "law;report"),
        (Key::Lang, "de"),
        (Key::Scheme, "sepia"),
        (Key::Embed, "0"),
    ] {
        let hash = format!("{}={value}", key.as_str());
        assert_eq!(parse(&hash, HOME, strategy()), (ViewState::default(), said(key, value)), "{hash}");
    }
}

#[test]
fn a_record_or_an_actor_that_is_not_known_is_said_and_kept_for_who_knows_more() {
    for (key, value) in [(Key::Focus, "nobody"), (Key::Actors, "dinum,nobody"), (Key::Actors, "relance")] {
        let hash = format!("{}={value}", key.as_str());
        let (state, invalid) = parse(&hash, HOME, strategy());
        assert_eq!(invalid, said(key, value), "{hash}");
        assert_eq!(state.unknown, [(key.as_str().to_owned(), value.to_owned())]);
        assert_eq!(print(&state, strategy()), hash);
    }
}

#[test]
fn the_core_knows_no_actors_and_the_reader_may_go_on_meanwhile() {
    let hash = "themes=capacite&actors=dinum,anssi&focus=dinum";
    let (early, invalid) = parse(hash, HOME, core());
    assert_eq!(invalid.len(), 2, "an actor that is open, and actors to keep");
    // What the reader does meanwhile is not lost either.
    let RecordId::Theme(data) = find("donnees") else { panic!("a theme") };
    let next = Command::ToggleTheme(data).applied(&early, core());
    let printed = print(&next, core());
    assert_eq!(printed, "themes=capacite,donnees&actors=dinum,anssi&focus=dinum");
    let (late, invalid) = parse(&printed, HOME, strategy());
    assert_eq!(invalid, []);
    assert_eq!(late.focus, Some(find("dinum")));
    assert_eq!(late.actors.len(), 2);
    assert_eq!(late.unknown, []);
    // Another record that is opened takes the place of the one that was not known.
    let next = Command::Focus(find("onp-arret")).applied(&early, core());
    assert_eq!(print(&next, core()), "focus=onp-arret&themes=capacite&actors=dinum,anssi");
}

#[test]
fn a_key_without_a_value_says_nothing() {
    for &key in Key::ALL {
        for hash in [key.as_str().to_owned(), format!("{}=", key.as_str())] {
            assert_eq!(parse(&hash, HOME, strategy()), (ViewState::default(), Vec::new()), "{hash}");
        }
    }
}

#[test]
fn what_contradicts_is_given_up_and_said() {
    for (hash, key, value, rest) in [
        // An envelope of another budget, and one that does not open.
        ("at=p363-programme", Key::At, "p363-programme", ""),
        ("scope=p363&at=relance-fibre", Key::At, "relance-fibre", "scope=p363"),
        // A column and an order of another list.
        ("of=actors&cols=kind,amount", Key::Columns, "kind,amount", "of=actors"),
        ("cols=name", Key::Columns, "name", ""),
        ("of=actors&sort=-amount", Key::Sort, "-amount", "of=actors"),
        // A window that ends before it begins is no window.
        ("from=2022&to=2021", Key::To, "2021", ""),
        ("to=2021-06&from=2021-07-01", Key::To, "2021-06", ""),
    ] {
        let (state, invalid) = parse(hash, HOME, strategy());
        assert_eq!(invalid, said(key, value), "{hash}");
        assert_eq!(print(&state, strategy()), rest, "{hash}");
    }
    let leaf = strategy().envelopes().find(|(id, envelope)| {
        RecordId::from(envelope.scope) == find(DEFAULT_SCOPE) && !strategy().has_parts(*id)
    });
    let (_, leaf) = leaf.expect("an envelope without parts");
    let (state, invalid) = parse(&format!("at={}", leaf.slug), HOME, strategy());
    assert_eq!((state, invalid), (ViewState::default(), said(Key::At, &leaf.slug)));
}

#[test]
fn what_only_touches_is_no_contradiction() {
    for hash in ["from=2021&to=2021", "from=2021-06-15&to=2021-06", "of=actors&sort=-name", "sort=sources"] {
        let (state, invalid) = parse(hash, HOME, strategy());
        assert_eq!(invalid, [], "{hash}");
        assert_eq!(print(&state, strategy()), hash);
    }
}

#[test]
fn an_address_is_of_version_one_until_there_is_another() {
    let table = |hash: &str| parse(hash, HOME, strategy());
    for hash in ["view=table", "v=1&view=table", "view=table&v=1", "v=&view=table"] {
        let (state, invalid) = table(hash);
        assert_eq!(invalid, [], "{hash}");
        assert_eq!(print(&state, strategy()), "view=table");
    }
    for version in ["2", "0", "x", "-1", "1.5", "18446744073709551616"] {
        let (state, invalid) = table(&format!("v={version}&view=table"));
        assert_eq!(invalid, said(Key::Version, version));
        assert_eq!(print(&state, strategy()), "view=table");
    }
}

// ---------------------------------------------------------------- what anyone can type

/// What an address of ours is at most: each value and each unknown pair has a greatest length, and so has their number.
const LONGEST_ADDRESS: usize = 200_000;

/// What holds of any hash: it is read without harm, little is said of it, and its state is that of its own address.
fn holds(hash: &str, defaults: PageDefaults, strategy: &Strategy) -> Result<(), String> {
    let (state, invalid) = parse(hash, defaults, strategy);
    let printed = print(&state, strategy);
    if printed.len() > LONGEST_ADDRESS {
        return Err(format!("{} bytes are printed", printed.len()));
    }
    if invalid.len() > Key::ALL.len() + 4 || invalid.iter().any(|note| note.value.len() > 10_000) {
        return Err(format!("{} notes, some perhaps long", invalid.len()));
    }
    let (again, _) = parse(&printed, defaults, strategy);
    if again != state {
        return Err(format!("{printed:?} is read as {again:?} instead of {state:?}"));
    }
    if print(&again, strategy) != printed {
        return Err(format!("{printed:?} is not printed again"));
    }
    Ok(())
}

/// A value that may be one of ours, nearly one, or none at all.
fn junk() -> impl Generator<Value = String> {
    prop_oneof![
        4 => prop::sample::select(named()).prop_map(|id| strategy().slug(id).to_owned()),
        2 => prop::sample::select(vec![
            "", "1", "2", "table", "en", "dark", "past,past", "law,", ",", "%", "%E", "%E9", "%ZZ", "%00", "#", "=", "a=b",
            "+", "2021", "2021-02-30", "2021~", "../2021", "9999", "0000", "-amount", "--", "cols", "\u{0}", "\u{202e}",
        ]).prop_map(str::to_owned),
        2 => any::<String>(),
        1 => "[%0-9A-Fa-f]{0,12}",
        1 => (prop::sample::select(vec!["a", "é", "%20", "%C3%A9", "%FF", " ", "capacite,", "&x=1"]), 0_usize..8_000)
            .prop_map(|(piece, times)| piece.repeat(times)),
    ]
}

/// Pairs of keys of ours and of others with any values.
fn pairs() -> impl Generator<Value = String> {
    let name = prop_oneof![
        6 => prop::sample::select(Key::ALL.to_vec()).prop_map(|key| key.as_str().to_owned()),
        1 => prop::sample::select(vec!["", "#", "##view", "#focus", "%66ocus", "FOCUS", "x", "v", "é"])
            .prop_map(str::to_owned),
        1 => "[a-z#]{0,4}",
    ];
    prop::collection::vec((name, prop_oneof![Just("="), Just(""), Just("==")], junk()), 0..12).prop_map(
        |pairs| {
            pairs
                .into_iter()
                .map(|(name, equals, value)| name + equals + &value)
                .collect::<Vec<_>>()
                .join("&")
        },
    )
}

proptest! {
    #![proptest_config(config(1_024))]

    #[test]
    fn any_text_is_an_address(hash in any::<String>(), defaults in prop::sample::select(pages())) {
        prop_assert_eq!(holds(&hash, defaults, strategy()), Ok(()));
        prop_assert_eq!(holds(&hash, defaults, core()), Ok(()));
    }

    #[test]
    fn real_keys_with_any_values_are_an_address(hash in pairs(), defaults in prop::sample::select(pages())) {
        prop_assert_eq!(holds(&hash, defaults, strategy()), Ok(()));
        prop_assert_eq!(holds(&hash, defaults, core()), Ok(()));
    }
}

#[test]
fn thousands_of_pairs_are_an_address_and_little_is_kept_and_said_of_them() {
    for pair in
        ["x=1", "focus=nobody", "actors=nobody", "view=nowhere", "themes=a,b", "q=é", "v=9", "=", "#", "a"]
    {
        let hash = vec![pair; 5_000].join("&");
        assert_eq!(holds(&hash, HOME, strategy()), Ok(()), "{pair}");
        assert_eq!(holds(&hash, HOME, core()), Ok(()), "{pair}");
        let (state, invalid) = parse(&hash, HOME, strategy());
        assert!(state.unknown.len() <= 20 && invalid.len() <= 1, "{pair}");
    }
}

#[test]
fn a_long_search_is_read_again_and_one_that_is_too_long_is_refused_at_once() {
    for (letter, most) in [("a", 2_000), ("é", 1_000), ("€", 666), ("&", 2_000)] {
        let state = ViewState { query: letter.repeat(most), ..ViewState::default() };
        let (read, invalid) = parse(&print(&state, strategy()), HOME, strategy());
        assert_eq!((read, invalid), (state, Vec::new()), "{most} times {letter}");
        let state = ViewState { query: letter.repeat(most + 1), ..ViewState::default() };
        let (read, invalid) = parse(&print(&state, strategy()), HOME, strategy());
        assert_eq!(read, ViewState::default(), "{letter}");
        assert_eq!(invalid.len(), 1, "{letter}");
        // As it might be typed into the address, not escaped: read by the same measure.
        let (read, _) = parse(&format!("q={}", letter.repeat(most)), HOME, strategy());
        assert_eq!(read.query.is_empty(), letter == "&", "{letter}");
    }
}

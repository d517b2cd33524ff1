//! The address as anyone can type it: defaults, lists, contradictions and junk, on every page, before and after the whole is there.

use jalons::{
    data::package::{core, strategy},
    model::{id::RecordId, strategy::Strategy, text::Lang},
    state::{
        listing::{Column, Listed},
        query::{DEFAULT_SCOPE, InvalidParam, Key, parse, print},
        view_state::{PageDefaults, Scheme, View, ViewState},
    },
};
use proptest::{
    prelude::{Just, Strategy as Generator, any, prop, prop_assert_eq, prop_oneof, proptest},
    test_runner::Config,
};

use super::address::{named, pages};

/// The page that most addresses are of.
const HOME: PageDefaults = PageDefaults { view: View::Timeline, lang: Lang::Fr, scheme: Scheme::Auto };

fn find(slug: &str) -> RecordId {
    strategy().find(slug).unwrap_or_else(|| panic!("there is no {slug}"))
}

/// The names in a printed address, in their order.
fn names(hash: &str) -> Vec<&str> {
    hash.split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split('=').next().unwrap_or(pair))
        .collect()
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
    #![proptest_config(Config { cases: 1_024, failure_persistence: None, ..Config::default() })]

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

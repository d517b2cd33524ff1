//! The snippet of a frame says all that was chosen, and what it says is read back as it was meant.

use jalons::{
    data::package,
    embed::{
        fields::fields,
        pin::pinned,
        snippet::{Choices, HEIGHTS_PX, Page, WIDTHS_PX, address, escaped, snippet, usual_height},
    },
    model::text::Lang,
    state::{
        query::parse,
        view_state::{PageDefaults, Scheme, View, ViewState},
    },
};

const PAGE: PageDefaults = PageDefaults { view: View::Timeline, lang: Lang::Fr, scheme: Scheme::Auto };

fn page(lang: Lang) -> Page {
    Page { address: "https://exemple.fr/a/index.html".to_owned(), lang }
}

fn state(hash: &str) -> ViewState {
    let (state, invalid) = parse(hash, PAGE, package::strategy());
    assert_eq!(invalid, [], "{hash}");
    state
}

/// The hash of the frame of a state.
fn framed(hash: &str, choose: impl FnOnce(&mut Choices)) -> String {
    let mut choices = Choices::of(View::Timeline, Lang::Fr);
    choose(&mut choices);
    let address = address(&choices, &state(hash), &page(Lang::Fr), package::strategy());
    address.strip_prefix("https://exemple.fr/a/index.html#").expect("the page's own address").to_owned()
}

/// The attributes of the one element that a snippet is, as a browser reads them.
fn attributes(html: &str) -> Vec<(String, String)> {
    let inside =
        html.strip_prefix("<iframe ").and_then(|html| html.strip_suffix("></iframe>")).expect("one element");
    let mut parts = inside.split('"');
    let mut attributes = Vec::new();
    while let (Some(name), Some(value)) = (parts.next(), parts.next()) {
        let unescaped =
            value.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        attributes.push((name.trim().trim_end_matches('=').to_owned(), unescaped));
    }
    attributes
}

fn value<'a>(attributes: &'a [(String, String)], name: &str) -> &'a str {
    let found = attributes.iter().find(|(attribute, _)| attribute == name);
    found.map_or_else(|| panic!("there is no {name}"), |(_, value)| value)
}

const RICH: &str = "focus=relance-fibre&from=2020-01&to=2022&themes=capacite&q=fibre";

#[test]
fn a_frame_shows_the_view_that_is_chosen_and_what_of_the_state_is_kept() {
    assert_eq!(framed("", |_| ()), "view=timeline&embed=1");
    assert_eq!(framed("", |choices| choices.view = View::Table), "view=table&embed=1");
    let all = framed(RICH, |_| ());
    assert_eq!(all, format!("view=timeline&{RICH}&embed=1"));
    let without =
        |key: &str| all.split('&').filter(|pair| !pair.starts_with(key)).collect::<Vec<_>>().join("&");
    assert_eq!(framed(RICH, |choices| choices.keeps_record = false), without("focus="));
    assert_eq!(
        framed(RICH, |choices| choices.keeps_period = false),
        all.replace("&from=2020-01&to=2022", ""),
        "the filters stay"
    );
    assert_eq!(
        framed(RICH, |choices| choices.keeps_filters = false),
        all.replace("&themes=capacite&q=fibre", ""),
        "the period stays"
    );
}

#[test]
fn a_frame_speaks_the_language_that_is_chosen_on_whichever_page_it_stands() {
    for (own, chosen, said) in [
        (Lang::Fr, Lang::Fr, ""),
        (Lang::Fr, Lang::En, "&lang=en"),
        (Lang::En, Lang::En, ""),
        (Lang::En, Lang::Fr, "&lang=fr"),
    ] {
        let choices = Choices::of(View::Budget, chosen);
        let address = address(&choices, &ViewState::default(), &page(own), package::strategy());
        assert_eq!(address, format!("https://exemple.fr/a/index.html#view=budget{said}&embed=1"));
    }
}

#[test]
fn colours_and_data_are_said_where_they_are_chosen() {
    assert_eq!(
        framed("scheme=dark", |_| ()),
        "view=timeline&embed=1",
        "the reader's own is not the article's"
    );
    assert_eq!(framed("", |choices| choices.scheme = Scheme::Dark), "view=timeline&scheme=dark&embed=1");
    let version = &package::strategy().about().version;
    let hash = framed("", |choices| choices.is_pinned = true);
    assert_eq!(hash, format!("view=timeline&embed=1&data={version}"));
    assert_eq!(pinned(&state(&hash)).as_ref(), Some(version));
    assert_eq!(framed(&hash, |_| ()), "view=timeline&embed=1", "latest again");
}

#[test]
fn every_frame_is_read_back_as_it_was_meant() {
    for &view in View::ALL {
        for &lang in Lang::ALL {
            for &scheme in Scheme::ALL {
                let hash = framed(RICH, |choices| {
                    (choices.view, choices.lang, choices.scheme) = (view, lang, scheme);
                });
                let read = state(&hash);
                assert!(read.is_embedded, "{hash}");
                assert_eq!(read.view.unwrap_or(PAGE.view), view, "{hash}");
                assert_eq!(read.lang.unwrap_or(PAGE.lang), lang, "{hash}");
                assert_eq!(read.scheme.unwrap_or(PAGE.scheme), scheme, "{hash}");
                assert_eq!(read.focus, state(RICH).focus, "{hash}");
            }
        }
    }
}

#[test]
fn the_snippet_is_one_element_that_needs_nothing_of_its_host() {
    let html = snippet(&Choices::of(View::Budget, Lang::Fr), "https://exemple.fr/#view=budget&embed=1");
    let attributes = attributes(&html);
    assert_eq!(value(&attributes, "src"), "https://exemple.fr/#view=budget&embed=1");
    assert_eq!(value(&attributes, "title"), "Budgets — Où en est la stratégie numérique publique\u{202f}?");
    assert_eq!(value(&attributes, "loading"), "lazy");
    assert_eq!(value(&attributes, "allow"), "clipboard-write; web-share; fullscreen");
    assert_eq!(
        value(&attributes, "sandbox"),
        "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads"
    );
    assert_eq!(value(&attributes, "width"), "100%");
    assert!(!html.contains("<script") && !html.contains("style="), "{html}");
}

#[test]
fn sizes_are_those_that_were_asked_for_or_suit_the_view() {
    let sizes = |view: View, width: Option<u32>, height: Option<u32>| {
        let choices = Choices { width, height, ..Choices::of(view, Lang::En) };
        let attributes = attributes(&snippet(&choices, ""));
        (value(&attributes, "width").to_owned(), value(&attributes, "height").to_owned())
    };
    assert_eq!(sizes(View::Timeline, Some(480), Some(500)), ("480".to_owned(), "500".to_owned()));
    assert_eq!(sizes(View::Timeline, None, Some(500)).0, "100%");
    for &view in View::ALL {
        for width in [WIDTHS_PX.0, 640, 700, WIDTHS_PX.1] {
            let usual = usual_height(view, width);
            assert!((HEIGHTS_PX.0..=HEIGHTS_PX.1).contains(&usual));
            assert_eq!(sizes(view, Some(width), None).1, usual.to_string());
        }
    }
}

#[test]
fn each_field_of_the_form_changes_its_choice_and_nonsense_changes_nothing() {
    let first = Choices::of(View::Timeline, Lang::Fr);
    let chosen = |field: &str, value: &str, is_checked: bool| {
        let mut choices = first.clone();
        choices.choose(field, value, is_checked);
        choices
    };
    assert_eq!(chosen("view", "table", false), Choices { view: View::Table, ..first.clone() });
    assert_eq!(chosen("lang", "en", false), Choices { lang: Lang::En, ..first.clone() });
    assert_eq!(chosen("scheme", "dark", false), Choices { scheme: Scheme::Dark, ..first.clone() });
    assert_eq!(chosen("record", "", false), Choices { keeps_record: false, ..first.clone() });
    assert_eq!(chosen("filters", "", false), Choices { keeps_filters: false, ..first.clone() });
    assert_eq!(chosen("period", "", false), Choices { keeps_period: false, ..first.clone() });
    assert_eq!(chosen("data", "pinned", true), Choices { is_pinned: true, ..first.clone() });
    assert_eq!(chosen("width", " 500 ", false), Choices { width: Some(500), ..first.clone() });
    assert_eq!(chosen("width", "12", false).width, Some(WIDTHS_PX.0));
    assert_eq!(chosen("height", "999999", false).height, Some(HEIGHTS_PX.1));
    for (field, value) in [
        ("view", "nowhere"),
        ("lang", ""),
        ("scheme", "x"),
        ("width", "wide"),
        ("width", ""),
        ("height", "-1"),
        ("data", "latest"),
        ("record ", ""),
        ("", ""),
    ] {
        assert_eq!(chosen(field, value, true), first, "{field}={value}");
    }
}

#[test]
fn the_form_offers_what_there_is_to_keep_and_escapes_it() {
    let strategy = package::strategy();
    let offered =
        |hash: &str, lang: Lang| fields(&Choices::of(View::Budget, lang), &state(hash), strategy, lang);
    for (hash, kept) in
        [("", 0), ("focus=relance-fibre", 1), ("from=2021", 1), ("q=x&from=2021", 2), (RICH, 3)]
    {
        assert_eq!(offered(hash, Lang::Fr).matches("checkbox").count(), kept, "{hash}");
    }
    for &lang in Lang::ALL {
        let markup = offered(RICH, lang);
        assert!(markup.contains("<option value=\"budget\" selected>"), "{markup}");
        assert!(markup.contains(&strategy.about().version), "{markup}");
        assert_eq!(markup.matches("<label").count(), markup.matches("</label>").count());
        assert!(!markup.contains("style="), "{markup}");
    }
    // Every title of a record is text and nothing else.
    for (id, _) in strategy.events() {
        let hash = format!("focus={}", strategy.slug(id.into()));
        let markup = offered(&hash, Lang::Fr);
        assert_eq!(
            markup.matches('<').count(),
            offered("from=2021", Lang::Fr).matches('<').count(),
            "{hash}"
        );
    }
}

#[test]
fn nothing_in_an_address_leaves_its_attribute() {
    let hostile = r#"https://exemple.fr/"><script>alert('&quot;')</script>&amp;#q=a&b"#;
    let html = snippet(&Choices::of(View::Table, Lang::En), hostile);
    assert_eq!(html.matches('<').count(), 2, "{html}");
    assert_eq!(value(&attributes(&html), "src"), hostile);
    assert_eq!(escaped("« l’\"un\" & <l'autre> »"), "« l’&quot;un&quot; &amp; &lt;l'autre&gt; »");
}

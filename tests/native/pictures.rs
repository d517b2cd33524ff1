//! Pictures that leave the explorer: files of their own that any program reads, with every word inside and none on another.

use std::{fmt::Write as _, sync::OnceLock};

use jalons::{
    budget::editions,
    data::package,
    export::{Pictured, Request, Size, Tint, caption, description, svg},
    i18n::format::capitalised,
    model::{id::RecordId, panorama, strategy::Strategy, text::Lang},
    state::{
        filter::Found,
        query,
        view_state::{PageDefaults, Scheme, View, ViewState},
    },
    text_metrics::{TextMetrics, Weight},
};
use roxmltree::{Document, Node};

/// The states that are drawn: what an address says of a view.
const TIMELINES: [&str; 10] = [
    "",
    "from=2013-01-01&to=2023-12-31",
    "from=2021-11-20&to=2022-01-10",
    "lanes=gouvernance,donnees&from=2019-01-01&to=2023-06-30",
    "themes=souverainete,donnees&status=past,announced&kinds=report,law",
    "actors=dinum",
    "lanes=projets",
    "lanes=projets&order=slip&from=1999-01-01&to=2035-12-31",
    "lanes=projets&order=cost&actors=dinum",
    "focus=rapport-bothorel&q=un%20mot%20qui%20se%20cherche",
];
const BUDGETS: [&str; 12] = [
    "",
    "split=fibre-par-origine",
    "at=relance-collectivites&focus=collectivites-outils",
    "scope=cloud",
    "scope=cloud&at=cloud-public&split=cloud-public-par-annee",
    "scope=projets",
    "scope=projets&color=phase&themes=gouvernance",
    "scope=projets&at=projets-int",
    "scope=projets&edition=edition-06&color=change",
    "scope=projets&edition=edition-01",
    "scope=projets&only=far-higher&color=change",
    "scope=p363&stage=executed-2021&measure=payment",
];
const SIZES: [Size; 8] = [
    Size::OfWidth(600.0),
    Size::OfWidth(760.0),
    Size::OfWidth(1_000.0),
    Size::OfWidth(1_600.0),
    Size::Exactly(1_200.0, 630.0),
    Size::Exactly(800.0, 800.0),
    Size::Exactly(600.0, 315.0),
    Size::Exactly(320.0, 640.0),
];
const ADDRESS: &str = "https://jalons.example.org/en/index.html#view=budget";

fn state(hash: &str) -> ViewState {
    let defaults = PageDefaults { view: View::Timeline, lang: Lang::Fr, scheme: Scheme::Auto };
    let (state, invalid) = query::parse(hash, defaults, package::strategy());
    assert!(invalid.is_empty(), "{hash}: {invalid:?}");
    state
}

fn request(pictured: Pictured, lang: Lang, state: &ViewState, size: Size) -> Request<'_> {
    Request {
        pictured,
        lang,
        tint: Tint::Light,
        state,
        found: None,
        has_turning_points_only: false,
        size,
        address: Some(ADDRESS),
    }
}

fn drawn(request: &Request) -> String {
    svg(package::strategy(), request, &TextMetrics::cautious())
}

/// A picture of the tables above.
struct Picture {
    name: String,
    request: Request<'static>,
    svg: String,
}

/// Every one of them, drawn once for all tests.
fn pictures() -> &'static [Picture] {
    static PICTURES: OnceLock<Vec<Picture>> = OnceLock::new();
    PICTURES.get_or_init(|| {
        let views = [(Pictured::Timeline, &TIMELINES[..]), (Pictured::Budget, &BUDGETS[..])];
        let mut pictures = Vec::new();
        let states = views.into_iter().flat_map(|(view, hashes)| hashes.iter().map(move |hash| (view, hash)));
        for (place, (pictured, hash)) in states.enumerate() {
            let state: &'static ViewState = Box::leak(Box::new(state(hash)));
            // The map of all editions is looked for anew at each size, which takes a second unoptimised: its states
            // share the sizes among them.
            let sizes = SIZES.into_iter().enumerate();
            let sizes = sizes.filter(|(size, _)| !hash.contains("scope=projets") || (place + size) % 2 == 0);
            for (_, size) in sizes {
                for lang in [Lang::Fr, Lang::En] {
                    let all = request(pictured, lang, state, size);
                    let turning = Request { has_turning_points_only: true, ..all };
                    let has_both = pictured == Pictured::Timeline && hash.is_empty();
                    for request in [Some(all), has_both.then_some(turning)].into_iter().flatten() {
                        let turning = if request.has_turning_points_only { ", turning points" } else { "" };
                        let name = format!("{pictured:?} #{hash} {size:?} {lang:?}{turning}");
                        pictures.push(Picture { name, request, svg: drawn(&request) });
                    }
                }
            }
        }
        pictures
    })
}

fn parsed(svg: &str) -> Document<'_> {
    Document::parse(svg).unwrap_or_else(|error| panic!("not well-formed: {error}\n{svg}"))
}

/// A line of text with the box that it takes.
#[derive(Debug)]
struct Line {
    text: String,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

fn number(node: Node, name: &str) -> f64 {
    node.attribute(name).and_then(|value| value.parse().ok()).unwrap_or(0.0)
}

/// How far the groups around a node move it.
fn offset(node: Node) -> (f64, f64) {
    let moves = node.ancestors().filter_map(|around| around.attribute("transform"));
    moves.fold((0.0, 0.0), |(x, y), transform| {
        let inside = transform.strip_prefix("translate(").and_then(|rest| rest.strip_suffix(')'));
        let (dx, dy) =
            inside.and_then(|inside| inside.split_once(' ')).unwrap_or_else(|| panic!("{transform}"));
        (x + dx.parse::<f64>().expect("a number"), y + dy.parse::<f64>().expect("a number"))
    })
}

/// The texts that are read; halos are not.
fn lines(document: &Document) -> Vec<Line> {
    let metrics = TextMetrics::cautious();
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    let read = texts.filter(|node| node.attribute("aria-hidden").is_none());
    read.map(|node| {
        let size = number(node, "font-size");
        assert!(size >= 11.0, "small words: {:?}", node.attribute("font-size"));
        let is_bold = |node: Node| node.attribute("font-weight").is_some();
        let (mut text, mut width) = (String::new(), 0.0);
        for piece in node.descendants().filter(Node::is_text) {
            let bold = piece.ancestors().take_while(|around| *around != node).any(is_bold) || is_bold(node);
            let weight = if bold { Weight::Bold } else { Weight::Regular };
            let words = piece.text().unwrap_or_default();
            width += metrics.width_px(words, weight, size);
            text.push_str(words);
        }
        let (dx, dy) = offset(node);
        let (x, y) = (number(node, "x") + dx, number(node, "y") + dy);
        let left = match node.attribute("text-anchor") {
            None => x,
            Some("middle") => x - width / 2.0,
            Some("end") => x - width,
            other => panic!("{other:?}"),
        };
        Line { text, left, right: left + width, top: y - 0.75 * size, bottom: y + 0.2 * size }
    })
    .collect()
}

fn texts(svg: &str) -> String {
    lines(&parsed(svg)).into_iter().map(|line| line.text).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_word_lies_inside_the_picture_and_on_no_other() {
    for Picture { name, svg, .. } in pictures() {
        let document = parsed(svg);
        let root = document.root_element();
        let bounds: Vec<f64> =
            root.attribute("viewBox").expect("a view box").split(' ').map(|n| n.parse().expect(n)).collect();
        let lines = lines(&document);
        assert!(lines.len() > 8, "{name}: the words were found");
        for (place, a) in lines.iter().enumerate() {
            let is_inside =
                a.left >= 0.0 && a.right <= bounds[2] + 0.1 && a.top >= 0.0 && a.bottom <= bounds[3];
            assert!(is_inside, "{name}: {a:?} leaves {bounds:?}");
            for b in &lines[place + 1..] {
                let apart = a.right <= b.left + 0.2
                    || b.right <= a.left + 0.2
                    || a.bottom <= b.top + 0.2
                    || b.bottom <= a.top + 0.2;
                assert!(apart, "{name}: {a:?} on {b:?}");
            }
        }
    }
}

#[test]
fn a_picture_is_a_file_of_its_own() {
    for Picture { name, request, svg } in pictures() {
        let document = parsed(svg);
        let root = document.root_element();
        assert_eq!(root.attribute("role"), Some("img"), "{name}");
        assert_eq!(root.attribute("lang"), Some(request.lang.as_str()), "{name}");
        assert_eq!(number(root, "width"), request.width_px(), "{name}");
        if let Some(height) = request.height_px() {
            assert_eq!(number(root, "height"), height, "{name}");
        }
        for first in ["title", "desc"] {
            let said = root.children().find(|node| node.has_tag_name(first)).and_then(|node| node.text());
            assert!(said.is_some_and(|said| said.len() > 5), "{name}: no {first}");
        }
        for node in document.descendants().filter(Node::is_element) {
            let tag = node.tag_name().name();
            assert!(
                ["svg", "title", "desc", "g", "rect", "path", "circle", "text", "tspan", "defs", "pattern"]
                    .contains(&tag),
                "{name}: <{tag}>"
            );
            for attribute in node.attributes() {
                let (key, value) = (attribute.name(), attribute.value());
                assert!(!["class", "style", "href"].contains(&key), "{name}: {key}={value:?}");
                assert!(!value.contains("var("), "{name}: {key}={value:?}");
                // What fills a shape is in the same file.
                let fills = value.strip_prefix("url(#").and_then(|rest| rest.strip_suffix(')'));
                let is_there = |id| document.descendants().any(|node| node.attribute("id") == Some(id));
                assert!(!value.contains("url(") || fills.is_some_and(is_there), "{name}: {key}={value:?}");
            }
            // What has no look of its own would be a black shape.
            if ["rect", "path", "circle", "text"].contains(&tag) {
                assert!(node.has_attribute("fill"), "{name}: {node:?} has no look");
            }
        }
    }
}

#[test]
fn the_same_request_gives_the_same_bytes() {
    for pictured in [Pictured::Timeline, Pictured::Budget] {
        let state = state("");
        let request = request(pictured, Lang::Fr, &state, Size::OfWidth(900.0));
        assert_eq!(drawn(&request), drawn(&request));
        assert_ne!(drawn(&request), drawn(&Request { tint: Tint::Dark, ..request }));
    }
}

#[test]
fn a_picture_says_what_it_shows_and_where_it_comes_from() {
    let unbroken = |svg: &str| texts(svg).replace('\n', " ").replace(['\u{202f}', '\u{a0}'], " ");
    let empty = state("");
    let timeline = unbroken(&drawn(&request(Pictured::Timeline, Lang::Fr, &empty, Size::OfWidth(900.0))));
    for words in [
        "Où en est la stratégie numérique publique ?",
        "61 jalons sur 79, du 28 mai 2020 au 20 mai 2022",
        "Source : Cercle de la réforme de l’État, note du 12 décembre 2021",
        &format!("données version {} du 24 novembre 2026", package::strategy().about().version),
        "Licence Ouverte 2.0",
        "jalons.example.org/en",
        "avait eu lieu",
        "annoncé ou ultérieur",
        "jalons non dessinés",
        "Souveraineté",
        "Note · 12 déc. 2021",
    ] {
        assert!(timeline.contains(words), "{words}\nin {timeline}");
    }
    let budget = unbroken(&drawn(&request(Pictured::Budget, Lang::En, &empty, Size::OfWidth(900.0))));
    for words in [
        "Digital credits in the recovery plan",
        "€908m = 570 + 250 + 88",
        "Public money · as of 12 December 2021",
        "Fibre: by availability",
        "attributed share (8 October 2021)",
        "The areas add up to the stated total.",
        "Different scopes are never added together.",
        "Source: Cercle de la réforme de l’État, note of 12 December 2021",
        "Shared tools",
        "€30m",
    ] {
        assert!(budget.contains(words), "{words}\nin {budget}");
    }
}

#[test]
fn what_is_chosen_is_said() {
    let filtered = state("themes=donnees&status=announced&kinds=law&from=2022-01-01&to=2022-12-31");
    let timeline = texts(&drawn(&request(Pictured::Timeline, Lang::Fr, &filtered, Size::OfWidth(1_200.0))));
    let sentence =
        "1 jalon sur 79, du 1er janv. 2022 au 31 déc. 2022, thème Données, statut annoncé, nature loi";
    assert!(timeline.contains(sentence), "{timeline}");
    assert!(timeline.contains("Loi 3DS promulguée") && !timeline.contains("Rapport Bothorel"));

    let voted = state("scope=p363&stage=plf-2022&measure=payment");
    let budget = texts(&drawn(&request(Pictured::Budget, Lang::Fr, &voted, Size::OfWidth(1_200.0))));
    assert!(budget.contains("Crédits votés · projet de loi de finances 2022 · paiements (CP)"), "{budget}");

    let found = Found { query: "bothorel".to_owned(), records: records(&["rapport-bothorel"]) };
    let searched = state("q=bothorel");
    let request = Request {
        found: Some(&found),
        ..request(Pictured::Timeline, Lang::En, &searched, Size::OfWidth(1_200.0))
    };
    let timeline = texts(&drawn(&request));
    assert!(timeline.contains("1 milestone of 79") && timeline.contains("search “bothorel”"), "{timeline}");
}

fn records(slugs: &[&str]) -> Vec<RecordId> {
    slugs.iter().map(|slug| package::strategy().find(slug).unwrap_or_else(|| panic!("{slug}"))).collect()
}

/// Titles that are drawn and counts that stand for the others make all events of the strategy.
#[test]
fn no_milestone_is_lost_between_labels_and_counts() {
    let strategy: &Strategy = package::strategy();
    for hash in ["", "from=2013-01-01&to=2023-12-31", "lanes=gouvernance"] {
        let state = state(hash);
        for size in SIZES {
            // In an opened lane a title wider than the canvas leaves its mark alone.
            if !state.lanes.is_empty() && size != Size::OfWidth(1_000.0) {
                continue;
            }
            let svg = drawn(&request(Pictured::Timeline, Lang::Fr, &state, size));
            let document = parsed(&svg);
            let (mut titles, mut counted) = (0, 0);
            for line in lines(&document) {
                titles += usize::from(strategy.events().any(|(_, event)| event.title.fr == line.text));
                let count = line.text.trim_start_matches(['+', '‹', ' ']).trim_end_matches([' ', '›']);
                if count != line.text {
                    counted += count.parse::<usize>().unwrap_or(0);
                }
            }
            // One count is the sample of the legend.
            assert_eq!(titles + counted - 2, strategy.events().count(), "{hash} {size:?}");
        }
    }
}

/// The group of projects is drawn as it is seen: closed not at all, open with every project that the filter keeps.
#[test]
fn the_projects_are_drawn_once_their_group_is_open() {
    let strategy = package::strategy();
    let edition = panorama::default_edition(strategy).expect("a table");
    let names: Vec<&str> =
        panorama::table(strategy, edition).map(|line| strategy[line.project].label.as_str()).collect();
    let said = |hash: &str, size| {
        let state = state(hash);
        texts(&drawn(&request(Pictured::Timeline, Lang::Fr, &state, size)))
    };
    let wide = Size::OfWidth(1_000.0);
    let named = |said: &str| {
        let lines: Vec<&str> = said.lines().map(|line| line.trim_matches(['‹', '›', ' '])).collect();
        names.iter().filter(|name| lines.contains(name)).count()
    };
    assert_eq!(named(&said("", wide)), 0);
    let open = said("lanes=projets", wide);
    assert_eq!(named(&open), names.len());
    for words in ["Grands projets numériques de l’État", "n’est pas un dépassement", "fin prévue non publiée"]
    {
        assert!(open.replace('\n', " ").contains(words), "{words} in {open}");
    }
    let kept = named(&said("lanes=projets&actors=dinum", wide));
    assert!(kept < names.len(), "the filter leaves some out");
    let (searched, found) =
        (state("lanes=projets&q=rien"), Found { query: "rien".to_owned(), records: Vec::new() });
    let none = Request { found: Some(&found), ..request(Pictured::Timeline, Lang::Fr, &searched, wide) };
    let none = texts(&drawn(&none)).replace('\n', " ");
    assert_eq!(named(&none), 0, "{none}");
    assert!(none.contains("Le filtre n’en garde aucun"), "{none}");
    assert_eq!(none.matches("Note · 12 déc. 2021").count(), 1, "no axis without bars: {none}");
    // Too many rows to be read in so little height.
    assert_eq!(named(&said("lanes=projets", Size::Exactly(1_200.0, 630.0))), 0);
}

#[test]
fn an_edition_is_drawn_as_it_is_shown_and_one_without_a_table_says_so() {
    let strategy = package::strategy();
    let size = Size::OfWidth(1_000.0);
    let said = |hash: &str| {
        let state = state(hash);
        texts(&drawn(&request(Pictured::Budget, Lang::Fr, &state, size))).replace('\n', " ")
    };
    let tables = panorama::editions_with_table(strategy);
    for &edition in &tables {
        let said = said(&format!("scope=projets&edition={}", strategy.slug(edition.into())));
        assert!(said.contains(&capitalised(&editions::name(strategy, edition, Lang::Fr))), "{said}");
        assert!(said.contains("Périmètre modifié"), "{said}");
    }
    let (without, _) = strategy.editions().find(|(id, _)| !tables.contains(id)).expect("one without a table");
    let said = said(&format!("scope=projets&edition={}", strategy.slug(without.into())));
    assert!(said.contains("Rien n’est déduit des éditions voisines"), "{said}");
    assert!(!said.contains("dont les coûts font"), "{said}");
}

#[test]
fn what_no_part_accounts_for_and_what_is_not_published_are_told() {
    let strategy = package::strategy();
    let projects = state("scope=projets");
    let svg = drawn(&request(Pictured::Budget, Lang::Fr, &projects, Size::OfWidth(1_000.0)));
    let said = texts(&svg).replace('\n', " ");
    let listed = said.split("Sans surface (coût non publié)").nth(1).unwrap_or_default();
    assert!(listed.contains("PNIJ NG (ANTENJ)"), "{said}");
    assert!(said.contains("Trop petits pour leur nom"), "{said}");

    let with_rest = strategy
        .envelopes()
        .find(|&(id, _)| strategy.has_parts(id) && strategy.unallocated(id, None).is_some());
    if let Some((id, envelope)) = with_rest {
        let mut state = ViewState { scope: Some(envelope.scope), ..ViewState::default() };
        state.at = Some(id);
        let svg = drawn(&request(Pictured::Budget, Lang::Fr, &state, Size::OfWidth(1_000.0)));
        assert!(texts(&svg).contains("non ventilé"), "{}", envelope.slug);
    }
}

#[test]
fn words_from_outside_stay_words() {
    let hostile = "<script>alert(1)</script>&\"'\u{1}\u{fffe}\u{202e}]]>🙂 ".repeat(400);
    let mut searched = state("");
    searched.query = hostile.clone();
    let address = format!("https://example.org/{hostile}");
    for pictured in [Pictured::Timeline, Pictured::Budget] {
        for size in SIZES {
            let request = Request { address: Some(&address), ..request(pictured, Lang::Fr, &searched, size) };
            let svg = drawn(&request);
            let document = parsed(&svg);
            assert!(!svg.contains("<script"), "{size:?}");
            let height = number(document.root_element(), "height");
            assert!(request.height_px().is_some() || height < 1_600.0, "{size:?} is {height} high");
            if pictured == Pictured::Timeline {
                let said = texts(&svg).replace('\n', " ");
                assert!(said.contains("<script>"), "{size:?}: {said}");
            }
        }
    }
}

#[test]
fn what_is_open_is_marked() {
    let count = |hash: &str, pictured| {
        let state = state(hash);
        let svg = drawn(&request(pictured, Lang::Fr, &state, Size::OfWidth(1_000.0)));
        let document = parsed(&svg);
        let ringed = document.descendants().filter(|node| {
            ["path", "rect"].contains(&node.tag_name().name())
                && node.attribute("stroke") == Some("#16202c")
                && ["2", "2.5"].contains(&node.attribute("stroke-width").unwrap_or_default())
                && node.attribute("stroke-opacity").is_none()
        });
        ringed.count()
    };
    assert_eq!(count("", Pictured::Timeline), 0);
    assert_eq!(count("focus=rapport-bothorel", Pictured::Timeline), 1);
    assert_eq!(count("", Pictured::Budget), 0);
    assert_eq!(count("focus=collectivites-outils", Pictured::Budget), 1);
}

#[test]
fn a_legend_explains_what_is_there_and_no_more() {
    let said = |hash: &str| {
        let state = state(hash);
        texts(&drawn(&request(Pictured::Timeline, Lang::En, &state, Size::OfWidth(1_200.0))))
    };
    let past = said("status=past&kinds=report");
    assert!(past.contains("had happened") && !past.contains("announced or later"), "{past}");
    let whole = said("");
    assert!(whole.contains("announced or later") && whole.contains("approximate date"), "{whole}");
    let before = said("from=2019-01-01&to=2020-12-31");
    assert!(!before.contains("beyond: not yet known"), "{before}");
}

#[test]
fn the_picture_of_the_site_shows_all_turning_points() {
    let strategy = package::strategy();
    let state = ViewState::default();
    for lang in [Lang::Fr, Lang::En] {
        let request = Request::open_graph(lang, &state, Some("https://example.org/"));
        let said = texts(&drawn(&request));
        for (_, event) in strategy.events().filter(|(_, event)| event.importance == 3) {
            assert!(said.lines().any(|line| line == event.title.get(lang)), "{}\n{said}", event.slug);
        }
        assert!(said.contains("example.org"));
    }
}

#[test]
fn a_caption_names_the_view_its_source_its_date_and_its_link() {
    let empty = state("");
    let metrics = TextMetrics::cautious();
    let of = |pictured, lang| {
        let request = request(pictured, lang, &empty, Size::OfWidth(900.0));
        caption(package::strategy(), &request, &metrics).replace(['\u{202f}', '\u{a0}'], " ")
    };
    let version = &package::strategy().about().version;
    assert_eq!(
        of(Pictured::Timeline, Lang::Fr),
        format!(
            "Où en est la stratégie numérique publique ?\n\
             61 jalons sur 79, du 28 mai 2020 au 20 mai 2022.\n\
             Source : Cercle de la réforme de l’État, note du 12 décembre 2021, et sources publiques citées. \
             Jalons, données version {version} du 24 novembre 2026, compilation sous Licence Ouverte 2.0.\n\
             {ADDRESS}"
        )
    );
    assert_eq!(
        of(Pictured::Budget, Lang::En),
        format!(
            "Digital credits in the recovery plan\n\
             €908m = 570 + 250 + 88 · Public money · as of 12 December 2021 · Fibre: by availability.\n\
             Source: Cercle de la réforme de l’État, note of 12 December 2021, and the public sources cited. \
             Jalons, data version {version} of 24 November 2026, compilation under Licence Ouverte 2.0.\n\
             {ADDRESS}"
        )
    );
    let request =
        Request { address: None, ..request(Pictured::Budget, Lang::En, &empty, Size::OfWidth(900.0)) };
    assert!(!caption(package::strategy(), &request, &metrics).contains("http"));
}

#[test]
fn a_description_tells_the_parts_or_the_turning_points() {
    let empty = state("");
    let metrics = TextMetrics::cautious();
    let mut said = String::new();
    for pictured in [Pictured::Timeline, Pictured::Budget] {
        let request = request(pictured, Lang::Fr, &empty, Size::OfWidth(900.0));
        let _ = writeln!(said, "{}", description(package::strategy(), &request, &metrics));
    }
    let said = said.replace(['\u{202f}', '\u{a0}'], " ");
    for words in [
        "Révolution des données : 9 jalons",
        "Rapport Bothorel sur la donnée (23 décembre 2020)",
        "Fibre : 570 M€ (62,8 %) ; Inclusion numérique : 250 M€ (27,5 %)",
    ] {
        assert!(said.contains(words), "{words}\nin {said}");
    }
}

//! Sheets to print: nothing is lost between them, each holds what it promises, the same order gives the same sheets.

use std::collections::BTreeSet;

use jalons::{
    data::package::{prose, strategy},
    export::timeline_sheets::sections,
    model::{
        date::{Date, Day},
        id::EventId,
        panorama,
        relations::Relations,
        text::{Lang, ProseId},
    },
    sheets::{Paper, Sheets, document, of_view::Order, paper::MARGIN_MM},
    state::{
        listing::Listed,
        view_state::{Lane, ProjectOrder, View, ViewState},
    },
    text_metrics::TextMetrics,
    timeline::{
        lanes::lanes,
        placed::{Frame, PlacedTimeline, place},
        projects::{
            blocks::blocks,
            lines::{lines as project_lines, ordered},
            placed::{PlacedProjects, Room, place as place_projects, reach},
        },
        scale::{TimeScale, extent},
    },
};

fn on_paper(view: View, listed: Listed, paper: Paper, lang: Lang, state: &ViewState) -> Sheets {
    let scope = strategy().scopes().next().map(|(id, _)| id);
    let address = Some("https://example.org/jalons/");
    let order = Order { view, listed, state, scope, found: None, lang, address };
    let said = |text: ProseId| prose(lang).get(text).map(str::to_owned);
    let relations = Relations::of(strategy());
    Sheets::of(strategy(), &relations, order, paper, &TextMetrics::cautious(), &said)
}

/// All events in opened lanes: as many rows as it takes.
fn whole() -> PlacedTimeline {
    let dates: Vec<_> = strategy().events().map(|(id, _)| strategy().span(id)).collect();
    let metrics = TextMetrics::cautious();
    let frame = Frame {
        scale: TimeScale { window: extent(&dates), width_px: 900.0 },
        lang: Lang::Fr,
        metrics: &metrics,
        most_rows: usize::MAX,
        counts_beyond: false,
    };
    place(&lanes(strategy(), &[], |_| true), frame)
}

#[test]
fn cut_into_sheets_every_event_is_on_one_and_no_sheet_is_too_high() {
    let placed = whole();
    for height in [90.0, 150.0, 300.0, 700.0, 5_000.0] {
        let sections = sections(&placed, height);
        let mut seen: Vec<EventId> = Vec::new();
        for section in &sections {
            assert!(section.height <= height, "{} of {height}", section.height);
            assert!(!section.lanes.is_empty(), "an empty sheet of {height}");
            for mark in &section.marks {
                let lane = &section.lanes[mark.lane];
                assert!(mark.y > lane.y && mark.y < lane.y + lane.height, "{mark:?} is in {lane:?}");
                seen.push(mark.event);
            }
            seen.extend(section.stubs.iter().flat_map(|stub| &stub.named));
        }
        assert_eq!(seen.len(), strategy().events().count());
        assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), seen.len(), "each is on one sheet");
    }
    assert_eq!(sections(&placed, 5_000.0).len(), 1, "what has room is not cut");
}

#[test]
fn a_period_and_the_rows_of_a_screen_do_not_bound_a_printed_timeline() {
    let state = ViewState { from: Some(Date::from_day(Day::from_civil(2021, 1, 1))), ..ViewState::default() };
    for (paper, lang) in [(Paper::A4, Lang::Fr), (Paper::A3, Lang::En)] {
        let sheets = on_paper(View::Timeline, Listed::Events, paper, lang, &state);
        let drawn = sheets.drawings.concat();
        for (_, event) in strategy().events() {
            let title = event.title.get(lang);
            let escaped = title.replace('&', "&amp;");
            assert!(drawn.contains(&escaped), "{title} is on no sheet");
            assert!(sheets.table.contains(&escaped), "{title} is in no row");
        }
        let count = sheets.drawings.len();
        for (place, drawing) in sheets.drawings.iter().enumerate() {
            let number = match lang {
                Lang::Fr => format!("feuille {} sur {count}", place + 1),
                Lang::En => format!("sheet {} of {count}", place + 1),
            };
            assert!(drawing.contains(&number), "{number}");
            roxmltree::Document::parse(drawing).expect("a sheet is well-formed");
        }
    }
    let count = |paper| on_paper(View::Timeline, Listed::Events, paper, Lang::Fr, &state).drawings.len();
    assert!(count(Paper::A3) <= count(Paper::A4), "a larger sheet holds more");
}

/// After the events, every project of an open group is on one sheet, however many sheets that takes.
#[test]
fn the_projects_of_an_open_group_are_printed_too() {
    let edition = panorama::default_edition(strategy()).expect("a table");
    for &order in ProjectOrder::ALL {
        let state = ViewState { lanes: vec![Lane::Projects], order: Some(order), ..ViewState::default() };
        let sheets = on_paper(View::Timeline, Listed::Events, Paper::A4, Lang::Fr, &state).drawings;
        let closed = on_paper(View::Timeline, Listed::Events, Paper::A4, Lang::Fr, &ViewState::default());
        assert!(sheets.len() > closed.drawings.len() + 1, "{order:?}: more than fits on one sheet");
        for line in panorama::table(strategy(), edition) {
            let name = format!(">{}<", strategy()[line.project].label.replace('&', "&amp;"));
            // A name is drawn twice, once as its halo.
            let count: usize = sheets.iter().map(|sheet| sheet.matches(&name).count()).sum();
            assert_eq!(count, 2, "{order:?}: {name}");
        }
    }
}

#[test]
fn cut_into_sheets_every_project_keeps_its_ministry() {
    let all = project_lines(strategy());
    let metrics = TextMetrics::cautious();
    let scale = TimeScale { window: reach(&all).expect("dates"), width_px: 900.0 };
    let room = Room { scale, column_px: 160.0, metrics: &metrics };
    let kept = ordered(&all, ProjectOrder::Ministry, strategy(), Lang::Fr);
    let placed = place_projects(&blocks(&kept, ProjectOrder::Ministry, strategy(), Lang::Fr), room);
    let ministry_of = |sheet: &PlacedProjects, y: f64| {
        let block = sheet.blocks.iter().find(|block| block.y < y && y < block.y + block.height);
        block.unwrap_or_else(|| panic!("a row at {y} has no block")).head.clone()
    };
    for height in [10.0, 60.0, 200.0, 450.0, 9_000.0] {
        let sections = placed.sections(height);
        let rows: Vec<_> =
            sections.iter().flat_map(|sheet| sheet.rows.iter().map(|row| row.project)).collect();
        assert_eq!(rows, placed.rows.iter().map(|row| row.project).collect::<Vec<_>>(), "all, in order");
        let mut whole = placed.rows.iter();
        for sheet in &sections {
            // No sheet is lower than the name of a ministry.
            assert!(sheet.height <= height.max(90.0), "{} of {height}", sheet.height);
            for row in &sheet.rows {
                let before = whole.next().expect("as many rows");
                assert_eq!(ministry_of(sheet, row.y), ministry_of(&placed, before.y), "{:?}", row.project);
            }
        }
    }
    assert_eq!(placed.sections(9_000.0), [placed], "what has room is not cut");
}

#[test]
fn a_budget_is_a_map_and_its_table_with_publishers() {
    let sheets = on_paper(View::Budget, Listed::Envelopes, Paper::A4, Lang::Fr, &ViewState::default());
    assert_eq!(sheets.drawings.len(), 1);
    let (scope, _) = strategy().scopes().next().expect("a budget");
    for (_, envelope) in strategy().envelopes().filter(|(_, envelope)| envelope.scope == scope) {
        let label = envelope.label.get(Lang::Fr).replace('&', "&amp;");
        assert!(sheets.table.contains(&label), "{label}");
    }
    assert!(sheets.table.contains("<th scope=\"col\">Sources</th>"), "every figure has its source");
    assert!(sheets.table.starts_with("<table><caption>") && sheets.table.contains("<th scope=\"row\""));
}

#[test]
fn a_file_of_sheets_has_no_script_and_asks_for_nothing() {
    let order = || on_paper(View::Timeline, Listed::Events, Paper::A3, Lang::Fr, &ViewState::default());
    let file = document(&order());
    assert_eq!(file, document(&order()), "the same order gives the same file");
    assert!(file.contains("@page { size: 420mm 297mm") && file.starts_with("<!doctype html>"));
    for foreign in ["<script", " src=", "href=", "url(", "@import", "style=\""] {
        assert!(!file.contains(foreign), "{foreign}");
    }
}

/// A title longer than any sheet keeps its mark, and takes no longer to lay out than another.
#[test]
fn a_title_without_room_keeps_its_mark() {
    let titles = ["Court".to_owned(), "Un titre sans fin ".repeat(40)];
    let csv: String = titles.iter().map(|title| format!("2021-03-01;{title};Services\n")).collect();
    let file = super::import_forms::file("long.csv", format!("date;titre;thème\n{csv}"));
    let package = super::import_forms::read(file).package.expect("two events");
    let long = jalons::model::strategy::Strategy::new(package.tables).expect("a forest");
    let metrics = TextMetrics::cautious();
    let state = ViewState::default();
    let order = Order {
        view: View::Timeline,
        listed: Listed::Events,
        state: &state,
        scope: None,
        found: None,
        lang: Lang::Fr,
        address: None,
    };
    let sheets = Sheets::of(&long, &Relations::of(&long), order, Paper::A4, &metrics, &|_| None);
    assert_eq!(sheets.drawings.len(), 1);
    assert!(!sheets.drawings[0].contains("+1"), "both are drawn");
}

/// Styles cannot ask the program how large paper is: what they say of it is the same.
#[test]
fn the_styles_know_the_same_paper() {
    let styles = std::fs::read_to_string("style/sheets.css").expect("the styles");
    for &paper in Paper::ALL {
        let (width, height) = paper.size_mm();
        let page =
            format!("@page {} {{ size: {width}mm {height}mm; margin: {MARGIN_MM}mm; }}", paper.as_str());
        assert!(styles.contains(&page), "{page}");
        let sheet = format!(
            ".is-{} {{ page: {0}; --sheet-width: {}mm; --sheet-height: {}mm; }}",
            paper.as_str(),
            width - 2.0 * MARGIN_MM,
            // A little less: one that is rounded up would begin another page.
            height - 2.0 * MARGIN_MM - 0.5
        );
        assert!(styles.contains(&sheet), "{sheet}");
    }
}

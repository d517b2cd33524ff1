//! The projects of the timeline: every derived date and change, their orders, and where each row, bar and name goes.

use jalons::{
    data::package,
    model::{
        date::{Day, Edtf},
        id::{EditionId, ProjectId, RecordId},
        indicator::Quantity,
        money::Euros,
        panorama,
        project::{Phase, ProjectEdition},
        strategy::Strategy,
        text::{Lang, ProseId},
    },
    state::view_state::ProjectOrder,
    text_metrics::{TextMetrics, Weight},
    timeline::{
        placed::ROW_PX,
        projects::{
            blocks::blocks,
            lines::{ProjectLine, lines, ordered, project_line},
            picture::{Sign, draw},
            placed::{Beyond, Block, HEAD_SIZE_PX, LINE_PX, PlacedProjects, Room, extent, place},
            words,
        },
        scale::{TimeScale, Window},
        shape::Edge,
    },
};
use proptest::prelude::*;

fn whole() -> &'static Strategy {
    package::strategy()
}

fn line_of(slug: &str) -> ProjectLine {
    let Some(RecordId::Project(id)) = whole().find(slug) else { panic!("{slug} is no project") };
    lines(whole()).into_iter().find(|line| line.project == id).unwrap_or_else(|| panic!("no line of {slug}"))
}

fn edition(place: u32, start: &str, years: &str) -> ProjectEdition {
    ProjectEdition {
        slug: String::new(),
        project: ProjectId(0),
        edition: EditionId(place),
        ministry: "INT".to_owned(),
        ministry_as_published: ProseId::NONE,
        label_as_published: ProseId::NONE,
        interministerial: false,
        start: (!start.is_empty()).then(|| Edtf::parse(start).expect("a date")),
        planned_years: (!years.is_empty()).then(|| Quantity::parse(years).expect("a number")),
        phase: Some(Phase::Design),
        cost: Some(Euros(1_000_000)),
        new_scope: false,
    }
}

fn line(history: &[ProjectEdition]) -> ProjectLine {
    let history: Vec<&ProjectEdition> = history.iter().collect();
    project_line(history.last().expect("a present line"), &history)
}

fn earlier(line: &ProjectLine) -> Vec<String> {
    line.earlier.iter().map(|earlier| format!("{} {}", earlier.edition.0, earlier.end)).collect()
}

#[test]
fn the_last_table_is_that_of_november_2021_with_its_fifty_projects() {
    let strategy = whole();
    let last = panorama::default_edition(strategy).expect("a table");
    assert_eq!(strategy[last].date.to_string(), "2021-11");
    let lines = lines(strategy);
    assert_eq!(lines.len(), strategy[last].projects.expect("a printed count") as usize);
    assert!(lines.iter().all(|line| line.edition == last));
    assert_eq!(lines.iter().filter(|line| line.end.is_none()).count(), 1);
    assert_eq!(lines.iter().filter(|line| line.phase.is_none()).count(), 1);
}

#[test]
fn an_end_that_moved_is_kept_once_with_the_first_edition_that_planned_it() {
    let moved = line(&[
        edition(0, "2014-10", "6.25"),
        edition(1, "2014-10", "6.3"),
        edition(2, "2014-10", "6.75"),
        edition(3, "2014-10", "8.83"),
    ]);
    assert_eq!(earlier(&moved), ["0 2021-01", "2 2021-07"], "a month more is a matter of rounding");
    assert_eq!(moved.end.map(|end| end.to_string()).as_deref(), Some("2023-08"));
    assert_eq!(moved.slip_months(), Some(31));
    assert_eq!(words::moved(31, Lang::Fr), "+2\u{a0}ans 7\u{a0}mois");
    assert_eq!(words::moved(-13, Lang::En), "−1\u{a0}year 1\u{a0}month");
}

#[test]
fn what_stays_what_is_new_and_what_is_not_published_is_told_apart() {
    let stays = line(&[edition(0, "2020-01", "3"), edition(1, "2020-01", "3.0")]);
    assert_eq!((earlier(&stays).len(), stays.slip_months()), (0, Some(0)));
    let new = line(&[edition(1, "2020-01", "3")]);
    assert_eq!((new.slip_months(), new.first.is_some()), (None, true));
    let open = line(&[edition(0, "2017-12", ""), edition(1, "2017-12", "")]);
    assert_eq!((open.start.is_some(), open.end, open.slip_months(), open.first), (true, None, None, None));
    let unknown = line(&[edition(0, "", "")]);
    assert_eq!((unknown.start, unknown.end), (None, None));
    let withdrawn = line(&[edition(0, "2014-01", "3"), edition(1, "2014-01", "")]);
    assert_eq!((earlier(&withdrawn), withdrawn.slip_months()), (vec!["0 2017-01".to_owned()], None));
}

#[test]
fn an_end_that_went_away_and_came_back_is_no_change_but_is_not_forgotten() {
    let back = line(&[edition(0, "2014-01", "5"), edition(1, "2014-01", "7"), edition(2, "2014-01", "5")]);
    assert_eq!((earlier(&back), back.slip_months()), (vec!["1 2021-01".to_owned()], Some(0)));
}

#[test]
fn ends_before_a_new_scope_are_not_compared() {
    let mut second = edition(1, "2018-01", "5.42");
    second.new_scope = true;
    let rescoped = line(&[edition(0, "2015-01", "8.5"), second.clone(), edition(2, "2018-01", "5.42")]);
    assert_eq!(rescoped.rescoped, Some(EditionId(1)));
    assert_eq!((earlier(&rescoped).len(), rescoped.slip_months()), (0, Some(0)));
    let only = line(&[second]);
    assert_eq!(only.rescoped, None, "it replaces no scope that is known");
}

#[test]
fn the_words_say_what_was_planned_before_and_never_an_overrun() {
    let strategy = whole();
    let paysage = words::name(&line_of("projet-paysage"), strategy, Lang::En);
    assert!(
        paysage.starts_with("PAYSAGE, Economy and Finance, start October 2014, planned end August 2023"),
        "{paysage}"
    );
    assert!(paysage.contains("planned ends before: January 2021 (edition of November 2016)"), "{paysage}");
    assert!(paysage.contains("change between editions: +2\u{a0}years 7\u{a0}months"), "{paysage}");
    let uncosted = words::name(&line_of("projet-pnij-ng"), strategy, Lang::Fr);
    assert!(uncosted.contains("fin prévue non publiée") && uncosted.contains("non chiffré"), "{uncosted}");
    assert!(words::name(&line_of("projet-siv"), strategy, Lang::Fr).contains("phase non publiée"));
    let withheld = words::name(&line_of("projet-si-samu"), strategy, Lang::Fr);
    assert!(withheld.contains("retenu à dessein en mars 2019"), "{withheld}");
    assert!(
        words::name(&line_of("projet-ned"), strategy, Lang::En)
            .contains("new scope in the edition of November 2021")
    );
    for lang in [Lang::Fr, Lang::En] {
        for line in lines(strategy) {
            let name = words::name(&line, strategy, lang);
            assert!(!name.contains("dépass") && !name.contains("overrun"), "{name}");
        }
    }
}

#[test]
fn the_orders_are_by_ministry_and_start_by_change_and_by_cost_with_the_unknown_last() {
    let strategy = whole();
    let all = lines(strategy);
    let by = |order| ordered(&all, order, strategy, Lang::Fr);
    for order in ProjectOrder::ALL {
        assert_eq!(by(*order).len(), all.len());
    }
    let ministries = by(ProjectOrder::Ministry);
    assert_eq!(ministries[0].ministry, "AGRI");
    let blocks: Vec<_> = ministries.chunk_by(|a, b| a.ministry == b.ministry).collect();
    let mut names: Vec<_> = blocks.iter().map(|block| block[0].ministry.clone()).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), blocks.len(), "each ministry is one block");
    let slips: Vec<_> = by(ProjectOrder::Slip).iter().map(ProjectLine::slip_months).collect();
    assert!(slips.is_sorted_by(|a, b| a >= b) && slips[0] > Some(0), "{slips:?}");
    assert_eq!(slips.last(), Some(&None));
    let costs: Vec<_> = by(ProjectOrder::Cost).iter().map(|line| line.cost).collect();
    assert!(costs.is_sorted_by(|a, b| a >= b));
    assert_eq!((costs[0], costs[49]), (Some(Euros(223_100_000)), None));
}

fn placed(lines: &[ProjectLine], window: Window, width_px: f64) -> PlacedProjects {
    let metrics = TextMetrics::cautious();
    let room = Room { scale: TimeScale { window, width_px }, column_px: 126.0, metrics: &metrics };
    let names: Vec<_> = lines.iter().map(|line| (line, whole()[line.project].label.as_str())).collect();
    let block = Block {
        head: "Économie et Finances".to_owned(),
        note: "n".to_owned(),
        is_plain: false,
        lines: names,
    };
    place(&[block], room)
}

fn years(from: i32, to: i32) -> Window {
    Window { start: f64::from(Day::from_civil(from, 1, 1).0), end: f64::from(Day::from_civil(to, 1, 1).0) }
}

#[test]
fn a_bar_runs_from_start_to_planned_end_with_the_earlier_ends_in_it() {
    let paysage = line_of("projet-paysage");
    let placed = placed(std::slice::from_ref(&paysage), years(2014, 2024), 3_652.0);
    let row = &placed.rows[0];
    let bar = row.bar.expect("a bar");
    let day = |year, month| f64::from(Day::from_civil(year, month, 1).0 - Day::from_civil(2014, 1, 1).0);
    assert_eq!((bar.x0, bar.x1), (day(2014, 10), day(2023, 8)));
    assert_eq!((bar.start, bar.end), (Edge::Sharp, Edge::Sharp));
    assert_eq!(row.ghosts.len(), paysage.earlier.len());
    assert_eq!(row.moved, Some((day(2021, 1), day(2023, 8))));
    assert!(draw(row, &paysage).contains("texture-roll-out"));
    let cut = self::placed(std::slice::from_ref(&paysage), years(2016, 2022), 600.0);
    let cut = cut.rows[0].bar.expect("a bar");
    assert_eq!((cut.x0, cut.x1, cut.start, cut.end), (0.0, 600.0, Edge::Cut, Edge::Cut));
}

#[test]
fn what_lies_outside_the_window_keeps_its_row_and_says_on_which_side() {
    let siv = line_of("projet-siv");
    let before = placed(std::slice::from_ref(&siv), years(2030, 2032), 600.0);
    let after = placed(std::slice::from_ref(&siv), years(2012, 2014), 600.0);
    assert_eq!((before.rows[0].beyond, after.rows[0].beyond), (Some(Beyond::Before), Some(Beyond::After)));
    assert!(before.rows[0].label.text.starts_with('‹') && after.rows[0].label.text.ends_with('›'));
    let open = line_of("projet-pnij-ng");
    let shown = placed(std::slice::from_ref(&open), years(2014, 2024), 600.0);
    assert_eq!(shown.rows[0].bar.map(|bar| bar.end), Some(Edge::Arrow));
}

#[test]
fn all_of_them_together_reach_from_the_first_start_to_the_last_end() {
    let span = extent(&lines(whole())).expect("a span");
    assert_eq!(span.start, f64::from(Day::from_civil(2012, 1, 1).0), "ASTREA begins first");
    assert_eq!(span.end, f64::from(Day::from_civil(2028, 9, 1).0), "SIV ends last");
    assert_eq!(extent(&[]), None);
}

#[test]
fn the_legend_explains_what_there_is() {
    let signs = Sign::of(&lines(whole()));
    assert!(
        signs.contains(&Sign::Phase(None)) && signs.contains(&Sign::Earlier) && signs.contains(&Sign::Open)
    );
    assert!(!signs.contains(&Sign::Phase(Some(Phase::Finished))), "none is finished");
    assert!(Sign::of(&[]).is_empty());
}

/// In a column as narrow as beside a narrow timeline, too.
#[test]
fn what_stands_before_a_bar_stays_in_its_column() {
    let metrics = TextMetrics::cautious();
    let scale = TimeScale { window: years(2014, 2024), width_px: 600.0 };
    for (lang, &order) in [Lang::Fr, Lang::En]
        .into_iter()
        .flat_map(|lang| ProjectOrder::ALL.iter().map(move |order| (lang, order)))
    {
        let all = ordered(&lines(whole()), order, whole(), lang);
        for column_px in [100.0, 130.0, 200.0] {
            let placed =
                place(&blocks(&all, order, whole(), lang), Room { scale, column_px, metrics: &metrics });
            for block in &placed.blocks {
                for line in &block.head {
                    let width = metrics.width_px(line, Weight::Bold, HEAD_SIZE_PX);
                    // A single word has no place to be broken.
                    assert!(
                        width <= column_px || !line.contains(' '),
                        "{line:?} is {width} wide of {column_px}"
                    );
                }
                let words_px = block.head.len() as f64 * LINE_PX;
                assert!(words_px <= block.height, "{:?} is higher than its block", block.head);
            }
        }
    }
}

proptest! {
    #[test]
    fn every_project_has_a_row_of_its_own_and_every_name_stays_on_the_canvas(
        first in 2_008i32..2_028, length in 1i32..16, width in 470.0f64..1_400.0,
    ) {
        let all = ordered(&lines(whole()), ProjectOrder::Ministry, whole(), Lang::Fr);
        let placed = placed(&all, years(first, first + length), width);
        prop_assert_eq!(placed.rows.len(), all.len());
        for (place, row) in placed.rows.iter().enumerate() {
            prop_assert_eq!(row.position, place + 1);
            prop_assert!(row.label.x >= 0.0 && row.label.x + row.label.width <= width, "{:?}", row);
            if let Some(bar) = row.bar {
                prop_assert!(bar.x0 >= 0.0 && bar.x1 <= width && bar.x1 - bar.x0 >= 5.9, "{:?}", row);
            } else {
                prop_assert!(row.beyond.is_some());
            }
            prop_assert!(row.ghosts.iter().all(|x| (0.0..=width).contains(x)));
        }
        for pair in placed.rows.windows(2) {
            prop_assert_eq!(pair[1].y - pair[0].y, ROW_PX);
        }
    }
}

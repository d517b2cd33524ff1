//! The large projects over the editions: derived numbers, and cells that keep their place while their areas are exact.

use jalons::{
    budget::{
        editions::{
            map::height_of,
            placed::{MARGINS, PlacedPanorama},
            slider::Stops,
            tiles::change_in_words,
        },
        treemap::{
            squarify::Rect,
            stable::{Group, Margins, place_afresh, place_at_all_times},
        },
    },
    data::package,
    model::{
        id::{EditionId, ProjectId, RecordId},
        money::Euros,
        panorama::{self, Change},
        strategy::Strategy,
        text::Lang,
    },
    text_metrics::TextMetrics,
};

/// The widths that maps have from a phone to a wide screen.
const WIDTHS: [f64; 8] = [292.0, 358.0, 520.0, 700.0, 736.0, 860.0, 1_000.0, 1_180.0];

fn edition(slug: &str) -> EditionId {
    match package::strategy().find(slug) {
        Some(RecordId::Edition(id)) => id,
        other => panic!("{slug} is {other:?}"),
    }
}

fn project(slug: &str) -> ProjectId {
    match package::strategy().find(slug) {
        Some(RecordId::Project(id)) => id,
        other => panic!("{slug} is {other:?}"),
    }
}

/// What each project costs in each edition, by ministry, read from the data anew.
fn costs(strategy: &Strategy, editions: &[EditionId]) -> Vec<Group> {
    let mut ministries: Vec<(&str, Group)> = Vec::new();
    for (id, project) in strategy.projects() {
        let cost = |edition: EditionId| {
            let line =
                strategy.project_editions().find(|(_, line)| line.project == id && line.edition == edition);
            line.and_then(|(_, line)| line.cost).map_or(0.0, Euros::as_f64)
        };
        let costs = editions.iter().map(|&edition| cost(edition)).collect();
        match ministries.iter_mut().find(|(code, _)| *code == project.ministry) {
            Some((_, group)) => group.push(costs),
            None => ministries.push((&project.ministry, vec![costs])),
        }
    }
    ministries.into_iter().map(|(_, group)| group).collect()
}

/// Also a benchmark: `scripts/bench stability` shows what this prints.
#[test]
fn cells_keep_their_place_at_least_twice_as_well_as_in_fresh_layouts() {
    let strategy = package::strategy();
    println!("| width × height | editions | ours, px | fresh, px | ratio | median aspect | area per euro |");
    println!("| --- | --- | ---: | ---: | ---: | ---: | ---: |");
    let mut failures = Vec::new();
    for width in WIDTHS {
        let height = height_of(width);
        let map = PlacedPanorama::of(strategy, width, height);
        let ours = map.placements();
        assert_eq!(ours.len(), 10);
        let bounds = Rect { x: 0.0, y: 0.0, width, height };
        let costs = costs(strategy, &map.editions);
        let fresh: Vec<_> = (0..10).map(|time| place_afresh(&costs, time, bounds, MARGINS)).collect();
        let mut spread = 0.0_f64;
        for (&edition, placement) in map.editions.iter().zip(ours) {
            let (mut least, mut most) = (f64::INFINITY, 0.0_f64);
            let placed = map.edition(strategy, edition, Lang::Fr, &TextMetrics::cautious()).expect("a table");
            assert_eq!(placed.projects.len(), placement.rects().count());
            for cell in &placed.projects {
                let per_euro = cell.rect.area() / cell.amount.as_f64();
                (least, most) = (least.min(per_euro), most.max(per_euro));
            }
            spread = spread.max(most / least - 1.0);
        }
        assert!(spread <= 0.01, "areas differ by {spread} at {width}");
        for place in 1..ours.len() {
            let moved = ours[place - 1].mean_distance(&ours[place]);
            let moved_fresh = fresh[place - 1].mean_distance(&fresh[place]);
            let (ratio, aspect) = (moved / moved_fresh, ours[place].median_ratio());
            let slug = |place: usize| strategy[map.editions[place]].slug.trim_start_matches("edition-");
            println!(
                "| {width} × {height} | {} → {} | {moved:.1} | {moved_fresh:.1} | {ratio:.2} | {aspect:.2} | ± {:.4} % |",
                slug(place - 1),
                slug(place),
                spread * 100.0
            );
            if ratio > 0.5 || aspect > 3.0 {
                failures.push(format!("{width}: {} ratio {ratio:.2} aspect {aspect:.2}", slug(place)));
            }
        }
        if ours[0].median_ratio() > 3.0 {
            failures.push(format!("{width}: first aspect"));
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn the_layout_depends_on_the_weights_and_the_box_alone_and_makes_no_nonsense_of_nothing() {
    let bounds = Rect { x: 0.0, y: 0.0, width: 600.0, height: 400.0 };
    let groups: Vec<Group> = vec![
        vec![vec![4.0, 0.0, 2.0], vec![0.0, 3.0, 1.0]],
        vec![vec![2.0, 2.0, 2.0]],
        vec![vec![0.0; 3]],
        vec![],
    ];
    let placed = place_at_all_times(&groups, 3, bounds, MARGINS);
    assert_eq!(placed, place_at_all_times(&groups, 3, bounds, MARGINS));
    assert!(
        placed[0].cells[0][1].is_none() && placed[1].cells[0][0].is_none(),
        "what is not there has no place"
    );
    assert!(placed.iter().all(|one| one.groups[2].is_none() && one.groups[3].is_none()));
    for (time, placement) in placed.iter().enumerate() {
        let scales = placement.rects().map(|((group, cell), rect)| rect.area() / groups[group][cell][time]);
        let scales: Vec<f64> = scales.collect();
        for scale in &scales {
            assert!((scale / scales[0] - 1.0).abs() < 1e-9, "one scale at a time: {scales:?}");
        }
    }
    for placement in &placed {
        for ((group, _), rect) in placement.rects() {
            let around = placement.groups[group].expect("a group around a cell");
            assert!(rect.x >= around.x - 1e-6 && rect.y >= around.y - 1e-6);
            assert!(rect.x + rect.width <= around.x + around.width + 1e-6);
            assert!(rect.y + rect.height <= around.y + around.height + 1e-6);
            assert!(around.x + around.width <= 600.0 + 1e-6 && around.y + around.height <= 400.0 + 1e-6);
        }
    }
    for (groups, times, bounds) in [
        (vec![], 0, bounds),
        (vec![], 2, bounds),
        (vec![vec![vec![0.0, 0.0]]], 2, bounds),
        (vec![vec![vec![1.0]]], 1, Rect::default()),
        (vec![vec![vec![1.0]]], 1, Rect { x: 0.0, y: 0.0, width: 5.0, height: 5.0 }),
    ] {
        let placed =
            place_at_all_times(&groups, times, bounds, Margins { side: 3.0, top: 22.0, bottom: 3.0 });
        assert_eq!(placed.len(), times);
        assert!(placed.iter().all(|one| one.rects().count() == 0 && one.median_ratio() == 1.0));
    }
}

#[test]
fn the_table_of_each_edition_is_told_as_it_is() {
    let strategy = package::strategy();
    assert_eq!(panorama::editions(strategy).len(), 18);
    assert_eq!(panorama::editions_with_table(strategy).len(), 10);
    assert_eq!(panorama::default_edition(strategy), Some(edition("edition-14")));
    assert_eq!(panorama::numbers_without_data(strategy), [11, 15]);
    let missing = ["edition-09", "edition-10", "edition-12", "edition-16", "edition-20"];
    assert!(missing.iter().all(|slug| !panorama::has_table(strategy, edition(slug))));
    let (_, first) = panorama::perimeter_change(strategy).expect("the fact of 2018");
    assert_eq!(first, edition("edition-06"));
    assert_eq!(panorama::sum_of_costs(strategy, edition("edition-14")), Some(Euros(2_511_856_000)));
    assert_eq!(panorama::sum_of_costs(strategy, edition("edition-05")), Some(Euros(2_808_780_000)));
    assert_eq!(panorama::sum_of_costs(strategy, edition("edition-10")), None, "nothing is filled in");

    let map = PlacedPanorama::of(strategy, 860.0, height_of(860.0));
    let metrics = TextMetrics::cautious();
    for &one in &map.editions {
        let placed = map.edition(strategy, one, Lang::Fr, &metrics).expect("a table");
        assert_eq!(placed.drawn(), panorama::sum_of_costs(strategy, one));
        let lines = panorama::table(strategy, one).count();
        assert_eq!(placed.projects.len() + placed.without_cost.len(), lines, "no project is lost");
        let of_ministries = Euros::checked_sum(placed.ministries.iter().map(|ministry| ministry.amount));
        assert_eq!(of_ministries, placed.drawn());
        if let Some(before) = placed.before {
            let earlier = panorama::table(strategy, before).count();
            assert_eq!(lines, earlier + placed.new.len() - placed.left.len(), "those that came and went");
        }
    }
    let last = map.edition(strategy, edition("edition-14"), Lang::Fr, &metrics).expect("a table");
    assert_eq!((last.projects.len(), last.without_cost.len()), (49, 1));
    assert_eq!(map.edition(strategy, edition("edition-09"), Lang::Fr, &metrics), None);
}

#[test]
fn a_change_of_cost_is_counted_from_the_first_published_cost_of_the_same_scope() {
    let strategy = package::strategy();
    let change = |slug: &str, at: &str| panorama::change_of_cost(strategy, project(slug), edition(at));
    assert_eq!(change("projet-ned", "edition-14"), Change::NewScope);
    assert_eq!(change("projet-anef", "edition-13"), Change::NewScope);
    let since =
        Change::Since { first: edition("edition-13"), from: Euros(38_720_000), by: Euros(16_480_000) };
    assert_eq!(change("projet-anef", "edition-14"), since);
    assert_eq!(change("projet-anef", "edition-01"), Change::NotPublished, "it is not in that table");
    for (_, line) in strategy.project_editions() {
        let change = panorama::change_of_cost(strategy, line.project, line.edition);
        match (change, line.cost) {
            (Change::NotPublished, None) => {}
            (Change::First | Change::NewScope, Some(_)) => assert_eq!(change.share(), None),
            (Change::Since { from, by, .. }, Some(cost)) => assert_eq!(from.0 + by.0, cost.0),
            other => panic!("{} in {:?}: {other:?}", strategy[line.project].label, line.edition),
        }
        for lang in [Lang::Fr, Lang::En] {
            let said = change_in_words(strategy, change, lang).to_lowercase();
            assert!(!said.contains("dérive") && !said.contains("overrun") && !said.contains("dépassement"));
        }
    }
    let said = change_in_words(strategy, since, Lang::Fr);
    assert!(said.starts_with("changement entre éditions +42,6\u{202f}%"), "{said}");
}

#[test]
fn the_slider_leads_from_stop_to_stop_and_no_further() {
    let stops = Stops::new(panorama::editions(package::strategy()), 800.0);
    let last = stops.editions.len() - 1;
    for place in 0..=last {
        assert_eq!(stops.nearest(stops.x(place)), place);
    }
    assert_eq!((stops.nearest(-50.0), stops.nearest(9_000.0)), (0, last));
    assert_eq!((stops.after_key("ArrowLeft", 0), stops.after_key("ArrowRight", last)), (Some(0), Some(last)));
    assert_eq!((stops.after_key("Home", 5), stops.after_key("End", 5)), (Some(0), Some(last)));
    assert_eq!(stops.after_key("a", 5), None);
    assert_eq!(Stops::new(Vec::new(), 0.0).nearest(10.0), 0);
}

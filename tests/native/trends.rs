//! Trends and flows: derived numbers, gaps that stay gaps, flows that balance, and options as ECharts reads them.

use jalons::{
    charts::{
        editions, flows, points,
        rows::{Chart, Editions, Flows, Look, Points},
    },
    data::package,
    model::{id::EnvelopeId, panorama, strategy::Strategy, text::Lang},
    trends::{
        flows::{UNPUBLISHED, cloud, recovery},
        trend::Trend,
        trends,
    },
};
use serde_json::Value;

fn strategy() -> &'static Strategy {
    package::strategy()
}

fn all() -> Vec<Trend> {
    trends(strategy(), Lang::Fr)
}

fn trend(key: &str) -> Trend {
    all().into_iter().find(|trend| trend.key == key).unwrap_or_else(|| panic!("there is no trend {key}"))
}

fn by_edition(trend: &Trend) -> &Editions {
    match &trend.chart {
        Chart::Editions(editions) => editions,
        other => panic!("{} is {other:?}", trend.key),
    }
}

fn in_a_plane(trend: &Trend) -> &Points {
    match &trend.chart {
        Chart::Points(points) => points,
        other => panic!("{} is {other:?}", trend.key),
    }
}

fn flowing(trend: &Trend) -> &Flows {
    match &trend.chart {
        Chart::Flows(flows) => flows,
        other => panic!("{} is {other:?}", trend.key),
    }
}

fn look(width_px: f64) -> Look {
    Look {
        ink: "#16202c".to_owned(),
        muted: "#5b6875".to_owned(),
        rule: "#e3dfd6".to_owned(),
        paper: "#fbfaf7".to_owned(),
        hues: vec!["#a84c08".to_owned(), "#2b7a4b".to_owned(), "#3949ab".to_owned()],
        family: "sans-serif".to_owned(),
        width_px,
        height_px: 400.0,
        has_motion: false,
    }
}

/// The option of a chart as ECharts reads it.
fn option(chart: &Chart, look: &Look) -> Value {
    let value = match chart {
        Chart::Editions(rows) => serde_json::to_value(editions::option(rows, look)),
        Chart::Points(rows) => serde_json::to_value(points::option(rows, look)),
        Chart::Flows(rows) => serde_json::to_value(flows::option(rows, look)),
    };
    value.expect("an option is plain values")
}

#[test]
fn the_six_charts_are_there_in_both_languages_with_the_same_marks() {
    let keys = ["drift", "costs", "cloud", "recovery", "advisers", "procedures"];
    assert_eq!(all().iter().map(|trend| trend.key).collect::<Vec<_>>(), keys);
    for (fr, en) in all().iter().zip(trends(strategy(), Lang::En)) {
        assert_eq!(fr.chart.marks(), en.chart.marks(), "{}", fr.key);
        assert_eq!(fr.table.rows.len(), en.table.rows.len(), "{}", fr.key);
        assert_ne!(fr.title, en.title, "{}", fr.key);
        assert!(!fr.sources.is_empty(), "{} has its sources", fr.key);
    }
}

#[test]
fn every_mark_leads_to_a_record_that_the_table_lists() {
    for trend in all() {
        let listed: Vec<_> = trend.table.rows.iter().map(|row| strategy().slug(row.id)).collect();
        let ids: Vec<&String> = match &trend.chart {
            Chart::Editions(editions) => {
                let runs = editions.panels.iter().flat_map(|panel| &panel.runs);
                runs.flat_map(|run| &run.marks).flatten().map(|mark| &mark.id).collect()
            }
            Chart::Points(points) => points.marks.iter().map(|point| &point.mark.id).collect(),
            Chart::Flows(flows) => {
                let links = flows.links.iter().map(|link| &link.id);
                flows.nodes.iter().map(|node| &node.id).chain(links).collect()
            }
        };
        assert!(!ids.is_empty());
        for id in ids {
            assert!(strategy().find(id).is_some(), "{}: {id} is a record", trend.key);
            assert!(listed.contains(&id.as_str()), "{}: {id} is in the table", trend.key);
        }
        for row in &trend.table.rows {
            assert_eq!(row.cells.len(), trend.table.heads.len(), "{}: {}", trend.key, row.name);
        }
    }
}

#[test]
fn a_missing_edition_or_value_is_a_gap() {
    let trend = trend("drift");
    let editions = by_edition(&trend);
    let numbers: Vec<u32> = panorama::editions(strategy())
        .into_iter()
        .filter_map(|id| panorama::number(strategy(), id))
        .collect();
    let (first, last) = (numbers.iter().min().expect("one"), numbers.iter().max().expect("one"));
    assert_eq!(editions.places.len() as u32, last - first + 1, "every number has its place");
    for number in panorama::numbers_without_data(strategy()) {
        for run in editions.panels.iter().flat_map(|panel| &panel.runs) {
            assert_eq!(run.marks[(number - first) as usize], None, "edition {number}: {}", run.name);
        }
    }
    for (_, edition) in strategy().editions() {
        let place = editions.panels[0].runs[1].marks.iter().flatten().find(|mark| mark.id == edition.slug);
        let drift = edition.budget_drift_pct.map(|drift| drift.as_f64());
        assert_eq!(place.map(|mark| mark.value), drift, "{}", edition.slug);
    }
    let option = option(&trend.chart, &look(800.0));
    let line = &option["series"][0];
    assert_eq!(line["type"], "line");
    assert_eq!(line["connectNulls"], false);
    assert!(line["data"].as_array().expect("a list").contains(&Value::Null));
}

#[test]
fn the_points_are_the_projects_with_a_cost_and_the_table_has_all_of_them() {
    let trend = trend("costs");
    let edition = panorama::default_edition(strategy()).expect("an edition with a table");
    let lines: Vec<_> = panorama::table(strategy(), edition).collect();
    let placed = lines.iter().filter(|line| line.cost.is_some() && line.planned_years.is_some()).count();
    assert_eq!(in_a_plane(&trend).marks.len(), placed);
    assert_eq!(trend.table.rows.len(), lines.len());
    for point in &in_a_plane(&trend).marks {
        let line = lines.iter().find(|line| strategy()[line.project].slug == point.mark.id).expect("a line");
        assert_eq!(line.planned_years.map(|years| years.as_f64()), Some(point.x));
        assert_eq!(line.cost.map(|cost| cost.as_f64() / 1e6), Some(point.mark.value));
    }
}

#[test]
fn half_of_the_cost_is_what_the_title_says() {
    let mut costs: Vec<f64> =
        in_a_plane(&trend("costs")).marks.iter().map(|point| point.mark.value).collect();
    costs.sort_by(|a, b| b.total_cmp(a));
    let half = costs.iter().sum::<f64>() / 2.0;
    let mut sum = 0.0;
    let few = costs
        .iter()
        .take_while(|cost| {
            let is_less = sum < half;
            sum += **cost;
            is_less
        })
        .count();
    assert!(
        trend("costs").title.starts_with(&format!("{few} projets sur {}", costs.len())),
        "{}",
        trend("costs").title
    );
}

/// What flows into a node that is neither a beginning nor an end flows out of it.
fn assert_balanced(trend: &Trend) {
    let flows = flowing(trend);
    for node in &flows.nodes {
        let (into, out) = flows.balance(&node.key);
        let amount = into.max(out);
        assert!(
            into == 0.0 || out == 0.0 || into == out,
            "{}: {into} into {} and {out} out of it",
            trend.key,
            node.key
        );
        let published = strategy().find_as::<EnvelopeId>(&node.key).and_then(|id| strategy()[id].amount);
        if let Some(published) = published {
            assert_eq!(published.as_f64(), amount, "{}: {}", trend.key, node.key);
        }
    }
}

#[test]
fn the_flows_of_the_cloud_plan_balance_and_nothing_is_apportioned() {
    let trend = cloud(strategy(), Lang::Fr).expect("the plan");
    assert_balanced(&trend);
    let flows = flowing(&trend);
    assert_eq!(flows.balance("cloud-plan"), (1_791e6, 1_791e6));
    assert_eq!(flows.balance(UNPUBLISHED), (1_124e6, 0.0), "680 and 444 together");
    for (line, amount) in [
        ("cloud-solutions", 421e6),
        ("cloud-donnees-partagees", 150e6),
        ("cloud-recherche", 56e6),
        ("cloud-formation", 30e6),
        ("cloud-transfert", 10e6),
    ] {
        assert_eq!(flows.balance(line), (amount, 0.0), "{line}");
    }
    assert!(trend.title.contains("667"), "{}", trend.title);
}

#[test]
fn the_flows_of_the_recovery_credits_balance_and_what_is_not_published_ends_in_one_node() {
    let trend = recovery(strategy(), Lang::Fr).expect("the credits");
    assert_balanced(&trend);
    let flows = flowing(&trend);
    assert_eq!(flows.balance("relance-numerique"), (908e6, 908e6));
    assert_eq!(flows.balance("given-out"), (37_461e3, 0.0));
    assert_eq!(flows.balance("not-yet"), (50_539e3, 0.0));
    assert_eq!(flows.balance(UNPUBLISHED), (820e6, 0.0));
    assert_eq!(flows.nodes.iter().filter(|node| node.key == UNPUBLISHED).count(), 1);
}

#[test]
fn every_value_of_a_link_is_a_published_amount_or_a_difference_of_two() {
    for trend in [cloud(strategy(), Lang::Fr), recovery(strategy(), Lang::Fr)].into_iter().flatten() {
        for link in &flowing(&trend).links {
            let envelope = strategy().find_as::<EnvelopeId>(&link.id).expect("an envelope");
            let one = &strategy()[envelope];
            let (amount, attributed) =
                (one.amount.expect("published").0, one.attributed.map_or(0, |given| given.0));
            let value = link.value as i64;
            let is_rest = [UNPUBLISHED, "no-origin"].iter().any(|key| link.to == *key || link.from == *key);
            assert!(
                [amount, attributed, amount - attributed].contains(&value) || is_rest,
                "{}: {link:?}",
                trend.key
            );
        }
    }
}

#[test]
fn without_data_there_are_no_charts_and_no_panic() {
    let empty = Strategy::new(jalons::model::strategy::Tables::default()).expect("no cycles");
    assert!(trends(&empty, Lang::En).is_empty());
}

#[test]
fn readings_that_are_expected_are_hollow_and_no_line_joins_them() {
    for key in ["advisers", "procedures"] {
        let trend = trend(key);
        let points = in_a_plane(&trend);
        let option = option(&trend.chart, &look(800.0));
        let series = option["series"].as_array().expect("a list");
        let drawn = series.iter().find(|one| one["type"] == "scatter").expect("the points");
        let items = drawn["data"].as_array().expect("a list");
        assert_eq!(items.len(), points.marks.len());
        for (item, point) in items.iter().zip(&points.marks) {
            let observation =
                strategy().observations().find(|(_, one)| one.slug == point.mark.id).expect("one").1;
            assert_eq!(item["value"][1], observation.value.as_f64());
            assert_eq!(item["itemStyle"].is_null(), point.mark.is_firm, "{}", point.mark.id);
        }
        for rule in series.iter().filter(|one| one["type"] == "line") {
            assert_eq!(
                rule["data"].as_array().map(Vec::len),
                Some(2),
                "a line has two ends and leads to nothing"
            );
            assert_eq!(rule["silent"], true);
        }
    }
}

#[test]
fn every_item_has_its_id_and_words_without_names_of_values() {
    fn items<'a>(value: &'a Value, found: &mut Vec<&'a Value>) {
        match value {
            Value::Object(fields) => {
                if fields.get("tooltip").is_some_and(|tooltip| tooltip.get("formatter").is_some()) {
                    found.push(value);
                }
                fields.values().for_each(|inner| items(inner, found));
            }
            Value::Array(all) => all.iter().for_each(|inner| items(inner, found)),
            _ => {}
        }
    }
    for trend in all() {
        for width in [320.0, 872.0] {
            let option = option(&trend.chart, &look(width));
            let mut found = Vec::new();
            items(&option["series"], &mut found);
            assert_eq!(found.len(), trend.chart.marks(), "{}", trend.key);
            for item in found {
                let id = item["record"].as_str().or(item["id"].as_str());
                assert!(id.is_some_and(|id| strategy().find(id).is_some()), "{}: {item}", trend.key);
                let words = item["tooltip"]["formatter"].as_str().expect("words");
                assert!(!words.contains(['{', '}']), "{words}");
            }
            assert_eq!(option["tooltip"]["renderMode"], "richText", "HTML would be refused by the policy");
            assert_eq!(option["aria"]["decal"]["show"], true);
            assert_eq!(option["animation"], false, "as the page asks");
        }
    }
}

#[test]
fn a_page_without_colours_has_those_of_its_words() {
    let bare = Look { hues: Vec::new(), ..look(320.0) };
    assert_eq!(bare.hue(7), "#16202c");
    assert_eq!(look(320.0).hue(4), "#2b7a4b", "beyond the last it begins anew");
}

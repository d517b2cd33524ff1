//! Pictures of the treemap as text: areas in proportion, remainders and small parts shown, nothing dropped.

use std::fmt::Write as _;

use jalons::{
    budget::treemap::{
        direction::Direction,
        placed::{Content, Frame, PlacedTreemap, height_of, place, place_some},
    },
    model::{
        amounts::Amounts,
        envelope::{Envelope, Nature, Scope},
        id::{EnvelopeId, ScopeId},
        money::Euros,
        strategy::{Strategy, Tables},
        text::{Lang, ProseId, Text},
    },
    text_metrics::TextMetrics,
};

/// A strategy with one scope; each envelope is (parent, amount in euros).
fn strategy(envelopes: &[(Option<u32>, Option<i64>)]) -> Strategy {
    let text = |words: String| Text { fr: words.clone(), en: words };
    let tables = Tables {
        scopes: vec![Scope {
            slug: "scope".to_owned(),
            label: text("Tout".to_owned()),
            short: text("Tout".to_owned()),
            nature: Nature::Public,
            reference_date: None,
            caution: Text::default(),
            sources: Vec::new(),
        }],
        envelopes: envelopes
            .iter()
            .enumerate()
            .map(|(index, (parent, amount))| Envelope {
                slug: format!("e{index}"),
                note_refs: Vec::new(),
                scope: ScopeId(0),
                parent: parent.map(EnvelopeId),
                split: None,
                theme: None,
                label: text(format!("Enveloppe {index}")),
                amount: amount.map(Euros),
                attributed: (index == 2).then_some(Euros(1)),
                as_of: None,
                project: None,
                note: ProseId::NONE,
                sources: Vec::new(),
            })
            .collect(),
        ..Tables::default()
    };
    Strategy::new(tables).expect("a forest")
}

fn frame(metrics: &TextMetrics, width_px: f64, height_px: f64) -> Frame<'_> {
    Frame { width_px, height_px, lang: Lang::Fr, metrics, split: None, amounts: Amounts::own() }
}

fn placed(strategy: &Strategy, width_px: f64, height_px: f64) -> PlacedTreemap {
    let placed = place(strategy, EnvelopeId(0), frame(&TextMetrics::cautious(), width_px, height_px));
    check(strategy, &placed, width_px, height_px);
    placed
}

/// What holds of every map.
fn check(strategy: &Strategy, placed: &PlacedTreemap, width_px: f64, height_px: f64) {
    for cell in &placed.cells {
        let rect = cell.rect;
        assert!(rect.x >= -1e-6 && rect.x + rect.width <= width_px + 1e-6, "{cell:?}");
        assert!(rect.y >= -1e-6 && rect.y + rect.height <= height_px + 1e-6, "{cell:?}");
        let siblings: Vec<_> = placed.cells.iter().filter(|other| other.parent == cell.parent).collect();
        let amounts: f64 = siblings.iter().map(|other| other.amount.as_f64()).sum();
        let areas: f64 = siblings.iter().map(|other| other.rect.area()).sum();
        if areas == 0.0 {
            continue;
        }
        let deviation = cell.rect.area() / areas - cell.amount.as_f64() / amounts;
        assert!(deviation.abs() < 1e-9, "{cell:?} has not its share of the area");
    }
    // Each place among siblings is taken once, in their order.
    let mut taken = std::collections::HashMap::new();
    for (cell, (place, count)) in placed.cells.iter().zip(placed.positions()) {
        let siblings = taken.entry((cell.depth, cell.parent)).or_insert(0);
        *siblings += 1;
        assert_eq!(place, *siblings, "{cell:?}");
        let all =
            placed.cells.iter().filter(|other| (other.depth, other.parent) == (cell.depth, cell.parent));
        assert_eq!(count, all.count(), "{cell:?}");
    }
    // Every part of the root is in a cell, in the cell of others, or listed.
    let mut shown: Vec<EnvelopeId> = placed.without_area.clone();
    for cell in placed.cells.iter().filter(|cell| cell.depth == 1) {
        match &cell.content {
            Content::Envelope(id) => shown.push(*id),
            Content::Others(ids) => shown.extend(ids),
            Content::Unallocated(_) => {}
        }
    }
    for part in strategy.parts(placed.root, None) {
        assert_eq!(shown.iter().filter(|&&id| id == part).count(), 1, "{part:?} is shown once");
    }
}

fn text(placed: &PlacedTreemap) -> String {
    let mut text = String::new();
    for cell in &placed.cells {
        let rect = cell.rect;
        let content = match &cell.content {
            Content::Envelope(id) => format!("e{}", id.0),
            Content::Others(ids) => format!("others of {}", ids.len()),
            Content::Unallocated(id) => format!("unallocated of e{}", id.0),
        };
        let _ = writeln!(
            text,
            "{}{content}  {:.0},{:.0} {:.0}×{:.0}  {:?}{}{}{}",
            "  ".repeat(usize::from(cell.depth) - 1),
            rect.x,
            rect.y,
            rect.width,
            rect.height,
            cell.name.join(" / "),
            cell.amount_line.as_deref().map(|line| format!(" {line}")).unwrap_or_default(),
            if cell.is_nested { " nested" } else { "" },
            cell.attributed_share.map(|share| format!(" attributed {share:.2}")).unwrap_or_default(),
        );
    }
    for id in &placed.without_area {
        let _ = writeln!(text, "listed e{}", id.0);
    }
    text
}

const M: i64 = 1_000_000;

#[test]
fn one_child_fills_the_map() {
    let map = placed(&strategy(&[(None, Some(10 * M)), (Some(0), Some(10 * M))]), 600.0, 400.0);
    insta::assert_snapshot!(text(&map));
}

#[test]
fn all_equal() {
    let mut envelopes = vec![(None, Some(90 * M))];
    envelopes.extend([(Some(0), Some(10 * M)); 9]);
    insta::assert_snapshot!(text(&placed(&strategy(&envelopes), 600.0, 400.0)));
}

#[test]
fn one_giant_leaves_the_small_ones_in_a_cell_of_others_that_opens() {
    let mut envelopes = vec![(None, Some(1_000 * M)), (Some(0), Some(995 * M))];
    envelopes.extend([(Some(0), Some(M)); 5]);
    let strategy = strategy(&envelopes);
    let map = placed(&strategy, 600.0, 400.0);
    insta::assert_snapshot!(text(&map));

    let Some(Content::Others(small)) = map.cells.last().map(|cell| cell.content.clone()) else {
        panic!("the last cell gathers the small ones");
    };
    let metrics = TextMetrics::cautious();
    let opened = place_some(&strategy, EnvelopeId(0), &small, frame(&metrics, 600.0, 400.0));
    assert_eq!(opened.cells.len(), 5, "each has a cell of its own");
    assert!(opened.cells.iter().all(|cell| !cell.name.is_empty()));
}

#[test]
fn zero_negative_and_missing_amounts_are_listed() {
    let envelopes = [
        (None, Some(30 * M)),
        (Some(0), Some(30 * M)),
        (Some(0), Some(0)),
        (Some(0), Some(-5)),
        (Some(0), None),
    ];
    insta::assert_snapshot!(text(&placed(&strategy(&envelopes), 600.0, 400.0)));
}

#[test]
fn a_remainder_is_a_cell() {
    let envelopes = [(None, Some(100 * M)), (Some(0), Some(40 * M)), (Some(0), Some(35 * M))];
    let map = placed(&strategy(&envelopes), 600.0, 400.0);
    assert_eq!(map.drawn(), Some(Euros(100 * M)), "what is drawn is the whole");
    insta::assert_snapshot!(text(&map));
}

#[test]
fn parts_are_nested_where_there_is_room_and_only_there() {
    let envelopes = [
        (None, Some(100 * M)),
        (Some(0), Some(60 * M)),
        (Some(0), Some(40 * M)),
        (Some(1), Some(50 * M)),
        (Some(1), Some(10 * M)),
        (Some(3), Some(20 * M)),
    ];
    let strategy = strategy(&envelopes);
    insta::assert_snapshot!(format!(
        "wide\n{}\nnarrow\n{}",
        text(&placed(&strategy, 600.0, 400.0)),
        text(&placed(&strategy, 120.0, 100.0))
    ));
}

#[test]
fn a_root_without_parts_or_a_map_without_room_is_empty_and_not_nonsense() {
    assert!(placed(&strategy(&[(None, Some(10 * M))]), 600.0, 400.0).cells.is_empty());
    let flat = placed(&strategy(&[(None, Some(2 * M)), (Some(0), Some(2 * M))]), 600.0, 0.0);
    assert!(flat.cells.iter().all(|cell| cell.rect.area() == 0.0 && cell.name.is_empty()));
}

#[test]
fn arrows_lead_to_the_sibling_on_that_side() {
    let mut envelopes = vec![(None, Some(40 * M))];
    envelopes.extend([(Some(0), Some(10 * M)); 4]);
    let map = placed(&strategy(&envelopes), 400.0, 400.0);
    let place_at = |x: f64, y: f64| {
        let holds = |cell: &jalons::budget::treemap::placed::PlacedCell| {
            let (cx, cy) = cell.rect.centre();
            (cx - x).abs() < 1.0 && (cy - y).abs() < 1.0
        };
        map.cells.iter().position(holds).expect("a quarter of the map")
    };
    let (top_left, top_right, bottom_left) =
        (place_at(100.0, 100.0), place_at(300.0, 100.0), place_at(100.0, 300.0));
    assert_eq!(map.neighbour(top_left, Direction::Right), Some(top_right));
    assert_eq!(map.neighbour(top_left, Direction::Down), Some(bottom_left));
    assert_eq!(map.neighbour(top_left, Direction::Left), None);
    assert_eq!(map.neighbour(bottom_left, Direction::Up), Some(top_left));
}

#[test]
fn no_width_however_odd_stops_the_layout_of_a_budget() {
    let strategy = jalons::data::package::strategy();
    let metrics = TextMetrics::cautious();
    let widths = (0..200).map(f64::from).chain((200..2_000).step_by(37).map(f64::from));
    for width_px in widths {
        for (scope, _) in strategy.scopes() {
            for root in
                strategy.roots(scope).flat_map(|root| [root].into_iter().chain(strategy.descendants(root)))
            {
                for height_px in [0.0, 1.0, height_of(width_px)] {
                    let placed = place(strategy, root, frame(&metrics, width_px, height_px));
                    assert!(placed.cells.iter().all(|cell| cell.rect.area() >= 0.0), "{width_px} px");
                }
            }
        }
    }
}

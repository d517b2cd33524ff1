//! Pictures of the timeline as text: where marks, labels and stubs go, and that nothing is lost, cut or covered.

use std::fmt::Write as _;

use jalons::{
    model::{
        date::{Day, Edtf},
        event::{Event, EventKind, Outcome, Status},
        id::{EventId, ThemeId},
        text::{Lang, ProseId, Text},
    },
    text_metrics::{TextMetrics, Weight},
    timeline::{
        hidden::StubPlace,
        lane_events::LaneEvents,
        placed::{Frame, LABEL_SIZE_PX, PlacedTimeline, ROW_PX, place},
        scale::{TimeScale, Window},
        shape::Shape,
    },
};
use proptest::prelude::*;

fn event(title: &str, date: &str, importance: u8) -> Event {
    Event {
        slug: title.to_lowercase().replace(' ', "-"),
        note_refs: Vec::new(),
        date: Edtf::parse(date).unwrap_or_else(|error| panic!("{date}: {error}")),
        date_in_note: None,
        title: Text { fr: title.to_owned(), en: title.to_owned() },
        summary: ProseId::NONE,
        theme: ThemeId(0),
        kind: EventKind::Milestone,
        status: Status::Past,
        outcome: Outcome::Done,
        outcome_date: None,
        outcome_text: ProseId::NONE,
        importance,
        actors: Vec::new(),
        envelopes: Vec::new(),
        projects: Vec::new(),
        programmes: Vec::new(),
        indicators: Vec::new(),
        related: Vec::new(),
        sources: Vec::new(),
    }
}

fn year_2021() -> Window {
    Window { start: f64::from(Day::from_civil(2021, 1, 1).0), end: f64::from(Day::from_civil(2022, 1, 1).0) }
}

struct Picture {
    events: Vec<Event>,
    width_px: f64,
    window: Window,
    is_open: bool,
}

impl Picture {
    fn of(events: Vec<Event>) -> Self {
        Self { events, width_px: 800.0, window: year_2021(), is_open: false }
    }

    fn placed(&self) -> PlacedTimeline {
        let metrics = TextMetrics::cautious();
        let frame = Frame {
            scale: TimeScale { window: self.window, width_px: self.width_px },
            lang: Lang::Fr,
            metrics: &metrics,
            most_rows: 4,
            counts_beyond: true,
        };
        let mut events: Vec<_> =
            self.events.iter().enumerate().map(|(index, event)| (EventId::from(index), event)).collect();
        events.sort_by(|(_, a), (_, b)| a.date.chronological(&b.date));
        let events = events.into_iter().map(|(id, event)| (id, event, event.date.span()));
        let lane = LaneEvents::new(ThemeId(0), events, self.is_open);
        place(&[lane], frame)
    }

    /// One line for each thing placed, in whole pixels.
    fn text(&self) -> String {
        let placed = self.placed();
        self.check(&placed);
        let mut text = String::new();
        for lane in &placed.lanes {
            let _ = writeln!(text, "lane y {:.0} height {:.0} count {}", lane.y, lane.height, lane.count);
        }
        for mark in &placed.marks {
            let title = &self.events[mark.event.index()].title.fr;
            let shape = match mark.shape {
                Shape::Point { x, doubt: None, is_dashed, .. } => {
                    format!("point {x:.0}{}", if is_dashed { " dashed" } else { "" })
                }
                Shape::Point { x, doubt: Some((from, to)), is_dashed, .. } => {
                    format!("point {x:.0} in {from:.0}–{to:.0}{}", if is_dashed { " dashed" } else { "" })
                }
                Shape::Bar { x0, x1, start, end } => format!("bar {x0:.0}–{x1:.0} {start:?} {end:?}"),
            };
            let label = match &mark.label {
                Some(label) => {
                    let side = if label.is_flipped { "left" } else { "right" };
                    format!("label {:.0}–{:.0} {side}", label.x, label.x + label.width)
                }
                None => "no label".to_owned(),
            };
            let _ = writeln!(text, "y {:>3.0}  {shape}  {label}  {title}", mark.y);
        }
        for stub in &placed.stubs {
            let _ =
                writeln!(text, "y {:>3.0}  stub {:?} at {:.0} of {}", stub.y, stub.place, stub.x, stub.count);
        }
        text
    }

    /// What holds of every picture.
    fn check(&self, placed: &PlacedTimeline) {
        let mut seen: Vec<_> = placed.marks.iter().map(|mark| mark.event).collect();
        seen.extend(placed.stubs.iter().flat_map(|stub| stub.named.iter().copied()));
        seen.sort_unstable();
        let named = seen.len();
        seen.dedup();
        assert_eq!(seen.len(), named, "no event is in two places");
        let counted: usize = placed.stubs.iter().map(|stub| stub.count).sum();
        assert_eq!(placed.marks.len() + counted, self.events.len(), "every event is in a mark or in a stub");

        let mut spans: Vec<(f64, f64, f64)> = Vec::new();
        for mark in &placed.marks {
            let (mut x0, mut x1) = mark.shape.span();
            if let Some(label) = &mark.label {
                assert!(
                    label.x >= -1e-6 && label.x + label.width <= self.width_px + 1e-6,
                    "{label:?} is cut"
                );
                (x0, x1) = (x0.min(label.x), x1.max(label.x + label.width));
            }
            assert!(x0 >= -1e-6 && x1 <= self.width_px + 1e-6, "{mark:?} leaves the canvas");
            assert!(mark.y >= ROW_PX / 2.0 && mark.y <= placed.height - LABEL_SIZE_PX / 2.0);
            spans.push((mark.y, x0, x1));
        }
        for (index, one) in spans.iter().enumerate() {
            for two in &spans[index + 1..] {
                let apart = (one.0 - two.0).abs() >= ROW_PX - 1e-6 || one.2 < two.1 || two.2 < one.1;
                assert!(apart, "{one:?} lies over {two:?}");
            }
        }
        for stub in &placed.stubs {
            assert!(!stub.named.is_empty());
            assert_eq!(stub.named.len(), if stub.count > 100 { 20 } else { stub.count }, "few are all named");
        }
    }
}

#[test]
fn no_event_is_an_empty_lane() {
    insta::assert_snapshot!(Picture::of(Vec::new()).text());
}

#[test]
fn one_event() {
    insta::assert_snapshot!(Picture::of(vec![event("Vite Ma Dose en ligne", "2021-04-01", 3)]).text());
}

#[test]
fn sparse_events_of_every_precision_and_shape() {
    let mut announced = event("Annonce sans fin", "2021-11/..", 2);
    announced.status = Status::Announced;
    insta::assert_snapshot!(
        Picture::of(vec![
            event("Au jour", "2021-02-10", 2),
            event("Au mois", "2021-05", 1),
            event("Vers septembre", "2021-09~", 2),
            event("À l’année", "2021", 1),
            event("Une période", "2021-06-01/2021-08-15", 2),
            event("Commencée avant", "2020-03/2021-03", 1),
            event("Depuis octobre", "2021-10/..", 2),
            event("Avant la mi-avril", "../2021-04-15", 1),
            announced,
        ])
        .text()
    );
}

#[test]
fn dense_events_keep_the_important_labels_and_count_the_rest() {
    let events = (0..60)
        .map(|index| {
            let date = format!("2021-{:02}-{:02}", index % 12 + 1, index % 27 + 1);
            event(&format!("Événement numéro {index}"), &date, if index % 7 == 0 { 3 } else { 1 })
        })
        .collect();
    let picture = Picture::of(events);
    let placed = picture.placed();
    let majors = picture.events.iter().filter(|event| event.importance == 3).count();
    let minors = picture.events.len() - majors;
    let major_marks = placed.marks.iter().filter(|mark| mark.is_major).count();
    let minor_marks = placed.marks.len() - major_marks;
    // Four rows of five labels cannot hold all; what matters most comes first.
    assert_eq!((majors, major_marks), (9, 8));
    assert!(minor_marks * majors < major_marks * minors, "{minor_marks} of {minors} minor marks are drawn");
    insta::assert_snapshot!(picture.text());
}

#[test]
fn all_on_one_day_fill_the_rows_and_one_stub() {
    let events = (0..9).map(|index| event(&format!("Le même jour {index}"), "2021-06-15", 2)).collect();
    let picture = Picture::of(events);
    let within: Vec<_> =
        picture.placed().stubs.into_iter().filter(|stub| stub.place == StubPlace::Within).collect();
    assert_eq!(within.len(), 1);
    insta::assert_snapshot!(picture.text());
}

#[test]
fn an_opened_lane_hides_nothing() {
    let events = (0..9).map(|index| event(&format!("Le même jour {index}"), "2021-06-15", 2)).collect();
    let picture = Picture { is_open: true, ..Picture::of(events) };
    assert!(picture.placed().stubs.is_empty());
    insta::assert_snapshot!(picture.text());
}

#[test]
fn a_narrow_canvas_still_shows_and_counts() {
    let events = vec![
        event("France Relance présenté", "2021-01-03", 3),
        event("Rapport Bothorel remis au Premier ministre", "2021-06-23", 2),
        event("Départ annoncé", "2021-12-30", 3),
    ];
    insta::assert_snapshot!(Picture { width_px: 240.0, ..Picture::of(events) }.text());
}

#[test]
fn a_label_longer_than_the_canvas_is_counted_and_in_an_opened_lane_drawn_without_words() {
    let long =
        "Un titre si long qu’aucune toile de deux cents pixels ne pourrait jamais le contenir en entier";
    let picture =
        |is_open| Picture { width_px: 200.0, is_open, ..Picture::of(vec![event(long, "2021-06-15", 3)]) };
    assert_eq!(picture(false).placed().marks.len(), 0);
    let open = picture(true).placed();
    assert_eq!((open.marks.len(), open.marks[0].label.is_none()), (1, true));
    insta::assert_snapshot!(format!("{}\nopened\n{}", picture(false).text(), picture(true).text()));
}

#[test]
fn what_lies_beyond_the_window_is_counted_at_its_edges() {
    let events = vec![
        event("Bien avant", "2013-12-03", 3),
        event("Avant", "2020-06", 1),
        event("Dedans", "2021-06-01", 1),
        event("Après", "2022-02-21", 3),
    ];
    insta::assert_snapshot!(Picture::of(events).text());
}

#[test]
fn the_shortest_window_and_the_longest() {
    let day = |day: i32| f64::from(Day::from_civil(2021, 6, 15).0 + day);
    let events = || vec![event("Dans la fenêtre", "2021-06-15", 2), event("Un an", "2021", 1)];
    let near = Picture { window: Window { start: day(-5), end: day(5) }, ..Picture::of(events()) };
    let far = Picture { window: Window { start: day(-50_000), end: day(50_000) }, ..Picture::of(events()) };
    insta::assert_snapshot!(format!("ten days\n{}\na century\n{}", near.text(), far.text()));
}

proptest! {
    /// Whatever the data and the window: nothing lost, nothing cut, nothing covered.
    #[test]
    fn no_picture_loses_cuts_or_covers(
        events in prop::collection::vec(
            (0..2_000_i32, 0..400_i32, 1..=3_u8, 1..40_usize, 0..5_u8), 0..60
        ),
        width_px in 160.0..1_600.0_f64,
        start in -400..1_800_i32,
        length in 10..3_000_i32,
        is_open in any::<bool>(),
    ) {
        let first = Day::from_civil(2018, 1, 1).0;
        let date_of = |day: i32| {
            let (year, month, day) = Day(first + day).to_civil();
            format!("{year:04}-{month:02}-{day:02}")
        };
        let events = events
            .into_iter()
            .map(|(day, length, importance, letters, form)| {
                let (from, to) = (date_of(day), date_of(day + length));
                let date = match form {
                    0 => from,
                    1 => from[..7].to_owned(),
                    2 => format!("{from}/{to}"),
                    3 => format!("{from}/.."),
                    _ => format!("../{to}"),
                };
                event(&"m".repeat(letters), &date, importance)
            })
            .collect();
        let window = Window { start: f64::from(first + start), end: f64::from(first + start + length) };
        let picture = Picture { events, width_px, window, is_open };
        let placed = picture.placed();
        picture.check(&placed);
    }
}

/// Twenty thousand events of one lane over ten years: a lane of the largest set that the explorer promises to bear.
fn many() -> Picture {
    let mut number = 2_463_534_242_u32;
    let mut random = |below: u32| {
        // Marsaglia, "Xorshift RNGs", 2003.
        number ^= number << 13;
        number ^= number >> 17;
        number ^= number << 5;
        number % below
    };
    let events = (0..20_000)
        .map(|place| {
            let date = format!("{:04}-{:02}-{:02}", 2016 + random(10), 1 + random(12), 1 + random(28));
            let importance = [1, 1, 1, 2, 2, 3][random(6) as usize];
            let letters = 1 + random(12) as usize;
            event(&format!("{place} {}", "e".repeat(letters)), &date, importance)
        })
        .collect();
    let year = |year| f64::from(Day::from_civil(year, 1, 1).0);
    Picture { window: Window { start: year(2016), end: year(2026) }, ..Picture::of(events) }
}

/// Where a layout without any index puts the marks: each event in its turn, each row, each span that is taken.
fn by_brute_force(picture: &Picture) -> Vec<(EventId, usize, f64)> {
    let metrics = TextMetrics::cautious();
    let scale = TimeScale { window: picture.window, width_px: picture.width_px };
    let mut in_time: Vec<usize> = (0..picture.events.len()).collect();
    in_time.sort_by_key(|&place| picture.events[place].date.moment());
    let mut taken: Vec<Vec<(f64, f64)>> = vec![Vec::new(); 4];
    let mut marks = Vec::new();
    for importance in [3, 2, 1] {
        let own: Vec<usize> =
            in_time.iter().copied().filter(|&place| picture.events[place].importance == importance).collect();
        // Those of many equals come in the order of the radical inverse of their places.
        let bits = own.len().next_power_of_two().trailing_zeros();
        let mut turns: Vec<usize> = (0..own.len()).collect();
        let inverse =
            |place: usize| (0..bits).fold(0, |sum, bit| sum | ((place >> bit) & 1) << (bits - 1 - bit));
        turns.sort_by_key(|&place| inverse(place));
        let mut refused = 0;
        for turn in turns {
            if refused == 300 {
                break;
            }
            let event = &picture.events[own[turn]];
            if !picture.window.holds(event.date) {
                continue;
            }
            let radius = [5.0, 6.0, 7.5][usize::from(importance) - 1];
            let (begins, ends) = event.date.reach();
            let x = scale.x_from_day(f64::midpoint(begins, ends)).clamp(radius, picture.width_px - radius);
            let weight = if importance == 3 { Weight::Bold } else { Weight::Regular };
            let width = metrics.width_px(&event.title.fr, weight, LABEL_SIZE_PX);
            let (right, left) =
                ((x - radius, x + radius + 6.0 + width), (x - radius - 6.0 - width, x + radius));
            let spot = (0..4).find_map(|row| {
                [right, left].into_iter().find_map(|span| {
                    let is_in = span.0 >= 0.0 && span.1 <= picture.width_px;
                    let is_free =
                        taken[row].iter().all(|other| span.1 + 8.0 <= other.0 || other.1 + 8.0 <= span.0);
                    (is_in && is_free).then_some((row, span))
                })
            });
            match spot {
                Some((row, span)) => {
                    taken[row].push(span);
                    marks.push((EventId::from(own[turn]), row, x));
                }
                None => refused += 1,
            }
        }
    }
    marks
}

#[test]
fn of_many_events_each_mark_stands_where_brute_force_puts_it() {
    let whole = many().window;
    let mut compared = 0;
    for days in [0.0, 300.0, 700.0, 1_100.0, 1_600.0, 2_000.0, 2_400.0, 2_900.0, 3_300.0, 3_600.0] {
        let window = Window { start: whole.start + days, end: whole.end };
        let picture = Picture { window, width_px: 1_600.0, ..many() };
        let placed = picture.placed();
        picture.check(&placed);
        let mut expected = by_brute_force(&picture);
        expected.sort_unstable_by_key(|(event, _, _)| *event);
        let mut marks: Vec<_> = placed.marks.iter().collect();
        marks.sort_unstable_by_key(|mark| mark.event);
        assert_eq!(marks.len(), expected.len());
        for (mark, (event, row, x)) in marks.into_iter().zip(expected) {
            assert_eq!(mark.event, event);
            assert!((mark.shape.centre() - x).abs() < 1e-9, "{mark:?} is not at {x}");
            assert!((mark.y - (20.0 + row as f64 * ROW_PX)).abs() < 1e-9, "{mark:?} is not in row {row}");
            compared += 1;
        }
    }
    assert!(compared >= 200, "{compared} marks were compared");
}

/// Who moves the window a little sees the same marks move with it, and not another choice of them.
#[test]
fn of_many_events_most_marks_stay_while_the_window_moves() {
    let picture = many();
    let marks = |start: f64| -> Vec<EventId> {
        let window =
            Window { start: picture.window.start + start, end: picture.window.start + start + 700.0 };
        let placed = Picture { window, ..many() }.placed();
        placed.marks.iter().map(|mark| mark.event).collect()
    };
    let (before, after) = (marks(900.0), marks(907.0));
    let kept = before.iter().filter(|id| after.contains(id)).count();
    assert!(kept * 4 > before.len() * 3, "{kept} of {} stay", before.len());
}

/// Of many each count says how many of its stretch have no mark, as looking at each of them finds.
#[test]
fn of_many_events_each_count_is_that_of_its_stretch() {
    let whole = many();
    for start in [0.0, 300.0, 1_100.0, 2_400.0] {
        let window = Window { start: whole.window.start + start, end: whole.window.start + start + 900.0 };
        // No stretch of this width ends with a day, where rounding would decide.
        let picture = Picture { window, width_px: 1_003.7, ..many() };
        let placed = picture.placed();
        picture.check(&placed);
        let scale = TimeScale { window, width_px: picture.width_px };
        let has_mark = |id: EventId| placed.marks.iter().any(|mark| mark.event == id);
        let within: Vec<_> = placed.stubs.iter().filter(|stub| stub.place == StubPlace::Within).collect();
        assert!(within.len() > 10, "{} counts", within.len());
        // The first and the last one count what lies up to the edges too.
        for stub in &within[1..within.len() - 1] {
            let is_here = |event: &Event| {
                let x = scale.x_from_day(event.date.reach().0);
                (stub.x - 26.0..stub.x + 26.0).contains(&x)
            };
            let events = picture.events.iter().enumerate();
            let hidden =
                events.filter(|(place, event)| is_here(event) && !has_mark(EventId::from(*place))).count();
            assert_eq!(stub.count, hidden, "the count at {}", stub.x);
        }
    }
}

/// Periods that began long before the window are in it, in marks or counts, and each mark knows its place among all.
#[test]
fn of_many_periods_those_that_go_on_are_held() {
    let mut events: Vec<Event> = (0..2_000)
        .map(|place| {
            let year = 1990 + place % 30;
            event(&format!("p{place}"), &format!("{year}/{}", year + 1 + place % 17), 1 + (place % 3) as u8)
        })
        .collect();
    events.push(event("toujours", "1980/..", 3));
    let day = |year| f64::from(Day::from_civil(year, 6, 1).0);
    let picture = Picture { window: Window { start: day(2005), end: day(2007) }, ..Picture::of(events) };
    let placed = picture.placed();
    picture.check(&placed);
    let held = picture.events.iter().filter(|event| picture.window.holds(event.date)).count();
    assert_eq!(placed.lanes[0].count, held);
    assert!(placed.marks.iter().any(|mark| mark.event == EventId::from(2_000)), "what matters most is drawn");
    let positions: Vec<usize> = placed.marks.iter().map(|mark| mark.position).collect();
    assert!(positions.is_sorted() && positions.iter().all(|&position| (1..=held).contains(&position)));
}

/// What goes on in the window is not before it, however early it began: the count before it leads to what it counts.
#[test]
fn the_count_before_the_window_reaches_to_the_first_event_that_it_counts() {
    let events = vec![
        event("En cours", "2015/2022", 2),
        event("Année", "2018", 1),
        event("Jour", "2018-02-01", 1),
        event("Ici", "2021-06-15", 1),
    ];
    let day = |year| f64::from(Day::from_civil(year, 1, 1).0);
    let picture = Picture { window: Window { start: day(2021), end: day(2022) }, ..Picture::of(events) };
    let placed = picture.placed();
    picture.check(&placed);
    let before = placed.stubs.iter().find(|stub| stub.place == StubPlace::Before).expect("a count");
    assert_eq!((before.count, before.named.as_slice()), (2, [EventId::from(1), EventId::from(2)].as_slice()));
    assert_eq!(before.anchors, (day(2018), day(2021)));
}

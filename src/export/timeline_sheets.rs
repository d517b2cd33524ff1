//! The timeline on sheets of paper: all there is, lane after lane, then the projects if they are shown, on as many sheets as it takes.

use super::{
    picture::{Card, file, foot, head, margins, projects_sheet, shortened},
    request::Request,
    sheet::{Entry, SHOWN, Sheet, moved},
    timeline_chart::{Room, Shown},
    words,
};
use crate::{
    i18n::messages::messages,
    model::strategy::Strategy,
    text_metrics::TextMetrics,
    timeline::{
        axis::AXIS_PX,
        canvas::USUAL_ROWS,
        placed::{LANE_NAME_PX, LANE_PADDING_PX, PlacedLane, PlacedTimeline, ROW_PX},
    },
};

/// Of more events than this not each is drawn: counts stand for those without room, as on the screen.
const MOST_DRAWN: usize = 2_000;
/// The fewest rows of a lane that are worth beginning it on a sheet.
const LEAST_ROWS: usize = 3;
/// The least height for lanes, however little a sheet has.
const LEAST_PX: f64 = LANE_NAME_PX.1 + LANE_PADDING_PX;
/// Space above the axis, where the label of the note's date stands, and below the lanes.
const GAPS_PX: (f64, f64) = (16.0, 12.0);

/// The sheets, each an SVG file of its own as [`super::picture::svg`] draws it; the request gives their size.
#[must_use]
pub fn timeline_sheets(strategy: &Strategy, request: &Request, metrics: &TextMetrics) -> Vec<String> {
    let words = messages(request.lang);
    let (width, height) = (request.width_px(), request.height_px().unwrap_or(request.width_px()));
    let (left, room_px) = margins(width);
    let shown = Shown::of_all(strategy, request);
    let most_rows = (shown.count() > MOST_DRAWN).then_some(USUAL_ROWS);
    let whole = shown.placed(Room { width_px: room_px, most_rows }, metrics);
    let sentence = shortened(&shown.in_words());
    let description = format!("{sentence}. {}", shown.in_detail());
    let head_of = |number: usize, count: usize| {
        let kicker = format!("{} · {}", words.kicker(), words::sheet(number, count, request.lang));
        let mut head = head(metrics, width, &kicker, words.title());
        head.set(SHOWN, &sentence, 2);
        head.leave(GAPS_PX.0);
        head
    };
    let foot_of = |legend: &[Entry]| foot(strategy, request, metrics, width, legend, &[]);
    let room = height - head_of(1, 1).y - GAPS_PX.1;

    // What stands below the head of each sheet, and its foot.
    let mut bodies: Vec<(String, Sheet)> = Vec::new();
    let foot = foot_of(&whole.legend());
    for placed in sections(&whole.placed, (room - AXIS_PX - foot.y).max(LEAST_PX)) {
        bodies.push((moved(left, 0.0, &whole.with(placed).markup()), foot.clone()));
    }
    if let Some(projects) = whole.projects() {
        let words_px = projects_sheet(&projects, metrics, width).y - projects.height();
        for section in projects.sections(room - words_px - foot_of(&projects.legend()).y) {
            bodies.push((projects_sheet(&section, metrics, width).into_markup(), foot_of(&section.legend())));
        }
    }
    let count = bodies.len();
    let draw = |(place, (body, foot)): (usize, (String, Sheet))| {
        let mut sheet = head_of(place + 1, count);
        sheet.draw(0.0, sheet.y, &body);
        sheet.draw(0.0, height - foot.y, &foot.into_markup());
        let card = Card { title: words.title().to_owned(), markup: sheet.into_markup(), height, zoom: 1.0 };
        let number = words::sheet(place + 1, count, request.lang);
        file(&card, request, &format!("{number}. {description}"))
    };
    bodies.into_iter().enumerate().map(draw).collect()
}

/// A placed timeline cut into pieces at most so high, between lanes and else between rows; of a lane that is cut each
/// piece has the name.
#[must_use]
pub fn sections(placed: &PlacedTimeline, height: f64) -> Vec<PlacedTimeline> {
    let empty = || PlacedTimeline { lanes: Vec::new(), marks: Vec::new(), stubs: Vec::new(), height: 0.0 };
    let mut done = Vec::new();
    let mut section = empty();
    for (index, lane) in placed.lanes.iter().enumerate() {
        let row_of = |y: f64| ((y - lane.y - LANE_PADDING_PX) / ROW_PX).max(0.0) as usize;
        let marks = || placed.marks.iter().filter(move |mark| mark.lane == index);
        let stubs = || placed.stubs.iter().filter(move |stub| stub.lane == index);
        let ys = marks().map(|mark| mark.y).chain(stubs().map(|stub| stub.y));
        let rows = ys.map(|y| row_of(y) + 1).max().unwrap_or(1);
        let height_of = |rows: usize| (rows as f64 * ROW_PX + 2.0 * LANE_PADDING_PX).max(LANE_NAME_PX.1);
        let mut first = 0;
        while first < rows {
            let left = rows - first;
            let room = height - section.height;
            let fitting = (((room - 2.0 * LANE_PADDING_PX) / ROW_PX).max(0.0) as usize).min(left);
            let fits_whole = height_of(left) <= room;
            // Rather on a sheet of its own than in two pieces; what is higher than a sheet begins where it can.
            let is_worth_it = fits_whole || (height_of(rows) > height && fitting >= LEAST_ROWS);
            if !is_worth_it && !section.lanes.is_empty() {
                done.push(std::mem::replace(&mut section, empty()));
                continue;
            }
            let taken = if fits_whole { left } else { fitting.max(1) };
            let part = first..first + taken;
            let (place, y) = (section.lanes.len(), section.height);
            let shift = y - lane.y - first as f64 * ROW_PX;
            section.marks.extend(marks().filter(|mark| part.contains(&row_of(mark.y))).map(|mark| {
                let mut mark = mark.clone();
                (mark.lane, mark.y) = (place, mark.y + shift);
                mark
            }));
            section.stubs.extend(stubs().filter(|stub| part.contains(&row_of(stub.y))).map(|stub| {
                let mut stub = stub.clone();
                (stub.lane, stub.y) = (place, stub.y + shift);
                stub
            }));
            section.lanes.push(PlacedLane { y, height: height_of(taken), ..lane.clone() });
            section.height += height_of(taken);
            first += taken;
        }
    }
    if !section.lanes.is_empty() || done.is_empty() {
        done.push(section);
    }
    done
}

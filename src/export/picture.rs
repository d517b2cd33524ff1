//! A picture of a view: title, what is shown, the drawing, what its signs mean, where it comes from, in one SVG file.

use super::{
    budget_chart::{self, list_in_words},
    edition_chart,
    look::{SANS, look},
    palette::Palette,
    presented::presented,
    projects_chart::ProjectsChart,
    request::{Pictured, Request, short_address},
    sheet::{ADDRESS, Entry, FINE, HEADING, KICKER, LARGE_TITLE, LARGEST_TITLE, SHOWN, SUM, Sheet, TITLE},
    timeline_chart::{self, Room},
    words,
};
use crate::{
    budget::{
        editions::placed::PlacedEdition,
        treemap::placed::{PlacedTreemap, height_of},
    },
    i18n::messages::messages,
    model::strategy::Strategy,
    state::view_state::Look,
    text_metrics::{TextMetrics, lines::broken},
    timeline::canvas::USUAL_ROWS,
    ui::drawing::{Drawing, escaped, px},
};

/// From this width on there is room for wide margins and a large title.
const WIDE_PX: f64 = 760.0;
/// From this width on there is room for the largest title.
const WIDEST_PX: f64 = 1_000.0;
/// What is narrower is drawn smaller: an axis needs this much beside the names of its lanes.
const LEAST_WIDTH_PX: f64 = 560.0;
/// The margins of a narrow and of a wide picture.
const MARGIN_PX: (f64, f64) = (20.0, 32.0);
/// The most lines of a title, of what is shown, of a list.
const MOST_LINES: usize = 3;
/// The most lines of a list where there is room for all.
const MOST_LIST_LINES: usize = 12;
/// The least space between the source and the address beside it.
const ADDRESS_GAP_PX: f64 = 24.0;
/// The least height of a map.
const LEAST_MAP_PX: f64 = 230.0;
/// Space between the events and the projects below them.
const PROJECTS_GAP_PX: f64 = 18.0;
/// A sentence longer than this, in letters, is not drawn whole.
const LONGEST_SENTENCE: usize = 600;

/// The picture that is asked for, as an SVG file of its own: no reference to anything outside of it, no style sheet, no
/// variable; text is text.
///
/// `strategy` is the whole of the data: the core knows neither actors nor phases. `metrics` are the widths of the font
/// that the picture will be seen with; [`TextMetrics::cautious`] where that is not known, as for a file that travels.
/// The same request gives the same bytes.
#[must_use]
pub fn svg(strategy: &Strategy, request: &Request, metrics: &TextMetrics) -> String {
    let card = Card::of(strategy, request, metrics);
    file(&card, request, &description(strategy, request, metrics))
}

/// The file of a card.
pub(super) fn file(card: &Card, request: &Request, description: &str) -> String {
    let palette = Palette::of(request.state.look.unwrap_or(Look::Paper), request.tint);
    let (width, height) =
        (request.width_px(), request.height_px().unwrap_or((card.height * card.zoom).ceil()));
    let (inner_width, inner_height) = (width / card.zoom, height / card.zoom);
    let ground = Drawing::new().rect("paper", (0.0, 0.0, inner_width, inner_height), 0.0);
    let drawn =
        presented(&(ground.into_markup() + &card.markup), |classes, around| look(classes, around, &palette));
    let lang = request.lang.as_str();
    let title = escaped(&card.title);
    let description = escaped(description);
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" \
         role=\"img\" lang=\"{lang}\" xml:lang=\"{lang}\" font-family=\"{SANS}\" font-size=\"13\">\
         <title>{title}</title><desc>{description}</desc>{drawn}</svg>\n",
        px(width),
        px(height),
        px(inner_width),
        px(inner_height),
    );
    // What a reader searched for is in it too, and not every character may be in a file of this kind.
    svg.chars().filter(|&character| is_allowed(character)).collect()
}

/// What the picture shows, in sentences: its description for who does not see it.
#[must_use]
pub fn description(strategy: &Strategy, request: &Request, metrics: &TextMetrics) -> String {
    match request.pictured {
        Pictured::Timeline => {
            let shown = timeline_chart::Shown::of(strategy, request);
            format!("{}. {}", shortened(&shown.in_words()), shown.in_detail())
        }
        Pictured::Budget => {
            if let Some(shown) = edition_chart::Shown::of(strategy, request) {
                let width = request.width_px();
                let placed = shown.placed(width, height_of(width), metrics);
                let sum = shown.sum(placed.as_ref());
                return format!("{} · {sum}. {}", shown.name(), shown.in_detail(placed.as_ref()));
            }
            let Some(shown) = budget_chart::Shown::of(strategy, request) else {
                return words::nothing_to_draw(request.lang).to_owned();
            };
            let width = request.width_px();
            let placed = shown.placed(width, height_of(width), metrics);
            let (sum, in_words) = (shown.sum(&placed), shortened(&shown.in_words(&placed)));
            format!("{sum}. {in_words}. {}", shown.in_detail(&placed))
        }
    }
}

/// What the picture is called.
#[must_use]
pub fn title(strategy: &Strategy, request: &Request) -> String {
    match request.pictured {
        Pictured::Timeline => messages(request.lang).title().to_owned(),
        Pictured::Budget => match budget_chart::Shown::of(strategy, request) {
            // An edition is of the whole budget of the projects, and is called by it.
            Some(shown) => shown.title().to_owned(),
            None => messages(request.lang).budget().to_owned(),
        },
    }
}

/// What the picture shows, in one sentence without a stop.
#[must_use]
pub fn shown(strategy: &Strategy, request: &Request, metrics: &TextMetrics) -> String {
    match request.pictured {
        Pictured::Timeline => shortened(&timeline_chart::Shown::of(strategy, request).in_words()),
        Pictured::Budget => {
            let width = request.width_px();
            if let Some(shown) = edition_chart::Shown::of(strategy, request) {
                let placed = shown.placed(width, height_of(width), metrics);
                return format!("{} · {}", shown.name(), shown.sum(placed.as_ref()));
            }
            match budget_chart::Shown::of(strategy, request) {
                Some(shown) => {
                    let placed = shown.placed(width, height_of(width), metrics);
                    format!("{} · {}", shown.sum(&placed), shortened(&shown.in_words(&placed)))
                }
                None => words::nothing_to_draw(request.lang).to_owned(),
            }
        }
    }
}

/// A sheet with everything on it, before classes become attributes.
pub(super) struct Card {
    /// What it is called.
    pub title: String,
    /// What is on it, with the classes of the screen.
    pub markup: String,
    /// How far it is filled.
    pub height: f64,
    /// By how much everything is drawn larger than on the screen.
    pub zoom: f64,
}

/// One way to fill a picture.
#[derive(Clone, Copy, Debug)]
struct Attempt {
    zoom: f64,
    most_rows: usize,
}

/// The ways to fill a picture of a given height, the most readable first: larger than on the screen, then with fewer rows
/// in each lane and smaller. Where only the turning points are drawn none of them is hidden for want of room, as long as
/// that can be.
fn attempts(request: &Request) -> impl Iterator<Item = Attempt> {
    let zoomed = |from: u32, to: u32, most_rows| {
        (to..=from).rev().map(move |step| Attempt { zoom: f64::from(step) / 20.0, most_rows })
    };
    let steps: &[(u32, u32, usize)] = match request.pictured {
        Pictured::Timeline if request.has_turning_points_only => &[(32, 10, USUAL_ROWS), (10, 2, 1)],
        Pictured::Timeline => &[(32, 20, USUAL_ROWS), (20, 20, 4), (20, 16, 3), (16, 14, 2), (14, 2, 1)],
        // A map takes the height that there is.
        Pictured::Budget => &[(32, 2, USUAL_ROWS)],
    };
    let most_zoom = request.width_px() / LEAST_WIDTH_PX;
    steps
        .iter()
        .flat_map(move |&(from, to, most_rows)| zoomed(from, to, most_rows))
        .filter(move |attempt| attempt.zoom <= most_zoom)
}

impl Card {
    fn of(strategy: &Strategy, request: &Request, metrics: &TextMetrics) -> Self {
        let draw = |attempt: Attempt| match request.pictured {
            Pictured::Timeline => timeline(strategy, request, metrics, attempt),
            Pictured::Budget => budget(strategy, request, metrics, attempt),
        };
        let zoom = (request.width_px() / LEAST_WIDTH_PX).min(1.0);
        let as_on_screen = Attempt { zoom, most_rows: USUAL_ROWS };
        let Some(height) = request.height_px() else { return draw(as_on_screen) };
        let mut last = None;
        for attempt in attempts(request) {
            let card = draw(attempt);
            if card.height <= height / attempt.zoom {
                return card;
            }
            last = Some(card);
        }
        last.unwrap_or_else(|| draw(as_on_screen))
    }
}

/// The margins and the width between them, for an inner width.
pub(super) fn margins(width: f64) -> (f64, f64) {
    let margin = if width < WIDE_PX { MARGIN_PX.0 } else { MARGIN_PX.1 };
    (margin, (width - 2.0 * margin).max(1.0))
}

/// The head of a sheet: an accent, a line above the title, the title.
pub(super) fn head<'a>(metrics: &'a TextMetrics, width: f64, kicker: &str, title: &str) -> Sheet<'a> {
    let (left, room) = margins(width);
    let mut sheet = Sheet::new(metrics, left, room);
    let accent = Drawing::new().rect("accent", (left, 0.0, 56.0, 5.0), 0.0);
    sheet.draw(0.0, 0.0, &accent.into_markup());
    sheet.leave(if width < WIDE_PX { 20.0 } else { 26.0 });
    sheet.set(KICKER, kicker, 2);
    sheet.leave(4.0);
    let settings = match width {
        _ if width < WIDE_PX => &[TITLE][..],
        _ if width < WIDEST_PX => &[LARGE_TITLE, TITLE],
        _ => &[LARGEST_TITLE, LARGE_TITLE, TITLE],
    };
    // A title is rather a little smaller than on two lines.
    let on_one_line = settings.iter().find(|setting| sheet.width_px(**setting, title) <= room);
    let setting = *on_one_line.unwrap_or(&settings[0]);
    sheet.set_balanced(setting, title, MOST_LINES);
    sheet.leave(6.0);
    sheet
}

/// The foot of a sheet: what signs mean, cautions, where everything comes from.
pub(super) fn foot<'a>(
    strategy: &Strategy,
    request: &Request,
    metrics: &'a TextMetrics,
    width: f64,
    legend: &[Entry],
    notes: &[String],
) -> Sheet<'a> {
    let (left, room) = margins(width);
    let mut sheet = Sheet::new(metrics, left, room);
    sheet.set_legend(legend);
    if !notes.is_empty() {
        sheet.leave(4.0);
    }
    for note in notes {
        sheet.set(FINE, note, MOST_LIST_LINES);
        sheet.leave(2.0);
    }
    sheet.leave(12.0);
    sheet.rule();
    sheet.leave(8.0);
    let about = strategy.about();
    let mut lines = sheet.lines(FINE, &words::source(about, request.lang), MOST_LINES);
    lines.extend(sheet.lines(FINE, &words::data(about, request.lang), MOST_LINES));
    let address = request.address.and_then(short_address);
    let address = address.filter(|address| sheet.width_px(ADDRESS, address) <= room);
    // The address stands at the right of the first line that leaves room for it, else below.
    let beside = address.and_then(|address| {
        let rest = room - sheet.width_px(ADDRESS, address) - ADDRESS_GAP_PX;
        lines.iter().position(|line| sheet.width_px(FINE, line) <= rest)
    });
    for (place, line) in lines.iter().enumerate() {
        if let Some(address) = address.filter(|_| beside == Some(place)) {
            sheet.set_at_right(ADDRESS, address);
        }
        sheet.set_line(FINE, line);
    }
    if let Some(address) = address.filter(|_| beside.is_none()) {
        sheet.set_line(ADDRESS, address);
    }
    sheet.leave(margins(width).0 * 0.6);
    sheet
}

fn timeline(strategy: &Strategy, request: &Request, metrics: &TextMetrics, attempt: Attempt) -> Card {
    let words = messages(request.lang);
    let width = request.width_px() / attempt.zoom;
    let shown = timeline_chart::Shown::of(strategy, request);
    let mut head = head(metrics, width, words.kicker(), words.title());
    let sentence = shortened(&shown.in_words());
    head.set(SHOWN, &sentence, MOST_LINES);
    let (left, room_px) = margins(width);
    let room = Room { most_rows: Some(attempt.most_rows), ..Room::usual(room_px) };
    let chart = shown.placed(room, metrics);
    // The label of the note's date may stand beside the sentence, where that is one short line.
    let is_beside = head.width_px(SHOWN, &sentence) + 24.0 <= chart.note_label_left();
    head.leave(if is_beside { -6.0 } else { 16.0 });
    let projects = chart.projects();
    let below = projects.as_ref().map(|projects| projects_sheet(projects, metrics, width));
    let mut legend = chart.legend();
    legend.extend(projects.iter().flat_map(ProjectsChart::legend));
    let foot = foot(strategy, request, metrics, width, &legend, &[]);
    let gap = 12.0;
    let below_px = below.as_ref().map_or(0.0, |below| PROJECTS_GAP_PX + below.y);
    let least = head.y + chart.height() + below_px + gap + foot.y;
    let height = request.height_px().map_or(least, |height| height / attempt.zoom);
    // What is left over goes above and below the drawing, so that the foot ends at the bottom.
    let spare = (height - least).max(0.0);
    head.draw(left, head.y + spare / 2.0, &chart.markup());
    if let Some(below) = below {
        head.draw(0.0, head.y + chart.height() + PROJECTS_GAP_PX, &below.into_markup());
    }
    let foot_y = height.max(least) - foot.y;
    head.draw(0.0, foot_y, &foot.into_markup());
    Card { title: words.title().to_owned(), markup: head.into_markup(), height: least, zoom: attempt.zoom }
}

/// The projects with the words above them: what they are, and what their bars are not. Without any the words are all.
pub(super) fn projects_sheet<'a>(
    projects: &ProjectsChart<'_>,
    metrics: &'a TextMetrics,
    width: f64,
) -> Sheet<'a> {
    let (left, room) = margins(width);
    let mut sheet = Sheet::new(metrics, left, room);
    sheet.set(HEADING, &projects.shown.heading(), 2);
    sheet.set(FINE, &projects.shown.caution(), MOST_LINES);
    if !projects.is_empty() {
        sheet.leave(6.0);
        sheet.draw(left, sheet.y, &projects.markup());
        sheet.leave(projects.height());
    }
    sheet
}

fn budget(strategy: &Strategy, request: &Request, metrics: &TextMetrics, attempt: Attempt) -> Card {
    let words = messages(request.lang);
    let width = request.width_px() / attempt.zoom;
    let (left, room) = margins(width);
    if let Some(shown) = edition_chart::Shown::of(strategy, request) {
        return edition(strategy, request, metrics, attempt, &shown);
    }
    let Some(shown) = budget_chart::Shown::of(strategy, request) else {
        let mut head = head(metrics, width, words.title(), words.budget());
        head.set(SHOWN, words::nothing_to_draw(request.lang), MOST_LINES);
        let foot = foot(strategy, request, metrics, width, &[], &[]);
        let (y, height) = (head.y, head.y + foot.y);
        head.draw(0.0, y, &foot.into_markup());
        let title = words.budget().to_owned();
        return Card { title, markup: head.into_markup(), height, zoom: attempt.zoom };
    };
    let kicker = [words.title()].into_iter().chain(shown.above()).collect::<Vec<_>>().join(" › ");
    let fixed = request.height_px().map(|height| height / attempt.zoom);
    let gaps = 14.0 + 10.0;
    let draw_foot = |placed: &PlacedTreemap| {
        let notes = notes(&shown, placed, request, metrics, room, fixed.is_some());
        foot(strategy, request, metrics, width, &shown.legend(placed), &notes)
    };
    let draw_head = |placed: &PlacedTreemap| {
        let mut head = head(metrics, width, &kicker, shown.title());
        head.set(SUM, &shown.sum(placed), MOST_LINES);
        head.set(SHOWN, &shortened(&shown.in_words(placed)), MOST_LINES);
        head
    };
    let mut placed = shown.placed(room, fixed.map_or(height_of(room), |height| height * 0.5), metrics);
    let mut map = height_of(room);
    // What is said below a map depends on its height, and its height on what is said: a second look settles it.
    if let Some(height) = fixed {
        for _ in 0..3 {
            map = (height - draw_head(&placed).y - draw_foot(&placed).y - gaps).max(LEAST_MAP_PX);
            placed = shown.placed(room, map, metrics);
        }
    }
    let mut head = draw_head(&placed);
    let foot = draw_foot(&placed);
    let map = if placed.cells.is_empty() { 0.0 } else { map };
    head.leave(14.0);
    head.draw(left, head.y, &shown.markup(&placed));
    head.leave(map + 10.0);
    let height = head.y + foot.y;
    let foot_y = fixed.map_or(head.y, |fixed| fixed.max(height) - foot.y);
    head.draw(0.0, foot_y, &foot.into_markup());
    Card { title: shown.title().to_owned(), markup: head.into_markup(), height, zoom: attempt.zoom }
}

fn edition(
    strategy: &Strategy,
    request: &Request,
    metrics: &TextMetrics,
    attempt: Attempt,
    shown: &edition_chart::Shown,
) -> Card {
    let width = request.width_px() / attempt.zoom;
    let (left, room) = margins(width);
    let fixed = request.height_px().map(|height| height / attempt.zoom);
    let gaps = 14.0 + 10.0;
    let most = if fixed.is_some() { 2 } else { MOST_LIST_LINES };
    let fits = |text: &str| broken(text, room, most + 1, |line| FINE.width_px(line, metrics)).len() <= most;
    let draw_head = |placed: Option<&PlacedEdition>| {
        let mut head = head(metrics, width, messages(request.lang).title(), shown.title());
        head.set(SUM, &shown.name(), MOST_LINES);
        let kept = Some(shown.filter_in_words(placed)).filter(|kept| !kept.is_empty());
        let sentence: Vec<_> = [shown.sum(placed)].into_iter().chain(kept).collect();
        head.set(SHOWN, &shortened(&sentence.join(" · ")), MOST_LINES);
        head
    };
    let draw_foot = |placed: Option<&PlacedEdition>| {
        let lists = placed.map(|placed| shown.lists(placed)).unwrap_or_default();
        let lists = lists.iter().map(|(heading, items)| list_in_words(heading, items, request.lang, fits));
        let notes: Vec<_> = lists.chain(shown.notes(placed)).collect();
        let legend = placed.map(|placed| shown.legend(placed)).unwrap_or_default();
        foot(strategy, request, metrics, width, &legend, &notes)
    };
    let mut placed = shown.placed(room, fixed.map_or(height_of(room), |height| height * 0.5), metrics);
    let mut map = height_of(room);
    // As for a budget: a second look settles the height of the map.
    if let Some(height) = fixed {
        for _ in 0..3 {
            let (head, foot) = (draw_head(placed.as_ref()), draw_foot(placed.as_ref()));
            map = (height - head.y - foot.y - gaps).max(LEAST_MAP_PX);
            placed = shown.placed(room, map, metrics);
        }
    }
    let mut head = draw_head(placed.as_ref());
    let foot = draw_foot(placed.as_ref());
    head.leave(14.0);
    if let Some(placed) = &placed {
        head.draw(left, head.y, &shown.markup(placed));
        head.leave(map);
    }
    head.leave(10.0);
    let height = head.y + foot.y;
    let foot_y = fixed.map_or(head.y, |fixed| fixed.max(height) - foot.y);
    head.draw(0.0, foot_y, &foot.into_markup());
    Card { title: shown.title().to_owned(), markup: head.into_markup(), height, zoom: attempt.zoom }
}

/// What is said below a map beside its legend: that areas add up, what the map cannot show, what may not be added. Where
/// the height is given, in few words.
fn notes(
    shown: &budget_chart::Shown,
    placed: &PlacedTreemap,
    request: &Request,
    metrics: &TextMetrics,
    room: f64,
    is_short: bool,
) -> Vec<String> {
    let most = if is_short { 2 } else { MOST_LIST_LINES };
    let fits = |text: &str| broken(text, room, most + 1, |line| FINE.width_px(line, metrics)).len() <= most;
    let lists = shown.lists(placed);
    let lists = lists.iter().map(|(heading, items)| list_in_words(heading, items, request.lang, fits));
    let (sentence, reasons) = shown.caution();
    let adds_up = messages(request.lang).sum_equals();
    let caution = if is_short { sentence.to_owned() } else { format!("{sentence} {reasons}") };
    lists.chain([format!("{adds_up} {caution}")]).collect()
}

/// A sentence that is not without end: what a reader searched for can be.
pub(super) fn shortened(sentence: &str) -> String {
    match sentence.char_indices().nth(LONGEST_SENTENCE) {
        Some((end, _)) => format!("{}…", &sentence[..end]),
        None => sentence.to_owned(),
    }
}

/// Whether XML allows a character.
fn is_allowed(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

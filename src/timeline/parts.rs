//! The links of the canvas, each written once: a move of the window writes only what changes of them.

use leptos::prelude::*;

use super::{
    Canvas,
    axis::{toggle_picture, toggle_text},
    hidden::PlacedStub,
    marks,
    placed::{PlacedLane, PlacedMark},
    stops::{Standing, Stop, in_order},
    stubs,
};
use crate::{
    model::id::ThemeId,
    state::view_state::Lane,
    ui::{
        drawing::px,
        link::{DrawnLink, Link, drawn_links, tell},
    },
};

/// What a link shows, wherever it stands.
#[derive(Clone, Debug, PartialEq)]
struct Content {
    /// What is drawn and said.
    of: Placed,
    /// Whether Tab enters here.
    is_entrance: bool,
    /// Whether its record is open.
    is_open: bool,
}

/// What the layout says of it but for where that stands: a mark at its left end, a stub at its middle, what opens a lane
/// at the left of its name.
#[derive(Clone, Debug, PartialEq)]
enum Placed {
    /// A mark.
    Mark {
        /// The mark.
        mark: PlacedMark,
        /// How many events its lane has in the window.
        count: usize,
        /// Whether the filter asks for it.
        is_asked_for: bool,
    },
    /// A stub.
    Stub(PlacedStub),
    /// The link that opens or closes the lane.
    Toggle {
        /// How wide the column of lane names is.
        lane_column: f64,
        /// Whether the lane is open.
        is_open: bool,
    },
}

impl Content {
    /// The link that shows it, in the lane of a theme.
    fn link(&self, stop: Stop, theme: ThemeId, canvas: Canvas) -> Link {
        let explorer = canvas.explorer();
        let (strategy, lang) = (explorer.strategy, explorer.lang());
        let (own, name, picture) = match &self.of {
            Placed::Mark { mark, count, is_asked_for } => (
                vec![
                    ("class", "mark".to_owned()),
                    ("data-kind", "event".to_owned()),
                    ("data-id", explorer.slug(mark.event).to_owned()),
                ],
                marks::name_in_lane(mark, *count, *is_asked_for, strategy, lang),
                marks::draw(mark, strategy[mark.event].theme, *is_asked_for),
            ),
            Placed::Stub(stub) => (
                vec![
                    ("class", "stub".to_owned()),
                    ("data-stub", String::new()),
                    ("data-count", stub.count.to_string()),
                    ("data-ids", explorer.slugs(&stub.named)),
                ],
                stubs::name(stub, strategy, lang),
                stubs::picture(stub),
            ),
            &Placed::Toggle { lane_column, is_open } => (
                vec![("class", "lane-toggle".to_owned())],
                format!("{}, {}", toggle_text(is_open, lang), strategy[theme].short.get(lang)),
                toggle_picture(lane_column, is_open, lang),
            ),
        };
        let mut attributes = own;
        attributes.push(("data-stop", stop.print()));
        attributes.push(("tabindex", tab_index(self.is_entrance).to_owned()));
        attributes.push(("aria-label", name));
        attributes.extend(self.is_open.then(|| ("aria-current", "true".to_owned())));
        Link { attributes, picture }
    }

    fn keep_position(&mut self, before: &Self) {
        if let Placed::Mark { mark, count, .. } = &mut self.of
            && let Placed::Mark { mark: before, count: count_before, .. } = &before.of
        {
            (mark.position, *count) = (before.position, *count_before);
        }
    }
}

/// A part of a lane on the canvas: where the keyboard stands on it, what it shows, and its link in the page.
#[derive(Clone)]
struct Part {
    stop: Stop,
    content: Content,
    drawn: DrawnLink,
}

/// A lane on the canvas, with what is in it: what opens it, the marks in order of time, then the stubs.
struct LaneParts {
    theme: ThemeId,
    transform: ArcRwSignal<String>,
    parts: Vec<Part>,
    links: ArcRwSignal<Vec<DrawnLink>>,
    /// How many elements it has had.
    numbers: usize,
}

impl LaneParts {
    fn new(theme: ThemeId) -> Self {
        Self {
            theme,
            transform: ArcRwSignal::default(),
            parts: Vec::new(),
            links: ArcRwSignal::default(),
            numbers: 0,
        }
    }

    /// Tells what is new of its parts, each with where it stands: what stays keeps its element. A count that is new takes
    /// that of one that is gone: a window that moves or grows has as many as before.
    fn renew(&mut self, asked: Vec<(Stop, String, Content)>, is_settled: bool, canvas: Canvas) {
        let before = std::mem::take(&mut self.parts);
        let stops: Vec<Stop> = asked.iter().map(|(stop, ..)| *stop).collect();
        let is_stub = |stop: Stop| matches!(stop, Stop::Stub(_));
        let mut free = before.iter().filter(|part| is_stub(part.stop) && !stops.contains(&part.stop));
        let part = |(stop, transform, content): (Stop, String, Content)| {
            let known = before.iter().find(|part| part.stop == stop);
            match known.or_else(|| if is_stub(stop) { free.next() } else { None }) {
                Some(part) => self.renewed(part, stop, transform, content, is_settled, canvas),
                None => self.new_part(stop, transform, content, canvas),
            }
        };
        let now: Vec<Part> = asked.into_iter().map(part).collect();
        let now = if is_settled { now } else { in_place(&before, now) };
        tell(&self.links, now.iter().map(|part| part.drawn.clone()).collect());
        self.parts = now;
    }

    /// Writes what is new of a part. Which of how many a mark is, is said once the window rests.
    fn renewed(
        &self,
        part: &Part,
        stop: Stop,
        transform: String,
        mut content: Content,
        is_settled: bool,
        canvas: Canvas,
    ) -> Part {
        let drawn = part.drawn.clone();
        if !is_settled {
            content.keep_position(&part.content);
        }
        drawn.move_to(transform);
        if stop != part.stop || content != part.content {
            drawn.renew(content.link(stop, self.theme, canvas));
        }
        Part { stop, content, drawn }
    }

    fn new_part(&mut self, stop: Stop, transform: String, content: Content, canvas: Canvas) -> Part {
        self.numbers += 1;
        // It leads from where the reader is, which is written into it when it is about to be used.
        let href = canvas.command_of(stop).map(|command| canvas.explorer().href(&command));
        let link = content.link(stop, self.theme, canvas);
        let class = format!("hue-{}", self.theme.hue());
        Part { stop, content, drawn: DrawnLink::new(self.numbers, href, link).in_group(class, transform) }
    }
}

/// The parts in an order in which none changes its place in the page: new ones have the places of those that are gone.
fn in_place(before: &[Part], now: Vec<Part>) -> Vec<Part> {
    let find = |parts: &[Part], part: &Part| {
        parts.iter().position(|other| other.drawn.number() == part.drawn.number())
    };
    let mut new = now.iter().filter(|part| find(before, part).is_none());
    let mut parts: Vec<Part> = before
        .iter()
        .filter_map(|part| find(&now, part).map(|place| &now[place]).or_else(|| new.next()))
        .cloned()
        .collect();
    parts.extend(new.cloned());
    parts
}

fn set_if_new<T: PartialEq + Send + Sync + 'static>(signal: &ArcRwSignal<T>, value: T) {
    if signal.with_untracked(|before| *before != value) {
        signal.set(value);
    }
}

/// Tells what is new in each lane of the canvas.
fn renew(lanes: &mut [LaneParts], canvas: Canvas) {
    let (entrance, is_settled) = (canvas.entrance(), canvas.is_settled());
    let anchored_x = canvas.anchored_x();
    canvas.with_placed(|placed| {
        for (index, (lane, own)) in lanes.iter_mut().zip(&placed.lanes).enumerate() {
            set_if_new(&lane.transform, format!("translate(0 {})", px(own.y)));
            let part = |standing: Standing| {
                let stop = standing.stop();
                let ((x, y), of, is_open) = content(standing, own, canvas);
                let transform = format!("translate({} {})", px(x - anchored_x), px(y - own.y));
                (stop, transform, Content { of, is_entrance: entrance == Some(stop), is_open })
            };
            let parts = in_order(placed, index).into_iter().map(part).collect();
            lane.renew(parts, is_settled, canvas);
        }
    });
}

/// Where something of a lane stands, what it shows there, and whether its record is open.
fn content(standing: Standing, lane: &PlacedLane, canvas: Canvas) -> ((f64, f64), Placed, bool) {
    let explorer = canvas.explorer();
    match standing {
        Standing::Toggle(_) => {
            let lane_column = canvas.lane_column();
            let is_open = explorer.state().with(|state| state.lanes.contains(&Lane::Theme(lane.theme)));
            ((-lane_column, lane.y), Placed::Toggle { lane_column, is_open }, false)
        }
        Standing::Mark(mark) => {
            let (count, is_asked_for) = (lane.count, canvas.is_asked_for(mark.event));
            let of = Placed::Mark { mark: marks::by_itself(mark), count, is_asked_for };
            ((mark.shape.span().0, mark.y), of, explorer.focus() == Some(mark.event.into()))
        }
        Standing::Stub(stub, _) => ((stub.x, stub.y), Placed::Stub(stubs::by_itself(stub)), false),
    }
}

/// Whether Tab enters at a part: `0` or `-1`, as an attribute.
fn tab_index(is_entrance: bool) -> &'static str {
    if is_entrance { "0" } else { "-1" }
}

/// What is on the canvas, each lane in a group of its own: a move within one moves nothing in another. Of a part that stays
/// only what changes is written: a moving window brings new ones with every frame, and moves all others.
#[component]
pub(crate) fn DrawnParts(canvas: Canvas) -> impl IntoView {
    let mut lanes: Vec<_> =
        canvas.explorer().strategy.themes().map(|(theme, _)| LaneParts::new(theme)).collect();
    // Now, for a page that is being written; and then with every move.
    untrack(|| renew(&mut lanes, canvas));
    let lane = |LaneParts { transform, links, .. }: &LaneParts| {
        view! { <g transform=transform.clone()>{drawn_links(links.clone())}</g> }
    };
    let groups = lanes.iter().map(lane).collect_view();
    Effect::new(move |_| renew(&mut lanes, canvas));
    groups
}

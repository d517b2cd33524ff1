//! What each mark and each count shows, as signals of its own: a move of the window reaches only what changes.

use leptos::{prelude::*, svg};
use web_sys::Element;

use super::{
    Canvas,
    hidden::PlacedStub,
    marks,
    placed::{PlacedLane, PlacedMark},
    stops::Stop,
    stubs,
};
use crate::{
    model::id::ThemeId,
    ui::drawing::{Drawing, px},
};

/// What a mark or a stub shows, wherever it stands.
#[derive(Clone, Debug, PartialEq)]
struct Content {
    /// What is drawn and said.
    of: Placed,
    /// Whether Tab enters here.
    is_entrance: bool,
    /// Whether its record is open.
    is_open: bool,
}

/// What the layout says of a mark or a stub but for where that stands: a mark at its left end, a stub at its middle.
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
}

impl Content {
    /// The link that shows it.
    fn link(&self, stop: Stop, canvas: Canvas) -> Link {
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

/// A mark or a stub on the canvas: what is written of it, and its element once that is drawn.
#[derive(Clone)]
struct Part {
    /// Where the keyboard stands on it.
    stop: Stop,
    written: ArcStoredValue<Written>,
}

/// What stands in the page of a part.
struct Written {
    /// Where it is drawn, once it is.
    group: Option<NodeRef<svg::G>>,
    transform: String,
    content: Content,
    link: Link,
}

impl Part {
    fn new(stop: Stop, transform: String, content: Content, canvas: Canvas) -> Self {
        let link = content.link(stop, canvas);
        Self { stop, written: ArcStoredValue::new(Written { group: None, transform, content, link }) }
    }

    /// Writes what is new of it. Which of how many a mark is, is said once the window rests.
    fn renew(&self, transform: String, mut content: Content, is_settled: bool, canvas: Canvas) {
        self.written.update_value(|written| {
            let group = written.group.and_then(|group| group.try_get_untracked().flatten());
            if !is_settled {
                content.keep_position(&written.content);
            }
            if transform != written.transform {
                let _never_fails = group.as_ref().map(|group| group.set_attribute("transform", &transform));
                written.transform = transform;
            }
            if content != written.content {
                let link = content.link(self.stop, canvas);
                if let Some(element) = group.and_then(|group| group.first_element_child()) {
                    link.write(&written.link, &element);
                }
                (written.content, written.link) = (content, link);
            }
        });
    }
}

/// The link of a mark or a stub, as it stands in the page.
#[derive(Clone)]
struct Link {
    attributes: Vec<(&'static str, String)>,
    picture: String,
}

impl Link {
    fn markup(&self, href: String) -> String {
        let attributes = [&[("href", href)], self.attributes.as_slice()].concat();
        Drawing::new().link(&attributes, &self.picture).into_markup()
    }

    fn attribute(&self, name: &str) -> Option<&String> {
        self.attributes.iter().find(|(other, _)| *other == name).map(|(_, value)| value)
    }

    /// Writes into its element what differs from before.
    fn write(&self, before: &Self, element: &Element) {
        for (name, value) in &self.attributes {
            if before.attribute(name) != Some(value) {
                let _never_fails = element.set_attribute(name, value);
            }
        }
        for (name, _) in &before.attributes {
            if self.attribute(name).is_none() {
                let _never_fails = element.remove_attribute(name);
            }
        }
        if self.picture != before.picture {
            element.set_inner_html(&self.picture);
        }
    }
}

/// A lane on the canvas, with what is in it: the marks in order of time, then the stubs.
#[derive(Clone)]
struct LaneParts {
    theme: ThemeId,
    transform: ArcRwSignal<String>,
    parts: ArcRwSignal<Vec<Part>>,
}

impl LaneParts {
    fn new(theme: ThemeId) -> Self {
        Self { theme, transform: ArcRwSignal::default(), parts: ArcRwSignal::default() }
    }

    /// Tells what is new of its parts, each with where it stands: what stays is told what is new of it.
    ///
    /// While the window moves, new ones take the places of those that are gone, and none changes its own in the page.
    fn renew(&self, parts: impl Iterator<Item = (Stop, String, Content)>, is_settled: bool, canvas: Canvas) {
        let before = self.parts.get_untracked();
        let mut now = Vec::with_capacity(before.len());
        for (stop, transform, content) in parts {
            // Most stand where they stood.
            let here = before.get(now.len()).filter(|part: &&Part| part.stop == stop);
            match here.or_else(|| before.iter().find(|part| part.stop == stop)) {
                Some(part) => {
                    part.renew(transform, content, is_settled, canvas);
                    now.push(part.clone());
                }
                None => now.push(Part::new(stop, transform, content, canvas)),
            }
        }
        if !is_settled {
            let is_in = |parts: &[Part], part: &Part| parts.iter().any(|other| other.stop == part.stop);
            let new: Vec<_> = now.iter().filter(|part| !is_in(&before, part)).cloned().collect();
            let mut new = new.into_iter();
            let mut kept: Vec<Part> = before
                .iter()
                .filter_map(|part| if is_in(&now, part) { Some(part.clone()) } else { new.next() })
                .collect();
            kept.extend(new);
            now = kept;
        }
        if !before.iter().map(|part| part.stop).eq(now.iter().map(|part| part.stop)) {
            self.parts.set(now);
        }
    }
}

fn set_if_new<T: PartialEq + Send + Sync + 'static>(signal: &ArcRwSignal<T>, value: T) {
    if signal.with_untracked(|before| *before != value) {
        signal.set(value);
    }
}

/// What is on the canvas. Copy: pass it freely.
#[derive(Clone, Copy)]
struct Parts(StoredValue<Vec<LaneParts>>);

impl Parts {
    /// Nothing yet.
    fn new() -> Self {
        Self(StoredValue::new(Vec::new()))
    }

    /// The lanes that are drawn now; what stays in them is told what is new of it.
    fn renewed(self, canvas: Canvas) -> Vec<LaneParts> {
        let open = canvas.explorer().focus();
        let (anchored_x, entrance, is_settled) =
            (canvas.anchored_x(), canvas.entrance(), canvas.is_settled());
        let before = self.0.get_value();
        let now = canvas.with_placed(|placed| {
            let lane = |(index, PlacedLane { theme, y, count, .. }): (usize, &PlacedLane)| {
                let known = before.iter().find(|lane| lane.theme == *theme);
                let lane = known.cloned().unwrap_or_else(|| LaneParts::new(*theme));
                set_if_new(&lane.transform, format!("translate(0 {})", px(*y)));
                let part = |stop: Stop, left: f64, top: f64, is_open: bool, of: Placed| {
                    let transform = format!("translate({} {})", px(left - anchored_x), px(top - y));
                    (stop, transform, Content { of, is_entrance: entrance == Some(stop), is_open })
                };
                let mark = |mark: &PlacedMark| {
                    let is_asked_for = canvas.is_asked_for(mark.event);
                    let of = Placed::Mark { mark: marks::by_itself(mark), count: *count, is_asked_for };
                    let is_open = open == Some(mark.event.into());
                    part(Stop::Mark(mark.event), mark.shape.span().0, mark.y, is_open, of)
                };
                let stub = |stub: &PlacedStub| {
                    let of = Placed::Stub(stubs::by_itself(stub));
                    Some(part(Stop::of_stub(stub)?, stub.x, stub.y, false, of))
                };
                let marks = placed.marks.iter().filter(|mark| mark.lane == index).map(mark);
                let stubs = placed.stubs.iter().filter(|stub| stub.lane == index).filter_map(stub);
                lane.renew(marks.chain(stubs), is_settled, canvas);
                lane
            };
            placed.lanes.iter().enumerate().map(lane).collect::<Vec<_>>()
        });
        self.0.set_value(now.clone());
        now
    }
}

/// Whether Tab enters at a part: `0` or `-1`, as an attribute.
#[must_use]
pub fn tab_index(is_entrance: bool) -> &'static str {
    if is_entrance { "0" } else { "-1" }
}

/// What is on the canvas, each lane in a group of its own: a move within one moves nothing in another.
#[component]
pub(crate) fn DrawnParts(canvas: Canvas) -> impl IntoView {
    let parts = Parts::new();
    let lane = move |LaneParts { transform, parts, .. }: LaneParts| {
        view! {
            <g transform=transform>
                <For
                    each=move || parts.get()
                    key=|part| part.stop
                    children=move |part| view! { <DrawnPart part canvas /> }
                />
            </g>
        }
    };
    view! { <For each=move || parts.renewed(canvas) key=|lane| lane.theme children=lane /> }
}

/// A mark or a stub, drawn where it stands: a link, of which a click is known to the canvas.
///
/// It is written as a whole, and then by [`Part::renew`] only what changes of it: a moving window brings new ones with every
/// frame, and moves all others.
#[component]
fn DrawnPart(part: Part, canvas: Canvas) -> impl IntoView {
    let explorer = canvas.explorer();
    let hue = match part.stop {
        Stop::Mark(event) | Stop::Stub(event) => explorer.strategy[event].theme.hue(),
        Stop::Toggle(theme) => theme.hue(),
    };
    // It leads from where the reader is, which is written into it when it is about to be used.
    let href = canvas.command_of(part.stop).map(|command| explorer.href(&command)).unwrap_or_default();
    let group = NodeRef::new();
    part.written.update_value(|written| written.group = Some(group));
    let (transform, markup) =
        part.written.with_value(|written| (written.transform.clone(), written.link.markup(href)));
    view! { <g node_ref=group class=format!("hue-{hue}") transform=transform inner_html=markup></g> }
}

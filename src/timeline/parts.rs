//! What each mark and each count shows, as signals of its own: a move of the window reaches only what changes.

use std::mem;

use leptos::prelude::*;

use super::{Canvas, hidden::PlacedStub, marks, placed::PlacedMark, stops::Stop, stubs};
use crate::{state::Explorer, ui::drawing::px};

/// What a mark or a stub shows, wherever it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    /// What is drawn and said.
    pub of: Placed,
    /// Whether Tab enters here.
    pub is_entrance: bool,
    /// Whether its record is open.
    pub is_open: bool,
}

/// What the layout says of a mark or a stub but for where that stands: a mark at its left end, a stub at its middle.
#[derive(Clone, Debug, PartialEq)]
pub enum Placed {
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

/// A mark or a stub on the canvas, with what it shows.
#[derive(Clone)]
pub struct Part {
    /// Where the keyboard stands on it.
    pub stop: Stop,
    /// Where it stands: the value of an attribute.
    pub transform: ArcRwSignal<String>,
    /// What it shows there.
    pub content: ArcRwSignal<Content>,
}

impl Part {
    /// Tells what is new of it.
    fn renew(&self, transform: String, content: Content) {
        if self.transform.with_untracked(|before| *before != transform) {
            self.transform.set(transform);
        }
        if self.content.with_untracked(|before| *before != content) {
            self.content.set(content);
        }
    }
}

/// What is on the canvas. Copy: pass it freely.
#[derive(Clone, Copy)]
pub struct Parts(StoredValue<Vec<Part>>);

impl Parts {
    /// Nothing yet.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "it belongs to the component that makes it")]
    pub fn new() -> Self {
        Self(StoredValue::new(Vec::new()))
    }

    /// What is drawn now, the marks first, by lane and then in order of time: what stays is told what is new of it.
    #[must_use]
    pub fn renewed(self, canvas: Canvas) -> Vec<Part> {
        let explorer = canvas.explorer();
        let anchored_x = canvas.anchored_x();
        let (entrance, open) = (canvas.entrance(), explorer.focus());
        let before = self.0.try_update_value(mem::take).unwrap_or_default();
        let mut now = Vec::with_capacity(before.len());
        let mut add = |stop: Stop, (x, y): (f64, f64), is_open: bool, of: Placed| {
            let transform = format!("translate({} {})", px(x - anchored_x), px(y));
            let content = Content { of, is_entrance: entrance == Some(stop), is_open };
            // Most stand where they stood.
            let here = before.get(now.len()).filter(|part: &&Part| part.stop == stop);
            match here.or_else(|| before.iter().find(|part| part.stop == stop)) {
                Some(part) => {
                    part.renew(transform, content);
                    now.push(part.clone());
                }
                None => now.push(Part {
                    stop,
                    transform: ArcRwSignal::new(transform),
                    content: ArcRwSignal::new(content),
                }),
            }
        };
        canvas.with_placed(|placed| {
            for mark in &placed.marks {
                let stop = Stop::Mark(mark.event);
                let (left, _) = mark.shape.span();
                let count = placed.lanes[mark.lane].count;
                let is_asked_for = canvas.is_asked_for(mark.event);
                let of = Placed::Mark { mark: marks::by_itself(mark), count, is_asked_for };
                add(stop, (left, mark.y), open == Some(mark.event.into()), of);
            }
            for stub in &placed.stubs {
                if let Some(stop) = Stop::of_stub(stub) {
                    add(stop, (stub.x, stub.y), false, Placed::Stub(stubs::by_itself(stub)));
                }
            }
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

/// A mark or a stub, drawn where it stands.
pub(crate) fn drawn(part: Part, explorer: Explorer, canvas: Canvas) -> AnyView {
    let Part { stop, transform, content } = part;
    let event = match stop {
        Stop::Mark(event) | Stop::Stub(event) => event,
        // The links that open lanes stand beside them.
        Stop::Toggle(_) => return ().into_any(),
    };
    let hue = format!("hue-{}", explorer.strategy[event].theme.hue());
    // It leads from where the reader is, which is written into it when it is about to be used.
    let href = canvas.command_of(stop).map(|command| explorer.href(&command));
    let link = move || {
        content.with(|content| match &content.of {
            Placed::Mark { mark, count, is_asked_for } => {
                marks::link(mark, *count, *is_asked_for, content, href.clone(), explorer).into_any()
            }
            Placed::Stub(stub) => stubs::link(stub, content, href.clone(), explorer).into_any(),
        })
    };
    view! { <g class=hue transform=transform>{link}</g> }.into_any()
}

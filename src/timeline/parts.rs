//! What each mark and each count shows, as signals of its own: a move of the window reaches only what changes.

use leptos::prelude::*;

use super::{Canvas, marks, stops::Stop, stubs};

/// What a mark or a stub shows, as a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Where it stands.
    pub transform: String,
    /// What is drawn of it, wherever it stands.
    pub picture: String,
    /// Its name for a screen reader.
    pub name: String,
    /// Of a stub: how many events it counts.
    pub count: String,
    /// Of a stub: the identifiers of those that it names.
    pub ids: String,
    /// Whether Tab enters here.
    pub is_entrance: bool,
    /// Whether its record is open.
    pub is_open: bool,
}

/// A mark or a stub on the canvas, with what it shows.
#[derive(Clone)]
pub struct Part {
    /// Where the keyboard stands on it.
    pub stop: Stop,
    /// As in [`Shown`].
    pub transform: ArcRwSignal<String>,
    /// As in [`Shown`].
    pub picture: ArcRwSignal<String>,
    /// As in [`Shown`].
    pub name: ArcRwSignal<String>,
    /// As in [`Shown`].
    pub count: ArcRwSignal<String>,
    /// As in [`Shown`].
    pub ids: ArcRwSignal<String>,
    /// As in [`Shown`].
    pub is_entrance: ArcRwSignal<bool>,
    /// As in [`Shown`].
    pub is_open: ArcRwSignal<bool>,
}

impl Part {
    fn new(stop: Stop, shown: Shown) -> Self {
        Self {
            stop,
            transform: ArcRwSignal::new(shown.transform),
            picture: ArcRwSignal::new(shown.picture),
            name: ArcRwSignal::new(shown.name),
            count: ArcRwSignal::new(shown.count),
            ids: ArcRwSignal::new(shown.ids),
            is_entrance: ArcRwSignal::new(shown.is_entrance),
            is_open: ArcRwSignal::new(shown.is_open),
        }
    }

    /// Tells what is new of it.
    fn renew(&self, shown: Shown) {
        let texts = [
            (&self.transform, shown.transform),
            (&self.picture, shown.picture),
            (&self.name, shown.name),
            (&self.count, shown.count),
            (&self.ids, shown.ids),
        ];
        for (signal, text) in texts {
            if signal.with_untracked(|before| *before != text) {
                signal.set(text);
            }
        }
        for (signal, is_so) in [(&self.is_entrance, shown.is_entrance), (&self.is_open, shown.is_open)] {
            if signal.get_untracked() != is_so {
                signal.set(is_so);
            }
        }
    }

    /// Whether Tab enters here: `0` or `-1`, as an attribute.
    #[must_use]
    pub fn tab_index(&self) -> &'static str {
        if self.is_entrance.get() { "0" } else { "-1" }
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
        let before = self.0.get_value();
        let mut now = Vec::with_capacity(before.len());
        let mut add = |stop: Stop, shown: Shown| {
            let shown = Shown { is_entrance: entrance == Some(stop), ..shown };
            // Most stand where they stood.
            let here = before.get(now.len()).filter(|part: &&Part| part.stop == stop);
            match here.or_else(|| before.iter().find(|part| part.stop == stop)) {
                Some(part) => {
                    part.renew(shown);
                    now.push(part.clone());
                }
                None => now.push(Part::new(stop, shown)),
            }
        };
        canvas.placed.with(|placed| {
            for mark in &placed.marks {
                let count = placed.lanes[mark.lane].count;
                let is_asked_for = canvas.is_asked_for(mark.event);
                let is_open = open == Some(mark.event.into());
                let room = (anchored_x, count);
                let shown = marks::shown(mark, room, is_asked_for, explorer.strategy, explorer.lang());
                add(Stop::Mark(mark.event), Shown { is_open, ..shown });
            }
            for stub in &placed.stubs {
                if let Some(stop) = Stop::of_stub(stub) {
                    add(stop, stubs::shown(stub, anchored_x, explorer));
                }
            }
        });
        self.0.set_value(now.clone());
        now
    }
}

//! The timeline of a picture: the marks of the screen on an axis as wide as the picture.

use super::{
    look::{CURRENT, TIGHT},
    projects_chart::{self, ProjectsChart},
    request::Request,
    sheet::{Entry, moved},
    words,
};
use crate::{
    i18n::{
        format::{self, OpenEnd, date_in_words, short_date},
        messages::{self, messages},
    },
    model::{
        date::Date,
        id::{EventId, RecordId},
        order::sorted,
        strategy::Strategy,
    },
    state::{filter::Filter, view_state::Lane},
    text_metrics::{TextMetrics, Weight},
    timeline::{
        axis::{AXIS_PX, LANE_TITLE_SIZE_PX, LANE_TITLE_X, Surroundings},
        canvas::USUAL_ROWS,
        hidden::{STUB_WIDTH_PX, StubPlace},
        lanes::lanes,
        legend::{SAMPLE_PX, Sign},
        marks,
        placed::{Frame, LANE_PADDING_PX, PlacedTimeline, ROW_PX, first_day_after, place},
        scale::{TimeScale, Window, default_window, extent},
        stubs,
        time_window::window_of,
    },
    ui::{
        criteria::{in_words, kept_of},
        drawing::Drawing,
    },
};

/// Space between the names of the lanes and the marks.
const COLUMN_GAP_PX: f64 = 16.0;
/// Free space below the rows of a lane that is no higher than its rows.
const TIGHT_PADDING_PX: f64 = 5.0;
/// How far the label of the note's date reaches to each side of it, at most.
const NOTE_LABEL_PX: f64 = 100.0;

/// How much room a timeline is given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Its width, with the names of the lanes.
    pub width_px: f64,
    /// The most rows of a lane, where there are fewer than usual no lane is opened; nothing for as many as it takes, with
    /// every lane open.
    pub most_rows: Option<usize>,
}

impl Room {
    /// As on the screen.
    #[must_use]
    pub fn usual(width_px: f64) -> Self {
        Self { width_px, most_rows: Some(USUAL_ROWS) }
    }
}

/// What a timeline shows, before it is placed.
pub struct Shown<'a> {
    strategy: &'a Strategy,
    request: &'a Request<'a>,
    filter: Filter,
    window: Window,
    /// How far an axis reaches with all events and projects.
    extent: Window,
    projects: Option<projects_chart::Shown<'a>>,
}

impl<'a> Shown<'a> {
    /// What a request asks for. Of a given height it shows events alone: as many rows as there are projects could not be
    /// read in it.
    #[must_use]
    pub fn of(strategy: &'a Strategy, request: &'a Request<'a>) -> Self {
        let has_room = request.height_px().is_none();
        Self::with(strategy, request, projects_chart::Shown::of(strategy, request).filter(|_| has_room))
    }

    /// The same over all there is, whatever the period, on as many sheets as it takes.
    #[must_use]
    pub fn of_all(strategy: &'a Strategy, request: &'a Request<'a>) -> Self {
        let shown = Self::with(strategy, request, projects_chart::Shown::of(strategy, request));
        Self { window: shown.extent, ..shown }
    }

    fn with(
        strategy: &'a Strategy,
        request: &'a Request<'a>,
        projects: Option<projects_chart::Shown<'a>>,
    ) -> Self {
        let dates: Vec<_> = strategy.events_in_time().map(|(id, _)| strategy.span(id)).collect();
        let events = extent(&dates);
        let reach = projects.as_ref().and_then(projects_chart::Shown::reach).unwrap_or(events);
        let extent_of_all = Window { start: events.start.min(reach.start), end: events.end.max(reach.end) };
        let initial = if request.has_turning_points_only {
            let turning = strategy.events().filter(|(_, event)| event.is_turning_point());
            extent(&turning.map(|(id, _)| strategy.span(id)).collect::<Vec<_>>())
        } else {
            default_window(&dates, strategy.reference_day())
        };
        Self {
            strategy,
            request,
            filter: Filter::of(request.state, request.found),
            window: window_of(request.state.bounds(), initial, extent_of_all),
            extent: extent_of_all,
            projects,
        }
    }

    /// How many events it shows.
    #[must_use]
    pub fn count(&self) -> usize {
        self.events_in_period().len()
    }

    fn is_asked_for(&self, id: EventId) -> bool {
        let is_large_enough = !self.request.has_turning_points_only || self.strategy[id].is_turning_point();
        is_large_enough && self.filter.admits_at_any_time(self.strategy, id)
    }

    fn is_current(&self, id: EventId) -> bool {
        self.request.state.focus == Some(RecordId::Event(id))
    }

    /// The events asked for that lie in the period, in the order of the data.
    fn events_in_period(&self) -> Vec<EventId> {
        let events = self.strategy.events();
        let shown = events.filter(|&(id, event)| self.window.holds(event.date) && self.is_asked_for(id));
        shown.map(|(id, _)| id).collect()
    }

    /// How many milestones of how many, in which period, by which choices: in one sentence.
    #[must_use]
    pub fn in_words(&self) -> String {
        let lang = self.request.lang;
        let (first, last) = self.window.to_days();
        let date = |day| short_date(Date::from_day(day), lang);
        let say = if self.request.has_turning_points_only {
            words::turning_points_shown
        } else {
            messages::shown_in_period
        };
        let (count, all) = (self.events_in_period().len(), self.strategy.events().count());
        let kept = kept_of(self.request.state, self.strategy, lang);
        say(count, all, &date(first), &date(last), lang) + &in_words(&kept, lang)
    }

    /// The lanes with their counts and the turning points with their dates, in sentences.
    #[must_use]
    pub fn in_detail(&self) -> String {
        let (strategy, lang) = (self.strategy, self.request.lang);
        let events = self.events_in_period();
        let lanes: Vec<String> = strategy
            .themes()
            .map(|(theme, record)| {
                let count = events.iter().filter(|&&id| strategy[id].theme == theme).count();
                format::named(record.label.get(lang), &messages::milestones(count, lang), lang)
            })
            .collect();
        let turning: Vec<EventId> =
            events.into_iter().filter(|&id| strategy[id].is_turning_point()).collect();
        let turning = sorted(&turning, |&a, &b| strategy[a].date.chronological(&strategy[b].date));
        let turning: Vec<String> = turning
            .into_iter()
            .map(|id| {
                let event = &strategy[id];
                let date = date_in_words(event.date, OpenEnd::of(event), lang);
                format!("{} ({date})", event.title.get(lang))
            })
            .collect();
        let mut sentences = format!("{}.", words::listed(&lanes, lang));
        if !turning.is_empty() {
            let heading = words::turning_points(lang);
            sentences += &format!(" {}.", format::named(heading, &words::listed(&turning, lang), lang));
        }
        if let Some(projects) = &self.projects {
            sentences += &format!(" {}. {}", projects.heading(), projects.caution());
        }
        sentences
    }

    /// The timeline placed in a room.
    #[must_use]
    pub fn placed(&'a self, room: Room, metrics: &'a TextMetrics) -> TimelineChart<'a> {
        let lang = self.request.lang;
        let lane_column = self.lane_column(metrics);
        let scale = TimeScale { window: self.window, width_px: (room.width_px - lane_column).max(1.0) };
        let frame = Frame {
            scale,
            lang,
            metrics,
            most_rows: room.most_rows.unwrap_or(USUAL_ROWS),
            // What is left out by importance is not hidden at the edges: the sentence says that it is left out.
            counts_beyond: !self.request.has_turning_points_only,
        };
        let open: Vec<Lane> = match room.most_rows {
            None => self.strategy.themes().map(|(theme, _)| Lane::Theme(theme)).collect(),
            Some(rows) if rows < USUAL_ROWS => Vec::new(),
            Some(_) => self.request.state.lanes.clone(),
        };
        let is_shown = |id| self.is_asked_for(id) || self.is_current(id);
        let mut placed = place(&lanes(self.strategy, &open, is_shown), frame);
        if self.request.has_turning_points_only {
            tighten(&mut placed);
        }
        TimelineChart { shown: self, placed, scale, lane_column, metrics }
    }

    /// As wide as the longest name of a lane.
    fn lane_column(&self, metrics: &TextMetrics) -> f64 {
        let width = |name: &str| metrics.width_px(name, Weight::Bold, LANE_TITLE_SIZE_PX);
        let names = self.strategy.themes().map(|(_, theme)| width(theme.short.get(self.request.lang)));
        (LANE_TITLE_X + names.fold(60.0, f64::max) + COLUMN_GAP_PX).ceil()
    }
}

/// A timeline with its places.
pub struct TimelineChart<'a> {
    shown: &'a Shown<'a>,
    /// Lanes, marks and counts.
    pub placed: PlacedTimeline,
    scale: TimeScale,
    lane_column: f64,
    metrics: &'a TextMetrics,
}

impl TimelineChart<'_> {
    /// The same with other places on the same axis.
    #[must_use]
    pub fn with(&self, placed: PlacedTimeline) -> Self {
        let Self { shown, scale, lane_column, metrics, .. } = *self;
        Self { shown, placed, scale, lane_column, metrics }
    }

    /// Its height.
    #[must_use]
    pub fn height(&self) -> f64 {
        AXIS_PX + self.placed.height
    }

    /// The projects on its axis, if they are shown.
    #[must_use]
    pub fn projects(&self) -> Option<ProjectsChart<'_>> {
        Some(self.shown.projects.as_ref()?.placed(self.scale, self.lane_column, self.metrics))
    }

    /// From where on, in pixels from its left, the row of the note's date is taken; all of it is free without the date.
    #[must_use]
    pub fn note_label_left(&self) -> f64 {
        let day = first_day_after(self.shown.strategy.reference_day());
        let window = self.scale.window;
        if (window.start..=window.end).contains(&day) {
            self.lane_column + self.scale.x_from_day(day) - NOTE_LABEL_PX
        } else {
            self.lane_column + self.scale.width_px
        }
    }

    /// Its markup, with the classes of the screen.
    #[must_use]
    pub fn markup(&self) -> String {
        let Shown { strategy, request, .. } = *self.shown;
        let surroundings = Surroundings {
            strategy,
            placed: &self.placed,
            scale: self.scale,
            lane_column: self.lane_column,
            lang: request.lang,
            metrics: self.metrics,
        };
        let mut marks = String::new();
        for mark in &self.placed.marks {
            let theme = self.placed.lanes[mark.lane].theme;
            let current = if self.shown.is_current(mark.event) { CURRENT } else { "" };
            marks.push_str(&format!("<g class=\"hue-{} {current}\">", theme.hue()));
            marks.push_str(&marks::draw(mark, theme, self.shown.is_asked_for(mark.event)));
            marks.push_str("</g>");
        }
        for stub in &self.placed.stubs {
            let theme = self.placed.lanes[stub.lane].theme;
            marks.push_str(&format!("<g class=\"stub hue-{}\">", theme.hue()));
            marks.push_str(&stubs::picture(stub));
            marks.push_str("</g>");
        }
        // Nothing here listens for a pointer: the rule of the note lies below the labels rather than across them.
        let tight = if request.has_turning_points_only { TIGHT } else { "" };
        let ground = format!("<g class=\"{tight}\">{}</g>", surroundings.ground());
        let drawn = format!("{ground}{}{}", surroundings.axis(), moved(0.0, AXIS_PX, &marks));
        moved(self.lane_column, 0.0, &drawn)
    }

    /// What its signs mean: those that it shows. The names of the lanes say which shape is which theme's.
    #[must_use]
    pub fn legend(&self) -> Vec<Entry> {
        let Shown { strategy, request, window, .. } = *self.shown;
        let messages = messages(request.lang);
        let note = strategy.reference_day();
        let shown = Sign::ALL.into_iter().filter(|sign| sign.occurs_in(&self.placed, window, note));
        let mut entries: Vec<Entry> = shown
            .map(|sign| {
                // A disc alone needs no more room than it takes.
                let (left, width) = match sign {
                    Sign::Filled | Sign::Hollow | Sign::Dashed => (8.0, 14.0),
                    Sign::Doubt | Sign::Arrow | Sign::After => (0.0, SAMPLE_PX.0),
                };
                let drawing = Drawing::new().group("hue-none", &sign.sample()).into_markup();
                Entry {
                    sign: moved(-left, 0.0, &drawing),
                    sign_px: (width, SAMPLE_PX.1),
                    meaning: sign.meaning(messages).to_owned(),
                }
            })
            .collect();
        let stubs = || self.placed.stubs.iter();
        let are_within = stubs().any(|stub| stub.place == StubPlace::Within);
        let are_beyond = stubs().any(|stub| stub.place != StubPlace::Within);
        if are_within || are_beyond {
            let (height, sample) = (18.0, if are_within { "+2" } else { "2 ›" });
            let sign = Drawing::new()
                .rect("pill", (0.5, 0.5, STUB_WIDTH_PX - 10.0, height - 1.0), height / 2.0)
                .centred_text("", (STUB_WIDTH_PX - 9.0) / 2.0, height / 2.0 + 4.3, sample);
            entries.push(Entry {
                sign: Drawing::new().group("stub hue-none", &sign).into_markup(),
                sign_px: (STUB_WIDTH_PX - 9.0, height),
                meaning: words::counts(are_within, are_beyond, request.lang).to_owned(),
            });
        }
        entries
    }
}

/// Makes each lane no higher than its rows: without a count there is nothing below its name.
fn tighten(placed: &mut PlacedTimeline) {
    let mut y = 0.0;
    for (place, lane) in placed.lanes.iter_mut().enumerate() {
        let shift = y - lane.y;
        let mut bottom = lane.y + LANE_PADDING_PX + ROW_PX;
        for mark in placed.marks.iter_mut().filter(|mark| mark.lane == place) {
            bottom = bottom.max(mark.y + ROW_PX / 2.0);
            mark.y += shift;
        }
        for stub in placed.stubs.iter_mut().filter(|stub| stub.lane == place) {
            bottom = bottom.max(stub.y + ROW_PX / 2.0);
            stub.y += shift;
        }
        lane.height = bottom + TIGHT_PADDING_PX - lane.y;
        lane.y = y;
        y += lane.height;
    }
    placed.height = y;
}

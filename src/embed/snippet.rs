//! The snippet of HTML that shows a view in a frame of another page, as a function of what the reader chooses.

use std::fmt::Write as _;

use super::pin::pin;
use crate::{
    i18n::messages::{frame_title, messages},
    model::{strategy::Strategy, text::Lang},
    state::{
        command::Command,
        query::{print, without_defaults},
        view_state::{PageDefaults, Scheme, View, ViewState},
    },
    ui::{drawing::escaped, view_name::view_name},
};

/// The widths that a frame is made for, in CSS pixels.
pub const WIDTHS_PX: (u32, u32) = (280, 1200);
/// The heights that a frame may be given, in CSS pixels.
pub const HEIGHTS_PX: (u32, u32) = (200, 4000);
/// The width of a column of text, for a frame that is as wide as it.
const COLUMN_PX: u32 = 700;
/// From this width of the frame on there is room for the axis of the timeline.
const CANVAS_PX: u32 = 688;
/// From this width on the switches of the budgets stand beside one another.
const NARROW_PX: u32 = 380;

/// The value of the field `data` that pins the frame to the present version.
pub const PINNED: &str = "pinned";
/// What the sandbox of the frame allows: the script with its own storage and files, links that open elsewhere, files
/// to take away.
const SANDBOX: &str =
    "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";
/// What the host page lends to the frame.
const ALLOW: &str = "clipboard-write; web-share; fullscreen";

/// What the reader chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// The view.
    pub view: View,
    /// Whether the open record is opened there too.
    pub keeps_record: bool,
    /// Whether the filters stay in force, but for the period.
    pub keeps_filters: bool,
    /// Whether the period shown stays.
    pub keeps_period: bool,
    /// The language.
    pub lang: Lang,
    /// The colours.
    pub scheme: Scheme,
    /// The width in CSS pixels; nothing for all that the host page gives.
    pub width: Option<u32>,
    /// The height in CSS pixels; nothing for one that suits the view and the width.
    pub height: Option<u32>,
    /// Whether the frame says so once the data are no longer of the present version.
    pub is_pinned: bool,
}

impl Choices {
    /// What is proposed for a state: all of it, as wide as there is room.
    #[must_use]
    pub fn of(view: View, lang: Lang) -> Self {
        Self {
            view,
            keeps_record: true,
            keeps_filters: true,
            keeps_period: true,
            lang,
            scheme: Scheme::Auto,
            width: None,
            height: None,
            is_pinned: false,
        }
    }

    /// Takes over what a field of the form says: one with a value, or one that is checked or not. What means nothing
    /// changes nothing; a size that is none is that of the view.
    pub fn choose(&mut self, field: &str, value: &str, is_checked: bool) {
        match field {
            "view" => self.view = View::parse(value).unwrap_or(self.view),
            "lang" => self.lang = Lang::parse(value).unwrap_or(self.lang),
            "scheme" => self.scheme = Scheme::parse(value).unwrap_or(self.scheme),
            "record" => self.keeps_record = is_checked,
            "filters" => self.keeps_filters = is_checked,
            "period" => self.keeps_period = is_checked,
            "width" => self.width = size(value, WIDTHS_PX),
            "height" => self.height = size(value, HEIGHTS_PX),
            "data" => self.is_pinned = value == PINNED,
            _ => {}
        }
    }

    /// The height of the frame in CSS pixels.
    #[must_use]
    pub fn height_px(&self) -> u32 {
        self.height.unwrap_or_else(|| usual_height(self.view, self.width.unwrap_or(COLUMN_PX)))
    }
}

/// A size within bounds; nothing if it is not a number.
fn size(value: &str, (least, most): (u32, u32)) -> Option<u32> {
    value.trim().parse::<u32>().ok().map(|size| size.clamp(least, most))
}

/// A height in CSS pixels at which a picture of this width is seen whole without any filter, and a list in part: it is
/// longer than a reader would want it at once.
#[must_use]
pub fn usual_height(view: View, width: u32) -> u32 {
    match (view, width) {
        (View::Timeline, CANVAS_PX..) => 1200,
        (View::Timeline | View::Table, _) => 640,
        // The first cards: there are more than a reader would want at once.
        (View::Indicators, CANVAS_PX..) => 900,
        (View::Indicators, _) => 1100,
        (View::Trends, _) => 900,
        (View::Story, CANVAS_PX..) => 900,
        (View::Story, _) => 1240,
        (View::Budget, CANVAS_PX..) => 880,
        (View::Budget, NARROW_PX..) => 1240,
        (View::Budget, _) => 1420,
    }
}

/// A page that can stand in the frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its whole address without a hash.
    pub address: String,
    /// Its language before the hash says more.
    pub lang: Lang,
}

/// What of a state is kept.
#[must_use]
pub fn kept(choices: &Choices, state: &ViewState, strategy: &Strategy) -> ViewState {
    let mut kept = state.clone();
    if !choices.keeps_record {
        kept = Command::Unfocus.applied(&kept, strategy);
    }
    if !choices.keeps_filters {
        let period = ViewState { from: state.from, to: state.to, ..ViewState::default() };
        kept = Command::FilterAs(Box::new(period)).applied(&kept, strategy);
    }
    if !choices.keeps_period {
        kept = Command::ShowDefaultWindow.applied(&kept, strategy);
    }
    kept
}

/// The address of the frame: `page` in the state that is chosen.
#[must_use]
pub fn address(choices: &Choices, state: &ViewState, page: &Page, strategy: &Strategy) -> String {
    let mut framed = kept(choices, state, strategy);
    framed.is_embedded = true;
    framed.scheme = Some(choices.scheme);
    pin(&mut framed, choices.is_pinned.then_some(strategy.about().version.as_str()));
    address_of(framed, choices, page, strategy)
}

/// The address of the same state on the full page.
#[must_use]
pub fn full_address(choices: &Choices, state: &ViewState, page: &Page, strategy: &Strategy) -> String {
    let mut full = kept(choices, state, strategy);
    full.scheme = None;
    pin(&mut full, None);
    address_of(full, choices, page, strategy)
}

fn address_of(mut state: ViewState, choices: &Choices, page: &Page, strategy: &Strategy) -> String {
    state.lang = Some(choices.lang);
    // A frame follows the system where it is told nothing.
    let defaults = PageDefaults { view: choices.view, lang: page.lang, scheme: Scheme::Auto };
    let mut state = without_defaults(state, defaults, strategy);
    // Said even where it is the page's own: who reads the address sees what it shows.
    state.view = Some(choices.view);
    format!("{}#{}", page.address, print(&state, strategy))
}

/// The snippet: one element, no script, which needs nothing of the host page.
#[must_use]
pub fn snippet(choices: &Choices, address: &str) -> String {
    let title = frame_title(view_name(choices.view, messages(choices.lang)), choices.lang);
    let width = choices.width.map_or("100%".to_owned(), |width| width.to_string());
    let height = choices.height_px().to_string();
    let mut html = "<iframe".to_owned();
    for (name, value) in [
        ("src", address),
        ("title", title.as_str()),
        ("loading", "lazy"),
        ("allow", ALLOW),
        ("sandbox", SANDBOX),
        ("width", width.as_str()),
        ("height", height.as_str()),
        // The one way to be without a border that a host page's policy on styles cannot refuse.
        ("frameborder", "0"),
    ] {
        let _never_fails = write!(html, " {name}=\"{}\"", escaped(value));
    }
    html + "></iframe>"
}

//! What a picture is asked for: which view, as which state shows it, how large, in which words and colours.

use crate::{
    model::{text::Lang, within::Within as _},
    state::{
        filter::Found,
        view_state::{View, ViewState},
    },
};

/// The least and the greatest length of a side, in pixels: what is beyond is drawn at the bound.
const SIDE_PX: (f64, f64) = (320.0, 4_000.0);
/// How large the pages that link to a site show its picture.
const OPEN_GRAPH_PX: (f64, f64) = (1_200.0, 630.0);

/// The file of that picture in the built site.
#[must_use]
pub fn open_graph_file(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "og.png",
        Lang::En => "en/og.png",
    }
}

/// A view that can be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pictured {
    /// Events on a time axis.
    Timeline,
    /// Envelopes as areas.
    Budget,
}

impl Pictured {
    /// What can be drawn of a view; nothing of one that is words alone.
    #[must_use]
    pub fn of(view: View) -> Option<Self> {
        match view {
            View::Timeline => Some(Self::Timeline),
            View::Budget => Some(Self::Budget),
            View::Indicators | View::Table | View::Story | View::Trends => None,
        }
    }
}

/// The colours of a picture. A file has no reader's system to follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tint {
    /// Dark on light.
    Light,
    /// Dark on the white of paper.
    White,
    /// Light on dark.
    Dark,
}

/// How large a picture is, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Size {
    /// So wide, and as high as it takes.
    OfWidth(f64),
    /// So wide and so high: it is drawn larger or smaller until it fits.
    Exactly(f64, f64),
}

/// What a picture is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The view.
    pub pictured: Pictured,
    /// The language of its words.
    pub lang: Lang,
    /// Its colours.
    pub tint: Tint,
    /// What of the view is shown: window, filters, opened lanes, scope, level, split, stage, measure, colours, and the
    /// record that is open. Its own view, language and scheme are not looked at.
    pub state: &'a ViewState,
    /// What the search of the state has found, if it has been answered.
    pub found: Option<&'a Found>,
    /// Whether only the turning points are drawn, for a picture that is looked at small.
    pub has_turning_points_only: bool,
    /// How large it is.
    pub size: Size,
    /// Where the view can be found, if that is known. The picture shows it without its fragment.
    pub address: Option<&'a str>,
}

impl<'a> Request<'a> {
    /// The picture that other pages show beside a link to a site: the turning points on the time axis.
    #[must_use]
    pub fn open_graph(lang: Lang, state: &'a ViewState, address: Option<&'a str>) -> Self {
        Self {
            pictured: Pictured::Timeline,
            lang,
            tint: Tint::Light,
            state,
            found: None,
            has_turning_points_only: true,
            size: Size::Exactly(OPEN_GRAPH_PX.0, OPEN_GRAPH_PX.1),
            address,
        }
    }

    /// Its width, kept within reason.
    #[must_use]
    pub fn width_px(&self) -> f64 {
        let (Size::OfWidth(width) | Size::Exactly(width, _)) = self.size;
        width.within(SIDE_PX.0, SIDE_PX.1)
    }

    /// Its height, where that is asked for, kept within reason.
    #[must_use]
    pub fn height_px(&self) -> Option<f64> {
        match self.size {
            Size::OfWidth(_) => None,
            Size::Exactly(_, height) => Some(height.within(SIDE_PX.0, SIDE_PX.1)),
        }
    }
}

/// An address as a picture shows it: short enough to be read and typed. Nothing for a file on someone's disk.
#[must_use]
pub fn short_address(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://").filter(|(scheme, _)| scheme.starts_with("http"))?;
    let path = rest.split(['#', '?']).next().unwrap_or(rest);
    let short = path.strip_suffix("index.html").unwrap_or(path).trim_end_matches('/');
    (!short.is_empty()).then_some(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_shown_without_what_a_reader_does_not_type() {
        for (address, short) in [
            ("https://example.org/", Some("example.org")),
            ("https://example.org/jalons/en/index.html#view=budget", Some("example.org/jalons/en")),
            ("http://127.0.0.1:8080/?a=b", Some("127.0.0.1:8080")),
            ("file:///home/someone/jalons.html", None),
            ("about:srcdoc", None),
            ("https://", None),
        ] {
            assert_eq!(short_address(address), short, "{address}");
        }
    }

    #[test]
    fn a_size_that_is_no_size_is_one() {
        let state = ViewState::default();
        let mut request = Request::open_graph(Lang::Fr, &state, None);
        request.size = Size::Exactly(f64::NAN, 1e12);
        assert!(request.width_px() >= SIDE_PX.0 && request.width_px() <= SIDE_PX.1);
        assert_eq!(request.height_px(), Some(SIDE_PX.1));
    }
}

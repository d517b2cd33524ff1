//! How the page looks around a drawing: read from its style sheet and the reader's system, whenever it is drawn.

use web_sys::HtmlElement;

use super::rows::Look;
use crate::saving::page;

/// How many colours the style sheet has for marks.
const HUES: usize = 5;

/// How the page looks around an element.
#[must_use]
pub fn look(element: &HtmlElement) -> Look {
    let page = page();
    let style = page.as_ref().and_then(|(window, _)| window.get_computed_style(element).ok().flatten());
    let matches = |query: &str| {
        let list = page.as_ref().and_then(|(window, _)| window.match_media(query).ok().flatten());
        list.is_some_and(|list| list.matches())
    };
    let said = |name: &str| {
        let value = style.as_ref().and_then(|style| style.get_property_value(name).ok());
        value.map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
    };
    let of_words = said("color").unwrap_or_else(|| "#000".to_owned());
    let is_forced = matches("(forced-colors: active)");
    // Where the system gives the colours, all marks have that of words: shapes and patterns tell them apart.
    let token = |name: &str| said(name).filter(|_| !is_forced).unwrap_or_else(|| of_words.clone());
    let paper = said(if is_forced { "background-color" } else { "--paper" });
    Look {
        ink: token("--ink"),
        muted: token("--muted"),
        rule: token("--rule"),
        paper: paper.unwrap_or_else(|| "#fff".to_owned()),
        hues: (0..HUES).map(|place| token(&format!("--hue-{place}"))).collect(),
        family: said("font-family").unwrap_or_else(|| "sans-serif".to_owned()),
        width_px: f64::from(element.client_width()),
        height_px: f64::from(element.client_height()),
        has_motion: !matches("(prefers-reduced-motion: reduce)"),
    }
}

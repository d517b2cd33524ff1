//! Where the links of a view lead on a written page: to other written pages, for they work without a script and from a folder of files.

use std::collections::HashSet;

use super::site::{Page, Place, Site};
use crate::{model::text::Lang, state::view_state::View};

/// The page of a view with links that lead somewhere without a script: states of the explorer become the written page or
/// the row that comes nearest, and `data-to` keeps the state for the page's first script where that is another. Marks
/// become ordinary stops of the keyboard.
#[must_use]
pub fn readable(html: &str, site: &Site, page: Page) -> String {
    let ids = html.split("id=\"focus=").skip(1);
    let anchors: HashSet<&str> = ids.filter_map(|rest| rest.split('"').next()).collect();
    let mut written = String::with_capacity(html.len());
    let mut pieces = html.split("href=\"#");
    written.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (state, rest) = piece.split_once('"').unwrap_or((piece, ""));
        let address = nearest(state, site, page, &anchors);
        written.push_str(&format!("href=\"{address}\""));
        // The way past the header is no state.
        if state != VIEW && address.strip_prefix('#') != Some(state) {
            written.push_str(&format!(" data-to=\"{state}\""));
        }
        written.push_str(rest);
    }
    written.replace(" tabindex=\"-1\"", "").replace(" tabindex=\"0\"", "").replace("<!>", "")
}

/// The place of the view on its page.
const VIEW: &str = "view";

/// What comes nearest to a state, written with `&amp;`.
fn nearest(state: &str, site: &Site, page: Page, anchors: &HashSet<&str>) -> String {
    let pairs: Vec<_> = state.split("&amp;").filter_map(|pair| pair.split_once('=')).collect();
    let value = |key: &str| pairs.iter().find(|(name, _)| *name == key).map(|(_, value)| *value);
    if let Some(slug) = value("focus") {
        return match site.strategy.find(slug).filter(|_| !anchors.contains(slug)) {
            Some(id) => page.link_to_record(site.strategy, id),
            None => format!("#focus={slug}"),
        };
    }
    if let Some(step) = value("step").filter(|step| anchors.contains(step)) {
        return format!("#focus={step}");
    }
    if let Some(lang) = value("lang").and_then(Lang::parse) {
        return page.link_to(Page { lang, ..page });
    }
    if let Some(view) = value("view").and_then(View::parse) {
        return page.link_to(page.beside(Place::View(view)));
    }
    if let Some(scope) = value("scope") {
        return format!("#rows-{scope}");
    }
    match state {
        // The way past the header, and what is shown already.
        VIEW | "" => format!("#{VIEW}"),
        // A table is its own rows, and so are the indicators.
        _ if matches!(page.place, Place::View(View::Table | View::Indicators)) => format!("#{VIEW}"),
        _ => "#rows".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(href: &str) -> String {
        let site = Site::of_package(None);
        let page = Page { place: Place::View(View::Budget), lang: Lang::En };
        let html = format!("<a href=\"{href}\" tabindex=\"-1\">x</a><i id=\"focus=fibre\"></i>");
        let written = readable(&html, &site, page);
        written.split(">x").next().unwrap_or_default().to_owned()
    }

    #[test]
    fn a_state_becomes_the_page_or_row_that_comes_nearest() {
        for (href, link) in [
            ("#view", "<a href=\"#view\""),
            ("", "<a href=\"\""),
            ("#", "<a href=\"#view\" data-to=\"\""),
            ("#focus=fibre", "<a href=\"#focus=fibre\""),
            ("#focus=fibre&amp;at=fibre", "<a href=\"#focus=fibre\" data-to=\"focus=fibre&amp;at=fibre\""),
            (
                "#focus=relance-numerique",
                "<a href=\"../records/envelopes/index.html#focus=relance-numerique\" data-to=\"focus=relance-numerique\"",
            ),
            ("#lang=fr", "<a href=\"../../budget/index.html\" data-to=\"lang=fr\""),
            ("#view=timeline", "<a href=\"../index.html\" data-to=\"view=timeline\""),
            ("#scope=cloud", "<a href=\"#rows-cloud\" data-to=\"scope=cloud\""),
            ("#split=x", "<a href=\"#rows\" data-to=\"split=x\""),
            ("../legal/index.html", "<a href=\"../legal/index.html\""),
        ] {
            assert_eq!(written(href), link, "{href}");
        }
    }
}

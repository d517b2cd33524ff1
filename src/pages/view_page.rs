//! The page of a view as it is written when the site is built: the same components as in a browser, and the same records as rows below them.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    addresses::readable,
    head::head,
    pictures::pictures,
    rows::rows,
    site::{Page, Site},
    writer::Writer,
};
use crate::{
    app::Shell,
    data::package,
    i18n::messages::messages,
    later::Later,
    model::text::Lang,
    state::{
        Explorer,
        detail::Details,
        view_state::{PageDefaults, Scheme, View},
    },
    text_metrics::TextMetrics,
};

/// The styles that come to the first page with the chunk of code, and that the other views need from the start.
fn styles(view: View) -> &'static str {
    match view {
        View::Timeline => "",
        View::Budget => {
            concat!(
                "<style>",
                include_str!("../../style/later.css"),
                include_str!("../../style/budget.css"),
                include_str!("../../style/beside.css"),
                "</style>"
            )
        }
        View::Indicators => {
            concat!(
                "<style>",
                include_str!("../../style/later.css"),
                include_str!("../../style/indicators.css"),
                "</style>"
            )
        }
        View::Trends => {
            concat!(
                "<style>",
                include_str!("../../style/later.css"),
                include_str!("../../style/trends.css"),
                "</style>"
            )
        }
        View::Story => {
            concat!(
                "<style>",
                include_str!("../../style/later.css"),
                include_str!("../../style/story.css"),
                "</style>"
            )
        }
        View::Table => {
            concat!(
                "<style>",
                include_str!("../../style/later.css"),
                include_str!("../../style/table.css"),
                "</style>"
            )
        }
    }
}

/// The page of a view, made of what Trunk left of index.html.
///
/// # Errors
/// Says what `template` lacks.
pub fn written(site: &Site, page: Page, view: View, template: &str) -> Result<String, String> {
    let messages = messages(page.lang);
    let (root, close, content) = (page.root(), messages.close(), content(site, page, view));
    let steps = [
        ("<title>__TITLE__</title>", head(site, page) + styles(view)),
        ("lang=fr", format!("lang={}", page.lang.as_str())),
        ("data-page-view=timeline", format!("data-page-view={}", view.as_str())),
        ("__TWIN__", page.link_to(page.twin())),
        ("<div id=app></div>", format!("<div id=\"app\" data-close=\"{close}\">{content}</div>")),
        ("__NOSCRIPT__", messages.without_script().to_owned()),
    ];
    // What is fetched lies at the root of the site, and so does what `data-root` names.
    let mut html = match root.as_str() {
        "" => template.to_owned(),
        root => template.replace("=./", &format!("={root}")).replace("`./", &format!("`{root}")),
    };
    for (place, text) in steps {
        if !html.contains(place) {
            return Err(format!("index.html has no {place}"));
        }
        html = html.replacen(place, &text, 1);
    }
    Ok(html)
}

/// The content of the page, to be put in place of what the app will draw.
#[must_use]
pub fn content(site: &Site, page: Page, view: View) -> String {
    let defaults = PageDefaults { view, lang: page.lang, scheme: Scheme::Auto };
    let metrics = Box::leak(Box::new(TextMetrics::cautious()));
    let html = Owner::new().with(|| {
        let prose = [Lang::Fr, Lang::En].map(|lang| Arc::new(package::prose(lang).clone()));
        let details = Details::ready(site.strategy, prose);
        Later::provide(Explorer::provide(package::core(), details, metrics, defaults));
        let pictures = pictures(view);
        let rows = rows(Writer { site, page }, view).map(|rows| rows.into_string());
        let rows = rows.map(|rows| view! { <div inner_html=rows></div> }.into_any());
        view! { <Shell view=move || view! { <div class="written" inner_html=pictures.clone()></div> }.into_any() rows /> }
            .to_html()
    });
    readable(&html, site, page)
}

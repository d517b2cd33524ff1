//! The page of a view as it is written when the site is built: the same components as in a browser, and the same records as rows below them.

use leptos::prelude::*;

use super::{
    addresses::{Anchors, ViewPage, readable},
    pictures::pictures,
    rows::rows,
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
            concat!(include_str!("../../style/later.css"), include_str!("../../style/budget.css"))
        }
        View::Table => concat!(include_str!("../../style/later.css"), include_str!("../../style/table.css")),
    }
}

/// The whole page, made of what Trunk left of index.html.
///
/// # Errors
/// Says what `template` lacks.
pub fn written(page: ViewPage, template: &str) -> Result<String, String> {
    let messages = messages(page.lang);
    let root = page.root();
    let head = format!(
        "<title>{}</title><meta name=\"description\" content=\"{}\">",
        messages.title(),
        messages.description()
    );
    let style = styles(page.view);
    let style = if style.is_empty() { String::new() } else { format!("<style>{style}</style>") };
    let lang = page.lang.as_str();
    let close = messages.close();
    let content = content(page);
    let steps = [
        ("<title>__TITLE__</title>", head + &style),
        ("lang=fr", format!("lang={lang}")),
        ("data-page-view=timeline", format!("data-page-view={}", page.view.as_str())),
        ("data-root=./", format!("data-root={root}")),
        ("__TWIN__", page.to(page.twin())),
        ("<div id=app></div>", format!("<div id=\"app\" data-close=\"{close}\">{content}</div>")),
        ("__NOSCRIPT__", messages.without_script().to_owned()),
    ];
    // What is fetched lies at the root of the site.
    let mut html = template.replace("=./", &format!("={root}")).replace("`./", &format!("`{root}"));
    html = html.replace(&format!("data-root={root}"), "data-root=./");
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
pub fn content(page: ViewPage) -> String {
    let defaults = PageDefaults { view: page.view, lang: page.lang, scheme: Scheme::Auto };
    let metrics = Box::leak(Box::new(TextMetrics::cautious()));
    let owner = Owner::new();
    let html = owner.with(|| {
        let prose = [Lang::Fr, Lang::En].map(|lang| package::prose(lang).clone());
        let details = Details::ready(package::strategy(), prose);
        let explorer = Explorer::provide(package::core(), details, metrics, defaults);
        Later::provide_none(explorer);
        let (pictures, rows) = (pictures(explorer), rows(explorer));
        // Drawn once: what is written does not change.
        let pictures = StoredValue::new(Some(pictures));
        let view = move || {
            let mut drawn = None;
            pictures.update_value(|pictures| drawn = pictures.take());
            drawn.unwrap_or_default()
        };
        view! { <Shell view=move || view! { <div class="written" inner_html=view()></div> }.into_any() rows /> }.to_html()
    });
    let anchors = Anchors::of(&html);
    readable(&html, page, &anchors)
}

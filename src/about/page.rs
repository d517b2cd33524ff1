//! A page of text as a value, and the HTML of it: no script is needed to read it.

use leptos::prelude::*;

use crate::model::text::Lang;

/// A page of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AboutPage {
    /// Its file in the site.
    pub file: &'static str,
    /// Its language.
    pub lang: Lang,
    /// Its heading.
    pub title: &'static str,
    /// What it says first.
    pub lede: &'static str,
    /// Its sections.
    pub sections: Vec<Section>,
    /// The same page in the other language: its file and the name of the language.
    pub other: (&'static str, &'static str),
}

/// A section of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub heading: &'static str,
    /// Its paragraphs.
    pub paragraphs: &'static [&'static str],
    /// Its list, below them.
    pub items: &'static [&'static str],
}

/// The whole document; `styles` go into its head as they are, and the policy is written into it when the site is
/// sealed.
#[must_use]
pub fn document(page: &AboutPage, styles: &str) -> String {
    let body = view! { <Article page=page.clone() /> }.to_html();
    let lang = page.lang.as_str();
    let title = page.title;
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"__CSP__\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title} · Jalons</title>\n\
         <link rel=\"icon\" href=\"./icon.svg\" type=\"image/svg+xml\">\n{styles}\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
}

/// The body of the page.
#[component]
fn Article(page: AboutPage) -> impl IntoView {
    let AboutPage { lang, title, lede, sections, other: (other_file, other_name), .. } = page;
    let (back, other_lang) = match lang {
        Lang::Fr => ("Revenir à l’explorateur", Lang::En),
        Lang::En => ("Back to the explorer", Lang::Fr),
    };
    let home = match lang {
        Lang::Fr => "./",
        Lang::En => "./#lang=en",
    };
    let sections = sections.into_iter().map(|section| {
        let paragraphs = section.paragraphs.iter().map(|text| view! { <p>{*text}</p> });
        let items = section.items.iter().map(|text| view! { <li>{*text}</li> }).collect_view();
        view! {
            <section>
                <h2>{section.heading}</h2>
                {paragraphs.collect_view()}
                {(!section.items.is_empty()).then(|| view! { <ul>{items}</ul> })}
            </section>
        }
    });
    view! {
        <div class="page about">
            <header>
                <p class="kicker"><a href=home>{back}</a></p>
                <h1>{title}</h1>
                <p class="lede">{lede}</p>
            </header>
            <main>{sections.collect_view()}</main>
            <footer class="footer">
                <p>
                    <a href=format!("./{other_file}") lang=other_lang.as_str() hreflang=other_lang.as_str()>{other_name}</a>
                </p>
            </footer>
        </div>
    }
}

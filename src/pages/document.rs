//! A whole page: its head, the links that all pages share, and what it is about.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{
    accessibility::accessibility,
    head::head,
    legal::legal,
    method,
    privacy::privacy,
    records,
    site::{Page, Place, Site},
    styles::styles,
    text::{self, TextPage},
    words,
    writer::Writer,
};
use crate::{i18n::messages::messages, state::view_state::View};

/// What the links at the top lead to, beside the explorer itself.
const MAIN: [Place; 3] = [Place::Records, Place::Sources, Place::Glossary];
/// What the links at the foot lead to.
const ABOUT: [Place; 4] = [Place::Method, Place::Accessibility, Place::Legal, Place::Privacy];

/// The page as HTML. The policy is written into it when the site is sealed.
#[must_use]
pub fn document(site: &Site, page: Page) -> String {
    let writer = Writer { site, page };
    let markup = html! {
        (DOCTYPE)
        html lang=(page.lang.as_str()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content="__CSP__";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                (PreEscaped(head(site, page)))
                link rel="icon" href={ (page.root()) "icon.svg" } type="image/svg+xml";
                style { (PreEscaped(styles())) }
            }
            body { (body(writer)) }
        }
    };
    markup.into_string()
}

fn body(writer: Writer<'_>) -> Markup {
    let Writer { site, page } = writer;
    let lang = page.lang;
    let twin = page.twin();
    let about = site.strategy.about();
    html! {
        a.skip href="#content" { (words::skip_to_content(lang)) }
        div.page.text {
            header.header {
                p.strategy { (messages(lang).title()) }
                nav.site aria-label=(words::site(lang)) {
                    ul {
                        li { a href=(way(page, Place::View(View::Timeline))) { (words::explorer(lang)) } }
                        @for place in MAIN { (link(page, place)) }
                        li.other {
                            a href=(page.link_to(twin)) lang=(twin.lang.as_str()) hreflang=(twin.lang.as_str()) {
                                (words::other_language(lang))
                            }
                        }
                    }
                }
            }
            main #content tabindex="-1" {
                @if let Place::Collection(_) = page.place {
                    nav.crumbs aria-label=(words::breadcrumb(lang)) {
                        ol {
                            li { a href=(way(page, Place::Records)) { (words::title(Place::Records, lang)) } }
                            li aria-current="page" { (words::title(page.place, lang)) }
                        }
                    }
                }
                h1 { (words::title(page.place, lang)) }
                (content(writer))
            }
            footer.footer {
                nav aria-label=(messages(lang).about_site()) {
                    ul { @for place in ABOUT { (link(page, place)) } }
                }
                p {
                    (messages(lang).footer_data()) " · " (words::version(&about.version, lang)) " · "
                    (messages(lang).footer_licence())
                }
            }
        }
    }
}

/// What a page is about, below its heading.
fn content(writer: Writer<'_>) -> Markup {
    let lang = writer.lang();
    let of_text = |text: TextPage| text::markup(&text);
    let lede = html! { p.lede { (words::description(writer.page.place, lang)) } };
    match writer.page.place {
        Place::Records => html! { (lede) (records::kinds(writer)) },
        Place::Collection(_) | Place::Sources | Place::Glossary => {
            html! { (lede) (records::records(writer)) }
        }
        Place::Method => html! { (lede) (method::method(writer)) },
        Place::Accessibility => of_text(accessibility(lang)),
        Place::Legal => of_text(legal(lang)),
        Place::Privacy => of_text(privacy(lang)),
        Place::View(_) => html! {},
    }
}

fn way(page: Page, place: Place) -> String {
    page.link_to(page.beside(place))
}

/// A link to a page of the same language, in a list; of the page itself, it says so.
fn link(page: Page, place: Place) -> Markup {
    let current = (page.place == place).then_some("page");
    html! { li { a href=(way(page, place)) aria-current=[current] { (words::title(place, page.lang)) } } }
}

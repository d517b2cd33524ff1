//! What stands in the head of every page: its title and description, and, where the site knows its address, how machines find and show it.

use maud::{Markup, PreEscaped, html};

use super::{
    address::Address,
    linked_data, oembed,
    site::{Page, Place, Site},
    words,
};
use crate::{export::request::open_graph_file, i18n::messages::messages, model::text::Lang};

/// Width and height in pixels of the picture that a shared link shows, made when the site is built.
pub const PICTURE_SIZE: (u32, u32) = (1200, 630);

/// The tags that differ from page to page, as HTML: title, description, addresses, linked data. They replace those of
/// the same names in a page that has them already.
#[must_use]
pub fn head(site: &Site, page: Page) -> String {
    let (title, description) =
        (words::document_title(page.place, page.lang), words::description(page.place, page.lang));
    let markup = html! {
        title { (title) }
        meta name="description" content=(description);
        @if let Some(address) = &site.address { (addressed(page, address, &title, description)) }
        @for data in linked_data::of_page(site, page) {
            script type="application/ld+json" { (PreEscaped(linked_data::guarded(&data))) }
        }
    };
    markup.into_string()
}

/// What can only be said with whole addresses.
fn addressed(page: Page, address: &Address, title: &str, description: &str) -> Markup {
    let own = address.of(&page.folder());
    let twin = page.twin();
    let (width, height) = PICTURE_SIZE;
    html! {
        link rel="canonical" href=(own);
        @for (lang, page) in alternates(page) {
            link rel="alternate" hreflang=(lang) href=(address.of(&page.folder()));
        }
        meta property="og:type" content="website";
        meta property="og:site_name" content=(messages(page.lang).title());
        meta property="og:title" content=(title);
        meta property="og:description" content=(description);
        meta property="og:url" content=(own);
        meta property="og:locale" content=(locale(page.lang));
        meta property="og:locale:alternate" content=(locale(twin.lang));
        meta property="og:image" content=(address.of(open_graph_file(page.lang)));
        meta property="og:image:type" content="image/png";
        meta property="og:image:width" content=(width);
        meta property="og:image:height" content=(height);
        meta property="og:image:alt" content=(words::picture_alt(page.lang));
        @if let Place::View(_) = page.place {
            link rel="alternate" type="application/json+oembed" href=(address.of(&oembed::file(page))) title=(title);
        }
    }
}

/// The page in each language, and the one for readers of any other: the French one.
pub(super) fn alternates(page: Page) -> [(&'static str, Page); 3] {
    let of = |lang: Lang| Page { lang, ..page };
    [(Lang::Fr.as_str(), of(Lang::Fr)), (Lang::En.as_str(), of(Lang::En)), ("x-default", of(Lang::Fr))]
}

fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "fr_FR",
        Lang::En => "en_GB",
    }
}

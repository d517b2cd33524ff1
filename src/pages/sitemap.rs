//! The map of the site for those who index it: every page with its other language.
//!
//! Source: sitemaps.org, *Sitemaps XML format*; the alternates are those of the page's own head.

use maud::{PreEscaped, html};

use super::{
    address::Address,
    head::alternates,
    site::{Site, pages},
};

/// Its file, at the root of the site.
pub(super) const FILE: &str = "sitemap.xml";

pub(super) fn sitemap(site: &Site, address: &Address) -> String {
    let changed = site.strategy.about().created.get(..10).unwrap_or_default();
    let markup = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" {
            @for page in pages() {
                (PreEscaped("\n"))
                url {
                    loc { (address.of(&page.folder())) }
                    @if !changed.is_empty() { lastmod { (changed) } }
                    @for (lang, page) in alternates(page) {
                        xhtml:link rel="alternate" hreflang=(lang) href=(address.of(&page.folder())) {}
                    }
                }
            }
        }
    };
    format!("{}\n", markup.into_string())
}

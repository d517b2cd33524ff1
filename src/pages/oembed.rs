//! How a view is embedded by sites that ask: a static answer of the oEmbed protocol beside each view.
//!
//! Source: oembed.com, *oEmbed* 1.0, type `rich`.

use maud::html;
use serde_json::json;

use super::{address::Address, site::Page, words};
use crate::i18n::messages::messages;

/// The size of the frame, in CSS pixels; the page in it tells its height to hosts that listen.
const SIZE: (u32, u32) = (800, 640);

/// Its file, from the root of the site.
pub(super) fn file(page: Page) -> String {
    format!("{}oembed.json", page.folder())
}

/// The answer for a view.
pub(super) fn oembed(page: Page, address: &Address) -> String {
    let (width, height) = SIZE;
    let title = words::document_title(page.place, page.lang);
    let frame = html! {
        iframe
            src={ (address.of(&page.folder())) "#embed=1" }
            title=(title)
            width=(width)
            height=(height)
            loading="lazy"
            allow="clipboard-write; fullscreen; web-share"
            sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads" {}
    };
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": messages(page.lang).title(),
        "provider_url": address.of(""),
        "html": frame.into_string(),
        "width": width,
        "height": height,
    });
    format!("{answer:#}\n")
}

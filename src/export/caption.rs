//! The words that go with a picture, as plain text: what it shows, where it comes from, where it can be explored.

use super::{
    picture::{shown, title},
    request::Request,
    words,
};
use crate::{model::strategy::Strategy, text_metrics::TextMetrics};

/// A caption on four lines: title, what is shown, source with its date and licence, link. Without an address there is no
/// link.
#[must_use]
pub fn caption(strategy: &Strategy, request: &Request, metrics: &TextMetrics) -> String {
    let about = strategy.about();
    let lines = [
        Some(title(strategy, request)),
        Some(format!("{}.", shown(strategy, request, metrics))),
        Some(format!("{}. {}.", words::source(about, request.lang), words::data(about, request.lang))),
        request.address.map(str::to_owned),
    ];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

//! From an order to its file.

use super::{
    bibliography::{bibtex, csl_json},
    calendar::calendar,
    columns::columns,
    order::{Format, Order, Parcel},
    package::archive,
    selection::Selection,
    sheet::csv,
    values::json,
    words,
};
use crate::{
    data::writing::Written,
    model::text::Lang,
    state::{
        filter::Found,
        listing::Listed,
        query,
        view_state::{PageDefaults, Scheme, View},
    },
};

/// The file that is asked for; nothing if the order means none. `search` finds what the state searches for.
///
/// The same order gives the same bytes.
#[must_use]
pub fn made(written: Written<'_>, order: &Order, search: impl Fn(&str, Lang) -> Found) -> Option<Parcel> {
    let (format, lang) = (Format::parse(&order.format)?, Lang::parse(&order.lang)?);
    let view = View::parse(&order.view)?;
    let defaults = PageDefaults { view, lang, scheme: Scheme::Auto };
    let strategy = written.strategy;
    let (state, _) = query::parse(&order.hash, defaults, strategy);
    let found = (!state.query.is_empty()).then(|| search(&state.query, lang));
    let selection = Selection::of(written, &state, view, found.as_ref());
    let rows = selection.rows(written, &state);
    let page = order.page.as_str();
    let sources = || Selection::sources(written, &rows);
    let mut records = selection.records.len();
    let content = match format {
        Format::Csv => csv(&columns(written, &selection, &rows, page), lang),
        Format::Json => {
            let address = if page.is_empty() { String::new() } else { format!("{page}#{}", order.hash) };
            json(written, &selection, &rows, page, &address)
        }
        Format::Calendar => {
            let calendar = calendar(written, &selection.records, page, lang);
            records = calendar.events;
            calendar.content
        }
        Format::BibTex => bibtex(written, &sources(), page, lang),
        Format::CslJson => csl_json(written, &sources(), page, lang),
        Format::Citation => words::citation(strategy.about(), page, lang).into_bytes(),
        Format::Package => archive(written),
    };
    Some(Parcel {
        number: order.number,
        name: name(written, format, &selection, lang),
        media_type: format.media_type().to_owned(),
        content,
        records: count(records),
        left_out: count(selection.records.len().saturating_sub(records)),
    })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The name of the file: what is in it, of which data.
fn name(written: Written<'_>, format: Format, selection: &Selection, lang: Lang) -> String {
    let version = &written.strategy.about().version;
    let version: String = version
        .chars()
        .map(|sign| if sign.is_ascii_alphanumeric() || sign == '.' { sign } else { '-' })
        .collect();
    let what = match (format, selection.listed, selection.scope) {
        (Format::Package, ..) => words::file_of_package(lang).to_owned(),
        (Format::Citation, ..) => words::file_of_citation(lang).to_owned(),
        (Format::BibTex | Format::CslJson, ..) => words::file_of_sources(lang).to_owned(),
        (_, Listed::Envelopes, Some(scope)) => {
            format!("{}-{}", words::file_of(Listed::Envelopes, lang), written.strategy.slug(scope.into()))
        }
        (_, listed, _) => words::file_of(listed, lang).to_owned(),
    };
    format!("jalons-{what}-{version}.{}", format.ending())
}

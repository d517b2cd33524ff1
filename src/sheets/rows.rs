//! The rows of a table as markup of a printed page: plain words, no links, heads that each sheet repeats.

use std::fmt::Write as _;

use crate::{
    export::words::and_more,
    i18n::{format::named, label::Label},
    model::text::{Lang, ProseId},
    state::listing::{Column, Listed},
    table::{
        rows::{ClaimWords, TableRows, Words, is_figure, names_of},
        totals::Total,
        words::{head, total},
    },
    ui::drawing::escaped,
};

/// More rows than this are for a spreadsheet.
const MOST_ROWS: usize = 5_000;

/// The table; `said` gives its long texts.
#[must_use]
pub fn rows(
    table: &TableRows,
    listed: Listed,
    lang: Lang,
    said: &dyn Fn(ProseId) -> Option<String>,
) -> String {
    let mut markup = format!("<table><caption>{}</caption><thead><tr>", escaped(&table.caption));
    let class = |column: Column| if is_figure(column) { " class=\"is-figure\"" } else { "" };
    for column in [Column::Name].into_iter().chain(table.columns.iter().copied()) {
        let _never_fails =
            write!(markup, "<th scope=\"col\"{}>{}</th>", class(column), escaped(head(column, listed, lang)));
    }
    markup.push_str("</tr></thead><tbody>");
    for row in table.rows.iter().take(MOST_ROWS) {
        let name = match &row.name {
            Label::Name(name) => name.clone(),
            Label::Statement(text) => said(*text).unwrap_or_default(),
        };
        let name = row.tags.iter().fold(name, |name, tag| format!("{name} ({tag})"));
        let depth = row.depth_class();
        let _never_fails = write!(markup, "<tr><th scope=\"row\" class=\"{depth}\">{}</th>", escaped(&name));
        for (column, cell) in &row.cells {
            let words = words(&cell.words, said, lang);
            let _never_fails = write!(markup, "<td{}>{}</td>", class(*column), escaped(&words));
        }
        markup.push_str("</tr>");
    }
    let left_out = table.rows.len().saturating_sub(MOST_ROWS);
    let sum = match &table.total {
        Total::None => None,
        Total::Sum { amount, note } => Some(named(total(lang), &format!("{amount}, {note}"), lang)),
        Total::Refused(reason) => Some((*reason).to_owned()),
    };
    markup.push_str("</tbody></table>");
    for note in [(left_out > 0).then(|| and_more(left_out, lang)), sum].into_iter().flatten() {
        let _never_fails = write!(markup, "<p>{}</p>", escaped(&note));
    }
    markup
}

/// What a cell says, in plain words.
fn words(words: &Words, said: &dyn Fn(ProseId) -> Option<String>, lang: Lang) -> String {
    match words {
        Words::Nothing => "—".to_owned(),
        Words::Plain(text) => text.clone(),
        Words::Missing(how) => (*how).to_owned(),
        Words::Publishers(publishers) => names_of(publishers, said).join(", "),
        Words::Claims(claims) => {
            let claim =
                |claim: &ClaimWords| named(&said(claim.publisher).unwrap_or_default(), &claim.value, lang);
            claims.iter().map(claim).collect::<Vec<_>>().join(match lang {
                Lang::Fr => "\u{202f}; ",
                Lang::En => "; ",
            })
        }
    }
}

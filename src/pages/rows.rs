//! The records of a view as rows: what can be read where nothing can be clicked, and where the links of its marks lead.

use maud::{Markup, html};

use super::{site::anchor, writer::Writer};
use crate::{
    i18n::messages::messages,
    model::id::{ScopeId, SourceId},
    record::content,
    state::{
        filter::Filter,
        listing::{Column, Listed},
        view_state::{View, ViewState},
    },
    table::{
        rows::{Asked, Row, Words, table_rows},
        words,
    },
};

/// The rows of a view; the table is one itself, and the indicators have theirs.
pub(super) fn rows(writer: Writer<'_>, view: View) -> Option<Markup> {
    let tables: Vec<Markup> = match view {
        View::Timeline => vec![table(writer, Listed::Events, None)],
        View::Budget => {
            let scopes = writer.site.strategy.scopes();
            scopes.map(|(scope, _)| table(writer, Listed::Envelopes, Some(scope))).collect()
        }
        View::Indicators | View::Table | View::Story | View::Trends => return None,
    };
    Some(html! {
        section.rows #rows aria-label=(messages(writer.lang()).table()) { @for table in tables { (table) } }
    })
}

/// The columns beside the name, what is said and the sources.
fn columns(listed: Listed) -> Vec<Column> {
    match listed {
        Listed::Events => vec![Column::Date, Column::Theme, Column::Kind, Column::Status],
        _ => listed.usual_columns(),
    }
}

fn table(writer: Writer<'_>, listed: Listed, scope: Option<ScopeId>) -> Markup {
    let (site, lang) = (writer.site, writer.lang());
    let state = ViewState { of: Some(listed), columns: Some(columns(listed)), ..ViewState::default() };
    let asked = Asked { state: &state, scope, filter: &Filter::default(), lang };
    let said = |text| Some(writer.said(text).to_owned());
    let table = table_rows(site.strategy, site.relations, asked, &said);
    let head = |column| words::head(column, listed, lang);
    html! {
        // Budgets without an envelope of their own have nothing to list.
        @if !table.rows.is_empty() {
            table id=[scope.map(|scope| format!("rows-{}", site.strategy.slug(scope.into())))] {
                caption { (table.caption) }
                thead {
                    tr {
                        th scope="col" { (head(Column::Name)) }
                        @for &column in &table.columns { th scope="col" { (head(column)) } }
                        th scope="col" { (head(Column::Sources)) }
                    }
                }
                tbody { @for row in table.rows { (line(writer, listed, row)) } }
            }
        }
    }
}

fn line(writer: Writer<'_>, listed: Listed, row: Row) -> Markup {
    let (site, lang) = (writer.site, writer.lang());
    let content = content::content(site.strategy, site.relations, row.id, lang);
    let head = |column| words::head(column, listed, lang);
    let depth = (row.depth > 0).then(|| format!("depth-{}", row.depth));
    html! {
        tr id=(anchor(site.strategy.slug(row.id))) class=[depth] data-hue=[content.theme.map(|theme| theme.hue())] {
            th scope="row" {
                (writer.link(row.id))
                @for tag in row.tags { " " small { (tag) } }
                @for text in content.statements { p.statement { (writer.said(text)) } }
            }
            @for (column, cell) in row.cells { td data-head=(head(column)) { (plain(cell.words)) } }
            td data-head=(head(Column::Sources)) {
                @for source in content.sources { (cited(writer, source)) " " }
            }
        }
    }
}

/// What a cell says: these lists have no column of publishers or claims.
fn plain(words: Words) -> String {
    match words {
        Words::Plain(text) => text,
        Words::Missing(how) => how.to_owned(),
        Words::Nothing | Words::Publishers(_) | Words::Claims(_) => String::new(),
    }
}

/// A source, by who published it and when.
fn cited(writer: Writer<'_>, id: SourceId) -> Markup {
    let source = &writer.site.strategy[id];
    html! {
        a href=(writer.way_to(id.into())) lang=[writer.lang_of_source()] title=(writer.said(source.title)) {
            (writer.said(source.publisher))
            @if let Some(date) = source.published.and_then(|date| date.start()) { " (" (date.year()) ")" }
        }
    }
}

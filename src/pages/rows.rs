//! The records of a view as rows: what can be read where nothing can be clicked, and where the links of its marks lead.

use leptos::prelude::*;

use super::addresses::record_address;
use crate::{
    data::package,
    i18n::{label::Label, messages::messages},
    model::{
        id::{RecordId, SourceId},
        relations::Relations,
        source,
        text::{Lang, ProseId},
    },
    record::content,
    state::{
        Explorer,
        filter::Filter,
        listing::{Column, Listed},
        view_state::{View, ViewState},
    },
    table::{
        rows::{Asked, Row, Words, table_rows},
        words,
    },
};

/// The rows of the page's view; the table is one itself.
pub(super) fn rows(explorer: Explorer) -> AnyView {
    let tables = match explorer.view() {
        View::Timeline => vec![table(explorer, Listed::Events, None)],
        View::Budget => {
            let strategy = explorer.known();
            strategy.scopes().map(|(scope, _)| table(explorer, Listed::Envelopes, Some(scope))).collect()
        }
        View::Table => return ().into_any(),
    };
    view! { <section class="rows" id="rows" aria-label=messages(explorer.lang()).table()>{tables}</section> }
        .into_any()
}

/// The columns beside the name, what is said and the sources.
fn columns(listed: Listed) -> Vec<Column> {
    match listed {
        Listed::Events => vec![Column::Date, Column::Theme, Column::Kind, Column::Status],
        _ => listed.usual_columns(),
    }
}

fn table(explorer: Explorer, listed: Listed, scope: Option<crate::model::id::ScopeId>) -> AnyView {
    let (strategy, lang) = (explorer.known(), explorer.lang());
    let state = ViewState { of: Some(listed), columns: Some(columns(listed)), ..ViewState::default() };
    let asked = Asked { state: &state, scope, filter: &Filter::default(), lang };
    let said = |id: ProseId| said(id, lang);
    let table = table_rows(strategy, Relations::of_whole(strategy), asked, &said);
    // Budgets without an envelope of their own have nothing to list.
    if table.rows.is_empty() {
        return ().into_any();
    }
    let heads = table
        .columns
        .iter()
        .map(|&column| view! { <th scope="col">{words::head(column, listed, lang)}</th> });
    let heads = heads.collect_view();
    let body = table.rows.into_iter().map(|row| line(explorer, listed, row)).collect_view();
    let anchor = scope.map(|scope| format!("rows-{}", explorer.slug(scope)));
    view! {
        <table id=anchor>
            <caption>{table.caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{words::head(Column::Name, listed, lang)}</th>
                    {heads}
                    <th scope="col">{words::head(Column::Sources, listed, lang)}</th>
                </tr>
            </thead>
            <tbody>{body}</tbody>
        </table>
    }
    .into_any()
}

fn line(explorer: Explorer, listed: Listed, row: Row) -> impl IntoView {
    let (strategy, lang) = (explorer.known(), explorer.lang());
    let content = content::content(strategy, Relations::of_whole(strategy), row.id, lang);
    let slug = explorer.slug(row.id);
    let name = match row.name {
        Label::Name(name) => name,
        Label::Statement(text) => said(text, lang).unwrap_or_default(),
    };
    let tags = row.tags.into_iter().map(|tag| view! { " " <small>{tag}</small> }).collect_view();
    let statements = content.statements.into_iter().filter_map(|text| said(text, lang));
    let statements = statements.map(|text| view! { <p class="statement">{text}</p> }).collect_view();
    let cells = row.cells.into_iter().map(|(column, cell)| {
        let text = match cell.words {
            Words::Plain(text) => text,
            Words::Missing(how) => how.to_owned(),
            Words::Nothing | Words::Publishers(_) | Words::Claims(_) => String::new(),
        };
        view! { <td data-head=words::head(column, listed, lang)>{text}</td> }
    });
    let sources = content.sources.into_iter().map(|source| source_line(explorer, source)).collect_view();
    let depth = (row.depth > 0).then(|| format!("depth-{}", row.depth));
    let hue = content.theme.map(|theme| theme.index().to_string());
    view! {
        <tr id=format!("focus={slug}") class=depth data-hue=hue>
            <th scope="row">
                <a href=record_address(row.id, slug)>{name}</a>
                {tags}
                {statements}
            </th>
            {cells.collect_view()}
            <td data-head=words::head(Column::Sources, listed, lang)>{sources}</td>
        </tr>
    }
}

/// A source, by who published it.
fn source_line(explorer: Explorer, id: SourceId) -> impl IntoView {
    let lang = explorer.lang();
    let strategy = explorer.known();
    let source = &strategy[id];
    let title = said(source.title, lang);
    let id: RecordId = id.into();
    view! {
        <a href=record_address(id, explorer.slug(id)) lang=source::LANG.as_str() title=title>
            {said(source.publisher, lang)}
            {source.published.and_then(|date| date.start()).map(|date| format!(" ({})", date.year()))}
        </a>
        " "
    }
}

/// A long text: where pages are written all are there.
fn said(id: ProseId, lang: Lang) -> Option<String> {
    (id != ProseId::NONE).then(|| package::prose(lang).get(id).map(str::to_owned))?
}

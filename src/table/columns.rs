//! The heads of the columns, which sort, and the choice of columns.

use leptos::prelude::*;

use super::{Table, has_pictures, rows::is_figure, words};
use crate::state::{
    command::Command,
    listing::{Column, Sort},
};

/// The heads. They are drawn anew only with other columns, so that the one just pressed keeps the keyboard.
#[component]
pub(super) fn Heads(table: Table) -> impl IntoView {
    let lang = table.explorer.lang();
    let columns = Memo::new(move |_| (table.listed.get(), table.rows.with(|rows| rows.columns.clone())));
    move || {
        let (listed, columns) = columns.get();
        let heads = std::iter::once(Column::Name).chain(columns).map(|column| {
            view! { <Head table column text=words::head(column, listed, lang) /> }
        });
        let see = has_pictures(listed).then(|| {
            view! {
                <th scope="col" role="columnheader" class="lead">
                    <span class="visually-hidden">{words::see(lang)}</span>
                </th>
            }
        });
        view! {
            <thead role="rowgroup">
                <tr role="row" data-head=words::sort_by(lang)>{heads.collect_view()}{see}</tr>
            </thead>
        }
    }
}

/// A head: from the least, from the greatest, in the order of the data.
#[component]
fn Head(table: Table, column: Column, text: &'static str) -> impl IntoView {
    let explorer = table.explorer;
    let direction = Memo::new(move |_| {
        let sort = explorer.state().with(|state| state.sort).filter(|sort| sort.column == column);
        sort.map(|sort| sort.is_descending)
    });
    let next = move || match direction.get_untracked() {
        None => Some(Sort { column, is_descending: false }),
        Some(false) => Some(Sort { column, is_descending: true }),
        Some(true) => None,
    };
    view! {
        <th
            scope="col"
            role="columnheader"
            class:is-figure=is_figure(column)
            aria-sort=move || direction.get().map(|is_descending| if is_descending { "descending" } else { "ascending" })
        >
            <button type="button" data-column=column.as_str() on:click=move |_| explorer.dispatch(&Command::SortBy(next()))>
                {text}
                <span aria-hidden="true" class:hint=move || direction.get().is_none()>
                    {move || match direction.get() {
                        None => "\u{a0}⇅",
                        Some(false) => "\u{a0}↑",
                        Some(true) => "\u{a0}↓",
                    }}
                </span>
            </button>
        </th>
    }
}

/// Which columns are shown.
#[component]
pub(super) fn ColumnChoice(table: Table) -> impl IntoView {
    let explorer = table.explorer;
    let lang = explorer.lang();
    let choice = move |column: Column| {
        let is_shown = move || table.rows.with(|rows| rows.columns.contains(&column));
        view! {
            <label>
                <input
                    type="checkbox"
                    value=column.as_str()
                    prop:checked=is_shown
                    on:change=move |_| explorer.dispatch(&Command::ToggleColumn(column))
                />
                {words::head(column, table.listed.get_untracked(), lang)}
            </label>
        }
    };
    view! {
        <details class="columns">
            <summary class="button">{words::columns(lang)}</summary>
            <div role="group" aria-label=words::columns(lang)>
                {move || table.listed.get().columns().iter().copied().map(choice).collect_view()}
            </div>
        </details>
    }
}

//! The table: the same records as the pictures, with the same filter, as rows.

pub mod columns;
mod drawn_rows;
pub mod row;
pub mod rows;
pub mod totals;
mod window;
pub mod words;

use leptos::{html, prelude::*};
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use self::{
    columns::{ColumnChoice, Heads},
    drawn_rows::DrawnRows,
    row::TableRow,
    rows::{Asked, TableRows, is_figure, table_rows},
    totals::Total,
};
use crate::{
    i18n::{format::integer, messages::messages},
    model::{relations::Relations, strategy::Strategy},
    state::{
        Explorer,
        command::Command,
        detail::{Detail, Said},
        listing::{Column, Listed, listed_records},
        query::DEFAULT_LISTED,
        view_state::View,
    },
    ui::{
        appropriations::appropriation_switches,
        command_link::CommandLink,
        criteria::criteria,
        element_width::use_element_width,
        notices::Failure,
        scopes::{Caution, ScopeSwitch},
    },
};

/// The table of an explorer. Copy: pass it freely.
#[derive(Clone, Copy)]
pub struct Table {
    explorer: Explorer,
    /// What is listed.
    listed: Memo<Listed>,
    /// Everything it says.
    rows: Memo<TableRows>,
    /// Which of its rows are drawn.
    drawn: DrawnRows,
}

/// Whether there is a table to draw.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// What it lists is on its way.
    Pending,
    /// What it lists could not be had.
    Failed,
    /// The filter leaves nothing over.
    Empty,
    /// There are rows.
    Rows,
}

impl Table {
    fn new(explorer: Explorer) -> Self {
        let rows = Memo::new(move |_| {
            let said = |text| match explorer.said(text) {
                Said::Text(text) => Some(text),
                _ => None,
            };
            explorer.state().with(|state| {
                explorer.filter().with(|filter| {
                    let asked = Asked { state, scope: explorer.scope(), filter, lang: explorer.lang() };
                    // Before the whole is there the core has the dated events, the budgets and the indicators,
                    // and what belongs with them is not known.
                    let none = Relations::default();
                    let relations = match explorer.whole() {
                        Some(whole) => Relations::of_whole(whole),
                        None => &none,
                    };
                    table_rows(explorer.known(), relations, asked, &said)
                })
            })
        });
        let listed = Memo::new(move |_| explorer.state().with(|state| state.of).unwrap_or(DEFAULT_LISTED));
        Self { explorer, listed, rows, drawn: DrawnRows::of(rows) }
    }

    fn shape(self) -> Shape {
        let (all, rows) = self.rows.with(|rows| (rows.all, rows.rows.len()));
        match self.explorer.detail() {
            _ if rows > 0 => Shape::Rows,
            _ if all > 0 => Shape::Empty,
            _ if self.explorer.whole().is_some() => Shape::Empty,
            Detail::Failed => Shape::Failed,
            _ => Shape::Pending,
        }
    }

    /// What is shown, in a sentence.
    fn sentence(self) -> String {
        let explorer = self.explorer;
        let (shown, all) = self.rows.with(|rows| (rows.shown, rows.all));
        let criteria = criteria(explorer);
        explorer.state().with(|state| {
            explorer.filter().with(|filter| {
                words::shown(self.listed.get(), shown, all, &criteria, (state, filter), explorer.lang())
            })
        })
    }

    /// Brings the record that is open into view, once, as the view is opened.
    fn find_open_record(self) {
        let explorer = self.explorer;
        Effect::new(move |is_done: Option<bool>| {
            if is_done == Some(true) {
                return true;
            }
            let Some(focus) = explorer.focus() else { return true };
            let Some(place) = self.rows.with(|rows| rows.rows.iter().position(|row| row.id == focus)) else {
                // Some rows may still be on their way.
                return explorer.whole().is_some();
            };
            self.drawn.bring(place);
            let selector = format!(".table tr[data-id=\"{}\"]", explorer.slug(focus));
            // The rows are drawn before the next frame.
            request_animation_frame(move || {
                if let Ok(Some(row)) = document().query_selector(&selector) {
                    let options = ScrollIntoViewOptions::new();
                    options.set_block(ScrollLogicalPosition::Start);
                    row.scroll_into_view_with_scroll_into_view_options(&options);
                }
            });
            true
        });
    }
}

/// Whether the rows of a list can be seen in another view.
fn has_pictures(listed: Listed) -> bool {
    matches!(listed, Listed::Events | Listed::Envelopes | Listed::Projects)
}

/// The view of the records as rows.
#[component]
pub fn TableView() -> impl IntoView {
    let explorer = Explorer::expect_context();
    let table = Table::new(explorer);
    table.find_open_record();
    let shape = Memo::new(move |_| table.shape());
    let budget_switches = move || {
        (table.listed.get() == Listed::Envelopes).then(|| {
            view! {
                <ScopeSwitch />
                <Caution />
                {appropriation_switches}
            }
        })
    };
    view! {
        <section class="table" data-view=View::Table.as_str() aria-label=messages(explorer.lang()).table()>
            <ListSwitch table />
            {budget_switches}
            <div class="toolbar">
                <p id="shown" class="shown">
                    {move || table.sentence()}
                </p>
                <ColumnChoice table />
            </div>
            {move || match shape.get() {
                Shape::Pending => {
                    view! { <p class="hint" role="status">{messages(explorer.lang()).part_pending()}</p> }.into_any()
                }
                Shape::Failed => {
                    let text = messages(explorer.lang()).part_failed();
                    view! { <Failure text retry=move || explorer.fetch_detail() /> }.into_any()
                }
                Shape::Empty => view! { <Nothing /> }.into_any(),
                Shape::Rows => view! { <Rows table /> }.into_any(),
            }}
        </section>
    }
}

/// What can be listed, as links with how many there are.
#[component]
fn ListSwitch(table: Table) -> impl IntoView {
    let explorer = table.explorer;
    let lang = explorer.lang();
    let link = move |listed: Listed| {
        let is_shown = Signal::derive(move || table.listed.get() == listed);
        let count = move || {
            let strategy: &Strategy = explorer.known();
            let count = listed_records(strategy, listed, explorer.scope()).len();
            (count > 0).then(|| integer(count as i64, lang))
        };
        view! {
            <li>
                <CommandLink command=Command::List(listed) current=is_shown>
                    {words::list_name(listed, lang)}
                    " "
                    <small>{count}</small>
                </CommandLink>
            </li>
        }
    };
    // What a reader has brought is whole from the start, and may hold little.
    let is_there = move |listed| {
        explorer.brought().is_none()
            || !listed_records(explorer.strategy, listed, explorer.scope()).is_empty()
    };
    view! {
        <nav class="lists" aria-label=words::lists(lang)>
            <ul role="list">{Listed::ALL.iter().copied().filter(|&listed| is_there(listed)).map(link).collect_view()}</ul>
        </nav>
    }
}

/// Says that the filter leaves nothing over, and offers to undo it.
#[component]
fn Nothing() -> impl IntoView {
    let lang = Explorer::expect_context().lang();
    view! {
        <p class="caution">
            {words::nothing(lang)}
            " "
            <CommandLink command=Command::ClearFilters>{words::clear(lang)}</CommandLink>
        </p>
    }
}

/// The table itself. Its parts name their roles: where it is drawn as cards, its boxes no longer do.
#[component]
fn Rows(table: Table) -> impl IntoView {
    let room = NodeRef::<html::Div>::new();
    let body = NodeRef::<html::Tbody>::new();
    let rows = NodeRef::<html::Table>::new();
    let is_wide = is_wider(rows, room);
    table.drawn.follow(room, body);
    view! {
        <div
            class="table-room"
            class:is-wide=is_wide
            node_ref=room
            on:scroll=move |_| table.drawn.look_soon(room, body)
            role=move || is_wide.get().then_some("region")
            tabindex=move || is_wide.get().then_some("0")
            aria-labelledby=move || is_wide.get().then_some("table-caption")
        >
            <table role="table" node_ref=rows aria-describedby="shown" aria-rowcount=move || table.drawn.stated_count()>
                <caption id="table-caption">{move || table.rows.with(|rows| rows.caption.clone())}</caption>
                <Heads table />
                <tbody role="rowgroup" node_ref=body>
                    {move || table.drawn.room_above().map(spacer)}
                    <For
                        each=move || table.drawn.rows()
                        key=|(_, row)| row.clone()
                        children=move |(place, row)| view! { <TableRow row place table /> }
                    />
                    {move || table.drawn.room_below().map(spacer)}
                </tbody>
                {move || foot(table)}
            </table>
        </div>
    }
}

/// Whether the table is wider than its room, so that it must be scrolled sideways. Both are followed: rows, columns and
/// fonts change the width of a table after it was drawn.
fn is_wider(rows: NodeRef<html::Table>, room: NodeRef<html::Div>) -> Signal<bool> {
    let (rows, room) = (use_element_width(rows, 0.0), use_element_width(room, 0.0));
    Signal::derive(move || rows.get() > room.get() + 1.0)
}

/// Room for rows that are not drawn: as high as a picture of nothing, since a strict policy blocks styles in markup.
fn spacer(height: f64) -> impl IntoView {
    view! {
        <tr aria-hidden="true" class="spacer">
            <td>
                <svg width="1" height=format!("{height:.0}")></svg>
            </td>
        </tr>
    }
}

/// The total, or why there is none.
fn foot(table: Table) -> Option<AnyView> {
    let lang = table.explorer.lang();
    let listed = table.listed.get();
    let (total, columns) = table.rows.with(|rows| (rows.total.clone(), rows.columns.clone()));
    let (head, amount, note) = match total {
        Total::None => return None,
        Total::Sum { amount, note } => (words::total(lang), amount, note),
        Total::Refused(reason) => (words::no_total(lang), String::new(), reason.to_owned()),
    };
    let cells = columns.into_iter().map(|column| {
        let text = if column == Column::Amount { amount.clone() } else { String::new() };
        view! {
            <td role="cell" class:is-figure=is_figure(column) data-head=words::head(column, listed, lang)>
                {text}
            </td>
        }
    });
    Some(
        view! {
            <tfoot role="rowgroup">
                <tr role="row">
                    <th scope="row" role="rowheader"><strong>{head}</strong> " " <small>{note}</small></th>
                    {cells.collect_view()}
                    {has_pictures(listed).then(|| view! { <td role="cell" class="lead"></td> })}
                </tr>
            </tfoot>
        }
        .into_any(),
    )
}

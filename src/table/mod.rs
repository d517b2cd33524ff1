//! The table: the same records as the pictures, as rows.

use leptos::prelude::*;

use crate::{
    i18n::messages::messages,
    state::{Explorer, view_state::View},
    ui::command_link::CommandLink,
};

/// The view of the records as rows.
#[component]
pub fn TableView() -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let rows = explorer.strategy.events().map(move |(id, event)| {
        view! {
            <tr data-kind="event" data-id=explorer.slug(id)>
                <th scope="row">
                    <CommandLink command=crate::state::command::Command::Focus(id.into())>
                        {event.title.get(lang)}
                    </CommandLink>
                </th>
            </tr>
        }
    });
    view! {
        <section class="table" data-view=View::Table.as_str() aria-label=messages(lang).table>
            <table>{rows.collect_view()}</table>
        </section>
    }
}

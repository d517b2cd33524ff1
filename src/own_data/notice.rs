//! Whose data are shown, with the way back to the page's own, and the way to publish them.

use leptos::{prelude::*, task::spawn_local};

use super::{exchange::exchange, publishing::published, words};
use crate::{
    saving::save,
    state::{
        Explorer,
        brought::{Brought, Draw},
    },
};

/// Above the view while data are shown that a reader has brought; nothing else, and nothing in a page published with them.
#[component]
pub fn BroughtNotice() -> impl IntoView {
    let brought = Explorer::expect_context().brought().filter(|brought| !brought.is_published)?;
    let draw = use_context::<Draw>()?;
    Some(view! { <Notice brought draw /> })
}

#[component]
fn Notice(brought: &'static Brought, draw: Draw) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let said = RwSignal::new(String::new());
    let is_busy = RwSignal::new(false);
    let publish = move |_| {
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        said.set(words::publishing(lang).to_owned());
        spawn_local(async move {
            let outcome = match published(explorer, brought).await {
                Ok(file) => {
                    let name = format!("{}.html", words::published_name(lang));
                    let saved = save(&file, &name);
                    saved
                        .map(|()| words::published(&name, file.size() as usize, lang))
                        .unwrap_or_else(|_| words::not_saved(lang).to_owned())
                }
                Err(_) => words::not_published(lang).to_owned(),
            };
            // The reader may have gone back meanwhile.
            said.try_set(outcome);
            is_busy.try_set(false);
        });
    };
    let back = move |_| {
        exchange(None, lang, explorer.defaults(), draw);
    };
    view! {
        <section class="notice brought" data-brought-notice="" aria-label=words::title(lang)>
            <p>
                {words::shown(lang)} " " <strong>{brought.file.clone()}</strong> ", " {words::stays(lang)}
            </p>
            <p class="buttons">
                <button type="button" data-action="back" on:click=back>
                    {words::back(lang)}
                </button>
                " "
                <button type="button" data-action="publish" on:click=publish>
                    {words::publish(lang)}
                </button>
            </p>
            <p role="status">{move || said.get()}</p>
        </section>
    }
}

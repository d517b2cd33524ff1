//! The second form, for sites that refuse frames: a picture to take away, with its caption.

use leptos::prelude::*;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::{dialog::TextToTake, snippet::Choices};
use crate::{
    i18n::{
        format::{OpenEnd, date_in_words},
        messages::{frame_title, messages},
    },
    model::{date::Edtf, strategy::Strategy},
    state::{Explorer, view_state::ViewState},
    ui::view_name::view_name,
};

/// The state as a picture, in SVG; nothing while pictures cannot be made.
#[must_use]
pub fn picture_of(_state: &ViewState) -> Option<String> {
    None
}

/// The caption: what the picture shows, whose figures they are and of when, and where it can be explored.
#[must_use]
pub fn caption(choices: &Choices, link: &str, strategy: &Strategy) -> String {
    let (lang, messages) = (choices.lang, messages(choices.lang));
    let about = strategy.about();
    let date = about.created.get(..10).and_then(|day| Edtf::parse(day).ok());
    let date =
        date.map_or(String::new(), |date| format!(" ({})", date_in_words(date, OpenEnd::GoesOn, lang)));
    format!(
        "{} · {} · {} {}{date} · {link}",
        frame_title(view_name(choices.view, messages), lang),
        messages.footer_data(),
        messages.footer_version(),
        about.version,
    )
}

/// The picture and its caption; nothing where there is no picture.
#[component]
pub(super) fn PictureForm(
    /// What is chosen.
    choices: RwSignal<Choices>,
    /// The address of the same state on the full page.
    link: Signal<String>,
) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let words = messages(explorer.lang());
    let svg = picture_of(&explorer.state().get_untracked())?;
    let caption =
        Signal::derive(move || choices.with(|choices| caption(choices, &link.get(), explorer.known())));
    // The address of a picture that is inside it.
    let href = format!("data:image/svg+xml,{}", utf8_percent_encode(&svg, NON_ALPHANUMERIC));
    Some(view! {
        <section class="embed-picture">
            <h3>{words.embed_picture()}</h3>
            <p><a class="button" href=href download="jalons.svg">{words.embed_picture_download()}</a></p>
            <TextToTake
                text=caption
                name=words.embed_caption()
                copy=words.embed_caption_copy()
                copied=words.embed_caption_copied()
            />
        </section>
    })
}

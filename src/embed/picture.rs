//! The second form, for sites that refuse frames: a picture to take away, with its caption.

use leptos::prelude::*;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::{
    dialog::TextToTake,
    snippet::{Choices, kept},
};
use crate::{
    export::{
        caption::caption,
        picture,
        request::{Pictured, Request, Size, Tint},
    },
    i18n::messages::messages,
    state::{
        Explorer,
        filter::Found,
        view_state::{Scheme, ViewState},
    },
};

/// The width of a picture for which no width is chosen, in pixels.
const USUAL_PX: f64 = 1_000.0;

/// What of the explorer goes into the picture that is chosen.
struct Chosen {
    choices: Choices,
    state: ViewState,
    found: Option<Found>,
    link: String,
}

impl Chosen {
    fn of(explorer: Explorer, choices: &Choices, link: String) -> Self {
        let state = explorer.state().with(|state| kept(choices, state, explorer.known()));
        let found = choices.keeps_filters.then(|| explorer.found().get()).flatten();
        Self { choices: choices.clone(), state, found, link }
    }

    /// What is asked for; nothing for a view that is words alone.
    fn request(&self) -> Option<Request<'_>> {
        Some(Request {
            pictured: Pictured::of(self.choices.view)?,
            lang: self.choices.lang,
            // A file has no system to follow.
            tint: if self.choices.scheme == Scheme::Dark { Tint::Dark } else { Tint::Light },
            state: &self.state,
            found: self.found.as_ref(),
            has_turning_points_only: false,
            size: Size::OfWidth(self.choices.width.map_or(USUAL_PX, f64::from)),
            address: Some(&self.link),
        })
    }
}

/// The picture and its caption; nothing for a view that cannot be drawn.
#[component]
pub(super) fn PictureForm(
    /// What is chosen.
    choices: RwSignal<Choices>,
    /// The address of the same state on the full page.
    link: Signal<String>,
) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let words = messages(explorer.lang());
    let chosen = move || choices.with(|choices| Chosen::of(explorer, choices, link.get()));
    let caption = Signal::derive(move || {
        let chosen = chosen();
        let request = chosen.request();
        request.map(|request| caption(explorer.known(), &request, explorer.metrics())).unwrap_or_default()
    });
    // The address of a picture that is inside it.
    let href = move || {
        let chosen = chosen();
        let svg = picture::svg(explorer.known(), &chosen.request()?, explorer.metrics());
        Some(format!("data:image/svg+xml,{}", utf8_percent_encode(&svg, NON_ALPHANUMERIC)))
    };
    let file = move || {
        choices.with(|choices| format!("jalons-{}-{}.svg", choices.view.as_str(), choices.lang.as_str()))
    };
    let is_drawn = move || choices.with(|choices| Pictured::of(choices.view).is_some());
    move || {
        is_drawn().then(|| {
            view! {
                <section class="embed-picture">
                    <h3>{words.embed_picture()}</h3>
                    <p><a class="button" href=href download=file>{words.embed_picture_download()}</a></p>
                    <TextToTake
                        text=caption
                        name=words.embed_caption()
                        copy=words.embed_caption_copy()
                        copied=words.embed_caption_copied()
                    />
                </section>
            }
        })
    }
}

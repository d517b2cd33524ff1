//! Reading without network: what the reader is told of it and may ask for.
//!
//! The keeping itself is the worker's (`src/service-worker.js`), and the page's script (`src/offline.js`) speaks with
//! it. This room fetches that script once the page answers, and talks with it through two events of the window.

pub mod availability;

use leptos::{ev, prelude::*};

use self::availability::{Availability, Deed};
use crate::{
    i18n::messages::{messages, position},
    state::Explorer,
    ui::keyboard::Hold,
};

/// The script says how things stand; the detail is what [`Availability::parse`] reads.
const STATE: &str = "jalons:offline-state";
/// The reader has a wish; the detail is [`Deed::as_str`], or `state` to be told how things stand.
const DEED: &str = "jalons:offline-deed";
/// The line at the foot of the page.
const LINE: &str = ".offline";

/// Has the page's script fetched. Not in a frame: its reader came for the host's article and wants nothing kept. Not
/// from a file either, and not where the build has withdrawn it.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    use crate::ui::single_keys::is_as_in_a_frame;

    let Some(page) = document().document_element() else { return };
    let is_served = window().location().protocol().is_ok_and(|protocol| protocol.starts_with("http"));
    let Some(name) = page.get_attribute("data-offline").filter(|name| !name.is_empty()) else { return };
    if !is_served || is_as_in_a_frame() {
        return;
    }
    let root = page.get_attribute("data-root").unwrap_or_else(|| "./".to_owned());
    let (Ok(script), Some(head)) = (document().create_element("script"), document().head()) else { return };
    let _never_fails = script.set_attribute("type", "module");
    let _never_fails = script.set_attribute("src", &(root + &name));
    let _never_fails = head.append_child(&script);
}

/// Natively there is no page.
#[cfg(not(target_arch = "wasm32"))]
pub fn start() {}

/// How far the site can be read without network, from now on.
fn availability() -> RwSignal<Availability> {
    let availability = RwSignal::new(Availability::Unsupported);
    if cfg!(target_arch = "wasm32") {
        let hear = move |event: web_sys::CustomEvent| {
            let said = event.detail().as_string();
            if let Some(said) = said.as_deref().and_then(Availability::parse) {
                availability.set(said);
            }
        };
        let heard = window_event_listener(ev::Custom::new(STATE), hear);
        on_cleanup(move || heard.remove());
        tell("state");
    }
    availability
}

/// Tells the script something; if it is not there yet, it says how things stand when it comes.
fn tell(word: &str) {
    let details = web_sys::CustomEventInit::new();
    details.set_detail(&word.into());
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict(DEED, &details) {
        let _never_fails = window().dispatch_event(&event);
    }
}

/// The line at the foot of the page: what is kept, and what may be done about it.
#[component]
pub fn OfflineLine() -> impl IntoView {
    let lang = Explorer::expect_context().lang();
    let availability = availability();
    let is_supported = Memo::new(move |_| availability.get() != Availability::Unsupported);
    let statement = Memo::new(move |_| availability.get().statement(lang));
    let deeds = Memo::new(move |_| availability.get().deeds(lang));
    let progress = move || match availability.get() {
        Availability::Saving { done, all } if all > 0 => {
            Some(format!(" {}", position(done as usize, all as usize, lang)))
        }
        _ => None,
    };
    // What happens by itself at a visit is not read out; what the reader has asked for is.
    let has_asked = RwSignal::new(false);
    let hold = Hold::of(LINE);
    Effect::new(move |_| {
        deeds.track();
        // The button that was pressed gives way to what it has led to.
        hold.keep(LINE);
    });
    let button = move |(deed, name): (Deed, String)| {
        let act = move |_| {
            has_asked.set(true);
            tell(deed.as_str());
        };
        view! {
            " "
            <button type="button" on:click=act>
                {name}
            </button>
        }
    };
    view! {
        <p
            class="offline"
            tabindex="-1"
            hidden=move || !is_supported.get()
            on:focusin=move |_| hold.take()
            on:focusout=move |_| hold.let_go()
        >
            <span role=move || has_asked.get().then_some("status")>{move || statement.get()}</span>
            {progress}
            {move || deeds.get().into_iter().map(button).collect_view()}
        </p>
    }
}

/// Says that a new version is there, and goes on with it when the reader wants.
#[component]
pub fn UpdateNotice() -> impl IntoView {
    let lang = Explorer::expect_context().lang();
    let availability = availability();
    let announcement = Memo::new(move |_| availability.get().announcement(lang));
    let notice = move || {
        announcement.get().map(|text| {
            view! {
                <div class="notice">
                    <p>{text}</p>
                    <button type="button" on:click=move |_| tell(Deed::Apply.as_str())>
                        {messages(lang).update_apply()}
                    </button>
                </div>
            }
        })
    };
    // There before its text, so that it is read out.
    view! {
        <div class="update" role="status">
            {notice}
        </div>
    }
}

//! Starting in a browser: reads what the page says of itself, puts the app in place of what was written, says when it is ready.

use std::{any::Any, cell::RefCell, time::Duration};

use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::JsCast;

use crate::{
    app::App,
    embedded,
    i18n::subject::speak_of,
    later::{self, Later},
    model::text::Lang,
    state::{
        Explorer,
        brought::{Draw, Shown},
        detail::Details,
        view_state::{PageDefaults, Scheme, View},
    },
    text_metrics::TextMetrics,
    ui::{element_width::ExpectedWidth, framed::is_framed, keyboard::find, switches::remembered_scheme},
};

/// The element that holds the page's first content and then the app.
const ROOT_ID: &str = "app";

thread_local! {
    /// What the page was before anything changed it: the language of its tag follows the reader.
    static PAGE: PageDefaults = page_defaults();
    /// The app that is drawn: it goes when this does.
    static DRAWN: RefCell<Option<Box<dyn Any>>> = const { RefCell::new(None) };
}

/// Starts the app. Without the page's own root element there is nothing to start in, and the page stays as it is.
///
/// In four steps with a breath between them, so that a slow phone goes on answering: the data are read, the page is
/// drawn out of sight, then the view in it, then they take the place of the page that was written.
pub fn start() {
    leave_a_trace();
    let published = document().document_element().and_then(|root| root.get_attribute("data-brought"));
    match published {
        Some(file) => later::start_published(file, Draw(draw), announce_taken_over),
        None => {
            let strategy = embedded::core();
            set_timeout(move || draw(Shown { strategy, brought: None }, announce_taken_over), Duration::ZERO);
        }
    }
}

/// Should the program stop, it says where, for the page's first script to put into what the reader may report.
fn leave_a_trace() {
    std::panic::set_hook(Box::new(|panic| {
        if let (Some(root), Some(place)) = (document().document_element(), panic.location()) {
            let place = format!("{}:{}", place.file(), place.line());
            let _never_fails = root.set_attribute("data-stopped", &place);
        }
    }));
}

/// Draws the app out of sight and puts it in the place of what is there; `then` comes after that.
fn draw(shown: Shown, then: fn()) {
    let Some(written) = document().get_element_by_id(ROOT_ID) else { return };
    let Ok(drawn) = written.clone_node() else { return };
    let Ok(drawn) = drawn.dyn_into::<web_sys::HtmlElement>() else { return };
    let defaults = PAGE.with(|page| *page);
    let metrics = Box::leak(Box::new(TextMetrics::cautious()));
    let Shown { strategy, brought } = shown;
    speak_of(brought.is_some().then_some(&strategy.about().title));
    let has_view = RwSignal::new(false);
    let mounted = mount_to(drawn.clone(), move || {
        provide_context(expected_width());
        provide_context(Draw(draw));
        let twin = page_in_other_language().filter(|_| brought.is_none());
        let details = match brought {
            Some((brought, prose)) => {
                provide_context(brought);
                Details::ready(strategy, prose)
            }
            None => Details::wanted(),
        };
        let explorer = Explorer::provide(strategy, details, metrics, defaults);
        explorer.has_twin(twin);
        announce_ready(explorer, Later::provide(explorer), has_view);
        view! { <App has_view /> }
    });
    let take_over = move || {
        let _never_fails = written.replace_with_with_node_1(&drawn);
        // What was drawn before ends here.
        drop(DRAWN.replace(Some(Box::new(mounted))));
        then();
    };
    let draw_view = move || {
        has_view.set(true);
        set_timeout(take_over, Duration::ZERO);
    };
    set_timeout(draw_view, Duration::ZERO);
}

/// Says to the page's first script that the app has taken over: it hands over what the reader has asked of it meanwhile.
fn announce_taken_over() {
    const TAKEN_OVER: &str = "jalons:taken-over";
    if let Ok(event) = web_sys::Event::new(TAKEN_OVER) {
        let _is_never_cancelled = document().dispatch_event(&event);
    }
}

/// The width of the room of the view, as the page that was written has it.
fn expected_width() -> ExpectedWidth {
    let room = find(".timeline-room, .treemap-room");
    ExpectedWidth(room.map_or(0.0, |room| f64::from(room.client_width())))
}

/// Where the page says that it is in the other language. In a frame and in a single file the page itself speaks both.
fn page_in_other_language() -> Option<String> {
    let root = document().document_element()?;
    root.get_attribute("data-twin").filter(|_| !is_framed())
}

/// View and language as the page's own tag gives them, scheme as it was left by an earlier visit.
fn page_defaults() -> PageDefaults {
    let attribute = |name| document().document_element().and_then(|root| root.get_attribute(name));
    PageDefaults {
        view: attribute("data-page-view").and_then(|view| View::parse(&view)).unwrap_or(View::Timeline),
        lang: attribute("lang").and_then(|lang| Lang::parse(&lang)).unwrap_or(Lang::Fr),
        // A frame follows its host or the system, not what was chosen elsewhere.
        scheme: remembered_scheme().filter(|_| attribute("data-embed").is_none()).unwrap_or(Scheme::Auto),
    }
}

/// Says that the page is ready once the first effects have run and the view that the address asks for is there, or has
/// failed, and only then fetches what can wait.
fn announce_ready(explorer: Explorer, later: Later, has_view: RwSignal<bool>) {
    let announce = move || {
        if let Some(root) = document().document_element() {
            let _never_fails = root.set_attribute("data-state", "ready");
        }
        let fetch = move || {
            later.fetch_ahead();
            explorer.fetch_detail();
        };
        // A record that is open already is worth more than an idle moment.
        if explorer.wants_record() {
            fetch();
        } else {
            request_idle(fetch);
        }
    };
    Effect::new(move |was_announced: Option<bool>| {
        if was_announced == Some(true) {
            return true;
        }
        let is_there = has_view.get() && (explorer.view() == View::Timeline || !later.is_loading());
        if is_there {
            set_timeout(announce, Duration::ZERO);
        }
        is_there
    });
}

/// Runs `then` when the browser has nothing better to do.
fn request_idle(then: impl FnOnce() + 'static) {
    let then = wasm_bindgen::closure::Closure::once_into_js(then);
    let request = js_sys::Reflect::get(&window(), &"requestIdleCallback".into())
        .ok()
        .and_then(|function| function.dyn_into::<js_sys::Function>().ok());
    let asked = request.is_some_and(|request| request.call1(&window(), &then).is_ok());
    if !asked {
        // Safari has no such call: a moment later will do.
        let _id = window().set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), 200);
    }
}

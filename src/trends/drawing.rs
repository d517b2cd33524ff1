//! The drawing of a chart: its place in the page, which is filled once the module is there and follows the page's size and colours.

use leptos::{html, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::{
    module::{Drawn, Module, fetch},
    words,
};
use crate::{
    charts::rows::Chart,
    model::id::RecordId,
    state::{Explorer, command::Command},
    ui::{element_width::use_element_width, notices::Failure},
};

/// From this width of the window on the numbers are open.
const WIDE_PX: f64 = 640.0;

/// How far the module of the charts has come.
#[derive(Clone)]
enum Arrival {
    /// On its way.
    Loading,
    /// There.
    Ready(Module),
    /// It could not be had; the reader may ask again.
    Failed,
    /// There is none: a single file, or a page without a script.
    Nowhere,
}

/// What all drawings of the view share. Copy: pass it freely.
#[derive(Clone, Copy)]
pub struct Drawings {
    explorer: Explorer,
    arrival: RwSignal<Arrival, LocalStorage>,
    /// Counts changes of the system's colours.
    colours: RwSignal<u32>,
    attempt: StoredValue<u32>,
}

impl Drawings {
    /// Asks for the module, once the view is in a page that has one.
    pub(super) fn new(explorer: Explorer) -> Self {
        let drawings = Self {
            explorer,
            arrival: RwSignal::new_local(Arrival::Nowhere),
            colours: RwSignal::new(0),
            attempt: StoredValue::new(0),
        };
        if cfg!(target_arch = "wasm32") && !is_single_file() {
            drawings.fetch();
            follow_colours(drawings.colours);
        }
        drawings
    }

    fn fetch(self) {
        let attempt = self.attempt.get_value();
        self.attempt.set_value(attempt + 1);
        self.arrival.set(Arrival::Loading);
        spawn_local(async move {
            let arrived = match fetch(attempt).await {
                Ok(module) => Arrival::Ready(module),
                Err(_) => Arrival::Failed,
            };
            let _left_meanwhile = self.arrival.try_set(arrived);
        });
    }

    /// Whether the numbers are open beside a drawing: where there is none, and where there is room.
    pub(super) fn has_room(self) -> bool {
        if !cfg!(target_arch = "wasm32") || is_single_file() {
            return true;
        }
        window().inner_width().ok().and_then(|width| width.as_f64()).is_some_and(|width| width >= WIDE_PX)
    }

    /// That there are no drawings, and why.
    pub(super) fn notice(self) -> impl IntoView {
        let lang = self.explorer.lang();
        move || {
            self.arrival.with(|arrival| match arrival {
                Arrival::Failed => {
                    view! { <Failure text=words::failed(lang) retry=move || self.fetch() /> }.into_any()
                }
                Arrival::Nowhere if cfg!(target_arch = "wasm32") => {
                    view! { <p class="hint" role="status">{words::in_single_file(lang)}</p> }.into_any()
                }
                _ => ().into_any(),
            })
        }
    }
}

/// The drawing of a chart, with the ways to save it.
#[component]
pub(super) fn TrendDrawing(
    /// What names the chart in the page.
    key: &'static str,
    /// What it finds.
    title: String,
    /// Its rows.
    chart: Chart,
    /// What all drawings share.
    drawings: Drawings,
) -> impl IntoView {
    let explorer = drawings.explorer;
    let lang = explorer.lang();
    let room = NodeRef::<html::Div>::new();
    let width = use_element_width(room, 0.0);
    let drawn = StoredValue::new_local(None::<Drawn>);
    let is_drawn = RwSignal::new(false);
    let class = match chart {
        Chart::Editions(_) => "trend-drawing is-tall",
        Chart::Points(_) => "trend-drawing",
        Chart::Flows(_) => "trend-drawing is-flow",
    };
    let marks = chart.marks();
    let draw = move || {
        let Some(Some(element)) = room.try_get_untracked() else { return };
        let Some(Arrival::Ready(module)) = drawings.arrival.try_get_untracked() else { return };
        let select = move |slug: String| {
            if let Some(id) =
                explorer.known().find(&slug).filter(|id: &RecordId| explorer.focus() != Some(*id))
            {
                explorer.dispatch(&Command::Focus(id));
            }
        };
        let done = drawn.try_update_value(|drawn| match drawn {
            Some(drawn) => drawn.redraw(),
            None => {
                Drawn::new(&module, element.unchecked_ref(), &chart, select).map(|new| *drawn = Some(new))
            }
        });
        match done {
            Some(Ok(())) => {
                let _left_meanwhile = is_drawn.try_set(true);
            }
            Some(Err(_)) => {
                let _left_meanwhile = drawings.arrival.try_set(Arrival::Failed);
            }
            None => {}
        }
    };
    Effect::new(move |_| {
        let is_ready = drawings.arrival.with(|arrival| matches!(arrival, Arrival::Ready(_)));
        let _scheme = explorer.scheme();
        drawings.colours.track();
        if is_ready && width.get() > 0.0 {
            // The page's colours are there by the next frame.
            request_animation_frame(draw.clone());
        }
    });
    let instead = move || {
        let text = drawings.arrival.with(|arrival| match arrival {
            Arrival::Loading => Some(words::pending(lang)),
            Arrival::Nowhere if !cfg!(target_arch = "wasm32") => Some(words::without_script(lang)),
            _ => None,
        });
        text.filter(|_| !is_drawn.get()).map(|text| view! { <p class="trend-instead">{text}</p> })
    };
    let is_there =
        move || drawings.arrival.with(|arrival| matches!(arrival, Arrival::Loading | Arrival::Ready(_)));
    view! {
        {instead}
        <div
            class=class
            node_ref=room
            role="img"
            hidden=move || !is_there()
            aria-label=words::drawing(&title, lang)
            aria-describedby=format!("trend-table-{key}")
            data-marks=marks.to_string()
            data-drawn=move || is_drawn.get().then_some("")
        ></div>
        {move || is_drawn.get().then(|| view! { <Save key drawn /> })}
    }
}

/// The two ways to save a drawing.
#[component]
fn Save(
    /// What names the chart.
    key: &'static str,
    /// The drawing.
    drawn: StoredValue<Option<Drawn>, LocalStorage>,
) -> impl IntoView {
    let lang = Explorer::expect_context().lang();
    let has_failed = RwSignal::new(false);
    let save = move |kind: &'static str| {
        let name = format!("jalons-{key}-{}.{kind}", lang.as_str());
        let promise = drawn.with_value(|drawn| drawn.as_ref().and_then(|drawn| drawn.save(&name).ok()));
        spawn_local(async move {
            let is_saved = match promise {
                Some(promise) => JsFuture::from(promise).await.is_ok(),
                None => false,
            };
            let _left_meanwhile = has_failed.try_set(!is_saved);
        });
    };
    view! {
        <p class="trend-save">
            <button type="button" data-save="svg" on:click=move |_| save("svg")>{words::save_svg(lang)}</button>
            <button type="button" data-save="png" on:click=move |_| save("png")>{words::save_png(lang)}</button>
            <span role="status">{move || has_failed.get().then(|| words::not_saved(lang))}</span>
        </p>
    }
}

fn is_single_file() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute("data-single-file"))
}

/// Counts each change of the system's colours, as long as the view is there.
fn follow_colours(changes: RwSignal<u32>) {
    let queries = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"];
    let lists: Vec<_> =
        queries.iter().filter_map(|query| window().match_media(query).ok().flatten()).collect();
    let changed = wasm_bindgen::closure::Closure::<dyn Fn()>::new(move || {
        let _left_meanwhile = changes.try_update(|changes| *changes += 1);
    });
    for list in &lists {
        let _never_fails = list.add_event_listener_with_callback("change", changed.as_ref().unchecked_ref());
    }
    let kept = StoredValue::new_local((lists, changed));
    on_cleanup(move || {
        kept.with_value(|(lists, changed)| {
            for list in lists {
                let _never_fails =
                    list.remove_event_listener_with_callback("change", changed.as_ref().unchecked_ref());
            }
        });
    });
}

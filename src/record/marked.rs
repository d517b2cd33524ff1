//! While a record is open, the marks, cells and rows of what belongs with it are set apart.

use leptos::prelude::*;

use crate::{
    model::{id::RecordId, relations::Relations, strategy::Strategy},
    state::Explorer,
};

/// The class of what belongs with the open record.
#[cfg(target_arch = "wasm32")]
const CLASS: &str = "is-related";

/// Sets them apart until the record is closed.
///
/// Views are other rooms, and know nothing of relations; what they share is that each mark says which record it is of.
/// They draw marks anew when the state changes, but also when the window is resized, a table is sorted or a cell is
/// opened, each at its own moment: watching for new nodes is the one way that misses none. What is watched are nodes,
/// and what is changed is a class, so it cannot set itself off.
pub(super) fn mark_related(
    explorer: Explorer,
    strategy: &'static Strategy,
    relations: &'static Relations,
    id: RecordId,
) {
    Effect::new(move |_| {
        let slugs: Vec<_> =
            relations.beside(strategy, id).into_iter().map(|related| explorer.slug(related)).collect();
        watch(slugs);
    });
}

#[cfg(target_arch = "wasm32")]
fn watch(slugs: Vec<&'static str>) {
    use wasm_bindgen::{JsCast, closure::Closure};
    use web_sys::MutationObserver;

    let Some(view) = document().get_element_by_id("view") else { return };
    let apply =
        move || each_mark(|mark, id| mark.class_list().toggle_with_force(CLASS, slugs.contains(&id)).is_ok());
    apply();
    let changed = Closure::<dyn Fn()>::new(apply);
    let Ok(observer) = MutationObserver::new(changed.as_ref().unchecked_ref()) else { return };
    let what = js_sys::Object::new();
    for key in ["childList", "subtree"] {
        let _never_fails = js_sys::Reflect::set(&what, &key.into(), &true.into());
    }
    let _never_fails = observer.observe_with_options(&view, what.unchecked_ref());
    let kept = StoredValue::new_local((observer, changed));
    on_cleanup(move || {
        kept.with_value(|(observer, _)| observer.disconnect());
        each_mark(|mark, _| mark.class_list().toggle_with_force(CLASS, false).is_ok());
    });
}

#[cfg(target_arch = "wasm32")]
fn each_mark(change: impl Fn(&web_sys::Element, &str) -> bool) {
    use wasm_bindgen::JsCast;

    let Ok(marks) = document().query_selector_all("[data-view] [data-kind][data-id]") else { return };
    for place in 0..marks.length() {
        let mark = marks.item(place).and_then(|node| node.dyn_into::<web_sys::Element>().ok());
        if let Some(mark) = mark
            && let Some(id) = mark.get_attribute("data-id")
        {
            let _is_changed = change(&mark, &id);
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn watch(_slugs: Vec<&'static str>) {}

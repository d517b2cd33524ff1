//! How wide an element is, followed as it changes.

use leptos::{html::ElementType, prelude::*};
use wasm_bindgen::JsCast;

/// The width in pixels that the room of a view is expected to have before it can be measured; 0 if that is not known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExpectedWidth(pub f64);

/// The width of `element` in whole CSS pixels; `initial` until it is in the page, and where there is no page.
#[must_use]
pub fn use_element_width<E>(element: NodeRef<E>, initial: f64) -> Signal<f64>
where
    E: ElementType + 'static,
    E::Output: JsCast + Clone + AsRef<web_sys::Element> + 'static,
{
    let initial = match use_context() {
        Some(ExpectedWidth(width)) if width > 0.0 => width,
        _ => initial,
    };
    let width = RwSignal::new(initial);
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        let element: web_sys::Element = AsRef::<web_sys::Element>::as_ref(&element).clone();
        let measured = element.clone();
        let measure = move || {
            // Whole pixels: what is laid out for 768 px must not change for 768.4.
            let now = f64::from(measured.client_width());
            // The view may be gone by then, with this width; its element need not be: the next view takes over what is
            // built alike.
            if now > 0.0 && width.try_get_untracked().is_some_and(|before| before != now) {
                width.set(now);
            }
        };
        measure();
        observe(&element, measure);
    });
    width.into()
}

#[cfg(target_arch = "wasm32")]
fn observe(element: &web_sys::Element, measure: impl Fn() + Clone + 'static) {
    use wasm_bindgen::closure::Closure;

    // In the next frame: what is laid out for the new width changes the height too, which the observer must not cause.
    let changed = Closure::<dyn Fn()>::new(move || request_animation_frame(measure.clone()));
    let Ok(observer) = web_sys::ResizeObserver::new(changed.as_ref().unchecked_ref()) else { return };
    observer.observe(element);
    let kept = StoredValue::new_local((observer, changed));
    on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
}

#[cfg(not(target_arch = "wasm32"))]
fn observe(_element: &web_sys::Element, _measure: impl Fn() + 'static) {}

//! A text that the reader copies by hand, where a page may not write to the clipboard: frames with a sandbox, old browsers.

use leptos::{html, prelude::*};

/// The text in a field, selected.
#[component]
pub fn TextToCopy(
    /// The text.
    text: String,
    /// What the field is called.
    name: &'static str,
) -> impl IntoView {
    let field = NodeRef::<html::Textarea>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // Once it is laid out: an engine forgets what is selected before.
            request_animation_frame(move || {
                let _never_fails = field.focus();
                field.select();
            });
        }
    });
    view! { <textarea node_ref=field readonly rows="4" aria-label=name>{text}</textarea> }
}

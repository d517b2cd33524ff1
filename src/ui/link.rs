//! A link of a drawing: written once as markup, then only what changes of it.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::drawing::Drawing;

/// What stands in the page of a link, but for where it leads: that is written when it is about to be used.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// Its attributes, each once.
    pub attributes: Vec<(&'static str, String)>,
    /// The markup inside it.
    pub picture: String,
}

impl Link {
    /// The whole of it as markup; what leads nowhere has no `href`.
    #[must_use]
    pub fn markup(&self, href: Option<String>) -> String {
        let href = href.map(|href| ("href", href));
        let attributes: Vec<_> = href.into_iter().chain(self.attributes.iter().cloned()).collect();
        Drawing::new().link(&attributes, &self.picture).into_markup()
    }

    /// Writes into its element what differs from before.
    pub fn write(&self, before: &Self, element: &Element) {
        for (name, value) in &self.attributes {
            if before.attribute(name) != Some(value) {
                let _never_fails = element.set_attribute(name, value);
            }
        }
        for (name, _) in &before.attributes {
            if self.attribute(name).is_none() {
                let _never_fails = element.remove_attribute(name);
            }
        }
        if self.picture != before.picture {
            element.set_inner_html(&self.picture);
        }
    }

    fn attribute(&self, name: &str) -> Option<&String> {
        self.attributes.iter().find(|(other, _)| *other == name).map(|(_, value)| value)
    }
}

/// The element that an event happens to, or in, among those that match a selector.
#[must_use]
pub fn link_of(event: &web_sys::Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

//! Links of a drawing: each written once as markup, then only what changes of it.

use leptos::{prelude::*, svg};
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
    fn markup(&self, href: Option<String>) -> String {
        let mut attributes = self.attributes.clone();
        attributes.extend(href.map(|href| ("href", href)));
        Drawing::new().link(&attributes, &self.picture).into_markup()
    }

    /// Writes into its element what differs from before.
    fn write(&self, before: &Self, element: &Element) {
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

/// A link in the page, in a group of its own: what stands there, and where, once it is drawn.
#[derive(Clone)]
pub struct DrawnLink {
    number: usize,
    written: ArcStoredValue<Written>,
}

struct Written {
    group: Option<NodeRef<svg::G>>,
    class: Option<String>,
    transform: Option<String>,
    href: Option<String>,
    link: Link,
}

impl DrawnLink {
    /// A link that is yet to be drawn: the only one of this `number` among those it is drawn with.
    #[must_use]
    pub fn new(number: usize, href: Option<String>, link: Link) -> Self {
        let written = Written { group: None, class: None, transform: None, href, link };
        Self { number, written: ArcStoredValue::new(written) }
    }

    /// The same in a group of a class, where it can be moved.
    #[must_use]
    pub fn in_group(self, class: String, transform: String) -> Self {
        self.written.update_value(|written| {
            (written.class, written.transform) = (Some(class), Some(transform));
        });
        self
    }

    /// Its number.
    #[must_use]
    pub fn number(&self) -> usize {
        self.number
    }

    /// Moves it, as the `transform` of its group says.
    pub fn move_to(&self, transform: String) {
        self.written.update_value(|written| {
            if written.transform.as_ref() != Some(&transform) {
                if let Some(group) = written.drawn() {
                    let _never_fails = group.set_attribute("transform", &transform);
                }
                written.transform = Some(transform);
            }
        });
    }

    /// Writes what is new of it.
    pub fn renew(&self, link: Link) {
        self.written.update_value(|written| {
            if let Some(element) = written.drawn().and_then(|group| group.first_element_child()) {
                link.write(&written.link, &element);
            }
            written.link = link;
        });
    }
}

impl Written {
    fn drawn(&self) -> Option<Element> {
        Some((*self.group?.try_get_untracked()??).clone())
    }
}

/// Tells which links are drawn from now on.
pub fn tell(links: &ArcRwSignal<Vec<DrawnLink>>, now: Vec<DrawnLink>) {
    links.maybe_update(|before| {
        let are_same =
            before.len() == now.len() && before.iter().zip(&now).all(|(a, b)| a.number == b.number);
        *before = now;
        !are_same
    });
}

/// Links that are drawn one after the other: one that stays keeps its element.
pub fn drawn_links(links: ArcRwSignal<Vec<DrawnLink>>) -> AnyView {
    let drawn = |DrawnLink { written, .. }: DrawnLink| {
        let group = NodeRef::new();
        written.update_value(|written| written.group = Some(group));
        let (class, transform, markup) =
            written.with_value(|Written { class, transform, href, link, .. }| {
                (class.clone(), transform.clone(), link.markup(href.clone()))
            });
        view! { <g node_ref=group class=class transform=transform inner_html=markup></g> }
    };
    view! { <For each=move || links.get() key=DrawnLink::number children=drawn /> }.into_any()
}

/// The element that an event happens to, or in, among those that match a selector.
#[must_use]
pub fn link_of(event: &web_sys::Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

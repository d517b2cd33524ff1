//! A page of sentences about the explorer itself, as a value.

use maud::{Markup, html};

/// What such a page says below its heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextPage {
    /// What it says first.
    pub lede: &'static str,
    /// Its sections.
    pub sections: Vec<Section>,
}

/// A section of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub heading: &'static str,
    /// Its paragraphs.
    pub paragraphs: &'static [&'static str],
    /// Its list, below them.
    pub items: &'static [&'static str],
    /// Where it leads, below all: addresses with their words.
    pub links: &'static [(&'static str, &'static str)],
}

pub(super) fn markup(page: &TextPage) -> Markup {
    html! {
        p.lede { (page.lede) }
        @for section in &page.sections {
            section.prose {
                h2 { (section.heading) }
                @for text in section.paragraphs { p { (text) } }
                @if !section.items.is_empty() { ul { @for item in section.items { li { (item) } } } }
                @for (address, words) in section.links {
                    p { a href=(address) { (words) } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{accessibility::accessibility, legal::legal, privacy::privacy},
        *,
    };
    use crate::model::text::Lang;

    /// How much a page says.
    fn shape(page: &TextPage) -> Vec<(usize, usize, usize)> {
        let size = |section: &Section| (section.paragraphs.len(), section.items.len(), section.links.len());
        page.sections.iter().map(size).collect()
    }

    #[test]
    fn both_languages_say_as_much() {
        for page in [accessibility, legal, privacy] {
            assert_eq!(shape(&page(Lang::Fr)), shape(&page(Lang::En)));
        }
    }
}

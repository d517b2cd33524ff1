//! Text in the two languages of the explorer.

use super::vocabulary::vocabulary;

vocabulary! {
    /// A language of the explorer.
    pub enum Lang {
        /// French, the first language.
        Fr = "fr",
        /// English.
        En = "en",
    }
}

/// A short text in both languages: labels and titles, which every view needs at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
}

impl Text {
    /// The text in `lang`.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        }
    }
}

/// The place of a long text in [`Prose`]; `ProseId::NONE` where the record has no such text.
///
/// Texts that only a record shows are kept apart from the tables, so that a page answers before they are
/// there and one language is loaded at a time. A text that is the same in both languages (the title of a
/// source, an address) stands in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProseId(pub u32);

impl ProseId {
    /// No text.
    pub const NONE: Self = Self(0);
}

/// All long texts of the strategy in one language; place 0 is the empty text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prose(Vec<String>);

impl Default for Prose {
    fn default() -> Self {
        Self(vec![String::new()])
    }
}

impl Prose {
    /// The text at `id`, if it is not empty.
    #[must_use]
    pub fn get(&self, id: ProseId) -> Option<&str> {
        self.0.get(id.0 as usize).map(String::as_str).filter(|text| !text.is_empty())
    }

    /// How many texts there are, the empty one included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no text but the empty one.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.len() <= 1
    }

    /// The texts by place.
    #[must_use]
    pub fn texts(&self) -> &[String] {
        &self.0
    }

    /// The prose that has these texts by place.
    #[must_use]
    pub fn from_texts(texts: Vec<String>) -> Self {
        Self(texts)
    }

    /// Adds `text` at the next place.
    pub fn push(&mut self, text: String) {
        self.0.push(text);
    }
}

//! What every part of a page needs to write itself: its language, the long texts, the ways to other records.

use maud::{Markup, html};

use super::site::{Page, Place, Site};
use crate::{
    i18n::{
        format::beginning,
        label::{Label, label},
    },
    model::{
        id::{RecordId, RecordKind},
        source,
        text::{Lang, ProseId},
    },
    ui::terms::{Piece, explain},
};

/// A page that is being written.
#[derive(Clone, Copy)]
pub(super) struct Writer<'a> {
    /// The site it is in.
    pub site: &'a Site,
    /// The page.
    pub page: Page,
}

impl Writer<'_> {
    pub(super) fn lang(self) -> Lang {
        self.page.lang
    }

    /// A long text as it is; empty where there is none.
    pub(super) fn said(self, text: ProseId) -> &'static str {
        self.site.prose(self.lang()).get(text).unwrap_or_default()
    }

    /// A long text whose terms lead to the glossary.
    pub(super) fn explained(self, text: ProseId) -> Markup {
        self.with_terms(self.said(text))
    }

    /// A text whose terms lead to the glossary.
    pub(super) fn with_terms(self, text: &str) -> Markup {
        html! {
            @for piece in explain(text, &self.site.spellings) {
                @match piece {
                    Piece::Plain(text) => (text),
                    Piece::Term(_, text) if self.page.place == Place::Glossary => (text),
                    Piece::Term(term, text) => a.term href=(self.way_to(term.into())) { (text) },
                }
            }
        }
    }

    /// The way to where a record stands in words.
    pub(super) fn way_to(self, id: RecordId) -> String {
        self.page.link_to_record(self.site.strategy, id)
    }

    /// A link to a record by its name; of a long statement, its beginning.
    pub(super) fn link(self, id: RecordId) -> Markup {
        let name = match label(self.site.strategy, id, self.lang()) {
            Label::Name(name) => name,
            // The titles of sources are names.
            Label::Statement(text) if id.kind() == RecordKind::Source => self.said(text).to_owned(),
            Label::Statement(text) => beginning(self.said(text)),
        };
        html! { a href=(self.way_to(id)) lang=[self.lang_of_name(id)] { (name) } }
    }

    /// The language of a record's name where it is not that of the page.
    pub(super) fn lang_of_name(self, id: RecordId) -> Option<&'static str> {
        self.lang_of_source().filter(|_| id.kind() == RecordKind::Source)
    }

    /// The language of what is quoted, where it is not that of the page.
    pub(super) fn lang_of_source(self) -> Option<&'static str> {
        (self.lang() != source::LANG).then_some(source::LANG.as_str())
    }
}

//! Where the links of a written page lead: to other written pages, for they work without a script and from a folder of files.

use std::collections::HashSet;

use super::site::{Page, Place};
use crate::{
    model::{
        id::{RecordId, RecordKind},
        text::Lang,
    },
    state::view_state::View,
};

/// The page of a view in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ViewPage {
    /// Its view.
    pub view: View,
    /// Its language.
    pub lang: Lang,
}

impl ViewPage {
    /// All of them, the site's first page first.
    pub fn all() -> impl Iterator<Item = Self> {
        let languages = [Lang::Fr, Lang::En].into_iter();
        languages.flat_map(|lang| View::ALL.iter().map(move |&view| Self { view, lang }))
    }

    /// Its folder from the root of the site; empty or with `/` at its end.
    #[must_use]
    pub fn folder(self) -> String {
        let of_view = match self.view {
            View::Timeline => "",
            view => view.as_str(),
        };
        let parts = [if self.lang == Lang::En { "en" } else { "" }, of_view];
        parts.into_iter().filter(|part| !part.is_empty()).map(|part| format!("{part}/")).collect()
    }

    /// The way from its folder to the root of the site.
    #[must_use]
    pub fn root(self) -> String {
        match self.folder().matches('/').count() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        }
    }

    /// The same page in the other language.
    #[must_use]
    pub fn twin(self) -> Self {
        let lang = match self.lang {
            Lang::Fr => Lang::En,
            Lang::En => Lang::Fr,
        };
        Self { lang, ..self }
    }

    /// The address of another page as this one writes it.
    #[must_use]
    pub fn to(self, other: Self) -> String {
        format!("{}{}index.html", self.root(), other.folder())
    }
}

/// The records that a page holds itself.
pub struct Anchors<'a>(HashSet<&'a str>);

impl<'a> Anchors<'a> {
    /// Those of a page.
    #[must_use]
    pub fn of(html: &'a str) -> Self {
        let ids = html.split("id=\"focus=").skip(1);
        Self(ids.filter_map(|rest| rest.split('"').next()).collect())
    }
}

/// Where a record can be read, from the root of the site and for the language of the page: its place there is filled
/// in by [`readable`].
#[must_use]
pub fn record_address(id: RecordId, slug: &str) -> String {
    format!("{RECORDS}{}#focus={slug}", record_page(id.kind()))
}

/// Stands for the root of the site and the language of the page.
const RECORDS: &str = "@records/";

/// The page that holds the records of a kind, from the root of the language.
fn record_page(kind: RecordKind) -> String {
    Page { place: Place::of_kind(kind), lang: Lang::Fr }.file()
}

/// The page with links that lead somewhere without a script: states of the explorer become the written page or the
/// row that comes nearest. Marks become ordinary stops of the keyboard.
#[must_use]
pub fn readable(html: &str, page: ViewPage, anchors: &Anchors) -> String {
    let language = if page.lang == Lang::En { "en/" } else { "" };
    let mut written = String::with_capacity(html.len());
    let mut pieces = html.split("href=\"");
    written.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (address, rest) = piece.split_once('"').unwrap_or((piece, ""));
        written.push_str("href=\"");
        match address.strip_prefix('#') {
            Some(state) => written.push_str(&nearest(state, page, anchors)),
            None => match address.strip_prefix(RECORDS) {
                Some(file) => written.push_str(&format!("{}{language}{file}", page.root())),
                None => written.push_str(address),
            },
        }
        written.push('"');
        written.push_str(rest);
    }
    written.replace(" tabindex=\"-1\"", "").replace(" tabindex=\"0\"", "").replace("<!>", "")
}

/// What comes nearest to a state, written with `&amp;`.
fn nearest(state: &str, page: ViewPage, anchors: &Anchors) -> String {
    let pairs: Vec<_> = state.split("&amp;").filter_map(|pair| pair.split_once('=')).collect();
    let value = |key: &str| pairs.iter().find(|(name, _)| *name == key).map(|(_, value)| *value);
    if let Some(slug) = value("focus") {
        return match anchors.0.contains(slug) {
            true => format!("#focus={slug}"),
            false => format!("{}{}", page.root(), elsewhere(slug, page)),
        };
    }
    if let Some(lang) = value("lang").and_then(Lang::parse) {
        return page.to(ViewPage { lang, ..page });
    }
    if let Some(view) = value("view").and_then(View::parse) {
        return page.to(ViewPage { view, ..page });
    }
    if let Some(scope) = value("scope") {
        return format!("#rows-{scope}");
    }
    match state {
        "view" | "rows" => format!("#{state}"),
        "" => "#view".to_owned(),
        _ if page.view == View::Table => "#view".to_owned(),
        _ => "#rows".to_owned(),
    }
}

/// The page and place of a record that this page does not hold.
fn elsewhere(slug: &str, page: ViewPage) -> String {
    let language = if page.lang == Lang::En { "en/" } else { "" };
    match crate::data::package::strategy().find(slug) {
        Some(id) => format!("{language}{}#focus={slug}", record_page(id.kind())),
        None => format!("{language}records/index.html"),
    }
}

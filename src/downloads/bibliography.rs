//! The explorer and the sources of a selection as entries of a bibliography.
//!
//! Source: BibTeX's entry types as biblatex extends them (`@online`, `@dataset`); CSL-JSON, schema 1.0.

use serde_json::{Value, json};

use crate::{
    data::writing::Written,
    i18n::cited::explorer,
    model::{
        date::{Date, Edtf},
        id::SourceId,
        source::{LANG, SourceKind},
        text::Lang,
    },
};

/// A work that can be cited.
struct Work {
    key: String,
    kind: Kind,
    title: String,
    publisher: String,
    url: String,
    published: Option<Date>,
    version: String,
    lang: Lang,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Data,
    Report,
    Article,
    Page,
}

/// The explorer first, then the sources in the order of the data.
fn works(written: Written<'_>, sources: &[SourceId], page: &str, lang: Lang) -> Vec<Work> {
    let about = written.strategy.about();
    let day = about.day().and_then(Edtf::start);
    let own = Work {
        key: "jalons".to_owned(),
        kind: Kind::Data,
        title: explorer(lang).to_owned(),
        publisher: "Jalons".to_owned(),
        url: page.to_owned(),
        published: day,
        version: about.version.clone(),
        lang,
    };
    let others = sources.iter().map(|&id| {
        let source = &written.strategy[id];
        let [title, publisher, url] =
            [source.title, source.publisher, source.url].map(|text| written.texts(text)[0].to_owned());
        let kind = match source.kind {
            SourceKind::Note | SourceKind::Official => Kind::Report,
            SourceKind::Press => Kind::Article,
            SourceKind::OpenData => Kind::Data,
            SourceKind::Footnote => Kind::Page,
        };
        let published = source.published.and_then(|date| date.start().or(date.end()));
        let version = String::new();
        Work { key: source.slug.clone(), kind, title, publisher, url, published, version, lang: LANG }
    });
    std::iter::once(own).chain(others).collect()
}

/// A BibTeX file.
#[must_use]
pub fn bibtex(written: Written<'_>, sources: &[SourceId], page: &str, lang: Lang) -> Vec<u8> {
    let entries: Vec<_> = works(written, sources, page, lang).iter().map(entry).collect();
    entries.join("\n").into_bytes()
}

fn entry(work: &Work) -> String {
    let kind = match work.kind {
        Kind::Data => "dataset",
        Kind::Report if work.url.is_empty() => "misc",
        Kind::Report => "report",
        Kind::Article | Kind::Page => "online",
    };
    let language = match work.lang {
        Lang::Fr => "french",
        Lang::En => "english",
    };
    let fields = [
        ("title", guarded(&work.title)),
        // Braces keep the name of a body whole.
        ("author", guarded(&work.publisher).map_or(String::new(), |name| format!("{{{name}}}")).into()),
        ("date", work.published.map(|date| date.to_string().trim_end_matches(['~', '?', '%']).to_owned())),
        ("version", guarded(&work.version)),
        ("url", Some(in_braces(&work.url)).filter(|url| !url.is_empty())),
        ("langid", Some(language.to_owned())),
    ];
    let fields: String = fields
        .into_iter()
        .filter_map(|(name, value)| Some((name, value.filter(|value| !value.is_empty())?)))
        .map(|(name, value)| format!("  {name} = {{{value}}},\n"))
        .collect();
    format!("@{kind}{{{},\n{fields}}}\n", work.key)
}

/// An address that stands between braces: its own, and what escapes, as RFC 3986 encodes them (2.1).
fn in_braces(url: &str) -> String {
    url.replace('\\', "%5C").replace('{', "%7B").replace('}', "%7D")
}

/// A text without what means something to LaTeX; nothing for an empty one.
fn guarded(text: &str) -> Option<String> {
    let mut guarded = String::new();
    for character in text.chars() {
        match character {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => guarded.extend(['\\', character]),
            '~' => guarded.push_str("\\textasciitilde{}"),
            '^' => guarded.push_str("\\textasciicircum{}"),
            '\\' => guarded.push_str("\\textbackslash{}"),
            other => guarded.push(other),
        }
    }
    Some(guarded).filter(|text| !text.is_empty())
}

/// A CSL-JSON file.
#[must_use]
pub fn csl_json(written: Written<'_>, sources: &[SourceId], page: &str, lang: Lang) -> Vec<u8> {
    let items: Vec<_> = works(written, sources, page, lang).iter().map(item).collect();
    let mut bytes = serde_json::to_vec_pretty(&items).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn item(work: &Work) -> Value {
    let kind = match work.kind {
        Kind::Data => "dataset",
        Kind::Report => "report",
        Kind::Article => "article-newspaper",
        Kind::Page => "webpage",
    };
    let mut item = json!({
        "id": work.key,
        "type": kind,
        "title": work.title,
        "language": work.lang.as_str(),
    });
    let texts = [("publisher", &work.publisher), ("URL", &work.url), ("version", &work.version)];
    for (name, text) in texts {
        if !text.is_empty() {
            item[name] = json!(text);
        }
    }
    if let Some(date) = work.published {
        let parts = [Some(date.year()), date.month().map(i32::from), date.day().map(i32::from)];
        item["issued"] = json!({ "date-parts": [parts.into_iter().flatten().collect::<Vec<_>>()] });
    }
    item
}

//! Fills the built site with what is made natively: the long texts of each language under names that carry their hash, the pages of text.
//!
//! `cargo run --features ssr --bin prerender -- dist`, after Trunk and before the seal.

use std::{
    env, fs,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    path::Path,
    process::ExitCode,
};

use jalons::{
    about::{accessibility::accessibility, page::document},
    data::package,
    model::text::Lang,
    pages::{addresses::ViewPage, view_page::written},
};

fn main() -> ExitCode {
    let Some(dist) = env::args().nth(1) else {
        eprintln!("jalons: say which folder holds the built site: prerender dist");
        return ExitCode::from(2);
    };
    match prerender(Path::new(&dist)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("jalons: {dist}/ could not be filled: {error}; run ./scripts/build");
            ExitCode::FAILURE
        }
    }
}

fn prerender(dist: &Path) -> io::Result<()> {
    let mut template = fs::read_to_string(dist.join("index.html"))?;
    for (lang, place) in [(Lang::Fr, "__DETAIL_FR__"), (Lang::En, "__DETAIL_EN__")] {
        let bytes = package::detail_bytes(lang);
        let name = format!("detail-{}-{}.bin", lang.as_str(), short_hash(bytes));
        fs::write(dist.join(&name), bytes)?;
        if !template.contains(place) {
            return Err(io::Error::other(format!("index.html has no {place} to name {name} in")));
        }
        template = template.replace(place, &format!("./{name}"));
    }
    // One style sheet costs the policy one hash.
    let template = template.replace("</style><style>", "");
    for lang in [Lang::Fr, Lang::En] {
        let about = accessibility(lang);
        fs::write(dist.join(about.file), document(&about, styles(&template)))?;
    }
    for page in ViewPage::all() {
        let folder = dist.join(page.folder());
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("index.html"), written(page, &template).map_err(io::Error::other)?)?;
    }
    Ok(())
}

/// The styles of the page, from the first to the last.
fn styles(html: &str) -> &str {
    match (html.find("<style"), html.rfind("</style>")) {
        (Some(first), Some(last)) if first < last => &html[first..last + "</style>".len()],
        _ => "",
    }
}

/// Sixteen digits that change with the content: enough for two versions never to share a name.
fn short_hash(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

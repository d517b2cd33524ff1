//! Fills the built site with what is made natively: the long texts of each language under names that carry their hash, the pages of the views, the pages of text.
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
    data::package,
    model::text::Lang,
    pages::{
        self, Site,
        address::{Address, AddressError, VARIABLE},
    },
};

fn main() -> ExitCode {
    let Some(dist) = env::args().nth(1) else {
        eprintln!("jalons: say which folder holds the built site: prerender dist");
        return ExitCode::from(2);
    };
    let site = match address() {
        Ok(address) => Site::of_package(address),
        Err(error) => {
            eprintln!("jalons: {error}");
            return ExitCode::from(2);
        }
    };
    match prerender(Path::new(&dist), &site) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("jalons: {dist}/ could not be filled: {error}; run ./scripts/build");
            ExitCode::FAILURE
        }
    }
}

fn prerender(dist: &Path, site: &Site) -> io::Result<()> {
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
    let text = pages::write_all(dist, site, &template)?;
    println!("jalons: wrote {} pages of text, {} bytes", text.pages, text.bytes);
    Ok(())
}

/// The address that the site will have, if the build is told.
fn address() -> Result<Option<Address>, AddressError> {
    let Some(text) = env::var_os(VARIABLE).filter(|text| !text.is_empty()) else {
        println!(
            "jalons: {VARIABLE} is not set: the pages name no address of their own (canonical, alternates, Open Graph, oEmbed, sitemap)"
        );
        return Ok(None);
    };
    Address::parse(&text.to_string_lossy()).map(Some)
}

/// Sixteen digits that change with the content: enough for two versions never to share a name.
fn short_hash(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

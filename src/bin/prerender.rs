//! Fills the built site with what is made natively: the data, under names that carry their hash, the pages of the views, the pages of text.
//!
//! `cargo run --features ssr --bin prerender -- dist [--data FOLDER] [--dev]`, after the program and before the seal. With
//! `--dev` it writes the data alone and leaves the page empty for the app, which is all that whoever changes it waits for.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use jalons::{
    data::{disk, package},
    model::text::Lang,
    pages::{
        self, Site,
        address::{Address, AddressError, VARIABLE},
        module_section::with_section,
    },
};
use sha2::{Digest, Sha256};

/// What the command line says.
struct Options {
    dist: PathBuf,
    data: PathBuf,
    is_dev: bool,
}

fn main() -> ExitCode {
    let Some(Options { dist, data, is_dev }) = options(env::args().skip(1)) else {
        eprintln!("jalons: say which folder holds the built site: prerender DIST [--data FOLDER] [--dev]");
        return ExitCode::from(2);
    };
    if let Err(error) = disk::open(&data) {
        eprint!("{error}");
        eprintln!("jalons: correct what is said above; the site is not written");
        return ExitCode::FAILURE;
    }
    let written = if is_dev {
        write_data(&dist).map(drop)
    } else {
        match address() {
            Ok(address) => prerender(&dist, &Site::of_package(address)),
            Err(error) => {
                eprintln!("jalons: {error}");
                return ExitCode::from(2);
            }
        }
    };
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("jalons: {}/ could not be filled: {error}; run ./scripts/build", dist.display());
            ExitCode::FAILURE
        }
    }
}

fn options(mut arguments: impl Iterator<Item = String>) -> Option<Options> {
    let (mut dist, mut data, mut is_dev) = (None, PathBuf::from("data"), false);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--data" => data = arguments.next()?.into(),
            "--dev" => is_dev = true,
            _ if dist.is_none() && !argument.starts_with('-') => dist = Some(argument.into()),
            _ => return None,
        }
    }
    Some(Options { dist: dist?, data, is_dev })
}

/// Writes the data into the site and names them in its page: the core into the module, the full data of each language
/// into a file. Returns the page, which is written too.
fn write_data(dist: &Path) -> io::Result<String> {
    let page = dist.join("index.html");
    let mut html = fs::read_to_string(&page)?;
    for (lang, place) in [(Lang::Fr, "__DETAIL_FR__"), (Lang::En, "__DETAIL_EN__")] {
        let bytes = package::detail_bytes(lang);
        let name = format!("detail-{}-{}.bin", lang.as_str(), short_hash(bytes));
        fs::write(dist.join(&name), bytes)?;
        html = named(&html, place, &format!("./{name}"))?;
    }
    let module = module_of(&html).ok_or_else(|| {
        io::Error::other("index.html has no startJalons('….js', '….wasm') that names the module")
    })?;
    let with_core =
        with_section(&fs::read(dist.join(&module))?, package::CORE_SECTION, package::core_bytes());
    let name = format!("jalons-{}.wasm", short_hash(&with_core));
    fs::remove_file(dist.join(&module))?;
    fs::write(dist.join(&name), with_core)?;
    html = named(&html, &module, &name)?;
    fs::write(page, &html)?;
    Ok(html)
}

/// The page with a name in its place.
fn named(html: &str, place: &str, name: &str) -> io::Result<String> {
    if html.contains(place) {
        Ok(html.replace(place, name))
    } else {
        Err(io::Error::other(format!("index.html has no {place} to name {name} in")))
    }
}

/// The file of the module that the page starts: the second name in the call of `startJalons`.
fn module_of(html: &str) -> Option<String> {
    let call = html.split("startJalons(").skip(1).find(|rest| rest.starts_with(['\'', '"', '`']))?;
    let name = call.split(')').next()?.split(',').nth(1)?;
    Some(name.trim().trim_matches(['\'', '"', '`']).trim_start_matches("./").to_owned())
}

fn prerender(dist: &Path, site: &Site) -> io::Result<()> {
    // One style sheet costs the policy one hash.
    let template = write_data(dist)?.replace("</style><style>", "");
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
    let digits = format!("{:x}", Sha256::digest(bytes));
    digits[..16].to_owned()
}

//! Checks the data package and the tokens of the look, and writes what the program embeds of them into `OUT_DIR`:
//! `core.bin`, `detail-fr.bin`, `detail-en.bin`, `palettes.rs`. Problems fail the build, all at once.

// What only the program uses of the two rooms, and the module that needs the files written here.
#![allow(dead_code, unexpected_cfgs)]

#[path = "src/data/mod.rs"]
mod data;
#[path = "src/model/mod.rs"]
mod model;
#[path = "src/tokens.rs"]
mod tokens;

use std::{env, error::Error, fmt::Write as _, fs, path::Path};

use data::{checksum::with_checksum, embed::to_bytes};
use sha2::{Digest, Sha256};

/// The folder of the package.
const FOLDER: &str = "data";
/// The tokens of the look.
const TOKENS: &str = "style/tokens.css";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={FOLDER}");
    println!("cargo::rerun-if-changed={TOKENS}");
    println!("cargo::rustc-check-cfg=cfg(embedded)");
    println!("cargo::rustc-cfg=embedded");

    let files = data::descriptor::gather(|name| fs::read(Path::new(FOLDER).join(name)).ok());
    // What the pages of text name the data by; `Files` is in the order of the names.
    let hash = files.values().fold(Sha256::new(), |hash, bytes| hash.chain_update(bytes)).finalize();
    println!("cargo::rustc-env=DATA_SHA256={hash:x}");
    let (package, problems) = data::read(&files);
    for problem in &problems {
        println!("cargo::error={FOLDER}/{problem}");
    }
    let looks = tokens::read(&fs::read_to_string(TOKENS)?).unwrap_or_else(|problems| {
        for problem in problems {
            println!("cargo::error={TOKENS}: {problem}");
        }
        Vec::new()
    });
    if let Some(problem) = data::changes::problem_of_versions(&files) {
        println!("cargo::error={FOLDER}/{}: {problem}", data::descriptor::FILE);
    }
    // Without a package there are errors above, by which cargo fails the build.
    let Some(data::Package { tables, prose: [fr, en] }) = package else { return Ok(()) };

    let out_dir = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    let write = |name, bytes| fs::write(Path::new(&out_dir).join(name), bytes);
    write("palettes.rs", palettes(&looks).into_bytes())?;
    write("core.bin", to_bytes(&data::core::Core::of(&tables)))?;
    write("detail-fr.bin", with_checksum(to_bytes(&(tables.clone(), fr))))?;
    write("detail-en.bin", with_checksum(to_bytes(&(tables, en))))?;
    Ok(())
}

/// The looks as Rust, for pictures that have no style sheet: `src/export/palette.rs` includes it.
fn palettes(looks: &[tokens::LookTokens]) -> String {
    let mut code = String::from("[");
    for look in looks {
        let _never_fails = write!(code, "({:?}, [", look.name);
        for colours in [&look.light, &look.dark] {
            let colour = |name: &str| colours.get(name).map(String::as_str).unwrap_or_default();
            code.push_str("Palette {");
            for (field, token) in [
                ("paper", "paper"),
                ("card", "card"),
                ("ink", "ink"),
                ("muted", "muted"),
                ("rule", "rule"),
                ("band", "band"),
                ("hue_none", "hue-none"),
                ("less", "less"),
                ("more", "more"),
            ] {
                let _never_fails = write!(code, "{field}: {:?},", colour(token));
            }
            let hues: Vec<&str> = (0..5).map(|place| colour(&format!("hue-{place}"))).collect();
            let _never_fails = write!(code, "hues: {hues:?} }},");
        }
        code.push_str("]),");
    }
    code + "]"
}

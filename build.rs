//! Checks the tokens of the look and writes them as Rust into `OUT_DIR`: `palettes.rs`. Problems fail the build, all at once.

// What only the site uses of the room.
#![allow(dead_code)]

#[path = "src/tokens.rs"]
mod tokens;

use std::{env, error::Error, fmt::Write as _, fs, path::Path};

/// The tokens of the look.
const TOKENS: &str = "style/tokens.css";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={TOKENS}");
    let looks = tokens::read(&fs::read_to_string(TOKENS)?).unwrap_or_else(|problems| {
        for problem in problems {
            println!("cargo::error={TOKENS}: {problem}");
        }
        Vec::new()
    });
    let out_dir = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    fs::write(Path::new(&out_dir).join("palettes.rs"), palettes(&looks))?;
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

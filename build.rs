//! Checks the data package, and writes what the program embeds of it: `core.bin`, `detail-fr.bin` and `detail-en.bin`
//! in `OUT_DIR`. Problems of the data fail the build, all at once.

// What only the program uses of the two rooms, and the module that needs the files written here.
#![allow(dead_code, unexpected_cfgs)]

#[path = "src/data/mod.rs"]
mod data;
#[path = "src/model/mod.rs"]
mod model;

use std::{env, error::Error, fs, path::Path};

use data::{checksum::with_checksum, embed::to_bytes};
use sha2::{Digest, Sha256};

/// The folder of the package.
const FOLDER: &str = "data";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={FOLDER}");
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
    // Without a package there are errors above, by which cargo fails the build.
    let Some(data::Package { tables, prose: [fr, en] }) = package else { return Ok(()) };

    let out_dir = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    let write = |name, bytes| fs::write(Path::new(&out_dir).join(name), bytes);
    write("core.bin", to_bytes(&data::core::Core::of(&tables)))?;
    write("detail-fr.bin", with_checksum(to_bytes(&(tables.clone(), fr))))?;
    write("detail-en.bin", with_checksum(to_bytes(&(tables, en))))?;
    Ok(())
}

# The pinned versions of every tool that is not pinned by a lock file: the one place to change them.
#
# Pinned elsewhere, and read from there:
#   Rust crates           Cargo.lock
#   wasm-bindgen-cli      Cargo.lock too: it must equal the crate wasm-bindgen, or Trunk refuses to build
#   npm tools             package.json (exact) and package-lock.json: wasm-opt (binaryen), esbuild,
#                         selenium-webdriver, sirv, csv-parse, parse5; and what scripts/bench compares with:
#                         timelinejs, vis-timeline
#   browsers and drivers  the Debian release's own: chromium, firefox-esr, webkit2gtk

TRUNK_VERSION=0.21.14        # 0.22 asks for a newer compiler than 1.95
WASM_SPLIT_VERSION=0.2.3     # understands what the crate wasm_split_helpers of the same series marks
GECKODRIVER_VERSION=0.37.1
FRICTIONLESS_VERSION=5.21.0

# The fonts of the picture that other pages show beside a link: Inter, and Charis, which is drawn after Charter.
PICTURE_FONT_PACKAGES=(fonts-inter fonts-sil-charis)

RUST_AT_LEAST=1.88           # edition 2024, and what Cargo.toml says
NODE_AT_LEAST=20

# What the compiler is told when it builds for the browser. `erase_components` makes Leptos
# components share code: about a quarter off the compressed module. The relocations are what
# scripts/split.mjs follows to cut the module; they stay on this machine.
WASM_TARGET=wasm32-unknown-unknown
WASM_RUSTFLAGS="--cfg erase_components -Clink-args=--emit-relocs"

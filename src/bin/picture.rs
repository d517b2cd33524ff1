//! Draws the pictures that other pages show beside a link to the site, one per language.
//!
//! `cargo run --features ssr,raster --bin picture -- dist ADDRESS SANS SANS_BOLD SERIF_BOLD`: the built site, the address
//! that it will have, and three font files.

use std::{env, error::Error, fs, path::Path, process::ExitCode, sync::Arc};

use jalons::{
    data::package,
    export::{Request, picture, request::open_graph_file},
    model::text::Lang,
    state::view_state::ViewState,
    text_metrics::{TextMetrics, Weight},
};
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{self, fontdb},
};
use skrifa::{FontRef, MetadataProvider as _, instance::LocationRef, prelude::Size};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [dist, address, sans, sans_bold, serif_bold] = arguments.as_slice() else {
        eprintln!(
            "jalons: say what to draw with: picture dist https://… SANS.otf SANS-BOLD.otf SERIF-BOLD.otf"
        );
        return ExitCode::from(2);
    };
    match draw(Path::new(dist), address, [sans, sans_bold, serif_bold]) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("jalons: the picture of the site could not be drawn: {error}");
            ExitCode::FAILURE
        }
    }
}

fn draw(dist: &Path, address: &str, fonts: [&String; 3]) -> Result<(), Box<dyn Error>> {
    let read = |file: &String| fs::read(file).map_err(|error| format!("{file}: {error}"));
    let [sans, sans_bold, serif_bold] = [read(fonts[0])?, read(fonts[1])?, read(fonts[2])?];
    let metrics = metrics(&FontRef::new(&sans)?, &FontRef::new(&sans_bold)?);

    let mut database = fontdb::Database::new();
    let mut families = Vec::new();
    for font in [sans, sans_bold, serif_bold] {
        database.load_font_data(font);
        let face = database.faces().last().and_then(|face| face.families.first());
        families.push(face.map(|(name, _)| name.clone()).ok_or("a font file has no face with a name")?);
    }
    database.set_sans_serif_family(&families[0]);
    database.set_serif_family(&families[2]);
    let options = usvg::Options { fontdb: Arc::new(database), ..usvg::Options::default() };

    for lang in [Lang::Fr, Lang::En] {
        let state = ViewState::default();
        let request = Request::open_graph(lang, &state, Some(address));
        let svg = picture::svg(package::strategy(), &request, &metrics);
        let tree = usvg::Tree::from_str(&svg, &options)?;
        let size = tree.size().to_int_size();
        let mut pixels = Pixmap::new(size.width(), size.height()).ok_or("a picture has no area")?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        let file = dist.join(open_graph_file(lang));
        fs::create_dir_all(file.parent().unwrap_or(dist))?;
        fs::write(&file, pixels.encode_png()?)?;
    }
    Ok(())
}

/// The widths of the letters of the fonts drawn with.
fn metrics(sans: &FontRef, sans_bold: &FontRef) -> TextMetrics {
    TextMetrics::measured(|weight, character| {
        let font = if weight == Weight::Bold { sans_bold } else { sans };
        // At this size a pixel is a hundredth of the font size.
        let widths = font.glyph_metrics(Size::new(100.0), LocationRef::default());
        let width = font.charmap().map(character).and_then(|glyph| widths.advance_width(glyph));
        width.map_or(110.0, f64::from)
    })
}

//! Pages that are written when the site is built: they can be read before any script, and without one.
//!
//! [`site`] is the map: which pages there are, and how one leads to another. The page of a view ([`view_page`]) is made
//! with the components of the app, which takes over from it. The pages of text hold every record, source and term in
//! words, and what is to be said of the explorer itself: [`document::document`] writes one of them, [`write_all`] all.

pub mod accessibility;
pub mod address;
pub mod addresses;
mod article;
pub mod collection;
pub mod document;
pub mod head;
mod legal;
mod linked_data;
pub mod method;
pub mod module_section;
mod oembed;
pub mod pictures;
mod privacy;
mod records;
pub mod rows;
pub mod site;
mod sitemap;
mod styles;
pub mod text;
pub mod view_page;
pub mod words;
mod writer;

use std::{fs, io, path::Path};

pub use self::site::Site;
use self::site::{Page, Place, pages};

/// A file of the site: its path from the root of the site, and its content.
pub type File = (String, String);

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// How many pages of text.
    pub pages: usize,
    /// How large they are together, in bytes.
    pub bytes: usize,
}

/// All pages of text, in both languages.
#[must_use]
pub fn documents(site: &Site) -> Vec<File> {
    let of_text = pages().into_iter().filter(|page| !matches!(page.place, Place::View(_)));
    of_text.map(|page: Page| (page.file(), document::document(site, page))).collect()
}

/// What a site that knows its address says to machines: its map, and how its views are embedded. Nothing otherwise.
#[must_use]
pub fn announcements(site: &Site) -> Vec<File> {
    let Some(address) = &site.address else { return Vec::new() };
    let mut files = vec![(sitemap::FILE.to_owned(), sitemap::sitemap(site, address))];
    files.extend(pages().into_iter().filter_map(|page| {
        let Place::View(_) = page.place else { return None };
        Some((oembed::file(page), oembed::oembed(page, address)))
    }));
    files
}

/// The pages of the views, in both languages, made of what Trunk left of index.html.
///
/// # Errors
/// Says what `template` lacks.
pub fn views(site: &Site, template: &str) -> Result<Vec<File>, String> {
    let of_views = pages().into_iter().filter_map(|page| match page.place {
        Place::View(view) => Some((page, view)),
        _ => None,
    });
    of_views.map(|(page, view)| Ok((page.file(), view_page::written(site, page, view, template)?))).collect()
}

/// Writes all pages and the announcements into the built site.
///
/// # Errors
/// Those of the disk, and what `template` lacks.
pub fn write_all(dist: &Path, site: &Site, template: &str) -> io::Result<Written> {
    let views = views(site, template).map_err(io::Error::other)?;
    let documents = documents(site);
    let written =
        Written { pages: documents.len(), bytes: documents.iter().map(|(_, html)| html.len()).sum() };
    for (name, content) in views.into_iter().chain(documents).chain(announcements(site)) {
        let file = dist.join(name);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(file, content)?;
    }
    Ok(written)
}

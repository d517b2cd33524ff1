//! Sheets as a page of its own: one file with its styles, that any browser prints.

use super::{
    of_view::Sheets,
    paper::{MARGIN_MM, Paper},
};
use crate::ui::drawing::escaped;

/// How sheets look, in a file of their own and in the page that prints them.
const STYLES: &str = include_str!("../../style/sheets.css");

/// What is on the sheets, as the content of one element.
#[must_use]
pub fn content(sheets: &Sheets) -> String {
    let drawings =
        sheets.drawings.iter().map(|svg| format!("<section class=\"print-sheet\">{svg}</section>"));
    let table = format!(
        "<section class=\"print-rows\">{}<p>{}</p></section>",
        sheets.table,
        escaped(&sheets.sources)
    );
    drawings.chain([table]).collect()
}

/// The class of the element that holds them.
#[must_use]
pub fn class(paper: Paper) -> String {
    format!("print-sheets is-{}", paper.as_str())
}

/// The file: no script, no reference to anything outside of it.
#[must_use]
pub fn document(sheets: &Sheets) -> String {
    let lang = sheets.lang.as_str();
    let title = escaped(&sheets.title);
    let (class, content) = (class(sheets.paper), content(sheets));
    // Not every browser knows pages by name: here all are of one size.
    let (width, height) = sheets.paper.size_mm();
    format!(
        "<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title>\
         <style>{STYLES}@page {{ size: {width}mm {height}mm; margin: {MARGIN_MM}mm; }}</style></head>\
         <body><main class=\"{class}\">{content}</main></body></html>\n"
    )
}

//! The fields of the dialog that makes a frame, as markup: what is offered depends on the state.
//!
//! Markup rather than components: a field is only asked what it holds, and the code is a third of the size.

use std::fmt::Write as _;

use super::snippet::{Choices, HEIGHTS_PX, PINNED, WIDTHS_PX};
use crate::{
    i18n::{
        format::with_percent_sign,
        label::{Label, title},
        messages::{keep_record, messages, pin_data, record_kind},
    },
    model::{strategy::Strategy, text::Lang},
    state::{
        filter::Filter,
        view_state::{Scheme, View, ViewState},
    },
    ui::{drawing::escaped, view_name::view_name},
};

/// The attribute that names a field.
pub const CHOICE: &str = "data-choice";

/// All fields, with what is chosen at first; their words are in `lang`.
#[must_use]
pub fn fields(choices: &Choices, state: &ViewState, strategy: &Strategy, lang: Lang) -> String {
    let words = messages(lang);
    let views: Vec<_> = View::ALL.iter().map(|&view| (view.as_str(), view_name(view, words))).collect();
    let schemes = [
        (Scheme::Auto.as_str(), words.embed_scheme_auto()),
        (Scheme::Light.as_str(), words.scheme_light()),
        (Scheme::Dark.as_str(), words.scheme_dark()),
    ];
    let mut markup = Markup::default();
    markup.select("view", words.embed_view(), &views, choices.view.as_str());
    markup.select("lang", words.language(), &[("fr", "Français"), ("en", "English")], choices.lang.as_str());
    markup.select("scheme", words.scheme(), &schemes, choices.scheme.as_str());
    markup.group(words.embed_keeps(), &kept(state, strategy, lang));
    markup.number("width", words.embed_width(), WIDTHS_PX, "", &with_percent_sign("100", lang));
    markup.number("height", words.embed_height(), HEIGHTS_PX, &choices.height_px().to_string(), "");
    let mut data = Markup::default();
    data.option("data", "radio", "latest", words.embed_latest(), true);
    data.option("data", "radio", PINNED, &pin_data(&strategy.about().version, lang), false);
    markup.group(words.embed_data(), &data);
    markup.0
}

/// What of the state may go along, as far as there is any.
fn kept(state: &ViewState, strategy: &Strategy, lang: Lang) -> Markup {
    let mut kept = Markup::default();
    if let Some(id) = state.focus {
        let name = match title(strategy, id, lang) {
            Label::Name(name) => name,
            Label::Statement(_) => record_kind(id.kind(), lang).to_owned(),
        };
        kept.option("record", "checkbox", "", &keep_record(&name, lang), true);
    }
    let timeless = ViewState { from: None, to: None, ..state.clone() };
    if !Filter::of(&timeless, None).is_empty() || !state.query.is_empty() {
        kept.option("filters", "checkbox", "", messages(lang).embed_keeps_filters(), true);
    }
    if state.bounds().is_some() {
        kept.option("period", "checkbox", "", messages(lang).embed_keeps_period(), true);
    }
    kept
}

/// Fields, one after another.
#[derive(Default)]
struct Markup(String);

impl Markup {
    /// One of several words.
    fn select(&mut self, field: &str, name: &str, options: &[(&str, &str)], chosen: &str) {
        self.push(format_args!("<label><span>{}</span><select {CHOICE}=\"{field}\">", escaped(name)));
        for (value, words) in options {
            let selected = if *value == chosen { " selected" } else { "" };
            self.push(format_args!("<option value=\"{value}\"{selected}>{}</option>", escaped(words)));
        }
        self.push(format_args!("</select></label>"));
    }

    /// A number of pixels; `placeholder` is what holds without one.
    fn number(&mut self, field: &str, name: &str, (least, most): (u32, u32), value: &str, placeholder: &str) {
        self.push(format_args!(
            "<label><span>{}</span><input type=\"number\" {CHOICE}=\"{field}\" min=\"{least}\" max=\"{most}\" step=\"10\" placeholder=\"{placeholder}\" value=\"{value}\"></label>",
            escaped(name)
        ));
    }

    /// Something to be had or not, alone or among others of its field.
    fn option(&mut self, field: &str, kind: &str, value: &str, name: &str, is_chosen: bool) {
        let checked = if is_chosen { " checked" } else { "" };
        self.push(format_args!(
            "<label class=\"embed-option\"><input type=\"{kind}\" name=\"embed-{field}\" {CHOICE}=\"{field}\" value=\"{value}\"{checked}><span>{}</span></label>",
            escaped(name)
        ));
    }

    /// Fields that belong together, under their name; nothing without fields.
    fn group(&mut self, name: &str, inside: &Self) {
        if !inside.0.is_empty() {
            self.push(format_args!("<fieldset><legend>{}</legend>{}</fieldset>", escaped(name), inside.0));
        }
    }

    fn push(&mut self, markup: std::fmt::Arguments<'_>) {
        let _never_fails = self.0.write_fmt(markup);
    }
}

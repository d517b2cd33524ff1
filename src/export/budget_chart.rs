//! The treemap of a picture: the cells of the screen, with what the screen says around them.

use super::{
    look::{CURRENT, OUTSIDE, REMAINDER},
    request::Request,
    sheet::Entry,
    words,
};
use crate::{
    budget::{
        HATCH,
        changes::{sign, trend_of},
        coloring::in_words as kept_in_words,
        kept::{entries_below, is_left_out, kept_of as entry_of},
        phases::shade,
        treemap::{
            placed::{Content, Frame, PlacedCell, PlacedTreemap, place, split_shown},
            tiles::draw,
        },
    },
    i18n::{
        format::{self, OpenEnd, capitalised, date_in_words},
        messages::{self, messages},
    },
    model::{
        amounts::Amounts,
        envelope::Nature,
        id::{EnvelopeId, RecordId, ScopeId, ThemeId},
        relations::Relations,
        strategy::Strategy,
        text::Lang,
    },
    state::{
        filter::Filter,
        query::{DEFAULT_STAGE, scope_shown},
        view_state::Coloring,
    },
    text_metrics::TextMetrics,
    timeline::legend::SAMPLE_PX,
    ui::{
        criteria::{in_words, kept_of},
        drawing::Drawing,
        glyph::glyph,
    },
};

/// A sample of a face.
const SAMPLE: (f64, f64, f64, f64) = (0.5, 0.5, SAMPLE_PX.0 - 1.0, SAMPLE_PX.1 - 1.0);

/// What a budget shows, before it is placed.
pub struct Shown<'a> {
    strategy: &'a Strategy,
    request: &'a Request<'a>,
    scope: ScopeId,
    root: EnvelopeId,
    amounts: Amounts,
    /// The envelopes that the filter leaves out, in order.
    outside: Vec<EnvelopeId>,
    is_filtered: bool,
}

impl<'a> Shown<'a> {
    /// What a request asks for; nothing if the data hold no budget.
    #[must_use]
    pub fn of(strategy: &'a Strategy, request: &'a Request<'a>) -> Option<Self> {
        let state = request.state;
        let scope = scope_shown(state, strategy)?;
        let root = state.at.or_else(|| strategy.roots(scope).next())?;
        let filter = Filter::of(state, request.found);
        let is_filtered = filter.asks_of_envelopes();
        let outside = if is_filtered {
            filter.envelopes_outside(strategy, &Relations::of(strategy))
        } else {
            Vec::new()
        };
        let stage = state.stage.unwrap_or(DEFAULT_STAGE);
        let amounts = Amounts::of_scope(strategy, scope, stage, state.measure);
        Some(Self { strategy, request, scope, root, amounts, outside, is_filtered })
    }

    /// What the picture is called: the envelope whose parts it shows.
    #[must_use]
    pub fn title(&self) -> &'a str {
        self.strategy[self.root].label.get(self.request.lang)
    }

    /// The envelopes that it is part of, from the top down.
    #[must_use]
    pub fn above(&self) -> Vec<&'a str> {
        let mut above: Vec<_> = self.strategy.ancestors(self.root).collect();
        above.reverse();
        above.into_iter().map(|id| self.strategy[id].label.get(self.request.lang)).collect()
    }

    /// What the areas add up to, as the screen says it.
    #[must_use]
    pub fn sum(&self, placed: &PlacedTreemap) -> String {
        let lang = self.request.lang;
        match placed.drawn() {
            Some(_) if !placed.cells.is_empty() => placed.sum(lang),
            _ => messages(lang).not_published().to_owned(),
        }
    }

    /// What amounts these are: their nature, what is measured of them, their date, how they are split, what the filter
    /// keeps of them.
    #[must_use]
    pub fn in_words(&self, placed: &PlacedTreemap) -> String {
        let (strategy, lang) = (self.strategy, self.request.lang);
        let scope = &strategy[self.scope];
        let mut parts = vec![capitalised(messages::nature(scope.nature, lang))];
        if scope.nature == Nature::Appropriations {
            parts.push(messages::stage(self.amounts.stage, lang).to_owned());
            parts.push(messages::measure(self.amounts.measure, lang).to_owned());
        }
        parts.extend(scope.reference_date.map(|date| words::situation(date, lang)));
        let splits = placed.with_splits(strategy).into_iter().filter_map(|envelope| {
            let chosen = split_shown(strategy, envelope, self.request.state.split);
            let split = chosen.or_else(|| strategy.splits_of(envelope).first().copied())?;
            Some(format::named(strategy[envelope].label.get(lang), strategy[split].label.get(lang), lang))
        });
        parts.extend(splits);
        if self.is_filtered {
            let all: Vec<EnvelopeId> = strategy.descendants(self.root).collect();
            let kept = all.iter().filter(|id| self.outside.binary_search(id).is_err()).count();
            let choices = kept_of(self.request.state, strategy, lang);
            parts.push(messages::kept_of(kept, all.len(), lang) + &in_words(&choices, lang));
        }
        parts.join(" · ")
    }

    /// The parts with their amounts and shares, and what has no area, in sentences.
    #[must_use]
    pub fn in_detail(&self, placed: &PlacedTreemap) -> String {
        let lang = self.request.lang;
        let first_level = placed.cells.iter().filter(|cell| cell.depth == 1);
        let parts: Vec<String> = first_level
            .map(|cell| {
                let amount = format::amount(cell.amount, lang);
                let share = cell.share.map(|share| format!(" ({})", format::percent(share, lang)));
                let name = cell.content.label(self.strategy, lang);
                format::named(&name, &(amount + &share.unwrap_or_default()), lang)
            })
            .collect();
        let mut sentences = format!("{}.", words::listed(&parts, lang));
        if !placed.without_area.is_empty() {
            let listed = self.listed(&placed.without_area);
            let heading = messages(lang).without_area();
            sentences += &format!(" {}.", format::named(heading, &words::listed(&listed, lang), lang));
        }
        sentences
    }

    /// What the amounts may not be added to, in a sentence and with its reasons.
    #[must_use]
    pub fn caution(&self) -> (&'static str, &'a str) {
        let lang = self.request.lang;
        (messages(lang).scopes_never_added(), self.strategy[self.scope].caution.get(lang))
    }

    /// The budget placed in a room.
    #[must_use]
    pub fn placed(&self, width_px: f64, height_px: f64, metrics: &TextMetrics) -> PlacedTreemap {
        let Request { lang, state, .. } = *self.request;
        let frame = Frame { width_px, height_px, lang, metrics, split: state.split, amounts: self.amounts };
        place(self.strategy, self.root, frame)
    }

    /// The markup of a map, with the classes of the screen.
    #[must_use]
    pub fn markup(&self, placed: &PlacedTreemap) -> String {
        let mut markup = String::new();
        if placed.attributed().is_some() {
            markup.push_str(&format!("<defs>{HATCH}</defs>"));
        }
        for cell in &placed.cells {
            let shade =
                shade(placed, (&cell.content, cell.parent, cell.depth), self.coloring(), Some(self.strategy));
            let drawn = draw(cell, &shade) + &self.sign(cell);
            markup.push_str(&format!("<g class=\"{}\">{drawn}</g>", self.group(cell)));
        }
        markup
    }

    /// The sign beside the colour of a cell, where colours tell changes.
    fn sign(&self, cell: &PlacedCell) -> String {
        match cell.content {
            Content::Envelope(id) if self.coloring() == Coloring::Change => {
                trend_of(self.strategy, id).map(|trend| sign(trend, cell.rect)).unwrap_or_default()
            }
            _ => String::new(),
        }
    }

    /// Whether the legend leaves out what a cell stands for.
    fn is_left_out(&self, content: &Content) -> bool {
        let Content::Envelope(id) = content else { return false };
        let kept = entry_of(self.strategy, self.coloring(), *id);
        kept.is_some_and(|kept| is_left_out(&self.request.state.only, kept))
    }

    /// The classes of the group around a cell.
    fn group(&self, cell: &PlacedCell) -> String {
        let theme = match cell.content {
            Content::Envelope(id) => self.strategy[id].theme,
            Content::Others(_) | Content::Unallocated(_) => None,
        };
        let mut classes = theme.map_or("hue-none".to_owned(), |theme| format!("hue-{}", theme.hue()));
        let is_current = |id| self.request.state.focus == Some(RecordId::Envelope(id));
        if matches!(cell.content, Content::Envelope(id) if is_current(id)) {
            classes = format!("{classes} {CURRENT}");
        }
        if cell.content.is_among(&self.outside) || self.is_left_out(&cell.content) {
            classes = format!("{classes} {OUTSIDE}");
        }
        if matches!(cell.content, Content::Unallocated(_)) {
            classes = format!("{classes} {REMAINDER}");
        }
        classes
    }

    fn coloring(&self) -> Coloring {
        self.request.state.color.unwrap_or(Coloring::Group)
    }

    /// What the colours and lines of a map mean: the themes with their shapes, or the phases or changes; the hatching; the frame
    /// of what no part accounts for; and that areas add up.
    #[must_use]
    pub fn legend(&self, placed: &PlacedTreemap) -> Vec<Entry> {
        let (strategy, lang) = (self.strategy, self.request.lang);
        let messages = messages(lang);
        let mut entries = Vec::new();
        entries.extend(entries_below(strategy, self.coloring(), self.root).into_iter().map(|entry| {
            let name = kept_in_words(strategy, entry.kept, lang);
            sampled(&format!("face {}", entry.class), "hue-none", format!("{name} ({})", entry.count))
        }));
        let has_theme = |theme: Option<ThemeId>| {
            placed.cells.iter().any(|cell| match cell.content {
                Content::Envelope(id) => strategy[id].theme == theme,
                Content::Others(_) | Content::Unallocated(_) => false,
            })
        };
        let themes = strategy.themes().filter(|(id, _)| has_theme(Some(*id)));
        let themes: Vec<Entry> = themes
            .map(|(id, theme)| {
                let shape = Drawing::new().path("point", &glyph(id, 8.0, 8.0, 5.0));
                Entry {
                    sign: Drawing::new().group(&format!("hue-{}", id.hue()), &shape).into_markup(),
                    sign_px: (16.0, 16.0),
                    meaning: theme.label.get(lang).to_owned(),
                }
            })
            .collect();
        // What has no theme is only told apart where something has one.
        let is_mixed = !themes.is_empty() && has_theme(None);
        entries.extend(themes);
        if is_mixed {
            entries.push(sampled("face tone-1", "hue-none", words::no_theme(lang).to_owned()));
        }
        if let Some(envelope) = placed.attributed() {
            let date = strategy[envelope].as_of;
            let date = date.map(|date| format!(" ({})", date_in_words(date, OpenEnd::GoesOn, lang)));
            entries.push(Entry {
                sign: Drawing::new()
                    .filled_rect("hatched is-sample", SAMPLE, 3.0, "url(#hatch)")
                    .into_markup(),
                sign_px: SAMPLE_PX,
                meaning: format!("{}{}", messages.hatched(), date.unwrap_or_default()),
            });
        }
        if placed.cells.iter().any(|cell| matches!(cell.content, Content::Unallocated(_))) {
            let meaning = messages.field_unallocated().to_lowercase();
            entries.push(sampled("face", &format!("hue-none {REMAINDER}"), meaning));
        }
        entries
    }

    /// What the map cannot say by itself, each with its heading: the cells too small for their name, the amounts
    /// without area.
    #[must_use]
    pub fn lists(&self, placed: &PlacedTreemap) -> Vec<(&'static str, Vec<String>)> {
        let messages = messages(self.request.lang);
        let lists = [
            (messages.unnamed(), self.listed(&placed.unnamed())),
            (messages.without_area(), self.listed(&placed.without_area)),
        ];
        lists.into_iter().filter(|(_, items)| !items.is_empty()).collect()
    }

    fn listed(&self, envelopes: &[EnvelopeId]) -> Vec<String> {
        let lang = self.request.lang;
        let item = |&id: &EnvelopeId| {
            let amount = match self.amounts.of(self.strategy, id) {
                Some(amount) => format::amount(amount, lang),
                None => messages(lang).not_published().to_owned(),
            };
            words::with_amount(self.strategy[id].label.get(lang), &amount)
        };
        envelopes.iter().map(item).collect()
    }
}

/// An entry with a face as its sign.
pub(super) fn sampled(class: &str, group: &str, meaning: String) -> Entry {
    let face = Drawing::new().rect(class, SAMPLE, 3.0);
    Entry { sign: Drawing::new().group(group, &face).into_markup(), sign_px: SAMPLE_PX, meaning }
}

/// A list of items below its heading, those left out counted, as long as `fits` says.
#[must_use]
pub fn list_in_words(heading: &str, items: &[String], lang: Lang, fits: impl Fn(&str) -> bool) -> String {
    let with = |count: usize| {
        let more = items.len() - count;
        let mut shown = items[..count].to_vec();
        if more > 0 {
            shown.push(words::and_more(more, lang));
        }
        format::named(heading, &words::listed(&shown, lang), lang)
    };
    let longest = (0..=items.len()).rev().map(with).find(|text| fits(text));
    longest.unwrap_or_else(|| with(0))
}

//! The cards beside the map as markup, written by functions of values: what reacts is the component around it.

use super::{
    placed::{Attributed, Executed, Given, Panels, Perspective, StageRow},
    words,
};
use crate::{
    i18n::{
        format::{self, OpenEnd, date_in_words},
        messages::{self, messages},
    },
    model::{
        date::Edtf,
        envelope::Measure,
        id::{EnvelopeId, RecordId},
        money::Euros,
        strategy::Strategy,
        text::{Lang, ProseId},
    },
    ui::drawing::{Drawing, escaped, px},
};

/// A full bar in the units of its drawing, whatever its width on the screen.
const FULL: f64 = 10_000.0;
/// Height of a bar.
const BAR_PX: f64 = 14.0;
/// The two panels, from left to right.
const MEASURES: [Measure; 2] = [Measure::Commitment, Measure::Payment];

/// What the cards are written with.
pub struct Writer<'a> {
    /// The whole of the data.
    pub strategy: &'a Strategy,
    /// The language.
    pub lang: Lang,
    /// The address of a record, beginning with `#`.
    pub href: &'a dyn Fn(RecordId) -> String,
    /// A long text; empty while it is on its way.
    pub said: &'a dyn Fn(ProseId) -> String,
}

/// A row: a bar between its label and its value.
struct Row<'a> {
    record: RecordId,
    /// How a screen reader names it.
    name: String,
    label: &'a str,
    /// The class of the bar, its length, and that of what it is a part of; no bar for what is not published.
    bar: Option<(&'a str, f64, Option<f64>)>,
    value: String,
    /// What is said below it.
    note: String,
}

impl Writer<'_> {
    /// A mark; the first of a card is where the keyboard enters it.
    fn mark(&self, is_first: bool, record: RecordId, name: &str, inside: &str) -> String {
        format!(
            "<a class=\"beside-mark\" href=\"{}\" data-kind=\"{}\" data-id=\"{}\" tabindex=\"{}\" aria-label=\"{}\">{inside}</a>",
            escaped(&(self.href)(record)),
            record.kind().as_str(),
            self.strategy.slug(record),
            if is_first { "0" } else { "-1" },
            escaped(name),
        )
    }

    /// A link to a record in the run of a text.
    fn link(&self, record: RecordId, text: &str) -> String {
        let (href, slug) = (escaped(&(self.href)(record)), self.strategy.slug(record));
        format!("<a href=\"{href}\" data-to-record=\"{slug}\">{}</a>", escaped(text))
    }

    fn amount(&self, amount: Option<Euros>) -> String {
        match amount {
            Some(amount) => format::amount(amount, self.lang),
            None => messages(self.lang).not_published().to_owned(),
        }
    }

    fn date(&self, date: Option<Edtf>) -> String {
        date.map(|date| date_in_words(date, OpenEnd::GoesOn, self.lang)).unwrap_or_default()
    }

    fn label(&self, envelope: EnvelopeId) -> &str {
        self.strategy[envelope].label.get(self.lang)
    }

    /// Rows below each other; `is_first` says whether they are the first of their card.
    fn rows(&self, rows: &[Row<'_>], is_first: bool) -> String {
        let mut markup = "<ul class=\"bars\" role=\"list\">".to_owned();
        for (place, row) in rows.iter().enumerate() {
            let bar = row.bar.map(|(class, length, whole)| bar(class, length, whole)).unwrap_or_default();
            let missing = if row.bar.is_none() { " is-missing" } else { "" };
            let inside = format!(
                "<span class=\"bar-label\">{}</span> {bar}<span class=\"bar-value{missing}\">{}</span>",
                escaped(row.label),
                escaped(&row.value)
            );
            let mark = self.mark(is_first && place == 0, row.record, &row.name, &inside);
            let note =
                if row.note.is_empty() { String::new() } else { paragraph("bar-note", &escaped(&row.note)) };
            markup += &format!("<li>{mark}{note}</li>");
        }
        markup + "</ul>"
    }

    /// A budget beside wider counts.
    #[must_use]
    pub fn perspective(&self, shown: &Perspective) -> String {
        let lang = self.lang;
        let captions = [words::narrow(lang), words::wider(lang), words::plan(lang)];
        let mut squares = String::new();
        for (place, (square, caption)) in shown.squares.iter().zip(captions).enumerate() {
            let (side, amount) = (px(square.side_px), format::amount(square.amount, lang));
            let rect = (0.0, 0.0, square.side_px, square.side_px);
            let drawn = Drawing::new().rect("square", rect, 0.0).into_markup();
            let inside = format!(
                "<svg width=\"{side}\" height=\"{side}\" viewBox=\"0 0 {side} {side}\" aria-hidden=\"true\">{drawn}</svg>\
                 <span class=\"square-words\"><strong>{amount}</strong> <span>{}</span></span>",
                escaped(caption)
            );
            let mark = self.mark(place == 0, square.record, &format!("{amount}, {caption}"), &inside);
            squares += &format!("<li>{mark}</li>");
        }
        let amounts = shown.squares.map(|square| format::amount(square.amount, lang));
        let counted = shown.counted.map(|amount| format::amount(amount, lang));
        let dates = [self.strategy[shown.envelope].as_of, self.strategy[shown.wider].as_of];
        let [set, at] = dates.map(|date| self.date(date));
        let why = words::not_within(
            self.label(shown.envelope),
            [&counted[0], &counted[1]],
            [&set, &at],
            [&amounts[0], &amounts[1]],
            lang,
        );
        let neither = escaped(&words::nor_within(&amounts[1], &amounts[2], lang));
        let reason = self.link(shown.reason.into(), words::see_discrepancy(lang));
        let content = [
            paragraph("", words::one_area(lang)),
            format!("<ul class=\"perspective\" role=\"list\">{squares}</ul>"),
            paragraph("", &escaped(&why)),
            paragraph("", &format!("{neither} {reason}")),
        ];
        card("", words::perspective(lang), &content.concat())
    }

    /// What has been given out of an envelope, twice, with the reason why the two differ.
    #[must_use]
    pub fn attributed(&self, shown: &Attributed) -> String {
        let lang = self.lang;
        let dated = |name: &str, date: Option<Edtf>| format!("{name}, {}", self.date(date));
        let in_note = dated(words::in_note(lang), Some(self.strategy[shown.observation].date));
        let published = dated(words::published(lang), self.strategy[shown.envelope].as_of);
        let both = [self.given(&shown.in_note, &in_note), self.given(&shown.published, &published)];
        let parts = self.strategy.parts(shown.envelope, None).zip(&shown.parts);
        let parts: Vec<_> = parts.map(|(part, given)| self.given(given, self.label(part))).collect();
        let reason = escaped(&(self.said)(self.strategy[shown.reason].explanation));
        let link = self.link(shown.reason.into(), words::see_discrepancy(lang));
        let content = [
            self.rows(&both, true),
            format!("<h3>{}</h3>", words::by_part(lang)),
            self.rows(&parts, false),
            paragraph("", &format!("{reason} {} {link}", words::given_not_paid(lang))),
        ];
        let title = words::attributed(self.label(shown.envelope), &self.amount(Some(shown.in_note.of)), lang);
        card("attributed", &title, &content.concat())
    }

    fn given<'a>(&self, given: &Given, label: &'a str) -> Row<'a> {
        let share = given.given.share_of(given.of).map(|share| format::percent(share, self.lang));
        let [amount, of] = [given.given, given.of].map(|amount| format::amount(amount, self.lang));
        let value = words::given_of(&amount, &of, &share.unwrap_or_default(), self.lang);
        let [length, whole] = given.lengths;
        Row {
            record: given.record,
            name: format!("{label}, {value}"),
            label,
            bar: Some(("is-given", length, Some(whole))),
            value,
            note: String::new(),
        }
    }

    /// Commitments and payments stage by stage, as bars and to the euro.
    #[must_use]
    pub fn stages(&self, all: &[Panels]) -> String {
        let lang = self.lang;
        let mut content = paragraph("", &format!("{} {}", words::same_money(lang), words::two_scales(lang)));
        for (place, panels) in all.iter().enumerate() {
            content +=
                &format!("<h3>{}</h3>", self.link(panels.envelope.into(), self.label(panels.envelope)));
            content += &self.panels(|measure| {
                let rows: Vec<_> = panels.rows.iter().map(|row| self.stage(panels, row, measure)).collect();
                self.rows(&rows, place == 0 && measure == MEASURES[0])
            });
        }
        content += &format!(
            "<details><summary>{0}</summary><div class=\"beside-table\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\">{1}</div></details>",
            words::to_the_euro(lang),
            self.table(all)
        );
        card("stages", words::stages(lang), &content)
    }

    fn stage(&self, panels: &Panels, row: &StageRow, measure: Measure) -> Row<'static> {
        let (bar, value) = (row.bar(measure), self.amount(row.bar(measure).amount));
        let (stage, measure) =
            (messages::short_stage(row.stage, self.lang), messages::measure(measure, self.lang));
        Row {
            record: row.line.into(),
            // What is seen comes first, as it is seen.
            name: format!("{stage}, {value}, {measure}, {}", self.label(panels.envelope)),
            label: stage,
            bar: bar.length.map(|length| (words::class(row.stage), length, None)),
            value,
            note: String::new(),
        }
    }

    /// Two panels side by side.
    fn panels(&self, rows: impl Fn(Measure) -> String) -> String {
        let panel = |measure: Measure| {
            format!("<div><h4>{}</h4>{}</div>", words::panel(measure, self.lang), rows(measure))
        };
        format!("<div class=\"panels\">{}</div>", MEASURES.map(panel).concat())
    }

    fn table(&self, all: &[Panels]) -> String {
        let lang = self.lang;
        let heads = MEASURES.map(|measure| format!("<th scope=\"col\">{}</th>", words::panel(measure, lang)));
        let mut table = format!(
            "<table><thead><tr><th scope=\"col\">{}</th>{}</tr></thead>",
            words::stage(lang),
            heads.concat()
        );
        for panels in all {
            let label = escaped(self.label(panels.envelope));
            table += &format!("<tbody><tr><th scope=\"rowgroup\" colspan=\"3\">{label}</th></tr>");
            for row in &panels.rows {
                let cells = MEASURES.map(|measure| {
                    let exact = row.bar(measure).amount.map(|amount| format::exact_amount(amount, lang));
                    format!("<td>{}</td>", exact.as_deref().unwrap_or(messages(lang).not_published()))
                });
                let stage = messages::stage(row.stage, lang);
                table += &format!("<tr><th scope=\"row\">{stage}</th>{}</tr>", cells.concat());
            }
            table += "</tbody>";
        }
        table + "</table>"
    }

    /// What was executed of an envelope as a share of two bases.
    #[must_use]
    pub fn executed(&self, (envelope, both): &(EnvelopeId, [Executed; 2])) -> String {
        let lang = self.lang;
        let label = self.label(*envelope);
        let panels = self.panels(|measure| {
            let bases = [words::of_law(lang), words::of_management(lang)];
            let of_measure = both.iter().filter(|executed| executed.measure == measure);
            let shares = of_measure.flat_map(|executed| executed.shares.iter().zip(bases));
            let rows: Vec<_> = shares
                .map(|(&(fact, share), base)| {
                    let percent = format::percent(share, lang);
                    Row {
                        record: fact.into(),
                        name: format!("{base}, {percent}, {}, {label}", messages::measure(measure, lang)),
                        label: base,
                        bar: Some(("is-executed", share, Some(1.0))),
                        value: percent,
                        note: (self.said)(self.strategy[fact].text),
                    }
                })
                .collect();
            self.rows(&rows, measure == MEASURES[0])
        });
        let link = self.link((*envelope).into(), label);
        let content = [paragraph("", words::two_bases(lang)), format!("<h3>{link}</h3>"), panels];
        card("executed", words::executed(lang), &content.concat())
    }
}

/// A card with its title.
fn card(class: &str, title: &str, content: &str) -> String {
    format!("<div class=\"beside-card {class}\"><h2>{}</h2>{content}</div>", escaped(title))
}

/// A paragraph of what is escaped already.
fn paragraph(class: &str, content: &str) -> String {
    format!("<p class=\"{class}\">{content}</p>")
}

/// A bar as wide as there is room, within what it is a part of if there is such.
fn bar(class: &str, length: f64, whole: Option<f64>) -> String {
    let rect = |class: &str, length: f64| {
        Drawing::new().rect(class, (0.0, 0.0, length.min(1.0) * FULL, BAR_PX), 0.0).into_markup()
    };
    let whole = whole.map(|whole| rect("length-whole", whole)).unwrap_or_default();
    format!(
        "<svg class=\"bar-room\" viewBox=\"0 0 {} {}\" preserveAspectRatio=\"none\" aria-hidden=\"true\">{whole}{}</svg>",
        px(FULL),
        px(BAR_PX),
        rect(&format!("length {class}"), length)
    )
}

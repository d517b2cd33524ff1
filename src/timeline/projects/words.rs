//! The words that only the projects of the timeline say, in both languages.

use super::lines::ProjectLine;
use crate::{
    i18n::{
        format::{NNBSP, amount, integer, named, plain_date},
        messages::{messages, ministry, phase, projects},
        words::words,
    },
    model::{date::Date, id::EditionId, project::Phase, strategy::Strategy, text::Lang},
    state::view_state::ProjectOrder,
};

words! {
    /// Name of the group.
    title: "Grands projets numériques de l’État", "Large IT projects of the State";
    /// Name of the choice of an order.
    order: "Ordre", "Order";
    /// Moves the axis so that all projects are in it from start to end.
    show_span: "Montrer toute leur durée", "Show their whole span";
    /// Where the filter leaves none.
    none_kept: "Le filtre n’en garde aucun.", "The filter keeps none.";
    /// Heads the ends that earlier editions planned.
    earlier_ends: "fins prévues auparavant", "planned ends before";
    /// Heads how far an end has moved.
    change: "changement entre éditions", "change between editions";
    /// What the mark of an earlier end means.
    legend_earlier: "fin prévue par une édition antérieure", "end planned by an earlier edition";
    /// What the line over a bar means.
    legend_moved: "de la première fin prévue à la dernière", "from the first planned end to the last";
    /// What an arrow means.
    legend_open: "fin prévue non publiée", "planned end not published";
    /// Said of a project without a printed start.
    no_start: "début non publié", "start not published";
    /// Said of a project without a printed end.
    no_end: "fin prévue non publiée", "planned end not published";
    /// Said of a project without a printed cost.
    no_cost: "non chiffré", "not costed";
    /// Said of an end that no comparable edition planned before.
    first_end: "première fin prévue publiée", "first planned end published";
    /// Said of a change that cannot be known.
    not_compared: "sans comparaison", "not compared";
    /// The keys, for a screen reader.
    keys: "Flèches : d’un projet à l’autre. Entrée : ouvrir la fiche. Plus, moins, zéro : zoom. Page précédente et suivante : se déplacer.", "Arrows: from one project to another. Enter: open the record. Plus, minus, zero: zoom. Page up and down: move.";
}

/// How many projects are shown, and of how many where the filter leaves some out.
#[must_use]
pub fn count(kept: usize, all: usize, lang: Lang) -> String {
    match lang {
        _ if kept == all => projects(all, lang),
        Lang::Fr => format!("{} sur {}", projects(kept, lang), integer(all as i64, lang)),
        Lang::En => format!("{} of {}", integer(kept as i64, lang), projects(all, lang)),
    }
}

/// An order, as a choice.
#[must_use]
pub fn order_name(order: ProjectOrder, lang: Lang) -> &'static str {
    match (lang, order) {
        (Lang::Fr, ProjectOrder::Ministry) => "par ministère",
        (Lang::Fr, ProjectOrder::Slip) => "par changement de fin",
        (Lang::Fr, ProjectOrder::Cost) => "par coût",
        (Lang::En, ProjectOrder::Ministry) => "by ministry",
        (Lang::En, ProjectOrder::Slip) => "by change of end",
        (Lang::En, ProjectOrder::Cost) => "by cost",
    }
}

/// What the bars are, and what a change between editions is not.
#[must_use]
pub fn caution(strategy: &Strategy, edition: EditionId, lang: Lang) -> String {
    let date = edition_date(strategy, edition, lang);
    match lang {
        Lang::Fr => format!(
            "Édition de {date} du panorama. Chaque barre va du début à la fin prévue{NNBSP}: début et durée publiés, additionnés. Un changement entre éditions n’est pas un dépassement{NNBSP}: aucun n’est publié par projet."
        ),
        Lang::En => format!(
            "Edition of {date} of the panorama. Each bar runs from start to planned end: start and duration as published, added up. A change between editions is not an overrun: none is published by project."
        ),
    }
}

/// The month of an edition.
#[must_use]
pub fn edition_date(strategy: &Strategy, edition: EditionId, lang: Lang) -> String {
    strategy[edition].date.start().map_or_else(String::new, |date| plain_date(date, lang))
}

/// A number of months in years and months: `2 ans 7 mois`.
#[must_use]
pub fn duration(months: i32, lang: Lang) -> String {
    let (years, rest) = (months.abs() / 12, months.abs() % 12);
    let said = |number: i32, (one, many): (&str, &str)| {
        let unit = if number == 1 { one } else { many };
        (number > 0).then(|| format!("{}\u{a0}{unit}", integer(number.into(), lang)))
    };
    let (year, month) = match lang {
        Lang::Fr => (("an", "ans"), ("mois", "mois")),
        Lang::En => (("year", "years"), ("month", "months")),
    };
    [said(years, year), said(rest, month)].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// How far an end has moved, with its sign: `+2 ans 7 mois`, `aucun`.
#[must_use]
pub fn moved(months: i32, lang: Lang) -> String {
    match (months.signum(), lang) {
        (0, Lang::Fr) => "aucun".to_owned(),
        (0, Lang::En) => "none".to_owned(),
        (sign, _) => format!("{}{}", if sign > 0 { '+' } else { '−' }, duration(months, lang)),
    }
}

/// The change of a project's planned end in a few letters, or that it is not compared.
#[must_use]
pub fn change_of(line: &ProjectLine, lang: Lang) -> String {
    match line.slip_months() {
        Some(0) => if lang == Lang::Fr { "inchangée" } else { "unchanged" }.to_owned(),
        Some(months) => moved(months, lang),
        None => not_compared(lang).to_owned(),
    }
}

/// The cost of a project, or that it has none.
#[must_use]
pub fn cost_of(line: &ProjectLine, lang: Lang) -> String {
    line.cost.map_or_else(|| no_cost(lang).to_owned(), |cost| amount(cost, lang))
}

/// The phase of a project, or that it is not printed.
#[must_use]
pub fn phase_of(printed: Option<Phase>, lang: Lang) -> String {
    match (printed, lang) {
        (None, lang) => messages(lang).phase_none().to_owned(),
        (Some(printed), Lang::Fr) => format!("phase{NNBSP}: {}", phase(printed, lang)),
        (Some(printed), Lang::En) => format!("phase: {}", phase(printed, lang)),
    }
}

/// Start, planned end, phase and cost.
#[must_use]
pub fn present(line: &ProjectLine, lang: Lang) -> String {
    let date = |date: Date| plain_date(date, lang);
    let (start, end) = match lang {
        Lang::Fr => ("début", "fin prévue"),
        Lang::En => ("start", "planned end"),
    };
    let start = line.start.map_or_else(|| no_start(lang).to_owned(), |day| format!("{start} {}", date(day)));
    let end = line.end.map_or_else(|| no_end(lang).to_owned(), |day| format!("{end} {}", date(day)));
    [start, end, phase_of(line.phase, lang), cost_of(line, lang)].join(", ")
}

/// The ends that earlier editions planned, each with the first edition that did, and how far the end has moved.
#[must_use]
pub fn history(line: &ProjectLine, strategy: &Strategy, lang: Lang) -> String {
    let edition = |id: EditionId| edition_date(strategy, id, lang);
    let mut parts = Vec::new();
    let ends: Vec<String> = line
        .earlier
        .iter()
        .map(|earlier| {
            let (end, of) = (plain_date(earlier.end, lang), edition(earlier.edition));
            match lang {
                Lang::Fr => format!("{end} (édition de {of})"),
                Lang::En => format!("{end} (edition of {of})"),
            }
        })
        .collect();
    if !ends.is_empty() {
        parts.push(named(earlier_ends(lang), &ends.join(", "), lang));
    }
    match (line.slip_months(), line.first) {
        (Some(0), Some(first)) if ends.is_empty() => parts.push(match lang {
            Lang::Fr => format!("fin prévue inchangée depuis l’édition de {}", edition(first.edition)),
            Lang::En => format!("planned end unchanged since the edition of {}", edition(first.edition)),
        }),
        (Some(months), _) => parts.push(named(change(lang), &moved(months, lang), lang)),
        (None, Some(_)) if line.rescoped.is_none() => parts.push(first_end(lang).to_owned()),
        _ => {}
    }
    if let Some(id) = line.rescoped {
        parts.push(match lang {
            Lang::Fr => {
                format!("périmètre nouveau à l’édition de {}, non comparé aux précédentes", edition(id))
            }
            Lang::En => {
                format!("new scope in the edition of {}, not compared with those before", edition(id))
            }
        });
    }
    if !line.withheld.is_empty() {
        let dates: Vec<String> = line.withheld.iter().map(|&id| edition(id)).collect();
        parts.push(match lang {
            Lang::Fr => format!("retenu à dessein en {}", dates.join(", ")),
            Lang::En => format!("withheld on purpose in {}", dates.join(", ")),
        });
    }
    parts.join(if lang == Lang::Fr { "\u{202f}; " } else { "; " })
}

/// How a screen reader names a project: name, ministry, dates, phase, cost, and what was planned before.
#[must_use]
pub fn name(line: &ProjectLine, strategy: &Strategy, lang: Lang) -> String {
    let parts = [
        strategy[line.project].label.clone(),
        ministry(&line.ministry, lang).to_owned(),
        present(line, lang),
        history(line, strategy, lang),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

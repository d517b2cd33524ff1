//! The words that only the table says, in both languages.

use crate::{
    i18n::{
        format::{NNBSP, integer, period},
        messages::{self, messages},
    },
    model::{amounts::Amounts, text::Lang},
    state::{
        filter::Filter,
        listing::{Column, Listed},
        view_state::ViewState,
    },
};

/// One of two texts.
fn either(fr: &'static str, en: &'static str, lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => fr,
        Lang::En => en,
    }
}

/// What a list is called.
#[must_use]
pub fn list_name(listed: Listed, lang: Lang) -> &'static str {
    match listed {
        Listed::Discrepancies => either("Écarts", "Discrepancies", lang),
        listed => messages::records_of_kind(listed.kind(), lang),
    }
}

/// What the table says of itself: what is listed and, where that is a budget, which amounts of which one.
#[must_use]
pub fn caption(listed: Listed, budget: Option<(&str, Amounts)>, lang: Lang) -> String {
    let plain = match listed {
        Listed::Events => either("Jalons de la stratégie", "Milestones of the strategy", lang),
        Listed::Envelopes => return budget_caption(budget, lang),
        Listed::Projects => either(
            "Grands projets, à la dernière édition du panorama où chacun figure",
            "Large projects, in the latest edition of the panorama each is in",
            lang,
        ),
        Listed::Indicators => {
            either("Indicateurs, au dernier relevé", "Indicators, at their latest observation", lang)
        }
        Listed::Actors => either("Acteurs", "Actors", lang),
        Listed::Programmes => {
            either("Plans, lois, services et organismes", "Plans, laws, services and bodies", lang)
        }
        Listed::Positions => {
            either("Ce que disent la note et ses sources", "What the note and its sources say", lang)
        }
        Listed::Discrepancies => {
            either("Chiffres et mentions qui ne concordent pas", "Figures and wordings that disagree", lang)
        }
    };
    plain.to_owned()
}

fn budget_caption(budget: Option<(&str, Amounts)>, lang: Lang) -> String {
    let Some((scope, amounts)) = budget else { return list_name(Listed::Envelopes, lang).to_owned() };
    if amounts == Amounts::own() {
        return scope.to_owned();
    }
    let measure = messages::measure(amounts.measure, lang);
    format!("{scope}, {}, {measure}", messages::stage(amounts.stage, lang))
}

/// The head of a column.
#[must_use]
pub fn head(column: Column, listed: Listed, lang: Lang) -> &'static str {
    let messages = messages(lang);
    match column {
        Column::Name if listed == Listed::Positions => either("Énoncé", "Statement", lang),
        Column::Name if listed == Listed::Discrepancies => either("À propos de", "About", lang),
        Column::Name => either("Nom", "Name", lang),
        Column::Date => either("Date", "Date", lang),
        Column::Theme => either("Thème", "Theme", lang),
        Column::Kind => messages.field_kind(),
        Column::Status => either("Statut", "Status", lang),
        Column::Outcome => messages.field_since(),
        Column::Actors => messages.related_actors(),
        Column::Ministry => messages.field_ministry(),
        Column::Phase => either("Phase", "Phase", lang),
        Column::Start => either("Début", "Start", lang),
        Column::PlannedEnd => either("Fin prévue", "Planned end", lang),
        Column::PartOf => messages.field_part_of(),
        Column::Amount if listed == Listed::Projects => either("Coût", "Cost", lang),
        Column::Amount => messages.field_amount(),
        Column::Share => messages.field_share(),
        Column::Attributed => messages.field_attributed(),
        Column::AsOf if listed == Listed::Projects => either("Édition", "Edition", lang),
        Column::AsOf => messages.field_as_of(),
        Column::Latest => messages.field_value(),
        Column::Quality => either("Fiabilité", "Firmness", lang),
        Column::Target => messages.field_target(),
        Column::Holder => either("Selon", "According to", lang),
        Column::Claims => either("Valeurs", "Values", lang),
        Column::Events => messages.related_events(),
        Column::Sources => messages.sources(),
    }
}

/// "34 jalons", "1 enveloppe".
#[must_use]
pub fn count(listed: Listed, count: usize, lang: Lang) -> String {
    let (one, many) = match (lang, listed) {
        (_, Listed::Events) => return messages::milestones(count, lang),
        (Lang::Fr, Listed::Envelopes) => ("enveloppe", "enveloppes"),
        (Lang::Fr, Listed::Projects) => ("projet", "projets"),
        (Lang::Fr, Listed::Indicators) => ("indicateur", "indicateurs"),
        (Lang::Fr, Listed::Actors) => ("acteur", "acteurs"),
        (_, Listed::Programmes) => ("programme", "programmes"),
        (_, Listed::Positions) => ("position", "positions"),
        (Lang::Fr, Listed::Discrepancies) => ("écart", "écarts"),
        (Lang::En, Listed::Envelopes) => ("envelope", "envelopes"),
        (Lang::En, Listed::Projects) => ("project", "projects"),
        (Lang::En, Listed::Indicators) => ("indicator", "indicators"),
        (Lang::En, Listed::Actors) => ("actor", "actors"),
        (Lang::En, Listed::Discrepancies) => ("discrepancy", "discrepancies"),
    };
    let is_one = count == 1 || count == 0 && lang == Lang::Fr;
    format!("{} {}", integer(count as i64, lang), if is_one { one } else { many })
}

/// "34 jalons sur 79, du 1er janvier au 31 juillet 2021, thème Données. Sans effet ici : statut." `criteria` begins
/// with its comma, or is empty.
#[must_use]
pub fn shown(
    listed: Listed,
    shown: usize,
    all: usize,
    criteria: &str,
    (state, filter): (&ViewState, &Filter),
    lang: Lang,
) -> String {
    let mut text = count(listed, shown, lang);
    if shown < all {
        text += either(" sur ", " of ", lang);
        text += &integer(all as i64, lang);
    }
    if listed == Listed::Events
        && let Some(period) = period(state.from, state.to, lang)
    {
        text += ", ";
        text += &period;
    }
    text += criteria;
    text.push('.');
    let messages = messages(lang);
    let mut idle = Vec::new();
    if listed != Listed::Events {
        if !filter.statuses.is_empty() && listed != Listed::Programmes {
            idle.push(messages.by_status());
        }
        if !filter.kinds.is_empty() {
            idle.push(messages.by_kind());
        }
        if filter.period.is_some() {
            idle.push(either("période", "period", lang));
        }
    }
    if !idle.is_empty() {
        let idle = idle.join(", ");
        text += &match lang {
            Lang::Fr => format!(" Sans effet sur cette liste{NNBSP}: {idle}."),
            Lang::En => format!(" No effect on this list: {idle}."),
        };
    }
    text
}

/// Said where the choices leave nothing over, before the link that undoes them.
#[must_use]
pub fn nothing(lang: Lang) -> &'static str {
    either("Rien de cette liste ne répond à ces choix.", "Nothing on this list answers these choices.", lang)
}

/// Undoes all choices.
#[must_use]
pub fn clear(lang: Lang) -> &'static str {
    either("Tout effacer", "Clear all", lang)
}

/// Name of the switch of what is listed.
#[must_use]
pub fn lists(lang: Lang) -> &'static str {
    either("Ce que liste le tableau", "What the table lists", lang)
}

/// Opens the choice of columns.
#[must_use]
pub fn columns(lang: Lang) -> &'static str {
    either("Colonnes", "Columns", lang)
}

/// Before the heads of the columns, where they stand in a line.
#[must_use]
pub fn sort_by(lang: Lang) -> &'static str {
    either("Trier par", "Sort by", lang)
}

/// Head of the column of links to the pictures.
#[must_use]
pub fn see(lang: Lang) -> &'static str {
    either("Voir", "See", lang)
}

/// An indicator that nobody has read yet.
#[must_use]
pub fn no_observation(lang: Lang) -> &'static str {
    either("aucun relevé", "no observation", lang)
}

/// Head of the total.
#[must_use]
pub fn total(lang: Lang) -> &'static str {
    either("Total", "Total", lang)
}

/// Head of the reason why there is no total.
#[must_use]
pub fn no_total(lang: Lang) -> &'static str {
    either("Pas de total", "No total", lang)
}

/// What the total of a budget is of; `unpublished` amounts are not in it.
#[must_use]
pub fn total_of_envelopes(shown: usize, is_whole: bool, unpublished: usize, lang: Lang) -> String {
    let of = match (lang, is_whole) {
        (Lang::Fr, true) => "du périmètre, chaque part comptée une fois".to_owned(),
        (Lang::Fr, false) if shown == 1 => "de la seule enveloppe affichée".to_owned(),
        (Lang::Fr, false) => format!("des {shown} enveloppes affichées, chaque part comptée une fois"),
        (Lang::En, true) => "of the scope, each part counted once".to_owned(),
        (Lang::En, false) if shown == 1 => "of the one envelope shown".to_owned(),
        (Lang::En, false) => format!("of the {shown} envelopes shown, each part counted once"),
    };
    match (lang, unpublished) {
        (_, 0) => of,
        (Lang::Fr, 1) => format!("{of}{NNBSP}; 1 montant non publié n’y est pas"),
        (Lang::Fr, many) => format!("{of}{NNBSP}; {many} montants non publiés n’y sont pas"),
        (Lang::En, 1) => format!("{of}; 1 unpublished amount is not in it"),
        (Lang::En, many) => format!("{of}; {many} unpublished amounts are not in it"),
    }
}

/// The amounts of two splits of the same envelope are the same money.
#[must_use]
pub fn no_total_of_two_splits(lang: Lang) -> &'static str {
    either(
        "le même argent figure ici selon deux répartitions",
        "the same money is here in two breakdowns",
        lang,
    )
}

/// Nothing that is shown has a published amount.
#[must_use]
pub fn no_total_without_amounts(lang: Lang) -> &'static str {
    either("aucun montant publié à additionner", "no published amount to add", lang)
}

/// What the total of projects is of: the costs of one edition; some projects have none in it, others are of earlier ones.
#[must_use]
pub fn total_of_projects(
    edition: &str,
    counted: usize,
    unpublished: usize,
    earlier: usize,
    lang: Lang,
) -> String {
    let counted = count(Listed::Projects, counted, lang);
    let mut text = match lang {
        Lang::Fr => format!("de la dernière édition ({edition}), {counted}"),
        Lang::En => format!("of the latest edition ({edition}), {counted}"),
    };
    if unpublished > 0 {
        let unpublished = integer(unpublished as i64, lang);
        text += &match lang {
            Lang::Fr => format!("{NNBSP}; {unpublished} sans coût publié"),
            Lang::En => format!("; {unpublished} without a published cost"),
        };
    }
    if earlier > 0 {
        let earlier = integer(earlier as i64, lang);
        text += &match lang {
            Lang::Fr => {
                format!("{NNBSP}; {earlier} d’éditions antérieures, dont les coûts ne s’y ajoutent pas")
            }
            Lang::En => format!("; {earlier} of earlier editions, whose costs may not be added"),
        };
    }
    text
}

/// Costs of different editions are not of the same time.
#[must_use]
pub fn no_total_of_editions(lang: Lang) -> &'static str {
    either(
        "les coûts d’éditions différentes ne s’additionnent pas",
        "costs of different editions may not be added",
        lang,
    )
}

//! The words that only the cards beside the map use.

use crate::{
    i18n::words::words,
    model::{
        envelope::{Measure, Stage},
        text::Lang,
    },
};

words! {
    /// Name of the cards.
    beside: "À côté de la carte", "Beside the map";
    /// How keys act on a card.
    keys: "Flèches\u{202f}: d’un montant à l’autre. Entrée\u{202f}: ouvrir sa fiche.", "Arrows: from amount to amount. Enter: open its record.";
    /// Title of the squares.
    perspective: "En perspective", "In perspective";
    /// How to read the squares.
    one_area: "Une même surface vaut le même montant d’un carré à l’autre. Ils sont côte à côte parce qu’aucun n’est une part du suivant.", "The same area is worth the same amount in every square. They stand side by side because none is a part of the next.";
    /// Below the amount of the budget shown.
    narrow: "Total de la note\u{202f}: fibre, inclusion, collectivités", "Total of the note: fibre, inclusion, local authorities";
    /// Below the wider count.
    wider: "Tout le numérique de la relance, selon le décompte du gouvernement", "Everything digital in the recovery, as the government counted it";
    /// Below the whole plan.
    plan: "Le plan France Relance entier", "The whole France Relance plan";
    /// Leads to the record of a discrepancy.
    see_discrepancy: "Fiche de cet écart", "Record of this discrepancy";
    /// Before the figure of the note.
    in_note: "Selon la note", "According to the note";
    /// Before the sum of the detail.
    published: "Détail publié", "Published detail";
    /// Above the parts of the detail.
    by_part: "Axe par axe, à la même échelle", "Strand by strand, on the same scale";
    /// What given out means.
    given_not_paid: "Ce qui est attribué reste compris dans l’enveloppe et n’est pas encore payé.", "What has been given out stays inside the envelope and is not paid yet.";
    /// Title of the panels.
    stages: "Engagements et paiements, étape par étape", "Commitments and payments, stage by stage";
    /// Why the two are never added.
    same_money: "L’engagement (AE) fixe ce que l’État peut promettre, le paiement (CP) ce qu’il peut verser\u{202f}: deux mesures du même argent, qui ne s’additionnent jamais.", "A commitment (AE) sets what the State may promise, a payment (CP) what it may pay out: two measures of the same money, never added together.";
    /// What a length is worth.
    two_scales: "L’ensemble du programme a son échelle, les actions en partagent une autre, et chaque échelle vaut pour les deux colonnes.", "The whole programme has its own scale, the actions share another, and each scale holds for both columns.";
    /// Opens the table.
    to_the_euro: "Les mêmes montants à l’euro près", "The same amounts to the euro";
    /// Head of the column of stages.
    stage: "Étape", "Stage";
    /// Title of the shares.
    executed: "Exécuté en 2021\u{202f}: une dépense, deux bases", "Executed in 2021: one amount, two bases";
    /// How to read the shares.
    two_bases: "La part change avec ce à quoi on rapporte l’exécution\u{202f}: la loi votée en début d’année, ou les crédits disponibles en gestion après les mouvements de l’année.", "The share depends on what execution is compared with: the law voted at the start of the year, or the credits under management after the year’s movements.";
    /// The first base.
    of_law: "de la loi initiale", "of the initial law";
    /// The second base.
    of_management: "des crédits en gestion", "of credits under management";
}

/// Title of what has been given out of an envelope.
#[must_use]
pub fn attributed(envelope: &str, amount: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("Attribué sur les {amount}\u{202f}: {envelope}"),
        Lang::En => format!("Given out of the {amount}: {envelope}"),
    }
}

/// "40 M€ sur 88 M€, 45,5 %".
#[must_use]
pub fn given_of(given: &str, of: &str, share: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("{given} sur {of} · {share}"),
        Lang::En => format!("{given} of {of} · {share}"),
    }
}

/// Why the narrow count does not lie within the wider one: the amounts of one envelope in both, and the dates.
#[must_use]
pub fn not_within(
    envelope: &str,
    [narrow, wider]: [&str; 2],
    [set, counted]: [&str; 2],
    [total, wider_total]: [&str; 2],
    lang: Lang,
) -> String {
    match lang {
        Lang::Fr => format!(
            "«\u{202f}{envelope}\u{202f}»\u{202f}: les {narrow} ont été fixés après le décompte ({set}, contre {counted}), \
             qui n’en retenait que {wider}. Les {total} ne tiennent donc pas tout entiers dans les {wider_total}."
        ),
        Lang::En => format!(
            "“{envelope}”: the {narrow} was set after the count ({set}, against {counted}), \
             which held only {wider} of it. So the {total} does not lie wholly within the {wider_total}."
        ),
    }
}

/// Why the wider count does not lie within the whole plan either.
#[must_use]
pub fn nor_within(wider: &str, plan: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!(
            "Les {wider} réunissent des crédits du plan et d’autres qui n’en viennent pas\u{202f}: \
             une partie seulement appartient aux {plan}."
        ),
        Lang::En => format!(
            "The {wider} gathers credits of the plan and others from elsewhere: only a part belongs to the {plan}."
        ),
    }
}

/// How a stage is drawn.
#[must_use]
pub fn class(stage: Stage) -> &'static str {
    match stage {
        Stage::Plf2021 | Stage::Plf2022 | Stage::Plf2023 => "is-planned",
        Stage::Lfi2021 => "is-voted",
        Stage::Executed2021 => "is-executed",
    }
}

/// The name of a panel.
#[must_use]
pub fn panel(measure: Measure, lang: Lang) -> &'static str {
    match (measure, lang) {
        (Measure::Payment, Lang::Fr) => "Paiements (CP)",
        (Measure::Payment, Lang::En) => "Payments (CP)",
        (_, Lang::Fr) => "Engagements (AE)",
        (_, Lang::En) => "Commitments (AE)",
    }
}

//! Beside the map of a budget: what the embedded data give to draw there, and what the cards say.

use jalons::{
    budget::beside::{
        markup::Writer,
        placed::{Attributed, Perspective, executed, panels},
    },
    data::package,
    model::{
        amounts::Amounts,
        envelope::{Appropriation, Envelope, Measure, Nature, Scope, Stage},
        id::{EnvelopeId, ScopeId},
        money::Euros,
        strategy::{Strategy, Tables},
        text::{Lang, ProseId, Text},
    },
};

fn scope(slug: &str) -> ScopeId {
    package::strategy().find_as(slug).expect(slug)
}

fn written(write: impl Fn(&Writer<'_>) -> String, lang: Lang) -> String {
    let strategy = package::strategy();
    let writer = Writer {
        strategy,
        lang,
        href: &|id| format!("#focus={}", strategy.slug(id)),
        said: &|text| package::prose(lang).get(text).unwrap_or_default().to_owned(),
    };
    write(&writer)
}

#[test]
fn three_counts_stand_side_by_side_with_areas_as_their_amounts() {
    let shown = Perspective::of(package::strategy(), scope("relance"), 280.0).expect("all three are there");
    let [narrow, wider, plan] = shown.squares;
    assert_eq!(narrow.amount, Euros::millions(908));
    assert_eq!(wider.amount, Euros::millions(7_100));
    assert_eq!(plan.amount, Euros::millions(100_000));
    for square in shown.squares {
        let (areas, amounts) =
            ((square.side_px / plan.side_px).powi(2), square.amount.as_f64() / plan.amount.as_f64());
        assert!((areas - amounts).abs() < 1e-9);
        assert!(square.side_px >= 24.0, "a target for any hand");
    }
    assert_eq!(shown.counted, [570, 240].map(Euros::millions));
    for (_, other) in package::strategy().scopes().filter(|(id, _)| *id != scope("relance")) {
        let id = scope(&other.slug);
        assert_eq!(Perspective::of(package::strategy(), id, 280.0), None, "{}", other.slug);
        assert_eq!(Attributed::of(package::strategy(), id), None, "{}", other.slug);
    }
}

#[test]
fn the_published_detail_makes_its_sum_and_the_note_rounds_it() {
    let shown = Attributed::of(package::strategy(), scope("relance")).expect("both figures are there");
    assert_eq!(shown.in_note.given, Euros::millions(40));
    assert_eq!(Euros::checked_sum(shown.parts.iter().map(|part| part.given)), Some(shown.published.given));
    assert_eq!(Euros::checked_sum(shown.parts.iter().map(|part| part.of)), Some(shown.published.of));
    let lengths = shown.parts.iter().map(|part| part.lengths[0]).sum::<f64>();
    assert!((lengths - shown.published.lengths[0]).abs() < 1e-9, "one scale for all five bars");
}

#[test]
fn both_panels_have_one_scale_and_what_is_not_published_has_no_bar() {
    let strategy = package::strategy();
    let all = panels(strategy, scope("p363"));
    assert_eq!(all.len(), 7);
    for group in [&all[..1], &all[1..]] {
        let rows = || group.iter().flat_map(|panels| &panels.rows);
        let bars = || rows().flat_map(|row| [row.commitment, row.payment]);
        let full = bars().filter_map(|bar| bar.amount).max().expect("an amount");
        for bar in bars() {
            let length = bar.amount.map(|amount| amount.as_f64() / full.as_f64());
            assert!(length.is_none() == bar.length.is_none());
            assert!((length.unwrap_or_default() - bar.length.unwrap_or_default()).abs() < 1e-9);
        }
    }
    let last =
        |measure| all[0].rows.iter().find(|row| row.stage == Stage::Plf2023).expect("a row").bar(measure);
    assert_eq!(last(Measure::Commitment).length, None);
    assert_eq!(last(Measure::Payment).amount, Some(Euros(380_400_000)));
    assert!(panels(strategy, scope("relance")).is_empty());
}

#[test]
fn commitments_and_payments_are_never_added() {
    let all = panels(package::strategy(), scope("p363"));
    for lang in Lang::ALL.iter().copied() {
        let words = written(|writer| writer.stages(&all), lang);
        for row in all.iter().flat_map(|panels| &panels.rows) {
            if let (Some(commitment), Some(payment)) = (row.commitment.amount, row.payment.amount)
                && commitment.is_positive()
                && payment.is_positive()
            {
                let sum = Euros::checked_sum([commitment, payment]).expect("a sum");
                let exact = jalons::i18n::format::exact_amount(sum, lang);
                assert!(!words.contains(&format!(">{exact}<")), "{exact}");
            }
        }
        assert!(words.contains(if lang == Lang::Fr { "non publié" } else { "not published" }));
        assert!(!words.contains("style="));
    }
}

#[test]
fn the_two_shares_of_what_was_executed_have_their_two_bases() {
    let strategy = package::strategy();
    let (envelope, both) = executed(strategy, scope("p363")).expect("both shares are there");
    for executed in both {
        let of =
            |stage| Amounts { stage, measure: executed.measure }.of(strategy, envelope).expect("published");
        let of_law = of(Stage::Executed2021).share_of(of(Stage::Lfi2021)).expect("a share");
        let [(_, law), (_, management)] = executed.shares;
        assert!((law - of_law).abs() < 0.001, "{law} is the share of the initial law, {of_law}");
        assert!(management < law, "more was under management than the law had");
    }
    let words = written(|writer| writer.executed(&(envelope, both)), Lang::Fr);
    for share in ["91,7", "71,7", "58,2", "45,1"] {
        assert!(words.contains(share), "{share}");
    }
    assert!(executed(strategy, scope("relance")).is_none());
}

#[test]
fn words_in_a_card_are_escaped() {
    let shown = Perspective::of(package::strategy(), scope("relance"), 280.0).expect("all three are there");
    let strategy = package::strategy();
    let writer =
        Writer { strategy, lang: Lang::Fr, href: &|_| "#\"><script>".to_owned(), said: &|_| String::new() };
    assert!(!writer.perspective(&shown).contains("<script>"));
}

/// A programme with the appropriations given, of one stage each.
fn programme(amounts: &[(Option<i64>, Option<i64>)]) -> Strategy {
    let scope = Scope {
        slug: "p".to_owned(),
        label: Text::default(),
        short: Text::default(),
        nature: Nature::Appropriations,
        reference_date: None,
        caution: Text::default(),
        sources: Vec::new(),
    };
    let envelope = Envelope {
        slug: "top".to_owned(),
        note_refs: Vec::new(),
        scope: ScopeId::from(0),
        parent: None,
        split: None,
        theme: None,
        label: Text::default(),
        amount: None,
        attributed: None,
        as_of: None,
        project: None,
        note: ProseId::NONE,
        sources: Vec::new(),
    };
    let lines = amounts.iter().zip(Stage::ALL).map(|(&(commitment, payment), &stage)| Appropriation {
        slug: format!("top-{}", stage.as_str()),
        envelope: EnvelopeId::from(0),
        stage,
        commitment: commitment.map(Euros),
        payment: payment.map(Euros),
        sources: Vec::new(),
    });
    let tables = Tables {
        scopes: vec![scope],
        envelopes: vec![envelope],
        appropriations: lines.collect(),
        ..Tables::default()
    };
    Strategy::new(tables).expect("no cycle")
}

#[test]
fn no_line_no_value_a_zero_and_a_single_stage_are_all_drawn_as_they_are() {
    let lengths = |amounts: &[(Option<i64>, Option<i64>)]| -> Vec<(Option<f64>, Option<f64>)> {
        let all = panels(&programme(amounts), ScopeId::from(0));
        all.iter()
            .flat_map(|panels| &panels.rows)
            .map(|row| (row.commitment.length, row.payment.length))
            .collect()
    };
    assert_eq!(lengths(&[]), []);
    assert_eq!(lengths(&[(None, None)]), [(None, None)]);
    assert_eq!(lengths(&[(Some(0), Some(0))]), [(Some(0.0), Some(0.0))]);
    assert_eq!(lengths(&[(Some(0), Some(8))]), [(Some(0.0), Some(1.0))]);
    assert_eq!(lengths(&[(Some(8), Some(4)), (None, Some(-4))]), [(Some(1.0), Some(0.5)), (None, Some(0.0))]);
}

//! What leaves a record: its places in the views, its figure with the source, its citation, its neighbours, its relatives.

use jalons::data::package::{prose, strategy};
use jalons::model::{
    envelope::Envelope,
    id::{EnvelopeId, RecordId, RecordKind},
    money::Euros,
    relations::Relations,
    text::{Lang, ProseId},
};
use jalons::record::{content::content, quote, steps::steps};
use jalons::state::{command::Command, listing::Listed, view_state::ViewState};

const LINK: &str = "https://exemple.fr/#focus=x";

fn record(slug: &str) -> RecordId {
    strategy().find(slug).unwrap_or_else(|| panic!("there is no record {slug}"))
}

fn texts(lang: Lang) -> impl Fn(ProseId) -> Option<String> {
    move |id| prose(lang).get(id).map(str::to_owned)
}

fn quoted(id: RecordId, lang: Lang) -> Option<String> {
    quote::figure_with_source(strategy(), &texts(lang), id, lang, LINK)
}

/// All records that can be the focus of an address.
fn all() -> Vec<RecordId> {
    let strategy = strategy();
    let mut all: Vec<RecordId> = Vec::new();
    all.extend(strategy.themes().map(|(id, _)| RecordId::from(id)));
    all.extend(strategy.events().map(|(id, _)| RecordId::from(id)));
    all.extend(strategy.programmes().map(|(id, _)| RecordId::from(id)));
    all.extend(strategy.scopes().map(|(id, _)| RecordId::from(id)));
    all.extend(strategy.envelopes().map(|(id, _)| RecordId::from(id)));
    all.extend(strategy.appropriations().map(|(id, _)| RecordId::from(id)));
    all.extend(strategy.indicators().map(|(id, _)| RecordId::from(id)));
    all.extend(strategy.observations().map(|(id, _)| RecordId::from(id)));
    all.extend(strategy.projects().map(|(id, _)| RecordId::from(id)));
    all.extend(strategy.editions().map(|(id, _)| RecordId::from(id)));
    all.extend(strategy.facts().map(|(id, _)| RecordId::from(id)));
    all.extend(strategy.actors().map(|(id, _)| RecordId::from(id)));
    all.extend(strategy.positions().map(|(id, _)| RecordId::from(id)));
    all.extend(strategy.discrepancies().map(|(id, _)| RecordId::from(id)));
    all.extend(strategy.glossary().map(|(id, _)| RecordId::from(id)));
    all.extend(strategy.sources().map(|(id, _)| RecordId::from(id)));
    all
}

fn leads(slug: &str) -> Vec<Command> {
    let relations = Relations::of(strategy());
    let leads = content(strategy(), &relations, record(slug), Lang::Fr).leads_to;
    leads.into_iter().map(|(_, command)| command).collect()
}

// ---- Places in the views

#[test]
fn a_thing_is_followed_to_every_view_it_has_a_place_in() {
    let id = record("relance-fibre");
    let RecordId::Envelope(fibre) = id else { panic!("an envelope") };
    assert_eq!(leads("relance-fibre"), [Command::ShowInBudget(fibre), Command::ShowInTable(id)]);
    let (event, _) = strategy().events().next().expect("an event");
    let slug = strategy().slug(event.into());
    assert_eq!(leads(slug), [Command::ShowOnTimeline(event), Command::ShowInTable(event.into())]);
    let (indicator, _) = strategy().indicators().next().expect("an indicator");
    let slug = strategy().slug(indicator.into());
    assert_eq!(
        leads(slug),
        [Command::ShowAmongIndicators(indicator), Command::ShowInTable(indicator.into())]
    );
    assert_eq!(leads("terme-anssi"), [], "a word is in no view");
}

#[test]
fn a_project_leads_to_the_envelope_that_carries_its_cost() {
    let carried = |(id, envelope): (EnvelopeId, &Envelope)| Some((envelope.project?, id));
    let (project, envelope) = strategy().envelopes().find_map(carried).expect("an envelope of a project");
    let slug = strategy().slug(project.into());
    assert_eq!(leads(slug), [Command::ShowInBudget(envelope), Command::ShowInTable(project.into())]);
}

#[test]
fn every_way_that_is_offered_keeps_a_record_open() {
    let relations = Relations::of(strategy());
    for id in all() {
        let leads = content(strategy(), &relations, id, Lang::En).leads_to;
        assert_eq!(
            leads.iter().any(|(_, command)| *command == Command::ShowInTable(id)),
            Listed::of_kind(id.kind()).is_some(),
        );
        for (words, command) in leads {
            assert!(!words.is_empty());
            let state = command.applied(&ViewState::default(), strategy());
            let is_its_own = state.focus == Some(id);
            assert!(is_its_own || id.kind() == RecordKind::Project && state.focus.is_some(), "{command:?}");
        }
    }
}

// ---- Neighbours

#[test]
fn events_are_stepped_through_in_the_order_of_time_without_going_round() {
    let (first, _) =
        strategy().events().min_by(|(_, a), (_, b)| a.date.chronological(&b.date)).expect("an event");
    let mut at = RecordId::from(first);
    let mut seen = vec![at];
    assert_eq!(steps(strategy(), at).expect("steps").previous, None);
    while let Some(next) = steps(strategy(), at).and_then(|steps| steps.next) {
        let steps = steps(strategy(), next).expect("steps");
        assert_eq!((steps.previous, steps.place), (Some(at), seen.len() + 1));
        assert_eq!(steps.count, strategy().events().count());
        (at, _) = (next, seen.push(next));
    }
    assert_eq!(seen.len(), strategy().events().count());
}

#[test]
fn envelopes_are_stepped_through_among_the_parts_of_the_same_whole() {
    for (id, envelope) in strategy().envelopes() {
        let Some(steps) = steps(strategy(), id.into()) else { continue };
        for beside in [steps.previous, steps.next].into_iter().flatten() {
            let RecordId::Envelope(beside) = beside else { panic!("an envelope beside one") };
            let other = &strategy()[beside];
            assert_eq!(
                (other.parent, other.split, other.scope),
                (envelope.parent, envelope.split, envelope.scope)
            );
        }
    }
    let fibre = steps(strategy(), record("relance-fibre")).expect("steps");
    assert_eq!(fibre.count, 3, "570, 250 and 88 million");
}

#[test]
fn every_record_knows_its_place_among_its_kind() {
    for id in all() {
        if let Some(steps) = steps(strategy(), id) {
            assert!((1..=steps.count).contains(&steps.place) && steps.count > 1);
            assert_eq!(steps.previous.is_none(), steps.place == 1);
            assert_eq!(steps.next.is_none(), steps.place == steps.count);
            assert!(
                [steps.previous, steps.next].into_iter().flatten().all(|other| other.kind() == id.kind())
            );
        }
    }
}

// ---- Figures and citations

#[test]
fn an_envelope_is_quoted_to_the_euro_with_its_scope_and_its_source() {
    let fr = quoted(record("relance-fibre"), Lang::Fr).expect("a figure");
    assert!(fr.contains("570\u{202f}M€ (570\u{202f}000\u{202f}000\u{202f}€)"), "{fr}");
    assert!(fr.contains("périmètre\u{202f}: ") && fr.contains("situation\u{202f}: "), "{fr}");
    assert!(fr.contains(" — source") && fr.contains("Cercle de la réforme de l’État"), "{fr}");
    assert!(fr.ends_with(&format!(". Via Jalons, {LINK}")), "{fr}");
    let en = quoted(record("relance-fibre"), Lang::En).expect("a figure");
    assert!(en.contains("€570m (€570,000,000)") && en.contains("scope: ") && en.contains("as of "), "{en}");
}

#[test]
fn what_is_not_published_is_never_quoted_as_nothing() {
    let mut unpublished = 0;
    for (id, envelope) in strategy().envelopes().filter(|(_, envelope)| envelope.amount.is_none()) {
        unpublished += 1;
        for (lang, words) in [(Lang::Fr, "montant non publié"), (Lang::En, "amount not published")] {
            let text = quoted(id.into(), lang).unwrap_or_else(|| panic!("{} is quoted", envelope.slug));
            assert!(text.contains(words), "{text}");
        }
    }
    for (id, project) in strategy().projects() {
        let lines = strategy().project_editions().map(|(_, line)| line).filter(|line| line.project == id);
        let last = lines.max_by(|a, b| strategy()[a.edition].date.chronological(&strategy()[b.edition].date));
        if last.is_some_and(|line| line.cost.is_none()) {
            unpublished += 1;
            let text = quoted(id.into(), Lang::Fr).unwrap_or_else(|| panic!("{} is quoted", project.slug));
            assert!(text.contains("coût non publié"), "{text}");
        }
    }
    assert!(unpublished > 0, "there are amounts that are not published");
    for id in all() {
        for lang in [Lang::Fr, Lang::En] {
            let Some(text) = quoted(id, lang) else { continue };
            let has_nothing = match lang {
                Lang::Fr => text.contains(" 0\u{202f}€"),
                Lang::En => [" €0 ", " €0,", "(€0,", " €0)"].iter().any(|none| text.contains(none)),
            };
            // Nothing is an amount too, where it is printed.
            let zero = Some(Euros::ZERO);
            let is_zero = match id {
                RecordId::Envelope(id) => strategy()[id].amount == zero,
                RecordId::Appropriation(id) => {
                    strategy()[id].commitment == zero || strategy()[id].payment == zero
                }
                _ => false,
            };
            assert!(is_zero || !has_nothing, "{text}");
        }
    }
}

#[test]
fn a_forecast_and_a_computed_figure_are_called_so() {
    use jalons::model::indicator::ObservationQuality::{Announced, Forecast, Observed};
    for (id, observation) in strategy().observations() {
        let text = quoted(id.into(), Lang::Fr).expect("a figure");
        let word = match observation.quality {
            Observed => ", constaté, ",
            Forecast => ", prévision, ",
            Announced => ", annonce, ",
        };
        assert!(text.contains(word), "{text}");
    }
    let computed = quoted(record("reste-a-attribuer-note"), Lang::Fr).expect("a figure");
    assert!(computed.contains("(48\u{202f}000\u{202f}000\u{202f}€, calculé par nous, "), "{computed}");
}

#[test]
fn every_figure_leaves_with_its_sources_in_the_typography_of_its_language() {
    let mut quoted_kinds = std::collections::BTreeSet::new();
    for id in all() {
        for lang in [Lang::Fr, Lang::En] {
            let Some(text) = quoted(id, lang) else { continue };
            quoted_kinds.insert(id.kind());
            let (_, source) = text.split_once(" — source").expect("a source");
            assert!(source.trim_start_matches(['s', '\u{202f}', ':', ' ']).chars().count() > 30, "{text}");
            for wrong in ["  ", ", ,", ",,", ": ,", "()", ". ,", " : ", " ;", "\n"] {
                assert!(!text.contains(wrong), "{wrong:?} in {text}");
            }
        }
    }
    use RecordKind::{Appropriation, Edition, Fact, Indicator, Observation, Project};
    for kind in [RecordKind::Envelope, Appropriation, Indicator, Observation, Project, Edition, Fact] {
        assert!(quoted_kinds.contains(&kind), "{kind:?}");
    }
    assert_eq!(quoted(record("terme-anssi"), Lang::Fr), None, "a word has no figure");
}

#[test]
fn a_figure_does_not_leave_while_its_source_cannot_be_named() {
    let id = record("relance-fibre");
    assert_eq!(quote::figure_with_source(strategy(), &|_| None, id, Lang::Fr, LINK), None);
}

#[test]
fn every_record_can_be_cited_by_its_name_and_address() {
    for id in all() {
        let fr = quote::citation(strategy(), &texts(Lang::Fr), id, Lang::Fr, LINK);
        assert!(fr.starts_with("«\u{202f}") && fr.ends_with(LINK) && fr.contains("Jalons"), "{fr}");
        assert!(fr.contains(&format!("données version {} du ", strategy().about().version)), "{fr}");
        let en = quote::citation(strategy(), &texts(Lang::En), id, Lang::En, LINK);
        assert!(en.starts_with('“') && en.ends_with(LINK) && en.contains("data version"), "{en}");
    }
}

// ---- Relatives

#[test]
fn what_belongs_with_a_record_is_marked_and_named_in_its_panel() {
    let relations = Relations::of(strategy());
    for id in all() {
        let beside = relations.beside(strategy(), id);
        assert!(!beside.contains(&id), "a record is not its own relative");
        let content = content(strategy(), &relations, id, Lang::Fr);
        let mut named: Vec<RecordId> = content.related.iter().flat_map(|(_, ids)| ids.clone()).collect();
        named.extend(content.conflicts.iter().map(|conflict| RecordId::from(conflict.id)));
        for field in content.fields {
            if let jalons::record::content::Value::Links(links) = field.value {
                named.extend(links.into_iter().map(|(id, _)| id));
            }
        }
        let unnamed: Vec<_> = beside.iter().filter(|id| !named.contains(id)).collect();
        assert!(unnamed.is_empty(), "{id:?} is marked with {unnamed:?}, which its panel does not name");
    }
}

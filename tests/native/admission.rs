//! What a filter keeps: each of its rules, on the real data.

use jalons::{
    data::package::strategy,
    model::{
        event::{Event, EventKind, Status},
        id::{ActorId, EnvelopeId, RecordId, ThemeId},
        relations::Relations,
        strategy::Strategy,
    },
    state::filter::Filter,
};

fn find(slug: &str) -> RecordId {
    strategy().find(slug).unwrap_or_else(|| panic!("there is no {slug}"))
}

fn theme(slug: &str) -> ThemeId {
    let RecordId::Theme(theme) = find(slug) else { panic!("{slug} is no theme") };
    theme
}

fn actor(slug: &str) -> ActorId {
    let RecordId::Actor(actor) = find(slug) else { panic!("{slug} is no actor") };
    actor
}

fn envelope(slug: &str) -> EnvelopeId {
    let RecordId::Envelope(envelope) = find(slug) else { panic!("{slug} is no envelope") };
    envelope
}

/// Every record that a table can list.
fn all(strategy: &Strategy) -> Vec<RecordId> {
    let mut all: Vec<RecordId> = Vec::new();
    all.extend(strategy.events().map(|(id, _)| RecordId::from(id)));
    all.extend(strategy.envelopes().map(|(id, _)| RecordId::from(id)));
    all.extend(strategy.projects().map(|(id, _)| RecordId::from(id)));
    all.extend(strategy.indicators().map(|(id, _)| RecordId::from(id)));
    all.extend(strategy.actors().map(|(id, _)| RecordId::from(id)));
    all.extend(strategy.programmes().map(|(id, _)| RecordId::from(id)));
    all.extend(strategy.positions().map(|(id, _)| RecordId::from(id)));
    all.extend(strategy.discrepancies().map(|(id, _)| RecordId::from(id)));
    all
}

/// The records a filter keeps.
fn kept(filter: &Filter) -> Vec<RecordId> {
    let (strategy, relations) = (strategy(), Relations::of(strategy()));
    all(strategy).into_iter().filter(|&id| filter.admits(strategy, &relations, id)).collect()
}

#[test]
fn no_filter_keeps_everything() {
    assert_eq!(kept(&Filter::default()), all(strategy()));
}

#[test]
fn a_theme_keeps_its_own_events_indicators_programmes_and_positions() {
    let filter = Filter { themes: vec![theme("donnees")], ..Filter::default() };
    let kept = kept(&filter);
    let strategy = strategy();
    for id in all(strategy) {
        let own = match id {
            RecordId::Event(id) => strategy[id].theme,
            RecordId::Indicator(id) => strategy[id].theme,
            RecordId::Programme(id) => strategy[id].theme,
            RecordId::Position(id) => strategy[id].theme,
            _ => continue,
        };
        assert_eq!(kept.contains(&id), own == theme("donnees"), "{}", strategy.slug(id));
    }
}

#[test]
fn a_theme_keeps_an_envelope_for_its_own_sake_that_of_its_parts_or_of_what_it_is_part_of() {
    let filter = Filter { themes: vec![theme("souverainete")], ..Filter::default() };
    let kept = kept(&filter);
    // The programme is of another theme, one of its actions is not.
    assert!(kept.contains(&find("p363-programme")));
    assert!(kept.contains(&find("p363-action-02")));
    assert!(!kept.contains(&find("p363-action-04")));
    // An action without a theme goes with the programme.
    assert!(!kept.contains(&find("p363-action-01")));
    assert!(!kept.contains(&find("relance-numerique")));
    let capacity = Filter { themes: vec![theme("capacite")], ..Filter::default() };
    assert!(self::kept(&capacity).contains(&find("p363-action-01")));
    // Only for the sake of its parts: not a part of the total.
    assert!(!filter.admits_theme_of_envelope_itself(strategy(), envelope("p363-programme")));
    assert!(filter.admits_theme_of_envelope_itself(strategy(), envelope("p363-action-02")));
}

#[test]
fn a_theme_keeps_actors_projects_and_discrepancies_for_what_belongs_with_them() {
    let sovereignty = Filter { themes: vec![theme("souverainete")], ..Filter::default() };
    let capacity = Filter { themes: vec![theme("capacite")], ..Filter::default() };
    let (sovereign, capable) = (kept(&sovereignty), kept(&capacity));
    for (slug, is_sovereign, is_capable) in
        [("anssi", true, false), ("total-du-cloud", true, false), ("perimetre-des-908", false, true)]
    {
        assert_eq!(sovereign.contains(&find(slug)), is_sovereign, "{slug}");
        assert_eq!(capable.contains(&find(slug)), is_capable, "{slug}");
    }
    let projects = |kept: &[RecordId]| kept.iter().filter(|id| matches!(id, RecordId::Project(_))).count();
    let governance = kept(&Filter { themes: vec![theme("gouvernance")], ..Filter::default() });
    assert!(projects(&governance) > 0 && projects(&governance) < strategy().projects().count());
}

#[test]
fn a_status_is_asked_of_events_and_programmes_and_a_kind_of_events_alone() {
    let filter = Filter {
        statuses: vec![Status::Announced],
        kinds: vec![EventKind::Decision, EventKind::Law],
        ..Filter::default()
    };
    let kept = kept(&filter);
    let strategy = strategy();
    for id in all(strategy) {
        let expected = match id {
            RecordId::Event(id) => {
                let event: &Event = &strategy[id];
                event.status == Status::Announced
                    && matches!(event.kind, EventKind::Decision | EventKind::Law)
            }
            RecordId::Programme(id) => strategy[id].status == Status::Announced,
            _ => true,
        };
        assert_eq!(kept.contains(&id), expected, "{}", strategy.slug(id));
    }
}

#[test]
fn an_actor_keeps_itself_what_belongs_with_it_and_what_belongs_with_its_events_and_programmes() {
    let dinum = actor("dinum");
    let kept = kept(&Filter { actors: vec![dinum], ..Filter::default() });
    assert!(kept.contains(&dinum.into()));
    let strategy = strategy();
    for (id, event) in strategy.events() {
        assert_eq!(kept.contains(&id.into()), event.actors.contains(&dinum), "{}", event.slug);
        if event.actors.contains(&dinum) {
            for &programme in &event.programmes {
                assert!(kept.contains(&programme.into()), "{}", strategy[programme].slug);
            }
        }
    }
    for (id, position) in strategy.positions() {
        if position.holder == dinum {
            assert!(kept.contains(&id.into()), "{}", position.slug);
        }
    }
    assert!(kept.len() < all(strategy).len() / 2);
}

#[test]
fn a_period_is_asked_of_events_alone() {
    let day = |text: &str| match jalons::model::date::Edtf::parse(text) {
        Ok(date) => date.earliest().map(|day| f64::from(day.0)).unwrap_or_default(),
        Err(error) => panic!("{error}"),
    };
    let period = Some((day("2021-10-01"), day("2021-11-01")));
    let kept = kept(&Filter { period, ..Filter::default() });
    let strategy = strategy();
    let events = strategy.events().filter(|(id, _)| kept.contains(&RecordId::from(*id))).count();
    assert!(events > 0 && events < strategy.events().count());
    let others = all(strategy).len() - strategy.events().count();
    assert_eq!(kept.len(), events + others);
}

#[test]
fn a_search_keeps_what_it_has_found() {
    let mut found = vec![find("relance-fibre"), find("dinum")];
    found.sort();
    let filter = Filter { found: Some(found.clone()), ..Filter::default() };
    let mut kept = kept(&filter);
    kept.sort();
    assert_eq!(kept, found);
    let with_theme = Filter { themes: vec![theme("souverainete")], ..filter };
    assert!(!self::kept(&with_theme).contains(&find("relance-fibre")));
}

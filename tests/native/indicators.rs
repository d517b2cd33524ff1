//! The indicators: which values count the same, what they come to, where they go, on the embedded data and on what is made to break it.

use jalons::{
    data::package::strategy,
    i18n::format::NNBSP,
    indicators::{
        course::{Course, Drift, Firmness, Join, Point, Whole, of_drift, of_indicator},
        placed::{Area, HEIGHT_PX, PlacedCourse, Setting, place},
        statement::{at_note, drifts_in_words, edition_at_note, in_words, share, since_note},
    },
    model::{
        date::{Day, Edtf},
        id::{IndicatorId, ObservationId, RecordId},
        indicator::{ObservationQuality, Quantity},
        panorama,
        text::{Lang, ProseId},
    },
    text_metrics::TextMetrics,
};

/// The widths a chart is drawn at: a phone, a smaller one, a tablet, a desk.
const WIDTHS: [f64; 5] = [358.0, 288.0, 720.0, 564.0, 908.0];

fn indicator(slug: &str) -> IndicatorId {
    strategy().find_as(slug).unwrap_or_else(|| panic!("{slug} is no indicator"))
}

fn course(slug: &str) -> Course {
    of_indicator(strategy(), indicator(slug), Lang::Fr)
}

fn said(slug: &str) -> String {
    in_words(&course(slug), strategy(), Lang::Fr).join(" ").replace(NNBSP, " ")
}

fn placed(course: &Course, width_px: f64) -> PlacedCourse {
    let metrics = TextMetrics::cautious();
    let words = ["Objectif : 4 000 personnes (2022)".to_owned(), "4 000".to_owned()];
    let setting = Setting {
        width_px,
        note: strategy().reference_day(),
        note_words: "Note · 12 décembre 2021",
        whole_words: &words,
        of_note: "la note",
        lang: Lang::Fr,
        metrics: &metrics,
    };
    place(course, setting)
}

/// Points of one series.
fn points(values: &[(&str, i64, ObservationQuality)]) -> Course {
    let point = |(place, &(date, value, quality)): (usize, &(&str, i64, ObservationQuality))| Point {
        record: RecordId::Observation(ObservationId::from(place)),
        date: Edtf::parse(date).expect(date),
        value: Quantity(value * 1_000),
        firmness: Firmness::Observation(quality),
        is_of_note: false,
        series: 0,
        definition: ProseId::NONE,
        sources: Vec::new(),
    };
    Course {
        points: values.iter().enumerate().map(point).collect(),
        series: vec!["projets".to_owned()],
        unit: "projets".to_owned(),
        ..Course::default()
    }
}

// ---- What the values come to

#[test]
fn each_indicator_is_compared_with_its_own_whole_at_the_note_s_date() {
    let expected = [
        ("effectif-conseillers", Some(2_500_000), Some(0.625)),
        ("part-demarches-en-ligne", Some(90_000), Some(0.9)),
        ("projets-locaux-finances", Some(750_000), None),
        ("credits-attribues-88", Some(40_000), Some(40.0 / 88.0)),
        ("lieux-france-services", Some(1_123_000), Some(1_123.0 / 2_500.0)),
        ("specialistes-donnees", None, None),
        ("effectif-specialistes", Some(2_000_000), None),
        ("modeles-ia-hub", Some(6_000_000), None),
    ];
    assert_eq!(strategy().indicators().count(), expected.len(), "every indicator is looked at here");
    for (slug, value, reached) in expected {
        let course = course(slug);
        let at = at_note(&course, strategy());
        assert_eq!(at.map(|place| course.points[place].value.0), value, "{slug}");
        assert_eq!(at.and_then(|place| share(&course, place)), reached, "{slug}");
    }
}

#[test]
fn the_whole_of_the_credits_is_the_amount_of_their_envelope() {
    let course = course("credits-attribues-88");
    let Some(Whole::Envelope(whole, envelope)) = course.whole else { panic!("an envelope") };
    assert_eq!(strategy()[envelope].slug, "relance-collectivites");
    assert_eq!(Some(whole.0 * 1_000), strategy()[envelope].amount.map(|amount| amount.0));
    assert_eq!(
        said("credits-attribues-88"),
        "40 sur 88 M€ à la date de la note, soit 45,5 % de l’enveloppe."
    );
}

#[test]
fn the_sentences_call_a_forecast_a_forecast_and_say_what_is_missing() {
    assert!(said("effectif-conseillers").starts_with(
        "2 500 sur 4 000 personnes à la date de la note, soit 62,5 % de l’objectif. Objectif : 4 000 personnes, sans échéance"
    ), "{}", said("effectif-conseillers"));
    assert!(
        said("effectif-conseillers").ends_with(
            "Depuis : 3 578 personnes, 1er septembre 2022 (conseillers en activité, un autre comptage)."
        ),
        "{}",
        said("effectif-conseillers")
    );
    assert!(said("part-demarches-en-ligne").contains("selon la prévision de la note"));
    assert!(said("modeles-ia-hub").contains("annonce"));
    assert!(said("projets-locaux-finances").contains("Aucun objectif n’est fixé."));
    assert!(said("specialistes-donnees").starts_with("Aucun relevé n’a été trouvé."));
    assert!(
        said("lieux-france-services").contains("au dernier relevé antérieur à la note (13 janvier 2021)")
    );
    for (id, _) in strategy().indicators() {
        for &lang in Lang::ALL {
            let course = of_indicator(strategy(), id, lang);
            let text = in_words(&course, strategy(), lang).join(" ");
            assert!(!text.contains("  ") && !text.contains(" ."), "{text}");
        }
    }
}

#[test]
fn what_was_counted_after_the_note_is_the_latest_and_never_a_forecast() {
    let since = |slug: &str| {
        let course = course(slug);
        since_note(&course, strategy()).map(|place| course.points[place].value.0)
    };
    assert_eq!(since("effectif-conseillers"), Some(3_578_000));
    assert_eq!(since("part-demarches-en-ligne"), Some(84_000));
    assert_eq!(since("effectif-specialistes"), None, "2 400 is announced");
    assert_eq!(since("credits-attribues-88"), None);
}

#[test]
fn the_drifts_at_the_note_s_date_are_those_of_the_edition_that_was_out() {
    let edition = edition_at_note(strategy()).expect("an edition");
    assert_eq!(panorama::number(strategy(), edition), Some(13), "the 14th came out three days later");
    let text = drifts_in_words(strategy(), Lang::Fr).join(" ").replace(NNBSP, " ");
    assert!(text.contains("durée 21,6 %, coût 19,3 %"), "{text}");
    assert!(text.contains("Écart moyen de coût (décembre 2024) : 6,5 %."), "{text}");
}

// ---- Which values count the same

#[test]
fn steps_join_only_what_counts_the_same_and_a_forecast_hangs_on_what_was_counted() {
    let course = course("effectif-conseillers");
    assert_eq!(course.series, ["personnes recrutées", "conseillers déployés", "conseillers en activité"]);
    for join in &course.joins {
        assert_eq!(course.points[join.from].series, course.points[join.to].series);
    }
    assert_eq!(course.joins.len(), 2, "three counts of recruits");
    assert_eq!(course.turns.len(), 2);

    let procedures = self::course("part-demarches-en-ligne");
    let forecast = procedures.points.iter().position(|point| point.value.0 == 88_800).expect("the press");
    let on = procedures.joins.iter().find(|join| join.to == forecast).expect("a step");
    assert_eq!(procedures.points[on.from].value.0, 84_800);
    assert!(procedures.joins.iter().all(|join| procedures.points[join.from].firmness.is_counted()));
}

#[test]
fn the_drifts_break_where_an_edition_gives_none_and_where_method_or_perimeter_change() {
    for drift in Drift::ALL {
        let course = of_drift(strategy(), drift, Lang::Fr);
        let number = |place: usize| match course.points[place].record {
            RecordId::Edition(edition) => panorama::number(strategy(), edition).expect("a number"),
            other => panic!("{other:?} is no edition"),
        };
        let joined: Vec<(u32, u32)> =
            course.joins.iter().map(|join| (number(join.from), number(join.to))).collect();
        assert!(joined.iter().all(|(from, to)| from + 1 == *to), "{joined:?}");
        assert!(!joined.contains(&(2, 3)), "the method changes with the 3rd");
        assert!(!joined.contains(&(5, 6)), "the perimeter changes with the 6th");
        assert!(!joined.contains(&(12, 13)), "one is computed, the other published");
        assert!(joined.contains(&(1, 2)) && joined.contains(&(13, 14)), "{joined:?}");
        assert_eq!(course.turns.len(), 2);
        assert!(course.turns.iter().all(|turn| turn.fact.is_some()));
        assert!(course.points.len() < panorama::editions(strategy()).len(), "some publish none");
    }
}

// ---- Where they go

/// Every course of the data.
fn all_courses() -> Vec<(String, Course)> {
    let indicators = strategy()
        .indicators()
        .map(|(id, indicator)| (indicator.slug.clone(), of_indicator(strategy(), id, Lang::Fr)));
    let drifts = Drift::ALL.map(|drift| (format!("{drift:?}"), of_drift(strategy(), drift, Lang::Fr)));
    indicators.chain(drifts).collect()
}

#[test]
fn labels_never_meet_nor_leave_the_drawing_and_targets_do_not_overlap() {
    for (name, course) in all_courses() {
        for width in WIDTHS {
            check_layout(&format!("{name} at {width}"), &placed(&course, width));
        }
    }
}

fn check_layout(what: &str, placed: &PlacedCourse) {
    let mut areas: Vec<Area> =
        placed.marks.iter().filter_map(|mark| Some(mark.label.as_ref()?.area)).collect();
    areas.extend(placed.whole.iter().map(|(_, label)| label.area));
    areas.push(placed.note.1.area);
    for (place, one) in areas.iter().enumerate() {
        assert!(one.x >= 0.0 && one.right() <= placed.width_px + 0.01, "{what}: {one:?}");
        assert!(one.y >= 0.0 && one.bottom() <= HEIGHT_PX, "{what}: {one:?}");
        for other in &areas[place + 1..] {
            assert!(!one.meets(*other), "{what}: {one:?} lies over {other:?}");
        }
    }
    for (place, one) in placed.marks.iter().enumerate() {
        assert!(one.x >= placed.left_px && one.x <= placed.width_px, "{what}: {one:?}");
        assert!(one.hit.width > 0.0 && one.hit.height > 0.0, "{what}: {one:?}");
        for other in &placed.marks[place + 1..] {
            assert!(!one.hit.meets(other.hit), "{what}: {one:?} and {other:?}");
            let apart = (one.x - other.x).hypot(one.y - other.y);
            assert!(apart > 3.0, "{what}: {one:?} covers {other:?}");
        }
    }
}

#[test]
fn the_value_of_the_note_is_labelled_wherever_there_is_room() {
    for (name, course) in all_courses() {
        // On the narrowest screen a ring marks it where its words have no room.
        for width in WIDTHS.into_iter().filter(|width| *width > 300.0) {
            let placed = placed(&course, width);
            for mark in placed.marks.iter().filter(|mark| mark.is_of_note) {
                let text = mark.label.as_ref().map(|label| label.text.as_str());
                assert!(text.is_some_and(|text| text.ends_with("la note")), "{name} at {width}: {text:?}");
            }
        }
    }
}

#[test]
fn higher_values_are_higher_later_dates_are_further_right_and_forecasts_are_hollow() {
    let course = course("effectif-conseillers");
    let placed = placed(&course, 564.0);
    let values: Vec<i64> = course.points.iter().map(|point| point.value.0).collect();
    for (a, one) in placed.marks.iter().enumerate() {
        for (b, other) in placed.marks.iter().enumerate() {
            assert_eq!(values[a] > values[b], one.y < other.y);
        }
        assert!(one.is_solid);
    }
    let (line, _) = placed.whole.expect("a target");
    assert!(placed.marks.iter().all(|mark| mark.y > line), "nothing reaches 4 000");
    assert!(placed.marks[4].x > placed.note.0 && placed.marks[0].x < placed.note.0);
    let procedures = self::placed(&self::course("part-demarches-en-ligne"), 564.0);
    assert_eq!(procedures.marks.iter().filter(|mark| !mark.is_solid).count(), 2);
    assert!(procedures.marks.iter().any(|mark| mark.is_approximate));
}

// ---- What is made to break it

#[test]
fn no_value_one_value_and_many_of_one_date_are_placed() {
    use ObservationQuality::{Announced, Forecast, Observed};
    let courses = [
        ("none", points(&[])),
        ("one", points(&[("2021-12-12", 750, Observed)])),
        ("zero alone", points(&[("2020", 0, Observed)])),
        ("one date", points(&[("2021", 10, Observed), ("2021", 10, Forecast), ("2021", 11, Announced)])),
        ("open", points(&[("2021-12-12/..", 5, Announced), ("../2019", 6, Observed)])),
        ("below zero", points(&[("2019", -5, Observed), ("2023", 5, Observed)])),
        ("enormous", points(&[("0001", i64::MAX / 1_000_000, Observed), ("9999", 1, Observed)])),
    ];
    for (name, course) in &courses {
        for width in WIDTHS {
            check_layout(&format!("{name} at {width}"), &placed(course, width));
        }
    }
    for (_, course) in &courses {
        for width in [0.0, 1.0, 60.0] {
            let placed = placed(course, width);
            assert!(placed.marks.iter().all(|mark| mark.x.is_finite() && mark.y.is_finite()));
        }
    }
}

#[test]
fn a_value_over_its_target_lies_above_the_line_and_a_target_of_zero_gives_no_share() {
    let mut course = points(&[("2021-06-01", 12, ObservationQuality::Observed)]);
    course.whole = Some(Whole::Target(Quantity(10_000), Edtf::parse("2025").ok()));
    let placed = self::placed(&course, 564.0);
    let (line, _) = placed.whole.as_ref().expect("a target");
    assert!(placed.marks[0].y < *line);
    check_layout("over its target", &placed);
    assert_eq!(share(&course, 0), Some(1.2));
    course.whole = Some(Whole::Target(Quantity(0), None));
    assert_eq!(share(&course, 0), None);
    check_layout("a target of zero", &self::placed(&course, 358.0));
}

#[test]
fn an_expected_value_stands_for_the_note_only_where_nothing_was_counted() {
    use ObservationQuality::{Forecast, Observed};
    let day = strategy().reference_day();
    assert_eq!(day, Day::from_civil(2021, 12, 12));
    let both = points(&[("2021-01-01", 5, Observed), ("2021-02-01", 9, Forecast)]);
    assert_eq!(at_note(&both, strategy()), Some(0));
    let forecast = points(&[("2021-02-01", 9, Forecast)]);
    assert_eq!(at_note(&forecast, strategy()), Some(0));
    let later = points(&[("2022-02-01", 9, Observed)]);
    assert_eq!((at_note(&later, strategy()), since_note(&later, strategy())), (None, Some(0)));
    assert_eq!(at_note(&points(&[]), strategy()), None);
}

#[test]
fn a_join_names_marks_that_are_there() {
    for (name, course) in all_courses() {
        for Join { from, to } in &course.joins {
            assert!(from < to && *to < course.points.len(), "{name}");
        }
    }
}

//! Two parsers of one specification: our dates against those of the crate `edtf`, on generated texts.

use edtf::level_1;
use jalons::model::date::{DateError, Edtf};
use proptest::prelude::*;

/// A date of level 0 or 1 in form, though perhaps not in the calendar.
fn date() -> impl Strategy<Value = String> {
    let part = |below: u8| (0..=below).prop_map(|number: u8| format!("-{number:02}"));
    let qualification = prop::sample::select(vec!["", "", "", "?", "~", "%"]);
    (0..=9_999_u16, prop::option::of((part(25), prop::option::of(part(32)))), qualification).prop_map(
        |(year, rest, qualification)| {
            let (month, day) = rest.unwrap_or_default();
            format!("{year:04}{month}{}{qualification}", day.unwrap_or_default())
        },
    )
}

/// A date, or an interval with a date at one end at least.
fn date_or_interval() -> impl Strategy<Value = String> {
    let end = || prop_oneof![4 => date(), 1 => Just("..".to_owned()), 1 => Just(String::new())];
    prop_oneof![
        date(),
        (date(), end()).prop_map(|(start, end)| format!("{start}/{end}")),
        (end(), date()).prop_map(|(start, end)| format!("{start}/{end}")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_096, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn texts_of_our_levels_are_read_alike(text in date_or_interval()) {
        let theirs = level_1::Edtf::parse(&text);
        match Edtf::parse(&text) {
            Ok(ours) => {
                let theirs = theirs.map(|theirs| theirs.to_string());
                prop_assert_eq!(theirs.as_ref(), Ok(&text), "{} is accepted by us only", &text);
                prop_assert_eq!(ours.to_string(), text);
            }
            // What we refuse beyond the specification: see `model::date`.
            Err(DateError::Reversed { .. }) => prop_assert!(theirs.is_ok()),
            Err(DateError::NoSuchMonth(21..=24)) => {}
            Err(error) => prop_assert!(theirs.is_err(), "{text} is refused by us only: {error}"),
        }
    }

    #[test]
    fn nothing_is_accepted_that_is_not_of_the_specification(text in "[0-9X/.~?%YT:-]{0,24}") {
        if Edtf::parse(&text).is_ok() {
            prop_assert!(level_1::Edtf::parse(&text).is_ok(), "{text}");
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in ".*") {
        let _ = Edtf::parse(&text);
    }
}

#[test]
fn years_months_and_days_are_those_of_the_other_parser() {
    for text in ["2021", "2021-09", "2021-09-27", "0001-01-01~", "9999-12-31", "2020-02-29?"] {
        let Ok(level_1::Edtf::Date(theirs)) = level_1::Edtf::parse(text) else { panic!("{text}") };
        let Ok(Edtf::Date(ours)) = Edtf::parse(text) else { panic!("{text}") };
        assert_eq!(ours.year(), theirs.year(), "{text}");
        let value = |component: Option<level_1::Component>| component.and_then(level_1::Component::value);
        assert_eq!(ours.month().map(u32::from), value(theirs.month()), "{text}");
        assert_eq!(ours.day().map(u32::from), value(theirs.day()), "{text}");
    }
}

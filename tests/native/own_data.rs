//! Data of a reader's own, from the files to what the page takes: what is told, what is decided, what crosses.

use std::ops::ControlFlow;

use jalons::{
    data::package::{decode_whole, retitled},
    model::{
        date::Day,
        text::{Lang, Text},
    },
    own_data::{
        message::{Answer, Brought, Decision, Request, Told, Written},
        publication::content,
        session::Session,
        templates,
    },
};

fn ask(session: &mut Session, request: Request) -> Option<Answer> {
    session.answer(request, &mut |_| ControlFlow::Continue(())).expect("nothing stops it")
}

fn brought(name: &str, content: impl Into<Vec<u8>>) -> Brought {
    Brought { name: name.to_owned(), bytes: content.into().into() }
}

fn read(session: &mut Session, name: &str, content: &str, lang: Lang) -> Told {
    let today = Day::from_civil(2026, 11, 27).0;
    let request =
        Request::Read { files: vec![brought(name, content)], lang: lang.as_str().to_owned(), today };
    told(ask(session, request))
}

fn told(answer: Option<Answer>) -> Told {
    match answer {
        Some(Answer::Told(told)) => told,
        other => panic!("{other:?}"),
    }
}

fn written(session: &mut Session) -> Written {
    match session.written() {
        Some(Answer::Written(written)) => written,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_written_is_what_a_page_decodes() {
    let mut session = Session::default();
    let told = read(&mut session, "plan.csv", "date;titre;thème\n2024;Un;A\n2025;Deux;B\n", Lang::Fr);
    assert_eq!(told.holds, ["2\u{a0}événements", "2\u{a0}thèmes", "1\u{a0}source"]);
    assert_eq!((told.rows_used, told.rows_left_out, told.problem_count), (2, 0, 0));
    let Written { file, fr, en } = written(&mut session);
    assert_eq!((file.as_str(), en), ("plan.csv", None), "its texts are the same in both");
    let whole = decode_whole(&fr).expect("a detail file");
    assert_eq!(whole.strategy.events().count(), 2);
    assert_eq!(whole.strategy.about().title.fr, "plan");
    assert_eq!(session.written(), None, "it is handed over once");
}

#[test]
fn a_detail_file_under_another_title_is_the_same_but_for_that() {
    let mut session = Session::default();
    read(&mut session, "plan.csv", "date;titre\n2024;Un\n", Lang::Fr);
    let before = written(&mut session).fr;
    let whole = decode_whole(&before).expect("a detail file");
    let known = &whole.strategy.about().title;
    let title = Text { fr: "Le plan de la ville".to_owned(), en: "The town’s plan".to_owned() };
    let after = retitled(&before, known, &title).expect("the title it has");
    let again = decode_whole(&after).expect("a detail file");
    assert_eq!(again.strategy.about().title, title);
    assert_eq!(retitled(&after, &title, known).as_deref(), Some(&before[..]), "and back");
    assert_eq!(retitled(&before, &title, known), None, "that is not its title");
    assert_eq!(retitled(&before[1..], known, &title), None, "that is no detail file");
}

#[test]
fn nothing_is_written_where_nothing_can_be_shown() {
    let mut session = Session::default();
    assert_eq!(session.written(), None);
    let told = read(&mut session, "vide.csv", "", Lang::Fr);
    assert!(told.holds.is_empty() && told.problem_count == 1);
    assert_eq!(session.written(), None);
}

#[test]
fn an_answer_is_kept_while_another_thing_is_decided() {
    let mut session = Session::default();
    let content = "date;nom;titre\n03/04/2021;Alpha;Un\n05/06/2021;Bêta;Deux\n";
    let first = read(&mut session, "x.csv", content, Lang::Fr);
    assert_eq!(first.questions.len(), 1, "{first:?}");
    let second = told(ask(&mut session, Request::Decide(Decision::Answer(0, 0))));
    assert!(second.questions.is_empty());
    let place = second.columns.iter().position(|column| column.name == "nom").expect("the column") as u32;
    let third = told(ask(&mut session, Request::Decide(Decision::Column(place, "title".to_owned()))));
    assert!(third.questions.is_empty(), "the order of dates is still decided");
    let roles: Vec<_> = third.columns.iter().map(|column| column.role.as_str()).collect();
    assert_eq!(roles, ["date", "title", ""]);
    // And what was decided can be taken back.
    let order = third.assumptions.iter().find(|one| one.says.contains("votre choix")).expect("told");
    let fourth = told(ask(&mut session, Request::Decide(Decision::Correct(order.place, 0))));
    assert_ne!(third.assumptions, fourth.assumptions);
}

#[test]
fn a_decision_about_nothing_reads_again_and_changes_nothing() {
    let mut session = Session::default();
    let first = read(&mut session, "x.csv", "date;titre\n2021;Un\n", Lang::En);
    for decision in
        [Decision::Answer(9, 9), Decision::Correct(9, 9), Decision::Column(9, "nothing".to_owned())]
    {
        let again = told(ask(&mut session, Request::Decide(decision)));
        assert_eq!(again.holds, first.holds);
    }
}

#[test]
fn templates_are_read_whole_in_both_languages() {
    for lang in [Lang::Fr, Lang::En] {
        for template in [
            templates::table(lang),
            templates::paths(lang),
            templates::hierarchy(lang),
            templates::timeline(lang),
        ] {
            let told = read(&mut Session::default(), template.name, template.content, lang);
            assert_eq!(told.problem_count, 0, "{}: {:?}", template.name, told.problems);
            assert!(!told.holds.is_empty(), "{}", template.name);
            assert_eq!(told.rows_left_out, 0, "{}", template.name);
        }
    }
}

#[test]
fn a_page_before_its_program_holds_every_event_and_amount_and_no_markup_of_the_data() {
    let mut session = Session::default();
    let content_of = "date;titre;montant\n2021;Un < deux & trois;\n;Enveloppe;1 200 000 €\n";
    read(&mut session, "x.csv", content_of, Lang::Fr);
    let whole = decode_whole(&written(&mut session).fr).expect("a detail file");
    let markup = content(&whole.strategy, Lang::Fr);
    assert!(markup.contains("Un &lt; deux &amp; trois"), "{markup}");
    assert!(markup.contains("Enveloppe") && markup.contains("1\u{202f}200\u{202f}000"), "{markup}");
}

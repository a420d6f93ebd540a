//! A visit driven by anything a visitor can do never ends nowhere and never forgets.

use care_check::content::PLAN;
use care_check::content::{DIRECTORY, PROTOCOL};
use care_check::session::{Action, Screen, Session};
use care_check::take::notes::{Field, Line, Note, Notes};
use care_check_engine::assess::has_red_flag;
use care_check_engine::words::Who;
use care_check_engine::{Answers, OptionSet, QuestionIx, QuestionKind, path};
use proptest::prelude::*;

fn question(id: &str) -> QuestionIx {
    PROTOCOL.question(id).unwrap_or_else(|| panic!("the protocol asks {id}"))
}

fn option(question: QuestionIx, id: &str) -> OptionSet {
    let asked = question.of(&PROTOCOL).expect("the question exists");
    let position = asked.options.iter().position(|o| o.id == id).unwrap_or_else(|| panic!("{} has {id}", asked.id));
    OptionSet::one(position as u8)
}

fn played(actions: impl IntoIterator<Item = Action>) -> Session {
    actions.into_iter().fold(Session::default(), Session::after)
}

/// Answers a question with its first option and goes on.
fn answer_least(session: Session) -> Session {
    match session.screen() {
        Screen::Question(q) => session.after(Action::Pick(q, OptionSet::one(0))).after(Action::Next),
        _ => session.after(Action::Next),
    }
}

fn any_question() -> impl Strategy<Value = QuestionIx> {
    (0..PROTOCOL.questions.len() as u8).prop_map(QuestionIx)
}

fn any_pick() -> impl Strategy<Value = Action> {
    any_question().prop_flat_map(|q| {
        let options: Vec<OptionSet> = q.of(&PROTOCOL).map(|asked| asked.pickable().collect()).unwrap_or_default();
        prop::sample::select(options).prop_map(move |o| Action::Pick(q, o))
    })
}

fn any_field() -> impl Strategy<Value = Field> {
    prop_oneof![
        Just(Field::Trigger),
        Just(Field::Way),
        Just(Field::Sign),
        Just(Field::Deed),
        (0..4usize).prop_map(Field::Person),
    ]
}

fn any_note() -> impl Strategy<Value = Note> {
    prop_oneof![
        (0..PLAN.triggers.len()).prop_map(Note::Trigger),
        (0..PLAN.triggers.len(), 0..5usize).prop_map(|(trigger, way)| Note::Way(trigger, way)),
        (0..PLAN.signs.len()).prop_map(Note::Sign),
        (any_field(), ".{0,90}").prop_map(|(field, text)| Note::Write(field, Line::new(&text))),
    ]
}

fn any_action() -> impl Strategy<Value = Action> {
    prop_oneof![
        6 => any_pick(),
        8 => Just(Action::Next),
        3 => Just(Action::Back),
        2 => any_question().prop_map(Action::Change),
        1 => Just(Action::Begin),
        1 => Just(Action::Plan),
        1 => Just(Action::Summary),
        1 => any_note().prop_map(Action::Note),
        1 => prop_oneof![Just(Who::Myself), Just(Who::Other)].prop_map(Action::For),
        1 => (0..DIRECTORY.regions.len()).prop_map(|i| Action::Region(Some(DIRECTORY.regions[i].id))),
    ]
}

/// What a visitor can press on a screen. Picking answers a question of the screen, not any question.
fn possible(session: &Session) -> Vec<Action> {
    match session.screen() {
        Screen::Start => vec![Action::Begin, Action::For(Who::Other)],
        Screen::Question(q) => {
            let picks = q.of(&PROTOCOL).into_iter().flat_map(|asked| asked.pickable()).map(|o| Action::Pick(q, o));
            picks.chain([Action::Next, Action::Back]).collect()
        }
        Screen::Review => session.path().map(Action::Change).chain([Action::Next, Action::Back]).collect(),
        Screen::Result => vec![Action::Plan, Action::Summary, Action::Back],
        Screen::Plan => vec![Action::Note(Note::Trigger(0)), Action::Note(Note::Sign(0)), Action::Back],
        Screen::Summary | Screen::Emergency(_) => vec![Action::Back],
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_answer_is_lost_except_by_clear(actions in prop::collection::vec(any_action(), 0..120)) {
        let mut session = Session::default();
        let mut expected = Answers::NONE;
        for action in actions {
            if let Action::Pick(q, o) = action {
                let asked = q.of(&PROTOCOL).expect("only questions of the protocol are picked");
                expected.set(q, asked.pick(session.chosen(q), o));
            }
            let before = *session.answers();
            session = session.after(action);
            for q in QuestionIx::all(&PROTOCOL) {
                let kept = session.chosen(q) == expected.options(q);
                prop_assert!(kept, "{:?} after {action:?}: answered {:?}, before {:?}", q, session.chosen(q), before.options(q));
            }
        }
        prop_assert!(session.after(Action::Clear).answers().is_empty());
        prop_assert_eq!(session.after(Action::Clear).screen(), Screen::Start);
    }

    #[test]
    fn no_result_is_ever_shown_beside_a_red_flag(actions in prop::collection::vec(any_action(), 0..120)) {
        let mut session = Session::default();
        for action in actions {
            session = session.after(action);
            if has_red_flag(&PROTOCOL, session.answers()) {
                let allowed = matches!(session.screen(), Screen::Start | Screen::Question(_) | Screen::Emergency(_));
                prop_assert!(allowed, "{:?} beside a red flag", session.screen());
            }
        }
    }

    #[test]
    fn no_note_of_the_plan_is_lost_except_by_clear_and_none_changes_an_answer(
        actions in prop::collection::vec(any_action(), 0..120)
    ) {
        let mut session = Session::default();
        let mut expected = Notes::NONE;
        for action in actions {
            let answers = *session.answers();
            session = session.after(action);
            if let Action::Note(note) = action {
                expected = expected.after(note);
                prop_assert_eq!(session.answers(), &answers);
            }
            prop_assert_eq!(session.notes(), &expected);
        }
        prop_assert!(session.after(Action::Clear).notes().is_empty());
    }

    #[test]
    fn the_plan_and_the_summary_come_from_the_result_alone_and_lead_back_to_it(
        actions in prop::collection::vec(any_action(), 0..120)
    ) {
        let mut session = Session::default();
        for action in actions {
            let before = session.screen();
            session = session.after(action);
            if matches!(session.screen(), Screen::Plan | Screen::Summary) && session.screen() != before {
                prop_assert_eq!(before, Screen::Result);
                prop_assert_eq!(session.after(Action::Back).screen(), Screen::Result);
            }
        }
    }

    #[test]
    fn from_anywhere_a_visitor_can_reach_a_suggestion_or_the_emergency_screen(
        steps in prop::collection::vec(any::<prop::sample::Index>(), 0..80)
    ) {
        let mut session = Session::default();
        for step in steps {
            let actions = possible(&session);
            prop_assert!(!actions.is_empty());
            session = session.after(actions[step.index(actions.len())]);
        }
        // However the visit went so far, going on with the least severe answer where one is missing arrives.
        for _ in 0..3 * PROTOCOL.questions.len() {
            session = match session.screen() {
                Screen::Result | Screen::Emergency(_) => break,
                Screen::Plan | Screen::Summary => session.after(Action::Back),
                Screen::Start => session.after(Action::Begin),
                Screen::Question(q) if session.chosen(q).is_empty() => answer_least(session),
                _ => session.after(Action::Next),
            };
        }
        prop_assert!(matches!(session.screen(), Screen::Result | Screen::Emergency(_)), "stuck at {:?}", session.screen());
    }

    #[test]
    fn back_undoes_going_on(steps in prop::collection::vec(any::<prop::sample::Index>(), 0..60)) {
        let mut session = Session::default();
        for step in steps {
            let actions = possible(&session);
            session = session.after(actions[step.index(actions.len())]);
        }
        if let Screen::Question(q) = session.screen() {
            let on = session.after(Action::Next);
            let moved_on = on.screen() != session.screen() && !session.is_changing();
            if moved_on && matches!(on.screen(), Screen::Question(_)) {
                prop_assert_eq!(on.after(Action::Back).screen(), Screen::Question(q));
            }
        }
    }
}

#[test]
fn every_ticked_sign_stops_the_questionnaire_at_once_and_going_back_keeps_the_tick() {
    let q = question("danger_now");
    let asked = q.of(&PROTOCOL).expect("the question exists");
    let none = option(q, "none");
    for sign in asked.pickable().filter(|sign| *sign != none) {
        let begun = Session::default().after(Action::Begin);
        assert_eq!(begun.screen(), Screen::Question(q), "the emergency signs are asked first");
        let stopped = begun.after(Action::Pick(q, sign));
        assert_eq!(stopped.screen(), Screen::Emergency(q), "{sign:?}");
        let back = stopped.after(Action::Back);
        assert_eq!(back.screen(), Screen::Question(q));
        assert!(back.chosen(q).contains(sign));
        assert_eq!(back.after(Action::Next).screen(), Screen::Emergency(q), "going on with the sign stops again");
        let unticked = back.after(Action::Pick(q, none));
        assert!(matches!(unticked.after(Action::Next).screen(), Screen::Question(next) if next > q));
    }
}

#[test]
fn passing_over_a_radio_button_with_the_arrow_keys_is_no_answer_but_going_on_is() {
    let q = question("suicide_thoughts");
    let plan = option(q, "plan_or_unsafe");
    let at = answer_least(Session::default().after(Action::Begin));
    assert_eq!(at.screen(), Screen::Question(q));
    let passing = at.after(Action::Pick(q, option(q, "thoughts"))).after(Action::Pick(q, plan));
    assert_eq!(passing.screen(), Screen::Question(q));
    assert_eq!(passing.chosen(q), plan, "the radio button shows what is chosen");
    for leaving in [Action::Next, Action::Back] {
        assert_eq!(passing.after(leaving).screen(), Screen::Emergency(q), "{leaving:?}");
    }
    let passed = passing.after(Action::Pick(q, option(q, "none"))).after(Action::Next);
    assert!(matches!(passed.screen(), Screen::Question(next) if next > q));
}

#[test]
fn going_on_without_an_answer_says_so_and_stays() {
    let begun = Session::default().after(Action::Begin);
    let tried = begun.after(Action::Next);
    assert_eq!(tried.screen(), begun.screen());
    assert!(tried.is_missing_answer());
    let answered = answer_least(tried);
    assert!(!answered.is_missing_answer());
}

#[test]
fn a_changed_answer_leads_back_to_the_review_over_the_questions_it_brings() {
    let mut session = Session::default().after(Action::Begin);
    // In recovery, the questions about current use are moot.
    while session.screen() != Screen::Review {
        session = answer_least(session);
    }
    let place = question("place");
    assert!(!session.path().any(|q| q == question("pattern")));
    let changed =
        session.after(Action::Change(place)).after(Action::Pick(place, option(place, "using"))).after(Action::Next);
    assert_eq!(changed.screen(), Screen::Question(question("pattern")));
    let mut asked = changed;
    while asked.screen() != Screen::Review {
        asked = answer_least(asked);
    }
    assert_eq!(path::first_unanswered(&PROTOCOL, asked.answers()), None);
    assert_eq!(asked.after(Action::Next).screen(), Screen::Result);
}

#[test]
fn the_longest_path_asks_at_most_fourteen_questions() {
    assert!(path::path(&PROTOCOL, &Answers::NONE).count() <= 14);
}

#[test]
fn changing_the_region_or_the_person_keeps_every_answer() {
    let q = question("danger_now");
    let session = played([Action::Begin, Action::Pick(q, option(q, "none"))]);
    for region in DIRECTORY.regions {
        let moved = session.after(Action::Region(Some(region.id)));
        assert_eq!(moved.answers(), session.answers());
        assert_eq!(moved.screen(), session.screen());
        assert_eq!(moved.region().map(|r| r.id), Some(region.id));
    }
    assert_eq!(session.after(Action::For(Who::Other)).answers(), session.answers());
}

#[test]
fn questions_of_one_answer_and_of_several_take_answers_as_they_say() {
    for question in PROTOCOL.questions {
        let options: Vec<OptionSet> = question.pickable().collect();
        let all = options.iter().fold(OptionSet::EMPTY, |chosen, option| question.pick(chosen, *option));
        let count = all.positions().count() + usize::from(all.meets(OptionSet::DECLINED));
        assert_eq!(count, 1, "{}: one answer, or \"declined\" or \"none of these\", picked last", question.id);
        let beside_others = |place: &usize| !question.options[*place].alone;
        let places = (0..question.options.len()).filter(beside_others).take(2);
        let two: Vec<OptionSet> = places.map(|place| OptionSet::one(place as u8)).collect();
        assert_eq!(two.len(), 2, "{}", question.id);
        let both = two.iter().fold(OptionSet::EMPTY, |chosen, option| question.pick(chosen, *option));
        let kept = match question.kind {
            QuestionKind::One => 1,
            QuestionKind::Several => 2,
        };
        assert_eq!(both.positions().count(), kept, "{}", question.id);
    }
}

//! Sessions on every kind of screen, for tests that look at what is shown.

use care_check::content::PROTOCOL;
use care_check::session::{Action, Screen, Session};
use care_check::take::notes::Note;
use care_check_engine::{OptionSet, QuestionIx};

/// A session on every screen there is: start, each question (fresh, answered and without the needed answer),
/// the review, an emergency for each red flag, a result for each level that rules can reach, the plan and the summary.
pub fn every_screen() -> Vec<Session> {
    let mut sessions = vec![Session::default()];
    let mut at = Session::default().after(Action::Begin);
    let place = PROTOCOL.question("place");
    while let Screen::Question(q) = at.screen() {
        sessions.push(at);
        sessions.push(at.after(Action::Next));
        // Using is the place from which most questions follow.
        let option = if Some(q) == place { OptionSet::one(3) } else { OptionSet::one(0) };
        let answered = at.after(Action::Pick(q, option));
        sessions.push(answered);
        at = answered.after(Action::Next);
    }
    sessions.push(at);
    sessions.push(at.after(Action::Next));
    let results: Vec<Session> = severe_answers().map(|(q, option)| result_with(at, q, option)).collect();
    let result = results.iter().copied().find(|session| session.screen() == Screen::Result);
    let result = result.expect("the mildest answers lead to a result");
    let plan = result.after(Action::Plan);
    let picked = plan.after(Action::Note(Note::Trigger(0))).after(Action::Note(Note::Sign(0)));
    sessions.extend([plan, picked, result.after(Action::Summary)]);
    sessions.extend(results);
    sessions
}

/// Every single answer, to be given beside the mildest ones.
pub fn severe_answers() -> impl Iterator<Item = (QuestionIx, OptionSet)> {
    QuestionIx::all(&PROTOCOL).flat_map(|q| {
        let options: Vec<OptionSet> = q.of(&PROTOCOL).map(|asked| asked.pickable().collect()).unwrap_or_default();
        options.into_iter().map(move |o| (q, o))
    })
}

/// The review's visit with one more answer, gone on as far as it goes.
fn result_with(review: Session, question: QuestionIx, option: OptionSet) -> Session {
    let mut session = review.after(Action::Change(question)).after(Action::Pick(question, option)).after(Action::Next);
    for _ in 0..PROTOCOL.questions.len() {
        session = match session.screen() {
            Screen::Question(q) if session.chosen(q).is_empty() => session.after(Action::Pick(q, OptionSet::one(0))),
            Screen::Question(_) | Screen::Review => session.after(Action::Next),
            _ => session,
        };
    }
    session
}

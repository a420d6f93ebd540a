//! What the engine does, on the shipped protocol, in seconds: every function of it is held against another way
//! to get the same.
//!
//! The package of the engine has this file among its tests as well, so that mistakes made in the engine on purpose
//! are held against these tests alone (`cargo xtask mutants --engine`, see `docs/mutants.md`).

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use care_check_engine::assess::{IndexSet, has_red_flag};
use care_check_engine::enumerate::{Space, possible_answers};
use care_check_engine::explain::{Change, because, lowers, raises};
use care_check_engine::load::{Content, load};
use care_check_engine::path::{first, first_unanswered, next, on_path, path, previous, progress};
use care_check_engine::{
    Answer, Answers, Clause, Condition, LevelIx, MAX_QUESTIONS, OptionSet, Protocol, Question, QuestionIx,
    QuestionKind, RedFlag, Role, Rule, assess,
};

#[path = "support/cases.rs"]
mod cases;
#[path = "support/facts.rs"]
mod facts;
#[path = "support/naive.rs"]
mod naive;
#[path = "support/promises.rs"]
mod promises;
use facts::{Facts, compare};
use naive::Naive;
use promises::{Shuffle, by_chance, grouped, in_parts, say};

/// The project's folder, whichever package these tests are run from.
fn root() -> &'static Path {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.ancestors().find(|folder| folder.join("protocol/rules.toml").is_file()).expect("the folder of the project")
}

/// The shipped content, read once for all tests.
fn shipped() -> &'static Content {
    static SHIPPED: OnceLock<Content> = OnceLock::new();
    SHIPPED.get_or_init(|| load(root()).unwrap_or_else(|problems| panic!("{problems:?}")))
}

/// Visits that chance chooses; in every second one, most questions are unanswered, which leaves room for one
/// answer to be seen.
fn visits(p: &Protocol, count: usize) -> Vec<Answers> {
    let space = Space::of_assessments(p);
    let mut chance = Shuffle::new(41);
    let sparse = |chance: &mut Shuffle| {
        let some: Vec<QuestionIx> = QuestionIx::all(p).filter(|_| chance.below(3) == 0).collect();
        some.into_iter().fold(Answers::NONE, |visit, ix| visit.with(ix, chance.answer(&space, ix)))
    };
    (0..count).map(|at| if at % 2 == 0 { by_chance(p, &space, &mut chance) } else { sparse(&mut chance) }).collect()
}

fn holds(findings: Vec<String>) {
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

#[test]
fn the_cases_come_out_as_they_say() {
    let content = shipped();
    let (p, worked) = (content.protocol, &content.vignettes);
    for check in [cases::misses, cases::missed_emergencies, cases::uncovered, cases::untrue, cases::untold] {
        holds(check(p, worked));
    }
}

#[test]
fn the_promises_hold() {
    let p = shipped().protocol;
    for check in promises::ALL {
        holds(check(p).into_iter().map(|finding| finding.what).collect());
    }
}

// Assessment and path, beside the naive reading.

#[test]
fn the_naive_reading_says_and_asks_the_same() {
    let p = shipped().protocol;
    let naive = Naive::read(root());
    let facts = Facts::of(p, &naive);
    let visits = visits(p, 20_000);
    in_parts(visits.len() as u64, |range| {
        let (mut said, mut heard) = (vec![false; naive.size()], Vec::new());
        for visit in &visits[range.start as usize..range.end as usize] {
            QuestionIx::all(p).for_each(|ix| facts.say(ix, visit.options(ix), &mut said));
            let expected = naive.suggest(&said, &mut heard);
            compare(p, &naive, visit, &expected, || format!("{visit:?}"));
            assert_eq!(has_red_flag(p, visit), expected.red_flags.contains(&true), "{visit:?}");
            let asked: Vec<QuestionIx> = naive.asked(&said).into_iter().map(|place| QuestionIx(place as u8)).collect();
            assert_eq!(path(p, visit).collect::<Vec<_>>(), asked, "{visit:?}");
            assert!(path(p, visit).rev().eq(asked.iter().rev().copied()), "{visit:?}");
            along(p, visit, &asked);
        }
    });
    say(&format!("naive reading: the same for {} visits", grouped(visits.len() as u128)));
}

/// First, next, previous and progress are places on the path.
fn along(p: &Protocol, visit: &Answers, asked: &[QuestionIx]) {
    assert_eq!(first(p, visit), asked.first().copied());
    let unanswered = asked.iter().copied().find(|ix| visit.get(*ix) == Answer::Unanswered);
    assert_eq!(first_unanswered(p, visit), unanswered, "{visit:?}");
    for (place, ix) in asked.iter().enumerate() {
        assert_eq!(next(p, visit, *ix), asked.get(place + 1).copied(), "{visit:?}");
        assert_eq!(previous(p, visit, *ix), place.checked_sub(1).map(|before| asked[before]), "{visit:?}");
        let shown = progress(p, visit, *ix);
        assert_eq!((usize::from(shown.position), usize::from(shown.total)), (place + 1, asked.len()), "{visit:?}");
    }
    for ix in QuestionIx::all(p) {
        let counted = if asked.contains(&ix) { visit.options(ix) } else { OptionSet::EMPTY };
        assert_eq!(on_path(p, visit).options(ix), counted, "{visit:?}");
    }
}

#[test]
fn an_assessment_lists_what_it_holds() {
    let p = shipped().protocol;
    for visit in visits(p, 5_000) {
        let found = assess(p, &visit);
        let places = |set: IndexSet| -> Vec<u8> { (0..64).filter(|place| set.0 >> place & 1 == 1).collect() };
        assert_eq!(found.first_step(), found.before_setting.unwrap_or(found.setting));
        assert_eq!(found.red_flags().map(|flag| flag.0).collect::<Vec<_>>(), places(found.red_flags));
        assert_eq!(found.modifiers().map(|modifier| modifier.0).collect::<Vec<_>>(), places(found.modifiers));
        assert_eq!(found.alternatives().map(|other| other.0).collect::<Vec<_>>(), places(found.alternatives));
        let less: Vec<u8> = places(found.rules).into_iter().filter(|rule| !found.deciding.contains(*rule)).collect();
        assert_eq!(found.supporting().map(|rule| rule.0).collect::<Vec<_>>(), less);
        // The reasons are the deciding rules, the most intensive level first, then in the order of the file.
        let mut deciding = places(found.deciding);
        deciding.sort_by_key(|rule| std::cmp::Reverse(p.rules[usize::from(*rule)].level));
        assert_eq!(found.reasons(p).map(|rule| rule.0).collect::<Vec<_>>(), deciding);
    }
}

#[test]
fn a_set_of_places_holds_64_and_no_more() {
    let set = IndexSet(1 << 63 | 1 << 5 | 1);
    assert_eq!(set.iter().collect::<Vec<_>>(), [0, 5, 63]);
    assert_eq!(set.iter().rev().collect::<Vec<_>>(), [63, 5, 0]);
    assert!(set.contains(63) && !set.contains(64) && !set.contains(255) && !set.contains(1));
    assert!(!set.is_empty() && IndexSet::default().is_empty());
}

// Explanations.

#[test]
fn what_is_named_behind_a_reason_was_said_asked_and_counts() {
    let p = shipped().protocol;
    let mut named = 0;
    for visit in visits(p, 5_000) {
        let heard = on_path(p, &visit);
        for when in promises::conditions(p) {
            let expected: Vec<(QuestionIx, OptionSet)> = QuestionIx::all(p)
                .filter_map(|ix| {
                    let mut said = OptionSet::EMPTY;
                    for clause in when.clauses().filter(|clause| clause.question == ix) {
                        let options = (0..31).map(OptionSet::one).chain([OptionSet::DECLINED]);
                        let given = |o: &OptionSet| heard.options(ix).contains(*o) && clause.any_of.contains(*o);
                        said = options.filter(|o| !o.is_empty()).filter(given).fold(said, OptionSet::union);
                    }
                    (!said.is_empty()).then_some((ix, said))
                })
                .collect();
            named += expected.len();
            assert_eq!(because(p, &visit, when).collect::<Vec<_>>(), expected, "{when:?} {visit:?}");
        }
    }
    assert!(named > 10_000, "too little is named to be a test: {named}");
}

#[test]
fn what_would_change_a_suggestion_is_the_nearest_answer_that_does() {
    let p = shipped().protocol;
    let mut changes = [0; 2];
    for visit in visits(p, 3_000) {
        let now = assess(p, &visit);
        let levels = |answers: &Answers| (assess(p, answers).first_step(), assess(p, answers).setting);
        let (mut up, mut down) = (Vec::new(), Vec::new());
        for ix in path(p, &visit) {
            let question = &p.questions[usize::from(ix.0)];
            let others = (0..question.options.len() as u8).map(OptionSet::one);
            let others: Vec<Change> = others
                .filter(|option| !visit.options(ix).contains(*option))
                .map(|option| {
                    let then = visit.with(ix, picked(question, visit.options(ix), option));
                    Change { question: ix, option, first_step: levels(&then).0, setting: levels(&then).1 }
                })
                .collect();
            let compared = |change: &Change| (change.first_step, change.setting).cmp(&(now.first_step(), now.setting));
            up.extend(others.iter().find(|change| compared(change).is_gt()).copied());
            down.extend(others.iter().rev().find(|change| compared(change).is_lt()).copied());
        }
        changes = [changes[0] + up.len(), changes[1] + down.len()];
        assert_eq!(raises(p, &visit).collect::<Vec<_>>(), up, "{visit:?}");
        assert_eq!(lowers(p, &visit).collect::<Vec<_>>(), down, "{visit:?}");
    }
    assert!(changes.iter().all(|count| *count > 1000), "too little changes to be a test: {changes:?}");
}

// Answers.

/// What is chosen after a pick, said in another way than the engine does: an answer that stands alone, or beside
/// which one stands alone, goes when another comes.
fn picked(question: &Question, chosen: OptionSet, option: OptionSet) -> OptionSet {
    let alone = |one: OptionSet| {
        one == OptionSet::DECLINED
            || question.options.iter().enumerate().any(|(at, o)| o.alone && one == OptionSet::one(at as u8))
    };
    let singles = |set: OptionSet| {
        (0..31)
            .map(OptionSet::one)
            .chain([OptionSet::DECLINED])
            .filter(move |one| !one.is_empty() && set.contains(*one))
    };
    if question.kind == QuestionKind::One {
        return option;
    }
    if chosen.contains(option) {
        return singles(chosen).filter(|one| *one != option).fold(OptionSet::EMPTY, OptionSet::union);
    }
    let stays = |one: &OptionSet| !alone(option) && !alone(*one);
    singles(chosen).filter(stays).fold(option, OptionSet::union)
}

#[test]
fn picking_chooses_and_takes_back() {
    let p = shipped().protocol;
    for question in p.questions {
        let answers = possible_answers(question);
        let singles: Vec<OptionSet> = question.pickable().collect();
        let declined = usize::from(question.may_decline);
        assert_eq!(singles.len(), question.options.len() + declined, "{}", question.id);
        // One answer stands in the order of the file; of several, the most severe comes first and "none" last.
        let mut order: Vec<u8> = (0..question.options.len() as u8).collect();
        if question.kind == QuestionKind::Several {
            order.reverse();
        }
        let declining = question.may_decline.then_some(OptionSet::DECLINED);
        assert_eq!(
            singles,
            order.into_iter().map(OptionSet::one).chain(declining).collect::<Vec<_>>(),
            "{}",
            question.id
        );
        for chosen in &answers {
            for option in &singles {
                let expected = picked(question, *chosen, *option);
                assert_eq!(question.pick(*chosen, *option), expected, "{}: {chosen:?} {option:?}", question.id);
                assert!(answers.contains(&expected), "{}: {expected:?} is no possible answer", question.id);
            }
        }
    }
}

#[test]
fn the_possible_answers_are_every_combination_that_can_be_picked() {
    let p = shipped().protocol;
    for question in p.questions {
        let alone = question.options.iter().filter(|option| option.alone).count() as u32;
        let others = question.options.len() as u32 - alone;
        let declined = usize::from(question.may_decline);
        let expected = match question.kind {
            QuestionKind::One => 1 + question.options.len() + declined,
            // Each of the others or not, nothing at all among them.
            QuestionKind::Several => 2usize.pow(others) + alone as usize + declined,
        };
        let answers = possible_answers(question);
        assert_eq!(answers.len(), expected, "{}", question.id);
        assert_eq!(answers.iter().collect::<BTreeSet<_>>().len(), expected, "{}: an answer twice", question.id);
        assert_eq!(answers.first(), Some(&OptionSet::EMPTY));
        assert_eq!(answers.last() == Some(&OptionSet::DECLINED), question.may_decline);
    }
}

#[test]
fn options_are_bits_and_declined_is_none_of_them() {
    let two = OptionSet::one(0).union(OptionSet::one(30));
    assert_eq!(two.positions().collect::<Vec<_>>(), [0, 30]);
    assert_eq!(OptionSet::one(31), OptionSet::EMPTY);
    assert_eq!(OptionSet::one(200), OptionSet::EMPTY);
    assert_eq!(OptionSet::DECLINED.positions().count(), 0);
    assert_eq!(OptionSet::one(3).union(OptionSet::one(3)), OptionSet::one(3));
    assert_eq!(two.without(OptionSet::one(30)), OptionSet::one(0));
    assert_eq!(two.without(OptionSet::one(5)), two);
    assert!(two.meets(OptionSet::one(30).union(OptionSet::one(5))));
    assert!(!two.meets(OptionSet::one(5)) && !two.meets(OptionSet::EMPTY) && !OptionSet::EMPTY.meets(two));
    assert!(two.contains(OptionSet::one(30)) && two.contains(OptionSet::EMPTY));
    assert!(!two.contains(OptionSet::one(30).union(OptionSet::one(5))));
    assert!(OptionSet::EMPTY.is_empty() && !OptionSet::DECLINED.is_empty() && !two.is_empty());
}

#[test]
fn answers_keep_what_was_said_and_nothing_else() {
    let (ix, far) = (QuestionIx(2), QuestionIx(MAX_QUESTIONS as u8));
    let mut answers = Answers::NONE;
    assert!(answers.is_empty() && !answers.is_answered(ix) && answers.get(ix) == Answer::Unanswered);
    answers.set(ix, OptionSet::one(1));
    assert!(!answers.is_empty() && answers.is_answered(ix));
    assert_eq!(answers.get(ix), Answer::Chosen(OptionSet::one(1)));
    assert_eq!(answers.with(ix, OptionSet::DECLINED).get(ix), Answer::Declined);
    assert_eq!(answers.get(ix), Answer::Chosen(OptionSet::one(1)), "`with` leaves the first as it was");
    assert_eq!(answers.options(QuestionIx(3)), OptionSet::EMPTY);
    // A question that does not exist is never answered.
    assert_eq!(answers.with(far, OptionSet::one(0)), answers);
    assert_eq!(answers.options(far), OptionSet::EMPTY);
    answers.set(ix, OptionSet::EMPTY);
    assert!(answers.is_empty());
}

// The numbered space.

#[test]
fn a_space_numbers_every_set_once() {
    let p = shipped().protocol;
    // Whether anything was answered at all: two groups a question, small enough to be counted to the end.
    let space = Space::new(p, |_, answer| answer.is_empty());
    assert_eq!(space.size, 2u64.pow(p.questions.len() as u32));
    let answers: u128 = p.questions.iter().map(|question| possible_answers(question).len() as u128).product();
    assert_eq!(space.represented(), answers);
    let mut seen = BTreeSet::new();
    let mut expected = 0;
    space.walk_answers(0..space.size, |number, answers| {
        assert_eq!(number, expected);
        expected += 1;
        assert_eq!(*answers, space.answers(number));
        let groups: Vec<usize> =
            QuestionIx::all(p).map(|ix| space.group(ix, answers.options(ix)).expect("a possible answer")).collect();
        assert_eq!(groups, space.groups_of(number));
        seen.insert(groups);
    });
    assert_eq!((expected, seen.len() as u64), (space.size, space.size));
    // A walk from the middle says which question changed first, and begins with all of them.
    let mut before: Option<Vec<usize>> = None;
    space.walk(1000..1300, |number, groups, changed| {
        assert_eq!(groups, space.groups_of(number));
        let first =
            before.as_ref().map_or(0, |before| (0..groups.len()).find(|at| before[*at] != groups[*at]).unwrap_or(0));
        assert_eq!(changed, first, "{number}");
        before = Some(groups.to_vec());
    });
    assert_eq!(space.group(QuestionIx(0), OptionSet::one(30)), None);
}

#[test]
fn answers_in_one_group_are_one_to_the_engine_and_others_are_not() {
    let p = shipped().protocol;
    let (fine, coarse) = (Space::of_assessments(p), Space::of_levels(p));
    let mut chance = Shuffle::new(43);
    for ix in QuestionIx::all(p) {
        for (space, all) in [(&fine, true), (&coarse, false)] {
            let groups = &space.questions[usize::from(ix.0)].groups;
            assert_eq!(groups[0][0], OptionSet::EMPTY);
            for group in groups {
                let (one, two) = (group[0], *chance.pick(group));
                let beside = by_chance(p, &fine, &mut chance);
                let (one, two) = (assess(p, &beside.with(ix, one)), assess(p, &beside.with(ix, two)));
                assert_eq!((one.first_step(), one.setting, one.rules), (two.first_step(), two.setting, two.rules));
                assert!(!all || one == two, "{beside:?}");
            }
        }
    }
    // Groups are no finer than needed: the levels tell danger from no danger, not one sign from another.
    let danger = p.question("danger_now").expect("the question about danger");
    assert_eq!(coarse.questions[usize::from(danger.0)].groups.len(), 2);
    assert!(fine.questions[usize::from(danger.0)].groups.len() > 1000);
}

/// The protocol with other red flags and rules.
fn with(p: &Protocol, red_flags: &'static [RedFlag], rules: &'static [Rule]) -> Protocol {
    Protocol { red_flags, rules, ..*p }
}

/// Rules tell the same answers apart today, and need not tomorrow.
#[test]
fn an_answer_that_makes_a_question_moot_is_in_no_group_with_none() {
    let p = with(shipped().protocol, &[], &[]);
    let space = Space::of_levels(&p);
    let skips: Vec<&Condition> = p.questions.iter().filter_map(|asked| asked.skip_when.as_ref()).collect();
    assert!(!skips.is_empty());
    for clause in skips.iter().flat_map(|skip| skip.clauses()) {
        assert_ne!(space.group(clause.question, clause.any_of), space.group(clause.question, OptionSet::EMPTY));
    }
}

/// No red flag of the shipped protocol asks for two answers at once; one that does must not pass for one that does not.
#[test]
fn half_of_a_sign_is_in_no_group_with_a_whole_one() {
    let p = shipped().protocol;
    let (danger, place) = (p.question("danger_now"), p.question("place"));
    let (danger, place) = (danger.expect("the question about danger"), place.expect("the question about the place"));
    let options = danger.of(p).map_or(&[][..], |asked| asked.options);
    let none = options.iter().position(|option| option.alone).expect("an answer that is no sign");
    let half = OptionSet::one(none as u8);
    let clauses = [(danger, half), (place, OptionSet::one(0))].map(|(question, any_of)| Clause { question, any_of });
    let both = Condition { all: Box::leak(Box::new(clauses)), any: &[], at_least: 0, of: &[] };
    let mut red_flags: Vec<RedFlag> = p.red_flags.iter().map(|flag| RedFlag { ..*flag }).collect();
    red_flags.push(RedFlag { id: "two_at_once", when: both, act: &[], sources: &[] });
    let changed = with(p, Box::leak(red_flags.into_boxed_slice()), p.rules);
    let space = Space::of_levels(&changed);
    let signs = p.red_flags.iter().flat_map(|flag| flag.when.clauses()).filter(|clause| clause.question == danger);
    for sign in signs {
        assert_ne!(space.group(danger, half), space.group(danger, sign.any_of), "{:?}", sign.any_of);
    }
}

// The protocol and the helplines.

#[test]
fn ids_lead_to_their_places_and_roles_to_their_levels() {
    let p = shipped().protocol;
    for (ix, question) in QuestionIx::all(p).zip(p.questions) {
        assert_eq!(p.question(question.id), Some(ix));
        assert_eq!(ix.of(p).map(|question| question.id), Some(question.id));
    }
    for (ix, level) in LevelIx::all(p).zip(p.levels) {
        assert_eq!(p.level(level.id), Some(ix));
        assert_eq!(level.role.is_setting(), [Role::Sustaining, Role::Treatment].contains(&level.role));
    }
    assert_eq!(QuestionIx::all(p).count(), p.questions.len());
    assert_eq!((p.question("nothing"), p.level("nothing")), (None, None));
    assert_eq!(Some(p.emergency()), p.level("emergency"));
    assert_eq!(Some(p.sustaining()), p.level("recovery_support"));
    assert_eq!(LevelIx(100).of(p), None);
}

#[test]
fn options_and_their_ids_find_each_other() {
    for question in shipped().protocol.questions {
        let (mut singles, mut ids) = (Vec::new(), Vec::new());
        for (place, option) in question.options.iter().enumerate() {
            singles.push(OptionSet::one(place as u8));
            ids.push(option.id);
        }
        assert_eq!(question.option("declined"), question.may_decline.then_some(OptionSet::DECLINED));
        if question.may_decline {
            singles.push(OptionSet::DECLINED);
            ids.push("declined");
        }
        let all = singles.iter().copied().fold(OptionSet::EMPTY, OptionSet::union);
        assert_eq!(all.singles().collect::<Vec<_>>(), singles, "{}", question.id);
        assert_eq!(question.option_ids().collect::<Vec<_>>(), ids, "{}", question.id);
        for (single, id) in singles.into_iter().zip(ids) {
            assert_eq!((question.option(id), question.option_id(single)), (Some(single), id), "{}", question.id);
            let alone = id == "declined" || question.options.iter().any(|option| option.id == id && option.alone);
            assert_eq!(question.stands_alone(single), alone, "{}.{id}", question.id);
        }
        assert_eq!(question.option("nothing"), None);
    }
    assert_eq!(OptionSet::EMPTY.singles().count(), 0);
}

#[test]
fn every_region_has_its_own_helplines_in_order() {
    let directory = shipped().directory;
    for region in directory.regions {
        assert_eq!(directory.region(region.id).map(|found| found.id), Some(region.id));
        let lines: Vec<&str> = directory.helplines_of(region).map(|line| line.id).collect();
        let expected: Vec<&str> = region.helplines.iter().map(|at| directory.helplines[usize::from(*at)].id).collect();
        assert!(!lines.is_empty());
        assert_eq!(lines, expected);
        assert_eq!(directory.crisis_line(region).map(|line| line.id), lines.first().copied());
        let finders: Vec<&str> = directory.finders_of(region).map(|finder| finder.id).collect();
        let expected: Vec<&str> = region.finders.iter().map(|at| directory.finders[usize::from(*at)].id).collect();
        assert_eq!(finders, expected);
    }
    assert!(!directory.finders.is_empty() && directory.region("nowhere").is_none());
    for line in directory.helplines.iter().filter_map(|line| line.text.as_ref()) {
        let display = line.display();
        assert!(display.starts_with(line.number), "{display}");
        assert!(line.keyword.is_none_or(|word| display.contains(word)), "{display}");
        assert_eq!(display == line.number, line.keyword.is_none(), "{display}");
    }
}

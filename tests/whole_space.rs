//! What holds for every visit there can be, shown by walking all of them on the shipped content.
//!
//! The answer sets are walked up to what conditions can tell apart (`care_check_engine::enumerate`). Three
//! steps make that the same as walking them all, and each is a test:
//! - answers in one group give the same assessment, beside whatever else is answered;
//! - the level depends on the red flags only by whether there is one, so that one sign of danger stands for
//!   all of them;
//! - modifiers and alternatives read the answers apart from the level, so each is walked over all answers to
//!   the questions it names, and not once more over the answers it cannot see.

#[path = "support/facts.rs"]
mod facts;
#[path = "support/naive.rs"]
mod naive;
#[path = "support/promises.rs"]
mod promises;
#[path = "support/whole.rs"]
mod whole;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use care_check_engine::enumerate::{Space, possible_answers};
use care_check_engine::explain::because;
use care_check_engine::path::{on_path, path};
use care_check_engine::{Answers, Assessment, Condition, LevelIx, OptionSet, Protocol, QuestionIx, assess};
use facts::{Facts, compare};
use naive::Naive;
use promises::{
    Finding, Shuffle, answers_over, by_chance, conditions, covered, grouped, in_parts, named, over, say, says_nothing,
    standing_for, steps_up,
};
use whole::{answer_in_words, content, in_words, is_below, whole};

/// How many sets of other answers stand beside an answer where chance chooses them.
const COMPLETIONS: usize = 500;

// The walk itself.

#[test]
fn answers_in_one_group_are_alike_beside_all_other_answers() {
    let content = content();
    let p = content.protocol;
    let (whole, levels) = (Space::of_assessments(p), Space::of_levels(p));
    for space in [&whole, &levels] {
        for (ix, question) in QuestionIx::all(p).zip(p.questions) {
            let grouped = &space.questions[usize::from(ix.0)].groups;
            let mut members: Vec<OptionSet> = grouped.concat();
            members.sort();
            assert_eq!(members, possible_answers(question), "the groups of {} are not its answers", question.id);
        }
    }
    // By construction: a condition sees an answer only through its clauses, and they are met or not alike.
    for condition in conditions(p) {
        for clause in condition.clauses() {
            for group in &whole.questions[usize::from(clause.question.0)].groups {
                let met: BTreeSet<bool> = group.iter().map(|answer| answer.meets(clause.any_of)).collect();
                let answers: Vec<String> =
                    group.iter().map(|a| answer_in_words(&content, clause.question, *a)).collect();
                assert_eq!(met.len(), 1, "a condition tells apart\n  {}", answers.join("\n  "));
            }
        }
    }
    // By trial: beside other answers that chance chooses, whole assessments are the same, and in the coarser
    // groups everything that the level rests on.
    let start = Instant::now();
    let mut chance = Shuffle::new(1);
    let mut tried = 0u64;
    for (ix, _) in QuestionIx::all(p).zip(p.questions) {
        for (space, see) in [(&whole, everything as fn(&Assessment) -> Assessment), (&levels, level_alone)] {
            for group in &space.questions[usize::from(ix.0)].groups {
                for other in &group[1..] {
                    for _ in 0..COMPLETIONS {
                        let beside = by_chance(p, &whole, &mut chance);
                        let (one, two) = (beside.with(ix, group[0]), beside.with(ix, *other));
                        let same = see(&assess(p, &one)) == see(&assess(p, &two));
                        assert!(
                            same,
                            "not alike:\n  {}\nand\n  {}",
                            in_words(&content, &one),
                            in_words(&content, &two)
                        );
                        tried += 1;
                    }
                }
            }
        }
    }
    say(&format!(
        "grouping: {} sets that assessments tell apart stand for {} answer sets",
        grouped(whole.questions.iter().map(|q| q.groups.len() as u128).product()),
        grouped(whole.represented())
    ));
    covered("answers of one group, beside others", 2 * u128::from(tried), start);
}

fn everything(found: &Assessment) -> Assessment {
    *found
}

/// What the level rests on: of the red flags, only whether there are any; nothing that stands beside it.
fn level_alone(found: &Assessment) -> Assessment {
    let mut rest = *found;
    rest.red_flags.0 = u64::from(!found.red_flags.is_empty());
    rest.modifiers = Default::default();
    rest.alternatives = Default::default();
    rest
}

#[test]
fn a_second_naive_reading_of_the_protocol_agrees_everywhere() {
    let w = whole();
    let p = w.protocol();
    let start = Instant::now();
    let naive = Naive::read(Path::new(env!("CARGO_MANIFEST_DIR")));
    let facts = Facts::of(p, &naive);
    in_parts(w.space.size, |range| {
        // Which answer of a group is given is left to chance, so that every answer has its turn.
        let mut chance = Shuffle::new(range.start + 7);
        let mut answers = Answers::NONE;
        let (mut said, mut heard) = (vec![false; naive.size()], Vec::new());
        w.space.walk(range, |_, groups, changed| {
            for (place, (question, group)) in w.space.questions.iter().zip(groups).enumerate().skip(changed) {
                let ix = QuestionIx(place as u8);
                let answer = *chance.pick(&question.groups[*group]);
                answers.set(ix, answer);
                facts.say(ix, answer, &mut said);
            }
            compare(p, &naive, &answers, &naive.suggest(&said, &mut heard), || in_words(&w.content, &answers));
        });
    });
    // The modifiers and alternatives again, over all answers to the questions they name.
    let fine = Space::of_assessments(p);
    let mut chance = Shuffle::new(3);
    let (mut said, mut heard) = (vec![false; naive.size()], Vec::new());
    let mut beside = 0u64;
    for condition in conditions(p) {
        for part in over(p, &fine, &named(p, condition)) {
            let mut answers = by_chance(p, &fine, &mut chance);
            for (ix, group) in part {
                answers.set(ix, *chance.pick(&fine.questions[usize::from(ix.0)].groups[group]));
            }
            QuestionIx::all(p).for_each(|ix| facts.say(ix, answers.options(ix), &mut said));
            compare(p, &naive, &answers, &naive.suggest(&said, &mut heard), || in_words(&w.content, &answers));
            let asked: Vec<usize> = path(p, &answers).map(|ix| usize::from(ix.0)).collect();
            assert_eq!(asked, naive.asked(&said), "what is asked:\n  {}", in_words(&w.content, &answers));
            beside += 1;
        }
    }
    covered("a naive reading agrees", u128::from(w.space.size + beside), start);
}

// One suggestion, and nothing that should not matter does.

#[test]
fn everyone_gets_exactly_one_suggestion() {
    // The walk itself asserts it for every set.
    let w = whole();
    assert_eq!(w.counts.values().sum::<u64>(), w.space.size);
    for (packed, sets) in &w.counts {
        say(&format!("  {:>11} sets: {}", grouped((*sets).into()), w.levels_in_words(*packed)));
    }
}

#[test]
fn the_order_of_answering_changes_nothing() {
    let content = content();
    let p = content.protocol;
    let space = Space::of_assessments(p);
    let (start, sets) = (Instant::now(), 100_000);
    let mut chance = Shuffle::new(11);
    for _ in 0..sets {
        let meant = by_chance(p, &space, &mut chance);
        let expected = assess(p, &meant);
        let mut order: Vec<QuestionIx> = QuestionIx::all(p).collect();
        shuffled(&mut chance, &mut order);
        let mut answers = Answers::NONE;
        for ix in order {
            let question = &p.questions[usize::from(ix.0)];
            // Some people first say something else and then take it back, option by option.
            let first = if chance.below(3) == 0 { chance.answer(&space, ix) } else { OptionSet::EMPTY };
            let taken_back: Vec<OptionSet> = question.pickable().filter(|o| first.meets(*o)).collect();
            let mut picks: Vec<OptionSet> = question.pickable().filter(|o| meant.options(ix).meets(*o)).collect();
            shuffled(&mut chance, &mut picks);
            let mut chosen = first;
            for option in taken_back {
                chosen = chosen.without(option);
            }
            for option in picks {
                chosen = question.pick(chosen, option);
            }
            answers.set(ix, chosen);
        }
        assert_eq!(assess(p, &answers), expected, "in another order:\n  {}", in_words(&content, &meant));
    }
    covered("in another order", sets, start);
}

fn shuffled<T>(chance: &mut Shuffle, items: &mut [T]) {
    for at in (1..items.len()).rev() {
        items.swap(at, chance.below(at + 1));
    }
}

#[test]
fn answers_to_questions_that_are_not_asked_change_nothing() {
    let w = whole();
    let p = w.protocol();
    let (start, mut sets) = (Instant::now(), 0);
    for (ix, question) in QuestionIx::all(p).zip(p.questions) {
        let Some(skip) = &question.skip_when else { continue };
        // The groups of other questions that make this one moot.
        let deciders: Vec<QuestionIx> = named(p, skip).into_iter().collect();
        let mut moot: BTreeSet<Vec<usize>> = BTreeSet::new();
        for part in over(p, &w.space, &named(p, skip)) {
            if !path(p, &standing_for(&w.space, &part)).any(|asked| asked == ix) {
                moot.insert(part.into_iter().map(|(_, group)| group).collect());
            }
        }
        assert!(!moot.is_empty(), "nothing ever makes {} moot", question.id);
        let own = usize::from(ix.0);
        sets += u128::from(w.space.size);
        in_parts(w.space.size, |range| {
            // What makes the question moot changes rarely, so that it is looked up again only then.
            let last = deciders.iter().map(|decider| usize::from(decider.0)).max().unwrap_or(0);
            let mut is_moot = false;
            w.space.walk(range, |number, groups, changed| {
                if changed <= last {
                    let given: Vec<usize> = deciders.iter().map(|decider| groups[usize::from(decider.0)]).collect();
                    is_moot = moot.contains(&given);
                }
                let without = number - groups[own] as u64 * w.space.questions[own].stride;
                assert!(
                    !is_moot || w.at(number) == w.at(without),
                    "not asked but heard:\n  {}",
                    in_words(&w.content, &w.visit(number))
                );
            });
        });
    }
    // Whole assessments, beside answers that chance chooses.
    let fine = Space::of_assessments(p);
    let mut chance = Shuffle::new(13);
    let whole_assessments = 1_000_000;
    for _ in 0..whole_assessments {
        let answers = by_chance(p, &fine, &mut chance);
        let heard = on_path(p, &answers);
        assert_eq!(
            assess(p, &answers),
            assess(p, &heard),
            "not asked but heard:\n  {}",
            in_words(&w.content, &answers)
        );
    }
    covered("not asked, not heard", sets + whole_assessments, start);
}

// Safety.

#[test]
fn every_red_flag_means_emergency_whatever_else_is_answered() {
    let w = whole();
    let p = w.protocol();
    let (start, mut sets) = (Instant::now(), u128::from(w.space.size));
    // A flag that stands on one answer: wherever that answer is given, and nowhere else.
    let mut flagged: Vec<Vec<bool>> = w.space.questions.iter().map(|q| vec![false; q.groups.len()]).collect();
    for flag in p.red_flags {
        assert_eq!(flag.when.clauses().count(), 1, "{} rests on several answers: walk it apart", flag.id);
        for clause in flag.when.clauses() {
            for (at, group) in w.space.questions[usize::from(clause.question.0)].groups.iter().enumerate() {
                flagged[usize::from(clause.question.0)][at] |= group.iter().any(|a| a.meets(clause.any_of));
            }
        }
    }
    in_parts(w.space.size, |range| {
        w.space.walk(range, |number, groups, _| {
            let danger = groups.iter().enumerate().any(|(question, group)| flagged[question][*group]);
            let emergency = w.first_step(number) == p.emergency();
            assert_eq!(danger, emergency, "an emergency or not:\n  {}", in_words(&w.content, &w.visit(number)));
        });
    });
    // Each flag by itself, named among the red flags.
    let fine = Space::of_assessments(p);
    let mut chance = Shuffle::new(17);
    for (at, flag) in p.red_flags.iter().enumerate() {
        for answers in answers_over(p, &fine, &named(p, &flag.when)).filter(|answers| flag.when.holds(answers)) {
            for _ in 0..COMPLETIONS {
                let beside = flag.when.clauses().fold(by_chance(p, &fine, &mut chance), |beside, clause| {
                    beside.with(clause.question, answers.options(clause.question))
                });
                let found = assess(p, &beside);
                let emergency = found.first_step() == p.emergency() && found.red_flags.contains(at as u8);
                assert!(emergency, "{} is missed:\n  {}", flag.id, in_words(&w.content, &beside));
                sets += 1;
            }
        }
    }
    covered("a red flag means emergency", sets, start);
}

#[test]
fn thoughts_of_suicide_never_end_without_the_crisis_line() {
    holds(promises::without_crisis_line(content().protocol));
}

fn holds(findings: Vec<Finding>) {
    let content = content();
    let said = |finding: &Finding| match &finding.visit {
        Some(visit) => format!("{}:\n  {}", finding.what, in_words(&content, visit)),
        None => finding.what.clone(),
    };
    let findings: Vec<String> = findings.iter().map(said).collect();
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

#[test]
fn daily_alcohol_or_sedatives_never_end_below_medical_detox() {
    let w = whole();
    let p = w.protocol();
    let asked = p.question("other_substances").expect("the question about other substances");
    let question = asked.of(p).expect("a question of the protocol");
    let daily =
        question.options.iter().enumerate().filter(|(_, o)| ["alcohol_daily", "sedatives_daily"].contains(&o.id));
    let daily = daily.fold(OptionSet::EMPTY, |set, (at, _)| set.union(OptionSet::one(at as u8)));
    assert_eq!(daily.positions().count(), 2, "daily alcohol or daily sedatives have another name");
    let detox = p.level("detox").expect("the level detox");
    let groups = &w.space.questions[usize::from(asked.0)].groups;
    let start = Instant::now();
    in_parts(w.space.size, |range| {
        w.space.walk(range, |number, given, _| {
            let group = &groups[given[usize::from(asked.0)]];
            assert!(
                w.first_step(number) >= detox || !group.iter().any(|answer| answer.meets(daily)),
                "less than detox:\n  {}",
                in_words(&w.content, &w.visit(number))
            );
        });
    });
    covered("daily alcohol or sedatives mean detox", w.space.size.into(), start);
    // And the warning not to stop suddenly stands beside it, also for who would rather not say.
    holds(promises::without_detox(p));
}

#[test]
fn a_more_severe_answer_never_asks_for_less() {
    let w = whole();
    let pairs = QuestionIx::all(w.protocol()).map(|ix| (ix, steps_up(w.protocol(), ix))).collect();
    assert_never_less(pairs, "a more severe answer asks for less");
    // The quick form of this test, which changed protocols are held against, agrees.
    holds(promises::less_for_more(w.protocol()));
}

#[test]
fn saying_nothing_never_asks_for_less_than_the_mildest_answer() {
    let w = whole();
    let pairs = QuestionIx::all(w.protocol()).map(|ix| (ix, says_nothing(w.protocol(), ix))).collect();
    assert_never_less(pairs, "saying nothing asks for less than the mildest answer");
}

/// For each pair of answers to a question: with the second, whatever else is answered, neither the first step
/// nor the setting is below what it is with the first.
fn assert_never_less(pairs: Vec<(QuestionIx, Vec<(OptionSet, OptionSet)>)>, promise: &str) {
    let w = whole();
    // Many pairs of answers are one pair of groups, and stand for by the first.
    let mut tasks: BTreeMap<(QuestionIx, usize, usize), (OptionSet, OptionSet)> = BTreeMap::new();
    for (ix, answers) in pairs {
        for (from, to) in answers {
            let group = |answer| w.space.group(ix, answer).expect("an answer that is possible");
            if group(from) != group(to) {
                tasks.entry((ix, group(from), group(to))).or_insert((from, to));
            }
        }
    }
    let tasks: Vec<_> = tasks.into_iter().collect();
    let start = Instant::now();
    let (next, failures, compared) = (AtomicUsize::new(0), Mutex::new(Vec::new()), AtomicUsize::new(0));
    in_parts(2, |_| {
        while let Some(((ix, low, high), answers)) = tasks.get(next.fetch_add(1, Ordering::Relaxed)) {
            let own = &w.space.questions[usize::from(ix.0)];
            let block = own.stride * own.groups.len() as u64;
            let (mut worst, mut count): (Option<(usize, u64, u64)>, u64) = (None, 0);
            for outer in 0..w.space.size / block {
                let at = |group: usize| outer * block + group as u64 * own.stride;
                for inner in 0..own.stride {
                    let (from, to) = (at(*low) + inner, at(*high) + inner);
                    if is_below(w.at(to), w.at(from)) {
                        count += 1;
                        let told = w.told(from);
                        if worst.is_none_or(|(least, ..)| told < least) {
                            worst = Some((told, from, to));
                        }
                    }
                }
            }
            compared.fetch_add((w.space.size / own.groups.len() as u64) as usize, Ordering::Relaxed);
            if let Some((_, from, to)) = worst {
                let (before, after) = (w.visit(from).with(*ix, answers.0), w.visit(to).with(*ix, answers.1));
                // The shortest example, and in it only what differs from a visit of the mildest answers.
                failures.lock().expect("no thread has failed").push(format!(
                    "{}: {}\n  instead of {}: {}\n  beside\n  {}\n  ({} sets)",
                    answer_in_words(&w.content, *ix, answers.1),
                    w.levels_in_words(w.at(to)),
                    answer_in_words(&w.content, *ix, answers.0),
                    w.levels_in_words(w.at(from)),
                    in_words(&w.content, &beside(&before, &after, from, *ix)),
                    grouped(count.into())
                ));
            }
        }
    });
    covered(&format!("never: {promise}"), 2 * compared.into_inner() as u128, start);
    let failures = failures.into_inner().expect("no thread has failed");
    assert!(failures.is_empty(), "{promise}\n\n{}", failures.join("\n\n"));
}

/// The answers of a set that matter beside the one that changes.
fn beside(before: &Answers, after: &Answers, number: u64, changing: QuestionIx) -> Answers {
    let w = whole();
    let groups = w.space.groups_of(number);
    let mut rest = Answers::NONE;
    for ix in QuestionIx::all(w.protocol()).filter(|ix| *ix != changing && groups[usize::from(ix.0)] != 0) {
        debug_assert_eq!(before.options(ix), after.options(ix));
        rest.set(ix, before.options(ix));
    }
    rest
}

// Everything in the protocol is there for somebody.

#[test]
fn every_level_is_suggested_to_somebody() {
    let w = whole();
    let p = w.protocol();
    for (ix, level) in LevelIx::all(p).zip(p.levels) {
        let reached = w.counts.keys().any(|packed| LevelIx(packed >> 4) == ix || LevelIx(packed & 15) == ix);
        assert!(reached, "nobody is ever told {}", level.id);
    }
}

#[test]
fn every_rule_matters_to_somebody() {
    let w = whole();
    let p = w.protocol();
    let mut idle = Vec::new();
    for (at, rule) in p.rules.iter().enumerate() {
        let Some(number) = w.decided_alone[at] else {
            idle.push(format!("{}: without it, nobody is told anything else", rule.id));
            continue;
        };
        // Seen is believed: take the rule away and ask again. The floor lowers nothing when it goes, because
        // nothing is lower, but it leaves somebody without a reason.
        let without = without_rule(p, at);
        let (with, then) = (assess(p, &w.visit(number)), assess(&without, &w.visit(number)));
        let floor = rule.when.clauses().next().is_none();
        let lower = then.first_step() < with.first_step() || then.setting < with.setting;
        assert!(
            lower || floor && then.deciding.is_empty(),
            "{} should decide alone:\n  {}",
            rule.id,
            in_words(&w.content, &w.visit(number))
        );
    }
    assert!(idle.is_empty(), "{}", idle.join("\n"));
}

/// The protocol without one of its rules.
fn without_rule(p: &Protocol, gone: usize) -> Protocol {
    let rules = p.rules.iter().enumerate().filter(|(at, _)| *at != gone).map(|(_, r)| care_check_engine::Rule { ..*r });
    Protocol { rules: Box::leak(rules.collect()), ..*p }
}

#[test]
fn every_red_flag_modifier_and_alternative_matters_to_somebody() {
    let content = content();
    let p = content.protocol;
    let fine = Space::of_assessments(p);
    holds(promises::never_alone(p));
    for modifier in p.modifiers {
        let seen: BTreeSet<bool> =
            answers_over(p, &fine, &named(p, &modifier.when)).map(|a| modifier.when.holds(&on_path(p, &a))).collect();
        assert_eq!(seen.len(), 2, "{} stands beside everybody or nobody", modifier.id);
    }
    let w = whole();
    for (at, alternative) in p.alternatives.iter().enumerate() {
        // Beside somebody with its setting: the set with that setting, with each answer it asks for in place.
        let shown = (0..w.space.size).filter(|n| w.setting(*n) == alternative.setting).take(1000).any(|number| {
            answers_over(p, &fine, &named(p, &alternative.when)).any(|asked| {
                let questions = alternative.when.clauses().map(|c| c.question);
                let answers = questions.fold(w.visit(number), |all, ix| all.with(ix, asked.options(ix)));
                assess(p, &answers).alternatives.contains(at as u8)
            })
        });
        assert!(shown, "{} is never offered", alternative.id);
    }
}

#[test]
fn every_question_and_option_matters_to_somebody() {
    let content = content();
    let p = content.protocol;
    let fine = Space::of_assessments(p);
    for (ix, question) in QuestionIx::all(p).zip(p.questions) {
        let groups = &fine.questions[usize::from(ix.0)].groups;
        for option in question.pickable() {
            let own = fine.group(ix, option).expect("an answer that is possible");
            let others = (0..groups.len()).filter(|group| *group != own);
            let differs = others.into_iter().any(|other| witness(p, &fine, ix, own, other).is_some());
            assert!(differs, "{} is as good as any other answer", answer_in_words(&content, ix, option));
        }
    }
}

/// Other answers beside which two answers of a question give different assessments.
fn witness(p: &Protocol, space: &Space, ix: QuestionIx, one: usize, two: usize) -> Option<Answers> {
    let groups = &space.questions[usize::from(ix.0)].groups;
    let differ =
        |beside: &Answers| assess(p, &beside.with(ix, groups[one][0])) != assess(p, &beside.with(ix, groups[two][0]));
    let mut chance = Shuffle::new(23);
    let by_chance = |_| {
        // Where most is unanswered, there is room for one answer to be seen.
        let others: Vec<QuestionIx> = QuestionIx::all(p).filter(|_| chance.below(3) == 0).collect();
        others.into_iter().fold(Answers::NONE, |beside, other| beside.with(other, chance.answer(space, other)))
    };
    (0..100_000).map(by_chance).find(differ)
}

#[test]
fn options_that_nothing_tells_apart_are_known() {
    holds(promises::unexpectedly_alike(content().protocol));
}

#[test]
fn none_of_these_and_only_that_stands_alone() {
    holds(promises::not_alone(content().protocol));
}

// Reasons.

#[test]
fn every_reason_has_a_source() {
    let content = content();
    let p = content.protocol;
    let cited = p.rules.iter().map(|r| (r.id, r.sources)).chain(p.red_flags.iter().map(|f| (f.id, f.sources)));
    let known: BTreeSet<&str> = content.sources.iter().map(|source| source.id.as_str()).collect();
    for (id, sources) in cited {
        assert!(!sources.is_empty(), "{id} has no source");
        assert!(sources.iter().all(|source| known.contains(source)), "{id} cites a source that is not there");
    }
}

#[test]
fn every_deciding_rule_but_the_floor_names_an_answer() {
    let content = content();
    let p = content.protocol;
    let fine = Space::of_assessments(p);
    // Whether a rule holds and what it names both rest on the questions in its condition alone, so walking
    // those is walking everything.
    let rules = p.rules.iter().map(|r| (r.id, &r.when)).chain(p.red_flags.iter().map(|f| (f.id, &f.when)));
    let (start, mut walked) = (Instant::now(), 0);
    for (id, when) in rules.filter(|(_, when)| when.clauses().next().is_some()) {
        for answers in answers_over(p, &fine, &named(p, when)) {
            walked += 1;
            if when.holds(&on_path(p, &answers)) {
                let named: Vec<_> = because(p, &answers, when).collect();
                assert!(!named.is_empty(), "{id} holds without an answer:\n  {}", in_words(&content, &answers));
                for (ix, given) in named {
                    let said = answers.options(ix).contains(given) && !given.is_empty();
                    assert!(said, "{id} names an answer nobody gave:\n  {}", in_words(&content, &answers));
                }
            }
        }
    }
    covered("reasons name answers", walked, start);
}

/// The reasons suffice: whoever changes answers that no reason names, and leaves the questions of the reasons
/// asked, is never told less.
///
/// "Asked" belongs to a reason: who has not used for months is not asked how often they use, and a reason
/// that rests on how often falls away with the question.
///
/// Two sets of other answers stand for all: everything else unanswered, and everything else at its mildest.
/// Conditions have no negation, so further answers only add rules, except by making a question moot, and the
/// questions of the reasons stay asked. Other answers that chance chooses are tried as well.
#[test]
fn the_reasons_suffice_for_the_level() {
    let w = whole();
    let p = w.protocol();
    let start = Instant::now();
    let of_rules = questions_of(p.rules.iter().map(|rule| &rule.when));
    let of_flags = questions_of(p.red_flags.iter().map(|flag| &flag.when));
    let enough = |number: u64, then: u64| {
        assert!(
            !is_below(w.at(then), w.at(number)),
            "the reasons for {} in\n  {}\nare not enough for more than {} in\n  {}",
            w.levels_in_words(w.at(number)),
            in_words(&w.content, &w.visit(number)),
            w.levels_in_words(w.at(then)),
            in_words(&w.content, &w.visit(then))
        );
    };
    in_parts(w.space.size, |range| {
        let mut mildest: BTreeMap<u32, u64> = BTreeMap::new();
        let mut chance = Shuffle::new(range.start + 29);
        let mut last = (0, 0, 0);
        w.space.walk_answers(range, |number, answers| {
            let found = assess(p, answers);
            let reasons = named_together(found.deciding.0, &of_rules) | named_together(found.red_flags.0, &of_flags);
            // The number of the set in which nothing is answered but what the reasons name.
            let of_reasons = w.space.questions.iter().enumerate().filter(|(at, _)| reasons >> at & 1 == 1);
            let bare: u64 = of_reasons.map(|(_, q)| number / q.stride % q.groups.len() as u64 * q.stride).sum();
            if std::mem::replace(&mut last, (reasons, bare, w.at(number))) == (reasons, bare, w.at(number)) {
                return;
            }
            enough(number, bare);
            enough(number, bare + *mildest.entry(reasons).or_insert_with(|| mildest_beside(reasons)));
            if chance.below(16) == 0 {
                let other = chance.below(w.space.size as usize) as u64;
                enough(number, bare + beside_reasons(reasons, |at| w.space.groups_of(other)[at]));
            }
        });
    });
    covered("the reasons suffice", w.space.size.into(), start);
}

/// The questions that each condition names, as bits.
fn questions_of<'a>(conditions: impl Iterator<Item = &'a Condition>) -> Vec<u32> {
    let bits = |when: &Condition| when.clauses().fold(0, |bits, clause| bits | 1 << clause.question.0);
    conditions.map(bits).collect()
}

/// The questions that the members of a set name together.
fn named_together(mut set: u64, questions: &[u32]) -> u32 {
    let mut together = 0;
    while set != 0 {
        together |= questions[set.trailing_zeros() as usize];
        set &= set - 1;
    }
    together
}

/// What the mildest answers to all other questions add to the number of a set.
fn mildest_beside(reasons: u32) -> u64 {
    let w = whole();
    beside_reasons(reasons, |at| {
        let ix = QuestionIx(at as u8);
        w.space.group(ix, OptionSet::one(0)).expect("every question has a first option")
    })
}

/// What other answers add to the number of a set, where they leave the questions of the reasons asked: an
/// answer that makes one of those moot gives way to the next more severe one.
fn beside_reasons(reasons: u32, wanted: impl Fn(usize) -> usize) -> u64 {
    let w = whole();
    let p = w.protocol();
    let on_one_answer = |skip: &Condition| skip.clauses().count() == 1;
    assert!(p.questions.iter().filter_map(|q| q.skip_when.as_ref()).all(on_one_answer), "weigh answers together here");
    let in_reasons = |at: usize| reasons >> at & 1 == 1;
    let others = w.space.questions.iter().enumerate().filter(|(at, _)| !in_reasons(*at));
    let chosen = others.map(|(at, question)| {
        let makes_moot = |group: usize| {
            let only = Answers::NONE.with(QuestionIx(at as u8), question.groups[group][0]);
            let asked = path(p, &only).fold(0u32, |bits, ix| bits | 1 << ix.0);
            reasons & !asked != 0
        };
        let from = (wanted(at)..question.groups.len()).chain(0..wanted(at));
        from.into_iter().find(|group| !makes_moot(*group)).unwrap_or(0) as u64 * question.stride
    });
    chosen.sum()
}

//! What holds for a protocol whoever answers it, as checks that need no walk over the whole space.
//!
//! `tests/whole_space.rs` asks them of the shipped content beside its walk, `tests/mutants.rs` of every changed one.
//! Each check gives its findings, and none when all is well.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::ops::Range;
use std::thread;
use std::time::Instant;

use care_check_engine::enumerate::{Space, possible_answers};
use care_check_engine::{Answers, Assessment, Condition, OptionSet, Protocol, QuestionIx, QuestionKind, assess};

/// Says something past the test harness, which would keep it back for as long as the tests pass.
pub fn say(text: &str) {
    // A closed stderr is no reason to fail.
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// 1234567 as 1 234 567.
pub fn grouped(number: u128) -> String {
    care_check_engine::load::book::grouped(number, ' ')
}

/// Does the work of each part of the space on a thread of its own, and puts the parts together in order.
pub fn in_parts<T: Send>(size: u64, work: impl Fn(Range<u64>) -> T + Sync) -> Vec<T> {
    let threads = thread::available_parallelism().map_or(2, usize::from) as u64;
    let bounds: Vec<u64> = (0..=threads).map(|part| size * part / threads).collect();
    thread::scope(|scope| {
        let work = &work;
        let parts: Vec<_> = bounds.windows(2).map(|b| scope.spawn(move || work(b[0]..b[1]))).collect();
        parts.into_iter().map(|part| part.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    })
}

/// Says how much a test walked, and how long that took.
#[allow(dead_code, reason = "a changed protocol is held against the promises in silence")]
pub fn covered(what: &str, sets: u128, since: Instant) {
    say(&format!("{what}: {} sets, in {:.1} s", grouped(sets), since.elapsed().as_secs_f32()));
}

/// What is wrong, and with which answers where it takes some to see it.
#[allow(dead_code, reason = "a changed protocol only has to be found out")]
pub struct Finding {
    pub what: String,
    pub visit: Option<Answers>,
}

impl Finding {
    fn of(what: impl Into<String>) -> Self {
        Self { what: what.into(), visit: None }
    }

    fn with(what: &str, visit: Answers) -> Self {
        Self { what: what.to_owned(), visit: Some(visit) }
    }
}

/// All of them; the tests of the whole space ask each under a name of its own.
#[allow(dead_code, reason = "the whole space asks each by itself")]
pub const ALL: [fn(&Protocol) -> Vec<Finding>; 6] =
    [without_crisis_line, without_detox, never_alone, not_alone, unexpectedly_alike, less_for_more];

/// Visits with any answer about suicide but "none" that end without a crisis line above the reasons.
pub fn without_crisis_line(p: &Protocol) -> Vec<Finding> {
    let Some(asked) = p.question("suicide_thoughts") else { return vec![Finding::of("suicide is not asked about")] };
    let question = &p.questions[usize::from(asked.0)];
    if question.skip_when.is_some() {
        return vec![Finding::of("the question about suicide can be skipped")];
    }
    // The crisis line is urgent, and rests on this one answer.
    let lines: Vec<u8> = (0..).zip(p.modifiers).filter(|(_, m)| m.crisis_line && m.urgent).map(|(at, _)| at).collect();
    let rests = lines.iter().any(|at| named(p, &p.modifiers[usize::from(*at)].when) == BTreeSet::from([asked]));
    if !rests {
        return vec![Finding::of("no crisis line depends on the answer about suicide alone")];
    }
    let fine = Space::of_assessments(p);
    let mut chance = Shuffle::new(19);
    let answers = possible_answers(question).into_iter().filter(|a| *a != OptionSet::one(0) && !a.is_empty());
    let visits = answers.flat_map(|answer| vec![answer; 1000]).map(|a| by_chance(p, &fine, &mut chance).with(asked, a));
    let lacking = visits.into_iter().find(|visit| {
        let beside = assess(p, visit).modifiers;
        !lines.iter().any(|line| beside.contains(*line))
    });
    lacking.map(|visit| Finding::with("no crisis line", visit)).into_iter().collect()
}

/// Options that nothing in the protocol tells apart. They are there because a person looks for their own
/// answer; each pair is meant, and a new one is a slip until it is listed here.
const ALIKE: [&str; 5] = [
    "mental_health: well and managed",
    "pattern: monthly and weekly",
    "pattern: most_days and binges",
    "place: coming_down and using",
    "treatment_so_far: none and helped",
];

/// Options that nothing tells apart and that are not known for it, and the other way round.
pub fn unexpectedly_alike(p: &Protocol) -> Vec<Finding> {
    let fine = Space::of_assessments(p);
    let mut alike = BTreeSet::new();
    for (ix, question) in QuestionIx::all(p).zip(p.questions) {
        for (upper, option) in question.options.iter().enumerate() {
            for (lower, other) in question.options[..upper].iter().enumerate() {
                let group = |at: usize| fine.group(ix, OptionSet::one(at as u8));
                if group(lower) == group(upper) {
                    alike.insert(format!("{}: {} and {}", question.id, other.id, option.id));
                }
            }
        }
    }
    let known: BTreeSet<String> = ALIKE.map(str::to_owned).into();
    let unexpected = alike.difference(&known).map(|pair| format!("nothing tells apart {pair}"));
    let missing = known.difference(&alike).map(|pair| format!("something tells apart {pair}"));
    unexpected.chain(missing).map(Finding::of).collect()
}

/// Red flags that never stand alone, so that they could go.
pub fn never_alone(p: &Protocol) -> Vec<Finding> {
    let fine = Space::of_assessments(p);
    let danger = p.red_flags.iter().flat_map(|f| named(p, &f.when)).collect();
    let alone: BTreeSet<u64> = answers_over(p, &fine, &danger)
        .map(|answers| assess(p, &answers).red_flags.0)
        .filter(|flags| flags.count_ones() == 1)
        .collect();
    let missing = p.red_flags.iter().enumerate().filter(|(at, _)| !alone.contains(&(1 << at)));
    missing.map(|(_, flag)| Finding::of(format!("{} never stands alone, so it could go", flag.id))).collect()
}

/// Questions of several in which not exactly the mildest answer ("none of these") stands alone.
pub fn not_alone(p: &Protocol) -> Vec<Finding> {
    let several = p.questions.iter().filter(|question| question.kind == QuestionKind::Several);
    let wrong = several.filter(|q| q.options.iter().enumerate().any(|(at, option)| option.alone != (at == 0)));
    wrong.map(|q| Finding::of(format!("{}: not its first answer and only that stands alone", q.id))).collect()
}

/// Daily alcohol or sedatives that end below detox, or without the warning not to stop suddenly.
pub fn without_detox(p: &Protocol) -> Vec<Finding> {
    let (Some(asked), Some(detox)) = (p.question("other_substances"), p.level("detox")) else {
        return vec![Finding::of("other substances or detox have another name")];
    };
    let question = &p.questions[usize::from(asked.0)];
    let daily = ["alcohol_daily", "sedatives_daily"].map(|id| question.options.iter().position(|o| o.id == id));
    let [Some(alcohol), Some(sedatives)] = daily else {
        return vec![Finding::of("daily alcohol or daily sedatives have another name")];
    };
    let daily = OptionSet::one(alcohol as u8).union(OptionSet::one(sedatives as u8));
    let Some(warning) = p.modifiers.iter().find(|m| m.id == "no_sudden_stop" && m.urgent) else {
        return vec![Finding::of("the warning not to stop suddenly is gone, or not urgent")];
    };
    if question.skip_when.is_some() || named(p, &warning.when) != BTreeSet::from([asked]) {
        return vec![Finding::of("the warning not to stop suddenly depends on other answers")];
    }
    let mut findings = Vec::new();
    for answer in possible_answers(question) {
        let visit = Answers::NONE.with(asked, answer);
        if answer.meets(daily.union(OptionSet::DECLINED)) && !warning.when.holds(&visit) {
            findings.push(Finding::with("no warning not to stop suddenly", visit));
        }
        // Other answers only ask for more: conditions have no negation, and the question cannot be moot.
        if answer.meets(daily) && assess(p, &visit).first_step() < detox {
            findings.push(Finding::with("less than detox", visit));
        }
    }
    findings
}

/// Answers that ask for less although they are more severe, or say nothing, than the ones they stand for:
/// beside nothing else and beside other answers that chance chooses. The walk over the whole space asks the
/// same beside all of them.
pub fn less_for_more(p: &Protocol) -> Vec<Finding> {
    let space = Space::of_levels(p);
    let mut chance = Shuffle::new(31);
    let beside: Vec<Answers> = (0..60).map(|_| by_chance(p, &space, &mut chance)).chain([Answers::NONE]).collect();
    let levels = |found: &Assessment| (found.first_step(), found.setting);
    let mut findings = Vec::new();
    for ix in QuestionIx::all(p) {
        let mut pairs = BTreeMap::new();
        for (mild, severe) in steps_up(p, ix).into_iter().chain(says_nothing(p, ix)) {
            pairs.entry((space.group(ix, mild), space.group(ix, severe))).or_insert((mild, severe));
        }
        for (mild, severe) in pairs.into_values() {
            let less = |other: &&Answers| {
                let (now, then) = (assess(p, &other.with(ix, mild)), assess(p, &other.with(ix, severe)));
                let ((first, setting), (then_first, then_setting)) = (levels(&now), levels(&then));
                then_first < first || then_setting < setting
            };
            if let Some(other) = beside.iter().find(less) {
                findings.push(Finding::with("less than with a milder answer", other.with(ix, severe)));
            }
        }
    }
    findings
}

// Ways to walk.

pub fn conditions(p: &Protocol) -> impl Iterator<Item = &Condition> {
    let skips = p.questions.iter().filter_map(|q| q.skip_when.as_ref());
    let floors = p.red_flags.iter().map(|f| &f.when).chain(p.rules.iter().map(|r| &r.when));
    let beside = p.modifiers.iter().map(|m| &m.when).chain(p.alternatives.iter().map(|a| &a.when));
    skips.chain(floors).chain(beside)
}

pub fn by_chance(p: &Protocol, space: &Space, chance: &mut Shuffle) -> Answers {
    let mut answers = Answers::NONE;
    for ix in QuestionIx::all(p) {
        answers.set(ix, chance.answer(space, ix));
    }
    answers
}

/// The questions a condition names, and those that say whether they are asked.
pub fn named(p: &Protocol, condition: &Condition) -> BTreeSet<QuestionIx> {
    let mut questions: BTreeSet<QuestionIx> = condition.clauses().map(|clause| clause.question).collect();
    let mut before = 0;
    while before < questions.len() {
        before = questions.len();
        let skips: Vec<&Condition> =
            questions.iter().filter_map(|ix| ix.of(p)).filter_map(|q| q.skip_when.as_ref()).collect();
        questions.extend(skips.iter().flat_map(|skip| skip.clauses()).map(|clause| clause.question));
    }
    questions
}

/// Every combination of the groups of some questions.
pub fn over(p: &Protocol, space: &Space, questions: &BTreeSet<QuestionIx>) -> Vec<Vec<(QuestionIx, usize)>> {
    let mut all = vec![Vec::new()];
    for ix in QuestionIx::all(p).filter(|ix| questions.contains(ix)) {
        let groups = space.questions[usize::from(ix.0)].groups.len();
        let with = |part: Vec<(QuestionIx, usize)>| {
            (0..groups).map(move |group| part.iter().copied().chain([(ix, group)]).collect::<Vec<_>>())
        };
        all = all.into_iter().flat_map(with).collect();
    }
    all
}

/// The same as answers, everything else unanswered.
pub fn answers_over(p: &Protocol, space: &Space, questions: &BTreeSet<QuestionIx>) -> impl Iterator<Item = Answers> {
    over(p, space, questions).into_iter().map(|part| standing_for(space, &part))
}

pub fn standing_for(space: &Space, part: &[(QuestionIx, usize)]) -> Answers {
    part.iter().fold(Answers::NONE, |answers, (ix, group)| {
        answers.with(*ix, space.questions[usize::from(ix.0)].groups[*group][0])
    })
}

/// Pairs of answers to a question where the second is the more severe, each one step from the first.
///
/// Options stand least to most severe. Where several can be chosen they are different troubles rather than
/// degrees of one, so there the more severe answer is the one that names more of them.
pub fn steps_up(p: &Protocol, ix: QuestionIx) -> Vec<(OptionSet, OptionSet)> {
    let Some(question) = ix.of(p) else { return Vec::new() };
    let options: Vec<OptionSet> = (0..question.options.len() as u8).map(OptionSet::one).collect();
    match question.kind {
        QuestionKind::One => options.windows(2).map(|pair| (pair[0], pair[1])).collect(),
        QuestionKind::Several => {
            let answers = possible_answers(question);
            let alone = |answer: &OptionSet| answer.positions().any(|o| question.options[usize::from(o)].alone);
            let real = answers.iter().filter(|a| !a.is_empty() && **a != OptionSet::DECLINED);
            real.flat_map(|answer| {
                let more = options.iter().filter(|o| !answer.meets(**o) && !alone(o));
                let stands = alone(answer);
                more.map(move |o| (*answer, if stands { *o } else { answer.union(*o) }))
            })
            .collect()
        }
    }
}

/// The answers that say nothing, each with the least severe option.
pub fn says_nothing(p: &Protocol, ix: QuestionIx) -> Vec<(OptionSet, OptionSet)> {
    let declined = ix.of(p).filter(|q| q.may_decline).map(|_| OptionSet::DECLINED);
    [Some(OptionSet::EMPTY), declined].into_iter().flatten().map(|silent| (OptionSet::one(0), silent)).collect()
}

/// Numbers that look random and are the same in every run.
pub struct Shuffle(u64);

impl Shuffle {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % bound.max(1)
    }

    /// An answer of any group, each group as often as another.
    pub fn answer(&mut self, space: &Space, ix: QuestionIx) -> OptionSet {
        let group = self.pick(&space.questions[usize::from(ix.0)].groups);
        *self.pick(group)
    }

    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }
}

//! The whole space of answers of the shipped content, walked once for all tests.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;
use std::time::Instant;

use care_check_engine::assess::IndexSet;
use care_check_engine::enumerate::Space;
use care_check_engine::load::{Content, load};
use care_check_engine::words::{Speech, Vocabulary, Who};
use care_check_engine::{Answers, Assessment, LevelIx, OptionSet, Protocol, QuestionIx, assess};

use crate::promises::{grouped, in_parts, say};

/// More sets than this take too long and too much memory: then the space has to be split where questions
/// are independent of each other, instead of being walked at once.
const MOST: u64 = 1_000_000_000;

/// What the engine suggests over the whole space.
pub struct Whole {
    pub content: Content,
    /// Answers that the first step and the setting tell apart.
    pub space: Space,
    /// First step and setting of every set of the space.
    levels: Vec<u8>,
    /// How many sets of the space have each pair of levels.
    pub counts: BTreeMap<u8, u64>,
    /// For each rule, a set of answers in which it alone reaches the first step or the setting.
    pub decided_alone: Vec<Option<u64>>,
}

static WHOLE: OnceLock<Whole> = OnceLock::new();

/// The space with its levels; the first test that asks walks it.
pub fn whole() -> &'static Whole {
    WHOLE.get_or_init(Whole::walk)
}

pub fn content() -> Content {
    load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap_or_else(|problems| {
        panic!("the content has problems:\n{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })
}

fn packed(found: &Assessment) -> u8 {
    found.first_step().0 << 4 | found.setting.0
}

/// Whether one packed pair of levels is below another in the first step or in the setting.
pub fn is_below(this: u8, that: u8) -> bool {
    this >> 4 < that >> 4 || this & 15 < that & 15
}

impl Whole {
    fn walk() -> Self {
        let start = Instant::now();
        let content = content();
        let p = content.protocol;
        let space = Space::of_levels(p);
        assert!(space.size <= MOST, "{} sets are too many to walk: split the space", grouped(space.size.into()));
        assert!(p.levels.len() < 16, "a level no longer fits in half a byte");
        let asks = |level: LevelIx| {
            let rules = p.rules.iter().enumerate().filter(|(_, rule)| rule.level == level);
            IndexSet(rules.fold(0, |bits, (at, _)| bits | 1 << at))
        };
        let asking: Vec<IndexSet> = LevelIx::all(p).map(asks).collect();
        let parts = in_parts(space.size, |range| {
            let mut levels = Vec::with_capacity((range.end - range.start) as usize);
            let mut alone = vec![None; p.rules.len()];
            let mut counts = [0u64; 256];
            space.walk_answers(range, |number, answers| {
                let found = assess(p, answers);
                assert!(is_one_suggestion(p, &found), "no single suggestion: {}", in_words(&content, answers));
                levels.push(packed(&found));
                counts[usize::from(packed(&found))] += 1;
                for rule in deciding_alone(p, &asking, &found) {
                    alone[rule].get_or_insert(number);
                }
            });
            (levels, alone, counts)
        });
        let mut levels = Vec::with_capacity(space.size as usize);
        let mut decided_alone = vec![None; p.rules.len()];
        let mut counts = BTreeMap::new();
        for (part, alone, counted) in parts {
            levels.extend(part);
            for (packed, sets) in (0..=u8::MAX).zip(counted).filter(|(_, sets)| *sets > 0) {
                *counts.entry(packed).or_default() += sets;
            }
            for (known, found) in decided_alone.iter_mut().zip(alone) {
                *known = known.or(found);
            }
        }
        say(&format!(
            "\nwhole space: {} answer sets, walked as {} sets that the levels tell apart, in {:.1} s",
            grouped(space.represented()),
            grouped(space.size.into()),
            start.elapsed().as_secs_f32()
        ));
        Self { content, space, levels, counts, decided_alone }
    }

    pub fn protocol(&self) -> &'static Protocol {
        self.content.protocol
    }

    /// First step and setting of a set, packed.
    pub fn at(&self, number: u64) -> u8 {
        self.levels[number as usize]
    }

    pub fn first_step(&self, number: u64) -> LevelIx {
        LevelIx(self.at(number) >> 4)
    }

    pub fn setting(&self, number: u64) -> LevelIx {
        LevelIx(self.at(number) & 15)
    }

    /// How many questions of the set are answered with more than what raises nothing.
    pub fn told(&self, number: u64) -> usize {
        self.space.groups_of(number).iter().filter(|group| **group != 0).count()
    }

    /// A visit of this set as a person would give it: the mildest answer of each group, "declined" only
    /// where nothing else is in the group.
    pub fn visit(&self, number: u64) -> Answers {
        let mut answers = self.space.answers(number);
        for (question, grouped) in QuestionIx::all(self.protocol()).zip(&self.space.questions) {
            let group = &grouped.groups[self.space.groups_of(number)[usize::from(question.0)]];
            let real = group.iter().find(|answer| !answer.is_empty() && **answer != OptionSet::DECLINED);
            answers.set(question, *real.unwrap_or(&group[0]));
        }
        answers
    }

    /// The suggestion of a packed pair, in words.
    pub fn levels_in_words(&self, packed: u8) -> String {
        let name = |level: u8| {
            let level = LevelIx(level).of(self.protocol());
            level.map_or_else(|| "an unknown level".to_owned(), |l| word(&self.content, &format!("level-{}", l.id)))
        };
        match (packed >> 4, packed & 15) {
            (first, setting) if first == setting => name(setting),
            (first, setting) => format!("{}, then {}", name(first), name(setting)),
        }
    }
}

/// Exactly one suggestion, with a reason: a setting to be in, and at most one short step before it.
fn is_one_suggestion(p: &Protocol, found: &Assessment) -> bool {
    let is_setting = |level: LevelIx| level.of(p).map(|l| l.role.is_setting());
    is_setting(found.setting) == Some(true)
        && found.before_setting.is_none_or(|step| is_setting(step) == Some(false))
        && !(found.deciding.is_empty() && found.red_flags.is_empty())
}

/// The rules whose removal lowers the suggestion: the only ones at its first step or at its setting.
/// `asking` holds the rules that ask for each level.
fn deciding_alone(p: &Protocol, asking: &[IndexSet], found: &Assessment) -> impl Iterator<Item = usize> + use<> {
    let only = |level: LevelIx| {
        let rules = found.deciding.0 & asking[usize::from(level.0)].0;
        (rules.count_ones() == 1).then(|| rules.trailing_zeros() as usize)
    };
    let follows = found.before_setting.and_then(|step| step.of(p)).and_then(|l| l.then_at_least);
    let setting = only(found.setting).filter(|_| follows.is_none_or(|level| level < found.setting));
    let first = found.before_setting.filter(|_| found.red_flags.is_empty()).and_then(only);
    [setting, first].into_iter().flatten()
}

/// Answers as a person reads them: each question's short name with the labels of what was answered.
pub fn in_words(content: &Content, answers: &Answers) -> String {
    let lines: Vec<String> = QuestionIx::all(content.protocol)
        .filter(|question| answers.is_answered(*question))
        .map(|question| answer_in_words(content, question, answers.options(question)))
        .collect();
    if lines.is_empty() { "nothing answered".to_owned() } else { lines.join("\n  ") }
}

/// "Home: No steady place to live".
pub fn answer_in_words(content: &Content, ix: QuestionIx, given: OptionSet) -> String {
    let Some(question) = ix.of(content.protocol) else { return "an unknown question".to_owned() };
    let labels: Vec<String> = question
        .pickable()
        .filter(|option| given.meets(*option))
        .map(|option| word(content, &format!("options-{}.{}", question.id, question.option_id(option))))
        .collect();
    let label = if labels.is_empty() { "not answered".to_owned() } else { labels.join(" + ") };
    format!("{}: {label}", word(content, &format!("question-{}.short", question.id)))
}

/// A text as somebody reads it who answers for themselves, or its id where there is none.
fn word(content: &Content, id: &str) -> String {
    let speech = Speech { who: Who::Myself, vocabulary: Vocabulary::Us, ..Speech::default() };
    content.reference().and_then(|words| words.get(id)).map_or_else(|| id.to_owned(), |text| speech.say(text))
}

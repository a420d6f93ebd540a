//! How often each suggestion follows, counted over every visit of a plain kind.

use std::collections::BTreeMap;

use super::page::Page;
use super::said::Said;
use crate::answers::Answers;
use crate::assess::{assess, has_red_flag};
use crate::enumerate::Space;
use crate::model::*;

/// The longest bar, in signs.
const BAR: u64 = 30;

/// First step and setting.
type Outcome = (LevelIx, LevelIx);

pub fn section(page: &mut Page, said: &Said<'_>) {
    let counted = count(said.protocol);
    let all: u64 = counted.values().sum();
    let most = counted.values().copied().max().unwrap_or(1);
    page.prose(&format!(
        "Counted are the {} visits that answer every question they are asked, raise no red flag, and tick one option \
         where any number could be ticked.\n\
         Each counts once, so the shares say how the rules divide the possible answers; they do not say how many \
         people would be told what.\n\
         Most visits counted so have something severe in one answer or another, which gives the intensive levels \
         large shares.",
        grouped(all.into(), ',')
    ));
    page.table(
        ["first step", "setting", "visits", "share", ""],
        counted.iter().map(|((first, setting), visits)| {
            let bar = "█".repeat((visits * BAR).div_ceil(most) as usize);
            [
                said.level_word(*first),
                said.level_word(*setting),
                grouped((*visits).into(), ','),
                share(*visits, all),
                bar,
            ]
        }),
    );
}

/// In percent, to one decimal.
fn share(visits: u64, all: u64) -> String {
    match (visits * 1000 + all / 2) / all.max(1) {
        0 => "under 0.1 %".to_owned(),
        permille => format!("{}.{} %", permille / 10, permille % 10),
    }
}

/// Visits by outcome. Answers that no condition on the way to the level tells apart are assessed once.
fn count(protocol: &Protocol) -> BTreeMap<Outcome, u64> {
    let space = Space::of_levels(protocol);
    let groups = QuestionIx::all(protocol).zip(&space.questions).map(|(question, grouped)| {
        let weighed = grouped.groups.iter().filter_map(|group| weighed(protocol, question, group));
        weighed.collect::<Vec<_>>()
    });
    let groups: Vec<Vec<(OptionSet, u64)>> = groups.collect();
    let mut counted = BTreeMap::new();
    visit(protocol, &groups, QuestionIx(0), Answers::NONE, 1, &mut counted);
    counted
}

/// One answer of the group, and how many of its answers belong to the visits that are counted.
fn weighed(protocol: &Protocol, question: QuestionIx, group: &[OptionSet]) -> Option<(OptionSet, u64)> {
    let counts = |answer: &&OptionSet| {
        answer.0.count_ones() == 1 && !has_red_flag(protocol, &Answers::NONE.with(question, **answer))
    };
    let first = group.iter().find(counts)?;
    Some((*first, group.iter().filter(counts).count() as u64))
}

/// Answers the questions from this one on in every way, each as often as it weighs.
fn visit(
    protocol: &Protocol,
    groups: &[Vec<(OptionSet, u64)>],
    question: QuestionIx,
    answers: Answers,
    weight: u64,
    counted: &mut BTreeMap<Outcome, u64>,
) {
    let Some(asked) = question.of(protocol) else {
        let found = assess(protocol, &answers);
        // A red flag that needs several answers together is only seen here.
        if !found.red_flags.is_empty() {
            return;
        }
        *counted.entry((found.first_step(), found.setting)).or_default() += weight;
        return;
    };
    let next = QuestionIx(question.0 + 1);
    if asked.skip_when.as_ref().is_some_and(|skip| skip.holds(&answers)) {
        return visit(protocol, groups, next, answers, weight, counted);
    }
    for (answer, times) in &groups[usize::from(question.0)] {
        visit(protocol, groups, next, answers.with(question, *answer), weight * times, counted);
    }
}

/// A number with a mark between each three digits: "1,234,567".
pub fn grouped(number: u128, mark: char) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

//! The two drawings of the book: the path through the questions, and the levels.

use super::levels::reached_by;
use super::page::{count, joined};
use super::questions::{flags_at, kind};
use super::said::Said;
use super::svg::{Area, Drawing, wrapped};
use crate::model::*;
use crate::words::Who;

const WIDTH: usize = 820;

/// The questions from top to bottom. A question that can be skipped has a dashed way around it on the left; what
/// leads to the emergency screen leaves to the right.
pub fn path(said: &Said<'_>) -> String {
    const TOP: usize = 60;
    const STEP: usize = 76;
    let questions: Vec<QuestionIx> = QuestionIx::all(said.protocol).collect();
    let area = |row: usize| Area { x: 70, y: TOP + row * STEP, width: 290, height: 46 };
    let end = area(questions.len());
    let mut drawing = Drawing::new(WIDTH, end.bottom() + 20);
    drawing.text("t", 24, 36, "The path through the questions");
    for (row, ix) in questions.iter().enumerate() {
        let Some(question) = ix.of(said.protocol) else { continue };
        let here = area(row);
        drawing.area(if question.skip_when.is_some() { "skip" } else { "box" }, here);
        let short = said.raw(&format!("question-{}.short", question.id), Who::Myself);
        let about = format!("{} options, {}", question.options.len(), chosen(question));
        drawing.lines(here.x + 14, here.middle(), &[("b", format!("{}. {short}", row + 1)), ("s", about)]);
        let middle = here.x + here.width / 2;
        drawing.arrow("line", &[(middle, here.bottom()), (middle, area(row + 1).y)]);
        if let Some(skip) = &question.skip_when {
            way_around(&mut drawing, here);
            note(&mut drawing, here, &format!("Skipped when {}", raw_condition(said, skip)));
        }
        emergency_exit(&mut drawing, said, *ix, here);
    }
    drawing.area("end", end);
    drawing.lines(
        end.x + 14,
        end.middle(),
        &[("w", "The suggestion".to_owned()), ("v", "after a look at all answers".to_owned())],
    );
    drawing.finish(
        "The path through the questions",
        "The questions stand in the order they are asked. Those with a dashed border can be skipped, for the reason \
         beside them. From the questions with emergency signs an arrow leads out to the emergency screen.",
    )
}

fn chosen(question: &Question) -> String {
    format!("{} can be chosen", kind(question))
}

/// From the arrow above a question to the arrow below it, so that two ways around in a row stay apart.
fn way_around(drawing: &mut Drawing, here: Area) {
    let (above, below) = (here.y - 15, here.bottom() + 8);
    let (left, middle) = (here.x - 26, here.x + here.width / 2);
    drawing.arrow("pass", &[(middle, above), (left, above), (left, below), (middle - 2, below)]);
}

fn note(drawing: &mut Drawing, here: Area, text: &str) {
    let x = here.right() + 40;
    let lines: Vec<_> = wrapped(text, WIDTH - x - 20).into_iter().map(|line| ("s", line)).collect();
    drawing.lines(x, here.middle(), &lines);
}

fn emergency_exit(drawing: &mut Drawing, said: &Said<'_>, ix: QuestionIx, here: Area) {
    let flags: Vec<&str> = flags_at(said.protocol, ix).map(|flag| flag.id).collect();
    if flags.is_empty() {
        return;
    }
    let exit = Area { x: here.right() + 40, width: WIDTH - here.right() - 60, ..here };
    drawing.arrow("red", &[(here.right(), here.middle()), (exit.x, exit.middle())]);
    drawing.area("alarm", exit);
    let which = format!("{}: {}", count(flags.len(), "red flag"), ranges(said.protocol, &flags));
    let screen = said.raw("emergency-title", Who::Myself);
    drawing.lines(exit.x + 14, exit.middle(), &[("r", format!("Emergency: {screen}")), ("s", which)]);
}

/// "F01 to F07, F09": ids that follow each other in the protocol are drawn together.
fn ranges(protocol: &Protocol, ids: &[&str]) -> String {
    let place = |id: &str| protocol.red_flags.iter().position(|flag| flag.id == id).unwrap_or(0);
    let mut runs: Vec<(&str, &str)> = Vec::new();
    for id in ids {
        match runs.last_mut() {
            Some((_, last)) if place(last) + 1 == place(id) => *last = id,
            _ => runs.push((id, id)),
        }
    }
    let run =
        |(first, last): &(&str, &str)| if first == last { (*first).to_owned() } else { format!("{first} to {last}") };
    runs.iter().map(run).collect::<Vec<_>>().join(", ")
}

/// A condition without links, for a drawing. A path needs no more than clauses that all hold.
fn raw_condition(said: &Said<'_>, condition: &Condition) -> String {
    let clause = |clause: &Clause| {
        let question = clause.question.of(said.protocol)?;
        let labels: Vec<String> =
            clause.any_of.singles().map(|option| format!("“{}”", said.label(question, option, Who::Myself))).collect();
        let short = said.raw(&format!("question-{}.short", question.id), Who::Myself);
        Some(format!("question {} ({short}) is {}", clause.question.0 + 1, joined(&labels, "or")))
    };
    condition.clauses().filter_map(clause).collect::<Vec<_>>().join(" and ")
}

/// The settings as a ladder, the most intensive on top; first steps on the left, each with a bar along the
/// settings that may follow it.
pub fn levels(said: &Said<'_>) -> String {
    const TOP: usize = 96;
    const STEP: usize = 92;
    let p = said.protocol;
    let of_role = |wanted: &dyn Fn(Role) -> bool| {
        LevelIx::all(p).rev().filter(|ix| ix.of(p).is_some_and(|level| wanted(level.role))).collect::<Vec<_>>()
    };
    let (settings, steps) = (of_role(&Role::is_setting), of_role(&|role| !role.is_setting()));
    let rows = settings.len().max(steps.len());
    let (left, middle) = (24, 350);
    let setting_at = |row: usize| Area { x: middle, y: TOP + row * STEP, width: 320, height: 72 };
    let step_at = |row: usize| Area { x: left, width: 250, ..setting_at(row) };
    let mut drawing = Drawing::new(WIDTH, setting_at(rows - 1).bottom() + 24);
    drawing.text("t", left, 36, "The levels of care");
    drawing.text("b", left, 74, "First step, when one is needed");
    drawing.text("b", middle, 74, "Setting, most intensive on top");
    for (row, ix) in steps.iter().enumerate() {
        let class = if *ix == p.emergency() { "alarm" } else { "first" };
        level_box(&mut drawing, said, *ix, class, step_at(row));
        let Some(then) = ix.of(p).and_then(|level| level.then_at_least) else { continue };
        let lowest = settings.iter().position(|setting| *setting == then).unwrap_or(0);
        let x = middle - 18 - 22 * (steps.len() - 1 - row);
        let ends = (setting_at(0).y, setting_at(lowest).bottom());
        following(&mut drawing, if class == "alarm" { "red" } else { "bar" }, step_at(row), x, ends);
    }
    for (row, ix) in settings.iter().enumerate() {
        let is_sustaining = *ix == p.sustaining();
        level_box(&mut drawing, said, *ix, if is_sustaining { "skip" } else { "box" }, setting_at(row));
        if is_sustaining && row > 0 {
            afterwards(&mut drawing, setting_at(0), setting_at(row - 1), setting_at(row));
        }
    }
    legend(&mut drawing, left, setting_at(steps.len()).y + 14);
    drawing.finish(
        "The levels of care",
        "On the right the settings, the most intensive on top and recovery support at the bottom. On the left the \
         first steps. From each first step an arrow leads to a bar along the settings that may follow it.",
    )
}

fn level_box(drawing: &mut Drawing, said: &Said<'_>, ix: LevelIx, class: &str, area: Area) {
    let Some(level) = ix.of(said.protocol) else { return };
    drawing.area(class, area);
    let text = |part: &str| said.raw(&format!("level-{}{part}", level.id), Who::Myself);
    let name = if class == "alarm" { "r" } else { "b" };
    let reached = format!("asked for by {}", reached_by(said.protocol, ix, level));
    drawing.lines(area.x + 12, area.middle(), &[(name, text("")), ("", text(".plain")), ("s", reached)]);
}

/// An arrow from a first step to the bar along the settings that may follow, from `ends.0` down to `ends.1`.
fn following(drawing: &mut Drawing, class: &str, step: Area, x: usize, ends: (usize, usize)) {
    // A white edge shows that the arrow passes over another bar without touching it.
    drawing.line("over", &[(step.right() + 2, step.middle()), (x - 2, step.middle())]);
    drawing.line(class, &[(x + 8, ends.0), (x, ends.0), (x, ends.1), (x + 8, ends.1)]);
    drawing.arrow(class, &[(step.right(), step.middle()), (x, step.middle())]);
}

/// From any treatment down to what goes on after it.
fn afterwards(drawing: &mut Drawing, top: Area, lowest: Area, last: Area) {
    let x = top.right() + 16;
    drawing.line("line", &[(x - 8, top.y), (x, top.y), (x, lowest.bottom()), (x - 8, lowest.bottom())]);
    let middle = (top.y + lowest.bottom()) / 2;
    drawing.arrow("line", &[(x, middle), (x + 16, middle), (x + 16, last.middle()), (last.right() + 2, last.middle())]);
    let lines = wrapped("then, for as long as it helps", WIDTH - x - 36);
    let lines: Vec<_> = lines.into_iter().map(|line| ("s", line)).collect();
    drawing.lines(x + 24, middle, &lines);
}

fn legend(drawing: &mut Drawing, x: usize, y: usize) {
    let text = "A bar beside the settings shows which may follow a first step: the lowest one that it touches, or the \
                more intensive one that a rule asks for.";
    for (row, line) in wrapped(text, 262).into_iter().enumerate() {
        drawing.text("s", x, y + row * 17, &line);
    }
}

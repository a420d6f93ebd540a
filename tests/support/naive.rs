//! A second reading of the protocol, deliberately naive, that shares nothing with the engine.
//!
//! It reads the TOML files itself, knows an answer as a fact that is true or not, and follows the words of the
//! rules one after the other: no bit sets, no indexes of the engine's, no helper of its loader. Where it and
//! the engine differ, one of them is wrong.

use std::path::Path;

use toml::{Table, Value};

/// One fact: this question is answered with this option.
pub type Fact = usize;

/// "One of these facts is true."
type Clause = Vec<Fact>;

struct When {
    all: Vec<Clause>,
    any: Vec<Clause>,
    at_least: usize,
    of: Vec<Clause>,
}

struct Level {
    id: String,
    role: String,
    then_at_least: Option<usize>,
}

pub struct Naive {
    /// Each fact as "question option".
    facts: Vec<String>,
    /// For each question, the facts that are its own and when it is not asked.
    questions: Vec<(Vec<Fact>, Option<When>)>,
    red_flags: Vec<When>,
    rules: Vec<(usize, When)>,
    levels: Vec<Level>,
    modifiers: Vec<When>,
    alternatives: Vec<(usize, When)>,
}

/// What follows, as places in the lists of the files.
#[derive(Debug, PartialEq)]
pub struct Suggestion {
    pub first_step: usize,
    pub setting: usize,
    pub red_flags: [bool; 64],
    pub rules: [bool; 64],
    pub deciding: [bool; 64],
    pub modifiers: [bool; 64],
    pub alternatives: [bool; 64],
}

fn read(root: &Path, file: &str) -> Table {
    let path = root.join("protocol").join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn entries<'a>(file: &'a Table, key: &str) -> impl Iterator<Item = &'a Table> {
    file[key].as_array().expect("a list of tables").iter().map(|entry| entry.as_table().expect("a table"))
}

fn text<'a>(entry: &'a Table, key: &str) -> &'a str {
    entry[key].as_str().expect("a text")
}

impl Naive {
    pub fn read(root: &Path) -> Self {
        let levels_file = read(root, "levels.toml");
        let place = |id: &str| {
            entries(&levels_file, "level").position(|level| text(level, "id") == id).expect("a level that exists")
        };
        let levels = entries(&levels_file, "level")
            .map(|level| Level {
                id: text(level, "id").to_owned(),
                role: text(level, "role").to_owned(),
                then_at_least: level.get("then_at_least").map(|then| place(then.as_str().expect("a level's id"))),
            })
            .collect();

        let questions_file = read(root, "questions.toml");
        let mut facts = Vec::new();
        let mut own = Vec::new();
        for question in entries(&questions_file, "question") {
            let first = facts.len();
            for option in entries(question, "options") {
                facts.push(format!("{} {}", text(question, "id"), text(option, "id")));
            }
            if question.contains_key("decline") {
                facts.push(format!("{} declined", text(question, "id")));
            }
            own.push((first..facts.len()).collect::<Vec<Fact>>());
        }
        let when = |condition: &Table| when(condition, &facts);
        let condition = |entry: &Table| when(entry["when"].as_table().expect("a condition"));
        let list = |file: &str, key: &str| entries(&read(root, file), key).map(condition).collect();
        let with_level = |file: &str, key: &str, level: &str| {
            entries(&read(root, file), key).map(|entry| (place(text(entry, level)), condition(entry))).collect()
        };
        let skips = entries(&questions_file, "question")
            .map(|question| question.get("skip_when").map(|skip| when(skip.as_table().expect("a condition"))));
        Self {
            questions: own.into_iter().zip(skips).collect(),
            red_flags: list("red_flags.toml", "red_flag"),
            rules: with_level("rules.toml", "rule", "level"),
            modifiers: list("modifiers.toml", "modifier"),
            alternatives: with_level("alternatives.toml", "alternative", "setting"),
            levels,
            facts,
        }
    }

    /// How many facts there are.
    pub fn size(&self) -> usize {
        self.facts.len()
    }

    pub fn fact(&self, question: &str, option: &str) -> Fact {
        let name = format!("{question} {option}");
        self.facts.iter().position(|fact| *fact == name).unwrap_or_else(|| panic!("there is no answer \"{name}\""))
    }

    pub fn level(&self, place: usize) -> &str {
        &self.levels[place].id
    }

    /// The places of the questions that are asked when these facts are true.
    pub fn asked(&self, said: &[bool]) -> Vec<usize> {
        let mut asked = Vec::new();
        self.hear(said, &mut Vec::new(), |question| asked.push(question));
        asked
    }

    /// Only what is asked is heard, and what is asked depends on what was heard before.
    fn hear(&self, said: &[bool], heard: &mut Vec<bool>, mut ask: impl FnMut(usize)) {
        heard.clear();
        heard.resize(said.len(), false);
        for (place, (facts, skip_when)) in self.questions.iter().enumerate() {
            let asked = match skip_when {
                Some(skip) => !skip.is_true(heard),
                None => true,
            };
            if asked {
                ask(place);
                for fact in facts {
                    heard[*fact] = said[*fact];
                }
            }
        }
    }

    /// What follows when these facts are true. `heard` is room to work in.
    pub fn suggest(&self, said: &[bool], heard: &mut Vec<bool>) -> Suggestion {
        self.hear(said, heard, |_| {});
        let red_flags = true_ones(self.red_flags.iter(), heard);
        let rules = true_ones(self.rules.iter().map(|(_, when)| when), heard);
        let is_setting = |level: usize| ["sustaining", "treatment"].contains(&self.levels[level].role.as_str());

        // The most intensive level that a true rule names, among settings and among short steps.
        let mut setting = 0;
        let mut step = None;
        for (rule, (level, _)) in self.rules.iter().enumerate() {
            if !rules[rule] {
                continue;
            }
            if is_setting(*level) {
                if *level > setting {
                    setting = *level;
                }
            } else if step.is_none() || step < Some(*level) {
                step = Some(*level);
            }
        }
        let emergency = self.levels.iter().position(|level| level.role == "emergency").expect("an emergency level");
        let flagged = red_flags.contains(&true);

        // What follows a short step is at least the setting it names.
        for (level, goes) in [(step, true), (Some(emergency), flagged)] {
            if let (Some(level), true) = (level, goes)
                && let Some(then) = self.levels[level].then_at_least
                && then > setting
            {
                setting = then;
            }
        }
        let first_step = if flagged { emergency } else { step.unwrap_or(setting) };

        let mut deciding = [false; 64];
        for (rule, (level, _)) in self.rules.iter().enumerate() {
            deciding[rule] = rules[rule] && (Some(*level) == step || *level == setting);
        }
        let mut alternatives = true_ones(self.alternatives.iter().map(|(_, when)| when), heard);
        for (alternative, (beside, _)) in self.alternatives.iter().enumerate() {
            if *beside != setting {
                alternatives[alternative] = false;
            }
        }
        let modifiers = true_ones(self.modifiers.iter(), heard);
        Suggestion { first_step, setting, red_flags, rules, deciding, modifiers, alternatives }
    }
}

fn true_ones<'a>(conditions: impl Iterator<Item = &'a When>, heard: &[bool]) -> [bool; 64] {
    let mut list = [false; 64];
    for (place, when) in conditions.enumerate() {
        list[place] = when.is_true(heard);
    }
    list
}

impl When {
    fn is_true(&self, heard: &[bool]) -> bool {
        for clause in &self.all {
            if !is_met(clause, heard) {
                return false;
            }
        }
        if !self.any.is_empty() && !self.any.iter().any(|clause| is_met(clause, heard)) {
            return false;
        }
        let mut met = 0;
        for clause in &self.of {
            if is_met(clause, heard) {
                met += 1;
            }
        }
        met >= self.at_least
    }
}

fn is_met(clause: &Clause, heard: &[bool]) -> bool {
    clause.iter().any(|fact| heard[*fact])
}

/// Reads a condition: `question = ["option"]`, besides `any`, `of` and `at_least`.
fn when(condition: &Table, facts: &[String]) -> When {
    let clauses = |table: &Table| -> Vec<Clause> {
        let named = table.iter().filter(|(key, _)| !["any", "of", "at_least"].contains(&key.as_str()));
        named.map(|(question, options)| clause(question, options, facts)).collect()
    };
    let part = |key: &str| condition.get(key).map_or_else(Vec::new, |part| clauses(part.as_table().expect("a table")));
    When {
        all: clauses(condition),
        any: part("any"),
        at_least: condition.get("at_least").map_or(0, |n| n.as_integer().expect("a number") as usize),
        of: part("of"),
    }
}

fn clause(question: &str, options: &Value, facts: &[String]) -> Clause {
    let names: Vec<&Value> = match options {
        Value::Array(options) => options.iter().collect(),
        option => vec![option],
    };
    let fact = |option: &Value| {
        let name = format!("{question} {}", option.as_str().expect("an option's id"));
        facts.iter().position(|fact| *fact == name).unwrap_or_else(|| panic!("there is no answer \"{name}\""))
    };
    names.into_iter().map(fact).collect()
}

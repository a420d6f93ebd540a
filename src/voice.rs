//! Says texts: in a language, for oneself or someone else, with the words and numbers of a region.

use care_check_engine::assess::has_red_flag;
use care_check_engine::help::{Helpline, Region};
use care_check_engine::words::{Speech, Text, Who};
use care_check_engine::{Answers, Assessment, LevelIx, ModifierIx, OptionSet, QuestionIx, QuestionKind};
use yew::AttrValue;

use crate::content::{
    DIRECTORY, HELPLINE_WORDS, HelplineWords, LEVEL_WORDS, LOCALES, LevelWords, Locale, MODIFIER_WORDS, ModifierWords,
    Msg, PROTOCOL, QUESTION_WORDS, QuestionWords, REGION_WORDS, say,
};

/// Everything needed to say a text. Cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Voice {
    /// The language.
    pub locale: &'static Locale,
    /// Whose numbers and words; `None` names no number.
    pub region: Option<&'static Region>,
    /// Whom the texts are about.
    pub who: Who,
}

impl Default for Voice {
    fn default() -> Self {
        Self { locale: LOCALES[0], region: None, who: Who::Myself }
    }
}

impl Voice {
    fn speech(&self) -> Speech<'static> {
        // Without a region the numbers are words: "your local emergency number".
        let emergency = self.region.map_or_else(|| self.text(say::ANY_EMERGENCY_NUMBER), |r| r.emergency);
        let crisis = self.region.and_then(|r| DIRECTORY.crisis_line(r)).and_then(|line| line.call);
        Speech {
            who: self.who,
            vocabulary: self.region.map(|r| r.vocabulary).unwrap_or_default(),
            emergency,
            crisis: crisis.unwrap_or_else(|| self.text(say::ANY_CRISIS_LINE)),
            ..Speech::default()
        }
    }

    /// The text as it is coded: for one that never varies, the words themselves.
    fn text(&self, msg: Msg) -> Text {
        self.locale.text(msg)
    }

    /// The text in words.
    pub fn say(&self, msg: Msg) -> AttrValue {
        self.speech().say(self.text(msg)).into()
    }

    /// A text about a place in a row: "Question 3 of 13".
    pub fn say_of(&self, msg: Msg, n: u8, total: u8) -> AttrValue {
        Speech { n, total, ..self.speech() }.say(self.text(msg)).into()
    }

    /// A text with a name in it.
    pub fn say_named(&self, msg: Msg, name: &str) -> AttrValue {
        Speech { name, ..self.speech() }.say(self.text(msg)).into()
    }

    /// A text whose lines are the items of a list.
    pub fn list(&self, msg: Msg) -> Vec<AttrValue> {
        self.list_named(msg, "")
    }

    /// A list with a name in it.
    pub fn list_named(&self, msg: Msg, name: &str) -> Vec<AttrValue> {
        let items = Speech { name, ..self.speech() }.say(self.text(msg));
        items.lines().filter(|line| !line.is_empty()).map(|line| line.to_owned().into()).collect()
    }

    /// Whether a line answers in this language.
    pub fn is_spoken_by(&self, line: &Helpline) -> bool {
        line.languages.contains(&self.locale.tag)
    }

    /// The direction of writing, as the attribute `dir` takes it.
    /// `ltr` or `rtl`.
    pub fn direction(&self) -> &'static str {
        self.text(say::LANGUAGE_DIRECTION)
    }

    /// What a region is called in this language.
    pub fn region_name(&self, region: &Region) -> AttrValue {
        let position = DIRECTORY.regions.iter().position(|r| r.id == region.id);
        position.and_then(|p| REGION_WORDS.get(p)).map(|msg| self.say(*msg)).unwrap_or_default()
    }

    /// The label of one option, or of "prefer not to say".
    pub fn option(&self, question: QuestionIx, option: OptionSet) -> AttrValue {
        option_words(question, option).map(|m| self.say(m)).unwrap_or_default()
    }

    /// The labels of everything chosen.
    pub fn options(&self, question: QuestionIx, chosen: OptionSet) -> Vec<AttrValue> {
        let declined = chosen.meets(OptionSet::DECLINED).then_some(OptionSet::DECLINED);
        chosen.positions().map(OptionSet::one).chain(declined).map(|o| self.option(question, o)).collect()
    }

    /// The labels of everything chosen, one after the other.
    pub fn options_in_one(&self, question: QuestionIx, chosen: OptionSet) -> AttrValue {
        let mut said = String::new();
        for label in self.options(question, chosen) {
            if !said.is_empty() {
                said.push_str("; ");
            }
            said.push_str(&label);
        }
        said.into()
    }

    /// The emergency signs: the options that raise a red flag when they are ticked, most severe first, and at last
    /// the danger that a question of its own asks about.
    pub fn signs(&self) -> Vec<(&'static str, AttrValue)> {
        let mut signs = Vec::new();
        for (asked, question) in PROTOCOL.questions.iter().enumerate() {
            let ix = QuestionIx(asked as u8);
            if question.kind != QuestionKind::Several {
                continue;
            }
            for (place, choice) in question.options.iter().enumerate().rev() {
                let option = OptionSet::one(place as u8);
                if has_red_flag(&PROTOCOL, &Answers::NONE.with(ix, option)) {
                    signs.push((choice.id, self.option(ix, option)));
                }
            }
        }
        signs.push(("self_harm", self.say(say::EMERGENCY_SELF_HARM)));
        signs
    }

    /// Each emergency number once, with the names of the regions that use it.
    pub fn numbers_with_countries(&self) -> Vec<(&'static str, String)> {
        let mut numbers: Vec<(&'static str, String)> = Vec::new();
        for region in DIRECTORY.regions {
            let name = self.region_name(region);
            match numbers.iter_mut().find(|(number, _)| *number == region.emergency) {
                Some((_, names)) => names.extend([", ", name.as_str()]),
                None => numbers.push((region.emergency, name.to_string())),
            }
        }
        numbers
    }
}

// The tables are as long as the protocol's lists, because the build writes both; an index of the protocol
// always finds its words.

/// What a question says.
pub fn question_words(question: QuestionIx) -> &'static QuestionWords {
    &QUESTION_WORDS[usize::from(question.0)]
}

/// The label of one option, or of "prefer not to say".
pub fn option_words(question: QuestionIx, option: OptionSet) -> Option<Msg> {
    let words = question_words(question);
    match option {
        OptionSet::DECLINED => words.declined,
        chosen => chosen.positions().next().and_then(|p| words.options.get(usize::from(p)).copied()),
    }
}

/// What is said of a level.
pub fn level_words(level: LevelIx) -> &'static LevelWords {
    &LEVEL_WORDS[usize::from(level.0)]
}

/// What a modifier says.
pub fn modifier_words(modifier: ModifierIx) -> &'static ModifierWords {
    &MODIFIER_WORDS[usize::from(modifier.0)]
}

/// The language with a tag.
pub fn language(tag: &str) -> Option<&'static Locale> {
    LOCALES.iter().find(|locale| locale.tag == tag).copied()
}

/// The steps of the way, with what each of them is called.
pub fn way(assessment: &Assessment) -> Vec<(Msg, LevelIx)> {
    let sustaining = PROTOCOL.sustaining();
    // Without a step before it, treatment is what comes first.
    let treatment = if assessment.before_setting.is_some() { say::PATH_SETTING } else { say::PATH_TREATMENT };
    let only = assessment.first_step() == sustaining;
    let steps = [
        assessment.before_setting.map(|level| (say::PATH_FIRST, level)),
        (assessment.setting != sustaining).then_some((treatment, assessment.setting)),
        Some((if only { say::PATH_ONLY } else { say::PATH_SUSTAINING }, sustaining)),
    ];
    steps.into_iter().flatten().collect()
}

/// The words of a helpline of the directory.
pub fn helpline_words(id: &str) -> Option<&'static HelplineWords> {
    let position = DIRECTORY.helplines.iter().position(|h| h.id == id)?;
    HELPLINE_WORDS.get(position)
}

//! The protocol in words: texts as a visitor hears them, and conditions as a person would say them.

use super::page::{joined, link, plain};
use crate::load::Content;
use crate::load::protocol::Source;
use crate::model::*;
use crate::words::Who;

/// Speaks the texts of the reference language as in the United States, so that every number has one value.
pub struct Said<'a> {
    pub content: &'a Content,
    pub protocol: &'static Protocol,
}

/// A text for oneself, and for a visitor who answers for somebody else.
pub struct Both {
    pub myself: String,
    pub other: String,
}

impl Both {
    /// One line where both read the same, two named ones where they differ.
    pub fn items(&self) -> Vec<String> {
        if self.myself == self.other {
            return vec![self.myself.clone()];
        }
        vec![format!("For oneself: {}", self.myself), format!("For someone else: {}", self.other)]
    }

    /// The same, with what the text is in front.
    pub fn about(&self, what: &str) -> Vec<String> {
        if self.myself == self.other {
            return vec![format!("{what}: {}", self.myself)];
        }
        vec![format!("{what} for oneself: {}", self.myself), format!("{what} for someone else: {}", self.other)]
    }
}

impl<'a> Said<'a> {
    pub fn new(content: &'a Content) -> Self {
        Self { content, protocol: content.protocol }
    }

    pub fn has(&self, id: &str) -> bool {
        self.content.reference().is_some_and(|words| words.get(id).is_some())
    }

    /// The text itself, for a diagram. A missing text shows, because a silent gap would be signed unseen.
    pub fn raw(&self, id: &str, who: Who) -> String {
        let text = self.content.reference().and_then(|words| words.get(id));
        text.map_or_else(|| format!("(no text {id})"), |text| self.content.speech(who).say(text))
    }

    /// The text for oneself, for Markdown.
    pub fn text(&self, id: &str) -> String {
        plain(&self.raw(id, Who::Myself))
    }

    pub fn both(&self, id: &str) -> Both {
        Both { myself: self.text(id), other: plain(&self.raw(id, Who::Other)) }
    }

    /// The items of a list.
    pub fn list(&self, id: &str) -> Vec<Both> {
        let both = self.both(id);
        let line = |text: &str, at: usize| text.lines().nth(at).unwrap_or_default().to_owned();
        let count = both.myself.lines().count().max(both.other.lines().count());
        (0..count).map(|at| Both { myself: line(&both.myself, at), other: line(&both.other, at) }).collect()
    }

    pub fn question_heading(&self, ix: QuestionIx) -> String {
        format!("Question {}: {}", ix.0 + 1, self.question_short(ix))
    }

    pub fn question_short(&self, ix: QuestionIx) -> String {
        ix.of(self.protocol).map_or_else(String::new, |q| self.text(&format!("question-{}.short", q.id)))
    }

    /// The label of one option, "declined" among them.
    pub fn label(&self, question: &Question, option: OptionSet, who: Who) -> String {
        self.raw(&format!("options-{}.{}", question.id, question.option_id(option)), who)
    }

    pub fn level_name(&self, ix: LevelIx) -> String {
        ix.of(self.protocol).map_or_else(String::new, |l| self.text(&format!("level-{}", l.id)))
    }

    /// The short name used in tables: the id, as words.
    pub fn level_word(&self, ix: LevelIx) -> String {
        ix.of(self.protocol).map_or_else(String::new, |l| words(l.id))
    }

    pub fn level_link(&self, ix: LevelIx) -> String {
        link(&self.level_word(ix), &self.level_name(ix))
    }

    pub fn modifier_heading(&self, id: &str) -> String {
        format!("{id}: {}", self.text(&format!("modifier-{id}")))
    }

    pub fn source(&self, id: &str) -> Option<&'a Source> {
        self.content.sources.iter().find(|source| source.id == id)
    }

    /// A citation with what is behind it: "S57, Family and friends (come_down 12-14)".
    pub fn cited(&self, id: &str) -> String {
        let Some(source) = self.source(id) else { return id.to_owned() };
        let of = source.of.as_ref().map(|of| format!(" ({})", plain(of))).unwrap_or_default();
        let added = if source.added { ", not in the documents, added for safety" } else { "" };
        format!("{}, {}{of}{added}", link(id, id), plain(&source.title))
    }

    /// A condition with the options' own labels, as the lines of a list with their depths.
    pub fn condition(&self, condition: &Condition) -> Vec<(usize, String)> {
        let mut parts: Vec<Vec<(usize, String)>> = condition.all.iter().map(|c| self.clause(c, 0)).collect();
        for (head, clauses) in [
            ("at least one of these holds:".to_owned(), condition.any),
            (format!("at least {} of these hold:", condition.at_least), condition.of),
        ] {
            if !clauses.is_empty() {
                let below = clauses.iter().flat_map(|clause| self.clause(clause, 1));
                parts.push([(0, head)].into_iter().chain(below).collect());
            }
        }
        for part in parts.iter_mut().skip(1) {
            part[0].1.insert_str(0, "and ");
        }
        parts.concat()
    }

    /// One line, or where it names more than two options, a line for each of them.
    fn clause(&self, clause: &Clause, depth: usize) -> Vec<(usize, String)> {
        let Some(question) = clause.question.of(self.protocol) else { return Vec::new() };
        let labels: Vec<String> = clause
            .any_of
            .singles()
            .map(|option| format!("“{}”", plain(&self.label(question, option, Who::Myself))))
            .collect();
        let verb = match question.kind {
            QuestionKind::One => "is",
            QuestionKind::Several => "includes",
        };
        let short = link(&self.question_short(clause.question), &self.question_heading(clause.question));
        if labels.len() <= 2 {
            return vec![(depth, format!("**{short}** {verb} {}", joined(&labels, "or")))];
        }
        let head = (depth, format!("**{short}** {verb} any of"));
        [head].into_iter().chain(labels.into_iter().map(|label| (depth + 1, label))).collect()
    }

    /// A condition short enough for a table: the options by their ids, as words.
    pub fn short_condition(&self, condition: &Condition) -> String {
        let short = |clause: &Clause| {
            let question = clause.question.of(self.protocol)?;
            let ids: Vec<String> =
                clause.any_of.singles().map(|option| format!("*{}*", words(question.option_id(option)))).collect();
            Some(format!("{}: {}", self.question_short(clause.question), joined(&ids, "or")))
        };
        let shorts = |clauses: &[Clause]| clauses.iter().filter_map(short).collect::<Vec<_>>().join("; ");
        let mut parts: Vec<String> = condition.all.iter().filter_map(short).collect();
        if !condition.any.is_empty() {
            parts.push(format!("one of ({})", shorts(condition.any)));
        }
        if !condition.of.is_empty() {
            parts.push(format!("at least {} of ({})", condition.at_least, shorts(condition.of)));
        }
        if parts.is_empty() { "always".to_owned() } else { parts.join("; and ") }
    }

    /// Links to every red flag, rule, modifier and alternative whose condition names one of these options.
    pub fn uses(&self, question: QuestionIx, of: OptionSet) -> String {
        let names = |when: &Condition| when.clauses().any(|c| c.question == question && c.any_of.meets(of));
        let p = self.protocol;
        let by_id = |id: &str| link(id, id);
        let flags = p.red_flags.iter().filter(|f| names(&f.when)).map(|f| by_id(f.id));
        let rules = p.rules.iter().filter(|r| names(&r.when)).map(|r| by_id(r.id));
        let modifiers =
            p.modifiers.iter().filter(|m| names(&m.when)).map(|m| link(&words(m.id), &self.modifier_heading(m.id)));
        let alternatives = p.alternatives.iter().filter(|a| names(&a.when)).map(|a| by_id(a.id));
        flags.chain(rules).chain(modifiers).chain(alternatives).collect::<Vec<_>>().join(" ")
    }
}

/// An id as words.
pub fn words(id: &str) -> String {
    id.replace('_', " ")
}

/// Ids, each a link to where it is described.
pub fn links<'a>(ids: impl IntoIterator<Item = &'a str>) -> String {
    ids.into_iter().map(|id| link(id, id)).collect::<Vec<_>>().join(" ")
}

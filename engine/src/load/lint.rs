//! How the texts of a language are written: calm, without numbers to call, without words that hurt, and easy
//! to read. Each language has its words and its formula in `locales/<language>/lint.toml`.
//!
//! A text is checked as people meet it: for oneself and for someone else, in each region's words.

use std::collections::BTreeSet;
use std::path::Path;

use super::problem::Wrong;
use super::protocol::unknown;
use super::reader::{Entry, File, Problems, keep};
use super::words::{Message, Words, every_speech};
use crate::model::Protocol;

/// The file with a language's rules, as a name below the project folder.
pub fn file(tag: &str) -> String {
    format!("locales/{tag}/lint.toml")
}

/// Texts of fewer words are not measured: one long word would decide.
const FEWEST_WORDS: usize = 8;

/// Checks every text of a language.
pub fn check(root: &Path, words: &Words, protocol: &Protocol, problems: &Problems) {
    let file = File::read(root, &file(&words.tag), problems);
    if !root.join(&file.name).is_file() {
        return;
    }
    let Some(rules) = Rules::read(&file.parse(problems)) else { return };
    for (id, message) in &words.texts {
        let mut wrong: BTreeSet<Wrong> = BTreeSet::new();
        // Without the values, so that no number of a region is taken for one in the text.
        for text in ways_to_say(message, "…") {
            wrong.extend(phone_or_address(&text).map(|found| Wrong::PhoneOrAddressInText { found }));
            wrong.extend(text.contains(['!', '¡']).then_some(Wrong::ExclamationMark));
            wrong.extend(rules.avoided(&text));
        }
        let limit = if is_urgent(id, message, protocol) { rules.formula.urgent() } else { rules.formula.limit() };
        if !is_name(id) {
            wrong.extend(rules.formula.hardest(&ways_to_say(message, "911"), limit));
        }
        for wrong in wrong {
            problems.add(&message.file, message.line, wrong);
        }
    }
}

/// The formula by which a language is measured; `None` when the language does not say.
pub fn formula(root: &Path, tag: &str) -> Option<Formula> {
    let problems = Problems::default();
    let file = File::read(root, &file(tag), &problems);
    Some(Rules::read(&file.parse(&problems))?.formula)
}

/// A text in both voices, in the words of every region and for one and for several.
fn ways_to_say(message: &Message, value: &str) -> BTreeSet<String> {
    every_speech(value).iter().map(|speech| speech.say(message.text)).collect()
}

/// What somebody in danger reads: what to do now, and the answers that mean danger.
fn is_urgent(id: &str, message: &Message, protocol: &Protocol) -> bool {
    let flagged = protocol.red_flags.iter().flat_map(|flag| flag.when.clauses());
    let mut questions = flagged.filter_map(|clause| clause.question.of(protocol));
    message.file.ends_with("/emergency.ftl")
        || questions.any(|q| id.strip_prefix("options-").is_some_and(|rest| rest.starts_with(&format!("{}.", q.id))))
}

/// Names are what they are.
fn is_name(id: &str) -> bool {
    let named = ["level-", "region-", "helpline-", "finder-"].iter().any(|prefix| id.starts_with(prefix));
    named && !id.contains('.') || id.starts_with("language-")
}

/// What a language avoids and how its texts are measured.
struct Rules {
    formula: Formula,
    avoid: Vec<Avoided>,
}

struct Avoided {
    /// Words or phrases, in small letters.
    words: Vec<String>,
    /// Phrases in which they may stand.
    unless: Vec<String>,
    instead: &'static str,
}

impl Rules {
    fn read(head: &Entry<'_>) -> Option<Self> {
        head.expect_keys(&["formula", "avoid"]);
        let small = |entry: &Entry<'_>, key: &str| -> Vec<String> {
            entry.strs(key).into_iter().map(|word| word.value.to_lowercase()).collect()
        };
        let avoid = |entry: &Entry<'_>| {
            entry.expect_keys(&["words", "unless", "instead"]);
            let words = small(entry, "words");
            if words.is_empty() {
                entry.wrong(entry.line(), Wrong::MissingKey { key: "words" });
            }
            Avoided { words, unless: small(entry, "unless"), instead: keep(&entry.str("instead").value) }
        };
        let avoid = head.tables("avoid").iter().map(avoid).collect();
        let name = head.str("formula");
        let formula = Formula::ALL.iter().find(|(known, _)| *known == name.value);
        if formula.is_none() && !name.value.is_empty() {
            head.wrong(name.line, unknown("formula", &name.value, Formula::ALL.map(|(known, _)| known)));
        }
        Some(Self { formula: formula?.1, avoid })
    }

    fn avoided(&self, text: &str) -> Vec<Wrong> {
        let text = text.to_lowercase();
        let found = self.avoid.iter().flat_map(|avoided| {
            // A phrase in which the word may stand is read over.
            let rest = avoided.unless.iter().fold(text.clone(), |rest, phrase| rest.replace(phrase.as_str(), "…"));
            let words = avoided.words.iter().filter(move |word| has_phrase(&rest, word));
            words.map(|word| Wrong::AvoidedWord { word: word.clone(), instead: avoided.instead })
        });
        found.collect()
    }
}

/// Whether a phrase stands in a text as whole words.
fn has_phrase(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, found)| {
        let before = text[..at].chars().next_back();
        let after = text[at + found.len()..].chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    })
}

/// A run of three digits or more, whatever stands between them, or something that can be opened.
fn phone_or_address(text: &str) -> Option<String> {
    let joins = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '(' | ')' | '\u{a0}');
    let runs = text.split(|c: char| !joins(c)).map(str::trim);
    let number = runs
        .map(|run| run.trim_end_matches(['.', ' ', '-']))
        .find(|run| run.chars().filter(char::is_ascii_digit).count() >= 3);
    let address = text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).find(|word| {
        let dotted = word.rsplit_once('.').is_some_and(|(name, end)| {
            let ends = end.split('/').next().unwrap_or_default();
            name.len() > 1 && ends.len() > 1 && ends.chars().all(|c| c.is_ascii_lowercase())
        });
        dotted || word.contains("://") || word.contains('@') || word.starts_with("www")
    });
    number.or(address).map(str::to_owned)
}

/// How hard a text is to read. Formulas know nothing of meaning: a text within the limit can still be hard,
/// and a text over it is always worth another look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formula {
    /// English: the school grade by Flesch and Kincaid,
    /// 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
    FleschKincaid,
    /// Spanish: the ease of reading by Szigriszt Pazos, 206.835 − 62.3 × syllables per word − words per
    /// sentence. His scale gives 66 to 75 to readers of twelve years, the end of grade 6, and 76 to 85 to those of
    /// eleven, the end of grade 5; the scale INFLESZ draws the line of primary school at 65 as well.
    SzigrisztPazos,
}

impl Formula {
    const ALL: [(&'static str, Self); 2] =
        [("flesch_kincaid", Self::FleschKincaid), ("szigriszt_pazos", Self::SzigrisztPazos)];

    /// What every text keeps to: what is read with ease at the end of grade 6.
    pub fn limit(self) -> f64 {
        match self {
            Self::FleschKincaid => 6.0,
            Self::SzigrisztPazos => 65.0,
        }
    }

    /// What a text keeps to where somebody may be in danger: the same for grade 5.
    pub fn urgent(self) -> f64 {
        match self {
            Self::FleschKincaid => 5.0,
            Self::SzigrisztPazos => 75.0,
        }
    }

    /// The measure of a text; `None` when it has too few words to measure.
    pub fn measure(self, text: &str) -> Option<f64> {
        let sentences = sentences(text).count() as f64;
        let words: Vec<String> = sentences_words(text);
        if words.len() < FEWEST_WORDS {
            return None;
        }
        let syllables: usize = words.iter().map(|word| self.syllables(word)).sum();
        let per_sentence = words.len() as f64 / sentences;
        let per_word = syllables as f64 / words.len() as f64;
        Some(match self {
            Self::FleschKincaid => 0.39 * per_sentence + 11.8 * per_word - 15.59,
            Self::SzigrisztPazos => 206.835 - 62.3 * per_word - per_sentence,
        })
    }

    /// Whether one measure is harder to read than another.
    pub fn is_harder(self, this: f64, that: f64) -> bool {
        match self {
            Self::FleschKincaid => this > that,
            Self::SzigrisztPazos => this < that,
        }
    }

    /// The hardest of the ways to say a text, when it is over the limit.
    fn hardest(self, said: &BTreeSet<String>, limit: f64) -> Option<Wrong> {
        let measured = said.iter().filter_map(|text| self.measure(text));
        let over = measured.filter(|measure| self.is_harder(*measure, limit));
        let worst = over.reduce(|worst, measure| if self.is_harder(measure, worst) { measure } else { worst })?;
        Some(match self {
            Self::FleschKincaid => {
                Wrong::HardToRead { measure: format!("at grade {worst:.1}"), limit: format!("at most {limit}") }
            }
            Self::SzigrisztPazos => {
                Wrong::HardToRead { measure: format!("with {worst:.0} points"), limit: format!("at least {limit}") }
            }
        })
    }

    /// The syllables of a word. Numbers and short abbreviations in capitals are spoken sign by sign.
    pub fn syllables(self, word: &str) -> usize {
        let signs = word.chars().filter(|c| c.is_alphanumeric()).count();
        let capitals = !word.chars().any(char::is_lowercase);
        if capitals && (2..=4).contains(&signs) || word.chars().all(|c| c.is_ascii_digit()) {
            return signs;
        }
        let word = word.to_lowercase();
        match self {
            Self::FleschKincaid => english_syllables(&word),
            Self::SzigrisztPazos => spanish_syllables(&word),
        }
    }
}

/// The sentences of a text. The end of a line and a colon end a sentence, as they do for the breath.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let ends = |c: char| matches!(c, '.' | '?' | '!' | ':' | '\n' | '…');
    text.split(ends).filter(|sentence| sentence.chars().any(char::is_alphanumeric))
}

fn sentences_words(text: &str) -> Vec<String> {
    let apart = |c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '&'));
    text.split(apart).filter(|word| word.chars().any(char::is_alphanumeric)).map(str::to_owned).collect()
}

/// The syllables of an English word, by its letters: groups of vowels, without a silent e, with the vowels
/// that are spoken apart. Words that are spoken otherwise than their letters say are listed.
fn english_syllables(word: &str) -> usize {
    const LISTED: [(&str, usize); 13] = [
        ("every", 2),
        ("everyone", 3),
        ("everything", 3),
        ("business", 2),
        ("people", 2),
        ("area", 3),
        ("idea", 3),
        ("suicide", 3),
        ("fluid", 2),
        ("heroin", 3),
        ("tired", 2),
        ("evening", 2),
        ("evenings", 2),
    ];
    if let Some((_, count)) = LISTED.iter().find(|(listed, _)| *listed == word) {
        return *count;
    }
    let word: String = word.chars().filter(|c| c.is_alphabetic()).collect();
    // "safely", "someone": the e before an ending is as silent as at the end of a word.
    const ENDINGS: [&str; 14] =
        ["ly", "ty", "ful", "less", "ness", "ment", "ments", "thing", "times", "time", "one", "where", "line", "self"];
    for ending in ENDINGS {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 2 && silent_e(stem)) {
            return english_syllables(stem) + english_syllables(ending);
        }
    }
    let letters: Vec<char> = word.chars().collect();
    let vowel = |c: char| "aeiouyáéíóúàèâêîôûäëïöü".contains(c);
    let mut count = 0usize;
    for (at, letter) in letters.iter().enumerate() {
        let after_vowel = at > 0 && vowel(letters[at - 1]);
        if vowel(*letter) && (!after_vowel || spoken_apart(&letters, at)) {
            count += 1;
        }
    }
    if silent_e(&word) || silent_ending(&letters) {
        count -= 1;
    }
    count.max(1)
}

/// Whether a vowel after a vowel begins a syllable: "qui-et", "be-ing", "me-di-a", but "na-tion".
fn spoken_apart(letters: &[char], at: usize) -> bool {
    let before = letters[at - 1];
    let earlier = at.checked_sub(2).map_or(' ', |i| letters[i]);
    let rest: String = letters[at..].iter().collect();
    match (before, letters[at]) {
        // "going", "being", but not "coin".
        (_, 'i') => rest.starts_with("ing"),
        // "media", "period", "trial"; after c, t, s, g and x the i only softens: "social", "nation".
        ('i', 'a' | 'o' | 'u') => !"ctsgx".contains(earlier),
        // "quiet" and "science" begin so, "easier" ends so.
        ('i', 'e') => {
            at <= 3 && (rest.starts_with("et") || rest.starts_with("en") && rest != "ends" && rest != "end")
                || at > 3 && rest == "er"
        }
        // "video", but not "pigeon".
        ('e', 'o') => !["on", "op", "or"].iter().any(|end| rest.starts_with(end)),
        ('u', 'a') => !"qg".contains(earlier),
        ('y', 'a' | 'e' | 'o') => at > 1,
        _ => false,
    }
}

/// An e at the end that is not spoken: "time", but "the" and "lit-tle".
fn silent_e(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let [.., a, b, 'e'] = letters[..] else { return false };
    let vowel = |c: char| "aeiouy".contains(c);
    let syllabic_l = b == 'l' && !vowel(a);
    !vowel(b) && !syllabic_l && letters[..letters.len() - 1].iter().any(|c| vowel(*c))
}

/// "-ed" and "-es" are no syllable of their own: "used", "times", but "needed", "places".
fn silent_ending(letters: &[char]) -> bool {
    let vowel = |c: char| "aeiouy".contains(c);
    match letters {
        [start @ .., b, 'e', 'd'] => !vowel(*b) && !"td".contains(*b) && start.iter().any(|c| vowel(*c)),
        [start @ .., a, b, 'e', 's'] => {
            let hissing = "scgxz".contains(*b) || (*b == 'h' && "cs".contains(*a));
            let syllabic_l = *b == 'l' && !vowel(*a);
            !vowel(*b) && !hissing && !syllabic_l && start.iter().chain([a]).any(|c| vowel(*c))
        }
        _ => false,
    }
}

/// The syllables of a Spanish word: groups of vowels, where two strong vowels, or a weak one with an accent,
/// are spoken apart.
fn spanish_syllables(word: &str) -> usize {
    let strong = |c: char| "aeoáéóíú".contains(c);
    let vowel = |c: char| "aeiouáéíóúü".contains(c);
    let letters: Vec<char> = word.chars().collect();
    let mut count = 0;
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|i| letters[i]);
        // The u of "que" and "gui" is not spoken, and a y at the end is a vowel beside the one before it.
        let silent_u = *letter == 'u'
            && before.is_some_and(|b| "qg".contains(b))
            && letters.get(at + 1).is_some_and(|c| "eiéí".contains(*c));
        if !vowel(*letter) || silent_u {
            continue;
        }
        let silent_before =
            before == Some('u') && at >= 2 && "qg".contains(letters[at - 2]) && "eiéí".contains(*letter);
        let joined = before.is_some_and(|b| vowel(b) && !(strong(b) && strong(*letter))) && !silent_before;
        count += usize::from(!joined);
    }
    count.max(1)
}

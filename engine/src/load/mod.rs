//! Host only: reads `protocol/` and `locales/`, checks them, and says every problem at once.

pub mod answer_file;
pub mod book;
pub mod diff;
pub mod help;
pub mod lint;
pub mod plan;
pub mod problem;
pub mod protocol;
pub mod reader;
pub mod sense;
pub mod vignettes;
pub mod words;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::help::Directory;
use crate::model::Protocol;
use crate::plan::Plan;
use crate::words::{Speech, Who};
use problem::{Problem, Wrong};
use protocol::{Loaded, NotModelled, SignOff, Source};
use reader::{At, File, Problems};
use vignettes::Vignette;
use words::{Expected, Words};

/// The language every other one is compared with.
pub const REFERENCE: &str = "en";

/// Everything the project's content folders hold.
pub struct Content {
    /// The protocol that the engine runs.
    pub protocol: &'static Protocol,
    /// What can be picked for a plan to take along.
    pub plan: &'static Plan,
    /// Whom to call, by region.
    pub directory: &'static Directory,
    /// The reference language first.
    pub languages: Vec<Words>,
    /// `protocol/sources.toml`, in its order.
    pub sources: Vec<Source>,
    /// `protocol/not_modelled.toml`, in its order.
    pub not_modelled: Vec<NotModelled>,
    /// The worked cases, by id.
    pub vignettes: Vec<Vignette>,
    /// Ids of the first-aid texts, in the order in which they are shown.
    pub acts: Vec<&'static str>,
    /// SHA-256 of what a clinician signs, in hexadecimal.
    pub digest: String,
    /// Who signed the content; see [`Content::is_reviewed`] for whether it is what they signed.
    pub sign_off: Option<SignOff>,
    /// The languages besides the reference.
    pub translations: Vec<Translation>,
    /// Question id → how the rules treat "prefer not to say".
    pub decline: std::collections::BTreeMap<&'static str, String>,
}

/// A language besides the reference.
pub struct Translation {
    /// The language tag, for example "es".
    pub tag: String,
    /// SHA-256 of what somebody signs who signs it, in hexadecimal.
    pub digest: String,
    /// Signed, and unchanged since.
    pub reviewed: bool,
}

impl Content {
    /// Signed, and unchanged since.
    pub fn is_reviewed(&self) -> bool {
        self.sign_off.as_ref().is_some_and(|signed| signed.sha256 == self.digest)
    }

    /// Whether this is a translation that nobody has signed as it is now.
    pub fn is_unreviewed_translation(&self, tag: &str) -> bool {
        self.translations.iter().any(|translation| translation.tag == tag && !translation.reviewed)
    }

    /// How the host speaks texts: with the words and numbers of the first region.
    pub fn speech(&self, who: Who) -> Speech<'static> {
        let region = self.directory.regions.first();
        let line = region.and_then(|r| self.directory.crisis_line(r));
        Speech {
            who,
            vocabulary: region.map(|r| r.vocabulary).unwrap_or_default(),
            emergency: region.map_or("", |r| r.emergency),
            crisis: line.and_then(|l| l.call).unwrap_or_default(),
            ..Speech::default()
        }
    }

    /// The reference language.
    pub fn reference(&self) -> Option<&Words> {
        self.languages.first()
    }
}

/// Reads and checks the content below `root`. On failure, every problem, by file and line.
pub fn load(root: &Path) -> Result<Content, Vec<Problem>> {
    let problems = Problems::default();
    let content = read(root, &problems);
    let found = problems.into_sorted();
    if found.is_empty() { Ok(content) } else { Err(found) }
}

fn read(root: &Path, problems: &Problems) -> Content {
    let files = protocol::Files::read(root, problems);
    let loaded = protocol::read(&files, problems);
    let Loaded { protocol, plan, sources, not_modelled, sign_off, translations: signed, decline } = loaded;
    sense::check(&files.questions, protocol, problems);
    let acts = protocol.first_aid();
    let directory = help::read(&File::read(root, help::FILE, problems), problems);
    let vignettes = vignettes::read(root, protocol, problems);

    let mut tags = words::languages(root);
    tags.sort_by_key(|tag| (tag != REFERENCE, tag.clone()));
    let languages: Vec<Words> = tags.iter().map(|tag| words::read(root, tag, problems)).collect();
    for words in &languages {
        lint::check(root, words, protocol, problems);
    }
    if let Some((reference, others)) = languages.split_first() {
        reference.check_ids(&expected_ids(protocol, plan, directory, &acts), problems);
        for other in others {
            other.compare(reference, problems);
        }
    }
    let digest = digest(root);
    let translations = read_translations(root, &digest, &tags, &signed, problems);
    Content {
        protocol,
        plan,
        directory,
        languages,
        sources,
        not_modelled,
        vignettes,
        acts,
        digest,
        sign_off,
        translations,
        decline,
    }
}

fn read_translations(
    root: &Path,
    digest: &str,
    tags: &[String],
    signed: &[(At<String>, SignOff)],
    problems: &Problems,
) -> Vec<Translation> {
    let tags: Vec<&String> = tags.iter().filter(|tag| *tag != REFERENCE).collect();
    for (tag, _) in signed.iter().filter(|(tag, _)| !tags.contains(&&tag.value)) {
        let known = tags.iter().map(|tag| tag.as_str()).collect::<Vec<_>>().join(", ");
        problems.add(SIGN_OFF_FILE, tag.line, Wrong::UnknownKey { key: tag.value.clone(), known });
    }
    let translation = |tag: &String| {
        // A translation says what the content says, so it is signed together with that.
        let digest = hash(root, Sha256::new_with_prefix(digest), words::files(root, tag));
        let reviewed = signed.iter().any(|(of, signed)| of.value == *tag && signed.sha256 == digest);
        Translation { tag: tag.clone(), digest, reviewed }
    };
    tags.into_iter().map(translation).collect()
}

/// What a clinician signs: the protocol without the sign-off itself, without the worked cases, and the
/// words of the reference language.
fn signed_files(root: &Path) -> Vec<String> {
    let mut names: Vec<String> = protocol::Files::NAMES.map(str::to_owned).to_vec();
    names.push(help::FILE.to_owned());
    names.extend(words::files(root, REFERENCE));
    names.sort();
    names
}

/// The one file that holds the sign-off.
const SIGN_OFF_FILE: &str = "protocol/protocol.toml";

/// SHA-256 over the names and texts of the signed files.
fn digest(root: &Path) -> String {
    hash(root, Sha256::new(), signed_files(root))
}

fn hash(root: &Path, mut hash: Sha256, names: Vec<String>) -> String {
    for name in names {
        let text = std::fs::read_to_string(root.join(&name)).unwrap_or_default();
        // The sign-off holds this digest, so it cannot be part of it. It stands in one file only: in any other,
        // the same line would hide from the digest what follows it.
        let covered = if name == SIGN_OFF_FILE { text.split("\n[sign_off]").next() } else { Some(text.as_str()) };
        let text = covered.unwrap_or_default();
        hash.update(name.as_bytes());
        hash.update([0]);
        hash.update(text.trim_end().as_bytes());
        hash.update([0]);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Every file the content is read from, for whoever watches them.
pub fn watched_files(root: &Path) -> Vec<PathBuf> {
    let mut names: Vec<String> = protocol::Files::NAMES.map(str::to_owned).to_vec();
    names.push(help::FILE.to_owned());
    names.extend(vignettes::files(root));
    names.extend(words::languages(root).iter().flat_map(|tag| words::files(root, tag)));
    names.extend(words::languages(root).iter().map(|tag| lint::file(tag)));
    names.into_iter().map(|name| root.join(name)).collect()
}

/// The parts of a level's description.
pub const LEVEL_PARTS: [&str; 9] = ["plain", "what", "who", "good", "hard", "there", "first-day", "cost", "today"];

/// Text ids that begin so follow from the ids of the protocol; every other text is the interface's own.
pub const DERIVED_PREFIXES: &[&str] = &[
    "question-",
    "options-",
    "level-",
    "rule-",
    "modifier-",
    "alternative-",
    "act-",
    "plan-way-",
    "plan-trigger-",
    "plan-sign-",
    "plan-person-",
    "region-",
    "helpline-",
    "finder-",
    "hours-",
];

/// The text ids that follow from the ids of the protocol.
fn expected_ids(protocol: &Protocol, plan: &Plan, directory: &Directory, acts: &[&str]) -> Expected {
    let mut required = BTreeSet::new();
    let mut optional = BTreeSet::new();
    for question in protocol.questions {
        required.insert(format!("question-{}", question.id));
        required.insert(format!("question-{}.short", question.id));
        optional.insert(format!("question-{}.hint", question.id));
        required.extend(question.option_ids().map(|id| format!("options-{}.{id}", question.id)));
    }
    for level in protocol.levels {
        required.insert(format!("level-{}", level.id));
        required.extend(LEVEL_PARTS.map(|part| format!("level-{}.{part}", level.id)));
    }
    required.extend(protocol.rules.iter().map(|r| format!("rule-{}", r.id)));
    for modifier in protocol.modifiers {
        required.insert(format!("modifier-{}", modifier.id));
        required.insert(format!("modifier-{}.text", modifier.id));
    }
    required.extend(protocol.alternatives.iter().map(|a| format!("alternative-{}", a.id)));
    required.extend(acts.iter().map(|act| format!("act-{act}")));
    required.extend(plan.ways.iter().map(|way| format!("plan-way-{}", way.id)));
    required.extend(plan.triggers.iter().map(|trigger| format!("plan-trigger-{}", trigger.id)));
    required.extend(plan.people.iter().map(|person| format!("plan-person-{}", person.id)));
    for sign in plan.signs {
        required.insert(format!("plan-sign-{}", sign.id));
        required.insert(format!("plan-sign-{}.do", sign.id));
    }
    required.extend(directory.regions.iter().map(|r| format!("region-{}", r.id)));
    for helpline in directory.helplines {
        required.insert(format!("helpline-{}", helpline.id));
        required.insert(format!("helpline-{}.about", helpline.id));
        required.extend(helpline.hours.map(|hours| format!("hours-{hours}")));
    }
    for finder in directory.finders {
        required.insert(format!("finder-{}", finder.id));
        required.insert(format!("finder-{}.about", finder.id));
    }
    Expected { required, optional, prefixes: DERIVED_PREFIXES }
}

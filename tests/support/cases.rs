//! What the worked cases ask of a protocol. Each check gives its findings in words, and none when all is well.

use care_check_engine::load::vignettes::{Told, Vignette};
use care_check_engine::{Answers, LevelIx, Protocol, QuestionIx, assess};

pub fn name(protocol: &Protocol, level: LevelIx) -> &'static str {
    level.of(protocol).map_or("?", |l| l.id)
}

pub fn suggested(protocol: &Protocol, case: &Vignette) -> LevelIx {
    assess(protocol, &case.answers).first_step()
}

/// Cases that count: those not held to be wrong themselves.
pub fn counted(cases: &[Vignette]) -> impl Iterator<Item = &Vignette> {
    cases.iter().filter(|case| case.held_wrong.is_none())
}

/// Cases whose first step is not an acceptable one.
pub fn misses(p: &Protocol, cases: &[Vignette]) -> Vec<String> {
    let missed = counted(cases).filter(|case| !case.acceptable.contains(&suggested(p, case)));
    let in_words = |case: &Vignette| {
        let acceptable: Vec<&str> = case.acceptable.iter().map(|l| name(p, *l)).collect();
        let rules: Vec<&str> = assess(p, &case.answers).reasons(p).filter_map(|r| r.of(p)).map(|r| r.id).collect();
        format!(
            "{} {:?} {}: suggested {} by {}, acceptable {}",
            case.id,
            case.tier,
            case.title,
            name(p, suggested(p, case)),
            rules.join(" "),
            acceptable.join(" or ")
        )
    };
    missed.map(in_words).collect()
}

/// Emergency and detox cases that are sent to less, whether held wrong or not.
pub fn missed_emergencies(p: &Protocol, cases: &[Vignette]) -> Vec<String> {
    let detox = p.level("detox").expect("the protocol has the level detox");
    let urgent = cases.iter().filter(|case| case.expected >= detox);
    let missed = urgent.filter(|case| {
        // Where a case's source also accepts live-in care, that is not a miss, but nothing below is.
        let lowest = case.acceptable.iter().copied().filter(|l| *l >= p.level("inpatient").unwrap_or(detox)).min();
        suggested(p, case) < lowest.unwrap_or(detox)
    });
    missed.map(|case| format!("{} {}: only {}", case.id, case.title, name(p, suggested(p, case)))).collect()
}

/// Rules and red flags that decide no case, or that no case nearly misses.
pub fn uncovered(p: &Protocol, cases: &[Vignette]) -> Vec<String> {
    let decided: Vec<&str> = cases.iter().flat_map(|case| deciding(p, &case.answers)).collect();
    let near = |id: &str| cases.iter().any(|case| case.near_miss_of.as_deref() == Some(id));
    // The floor always holds, so no case can nearly miss it.
    let floor = |id: &str| p.rules.iter().any(|r| r.id == id && r.when.clauses().next().is_none());
    let ids = p.rules.iter().map(|r| r.id).chain(p.red_flags.iter().map(|f| f.id));
    ids.filter_map(|id| match (decided.contains(&id), near(id) || floor(id)) {
        (true, true) => None,
        (true, false) => Some(format!("{id} has no near miss")),
        (false, _) => Some(format!("{id} decides no case")),
    })
    .collect()
}

/// Cases that do not show what they say they show.
pub fn untrue(p: &Protocol, cases: &[Vignette]) -> Vec<String> {
    let mut untrue = Vec::new();
    for case in cases {
        if let Some(id) = case.decides.as_deref().filter(|id| !deciding(p, &case.answers).contains(id)) {
            untrue.push(format!("{} is not decided by {id}", case.id));
        }
        let Some(id) = case.near_miss_of.as_deref() else { continue };
        if holding(p, &case.answers).contains(&id) {
            untrue.push(format!("{} is no near miss of {id}: it holds", case.id));
        }
        let differing = |other: &Vignette| {
            QuestionIx::all(p).filter(|q| other.answers.options(*q) != case.answers.options(*q)).count()
        };
        let mut twins = cases.iter().filter(|other| other.decides.as_deref() == Some(id));
        if !twins.any(|twin| differing(twin) == 1) {
            untrue.push(format!("{} differs in more than one answer from every case of {id}", case.id));
        }
    }
    untrue
}

/// Cases whose person is told something else, besides the first step, than the case says.
pub fn untold(p: &Protocol, cases: &[Vignette]) -> Vec<String> {
    let differences = |case: &Vignette| {
        let differences = case.told.differences(&Told::of(p, &case.answers));
        differences.into_iter().map(|what| format!("{} {}: {what}", case.id, case.title)).collect::<Vec<_>>()
    };
    cases.iter().filter(|case| case.told != Told::default()).flat_map(differences).collect()
}

/// Ids of the rules and red flags that reached the first step or the setting.
fn deciding(p: &Protocol, answers: &Answers) -> Vec<&'static str> {
    let found = assess(p, answers);
    let flags = found.red_flags().filter_map(|f| f.of(p)).map(|f| f.id);
    flags.chain(found.reasons(p).filter_map(|r| r.of(p)).map(|r| r.id)).collect()
}

/// Ids of the rules and red flags that hold.
fn holding(p: &Protocol, answers: &Answers) -> Vec<&'static str> {
    let found = assess(p, answers);
    let rules = found.rules.iter().filter_map(|i| p.rules.get(usize::from(i))).map(|r| r.id);
    rules.chain(found.red_flags().filter_map(|f| f.of(p)).map(|f| f.id)).collect()
}

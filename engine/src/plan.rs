//! The plan to take along as data: what a visitor can pick for it.
//!
//! No rule looks at it and it changes no suggestion. Own words and picks are the visitor's; they stand in the session.

/// The most triggers a plan may offer: the session has room for this many.
pub const MAX_TRIGGERS: usize = 16;

/// The most people a plan may ask for.
pub const MAX_PEOPLE: usize = 4;

/// Everything that can be picked.
#[derive(Debug, PartialEq)]
pub struct Plan {
    /// Ways to cope.
    pub ways: &'static [Pick],
    /// What can set off a craving, at most [`MAX_TRIGGERS`].
    pub triggers: &'static [Trigger],
    /// Warning signs.
    pub signs: &'static [Pick],
    /// Whom to write down, with a number.
    pub people: &'static [Pick],
}

/// One thing that can be picked.
#[derive(Debug, PartialEq)]
pub struct Pick {
    /// Its permanent id in `protocol/plan.toml`. Its words stand in `locales/`, by this id.
    pub id: &'static str,
    /// The sources it rests on: ids of `protocol/sources.toml`.
    pub sources: &'static [&'static str],
}

/// What can set off a craving.
#[derive(Debug, PartialEq)]
pub struct Trigger {
    /// Its permanent id in `protocol/plan.toml`. Its words stand in `locales/`, by this id.
    pub id: &'static str,
    /// The heading it stands under.
    pub group: Group,
    /// Positions of the ways to cope that fit; the first is the one proposed.
    pub ways: &'static [u8],
    /// The sources it rests on: ids of `protocol/sources.toml`.
    pub sources: &'static [&'static str],
}

/// Where a trigger comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// From within: a mood, tiredness, a craving out of nowhere.
    Emotional,
    /// From people.
    Social,
    /// From places, things and times.
    Environmental,
}

impl Plan {
    /// Every source that something in the plan cites, each once, in the order of the plan.
    pub fn sources(&self) -> impl Iterator<Item = &'static str> + use<> {
        let picks = self.signs.iter().chain(self.people).chain(self.ways).map(|pick| pick.sources);
        let mut seen: alloc::vec::Vec<&'static str> = alloc::vec::Vec::new();
        for id in self.triggers.iter().map(|trigger| trigger.sources).chain(picks).flatten() {
            if !seen.contains(id) {
                seen.push(id);
            }
        }
        seen.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn pick(sources: &'static [&'static str]) -> Pick {
        Pick { id: "picked", sources }
    }

    const PLAN: Plan = Plan {
        triggers: &[Trigger { id: "late", group: Group::Social, ways: &[0], sources: &["S2", "S1"] }],
        signs: &[pick(&["S3", "S1"])],
        people: &[pick(&["S4"])],
        ways: &[pick(&["S2", "S5"])],
    };

    #[test]
    fn every_source_of_the_plan_is_named_once_in_its_order() {
        assert!(PLAN.sources().eq(["S2", "S1", "S3", "S4", "S5"]));
    }
}

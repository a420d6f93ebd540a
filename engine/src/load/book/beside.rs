//! What stands beside the level: modifiers, alternatives, and the advice that everybody can open.

use super::page::{Page, link};
use super::said::{Said, words};
use crate::model::*;

/// The file whose texts are advice.
const ADVICE: &str = "guide.ftl";

pub fn section(page: &mut Page, said: &Said<'_>) {
    page.heading(3, "Modifiers");
    page.prose("A modifier is shown next to the level when its condition holds.\nIt never changes the level.");
    page.table(
        ["modifier", "shown when", "title", "where"],
        said.protocol.modifiers.iter().map(|m| {
            let name = link(&words(m.id), &said.modifier_heading(m.id));
            let title = said.text(&format!("modifier-{}", m.id));
            [name, said.short_condition(&m.when), title, place(m).to_owned()]
        }),
    );
    page.prose("The crisis line is the one of the visitor's region; it also stands at the questions of the condition.");
    for modifier in said.protocol.modifiers {
        page.heading(4, &said.modifier_heading(modifier.id));
        page.quote(&said.both(&format!("modifier-{}.text", modifier.id)).items().join("\n\n"));
        page.prose("Shown when");
        conditions(page, said, &modifier.when, modifier.sources);
    }
    page.heading(3, "Alternatives");
    page.prose(
        "An alternative is the nearest workable plan for somebody who cannot or will not follow the suggestion.\n\
         The suggestion stays as it is, and where it begins with detox, detox stays as well.",
    );
    page.table(
        ["alternative", "beside", "offers", "shown when"],
        said.protocol.alternatives.iter().map(|a| {
            let (beside, offers) = (said.level_link(a.setting), said.level_link(a.instead));
            [link(a.id, a.id), beside, offers, said.short_condition(&a.when)]
        }),
    );
    for alternative in said.protocol.alternatives {
        page.heading(4, alternative.id);
        page.quote(&said.both(&format!("alternative-{}", alternative.id)).items().join("\n\n"));
        let (beside, offers) = (said.level_link(alternative.setting), said.level_link(alternative.instead));
        page.prose(&format!("Beside {beside}, offers {offers}, when"));
        conditions(page, said, &alternative.when, alternative.sources);
    }
    plan(page, said);
    advice(page, said);
}

fn place(modifier: &Modifier) -> &'static str {
    match (modifier.urgent, modifier.crisis_line) {
        (true, true) => "above the reasons, with the crisis line",
        (true, false) => "above the reasons",
        (false, _) => "below the reasons",
    }
}

/// What can be picked for the plan to take along.
fn plan(page: &mut Page, said: &Said<'_>) {
    let plan = said.content.plan;
    let both = |id: String| said.both(&id).items().join(" / ");
    page.heading(3, "The plan to take along");
    page.prose(
        "From the result, visitors can make a plan by picking from these lists and adding words of their own.\n\
         It changes no suggestion.",
    );
    let way = |place: &u8| plan.ways.get(usize::from(*place)).map_or("", |way| way.id);
    page.table(
        ["trigger", "group", "ways to cope, the proposed one first", "sources"],
        plan.triggers.iter().map(|t| {
            let ways: Vec<String> = t.ways.iter().map(|place| words(way(place))).collect();
            let group = format!("{:?}", t.group).to_lowercase();
            [said.text(&format!("plan-trigger-{}", t.id)), group, ways.join(", "), sources(t.sources)]
        }),
    );
    page.table(
        ["way to cope", "text", "sources"],
        plan.ways.iter().map(|w| [words(w.id), both(format!("plan-way-{}", w.id)), sources(w.sources)]),
    );
    page.table(
        ["warning sign", "what to do", "sources"],
        plan.signs.iter().map(|s| {
            let sign = format!("plan-sign-{}", s.id);
            [said.text(&sign), both(format!("{sign}.do")), sources(s.sources)]
        }),
    );
    page.table(
        ["person to write down", "sources"],
        plan.people.iter().map(|p| [both(format!("plan-person-{}", p.id)), sources(p.sources)]),
    );
    page.prose("At the end of the plan stands:");
    page.items(said.both("plan-remember").items());
}

fn sources(ids: &[&str]) -> String {
    let links: Vec<String> = ids.iter().map(|id| link(id, id)).collect();
    links.join(", ")
}

fn conditions(page: &mut Page, said: &Said<'_>, when: &Condition, sources: &[&str]) {
    for (depth, line) in said.condition(when) {
        page.item(depth, &line);
    }
    page.prose("Sources:");
    page.items(sources.iter().map(|id| said.cited(id)));
}

/// Every list of the advice file, in the order of the file, so that a new one cannot be left out here.
fn advice(page: &mut Page, said: &Said<'_>) {
    page.heading(3, "Advice");
    page.prose(
        "These lists can be opened under a suggestion.\nThey depend on no rule, and the data names no source for them.",
    );
    let open = said.short_condition(&said.protocol.coming_down_open);
    page.prose(&format!("The advice on coming down stands open when: {open}."));
    let texts = said.content.reference().map(|words| &words.texts);
    let mut lists: Vec<_> = texts.into_iter().flatten().filter(|(_, m)| m.file.ends_with(ADVICE)).collect();
    lists.sort_by_key(|(_, message)| message.line);
    for (id, _) in lists {
        page.heading(4, &title(said, id));
        page.items(said.list(id).into_iter().flat_map(|item| item.items()));
    }
}

/// The interface titles a list by its id or by the first word of it.
fn title(said: &Said<'_>, id: &str) -> String {
    let first = id.split('-').next().unwrap_or(id);
    let known = [id, first].map(|name| format!("{name}-title")).into_iter().find(|name| said.has(name));
    known.map_or_else(|| id.to_owned(), |name| said.text(&name))
}

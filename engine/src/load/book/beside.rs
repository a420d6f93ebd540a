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
        ["modifier", "shown when", "title"],
        said.protocol.modifiers.iter().map(|m| {
            let name = link(&words(m.id), &said.modifier_heading(m.id));
            [name, said.short_condition(&m.when), said.text(&format!("modifier-{}", m.id))]
        }),
    );
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
    advice(page, said);
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

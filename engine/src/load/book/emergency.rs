//! The emergency signs: what raises them, what is said, and what to do until help is there.

use super::page::{Page, link};
use super::said::{Said, links};

/// Texts about emergencies that belong to no single sign, with the place where they are shown.
const SHOWN: [(&str, &str); 8] = [
    ("panel-lead", "above the list of signs on every page"),
    ("panel-unsure", "below that list"),
    ("panel-crisis", "below that list"),
    ("emergency-title", "title of the emergency screen"),
    ("emergency-lead", "below that title"),
    ("emergency-unsure", "end of the emergency screen"),
    ("crisis-now", "beside the crisis line, after an answer that asks for it"),
    ("emergency-self-harm", "one more sign in the list on every page"),
];

pub fn section(page: &mut Page, said: &Said<'_>) {
    let flags = said.protocol.red_flags;
    page.prose(
        "Any one of these answers leads to the emergency screen at once.\n\
         No other answer weighs against it.\n\
         The list of signs stands on every page as well, before anything is answered.",
    );
    page.table(
        ["red flag", "raised when", "first aid"],
        flags.iter().map(|flag| {
            let acts: Vec<String> = flag.act.iter().map(|act| link(act, act)).collect();
            [link(flag.id, flag.id), said.short_condition(&flag.when), acts.join(", ")]
        }),
    );
    page.heading(3, "What is said around the signs");
    for (id, place) in SHOWN {
        for line in said.both(id).items() {
            page.item(0, &format!("{line} ({place})"));
        }
    }
    page.item(0, &format!("Named in the bar on every page: {}.", bar_signs(said).join(", ")));
    page.heading(3, "Each red flag");
    for flag in flags {
        page.heading(4, flag.id);
        page.prose("Raised when");
        for (depth, line) in said.condition(&flag.when) {
            page.item(depth, &line);
        }
        page.prose("What to do until help is there:");
        let texts = flag.act.iter().flat_map(|act| said.both(&format!("act-{act}")).items());
        page.items(texts);
        page.prose("Sources:");
        page.items(flag.sources.iter().map(|id| said.cited(id)));
        super::cases::of(page, said, flag.id);
    }
    page.heading(3, "First-aid texts");
    page.prose("A visitor with several signs sees each text once, in this order.");
    for act in &said.content.acts {
        page.heading(4, act);
        page.items(said.both(&format!("act-{act}")).items());
        let shown = flags.iter().filter(|flag| flag.act.contains(act)).map(|flag| flag.id);
        page.item(0, &format!("Shown for {}.", links(shown)));
    }
}

/// The short names of signs that the bar has room for.
fn bar_signs(said: &Said<'_>) -> Vec<String> {
    let texts = said.content.reference().map(|words| &words.texts);
    let ids = texts.into_iter().flat_map(|texts| texts.keys());
    ids.filter(|id| id.starts_with("emergency-short-")).map(|id| said.text(id)).collect()
}

//! Whom to call, by region.

use super::page::{Page, page_of};
use super::said::Said;
use crate::help::*;

pub fn section(page: &mut Page, said: &Said<'_>) {
    let directory = said.content.directory;
    let confirmed = directory.helplines.iter().filter(|line| line.confirmed).count();
    page.prose(&format!(
        "{confirmed} of {} helplines are confirmed: their number was read on a page of the service or of a public body, \
         named as `source` in `protocol/helplines.toml`.\n\
         Pages were read as stored copies, so each number has to be tried once before a release.\n\
         An unconfirmed number is never the only one of its kind in a region, and is shown as such.",
        directory.helplines.len()
    ));
    for region in directory.regions {
        one(page, said, directory, region);
    }
}

/// What the region is called in whose words the book speaks.
pub fn first_region(said: &Said<'_>) -> String {
    said.content.directory.regions.first().map(|region| name(said, region)).unwrap_or_default()
}

fn name(said: &Said<'_>, region: &Region) -> String {
    said.text(&format!("region-{}", region.id))
}

fn one(page: &mut Page, said: &Said<'_>, directory: &Directory, region: &Region) {
    page.heading(3, &name(said, region));
    let crisis = directory.crisis_line(region).map(|line| said.text(&format!("helpline-{}", line.id)));
    page.item(0, &format!("Emergency number: **{}**", region.emergency));
    page.item(0, &format!("Crisis line named in texts: {}", crisis.unwrap_or_default()));
    page.table(
        ["line", "kind", "call", "text", "hours", "languages", "state", "last checked"],
        directory.helplines_of(region).map(|line| {
            let hours = line.hours.map_or("day and night".to_owned(), |id| said.text(&format!("hours-{id}")));
            [
                said.text(&format!("helpline-{}", line.id)),
                kind(line.kind).to_owned(),
                line.call.unwrap_or_default().to_owned(),
                line.text.as_ref().map(messages).unwrap_or_default(),
                hours,
                line.languages.join(", "),
                state(line.confirmed).to_owned(),
                line.last_checked.to_owned(),
            ]
        }),
    );
    page.prose("What each is said to be for:");
    page.items(directory.helplines_of(region).map(|line| {
        let id = format!("helpline-{}", line.id);
        format!("{}: {}", said.text(&id), said.text(&format!("{id}.about")))
    }));
    page.items(directory.finders_of(region).map(|finder| {
        let id = format!("finder-{}", finder.id);
        let (name, about) = (said.text(&id), said.text(&format!("{id}.about")));
        let (state, checked) = (state(finder.confirmed), finder.last_checked);
        format!("{name}, a page that finds services: {about} {} ({state}, last checked {checked})", page_of(finder.url))
    }));
}

fn kind(kind: HelplineKind) -> &'static str {
    match kind {
        HelplineKind::Crisis => "crisis",
        HelplineKind::Drugs => "drugs",
        HelplineKind::Family => "family",
    }
}

fn messages(line: &TextLine) -> String {
    line.keyword.map_or_else(|| line.number.to_owned(), |word| format!("{word} to {}", line.number))
}

fn state(confirmed: bool) -> &'static str {
    if confirmed { "confirmed" } else { "**unconfirmed**" }
}

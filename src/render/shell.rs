//! The shell: what stands around the program from the first byte, with or without it.
//!
//! Everything is rendered in every language, and one is shown. The emergency bar and panel are rendered for every
//! region as well; the block without a region names every number. The leaflet stands in for the program. Without
//! scripts nothing of another language is hidden, and the numbers are those of every region.
//!
//! Hooks of `assets/shell.js`, all of them data attributes: `lang` (a block in the language of its attribute `lang`),
//! `speak` (a button that chooses the language it is written in), `region` (a block for that region), `locales`
//! (browser languages that suggest it), `region-select`, `link` (the fixed links in order), `leaflet`, `loading`,
//! `leave`, `needs-script`.

use std::collections::BTreeMap;

use care_check_engine::help::Helpline;
use yew::prelude::*;

use crate::content::{DIRECTORY, LOCALES, Locale, say};
use crate::embed::links;
use crate::session::{Action, Session};
use crate::ui::View;
use crate::voice::{Voice, helpline_words};

/// Where the program's frame goes.
pub const PROGRAM_MARK: &str = "<!--program-->";

/// The page that a visitor leaves to: known everywhere, in many languages, and about nothing in particular.
pub const EXIT: &str = "https://www.wikipedia.org/";

type Locales = &'static [&'static Locale];

/// The body of the page in these languages.
pub fn markup(locales: Locales) -> String {
    let before = super::markup(move || html! { <>{ bar_blocks(locales) }{ header(locales) }</> });
    // Almost all of the file is the program, so what nobody may wait for stands before it. Once everything is
    // there, the script moves the panel to where it is seen: after the program.
    let aside = super::markup(move || panel_blocks(locales));
    let main = super::markup(move || html! { <>{ loading(locales) }{ leaflet(locales) }</> });
    let after = super::markup(move || html! { <>{ footer(locales) }{ fixed_links() }</> });
    format!(
        "{before}<div class=\"columns\">{aside}<div class=\"program-column\">{PROGRAM_MARK}{main}</div></div>{after}"
    )
}

fn voice(locale: &'static Locale) -> Voice {
    Voice { locale, ..Voice::default() }
}

/// A block in every language.
fn for_each_language(locales: Locales, class: &'static str, block: impl Fn(Voice) -> Html) -> Html {
    let blocks = locales.iter().map(|locale| {
        let voice = voice(locale);
        html! { <div class={class} data-lang="" lang={locale.tag} dir={voice.direction()}>{ block(voice) }</div> }
    });
    html! { <>{ for blocks }</> }
}

/// Every region's block, and the one for nobody's region.
fn for_each_region(voice: Voice, block: impl Fn(Voice) -> Html) -> Html {
    let none = std::iter::once(None);
    let blocks = none.chain(DIRECTORY.regions.iter().map(Some)).map(|region| {
        let id = region.map_or("", |r| r.id);
        let locales = region.map(|r| r.locales.join(" "));
        html! {
            <div data-region={id} data-locales={locales} hidden={region.is_some()}>
                { block(Voice { region, ..voice }) }
            </div>
        }
    });
    html! { <>{ for blocks }</> }
}

fn header(locales: Locales) -> Html {
    html! {
        <header class="top">
            { languages(locales) }
            { for_each_language(locales, "words", |voice| html! {
                <p class="name">{ voice.say(say::PAGE_TITLE) }</p>
            }) }
        </header>
    }
}

fn languages(locales: Locales) -> Html {
    html! {
        <div class="languages" data-needs-script="" hidden=true>
            { for locales.iter().map(|locale| {
                let voice = voice(locale);
                html! {
                    <button type="button" data-speak="" lang={locale.tag} dir={voice.direction()}>
                        { voice.say(say::LANGUAGE_NAME) }
                    </button>
                }
            }) }
        </div>
    }
}

/// Who has read to the end of a screen need not go back to its beginning for another language.
fn footer(locales: Locales) -> Html {
    html! { <footer class="columns">{ languages(locales) }</footer> }
}

/// The bar that stays in view at every scroll position: the way out at its beginning, the number at its end, so that
/// nobody presses one for the other.
fn bar_blocks(locales: Locales) -> Html {
    html! {
        <div class="bar" role="region" aria-labelledby="panel-title">
            { for_each_language(locales, "bar-row", |voice| html! {
                <>
                    <button type="button" class="leave" data-leave="" title={voice.say(say::LEAVE_HINT)} hidden=true>
                        { voice.say(say::LEAVE) }
                    </button>
                    { for_each_region(voice, bar) }
                </>
            }) }
        </div>
    }
}

fn bar(voice: Voice) -> Html {
    html! {
        <div class="bar-inner">
            <p class="bar-signs">
                { voice.say(say::BAR_SIGNS_LEAD) }{ " " }
                { short_signs(&voice).join(", ") }{ " " }
                <span class="bar-rest">{ voice.say(say::BAR_SIGNS_REST) }{ " " }</span>
                <a href="#emergency-signs" class="bar-all">{ voice.say(say::BAR_ALL_SIGNS) }</a>
            </p>
            { emergency_numbers(&voice, "bar-call") }
        </div>
    }
}

/// The signs that have a short name, the most severe first.
fn short_signs(voice: &Voice) -> Vec<String> {
    let short = |(id, _): (&str, AttrValue)| say::EMERGENCY_SHORT.iter().find(|(sign, _)| *sign == id);
    voice.signs().into_iter().filter_map(short).map(|(_, msg)| voice.say(*msg).to_string()).collect()
}

/// One number to call where the region is known, every number with its country where it is not.
fn emergency_numbers(voice: &Voice, class: &'static str) -> Html {
    match voice.region {
        Some(region) => html! {
            <a class={class} href={links::call(region.emergency)}>{ voice.say(say::CALL_EMERGENCY) }</a>
        },
        None => html! {
            <ul class="all-numbers">
                { for voice.numbers_with_countries().into_iter().map(|(number, countries)| html! {
                    <li><a href={links::call(number)}>{ number }</a>{ " " }{ countries }</li>
                }) }
            </ul>
        },
    }
}

/// One heading in every language names both bar and panel: what is hidden in it is not part of the name.
fn panel_blocks(locales: Locales) -> Html {
    html! {
        <aside class="panel" id="emergency-signs" tabindex="-1" aria-labelledby="panel-title">
            <h2 id="panel-title">
                { for locales.iter().map(|locale| {
                    let voice = voice(locale);
                    html! {
                        <span data-lang="" lang={locale.tag} dir={voice.direction()}>
                            { voice.say(say::PANEL_TITLE) }
                        </span>
                    }
                }) }
            </h2>
            { for_each_language(locales, "words", |voice| html! {
                <>{ region_select(&voice) }{ for_each_region(voice, panel) }</>
            }) }
        </aside>
    }
}

fn region_select(voice: &Voice) -> Html {
    html! {
        <label class="region" data-needs-script="" hidden=true>
            <span>{ voice.say(say::START_REGION) }</span>
            <select data-region-select="">
                <option value="">{ voice.say(say::NO_REGION_YET) }</option>
                { for DIRECTORY.regions.iter().map(|region| html! {
                    <option value={region.id}>{ voice.region_name(region) }</option>
                }) }
            </select>
        </label>
    }
}

/// The emergency signs with the numbers, for one region.
fn panel(voice: Voice) -> Html {
    let lines: Vec<&'static Helpline> =
        voice.region.map(|region| DIRECTORY.helplines_of(region).collect()).unwrap_or_default();
    html! {
        <>
            <p class="panel-lead">{ voice.say(say::PANEL_LEAD) }</p>
            { emergency_numbers(&voice, "call") }
            <ul class="signs">
                { for voice.signs().into_iter().map(|(id, text)| html! { <li data-sign={id}>{ text }</li> }) }
            </ul>
            <p>{ voice.say(say::PANEL_UNSURE) }</p>
            <p class="panel-crisis">{ voice.say(say::PANEL_CRISIS) }</p>
            { for lines.into_iter().map(|line| helpline(&voice, line)) }
        </>
    }
}

fn helpline(voice: &Voice, line: &'static Helpline) -> Html {
    let Some(words) = helpline_words(line.id) else { return Html::default() };
    let hours = words.hours.unwrap_or(say::ANY_HOUR);
    html! {
        <div class="line" data-helpline={line.id}>
            <strong>{ voice.say(words.name) }</strong>{ " " }
            <span>{ voice.say(words.about) }{ " " }{ voice.say(hours) }</span>
            { (!voice.is_spoken_by(line)).then(|| html! { <>{ " " }<span>{ voice.say(say::OTHER_LANGUAGE) }</span></> }) }
            { (!line.confirmed).then(|| html! { <>{ " " }<span>{ voice.say(say::NUMBER_UNCONFIRMED) }</span></> }) }
            <span class="calls">
                { line.call.map(|number| html! { <a href={links::call(number)}>{ voice.say_named(say::CALL_NUMBER, number) }</a> }) }
                { " " }
                { line.text.as_ref().map(|text| {
                    html! { <a href={links::text(text)}>{ voice.say_named(say::TEXT_NUMBER, &text.display()) }</a> }
                }) }
            </span>
        </div>
    }
}

/// Shown while the program loads.
fn loading(locales: Locales) -> Html {
    html! {
        <div class="loading" data-loading="" hidden=true>
            { for_each_language(locales, "", |voice| html! { <p>{ voice.say(say::LOADING) }</p> }) }
        </div>
    }
}

/// The documented options without the questions, for when the program cannot run.
fn leaflet(locales: Locales) -> Html {
    html! { <main class="leaflet" data-leaflet="">{ for_each_language(locales, "words", leaflet_in) }</main> }
}

fn leaflet_in(voice: Voice) -> Html {
    let session = Session::default().after(Action::Language(voice.locale));
    let view = View::still(&session, voice);
    html! {
        <>
            <h1>{ voice.say(say::LEAFLET_TITLE) }</h1>
            <p class="lead">{ voice.say(say::LEAFLET_LEAD) }</p>
            <p>{ voice.say(say::LEAFLET_FIRST) }</p>
            { crate::ui::options_table(&view) }
            <p>{ voice.say(say::NOT_A_DIAGNOSIS) }</p>
        </>
    }
}

/// The links the program may ask for, in the order of [`links::all`]. The shell clicks them; nobody sees them.
fn fixed_links() -> Html {
    html! {
        <div hidden=true>
            { for links::all().into_iter().map(|link| {
                let new_tab = link.starts_with("https:");
                html! {
                    <a data-link="" href={link} tabindex="-1"
                        target={new_tab.then_some("_blank")}
                        rel={new_tab.then_some("noopener noreferrer")}></a>
                }
            }) }
        </div>
    }
}

/// The page's title in each language, for the frame that a site shows it in.
pub fn titles() -> BTreeMap<&'static str, String> {
    LOCALES.iter().map(|locale| (locale.tag, voice(locale).say(say::PAGE_TITLE).to_string())).collect()
}

/// The language of the page before its script runs, and its title and description.
pub fn head() -> (&'static str, AttrValue, AttrValue) {
    let voice = voice(LOCALES[0]);
    (voice.locale.tag, voice.say(say::PAGE_TITLE), voice.say(say::PAGE_ABOUT))
}

//! Colours that others choose: a system's own few, and a site's accent.

use browser_tests::visit::texts;
use browser_tests::{Browser, Setup, Visit, in_both_browsers, tour};
use serde_json::json;

in_both_browsers![forced_colours_keep_everything_apart, every_colour_a_site_may_set_can_be_read];

fn forced_colours_keep_everything_apart(browser: Browser) {
    let setup = Setup { forced_colours: true, frame_in_own_process: false, ..Setup::default() };
    let visit = Visit::begin_with(browser, setup);
    let mut wrong = Vec::new();
    let mut checked = serde_json::Map::new();
    tour::of_every_screen(&visit, |screen| {
        for (place, session) in [("shell", Visit::shell as fn(&Visit) -> &_), ("program", Visit::program)] {
            let seen = session(&visit).script(APART, json!([]));
            wrong.extend(texts(&seen[0]).into_iter().map(|what| format!("{screen}, {place}: {what}")));
            checked.extend(seen[1].as_object().cloned().into_iter().flatten());
        }
    });
    assert!(wrong.is_empty(), "{browser:?}, {} places:\n{}", wrong.len(), wrong.join("\n"));
    // The tour came by everything that there is to tell apart.
    for part in ["button", "chosen", "focus", "icon", "rung", "step", "progress", "suggested"] {
        assert!(checked.contains_key(part), "{browser:?}: no {part} among {:?}", checked.keys());
    }
}

/// What cannot be told apart any more, and which kinds of things were looked at.
const APART: &str = r#"
    const wrong = [], checked = {};
    if (!matchMedia('(forced-colors: active)').matches) wrong.push('no colours are forced');
    const name = (element) => element.outerHTML.slice(0, 90);
    const seen = (element) => element.checkVisibility();
    const all = (selector) => Array.from(document.body.querySelectorAll(selector)).filter(seen);
    const clear = (value) => value === 'transparent' || value === 'rgba(0, 0, 0, 0)';
    const ground = (element) => {
        for (let at = element; at; at = at.parentElement) {
            const { backgroundColor } = getComputedStyle(at);
            if (!clear(backgroundColor)) return backgroundColor;
        }
        return getComputedStyle(document.body).backgroundColor;
    };
    const look = (part, selector, isApart) => {
        for (const element of all(selector)) {
            checked[part] = true;
            if (!isApart(element, getComputedStyle(element))) wrong.push(`${part}: ${name(element)}`);
        }
    };
    const bordered = (style, element) =>
        style.borderTopStyle !== 'none' && parseFloat(style.borderTopWidth) >= 1 && style.borderTopColor !== ground(element.parentElement);

    look('button', 'button, a.call, a.bar-call', (element, style) =>
        bordered(style, element) || style.textDecorationLine.includes('underline'));
    look('field', 'select, input[type=text], textarea', (element, style) => bordered(style, element));
    // The chosen option differs from the others by more than its colours, which are the same now.
    const edge = (style) => [style.borderTopWidth, style.borderTopStyle, style.outlineStyle, style.fontWeight].join();
    look('chosen', '.choice:has(:checked)', (element, style) => {
        const other = all('.choice:not(:has(:checked)):not(.declined)')[0];
        return bordered(style, element) && (!other || edge(getComputedStyle(other)) !== edge(style));
    });
    look('icon', 'svg.icon', (element, style) => style.stroke !== 'none' && style.stroke !== ground(element));
    const rung = (element) => Array.from(element.querySelectorAll('circle'), (circle) => {
        const { fill, stroke, r } = getComputedStyle(circle);
        return [fill, stroke, r].join();
    }).join(';');
    look('rung', '.rung.on', (element) => {
        const other = all('.rung:not(.on)')[0];
        const circle = element.querySelector('circle:last-of-type');
        return (!other || rung(element) !== rung(other)) && getComputedStyle(circle).fill !== ground(element);
    });
    look('step', '.step.now', (element) => {
        const { backgroundColor } = getComputedStyle(element, '::before');
        return !clear(backgroundColor) && backgroundColor !== ground(element);
    });
    look('progress', 'progress', (element, style) => bordered(style, element));
    look('suggested', 'tr.suggested', (element) => {
        const word = element.querySelector('.here');
        return word && bordered(getComputedStyle(word), word);
    });
    look('warning', '.missing:not(:empty)', (element, style) => parseFloat(style.borderInlineStartWidth) >= 4);
    const control = all('button, select, a[href]')[0];
    control.focus({ focusVisible: true });
    look('focus', ':focus-visible', (element, style) =>
        style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && style.outlineColor !== ground(element.parentElement));
    control.blur();
    return [wrong, checked];"#;

/// The script that judges what a site asks for makes three colours of an accent, for both themes.
fn every_colour_a_site_may_set_can_be_read(browser: Browser) {
    let visit = Visit::begin(browser);
    let script = format!("{}{ACCENTS}", include_str!("../../../../assets/site.js"));
    let seen = visit.shell().script(&script, json!([include_str!("../../../../assets/tokens.css")]));
    let wrong = texts(&seen[0]);
    assert!(wrong.is_empty(), "{browser:?}, {} colours:\n{}", wrong.len(), wrong.join("\n"));
    let (taken, refused) = (seen[1].as_u64().unwrap_or(0), seen[2].as_u64().unwrap_or(0));
    assert!(taken > 500 && refused > 500, "{taken} colours are taken and {refused} refused");
}

/// Every sixteenth of each channel; the colours that have too little contrast with what stands beside them.
const ACCENTS: &str = r#"
    const themes = [{}, {}];
    for (const [, name, light, dark] of arguments[0].matchAll(/--([\w-]+): var\(--light, (#\w{6})\) var\(--dark, (#\w{6})\)/g)) {
        themes[0][name] = light;
        themes[1][name] = dark;
    }
    const grounds = ['ground', 'surface', 'accent-wash', 'alarm-wash', 'care-wash'];
    const pairs = [
        ...grounds.map((ground) => ['accent-strong', ground, 4.5]),
        ...grounds.map((ground) => ['accent', ground, 3]),
        ...['ink', 'ink-soft', 'alarm-strong'].map((text) => [text, 'accent-wash', 4.5]),
        ...['focus', 'line-strong'].map((mark) => [mark, 'accent-wash', 3]),
        ['on-accent', 'accent', 4.5], ['on-accent', 'accent-strong', 4.5], ['accent', 'line', 3],
    ];
    const wrong = [];
    let taken = 0, refused = 0;
    const steps = Array.from({ length: 16 }, (_, step) => (step * 17).toString(16).padStart(2, '0'));
    for (const red of steps) for (const green of steps) for (const blue of steps) {
        const accent = `#${red}${green}${blue}`;
        if (!isAccent(accent)) { refused += 1; continue; }
        taken += 1;
        const made = accentColours(accent).map((both) => both.match(/#\w{6}/g));
        for (const [at, theme] of themes.entries()) {
            const own = { accent: made[0][at], 'accent-strong': made[1][at], 'accent-wash': made[2][at] };
            const colours = { ...theme, ...own };
            for (const [front, back, least] of pairs) {
                const seen = contrast(colours[front], colours[back]);
                if (seen < least && wrong.length < 20)
                    wrong.push(`${accent}, ${at ? 'dark' : 'light'}: ${front} on ${back} has ${seen.toFixed(2)}`);
            }
        }
    }
    return [wrong, taken, refused];"#;

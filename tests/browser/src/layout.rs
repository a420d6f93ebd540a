//! What a visitor could not read, because it sticks out of the window or is cut off.

use serde_json::json;

use crate::session::Session;
use crate::visit::texts;

/// What sticks out of the window or is cut off inside its box, as texts.
#[track_caller]
pub fn cut_off(session: &Session) -> Vec<String> {
    texts(&session.script(CUT_OFF, json!([])))
}

const CUT_OFF: &str = "
    const found = [];
    const page = document.documentElement;
    if (page.scrollWidth > page.clientWidth) found.push(`${page.scrollWidth} wide in ${page.clientWidth}`);
    // Text for screen readers alone is cut off on purpose.
    const unseen = (element) => element.closest('.unseen') !== null;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode, element = text.parentElement;
        if (!text.data.trim() || unseen(element) || !element.checkVisibility() || element.closest('select')) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const { left, right } of range.getClientRects())
            if (left < -1 || right > innerWidth + 1) found.push(`\"${text.data.trim().slice(0, 60)}\" from ${left} to ${right}`);
    }
    for (const element of document.body.querySelectorAll('*')) {
        if (unseen(element) || !element.checkVisibility()) continue;
        const { overflowX, overflowY } = getComputedStyle(element);
        const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
        const name = element.outerHTML.slice(0, 80);
        if (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) found.push('cut off in width: ' + name);
        if (hides(overflowY) && element.scrollHeight > element.clientHeight + 1) found.push('cut off in height: ' + name);
        const { left, right, width } = element.getBoundingClientRect();
        if (width > 0 && (left < -1 || right > innerWidth + 1)) found.push(`from ${left} to ${right}: ` + name);
    }
    return found";

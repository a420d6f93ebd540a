//! What a visitor could not read, because it sticks out of the window or is cut off.

use serde_json::json;

use crate::session::Session;
use crate::visit::texts;

/// What sticks out of the window or is cut off inside its box, as texts.
#[track_caller]
pub fn cut_off(session: &Session) -> Vec<String> {
    texts(&session.script(CUT_OFF, json!([])))
}

/// Where a row, a list or a heading begins at the left on a page that is written from right to left.
#[track_caller]
pub fn not_mirrored(session: &Session) -> Vec<String> {
    texts(&session.script(NOT_MIRRORED, json!([])))
}

const NOT_MIRRORED: &str = "
    const found = [];
    const box = (element) => element.getBoundingClientRect();
    const visible = (selector) => Array.from(document.querySelectorAll(selector)).filter((element) => element.checkVisibility());
    for (const label of visible('label.choice'))
        if (box(label.querySelector('input')).left < box(label.querySelector('span')).left) found.push('an answer has its mark at the left');
    for (const list of visible('ul, ol')) {
        const { paddingLeft, paddingRight } = getComputedStyle(list);
        if (parseFloat(paddingLeft) > parseFloat(paddingRight)) found.push('a list is indented at the left: ' + list.className);
    }
    for (const row of visible('.bar-inner, .top, .answer')) {
        const parts = Array.from(row.querySelectorAll(':scope > *, .words > *')).filter((part) => part.checkVisibility() && box(part).width > 0);
        for (const [at, part] of parts.entries()) {
            const next = parts[at + 1];
            const beside = next && box(part).top < box(next).bottom && box(next).top < box(part).bottom;
            if (beside && row.className !== 'top' && box(part).left < box(next).left) found.push('a row begins at the left: ' + row.className);
        }
    }
    for (const heading of visible('h1, h2, h3')) {
        const range = document.createRange();
        range.selectNodeContents(heading);
        const words = range.getBoundingClientRect(), place = box(heading);
        if (place.right - words.right > words.left - place.left + 1) found.push('a heading begins at the left: ' + heading.textContent);
    }
    return found";

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

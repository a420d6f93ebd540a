//! Small drawings beside headings, so that a part is found again at a glance. They say nothing that the heading
//! does not say, and are hidden from screen readers.

use yew::prelude::*;

use super::markup::{el, with};

/// The shape of a drawing, within 24 by 24.
#[derive(Clone, Copy)]
pub struct Icon(&'static str);

/// A list with a tick.
pub const TODAY: Icon = Icon("M3 6l2 2 4-4M12 6h9M3 16l2 2 4-4M12 16h9");
/// A telephone receiver.
pub const CALL: Icon = Icon("M5 3h4l2 5-3 2a13 13 0 0 0 6 6l2-3 5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 5a2 2 0 0 1 2-2z");
/// A wave that runs out.
pub const COMING_DOWN: Icon = Icon("M2 7c3-6 5 10 8 7s3-3 5 0 4 3 7 3");
/// Two people.
pub const PEOPLE: Icon =
    Icon("M5 7a3 3 0 1 0 6 0 3 3 0 1 0-6 0M2 20a6 6 0 0 1 12 0M15 4a3 3 0 0 1 0 6M17 14a6 6 0 0 1 5 6");
/// A question mark.
pub const WHY: Icon = Icon("M8 9a4 4 0 1 1 5 4q-1 1-1 3M12 20v.1");
/// Stops on a way.
pub const WAY: Icon = Icon("M12 2v5M12 10v5M12 18v4M9 8.500h6M9 16.500h6");
/// An open door.
pub const DOOR: Icon = Icon("M5 21V3h10v18M15 5h4v16M3 21h18M11 12v.1");
/// Something more.
pub const BESIDE: Icon = Icon("M12 5v14M5 12h14");
/// Up and down.
pub const CHANGES: Icon = Icon("M7 20V4M3 8l4-4 4 4M17 4v16M13 16l4 4 4-4");
/// A sheet of paper.
pub const TAKE: Icon = Icon("M6 3h8l5 5v13H6zM14 3v5h5M9 13h7M9 17h7");
/// A clock.
pub const AGAIN: Icon = Icon("M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M12 7v5l4 2");

pub fn icon(Icon(path): Icon) -> Html {
    drawing("icon", "0 0 24 24", vec![with(el("path", "", Vec::new()), "d", path)])
}

/// A drawing that screen readers pass over: what it shows is said in words beside it.
pub fn drawing(class: &'static str, view_box: &'static str, shapes: Vec<Html>) -> Html {
    let drawing = with(with(el("svg", class, shapes), "aria-hidden", "true"), "focusable", "false");
    if view_box.is_empty() { drawing } else { with(drawing, "viewBox", view_box) }
}

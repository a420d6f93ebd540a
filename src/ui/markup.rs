//! Markup by functions. A screen is mostly plain elements with a class and a text; written with `html!`, each
//! of them is some hundred bytes of program, written with these a few dozen. Inputs stay with `html!`, but no class does:
//! to mix classes together it brings a set of texts, 3 KB of program.

use yew::prelude::*;
use yew::virtual_dom::{VTag, VText};

/// An element with a class (empty for none) around other markup.
pub fn el(tag: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    let mut element = VTag::new(tag);
    if !class.is_empty() {
        element.add_attribute("class", class);
    }
    element.add_children(children);
    element.into()
}

/// An element around a text.
pub fn text(tag: &'static str, class: &'static str, text: AttrValue) -> Html {
    el(tag, class, vec![words(text)])
}

/// A text by itself.
pub fn words(text: AttrValue) -> Html {
    VText::new(text).into()
}

/// The same element with an attribute.
pub fn with(html: Html, name: &'static str, value: impl Into<AttrValue>) -> Html {
    with_attribute(html, name, value.into())
}

fn with_attribute(mut html: Html, name: &'static str, value: AttrValue) -> Html {
    if let Html::VTag(tag) = &mut html {
        std::rc::Rc::make_mut(tag).add_attribute(name, value);
    }
    html
}

/// Markup one after the other, without an element around it.
pub fn all(children: Vec<Html>) -> Html {
    Html::from_iter(children)
}

/// Nothing.
pub fn none() -> Html {
    Html::default()
}

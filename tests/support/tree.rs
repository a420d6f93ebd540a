//! Markup as a tree, as far as the renderer writes it: quoted attributes, every element closed but the empty ones.

/// An element with what is in it.
#[derive(Debug, Default)]
pub struct Element {
    pub tag: String,
    attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

#[derive(Debug)]
pub enum Node {
    Element(Element),
    Text(String),
}

/// Elements that hold nothing and are not closed.
const EMPTY: [&str; 7] = ["br", "hr", "img", "input", "link", "meta", "source"];

impl Element {
    /// An element around all of the markup.
    #[track_caller]
    pub fn parse(markup: &str) -> Self {
        let mut open = vec![Self::default()];
        let mut rest = markup;
        while !rest.is_empty() {
            if let Some(after) = rest.strip_prefix("<!--") {
                rest = after.split_once("-->").expect("a comment ends").1;
            } else if let Some(after) = rest.strip_prefix("</") {
                let (tag, after) = after.split_once('>').expect("a closing tag ends");
                let closed = open.pop().expect("something is open");
                assert_eq!(closed.tag, tag, "the elements are closed in their order");
                open.last_mut().expect("something is around it").children.push(Node::Element(closed));
                rest = after;
            } else if let Some(after) = rest.strip_prefix('<') {
                let (element, after) = opening(after);
                if EMPTY.contains(&element.tag.as_str()) {
                    open.last_mut().expect("something is open").children.push(Node::Element(element));
                } else {
                    open.push(element);
                }
                rest = after;
            } else {
                let (text, after) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
                open.last_mut().expect("something is open").children.push(Node::Text(unescaped(text)));
                rest = after;
            }
        }
        assert_eq!(open.len(), 1, "{} is not closed", open.last().map_or("", |element| &element.tag));
        open.remove(0)
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub fn has_class(&self, name: &str) -> bool {
        self.attribute("class").is_some_and(|classes| classes.split(' ').any(|class| class == name))
    }

    pub fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// Everything in it, however deep, in the order of reading.
    pub fn all(&self) -> Vec<&Self> {
        self.elements().flat_map(|child| [vec![child], child.all()].concat()).collect()
    }

    pub fn all_of(&self, tag: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|element| element.tag == tag).collect()
    }

    /// What a screen reader would say of it.
    pub fn text(&self) -> String {
        let said = |child: &Node| match child {
            Node::Element(element) if element.attribute("aria-hidden") == Some("true") => String::new(),
            Node::Element(element) => element.text(),
            Node::Text(text) => text.clone(),
        };
        self.children.iter().map(said).collect::<String>()
    }
}

/// The tag that begins here, without its `<`, and what comes after it.
fn opening(markup: &str) -> (Element, &str) {
    let end = markup.find([' ', '>', '/']).expect("a tag ends");
    let mut element = Element { tag: markup[..end].to_owned(), ..Element::default() };
    let mut rest = markup[end..].trim_start();
    loop {
        if let Some(after) = rest.strip_prefix('>') {
            return (element, after);
        }
        let end = rest.find(['=', ' ', '>']).expect("an attribute ends");
        let name = rest[..end].to_owned();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix("=\"") {
            let (quoted, after) = after.split_once('"').expect("a value is quoted");
            value = unescaped(quoted);
            rest = after;
        }
        element.attributes.push((name, value));
        rest = rest.trim_start();
    }
}

fn unescaped(text: &str) -> String {
    let marks = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&")];
    marks.iter().fold(text.to_owned(), |text, (coded, plain)| text.replace(coded, plain))
}

//! Draws boxes, arrows and lines of text as SVG. Text is measured by guess, widely enough for any common font.

use std::fmt::Write as _;

/// Colours stand as classes, so that the drawing stays small. The ground is white in every theme of the reader.
const STYLE: &str = "\
text{font-family:system-ui,'Segoe UI',Roboto,'DejaVu Sans',Arial,sans-serif;font-size:13px;fill:#14302d}\
.t{font-size:18px;font-weight:700}.b{font-size:14px;font-weight:700}.s{font-size:12px;fill:#46605c}\
.r{font-size:14px;font-weight:700;fill:#a3161f}\
.box{fill:#e3f0ee;stroke:#0b5f58}.skip{fill:#fff;stroke:#0b5f58;stroke-dasharray:5 3}\
.alarm{fill:#fdf0ef;stroke:#a3161f}.first{fill:#eef1fb;stroke:#54639c}.end{fill:#0b5f58;stroke:#0b5f58}\
.w{fill:#fff;font-weight:700;font-size:14px}.v{fill:#fff;font-size:12px}\
.line{fill:none;stroke:#46605c;stroke-width:1.5}.red{fill:none;stroke:#a3161f;stroke-width:1.5}\
.pass{fill:none;stroke:#6a827e;stroke-width:1.5;stroke-dasharray:5 3}\
.bar{fill:none;stroke:#54639c;stroke-width:1.5}.over{fill:none;stroke:#fff;stroke-width:9}";

/// A drawing in the making; distances are in pixels from the upper left.
pub struct Drawing {
    width: usize,
    height: usize,
    body: String,
}

/// A rectangle.
#[derive(Clone, Copy)]
pub struct Area {
    pub x: usize,
    pub y: usize,
    pub width: usize,
    pub height: usize,
}

impl Area {
    pub fn right(self) -> usize {
        self.x + self.width
    }

    pub fn bottom(self) -> usize {
        self.y + self.height
    }

    pub fn middle(self) -> usize {
        self.y + self.height / 2
    }
}

impl Drawing {
    pub fn new(width: usize, height: usize) -> Self {
        Self { width, height, body: String::new() }
    }

    pub fn area(&mut self, class: &str, area: Area) {
        let Area { x, y, width, height } = area;
        self.add(&format!(
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"7\"/>"
        ));
    }

    /// A line of text whose letters stand on `y`.
    pub fn text(&mut self, class: &str, x: usize, y: usize, text: &str) {
        self.add(&format!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{}</text>", escaped(text)));
    }

    /// Lines of text, one below the other, around the height `middle`.
    pub fn lines(&mut self, x: usize, middle: usize, lines: &[(&str, String)]) {
        let step = 17;
        let first = middle + 5 - (lines.len().saturating_sub(1) * step) / 2;
        for (position, (class, text)) in lines.iter().enumerate() {
            self.text(class, x, first + position * step, text);
        }
    }

    pub fn line(&mut self, class: &str, points: &[(usize, usize)]) {
        self.stroke(class, points, "");
    }

    /// A line with a head at its end, in the colour of the line.
    pub fn arrow(&mut self, class: &str, points: &[(usize, usize)]) {
        let head = match class {
            "red" => "hr",
            "bar" => "hb",
            _ => "h",
        };
        self.stroke(class, points, &format!(" marker-end=\"url(#{head})\""));
    }

    fn stroke(&mut self, class: &str, points: &[(usize, usize)], end: &str) {
        let points: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
        self.add(&format!("<polyline class=\"{class}\" points=\"{}\"{end}/>", points.join(" ")));
    }

    fn add(&mut self, element: &str) {
        // Writing to a String cannot fail.
        let _ = writeln!(self.body, "{element}");
    }

    /// The file. `title` and `describes` are what a screen reader says.
    pub fn finish(self, title: &str, describes: &str) -> String {
        let Self { width, height, body } = self;
        let (title, describes) = (escaped(title), escaped(describes));
        let head = |id: &str, colour: &str| {
            format!(
                "<marker id=\"{id}\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" \
                 orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"{colour}\"/></marker>"
            )
        };
        let heads = [head("h", "#46605c"), head("hr", "#a3161f"), head("hb", "#54639c")].concat();
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
             height=\"{height}\" role=\"img\" aria-labelledby=\"title desc\">\n\
             <title id=\"title\">{title}</title>\n<desc id=\"desc\">{describes}</desc>\n\
             <style>{STYLE}</style>\n<defs>{heads}</defs>\n\
             <rect width=\"{width}\" height=\"{height}\" rx=\"10\" fill=\"#fff\"/>\n{body}</svg>\n"
        )
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A text in lines that fit into `width` pixels at 12 to 13 pixels a letter's height.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    // Wide fonts take up to 7.6 pixels a letter on average at this size.
    let most = (width * 10 / 76).max(1);
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

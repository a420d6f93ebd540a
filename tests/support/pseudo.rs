//! Languages that nobody speaks, made of the English texts: whatever is shown in them and does not carry their
//! marks stands in the program and not in the locales.

use care_check::content::{LOCALES, Locale, Msg, say};
use care_check_engine::words::code;

/// Stand around every piece of every text.
pub const OPEN: char = '⟦';
pub const CLOSE: char = '⟧';

/// Accents on every vowel. The words stay readable, and longer than before.
pub fn accented() -> &'static Locale {
    language("accented", "ltr", |letter| {
        let accented = match letter {
            'a' => 'á',
            'e' => 'ê',
            'i' => 'ï',
            'o' => 'ø',
            'u' => 'ü',
            'A' => 'Å',
            'E' => 'É',
            'I' => 'Î',
            'O' => 'Ö',
            'U' => 'Ú',
            other => other,
        };
        Some(accented)
    })
}

/// Hebrew letters for consonants, and no vowels, as they are written there: browsers set it from right to left.
pub fn right_to_left() -> &'static Locale {
    const LETTERS: [(&str, char); 18] = [
        ("b", 'ב'),
        ("cq", 'ק'),
        ("d", 'ד'),
        ("f", 'פ'),
        ("g", 'ג'),
        ("h", 'ה'),
        ("j", 'ז'),
        ("k", 'כ'),
        ("l", 'ל'),
        ("m", 'מ'),
        ("n", 'נ'),
        ("p", 'ף'),
        ("r", 'ר'),
        ("s", 'ס'),
        ("t", 'ת'),
        ("vw", 'ו'),
        ("x", 'ש'),
        ("yz", 'י'),
    ];
    language("mirrored", "rtl", |letter| {
        let small = letter.to_ascii_lowercase();
        if "aeiou".contains(small) {
            return None;
        }
        Some(LETTERS.iter().find(|(of, _)| of.contains(small)).map_or(letter, |(_, hebrew)| *hebrew))
    })
}

fn language(tag: &'static str, direction: &str, letter: impl Fn(char) -> Option<char>) -> &'static Locale {
    let original = LOCALES[0];
    let mut texts = String::new();
    for index in 0..original.len() {
        let msg = Msg(u16::try_from(index).expect("texts are numbered"));
        if msg == say::LANGUAGE_DIRECTION {
            texts.push_str(direction);
        } else {
            texts.push_str(&marked(original.text(msg), &letter));
        }
        texts.push(code::END_OF_TEXT);
    }
    Box::leak(Box::new(Locale::new(tag, false, texts.leak())))
}

/// The text with its codes as they are, and marks around what stands between them.
fn marked(text: &str, letter: &impl Fn(char) -> Option<char>) -> String {
    let mut out = String::new();
    let mut literal = String::new();
    let mut letters = text.chars();
    while let Some(next) = letters.next() {
        match next {
            code::VALUE | code::SELECT => {
                flush(&mut literal, letter, &mut out);
                out.push(next);
                out.extend(letters.next());
            }
            code::NEXT | code::END | '\n' => {
                flush(&mut literal, letter, &mut out);
                out.push(next);
            }
            plain => literal.push(plain),
        }
    }
    flush(&mut literal, letter, &mut out);
    out
}

fn flush(literal: &mut String, letter: &impl Fn(char) -> Option<char>, out: &mut String) {
    let taken = std::mem::take(literal);
    if !taken.chars().any(char::is_alphabetic) {
        out.push_str(&taken);
        return;
    }
    out.push(OPEN);
    out.extend(taken.chars().filter_map(letter));
    out.push(CLOSE);
}

/// What a text says outside of the marks.
pub fn outside(text: &str) -> String {
    let mut depth = 0usize;
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            OPEN => depth += 1,
            CLOSE => depth = depth.saturating_sub(1),
            plain if depth == 0 => out.push(plain),
            _ => {}
        }
    }
    out
}

//! JSON as it is being written. A library would do, but its bytes have to be loaded by slow telephones.

/// Text of JSON; commas come by themselves.
#[derive(Default)]
pub struct Json {
    text: String,
}

impl Json {
    /// A list or an object begins, after a name or as the next in a list.
    pub fn open(&mut self, bracket: char) {
        self.comma();
        self.text.push(bracket);
    }

    /// Writes the brackets that end what was opened.
    pub fn close(&mut self, brackets: &str) {
        self.text.push_str(brackets);
    }

    pub fn name(&mut self, name: &str) {
        self.string(name);
        self.text.push(':');
    }

    pub fn field(&mut self, name: &str, value: &str) {
        self.name(name);
        self.string(value);
    }

    pub fn into_text(self) -> String {
        self.text
    }

    fn string(&mut self, value: &str) {
        self.comma();
        self.text.push('"');
        for letter in value.chars() {
            match letter {
                '"' | '\\' => self.text.extend(['\\', letter]),
                // No other characters may not stand as they are.
                '\0'..='\x1f' => {
                    let digits = [letter as u32 >> 4, letter as u32 & 15];
                    self.text.push_str("\\u00");
                    self.text.extend(digits.map(|digit| char::from_digit(digit, 16).unwrap_or('0')));
                }
                plain => self.text.push(plain),
            }
        }
        self.text.push('"');
    }

    fn comma(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(['{', '[', ':']) {
            self.text.push(',');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_comes_back_as_it_was() {
        let ascii: String = (0..=127).map(char::from).collect();
        for text in
            [ascii.as_str(), "", "\"\\\"", "{[:", "\\u0041", "ñ ¿é? \u{2028}\u{feff} 🫀 \u{10ffff} שלום", "</script>"]
        {
            let mut json = Json::default();
            json.open('{');
            json.field(text, text);
            json.name("list");
            json.open('[');
            json.string(text);
            json.string(text);
            json.close("]}");
            let read: serde_json::Value = serde_json::from_str(&json.into_text()).expect("it is JSON");
            assert_eq!(read[text], text);
            assert_eq!(read["list"], serde_json::json!([text, text]));
        }
    }
}

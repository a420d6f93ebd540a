//! JSON as it is being written. A library would do, but its bytes have to be loaded by slow telephones.

/// Text of JSON: what its caller writes as it is, and strings.
#[derive(Default)]
pub struct Json {
    text: String,
}

impl Json {
    pub fn raw(&mut self, json: &str) {
        self.text.push_str(json);
    }

    /// Before the next of a list, which is not its first.
    pub fn comma(&mut self) {
        if !self.text.ends_with('[') {
            self.text.push(',');
        }
    }

    /// One string of all pieces.
    pub fn string(&mut self, pieces: &[&str]) {
        self.text.push('"');
        for letter in pieces.iter().flat_map(|piece| piece.chars()) {
            match letter {
                '"' | '\\' => {
                    self.text.push('\\');
                    self.text.push(letter);
                }
                // No other characters may not stand as they are.
                '\0'..='\x1f' => {
                    self.text.push_str(if letter < '\x10' { "\\u000" } else { "\\u001" });
                    self.text.push(char::from(b"0123456789abcdef"[letter as usize & 15]));
                }
                plain => self.text.push(plain),
            }
        }
        self.text.push('"');
    }

    pub fn into_text(self) -> String {
        self.text
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
            json.raw("[");
            for pieces in [[text, ""], ["[", text]] {
                json.comma();
                json.string(&pieces);
            }
            json.raw("]");
            let read: serde_json::Value = serde_json::from_str(&json.into_text()).expect("it is JSON");
            assert_eq!(read, serde_json::json!([text, format!("[{text}")]));
        }
    }
}

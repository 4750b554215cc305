//! From text to tree.

use super::{Tree, Unreadable};

/// Deeper than anything of ours; an answer of another's making is not to exhaust the stack.
const DEEPEST: usize = 100;

pub(super) fn parse(text: &str) -> Result<Tree, Unreadable> {
    let mut parser = Parser { text, at: 0 };
    let tree = parser.value(0);
    parser.space();
    match tree {
        Some(tree) if parser.at == text.len() => Ok(tree),
        _ => Err(Unreadable::Json { at: parser.at }),
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl Parser<'_> {
    fn next(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.next(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    /// Goes past this byte, if it is the next one after white space.
    fn take(&mut self, byte: u8) -> Option<()> {
        self.space();
        (self.next() == Some(byte)).then(|| self.at += 1)
    }

    fn word(&mut self, word: &str, tree: Tree) -> Option<Tree> {
        let rest = self.text.get(self.at..)?;
        rest.starts_with(word).then(|| {
            self.at += word.len();
            tree
        })
    }

    fn value(&mut self, depth: usize) -> Option<Tree> {
        self.space();
        if depth > DEEPEST {
            return None;
        }
        match self.next()? {
            b'n' => self.word("null", Tree::Null),
            b't' => self.word("true", Tree::Bool(true)),
            b'f' => self.word("false", Tree::Bool(false)),
            b'"' => self.string().map(Tree::Text),
            b'[' => {
                let mut items = Vec::new();
                self.each(b']', |parser| {
                    items.push(parser.value(depth + 1)?);
                    Some(())
                })?;
                Some(Tree::List(items))
            }
            b'{' => {
                let mut entries = Vec::new();
                self.each(b'}', |parser| {
                    parser.space();
                    let name = parser.string()?;
                    parser.take(b':')?;
                    entries.push((name, parser.value(depth + 1)?));
                    Some(())
                })?;
                Some(Tree::Map(entries))
            }
            _ => self.number(),
        }
    }

    /// The items between brackets, separated by commas.
    fn each(&mut self, end: u8, mut one: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.at += 1;
        if self.take(end).is_some() {
            return Some(());
        }
        loop {
            one(self)?;
            if self.take(end).is_some() {
                return Some(());
            }
            self.take(b',')?;
        }
    }

    fn number(&mut self) -> Option<Tree> {
        let negative = self.take(b'-').is_some();
        let start = self.at;
        while self.next().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        let distance = self.text.get(start..self.at)?.parse().ok()?;
        Some(Tree::Number { negative, distance })
    }

    fn string(&mut self) -> Option<String> {
        self.take(b'"')?;
        let mut string = String::new();
        loop {
            let start = self.at;
            while !matches!(self.next()?, b'"' | b'\\' | 0..0x20) {
                self.at += 1;
            }
            string.push_str(self.text.get(start..self.at)?);
            let end = self.next()?;
            self.at += 1;
            match end {
                b'"' => return Some(string),
                b'\\' => string.push(self.escaped()?),
                _ => return None,
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        let byte = self.next()?;
        self.at += 1;
        Some(match byte {
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'"' | b'\\' | b'/' => char::from(byte),
            b'u' => {
                let unit = self.unit()?;
                // Beyond 16 bits a character is written as two.
                let code = if let 0xd800..0xdc00 = unit {
                    self.word("\\u", Tree::Null)?;
                    let low = self.unit()?.checked_sub(0xdc00)?;
                    0x10000 + ((unit - 0xd800) << 10) + low
                } else {
                    unit
                };
                char::from_u32(code)?
            }
            _ => return None,
        })
    }

    fn unit(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tree() -> impl Strategy<Value = serde_json::Value> {
        use serde_json::Value;
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 32, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map(any::<String>(), inner, 0..4)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    fn written(tree: &Tree) -> serde_json::Value {
        match tree {
            Tree::Null => serde_json::Value::Null,
            Tree::Bool(value) => (*value).into(),
            Tree::Number {
                negative: false,
                distance,
            } => (*distance).into(),
            Tree::Number { distance, .. } => 0_i64.wrapping_sub_unsigned(*distance).into(),
            Tree::Text(text) => text.clone().into(),
            Tree::List(items) => items.iter().map(written).collect(),
            Tree::Map(entries) => entries
                .iter()
                .map(|(name, tree)| (name.clone(), written(tree)))
                .collect(),
        }
    }

    proptest! {
        #[test]
        fn what_serde_writes_is_read(value in tree()) {
            prop_assert_eq!(&written(&parse(&value.to_string()).unwrap()), &value);
            let pretty = serde_json::to_string_pretty(&value).unwrap();
            prop_assert_eq!(&written(&parse(&pretty).unwrap()), &value);
        }

        #[test]
        fn no_text_is_too_much(text in ".*") {
            let serde = serde_json::from_str::<serde_json::Value>(&text).is_ok();
            prop_assert!(serde || parse(&text).is_err());
        }
    }

    #[test]
    fn escapes_are_read() {
        let text = r#""\"\\\/\b\f\n\r\t\u00e9\ud83d\udd11""#;
        let read = Tree::Text("\"\\/\u{8}\u{c}\n\r\té\u{1f511}".to_owned());
        assert_eq!(parse(text), Ok(read));
        for broken in [
            r#""\ud83d""#,
            r#""\ud83dx""#,
            r#""\u12""#,
            r#""\x""#,
            "\"\n\"",
            "\"",
        ] {
            assert!(parse(broken).is_err(), "{broken}");
        }
    }

    #[test]
    fn what_is_no_json_is_told_with_its_place() {
        assert_eq!(parse("<html>"), Err(Unreadable::Json { at: 0 }));
        assert_eq!(parse("[1, 2"), Err(Unreadable::Json { at: 5 }));
        assert_eq!(parse("1 2"), Err(Unreadable::Json { at: 2 }));
        assert_eq!(parse("1.5"), Err(Unreadable::Json { at: 1 }));
        assert!(parse("").is_err());
        assert!(parse(&"[".repeat(100_000)).is_err());
    }
}

//! The names in a PDF (ISO 32000-2, 7.3.5), read byte by byte.

/// The longest name that is looked for; of longer ones the beginning is enough to tell them apart.
const LONGEST: usize = 16;

/// A reader of names.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    /// The name that is being read, as far as it was read.
    name: Option<Vec<u8>>,
    /// The digits of an escape that is being read, behind its sign.
    escape: Option<Option<u8>>,
}

impl Names {
    /// Reads the next byte: the name that ends before it.
    pub(super) fn byte(&mut self, byte: u8) -> Option<Vec<u8>> {
        if ends_word(byte) {
            self.escape = None;
            let name = self.name.take();
            if byte == b'/' {
                self.name = Some(Vec::with_capacity(LONGEST));
            }
            return name;
        }
        let name = self.name.as_mut()?;
        let read = match (self.escape.take(), digit(byte)) {
            (None, _) if byte == b'#' => {
                self.escape = Some(None);
                return None;
            }
            (Some(None), Some(high)) => {
                self.escape = Some(Some(high));
                return None;
            }
            (Some(Some(high)), Some(low)) => high << 4 | low,
            _ => byte,
        };
        if name.len() < LONGEST {
            name.push(read);
        }
        None
    }
}

/// Whether this byte is white space or a delimiter (7.2.3), and so ends a name or a keyword.
pub(super) const fn ends_word(byte: u8) -> bool {
    matches!(
        byte,
        0 | b'\t'
            | b'\n'
            | 0x0c
            | b'\r'
            | b' '
            | b'('
            | b')'
            | b'<'
            | b'>'
            | b'['
            | b']'
            | b'{'
            | b'}'
            | b'/'
            | b'%'
    )
}

const fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

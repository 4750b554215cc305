//! The contents of a text, before its type is known.

/// JSON that was read. Of numbers there are only whole ones: nothing here is counted in fractions.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Tree {
    /// Nothing; what is missing is the same.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Number {
        /// Is it below zero?
        negative: bool,
        /// How far from zero it is.
        distance: u64,
    },
    /// A text.
    Text(String),
    /// One after another.
    List(Vec<Tree>),
    /// Each by its name.
    Map(Vec<(String, Tree)>),
}

impl Tree {
    /// The value with this name; null if there is none.
    #[must_use]
    #[inline(never)]
    pub fn get(&self, name: &str) -> &Tree {
        self.entries()
            .iter()
            .find(|(known, _)| known == name)
            .map_or(&Tree::Null, |(_, tree)| tree)
    }

    /// The value at this place of a list; null if there is none.
    #[must_use]
    #[inline(never)]
    pub fn item(&self, place: usize) -> &Tree {
        self.items()
            .and_then(|items| items.get(place))
            .unwrap_or(&Tree::Null)
    }

    /// The text, if it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Tree::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Where among these names the text is; past all of them if it is none.
    #[must_use]
    #[inline(never)]
    pub fn place(&self, names: &[&str]) -> usize {
        let text = self.text();
        names
            .iter()
            .position(|name| Some(*name) == text)
            .unwrap_or(usize::MAX)
    }

    /// Where among these names that of the variant is, and what it holds: a text alone holds nothing, and a map of one
    /// entry holds what that has.
    #[must_use]
    #[inline(never)]
    pub fn variant(&self, names: &[&str]) -> (usize, &Tree) {
        match self.entries() {
            [(name, held)] => {
                let place = names.iter().position(|known| known == name);
                (place.unwrap_or(usize::MAX), held)
            }
            _ => (self.place(names), &Tree::Null),
        }
    }

    pub(super) fn items(&self) -> Option<&[Tree]> {
        match self {
            Tree::List(items) => Some(items),
            _ => None,
        }
    }

    pub(super) fn entries(&self) -> &[(String, Tree)] {
        match self {
            Tree::Map(entries) => entries,
            _ => &[],
        }
    }
}

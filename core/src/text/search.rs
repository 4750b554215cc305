//! Search, everywhere alike: the words of what is stored, and the words that were typed.
//!
//! A search finds an object when every word typed is the beginning of a word of the object's name, domain, alias or id.
//! Case, accents, width and the form of composition do not matter. Signs part words, but `%`, `_` and `\` are letters.
//! An id is found by eight or more of its characters, for shorter beginnings are those of thousands of ids.
//! Chinese and other scripts that do not part their words are found by any run of characters. At most [`WORDS`] words
//! and [`CHARACTERS`] characters of a search are read.
//!
//! The rule is the project's own. Needs the feature `search`: the tables of Unicode are too large for a browser, and
//! the server decides.

mod fold;
mod section;

use self::fold::{Class, folded};
pub use self::section::Section;

/// The words of a search that are read.
pub const WORDS: usize = 8;

/// The characters of a search that are read.
pub const CHARACTERS: usize = 200;

/// The bytes of a name that it is sorted by.
const KEY_BYTES: usize = 480;

/// The bytes of an object's text that are kept to be found.
const TEXT_BYTES: usize = 1_000;

/// The characters of a word that an index has to tell apart.
const INDEXED: usize = 32;

/// The same for a run of a script that does not part its words.
const INDEXED_RUN: usize = 12;

/// Before what may be an id, so that it is never found by less than [`ID`] characters. As a sign it is in no word.
const ID_MARK: char = '#';

/// The characters by which an id is found, at least.
const ID: usize = 8;

/// Splits what an indexed word shares with the first word of its object from the rest of it.
const SHARED: char = '/';

/// A word of one script's kind.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word {
    text: String,
    is_run: bool,
}

impl Word {
    /// The word in its one form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Is it a run of characters of a script that does not part its words? It is found anywhere in such a run.
    #[must_use]
    pub fn is_run(&self) -> bool {
        self.is_run
    }

    /// The word as it was typed: what may be an id is looked for among all that may be one.
    fn typed(self) -> Word {
        self.as_id().unwrap_or(self)
    }

    /// The word as an id, if it may be one.
    fn as_id(&self) -> Option<Word> {
        let is_id = self.text.len() >= ID && self.text.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_id.then(|| Word {
            text: format!("{ID_MARK}{}", self.text),
            is_run: false,
        })
    }

    /// Does a word of an object answer to this typed one?
    fn finds(&self, stored: &Word) -> bool {
        if self.is_run {
            stored.is_run && stored.text.contains(&self.text)
        } else {
            stored.text.starts_with(&self.text)
        }
    }

    /// The beginnings under which an index has the objects of a section that this typed word finds by another word than
    /// their first; see [`SearchText::indexed`].
    ///
    /// ```
    /// use tierline_core::text::search::{Search, Section};
    /// let search = Search::parse("con");
    /// assert_eq!(search.words()[0].indexed(Section::of("contoso")), ["Ccon", "Cc/on", "Cco/n"]);
    /// assert_eq!(search.words()[0].indexed(Section::of("fabrikam")), ["Dcon"]);
    /// ```
    #[must_use]
    pub fn indexed(&self, section: Section) -> Vec<String> {
        let limit = if self.is_run { INDEXED_RUN } else { INDEXED };
        let text: String = self.text.chars().take(limit).collect();
        let letter = section.letter();
        // What shares its beginning with the first word stands in the section of both.
        let shares = Section::of(&text) == section;
        let splits = text.char_indices().skip(1).filter(|_| shares);
        std::iter::once(format!("{letter}{text}"))
            .chain(splits.map(|(at, _)| {
                let (shared, rest) = text.split_at(at);
                format!("{letter}{shared}{SHARED}{rest}")
            }))
            .collect()
    }
}

/// What was typed to search for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Search {
    /// Nothing was typed: there is no search.
    Everything,
    /// Nothing but signs was typed, and no word consists of signs.
    Nothing,
    /// Every one of these words has to be found; none of them is the beginning of another.
    Words(Vec<Word>),
}

impl Search {
    /// Reads what was typed. Nothing is refused: what is too long is cut.
    ///
    /// ```
    /// use tierline_core::text::search::{Search, SearchText};
    /// let bakery = SearchText::of(["Bäckerei Weiß", "weiss.example"]);
    /// for typed in ["backerei", "BÄCK", "weiss", "Weiß", "wei bäck", "ｗｅｉ", "example"] {
    ///     assert!(Search::parse(typed).finds(&bakery), "{typed}");
    /// }
    /// for typed in ["erei", "weiss x", "%", "b_"] {
    ///     assert!(!Search::parse(typed).finds(&bakery), "{typed}");
    /// }
    /// let distributor = SearchText::of(["台北市聯強國際"]);
    /// assert!(Search::parse("聯強").finds(&distributor) && Search::parse("國際 台").finds(&distributor));
    /// ```
    #[must_use]
    pub fn parse(typed: &str) -> Self {
        let typed: String = typed.trim().chars().take(CHARACTERS).collect();
        if typed.is_empty() {
            return Search::Everything;
        }
        let typed: Vec<Word> = words(&typed).map(Word::typed).take(WORDS).collect();
        let mut wanted: Vec<Word> = Vec::with_capacity(typed.len());
        for (index, word) in typed.iter().enumerate() {
            let is_implied = typed.iter().enumerate().any(|(other_index, other)| {
                word.finds(other) && (word != other || other_index < index)
            });
            if !is_implied {
                wanted.push(word.clone());
            }
        }
        if wanted.is_empty() {
            Search::Nothing
        } else {
            Search::Words(wanted)
        }
    }

    /// The words that have to be found; none when there is no search or nothing to be found.
    #[must_use]
    pub fn words(&self) -> &[Word] {
        match self {
            Search::Words(words) => words,
            Search::Everything | Search::Nothing => &[],
        }
    }

    /// Does it find an object with these words?
    #[must_use]
    pub fn finds(&self, text: &SearchText) -> bool {
        match self {
            Search::Everything => true,
            Search::Nothing => false,
            Search::Words(words) => words
                .iter()
                .all(|word| text.words.iter().any(|stored| word.finds(stored))),
        }
    }
}

/// The words of an object: what is stored beside it so that it can be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchText {
    words: Vec<Word>,
    section: Section,
}

impl SearchText {
    /// The words of an object's texts; the one that it is sorted by comes first. What is beyond a thousand bytes is
    /// left out: an index has no room for it.
    ///
    /// ```
    /// use tierline_core::text::search::SearchText;
    /// assert_eq!(SearchText::of(["Łódź & Søn", "lodz.example"]).to_string(), " lodz son example ");
    /// ```
    #[must_use]
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut text = Self::default();
        let mut texts = texts.into_iter().peekable();
        if let Some(name) = texts.peek() {
            text.section = Section::of(&sort_key(name));
        }
        for word in texts.flat_map(words) {
            let id = word.as_id();
            text.add(word);
            if let Some(id) = id {
                text.add(id);
            }
        }
        text
    }

    /// The same object with its id.
    ///
    /// ```
    /// use tierline_core::text::search::{Search, SearchText};
    /// let text = SearchText::of(["Contoso"]).with_id("0192f3a0-7c1e-7000-8000-00000000002a");
    /// assert!(Search::parse("0192f3a0-7c1e").finds(&text) && Search::parse("0192F3A07C").finds(&text));
    /// assert!(!Search::parse("0192").finds(&text));
    /// ```
    #[must_use]
    pub fn with_id(mut self, id: &str) -> Self {
        for id in words(id).filter_map(|word| word.as_id()) {
            self.add(id);
        }
        self
    }

    fn add(&mut self, word: Word) {
        let used: usize = self.words.iter().map(|word| word.text.len() + 1).sum();
        if used + word.text.len() < TEXT_BYTES && !self.words.contains(&word) {
            self.words.push(word);
        }
    }

    /// What an index of words has to have of the object, to be looked up by [`Word::indexed`].
    ///
    /// The first word is left out: objects are found by it in an index of [`sort_key`]s, in order, and there may be
    /// very many of them. What another word shares with it is split off, so that only searches for more than that find
    /// the other word here. A run of a script that does not part its words is there once for each of its characters.
    /// Before each word stands the letter of the object's [`Section`], so that an index can be read section by section.
    ///
    /// ```
    /// use tierline_core::text::search::SearchText;
    /// let contoso = SearchText::of(["Contoso North", "contoso2.example"]);
    /// assert_eq!(contoso.indexed(), ["Ccontoso/2", "Cexample", "Cnorth"]);
    /// assert_eq!(SearchText::of(["宏遠貿易"]).indexed(), ["R易", "R貿易", "R遠貿易"]);
    /// ```
    #[must_use]
    pub fn indexed(&self) -> Vec<String> {
        let first = self.words.first().map(Word::as_str).unwrap_or_default();
        let mut indexed: Vec<String> = self
            .words
            .iter()
            .flat_map(|word| {
                let limit = if word.is_run { INDEXED_RUN } else { INDEXED };
                let beginnings = if word.is_run { word.text.len() } else { 1 };
                word.text
                    .char_indices()
                    .take(beginnings)
                    .filter_map(|(at, _)| word.text.get(at..))
                    .map(move |text| text.chars().take(limit).collect::<String>())
            })
            .filter_map(|text| {
                let shared: usize = text
                    .chars()
                    .zip(first.chars())
                    .take_while(|(one, other)| one == other)
                    .map(|(one, _)| one.len_utf8())
                    .sum();
                match text.split_at_checked(shared) {
                    Some((_, "")) => None,
                    Some((shared, rest)) if !shared.is_empty() => {
                        Some(format!("{shared}{SHARED}{rest}"))
                    }
                    _ => Some(text),
                }
            })
            .collect();
        indexed.sort_unstable();
        indexed.dedup();
        let letter = self.section.letter();
        for word in &mut indexed {
            word.insert(0, letter);
        }
        indexed
    }
}

/// The words with a space before and after each: a typed word is found where it follows a space, a run anywhere.
impl std::fmt::Display for SearchText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for word in &self.words {
            write!(f, " {}", word.text)?;
        }
        f.write_str(" ")
    }
}

/// What a name is sorted by: letters with accents beside those without, whatever their case and width. Signs before a
/// name do not count. It begins with the name's first word.
///
/// ```
/// use tierline_core::text::search::sort_key;
/// assert_eq!(sort_key("“Ängelholm” Bröd"), "angelholm” brod");
/// assert!(sort_key("Ahorn") < sort_key("Äpfel") && sort_key("Äpfel") < sort_key("Apfel AG"));
/// ```
#[must_use]
pub fn sort_key(name: &str) -> String {
    let folded = folded(name);
    let mut key = String::with_capacity(folded.len());
    let from_first_word = folded
        .trim_start_matches(|character| Class::of(character) == Class::Separator)
        .split_whitespace();
    for part in from_first_word {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(part);
    }
    key.truncate(key.floor_char_boundary(KEY_BYTES));
    // A control character is none to be sorted by, and no database may keep some.
    key.retain(|character| !character.is_control());
    key
}

/// The words of a text in their one form.
fn words(text: &str) -> impl Iterator<Item = Word> {
    let mut words: Vec<Word> = Vec::new();
    for part in text.split_whitespace() {
        let part = folded(part);
        if is_id(&part) {
            words.push(Word {
                text: part.replace('-', ""),
                is_run: false,
            });
            continue;
        }
        let mut before = Class::Separator;
        for character in part.chars() {
            let class = Class::of(character);
            match words.last_mut().filter(|_| class == before) {
                _ if class == Class::Separator => {}
                Some(word) => word.text.push(character),
                None => words.push(Word {
                    text: character.into(),
                    is_run: class == Class::Unspaced,
                }),
            }
            before = class;
        }
    }
    for word in &mut words {
        let end = word.text.floor_char_boundary(KEY_BYTES);
        word.text.truncate(end);
    }
    words.into_iter()
}

/// An id, or the beginning of one with a hyphen in it: one word, with or without the hyphens.
fn is_id(text: &str) -> bool {
    (9..=36).contains(&text.len())
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

#[cfg(test)]
mod tests;

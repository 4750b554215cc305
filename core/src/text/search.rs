//! Search, the same everywhere: the words of stored objects, and the words that were typed.
//!
//! A search finds an object when every word typed is the beginning of a word of the object's name, domain, alias or id.
//! Case, accents, width and Unicode composition do not matter. Signs separate words, but `%`, `_` and `\` are letters.
//! An id is found by eight or more of its characters, because shorter beginnings match thousands of ids. In Chinese and
//! other scripts that do not separate words, any run of characters is found. At most [`WORDS`] words and [`CHARACTERS`]
//! characters of a search are read.
//!
//! This rule is the project's own. It needs the feature `search`: Unicode's tables are too large for a browser, and the
//! server decides.

mod fold;
mod section;

use self::fold::{Class, folded};
pub use self::section::Section;

/// The maximum number of words of a search that are read.
pub const WORDS: usize = 8;

/// The maximum number of characters of a search that are read.
pub const CHARACTERS: usize = 200;

/// The maximum number of bytes of a name's sort key.
const KEY_BYTES: usize = 480;

/// The maximum number of bytes of an object's searchable text.
const TEXT_BYTES: usize = 1_000;

/// The number of characters of a word that an index distinguishes.
const INDEXED: usize = 32;

/// The same for a run of a script that does not separate words.
const INDEXED_RUN: usize = 12;

/// Precedes a possible id, so that it is never found by fewer than [`ID`] characters. As a sign it occurs in no word.
const ID_MARK: char = '#';

/// The minimum number of characters by which an id is found.
const ID: usize = 8;

/// Separates the part that an indexed word shares with the first word of its object from the rest of it.
const SHARED: char = '/';

/// A word of a script that separates words, or a run of one that does not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word {
    text: String,
    is_run: bool,
}

impl Word {
    /// The word in its canonical form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it is a run of characters of a script that does not separate words. It is found anywhere in such a run.
    #[must_use]
    pub fn is_run(&self) -> bool {
        self.is_run
    }

    /// The word as it was typed: a possible id is looked up among all possible ids.
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

    /// Whether this typed word finds a word of an object.
    fn finds(&self, stored: &Word) -> bool {
        if self.is_run {
            stored.is_run && stored.text.contains(&self.text)
        } else {
            stored.text.starts_with(&self.text)
        }
    }

    /// The beginnings by which an index finds the objects of a section in which a word other than the first matches
    /// this typed word; see [`SearchText::indexed`].
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
        // A word that shares its beginning with the first one stands in the section of both.
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

/// The parsed text of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Search {
    /// Nothing was typed: there is no search.
    Everything,
    /// Nothing but signs was typed, and no word consists of signs.
    Nothing,
    /// Each of these words must be found; none of them is the beginning of another.
    Words(Vec<Word>),
}

impl Search {
    /// Parses the typed text. Nothing is refused: longer text is cut.
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

    /// The words that must be found; none when there is no search or nothing can be found.
    ///
    /// ```
    /// use tierline_core::text::search::Search;
    /// let words: Vec<_> = Search::parse("Contoso, con NORTH").words().iter().map(|word| word.as_str().to_owned()).collect();
    /// // What is the beginning of another is found with it.
    /// assert_eq!(words, ["contoso", "north"]);
    /// ```
    #[must_use]
    pub fn words(&self) -> &[Word] {
        match self {
            Search::Words(words) => words,
            Search::Everything | Search::Nothing => &[],
        }
    }

    /// Whether the search finds an object with these words.
    ///
    /// ```
    /// use tierline_core::text::search::{Search, SearchText};
    /// let text = SearchText::of(["Contoso North"]);
    /// assert!(Search::parse("").finds(&text) && Search::parse("nor con").finds(&text));
    /// assert!(!Search::parse("!").finds(&text));
    /// ```
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

/// The words of an object, stored with it so that it can be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchText {
    words: Vec<Word>,
    section: Section,
}

impl SearchText {
    /// The words of an object's texts; the text that it is sorted by comes first. Anything beyond a thousand bytes is
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

    /// The same object with its id added.
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

    /// The entries for this object in an index of words, looked up by [`Word::indexed`].
    ///
    /// The first word is left out: an index of [`sort_key`]s finds objects by it, in order, and there may be very many
    /// of them. The beginning that another word shares with it is split off, so that only longer searches find the
    /// other word here. A run of a script that does not separate words has an entry for each of its characters.
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

/// The words, each preceded by a space, and a space at the end: a typed word is found after a space, a run anywhere.
impl std::fmt::Display for SearchText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for word in &self.words {
            write!(f, " {}", word.text)?;
        }
        f.write_str(" ")
    }
}

/// The sort key of a name: accented letters sort with unaccented ones, regardless of case and width. Signs before a
/// name do not count. The key begins with the name's first word.
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
    // Control characters do not count in sorting, and databases cannot store some of them.
    key.retain(|character| !character.is_control());
    key
}

/// The words of a text in their canonical form.
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

/// Whether it is an id, or the beginning of one that contains a hyphen: one word, with or without the hyphens.
fn is_id(text: &str) -> bool {
    (9..=36).contains(&text.len())
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

#[cfg(test)]
mod tests;

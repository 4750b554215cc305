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
const INDEXED: usize = 16;

/// The number of consecutive characters of a run that an index distinguishes, in a script that does not separate words.
const INDEXED_RUN: usize = 3;

/// Precedes a possible id, so that it is never found by fewer than [`ID`] characters. As a sign it occurs in no word.
const ID_MARK: char = '#';

/// The minimum number of characters by which an id is found.
const ID: usize = 8;

/// Precedes the beginnings of an object's first word. As a sign it occurs in no word.
const FIRST_MARK: char = '^';

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

    /// The entries of [`SearchText::indexed`] that every object has in which this typed word is found: all of these.
    /// Few others have them all: long words are cut.
    ///
    /// ```
    /// use tierline_core::text::search::{Entry, Search};
    /// let indexed = |typed| Search::parse(typed).words()[0].indexed();
    /// assert_eq!(indexed("con"), [Entry::Whole("con".to_owned())]);
    /// assert_eq!(indexed("聯強國際"), ["強國際", "聯強國"].map(|run| Entry::Whole(run.to_owned())));
    /// assert_eq!(indexed("0192f3a07c"), [Entry::Beginning("#0192f3a07c".to_owned())]);
    /// ```
    #[must_use]
    pub fn indexed(&self) -> Vec<Entry> {
        if self.text.starts_with(ID_MARK) {
            return vec![Entry::Beginning(self.text.clone())];
        }
        if self.is_run {
            let characters = INDEXED_RUN.min(self.text.chars().count());
            let all: Vec<&str> = runs(&self.text, characters).collect();
            // Side by side, and the last.
            let mut some: Vec<&str> = all.iter().copied().step_by(characters.max(1)).collect();
            some.extend(all.last());
            some.sort_unstable();
            some.dedup();
            return some
                .into_iter()
                .map(|run| Entry::Whole(run.to_owned()))
                .collect();
        }
        vec![Entry::Whole(cut(&self.text, INDEXED).to_owned())]
    }

    /// The same of objects in a section.
    ///
    /// ```
    /// use tierline_core::text::search::{Entry, Search, Section};
    /// let indexed = |typed| Search::parse(typed).words()[0].indexed_in(Section::of("contoso"));
    /// assert_eq!(indexed("c"), [Entry::Whole("Cc".to_owned())]);
    /// assert_eq!(indexed("con"), ["Cc", "con"].map(|entry| Entry::Whole(entry.to_owned())));
    /// assert_eq!(indexed("聯強"), [Entry::Whole("C聯強".to_owned())]);
    /// ```
    #[must_use]
    pub fn indexed_in(&self, section: Section) -> Vec<Entry> {
        let letter = section.letter();
        if self.is_run {
            let runs = self.indexed().into_iter().map(|entry| match entry {
                Entry::Whole(run) => Entry::Whole(format!("{letter}{run}")),
                Entry::Beginning(run) => Entry::Beginning(format!("{letter}{run}")),
            });
            return runs.collect();
        }
        let first = cut(&self.text, 1);
        let mut entries = vec![Entry::Whole(format!("{letter}{first}"))];
        if first != self.text {
            entries.extend(self.indexed());
        }
        entries
    }

    /// The entry of [`SearchText::indexed`] that exactly those objects have of which the first word begins with this
    /// typed word; none if the index does not distinguish it.
    ///
    /// ```
    /// use tierline_core::text::search::{Search, SearchText};
    /// let entry = Search::parse("con").words()[0].indexed_first().unwrap();
    /// assert!(SearchText::of(["Contoso North"]).indexed("").contains(&entry));
    /// assert!(!SearchText::of(["North Contoso"]).indexed("").contains(&entry));
    /// ```
    #[must_use]
    pub fn indexed_first(&self) -> Option<String> {
        let is_whole = cut(&self.text, INDEXED) == self.text && !self.text.starts_with(ID_MARK);
        is_whole.then(|| format!("{FIRST_MARK}{}", self.text))
    }
}

/// The mark by which an index of words keeps the lists of different owners apart, from the owner's id. Two of them
/// seldom have the same; that costs time and finds nothing wrong, as rows also have their owners.
///
/// ```
/// assert_eq!(tierline_core::text::search::list_mark("0192f3a0-7c1e-7000-8000-00000000002a"), "002a");
/// ```
#[must_use]
pub fn list_mark(owner: &str) -> &str {
    owner.get(owner.len().saturating_sub(4)..).unwrap_or(owner)
}

/// An entry of an index of words, as it is looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Exactly this one.
    Whole(String),
    /// Any that begins with this: few do.
    Beginning(String),
}

/// The text's first characters.
fn cut(text: &str, characters: usize) -> &str {
    let end = text.char_indices().nth(characters);
    end.and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// The text's beginnings, up to so many characters.
fn beginnings(text: &str, most: usize) -> impl Iterator<Item = &str> {
    let ends = text.char_indices().map(|(at, first)| at + first.len_utf8());
    ends.take(most).filter_map(|end| text.get(..end))
}

/// All runs of so many characters in the text.
fn runs(text: &str, characters: usize) -> impl Iterator<Item = &str> {
    let from = text.char_indices().filter_map(|(at, _)| text.get(at..));
    from.filter_map(move |text| beginnings(text, characters).nth(characters.checked_sub(1)?))
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

    /// The entries for this object in an index of words, looked up by [`Word::indexed`]: every beginning of every word,
    /// so that a search of a single letter looks up one entry and not all that begin with it. A run of a script that
    /// does not separate words has each of its characters, and each two and three of them that follow each other.
    ///
    /// Beside those, where the object stands in the order of names: the beginnings of its first word
    /// ([`Word::indexed_first`]), and once more each word's first letter and each run, with the letter of the object's
    /// [`Section`] before it: rare letters and common runs are in some sections and in no others
    /// ([`Word::indexed_in`]). Before each entry stands the mark of the list ([`list_mark`]).
    ///
    /// ```
    /// use tierline_core::text::search::SearchText;
    /// assert_eq!(SearchText::of(["Ab"]).indexed("0a2b").join(" "), "0a2bBa 0a2b^a 0a2b^ab 0a2ba 0a2bab");
    /// let entries = |name| SearchText::of([name]).indexed("").join(" ");
    /// assert_eq!(entries("Abc Ad"), "Ba ^a ^ab ^abc a ab abc ad");
    /// assert_eq!(entries("宏遠"), "R宏 R宏遠 R遠 ^宏 ^宏遠 宏 宏遠 遠");
    /// ```
    #[must_use]
    pub fn indexed(&self, list: &str) -> Vec<String> {
        let first = self.words.first().map(Word::as_str).unwrap_or_default();
        let letter = self.section.letter();
        let mut indexed: Vec<String> = beginnings(first, INDEXED)
            .map(|text| format!("{FIRST_MARK}{text}"))
            .collect();
        for word in &self.words {
            if word.is_run {
                let all = (1..=INDEXED_RUN).flat_map(|characters| runs(&word.text, characters));
                indexed.extend(all.flat_map(|run| [run.to_owned(), format!("{letter}{run}")]));
                continue;
            }
            indexed.push(format!("{letter}{}", cut(&word.text, 1)));
            if word.text.starts_with(ID_MARK) {
                indexed.push(word.text.clone());
            } else {
                indexed.extend(beginnings(&word.text, INDEXED).map(str::to_owned));
            }
        }
        indexed.sort_unstable();
        indexed.dedup();
        for entry in &mut indexed {
            entry.insert_str(0, list);
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

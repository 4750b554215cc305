//! The search of core, in the form that Postgres takes.

use std::fmt::Write as _;

use tierline_core::text::search::{Entry, Search, Section, Word};

/// The patterns of `like` for the column `search` of what every word finds.
pub(crate) fn patterns(words: &[Word]) -> Vec<String> {
    words
        .iter()
        .map(|word| {
            let before = if word.is_run() { "" } else { " " };
            format!("%{before}{}%", literally(word.as_str()))
        })
        .collect()
}

/// The same of what was typed: none when everything is wanted, and one that nothing fits when nothing is to be found.
pub(crate) fn patterns_of(search: &Search) -> Vec<String> {
    match search {
        Search::Everything => Vec::new(),
        Search::Nothing => vec![String::new()],
        Search::Words(words) => patterns(words),
    }
}

/// A text of which `like` takes every character for itself.
fn literally(text: &str) -> String {
    text.replace('\\', r"\\")
        .replace('%', r"\%")
        .replace('_', r"\_")
}

/// The `tsquery` for the column `words` of what has all these words, in the list with this mark; few others have them.
/// With a word that the objects shall begin with, or in a section and beginning with none of them.
pub(crate) fn all_of(list: &str, words: &[Word], scope: SearchScope<'_>) -> String {
    let mut query = String::new();
    let mut and = |sign: &str, entry: &str, end: &str| {
        query.push_str(if query.is_empty() { "" } else { " & " });
        query.push_str(sign);
        quote(&mut query, &format!("{list}{entry}"));
        query.push_str(end);
    };
    if let SearchScope::First(word) = scope
        && let Some(entry) = word.indexed_first()
    {
        and("", &entry, "");
    }
    if let SearchScope::Narrower(_, beginning) = scope
        && let Some(entry) = beginning.indexed_first()
    {
        and("", &entry, "");
    }
    // Only words with which a name there can begin.
    let may_begin = |word: &&Word| match scope {
        SearchScope::Anywhere | SearchScope::First(_) => false,
        SearchScope::Elsewhere(section) => Section::of(word.as_str()) == section,
        SearchScope::Narrower(_, beginning) => {
            let (word, beginning) = (word.as_str(), beginning.as_str());
            word.starts_with(beginning) || beginning.starts_with(word)
        }
    };
    for entry in words
        .iter()
        .filter(may_begin)
        .filter_map(Word::indexed_first)
    {
        and("!", &entry, "");
    }
    let entries = words.iter().flat_map(|word| match scope {
        SearchScope::Elsewhere(section) | SearchScope::Narrower(section, _) => {
            word.indexed_in(section)
        }
        SearchScope::First(_) | SearchScope::Anywhere => word.indexed(),
    });
    for entry in entries {
        match entry {
            Entry::Whole(entry) => and("", &entry, ""),
            Entry::Beginning(entry) => and("", &entry, ":*"),
        }
    }
    query
}

/// Where in the order of names objects are looked up.
#[derive(Clone, Copy, Debug)]
pub(crate) enum SearchScope<'p> {
    Anywhere,
    /// Where names begin with this word.
    First(&'p Word),
    /// In this section, where names begin with none of the words.
    Elsewhere(Section),
    /// The same of names that begin with this.
    Narrower(Section, &'p Word),
}

/// A `tsvector` as text: for COPY, which calls no functions.
pub(crate) fn vector(words: &[String]) -> String {
    words.iter().fold(String::new(), |mut vector, word| {
        if !vector.is_empty() {
            vector.push(' ');
        }
        quote(&mut vector, word);
        vector
    })
}

fn quote(to: &mut String, word: &str) {
    // Writing to a string cannot fail.
    let _ = write!(to, "'{}'", word.replace('\\', r"\\").replace('\'', "''"));
}

#[cfg(test)]
mod tests {
    use tierline_core::text::search::Search;

    use super::*;

    #[test]
    fn signs_of_postgres_are_letters() {
        let search = Search::parse(r"a% b_\ 台北");
        assert_eq!(patterns(search.words()), [r"% a\%%", r"% b\_\\%", "%台北%"]);
        let words = search.words();
        assert_eq!(
            all_of("0a2b", words, SearchScope::Anywhere),
            r"'0a2ba%' & '0a2bb_\\' & '0a2b台北'"
        );
        assert_eq!(
            all_of("", &words[2..], SearchScope::First(&words[2])),
            "'^台北' & '台北'"
        );
        assert_eq!(
            all_of("", &words[..1], SearchScope::Elsewhere(Section::of("a"))),
            "!'^a%' & 'Ba' & 'a%'"
        );
        let beginning = Search::parse("an");
        assert_eq!(
            all_of(
                "",
                &words[..1],
                SearchScope::Narrower(Section::of("an"), &beginning.words()[0])
            ),
            "'^an' & 'Ba' & 'a%'"
        );
        let id = Search::parse("0192f3a07c");
        assert_eq!(
            all_of("", id.words(), SearchScope::Anywhere),
            "'#0192f3a07c':*"
        );
        assert_eq!(
            vector(&["a'b".to_owned(), r"c\".to_owned()]),
            r"'a''b' 'c\\'"
        );
    }
}

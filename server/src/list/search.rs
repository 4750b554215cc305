//! What core says of search, as Postgres takes it.

use std::fmt::Write as _;

use tierline_core::text::search::{Search, Word};

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

/// The `tsquery` for the column `words` of what a word finds by another word than the first.
pub(crate) fn by_word(word: &Word) -> String {
    word.indexed()
        .iter()
        .fold(String::new(), |mut query, beginning| {
            if !query.is_empty() {
                query.push_str(" | ");
            }
            quote(&mut query, beginning);
            query.push_str(":*");
            query
        })
}

/// The `tsquery` of what has a word that begins so and shares nothing with the first.
pub(crate) fn at_beginning(word: &Word) -> String {
    let mut query = String::new();
    if let Some(beginning) = word.indexed().first() {
        quote(&mut query, beginning);
        query.push_str(":*");
    }
    query
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
        let queries: Vec<String> = search.words().iter().map(by_word).collect();
        assert_eq!(
            queries,
            [
                r"'a%':* | 'a/%':*",
                r"'b_\\':* | 'b/_\\':* | 'b_/\\':*",
                "'台北':* | '台/北':*"
            ]
        );
        assert_eq!(
            vector(&["a'b".to_owned(), r"c\".to_owned()]),
            r"'a''b' 'c\\'"
        );
    }
}

//! The search of core, in the form that Postgres takes.

use std::fmt::Write as _;

use tierline_core::text::search::{Search, Section, Word};

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

/// The `tsquery` for the column `words` of what has every one of these words elsewhere than at its beginning, in these
/// sections.
pub(crate) fn elsewhere<'w>(
    words: impl IntoIterator<Item = &'w Word>,
    sections: &[Section],
) -> String {
    let mut query = String::new();
    for word in words {
        query.push_str(if query.is_empty() { "(" } else { " & (" });
        let beginnings = sections.iter().flat_map(|section| word.indexed(*section));
        for (place, beginning) in beginnings.enumerate() {
            if place > 0 {
                query.push_str(" | ");
            }
            quote(&mut query, &beginning);
            query.push_str(":*");
        }
        query.push(')');
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
        let section = |key: &str| [Section::of(key)];
        assert_eq!(
            elsewhere(&search.words()[..2], &section("a")),
            r"('Ba%':* | 'Ba/%':*) & ('Bb_\\':* | 'Bb/_\\':* | 'Bb_/\\':*)"
        );
        assert_eq!(
            elsewhere(&search.words()[2..], &section("a")),
            "('B台北':*)"
        );
        assert_eq!(
            vector(&["a'b".to_owned(), r"c\".to_owned()]),
            r"'a''b' 'c\\'"
        );
    }
}

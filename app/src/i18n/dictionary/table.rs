//! The words in the browser: read once each, kept for good.

use core::{
    cell::RefCell,
    fmt::{Display, Write as _},
};

use super::{BETWEEN, key};

thread_local! {
    /// The texts, by their keys.
    static TABLE: RefCell<Vec<(u32, &'static str)>> = const { RefCell::new(Vec::new()) };
}

/// Takes a file of words, before anything is shown that needs one of them.
pub fn take(file: String) {
    // They are needed as long as the page is open.
    let file: &'static str = String::leak(file);
    TABLE.with_borrow_mut(|table| {
        file.lines().for_each(|line| take_group(line, table));
        table.sort_unstable_by_key(|(key, _)| *key);
    });
}

fn take_group(line: &'static str, table: &mut Vec<(u32, &'static str)>) {
    let mut parts = line.split(BETWEEN);
    let Some(Ok(group)) = parts.next().map(|it| u32::from_str_radix(it, 16)) else {
        return;
    };
    for (place, text) in (0..).zip(parts) {
        if !text.is_empty() {
            table.push((key(group, place), text));
        }
    }
}

/// The text of this key; empty if the file is of another version.
pub(crate) fn text(key: u32) -> &'static str {
    find(key).unwrap_or_else(|| {
        leptos::logging::error!("no text {key:x}");
        ""
    })
}

fn find(key: u32) -> Option<&'static str> {
    TABLE.with_borrow(|table| {
        let at = table.binary_search_by_key(&key, |(known, _)| *known).ok()?;
        table.get(at).map(|(_, text)| *text)
    })
}

/// The same with arguments, which are in braces in the text.
pub(crate) fn filled(key: u32, arguments: &[(&str, &dyn Display)]) -> String {
    fill(text(key), arguments)
}

fn fill(mut text: &str, arguments: &[(&str, &dyn Display)]) -> String {
    let mut out = String::new();
    while let Some((before, name, after)) = next_name(text) {
        out.push_str(before);
        if let Some((_, value)) = arguments.iter().find(|(known, _)| *known == name) {
            // Writing to a string cannot fail.
            let _ = write!(out, "{value}");
        }
        text = after;
    }
    out.push_str(text);
    out
}

fn next_name(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_braces_are_filled_in() {
        assert_eq!(fill("plain", &[]), "plain");
        assert_eq!(
            fill("{b} 於 {a}{b}。", &[("a", &1), ("b", &"x")]),
            "x 於 1x。"
        );
    }
}

//! The words in the browser: read once, kept for good.

use core::fmt::{Display, Write as _};
use std::sync::OnceLock;

use super::BETWEEN;

static TABLE: OnceLock<Table> = OnceLock::new();

/// The groups, by their numbers.
struct Table(Vec<(u32, Vec<&'static str>)>);

/// Takes the file of words, before anything is shown.
pub fn take(file: String) {
    // They are needed as long as the page is open.
    let mut groups: Vec<_> = String::leak(file).lines().filter_map(group).collect();
    groups.sort_unstable_by_key(|(id, _)| *id);
    // A second file would be of the same language.
    let _ = TABLE.set(Table(groups));
}

fn group(line: &'static str) -> Option<(u32, Vec<&'static str>)> {
    let mut parts = line.split(BETWEEN);
    let id = u32::from_str_radix(parts.next()?, 16).ok()?;
    Some((id, parts.collect()))
}

/// The text at this place of a group; empty if the file is of another version.
pub(crate) fn text(group: u32, place: usize) -> &'static str {
    find(group, place).unwrap_or_default()
}

fn find(group: u32, place: usize) -> Option<&'static str> {
    let groups = &TABLE.get()?.0;
    let at = groups.binary_search_by_key(&group, |(id, _)| *id).ok()?;
    groups.get(at)?.1.get(place).copied()
}

/// The same with arguments, which are in braces in the text.
pub(crate) fn filled(group: u32, place: usize, arguments: &[(&str, &dyn Display)]) -> String {
    fill(text(group, place), arguments)
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

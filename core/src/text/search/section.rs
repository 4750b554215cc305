//! Parts of the order of names, so small that what is found in one of them is soon sorted.

/// Where sections begin: the first characters of keys. Each pair of letters, what comes between them and the scripts of
/// East Asia, and those in ten parts.
const BEGINS: [char; 24] = [
    'a', 'c', 'e', 'g', 'i', 'k', 'm', 'o', 'q', 's', 'u', 'w', 'y', '{', '\u{2e80}', '\u{4e00}',
    '\u{5800}', '\u{6200}', '\u{6c00}', '\u{7600}', '\u{8000}', '\u{8a00}', '\u{9400}', '\u{a000}',
];

/// The keys that begin with certain characters (see [`super::sort_key`]). Sections are in the order of their keys. What
/// is stored names them: they never change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Section(u8);

impl Section {
    /// The one that a key is in.
    ///
    /// ```
    /// use tierline_core::text::search::Section;
    /// assert!(Section::of("") < Section::of("alder") && Section::of("alder") == Section::of("birch"));
    /// assert!(Section::of("zephyr") < Section::of("ωμέγα") && Section::of("ωμέγα") < Section::of("宏遠"));
    /// ```
    #[must_use]
    pub fn of(key: &str) -> Section {
        let place = key
            .chars()
            .next()
            .map_or(0, |first| BEGINS.partition_point(|begin| *begin <= first));
        Section(u8::try_from(place).unwrap_or(0))
    }

    /// Every section, in order.
    pub fn all() -> impl DoubleEndedIterator<Item = Section> + Clone {
        (0..=24).map(Section)
    }

    /// The letter that stands for it in an index of words; no word has a capital.
    ///
    /// ```
    /// use tierline_core::text::search::Section;
    /// let letters: String = Section::all().map(Section::letter).collect();
    /// assert_eq!(letters, "ABCDEFGHIJKLMNOPQRSTUVWXY");
    /// ```
    #[must_use]
    pub fn letter(self) -> char {
        char::from(b'A' + self.0)
    }

    /// The text that no key of an earlier section reaches, and every key of this one does.
    #[must_use]
    pub fn begin(self) -> String {
        usize::from(self.0)
            .checked_sub(1)
            .and_then(|before| BEGINS.get(before))
            .map(char::to_string)
            .unwrap_or_default()
    }

    /// The text that no key of this section reaches; none for the last one.
    #[must_use]
    pub fn end(self) -> Option<String> {
        BEGINS.get(usize::from(self.0)).map(char::to_string)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_follow_each_other_without_a_gap() {
        assert!(BEGINS.is_sorted());
        let mut end = Some(String::new());
        for section in Section::all() {
            let begin = section.begin();
            assert_eq!(end.as_deref(), Some(begin.as_str()));
            assert_eq!(Section::of(&begin), section);
            end = section.end();
        }
        assert_eq!(end, None);
    }
}

//! The file of words, as the server makes it.

use tierline_core::market::Country;

use super::{BETWEEN, COUNTRIES, Group};
use crate::i18n::{Lang, market};

pub(crate) use inventory;

inventory::collect!(Group);

/// Every text of the pages in one language, for the browser beside its program.
#[must_use]
pub fn file(lang: Lang) -> String {
    let mut lines: Vec<(u32, String)> = inventory::iter::<Group>()
        .map(|group| line(group.id, group.texts.iter().map(|text| of(text, lang))))
        .collect();
    lines.push(line(
        COUNTRIES,
        Country::all().map(|country| market::country(lang, country)),
    ));
    // The linker's order of the groups must not change the file.
    lines.sort();
    lines.into_iter().map(|(_, line)| line).collect()
}

fn of(text: &[&'static str; 3], lang: Lang) -> &'static str {
    let [en, hant, hans] = *text;
    match lang {
        Lang::En => en,
        Lang::ZhHant => hant,
        Lang::ZhHans => hans,
    }
}

fn line(id: u32, texts: impl Iterator<Item = &'static str>) -> (u32, String) {
    let mut line = format!("{id:x}");
    for text in texts {
        line.push(BETWEEN);
        line.push_str(text);
    }
    line.push('\n');
    (id, line)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_group_has_a_number_of_its_own() {
        let groups = inventory::iter::<Group>().count();
        assert!(groups > 30, "{groups}");
        let ids: BTreeSet<u32> = inventory::iter::<Group>().map(|group| group.id).collect();
        assert_eq!(ids.len(), groups);
        assert!(!ids.contains(&COUNTRIES));
    }

    #[test]
    fn no_text_breaks_the_file() {
        for group in inventory::iter::<Group>() {
            for text in group.texts.as_flattened() {
                assert!(!text.contains(['\t', '\n']), "{text}");
                assert!(!text.contains("{{") && !text.contains(":?}"), "{text}");
            }
        }
    }

    #[test]
    fn a_file_holds_one_language() {
        let english = file(Lang::En);
        assert!(english.contains("Germany") && !english.contains("德"));
        assert!(file(Lang::ZhHant).contains("德國"));
        assert!(file(Lang::ZhHans).contains("德国"));
    }
}

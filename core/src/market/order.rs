//! The order in which readers look countries up: by the letters of English, the strokes of Traditional Chinese, the
//! pinyin of Simplified Chinese.
//!
//! It comes from the collation rules of Unicode's CLDR, which are too large to include in a program for one list that
//! hardly ever changes: `data/markets-order.csv` holds the resulting order, and a test regenerates it and compares.

use super::{Country, Language};

const CSV: &str = include_str!("../../data/markets-order.csv");

impl Country {
    /// Every country and territory, in the order that a reader of this language expects.
    ///
    /// ```
    /// use tierline_core::market::{Country, Language};
    /// let first = |language| Country::all_by_name(language).map(Country::code).take(3).collect::<Vec<_>>();
    /// // Afghanistan, Åland Islands, Albania.
    /// assert_eq!(first(Language::English), ["AF", "AX", "AL"]);
    /// // 阿尔巴尼亚, 阿尔及利亚, 阿富汗.
    /// assert_eq!(first(Language::SimplifiedChinese), ["AL", "DZ", "AF"]);
    /// ```
    pub fn all_by_name(language: Language) -> impl Iterator<Item = Country> + Clone {
        let line = match language {
            Language::English => 0,
            Language::TraditionalChinese => 1,
            Language::SimplifiedChinese => 2,
        };
        CSV.lines()
            .nth(line)
            .unwrap_or_default()
            .split(',')
            .filter_map(|code| Country::parse(code).ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// To regenerate the file, replace it with the output of this test.
    #[cfg(feature = "market-names")]
    #[test]
    fn the_file_says_what_the_rules_say() {
        use icu_collator::{Collator, options::CollatorOptions};

        let languages = [
            (Language::English, "en"),
            (Language::TraditionalChinese, "zh-Hant"),
            (Language::SimplifiedChinese, "zh-Hans"),
        ];
        let mut made = String::new();
        for (language, tag) in languages {
            let tag: icu_locale_core::Locale = tag.parse().unwrap();
            let collator = Collator::try_new((&tag).into(), CollatorOptions::default()).unwrap();
            let mut countries: Vec<Country> = Country::all().collect();
            countries
                .sort_by(|one, other| collator.compare(one.name(language), other.name(language)));
            let codes: Vec<&str> = countries.iter().map(|country| country.code()).collect();
            made += &codes.join(",");
            made.push('\n');
        }
        assert_eq!(made, CSV, "\n{made}");
    }

    #[test]
    fn every_country_is_there_once_in_every_language() {
        for language in [
            Language::English,
            Language::TraditionalChinese,
            Language::SimplifiedChinese,
        ] {
            let mut countries: Vec<Country> = Country::all_by_name(language).collect();
            countries.sort_unstable();
            assert!(countries.into_iter().eq(Country::all()));
        }
    }
}

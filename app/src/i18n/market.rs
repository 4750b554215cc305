//! Names of countries and regions.

use tierline_core::market::{Country, Language, Region};

#[cfg(feature = "hydrate")]
use crate::i18n::dictionary;
use crate::i18n::{Lang, messages};

/// The language as core names it: for stored messages, and for names of countries.
#[must_use]
pub const fn language(lang: Lang) -> Language {
    match lang {
        Lang::En => Language::English,
        Lang::ZhHant => Language::TraditionalChinese,
        Lang::ZhHans => Language::SimplifiedChinese,
    }
}

/// These countries in the order in which a reader of the language looks them up.
#[must_use]
pub fn by_name(lang: Lang, countries: &[Country]) -> Vec<Country> {
    let all = Country::all_by_name(language(lang));
    all.filter(|country| countries.contains(country)).collect()
}

/// The name of a country or territory.
#[must_use]
pub fn country(lang: Lang, country: Country) -> &'static str {
    #[cfg(not(feature = "hydrate"))]
    return country.name(language(lang));
    #[cfg(feature = "hydrate")]
    {
        let _ = lang;
        let place = Country::all().position(|other| other == country);
        let place = place.and_then(|it| u32::try_from(it).ok());
        place.map_or("", |it| {
            dictionary::text(dictionary::key(dictionary::COUNTRIES, it))
        })
    }
}

/// The name of a region.
#[must_use]
pub fn region(lang: Lang, region: Region) -> &'static str {
    match region {
        Region::Africa => africa(lang),
        Region::AsiaPacific => asia_pacific(lang),
        Region::Australia => australia(lang),
        Region::Brazil => brazil(lang),
        Region::Canada => canada(lang),
        Region::Europe => europe(lang),
        Region::India => india(lang),
        Region::Japan => japan(lang),
        Region::Korea => korea(lang),
        Region::LatinAmericaCaribbean => latin_america_caribbean(lang),
        Region::MiddleEastCentralEasternEurope => middle_east_central_eastern_europe(lang),
        Region::NewZealand => new_zealand(lang),
        Region::Russia => russia(lang),
        Region::Taiwan => taiwan(lang),
        Region::UnitedStates => united_states(lang),
    }
}

messages! {
    africa => ["Africa", "非洲", "非洲"];
    asia_pacific => ["Asia Pacific", "亞太地區", "亚太"];
    australia => ["Australia", "澳洲", "澳大利亚"];
    brazil => ["Brazil", "巴西", "巴西"];
    canada => ["Canada", "加拿大", "加拿大"];
    europe => ["Europe", "歐洲", "欧洲"];
    india => ["India", "印度", "印度"];
    japan => ["Japan", "日本", "日本"];
    korea => ["Korea", "韓國", "韩国"];
    latin_america_caribbean => ["Latin America and the Caribbean", "拉丁美洲與加勒比海地區", "拉丁美洲和加勒比海地区"];
    middle_east_central_eastern_europe => [
        "Middle East, Central and Eastern Europe",
        "中東、中歐與東歐",
        "中东、中欧和东欧",
    ];
    new_zealand => ["New Zealand", "紐西蘭", "新西兰"];
    russia => ["Russia", "俄羅斯", "俄罗斯"];
    taiwan => ["Taiwan", "台灣", "台湾"];
    united_states => ["United States", "美國", "美国"];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_come_in_the_order_of_the_language() {
        let countries = ["AT", "DE", "FR", "JP"].map(|code| Country::parse(code).ok());
        let countries: Vec<Country> = countries.into_iter().flatten().collect();
        let codes = |lang| by_name(lang, &countries).into_iter().map(Country::code);
        assert!(codes(Lang::En).eq(["AT", "FR", "DE", "JP"]));
        assert!(codes(Lang::ZhHant).eq(["JP", "FR", "AT", "DE"]));
        assert!(codes(Lang::ZhHans).eq(["AT", "DE", "FR", "JP"]));
    }
}

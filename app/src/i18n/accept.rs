//! The choice made from a browser's `Accept-Language`.

use super::Lang;

/// The language that the header prefers, among those of the portal.
///
/// Chinese without a script goes by region: Taiwan, Hong Kong and Macao write traditional characters.
#[must_use]
pub fn preferred(accept_language: &str) -> Option<Lang> {
    let mut best: Option<(Lang, f32)> = None;
    for entry in accept_language.split(',') {
        let mut parts = entry.split(';');
        let Some(lang) = parts.next().and_then(|tag| language_of(tag.trim())) else {
            continue;
        };
        let weight = parts
            .find_map(|parameter| parameter.trim().strip_prefix("q="))
            .map_or(1.0, |q| q.trim().parse().unwrap_or(0.0));
        // The first of equals wins, as the order of the header intends.
        if weight > best.map_or(0.0, |(_, weight)| weight) {
            best = Some((lang, weight));
        }
    }
    best.map(|(lang, _)| lang)
}

fn language_of(tag: &str) -> Option<Lang> {
    let tag = tag.to_ascii_lowercase();
    let mut subtags = tag.split('-');
    match subtags.next()? {
        "en" => Some(Lang::En),
        "zh" => {
            let rest: Vec<&str> = subtags.collect();
            let traditional = if rest.contains(&"hans") {
                false
            } else {
                ["hant", "tw", "hk", "mo"]
                    .iter()
                    .any(|subtag| rest.contains(subtag))
            };
            Some(if traditional {
                Lang::ZhHant
            } else {
                Lang::ZhHans
            })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_known_language_wins() {
        assert_eq!(preferred("fr, zh-TW;q=0.8, en;q=0.9"), Some(Lang::En));
        assert_eq!(preferred("zh-HK,zh;q=0.9,en;q=0.8"), Some(Lang::ZhHant));
        assert_eq!(preferred("zh-Hans-HK"), Some(Lang::ZhHans));
        assert_eq!(preferred("zh-CN,en"), Some(Lang::ZhHans));
    }

    #[test]
    fn nothing_known_or_wanted_chooses_nothing() {
        assert_eq!(preferred("fr, de;q=0.5"), None);
        assert_eq!(preferred("en;q=0"), None);
        assert_eq!(preferred("en;q=much"), None);
        assert_eq!(preferred(""), None);
    }
}

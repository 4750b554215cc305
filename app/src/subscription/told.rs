//! Subscriptions in words: events.

use tierline_core::subscription::Event;

use crate::{
    i18n::{Lang, messages, number},
    timeline::{Names, Telling},
    ui::{Glyph, Tone},
};

impl Telling for Event {
    fn sentence(&self, names: &Names<'_>) -> String {
        let lang = names.lang;
        let Event::Activated {
            quantity, customer, ..
        } = self;
        activated(
            lang,
            licenses(lang, u64::from(quantity.get())),
            names.of(*customer),
        )
    }

    fn look(&self) -> (Tone, Glyph) {
        (Tone::Success, Glyph::Check)
    }
}

/// "1 license", "30 licenses".
pub(crate) fn licenses(lang: Lang, count: u64) -> String {
    match count {
        1 => one_license(lang).to_owned(),
        _ => several_licenses(lang, number(i64::try_from(count).unwrap_or(i64::MAX))),
    }
}

messages! {
    // Events.
    activated(licenses, customer) => [
        "A subscription with {licenses} became active for {customer}",
        "{customer} 的一項訂閱已啟用：{licenses}",
        "{customer} 的一项订阅已启用：{licenses}",
    ];
    one_license => ["1 license", "1 個授權", "1 个许可证"];
    several_licenses(count) => ["{count} licenses", "{count} 個授權", "{count} 个许可证"];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licenses_are_counted_in_words() {
        assert_eq!(licenses(Lang::En, 1), "1 license");
        assert_eq!(licenses(Lang::En, 1_200), "1,200 licenses");
        assert_eq!(licenses(Lang::ZhHant, 30), "30 個授權");
    }
}

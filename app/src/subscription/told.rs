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
            quantity,
            customer,
            sku,
            ..
        } = self;
        let count = u64::from(quantity.get());
        let licenses = licenses_of(lang, count, names.product(*sku));
        activated(lang, licenses, names.of(*customer))
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

/// "30 Exchange Online licenses"; without the name of a product that is no longer in the catalog.
pub(crate) fn licenses_of(lang: Lang, count: u64, product: Option<&str>) -> String {
    let Some(product) = product else {
        return licenses(lang, count);
    };
    match count {
        1 => one_license_of(lang, product),
        _ => {
            let count = number(i64::try_from(count).unwrap_or(i64::MAX));
            several_licenses_of(lang, count, product)
        }
    }
}

messages! {
    // Events.
    activated(licenses, customer) => [
        "A subscription with {licenses} became active for {customer}",
        "{customer} 的一項訂閱已啟用：{licenses}",
        "{customer} 的一项订阅已启用：{licenses}",
    ];
    one_license_of(product) => ["1 {product} license", "1 個 {product} 授權", "1 个 {product} 许可证"];
    several_licenses_of(count, product) => [
        "{count} {product} licenses",
        "{count} 個 {product} 授權",
        "{count} 个 {product} 许可证",
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
        let of = |count, product| licenses_of(Lang::En, count, product);
        assert_eq!(
            of(30, Some("Exchange Online")),
            "30 Exchange Online licenses"
        );
        assert_eq!(of(1, Some("Power BI Pro")), "1 Power BI Pro license");
        assert_eq!(of(30, None), "30 licenses");
    }
}

//! Events of price lists.

use tierline_core::catalog::PriceListEvent;

use crate::i18n::{Lang, messages};

/// One sentence about an event of a price list.
pub(super) fn describe(lang: Lang, event: &PriceListEvent) -> String {
    let PriceListEvent::Imported { effect, .. } = event;
    imported(
        lang,
        effect.added,
        effect.changed,
        effect.unchanged,
        effect.prices,
    )
}

messages! {
    imported(added, changed, unchanged, prices) => [
        "A price list was imported; new products: {added}, changed: {changed}, unchanged: {unchanged}; prices: {prices}",
        "已匯入價目表；新產品：{added}，已變更：{changed}，未變更：{unchanged}；價格：{prices}",
        "已导入价目表；新产品：{added}，已更改：{changed}，未更改：{unchanged}；价格：{prices}",
    ];
}

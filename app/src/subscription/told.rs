//! Subscriptions in words: events.

use tierline_core::subscription::Event;

use crate::{
    i18n::messages,
    timeline::{Names, Telling},
    ui::{Glyph, Tone},
};

impl Telling for Event {
    fn sentence(&self, names: &Names<'_>) -> String {
        let lang = names.lang;
        let Event::Activated {
            quantity, customer, ..
        } = self;
        activated(lang, *quantity, names.of(*customer))
    }

    fn look(&self) -> (Tone, Glyph) {
        (Tone::Success, Glyph::Check)
    }
}

messages! {
    // Events.
    activated(quantity, customer) => [
        "A subscription of {customer} became active; licenses: {quantity}",
        "{customer} 的一項訂閱已啟用；授權數：{quantity}",
        "{customer} 的一项订阅已启用；许可证数：{quantity}",
    ];
}

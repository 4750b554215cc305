//! How it is shown what has become of an order: tone, icon, word.

use tierline_core::order::Standing;

use crate::{
    order::words::history as words,
    ui::{Glyph, StateLook, Tone, look},
};

impl From<Standing> for StateLook {
    fn from(standing: Standing) -> StateLook {
        match standing {
            Standing::Running => look(Tone::Success, Glyph::Check, words::running),
            Standing::Partly => look(Tone::Info, Glyph::Clock, words::partly),
            Standing::Over => look(Tone::Neutral, Glyph::Ban, words::over),
        }
    }
}

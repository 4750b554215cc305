//! How the state of a partnership is shown: tone, icon, word.

use tierline_core::partnership;

use crate::ui::{Glyph, StateLook, Tone, look, words};

impl From<&partnership::State> for StateLook {
    fn from(state: &partnership::State) -> StateLook {
        match state {
            partnership::State::Active => look(Tone::Success, Glyph::Check, words::active),
            partnership::State::Ending { .. } => look(Tone::Warning, Glyph::Clock, words::ending),
            partnership::State::Ended { .. } => look(Tone::Neutral, Glyph::Ban, words::ended),
        }
    }
}

//! How the state of a subscription is shown: tone, icon, word.

use tierline_core::subscription;

use crate::ui::{Glyph, StateLook, Tone, look, words};

impl From<subscription::Status> for StateLook {
    fn from(status: subscription::Status) -> StateLook {
        use subscription::Status as S;
        match status {
            S::Active => look(Tone::Success, Glyph::Check, words::active),
            S::Suspended => look(Tone::Warning, Glyph::Lock, words::suspended),
            S::Expired => look(Tone::Warning, Glyph::Clock, words::expired),
            S::Canceled => look(Tone::Neutral, Glyph::Ban, words::canceled),
            S::Deleted => look(Tone::Neutral, Glyph::Ban, words::deleted),
        }
    }
}

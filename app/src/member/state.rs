//! How the state of a user is shown: tone, icon, word.

use super::{model::MemberState, words};
use crate::ui::{Glyph, StateLook, Tone, look};

impl From<MemberState> for StateLook {
    fn from(state: MemberState) -> StateLook {
        match state {
            MemberState::Active => look(Tone::Success, Glyph::Check, crate::ui::words::active),
            MemberState::Blocked => look(Tone::Danger, Glyph::Ban, words::blocked),
            MemberState::Invited => look(Tone::Info, Glyph::Mail, words::invited),
            MemberState::Removed => look(Tone::Neutral, Glyph::Undo, words::removed),
            MemberState::Expired => look(Tone::Warning, Glyph::Clock, crate::ui::words::expired),
        }
    }
}

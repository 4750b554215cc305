//! How the state of a member is shown: tone, icon, word.

use super::{model::MemberStatus, words};
use crate::ui::{Glyph, StateLook, Tone, look};

impl From<MemberStatus> for StateLook {
    fn from(status: MemberStatus) -> StateLook {
        match status {
            MemberStatus::Active => look(Tone::Success, Glyph::Check, crate::ui::words::active),
            MemberStatus::Inactive => look(Tone::Neutral, Glyph::Ban, words::inactive),
        }
    }
}

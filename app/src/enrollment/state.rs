//! How the status of an enrollment is shown: tone, icon, word.

use tierline_core::enrollment::Status;

use super::words;
use crate::ui::{self, Glyph, StateLook, Tone, look};

impl From<Status> for StateLook {
    fn from(status: Status) -> StateLook {
        match status {
            Status::Initialized => look(Tone::Neutral, Glyph::Draft, words::initialized),
            Status::PendingQualification => {
                look(Tone::Info, Glyph::Clock, words::pending_qualification)
            }
            Status::Qualified => look(Tone::Success, Glyph::Check, ui::words::qualified),
            Status::Denied => look(Tone::Danger, Glyph::Cross, words::denied),
            Status::Active => look(Tone::Success, Glyph::Check, ui::words::active),
            Status::Suspended => look(Tone::Warning, Glyph::Ban, ui::words::suspended),
        }
    }
}

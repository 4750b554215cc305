//! How the state of an invitation is shown: tone, icon, word.

use tierline_core::invitation::Status;

use crate::ui::{Glyph, StateLook, Tone, look, words};

impl From<Status> for StateLook {
    fn from(status: Status) -> StateLook {
        match status {
            Status::Draft => look(Tone::Neutral, Glyph::Draft, words::draft),
            Status::Sent => look(Tone::Info, Glyph::Mail, words::sent),
            Status::Opened => look(Tone::Info, Glyph::MailOpen, words::opened),
            Status::Accepted => look(Tone::Success, Glyph::Check, words::accepted),
            Status::Declined => look(Tone::Danger, Glyph::Cross, words::declined),
            Status::Canceled => look(Tone::Neutral, Glyph::Ban, words::canceled),
            Status::Expired => look(Tone::Warning, Glyph::Clock, words::expired),
        }
    }
}

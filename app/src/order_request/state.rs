//! How the state of a request is shown: tone, icon, word.

use tierline_core::order_request::Status;

use super::words;
use crate::ui::{Glyph, StateLook, Tone, look};

impl From<Status> for StateLook {
    fn from(status: Status) -> StateLook {
        match status {
            Status::WaitingForCustomer => {
                look(Tone::Info, Glyph::Clock, words::waiting_for_customer)
            }
            Status::WaitingForProvider => {
                look(Tone::Info, Glyph::Clock, words::waiting_for_provider)
            }
            Status::Approved => look(Tone::Success, Glyph::Check, words::approved),
            Status::Declined => look(Tone::Danger, Glyph::Cross, words::declined),
            Status::Withdrawn => look(Tone::Neutral, Glyph::Undo, words::withdrawn),
            Status::Lapsed => look(Tone::Warning, Glyph::Clock, words::lapsed),
        }
    }
}

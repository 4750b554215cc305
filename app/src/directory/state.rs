//! How proposals and messages are shown: tone, icon, word.

use tierline_core::directory::{AskState, Pace, ProposalState};

use super::words;
use crate::ui::{Glyph, StateLook, Tone, look};

impl From<ProposalState> for StateLook {
    fn from(state: ProposalState) -> StateLook {
        match state {
            ProposalState::Submitted => look(Tone::Info, Glyph::Clock, words::submitted),
            ProposalState::Approved => look(Tone::Success, Glyph::Check, words::approved),
            ProposalState::Rejected => look(Tone::Danger, Glyph::Cross, words::rejected),
            ProposalState::Withdrawn => look(Tone::Neutral, Glyph::Undo, words::withdrawn),
            ProposalState::Superseded => look(Tone::Neutral, Glyph::Undo, words::superseded),
        }
    }
}

impl From<Pace> for StateLook {
    fn from(pace: Pace) -> StateLook {
        match pace {
            Pace::InTime => look(Tone::Info, Glyph::Clock, words::in_time),
            Pace::Due => look(Tone::Warning, Glyph::Warning, words::due),
            Pace::Late => look(Tone::Danger, Glyph::Warning, words::late),
        }
    }
}

impl From<&AskState> for StateLook {
    fn from(state: &AskState) -> StateLook {
        match state {
            AskState::Waiting => look(Tone::Info, Glyph::Clock, words::waiting),
            AskState::Answered { .. } => look(Tone::Success, Glyph::Check, words::answered),
            AskState::Declined { .. } => {
                look(Tone::Danger, Glyph::Cross, crate::ui::words::declined)
            }
            AskState::Withdrawn { .. } => look(Tone::Neutral, Glyph::Undo, words::withdrawn),
        }
    }
}

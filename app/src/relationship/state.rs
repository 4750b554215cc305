//! How the state of a relationship and of a right in it is shown: tone, icon, word.

use tierline_core::relationship::{self, GrantState};

use crate::ui::{Glyph, StateLook, Tone, look, words};

impl From<&relationship::State> for StateLook {
    fn from(state: &relationship::State) -> StateLook {
        match state {
            relationship::State::Active => look(Tone::Success, Glyph::Check, words::active),
            relationship::State::Ended { .. } => look(Tone::Neutral, Glyph::Ban, words::ended),
        }
    }
}

impl From<GrantState> for StateLook {
    fn from(state: GrantState) -> StateLook {
        match state {
            GrantState::NotGranted => look(Tone::Neutral, Glyph::Lock, words::not_granted),
            GrantState::InForce { .. } => look(Tone::Success, Glyph::Key, words::in_force),
            GrantState::Ended { .. } => look(Tone::Neutral, Glyph::Ban, words::taken_away),
        }
    }
}

//! How the states of checks are shown, and whose turn it is: tone, icon, word.

use tierline_core::enrollment::{CheckState, Turn};

use super::words;
use crate::ui::{Glyph, StateLook, Tone, look};

/// The look of a check.
pub(super) const fn of_check(state: &CheckState) -> StateLook {
    match state {
        CheckState::Pending { .. } => look(Tone::Neutral, Glyph::Clock, words::undecided),
        CheckState::Passed { .. } => look(Tone::Success, Glyph::Check, words::passed),
        CheckState::Failed { .. } => look(Tone::Danger, Glyph::Cross, words::failed),
        CheckState::Appealed { .. } => look(Tone::Warning, Glyph::Undo, words::appealed),
    }
}

/// The look of whose turn it is.
pub(super) const fn of_turn(turn: Turn) -> StateLook {
    match turn {
        Turn::Applicant => look(Tone::Neutral, Glyph::Building, words::turn_applicant),
        Turn::Contact => look(Tone::Neutral, Glyph::Mail, words::turn_contact),
        Turn::Operator => look(Tone::Accent, Glyph::Tasks, words::turn_operator),
        Turn::Nobody => look(Tone::Success, Glyph::Check, words::turn_nobody),
    }
}

//! The look of each state of core's objects: tone, icon, word.

use tierline_core::{
    invitation::Status, organization::CapabilityState, partnership, relationship,
    relationship::GrantState, subscription,
};

use super::{Glyph, Tone};
use crate::{i18n::Lang, ui::words};

/// The look of a state.
#[derive(Clone, Copy, Debug)]
pub struct StateLook {
    /// The meaning of its color.
    pub tone: Tone,
    /// Its icon.
    pub glyph: Glyph,
    /// Its word.
    pub word: fn(Lang) -> &'static str,
}

const fn look(tone: Tone, glyph: Glyph, word: fn(Lang) -> &'static str) -> StateLook {
    StateLook { tone, glyph, word }
}

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

impl From<CapabilityState> for StateLook {
    fn from(state: CapabilityState) -> StateLook {
        match state {
            CapabilityState::Enrolling => look(Tone::Info, Glyph::Clock, words::enrolling),
            CapabilityState::Active => look(Tone::Success, Glyph::Check, words::active),
            CapabilityState::Offboarding => look(Tone::Warning, Glyph::Warning, words::offboarding),
            CapabilityState::Suspended => look(Tone::Warning, Glyph::Lock, words::suspended),
            CapabilityState::Ended => look(Tone::Neutral, Glyph::Ban, words::ended),
        }
    }
}

impl From<&partnership::State> for StateLook {
    fn from(state: &partnership::State) -> StateLook {
        match state {
            partnership::State::Active => look(Tone::Success, Glyph::Check, words::active),
            partnership::State::Ending { .. } => look(Tone::Warning, Glyph::Clock, words::ending),
            partnership::State::Ended { .. } => look(Tone::Neutral, Glyph::Ban, words::ended),
        }
    }
}

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

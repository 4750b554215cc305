//! How the state of an import, and what a line does, are shown.

use tierline_core::import::{Effect, Status};

use super::words;
use crate::{
    i18n::Lang,
    ui::{Glyph, StateLook, Tone, look},
};

impl From<Status> for StateLook {
    fn from(status: Status) -> StateLook {
        match status {
            Status::Checking => look(Tone::Info, Glyph::Clock, words::checking),
            Status::Checked => look(Tone::Accent, Glyph::Eye, words::checked),
            Status::Wrong => look(Tone::Danger, Glyph::Cross, words::has_wrong_lines),
            Status::Applying => look(Tone::Info, Glyph::Clock, words::applying),
            Status::Applied => look(Tone::Success, Glyph::Check, words::applied),
            Status::Discarded => look(Tone::Neutral, Glyph::Ban, words::discarded),
            Status::Failed => look(Tone::Danger, Glyph::Warning, words::failed),
        }
    }
}

impl From<Effect> for StateLook {
    fn from(effect: Effect) -> StateLook {
        match effect {
            Effect::Wrong => look(Tone::Danger, Glyph::Cross, words::wrong),
            Effect::Added => look(Tone::Success, Glyph::Plus, words::added),
            Effect::Changed => look(Tone::Info, Glyph::Draft, words::changed),
            Effect::Ended => look(Tone::Warning, Glyph::Ban, words::ended),
            Effect::StaysWithdrawn => look(Tone::Neutral, Glyph::Ban, words::stays_withdrawn),
            Effect::LimitsStay => look(Tone::Neutral, Glyph::Lock, words::limits_stay),
            Effect::LimitsUnpriced => look(Tone::Warning, Glyph::Warning, words::limits_unpriced),
            Effect::BelowSold => look(Tone::Warning, Glyph::Warning, words::below_sold),
            Effect::Unpriced => look(Tone::Warning, Glyph::Warning, words::unpriced),
        }
    }
}

/// The state in a word.
pub(crate) fn word(lang: Lang, status: Status) -> &'static str {
    (StateLook::from(status).word)(lang)
}

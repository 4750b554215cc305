//! How the state of a subscription is shown: tone, icon, word.

use tierline_core::subscription;

use crate::{
    subscription::{
        model::bulk::BulkState,
        words::{bulk, renewals},
    },
    ui::{Glyph, StateLook, Tone, look, words},
};

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

impl From<subscription::Outlook> for StateLook {
    fn from(outlook: subscription::Outlook) -> StateLook {
        use subscription::Outlook as O;
        match outlook {
            O::Renews => look(Tone::Success, Glyph::Check, renewals::renews),
            O::Changes => look(Tone::Info, Glyph::Draft, renewals::changes),
            O::Ends => look(Tone::Warning, Glyph::Clock, renewals::expires),
            O::Expired => look(Tone::Neutral, Glyph::Undo, renewals::expired),
        }
    }
}

impl From<BulkState> for StateLook {
    fn from(state: BulkState) -> StateLook {
        match state {
            BulkState::Waiting => look(Tone::Neutral, Glyph::Clock, bulk::waiting),
            BulkState::Can => look(Tone::Info, Glyph::Draft, bulk::can),
            BulkState::Same => look(Tone::Neutral, Glyph::Check, bulk::same),
            BulkState::Cannot => look(Tone::Warning, Glyph::Ban, bulk::cannot),
            BulkState::Done => look(Tone::Success, Glyph::Check, bulk::changed),
            BulkState::Failed => look(Tone::Warning, Glyph::Ban, bulk::failed),
        }
    }
}

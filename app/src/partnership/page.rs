//! The partners of a provider and of a reseller, and their partnership.

pub mod list;

mod abilities;
mod detail;
mod end;
mod ending;
mod row;
mod tabs;
mod tenant_admin;

pub use detail::PartnershipPage;
pub use ending::EndingPage;
pub use tabs::{ResellerTab, reseller_tabs};

use tierline_core::{Timestamp, partnership::Partnership};

use crate::ui::{Glyph, StateLook, Tone, words};

/// The state of a partnership as it is shown: the end of a notice period counts even if no job has run.
fn look(partnership: &Partnership, now: Timestamp) -> StateLook {
    if partnership.is_active(now) {
        StateLook::from(&partnership.state)
    } else {
        StateLook {
            tone: Tone::Neutral,
            glyph: Glyph::Ban,
            word: words::ended,
        }
    }
}

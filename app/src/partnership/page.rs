//! Partners of a provider and of a reseller, and the partnership of two.

mod abilities;
mod detail;
mod end;
mod list;
mod row;
mod tenant_admin;

pub use detail::PartnershipPage;
pub use list::{ProvidersPage, ResellersPage};

use tierline_core::{Timestamp, partnership::Partnership};

use crate::ui::{Glyph, StateLook, Tone, words};

/// How a partnership is shown now: the end of a notice period counts even when no job has run.
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

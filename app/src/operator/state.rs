//! How the state of a capability is shown: tone, icon, word.

use tierline_core::organization::{Capabilities, Capability, CapabilityState, SuspendedBy};

use super::words as told;
use crate::{
    i18n::Lang,
    list::words as listing,
    ui::{Glyph, StateLook, Tone, look, words},
};

/// Every state of a capability.
pub const ALL: [CapabilityState; 6] = [
    CapabilityState::Active,
    CapabilityState::Enrolling,
    CapabilityState::Qualified,
    CapabilityState::Offboarding,
    CapabilityState::Suspended,
    CapabilityState::Ended,
];

/// The stable name, as stored and in an address.
#[must_use]
pub const fn code(state: CapabilityState) -> &'static str {
    match state {
        CapabilityState::Enrolling => "enrolling",
        CapabilityState::Qualified => "qualified",
        CapabilityState::Active => "active",
        CapabilityState::Offboarding => "offboarding",
        CapabilityState::Suspended => "suspended",
        CapabilityState::Ended => "ended",
    }
}

impl From<CapabilityState> for StateLook {
    fn from(state: CapabilityState) -> StateLook {
        match state {
            CapabilityState::Active => look(Tone::Success, Glyph::Check, words::active),
            CapabilityState::Enrolling => look(Tone::Info, Glyph::Clock, words::enrolling),
            CapabilityState::Qualified => look(Tone::Info, Glyph::Clock, words::qualified),
            CapabilityState::Offboarding => look(Tone::Warning, Glyph::Warning, words::offboarding),
            CapabilityState::Suspended => look(Tone::Danger, Glyph::Ban, words::suspended),
            CapabilityState::Ended => look(Tone::Neutral, Glyph::Ban, words::ended),
        }
    }
}

/// The state that a list shows: the one that needs care first.
#[must_use]
pub fn of(capabilities: &Capabilities) -> Option<CapabilityState> {
    let held: Vec<CapabilityState> = Capability::ALL
        .into_iter()
        .filter_map(|capability| capabilities.state(capability))
        .collect();
    let care = [
        CapabilityState::Suspended,
        CapabilityState::Qualified,
        CapabilityState::Enrolling,
        CapabilityState::Offboarding,
    ];
    let first = care.into_iter().find(|state| held.contains(state));
    first.or_else(|| held.into_iter().next())
}

/// By what something is suspended, in words; nothing for what is not.
#[must_use]
pub fn suspended_by(lang: Lang, by: &[SuspendedBy]) -> Option<String> {
    let words = by.iter().map(|by| match by {
        SuspendedBy::Operator => told::by_operator(lang),
        SuspendedBy::Enrollment => told::by_enrollment(lang),
    });
    (!by.is_empty()).then(|| listing::list(lang, words))
}

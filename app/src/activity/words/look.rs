use tierline_core::{
    catalog::PriceListEvent, event::Event, invitation, order, partnership, relationship,
    subscription,
};

use crate::ui::{Glyph, Tone};

/// Color and icon of an event.
pub(super) fn of(event: &Event) -> (Tone, Glyph) {
    match event {
        Event::Organization { .. } | Event::User { .. } => (Tone::Accent, Glyph::Building),
        Event::Invitation { event, .. } => match event {
            invitation::Event::Drafted { .. } | invitation::Event::Edited { .. } => {
                (Tone::Neutral, Glyph::Draft)
            }
            invitation::Event::Sent { .. } => (Tone::Info, Glyph::Mail),
            invitation::Event::Opened { .. } => (Tone::Info, Glyph::MailOpen),
            invitation::Event::Accepted { .. } => (Tone::Success, Glyph::Check),
            invitation::Event::Declined { .. } => (Tone::Danger, Glyph::Cross),
            invitation::Event::Canceled { .. } => (Tone::Neutral, Glyph::Ban),
            invitation::Event::Expired { .. } => (Tone::Warning, Glyph::Clock),
        },
        Event::Partnership { event, .. } => match event {
            partnership::Event::Formed { .. } => (Tone::Success, Glyph::Handshake),
            partnership::Event::TenantAdminRevoked { .. } => (Tone::Warning, Glyph::Lock),
            partnership::Event::TenantAdminGranted { .. } => (Tone::Success, Glyph::Key),
            partnership::Event::NoticeGiven { .. } => (Tone::Warning, Glyph::Clock),
            partnership::Event::Ended { .. } => (Tone::Neutral, Glyph::Ban),
        },
        Event::Relationship { event, .. } => match event {
            relationship::Event::Established { .. } | relationship::Event::Granted { .. } => {
                (Tone::Success, Glyph::Key)
            }
            relationship::Event::GrantEnded { .. } => (Tone::Warning, Glyph::Lock),
            relationship::Event::Ended { .. } => (Tone::Neutral, Glyph::Ban),
        },
        Event::Order {
            event: order::Event::Placed { .. },
            ..
        } => (Tone::Success, Glyph::Cart),
        Event::Subscription {
            event: subscription::Event::Activated { .. },
            ..
        } => (Tone::Success, Glyph::Check),
        Event::PriceList {
            event: PriceListEvent::Imported { .. },
            ..
        } => (Tone::Info, Glyph::Cart),
    }
}

//! Mails about what the registry makes of an organization.

use tierline_app::route;
use tierline_core::organization::{Event, Organization};

use crate::{
    config::PublicUrl,
    pipeline::{
        letter::Letter,
        template::{Mail, mails},
    },
};

mails! {
    /// To the admins of an organization: the location of its MPN ID is not active any more, or is active again.
    MpnLocationChanged = "mpn_location_changed", from the_portal, party organization, button link {
        organization: String,
        mpn: String,
        is_active: bool,
        link: String,
    }
}

/// The letter about this event, if it is one about the organization's location.
pub(super) fn location_changed(
    organization: &Organization,
    event: &Event,
    url: &PublicUrl,
) -> Option<Letter> {
    let (mpn, is_active) = match event {
        Event::MpnDeactivated { mpn, .. } => (mpn, false),
        Event::MpnReactivated { mpn, .. } => (mpn, true),
        _ => return None,
    };
    let template = Mail::from(MpnLocationChanged {
        organization: organization.name.to_string(),
        mpn: mpn.to_string(),
        is_active,
        link: url.join(route::IDENTIFIERS),
    });
    Some(Letter::to_admins(organization.id, move |_| {
        template.clone()
    }))
}

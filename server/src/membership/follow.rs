//! Mails about what the registry makes of an organization.

use tierline_app::{i18n::market, route};
use tierline_core::organization::{Event, Organization};

use crate::{
    config::PublicUrl,
    pipeline::{
        letter::Letter,
        template::{Mail, mails},
    },
};

mails! {
    /// To the admins of an organization: the location of its MPN ID is not active any more or elsewhere, or counts
    /// again.
    MpnLocationChanged = "mpn_location_changed", from the_portal, party organization, button link {
        organization: String,
        mpn: String,
        is_active: bool,
        is_elsewhere: bool,
        country: String,
        link: String,
    }
}

/// The letter about this event, if it is one about the organization's location.
pub(super) fn location_changed(
    organization: &Organization,
    event: &Event,
    url: &PublicUrl,
) -> Option<Letter> {
    let (mpn, is_active, elsewhere) = match event {
        Event::MpnDeactivated { mpn, elsewhere, .. } => (mpn, false, *elsewhere),
        Event::MpnReactivated { mpn, .. } => (mpn, true, None),
        _ => return None,
    };
    let (name, mpn) = (organization.name.to_string(), mpn.to_string());
    let link = url.join(route::IDENTIFIERS);
    Some(Letter::to_admins(organization.id, move |lang| {
        let country = elsewhere.map(|it| market::country(lang, it).to_owned());
        Mail::from(MpnLocationChanged {
            organization: name.clone(),
            mpn: mpn.clone(),
            is_active,
            is_elsewhere: country.is_some(),
            country: country.unwrap_or_default(),
            link: link.clone(),
        })
    }))
}

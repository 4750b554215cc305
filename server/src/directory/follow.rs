//! Mails after what was decided on a listing, and about messages that ask to partner.

use tierline_app::route;
use tierline_core::{
    directory::{Ask, Event, Listing},
    organization::Party,
    text::Reason,
};

use crate::{
    config::PublicUrl,
    pipeline::{
        letter::Letter,
        template::{Mail, mails},
    },
};

mails! {
    /// To the provider's user who proposed the change.
    ListingApproved = "listing_approved", from the_portal, button link {
        name: String,
        link: String,
    }

    ListingRejected = "listing_rejected", from the_portal, button link {
        name: String,
        reason: String,
        link: String,
    }

    /// To the provider's admins.
    PartnerAsked = "partner_asked", from the_portal, party reseller, button link {
        reseller: String,
        message: String,
        link: String,
    }

    /// To the reseller's user who asked.
    AskDeclined = "ask_declined", from the_portal, party provider, button link {
        provider: String,
        reason: String,
        link: String,
    }
}

/// After a decision of the operator, to whoever proposed the change.
pub(super) fn decided(event: &Event, listing: &Listing, url: &PublicUrl) -> Option<Letter> {
    let proposal = listing.proposal.as_ref()?;
    let name = proposal.profile.name.to_string();
    let template = match event {
        Event::Approved { .. } => Mail::from(ListingApproved {
            name,
            link: url.join(&route::provider_profile(listing.id)),
        }),
        Event::Rejected { reason, .. } => Mail::from(ListingRejected {
            name,
            reason: reason.to_string(),
            link: url.join(route::OWN_LISTING),
        }),
        _ => return None,
    };
    Some(Letter::to_member(
        proposal.by,
        listing.provider,
        move |_| template.clone(),
    ))
}

/// A reseller asks.
pub(super) fn asked(ask: &Ask, reseller: &Party, url: &PublicUrl) -> Letter {
    let template = Mail::from(PartnerAsked {
        reseller: reseller.name.to_string(),
        message: ask.message.to_string(),
        link: url.join(&route::partner_ask(ask.id)),
    });
    Letter::to_admins(ask.provider, move |_| template.clone())
}

/// The provider declines.
pub(super) fn declined(ask: &Ask, reason: &Reason, provider: &Party, url: &PublicUrl) -> Letter {
    let template = Mail::from(AskDeclined {
        provider: provider.name.to_string(),
        reason: reason.to_string(),
        link: url.join(&route::partner_ask(ask.id)),
    });
    Letter::to_member(ask.by, ask.reseller, move |_| template.clone())
}

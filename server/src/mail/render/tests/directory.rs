//! Mails about the directory.

use super::Mail;
use crate::directory::follow::{AskDeclined, ListingApproved, ListingRejected, PartnerAsked};

/// One of each, with the given text in every field.
pub(super) fn samples(text: &str, link: &str) -> Vec<Mail> {
    let (text, link) = (text.to_owned(), link.to_owned());
    vec![
        Mail::from(ListingApproved {
            name: text.clone(),
            link: link.clone(),
        }),
        Mail::from(ListingRejected {
            name: text.clone(),
            reason: text.clone(),
            link: link.clone(),
        }),
        Mail::from(PartnerAsked {
            reseller: text.clone(),
            message: text.clone(),
            link: link.clone(),
        }),
        Mail::from(AskDeclined {
            provider: text.clone(),
            reason: text.clone(),
            link: link.clone(),
        }),
    ]
}

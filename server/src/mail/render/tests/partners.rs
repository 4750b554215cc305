//! Mails about a subscription that changed, who supports a customer, and who owns its tenant.

use super::Mail;
use crate::{
    relationship::follow::TenantOwnerChanged,
    subscription::follow::{SubscriptionChanged, SupportDesignated, SupportReturned},
};

/// One of each, with the given text in every field.
pub(super) fn samples(text: &str, link: &str) -> Vec<Mail> {
    let mut samples = Vec::from([1, 3].map(|subscriptions| {
        Mail::from(SupportReturned {
            customer: text.to_owned(),
            reseller: text.to_owned(),
            subscriptions,
            link: link.to_owned(),
        })
    }));
    samples.extend([1, 3].map(|subscriptions| {
        Mail::from(SupportDesignated {
            customer: text.to_owned(),
            contact: text.to_owned(),
            subscriptions,
            link: link.to_owned(),
        })
    }));
    samples.extend([true, false].map(|given| {
        Mail::from(TenantOwnerChanged {
            given,
            customer: text.to_owned(),
            link: link.to_owned(),
        })
    }));
    samples.push(Mail::from(SubscriptionChanged {
        product: text.to_owned(),
        customer: text.to_owned(),
        what: text.to_owned(),
        link: link.to_owned(),
    }));
    samples
}

//! Mails about requests for orders.

use super::Mail;
use crate::order_request::follow::{
    OrderRequestApproved, OrderRequestChanged, OrderRequestDeclined, OrderRequestLapsed,
    OrderRequestMessage, OrderRequestWithdrawn, OrderRequested, OrderToAgree,
};

/// One of each, with the given text in every field.
pub(super) fn samples(text: &str, link: &str) -> Vec<Mail> {
    let (text, link) = (text.to_owned(), link.to_owned());
    let changed = |reason| {
        Mail::from(OrderRequestChanged {
            provider: text.clone(),
            customer: text.clone(),
            reason,
            link: link.clone(),
        })
    };
    vec![
        Mail::from(OrderRequested {
            reseller: text.clone(),
            customer: text.clone(),
            link: link.clone(),
        }),
        Mail::from(OrderToAgree {
            reseller: text.clone(),
            provider: text.clone(),
            link: link.clone(),
        }),
        changed(None),
        changed(Some(text.clone())),
        Mail::from(OrderRequestApproved {
            provider: text.clone(),
            customer: text.clone(),
            link: link.clone(),
        }),
        Mail::from(OrderRequestDeclined {
            by: text.clone(),
            customer: text.clone(),
            reason: text.clone(),
            link: link.clone(),
        }),
        Mail::from(OrderRequestWithdrawn {
            reseller: text.clone(),
            customer: text.clone(),
            link: link.clone(),
        }),
        Mail::from(OrderRequestLapsed {
            customer: text.clone(),
            link: link.clone(),
        }),
        Mail::from(OrderRequestMessage {
            by: text.clone(),
            customer: text.clone(),
            message: text.clone(),
            link: link.clone(),
        }),
    ]
}

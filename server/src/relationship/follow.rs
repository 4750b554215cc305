//! Mails after events of a relationship.

use tierline_app::route;
use tierline_core::{
    organization::Party,
    relationship::{Event, Grant, Relationship},
};

use crate::{
    config::PublicUrl,
    pipeline::{
        letter::Letter,
        template::{GrantKind, MailTemplate},
    },
};

/// The letters for these events.
pub(super) fn letters(
    events: &[Event],
    relationship: &Relationship,
    customer: &Party,
    url: &PublicUrl,
) -> Vec<Letter> {
    let customer = customer.name.to_string();
    let template = |event: &Event| match event {
        Event::GrantEnded { grant, .. } => Some(MailTemplate::GrantEnded {
            grant: mail_grant(*grant),
            ended_by: customer.clone(),
            customer: customer.clone(),
            link: url.join(&route::customer(relationship.customer)),
        }),
        Event::Ended { .. } => Some(MailTemplate::RelationshipEnded {
            ended_by: customer.clone(),
            reason: None,
            link: url.join(route::CUSTOMERS),
        }),
        // Covered by the mail about the accepted invitation or the new customer.
        Event::Established { .. } | Event::Granted { .. } => None,
    };
    events
        .iter()
        .filter_map(template)
        .map(|template| Letter::to_admins(relationship.partner, move |_| template.clone()))
        .collect()
}

fn mail_grant(grant: Grant) -> GrantKind {
    match grant {
        Grant::OrderOnBehalf => GrantKind::OrderOnBehalf,
        Grant::Administer => GrantKind::Administration,
        Grant::Support => GrantKind::Support,
    }
}

//! Mails after events of a relationship.

use serde::Serialize;
use tierline_app::route;
use tierline_core::{
    organization::Party,
    relationship::{Event, Grant, Relationship},
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
    /// To the other side of a customer relationship that one side ended.
    RelationshipEnded = "relationship_ended", from the_portal, party ended_by, button link {
        ended_by: String,
        message: Option<String>,
        link: String,
    }

    /// To a partner that lost one grant while the relationship goes on, or to a customer whose partner gave it back.
    GrantEnded = "grant_ended", from the_portal, party ended_by, button link {
        grant: GrantKind,
        ended_by: String,
        customer: String,
        message: Option<String>,
        link: String,
    }

    /// To a reseller that a customer of the cloud platform made tenant owner, or is it no longer.
    TenantOwnerChanged = "tenant_owner_changed", from_the_portal, party customer, button link {
        given: bool,
        customer: String,
        link: String,
    }
}

/// A grant from a customer to a partner, or from a reseller to its provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum GrantKind {
    OrderOnBehalf,
    Administration,
    Support,
    TenantAdmin,
}

/// The letters for these events, with what the customer has to say beside.
pub(super) fn letters(
    events: &[Event],
    relationship: &Relationship,
    customer: &Party,
    text: Option<&Reason>,
    url: &PublicUrl,
) -> Vec<Letter> {
    let customer = customer.name.to_string();
    let message = text.map(ToString::to_string);
    let template = |event: &Event| match event {
        Event::GrantEnded { grant, .. } => Some(Mail::from(GrantEnded {
            grant: mail_grant(*grant),
            ended_by: customer.clone(),
            customer: customer.clone(),
            message: message.clone(),
            link: url.join(&route::customer(relationship.customer)),
        })),
        Event::Ended { .. } => Some(Mail::from(RelationshipEnded {
            ended_by: customer.clone(),
            message: message.clone(),
            link: url.join(route::CUSTOMERS),
        })),
        // Covered by the mail about the accepted invitation or the new customer.
        Event::Established { .. } | Event::Granted { .. } => None,
        Event::TenantOwnerGiven { .. } | Event::TenantOwnerTaken { .. } => {
            Some(Mail::from(TenantOwnerChanged {
                given: matches!(event, Event::TenantOwnerGiven { .. }),
                customer: customer.clone(),
                link: url.join(&route::customer(relationship.customer)),
            }))
        }
        // In which groups a partner has a customer is its own affair.
        Event::Grouped { .. } => None,
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

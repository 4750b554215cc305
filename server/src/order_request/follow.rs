//! Mails after what happens to a request.

use tierline_app::route;
use tierline_core::order_request::{Event, OrderRequest, Parties, Side, State};

use crate::{
    config::PublicUrl,
    pipeline::{
        letter::Letter,
        template::{Mail, mails},
    },
};

mails! {
    /// To the provider's admins: it is their turn.
    OrderRequested = "order_requested", from the_portal, party reseller, button link {
        reseller: String,
        customer: String,
        link: String,
    }

    /// To the customer's global admins: it is their turn.
    OrderToAgree = "order_to_agree", from the_portal, party reseller, button link {
        reseller: String,
        provider: String,
        link: String,
    }

    /// To the reseller's user who asked.
    OrderRequestChanged = "order_request_changed", from the_portal, party provider, button link {
        provider: String,
        customer: String,
        reason: Option<String>,
        link: String,
    }

    OrderRequestApproved = "order_request_approved", from the_portal, party provider, button link {
        provider: String,
        customer: String,
        link: String,
    }

    OrderRequestDeclined = "order_request_declined", from the_portal, party by, button link {
        by: String,
        customer: String,
        reason: String,
        link: String,
    }

    /// To the provider's admins.
    OrderRequestWithdrawn = "order_request_withdrawn", from the_portal, party reseller, button link {
        reseller: String,
        customer: String,
        link: String,
    }

    /// To the reseller's user who asked.
    OrderRequestLapsed = "order_request_lapsed", from the_portal, button link {
        customer: String,
        link: String,
    }

    /// To the others: somebody wrote.
    OrderRequestMessage = "order_request_message", from the_portal, party by, button link {
        by: String,
        customer: String,
        message: String,
        link: String,
    }
}

/// Letters after an event of a request, which is as it is after it: to whoever acts next, and to whoever waited.
pub(crate) fn letters(
    request: &OrderRequest,
    event: &Event,
    parties: Parties<'_>,
    url: &PublicUrl,
) -> Vec<Letter> {
    let name = |side| parties.party(side).name.to_string();
    let link = || url.join(&route::order_request(request.id));
    let (provider, customer) = (name(Side::Provider), name(Side::Customer));
    let mut letters = Vec::new();
    match event {
        Event::Asked { .. } | Event::CustomerAsked { .. } | Event::Agreed { .. } => {}
        Event::Changed { reason, .. } => letters.push(to_asker(
            request,
            OrderRequestChanged {
                provider,
                customer,
                reason: reason.as_ref().map(ToString::to_string),
                link: link(),
            },
        )),
        Event::Approved { .. } => letters.push(to_asker(
            request,
            OrderRequestApproved {
                provider,
                customer,
                link: link(),
            },
        )),
        Event::Declined { side, reason, .. } => letters.push(to_asker(
            request,
            OrderRequestDeclined {
                by: name(*side),
                customer,
                reason: reason.to_string(),
                link: link(),
            },
        )),
        Event::Withdrawn { .. } => letters.push(to_admins(
            request,
            Side::Provider,
            OrderRequestWithdrawn {
                reseller: name(Side::Reseller),
                customer,
                link: link(),
            },
        )),
        Event::Lapsed { .. } => letters.push(to_asker(
            request,
            OrderRequestLapsed {
                customer,
                link: link(),
            },
        )),
        Event::Said { side, text, .. } => {
            let others = Side::ALL.into_iter().filter(|other| other != side);
            let reading = others.filter(|it| *it != Side::Customer || request.asks_customer);
            for to in reading {
                let template = OrderRequestMessage {
                    by: name(*side),
                    customer: customer.clone(),
                    message: text.to_string(),
                    link: link(),
                };
                letters.push(match to {
                    Side::Reseller => to_asker(request, template),
                    Side::Provider | Side::Customer => to_admins(request, to, template),
                });
            }
        }
    }
    let is_step = !matches!(event, Event::Said { .. });
    letters.extend(is_step.then(|| turn(request, parties, url)).flatten());
    letters
}

/// To whoever acts next.
fn turn(request: &OrderRequest, parties: Parties<'_>, url: &PublicUrl) -> Option<Letter> {
    let name = |side| parties.party(side).name.to_string();
    let link = url.join(&route::order_request(request.id));
    match request.state {
        State::WaitingForProvider => Some(to_admins(
            request,
            Side::Provider,
            OrderRequested {
                reseller: name(Side::Reseller),
                customer: name(Side::Customer),
                link,
            },
        ))
        // Whoever has just changed it knows that it waits.
        .filter(|_| request.revision == 0 || request.agreed.is_some()),
        State::WaitingForCustomer => {
            let template = Mail::from(OrderToAgree {
                reseller: name(Side::Reseller),
                provider: name(Side::Provider),
                link,
            });
            Some(Letter::to_global_admins(request.customer, move |_| {
                template.clone()
            }))
        }
        State::Approved { .. }
        | State::Declined { .. }
        | State::Withdrawn { .. }
        | State::Lapsed { .. } => None,
    }
}

fn to_asker(request: &OrderRequest, mail: impl Into<Mail>) -> Letter {
    let template: Mail = mail.into();
    Letter::to_member(request.by, request.reseller, move |_| template.clone())
}

fn to_admins(request: &OrderRequest, side: Side, mail: impl Into<Mail>) -> Letter {
    let to = match side {
        Side::Reseller => request.reseller,
        Side::Provider => request.provider,
        Side::Customer => request.customer,
    };
    let template: Mail = mail.into();
    Letter::to_admins(to, move |_| template.clone())
}

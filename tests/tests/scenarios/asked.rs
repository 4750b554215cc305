//! Decisions without a change. No command only asks; pages are read with all facts of the decision, and their readers
//! see what it allows. So the pages are read here, and the decision is made as on the page.

use tierline_app::error::PortalError;
use tierline_app::portal::all::*;
use tierline_core::access::{self, Action, Basis, CustomerFacts, PartnerFacts};

use crate::{
    apart::OWN_TENANT,
    step::{self, Stop},
    world::World,
};

pub(crate) async fn ask(
    world: &mut World,
    user: Option<&str>,
    action: Action,
    customer: Option<&str>,
    partner: Option<&str>,
) -> Result<Basis, Stop> {
    let (portal, now) = (world.portal(user).await, world.now());
    let own = step::own(user);
    let decision = match (customer, partner) {
        (Some(customer), _) if customer == own => return Err(Stop::NoWay(OWN_TENANT)),
        (Some(customer), _) => {
            let page = portal.customer(world.organization(customer).id).await?;
            let facts = CustomerFacts {
                organization: &page.organization,
                customer: &page.customer,
                relationship: Some(&page.relationship),
                providers: &page.providers,
            };
            access::authorize_on_customer(facts, &page.actor, action)
        }
        (None, Some(partner)) => {
            let (own, other) = (world.organization(own).id, world.organization(partner).id);
            let id = world.id_between(step::PARTNERSHIP, own, other).await;
            let page = portal.partnership(id.ok_or(Stop::Missing)?.into()).await?;
            let facts = PartnerFacts {
                organization: &page.organization,
                other: &page.other.party(),
                partnership: Some(&page.partnership),
            };
            access::authorize_on_partner(facts, &page.actor, action, now)
        }
        (None, None) => {
            let page = portal.grants(Default::default()).await?;
            access::authorize_own(&page.organization, &page.actor, action)
        }
    };
    Ok(decision.map_err(PortalError::from)?)
}

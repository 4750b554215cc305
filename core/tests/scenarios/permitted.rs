//! Decisions without a change.

use tierline_core::{
    Refusal,
    access::{self, Basis, CustomerFacts, PartnerFacts},
};

use crate::{data::Step, sell::providers, world::World};

pub(crate) fn ask(
    world: &World,
    step: &Step,
    action: access::Action,
    customer: Option<&str>,
    partner: Option<&str>,
) -> Result<Basis, Refusal> {
    let (organization, actor) = world.actor(step.user.as_deref());
    if let Some(customer) = customer {
        let customer = world.organization(customer);
        let facts = CustomerFacts {
            organization,
            customer,
            relationship: world.relationship(organization.id, customer.id),
            providers: &providers(world, organization, customer.id),
        };
        return access::authorize_on_customer(facts, &actor, action);
    }
    if let Some(partner) = partner {
        let other = world.organization(partner).party();
        let partnership = world.partnership(organization.id, other.id);
        let facts = PartnerFacts {
            organization,
            other: &other,
            partnership,
        };
        return access::authorize_on_partner(facts, &actor, action, world.now);
    }
    access::authorize_own(organization, &actor, action)
}

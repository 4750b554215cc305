//! Steps about who supports a customer, who earns incentives, and who owns its tenant.

use tierline_core::{
    Evolve as _, Refusal,
    access::CustomerFacts,
    catalog::{Held, Offer},
    event::Event,
    relationship::{Grant, TenantOwnerChange, TenantOwnerFacts, change_tenant_owner},
    subscription::{Associate, Candidate, Facts, Family, associate},
};

use crate::{data::What, sell::providers, world::World};

pub(crate) fn decide(
    world: &World,
    user: Option<&str>,
    what: &What,
) -> Result<Vec<Event>, Refusal> {
    let id = |alias: &String| world.organization(alias).id;
    let (customer, asked) = match what {
        What::DesignateSupport { customer, partner } => {
            (customer, Associate::DesignateSupport { to: id(partner) })
        }
        What::SetPartnerOfRecord { customer, reseller } => {
            let to = reseller.as_ref().map(id);
            (customer, Associate::SetPartnerOfRecord { to })
        }
        What::ChangeTenantOwner { partner, then } => {
            return tenant_owner(world, user, partner, *then);
        }
        _ => unreachable!("it is about a subscription's partners, or a tenant's owner"),
    };
    let (organization, actor) = world.actor(user);
    let customer = world.organization(customer);
    let mut newest = world.subscriptions().rev();
    let newest = newest.find(|it| it.customer == customer.id).unwrap();
    let named = asked.names().map(|id| world.with_id(id));
    let named = named.map(|partner| Candidate {
        partner,
        partnership: world.partnership(newest.partner, partner.id),
        relationship: world.relationship(partner.id, customer.id),
    });
    let family = Family::of(newest.clone());
    let orderer = world.with_id(newest.partner).party();
    let products = world.products.values().cloned();
    let offers: Vec<Offer> = products.map(Offer::of).collect();
    let facts = Facts {
        family: &family,
        subscription: newest.id,
        access: CustomerFacts {
            organization,
            customer,
            relationship: world.relationship(organization.id, customer.id),
            providers: &providers(world, organization, customer.id),
        },
        orderer: &orderer,
        of_record: None,
        under_review: false,
        offers: &offers,
        held: Held::default(),
    };
    let happened = associate(facts, named, asked, &actor, world.now)?;
    let logged = |(id, event)| Event::Subscription { id, event };
    Ok(happened.into_iter().map(logged).collect())
}

/// No product of this world is a plan of the cloud platform.
fn tenant_owner(
    world: &World,
    user: Option<&str>,
    partner: &str,
    change: TenantOwnerChange,
) -> Result<Vec<Event>, Refusal> {
    let (customer, actor) = world.actor(user);
    let partner = world.organization(partner);
    let tie = world.relationship(partner.id, customer.id).unwrap();
    let facts = TenantOwnerFacts {
        relationship: tie,
        customer,
        partner: &partner.party(),
        has_platform: false,
    };
    let event = change_tenant_owner(facts, change, &actor, world.now)?;
    Ok(vec![Event::Relationship { id: tie.id, event }])
}

/// These events, with what follows from those of relationships for the subscriptions that the partners supported.
pub(crate) fn with_support(world: &World, mut events: Vec<Event>) -> Vec<Event> {
    let mut following = Vec::new();
    for before in world.relationships() {
        let mut after = before.clone();
        for event in &events {
            if let Event::Relationship { id, event } = event
                && *id == before.id
            {
                after.apply(event);
            }
        }
        if after == *before || after.grants(Grant::Support) {
            continue;
        }
        let of_customer = world.subscriptions();
        for it in of_customer.filter(|it| it.customer == before.customer) {
            let returned = it.without_support_of(before.partner, world.now);
            following.extend(returned.map(|event| Event::Subscription { id: it.id, event }));
        }
    }
    events.append(&mut following);
    events
}

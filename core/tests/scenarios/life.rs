//! Steps of subscriptions, from purchase to deletion.

use tierline_core::{
    Refusal,
    access::CustomerFacts,
    catalog::{Held, Offer},
    event::Event,
    subscription::{self, Candidate, Facts, Family, Happened, Subscription},
};

use crate::{data::What, sell::providers, world::World};

pub(crate) fn decide(
    world: &World,
    user: Option<&str>,
    what: &What,
) -> Result<Vec<Event>, Refusal> {
    let offers: Vec<Offer> = world.products.values().cloned().map(Offer::of).collect();
    let What::ChangeSubscription {
        customer,
        product,
        change,
    } = what
    else {
        let all = world.subscriptions();
        let happened = all.flat_map(|it| Family::of(it.clone()).catch_up(&offers, world.now));
        return Ok(logged(happened.collect()));
    };
    let (organization, actor) = world.actor(user);
    let customer = world.organization(customer);
    let sku = world.products[product].sku;
    let mut bought = world.subscriptions();
    let it = bought.rfind(|it| it.customer == customer.id && it.sku == sku);
    let it = it.expect("a subscription to this product");
    let family = Family::of(it.clone());
    let orderer = world.with_id(it.partner);
    let of_record = it.partner_of_record.map(|id| world.with_id(id));
    let of_record = of_record.map(|partner| Candidate {
        partner,
        partnership: world.partnership(it.partner, partner.id),
        relationship: world.relationship(partner.id, customer.id),
    });
    let facts = Facts {
        family: &family,
        subscription: it.id,
        access: CustomerFacts {
            organization,
            customer,
            relationship: world.relationship(organization.id, customer.id),
            providers: &providers(world, organization, customer.id),
        },
        orderer: &orderer.party(),
        of_record,
        under_review: false,
        offers: &offers,
        held: beside(world, it),
    };
    let happened = subscription::decide(facts, change.command(), &actor, world.now)?;
    Ok(logged(happened))
}

/// What the customer has of the same product in other subscriptions.
fn beside(world: &World, subscription: &Subscription) -> Held {
    let others = world.subscriptions().filter(|it| {
        it.id != subscription.id
            && (it.customer, it.sku) == (subscription.customer, subscription.sku)
            && it.is_running()
    });
    others.fold(Held::default(), |held, it| Held {
        licenses: held.licenses + it.quantity.get(),
        subscriptions: held.subscriptions + 1,
    })
}

fn logged(happened: Vec<Happened>) -> Vec<Event> {
    let events = happened.into_iter();
    events
        .map(|(id, event)| Event::Subscription { id, event })
        .collect()
}

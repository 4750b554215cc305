//! Steps of orders and new customers.

use tierline_core::{
    Evolve as _, Refusal,
    access::Provider,
    catalog::{Held, Offer, Product},
    customer::{self, CreateFacts, NewCustomer, SignUp, SignUpFacts, Taken},
    event::Event,
    ids::*,
    order::{self, Line, OrderFacts, PartnerOfRecord},
    organization::{Organization, Party},
    relationship::Grant,
    text::Domain,
};

use crate::{entered::LineData, world::World};

/// The providers in partnership with a reseller, each with whether it may order for the customer.
pub(crate) fn providers(
    world: &World,
    reseller: &Organization,
    customer: OrganizationId,
) -> Vec<Provider> {
    let active = world
        .partnerships()
        .filter(|it| it.reseller == reseller.id && it.is_active(world.now));
    active
        .map(|it| Provider {
            party: world.with_id(it.provider).party(),
            may_order: world
                .relationship(it.provider, customer)
                .is_some_and(|it| it.grants(Grant::OrderOnBehalf)),
        })
        .collect()
}

pub(crate) fn lines(
    world: &mut World,
    customer: Option<OrganizationId>,
    wanted: &[LineData],
) -> (Vec<Line>, Vec<(Product, Held)>, Vec<Offer>) {
    let mut lines = Vec::new();
    let mut products = Vec::new();
    let mut offers = Vec::new();
    for data in wanted {
        let (alias, quantity, plan) = data.parts();
        let subscription = world.id();
        let Some(product) = world.products.get(alias).cloned() else {
            lines.push(Line::of(world.id(), quantity, subscription));
            continue;
        };
        lines.push(Line {
            plan,
            ..Line::of(product.sku, quantity, subscription)
        });
        offers.push(Offer {
            bases: world.bases.get(&product.sku).cloned().unwrap_or_default(),
            ..Offer::of(product.clone())
        });
        let held = customer.map_or(Held::default(), |customer| {
            world.held(customer, product.sku)
        });
        products.push((product, held));
    }
    (lines, products, offers)
}

pub(crate) fn place_order(
    world: &mut World,
    user: Option<&str>,
    customer: &str,
    wanted: &[LineData],
    partner_of_record: Option<&str>,
) -> Result<Vec<Event>, Refusal> {
    let (id, customer_id): (OrderId, _) = (world.id(), world.organization(customer).id);
    let (lines, products, offers) = lines(world, Some(customer_id), wanted);
    let (partner, actor) = world.actor(user);
    let customer = world.organization(customer);
    let partner_of_record = partner_of_record
        .map(|alias| world.organization(alias))
        .map(|reseller| PartnerOfRecord {
            reseller,
            partnership: world.partnership(partner.id, reseller.id),
            relationship: world.relationship(reseller.id, customer.id),
        });
    let facts = OrderFacts {
        partner,
        customer,
        relationship: world.relationship(partner.id, customer.id),
        providers: &providers(world, partner, customer.id),
        partner_of_record,
        products: &products,
        offers: &offers,
        bases: &[],
        under_review: false,
    };
    Ok(ordered(
        id,
        order::order(facts, id, &lines, &actor, world.now)?,
    ))
}

pub(crate) fn ordered(id: OrderId, (event, subscriptions): order::Ordered) -> Vec<Event> {
    let order = Event::Order { id, event };
    let subscriptions = subscriptions
        .into_iter()
        .map(|(id, event)| Event::Subscription { id, event });
    std::iter::once(order).chain(subscriptions).collect()
}

pub(crate) fn create_customer(
    world: &mut World,
    user: Option<&str>,
    details: customer::Details,
    reseller: Option<&str>,
    wanted: &[(String, u32)],
) -> Result<Vec<Event>, Refusal> {
    let usual = |(product, quantity): &(String, u32)| LineData::Usual(product.clone(), *quantity);
    let wanted: Vec<LineData> = wanted.iter().map(usual).collect();
    let (lines, products, offers) = lines(world, None, &wanted);
    let new = NewCustomer {
        id: world.id(),
        admin: world.id(),
        details,
        order: world.id(),
        lines,
        relationship: world.id(),
        reseller_relationship: world.id(),
    };
    let (partner, actor) = world.actor(user);
    let parties: Vec<Party> = providers(world, partner, new.id)
        .into_iter()
        .map(|it| it.party)
        .collect();
    let reseller = reseller.map(|alias| world.organization(alias));
    let facts = CreateFacts {
        partner,
        reseller: reseller.map(|reseller| (reseller, world.partnership(partner.id, reseller.id))),
        providers: &parties,
        taken: taken(world, &new.details.domain),
        products: &products,
        offers: &offers,
    };
    let created = customer::create(facts, &new, &actor, world.now)?;
    let organization = Organization::evolve(new.id, None, &created.organization).unwrap();
    world
        .organizations
        .insert("new_customer".to_owned(), organization);
    let mut events = vec![
        Event::Organization {
            id: new.id,
            event: created.organization,
        },
        Event::User {
            id: new.admin,
            event: created.admin,
        },
    ];
    events.extend(
        created
            .relationships
            .into_iter()
            .map(|(id, event)| Event::Relationship { id, event }),
    );
    events.extend(ordered(new.order, (created.order, created.subscriptions)));
    Ok(events)
}

/// What somebody has already. The users of this world have no user names.
fn taken(world: &World, domain: &Domain) -> Taken {
    let mut organizations = world.organizations.values();
    Taken {
        domain: organizations.any(|it| it.domain == *domain),
        user_name: false,
    }
}

/// A new tenant, created with the link of an invitation.
pub(crate) fn sign_up(
    world: &mut World,
    alias: &str,
    link: Option<u32>,
    new: &SignUp,
) -> Result<Vec<Event>, Refusal> {
    let it = world.invitation(alias);
    let link = link.unwrap_or(it.link);
    let used = (it.id, link);
    let asking = it.kind.partners();
    let partners: Vec<_> = asking
        .iter()
        .map(|(partner, _)| world.with_id(*partner))
        .collect();
    let addressee = it.addressee.map(|id| world.with_id(id).party());
    let facts = SignUpFacts {
        invitation: it,
        link,
        partners: &partners,
        addressee: addressee.as_ref(),
        made_tenant: world.made_tenants.contains(&(it.id, link)),
        taken: taken(world, &new.domain),
    };
    let signed_up = customer::sign_up(facts, new, world.now)?;
    world.made_tenants.insert(used);
    let id = signed_up.organization.id;
    world
        .organizations
        .insert("new_customer".to_owned(), signed_up.organization);
    Ok(vec![
        Event::Organization {
            id,
            event: signed_up.event,
        },
        Event::User {
            id: new.admin,
            event: signed_up.admin,
        },
    ])
}

//! Groups of customers, and users narrowed to them.

use tierline_core::{
    Evolve as _, Refusal,
    access::CustomerFacts,
    account::{self, Origin, Password, User},
    actor::Actor,
    event::Event,
    group::{
        self, AddFacts, AssignFacts, ChangeFacts, Command, CustomerGroup, NarrowFacts, Narrowing,
        PlacingFacts,
    },
    ids::{CustomerGroupId, OrganizationId},
};

use crate::{data::What, world::World};

pub(crate) fn decide(
    world: &mut World,
    user: Option<&str>,
    what: &What,
) -> Result<Vec<Event>, Refusal> {
    let (organization, actor) = world.actor(user);
    let (organization, now) = (organization.clone(), world.now);
    let groups = of(world, organization.id);
    match what {
        What::AddGroup { name } => {
            let facts = AddFacts {
                organization: &organization,
                groups: &groups,
            };
            let event = group::add(facts, name, &actor, now)?;
            let id: CustomerGroupId = world.id();
            world.group_ids.insert(name.to_string(), id);
            Ok(vec![Event::CustomerGroup { id, event }])
        }
        What::RenameGroup { group, name } => {
            let rename = Command::Rename { name: name.clone() };
            change(world, group, &rename, &actor)
        }
        What::RemoveGroup { group } => change(world, group, &Command::Remove, &actor),
        What::Group { customer, groups } => {
            let wanted = groups.iter().map(|name| world.group(name)).collect();
            on_customer(world, customer, &actor, |facts| {
                group::assign(facts, &wanted, &actor, now)
            })
        }
        What::Place {
            customers,
            group,
            placing,
        } => {
            let group = world.group(group);
            let facts = PlacingFacts {
                organization: &organization,
                groups: &groups,
                group,
                customers: customers.len().try_into().unwrap(),
            };
            group::may_place(facts, &actor)?;
            let mut events = Vec::new();
            for customer in customers {
                events.extend(on_customer(world, customer, &actor, |facts| {
                    group::place(facts, group, *placing, &actor, now)
                })?);
            }
            Ok(events)
        }
        What::Narrow { user, groups: to } => {
            let narrowing = to.as_ref().map_or(Narrowing::All, |names| {
                Narrowing::Only(names.iter().map(|name| world.group(name)).collect())
            });
            let user = person(world, user);
            let facts = NarrowFacts {
                organization: &organization,
                user: &user,
                groups: &groups,
            };
            let event = group::narrow(facts, &narrowing, &actor, now)?;
            let id = user.id;
            Ok(event
                .into_iter()
                .map(|event| Event::User { id, event })
                .collect())
        }
        other => unreachable!("{other:?} is not about groups"),
    }
}

/// The partner's groups, without removed ones.
fn of(world: &World, partner: OrganizationId) -> Vec<CustomerGroup> {
    let all = world.groups.values();
    let own = all.filter(|it| it.partner == partner && it.removed.is_none());
    own.cloned().collect()
}

fn change(
    world: &World,
    group: &str,
    command: &Command,
    actor: &Actor,
) -> Result<Vec<Event>, Refusal> {
    let group = &world.groups[&world.group(group)];
    let narrowed = world.narrowed.values();
    let narrowed = narrowed.filter(|reach| reach.given().contains(group.id));
    let facts = ChangeFacts {
        organization: world.with_id(actor.organization),
        group,
        groups: &of(world, actor.organization),
        users: narrowed.count().try_into().unwrap(),
    };
    let event = group::change(facts, command, actor, world.now)?;
    let id = group.id;
    let event = event.map(|event| Event::CustomerGroup { id, event });
    Ok(event.into_iter().collect())
}

fn on_customer(
    world: &World,
    customer: &str,
    actor: &Actor,
    decide: impl FnOnce(AssignFacts<'_>) -> Result<Option<tierline_core::relationship::Event>, Refusal>,
) -> Result<Vec<Event>, Refusal> {
    let customer = world.organization(customer);
    let relationship = world.relationship(actor.organization, customer.id);
    let about = CustomerFacts {
        organization: world.with_id(actor.organization),
        customer,
        relationship,
        providers: &[],
    };
    let groups = &of(world, actor.organization);
    let event = decide(AssignFacts { about, groups })?;
    let id = relationship.map(|it| it.id);
    let event = id.zip(event);
    Ok(event
        .into_iter()
        .map(|(id, event)| Event::Relationship { id, event })
        .collect())
}

/// The one user of an organization with one role, as narrowed by now.
pub(crate) fn person(world: &World, name: &str) -> User {
    let (organization, actor) = world.actor(Some(name));
    let added = account::Event::Added {
        organization: organization.id,
        name: "Ben Lee".parse().unwrap(),
        user_name: format!("ben@{}", organization.domain).parse().unwrap(),
        roles: actor.roles,
        password: Password::Own,
        origin: Origin::Operator,
        at: world.now,
    };
    let mut user = User::evolve(actor.user, None, &added).unwrap();
    if let Some(groups) = actor.customers.groups() {
        user.narrowed_in.insert(organization.id, groups);
    }
    user
}

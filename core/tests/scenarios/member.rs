//! User management.

use tierline_core::{
    Refusal,
    event::Event,
    invitation::PaceFacts,
    member::{MemberFacts, change},
    role::RoleSet,
};

use crate::{
    data::What,
    world::{World, often},
};

pub(crate) fn decide(
    world: &World,
    user: Option<&str>,
    what: &What,
) -> Result<Vec<Event>, Refusal> {
    let What::ChangeUser { user: whom, to } = what else {
        unreachable!("{what:?} is not about users")
    };
    let (organization, actor) = world.actor(user);
    let user = &world.users[whom];
    let others = world.users.values();
    let others = others.filter(|it| it.id != user.id && it.may_act_in(organization.id));
    let roles = others.flat_map(|it| it.roles_in(organization.id).iter());
    let facts = MemberFacts {
        organization,
        user,
        others: roles.fold(RoleSet::EMPTY, RoleSet::with),
        pace: PaceFacts {
            pace: often(),
            full_since: None,
            recipient_since: None,
        },
    };
    let event = change(facts, &to.change(), &actor, world.now)?;
    let id = user.id;
    let event = event.map(|event| Event::User { id, event });
    Ok(event.into_iter().collect())
}

//! The customers in a user's reach, as a condition of queries: the one place where it is made. Core says what the reach
//! is ([`Actor::reach`]); for a user who sees all customers there is no condition at all, and nothing costs more.

use tierline_core::actor::Actor;
use uuid::Uuid;

use super::source::Part;

/// The groups to which the user is narrowed, for the functions of the database that take them; none for a user who
/// sees all customers.
pub(crate) fn groups(actor: &Actor) -> Option<Vec<Uuid>> {
    let groups = actor.reach().groups()?;
    Some(groups.iter().map(|group| group.into_uuid()).collect())
}

/// The condition on a relationship, for a list.
pub(crate) fn of_relationship(actor: &Actor) -> Option<Vec<Part>> {
    among(actor, "groups <> '{}' and groups && ", "::uuid[]")
}

/// The condition on a request to a customer, for a list where `i` is the invitation.
pub(crate) fn of_request(actor: &Actor) -> Option<Vec<Part>> {
    among(actor, "reaches_request(", "::uuid[], i.kind, i.body)")
}

fn among(actor: &Actor, before: &'static str, after: &'static str) -> Option<Vec<Part>> {
    let groups = groups(actor)?;
    let groups = groups.iter().map(ToString::to_string).collect();
    Some(vec![
        Part::Sql(before),
        Part::Texts(groups),
        Part::Sql(after),
    ])
}

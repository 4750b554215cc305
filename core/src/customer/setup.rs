//! The **Setup info** of a new customer, for when it was lost before anybody used it.

use super::Event;
use crate::{
    Timestamp,
    access::{self, Action, CustomerFacts, Decision},
    actor::Actor,
    ids::UserId,
    refusal::Refusal,
    relationship::Origin,
};

/// May the actor have a new temporary password made for a customer's first admin, who has never signed in?
///
/// Whoever may manage the customer's users may, and the partner that created the tenant with whoever of it may
/// create customers: it was shown the first password too ("Partner with indirect resellers in the CSP program").
///
/// # Errors
/// The relationship, the right or the role that is missing.
///
/// ```
/// use tierline_core::{access::CustomerFacts, actor::Actor, customer::may_renew_setup, ids::*, organisation::*, relationship::*, role::*};
/// # let id = |number| uuid::Uuid::from_u128(number);
/// # let organisation = |number, name: &str, capability| Organisation { id: id(number).into(), name: name.parse().unwrap(),
/// #   domain: "contoso.example".parse().unwrap(), country: "TW".parse().unwrap(), capabilities: Capabilities::only(capability), agreement: None, mpn: None };
/// # let at = chrono::DateTime::UNIX_EPOCH;
/// let provider = organisation(1, "Contoso Distribution", Capability::IndirectProvider);
/// let customer = organisation(2, "Northwind", Capability::Customer);
/// let created = Relationship {
///     origin: Origin::Created { by: provider.id, user: UserId::from_uuid(id(3)) },
///     # id: id(4).into(), partner: provider.id, customer: customer.id, side: Side::IndirectProvider, together_with: None,
///     # since: at, grants: Grants::granted(Side::IndirectProvider.asks_for(), at), state: State::Active,
/// };
/// let invited = Relationship {
///     origin: Origin::Invitation { invitation: InvitationId::from_uuid(id(5)), accepted_by: UserId::from_uuid(id(6)) },
///     ..created.clone()
/// };
/// let actor = Actor { user: UserId::from_uuid(id(3)), organisation: provider.id, roles: RoleSet::EMPTY.with(Role::SalesAgent) };
/// let facts = |relationship| CustomerFacts { organisation: &provider, customer: &customer, relationship: Some(relationship), providers: &[] };
/// assert!(may_renew_setup(facts(&created), &actor, at).is_ok());
/// assert!(may_renew_setup(facts(&invited), &actor, at).is_err());
/// ```
pub fn may_renew_setup(facts: CustomerFacts<'_>, actor: &Actor, now: Timestamp) -> Decision {
    let by_right = access::on_customer(facts, actor, Action::ManageUsers, now);
    let created_it = facts.relationship.is_some_and(|relationship| {
        relationship.is_active()
            && relationship.partner == actor.organisation
            && relationship.customer == facts.customer.id
            && matches!(relationship.origin, Origin::Created { by, .. } if by == actor.organisation)
    });
    match by_right {
        Err(_) if created_it => access::own(facts.organisation, actor, Action::CreateCustomer),
        decision => decision,
    }
}

/// Decides a new temporary password for this admin.
///
/// # Errors
/// As [`may_renew_setup`].
pub fn renew_setup(
    facts: CustomerFacts<'_>,
    admin: UserId,
    actor: &Actor,
    now: Timestamp,
) -> Result<Event, Refusal> {
    may_renew_setup(facts, actor, now)?;
    Ok(Event::SetupRenewed {
        partner: actor.organisation,
        admin,
        at: now,
        by: actor.user,
    })
}

//! The **Setup info** of a new customer, in case it was lost before it was used.

use crate::{
    Timestamp,
    access::{self, Action, CustomerFacts},
    account::Event,
    actor::Actor,
    customer,
    ids::UserId,
    refusal::Refusal,
    relationship::Origin,
};

/// Facts for handing over **Setup info** again, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct SetupFacts<'a> {
    /// The actor's organization, the customer and their relationship.
    pub about: CustomerFacts<'a>,
    /// The customer's global admins: one who has arrived before those who wait, and otherwise the first one first.
    pub admins: &'a [SetupAdmin],
}

/// A global admin of a customer, with the facts that **Setup info** depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetupAdmin {
    /// The user.
    pub user: UserId,
    /// Whether the user has ever signed in.
    pub has_signed_in: bool,
    /// Whether the user has chosen the password.
    pub has_own_password: bool,
    /// Whether the account is blocked.
    pub is_blocked: bool,
}

impl SetupAdmin {
    /// Whether the account still waits for the person who was to receive the temporary password.
    ///
    /// ```
    /// use tierline_core::{customer::SetupAdmin, testing::*};
    /// let first = SetupAdmin { user: id(1), has_signed_in: false, has_own_password: false, is_blocked: false };
    /// assert!(first.is_waiting());
    /// assert!(!SetupAdmin { has_own_password: true, ..first }.is_waiting());
    /// ```
    #[must_use]
    pub const fn is_waiting(&self) -> bool {
        !self.has_signed_in && !self.has_own_password
    }
}

/// The admin to whom **Setup info** applies: the first, until an admin of the customer has taken over an account. From
/// then on the customer manages its own passwords.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::customer::{SetupAdmin, pending_admin};
/// let first = SetupAdmin { user: id(1), has_signed_in: false, has_own_password: false, is_blocked: false };
/// assert_eq!(pending_admin(&[first]), Some(first.user));
/// assert_eq!(pending_admin(&[SetupAdmin { has_signed_in: true, ..first }]), None);
/// ```
#[must_use]
pub fn pending_admin(admins: &[SetupAdmin]) -> Option<UserId> {
    if !admins.iter().all(SetupAdmin::is_waiting) {
        return None;
    }
    let first = admins.iter().find(|admin| !admin.is_blocked)?;
    Some(first.user)
}

/// Decides whether the actor may renew the temporary password of a customer's first admin. Returns that admin.
///
/// Any user who may manage the customer's users may do so, and so may any user who may create customers at the partner
/// that created the tenant: that partner was shown the first password too, to "send it on to the new customer"
/// ("Partner with indirect resellers in the CSP program"). Once an admin of the customer has signed in, nobody may.
///
/// # Errors
/// The relationship, the right or the role that is missing; [`customer::Refusal::SetupOver`].
///
/// ```
/// use tierline_core::{access::CustomerFacts, actor::Actor, customer::{SetupAdmin, SetupFacts, may_renew_setup}, ids::*, organization::*, relationship::*, role::*};
/// # let id = |number| uuid::Uuid::from_u128(number);
/// # let organization = |number, name: &str, capability| Organization { id: id(number).into(), name: name.parse().unwrap(),
/// #   domain: "contoso.example".parse().unwrap(), country: "TW".parse().unwrap(), capabilities: Capabilities::only(capability), agreement: None, mpn: None, second_factor: Default::default(), suspensions: Vec::new(), offboarding: None, mpn_inactive: None, asked_first: false };
/// # let at = chrono::DateTime::UNIX_EPOCH;
/// let provider = organization(1, "Contoso Distribution", Capability::IndirectProvider);
/// let customer = organization(2, "Northwind", Capability::Customer);
/// let created = Relationship {
///     origin: Origin::Created { by: provider.id, user: UserId::from_uuid(id(3)) },
///     # id: id(4).into(), partner: provider.id, customer: customer.id, side: Side::IndirectProvider, together_with: None,
///     # since: at, grants: Grants::granted(Side::IndirectProvider.asks_for(), at), groups: Default::default(), until: None, renewal: None, tenant_owner: None,
///     # state: State::Active,
/// };
/// let invited = Relationship {
///     origin: Origin::Invitation { invitation: InvitationId::from_uuid(id(5)), accepted_by: UserId::from_uuid(id(6)) },
///     ..created.clone()
/// };
/// let admin = SetupAdmin { user: UserId::from_uuid(id(7)), has_signed_in: false, has_own_password: false, is_blocked: false };
/// let actor = Actor { user: UserId::from_uuid(id(3)), organization: provider.id, roles: RoleSet::EMPTY.with(Role::SalesAgent), customers: Default::default() };
/// let about = |relationship| CustomerFacts { organization: &provider, customer: &customer, relationship: Some(relationship), providers: &[] };
/// assert_eq!(may_renew_setup(SetupFacts { about: about(&created), admins: &[admin] }, &actor), Ok(admin.user));
/// assert!(may_renew_setup(SetupFacts { about: about(&invited), admins: &[admin] }, &actor).is_err());
///
/// let arrived = SetupAdmin { has_signed_in: true, ..admin };
/// let refusal = may_renew_setup(SetupFacts { about: about(&created), admins: &[arrived] }, &actor).unwrap_err();
/// assert_eq!(refusal.code(), "setup_over");
/// ```
pub fn may_renew_setup(facts: SetupFacts<'_>, actor: &Actor) -> Result<UserId, Refusal> {
    let about = facts.about;
    access::in_reach(&about, actor)?;
    let by_right = access::authorize_on_customer(about, actor, Action::ManageUsers);
    let created_it = about.relationship.is_some_and(|relationship| {
        relationship.is_active()
            && relationship.partner == actor.organization
            && relationship.customer == about.customer.id
            && matches!(relationship.origin, Origin::Created { by, .. } if by == actor.organization)
    });
    match by_right {
        Err(_) if created_it => {
            access::authorize_role(about.organization, actor, Action::CreateCustomer)?
        }
        decision => decision?,
    };
    pending_admin(facts.admins).ok_or_else(|| {
        customer::Refusal::SetupOver {
            customer: about.customer.party(),
        }
        .into()
    })
}

/// Decides whether the customer's first admin gets a new temporary password.
///
/// # Errors
/// As [`may_renew_setup`].
///
/// ```
/// use tierline_core::{
///     access::CustomerFacts,
///     account,
///     customer::{SetupAdmin, SetupFacts, renew_setup},
///     relationship::Side,
///     role::Role,
///     testing::*,
/// };
/// let (reseller, customer) = (reseller(), customer());
/// let granted = relationship(&reseller, &customer, Side::IndirectReseller, Side::IndirectReseller.asks_for());
/// let about = CustomerFacts { organization: &reseller, customer: &customer, relationship: Some(&granted), providers: &[] };
/// let waiting = SetupAdmin { user: id(7), has_signed_in: false, has_own_password: false, is_blocked: false };
/// let facts = SetupFacts { about, admins: &[waiting] };
///
/// // A role that manages the customer's users may do this too.
/// let (admin, event) = renew_setup(facts, &actor(&reseller, Role::HelpdeskAgent), day(2))?;
/// assert_eq!(admin, waiting.user);
/// assert!(matches!(event, account::Event::SetupRenewed { .. }));
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn renew_setup(
    facts: SetupFacts<'_>,
    actor: &Actor,
    now: Timestamp,
) -> Result<(UserId, Event), Refusal> {
    let admin = may_renew_setup(facts, actor)?;
    let event = Event::SetupRenewed {
        customer: facts.about.customer.id,
        partner: actor.organization,
        at: now,
        by: actor.user,
    };
    Ok((admin, event))
}

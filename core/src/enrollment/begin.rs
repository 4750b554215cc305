//! The beginning of an enrollment.

use super::{Enrollment, Event, Path, Refusal};
use crate::{
    Timestamp,
    access::{self, Action},
    account,
    actor::Actor,
    customer::{SignUp, Taken},
    organization::{self, Capabilities, Capability, CapabilityState, Organization, RequiredOf},
    role::{Role, RoleSet},
};

/// The result of signing up to enroll.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SignedUp {
    /// The tenant.
    pub organization: Organization,
    /// The event of the tenant.
    pub event: organization::Event,
    /// The event of the account of its first global admin, who chose the password.
    pub admin: account::Event,
    /// The event of the enrollment.
    pub enrollment: Event,
}

/// Decides **Create one**: a company without a work account makes its tenant, with its first global admin, and begins
/// to enroll. It is an indirect reseller from now on, and may do nothing as one yet: "all Microsoft partners new to CSP
/// will enroll in the CSP program as an indirect reseller" ("Partner with indirect providers in the CSP program").
///
/// # Errors
/// [`organization::Refusal::DomainTaken`] or [`UserNameTaken`](crate::customer::Refusal::UserNameTaken).
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{access::may_transact, customer::{SignUp, Taken}, enrollment::sign_up, organization::Capability};
/// let new = SignUp {
///     id: id(80),
///     name: "Adventure Cloud".parse().unwrap(),
///     domain: "adventure.example".parse().unwrap(),
///     country: "TW".parse().unwrap(),
///     admin: id(81),
///     admin_name: "Grace Lin".parse().unwrap(),
///     admin_user_name: "grace@adventure.example".parse().unwrap(),
/// };
/// let signed_up = sign_up(Taken::default(), &new, day(1))?;
/// assert!(signed_up.organization.capabilities.is_partner());
/// assert!(may_transact(&signed_up.organization, Capability::IndirectReseller).is_err());
/// let taken = Taken { domain: true, user_name: false };
/// assert_eq!(sign_up(taken, &new, day(1)).unwrap_err().code(), "domain_taken");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn sign_up(taken: Taken, new: &SignUp, now: Timestamp) -> Result<SignedUp, crate::Refusal> {
    taken.check(&new.domain, &new.admin_user_name)?;
    Ok(SignedUp {
        organization: Organization {
            id: new.id,
            name: new.name.clone(),
            domain: new.domain.clone(),
            country: new.country,
            capabilities: Capabilities::default()
                .with(Capability::IndirectReseller, CapabilityState::Enrolling),
            agreement: None,
            mpn: None,
            second_factor: RequiredOf::Nobody,
            suspensions: Vec::new(),
            offboarding: None,
            mpn_inactive: None,
            asked_first: false,
        },
        event: organization::Event::SignedUpToEnroll {
            name: new.name.clone(),
            domain: new.domain.clone(),
            country: new.country,
            admin: new.admin,
            at: now,
        },
        admin: account::Event::Added {
            organization: new.id,
            name: new.admin_name.clone(),
            user_name: new.admin_user_name.clone(),
            roles: RoleSet::EMPTY.with(Role::GlobalAdmin),
            password: account::Password::Own,
            origin: account::Origin::WithOrganization,
            at: now,
        },
        enrollment: Event::Begun {
            organization: new.id,
            path: Path::New,
            at: now,
            by: new.admin,
        },
    })
}

/// Facts for a partner that asks for the reseller capability as well, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct BeginFacts<'a> {
    /// The partner.
    pub organization: &'a Organization,
    /// The enrollment that it has begun already, if it has.
    pub enrollment: Option<&'a Enrollment>,
}

/// Decides whether a partner that is in the program already begins to enroll as an indirect reseller too. It gives its
/// support contact only. A direct-bill partner does so when the operator has marked it for offboarding, and cannot go
/// back ("From direct bill to indirect reseller").
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing); [`Refusal::EnrollmentExists`];
/// [`organization::Refusal::CapabilityInactive`] for a partner that is suspended or has left;
/// [`Refusal::NotOffboarding`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{
///     enrollment::{BeginFacts, Event, Path, begin},
///     organization::{Capability::DirectBill, CapabilityState},
///     role::Role,
/// };
/// let stays = direct_bill();
/// let admin = actor(&stays, Role::GlobalAdmin);
/// let facts = BeginFacts { organization: &stays, enrollment: None };
/// assert_eq!(begin(facts, &admin, day(1)).unwrap_err().code(), "not_offboarding");
///
/// let leaves = with(stays, DirectBill, CapabilityState::Offboarding);
/// let facts = BeginFacts { organization: &leaves, enrollment: None };
/// assert!(matches!(begin(facts, &admin, day(1))?, Event::Begun { path: Path::Additional { capability: DirectBill }, .. }));
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn begin(
    facts: BeginFacts<'_>,
    actor: &Actor,
    now: Timestamp,
) -> Result<Event, crate::Refusal> {
    // A mark counts from its day on, whether or not a job has recorded it.
    let organization = &facts.organization.clone().offboarded(now);
    access::authorize_own(organization, actor, Action::Enroll)?;
    if facts.enrollment.is_some() || organization.capabilities.indirect_reseller.is_some() {
        return Err(Refusal::EnrollmentExists {
            organization: organization.party(),
        }
        .into());
    }
    Ok(Event::Begun {
        organization: organization.id,
        path: Path::Additional {
            capability: vouches(organization)?,
        },
        at: now,
        by: actor.user,
    })
}

/// The capability for which the partner is known, so that it need not be reviewed.
pub(super) fn vouches(organization: &Organization) -> Result<Capability, crate::Refusal> {
    let capabilities = &organization.capabilities;
    if capabilities.is_active(Capability::IndirectProvider) {
        return Ok(Capability::IndirectProvider);
    }
    match capabilities.state(Capability::DirectBill) {
        Some(CapabilityState::Offboarding) => Ok(Capability::DirectBill),
        Some(CapabilityState::Active) => Err(Refusal::NotOffboarding {
            organization: organization.party(),
        }
        .into()),
        state => Err(organization::Refusal::CapabilityInactive {
            organization: organization.party(),
            capability: Capability::DirectBill,
            state,
        }
        .into()),
    }
}

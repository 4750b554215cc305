//! Decisions between a provider and a reseller.

use super::{Action, Basis, Decision, permitted, role_missing};
use crate::{
    Timestamp,
    actor::Actor,
    organization::{Capability, Organization, Party},
    partnership::{self, Partnership},
    permission::{Permission, Seat, Subject, SubjectKind},
    refusal::Refusal,
};

/// Facts for a decision about another partner. A partnership between others than these two counts as none.
#[derive(Clone, Copy, Debug)]
pub struct PartnerFacts<'a> {
    /// The actor's organization.
    pub organization: &'a Organization,
    /// The other partner.
    pub other: &'a Party,
    /// Their partnership, if there ever was one.
    pub partnership: Option<&'a Partnership>,
}

/// Decides whether the actor may do this with another partner now.
///
/// "You're granting them administrator access", and "you can remove the provider's administrator access" ("Partner with
/// indirect providers in the CSP program"): an action reserved to one side is refused to the other, whatever the role.
///
/// # Errors
/// [`RoleMissing`](crate::access::Refusal::RoleMissing), [`WrongSubject`](crate::access::Refusal::WrongSubject),
/// [`partnership::Refusal::NoPartnership`],
/// [`partnership::Refusal::PartnershipEnded`] or
/// [`partnership::Refusal::TenantAdminMissing`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{access::{Action, PartnerFacts, authorize_on_partner}, role::Role};
/// let (provider, reseller) = (provider(), reseller());
/// let partnership = partnership(&provider, &reseller);
/// let facts = PartnerFacts { organization: &provider, other: &reseller.party(), partnership: Some(&partnership) };
/// let agent = actor(&provider, Role::AdminAgent);
/// assert!(authorize_on_partner(facts, &agent, Action::AdministerResellerTenant, day(2)).is_ok());
///
/// let facts = PartnerFacts { partnership: None, ..facts };
/// let refusal = authorize_on_partner(facts, &agent, Action::AdministerResellerTenant, day(2)).unwrap_err();
/// assert_eq!(refusal.code(), "no_partnership");
/// ```
pub fn authorize_on_partner(
    facts: PartnerFacts<'_>,
    actor: &Actor,
    action: Action,
    now: Timestamp,
) -> Decision {
    let (row, role) = permitted(facts.organization, actor, action, SubjectKind::Partner)?;
    let organization = facts.organization;
    let own = facts
        .partnership
        .filter(|partnership| partnership.is_of(organization.id, facts.other.id));
    let Some(partnership) = own.filter(|partnership| partnership.is_active(now)) else {
        return Err(match own.and_then(Partnership::ends) {
            Some(ends) => partnership::Refusal::PartnershipEnded { ends }.into(),
            None => no_partnership(facts),
        });
    };
    if has_seat(partnership, organization, row, now) {
        return Ok(Basis::Partnership {
            role,
            partnership: partnership.id,
        });
    }
    if row.on == Subject::Partner(Seat::TenantAdmin) && partnership.provider == organization.id {
        return Err(partnership::Refusal::TenantAdminMissing {
            provider: organization.party(),
            reseller: facts.other.clone(),
        }
        .into());
    }
    // No role of the other side permits an action reserved to one side.
    Err(role_missing(organization, action))
}

/// Like [`authorize_on_partner`], under a partnership whose other side need not be named.
pub(crate) fn authorize_under(
    partnership: &Partnership,
    organization: &Organization,
    actor: &Actor,
    action: Action,
    now: Timestamp,
) -> Decision {
    let (row, role) = permitted(organization, actor, action, SubjectKind::Partner)?;
    match partnership.ends() {
        Some(ends) if !partnership.is_active(now) => {
            Err(partnership::Refusal::PartnershipEnded { ends }.into())
        }
        _ if has_seat(partnership, organization, row, now) => Ok(Basis::Partnership {
            role,
            partnership: partnership.id,
        }),
        _ => Err(role_missing(organization, action)),
    }
}

/// Whether the organization is on the side of the partnership that the row asks for.
fn has_seat(
    partnership: &Partnership,
    organization: &Organization,
    row: &Permission,
    now: Timestamp,
) -> bool {
    let is_provider = partnership.provider == organization.id;
    let is_reseller = partnership.reseller == organization.id;
    match row.on {
        Subject::Partner(Seat::Either) => is_provider || is_reseller,
        Subject::Partner(Seat::Reseller) => is_reseller,
        Subject::Partner(Seat::TenantAdmin) => is_provider && partnership.has_tenant_admin(now),
        Subject::Own | Subject::Customer(_) | Subject::Program => false,
    }
}

/// Without a partnership, only the asking organization's capabilities tell which of the two would be the provider.
fn no_partnership(facts: PartnerFacts<'_>) -> Refusal {
    let (own, other) = (facts.organization.party(), facts.other.clone());
    if facts
        .organization
        .capabilities
        .state(Capability::IndirectProvider)
        .is_some()
    {
        partnership::Refusal::NoPartnership {
            provider: own,
            reseller: other,
        }
        .into()
    } else {
        partnership::Refusal::NoPartnership {
            provider: other,
            reseller: own,
        }
        .into()
    }
}

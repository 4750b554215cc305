//! Decisions between a provider and a reseller.

use super::{Action, Basis, Decision, own, role_missing};
use crate::{
    Timestamp,
    actor::Actor,
    organization::{Capability, Organization, Party},
    partnership::Partnership,
    refusal::Refusal,
};

/// What has to be known to decide about another partner.
#[derive(Clone, Copy, Debug)]
pub struct PartnerFacts<'a> {
    /// The actor's organization.
    pub organization: &'a Organization,
    /// The other partner.
    pub other: &'a Party,
    /// Their partnership, if there ever was one.
    pub partnership: Option<&'a Partnership>,
}

/// May the actor do this with another partner now?
///
/// # Errors
/// [`Refusal::RoleMissing`], [`Refusal::NoPartnership`], [`Refusal::PartnershipEnded`] or
/// [`Refusal::TenantAdminMissing`].
///
/// ```
/// # mod world { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/common/mod.rs")); }
/// # use world::*;
/// use tierline_core::{access::{Action, PartnerFacts, on_partner}, role::Role};
/// let (provider, reseller) = (provider(), reseller());
/// let partnership = partnership(&provider, &reseller);
/// let facts = PartnerFacts { organization: &provider, other: &reseller.party(), partnership: Some(&partnership) };
/// let agent = actor(&provider, Role::AdminAgent);
/// assert!(on_partner(facts, &agent, Action::AdministerResellerTenant, day(2)).is_ok());
///
/// let facts = PartnerFacts { partnership: None, ..facts };
/// let refusal = on_partner(facts, &agent, Action::AdministerResellerTenant, day(2)).unwrap_err();
/// assert_eq!(refusal.code(), "no_partnership");
/// ```
pub fn on_partner(
    facts: PartnerFacts<'_>,
    actor: &Actor,
    action: Action,
    now: Timestamp,
) -> Decision {
    let Basis::Role { role } = own(facts.organization, actor, action)? else {
        return Err(role_missing(facts.organization, action));
    };
    let own = facts
        .partnership
        .filter(|partnership| partnership.is_of(facts.organization.id, facts.other.id));
    let Some(partnership) = own.filter(|partnership| partnership.is_active(now)) else {
        return Err(match own.and_then(Partnership::ends) {
            Some(ends) => Refusal::PartnershipEnded { ends },
            None => no_partnership(facts),
        });
    };
    let is_provider = partnership.provider == facts.organization.id;
    match action {
        // The one is the provider's alone, the other the reseller's.
        Action::AdministerResellerTenant if !is_provider => {
            Err(role_missing(facts.organization, action))
        }
        Action::RevokeTenantAdmin if is_provider => Err(role_missing(facts.organization, action)),
        Action::AdministerResellerTenant if !partnership.has_tenant_admin(now) => {
            Err(Refusal::TenantAdminMissing {
                provider: facts.organization.party(),
                reseller: facts.other.clone(),
            })
        }
        _ => Ok(Basis::Partnership {
            role,
            partnership: partnership.id,
        }),
    }
}

/// Without a partnership nothing says who would be the provider of the two but what the asking one is.
fn no_partnership(facts: PartnerFacts<'_>) -> Refusal {
    let (own, other) = (facts.organization.party(), facts.other.clone());
    if facts
        .organization
        .capabilities
        .state(Capability::IndirectProvider)
        .is_some()
    {
        Refusal::NoPartnership {
            provider: own,
            reseller: other,
        }
    } else {
        Refusal::NoPartnership {
            provider: other,
            reseller: own,
        }
    }
}

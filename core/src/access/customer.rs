//! Decisions of a partner about a customer.

use super::{Action, Basis, Decision, may_transact, own, role_missing, same_region};
use crate::{
    Timestamp,
    actor::Actor,
    market,
    organization::{Organization, Party},
    refusal::Refusal,
    relationship::{Grant, Relationship, Side},
};

/// What has to be known to decide about a customer.
#[derive(Clone, Copy, Debug)]
pub struct CustomerFacts<'a> {
    /// The actor's organization.
    pub organization: &'a Organization,
    /// The customer.
    pub customer: &'a Organization,
    /// The relationship of the two, if there ever was one.
    pub relationship: Option<&'a Relationship>,
    /// For an indirect reseller: the providers it is in partnership with.
    pub providers: &'a [Provider],
}

/// A provider as seen by its reseller with one customer in mind.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Provider {
    /// The provider.
    pub party: Party,
    /// May it order for the customer?
    pub may_order: bool,
}

/// May the actor do this about a customer now?
///
/// "The provider needs to have a reseller relationship with your customer so they can submit orders on your
/// customer's behalf" ("Partner with indirect providers in the CSP program").
///
/// # Errors
/// A [`Refusal`] that names the role, relationship, right, capability, agreement or region that is missing.
///
/// ```
/// # mod world { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/common/mod.rs")); }
/// # use world::*;
/// use tierline_core::{access::{Action, Basis, CustomerFacts, on_customer}, relationship::{Grant, Side}, role::Role};
/// let (provider, customer) = (provider(), customer());
/// let granted = relationship(&provider, &customer, Side::IndirectProvider, Side::IndirectProvider.asks_for());
/// let facts = CustomerFacts { organization: &provider, customer: &customer, relationship: Some(&granted), providers: &[] };
/// let agent = actor(&provider, Role::SalesAgent);
///
/// // It may order, and the decision says by what.
/// let decision = on_customer(facts, &agent, Action::PlaceOrder, day(2));
/// assert_eq!(decision, Ok(Basis::Grant { role: Role::SalesAgent, relationship: granted.id, grant: Grant::OrderOnBehalf }));
///
/// // Without a relationship it may not, and the refusal says what is missing.
/// let facts = CustomerFacts { relationship: None, ..facts };
/// let refusal = on_customer(facts, &agent, Action::PlaceOrder, day(2)).unwrap_err();
/// assert_eq!(refusal.code(), "no_relationship");
/// ```
pub fn on_customer(
    facts: CustomerFacts<'_>,
    actor: &Actor,
    action: Action,
    _now: Timestamp,
) -> Decision {
    let Basis::Role { role } = own(facts.organization, actor, action)? else {
        return Err(role_missing(facts.organization, action));
    };
    if facts.organization.id == facts.customer.id {
        return if is_done_for_others(action) {
            Err(Refusal::Itself)
        } else {
            Ok(Basis::Role { role })
        };
    }
    let Some(relationship) = facts.relationship.filter(|relationship| {
        relationship.is_active()
            && relationship.partner == facts.organization.id
            && relationship.customer == facts.customer.id
    }) else {
        return Err(Refusal::NoRelationship {
            partner: facts.organization.party(),
            customer: facts.customer.party(),
        });
    };
    let needed = match action {
        Action::PlaceOrder => {
            may_order(&facts, relationship)?;
            Grant::OrderOnBehalf
        }
        Action::ManageSubscriptions | Action::ManageLicenses | Action::ManageUsers => {
            Grant::Administer
        }
        Action::DesignateSupport => Grant::Support,
        Action::RequestRelationship if relationship.is_complete() => {
            return Err(Refusal::RelationshipExists {
                partner: facts.organization.party(),
                customer: facts.customer.party(),
            });
        }
        _ => {
            return Ok(Basis::Relationship {
                role,
                relationship: relationship.id,
            });
        }
    };
    if relationship.grants(needed) {
        Ok(Basis::Grant {
            role,
            relationship: relationship.id,
            grant: needed,
        })
    } else {
        Err(Refusal::GrantMissing {
            partner: facts.organization.party(),
            customer: facts.customer.party(),
            grant: needed,
        })
    }
}

/// What a partner does for a customer, and so no organization for itself, whatever its users' roles.
const fn is_done_for_others(action: Action) -> bool {
    matches!(
        action,
        Action::PlaceOrder
            | Action::CreateCustomer
            | Action::RequestRelationship
            | Action::InviteForBoth
            | Action::DesignateSupport
    )
}

/// Rule 4, as far as it does not depend on what is ordered.
fn may_order(facts: &CustomerFacts<'_>, relationship: &Relationship) -> Result<(), Refusal> {
    if relationship.side == Side::IndirectReseller {
        return Err(
            match facts.providers.iter().find(|provider| provider.may_order) {
                Some(provider) => Refusal::ProviderOrders {
                    provider: provider.party.clone(),
                    customer: facts.customer.party(),
                },
                None => Refusal::ProviderWithoutRelationship {
                    reseller: facts.organization.party(),
                    provider: facts
                        .providers
                        .first()
                        .map(|provider| provider.party.clone()),
                    customer: facts.customer.party(),
                },
            },
        );
    }
    if relationship.side == Side::DirectBill && is_offboarding(facts.organization) {
        // Existing direct customers go on: the capability may still be used for them.
        return existing_direct(facts);
    }
    may_transact(facts.organization, relationship.side.capability())?;
    sellable(facts)
}

fn is_offboarding(organization: &Organization) -> bool {
    use crate::organization::{Capability, CapabilityState};
    organization.capabilities.state(Capability::DirectBill) == Some(CapabilityState::Offboarding)
}

fn existing_direct(facts: &CustomerFacts<'_>) -> Result<(), Refusal> {
    if facts.organization.mpn.is_none() {
        return Err(Refusal::MpnIdMissing {
            organization: facts.organization.party(),
        });
    }
    if facts.organization.agreement.is_none() {
        return Err(Refusal::AgreementUnsigned {
            organization: facts.organization.party(),
        });
    }
    sellable(facts)
}

fn sellable(facts: &CustomerFacts<'_>) -> Result<(), Refusal> {
    same_region(facts.organization, facts.customer)?;
    let country = facts.customer.country;
    match market::currency_of(country) {
        Some(_) => Ok(()),
        None => Err(Refusal::NoCurrency {
            country,
            region: country.region(),
        }),
    }
}

//! Decisions of a partner about a customer.

use super::{
    Action, Basis, Decision, authorize_own, authorize_role, has_what_it_needs, may_transact,
    permitted, role_missing, same_region, standing::has_signed,
};
use crate::{
    access,
    actor::Actor,
    market, order,
    organization::{Capability, CapabilityState, Kind, Organization, Party},
    permission::{Need, Permission, Subject, SubjectKind, Tie},
    refusal::Refusal,
    relationship::{self, Relationship, Side},
};

/// Facts for a decision about a customer. A relationship between other organizations than these two counts as none.
#[derive(Clone, Copy, Debug)]
pub struct CustomerFacts<'a> {
    /// The actor's organization.
    pub organization: &'a Organization,
    /// The customer.
    pub customer: &'a Organization,
    /// The relationship between the two, if there ever was one, [as of](Relationship::as_of) the moment of the
    /// decision: an end date that has come counts.
    pub relationship: Option<&'a Relationship>,
    /// For an indirect reseller: the providers in partnership with it.
    pub providers: &'a [Provider],
}

impl<'a> CustomerFacts<'a> {
    /// The relationship of these two, if it is in force.
    fn in_force(&self) -> Option<&'a Relationship> {
        self.relationship.filter(|relationship| {
            relationship.is_active()
                && relationship.partner == self.organization.id
                && relationship.customer == self.customer.id
        })
    }
}

/// A provider as seen by its reseller with one customer in mind.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, crate::read::Read)]
pub struct Provider {
    /// The provider.
    pub party: Party,
    /// Whether it may order for the customer.
    pub may_order: bool,
}

impl Provider {
    /// The provider, with whether it could order for the customer, regardless of the user who asks.
    ///
    /// ```
    /// use tierline_core::testing::*;
    /// use tierline_core::{access::Provider, relationship::Side};
    /// let (provider, customer) = (provider(), customer());
    /// let granted = relationship(&provider, &customer, Side::IndirectProvider, Side::IndirectProvider.asks_for());
    /// assert!(Provider::of(&provider, &customer, Some(&granted)).may_order);
    /// assert!(!Provider::of(&provider, &customer, None).may_order);
    /// ```
    #[must_use]
    pub fn of(
        provider: &Organization,
        customer: &Organization,
        relationship: Option<&Relationship>,
    ) -> Provider {
        let facts = CustomerFacts {
            organization: provider,
            customer,
            relationship,
            providers: &[],
        };
        let is_provider = provider
            .capabilities
            .is_active(Capability::IndirectProvider);
        Provider {
            party: provider.party(),
            may_order: is_provider && could_on_customer(facts, Action::PlaceOrder).is_ok(),
        }
    }
}

/// Decides whether the actor may do this to a customer.
///
/// "The provider needs to have a reseller relationship with your customer so they can submit orders on your
/// customer's behalf" ("Partner with indirect providers in the CSP program").
///
/// A customer that asks about itself gets the answer of [`authorize_own`].
///
/// # Errors
/// The first of these:
///
/// 1. [`access::Refusal::WrongSubject`] for an action that is not done to customers;
/// 2. [`access::Refusal::RoleMissing`], or [`access::Refusal::Itself`] for a partner that asks about itself;
/// 3. [`relationship::Refusal::NoRelationship`], or [`access::Refusal::OutOfReach`] for a user who is narrowed to
///    groups in none of which the customer is;
/// 4. for an order, [`order::Refusal::ProviderOrders`] or [`order::Refusal::ProviderWithoutRelationship`] on a
///    reseller's side; otherwise whatever the partner lacks for [new business](may_transact), a different
///    [region](same_region), or [`order::Refusal::NoCurrency`];
/// 5. [`relationship::Refusal::GrantMissing`], or [`relationship::Refusal::RelationshipExists`] when every right that
///    is asked for again is already in force.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{access::{Action, Basis, CustomerFacts, authorize_on_customer}, relationship::{Grant, Side}, role::Role};
/// let (provider, customer) = (provider(), customer());
/// let granted = relationship(&provider, &customer, Side::IndirectProvider, Side::IndirectProvider.asks_for());
/// let facts = CustomerFacts { organization: &provider, customer: &customer, relationship: Some(&granted), providers: &[] };
/// let agent = actor(&provider, Role::SalesAgent);
///
/// // It may order, and the decision says by what.
/// let decision = authorize_on_customer(facts, &agent, Action::PlaceOrder);
/// assert_eq!(decision, Ok(Basis::Grant { role: Role::SalesAgent, relationship: granted.id, grant: Grant::OrderOnBehalf }));
///
/// // Without a relationship it may not, and the refusal says what is missing.
/// let facts = CustomerFacts { relationship: None, ..facts };
/// let refusal = authorize_on_customer(facts, &agent, Action::PlaceOrder).unwrap_err();
/// assert_eq!(refusal.code(), "no_relationship");
/// ```
pub fn authorize_on_customer(facts: CustomerFacts<'_>, actor: &Actor, action: Action) -> Decision {
    let organization = facts.organization;
    if organization.id == facts.customer.id {
        return on_itself(organization, actor, action);
    }
    let (row, role) =
        permitted(organization, actor, action, SubjectKind::Customer).map_err(|refusal| {
            // An action that a customer may do to itself is not permitted on another customer.
            match authorize_role(organization, actor, action) {
                Ok(_) if action.is_done_to(SubjectKind::Customer) => no_relationship(&facts),
                _ => refusal,
            }
        })?;
    in_reach(&facts, actor)?;
    let relationship = tied(&facts, action, row)?;
    Ok(match row.on {
        Subject::Customer(Tie::Grant(grant)) => Basis::Grant {
            role,
            relationship: relationship.id,
            grant,
        },
        _ => Basis::Relationship {
            role,
            relationship: relationship.id,
        },
    })
}

/// Decides whether this could be done to the customer by any of the organization's users. Like
/// [`authorize_on_customer`], but without the role.
///
/// # Errors
/// As [`authorize_on_customer`]; [`access::Refusal::RoleMissing`] when the action is not for an organization of this
/// kind.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{access::{Action, CustomerFacts, could_on_customer}, relationship::Side};
/// let (reseller, customer) = (reseller(), customer());
/// let granted = relationship(&reseller, &customer, Side::IndirectReseller, Side::IndirectReseller.asks_for());
/// let facts = CustomerFacts { organization: &reseller, customer: &customer, relationship: Some(&granted), providers: &[] };
/// assert!(could_on_customer(facts, Action::ManageSubscriptions).is_ok());
/// assert_eq!(could_on_customer(facts, Action::PlaceOrder).unwrap_err().code(), "provider_without_relationship");
/// ```
pub fn could_on_customer(facts: CustomerFacts<'_>, action: Action) -> Result<(), Refusal> {
    let organization = facts.organization;
    if organization.id == facts.customer.id {
        return Err(access::Refusal::Itself.into());
    }
    if !action.is_done_to(SubjectKind::Customer) {
        return Err(wrong_subject(action));
    }
    let row = action.permissions().iter().find(|row| {
        row.on.kind() == SubjectKind::Customer && organization.capabilities.is_of(row.by)
    });
    match row {
        Some(row) => tied(&facts, action, row).map(drop),
        None => Err(role_missing(organization, action)),
    }
}

/// A customer may do to itself what is done to the own organization. Nobody is its own partner, whatever the roles.
fn on_itself(organization: &Organization, actor: &Actor, action: Action) -> Decision {
    let as_customer = organization.capabilities.is_of(Kind::Customer)
        && action
            .permissions()
            .iter()
            .any(|row| row.by == Kind::Customer && row.on == Subject::Own);
    if as_customer {
        authorize_own(organization, actor, action)
    } else if action.is_done_to(SubjectKind::Customer) {
        Err(access::Refusal::Itself.into())
    } else {
        Err(wrong_subject(action))
    }
}

/// Whether the actor's rights reach this customer. Without a relationship there is nothing to reach, and the refusal
/// says that.
pub(crate) fn in_reach(facts: &CustomerFacts<'_>, actor: &Actor) -> Result<(), access::Refusal> {
    match facts.in_force() {
        Some(relationship) => {
            let groups = relationship.groups.iter().copied();
            access::within(facts.organization, actor, groups)
        }
        None => Ok(()),
    }
}

fn wrong_subject(action: Action) -> Refusal {
    access::Refusal::WrongSubject {
        action,
        subject: SubjectKind::Customer,
    }
    .into()
}

fn no_relationship(facts: &CustomerFacts<'_>) -> Refusal {
    relationship::Refusal::NoRelationship {
        partner: facts.organization.party(),
        customer: facts.customer.party(),
    }
    .into()
}

/// The relationship that the row requires.
fn tied<'a>(
    facts: &CustomerFacts<'a>,
    action: Action,
    row: &Permission,
) -> Result<&'a Relationship, Refusal> {
    let Some(relationship) = facts.in_force() else {
        return Err(no_relationship(facts));
    };
    match row.needs {
        Need::BusinessOfSide => may_order(facts, relationship)?,
        needs => has_what_it_needs(facts.organization, needs)?,
    }
    match row.on {
        Subject::Customer(Tie::Grant(grant)) if !relationship.grants(grant) => {
            Err(relationship::Refusal::GrantMissing {
                partner: facts.organization.party(),
                customer: facts.customer.party(),
                grant,
            }
            .into())
        }
        Subject::Customer(Tie::IncompleteRelationship) if relationship.is_complete() => {
            Err(relationship::Refusal::RelationshipExists {
                partner: facts.organization.party(),
                customer: facts.customer.party(),
            }
            .into())
        }
        Subject::Customer(Tie::Relationship | Tie::IncompleteRelationship | Tie::Grant(_)) => {
            Ok(relationship)
        }
        Subject::Own | Subject::Partner(_) | Subject::Program => Err(wrong_subject(action)),
    }
}

/// Rule 4, apart from the parts that depend on the items ordered.
fn may_order(facts: &CustomerFacts<'_>, relationship: &Relationship) -> Result<(), Refusal> {
    if relationship.side == Side::IndirectReseller {
        return Err(
            match facts.providers.iter().find(|provider| provider.may_order) {
                Some(provider) => order::Refusal::ProviderOrders {
                    provider: provider.party.clone(),
                    customer: facts.customer.party(),
                }
                .into(),
                None => order::Refusal::ProviderWithoutRelationship {
                    reseller: facts.organization.party(),
                    provider: facts
                        .providers
                        .first()
                        .map(|provider| provider.party.clone()),
                    customer: facts.customer.party(),
                }
                .into(),
            },
        );
    }
    let organization = facts.organization;
    let direct_bill = organization.capabilities.state(Capability::DirectBill);
    if relationship.side == Side::DirectBill && direct_bill == Some(CapabilityState::Offboarding) {
        // Existing direct customers are still served: the capability may still be used for them.
        has_signed(organization)?;
    } else {
        may_transact(organization, relationship.side.capability())?;
    }
    sellable(facts)
}

fn sellable(facts: &CustomerFacts<'_>) -> Result<(), Refusal> {
    same_region(facts.organization, facts.customer)?;
    let country = facts.customer.country;
    match market::currency_of(country) {
        Some(_) => Ok(()),
        None => Err(order::Refusal::NoCurrency {
            country,
            region: country.region(),
        }
        .into()),
    }
}

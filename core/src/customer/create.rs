//! Decides whether a customer may be created, and what is created with it.

use super::{Details, NewCustomer, Taken, first_admin};
use crate::{
    Timestamp,
    access::{self, Action, Basis},
    account,
    actor::Actor,
    catalog::{Held, Offer, Product},
    customer,
    ids::{OrganizationId, RelationshipId, SubscriptionId},
    market,
    money::Money,
    order::{self, Line, check_lines},
    organization::{self, Capability, Organization, Party},
    partnership::{self, Partnership},
    permission::SubjectKind,
    reach::GroupSet,
    refusal::Refusal,
    relationship::{self, Grant, Origin, Side},
    subscription,
};

/// Facts for creating a customer, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct CreateFacts<'a> {
    /// The creating partner; the actor's organization.
    pub partner: &'a Organization,
    /// The reseller that will manage the customer, with its partnership; none for a direct-bill partner.
    pub reseller: Option<(&'a Organization, Option<&'a Partnership>)>,
    /// For an indirect reseller's attempt: the providers it could ask.
    pub providers: &'a [Party],
    /// What of the details somebody has already.
    pub taken: Taken,
    /// Every product named in the lines; a new customer has none of them yet.
    pub products: &'a [(Product, Held)],
    /// The same products as they are sold in the customer's market; those of a simple list may be missing.
    pub offers: &'a [Offer],
}

impl<'a> CreateFacts<'a> {
    /// The facts while a reseller is still being chosen: one that was chosen so far, and may not have new customers
    /// now, is in nobody's way.
    ///
    /// ```
    /// use tierline_core::testing::*;
    /// use tierline_core::{customer::{CreateFacts, Taken, may_begin}, role::Role};
    /// let (provider, reseller) = (provider(), reseller());
    /// let facts = CreateFacts {
    ///     partner: &provider,
    ///     reseller: Some((&reseller, None)),
    ///     providers: &[],
    ///     taken: Taken::default(),
    ///     products: &[],
    ///     offers: &[],
    /// };
    /// let agent = actor(&provider, Role::SalesAgent);
    /// assert_eq!(may_begin(facts, &agent, day(2)).unwrap_err().code(), "no_partnership");
    /// assert!(may_begin(facts.while_choosing(), &agent, day(2)).is_ok());
    /// ```
    #[must_use]
    pub fn while_choosing(self) -> Self {
        Self {
            reseller: None,
            ..self
        }
    }

    /// Who sells what to the new customer, which has no subscriptions yet.
    const fn selling(&self, customer: OrganizationId) -> order::Selling<'a> {
        order::Selling {
            partner: self.partner.id,
            customer,
            products: self.products,
            offers: self.offers,
            bases: &[],
        }
    }
}

/// Events of a new customer and of everything created with it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Created {
    /// The organization.
    pub organization: organization::Event,
    /// The account of its first global admin.
    pub admin: account::Event,
    /// The relationships of the creating partner and of the reseller.
    pub relationships: Vec<(RelationshipId, relationship::Event)>,
    /// The first order.
    pub order: order::Event,
    /// Its subscriptions.
    pub subscriptions: Vec<(SubscriptionId, subscription::Event)>,
}

/// Decides whether a new customer is created, with its relationships and its first order.
///
/// "When you associate a reseller with a new customer account, you are delegating account and subscription management
/// to the reseller. This means that the reseller has administrator access to the customer's subscriptions and services"
/// ("Partner with indirect resellers in the CSP program"): the reseller gets the rights that its side asks for, and is
/// partner of record of this order.
///
/// # Errors
/// As [`may_create`]; then [`order::Refusal::NoLines`], [`order::Refusal::ProductTwice`] or a
/// [refused quantity](crate::catalog::Refusal); last [`order::Refusal::BaseMissing`] or a plan that is not sold.
///
/// ```
/// use tierline_core::testing::*;
/// # use tierline_core::catalog::{Held, Limits, Product};
/// # let limits = Limits { minimum: 1, maximum: 300, per_customer: Some(300), one_per_customer: false };
/// # let basic = Product { sku: id(50), name: "Business Basic".to_owned(), sold: true, limits, price: None };
/// use tierline_core::{access::Basis, customer::{CreateFacts, Details, NewCustomer, Taken, create}};
/// use tierline_core::{order::{Event, Line}, relationship::Grant, role::Role};
/// let (provider, reseller) = (provider(), reseller());
/// let partnership = partnership(&provider, &reseller);
/// # let details = Details {
/// #     name: "Adventure Works".parse().unwrap(), domain: "adventure.example".parse().unwrap(), country: "AT".parse().unwrap(),
/// #     address: Vec::new(), admin_name: "Anna Berg".parse().unwrap(),
/// #     admin_user_name: "admin@adventure.example".parse().unwrap(), contact: "anna@adventure.example".parse().unwrap(),
/// # };
/// let facts = CreateFacts {
///     partner: &provider,
///     reseller: Some((&reseller, Some(&partnership))),
///     providers: &[],
///     taken: Taken::default(),
///     products: &[(basic, Held::default())],
///     offers: &[],
/// };
/// let new = NewCustomer {
///     id: id(80),
///     admin: id(81),
///     details,
///     order: id(82),
///     lines: vec![Line::of(id(50), 10, id(83))],
///     relationship: id(84),
///     reseller_relationship: id(85),
/// };
/// // "Add new customers and associate them with indirect resellers": both partners have their relationship at once.
/// let created = create(facts, &new, &actor(&provider, Role::SalesAgent), day(2))?;
/// assert_eq!((created.relationships.len(), created.subscriptions.len()), (2, 1));
/// // The order rests on the relationship that begins with it.
/// let basis = Basis::Grant { role: Role::SalesAgent, relationship: id(84), grant: Grant::OrderOnBehalf };
/// assert!(matches!(created.order, Event::Placed { basis: Some(it), .. } if it == basis));
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn create(
    facts: CreateFacts<'_>,
    new: &NewCustomer,
    actor: &Actor,
    now: Timestamp,
) -> Result<Created, Refusal> {
    let side = may_create(facts, new.id, &new.details, actor, now)?;
    let quantities = check_lines(&order::wanted(&new.lines), facts.products)?;
    let selling = facts.selling(new.id);
    let lines = order::beside(&new.lines, facts.offers);
    let agreed = order::agreed(selling, &lines, &quantities, now)?;
    let reseller = facts.reseller.map(|(reseller, _)| reseller.id);
    // The relationship that is established with the customer, by which everything later is ordered.
    let capabilities = &facts.partner.capabilities;
    let permitted = Action::PlaceOrder.permission(capabilities, actor.roles, SubjectKind::Customer);
    let basis = permitted.map(|(_, role)| Basis::Grant {
        role,
        relationship: new.relationship,
        grant: Grant::OrderOnBehalf,
    });
    let (order, subscriptions) = order::placed(
        facts.partner.id,
        new.id,
        reseller,
        new.order,
        &lines,
        &quantities,
        &agreed,
        (actor, basis),
        now,
    );
    let origin = Origin::Created {
        by: facts.partner.id,
        user: actor.user,
    };
    let established = |partner: OrganizationId, side: Side, together_with, groups| {
        relationship::Event::Established {
            partner,
            customer: new.id,
            side,
            together_with,
            origin,
            grants: side.asks_for(),
            groups,
            at: now,
        }
    };
    let mut relationships = vec![(
        new.relationship,
        established(facts.partner.id, side, reseller, actor.reach().given()),
    )];
    if let Some(reseller) = reseller {
        // Groups are the provider's own; the reseller has others.
        let provider = Some(facts.partner.id);
        let with_reseller =
            established(reseller, Side::IndirectReseller, provider, GroupSet::EMPTY);
        relationships.push((new.reseller_relationship, with_reseller));
    }
    let details = &new.details;
    Ok(Created {
        organization: organization::Event::Created {
            partner: facts.partner.id,
            reseller,
            name: details.name.clone(),
            domain: details.domain.clone(),
            country: details.country,
            address: details.address.clone(),
            contact: details.contact.clone(),
            admin: new.admin,
            at: now,
            by: actor.user,
        },
        admin: first_admin(
            new.id,
            &details.admin_name,
            &details.admin_user_name,
            account::Password::Temporary,
            now,
        ),
        relationships,
        order,
        subscriptions,
    })
}

/// What each line of a first order costs, for one license and the whole term, or why it cannot be ordered together with
/// the others that can. Asked at the second step of the wizard, so that **Submit** is not the first to say it.
///
/// ```
/// use tierline_core::{catalog::{Held, Offer}, customer::{CreateFacts, Taken, quotes}, order::Line, testing::*};
/// let provider = provider();
/// let add_on = Offer { bases: vec![id(50)], ..offer(51, "Audio Conferencing") };
/// let offers = [offer(50, "Business Basic"), add_on];
/// let products: Vec<_> = offers.iter().map(|it| (it.product.clone(), Held::default())).collect();
/// let facts = CreateFacts {
///     partner: &provider, reseller: None, providers: &[], taken: Taken::default(), products: &products, offers: &offers,
/// };
/// let (base, add_on) = (Line::of(id(50), 5, id(61)), Line::of(id(51), 5, id(62)));
/// let told = |lines: &[Line]| -> Vec<&'static str> {
///     let quotes = quotes(facts, id(80), lines, day(2));
///     quotes.iter().map(|quote| quote.as_ref().map_or_else(|refusal| refusal.code(), |_| "ok")).collect()
/// };
/// assert_eq!(told(&[add_on]), ["base_missing"]);
/// assert_eq!(told(&[add_on, base]), ["ok", "ok"]);
/// ```
#[must_use]
pub fn quotes(
    facts: CreateFacts<'_>,
    new_id: OrganizationId,
    lines: &[Line],
    now: Timestamp,
) -> Vec<Result<Option<Money>, Refusal>> {
    order::quoted(facts.selling(new_id), lines, now)
}

/// Decides whether a customer with these details may be created, before anything is ordered. Checked at the first step
/// of the wizard, and again by [`create`].
///
/// Returns the side on which the partner would serve the customer.
///
/// # Errors
/// As [`may_begin`]; then [`organization::Refusal::RegionMismatch`], [`order::Refusal::NoCurrency`],
/// [`organization::Refusal::DomainTaken`] or [`customer::Refusal::UserNameTaken`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{customer::{CreateFacts, Details, Taken, may_create}, role::Role};
/// let (provider, reseller) = (provider(), reseller());
/// let partnership = partnership(&provider, &reseller);
/// # let details = Details {
/// #     name: "Adventure Works".parse().unwrap(), domain: "adventure.example".parse().unwrap(), country: "AT".parse().unwrap(),
/// #     address: Vec::new(), admin_name: "Anna Berg".parse().unwrap(),
/// #     admin_user_name: "admin@adventure.example".parse().unwrap(), contact: "anna@adventure.example".parse().unwrap(),
/// # };
/// let facts = CreateFacts {
///     partner: &provider,
///     reseller: Some((&reseller, Some(&partnership))),
///     providers: &[],
///     taken: Taken { domain: true, user_name: true },
///     products: &[],
///     offers: &[],
/// };
/// let refusal = may_create(facts, id(80), &details, &actor(&provider, Role::SalesAgent), day(2)).unwrap_err();
/// assert_eq!(refusal.code(), "domain_taken");
///
/// let facts = CreateFacts { taken: Taken { domain: false, user_name: true }, ..facts };
/// let refusal = may_create(facts, id(80), &details, &actor(&provider, Role::SalesAgent), day(2)).unwrap_err();
/// assert_eq!(refusal.code(), "user_name_taken");
/// ```
pub fn may_create(
    facts: CreateFacts<'_>,
    new_id: OrganizationId,
    details: &Details,
    actor: &Actor,
    now: Timestamp,
) -> Result<Side, Refusal> {
    let side = may_begin(facts, actor, now)?;
    if !market::same_region(facts.partner.country, details.country) {
        return Err(organization::Refusal::RegionMismatch {
            first: facts.partner.party(),
            first_country: facts.partner.country,
            second: Party {
                id: new_id,
                name: details.name.clone(),
            },
            second_country: details.country,
        }
        .into());
    }
    if market::currency_of(details.country).is_none() {
        return Err(order::Refusal::NoCurrency {
            country: details.country,
            region: details.country.region(),
        }
        .into());
    }
    facts
        .taken
        .check(&details.domain, &details.admin_user_name)?;
    Ok(side)
}

/// Decides whether the actor may begin to create a customer at all. Returns the side on which the partner would serve
/// it.
///
/// "Your provider will create the tenant and will specify you as the indirect reseller for this customer" ("From direct
/// bill to indirect reseller"): the refusal tells a reseller which providers to ask.
///
/// # Errors
/// [`RoleMissing`](crate::access::Refusal::RoleMissing). With a reseller: what the provider or the reseller lacks for
/// [new business](access::may_transact), [`partnership::Refusal::NoPartnership`] or
/// [`organization::Refusal::RegionMismatch`]. Without one: [`relationship::Refusal::NoNewDirectCustomers`],
/// [`customer::Refusal::ResellerCannotCreateCustomers`], or what the partner lacks for new business.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{customer::{CreateFacts, Taken, may_begin}, role::Role};
/// let (provider, reseller) = (provider(), reseller());
/// let partnership = partnership(&provider, &reseller);
/// let facts = CreateFacts {
///     partner: &provider,
///     reseller: Some((&reseller, Some(&partnership))),
///     providers: &[],
///     taken: Taken::default(),
///     products: &[],
///     offers: &[],
/// };
/// assert!(may_begin(facts, &actor(&provider, Role::SalesAgent), day(2)).is_ok());
///
/// // A reseller is told whom to ask.
/// let facts = CreateFacts { partner: &reseller, reseller: None, providers: &[provider.party()], ..facts };
/// let refusal = may_begin(facts, &actor(&reseller, Role::SalesAgent), day(2)).unwrap_err();
/// assert_eq!(refusal.code(), "reseller_cannot_create_customers");
/// ```
pub fn may_begin(facts: CreateFacts<'_>, actor: &Actor, now: Timestamp) -> Result<Side, Refusal> {
    let partner = facts.partner;
    access::authorize_role(partner, actor, Action::CreateCustomer)?;
    let Some((reseller, partnership)) = facts.reseller else {
        return direct(facts);
    };
    access::may_transact(partner, Capability::IndirectProvider)?;
    if !partnership.is_some_and(|partnership| partnership.is_active(now)) {
        return Err(partnership::Refusal::NoPartnership {
            provider: partner.party(),
            reseller: reseller.party(),
        }
        .into());
    }
    access::may_transact(reseller, Capability::IndirectReseller)?;
    access::same_region(partner, reseller)?;
    Ok(Side::IndirectProvider)
}

fn direct(facts: CreateFacts<'_>) -> Result<Side, Refusal> {
    let partner = facts.partner;
    let capabilities = &partner.capabilities;
    if capabilities.is_active(Capability::IndirectProvider) {
        access::may_transact(partner, Capability::IndirectProvider)?;
        return Ok(Side::IndirectProvider);
    }
    access::may_gain_direct_customer(partner)?;
    if capabilities.direct_bill.is_none() && capabilities.indirect_reseller.is_some() {
        return Err(customer::Refusal::ResellerCannotCreateCustomers {
            providers: facts.providers.to_vec(),
        }
        .into());
    }
    access::may_transact(partner, Capability::DirectBill)?;
    Ok(Side::DirectBill)
}

//! Decides whether an order may be placed, and what it creates.

use super::{
    Event, Line,
    terms::{Agreed, Selling, agreed, beside},
};
use crate::{
    Timestamp,
    access::{self, Action, Basis, CustomerFacts},
    actor::Actor,
    catalog::{self, Held, Offer, Product, check_quantity},
    ids::{OrderId, OrganizationId, SkuId, SubscriptionId},
    money::Quantity,
    order,
    organization::Organization,
    partnership::Partnership,
    refusal::Refusal,
    relationship::Relationship,
    subscription::{self, Plan, Subscription},
};

/// Facts for placing an order, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct OrderFacts<'a> {
    /// The ordering partner; the actor's organization.
    pub partner: &'a Organization,
    /// The customer.
    pub customer: &'a Organization,
    /// The relationship between the two, if there ever was one.
    pub relationship: Option<&'a Relationship>,
    /// For an indirect reseller's attempt: the providers it works with.
    pub providers: &'a [access::Provider],
    /// The reseller that will earn incentives, if one was named.
    pub partner_of_record: Option<PartnerOfRecord<'a>>,
    /// Every product named in the lines, with the customer's existing licenses of it.
    pub products: &'a [(Product, Held)],
    /// The same products as they are sold in the customer's market; those of a simple list may be missing.
    pub offers: &'a [Offer],
    /// The subscriptions that add-ons in the lines are for, as they are now.
    pub bases: &'a [&'a Subscription],
    /// Whether the customer's account is under review.
    pub under_review: bool,
}

impl<'a> OrderFacts<'a> {
    pub(super) const fn selling(&self) -> Selling<'a> {
        Selling {
            partner: self.partner.id,
            customer: self.customer.id,
            products: self.products,
            offers: self.offers,
            bases: self.bases,
        }
    }
}

/// The reseller named as partner of record: "Associating the reseller with the subscription enables them to earn
/// incentives, if applicable" ("Partner with indirect resellers in the CSP program").
#[derive(Clone, Copy, Debug)]
pub struct PartnerOfRecord<'a> {
    /// The reseller.
    pub reseller: &'a Organization,
    /// Its partnership with the ordering provider, if there ever was one.
    pub partnership: Option<&'a Partnership>,
    /// Its relationship with the customer, if there ever was one.
    pub relationship: Option<&'a Relationship>,
}

/// The events of an order: its own, and one for each line's subscription.
pub type Ordered = (Event, Vec<(SubscriptionId, subscription::Event)>);

/// Decides an order (rule 4), in the [order of the checks](crate::order#order-of-the-checks). Each subscription begins
/// now, for the term and by the plan of its line, and keeps the price of today until it renews.
///
/// # Errors
/// As [`authorize_on_customer`](access::authorize_on_customer) for [`Action::PlaceOrder`]; for the partner of record,
/// whatever [it needs](subscription::check_of_record); then [`subscription::Refusal::CustomerUnderReview`]; then as
/// [`check_lines`]; last [`order::Refusal::BaseMissing`], [`subscription::Refusal::BaseNotActive`] or
/// [`catalog::Refusal::PlanNotSold`].
///
/// ```
/// use tierline_core::testing::*;
/// # use tierline_core::catalog::{Held, Limits, Product};
/// # let limits = Limits { minimum: 1, maximum: 300, per_customer: Some(300), one_per_customer: false };
/// # let basic = Product { sku: id(50), name: "Business Basic".to_owned(), sold: true, limits, price: None };
/// use tierline_core::{access::Basis, order::{Event, Line, OrderFacts, order}};
/// use tierline_core::{relationship::{Grant, Side}, role::Role};
/// let (provider, customer) = (provider(), customer());
/// let granted = relationship(&provider, &customer, Side::IndirectProvider, Side::IndirectProvider.asks_for());
/// let facts = OrderFacts {
///     partner: &provider,
///     customer: &customer,
///     relationship: Some(&granted),
///     providers: &[],
///     partner_of_record: None,
///     products: &[(basic, Held::default())],
///     offers: &[],
///     bases: &[],
///     under_review: false,
/// };
/// let lines = [Line::of(id(50), 25, id(60))];
/// let agent = actor(&provider, Role::SalesAgent);
/// let (placed, subscriptions) = order(facts, id(70), &lines, &agent, day(2))?;
/// assert_eq!(subscriptions.len(), 1);
/// // It says on whose grant it rests.
/// let basis = Basis::Grant { role: Role::SalesAgent, relationship: granted.id, grant: Grant::OrderOnBehalf };
/// assert!(matches!(placed, Event::Placed { basis: Some(it), .. } if it == basis));
///
/// let facts = OrderFacts { relationship: None, ..facts };
/// assert_eq!(order(facts, id(70), &lines, &agent, day(2)).unwrap_err().code(), "no_relationship");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn order(
    facts: OrderFacts<'_>,
    id: OrderId,
    lines: &[Line],
    actor: &Actor,
    now: Timestamp,
) -> Result<Ordered, Refusal> {
    let customer = CustomerFacts {
        organization: facts.partner,
        customer: facts.customer,
        relationship: facts.relationship,
        providers: facts.providers,
    };
    let basis = access::authorize_on_customer(customer, actor, Action::PlaceOrder)?;
    if let Some(of_record) = facts.partner_of_record {
        check_partner_of_record(facts.partner, facts.customer, of_record, now)?;
    }
    if facts.under_review {
        let customer = facts.customer.party();
        return Err(subscription::Refusal::CustomerUnderReview { customer }.into());
    }
    let quantities = check_lines(&wanted(lines), facts.products)?;
    let lines = beside(lines, facts.offers);
    let agreed = agreed(facts.selling(), &lines, &quantities, now)?;
    let partner_of_record = facts
        .partner_of_record
        .map(|of_record| of_record.reseller.id);
    Ok(placed(
        facts.partner.id,
        facts.customer.id,
        partner_of_record,
        id,
        &lines,
        &quantities,
        &agreed,
        (actor, Some(basis)),
        now,
    ))
}

/// What a line asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The product.
    pub sku: SkuId,
    /// Number of licenses.
    pub quantity: u32,
    /// The term and the billing plan.
    pub plan: Plan,
    /// Of an add-on, the subscription that it is for.
    pub base: Option<SubscriptionId>,
}

/// Licenses for a year that is billed every month.
impl From<(SkuId, u32)> for Wanted {
    fn from((sku, quantity): (SkuId, u32)) -> Wanted {
        Wanted {
            sku,
            quantity,
            plan: Plan::DEFAULT,
            base: None,
        }
    }
}

/// Checks that there are lines, each product once by the same plan and for the same base, each quantity of licenses
/// within its limits. What the customer has together counts earlier lines too. It runs before anything is ordered, so
/// the lines have no subscriptions yet. Returns the quantities, line by line.
///
/// # Errors
/// [`order::Refusal::NoLines`], [`order::Refusal::ProductTwice`], [`catalog::Refusal::ProductNotSold`] or a refused
/// quantity.
///
/// ```
/// use tierline_core::testing::*;
/// # use tierline_core::catalog::{Held, Limits, Product};
/// # let limits = Limits { minimum: 1, maximum: 300, per_customer: Some(300), one_per_customer: false };
/// # let basic = Product { sku: id(50), name: "Business Basic".to_owned(), sold: true, limits, price: None };
/// use tierline_core::{order::{Wanted, check_lines}, term::{Plan, Term}};
/// let products = [(basic, Held::default())];
/// let line = Wanted::from((id(50), 200));
/// assert!(check_lines(&[line], &products).is_ok());
/// assert_eq!(check_lines(&[], &products).unwrap_err().code(), "no_lines");
/// assert_eq!(check_lines(&[line, line], &products).unwrap_err().code(), "product_twice");
/// // By another plan it is another line, and counts for the same customer.
/// let monthly = Wanted { plan: Plan { term: Term::Month, ..Plan::DEFAULT }, ..line };
/// assert_eq!(check_lines(&[line, monthly], &products).unwrap_err().code(), "customer_maximum");
/// let monthly = Wanted { quantity: 100, ..monthly };
/// assert!(check_lines(&[line, monthly], &products).is_ok());
/// ```
pub fn check_lines(
    lines: &[Wanted],
    products: &[(Product, Held)],
) -> Result<Vec<Quantity>, Refusal> {
    if lines.is_empty() {
        return Err(order::Refusal::NoLines.into());
    }
    let checked = lines.iter().enumerate().map(|(index, line)| {
        let earlier = lines.get(..index).unwrap_or_default();
        check_line(line, earlier, products)
    });
    checked.collect()
}

/// Checks one of the lines, after those before it.
///
/// # Errors
/// As [`check_lines`].
pub fn check_line(
    line: &Wanted,
    earlier: &[Wanted],
    products: &[(Product, Held)],
) -> Result<Quantity, Refusal> {
    let Some((product, held)) = products.iter().find(|it| it.0.sku == line.sku) else {
        return Err(catalog::Refusal::ProductNotSold {
            product: line.sku.to_string(),
        }
        .into());
    };
    let mut held = *held;
    for earlier in earlier.iter().filter(|it| it.sku == line.sku) {
        if (earlier.plan, earlier.base) == (line.plan, line.base) {
            return Err(order::Refusal::ProductTwice {
                product: product.name.clone(),
            }
            .into());
        }
        held.licenses = held.licenses.saturating_add(earlier.quantity);
        held.subscriptions = held.subscriptions.saturating_add(1);
    }
    Ok(check_quantity(product, held, line.quantity)?)
}

/// What these lines ask for, without their subscriptions; the input of [`check_lines`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::order::{Line, wanted};
/// assert_eq!(wanted(&[Line::of(id(50), 25, id(60))]), [(id(50), 25).into()]);
/// ```
#[must_use]
pub fn wanted(lines: &[Line]) -> Vec<Wanted> {
    lines.iter().map(Line::wanted).collect()
}

impl Line {
    const fn wanted(&self) -> Wanted {
        Wanted {
            sku: self.sku,
            quantity: self.quantity,
            plan: self.plan,
            base: self.base,
        }
    }
}

fn check_partner_of_record(
    provider: &Organization,
    customer: &Organization,
    of_record: PartnerOfRecord<'_>,
    now: Timestamp,
) -> Result<(), Refusal> {
    let candidate = subscription::Candidate {
        partner: of_record.reseller,
        partnership: of_record.partnership,
        relationship: of_record.relationship,
    };
    subscription::check_of_record(provider, customer, candidate, now)
}

pub(crate) fn placed(
    partner: OrganizationId,
    customer: OrganizationId,
    partner_of_record: Option<OrganizationId>,
    id: OrderId,
    lines: &[Line],
    quantities: &[Quantity],
    agreed: &[Agreed],
    (actor, basis): (&Actor, Option<Basis>),
    now: Timestamp,
) -> Ordered {
    let subscriptions = lines
        .iter()
        .zip(quantities)
        .zip(agreed)
        .map(|((line, quantity), agreed)| {
            let activated = subscription::Event::Activated {
                order: id,
                customer,
                partner,
                partner_of_record,
                sku: line.sku,
                quantity: *quantity,
                price: agreed.month,
                plan: line.plan,
                ends: line.plan.term.end(now),
                terms: agreed.terms,
                basis,
                at: now,
            };
            (line.subscription, activated)
        })
        .collect();
    let order = Event::Placed {
        customer,
        partner,
        partner_of_record,
        lines: lines.to_vec(),
        at: now,
        by: actor.user,
        basis,
    };
    (order, subscriptions)
}

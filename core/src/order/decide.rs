//! Decides whether an order may be placed, and what it creates.

use super::{Event, Line};
use crate::{
    Timestamp,
    access::{self, Action, CustomerFacts},
    actor::Actor,
    catalog::{self, Held, Product, check_quantity},
    ids::{OrderId, OrganizationId, SkuId, SubscriptionId},
    money::Quantity,
    order,
    organization::{Capability, Organization},
    partnership::{self, Partnership},
    refusal::Refusal,
    relationship::{self, Relationship},
    subscription::{self, Plan},
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
/// now, at the current price, for [a year that is billed every month](Plan::DEFAULT).
///
/// # Errors
/// As [`authorize_on_customer`](access::authorize_on_customer) for [`Action::PlaceOrder`]; for the partner of record,
/// whatever it lacks for [new business](access::may_transact), [`partnership::Refusal::NoPartnership`],
/// [`relationship::Refusal::NoRelationship`] or a different [region](access::same_region); then as [`check_lines`].
///
/// ```
/// use tierline_core::testing::*;
/// # use tierline_core::catalog::{Held, Limits, Product};
/// # let limits = Limits { minimum: 1, maximum: 300, per_customer: Some(300), one_per_customer: false };
/// # let basic = Product { sku: id(50), name: "Business Basic".to_owned(), sold: true, limits, price: None };
/// use tierline_core::{order::{Line, OrderFacts, order}, relationship::Side, role::Role};
/// let (provider, customer) = (provider(), customer());
/// let granted = relationship(&provider, &customer, Side::IndirectProvider, Side::IndirectProvider.asks_for());
/// let facts = OrderFacts {
///     partner: &provider,
///     customer: &customer,
///     relationship: Some(&granted),
///     providers: &[],
///     partner_of_record: None,
///     products: &[(basic, Held::default())],
/// };
/// let lines = [Line::of(id(50), 25, id(60))];
/// let agent = actor(&provider, Role::SalesAgent);
/// let (_placed, subscriptions) = order(facts, id(70), &lines, &agent, day(2))?;
/// assert_eq!(subscriptions.len(), 1);
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
    access::authorize_on_customer(customer, actor, Action::PlaceOrder)?;
    if let Some(of_record) = facts.partner_of_record {
        check_partner_of_record(facts.partner, facts.customer, of_record, now)?;
    }
    let quantities = check_lines(&wanted(lines), facts.products)?;
    let partner_of_record = facts
        .partner_of_record
        .map(|of_record| of_record.reseller.id);
    Ok(placed(
        facts.partner.id,
        facts.customer.id,
        partner_of_record,
        id,
        lines,
        &quantities,
        facts.products,
        actor,
        now,
    ))
}

/// Checks that there are lines, each product once, each quantity of licenses within its limits. It runs before anything
/// is ordered, so the lines have no subscriptions yet. Returns the quantities, line by line.
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
/// use tierline_core::order::check_lines;
/// let products = [(basic, Held::default())];
/// let line = (id(50), 25);
/// assert!(check_lines(&[line], &products).is_ok());
/// assert_eq!(check_lines(&[], &products).unwrap_err().code(), "no_lines");
/// assert_eq!(check_lines(&[line, line], &products).unwrap_err().code(), "product_twice");
/// ```
pub fn check_lines(
    lines: &[(SkuId, u32)],
    products: &[(Product, Held)],
) -> Result<Vec<Quantity>, Refusal> {
    if lines.is_empty() {
        return Err(order::Refusal::NoLines.into());
    }
    let mut quantities = Vec::with_capacity(lines.len());
    for (index, (sku, quantity)) in lines.iter().enumerate() {
        let Some((product, held)) = products.iter().find(|(product, _)| product.sku == *sku) else {
            return Err(catalog::Refusal::ProductNotSold {
                product: sku.to_string(),
            }
            .into());
        };
        if lines.iter().take(index).any(|(earlier, _)| earlier == sku) {
            return Err(order::Refusal::ProductTwice {
                product: product.name.clone(),
            }
            .into());
        }
        quantities.push(check_quantity(product, *held, *quantity)?);
    }
    Ok(quantities)
}

/// The products and quantities of these lines, without their subscriptions; the input of [`check_lines`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::order::{Line, wanted};
/// assert_eq!(wanted(&[Line::of(id(50), 25, id(60))]), [(id(50), 25)]);
/// ```
#[must_use]
pub fn wanted(lines: &[Line]) -> Vec<(SkuId, u32)> {
    lines.iter().map(|line| (line.sku, line.quantity)).collect()
}

fn check_partner_of_record(
    provider: &Organization,
    customer: &Organization,
    of_record: PartnerOfRecord<'_>,
    now: Timestamp,
) -> Result<(), Refusal> {
    let reseller = of_record.reseller;
    access::may_transact(reseller, Capability::IndirectReseller)?;
    if !of_record
        .partnership
        .is_some_and(|partnership| partnership.is_active(now))
    {
        return Err(partnership::Refusal::NoPartnership {
            provider: provider.party(),
            reseller: reseller.party(),
        }
        .into());
    }
    if !of_record.relationship.is_some_and(Relationship::is_active) {
        return Err(relationship::Refusal::NoRelationship {
            partner: reseller.party(),
            customer: customer.party(),
        }
        .into());
    }
    Ok(access::same_region(provider, reseller)?)
}

pub(crate) fn placed(
    partner: OrganizationId,
    customer: OrganizationId,
    partner_of_record: Option<OrganizationId>,
    id: OrderId,
    lines: &[Line],
    quantities: &[Quantity],
    products: &[(Product, Held)],
    actor: &Actor,
    now: Timestamp,
) -> Ordered {
    let plan = Plan::DEFAULT;
    let subscriptions = lines
        .iter()
        .zip(quantities)
        .map(|(line, quantity)| {
            let price = products
                .iter()
                .find(|(product, _)| product.sku == line.sku)
                .and_then(|(product, _)| product.price);
            let activated = subscription::Event::Activated {
                order: id,
                customer,
                partner,
                partner_of_record,
                sku: line.sku,
                quantity: *quantity,
                price,
                plan,
                ends: plan.term.end(now),
                terms: None,
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
    };
    (order, subscriptions)
}

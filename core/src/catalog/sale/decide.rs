use serde::Serialize;

use super::{Event, Sale, Terms};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    catalog::{Limits, Product, Refusal},
    organization::Organization,
    text::Reason,
};

/// Facts about a product, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct SaleFacts<'a> {
    /// The operator; the actor's organization.
    pub operator: &'a Organization,
    /// The product.
    pub product: &'a Product,
    /// What the price list says of it now.
    pub listed: Terms,
    /// Whether the program's price sheet has it: then there are prices for its limits and for no others.
    pub is_in_sheet: bool,
    /// What the operator has decided so far.
    pub sale: Option<&'a Sale>,
}

/// What the operator decides about a product. Serialized to tell a repeated request from another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Command {
    /// No new subscriptions of it.
    Withdraw,
    /// New subscriptions of it, as far as the price list has it.
    SellAgain,
    /// These limits, whatever the price list says.
    SetLimits {
        /// The limits.
        limits: Limits,
    },
    /// The limits of the price list.
    TakeBackLimits,
}

/// Decides about the sale of a product. Nothing happens where it is so already.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) and its siblings; for limits [`Refusal::LimitsImpossible`] when
/// nothing could be ordered within them, and [`Refusal::LimitsUnpriced`] when the price sheet has no prices for them.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{
///     Evolve,
///     catalog::{Limits, Product, Sale, SaleCommand as Command, SaleFacts, Terms, decide_sale as decide},
///     role::Role,
/// };
/// let (operator, reason) = (operator(), "too many for one order".parse().unwrap());
/// let admin = actor(&operator, Role::ProgramAdmin);
/// let limits = Limits { minimum: 1, maximum: 300, per_customer: None, one_per_customer: false };
/// let product = Product { sku: id(5), name: "Basic".into(), sold: true, limits, price: None };
/// let listed = Terms { sold: true, limits };
/// let facts = SaleFacts { operator: &operator, product: &product, listed, is_in_sheet: true, sale: None };
///
/// let fewer = Command::SetLimits { limits: Limits { maximum: 50, ..limits } };
/// let event = decide(facts, fewer, &reason, &admin, day(1)).unwrap().unwrap();
/// let sale = Sale::evolve(id(5), None, &event).unwrap();
/// assert_eq!(listed.after(Some(&sale)).limits.maximum, 50);
/// let known = SaleFacts { sale: Some(&sale), ..facts };
/// assert_eq!(decide(known, fewer, &reason, &admin, day(2)), Ok(None), "it is so already");
///
/// let code = |command| decide(facts, command, &reason, &admin, day(1)).unwrap_err().code();
/// let with = |minimum, maximum| Command::SetLimits { limits: Limits { minimum, maximum, ..limits } };
/// assert_eq!(code(with(5, 4)), "limits_impossible");
/// assert_eq!(code(with(1, 301)), "limits_unpriced");
/// let reviewer = actor(&operator, Role::Reviewer);
/// assert_eq!(decide(facts, Command::Withdraw, &reason, &reviewer, day(1)).unwrap_err().code(), "role_missing");
/// ```
pub fn decide(
    facts: SaleFacts<'_>,
    command: Command,
    reason: &Reason,
    actor: &Actor,
    now: Timestamp,
) -> Result<Option<Event>, crate::Refusal> {
    access::authorize_on_program(facts.operator, actor, Action::ManageCatalog)?;
    let (operator, product) = (facts.operator.id, facts.product.name.clone());
    let (reason, at, by) = (reason.clone(), now, actor.user);
    let is_withdrawn = facts.sale.is_some_and(|sale| sale.withdrawn);
    let own = facts.sale.and_then(|sale| sale.limits);
    Ok(match command {
        Command::Withdraw => (!is_withdrawn).then_some(Event::Withdrawn {
            operator,
            product,
            reason,
            at,
            by,
        }),
        Command::SellAgain => is_withdrawn.then_some(Event::SoldAgain {
            operator,
            product,
            reason,
            at,
            by,
        }),
        Command::SetLimits { limits } => {
            may_have(facts, limits)?;
            let from = own.unwrap_or(facts.listed.limits);
            (from != limits).then_some(Event::LimitsSet {
                operator,
                product,
                from,
                to: limits,
                reason,
                at,
                by,
            })
        }
        Command::TakeBackLimits => own.map(|from| Event::LimitsTakenBack {
            operator,
            product,
            from,
            to: facts.listed.limits,
            reason,
            at,
            by,
        }),
    })
}

/// Whether something can be ordered within these limits, and has a price.
fn may_have(facts: SaleFacts<'_>, limits: Limits) -> Result<(), Refusal> {
    let product = || facts.product.name.clone();
    if limits.check().is_err() {
        return Err(Refusal::LimitsImpossible { product: product() });
    }
    // Nothing is known of the prices of a product that the sheet does not sell now.
    let listed = facts.listed;
    if facts.is_in_sheet && listed.sold && !limits.is_within(listed.limits) {
        return Err(Refusal::LimitsUnpriced {
            product: product(),
            minimum: listed.limits.minimum,
            maximum: listed.limits.maximum,
        });
    }
    Ok(())
}

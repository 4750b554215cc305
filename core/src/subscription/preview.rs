//! What a change would cost, before it is made.

use super::{Charge, Command, Facts, Happened, Subscription, decide, settle};
use crate::{Timestamp, actor::Actor, catalog::Offer, read::Read, refusal::Refusal};

use serde::{Deserialize, Serialize};

/// What a command would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Preview {
    /// The subscription afterwards.
    pub after: Subscription,
    /// What would be charged and credited now, for it and for its add-ons.
    pub now: Vec<Charge>,
    /// What would be charged next, and from when on: the next billing period, or the first one after the renewal.
    pub later: Vec<Charge>,
}

/// What a command would do and cost, line by line. It is decided by [`decide`] and calculated by [`settle`], as it
/// would be written; what comes later is at the prices that are known today.
///
/// # Errors
/// As [`decide`].
///
/// ```
/// use tierline_core::{access::CustomerFacts, catalog::Held, market::Currency, money::Money, relationship::Side};
/// use tierline_core::{role::Role, subscription::{Command, Facts, Family, preview}, testing::*};
/// # let (provider, customer) = (provider(), customer());
/// # let granted = relationship(&provider, &customer, Side::IndirectProvider, Side::IndirectProvider.asks_for());
/// # let access = CustomerFacts { organization: &provider, customer: &customer, relationship: Some(&granted), providers: &[] };
/// let family = Family::of(subscription(Some(Money::new(3_10, Currency::Eur))));
/// # let (offers, orderer) = ([offer(50, "Business Basic")], provider.party());
/// # let facts = Facts {
/// #     family: &family, subscription: family.base.id, access, orderer: &orderer, of_record: None,
/// #     under_review: false, offers: &offers, held: Held::default(),
/// # };
/// let agent = actor(&provider, Role::AdminAgent);
/// let shown = preview(facts, Command::SetQuantity { to: 35 }, &[], &agent, day(21))?;
/// // Ten licenses for the ten days left of January, and in February 35.
/// assert_eq!((shown.now[0].days, shown.now[0].amount.minor), (10, 10_00));
/// assert_eq!((shown.later[0].from, shown.later[0].amount.minor), (day(31), 108_50));
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn preview(
    facts: Facts<'_>,
    command: Command,
    ledger: &[Charge],
    actor: &Actor,
    now: Timestamp,
) -> Result<Preview, Refusal> {
    let events = decide(facts, command, actor, now)?;
    let before: Vec<Subscription> = facts.family.members().cloned().collect();
    let written = settle(&before, &events, ledger);
    let mut family = facts.family.clone();
    for event in &events {
        family.apply(event);
    }
    let after = family.get(facts.subscription);
    let after = after.unwrap_or(&facts.family.base).clone();
    let later = next(&after, facts.offers);
    Ok(Preview {
        later: settle(std::slice::from_ref(&after), &later, &[]),
        now: written,
        after,
    })
}

/// What happens to a subscription next by itself.
fn next(subscription: &Subscription, offers: &[Offer]) -> Vec<Happened> {
    let Some(due) = subscription.due() else {
        return Vec::new();
    };
    let family = super::Family::of(subscription.clone());
    family.catch_up(offers, due)
}

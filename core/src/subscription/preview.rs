//! What a change would cost, before it is made.

use super::{Charge, Command, Facts, Family, Refusal as R, Subscription, decide, settle};
use crate::{Timestamp, actor::Actor, catalog::Offer, read::Read, refusal::Refusal};

use serde::{Deserialize, Serialize};

/// What a command would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Preview {
    /// The subscription afterwards.
    pub after: Subscription,
    /// What would be charged and credited now, for it and for its add-ons.
    pub now: Vec<Charge>,
    /// What would be charged next, and from when on: the next billing period, or the first one after the renewal; and
    /// where something is or was scheduled for the renewal, that one too.
    pub later: Vec<Charge>,
}

impl Preview {
    /// What it would cost, as a form keeps it until it is submitted: every line with its licenses, days and amount.
    #[must_use]
    pub fn cost(&self) -> String {
        let lines = self.now.iter().chain(&self.later).map(|line| {
            let (amount, currency) = (line.amount.minor, line.amount.currency.code());
            let (reason, sku, count, days) = (line.reason, line.sku, line.quantity, line.days);
            format!("{reason} {sku} {count} {days} {amount} {currency}")
        });
        lines.collect::<Vec<_>>().join("; ")
    }

    /// Checks that what was shown to whoever submits it now is what would be done. Both are named by their version and
    /// their [cost](Preview::cost).
    ///
    /// # Errors
    /// [`R::ChangedMeanwhile`] when it is another version of the subscription, or [`R::CostChanged`] when the same
    /// change costs something else: another price is valid, or another day has begun.
    pub fn is_as_shown(&self, version: i64, shown: &Shown) -> Result<(), Refusal> {
        if shown.version != version {
            return Err(R::ChangedMeanwhile.into());
        }
        if shown.cost != self.cost() {
            return Err(R::CostChanged.into());
        }
        Ok(())
    }
}

/// What was shown before a change was submitted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// The version of the subscription: the number of its events.
    pub version: i64,
    /// What the change would cost.
    pub cost: String,
}

/// What a command would do and cost, line by line. It is decided by [`decide`] and calculated by [`settle`], as it
/// would be written; what comes later is at the prices that are known today.
///
/// # Errors
/// As [`decide`].
///
/// ```
/// use tierline_core::{access::CustomerFacts, catalog::Held, market::Currency, money::Money, relationship::Side};
/// use tierline_core::{role::Role, subscription::{Command, Facts, Family, Shown, preview}, testing::*};
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
/// // A day later it costs less, and whoever has seen the other amount is asked again.
/// let seen = Shown { version: 1, cost: shown.cost() };
/// let tomorrow = preview(facts, Command::SetQuantity { to: 35 }, &[], &agent, day(22))?;
/// assert_eq!(shown.is_as_shown(1, &seen), Ok(()));
/// assert_eq!(shown.is_as_shown(2, &seen).unwrap_err().code(), "subscription_changed");
/// assert_eq!(tomorrow.is_as_shown(1, &seen).unwrap_err().code(), "cost_changed");
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
    let before = facts.family.get(facts.subscription);
    let is_dropped = before.is_some_and(|it| it.course.pending.is_some());
    Ok(Preview {
        later: until_renewal(&after, facts.offers, is_dropped),
        now: written,
        after,
    })
}

/// What is charged for a subscription next, and at its renewal where something is scheduled for that.
pub(crate) fn later(after: &Subscription, offers: &[Offer]) -> Vec<Charge> {
    until_renewal(after, offers, false)
}

/// As [`later`]; the renewal is shown too where what was scheduled for it is dropped: its price is another one then.
fn until_renewal(after: &Subscription, offers: &[Offer], is_dropped: bool) -> Vec<Charge> {
    let Some(due) = after.due() else {
        return Vec::new();
    };
    let renews = after.is_running() && (is_dropped || after.course.pending.is_some());
    let until = if renews { after.ends } else { due };
    let events = Family::of(after.clone()).catch_up(offers, until);
    let mut lines = settle(std::slice::from_ref(after), &events, &[]);
    lines.retain(|line| line.at == due || line.at == until);
    lines
}

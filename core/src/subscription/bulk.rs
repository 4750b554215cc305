//! The renewals of many subscriptions, decided one by one.

use serde::{Deserialize, Serialize};

use super::{AutoRenew, Change, Command, Facts, Refusal as R, Subscription, decide};
use crate::{
    Timestamp,
    access::Action,
    actor::Actor,
    money::{Money, Quantity},
    read::Read,
    refusal::Refusal,
};

/// So many subscriptions are changed at once: as many as are done in some minutes. Whoever has more chooses them by a
/// filter.
pub const MOST_CHOSEN: u32 = 20_000;

/// What is done at the renewals of the chosen subscriptions.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum Bulk {
    /// It is agreed now, at the price of today, that they renew.
    RenewNow,
    /// They renew by themselves.
    AutoRenewOn,
    /// They expire.
    AutoRenewOff,
    /// At the renewal there are as many licenses as are assigned today.
    FitAssigned,
}

impl Bulk {
    /// All of them.
    pub const ALL: [Bulk; 4] = [
        Bulk::RenewNow,
        Bulk::AutoRenewOn,
        Bulk::AutoRenewOff,
        Bulk::FitAssigned,
    ];

    /// The stable name, as stored and posted.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Bulk::RenewNow => "renew_now",
            Bulk::AutoRenewOn => "auto_renew_on",
            Bulk::AutoRenewOff => "auto_renew_off",
            Bulk::FitAssigned => "fit_assigned",
        }
    }

    /// The actions that it may be, as of [each single command](Command::asks_for).
    #[must_use]
    pub const fn asks_for(self) -> &'static [Action] {
        match self {
            Bulk::RenewNow => Command::RenewNow.asks_for(),
            Bulk::AutoRenewOn | Bulk::AutoRenewOff => Command::SetAutoRenew {
                auto_renew: AutoRenew::On,
            }
            .asks_for(),
            // Never more licenses than there are: no order.
            Bulk::FitAssigned => Command::Unschedule.asks_for(),
        }
    }

    /// The command that this is for one subscription, of which so many licenses are assigned.
    ///
    /// A product or a plan that is scheduled stays scheduled. What was renewed ahead has the price and the number of
    /// that day, which nobody takes from many at once.
    ///
    /// # Errors
    /// [`R::RenewedAlready`], or [`R::Unchanged`] if as many licenses are scheduled already.
    ///
    /// ```
    /// use tierline_core::{subscription::{AutoRenew, Bulk, Command}, testing::*};
    /// let bought = subscription(None);
    /// let off = Command::SetAutoRenew { auto_renew: AutoRenew::Off };
    /// assert_eq!(Bulk::AutoRenewOff.command(&bought, 20)?, off);
    /// let fewer = Command::Schedule { quantity: Some(20), upgrade: None, plan: None };
    /// assert_eq!(Bulk::FitAssigned.command(&bought, 20)?, fewer);
    /// assert_eq!(Bulk::FitAssigned.command(&bought, 25).unwrap_err().code(), "unchanged");
    /// # Ok::<(), tierline_core::Refusal>(())
    /// ```
    pub fn command(self, subscription: &Subscription, assigned: u32) -> Result<Command, Refusal> {
        match self {
            Bulk::RenewNow => Ok(Command::RenewNow),
            Bulk::AutoRenewOn => Ok(Command::SetAutoRenew {
                auto_renew: AutoRenew::On,
            }),
            Bulk::AutoRenewOff => Ok(Command::SetAutoRenew {
                auto_renew: AutoRenew::Off,
            }),
            Bulk::FitAssigned => fit(subscription, assigned),
        }
    }
}

crate::code::coded!(Bulk, "change of many renewals");

fn fit(subscription: &Subscription, assigned: u32) -> Result<Command, Refusal> {
    let pending = subscription.course.pending.as_ref();
    if pending.is_some_and(|it| it.renewed) {
        return Err(R::RenewedAlready {
            starts: subscription.ends,
        }
        .into());
    }
    let as_is = subscription.as_is();
    let scheduled = pending.map_or(as_is, |it| it.change);
    if scheduled.quantity.get() == assigned {
        return Err(R::Unchanged.into());
    }
    // Of nothing there is no renewal: the limits of the product refuse it.
    let fitted = Quantity::new(assigned).map(|quantity| Change {
        quantity,
        ..scheduled
    });
    if fitted == Ok(as_is) {
        return Ok(Command::Unschedule);
    }
    Ok(Command::Schedule {
        quantity: Some(assigned),
        upgrade: (scheduled.sku != as_is.sku).then_some(scheduled.sku),
        plan: (scheduled.plan != as_is.plan).then_some(scheduled.plan),
    })
}

/// Whether so many subscriptions are changed at once.
///
/// # Errors
/// [`R::NoneChosen`], [`R::TooManyChosen`].
///
/// ```
/// use tierline_core::subscription::{MOST_CHOSEN, may_choose};
/// assert!(may_choose(u64::from(MOST_CHOSEN)).is_ok());
/// assert_eq!(may_choose(0).unwrap_err().code(), "no_subscription_chosen");
/// assert_eq!(may_choose(u64::from(MOST_CHOSEN) + 1).unwrap_err().code(), "too_many_subscriptions");
/// ```
pub fn may_choose(subscriptions: u64) -> Result<(), Refusal> {
    if subscriptions == 0 {
        return Err(R::NoneChosen.into());
    }
    if subscriptions > u64::from(MOST_CHOSEN) {
        return Err(R::TooManyChosen { most: MOST_CHOSEN }.into());
    }
    Ok(())
}

/// What becomes of one of the chosen subscriptions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreseen {
    /// The command that it is.
    pub command: Command,
    /// The subscription afterwards.
    pub after: Subscription,
    /// What its next term costs then, at the prices that are known today; none where it does not renew, or has no
    /// price.
    pub next_term: Option<Money>,
}

impl Foreseen {
    /// What was foreseen, as it is kept until it is done: another price or number is another text.
    #[must_use]
    pub fn cost(&self) -> String {
        let change = self.after.course.pending.as_ref().map(|it| it.change);
        let change = change.unwrap_or_else(|| self.after.as_is());
        let (sku, count) = (change.sku, change.quantity.get());
        match self.next_term {
            Some(Money { minor, currency }) => format!("{sku} {count} {minor} {}", currency.code()),
            None => format!("{sku} {count}"),
        }
    }
}

/// What would become of one of the chosen subscriptions, decided as [each single command](decide) is, by the same
/// right. What has happened to it by itself until now has happened before.
///
/// # Errors
/// As [`Bulk::command`] and [`decide`].
///
/// ```
/// use tierline_core::{access::CustomerFacts, catalog::Held, market::Currency, money::Money, relationship::Side};
/// use tierline_core::{role::Role, subscription::{Bulk, Facts, Family, foresee}, testing::*};
/// # let (provider, customer) = (provider(), customer());
/// # let granted = relationship(&provider, &customer, Side::IndirectProvider, Side::IndirectProvider.asks_for());
/// # let access = CustomerFacts { organization: &provider, customer: &customer, relationship: Some(&granted), providers: &[] };
/// let family = Family::of(subscription(None));
/// # let price = Some(Money::new(6_00, Currency::Eur));
/// # let basic = offer(50, "Business Basic");
/// # let product = tierline_core::catalog::Product { price, ..basic.product.clone() };
/// # let (offers, orderer) = ([tierline_core::catalog::Offer { product, ..basic }], provider.party());
/// # let facts = Facts {
/// #     family: &family, subscription: family.base.id, access, orderer: &orderer, of_record: None,
/// #     under_review: false, offers: &offers, held: Held::default(),
/// # };
/// let agent = actor(&provider, Role::AdminAgent);
/// let fitted = foresee(facts, Bulk::FitAssigned, 20, &agent, day(2))?;
/// assert_eq!(fitted.next_term, Some(Money::new(20 * 12 * 6_00, Currency::Eur)));
/// let ends = foresee(facts, Bulk::AutoRenewOff, 20, &agent, day(2))?;
/// assert_eq!(ends.next_term, None);
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn foresee(
    facts: Facts<'_>,
    bulk: Bulk,
    assigned: u32,
    actor: &Actor,
    now: Timestamp,
) -> Result<Foreseen, Refusal> {
    let mut family = facts.family.clone();
    for event in &family.catch_up(facts.offers, now) {
        family.apply(event);
    }
    let present = family.get(facts.subscription).unwrap_or(&family.base);
    let command = bulk.command(present, assigned)?;
    let mut family = facts.family.clone();
    for event in &decide(facts, command, actor, now)? {
        family.apply(event);
    }
    let after = family.get(facts.subscription).unwrap_or(&family.base);
    Ok(Foreseen {
        command,
        next_term: after.next_term(facts.offers),
        after: after.clone(),
    })
}

//! Decides commands on a subscription, with the resulting events.

mod check;

use self::check::Need;
use super::{
    AutoRenew, Candidate, Change, Command, Event, Family, Happened, Plan, Refusal as R, State,
    Subscription,
};
use crate::{
    Timestamp,
    access::CustomerFacts,
    actor::Actor,
    catalog::{self, Held, Kind, Offer},
    ids::{SkuId, SubscriptionId},
    organization::Party,
    refusal::Refusal,
};

/// Facts for changing a subscription, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The subscription with its add-ons, or with its base and that one's add-ons.
    pub family: &'a Family,
    /// Which of them.
    pub subscription: SubscriptionId,
    /// The actor's organization, the customer, and their relationship.
    pub access: CustomerFacts<'a>,
    /// The partner that ordered it.
    pub orderer: &'a Party,
    /// Its partner of record, if there is one, as the partner that ordered it and the customer know it.
    pub of_record: Option<Candidate<'a>>,
    /// Whether the customer's account is under review.
    pub under_review: bool,
    /// The products of the family, those scheduled for them, and the one asked for, in the customer's market.
    pub offers: &'a [Offer],
    /// What the customer has, in other subscriptions, of the product that this is to be.
    pub held: Held,
}

impl Facts<'_> {
    fn offer(&self, sku: SkuId) -> Result<&Offer, Refusal> {
        let offer = self.offers.iter().find(|offer| offer.product.sku == sku);
        offer.ok_or_else(|| {
            catalog::Refusal::ProductNotSold {
                product: sku.to_string(),
            }
            .into()
        })
    }
}

/// Decides a command on a subscription. The events are those that have happened by themselves until now, and then those
/// of the command, with what follows from it for add-ons.
///
/// - More licenses at any time, within the limits of the product. They cost what the others cost, from today on.
/// - Fewer, or none, within [`WINDOW`](super::WINDOW) of a purchase or a renewal; after that as many as were added
///   within it. Later they are scheduled.
/// - An upgrade goes to a listed target, at once for the rest of the term, or at the renewal. Add-ons have to go with
///   it.
/// - What buys more, now or at the renewal, needs a partner of record that is fit for it as for an order, if there is
///   one; fewer licenses, cancellations and renewals go on (since 2025 "changes to existing subscriptions" are blocked
///   unless the partner of record is authorized, signed and linked, "not auto-renewal").
/// - While the customer's account is under review, more licenses and upgrades wait; renewals, fewer licenses and
///   cancellations go on (customer account verification of today's Partner Center). A renewal ahead waits with the
///   licenses or the upgrade that are scheduled for it.
///
/// # Errors
/// First whatever the actor lacks, by [`authorize_on_customer`](crate::access::authorize_on_customer) for the action
/// that the command is, or [`R::AnotherPartner`]; then the state and the kind of product; of what buys more, what the
/// partner of record lacks by [`check_of_record`](super::check_of_record), and the review; then what is wrong with what
/// was asked for: [`R::Unchanged`], [`R::WindowClosed`], [`R::NoUpgrade`], the product's limits as for an order, or
/// [`catalog::Refusal::PlanNotSold`].
///
/// ```
/// use tierline_core::{access::CustomerFacts, catalog::Held, relationship::Side, role::Role, testing::*};
/// use tierline_core::subscription::{Command, Event, Facts, Family, WINDOW, decide};
/// let (provider, customer) = (provider(), customer());
/// let granted = relationship(&provider, &customer, Side::IndirectProvider, Side::IndirectProvider.asks_for());
/// let access = CustomerFacts { organization: &provider, customer: &customer, relationship: Some(&granted), providers: &[] };
/// let family = Family::of(subscription(None));
/// let (offers, orderer) = ([offer(50, "Business Basic")], provider.party());
/// let facts = Facts {
///     family: &family, subscription: family.base.id, access, orderer: &orderer, of_record: None,
///     under_review: false, offers: &offers, held: Held::default(),
/// };
/// let agent = actor(&provider, Role::AdminAgent);
///
/// let fewer = Command::SetQuantity { to: 20 };
/// assert_eq!(decide(facts, fewer, &agent, day(2))?.len(), 1);
/// let refusal = decide(facts, fewer, &agent, family.base.starts + WINDOW).unwrap_err();
/// assert_eq!(refusal.code(), "window_closed");
/// let later = Command::Schedule { quantity: Some(20), upgrade: None, plan: None };
/// assert!(matches!(decide(facts, later, &agent, day(20))?[..], [(_, Event::Scheduled { .. })]));
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn decide(
    facts: Facts<'_>,
    command: Command,
    actor: &Actor,
    now: Timestamp,
) -> Result<Vec<Happened>, Refusal> {
    let mut happened = facts.family.catch_up(facts.offers, now);
    let mut family = facts.family.clone();
    for event in &happened {
        family.apply(event);
    }
    let Some(subscription) = family.get(facts.subscription) else {
        // Whoever has the facts has the subscription.
        return Ok(happened);
    };
    let deciding = Deciding {
        facts,
        family: &family,
        subscription,
        actor,
        now,
    };
    let event = deciding.event(command)?;
    happened.extend(family.with_add_ons((subscription.id, event)));
    Ok(happened)
}

struct Deciding<'a> {
    facts: Facts<'a>,
    family: &'a Family,
    subscription: &'a Subscription,
    actor: &'a Actor,
    now: Timestamp,
}

impl Deciding<'_> {
    fn event(&self, command: Command) -> Result<Event, Refusal> {
        let at = self.now;
        match command {
            Command::SetQuantity { to } => self.quantity(to),
            Command::Upgrade { to } => self.upgrade(to),
            Command::Schedule {
                quantity,
                upgrade,
                plan,
            } => self.schedule(quantity, upgrade, plan),
            Command::Unschedule => {
                let author = self.authorize(Need::Renewal)?;
                self.active()?;
                match self.subscription.course.pending {
                    Some(_) => Ok(Event::Unscheduled { at, author }),
                    None => Err(R::NothingScheduled.into()),
                }
            }
            Command::SetAutoRenew { auto_renew } => {
                let author = self.authorize(Need::Renewal)?;
                self.active()?;
                self.of_kind(Kind::renews)?;
                self.changes(self.subscription.course.auto_renew != auto_renew)?;
                Ok(Event::AutoRenewSet {
                    auto_renew,
                    at,
                    author,
                })
            }
            Command::RenewNow => self.renew_now(),
            Command::Suspend => {
                let author = self.authorize(Need::Change)?;
                self.active()?;
                self.of_kind(Kind::pauses)?;
                Ok(Event::Suspended {
                    with_base: false,
                    at,
                    author,
                })
            }
            Command::Reactivate => {
                let author = self.authorize(Need::Change)?;
                match self.subscription.state {
                    State::Suspended { .. } => self.has_base()?,
                    _ => return Err(self.wrong_state()),
                }
                Ok(Event::Reactivated { at, author })
            }
            Command::Cancel => {
                let author = self.authorize(Need::Change)?;
                if !self.subscription.is_running() {
                    return Err(self.wrong_state());
                }
                self.can_take_back(self.subscription.quantity.get())?;
                Ok(Event::Canceled { at, author })
            }
            Command::BringBack => self.bring_back(),
        }
    }

    fn quantity(&self, to: u32) -> Result<Event, Refusal> {
        let (from, at) = (self.subscription.quantity, self.now);
        let more = to > from.get();
        let author = self.authorize(if more { Need::Order } else { Need::Change })?;
        self.active()?;
        self.of_kind(Kind::is_counted)?;
        self.changes(to != from.get())?;
        if more {
            self.may_buy()?;
            let to = self.fits(self.subscription.sku, to)?;
            return Ok(Event::Increased {
                from,
                to,
                at,
                author,
            });
        }
        let to = self.at_least_the_minimum(to)?;
        self.can_take_back(from.get() - to.get())?;
        Ok(Event::Decreased {
            from,
            to,
            at,
            author,
        })
    }

    fn upgrade(&self, to: SkuId) -> Result<Event, Refusal> {
        let author = self.authorize(Need::Order)?;
        self.active()?;
        self.may_buy()?;
        self.changes(to != self.subscription.sku)?;
        self.can_become(to)?;
        let quantity = self.fits(to, self.subscription.quantity.get())?;
        let plan = self.subscription.plan;
        let price = self.facts.offer(to)?.price(plan, quantity, self.now)?;
        Ok(Event::Upgraded {
            from: self.subscription.sku,
            to,
            price,
            at: self.now,
            author,
        })
    }

    fn schedule(
        &self,
        quantity: Option<u32>,
        upgrade: Option<SkuId>,
        plan: Option<Plan>,
    ) -> Result<Event, Refusal> {
        let now = self.subscription;
        let count = quantity.unwrap_or(now.quantity.get());
        let sku = upgrade.unwrap_or(now.sku);
        let more = count > now.quantity.get() || sku != now.sku;
        let author = self.authorize(if more { Need::Order } else { Need::Renewal })?;
        self.active()?;
        self.of_kind(Kind::renews)?;
        if matches!(now.course.auto_renew, AutoRenew::Off) {
            return Err(R::NoRenewal { ends: now.ends }.into());
        }
        if count != now.quantity.get() {
            self.of_kind(Kind::is_counted)?;
        }
        if sku != now.sku {
            self.can_become(sku)?;
        }
        let quantity = if more {
            self.may_buy()?;
            self.fits(sku, count)?
        } else {
            self.at_least_the_minimum(count)?
        };
        let plan = plan.unwrap_or(now.plan);
        let change = Change {
            sku,
            quantity,
            plan,
        };
        self.changes(change != now.as_is())?;
        self.price(change)?;
        Ok(Event::Scheduled {
            change,
            ends: now.ends,
            at: self.now,
            author,
        })
    }

    fn renew_now(&self) -> Result<Event, Refusal> {
        let author = self.authorize(Need::Renewal)?;
        self.active()?;
        self.of_kind(Kind::renews)?;
        let pending = self.subscription.course.pending.as_ref();
        self.changes(pending.is_none_or(|pending| !pending.renewed))?;
        let change = pending.map_or_else(|| self.subscription.as_is(), |pending| pending.change);
        if change.is_more_than(self.subscription.as_is()) {
            self.not_under_review()?;
        }
        Ok(Event::RenewedAhead {
            change,
            price: self.price(change)?,
            starts: self.subscription.ends,
            at: self.now,
            author,
        })
    }

    fn bring_back(&self) -> Result<Event, Refusal> {
        let author = self.authorize(Need::Renewal)?;
        let State::Expired { .. } = self.subscription.state else {
            return Err(self.wrong_state());
        };
        self.has_base()?;
        let Change {
            sku,
            quantity,
            plan,
        } = self.subscription.as_is();
        self.fits(sku, quantity.get())?;
        Ok(Event::BroughtBack {
            price: self.price(self.subscription.as_is())?,
            ends: plan.term.end(self.now),
            at: self.now,
            author,
        })
    }
}

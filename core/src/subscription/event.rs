//! Events of a subscription, and what they make of it.

use serde::{Deserialize, Serialize};

use super::{
    Author, AutoRenew, Change, Course, Dropped, Increase, Lapse, Pending, Plan, State, Subscription,
};
use crate::{
    Evolve, Timestamp,
    access::Basis,
    catalog::Kind,
    ids::{OrderId, OrganizationId, SkuId, SubscriptionId},
    money::{Money, Quantity},
    read::Read,
};

/// What an order agreed on beside the number of licenses and the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Terms {
    /// The kind of the product.
    pub kind: Kind,
    /// Price of one license for the whole term.
    pub price: Option<Money>,
    /// Of an add-on, the subscription that it belongs to.
    pub base: Option<SubscriptionId>,
}

/// Events of a subscription.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// It was activated.
    Activated {
        /// The order.
        order: OrderId,
        /// The customer.
        customer: OrganizationId,
        /// The partner that ordered.
        partner: OrganizationId,
        /// The reseller that earns incentives.
        partner_of_record: Option<OrganizationId>,
        /// The product.
        sku: SkuId,
        /// Number of licenses.
        quantity: Quantity,
        /// Price of one license for one month.
        price: Option<Money>,
        /// The term and the billing plan.
        plan: Plan,
        /// End of the first term.
        ends: Timestamp,
        /// What else was agreed on; none of a product of a simple list.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        terms: Option<Terms>,
        /// The role of who ordered it, and the grant that the order rested on; not known of what was ordered before
        /// this was recorded.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        basis: Option<Basis>,
        /// When it was activated: the beginning of the first term.
        at: Timestamp,
    },
    /// Licenses were added.
    Increased {
        /// The number before.
        from: Quantity,
        /// The number from now on.
        to: Quantity,
        /// When it happened.
        at: Timestamp,
        /// Who did it.
        author: Author,
    },
    /// Licenses were taken back.
    Decreased {
        /// The number before.
        from: Quantity,
        /// The number from now on.
        to: Quantity,
        /// When it happened.
        at: Timestamp,
        /// Who did it.
        author: Author,
    },
    /// It became a subscription of another product, with all its licenses and for the rest of the term.
    Upgraded {
        /// The product before.
        from: SkuId,
        /// The product from now on.
        to: SkuId,
        /// Price of one license of it for the whole term.
        price: Option<Money>,
        /// When it happened.
        at: Timestamp,
        /// Who did it.
        author: Author,
    },
    /// What it becomes at its renewal was scheduled, in place of what had been.
    Scheduled {
        /// What it becomes.
        change: Change,
        /// Until then.
        ends: Timestamp,
        /// When it happened.
        at: Timestamp,
        /// Who did it.
        author: Author,
    },
    /// What was scheduled was dropped.
    Unscheduled {
        /// When it happened.
        at: Timestamp,
        /// Who did it.
        author: Author,
    },
    /// Its next renewal was agreed on ahead, at the price of the day.
    RenewedAhead {
        /// What it becomes.
        change: Change,
        /// Price of one license for the next term.
        price: Option<Money>,
        /// When the next term begins.
        starts: Timestamp,
        /// When it happened.
        at: Timestamp,
        /// Who did it.
        author: Author,
    },
    /// It was said whether it renews by itself. What was scheduled is dropped when it does not.
    AutoRenewSet {
        /// Whether it does.
        auto_renew: AutoRenew,
        /// When it happened.
        at: Timestamp,
        /// Who did it.
        author: Author,
    },
    /// It was taken out of use. What was scheduled is dropped.
    Suspended {
        /// Whether its base was.
        with_base: bool,
        /// When it happened.
        at: Timestamp,
        /// Who did it.
        author: Author,
    },
    /// It was taken into use again.
    Reactivated {
        /// When it happened.
        at: Timestamp,
        /// Who did it.
        author: Author,
    },
    /// It was canceled.
    Canceled {
        /// When it happened.
        at: Timestamp,
        /// Who did it.
        author: Author,
    },
    /// The customer turns to another partner from now on.
    SupportDesignated {
        /// The support contact before.
        from: OrganizationId,
        /// The support contact from now on.
        to: OrganizationId,
        /// When it happened.
        at: Timestamp,
        /// Who did it.
        author: Author,
    },
    /// The support contact can support the customer no more. The partner that ordered it does.
    SupportReturned {
        /// The support contact before.
        from: OrganizationId,
        /// The partner that ordered it.
        to: OrganizationId,
        /// When it happened: when the right to support ended.
        at: Timestamp,
    },
    /// Another reseller earns incentives from now on, or nobody does.
    PartnerOfRecordSet {
        /// The partner of record before.
        from: Option<OrganizationId>,
        /// The partner of record from now on.
        to: Option<OrganizationId>,
        /// When it happened.
        at: Timestamp,
        /// Who did it.
        author: Author,
    },
    /// Its next billing period began.
    Billed {
        /// The end of that period.
        until: Timestamp,
        /// When it began.
        at: Timestamp,
    },
    /// Its next term began.
    Renewed {
        /// What it is from now on.
        change: Change,
        /// Price of one license for the term.
        price: Option<Money>,
        /// End of the term.
        ends: Timestamp,
        /// Who scheduled the change, if one was made by that.
        scheduled_by: Option<Author>,
        /// What had been scheduled in place of that, and was not sold any more.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        dropped: Option<Dropped>,
        /// What was scheduled and waits for the next renewal, because the customer's account was under review.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        waiting: Option<Pending>,
        /// When it happened: the end of the term before.
        at: Timestamp,
    },
    /// It had expired, and a new term began.
    BroughtBack {
        /// Price of one license for the term.
        price: Option<Money>,
        /// End of the term.
        ends: Timestamp,
        /// When it happened: the beginning of the term.
        at: Timestamp,
        /// Who did it.
        author: Author,
    },
    /// Its term ended, and it was not renewed.
    Expired {
        /// Why.
        why: Lapse,
        /// What had been scheduled for its renewal, where what it was is not sold any more, and neither is that or has
        /// to wait for the end of a review.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        dropped: Option<Dropped>,
        /// When it happened.
        at: Timestamp,
    },
    /// It was deleted.
    Deleted {
        /// When it happened.
        at: Timestamp,
    },
}

impl Event {
    /// When it happened.
    #[must_use]
    pub const fn at(&self) -> Timestamp {
        match self {
            Event::Activated { at, .. }
            | Event::Increased { at, .. }
            | Event::Decreased { at, .. }
            | Event::Upgraded { at, .. }
            | Event::Scheduled { at, .. }
            | Event::Unscheduled { at, .. }
            | Event::RenewedAhead { at, .. }
            | Event::AutoRenewSet { at, .. }
            | Event::Suspended { at, .. }
            | Event::Reactivated { at, .. }
            | Event::Canceled { at, .. }
            | Event::Billed { at, .. }
            | Event::Renewed { at, .. }
            | Event::BroughtBack { at, .. }
            | Event::SupportDesignated { at, .. }
            | Event::SupportReturned { at, .. }
            | Event::PartnerOfRecordSet { at, .. }
            | Event::Expired { at, .. }
            | Event::Deleted { at } => *at,
        }
    }

    /// Who did it; nobody, of what time brings and of what an order or the end of a right does.
    #[must_use]
    pub const fn author(&self) -> Option<&Author> {
        match self {
            Event::Increased { author, .. }
            | Event::Decreased { author, .. }
            | Event::Upgraded { author, .. }
            | Event::Scheduled { author, .. }
            | Event::Unscheduled { author, .. }
            | Event::RenewedAhead { author, .. }
            | Event::AutoRenewSet { author, .. }
            | Event::Suspended { author, .. }
            | Event::Reactivated { author, .. }
            | Event::Canceled { author, .. }
            | Event::BroughtBack { author, .. }
            | Event::SupportDesignated { author, .. }
            | Event::PartnerOfRecordSet { author, .. } => Some(author),
            Event::Activated { .. }
            | Event::SupportReturned { .. }
            | Event::Billed { .. }
            | Event::Renewed { .. }
            | Event::Expired { .. }
            | Event::Deleted { .. } => None,
        }
    }

    /// Whether time brought it, whoever's command recorded it.
    ///
    /// ```
    /// use tierline_core::{subscription::Event, testing::*};
    /// assert!(Event::Deleted { at: day(2) }.is_by_itself());
    /// assert!(!Event::Canceled { at: day(2), author: author(&provider()) }.is_by_itself());
    /// ```
    #[must_use]
    pub const fn is_by_itself(&self) -> bool {
        matches!(
            self,
            Event::Billed { .. }
                | Event::Renewed { .. }
                | Event::Expired { .. }
                | Event::Deleted { .. }
        )
    }
}

/// A subscription begins when it is activated, with its first term. Until another support contact is designated, the
/// partner that ordered it supports the customer.
///
/// ```
/// use tierline_core::{Evolve, money::Quantity, subscription::{Event, Plan, Status, Subscription}, testing::*};
/// let plan = Plan::DEFAULT;
/// let activated = Event::Activated {
///     order: id(70), customer: id(4), partner: id(1), partner_of_record: Some(id(2)), sku: id(50),
///     quantity: Quantity::new(25)?, price: None, plan, ends: plan.term.end(day(0)), terms: None, basis: None, at: day(0),
/// };
/// let subscription = Subscription::evolve(id(60), None, &activated).unwrap();
/// assert_eq!((subscription.state.status(), subscription.support_contact), (Status::Active, id(1)));
/// assert_eq!((subscription.starts, subscription.ends), (day(0), day(365)));
/// # Ok::<(), tierline_core::money::MoneyError>(())
/// ```
impl Evolve for Subscription {
    type Id = SubscriptionId;
    type Event = Event;

    fn begin(id: SubscriptionId, event: &Event) -> Option<Subscription> {
        let Event::Activated {
            order,
            customer,
            partner,
            partner_of_record,
            sku,
            quantity,
            price,
            plan,
            ends,
            terms,
            at,
            ..
        } = event
        else {
            return None;
        };
        let course = terms.map_or_else(Course::default, |terms| Course {
            kind: terms.kind,
            price: terms.price,
            base: terms.base,
            ..Course::default()
        });
        Some(Subscription {
            id,
            order: *order,
            customer: *customer,
            partner: *partner,
            partner_of_record: *partner_of_record,
            support_contact: *partner,
            sku: *sku,
            quantity: *quantity,
            price: *price,
            plan: *plan,
            since: *at,
            starts: *at,
            ends: *ends,
            state: State::Active,
            course,
        })
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::Activated { .. } => {}
            Event::Increased { from, to, at, .. } => {
                let added = to.get().saturating_sub(from.get());
                self.course.increases.push(Increase { added, at: *at });
                self.count(*to);
            }
            Event::Decreased { from, to, at, .. } => {
                self.take_back(from.get().saturating_sub(to.get()), *at);
                self.count(*to);
            }
            Event::Upgraded { to, price, .. } => {
                self.sku = *to;
                self.cost(*price);
                self.course.pending = None;
            }
            Event::Scheduled {
                change, at, author, ..
            } => {
                self.course.pending = Some(Pending {
                    change: *change,
                    renewed: false,
                    price: None,
                    at: *at,
                    author: *author,
                });
            }
            Event::RenewedAhead {
                change,
                price,
                at,
                author,
                ..
            } => {
                self.course.pending = Some(Pending {
                    change: *change,
                    renewed: true,
                    price: *price,
                    at: *at,
                    author: *author,
                });
            }
            Event::Unscheduled { .. } => self.course.pending = None,
            Event::AutoRenewSet { auto_renew, .. } => {
                self.course.auto_renew = *auto_renew;
                if matches!(auto_renew, AutoRenew::Off) {
                    self.course.pending = None;
                }
            }
            Event::Suspended {
                with_base,
                at,
                author,
            } => {
                self.state = State::Suspended {
                    at: *at,
                    by: author.user,
                };
                self.course.with_base = *with_base;
                self.course.pending = None;
            }
            Event::Reactivated { .. } => {
                self.state = State::Active;
                self.course.with_base = false;
            }
            Event::Canceled { at, author } => {
                let by = author.user;
                self.end(State::Canceled { at: *at, by });
            }
            Event::Expired { at, .. } => self.end(State::Expired { at: *at }),
            Event::Deleted { at } => self.state = State::Deleted { at: *at },
            Event::SupportDesignated { to, .. } | Event::SupportReturned { to, .. } => {
                self.support_contact = *to;
            }
            Event::PartnerOfRecordSet { to, .. } => self.partner_of_record = *to,
            Event::Billed { until, .. } => self.course.billed = Some(*until),
            Event::Renewed {
                change,
                price,
                ends,
                waiting,
                at,
                ..
            } => {
                self.sku = change.sku;
                self.quantity = change.quantity;
                self.plan = change.plan;
                self.cost(*price);
                self.begin_term(*at, *ends);
                self.course.pending.clone_from(waiting);
            }
            Event::BroughtBack {
                price, ends, at, ..
            } => {
                self.state = State::Active;
                self.course.anchor = Some(*at);
                self.course.auto_renew = AutoRenew::On;
                self.cost(*price);
                self.begin_term(*at, *ends);
            }
        }
    }
}

impl Subscription {
    /// What is scheduled goes on from the number that it was scheduled at, unless it is to be another one.
    fn count(&mut self, to: Quantity) {
        if let Some(pending) = &mut self.course.pending
            && pending.change.quantity == self.quantity
        {
            pending.change.quantity = to;
        }
        self.quantity = to;
    }

    fn cost(&mut self, price: Option<Money>) {
        self.course.price = price;
        self.price = price.map(|price| price.share(1, self.plan.term.months()));
    }

    fn begin_term(&mut self, starts: Timestamp, ends: Timestamp) {
        self.starts = starts;
        self.ends = ends;
        self.course.billed = None;
        self.course.increases.clear();
        self.course.pending = None;
    }

    fn end(&mut self, state: State) {
        self.state = state;
        self.course.with_base = false;
        self.course.increases.clear();
        self.course.pending = None;
    }
}

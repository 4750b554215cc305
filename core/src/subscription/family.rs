//! What time brings: billing periods, renewals, expiry and deletion, for a subscription and its add-ons.

use super::{AutoRenew, Change, Dropped, Event, KEPT, Lapse, Pending, State, Subscription};
use crate::{
    Evolve as _, Timestamp, catalog::Offer, ids::SubscriptionId, money::Money,
    organization::Reviewed, term::Period,
};

/// A subscription with its add-ons, whatever their state. An add-on follows its base: it is suspended, reactivated and
/// canceled with it, and expires when its base does, even within its own term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Family {
    /// The subscription that is no add-on.
    pub base: Subscription,
    /// Its add-ons.
    pub add_ons: Vec<Subscription>,
    /// When their customer's account was under review.
    pub reviews: Vec<Reviewed>,
}

/// What happened, to which of them.
pub type Happened = (SubscriptionId, Event);

impl Family {
    /// A subscription without add-ons, of a customer that was never under review.
    #[must_use]
    pub const fn of(base: Subscription) -> Family {
        Family {
            base,
            add_ons: Vec::new(),
            reviews: Vec::new(),
        }
    }

    /// All of them, the base first.
    pub fn members(&self) -> impl Iterator<Item = &Subscription> {
        [&self.base].into_iter().chain(&self.add_ons)
    }

    /// The one with this id.
    #[must_use]
    pub fn get(&self, id: SubscriptionId) -> Option<&Subscription> {
        self.members().find(|member| member.id == id)
    }

    /// When the next thing happens to any of them by itself; none when nothing will. A job has nothing to do before.
    #[must_use]
    pub fn due(&self) -> Option<Timestamp> {
        self.members().filter_map(Subscription::due).min()
    }

    /// Applies an event to the one that it is of.
    pub fn apply(&mut self, (id, event): &Happened) {
        let members = [&mut self.base].into_iter().chain(&mut self.add_ons);
        for member in members.filter(|member| member.id == *id) {
            member.apply(event);
        }
    }

    /// Everything that has happened by itself until now and is not recorded, in the order in which it did. Each event
    /// has the moment at which it was due, so that it makes no difference when, how often and where this is asked: once
    /// the events are recorded, there are none.
    ///
    /// The base's renewal or end comes before what is due for its add-ons at the same moment. The offers are those of
    /// all products concerned, in the customer's market: a renewal costs the price of its day, however late it is
    /// recorded. A scheduled change that is not sold on that day is dropped, and it renews as it is; if that is not
    /// sold either, it expires. The event says what was dropped, and who had scheduled it.
    ///
    /// While the customer's account is under review, it renews without the licenses and the upgrade that are scheduled:
    /// they wait for the next renewal, and can be dropped until then, or made at once when the review is over. What was
    /// renewed ahead was agreed on, at its price, and happens.
    ///
    /// ```
    /// use tierline_core::{subscription::{Event, Family}, testing::*};
    /// let family = Family::of(subscription(None));
    /// let offers = [offer(50, "Business Basic")];
    /// // Nobody looked for thirteen months.
    /// let events: Vec<Event> = family.catch_up(&offers, day(396)).into_iter().map(|(_, event)| event).collect();
    /// assert_eq!(events.len(), 13);
    /// assert!(matches!(events[11], Event::Renewed { at, .. } if at == day(365)));
    /// assert!(family.catch_up(&offers, day(30)).is_empty());
    /// ```
    #[must_use]
    pub fn catch_up(&self, offers: &[Offer], now: Timestamp) -> Vec<Happened> {
        let mut family = self.clone();
        let mut all = Vec::new();
        while let Some(happened) = family.next(offers, now) {
            for happened in family.with_add_ons(happened) {
                family.apply(&happened);
                all.push(happened);
            }
        }
        all
    }

    /// The first thing that has happened by itself until now.
    fn next(&self, offers: &[Offer], now: Timestamp) -> Option<Happened> {
        let due = |member: &'_ Subscription| member.due().filter(|due| *due <= now);
        let dues = self.members().filter_map(|it| Some((due(it)?, it)));
        // The first of several at the same moment: the base.
        let (_, first) = dues.min_by_key(|(due, _)| *due)?;
        let under_review = |at: Timestamp| self.reviews.iter().any(|review| review.covers(at));
        Some((first.id, first.next(offers, under_review)?))
    }

    /// An event with what follows from it for the add-ons, if it is one of the base.
    pub(super) fn with_add_ons(&self, happened: Happened) -> Vec<Happened> {
        let mut all = Vec::new();
        if happened.0 == self.base.id {
            let following = self.add_ons.iter();
            let following = following.filter_map(|it| Some((it.id, it.following(&happened.1)?)));
            all.extend(following);
        }
        all.insert(0, happened);
        all
    }
}

impl Subscription {
    /// When the next thing happens to it by itself; none when nothing will.
    #[must_use]
    pub fn due(&self) -> Option<Timestamp> {
        match self.state {
            State::Active | State::Suspended { .. } => {
                let billed = self.billed_until();
                let ends = self.course.kind.renews().then_some(self.ends);
                let next = Some(billed).filter(|billed| *billed < self.ends).or(ends);
                // What is beyond the end of the calendar does not happen.
                next.filter(|next| *next < Timestamp::MAX_UTC)
            }
            State::Expired { at } | State::Canceled { at, .. } => at.checked_add_signed(KEPT),
            State::Deleted { .. } => None,
        }
    }

    /// What happens then, if the customer's account was under review at such moments.
    fn next(&self, offers: &[Offer], under_review: impl Fn(Timestamp) -> bool) -> Option<Event> {
        let at = self.due()?;
        match self.state {
            State::Active | State::Suspended { .. } if at < self.ends => {
                let Period { ends: until, .. } = self.period(at);
                Some(Event::Billed { until, at })
            }
            State::Active => Some(self.renewal(offers, under_review(at))),
            State::Suspended { .. } => Some(Event::Expired {
                why: Lapse::Suspended,
                dropped: None,
                at,
            }),
            State::Expired { .. } | State::Canceled { .. } => Some(Event::Deleted { at }),
            State::Deleted { .. } => None,
        }
    }

    /// What its next term costs if it renews, for all licenses, at the prices that are known today; none where it does
    /// not renew, or has no price.
    #[must_use]
    pub fn next_term(&self, offers: &[Offer]) -> Option<Money> {
        if !self.course.kind.renews() || !matches!(self.state, State::Active) {
            return None;
        }
        match self.renewal(offers, false) {
            Event::Renewed {
                change,
                price: Some(price),
                ..
            } => price.times(change.quantity).ok(),
            _ => None,
        }
    }

    /// What happens at the end of its term while it is active.
    fn renewal(&self, offers: &[Offer], under_review: bool) -> Event {
        let (at, now) = (self.ends, self.as_is());
        let pending = self.course.pending.as_ref();
        let waiting = self.waiting().filter(|_| under_review);
        let renewed = |change: Change, price, scheduled_by, dropped| Event::Renewed {
            change,
            price,
            ends: change.plan.term.end_after(self.anchor(), at),
            scheduled_by,
            dropped,
            waiting: waiting.cloned(),
            at,
        };
        let author = |it: &Pending, change: Change| (change != now).then_some(it.author);
        if let Some(ahead) = pending.filter(|pending| pending.renewed) {
            return renewed(ahead.change, ahead.price, author(ahead, ahead.change), None);
        }
        if matches!(self.course.auto_renew, AutoRenew::Off) {
            return Event::Expired {
                why: Lapse::NotRenewed,
                dropped: None,
                at,
            };
        }
        let changed = pending.map(|pending| match waiting {
            Some(_) => (pending, pending.change.without_more(now)),
            None => (pending, pending.change),
        });
        if let Some((pending, change)) = changed
            && let Some(price) = sold(offers, change, at)
        {
            return renewed(change, price, author(pending, change), None);
        }
        let dropped = pending.map(|pending| Dropped {
            change: pending.change,
            author: pending.author,
        });
        match sold(offers, now, at) {
            // What waits is not dropped.
            Some(price) => renewed(now, price, None, dropped.filter(|_| waiting.is_none())),
            None => Event::Expired {
                why: Lapse::NotSold,
                dropped,
                at,
            },
        }
    }

    /// What follows for this add-on from an event of its base.
    fn following(&self, event: &Event) -> Option<Event> {
        let is_suspended = matches!(self.state, State::Suspended { .. });
        match event {
            Event::Suspended { at, author, .. } if matches!(self.state, State::Active) => {
                Some(Event::Suspended {
                    with_base: true,
                    at: *at,
                    author: *author,
                })
            }
            Event::Reactivated { at, author } if is_suspended && self.course.with_base => {
                Some(Event::Reactivated {
                    at: *at,
                    author: *author,
                })
            }
            Event::Canceled { at, author } if self.is_running() => Some(Event::Canceled {
                at: *at,
                author: *author,
            }),
            Event::Expired { at, .. } if self.is_running() => Some(Event::Expired {
                why: Lapse::BaseEnded,
                dropped: None,
                at: *at,
            }),
            _ => None,
        }
    }
}

/// The price at which this is sold at that moment, if it is.
fn sold(offers: &[Offer], change: Change, at: Timestamp) -> Option<Option<Money>> {
    let offer = offers
        .iter()
        .find(|offer| offer.product.sku == change.sku)?;
    offer.price(change.plan, change.quantity, at).ok()
}

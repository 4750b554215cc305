//! What becomes of licenses when something happens to their subscriptions.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use serde::{Deserialize, Serialize};

use super::{
    Assignment, By, Event, Pool, Refusal, Why, lost, make_room, may_manage, withdraw::events,
};
use crate::{
    Evolve as _, Timestamp,
    access::CustomerFacts,
    actor::Actor,
    catalog::Offer,
    ids::{AssignmentId, SubscriptionId},
    read::Read,
    subscription::{Event as Of, Family, Happened, State, Subscription},
    text::PersonName,
};

/// A license that is held, and the name of the user who holds it.
pub type Holding<'a> = (&'a Assignment, &'a PersonName);

/// Who loses a license when there are to be fewer than users hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Losing {
    /// Whoever holds one of these.
    Chosen(BTreeSet<AssignmentId>),
    /// As many as are too many, of those who got theirs last.
    Latest,
    /// The same, if they are those who were shown, as [`lost`] tells them.
    Shown(String),
}

/// Whether the actor says who loses a license. That there are fewer of them is decided with the subscription; users are
/// named only by whoever administers them, and everybody else leaves it to the rule.
///
/// # Errors
/// As [`may_manage`].
///
/// ```
/// use tierline_core::{access::CustomerFacts, license::{Losing, may_choose}, relationship::Side, role::Role, testing::*};
/// let (provider, customer) = (provider(), customer());
/// let orders = relationship(&provider, &customer, Side::IndirectProvider, Side::IndirectProvider.asks_for());
/// let about = CustomerFacts { organization: &provider, customer: &customer, relationship: Some(&orders), providers: &[] };
/// let agent = actor(&provider, Role::AdminAgent);
/// assert!(may_choose(about, &Losing::Latest, &agent).is_ok());
/// assert!(may_choose(about, &Losing::Chosen([id(900)].into()), &agent).is_err());
/// ```
pub fn may_choose(
    about: CustomerFacts<'_>,
    losing: &Losing,
    actor: &Actor,
) -> Result<(), crate::Refusal> {
    match losing {
        Losing::Chosen(chosen) if !chosen.is_empty() => may_manage(about, actor).map(drop),
        Losing::Chosen(_) | Losing::Latest | Losing::Shown(_) => Ok(()),
    }
}

/// How many users a change of a subscription costs their license.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct TooMany {
    /// At once: before the change is made, it is said who loses one.
    pub now: u32,
    /// At its renewal: then those who got theirs last lose it.
    pub at_renewal: u32,
}

impl TooMany {
    /// Of a subscription as it is after a change, of which users hold so many licenses before.
    ///
    /// ```
    /// use tierline_core::{license::TooMany, testing::*};
    /// let of_25 = subscription(None);
    /// assert_eq!(TooMany::of(&of_25, 25), TooMany::default());
    /// assert_eq!(TooMany::of(&of_25, 27), TooMany { now: 2, at_renewal: 0 });
    /// ```
    #[must_use]
    pub fn of(after: &Subscription, held: u32) -> TooMany {
        let bought = after.quantity.get();
        let pending = after.course.pending.as_ref();
        let then = pending.map_or(bought, |pending| pending.change.quantity.get());
        TooMany {
            now: held.saturating_sub(bought),
            at_renewal: held.min(bought).saturating_sub(then),
        }
    }
}

/// How many licenses users hold of a subscription, which is so by now, when so many are recorded: what time takes is
/// taken at its moment, however late it is recorded.
///
/// ```
/// use tierline_core::{license::still_held, testing::*};
/// assert_eq!((still_held(&subscription(None), 20), still_held(&subscription(None), 30)), (20, 25));
/// ```
#[must_use]
pub fn still_held(by_now: &Subscription, recorded: u32) -> u32 {
    match by_now.state {
        State::Deleted { .. } => 0,
        _ => recorded.min(by_now.quantity.get()),
    }
}

/// The subscriptions of which [`follow`] has to know who holds licenses: those that become fewer, another product, or
/// nothing at all.
#[must_use]
pub fn concerned(before: &Family, happened: &[Happened]) -> BTreeSet<SubscriptionId> {
    let mut family = before.clone();
    let mut concerned = BTreeSet::new();
    for it in happened {
        let was = family.get(it.0).map(Subscription::as_is);
        family.apply(it);
        let is = family.get(it.0).map(Subscription::as_is);
        let (Some(was), Some(is)) = (was, is) else {
            continue;
        };
        let is_over = matches!(it.1, Of::Deleted { .. });
        if is_over || is.sku != was.sku || is.quantity.get() < was.quantity.get() {
            concerned.insert(it.0);
        }
    }
    concerned
}

/// Decides what becomes of the licenses that users hold when this happens to a family of subscriptions. The held ones
/// are all of those that are [`concerned`], read while nobody assigns of them.
///
/// - There are fewer at once: whoever was chosen loses one, as [`make_room`] decides; or those who were shown to.
/// - There are fewer from the renewal on: nobody is there to ask, and so those who got theirs last lose them. Whoever
///   schedules it is told before; others may give theirs up until then.
/// - It is another product: its licenses are of that one from then on.
/// - It is deleted: its licenses are released.
/// - Whatever else happens, users keep what they hold: also what is suspended, expired or canceled may be back.
///
/// # Errors
/// [`Refusal::TooManyAssigned`]; [`Refusal::OthersLose`], when somebody has got a license since, or has given one up.
///
/// ```
/// use tierline_core::{license::{Losing, follow}, money::Quantity, subscription::{Event as Of, Family}, testing::*};
/// let family = Family::of(subscription(None));
/// let name = "Mia Kern".parse().unwrap();
/// let all: Vec<_> = (0..20).map(|number| assignment(id(60), 900 + number, id(401 + number))).collect();
/// let held: Vec<_> = all.iter().map(|it| (it, &name)).collect();
/// let (from, to, at, author) = (Quantity::new(25)?, Quantity::new(19)?, day(2), author(&provider()));
/// let fewer = [(id(60), Of::Decreased { from, to, at, author })];
/// let offers = [offer(50, "Business Basic")];
///
/// let refusal = follow(&family, &offers, &fewer, &held, &Losing::Chosen([].into())).unwrap_err();
/// assert_eq!(
///     refusal.to_string(),
///     "20 licenses of `Business Basic` are assigned, 1 too many; 0 users are named to lose one",
/// );
/// let lost = follow(&family, &offers, &fewer, &held, &Losing::Latest).unwrap();
/// assert_eq!(lost.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [all[19].id]);
/// # Ok::<(), tierline_core::money::MoneyError>(())
/// ```
pub fn follow(
    before: &Family,
    offers: &[Offer],
    happened: &[Happened],
    held: &[Holding<'_>],
    losing: &Losing,
) -> Result<Vec<(AssignmentId, Event)>, crate::Refusal> {
    let mut family = before.clone();
    let mut held: Vec<(Assignment, &PersonName)> = held
        .iter()
        .map(|(it, name)| ((*it).clone(), *name))
        .collect();
    let mut all = Vec::new();
    for it in happened {
        family.apply(it);
        let Some(subscription) = family.get(it.0) else {
            continue;
        };
        let (of_it, others): (Vec<_>, Vec<_>) = held
            .into_iter()
            .partition(|(held, _)| held.is_held() && held.subscription == subscription.id);
        let mut following = Following {
            subscription,
            offers,
            losing,
            held: of_it,
            all: Vec::new(),
        };
        following.happens(&it.1)?;
        all.append(&mut following.all);
        held = others;
        held.append(&mut following.held);
    }
    match losing {
        Losing::Shown(shown) if lost(&all) != *shown => Err(Refusal::OthersLose.into()),
        _ => Ok(all),
    }
}

/// What users hold of one subscription, while things happen to it.
struct Following<'a, 'n> {
    /// As it is afterwards.
    subscription: &'a Subscription,
    offers: &'a [Offer],
    losing: &'a Losing,
    held: Vec<(Assignment, &'n PersonName)>,
    all: Vec<(AssignmentId, Event)>,
}

impl Following<'_, '_> {
    fn happens(&mut self, event: &Of) -> Result<(), Refusal> {
        let customer = self.subscription.customer;
        match event {
            Of::Decreased { at, author, .. } => {
                self.fewer(self.losing, By::author(*author, customer), *at)
            }
            Of::Upgraded { at, author, .. } => {
                self.moved(By::author(*author, customer), *at);
                Ok(())
            }
            Of::Renewed {
                scheduled_by, at, ..
            } => {
                let by = scheduled_by.map_or(By::NOBODY, |author| By::author(author, customer));
                self.fewer(&Losing::Latest, by, *at)?;
                self.moved(by, *at);
                Ok(())
            }
            Of::Deleted { at } => {
                let held: Vec<Holding<'_>> = self.held.iter().map(|it| (&it.0, it.1)).collect();
                let why = Why::SubscriptionDeleted;
                let released = events(customer, &held, why, By::NOBODY, *at);
                self.happened(released);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn fewer(&mut self, losing: &Losing, by: By, at: Timestamp) -> Result<(), Refusal> {
        let it = self.subscription;
        let mut offers = self.offers.iter();
        let offer = offers.find(|offer| offer.product.sku == it.sku);
        let product = offer.map_or_else(|| it.sku.to_string(), |it| it.product.name.clone());
        let pool = Pool {
            subscription: it.id,
            sku: it.sku,
            product: &product,
            bought: it.quantity.get(),
            assigned: u32::try_from(self.held.len()).unwrap_or(u32::MAX),
            status: it.state.status(),
        };
        let too_many = pool.too_many(it.quantity.get());
        if too_many == 0 {
            return Ok(());
        }
        let held: Vec<Holding<'_>> = self.held.iter().map(|it| (&it.0, it.1)).collect();
        let losing: Vec<Holding<'_>> = match losing {
            Losing::Chosen(chosen) => {
                let chosen = held.iter().filter(|(it, _)| chosen.contains(&it.id));
                chosen.copied().collect()
            }
            Losing::Latest | Losing::Shown(_) => latest(held, too_many),
        };
        let lost = make_room(&pool, it.customer, it.quantity, &losing, by, at)?;
        self.happened(lost);
        Ok(())
    }

    fn moved(&mut self, by: By, at: Timestamp) {
        let (customer, sku) = (self.subscription.customer, self.subscription.sku);
        let others = self.held.iter().filter(|(it, _)| it.sku != sku);
        let moved = others.map(|(it, name)| {
            let event = Event::Moved {
                customer,
                partner: by.partner,
                sku,
                name: (*name).clone(),
                at,
                by: by.user,
            };
            (it.id, event)
        });
        let moved = moved.collect();
        self.happened(moved);
    }

    fn happened(&mut self, events: Vec<(AssignmentId, Event)>) {
        let by_id: BTreeMap<_, _> = events.iter().map(|(id, event)| (*id, event)).collect();
        for (it, _) in &mut self.held {
            if let Some(event) = by_id.get(&it.id) {
                it.apply(event);
            }
        }
        self.held.retain(|(it, _)| it.is_held());
        self.all.extend(events);
    }
}

/// So many of those who got theirs last; of several at the same moment, by the order of their ids.
fn latest(mut held: Vec<Holding<'_>>, count: u32) -> Vec<Holding<'_>> {
    held.sort_by_key(|(it, _)| Reverse((it.since, it.id)));
    held.truncate(usize::try_from(count).unwrap_or(usize::MAX));
    held
}

//! The partners that serve a customer together.

use super::{Grant, Relationship, Side};
use crate::{Timestamp, ids::OrganizationId, partnership::Partnership};

/// Another partner that serves the same customer together with a partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CoServing {
    /// The other partner.
    pub partner: OrganizationId,
    /// When serving together ends by itself: at the end of the notice period of the partnership that it rests on, or on
    /// the date that the customer gave one of the two relationships, or the right to order.
    pub until: Option<Timestamp>,
}

impl CoServing {
    /// Whether the two serve the customer together at this moment.
    ///
    /// ```
    /// use tierline_core::{Evolve, partnership::{Event, Partnership}, relationship::{Side, co_serving}, testing::*};
    /// let (provider, reseller, customer) = (provider(), reseller(), customer());
    /// let [mine, theirs] = [(&provider, Side::IndirectProvider), (&reseller, Side::IndirectReseller)]
    ///     .map(|(partner, side)| relationship(partner, &customer, side, side.asks_for()));
    /// let before = partnership(&provider, &reseller);
    /// let notice = Event::NoticeGiven { at: day(1), by: reseller.id, user: id(7), ends: day(31), reason: None };
    /// let ending = Partnership::evolve(before.id, Some(before), &notice).unwrap();
    /// let together = co_serving(&mine, &[theirs], &[ending], day(2));
    /// assert!(together[0].holds(day(30)) && !together[0].holds(day(31)));
    /// ```
    #[must_use]
    pub fn holds(&self, now: Timestamp) -> bool {
        self.until.is_none_or(|until| now < until)
    }
}

/// The other partners that serve the customer of `mine` together with its partner, in display order: those set up
/// together first, then the older relationship before the newer one.
///
/// For a provider these are the resellers with a relationship in force: "You can filter the list by indirect
/// reseller" ("Partner with indirect resellers in the CSP program"). For a reseller they are "the customers you and
/// the provider share", and to share one the provider needs to be able "to submit orders on their behalf" ("Partner
/// with indirect providers in the CSP program"): the providers whose right to order is in force. A direct-bill partner
/// serves its customers alone.
///
/// Two partners serve a customer together when their relationships were set up together, which the end of a
/// partnership does not change, or while the two are in partnership.
///
/// `relationships` are those of the customer, `partnerships` those between its partners; ended ones, and those of
/// others, do not count.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{organization::Capability, relationship::{Relationship, Side, co_serving}};
/// let (provider, customer) = (provider(), customer());
/// let first = reseller();
/// let second = organization(6, "Relecloud", "DE", Capability::IndirectReseller);
/// let serves = |number, partner, side: Side| Relationship {
///     id: id(number),
///     ..relationship(partner, &customer, side, side.asks_for())
/// };
/// let all = [
///     serves(31, &provider, Side::IndirectProvider),
///     serves(32, &first, Side::IndirectReseller),
///     serves(33, &second, Side::IndirectReseller),
/// ];
/// let in_partnership = [partnership(&provider, &first), partnership(&provider, &second)];
/// let partners = |mine, partnerships| -> Vec<_> {
///     co_serving(mine, &all, partnerships, day(2)).iter().map(|other| other.partner).collect()
/// };
///
/// // One provider and two resellers: the provider serves the customer with both, each reseller with the provider.
/// assert_eq!(partners(&all[0], &in_partnership), [first.id, second.id]);
/// assert_eq!(partners(&all[2], &in_partnership), [provider.id]);
///
/// // A partner that is not in partnership, and was not set up in the same act, serves it beside the other.
/// assert_eq!(partners(&all[0], &in_partnership[1..]), [second.id]);
/// assert!(partners(&all[1], &in_partnership[1..]).is_empty());
/// ```
#[must_use]
pub fn co_serving(
    mine: &Relationship,
    relationships: &[Relationship],
    partnerships: &[Partnership],
    now: Timestamp,
) -> Vec<CoServing> {
    if !mine.is_active_at(now) {
        return Vec::new();
    }
    let mut found: Vec<(bool, &Relationship, CoServing)> = relationships
        .iter()
        .filter(|theirs| theirs.customer == mine.customer && counts_for(mine.side, theirs, now))
        .filter_map(|theirs| {
            let same_act = is_of_one_act(mine, theirs);
            let rests_until = if same_act {
                None
            } else {
                partnership_of(mine.partner, theirs.partner, partnerships, now)?.ends()
            };
            let ends = [rests_until, mine.ends(), theirs_ends(mine.side, theirs)];
            let until = ends.into_iter().flatten().min();
            let partner = theirs.partner;
            Some((same_act, theirs, CoServing { partner, until }))
        })
        .collect();
    found.sort_by_key(|(same_act, theirs, _)| (!same_act, theirs.since, theirs.id));
    found.into_iter().map(|(_, _, other)| other).collect()
}

/// Whether this relationship of the other side serves the customer together with a partner of the given side.
fn counts_for(mine: Side, theirs: &Relationship, now: Timestamp) -> bool {
    match mine {
        Side::IndirectProvider => theirs.side == Side::IndirectReseller && theirs.is_active_at(now),
        Side::IndirectReseller => {
            theirs.side == Side::IndirectProvider && theirs.grants_at(Grant::OrderOnBehalf, now)
        }
        Side::DirectBill => false,
    }
}

/// When it no longer counts by itself.
fn theirs_ends(mine: Side, theirs: &Relationship) -> Option<Timestamp> {
    match mine {
        Side::IndirectReseller => theirs.right_ends(Grant::OrderOnBehalf),
        Side::IndirectProvider | Side::DirectBill => theirs.ends(),
    }
}

/// Whether the two were set up together, or one of them to serve the customer with the other, already existing
/// one. A later relationship does not count as such, even with the same partner.
fn is_of_one_act(one: &Relationship, other: &Relationship) -> bool {
    let names = |one: &Relationship, other: &Relationship| {
        one.together_with == Some(other.partner) && other.since <= one.since
    };
    names(one, other) || names(other, one)
}

/// The partnership that the two have at this moment; if there are several, the one that lasts longest.
fn partnership_of(
    first: OrganizationId,
    second: OrganizationId,
    partnerships: &[Partnership],
    now: Timestamp,
) -> Option<&Partnership> {
    partnerships
        .iter()
        .filter(|partnership| partnership.is_of(first, second) && partnership.is_active(now))
        // No end counts as later than any end.
        .max_by_key(|partnership| (partnership.ends().is_none(), partnership.ends()))
}

//! A customer's commands for a relationship it has granted, and the creation of relationships.

mod ask;
mod change;
mod dates;
mod expire;
mod remind;
mod tenant_owner;

use tierline_core::{
    Timestamp,
    ids::{OrganizationId, RelationshipId},
    organization::Organization,
    relationship::{Event, Grant, GrantSet, Relationship},
};

use super::follow;
use crate::{
    organization::store::these,
    pipeline::{CommandResult, Unit, object::Beginning},
    relationship::store::Listed,
    store::{Hold, Stored},
};

pub(crate) use ask::{ask_many, go_on_asking};
pub(crate) use change::Change;
pub(crate) use dates::{AnswerRenewal, SetDates};
pub(crate) use expire::Expire;
pub(crate) use remind::RemindOfEnds;
pub(crate) use tenant_owner::ChangeTenantOwner;

/// Creates relationships of a customer, and refreshes its co-serving partners.
pub(crate) async fn establish(
    unit: &mut Unit<'_>,
    customer: &Organization,
    new: Vec<(RelationshipId, Event)>,
) -> CommandResult<()> {
    settle(unit, customer, &[], new).await.map(drop)
}

/// Creates relationships of a customer, or widens those that are among `before`. What has ended in the relationships
/// with these partners by itself, and is not written down yet, is written down first; both sides are told of it, but
/// for the rights that are granted again. The outcome is the partners whose right to support had ended so, granted
/// again or not.
pub(crate) async fn settle(
    unit: &mut Unit<'_>,
    customer: &Organization,
    before: &[Stored<Relationship>],
    changes: Vec<(RelationshipId, Event)>,
) -> CommandResult<Vec<OrganizationId>> {
    let now = unit.now();
    let lapsed: Vec<Lapsed> = before
        .iter()
        .filter(|stored| is_concerned(&stored.value, &changes))
        .filter_map(|stored| Lapsed::of(&stored.value, &changes, now))
        .collect();
    let mut new: Vec<Beginning<Relationship>> = Vec::new();
    let mut wider: Vec<(Stored<Relationship>, Vec<Event>)> = before
        .iter()
        .filter(|stored| is_concerned(&stored.value, &changes))
        .map(|stored| (stored.clone(), stored.value.lapse(now)))
        .collect();
    for (id, event) in changes {
        let known = wider.iter_mut().find(|(stored, _)| stored.value.id == id);
        let begun = new.iter_mut().find(|beginning| beginning.id == id);
        match (known, begun) {
            (Some((_, events)), _) => events.push(event),
            (None, Some(beginning)) => beginning.events.push(event),
            (None, None) => new.push(Beginning::of(id, event, Listed::of(customer))),
        }
    }
    for (stored, events) in &mut wider {
        unit.apply_events(stored, events).await?;
    }
    unit.create_all::<Relationship>(new).await?;
    super::co_serving::refresh_customer(unit.db, customer.id, now).await?;
    tell(unit, customer, &lapsed).await?;
    let supported = lapsed.iter().filter(|it| it.ended.contains(Grant::Support));
    Ok(supported.map(|it| it.before.partner).collect())
}

/// What had ended by itself in a relationship.
struct Lapsed {
    before: Relationship,
    ended: GrantSet,
    /// Of these rights, those that are not granted again.
    lost: GrantSet,
}

impl Lapsed {
    fn of(
        before: &Relationship,
        changes: &[(RelationshipId, Event)],
        now: Timestamp,
    ) -> Option<Lapsed> {
        let current = before.clone().as_of(now);
        let in_force = |it: &Relationship| {
            let rights = Grant::ALL.into_iter();
            rights
                .filter(|grant| it.grants(*grant))
                .collect::<GrantSet>()
        };
        let ended = in_force(before).without(in_force(&current));
        let again = changes.iter().filter_map(|(id, event)| match event {
            Event::Granted { grants, .. } if *id == before.id => Some(*grants),
            Event::Established {
                partner, grants, ..
            } if *partner == before.partner => Some(*grants),
            _ => None,
        });
        let lost = again.fold(ended, GrantSet::without);
        let before = before.clone();
        (!ended.is_empty()).then_some(Lapsed {
            before,
            ended,
            lost,
        })
    }
}

/// Tells both sides what had ended by itself and is not granted again.
async fn tell(
    unit: &mut Unit<'_>,
    customer: &Organization,
    lapsed: &[Lapsed],
) -> CommandResult<()> {
    let lost = lapsed.iter().filter(|it| !it.lost.is_empty());
    let lost: Vec<&Lapsed> = lost.collect();
    let partners: Vec<OrganizationId> = lost.iter().map(|it| it.before.partner).collect();
    let free = (unit.now(), Hold::Free);
    let partners = these(unit.db, partners, free).await?;
    let customer = customer.party();
    let mut letters = Vec::new();
    for it in lost {
        let about = follow::About {
            relationship: &it.before,
            customer: &customer,
            partner: &partners.get(it.before.partner)?.party(),
            text: None,
            url: unit.public_url(),
        };
        letters.extend(follow::lapsed(&about, it.lost));
    }
    unit.send(letters);
    Ok(())
}

/// Whether one of these changes is of this relationship, or begins another one with its partner.
fn is_concerned(relationship: &Relationship, changes: &[(RelationshipId, Event)]) -> bool {
    changes.iter().any(|(id, event)| {
        let begins_anew =
            matches!(event, Event::Established { partner, .. } if *partner == relationship.partner);
        *id == relationship.id || begins_anew
    })
}

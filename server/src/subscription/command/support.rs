//! What follows for subscriptions when a partner can support a customer no more.

use std::collections::BTreeMap;

use tierline_core::{
    ids::OrganizationId,
    relationship::{Grant, Relationship},
    subscription::Event,
};

use crate::{
    organization::store::these,
    pipeline::{CommandError, CommandResult, Unit},
    relationship::store::in_force,
    store::Hold,
    subscription::{
        follow,
        store::{contact::supported, family},
    },
};

/// The most subscriptions that are read and written at a time. All of a customer's change in the transaction that ends
/// the right, because nobody supports a customer without it; a lock is a mark in the row.
const AT_ONCE: i64 = if cfg!(test) { 2 } else { 500 };

/// Called after every change by which a partner's right to support a customer may have ended, in its transaction: where
/// it has, the partners that ordered the customer's subscriptions are their contacts again. Each of those is told once,
/// however many subscriptions there are.
///
/// What time has brought to the subscriptions is not looked at: it changes nothing here, and is written when it is.
pub(crate) async fn follow_right(
    unit: &mut Unit<'_>,
    partner: OrganizationId,
    customer: OrganizationId,
) -> CommandResult<()> {
    let now = unit.now();
    let tie = in_force(unit.db, partner, customer, (now, Hold::Free)).await?;
    let supports = |tie: &Relationship| tie.grants(Grant::Support);
    if tie.as_ref().is_some_and(supports) {
        return Ok(());
    }
    return_support(unit, partner, customer).await
}

/// The same of a right that has ended, whether or not it was granted again since: whoever could not support the
/// customer meanwhile is its contact only when it is named again.
pub(crate) async fn return_support(
    unit: &mut Unit<'_>,
    partner: OrganizationId,
    customer: OrganizationId,
) -> CommandResult<()> {
    let now = unit.now();
    let mut told: BTreeMap<OrganizationId, u64> = BTreeMap::new();
    let mut last = None;
    loop {
        let some = supported(unit.db, (customer, partner), (last, AT_ONCE)).await?;
        let is_full = i64::try_from(some.len()).is_ok_and(|read| read == AT_ONCE);
        last = some.last().map(|it| it.value.id);
        let mut after = Vec::with_capacity(some.len());
        for mut stored in some {
            let Some(event) = stored.value.without_support_of(partner, now) else {
                continue;
            };
            if let Event::SupportReturned { to, .. } = event {
                *told.entry(to).or_default() += 1;
            }
            let from = unit.advance(&mut stored, &[event]);
            after.push((stored, from));
        }
        let changed: Vec<_> = after.iter().map(|(it, from)| (it, *from)).collect();
        if !changed.is_empty() && !family::save(unit.db, &changed).await? {
            return Err(CommandError::Conflict);
        }
        if !is_full {
            break;
        }
        unit.write_events().await?;
    }
    if told.is_empty() {
        return Ok(());
    }
    let free = (now, Hold::Free);
    let names = these(unit.db, [partner, customer], free).await?;
    let (partner, customer) = (names.get(partner)?.party(), names.get(customer)?.party());
    let letters: Vec<_> = told
        .into_iter()
        .map(|(to, count)| follow::returned(to, &partner, &customer, count, unit.public_url()))
        .collect();
    unit.send(letters);
    Ok(())
}

//! What follows from a partnership's change for each customer that both serve, in steps.

use serde::Serialize;
use tierline_core::{
    ids::{OrganizationId, PartnershipId},
    organization::{Organization, Party},
    relationship::{Event, Relationship},
};

use crate::{
    organization::store as organizations,
    partnership::{
        follow,
        store::settling::{self, Taken},
    },
    pipeline::{self, Command, CommandResult, Context, Principal, Unit},
    relationship::{refresh_some, store as relationships},
    state::AppState,
    store::{Hold, Stored},
};

/// The most customers of a step; with no more than these a change is carried out at once.
pub(super) const AT_ONCE: u32 = if cfg!(test) { 5 } else { 100 };

/// Makes so many steps at most; returns how many customers were done.
pub(crate) async fn go_on_settling(
    state: &AppState,
    id: PartnershipId,
    at_most: u32,
) -> tierline_app::portal::PortalResult<u64> {
    let mut done = 0;
    for _ in 0..at_most {
        match pipeline::run(state, Principal::Job, None, &Settle { id }).await? {
            Some(some) => done += some,
            None => break,
        }
    }
    Ok(done)
}

/// One step. The outcome is the number of customers in it; none, if nothing was left, or another step is being made.
#[derive(Debug, Serialize)]
struct Settle {
    id: PartnershipId,
}

/// A step, with its customers.
#[derive(Debug)]
struct Step {
    taken: Taken,
    provider: Party,
    reseller: Party,
    customers: Vec<OrganizationId>,
    /// The reseller's relationships with those that are told.
    relationships: Vec<Stored<Relationship>>,
}

impl Command for Settle {
    const NAME: &'static str = "settle_partnership";
    type Facts = Option<Step>;
    /// For each of the relationships.
    type Decision = Vec<Event>;
    type Outcome = Option<u64>;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Option<Step>> {
        let Some(taken) = settling::take(unit.db, self.id).await? else {
            return Ok(None);
        };
        let now = unit.context.now;
        let next = settling::next(unit.db, &taken, AT_ONCE, now).await?;
        let customers: Vec<OrganizationId> = next.iter().map(|(customer, _)| *customer).collect();
        let all = customers.iter().copied();
        let all = all.chain([taken.provider, taken.reseller]);
        let organizations = organizations::lock(unit.db, all, None, now).await?;
        let mut told = Vec::new();
        if taken.tells {
            for (_, id) in next {
                let stored = relationships::own(unit.db, taken.reseller, id, Hold::Locked).await?;
                told.extend(stored.filter(|stored| stored.value.is_active_at(now)));
            }
        }
        Ok(Some(Step {
            provider: organizations.get(taken.provider).map(Organization::party)?,
            reseller: organizations.get(taken.reseller).map(Organization::party)?,
            taken,
            customers,
            relationships: told,
        }))
    }

    /// Nothing is to be decided about a customer: what it granted to either stays as it is.
    fn decide(&self, step: &Option<Step>, context: &Context) -> CommandResult<Vec<Event>> {
        let parted = |step: &Step| Event::PartnersParted {
            with: step.taken.provider,
            at: context.now,
        };
        let of_each = |step: &Step| vec![parted(step); step.relationships.len()];
        Ok(step.as_ref().map(of_each).unwrap_or_default())
    }

    async fn apply(
        &self,
        step: Option<Step>,
        events: Vec<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Option<u64>> {
        let Some(step) = step else { return Ok(None) };
        let now = unit.now();
        for (mut stored, event) in step.relationships.into_iter().zip(events) {
            unit.apply_events(&mut stored, &[event]).await?;
            let customer = stored.value.customer;
            let url = unit.public_url();
            let letter = follow::parted(customer, &step.provider, &step.reseller, url);
            unit.send([letter]);
        }
        let both = (step.taken.provider, step.taken.reseller);
        refresh_some(unit.db, both, &step.customers, now).await?;
        let number = step.customers.len();
        let counted = i64::try_from(number).unwrap_or(i64::MAX);
        let last = step.customers.last().copied();
        settling::step(unit.db, self.id, (last, counted), now).await?;
        Ok((number > 0).then_some(u64::try_from(number).unwrap_or(u64::MAX)))
    }
}

//! One support contact for all that a partner has ordered for a customer, in steps.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use tierline_app::{error::PortalError, portal::PortalResult};
use tierline_core::{
    Refusal,
    access::Action,
    ids::{OrganizationId, RequestId, SubscriptionId},
    subscription::{self, Event, Happened, Subscription},
};

use super::associate::with_named;
use crate::{
    pipeline::{Call, Command, CommandError, CommandResult, Context, Unit},
    store::Stored,
    subscription::{
        follow,
        known::Known,
        named::Named,
        store::{
            contact::{ordered, to_designate},
            family,
        },
    },
};

/// The most of them that are changed in one transaction.
const AT_ONCE: i64 = if cfg!(test) { 2 } else { 500 };

/// Another support contact for all of them. If a step fails, those before it have their contact, and the others get it
/// when it is named once more.
pub(crate) async fn designate_all(
    call: &Call,
    (id, to): (SubscriptionId, OrganizationId),
    request: RequestId,
) -> PortalResult<()> {
    let mut step = DesignatingSome {
        id,
        to,
        after: None,
    };
    let mut last = call.run(request, &step).await?;
    while last.is_some() {
        step.after = last;
        last = match call.run(None::<RequestId>, &step).await {
            Err(PortalError::Refused(refusal)) if is_unchanged(&refusal) => None,
            answer => answer?,
        };
    }
    Ok(())
}

/// Whether none was left for another step.
const fn is_unchanged(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::Subscription(subscription::Refusal::Unchanged)
    )
}

/// Another support contact for some of them. The outcome is the last one of the step; none, if no other follows.
#[derive(Debug, Serialize)]
struct DesignatingSome {
    /// One of the subscriptions.
    id: SubscriptionId,
    to: OrganizationId,
    /// The last one of the step before. The first step tells of all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<SubscriptionId>,
}

/// The facts for the decision.
#[derive(Debug)]
struct Facts {
    known: Known,
    named: Option<Named>,
    some: Vec<Stored<Subscription>>,
    /// How many there are in all, and whom the customer turns to for them; of the first step.
    all: Option<(u64, Vec<OrganizationId>)>,
}

impl Command for DesignatingSome {
    const NAME: &'static str = "designate_support_of_all";
    type Facts = Facts;
    type Decision = Vec<Happened>;
    type Outcome = Option<SubscriptionId>;

    fn asks_for(&self) -> &'static [Action] {
        Action::DesignateSupport.alone()
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let own = unit.context.actor()?.organization;
        let (known, named) = with_named(unit, own, self.id, Some(self.to)).await?;
        let (sides, now) = ((known.customer.id, own), unit.now());
        let some = ordered(unit.db, sides, self.to, (self.after, AT_ONCE), now).await?;
        let all = match self.after {
            None => Some(to_designate(unit.db, sides, self.to, now).await?),
            Some(_) => None,
        };
        Ok(Facts {
            known,
            named,
            some,
            all,
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Vec<Happened>> {
        let some: Vec<Subscription> = facts.some.iter().map(|it| it.value.clone()).collect();
        let named = facts.named.as_ref().map(Named::candidate);
        let (known, actor) = (facts.known.facts_as_is(), context.actor()?);
        Ok(subscription::designate_all(
            known,
            named,
            &some,
            self.to,
            &actor,
            context.now,
        )?)
    }

    async fn apply(
        &self,
        facts: Facts,
        happened: Vec<Happened>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Option<SubscriptionId>> {
        let Facts {
            known,
            named,
            some,
            all,
        } = facts;
        let is_full = i64::try_from(some.len()).is_ok_and(|read| read == AT_ONCE);
        let last = some.last().map(|it| it.value.id).filter(|_| is_full);
        let mut happened: BTreeMap<SubscriptionId, Event> = happened.into_iter().collect();
        let mut after = Vec::with_capacity(happened.len());
        for mut stored in some {
            let Some(event) = happened.remove(&stored.value.id) else {
                continue;
            };
            let from = unit.advance(&mut stored, &[event]);
            after.push((stored, from));
        }
        let changed: Vec<_> = after.iter().map(|(it, from)| (it, *from)).collect();
        if !family::save(unit.db, &changed).await? {
            return Err(CommandError::Conflict);
        }
        let Some((count, contacts)) = all else {
            return Ok(last);
        };
        let mut told = BTreeSet::from([known.customer.id, self.to]);
        told.extend(contacts);
        // Whoever has done it knows.
        told.remove(&known.organization.id);
        let contact = named.map_or_else(|| known.organization.party(), |it| it.partner.party());
        let customer = known.customer.party();
        let letters: Vec<_> = told
            .into_iter()
            .map(|to| follow::designated(to, &contact, &customer, count, unit.public_url()))
            .collect();
        unit.send(letters);
        Ok(last)
    }
}

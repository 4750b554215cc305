//! One support contact for all that a partner has ordered for a customer.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use tierline_core::{
    access::Action,
    ids::{OrganizationId, SubscriptionId},
    subscription::{Event, Happened, Subscription, designate_all},
};

use super::associate::with_named;
use crate::{
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::Stored,
    subscription::{
        follow,
        known::Known,
        named::Named,
        store::{contact::ordered, family},
    },
};

/// Another support contact for all of them.
#[derive(Debug, Serialize)]
pub(crate) struct DesignatingAll {
    /// One of the subscriptions.
    pub id: SubscriptionId,
    pub to: OrganizationId,
}

/// The facts for the decision.
#[derive(Debug)]
pub(crate) struct Facts {
    known: Known,
    named: Option<Named>,
    all: Vec<Stored<Subscription>>,
}

impl Command for DesignatingAll {
    const NAME: &'static str = "designate_support_of_all";
    type Facts = Facts;
    type Decision = Vec<Happened>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        Action::DesignateSupport.alone()
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let own = unit.context.actor()?.organization;
        let (known, named) = with_named(unit, own, self.id, Some(self.to)).await?;
        let now = unit.now();
        let all = ordered(unit.db, known.customer.id, own, now).await?;
        Ok(Facts { known, named, all })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Vec<Happened>> {
        let all: Vec<Subscription> = facts.all.iter().map(|it| it.value.clone()).collect();
        let named = facts.named.as_ref().map(Named::candidate);
        let (known, actor) = (facts.known.facts_as_is(), context.actor()?);
        Ok(designate_all(
            known,
            named,
            &all,
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
    ) -> CommandResult<()> {
        let Facts { known, named, all } = facts;
        let mut happened: BTreeMap<SubscriptionId, Event> = happened.into_iter().collect();
        let mut after = Vec::with_capacity(happened.len());
        let mut told = BTreeSet::from([known.customer.id, self.to]);
        for mut stored in all {
            let Some(event) = happened.remove(&stored.value.id) else {
                continue;
            };
            told.insert(stored.value.support_contact);
            let from = unit.advance(&mut stored, &[event]);
            after.push((stored, from));
        }
        let changed: Vec<_> = after.iter().map(|(it, from)| (it, *from)).collect();
        if !family::save(unit.db, &changed).await? {
            return Err(CommandError::Conflict);
        }
        // Whoever has done it knows.
        told.remove(&known.organization.id);
        let contact = named.map_or_else(|| known.organization.party(), |it| it.partner.party());
        let count = u64::try_from(changed.len()).unwrap_or(u64::MAX);
        let customer = known.customer.party();
        let letters: Vec<_> = told
            .into_iter()
            .map(|to| follow::designated(to, &contact, &customer, count, unit.public_url()))
            .collect();
        unit.send(letters);
        Ok(())
    }
}

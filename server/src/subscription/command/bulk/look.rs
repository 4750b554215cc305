//! A step that looks at some: what comes of each is foreseen, and nothing is changed.

use serde::Serialize;
use tierline_core::{
    Refusal,
    access::Action,
    ids::{BulkId, SubscriptionId},
    subscription::{Bulk, Command as Single, Refusal as R},
};

use super::foreseen;
use crate::{
    license::store::assigned,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::Hold,
    subscription::{
        known::{Asked, Known},
        store::bulk::{self as store, Seen},
    },
};

/// The outcome is how many were looked at; none, if nothing is left, or another server is looking.
#[derive(Debug, Serialize)]
pub(super) struct LookAtSome {
    pub id: BulkId,
    pub what: Bulk,
    pub at_most: u32,
}

/// One of them, with the licenses that users hold; without what is known of it where its user knows of it no more.
#[derive(Debug)]
pub(super) struct Looked {
    subscription: SubscriptionId,
    known: Option<(Box<Known>, u32)>,
}

impl Command for LookAtSome {
    const NAME: &'static str = "look_at_renewals";
    type Facts = Vec<Looked>;
    type Decision = Vec<(SubscriptionId, Seen)>;
    type Outcome = u64;

    fn asks_for(&self) -> &'static [Action] {
        self.what.asks_for()
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Vec<Looked>> {
        let (own, now) = (unit.context.actor()?.organization, unit.now());
        let next = store::to_look_at(unit.db, self.id, self.at_most).await?;
        let mut all = Vec::with_capacity(next.len());
        for subscription in next {
            let asked = Asked::For(Single::RenewNow);
            let how = (now, Hold::Free);
            let known = match Known::load(unit.db, own, subscription, asked, how).await {
                Ok(known) => {
                    let held = assigned(unit.db, known.customer.id, subscription).await?;
                    Some((Box::new(known), held))
                }
                Err(CommandError::NotFound) => None,
                Err(error) => return Err(error),
            };
            all.push(Looked {
                subscription,
                known,
            });
        }
        Ok(all)
    }

    fn decide(&self, facts: &Vec<Looked>, context: &Context) -> CommandResult<Self::Decision> {
        let (actor, now) = (context.actor()?, context.now);
        let seen = facts.iter().map(|it| {
            let id = it.subscription;
            let Some((known, held)) = &it.known else {
                return (id, Seen::Cannot(None));
            };
            let seen = match foreseen(known, (id, *held), self.what, &actor, now) {
                Ok(foreseen) => Seen::Can(Box::new(foreseen)),
                Err(Refusal::Subscription(R::Unchanged)) => Seen::Same,
                Err(refusal) => Seen::Cannot(Some(refusal)),
            };
            (id, seen)
        });
        Ok(seen.collect())
    }

    async fn apply(
        &self,
        facts: Vec<Looked>,
        seen: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<u64> {
        if !facts.is_empty() {
            store::note_seen(unit.db, self.id, &seen).await?;
        }
        Ok(u64::try_from(facts.len()).unwrap_or(u64::MAX))
    }
}

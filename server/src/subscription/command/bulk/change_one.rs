//! A step that changes one, as its own page would. What is refused is noted in the same transaction, and holds up no
//! other.

use std::collections::BTreeSet;

use serde::Serialize;
use tierline_core::{
    Refusal,
    access::Action,
    actor::Actor,
    ids::{BulkId, SubscriptionId},
    license::{self, Losing},
    subscription::{Bulk, Command as Single, Refusal as R, decide, preview},
};

use super::{
    super::{Decided, written},
    foreseen,
};
use crate::{
    license::store::{Holding, assigned, held_of},
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::Hold,
    subscription::{
        known::{Asked, Known},
        store::bulk as store,
    },
};

/// The outcome is whether it was taken: another server may be changing it.
#[derive(Debug, Serialize)]
pub(super) struct ChangeOne {
    pub id: BulkId,
    pub what: Bulk,
    pub subscription: SubscriptionId,
}

/// What was taken.
#[derive(Debug)]
pub(super) enum Facts {
    /// Nothing: another server has it.
    Taken,
    /// One that its user does not know of any more.
    Unknown,
    /// One to change.
    Known(Box<One>),
}

#[derive(Debug)]
pub(super) struct One {
    known: Known,
    /// What was foreseen when it was shown.
    cost: String,
    assigned: u32,
    /// What users hold of that of which there may be fewer.
    held: Vec<Holding>,
}

impl ChangeOne {
    fn decided(&self, one: &One, actor: &Actor, context: &Context) -> Result<Decided, Refusal> {
        let (known, now) = (&one.known, context.now);
        let asked = (self.subscription, one.assigned);
        let foreseen = foreseen(known, asked, self.what, actor, now)?;
        if foreseen.cost() != one.cost {
            return Err(R::CostChanged.into());
        }
        let facts = known.facts(foreseen.command);
        let happened = decide(facts, foreseen.command, actor, now)?;
        let preview = preview(facts, foreseen.command, &known.ledger, actor, now)?;
        let held: Vec<_> = one.held.iter().map(Holding::known).collect();
        let (family, offers) = (&known.family, &known.offers);
        Ok(Decided {
            licenses: license::follow(family, offers, &happened, &held, &nobody())?,
            happened,
            charges: preview.now,
        })
    }
}

/// Nobody loses a license now: what is done concerns the renewal.
fn nobody() -> Losing {
    Losing::Chosen(BTreeSet::new())
}

impl Command for ChangeOne {
    const NAME: &'static str = "change_renewal_of_many";
    type Facts = Facts;
    /// What happens; or why nothing does, if there is a reason that can be told.
    type Decision = Result<Decided, Option<Refusal>>;
    type Outcome = bool;

    fn asks_for(&self) -> &'static [Action] {
        self.what.asks_for()
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let (actor, now) = (unit.context.actor()?, unit.now());
        let id = self.subscription;
        let Some(cost) = store::take(unit.db, self.id, id).await? else {
            return Ok(Facts::Taken);
        };
        let (asked, how) = (Asked::For(Single::RenewNow), (now, Hold::Locked));
        let known = match Known::load(unit.db, actor.organization, id, asked, how).await {
            Ok(known) => known,
            Err(CommandError::NotFound) => return Ok(Facts::Unknown),
            Err(error) => return Err(error),
        };
        let assigned = assigned(unit.db, known.customer.id, id).await?;
        // What time has brought by now may take licenses from users.
        let happened = known.family.catch_up(&known.offers, now);
        let concerned = license::concerned(&known.family, &happened);
        let held = held_of(unit.db, &concerned, Hold::Locked).await?;
        Ok(Facts::Known(Box::new(One {
            known,
            cost,
            assigned,
            held,
        })))
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Self::Decision> {
        let actor = context.actor()?;
        Ok(match facts {
            Facts::Taken | Facts::Unknown => Err(None),
            Facts::Known(one) => self.decided(one, &actor, context).map_err(Some),
        })
    }

    async fn apply(
        &self,
        facts: Facts,
        decision: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<bool> {
        match (facts, decision) {
            (Facts::Taken, _) => return Ok(false),
            (Facts::Known(one), Ok(decided)) => {
                let One { known, held, .. } = *one;
                written(unit, known, held, decided).await?;
                store::note_done(unit.db, self.id, self.subscription).await?;
            }
            (_, Err(why)) => {
                let why = why.as_ref();
                store::note_failed(unit.db, self.id, self.subscription, why).await?;
            }
            (Facts::Unknown, Ok(_)) => {
                store::note_failed(unit.db, self.id, self.subscription, None).await?;
            }
        }
        Ok(true)
    }
}

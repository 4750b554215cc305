//! What its user does: begins it, has it run, has it tried again.

use std::collections::BTreeSet;

use serde::Serialize;
use tierline_app::list::model::ListQuery;
use tierline_core::{
    access::{self, Action},
    ids::{BulkId, SubscriptionId},
    organization::Organization,
    subscription::{Bulk, MOST_CHOSEN, may_choose},
};
use uuid::Uuid;

use crate::{
    list::reach,
    organization::store::these,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::Hold,
    subscription::{
        query::Renewing,
        store::bulk::{self as store, Phase},
    },
};

#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Chosen {
    These(BTreeSet<SubscriptionId>),
    /// All that the list has by this query.
    All(String),
}

/// Chooses the subscriptions. Which they are is fixed here: what is done may take them out of the filter.
#[derive(Debug, Serialize)]
pub(super) struct BeginBulk {
    pub chosen: Chosen,
    pub what: Bulk,
}

#[derive(Debug)]
pub(super) struct Facts {
    organization: Organization,
    subscriptions: Vec<Uuid>,
}

impl Command for BeginBulk {
    const NAME: &'static str = "begin_renewal_bulk";
    type Facts = Facts;
    type Decision = ();
    type Outcome = BulkId;

    fn asks_for(&self) -> &'static [Action] {
        self.what.asks_for()
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let (actor, now) = (unit.context.actor()?, unit.context.now);
        let own = actor.organization;
        let known = these(unit.db, [own], (now, Hold::Free)).await?;
        let organization = known.get(own)?.clone();
        let subscriptions = match &self.chosen {
            Chosen::These(chosen) => {
                let chosen: Vec<Uuid> = chosen.iter().map(|id| id.into_uuid()).collect();
                let groups = reach::groups(&actor);
                store::among(unit.db, (own, now), groups.as_deref(), &chosen).await?
            }
            Chosen::All(query) => {
                let renewing = Renewing::of_partner(organization.clone(), actor, now);
                let most = usize::try_from(MOST_CHOSEN).unwrap_or(usize::MAX);
                let query = ListQuery::parse(query);
                // One more tells that there are too many.
                renewing
                    .ids(unit.db, &query, most.saturating_add(1))
                    .await?
            }
        };
        Ok(Facts {
            organization,
            subscriptions,
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<()> {
        // A customer sees its renewals, and its partners change them.
        let actor = context.actor()?;
        access::authorize_own(&facts.organization, &actor, Action::ViewCustomers)?;
        let chosen = u64::try_from(facts.subscriptions.len()).unwrap_or(u64::MAX);
        Ok(may_choose(chosen)?)
    }

    async fn apply(&self, facts: Facts, (): (), unit: &mut Unit<'_>) -> CommandResult<BulkId> {
        let id: BulkId = unit.new_id();
        let (actor, now) = (unit.context.actor()?, unit.now());
        let chosen = &facts.subscriptions;
        store::begin(unit.db, id, (&actor, now), self.what, chosen).await?;
        Ok(id)
    }
}

/// Has it run, once what comes of it was shown.
#[derive(Debug, Serialize)]
pub(super) struct RunBulk {
    pub id: BulkId,
}

impl Command for RunBulk {
    const NAME: &'static str = "run_renewal_bulk";
    type Facts = Phase;
    type Decision = ();
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        Bulk::RenewNow.asks_for()
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Phase> {
        let actor = unit.context.actor()?;
        let phase = store::phase(unit.db, &actor, self.id).await?;
        phase.ok_or(CommandError::NotFound)
    }

    fn decide(&self, _: &Phase, _: &Context) -> CommandResult<()> {
        Ok(())
    }

    async fn apply(&self, phase: Phase, (): (), unit: &mut Unit<'_>) -> CommandResult<()> {
        // What runs already, or is over, is run no second time.
        if phase == Phase::Shown {
            store::run(unit.db, self.id).await?;
        }
        Ok(())
    }
}

/// Has those looked at again that could not be changed.
#[derive(Debug, Serialize)]
pub(super) struct RetryBulk {
    pub id: BulkId,
}

impl Command for RetryBulk {
    const NAME: &'static str = "retry_renewal_bulk";
    type Facts = Phase;
    type Decision = ();
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        Bulk::RenewNow.asks_for()
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Phase> {
        let actor = unit.context.actor()?;
        let phase = store::phase(unit.db, &actor, self.id).await?;
        phase.ok_or(CommandError::NotFound)
    }

    fn decide(&self, _: &Phase, _: &Context) -> CommandResult<()> {
        Ok(())
    }

    async fn apply(&self, phase: Phase, (): (), unit: &mut Unit<'_>) -> CommandResult<()> {
        if phase != Phase::UnderWay {
            store::retry(unit.db, self.id).await?;
        }
        Ok(())
    }
}

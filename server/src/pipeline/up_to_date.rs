//! Commands that rest on a subscription as it is by now.

use serde::Serialize;
use tierline_core::{
    access::Action,
    ids::{OrganizationId, SubscriptionId},
};

use super::{Command, CommandResult, Context, Unit};
use crate::{
    relationship::About,
    subscription::{
        command::CatchUp,
        store::{Due, due_base},
    },
};

/// A command on what belongs to a customer's subscription.
pub(crate) trait OnSubscription: Command {
    /// The customer, and the subscription.
    fn subscription(&self) -> (OrganizationId, SubscriptionId);
}

/// Such a command after what time has brought to the subscription and its family: recorded in the same transaction, so
/// that nothing is decided on a state that is over.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub(crate) struct UpToDate<C>(pub C);

/// Records what time has brought to this subscription and its family. That the caller has to do with the customer is
/// known before.
pub(crate) async fn record(
    unit: &mut Unit<'_>,
    customer: OrganizationId,
    subscription: SubscriptionId,
) -> CommandResult<()> {
    let now = unit.now();
    if let Some(base) = due_base(unit.db, customer, subscription, now).await? {
        let step = CatchUp {
            due: Due::One(base),
            at_most: 1,
        };
        let facts = step.facts(unit).await?;
        let happened = step.decide(&facts, &unit.context)?;
        step.apply(facts, happened, unit).await?;
    }
    Ok(())
}

impl<C: OnSubscription> Command for UpToDate<C> {
    const NAME: &'static str = C::NAME;
    type Facts = C::Facts;
    type Decision = C::Decision;
    type Outcome = C::Outcome;

    fn asks_for(&self) -> &'static [Action] {
        self.0.asks_for()
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<C::Facts> {
        let (customer, subscription) = self.0.subscription();
        // Nobody holds up what is somebody else's.
        About::load(unit, customer).await?;
        record(unit, customer, subscription).await?;
        self.0.facts(unit).await
    }

    fn decide(&self, facts: &C::Facts, context: &Context) -> CommandResult<C::Decision> {
        self.0.decide(facts, context)
    }

    async fn apply(
        &self,
        facts: C::Facts,
        decision: C::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<C::Outcome> {
        self.0.apply(facts, decision, unit).await
    }
}

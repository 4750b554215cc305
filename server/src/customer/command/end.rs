//! Changes of a customer's relationships, with what follows for its subscriptions.

use serde::Serialize;
use tierline_core::{
    access::Action,
    ids::{OrganizationId, RelationshipId},
};

use crate::{
    pipeline::{Command, CommandResult, Context, Unit},
    relationship::{
        command::{AnswerRenewal, Change, ChangeTenantOwner, Expire, SetDates},
        store::sides,
    },
    subscription::command::follow_right,
};

/// The change, after which no partner stays the designated contact of what it can support no more.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub(crate) struct End<C>(pub C);

/// A change by which rights in a relationship may end, or by which their end is written down.
pub(crate) trait OfRelationship: Command {
    /// The relationship.
    fn relationship(&self) -> RelationshipId;

    /// The customer of a change that it does not make itself.
    fn customer(&self) -> Option<OrganizationId> {
        None
    }
}

impl OfRelationship for Change {
    fn relationship(&self) -> RelationshipId {
        self.id
    }
}

impl OfRelationship for SetDates {
    fn relationship(&self) -> RelationshipId {
        self.id
    }
}

impl OfRelationship for AnswerRenewal {
    fn relationship(&self) -> RelationshipId {
        self.id
    }
}

impl OfRelationship for ChangeTenantOwner {
    fn relationship(&self) -> RelationshipId {
        self.id
    }
}

impl OfRelationship for Expire {
    fn relationship(&self) -> RelationshipId {
        self.id
    }

    fn customer(&self) -> Option<OrganizationId> {
        Some(self.customer)
    }
}

impl<C: OfRelationship> Command for End<C> {
    const NAME: &'static str = C::NAME;
    type Facts = C::Facts;
    type Decision = C::Decision;
    type Outcome = C::Outcome;

    fn asks_for(&self) -> &'static [Action] {
        self.0.asks_for()
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<C::Facts> {
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
        let own = match self.0.customer() {
            Some(customer) => customer,
            None => unit.context.actor()?.organization,
        };
        let sides = sides(unit.db, own, self.0.relationship()).await?;
        let outcome = self.0.apply(facts, decision, unit).await?;
        if let Some((partner, customer)) = sides {
            follow_right(unit, partner, customer).await?;
        }
        Ok(outcome)
    }
}

use serde::Serialize;
use tierline_core::{
    access::Action,
    ids::RelationshipId,
    organization::Organization,
    relationship::{self, Event, Relationship, RelationshipFacts as DecideFacts},
    text::Reason,
};

use crate::{
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    relationship::{co_serving, follow},
    store::{Hold, Stored},
};

/// A change by the customer of a relationship that it has granted.
#[derive(Debug, Serialize)]
pub(crate) struct Change {
    pub id: RelationshipId,
    pub what: relationship::Command,
    /// What the partner is told beside it.
    pub text: Option<Reason>,
}

/// The facts for the decision.
#[derive(Debug)]
pub(crate) struct Facts {
    stored: Stored<Relationship>,
    customer: Organization,
    partner: Organization,
}

impl Command for Change {
    const NAME: &'static str = "end_relationship";
    type Facts = Facts;
    type Decision = Vec<Event>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        self.what.action().alone()
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let own = unit.context.actor()?.organization;
        let sides = crate::relationship::store::sides(unit.db, own, self.id).await?;
        let (partner, customer) = sides.ok_or(CommandError::NotFound)?;
        let organizations =
            crate::organization::store::lock(unit.db, [customer, partner], None, unit.context.now)
                .await?;
        let stored = crate::relationship::store::own(unit.db, own, self.id, Hold::Locked)
            .await?
            .ok_or(CommandError::NotFound)?;
        let (customer, partner) = (
            organizations.get(customer)?.clone(),
            organizations.get(partner)?.clone(),
        );
        Ok(Facts {
            stored,
            customer,
            partner,
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Vec<Event>> {
        let partner = facts.partner.party();
        let decide = DecideFacts {
            relationship: &facts.stored.value,
            customer: &facts.customer,
            partner: &partner,
        };
        Ok(relationship::decide(
            decide,
            self.what,
            &context.actor()?,
            context.now,
        )?)
    }

    async fn apply(
        &self,
        mut facts: Facts,
        events: Vec<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        unit.apply_events(&mut facts.stored, &events).await?;
        let (after, now) = (&facts.stored.value, unit.now());
        co_serving::refresh_customer(unit.db, after.customer, now).await?;
        let (customer, url) = (facts.customer.party(), unit.public_url());
        let letters = follow::letters(&events, after, &customer, self.text.as_ref(), url);
        unit.send(letters);
        Ok(())
    }
}

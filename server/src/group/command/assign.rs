use std::collections::BTreeSet;

use serde::Serialize;
use tierline_app::form::mark::{Mark, StoredField};
use tierline_core::{
    access::{Action, CustomerFacts},
    group::{self, AssignFacts, CustomerGroup},
    ids::{CustomerGroupId, OrganizationId},
    organization::Organization,
    relationship::{Event, Relationship},
};

use super::names;
use crate::{
    group::store,
    mark,
    organization::store as organizations,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    relationship::store as relationships,
    store::{Hold, Stored},
};

/// Puts a customer into these groups, and out of all others.
#[derive(Debug, Serialize)]
pub(crate) struct AssignGroups {
    pub customer: OrganizationId,
    pub groups: BTreeSet<CustomerGroupId>,
    pub filled_with: Option<Mark>,
}

/// The facts for the decision.
#[derive(Debug)]
pub(crate) struct Facts {
    organization: Organization,
    customer: Organization,
    relationship: Stored<Relationship>,
    groups: Vec<CustomerGroup>,
}

impl Command for AssignGroups {
    const NAME: &'static str = "assign_customer_groups";
    type Facts = Facts;
    type Decision = Option<Event>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageCustomerGroups]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let own = unit.context.actor()?.organization;
        let (customer, now) = (self.customer, unit.context.now);
        // Without a relationship in force there is no customer.
        let known = relationships::in_force(unit.db, own, customer, (now, Hold::Free)).await?;
        let id = known.ok_or(CommandError::NotFound)?.id;
        let both = organizations::lock(unit.db, [own, customer], None, now).await?;
        let relationship = relationships::own(unit.db, own, id, Hold::Locked).await?;
        Ok(Facts {
            organization: both.get(own)?.clone(),
            customer: both.get(customer)?.clone(),
            relationship: relationship.ok_or(CommandError::NotFound)?,
            groups: store::all_of(unit.db, own, Hold::Locked).await?,
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Self::Decision> {
        let relationship = &facts.relationship.value.clone().as_of(context.now);
        let known = AssignFacts {
            about: CustomerFacts {
                organization: &facts.organization,
                customer: &facts.customer,
                relationship: Some(relationship),
                providers: &[],
            },
            groups: &facts.groups,
        };
        let event = group::assign(known, &self.groups, &context.actor()?, context.now)?;
        // A user who may not do it is told so first.
        let filled_with = self.filled_with.as_ref();
        let fields = |groups: &BTreeSet<CustomerGroupId>| {
            vec![StoredField::new("groups", names(&facts.groups, groups))]
        };
        let changed = mark::changed(&relationship.groups, &self.groups, filled_with, fields)?;
        mark::unless_changed(changed, event)
    }

    async fn apply(
        &self,
        mut facts: Facts,
        event: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let events: Vec<Event> = event.into_iter().collect();
        unit.apply_events(&mut facts.relationship, &events).await
    }
}

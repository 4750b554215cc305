use serde::Serialize;
use tierline_core::{
    access::Action,
    group::{self, AddFacts, ChangeFacts, CustomerGroup, Event},
    ids::CustomerGroupId,
    organization::Organization,
    text::GroupName,
};

use crate::{
    group::store,
    organization::store as organizations,
    pipeline::{Command, CommandError, CommandResult, Context, Unit, object::Beginning},
    store::{Hold, Stored},
};

/// The own organization. Other changes of its groups and users wait.
pub(super) async fn own(unit: &mut Unit<'_>) -> CommandResult<Organization> {
    let own = unit.context.actor()?.organization;
    let recorded = organizations::record_for_change(unit.db, own).await?;
    Ok(recorded.ok_or(CommandError::NotFound)?.at(unit.context.now))
}

/// Adds a group.
#[derive(Debug, Serialize)]
pub(crate) struct AddGroup {
    pub name: GroupName,
}

impl Command for AddGroup {
    const NAME: &'static str = "add_customer_group";
    type Facts = (Organization, Vec<CustomerGroup>);
    type Decision = Event;
    type Outcome = CustomerGroupId;

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageCustomerGroups]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let organization = own(unit).await?;
        let groups = store::all_of(unit.db, organization.id, Hold::Locked).await?;
        Ok((organization, groups))
    }

    fn decide(
        &self,
        (organization, groups): &Self::Facts,
        context: &Context,
    ) -> CommandResult<Event> {
        let facts = AddFacts {
            organization,
            groups,
        };
        Ok(group::add(
            facts,
            &self.name,
            &context.actor()?,
            context.now,
        )?)
    }

    async fn apply(
        &self,
        _: Self::Facts,
        event: Event,
        unit: &mut Unit<'_>,
    ) -> CommandResult<CustomerGroupId> {
        let id: CustomerGroupId = unit.new_id();
        unit.create::<CustomerGroup>(Beginning::of(id, event, ()))
            .await?;
        Ok(id)
    }
}

/// Renames or removes a group.
#[derive(Debug, Serialize)]
pub(crate) struct ChangeGroup {
    pub id: CustomerGroupId,
    pub change: group::Command,
}

/// The facts for the decision.
#[derive(Debug)]
pub(crate) struct ChangeGroupFacts {
    organization: Organization,
    group: Stored<CustomerGroup>,
    groups: Vec<CustomerGroup>,
    users: u64,
}

impl Command for ChangeGroup {
    const NAME: &'static str = "change_customer_group";
    type Facts = ChangeGroupFacts;
    type Decision = Option<Event>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageCustomerGroups]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let organization = own(unit).await?;
        let group = store::own(unit.db, organization.id, self.id).await?;
        let users = store::users(unit.db, organization.id).await?;
        Ok(ChangeGroupFacts {
            group: group.ok_or(CommandError::NotFound)?,
            groups: store::all_of(unit.db, organization.id, Hold::Locked).await?,
            users: users
                .into_iter()
                .find(|(group, _)| *group == self.id)
                .map_or(0, |(_, users)| users),
            organization,
        })
    }

    fn decide(&self, facts: &Self::Facts, context: &Context) -> CommandResult<Self::Decision> {
        let known = ChangeFacts {
            organization: &facts.organization,
            group: &facts.group.value,
            groups: &facts.groups,
            users: facts.users,
        };
        let actor = context.actor()?;
        Ok(group::change(known, &self.change, &actor, context.now)?)
    }

    async fn apply(
        &self,
        mut facts: Self::Facts,
        event: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let events: Vec<Event> = event.into_iter().collect();
        unit.apply_events(&mut facts.group, &events).await
    }
}

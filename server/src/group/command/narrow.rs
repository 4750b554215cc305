use serde::Serialize;
use tierline_app::form::mark::{Mark, StoredField};
use tierline_core::{
    access::Action,
    account::Event,
    group::{self, CustomerGroup, NarrowFacts, Narrowing},
    ids::UserId,
    organization::Organization,
    reach::Reach,
};

use super::{keep::own, names};
use crate::{
    account::store::{Account, lock},
    group::store,
    mark,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::Hold,
};

/// Narrows a user of the own organization to groups of customers, or widens it to all.
#[derive(Debug, Serialize)]
pub(crate) struct NarrowUser {
    pub user: UserId,
    pub to: Narrowing,
    pub filled_with: Option<Mark>,
}

/// The facts for the decision.
#[derive(Debug)]
pub(crate) struct Facts {
    organization: Organization,
    account: Account,
    groups: Vec<CustomerGroup>,
}

impl Command for NarrowUser {
    const NAME: &'static str = "narrow_user";
    type Facts = Facts;
    type Decision = Option<Event>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageCustomerGroups]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let organization = own(unit).await?;
        let account = lock(unit.db, self.user).await?;
        let account = account.filter(|it| it.user().roles.contains_key(&organization.id));
        Ok(Facts {
            // A user of another organization is nobody here.
            account: account.ok_or(CommandError::NotFound)?,
            groups: store::all_of(unit.db, organization.id, Hold::Locked).await?,
            organization,
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Self::Decision> {
        let user = facts.account.user();
        let known = NarrowFacts {
            organization: &facts.organization,
            user,
            groups: &facts.groups,
        };
        let event = group::narrow(known, &self.to, &context.actor()?, context.now)?;
        let before = user.reach_in(facts.organization.id);
        // Without an event it is so already.
        let after = match &event {
            Some(Event::CustomersNarrowed { customers, .. }) => *customers,
            _ => before,
        };
        let filled_with = self.filled_with.as_ref();
        let fields = |reach: &Reach| {
            let groups: Vec<_> = reach.given().iter().collect();
            vec![StoredField::new("groups", names(&facts.groups, &groups))]
        };
        let changed = mark::changed(&before, &after, filled_with, fields)?;
        mark::unless_changed(changed, event)
    }

    async fn apply(
        &self,
        mut facts: Facts,
        event: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let events: Vec<Event> = event.into_iter().collect();
        unit.apply_events(&mut facts.account.stored, &events).await
    }
}

use std::collections::{BTreeSet, HashMap};

use serde::Serialize;
use tierline_core::{
    access::Action,
    ids::{AssignmentId, OrganizationId, UserId},
    license::{self, Assignment, Event},
    text::PersonName,
};
use uuid::Uuid;

use super::happen;
use crate::{
    account::store as account,
    license::store,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    relationship::About,
    store::Stored,
};

/// Withdraws these licenses of a customer's users.
#[derive(Debug, Serialize)]
pub(crate) struct WithdrawLicenses {
    pub customer: OrganizationId,
    pub assignments: BTreeSet<AssignmentId>,
}

/// The facts for the decision.
#[derive(Debug)]
pub(crate) struct Facts {
    about: About,
    held: Vec<Stored<Assignment>>,
    names: HashMap<UserId, PersonName>,
}

impl Command for WithdrawLicenses {
    const NAME: &'static str = "withdraw_licenses";
    type Facts = Facts;
    type Decision = Vec<(AssignmentId, Event)>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageLicenses]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let about = About::load(unit, self.customer).await?;
        let ids: Vec<Uuid> = self.assignments.iter().map(|id| id.into_uuid()).collect();
        let held = store::these(unit.db, self.customer, &ids).await?;
        if held.len() != ids.len() {
            return Err(CommandError::NotFound);
        }
        let users: BTreeSet<Uuid> = held.iter().map(|it| it.value.user.into_uuid()).collect();
        let users: Vec<Uuid> = users.into_iter().collect();
        let users = account::load(unit.db, &users).await?;
        let names = users.into_iter().map(|it| (it.value.id, it.value.name));
        Ok(Facts {
            about,
            held,
            names: names.collect(),
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Self::Decision> {
        let held = facts.held.iter().map(|it| {
            let name = facts.names.get(&it.value.user);
            // A foreign key ensures that there is one.
            let name = name.ok_or(CommandError::Inconsistent("a license of nobody"))?;
            Ok((&it.value, name))
        });
        let held = held.collect::<CommandResult<Vec<_>>>()?;
        let actor = context.actor()?;
        Ok(license::withdraw(
            facts.about.facts(),
            &held,
            &actor,
            context.now,
        )?)
    }

    async fn apply(
        &self,
        facts: Facts,
        withdrawn: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        happen(unit, facts.held, withdrawn).await
    }
}

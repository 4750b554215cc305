use std::collections::BTreeSet;

use serde::Serialize;
use tierline_core::{
    access::Action,
    account::User,
    ids::{AssignmentId, OrganizationId, SubscriptionId, UserId},
    license::{self, AssignFacts, Assignment, Candidate, Event},
};
use uuid::Uuid;

use crate::{
    account::store as account,
    license::store::{self, Licenses},
    pipeline::{
        Command, CommandError, CommandResult, Context, Unit, object::Beginning,
        up_to_date::OnSubscription,
    },
    relationship::About,
    store::Hold,
};

/// Assigns licenses of a customer's subscription to these of its users: to all of them, or to none.
#[derive(Debug, Serialize)]
pub(crate) struct AssignLicenses {
    pub customer: OrganizationId,
    pub subscription: SubscriptionId,
    pub users: BTreeSet<UserId>,
}

/// The facts for the decision.
#[derive(Debug)]
pub(crate) struct Facts {
    about: About,
    licenses: Licenses,
    /// Each user with the id of what may be assigned to it.
    users: Vec<(User, AssignmentId)>,
    holders: BTreeSet<UserId>,
}

impl OnSubscription for AssignLicenses {
    fn subscription(&self) -> (OrganizationId, SubscriptionId) {
        (self.customer, self.subscription)
    }
}

impl Command for AssignLicenses {
    const NAME: &'static str = "assign_licenses";
    type Facts = Facts;
    type Decision = Vec<(AssignmentId, Event)>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageLicenses]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let about = About::load(unit, self.customer).await?;
        let found =
            store::licenses(unit.db, self.customer, self.subscription, Hold::Locked).await?;
        let licenses = found.ok_or(CommandError::NotFound)?;
        let ids: Vec<Uuid> = self.users.iter().map(|id| id.into_uuid()).collect();
        let stored = account::load(unit.db, &ids).await?;
        let of_customer = stored
            .into_iter()
            .map(|it| it.value)
            .filter(|it| it.roles.contains_key(&self.customer));
        let users: Vec<_> = of_customer.map(|user| (user, unit.new_id())).collect();
        // A user of another organization is nobody here.
        if users.len() != ids.len() {
            return Err(CommandError::NotFound);
        }
        let holders = store::holders(unit.db, self.customer, self.subscription, &ids).await?;
        Ok(Facts {
            about,
            licenses,
            users,
            holders,
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Self::Decision> {
        let users: Vec<_> = facts
            .users
            .iter()
            .map(|(user, assignment)| Candidate {
                user,
                holds_one: facts.holders.contains(&user.id),
                assignment: *assignment,
            })
            .collect();
        let known = AssignFacts {
            about: facts.about.facts(),
            pool: facts.licenses.pool(),
        };
        Ok(license::assign(
            known,
            &users,
            &context.actor()?,
            context.now,
        )?)
    }

    async fn apply(
        &self,
        _: Facts,
        assigned: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let new = assigned
            .into_iter()
            .map(|(id, event)| Beginning::of(id, event, ()));
        unit.create_all::<Assignment>(new.collect()).await?;
        Ok(())
    }
}

use serde::Serialize;
use tierline_app::i18n::Lang;
use tierline_core::{
    account,
    ids::UserId,
    organization::{self, NewUser, Organization},
    role::RoleSet,
    text::{Domain, EmailAddress, PersonName},
};

use crate::{
    account::store::{Beside, is_taken},
    cli::Done,
    organization::store,
    pipeline::{Command, CommandError, CommandResult, Context, Unit, object::Beginning},
    store::Stored,
};

/// Adds a user to an existing organization.
#[derive(Debug, Serialize)]
pub(crate) struct AddUser {
    pub tenant: Domain,
    pub name: PersonName,
    pub user_name: EmailAddress,
    pub roles: RoleSet,
    pub language: Lang,
    #[serde(skip)]
    pub password_hash: String,
}

/// The facts for the decision, and the id of the new user.
#[derive(Debug)]
pub(crate) struct Facts {
    organization: Option<Stored<Organization>>,
    user_name_taken: bool,
    id: UserId,
}

impl Command for AddUser {
    const NAME: &'static str = "add_user";
    type Facts = Facts;
    type Decision = Done<account::Event>;
    type Outcome = Done<Organization>;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        Ok(Facts {
            organization: store::lock_of_domain(unit.db, &self.tenant).await?,
            user_name_taken: is_taken(unit.db, &self.user_name).await?,
            id: unit.new_id(),
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Self::Decision> {
        let new = NewUser {
            id: facts.id,
            tenant: self.tenant.clone(),
            name: self.name.clone(),
            user_name: self.user_name.clone(),
            roles: self.roles,
        };
        let (organization, taken) = (
            facts.organization.as_ref().map(|stored| &stored.value),
            facts.user_name_taken,
        );
        Ok(organization::add_user(
            context.operating(),
            organization,
            taken,
            &new,
            context.now,
        ))
    }

    async fn apply(
        &self,
        facts: Facts,
        decision: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Self::Outcome> {
        let event = match decision {
            Ok(event) => event,
            Err(problems) => return Ok(Err(problems)),
        };
        let organization = facts
            .organization
            .ok_or(CommandError::Inconsistent("a user of no organization"))?;
        let beside = Beside {
            password_hash: self.password_hash.clone(),
            language: self.language,
            at: unit.now(),
        };
        unit.create::<account::User>(Beginning::of(facts.id, event, beside))
            .await?;
        Ok(Ok(organization.value))
    }
}

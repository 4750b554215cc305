use serde::Serialize;
use tierline_app::i18n::Lang;
use tierline_core::{
    customer, event,
    ids::UserId,
    organization::{self, NewUser, Organization},
    role::RoleSet,
    text::{Domain, EmailAddress, PersonName},
};

use crate::{
    account::store::NewAccount,
    cli_command::Done,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
};

/// A user of an organization that there is.
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

/// What the decision rests on, and the id of what it makes.
#[derive(Debug)]
pub(crate) struct Facts {
    organization: Option<Organization>,
    user_name_taken: bool,
    id: UserId,
}

impl Command for AddUser {
    const NAME: &'static str = "add_user";
    type Facts = Facts;
    type Decision = Done<customer::Event>;
    type Outcome = Done<Organization>;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        Ok(Facts {
            organization: crate::organization::store::lock_of_domain(unit.db, &self.tenant).await?,
            user_name_taken: crate::account::store::is_taken(unit.db, &self.user_name).await?,
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
        let (organization, taken) = (facts.organization.as_ref(), facts.user_name_taken);
        Ok(organization::add_user(
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
        let account = NewAccount {
            id: facts.id,
            email: &self.user_name,
            name: &self.name,
            password_hash: &self.password_hash,
            must_change_password: true,
            language: self.language,
            organization: organization.id,
            roles: self.roles,
        };
        let now = unit.now();
        crate::account::store::insert(unit.db, &account, now).await?;
        let id = organization.id;
        unit.record([event::Event::Organization { id, event }], [id])
            .await?;
        Ok(Ok(organization))
    }
}

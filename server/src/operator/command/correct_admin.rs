use serde::Serialize;
use tierline_app::{
    form::mark::{Mark, StoredField},
    i18n::Lang,
};
use tierline_core::{
    access::Action,
    account,
    ids::OrganizationId,
    organization::{FirstAdmin, FirstAdminFacts, Operating, Organization, correct_first_admin},
    text::{EmailAddress, PersonName},
};

use super::add::{invite, stop};
use crate::{
    account::store::{self as accounts, Account},
    mark,
    operator::store,
    organization::store as organizations,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::Hold,
};

/// Corrects the first admin of a partner, who has not come yet, and mails a new link.
#[derive(Debug, Serialize)]
pub(crate) struct CorrectFirstAdmin {
    pub organization: OrganizationId,
    pub name: PersonName,
    pub user_name: EmailAddress,
    pub language: Lang,
    pub filled_with: Mark,
}

/// The facts for the correction.
#[derive(Debug)]
pub(crate) struct Facts {
    operator: Organization,
    organization: Organization,
    admin: Account,
    user_name_taken: bool,
}

/// The values of the form: what its mark is of.
pub(in crate::operator) type Values = [String; 3];

/// Those of this admin.
pub(in crate::operator) fn values(name: &str, user_name: &EmailAddress, language: Lang) -> Values {
    [name.to_owned(), user_name.key(), language.tag().to_owned()]
}

fn fields([name, user_name, language]: &Values) -> Vec<StoredField> {
    let language = Lang::from_tag(language).map_or("", Lang::own_name);
    vec![
        StoredField::new("admin_name", name.as_str()),
        StoredField::new("admin_user_name", user_name.as_str()),
        StoredField::new("language", language),
    ]
}

impl Command for CorrectFirstAdmin {
    const NAME: &'static str = "correct_first_admin";
    type Facts = Facts;
    type Decision = Option<account::Event>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageOrganizations]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let own = unit.context.actor()?.organization;
        let both = [own, self.organization];
        let known = organizations::these(unit.db, both, (unit.context.now, Hold::Locked)).await?;
        let organization = known.get(self.organization)?.clone();
        let awaited = store::awaited(unit.db, &organization).await?;
        let awaited = awaited.ok_or(CommandError::NotFound)?;
        let admin = accounts::lock(unit.db, awaited.user).await?;
        let admin = admin.ok_or(CommandError::NotFound)?;
        let same = admin.user().user_name.key() == self.user_name.key();
        Ok(Facts {
            user_name_taken: !same && accounts::is_taken(unit.db, &self.user_name).await?,
            operator: known.get(own)?.clone(),
            organization,
            admin,
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Self::Decision> {
        let actor = context.actor()?;
        let by = Operating {
            operator: &facts.operator,
            actor: &actor,
        };
        let admin = facts.admin.user();
        let known = FirstAdminFacts {
            organization: &facts.organization,
            admin,
            user_name_taken: facts.user_name_taken,
        };
        let new = FirstAdmin {
            name: self.name.clone(),
            user_name: self.user_name.clone(),
        };
        let event = correct_first_admin(Some(by), known, &new, context.now).map_err(stop)?;
        let stored = values(admin.name.as_str(), &admin.user_name, facts.admin.language);
        let typed = values(self.name.as_str(), &self.user_name, self.language);
        match mark::changed(&stored, &typed, Some(&self.filled_with), fields)? {
            Some(changed) => Err(CommandError::Changed(Box::new(changed))),
            None => Ok(event),
        }
    }

    async fn apply(
        &self,
        mut facts: Facts,
        event: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let (user, before) = (facts.admin.user().id, facts.admin.user().user_name.key());
        if let Some(event) = event {
            let stored = &mut facts.admin.stored;
            unit.apply_events(stored, &[event]).await?;
            let contact = (before.as_str(), self.user_name.as_str());
            organizations::replace_contact(unit.db, self.organization, contact).await?;
        }
        accounts::set_language(&mut *unit.db, user.into_uuid(), self.language).await?;
        let (organization, address) = (&facts.organization, &self.user_name);
        invite(unit, organization, user, address, self.language).await
    }
}

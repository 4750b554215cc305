use serde::Serialize;
use tierline_core::{
    access::{self, Action},
    ids::OrganizationId,
    organization::Organization,
};

use super::add::invite;
use crate::{
    operator::store::{self, Awaited},
    organization::store as organizations,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::Hold,
};

/// Mails another link to the first admin of an organization, who has not come yet.
#[derive(Debug, Serialize)]
pub(crate) struct InviteAdminAgain {
    pub organization: OrganizationId,
}

impl Command for InviteAdminAgain {
    const NAME: &'static str = "invite_admin_again";
    type Facts = (Organization, Organization, Awaited);
    type Decision = ();
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageOrganizations]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let own = unit.context.actor()?.organization;
        let known = organizations::these(
            unit.db,
            [own, self.organization],
            (unit.context.now, Hold::Locked),
        )
        .await?;
        let organization = known.get(self.organization)?.clone();
        let awaited = store::awaited(unit.db, &organization).await?;
        Ok((
            known.get(own)?.clone(),
            organization,
            awaited.ok_or(CommandError::NotFound)?,
        ))
    }

    fn decide(&self, (operator, ..): &Self::Facts, context: &Context) -> CommandResult<()> {
        let actor = context.actor()?;
        access::authorize_on_program(operator, &actor, Action::ManageOrganizations)?;
        Ok(())
    }

    async fn apply(
        &self,
        (_, organization, awaited): Self::Facts,
        (): (),
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let Awaited {
            user,
            address,
            language,
            ..
        } = awaited;
        invite(unit, &organization, user, &address, language).await
    }
}

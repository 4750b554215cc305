//! The operator's commands for mails.

use serde::Serialize;
use tierline_core::{
    access::{self, Action},
    organization::Organization,
};
use uuid::Uuid;

use crate::{
    mail,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
};

/// Tries a mail again that was given up.
#[derive(Debug, Serialize)]
pub(crate) struct Resend {
    pub id: Uuid,
}

impl Command for Resend {
    const NAME: &'static str = "resend_mail";
    type Facts = Organization;
    type Decision = ();
    type Outcome = ();

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Organization> {
        let own = unit.context.actor()?.organization;
        Ok(
            crate::organization::store::lock(unit.db, [own], None, unit.context.now)
                .await?
                .get(own)?
                .clone(),
        )
    }

    fn decide(&self, organization: &Organization, context: &Context) -> CommandResult<()> {
        // A caller who may not see the list is not told that it exists.
        access::authorize_on_program(organization, &context.actor()?, Action::ManageMail)
            .map(drop)
            .map_err(|_| CommandError::NotFound)
    }

    async fn apply(&self, _: Organization, (): (), unit: &mut Unit<'_>) -> CommandResult<()> {
        if mail::resend(unit.db, self.id).await? {
            Ok(())
        } else {
            Err(CommandError::NotFound)
        }
    }
}

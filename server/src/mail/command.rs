//! What the operator of the program, and of the demo, does.

use serde::Serialize;
use tierline_app::{error::PortalError, portal::PortalResult};
use tierline_core::{access, ids::RequestId, organization::Organization};
use uuid::Uuid;

use crate::{
    clock::ClockError,
    command::{run, signed_in},
    fault::fault,
    mail,
    pipeline::{Command, CommandResult, Context, Unit},
    portal::RequestPortal,
};

/// Demo only: moves the clock forward. Anyone who is signed in may; there is nothing like it elsewhere.
pub(crate) async fn move_clock(portal: &RequestPortal, days: u32) -> PortalResult<()> {
    signed_in(portal)?;
    let by = chrono::TimeDelta::days(days.into());
    match portal
        .state
        .clock
        .move_forward(&portal.state.pool, by)
        .await
    {
        Ok(_) => Ok(()),
        Err(ClockError::NotMovable) => Err(PortalError::NotFound),
        Err(ClockError::OutOfRange) => Err(PortalError::field("days", "out_of_range")),
        Err(error @ ClockError::Database(_)) => Err(fault(&error)),
    }
}

/// Tries a mail again that was given up.
pub(crate) async fn resend_mail(
    portal: &RequestPortal,
    id: Uuid,
    request: RequestId,
) -> PortalResult<()> {
    run(portal, request, &Resend { id }).await
}

#[derive(Debug, Serialize)]
struct Resend {
    id: Uuid,
}

impl Command for Resend {
    const NAME: &'static str = "resend_mail";
    type Facts = Organization;
    type Decision = ();
    type Outcome = ();

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Organization> {
        let own = unit.context.actor()?.organization;
        Ok(crate::organization::store::lock(unit.db, [own], None)
            .await?
            .get(own)?
            .clone())
    }

    fn decide(&self, organization: &Organization, context: &Context) -> CommandResult<()> {
        // Whoever may not see the list is not told that there is one.
        if access::may_manage_mail(&organization.capabilities, context.actor()?.roles) {
            Ok(())
        } else {
            Err(PortalError::NotFound.into())
        }
    }

    async fn apply(&self, _: Organization, (): (), unit: &mut Unit<'_>) -> CommandResult<()> {
        if mail::resend(unit.db, self.id).await? {
            Ok(())
        } else {
            Err(PortalError::NotFound.into())
        }
    }
}

use serde::Serialize;
use tierline_core::{
    ids::{InvitationId, OrganizationId},
    invitation::{Event, Invitation},
};

use crate::{
    invitation::follow,
    pipeline::{Command, CommandResult, Context, Unit},
    store::{Hold, Stored},
};

/// Records an expiry. The outcome says whether there was one.
#[derive(Debug, Serialize)]
pub(crate) struct Expire {
    pub inviter: OrganizationId,
    pub id: InvitationId,
}

impl Command for Expire {
    const NAME: &'static str = "expire_invitation";
    type Facts = Option<Stored<Invitation>>;
    type Decision = Option<Event>;
    type Outcome = bool;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        Ok(crate::invitation::store::own(unit.db, self.inviter, self.id, Hold::Locked).await?)
    }

    fn decide(&self, stored: &Self::Facts, context: &Context) -> CommandResult<Option<Event>> {
        Ok(stored
            .as_ref()
            .and_then(|stored| stored.value.lapse(context.now)))
    }

    async fn apply(
        &self,
        stored: Self::Facts,
        event: Option<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<bool> {
        let (Some(mut stored), Some(event)) = (stored, event) else {
            return Ok(false);
        };
        unit.apply_events(&mut stored, &[event]).await?;
        Ok(true)
    }
}

/// Tells the inviter that an invitation will expire soon. The invitation does not change.
#[derive(Debug, Serialize)]
pub(crate) struct Remind {
    pub inviter: OrganizationId,
    pub id: InvitationId,
}

impl Command for Remind {
    const NAME: &'static str = "remind_of_invitation";
    type Facts = Option<Stored<Invitation>>;
    type Decision = bool;
    type Outcome = bool;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        Ok(crate::invitation::store::own(unit.db, self.inviter, self.id, Hold::Locked).await?)
    }

    fn decide(&self, stored: &Self::Facts, context: &Context) -> CommandResult<bool> {
        Ok(stored
            .as_ref()
            .is_some_and(|stored| stored.value.is_open(context.now)))
    }

    async fn apply(
        &self,
        stored: Self::Facts,
        open: bool,
        unit: &mut Unit<'_>,
    ) -> CommandResult<bool> {
        let (Some(stored), true) = (stored, open) else {
            return Ok(false);
        };
        let (invitation, now) = (stored.value, unit.now());
        let Some(expires) = invitation.expires() else {
            return Ok(false);
        };
        if !crate::invitation::store::note_reminder(unit.db, &invitation, now).await? {
            return Ok(false);
        }
        let letter = follow::reminder(&invitation, expires, unit.public_url());
        unit.send([letter]);
        Ok(true)
    }
}

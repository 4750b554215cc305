use serde::Serialize;
use tierline_core::{
    ids::OrganizationId,
    invitation::{self, Event},
};

use crate::{
    invitation::{facts::Followed, token::TokenHash},
    pipeline::{Command, CommandResult, Context, Unit},
    store::Hold,
};

/// Records that a link was opened. The person is not recorded: it may be anyone with the link.
#[derive(Debug, Serialize)]
pub(crate) struct Open {
    pub link: TokenHash,
    /// The organization that the person is signed in for, if any.
    pub reader: Option<OrganizationId>,
}

impl Command for Open {
    const NAME: &'static str = "open_link";
    type Facts = Followed;
    type Decision = Vec<Event>;
    type Outcome = ();

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Followed> {
        Followed::link(unit.db, &self.link, Hold::Locked).await
    }

    fn decide(&self, followed: &Followed, context: &Context) -> CommandResult<Vec<Event>> {
        Ok(invitation::open(
            &followed.invitation.value,
            followed.number,
            context.now,
        )?)
    }

    async fn apply(
        &self,
        mut followed: Followed,
        events: Vec<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        unit.apply_events(&mut followed.invitation, &events).await?;
        let invitation = &followed.invitation.value;
        let addressed = self.reader.filter(|reader| {
            *reader != invitation.inviter
                && invitation
                    .addressee
                    .is_none_or(|addressee| addressee == *reader)
        });
        if let Some(reader) = addressed {
            // The events must be written before an audience can be added to them.
            unit.write_events().await?;
            crate::activity::store::tell_of_opening(unit.db, reader, invitation.id).await?;
        }
        Ok(())
    }
}

use serde::Serialize;
use tierline_core::{
    ids::InvitationId,
    invitation::{self, Delivery, Event, Invitation, ManageFacts, State},
};

use super::{
    asking::{Asking, joint_provider},
    own,
};
use crate::{
    invitation::follow,
    pipeline::{Command, CommandResult, Context, Unit},
    store::Stored,
};

/// Cancels an invitation.
#[derive(Debug, Serialize)]
pub(crate) struct Cancel {
    pub id: InvitationId,
}

impl Command for Cancel {
    const NAME: &'static str = "cancel_invitation";
    type Facts = (Stored<Invitation>, Asking);
    type Decision = Vec<Event>;
    type Outcome = ();

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let stored = own(unit, self.id).await?;
        let (kind, inviter) = (stored.value.kind, stored.value.inviter);
        let recipient = stored.value.message.recipient.clone();
        let (asking, _) = Asking::load(
            unit,
            inviter,
            |_| kind,
            &recipient,
            Some(self.id),
            joint_provider(kind),
        )
        .await?;
        Ok((stored, asking))
    }

    fn decide(
        &self,
        (stored, asking): &Self::Facts,
        context: &Context,
    ) -> CommandResult<Vec<Event>> {
        let facts = ManageFacts {
            invitation: &stored.value,
            draft: asking.facts(),
        };
        Ok(invitation::decide(
            facts,
            &invitation::Command::Cancel,
            &context.actor()?,
            context.now,
        )?)
    }

    async fn apply(
        &self,
        (mut stored, asking): Self::Facts,
        events: Vec<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let was_mailed = matches!(
            stored.value.state,
            State::Sent {
                delivery: Delivery::Portal,
                ..
            } | State::Opened {
                delivery: Delivery::Portal,
                ..
            }
        );
        unit.apply_events(&mut stored, &events).await?;
        let about = follow::About {
            invitation: &stored.value,
            by: &asking.inviter.party(),
            was_mailed,
            link: None,
            partnership: None,
            url: unit.public_url(),
        };
        let letters = follow::letters(&events, &about);
        unit.send(letters);
        Ok(())
    }
}

use serde::Serialize;
use tierline_core::{
    ids::InvitationId,
    invitation::{self, Event, Invitation, ManageFacts, Message},
};

use super::{
    asking::{Asking, joint_provider},
    happened, own,
};
use crate::{
    pipeline::{Command, Context, Step, Unit},
    store::Stored,
};

/// Changes recipient or text of a draft.
#[derive(Debug, Serialize)]
pub(super) struct Edit {
    pub id: InvitationId,
    pub message: Message,
}

impl Command for Edit {
    const NAME: &'static str = "edit_invitation";
    type Facts = (Stored<Invitation>, Asking);
    type Decision = Vec<Event>;
    type Outcome = ();

    async fn facts(&self, unit: &mut Unit<'_>) -> Step<Self::Facts> {
        let stored = own(unit, self.id).await?;
        let (kind, inviter) = (stored.value.kind, stored.value.inviter);
        let recipient = &self.message.recipient;
        let (asking, _) = Asking::load(
            unit,
            inviter,
            |_| kind,
            recipient,
            Some(self.id),
            joint_provider(kind),
        )
        .await?;
        Ok((stored, asking))
    }

    fn decide(&self, (stored, asking): &Self::Facts, context: &Context) -> Step<Vec<Event>> {
        let facts = ManageFacts {
            invitation: &stored.value,
            draft: asking.facts(),
        };
        let edit = invitation::Command::Edit {
            message: self.message.clone(),
            addressee: asking.addressee_id(),
        };
        Ok(invitation::decide(
            facts,
            &edit,
            &context.actor()?,
            context.now,
        )?)
    }

    async fn apply(
        &self,
        (stored, _): Self::Facts,
        events: Vec<Event>,
        unit: &mut Unit<'_>,
    ) -> Step<()> {
        happened(unit, stored, events).await?;
        Ok(())
    }
}

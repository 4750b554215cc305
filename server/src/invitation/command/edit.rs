use serde::Serialize;
use tierline_app::{
    error::PortalError,
    form::mark::{Mark, StoredField},
};
use tierline_core::{
    ids::InvitationId,
    invitation::{self, Event, Invitation, ManageFacts, Message},
};

use super::{
    asking::{Asking, joint_provider},
    own,
};
use crate::{
    mark,
    pipeline::{Command, CommandResult, Context, Unit},
    store::Stored,
};

/// Changes the recipient or the text of a draft.
#[derive(Debug, Serialize)]
pub(crate) struct Edit {
    pub id: InvitationId,
    pub message: Message,
    pub filled_with: Option<Mark>,
}

impl Command for Edit {
    const NAME: &'static str = "edit_invitation";
    type Facts = (Stored<Invitation>, Asking);
    type Decision = Vec<Event>;
    type Outcome = ();

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
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

    fn decide(
        &self,
        (stored, asking): &Self::Facts,
        context: &Context,
    ) -> CommandResult<Vec<Event>> {
        let facts = ManageFacts {
            invitation: &stored.value,
            draft: asking.facts(),
        };
        let edit = invitation::Command::Edit {
            message: self.message.clone(),
            addressee: asking.addressee_id(),
        };
        let events = invitation::decide(facts, &edit, &context.actor()?, context.now)?;
        // A caller who may no longer edit it is told that first.
        let (now, filled_with) = (&stored.value.message, self.filled_with.as_ref());
        match mark::changed(now, &self.message, filled_with, fields)? {
            Some(changed) => Err(PortalError::Changed(Box::new(changed)).into()),
            None => Ok(events),
        }
    }

    async fn apply(
        &self,
        (mut stored, _): Self::Facts,
        events: Vec<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        unit.apply_events(&mut stored, &events).await
    }
}

/// The fields of the form, in readable form.
fn fields(message: &Message) -> Vec<StoredField> {
    vec![
        StoredField::new("recipient", message.recipient.as_str()),
        StoredField::new("subject", message.subject.as_str()),
        StoredField::new("text", message.text.as_str()),
    ]
}

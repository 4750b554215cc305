use serde::Serialize;
use tierline_app::form::mark::{Mark, StoredField};
use tierline_core::{
    access::Action,
    ids::InvitationId,
    invitation::{self, Event, Message, PaceFacts},
};

use crate::{
    invitation::facts::Managing,
    mark,
    pipeline::{Command, CommandResult, Context, Unit},
    store::Hold,
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
    type Facts = Managing;
    type Decision = Vec<Event>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageInvitation]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Managing> {
        let own = unit.context.actor()?.organization;
        let (recipient, known) = (&self.message.recipient, (unit.now(), Hold::Locked));
        Managing::load(unit.db, own, self.id, Some(recipient), known).await
    }

    fn decide(&self, facts: &Managing, context: &Context) -> CommandResult<Vec<Event>> {
        let edit = invitation::Command::Edit {
            message: self.message.clone(),
            addressee: facts.asking.addressee_id(),
        };
        let events = invitation::decide(
            facts.facts(PaceFacts::default()),
            &edit,
            &context.actor()?,
            context.now,
        )?;
        // A user who may no longer edit the invitation is told so first.
        let (now, filled_with) = (&facts.invitation.value.message, self.filled_with.as_ref());
        mark::unless_changed(
            mark::changed(now, &self.message, filled_with, fields)?,
            events,
        )
    }

    async fn apply(
        &self,
        mut facts: Managing,
        events: Vec<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        unit.apply_events(&mut facts.invitation, &events).await
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

use serde::Serialize;
use tierline_core::{
    access::Action,
    ids::InvitationId,
    invitation::{self, Delivery, Event, PaceFacts, State},
};

use crate::{
    invitation::{facts::Managing, follow},
    pipeline::{Command, CommandResult, Context, Unit},
    store::Hold,
};

/// Cancels an invitation.
#[derive(Debug, Serialize)]
pub(crate) struct Cancel {
    pub id: InvitationId,
}

impl Command for Cancel {
    const NAME: &'static str = "cancel_invitation";
    type Facts = Managing;
    type Decision = Vec<Event>;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageInvitation]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Managing> {
        let own = unit.context.actor()?.organization;
        let known = (unit.now(), Hold::Locked);
        Managing::load(unit.db, own, self.id, None, known).await
    }

    fn decide(&self, facts: &Managing, context: &Context) -> CommandResult<Vec<Event>> {
        let (cancel, actor) = (invitation::Command::Cancel, context.actor()?);
        Ok(invitation::decide(
            facts.facts(PaceFacts::default()),
            &cancel,
            &actor,
            context.now,
        )?)
    }

    async fn apply(
        &self,
        Managing {
            invitation: mut stored,
            asking,
        }: Managing,
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

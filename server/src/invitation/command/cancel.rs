use serde::Serialize;
use tierline_core::{
    ids::InvitationId,
    invitation::{self, Delivery, Event, Invitation, ManageFacts, State},
};

use super::{
    apply_events,
    asking::{Asking, joint_provider},
    own, send,
};
use crate::{
    account::store::Recipient,
    invitation::command::answer::mail_kind,
    mail::MailTemplate,
    pipeline::{Command, CommandResult, Context, Unit},
    store::Stored,
};

/// Takes an invitation back.
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
        (stored, asking): Self::Facts,
        events: Vec<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        // Who got the link from the portal is told; what the sender did with a link of their own is for them to say.
        let mailed = matches!(
            stored.value.state,
            State::Sent {
                delivery: Delivery::Portal,
                ..
            } | State::Opened {
                delivery: Delivery::Portal,
                ..
            }
        );
        let canceled = apply_events(unit, stored, events).await?;
        if mailed {
            let to = Recipient {
                email: canceled.message.recipient.to_string(),
                language: send::language(canceled.message.language),
            };
            let template = MailTemplate::InvitationCanceled {
                kind: mail_kind(canceled.kind),
                inviter: asking.inviter.name.to_string(),
            };
            unit.mail(canceled.inviter, &to, template).await?;
        }
        Ok(())
    }
}

use serde::{Deserialize, Serialize};
use tierline_core::{
    access::Action,
    ids::InvitationId,
    invitation::{self, Delivery, Event, Invitation, ManageFacts, Pace, PaceFacts, Status},
};

use crate::{
    invitation::{
        facts::Managing,
        follow, store,
        token::{Token, invitation_link},
    },
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::Hold,
};

/// Sends a draft, or sends again: every sending makes a new link, which replaces the older one.
#[derive(Debug, Serialize)]
pub(crate) struct Send {
    pub id: InvitationId,
    pub delivery: Delivery,
}

/// The outcome of sending. The link's token is returned to the sender, once, and stored nowhere.
#[derive(Deserialize, Serialize)]
pub(crate) struct Sent {
    #[serde(skip)]
    pub token: Option<String>,
}

impl Command for Send {
    const NAME: &'static str = "send_invitation";
    type Facts = (Managing, PaceFacts);
    type Decision = Vec<Event>;
    type Outcome = Sent;

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageInvitation]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let own = unit.context.actor()?.organization;
        let pace = Pace::from(&unit.settings().await?);
        let known = (unit.now(), Hold::Locked);
        let managing = Managing::load(unit.db, own, self.id, None, known).await?;
        let pace = store::pace(unit.db, &managing.invitation.value, pace, known).await?;
        Ok((managing, pace))
    }

    fn decide(&self, (facts, pace): &Self::Facts, context: &Context) -> CommandResult<Vec<Event>> {
        let (stored, asking) = (&facts.invitation, &facts.asking);
        let (actor, now) = (context.actor()?, context.now);
        let decide = |invitation: &Invitation, command| {
            invitation::decide(
                ManageFacts {
                    invitation,
                    draft: asking.facts(),
                    pace: *pace,
                },
                &command,
                &actor,
                now,
            )
        };
        if stored.value.status(now) != Status::Draft {
            return Ok(decide(
                &stored.value,
                invitation::Command::Resend {
                    delivery: self.delivery,
                },
            )?);
        }
        // The recipient's organization may have been created since the draft was written.
        let addressee = asking.addressee_id();
        let mut events = Vec::new();
        let mut draft = stored.value.clone();
        if draft.addressee != addressee {
            let message = draft.message.clone();
            events = decide(&draft, invitation::Command::Edit { message, addressee })?;
            draft.addressee = addressee;
        }
        events.extend(decide(
            &draft,
            invitation::Command::Send {
                delivery: self.delivery,
            },
        )?);
        Ok(events)
    }

    async fn apply(
        &self,
        (
            Managing {
                invitation: mut stored,
                asking,
            },
            _,
        ): Self::Facts,
        events: Vec<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Sent> {
        unit.apply_events(&mut stored, &events).await?;
        let sent = &stored.value;
        if sent.link == 0 {
            return Err(CommandError::Inconsistent(
                "an invitation was sent without a link",
            ));
        }
        let token = Token::fresh();
        let now = unit.now();
        store::insert_link(unit.db, sent, token.hash().as_bytes(), now).await?;
        let link = invitation_link(unit.public_url(), token.as_str());
        let about = follow::About {
            invitation: sent,
            by: &asking.inviter.party(),
            was_mailed: false,
            link: Some(&link),
            partnership: None,
            url: unit.public_url(),
        };
        let letters = follow::letters(&events, &about);
        unit.send(letters);
        Ok(Sent {
            token: match self.delivery {
                Delivery::Portal => None,
                Delivery::OwnMail => Some(token.as_str().to_owned()),
            },
        })
    }
}

use serde::Serialize;
use tierline_app::portal::NewInvitation;
use tierline_core::{
    access::Action,
    ids::InvitationId,
    invitation::{self, Event, Invitation, Kind, Message},
    organization::Organization,
    relationship::Side,
};

use crate::{
    invitation::facts::Asking,
    pipeline::{Command, CommandResult, Context, Unit, object::Beginning},
    store::Hold,
};

/// Begins an invitation. Only the inviter knows of it at this stage.
#[derive(Debug, Serialize)]
pub(crate) struct Draft {
    pub kind: NewInvitation,
    pub message: Message,
}

impl Draft {
    fn kind(&self, inviter: &Organization) -> Kind {
        match self.kind {
            NewInvitation::Partnership => Kind::Partnership {
                provider: inviter.id,
            },
            NewInvitation::Relationship => Kind::Relationship {
                partner: inviter.id,
                side: Side::asked_by(&inviter.capabilities),
            },
            NewInvitation::Joint(provider) => Kind::JointRelationship {
                reseller: inviter.id,
                provider,
            },
        }
    }
}

impl Command for Draft {
    const NAME: &'static str = "draft_invitation";
    type Facts = (Asking, Kind);
    type Decision = Vec<Event>;
    type Outcome = InvitationId;

    fn asks_for(&self) -> &'static [Action] {
        match self.kind {
            NewInvitation::Partnership => &[Action::RequestPartnership],
            NewInvitation::Relationship => &[Action::RequestRelationship],
            NewInvitation::Joint(_) => &[Action::InviteForBoth],
        }
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let inviter = unit.context.actor()?.organization;
        let joint = match self.kind {
            NewInvitation::Joint(provider) => Some(provider),
            NewInvitation::Partnership | NewInvitation::Relationship => None,
        };
        let known = (unit.now(), Hold::Locked);
        Asking::load(
            unit.db,
            inviter,
            |inviter| self.kind(inviter),
            &self.message.recipient,
            None,
            joint,
            known,
        )
        .await
    }

    fn decide(&self, (asking, kind): &Self::Facts, context: &Context) -> CommandResult<Vec<Event>> {
        Ok(invitation::draft(
            asking.facts(),
            *kind,
            &self.message,
            &context.actor()?,
            context.now,
        )?)
    }

    async fn apply(
        &self,
        _: Self::Facts,
        events: Vec<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<InvitationId> {
        let id: InvitationId = unit.new_id();
        let beginning = Beginning {
            id,
            events,
            beside: (),
        };
        unit.create::<Invitation>(beginning).await?;
        Ok(id)
    }
}

use serde::Serialize;
use tierline_core::{
    access::Action,
    directory::{self, AskEvent},
    ids::{AskId, InvitationId},
    invitation::{Event, Invitation},
};

use crate::{
    directory::facts::Answering,
    pipeline::{Command, CommandResult, Context, Unit, object::Beginning},
    store::Hold,
};

/// Turns a message into a partnership request: a draft, addressed to whoever can accept it at the reseller.
#[derive(Debug, Serialize)]
pub(crate) struct AnswerAsk {
    pub id: AskId,
}

impl Command for AnswerAsk {
    const NAME: &'static str = "answer_ask";
    /// With the id that the request gets.
    type Facts = (Answering, InvitationId);
    type Decision = (Vec<Event>, AskEvent);
    type Outcome = InvitationId;

    fn asks_for(&self) -> &'static [Action] {
        &[Action::RequestPartnership]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let actor = unit.context.actor()?;
        let known = (unit.now(), Hold::Locked);
        let answering = Answering::load(unit.db, &actor, self.id, known).await?;
        Ok((answering, unit.new_id()))
    }

    fn decide(
        &self,
        (answering, invitation): &Self::Facts,
        context: &Context,
    ) -> CommandResult<Self::Decision> {
        Ok(directory::answer(
            answering.facts(),
            &answering.message,
            *invitation,
            &context.actor()?,
            context.now,
        )?)
    }

    async fn apply(
        &self,
        (mut answering, invitation): Self::Facts,
        (drafted, answered): Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<InvitationId> {
        let beginning = Beginning {
            id: invitation,
            events: drafted,
            beside: (),
        };
        unit.create::<Invitation>(beginning).await?;
        unit.apply_events(&mut answering.ask, &[answered]).await?;
        Ok(invitation)
    }
}

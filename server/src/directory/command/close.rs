use serde::Serialize;
use tierline_core::{
    access::Action,
    directory::{self, AnswerFacts, Ask, AskCommand, AskEvent},
    ids::AskId,
    organization::Organization,
    text::Reason,
};

use crate::{
    directory::{follow, store},
    organization,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::{Hold, Stored},
};

/// The provider declines a message, or the reseller takes it back.
#[derive(Debug, Serialize)]
pub(crate) struct CloseAsk {
    pub id: AskId,
    /// The reason for declining; none for taking back.
    pub declined: Option<Reason>,
}

impl Command for CloseAsk {
    const NAME: &'static str = "close_ask";
    type Facts = (Organization, Stored<Ask>);
    type Decision = AskEvent;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        if self.declined.is_some() {
            &[Action::RequestPartnership]
        } else {
            &[Action::AskToPartner]
        }
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let own = unit.context.actor()?.organization;
        let ask = store::ask(unit.db, own, self.id, Hold::Locked).await?;
        let ask = ask.ok_or(CommandError::NotFound)?;
        let known = organization::store::these(unit.db, [own], Hold::Locked).await?;
        Ok((known.get(own)?.clone(), ask))
    }

    fn decide(&self, (own, ask): &Self::Facts, context: &Context) -> CommandResult<AskEvent> {
        let facts = AnswerFacts {
            organization: own,
            ask: &ask.value,
        };
        let command = match &self.declined {
            Some(reason) => AskCommand::Decline {
                reason: reason.clone(),
            },
            None => AskCommand::Withdraw,
        };
        let actor = context.actor()?;
        Ok(directory::decide_ask(facts, &command, &actor, context.now)?)
    }

    async fn apply(
        &self,
        (own, mut ask): Self::Facts,
        event: AskEvent,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        unit.apply_events(&mut ask, &[event]).await?;
        let letter = self
            .declined
            .as_ref()
            .map(|reason| follow::declined(&ask.value, reason, &own.party(), unit.public_url()));
        unit.send(letter);
        Ok(())
    }
}

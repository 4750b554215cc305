use serde::Serialize;
use tierline_core::{
    access::Action,
    ids::OrderRequestId,
    order_request::{self, Command as Doing, Event, OrderRequest},
};

use crate::{
    order_request::{
        facts::Known,
        follow,
        store::{self, Message},
    },
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::{Hold, Stored},
};

/// Somebody agrees to a request or not, declines it, takes it back, or writes about it.
#[derive(Debug, Serialize)]
pub(crate) struct Act {
    pub id: OrderRequestId,
    pub command: Doing,
}

impl Command for Act {
    const NAME: &'static str = "act_on_order_request";
    type Facts = (Known, Stored<OrderRequest>);
    type Decision = Event;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        self.command.asks_for().alone()
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let (own, now) = (unit.context.actor()?.organization, unit.now());
        let request = store::of(unit.db, own, self.id, Hold::Locked).await?;
        let request = request.ok_or(CommandError::NotFound)?;
        let known = Known::of_request(unit.db, &request.value, (now, Hold::Locked)).await?;
        Ok((known, request))
    }

    fn decide(&self, (known, request): &Self::Facts, context: &Context) -> CommandResult<Event> {
        let facts = known.facts(&request.value);
        let actor = context.actor()?;
        Ok(order_request::decide(
            facts,
            &self.command,
            &actor,
            context.now,
        )?)
    }

    async fn apply(
        &self,
        (known, mut request): Self::Facts,
        event: Event,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        unit.apply_events(&mut request, std::slice::from_ref(&event))
            .await?;
        if let Event::Said { side, text, at, by } = &event {
            let message = Message {
                number: request.value.messages,
                side: *side,
                organization: unit.context.actor()?.organization,
                user: *by,
                at: *at,
                text: text.clone(),
            };
            store::say(unit.db, self.id, &message).await?;
        }
        let parties = known.parties();
        let letters = follow::letters(&request.value, &event, parties, unit.public_url());
        unit.send(letters);
        Ok(())
    }
}

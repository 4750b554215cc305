use serde::Serialize;
use tierline_core::{
    access::Action,
    ids::OrderRequestId,
    order_request::{self, Event, OrderRequest, Wanted},
    text::Reason,
};

use crate::{
    order_request::{
        facts::{Known, Who},
        follow, store,
    },
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::{Hold, Stored},
};

/// The provider makes something else of a request.
#[derive(Debug, Serialize)]
pub(crate) struct Change {
    pub id: OrderRequestId,
    pub to: Wanted,
    pub reason: Option<Reason>,
    /// How often it had been changed when it was shown.
    pub revision: u32,
}

impl Command for Change {
    const NAME: &'static str = "change_order_request";
    type Facts = (Known, Stored<OrderRequest>);
    type Decision = Event;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        Action::AnswerOrderRequest.alone()
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let (own, now) = (unit.context.actor()?.organization, unit.now());
        let request = store::of(unit.db, own, self.id, Hold::Locked).await?;
        let request = request.ok_or(CommandError::NotFound)?;
        let who = Who::of(&request.value);
        let known = Known::load(unit.db, who, &self.to, (now, Hold::Locked)).await?;
        Ok((known, request))
    }

    fn decide(&self, (known, request): &Self::Facts, context: &Context) -> CommandResult<Event> {
        let bases = known.bases();
        Ok(order_request::change(
            known.facts(&request.value),
            known.subject(&self.to, &bases),
            &self.to,
            self.reason.as_ref(),
            self.revision,
            &context.actor()?,
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
        let parties = known.parties();
        let letters = follow::letters(&request.value, &event, parties, unit.public_url());
        unit.send(letters);
        Ok(())
    }
}

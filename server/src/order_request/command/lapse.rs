use serde::Serialize;
use tierline_core::{
    ids::OrderRequestId,
    order_request::{Event, OrderRequest, lapse},
};

use crate::{
    order_request::{facts::Known, follow, store},
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::{Hold, Stored},
};

/// Records that a request can't be approved any more.
#[derive(Debug, Serialize)]
pub(crate) struct Lapse {
    pub id: OrderRequestId,
}

impl Command for Lapse {
    const NAME: &'static str = "lapse_order_request";
    type Facts = (Known, Stored<OrderRequest>);
    type Decision = Option<Event>;
    /// Whether it has lapsed.
    type Outcome = bool;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let now = unit.now();
        let request = store::any(unit.db, self.id).await?;
        let request = request.ok_or(CommandError::NotFound)?;
        let known = Known::of_request(unit.db, &request.value, (now, Hold::Locked)).await?;
        Ok((known, request))
    }

    fn decide(
        &self,
        (known, request): &Self::Facts,
        context: &Context,
    ) -> CommandResult<Self::Decision> {
        Ok(lapse(known.facts(&request.value), context.now))
    }

    async fn apply(
        &self,
        (known, mut request): Self::Facts,
        event: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<bool> {
        let Some(event) = event else {
            return Ok(false);
        };
        unit.apply_events(&mut request, std::slice::from_ref(&event))
            .await?;
        let parties = known.parties();
        let letters = follow::letters(&request.value, &event, parties, unit.public_url());
        unit.send(letters);
        Ok(true)
    }
}

use serde::Serialize;
use tierline_core::{
    access::Action,
    order_request::{self, OrderRequest, ask_customer, set_asked_first},
    organization::{Event, Organization},
};

use crate::{
    order_request::{facts::Known, follow, store},
    organization::store::lock_for_change,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::{Hold, Stored},
};

/// A customer decides whether it is asked before a request for an order is approved. What waits already is asked about
/// as well.
#[derive(Debug, Serialize)]
pub(crate) struct SetAskedFirst {
    pub asked_first: bool,
}

impl Command for SetAskedFirst {
    const NAME: &'static str = "set_asked_first";
    type Facts = (Stored<Organization>, Vec<Stored<OrderRequest>>);
    type Decision = (Option<Event>, Vec<Option<order_request::Event>>);
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        Action::SetAskedFirst.alone()
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let own = unit.context.actor()?.organization;
        // The organization first: whoever asks meanwhile waits, and finds the answer, or is found here.
        let organization = lock_for_change(unit.db, own).await?;
        let organization = organization.ok_or(CommandError::NotFound)?;
        let waiting = if self.asked_first {
            store::waiting_for_providers(unit.db, own).await?
        } else {
            Vec::new()
        };
        Ok((organization, waiting))
    }

    fn decide(
        &self,
        (customer, waiting): &Self::Facts,
        context: &Context,
    ) -> CommandResult<Self::Decision> {
        let (actor, now) = (context.actor()?, context.now);
        let event = set_asked_first(&customer.value, &actor, self.asked_first, now)?;
        let asked = waiting.iter().map(|it| ask_customer(&it.value, now));
        Ok((event, asked.collect()))
    }

    async fn apply(
        &self,
        (mut customer, waiting): Self::Facts,
        (event, asked): Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        let events: Vec<Event> = event.into_iter().collect();
        unit.apply_events(&mut customer, &events).await?;
        let now = unit.now();
        for (mut request, event) in waiting.into_iter().zip(asked) {
            let Some(event) = event else { continue };
            unit.apply_events(&mut request, std::slice::from_ref(&event))
                .await?;
            let known = Known::of_request(unit.db, &request.value, (now, Hold::Free)).await?;
            let parties = known.parties();
            let letters = follow::letters(&request.value, &event, parties, unit.public_url());
            unit.send(letters);
        }
        Ok(())
    }
}

use serde::Serialize;
use tierline_core::{
    access::Action,
    ids::{OrderRequestId, OrganizationId},
    order_request::{Event, NewRequest, OrderRequest},
};

use crate::{
    order_request::{asking::Asking, follow},
    pipeline::{Command, CommandResult, Context, Unit, object::Beginning},
    store::Hold,
};

/// A reseller asks a provider for an order.
#[derive(Debug, Serialize)]
pub(crate) struct Ask {
    pub customer: OrganizationId,
    /// Who is to order; of a subscription, that is who has ordered it.
    pub provider: Option<OrganizationId>,
    pub new: NewRequest,
}

impl Command for Ask {
    const NAME: &'static str = "ask_for_order";
    type Facts = Asking;
    type Decision = Event;
    type Outcome = OrderRequestId;

    fn asks_for(&self) -> &'static [Action] {
        Action::AskForOrder.alone()
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Asking> {
        let own = unit.context.actor()?.organization;
        let asked = (self.customer, self.provider);
        let held = (unit.now(), Hold::Locked);
        Asking::load(unit.db, own, asked, &self.new, held).await
    }

    fn decide(&self, facts: &Asking, context: &Context) -> CommandResult<Event> {
        Ok(facts.decide(&self.new, &context.actor()?, context.now)?)
    }

    async fn apply(
        &self,
        facts: Asking,
        event: Event,
        unit: &mut Unit<'_>,
    ) -> CommandResult<OrderRequestId> {
        let beginning = Beginning::of(unit.new_id(), event.clone(), ());
        let request = unit.create::<OrderRequest>(beginning).await?;
        let parties = facts.known.parties();
        let letters = follow::letters(&request, &event, parties, unit.public_url());
        unit.send(letters);
        Ok(request.id)
    }
}

use serde::Serialize;
use tierline_core::{
    access::Action,
    ids::{OrderRequestId, OrganizationId},
    order,
    order_request::{self, AskFacts, Event, NewRequest, OrderRequest},
    subscription::is_shown_to,
};

use crate::{
    order_request::{
        facts::{Known, Who},
        follow, store,
    },
    pipeline::{Command, CommandError, CommandResult, Context, Unit, object::Beginning},
    relationship::store::in_force,
    store::Hold,
    subscription::store::sides,
};

/// A reseller asks a provider for an order.
#[derive(Debug, Serialize)]
pub(crate) struct Ask {
    pub customer: OrganizationId,
    /// Who is to order; of a subscription, that is who has ordered it.
    pub provider: Option<OrganizationId>,
    pub new: NewRequest,
}

/// The facts for the decision.
#[derive(Debug)]
pub(crate) struct Asking {
    known: Known,
    open: Option<OrderRequestId>,
    waiting: u32,
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
        let (now, wanted) = (unit.now(), &self.new.wanted);
        // Nobody holds up what is done for somebody else's customer: asked again below, under the locks.
        let tie = in_force(unit.db, own, self.customer, (now, Hold::Free)).await?;
        let tie = tie.ok_or(CommandError::NotFound)?;
        let provider = match wanted.subscription() {
            Some(id) => {
                let (sides, _) = sides(unit.db, id).await?.ok_or(CommandError::NotFound)?;
                let is_known = is_shown_to(sides, own, Some(&tie));
                if sides.customer != self.customer || !is_known {
                    return Err(CommandError::NotFound);
                }
                sides.partner
            }
            None => self.provider.ok_or(CommandError::NotFound)?,
        };
        let who = Who {
            reseller: own,
            provider,
            customer: self.customer,
        };
        let known = Known::load(unit.db, who, wanted, (now, Hold::Locked)).await?;
        // The caller knows no provider that it was never in partnership with.
        if wanted.subscription().is_none() && known.partnership.is_none() {
            return Err(CommandError::NotFound);
        }
        let about = wanted.subscription();
        let (open, waiting) = store::waiting(unit.db, own, self.customer, about, now).await?;
        Ok(Asking {
            known,
            open,
            waiting,
        })
    }

    fn decide(&self, facts: &Asking, context: &Context) -> CommandResult<Event> {
        let known = &facts.known;
        let Some(subject) = known.subject(&self.new.wanted) else {
            let refusal = order::Refusal::ProviderWithoutRelationship {
                reseller: known.reseller.party(),
                provider: Some(known.provider.party()),
                customer: known.customer.party(),
            };
            return Err(tierline_core::Refusal::from(refusal).into());
        };
        let asking = AskFacts {
            parties: known.parties(),
            subject,
            open: facts.open,
            waiting: facts.waiting,
        };
        let actor = context.actor()?;
        Ok(order_request::ask(asking, &self.new, &actor, context.now)?)
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

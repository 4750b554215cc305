//! What a reseller asks for, with what core has to know of it: for the request, and for the page before.

use sqlx::PgConnection;
use tierline_core::{
    Refusal, Timestamp,
    actor::Actor,
    ids::{OrderRequestId, OrganizationId},
    order,
    order_request::{self, AskFacts, Event, NewRequest},
    subscription::is_shown_to,
};

use super::{
    facts::{Known, Who},
    store,
};
use crate::{
    license::store::Holding,
    pipeline::{CommandError, CommandResult},
    relationship::store::in_force,
    store::Hold,
    subscription::store::sides,
};

/// The facts for the decision.
#[derive(Debug)]
pub(crate) struct Asking {
    pub known: Known,
    open: Option<OrderRequestId>,
    waiting: u32,
    /// What users hold, where it is proposed who loses a license.
    held: Vec<Holding>,
}

impl Asking {
    /// Loads them for a reseller with a relationship with the customer in force. For everybody else there is none. The
    /// provider is who is to order; of a subscription, that is who has ordered it.
    pub(crate) async fn load(
        db: &mut PgConnection,
        own: OrganizationId,
        (customer, provider): (OrganizationId, Option<OrganizationId>),
        new: &NewRequest,
        (now, hold): (Timestamp, Hold),
    ) -> CommandResult<Asking> {
        let wanted = &new.wanted;
        // Nobody holds up what is done for somebody else's customer: asked again below, under the locks.
        let tie = in_force(db, own, customer, (now, Hold::Free)).await?;
        let tie = tie.ok_or(CommandError::NotFound)?;
        let provider = match wanted.subscription() {
            Some(id) => {
                let (sides, _) = sides(db, id).await?.ok_or(CommandError::NotFound)?;
                let is_known = is_shown_to(sides, own, Some(&tie));
                if sides.customer != customer || !is_known {
                    return Err(CommandError::NotFound);
                }
                sides.partner
            }
            None => provider.ok_or(CommandError::NotFound)?,
        };
        let who = Who {
            reseller: own,
            provider,
            customer,
        };
        let known = Known::load(db, who, wanted, (now, hold)).await?;
        // The caller knows no provider that it was never in partnership with.
        if wanted.subscription().is_none() && known.partnership.is_none() {
            return Err(CommandError::NotFound);
        }
        let about = wanted.subscription();
        let (open, waiting) = store::waiting(db, own, customer, about, now).await?;
        let held = if new.losing.is_empty() {
            Vec::new()
        } else {
            known.held(db, wanted, (now, hold)).await?
        };
        Ok(Asking {
            known,
            open,
            waiting,
            held,
        })
    }

    /// Whether it may be asked for.
    pub(crate) fn decide(
        &self,
        new: &NewRequest,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<Event, Refusal> {
        let known = &self.known;
        let bases = known.bases();
        let Some(subject) = known.subject(&new.wanted, &bases) else {
            return Err(order::Refusal::ProviderWithoutRelationship {
                reseller: known.reseller.party(),
                provider: Some(known.provider.party()),
                customer: known.customer.party(),
            }
            .into());
        };
        let held: Vec<_> = self.held.iter().map(Holding::known).collect();
        let facts = AskFacts {
            parties: known.parties(),
            subject,
            open: self.open,
            waiting: self.waiting,
            held: &held,
        };
        order_request::ask(facts, new, actor, now)
    }
}

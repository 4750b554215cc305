use serde::Serialize;
use tierline_core::{
    Timestamp,
    actor::Actor,
    ids::{OrganizationId, PartnershipId, UserId},
    organization::Organization,
    partnership::{self, Command as Decide, Event, Facts as DecideFacts, Partnership},
    refusal::Refusal,
    role::RoleSet,
};

use crate::{
    partnership::{command::apply_events, follow},
    pipeline::{Command, CommandResult, Context, Unit},
    store::Stored,
};

/// Writes down that a notice period is over. The outcome says whether it was.
#[derive(Debug, Serialize)]
pub(crate) struct Lapse {
    pub provider: OrganizationId,
    pub id: PartnershipId,
}

/// That the notice period is over, if it is and that is not written down yet.
pub(crate) fn lapsed(
    partnership: &Partnership,
    provider: &Organization,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    let facts = DecideFacts {
        partnership,
        organization: provider,
    };
    // Time asks for nobody, and needs no role.
    let nobody = Actor {
        user: UserId::from_uuid(uuid::Uuid::nil()),
        organization: provider.id,
        roles: RoleSet::EMPTY,
    };
    partnership::decide(facts, &Decide::Lapse, &nobody, now)
}

/// What the decision rests on.
#[derive(Debug)]
pub(crate) struct Facts {
    stored: Stored<Partnership>,
    provider: Organization,
    reseller: Organization,
}

impl Command for Lapse {
    const NAME: &'static str = "lapse_partnership";
    type Facts = Option<Facts>;
    type Decision = Vec<Event>;
    type Outcome = bool;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Option<Facts>> {
        let Some(reseller) =
            crate::partnership::store::reseller_of(unit.db, self.provider, self.id).await?
        else {
            return Ok(None);
        };
        let organizations =
            crate::organization::store::lock(unit.db, [self.provider, reseller], None).await?;
        let Some(stored) = crate::partnership::store::lock(unit.db, self.provider, self.id).await?
        else {
            return Ok(None);
        };
        let (provider, reseller) = (
            organizations.get(self.provider)?.clone(),
            organizations.get(reseller)?.clone(),
        );
        Ok(Some(Facts {
            stored,
            provider,
            reseller,
        }))
    }

    fn decide(&self, facts: &Option<Facts>, context: &Context) -> CommandResult<Vec<Event>> {
        let Some(facts) = facts else {
            return Ok(Vec::new());
        };
        Ok(lapsed(&facts.stored.value, &facts.provider, context.now)?)
    }

    async fn apply(
        &self,
        facts: Option<Facts>,
        events: Vec<Event>,
        unit: &mut Unit<'_>,
    ) -> CommandResult<bool> {
        let Some(mut facts) = facts.filter(|_| !events.is_empty()) else {
            return Ok(false);
        };
        let partnership = &mut facts.stored;
        apply_events(unit, partnership, &events).await?;
        let known = [&facts.provider, &facts.reseller];
        let letters = follow::letters(&events, &partnership.value, &known, unit.public_url());
        unit.send(letters);
        Ok(true)
    }
}

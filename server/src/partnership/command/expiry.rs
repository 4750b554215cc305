use serde::Serialize;
use tierline_core::{
    ids::{OrganizationId, PartnershipId},
    organization::Organization,
    partnership::{Event, Partnership},
};

use crate::{
    partnership::{command::apply_events, follow},
    pipeline::{Command, CommandResult, Context, Unit},
    store::{Hold, Stored},
};

/// Records the end of a notice period. The outcome says whether it was over.
#[derive(Debug, Serialize)]
pub(crate) struct Lapse {
    pub provider: OrganizationId,
    pub id: PartnershipId,
}

/// The facts for the decision.
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
        let organizations = crate::organization::store::lock(
            unit.db,
            [self.provider, reseller],
            None,
            unit.context.now,
        )
        .await?;
        let Some(stored) =
            crate::partnership::store::own(unit.db, self.provider, self.id, Hold::Locked).await?
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
        Ok(facts.stored.value.lapse(context.now).into_iter().collect())
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

use serde::Serialize;
use tierline_app::{error::PortalError, model::customer::CustomerDraft, portal::DraftCheck};
use tierline_core::{
    customer::{self, Details},
    ids::{CustomerDraftId, OrganisationId, SkuId},
};

use super::{details, facts::Creating};
use crate::{
    command::order,
    pipeline::{Command, Context, Step, Unit},
    store::{self, draft::StoredDraft},
};

/// Keeps what was typed so far.
#[derive(Debug, Serialize)]
pub(super) struct Save {
    pub id: CustomerDraftId,
    pub draft: CustomerDraft,
    pub check: Check,
}

/// What has to be right already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(super) enum Check {
    Nothing,
    Details,
    All,
}

impl From<DraftCheck> for Check {
    fn from(check: DraftCheck) -> Self {
        match check {
            DraftCheck::Nothing => Check::Nothing,
            DraftCheck::Details => Check::Details,
            DraftCheck::All => Check::All,
        }
    }
}

/// What the decision rests on: details and lines as they were typed, right or wrong.
#[derive(Debug)]
pub(super) struct Facts {
    stored: Option<StoredDraft>,
    creating: Creating,
    details: Result<Details, PortalError>,
    lines: Result<Vec<(SkuId, u32)>, PortalError>,
    customer: OrganisationId,
}

impl Command for Save {
    const NAME: &'static str = "save_customer_draft";
    type Facts = Facts;
    type Decision = ();
    type Outcome = ();

    async fn facts(&self, unit: &mut Unit<'_>) -> Step<Facts> {
        let own = unit.context.actor()?.organisation;
        let stored = store::draft::lock(unit.db, own, self.id).await?;
        let details = details::details(&self.draft);
        let lines = details::lines(&self.draft);
        let known_lines = lines.as_deref().unwrap_or_default();
        let creating =
            Creating::load(unit, &self.draft, details.as_ref().ok(), known_lines).await?;
        Ok(Facts {
            stored,
            creating,
            details,
            lines,
            customer: unit.new_id(),
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> Step<()> {
        if facts
            .stored
            .as_ref()
            .is_some_and(|stored| stored.submitted.is_some())
        {
            // It has become a customer meanwhile, in another tab.
            return Err(PortalError::Conflict.into());
        }
        let (actor, now) = (context.actor()?, context.now);
        // Whoever may not begin one at all is told so, and not that a field is wrong.
        customer::may_begin(facts.creating.facts(), &actor, now)?;
        if self.check == Check::Nothing {
            return Ok(());
        }
        let details = facts.details.as_ref().map_err(Clone::clone)?;
        facts.creating.check_free()?;
        customer::may_create(facts.creating.facts(), facts.customer, details, &actor, now)?;
        if self.check == Check::All {
            let lines = facts.lines.as_ref().map_err(Clone::clone)?;
            order::check(&order::without_ids(lines), &facts.creating.products)?;
        }
        Ok(())
    }

    async fn apply(&self, _: Facts, (): (), unit: &mut Unit<'_>) -> Step<()> {
        let (actor, now) = (unit.context.actor()?, unit.now());
        store::draft::keep(unit.db, &actor, self.id, &self.draft, now).await?;
        Ok(())
    }
}

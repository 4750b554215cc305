use serde::Serialize;
use tierline_app::{
    customer::model::CustomerDraft,
    error::FieldError,
    form::mark::Changed,
    portal::{DraftChange, DraftCheck},
};
use tierline_core::{
    access::Action,
    customer::{self, Details},
    ids::{CustomerDraftId, OrganizationId},
    order::Line,
};

use super::{
    details,
    facts::Creating,
    stored::{self, Names},
};
use crate::{
    customer::{beside_its_field, store::StoredDraft},
    mark,
    order::command as order,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
};

/// Keeps the typed values so far. It has no request id: repeating it changes nothing.
#[derive(Debug, Serialize)]
pub(crate) struct Save {
    pub id: CustomerDraftId,
    #[serde(skip)]
    pub change: DraftChange,
    #[serde(skip)]
    pub check: DraftCheck,
}

/// The facts for the decision: details and lines as typed, right or wrong.
#[derive(Debug)]
pub(crate) struct Facts {
    stored: Option<StoredDraft>,
    /// The stored draft with the typed part in it.
    after: CustomerDraft,
    creating: Creating,
    details: Result<Details, Vec<FieldError>>,
    lines: Result<Vec<Line>, Vec<FieldError>>,
    /// Values that somebody else has saved since the form was filled.
    changed: Option<Changed>,
    customer: OrganizationId,
}

impl Command for Save {
    const NAME: &'static str = "save_customer_draft";
    type Facts = Facts;
    type Decision = ();
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::CreateCustomer]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let own = unit.context.actor()?.organization;
        let stored = crate::customer::store::lock(unit.db, own, self.id).await?;
        let before = stored
            .as_ref()
            .map(|stored| stored.draft.clone())
            .unwrap_or_default();
        let (change, part) = (&self.change, self.change.part);
        let after = before.clone().with(part, change.draft.clone());
        let changed = match &stored {
            Some(_) => {
                let (mine, filled_with) = (after.part(part), change.filled_with.as_ref());
                mark::changed(&before.part(part), &mine, filled_with, stored::fields)?
            }
            None => None,
        };
        // Names are needed only for a report of changes.
        let changed = match changed {
            Some(changed) => Some(Names::load(unit, &before).await?.told(changed, &before)),
            None => None,
        };
        let details = details::details(&after, unit.tenant_parent());
        let lines = details::lines(&after);
        let known_lines = lines.as_deref().unwrap_or_default();
        let creating = Creating::load(unit, &after, details.as_ref().ok(), known_lines).await?;
        let lines = lines.map(|lines| order::with_ids(unit, &lines));
        Ok(Facts {
            stored,
            after,
            creating,
            details,
            lines,
            changed,
            customer: unit.new_id(),
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<()> {
        let (actor, now) = (context.actor()?, context.now);
        // A caller who may not begin a draft at all is refused for that, not for a wrong field.
        let mut known = facts.creating.facts();
        if self.check == DraftCheck::Nothing {
            known = known.while_choosing();
        }
        customer::may_begin(known, &actor, now)?;
        if facts
            .stored
            .as_ref()
            .is_some_and(|stored| stored.submitted.is_some())
        {
            // The draft has become a customer in the meantime, in another tab.
            return Err(CommandError::Conflict);
        }
        if let Some(changed) = &facts.changed {
            return Err(CommandError::Changed(Box::new(changed.clone())));
        }
        if self.check == DraftCheck::Nothing {
            return Ok(());
        }
        let details = facts.details.as_ref().map_err(Clone::clone)?;
        customer::may_create(facts.creating.facts(), facts.customer, details, &actor, now)
            .map_err(beside_its_field)?;
        if self.check == DraftCheck::All {
            let lines = facts.lines.as_ref().map_err(Clone::clone)?;
            let known = facts.creating.facts();
            order::quoted(lines, customer::quotes(known, facts.customer, lines, now))?;
        }
        Ok(())
    }

    async fn apply(&self, facts: Facts, (): (), unit: &mut Unit<'_>) -> CommandResult<()> {
        let (actor, now) = (unit.context.actor()?, unit.now());
        crate::customer::store::keep(unit.db, &actor, self.id, &facts.after, now).await?;
        Ok(())
    }
}

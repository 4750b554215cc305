use serde::Serialize;
use tierline_core::{
    access::{self, Action},
    ids::CustomerDraftId,
    organization::Organization,
};

use crate::{
    customer::store::StoredDraft,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
};

/// Abandons a draft. It is no error if the draft was never kept or is already abandoned.
#[derive(Debug, Serialize)]
pub(crate) struct Cancel {
    pub id: CustomerDraftId,
}

impl Command for Cancel {
    const NAME: &'static str = "cancel_customer_draft";
    type Facts = (Organization, Option<StoredDraft>);
    type Decision = ();
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::CreateCustomer]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let own = unit.context.actor()?.organization;
        let organizations =
            crate::organization::store::lock(unit.db, [own], None, unit.context.now).await?;
        let stored = crate::customer::store::lock(unit.db, own, self.id).await?;
        Ok((organizations.get(own)?.clone(), stored))
    }

    fn decide(&self, (organization, stored): &Self::Facts, context: &Context) -> CommandResult<()> {
        access::authorize_role(organization, &context.actor()?, Action::CreateCustomer)?;
        match stored {
            // The draft has become a customer, which cannot be abandoned this way.
            Some(stored) if stored.submitted.is_some() => Err(CommandError::Conflict),
            _ => Ok(()),
        }
    }

    async fn apply(&self, _: Self::Facts, (): (), unit: &mut Unit<'_>) -> CommandResult<()> {
        let own = unit.context.actor()?.organization;
        crate::customer::store::delete(unit.db, own, self.id).await?;
        Ok(())
    }
}

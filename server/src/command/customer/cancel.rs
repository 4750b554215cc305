use serde::Serialize;
use tierline_app::error::PortalError;
use tierline_core::ids::CustomerDraftId;

use crate::{
    pipeline::{Command, Context, Step, Unit},
    store::{self, draft::StoredDraft},
};

/// Abandons a draft. Abandoning what was never kept, or is abandoned already, is no error.
#[derive(Debug, Serialize)]
pub(super) struct Cancel {
    pub id: CustomerDraftId,
}

impl Command for Cancel {
    const NAME: &'static str = "cancel_customer_draft";
    type Facts = Option<StoredDraft>;
    type Decision = ();
    type Outcome = ();

    async fn facts(&self, unit: &mut Unit<'_>) -> Step<Self::Facts> {
        let own = unit.context.actor()?.organisation;
        Ok(store::draft::lock(unit.db, own, self.id).await?)
    }

    fn decide(&self, stored: &Self::Facts, _: &Context) -> Step<()> {
        match stored {
            // It has become a customer, which is not abandoned by this.
            Some(stored) if stored.submitted.is_some() => Err(PortalError::Conflict.into()),
            _ => Ok(()),
        }
    }

    async fn apply(&self, _: Self::Facts, (): (), unit: &mut Unit<'_>) -> Step<()> {
        let own = unit.context.actor()?.organisation;
        store::draft::delete(unit.db, own, self.id).await?;
        Ok(())
    }
}

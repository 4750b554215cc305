//! The facts for decisions about the directory, loaded for a change and for the page that says in advance what would
//! come of it.

mod answering;

use sqlx::PgConnection;
use tierline_core::{
    Timestamp,
    directory::{Ask, AskFacts, Listing, ReviewFacts},
    ids::{AskId, ListingId, OrganizationId},
    organization::Organization,
    partnership::Partnership,
};

pub(crate) use answering::Answering;

use crate::{
    directory::store,
    organization::store as organizations,
    pipeline::{CommandError, CommandResult},
    store::{Hold, Stored},
};

/// A listing whose proposal is decided on.
#[derive(Debug)]
pub(crate) struct Reviewing {
    pub operator: Organization,
    pub provider: Organization,
    pub listing: Stored<Listing>,
}

impl Reviewing {
    pub(super) async fn load(
        db: &mut PgConnection,
        operator: OrganizationId,
        id: ListingId,
        (now, hold): (Timestamp, Hold),
    ) -> CommandResult<Reviewing> {
        let provider = store::provider_of(db, id).await?;
        let provider = provider.ok_or(CommandError::NotFound)?;
        let known = organizations::these(db, [operator, provider], (now, hold)).await?;
        let listing = store::listing(db, id, hold).await?;
        Ok(Reviewing {
            operator: known.get(operator)?.clone(),
            provider: known.get(provider)?.clone(),
            listing: listing.ok_or(CommandError::NotFound)?,
        })
    }

    pub(super) fn facts(&self) -> ReviewFacts<'_> {
        ReviewFacts {
            operator: &self.operator,
            provider: &self.provider,
            listing: &self.listing.value,
        }
    }
}

/// A reseller that asks the provider of a listing to partner.
#[derive(Debug)]
pub(crate) struct Asking {
    pub reseller: Organization,
    pub provider: Organization,
    partnership: Option<Partnership>,
    waiting: Option<AskId>,
    earlier: Vec<Ask>,
    all_waiting: u32,
}

impl Asking {
    /// For a change, other messages of the reseller wait: whoever counts them counts all.
    pub(super) async fn load(
        db: &mut PgConnection,
        reseller: OrganizationId,
        provider: OrganizationId,
        (now, hold): (Timestamp, Hold),
    ) -> CommandResult<Asking> {
        let known = match hold {
            Hold::Locked => organizations::lock(db, [provider], Some(reseller), now).await?,
            Hold::Free => organizations::these(db, [reseller, provider], (now, hold)).await?,
        };
        let partnership =
            crate::partnership::store::of_provider(db, provider, reseller, hold).await?;
        let (waiting, all_waiting) = store::waiting(db, reseller, provider).await?;
        let earlier = store::latest_asks(db, reseller, provider).await?;
        Ok(Asking {
            reseller: known.get(reseller)?.clone(),
            provider: known.get(provider)?.clone(),
            partnership,
            waiting,
            earlier,
            all_waiting,
        })
    }

    /// The reseller's latest message to the provider.
    pub(super) fn latest(&self) -> Option<&Ask> {
        self.earlier.first()
    }

    pub(super) fn facts(&self) -> AskFacts<'_> {
        AskFacts {
            reseller: &self.reseller,
            provider: &self.provider,
            partnership: self.partnership.as_ref(),
            waiting: self.waiting,
            earlier: &self.earlier,
            all_waiting: self.all_waiting,
        }
    }
}

//! The facts for decisions about the directory, loaded for a change and for the page that says in advance what would
//! come of it.

use sqlx::PgConnection;
use tierline_core::{
    directory::{AskFacts, Listing, ReviewFacts},
    ids::{AskId, ListingId, OrganizationId},
    organization::Organization,
    partnership::Partnership,
};

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
        hold: Hold,
    ) -> CommandResult<Reviewing> {
        let provider = store::provider_of(db, id).await?;
        let provider = provider.ok_or(CommandError::NotFound)?;
        let known = organizations::these(db, [operator, provider], hold).await?;
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
    all_waiting: u32,
}

impl Asking {
    /// For a change, other messages of the reseller wait: whoever counts them counts all.
    pub(super) async fn load(
        db: &mut PgConnection,
        reseller: OrganizationId,
        provider: OrganizationId,
        hold: Hold,
    ) -> CommandResult<Asking> {
        let known = match hold {
            Hold::Locked => organizations::lock(db, [provider], Some(reseller)).await?,
            Hold::Free => organizations::these(db, [reseller, provider], hold).await?,
        };
        let partnership =
            crate::partnership::store::of_provider(db, provider, reseller, hold).await?;
        let (waiting, all_waiting) = store::waiting(db, reseller, provider).await?;
        Ok(Asking {
            reseller: known.get(reseller)?.clone(),
            provider: known.get(provider)?.clone(),
            partnership,
            waiting,
            all_waiting,
        })
    }

    pub(super) fn facts(&self) -> AskFacts<'_> {
        AskFacts {
            reseller: &self.reseller,
            provider: &self.provider,
            partnership: self.partnership.as_ref(),
            waiting: self.waiting,
            all_waiting: self.all_waiting,
        }
    }
}

//! Logos, for whoever may see them.

use tierline_app::{error::PortalError, portal::PortalResult};
use tierline_core::{
    access::{self, Action},
    digest::Sha256,
    directory::LogoSize,
};

use crate::{
    directory::store::logo::{self, Kept},
    organization::{query as load, query::failed},
    pipeline::Read,
};

/// A logo in this size. One that was never shown is its provider's and the operator's alone.
pub(crate) async fn logo(read: &mut Read, digest: Sha256, size: LogoSize) -> PortalResult<Kept> {
    let mut readers = (None, false);
    if let Some(actor) = read.reader.filter(|_| read.first.is_ok()) {
        let own = load::organization(read, actor.organization).await?;
        let reviews = access::authorize_on_program(&own, &actor, Action::ReviewListings).is_ok();
        readers = (Some(own.id), reviews);
    }
    let kept = logo::find(read.db(), digest, size, readers).await;
    kept.map_err(failed)?.ok_or(PortalError::NotFound)
}

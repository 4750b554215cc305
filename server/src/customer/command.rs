//! The **New customer** wizard: what was typed is kept, abandoned, or becomes a customer with a first order.

pub(crate) mod setup;
pub(crate) mod sign_up;

mod cancel;
mod details;
mod facts;
mod save;
mod stored;
mod submit;

use tierline_app::{
    form::mark::Mark,
    portal::{DraftChange, DraftCheck, PortalResult},
};
use tierline_core::{
    ids::{CustomerDraftId, OrganizationId, RequestId},
    text::{Domain, TenantPrefix, TextError},
};

use crate::{
    account::password as hashing,
    command::{rehearse, run},
    fault::fault,
    portal::{RequestPortal, TENANT_PARENT},
};

/// Keeps what was typed, if such a customer may be begun and what was to be checked is right.
pub(crate) async fn save_draft(
    portal: &RequestPortal,
    id: CustomerDraftId,
    change: DraftChange,
    check: DraftCheck,
) -> PortalResult<()> {
    run(portal, None, &save::Save { id, change, check }).await
}

/// Abandons the draft; nothing is left of it.
pub(crate) async fn cancel_draft(portal: &RequestPortal, id: CustomerDraftId) -> PortalResult<()> {
    run(portal, None, &cancel::Cancel { id }).await
}

/// Creates the customer with its first order. The draft's id is the request's: it is done once.
pub(crate) async fn submit_draft(
    portal: &RequestPortal,
    id: CustomerDraftId,
    reviewed: Option<Mark>,
) -> PortalResult<OrganizationId> {
    let password = setup::temporary_password();
    let request = RequestId::from_uuid(id.into_uuid());
    let mut submit = submit::Submit {
        id,
        reviewed,
        hash: String::new(),
        language: portal.caller.meta.lang,
    };
    rehearse(portal, request, &submit).await?;
    submit.hash = hashing::hash(&password)
        .await
        .map_err(|error| fault(&error))?;
    let submitted = run(portal, request, &submit).await?;
    if submitted.first {
        portal.cookies.keep_setup(submitted.customer, &password);
    }
    Ok(submitted.customer)
}

/// A tenant's domain.
pub(crate) fn tenant_domain(prefix: &TenantPrefix) -> Result<Domain, TextError> {
    prefix.under(&Domain::parse(TENANT_PARENT)?)
}

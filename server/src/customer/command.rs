//! The **New customer** wizard: a draft is kept, abandoned, or becomes a customer with a first order.

pub(crate) mod setup;
pub(crate) mod sign_up;

mod cancel;
mod details;
mod end;
mod facts;
mod place;
mod save;
mod stored;
mod submit;
mod undo;

use tierline_app::{form::mark::Mark, portal::PortalResult};
use tierline_core::ids::{CustomerDraftId, OrganizationId, RequestId};

use crate::{account, fault::fault, pipeline::Call};

pub(crate) use cancel::Cancel;
pub(crate) use end::End;
pub(crate) use place::{go_on_placing, place_customers, undo_placing};
pub(crate) use save::Save;
pub(super) use undo::facts as undo_facts;

/// Creates the customer with its first order, and returns the first admin's temporary password. The draft's id serves
/// as the request's: the customer is created once, and the password returned once.
pub(crate) async fn submit_draft(
    call: &Call,
    id: CustomerDraftId,
    reviewed: Option<Mark>,
) -> PortalResult<(OrganizationId, Option<String>)> {
    let password = account::temporary_password();
    let request = RequestId::from_uuid(id.into_uuid());
    let mut submit = submit::Submit {
        id,
        reviewed,
        hash: String::new(),
        language: call.language,
    };
    call.rehearse(request, &submit).await?;
    submit.hash = account::hash(&password)
        .await
        .map_err(|error| fault(&error))?;
    let submitted = call.run(request, &submit).await?;
    Ok((submitted.customer, submitted.first.then_some(password)))
}

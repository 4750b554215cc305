//! Invitations, for their senders.

pub mod link;

#[cfg(feature = "ssr")]
mod post;

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use crate::form::Fields;
use crate::{
    error::PortalError,
    invitation::model::{InvitationPage, NewInvitationPage},
    wire::Wire,
};
#[cfg(feature = "ssr")]
use crate::{form::mark::Mark, partnership::model::Finding};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<CancelInvitation>(),
    Fields::of::<DraftInvitation>(),
    Fields::of::<EditInvitation>(),
    Fields::of::<SendInvitation>(),
];

/// The data for a new invitation.
#[server(prefix = "/api", endpoint = "new-invitation", protocol = Wire<GetUrl>)]
pub async fn new_invitation(
    /// The customer from whose page it is begun, if any.
    #[server(default)]
    customer: String,
    /// Search words for the providers.
    #[server(default)]
    find: String,
    /// The id of the provider chosen so far.
    #[server(default)]
    provider: String,
) -> Result<NewInvitationPage, PortalError> {
    let customer = crate::backend::parse::optional_id(&customer)?;
    crate::backend::portal()?
        .new_invitation(customer, Finding::of(&find, &provider))
        .await
}

/// An invitation of the signed-in partner.
#[server(prefix = "/api", endpoint = "invitation", protocol = Wire<GetUrl>)]
pub async fn invitation(
    /// Its id.
    id: String,
) -> Result<InvitationPage, PortalError> {
    crate::backend::portal()?
        .invitation(crate::backend::parse::id(&id)?)
        .await
}

/// Begins an invitation and then, depending on the button, sends it, makes its link for the user's own mail, or keeps
/// it as a draft.
#[server(prefix = "/api", endpoint = "draft-invitation")]
pub async fn draft_invitation(
    /// The request.
    request_id: String,
    /// `partnership`, `relationship` or `joint_relationship`.
    kind: String,
    /// For both: the provider's id.
    #[server(default)]
    provider: String,
    /// The recipient.
    recipient: String,
    /// The subject.
    subject: String,
    /// The text, with the place of the link.
    text: String,
    /// The language of the frame around the text.
    #[server(default)]
    language: String,
    /// The next step: `send`, `mail`, `copy` or `draft`.
    #[server(default)]
    then: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let kind = post::kind(&kind, &provider)?;
    let message = post::message(&recipient, &subject, &text, &language)?;
    let id = crate::backend::portal()?
        .draft_invitation(kind, message, request)
        .await?;
    post::after_saving(id, &then, request).await
}

/// Changes a draft and then takes the button's next step.
#[server(prefix = "/api", endpoint = "edit-invitation")]
pub async fn edit_invitation(
    /// The request.
    request_id: String,
    /// The invitation's id.
    invitation: String,
    /// The recipient.
    recipient: String,
    /// The subject.
    subject: String,
    /// The text, with the place of the link.
    text: String,
    /// The language of the frame around the text.
    #[server(default)]
    language: String,
    /// The mark of the values that the form was filled with.
    #[server(default)]
    filled_with: String,
    /// The next step: `send`, `mail`, `copy` or `draft`.
    #[server(default)]
    then: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id = crate::backend::parse::id(&invitation)?;
    let message = post::message(&recipient, &subject, &text, &language)?;
    crate::backend::portal()?
        .edit_invitation(id, message, Some(Mark::new(filled_with)), request)
        .await?;
    post::after_saving(id, &then, request).await
}

/// Sends a draft, or sends again with a new link.
#[server(prefix = "/api", endpoint = "send-invitation")]
pub async fn send_invitation(
    /// The request.
    request_id: String,
    /// The invitation's id.
    invitation: String,
    /// The way of sending: `send`, `mail` or `copy`.
    #[server(default)]
    then: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    post::send(crate::backend::parse::id(&invitation)?, &then, request).await
}

/// Cancels an invitation.
#[server(prefix = "/api", endpoint = "cancel-invitation")]
pub async fn cancel_invitation(
    /// The request.
    request_id: String,
    /// The invitation's id.
    invitation: String,
) -> Result<(), PortalError> {
    let id = crate::backend::parse::id(&invitation)?;
    crate::backend::portal()?
        .cancel_invitation(id, crate::backend::parse::request(&request_id)?)
        .await?;
    crate::backend::done(
        &crate::route::invitation(id),
        crate::invitation::told::Notice::InvitationCanceled,
    );
    Ok(())
}

#[cfg(feature = "ssr")]
pub(crate) use link::Typed;
pub use link::{AcceptLink, ContinueLink, DeclineLink, Link, SignUp, domain_suffix};

//! Invitations, as pages request them: their senders', and those of the personal link.

use async_trait::async_trait;
use chrono::NaiveDate;
use serde::Serialize;
use tierline_core::{
    ids::{InvitationId, OrganizationId, RequestId},
    invitation::{Delivery, Kind, Message},
    relationship::{Grant, GrantSet},
    text::Reason,
};

use crate::{
    error::PortalResult,
    form::mark::Mark,
    invitation::model::{InvitationPage, LinkPage, NewInvitationPage},
    partnership::model::Finding,
};

/// The kind of a new invitation, before the server knows who the inviter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum NewInvitation {
    /// A partnership request of the signed-in provider.
    Partnership,
    /// A relationship request of the signed-in partner alone.
    Relationship,
    /// For the signed-in reseller and this provider.
    Joint(OrganizationId),
}

/// What is granted by an acceptance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Granting {
    /// The rights that were left checked, by partner.
    pub grants: Vec<(OrganizationId, GrantSet)>,
    /// The last days of rights, and of whole relationships where no right is named.
    pub ends: Vec<(OrganizationId, Option<Grant>, NaiveDate)>,
}

/// Invitations, as pages request them: their senders', and those of the personal link.
#[async_trait]
pub trait InvitationPortal: Send + Sync {
    /// The data for a new invitation, begun from a customer's page or from scratch.
    async fn new_invitation(
        &self,
        customer: Option<OrganizationId>,
        providers: Finding,
    ) -> PortalResult<NewInvitationPage>;
    /// Begins an invitation as a draft.
    async fn draft_invitation(
        &self,
        kind: NewInvitation,
        message: Message,
        request: RequestId,
    ) -> PortalResult<InvitationId>;
    /// An invitation of the signed-in partner.
    async fn invitation(&self, id: InvitationId) -> PortalResult<InvitationPage>;
    /// Changes a draft, unless another user has changed it since the form was filled:
    /// [`crate::error::PortalError::Changed`]. Without a mark, the stored values are replaced.
    async fn edit_invitation(
        &self,
        id: InvitationId,
        message: Message,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Sends a draft, or sends again with a new link. With [`Delivery::OwnMail`] the whole link is shown in this
    /// browser for a day, by [`InvitationPage::link`].
    async fn send_invitation(
        &self,
        id: InvitationId,
        delivery: Delivery,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Cancels an invitation.
    async fn cancel_invitation(&self, id: InvitationId, request: RequestId) -> PortalResult<()>;
    /// The page that an invitation's link opens. Changes nothing. [`crate::error::PortalError::NotFound`] for a link
    /// that never existed.
    async fn link(&self, token: &str) -> PortalResult<LinkPage>;
    /// Continues from an opened link: it counts as opened.
    async fn open_link(&self, token: &str) -> PortalResult<()>;
    /// Accepts, with the rights that were left ticked for each partner.
    async fn accept(
        &self,
        token: &str,
        confirmed: bool,
        grants: Vec<(OrganizationId, GrantSet)>,
        request: RequestId,
    ) -> PortalResult<Kind> {
        let ends = Vec::new();
        self.accept_until(token, confirmed, Granting { grants, ends }, request)
            .await
    }
    /// Accepts, with the last days of rights, and of whole relationships where no right is named.
    async fn accept_until(
        &self,
        token: &str,
        confirmed: bool,
        granting: Granting,
        request: RequestId,
    ) -> PortalResult<Kind>;
    /// Declines.
    async fn decline(
        &self,
        token: &str,
        reason: Option<Reason>,
        request: RequestId,
    ) -> PortalResult<()>;
}

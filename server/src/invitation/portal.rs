//! Invitations for pages: the senders' pages, and those of the personal link.

use crate::{
    invitation::{
        command::{Accept, Cancel, Decline, Draft, Edit, Open, Send},
        query,
        token::TokenHash,
    },
    pipeline::{self, Principal},
    web::RequestPortal,
};
use async_trait::async_trait;
use tierline_app::{
    form::mark::Mark,
    invitation::model::{InvitationPage, LinkPage, NewInvitationPage},
    partnership::model::Finding,
    portal::{Granting, InvitationPortal, NewInvitation, PortalResult},
};
use tierline_core::{
    ids::{InvitationId, OrganizationId, RequestId},
    invitation::{Delivery, Kind, Message},
    text::Reason,
};

#[async_trait]
impl InvitationPortal for RequestPortal {
    async fn new_invitation(
        &self,
        customer: Option<OrganizationId>,
        providers: Finding,
    ) -> PortalResult<NewInvitationPage> {
        query::new_invitation(&mut self.read().await?, customer, providers).await
    }

    async fn draft_invitation(
        &self,
        kind: NewInvitation,
        message: Message,
        request: RequestId,
    ) -> PortalResult<InvitationId> {
        self.call().run(request, &Draft { kind, message }).await
    }

    async fn invitation(&self, id: InvitationId) -> PortalResult<InvitationPage> {
        let mut page = query::invitation(&mut self.read().await?, id).await?;
        page.link = self.kept_link(id);
        Ok(page)
    }

    async fn edit_invitation(
        &self,
        id: InvitationId,
        message: Message,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()> {
        let edit = Edit {
            id,
            message,
            filled_with,
        };
        self.call().run(request, &edit).await
    }

    /// A link for the user's own mail stays in this browser for a day; a repeated request makes no second one.
    async fn send_invitation(
        &self,
        id: InvitationId,
        delivery: Delivery,
        request: RequestId,
    ) -> PortalResult<()> {
        let sent = self.call().run(request, &Send { id, delivery }).await?;
        match sent.token {
            Some(token) => self.cookies.keep_link(id, &token),
            // The link that this browser may have kept was replaced by the mailed one.
            None if delivery == Delivery::Portal => self.cookies.forget_link(id),
            None => {}
        }
        Ok(())
    }

    async fn cancel_invitation(&self, id: InvitationId, request: RequestId) -> PortalResult<()> {
        self.call().run(request, &Cancel { id }).await?;
        self.cookies.forget_link(id);
        Ok(())
    }

    async fn link(&self, token: &str) -> PortalResult<LinkPage> {
        query::link::link(&mut self.read().await?, token).await
    }

    async fn open_link(&self, token: &str) -> PortalResult<()> {
        let open = Open {
            link: TokenHash::of(token),
            reader: self.call().reader.map(|actor| actor.organization),
        };
        pipeline::run(&self.state, Principal::Anyone, None, &open).await
    }

    async fn accept_until(
        &self,
        token: &str,
        confirmed: bool,
        granting: Granting,
        request: RequestId,
    ) -> PortalResult<Kind> {
        let link = TokenHash::of(token);
        self.call()
            .run(
                request,
                &Accept {
                    link,
                    confirmed,
                    granting,
                },
            )
            .await
    }

    async fn decline(
        &self,
        token: &str,
        reason: Option<Reason>,
        request: RequestId,
    ) -> PortalResult<()> {
        let link = TokenHash::of(token);
        self.call().run(request, &Decline { link, reason }).await
    }
}

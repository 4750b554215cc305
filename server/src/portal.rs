//! [`Portal`] for one request: every method is one call of a query or a command, nothing else is here.

mod cookies;

use async_trait::async_trait;
use http::HeaderMap;
use tierline_app::{
    customer::model::{
        CustomerDraftPage, CustomerPage, CustomersPage, NewSubscriptionPage, ProductRow, SetupInfo,
    },
    error::PortalError,
    form::mark::Mark,
    invitation::model::{InvitationPage, InvitationsPage, LinkPage, NewInvitationPage},
    list::model::{ListQuery, Page},
    mail::model::{Mail, MailRow},
    overview::model::Overview,
    partnership::model::{PartnersPage, PartnershipPage},
    portal::{DraftChange, DraftCheck, NewInvitation, Portal, PortalResult, SignUp},
    relationship::model::GrantsPage,
};
use tierline_core::{
    actor::Actor,
    ids::{
        CustomerDraftId, InvitationId, OrganizationId, PartnershipId, RelationshipId, RequestId,
        SkuId,
    },
    invitation::{Delivery, Kind, Message},
    relationship::{Grant, GrantSet},
    text::Reason,
};
use uuid::Uuid;

pub use cookies::Cookies;

use crate::{
    command,
    state::AppState,
    web::{Caller, CookieNames},
};

/// Every tenant's domain ends in this. It is fictional, as everything under `.example` is.
pub const TENANT_PARENT: &str = "tierline.example";

/// The portal as it is for whoever made this request.
#[derive(Debug)]
pub struct RequestPortal {
    /// What every request may reach.
    pub state: AppState,
    /// Who asks.
    pub caller: Caller,
    /// The request's cookies that are ours, and how to set more.
    pub cookies: Cookies,
}

impl RequestPortal {
    /// The portal for this caller, whose request had these headers.
    #[must_use]
    pub fn new(state: AppState, caller: Caller, headers: &HeaderMap, names: CookieNames) -> Self {
        Self {
            state,
            caller,
            cookies: Cookies::of(headers, names),
        }
    }

    /// The caller as decisions take it, for reading. Who is not signed in for an organization, or has to change the
    /// password first, is nobody. Commands read roles anew, in their transaction.
    ///
    /// # Errors
    /// [`PortalError::SignedOut`].
    pub fn actor(&self) -> PortalResult<Actor> {
        let info = self
            .caller
            .info
            .as_ref()
            .filter(|info| !info.must_change_password);
        info.and_then(|info| info.actor())
            .ok_or(PortalError::SignedOut)
    }

    /// The whole link of an invitation, in the browser that made it, for a day.
    #[must_use]
    pub fn kept_link(&self, invitation: InvitationId) -> Option<String> {
        let token = self.cookies.kept_link(invitation)?;
        Some(command::invitation_link(&self.state.config, token))
    }
}

#[async_trait]
impl Portal for RequestPortal {
    async fn overview(&self) -> PortalResult<Overview> {
        crate::overview::query::overview(self).await
    }

    async fn resellers(&self, query: ListQuery) -> PortalResult<PartnersPage> {
        crate::partnership::query::resellers(self, query).await
    }

    async fn providers(&self, query: ListQuery) -> PortalResult<PartnersPage> {
        crate::partnership::query::providers(self, query).await
    }

    async fn partnership(&self, id: PartnershipId) -> PortalResult<PartnershipPage> {
        crate::partnership::query::partnership(self, id).await
    }

    async fn end_partnership(
        &self,
        id: PartnershipId,
        reason: Option<Reason>,
        request: RequestId,
    ) -> PortalResult<()> {
        crate::partnership::command::end(self, id, reason, request).await
    }

    async fn revoke_tenant_admin(&self, id: PartnershipId, request: RequestId) -> PortalResult<()> {
        crate::partnership::command::revoke_tenant_admin(self, id, request).await
    }

    async fn invitations(
        &self,
        customers: bool,
        query: ListQuery,
    ) -> PortalResult<InvitationsPage> {
        crate::invitation::query::invitations(self, customers, query).await
    }

    async fn new_invitation(
        &self,
        customer: Option<OrganizationId>,
    ) -> PortalResult<NewInvitationPage> {
        crate::invitation::query::new_invitation(self, customer).await
    }

    async fn draft_invitation(
        &self,
        kind: NewInvitation,
        message: Message,
        request: RequestId,
    ) -> PortalResult<InvitationId> {
        crate::invitation::command::draft(self, kind, message, request).await
    }

    async fn invitation(&self, id: InvitationId) -> PortalResult<InvitationPage> {
        crate::invitation::query::invitation(self, id).await
    }

    async fn edit_invitation(
        &self,
        id: InvitationId,
        message: Message,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()> {
        crate::invitation::command::edit(self, id, message, filled_with, request).await
    }

    async fn send_invitation(
        &self,
        id: InvitationId,
        delivery: Delivery,
        request: RequestId,
    ) -> PortalResult<()> {
        crate::invitation::command::send(self, id, delivery, request).await
    }

    async fn cancel_invitation(&self, id: InvitationId, request: RequestId) -> PortalResult<()> {
        crate::invitation::command::cancel(self, id, request).await
    }

    async fn link(&self, token: &str) -> PortalResult<LinkPage> {
        crate::invitation::query::link::link(self, token).await
    }

    async fn open_link(&self, token: &str) -> PortalResult<()> {
        crate::invitation::command::answer::open(self, token).await
    }

    async fn accept(
        &self,
        token: &str,
        confirmed: bool,
        grants: Vec<(OrganizationId, GrantSet)>,
        request: RequestId,
    ) -> PortalResult<Kind> {
        crate::invitation::command::answer::accept(self, token, confirmed, grants, request).await
    }

    async fn decline(
        &self,
        token: &str,
        reason: Option<Reason>,
        request: RequestId,
    ) -> PortalResult<()> {
        crate::invitation::command::answer::decline(self, token, reason, request).await
    }

    async fn sign_up(&self, token: &str, sign_up: SignUp, request: RequestId) -> PortalResult<()> {
        crate::customer::command::sign_up::sign_up(self, token, sign_up, request).await
    }

    fn domain_suffix(&self) -> String {
        format!(".{TENANT_PARENT}")
    }

    async fn customers(&self, query: ListQuery) -> PortalResult<CustomersPage> {
        crate::customer::query::customers(self, query).await
    }

    async fn customer(&self, id: OrganizationId) -> PortalResult<CustomerPage> {
        crate::customer::query::customer(self, id).await
    }

    async fn renew_setup_password(
        &self,
        customer: OrganizationId,
        request: RequestId,
    ) -> PortalResult<()> {
        crate::customer::command::setup::renew(self, customer, request).await
    }

    async fn customer_draft(&self, id: CustomerDraftId) -> PortalResult<CustomerDraftPage> {
        crate::customer::query::draft::customer_draft(self, id).await
    }

    async fn save_customer_draft(
        &self,
        id: CustomerDraftId,
        change: DraftChange,
        check: DraftCheck,
    ) -> PortalResult<()> {
        crate::customer::command::save_draft(self, id, change, check).await
    }

    async fn cancel_customer_draft(&self, id: CustomerDraftId) -> PortalResult<()> {
        crate::customer::command::cancel_draft(self, id).await
    }

    async fn submit_customer_draft(
        &self,
        id: CustomerDraftId,
        reviewed: Option<Mark>,
    ) -> PortalResult<OrganizationId> {
        crate::customer::command::submit_draft(self, id, reviewed).await
    }

    async fn setup_info(&self, customer: OrganizationId) -> PortalResult<Option<SetupInfo>> {
        crate::customer::command::setup::info(self, customer).await
    }

    async fn new_subscription(
        &self,
        customer: OrganizationId,
        query: ListQuery,
        chosen: Vec<(SkuId, String)>,
    ) -> PortalResult<NewSubscriptionPage> {
        crate::catalog::query::new_subscription(self, customer, query, chosen).await
    }

    async fn products(&self, country: &str, query: ListQuery) -> PortalResult<Page<ProductRow>> {
        crate::catalog::query::products(self, country, query).await
    }

    async fn place_order(
        &self,
        customer: OrganizationId,
        lines: Vec<(SkuId, u32)>,
        partner_of_record: Option<OrganizationId>,
        request: RequestId,
    ) -> PortalResult<()> {
        crate::order::command::place(self, customer, lines, partner_of_record, request).await
    }

    async fn grants(&self) -> PortalResult<GrantsPage> {
        crate::relationship::query::grants(self).await
    }

    async fn end_grant(
        &self,
        relationship: RelationshipId,
        grant: Grant,
        request: RequestId,
    ) -> PortalResult<()> {
        crate::relationship::command::end_grant(self, relationship, grant, request).await
    }

    async fn end_relationship(
        &self,
        relationship: RelationshipId,
        request: RequestId,
    ) -> PortalResult<()> {
        crate::relationship::command::end(self, relationship, request).await
    }

    async fn mailbox(&self, query: ListQuery) -> PortalResult<Page<MailRow>> {
        crate::mail::query::mailbox(self, query).await
    }

    async fn mail(&self, id: Uuid) -> PortalResult<Mail> {
        crate::mail::query::mail(self, id).await
    }

    async fn move_clock(&self, days: u32) -> PortalResult<()> {
        crate::mail::command::move_clock(self, days).await
    }

    async fn dead_mails(&self, query: ListQuery) -> PortalResult<Page<MailRow>> {
        crate::mail::query::dead_mails(self, query).await
    }

    async fn resend_mail(&self, id: Uuid, request: RequestId) -> PortalResult<()> {
        crate::mail::command::resend_mail(self, id, request).await
    }
}

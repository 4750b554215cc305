//! [`Portal`] for one request: every method is one call of a query or a command, nothing else is here.

mod cookies;

use async_trait::async_trait;
use http::HeaderMap;
use tierline_app::{
    error::PortalError,
    model::{
        customer::{
            CustomerDraftPage, CustomerPage, CustomersPage, NewSubscriptionPage, ProductRow,
            SetupInfo,
        },
        grant::GrantsPage,
        invitation::{InvitationPage, InvitationsPage, LinkPage, NewInvitationPage},
        mail::{Mail, MailRow},
        mark::Mark,
        overview::Overview,
        page::{ListQuery, Page},
        partner::{PartnersPage, PartnershipPage},
    },
    portal::{Answer, DraftChange, DraftCheck, NewInvitation, Portal, SignUp},
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
    command, query,
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
    pub fn actor(&self) -> Answer<Actor> {
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
    async fn overview(&self) -> Answer<Overview> {
        query::overview::overview(self).await
    }

    async fn resellers(&self, query: ListQuery) -> Answer<PartnersPage> {
        query::partner::resellers(self, query).await
    }

    async fn providers(&self, query: ListQuery) -> Answer<PartnersPage> {
        query::partner::providers(self, query).await
    }

    async fn partnership(&self, id: PartnershipId) -> Answer<PartnershipPage> {
        query::partner::partnership(self, id).await
    }

    async fn end_partnership(
        &self,
        id: PartnershipId,
        reason: Option<Reason>,
        request: RequestId,
    ) -> Answer<()> {
        command::partnership::end(self, id, reason, request).await
    }

    async fn revoke_tenant_admin(&self, id: PartnershipId, request: RequestId) -> Answer<()> {
        command::partnership::revoke_tenant_admin(self, id, request).await
    }

    async fn invitations(&self, customers: bool, query: ListQuery) -> Answer<InvitationsPage> {
        query::invitation::invitations(self, customers, query).await
    }

    async fn new_invitation(&self, customer: Option<OrganizationId>) -> Answer<NewInvitationPage> {
        query::invitation::new_invitation(self, customer).await
    }

    async fn draft_invitation(
        &self,
        kind: NewInvitation,
        message: Message,
        request: RequestId,
    ) -> Answer<InvitationId> {
        command::invitation::draft(self, kind, message, request).await
    }

    async fn invitation(&self, id: InvitationId) -> Answer<InvitationPage> {
        query::invitation::invitation(self, id).await
    }

    async fn edit_invitation(
        &self,
        id: InvitationId,
        message: Message,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> Answer<()> {
        command::invitation::edit(self, id, message, filled_with, request).await
    }

    async fn send_invitation(
        &self,
        id: InvitationId,
        delivery: Delivery,
        request: RequestId,
    ) -> Answer<()> {
        command::invitation::send(self, id, delivery, request).await
    }

    async fn cancel_invitation(&self, id: InvitationId, request: RequestId) -> Answer<()> {
        command::invitation::cancel(self, id, request).await
    }

    async fn link(&self, token: &str) -> Answer<LinkPage> {
        query::link::link(self, token).await
    }

    async fn open_link(&self, token: &str) -> Answer<()> {
        command::answer::open(self, token).await
    }

    async fn accept(
        &self,
        token: &str,
        confirmed: bool,
        grants: Vec<(OrganizationId, GrantSet)>,
        request: RequestId,
    ) -> Answer<Kind> {
        command::answer::accept(self, token, confirmed, grants, request).await
    }

    async fn decline(&self, token: &str, reason: Option<Reason>, request: RequestId) -> Answer<()> {
        command::answer::decline(self, token, reason, request).await
    }

    async fn sign_up(&self, token: &str, sign_up: SignUp, request: RequestId) -> Answer<()> {
        command::sign_up::sign_up(self, token, sign_up, request).await
    }

    fn domain_suffix(&self) -> String {
        format!(".{TENANT_PARENT}")
    }

    async fn customers(&self, query: ListQuery) -> Answer<CustomersPage> {
        query::customer::customers(self, query).await
    }

    async fn customer(&self, id: OrganizationId) -> Answer<CustomerPage> {
        query::customer::customer(self, id).await
    }

    async fn renew_setup_password(
        &self,
        customer: OrganizationId,
        request: RequestId,
    ) -> Answer<()> {
        command::setup::renew(self, customer, request).await
    }

    async fn customer_draft(&self, id: CustomerDraftId) -> Answer<CustomerDraftPage> {
        query::draft::customer_draft(self, id).await
    }

    async fn save_customer_draft(
        &self,
        id: CustomerDraftId,
        change: DraftChange,
        check: DraftCheck,
    ) -> Answer<()> {
        command::customer::save_draft(self, id, change, check).await
    }

    async fn cancel_customer_draft(&self, id: CustomerDraftId) -> Answer<()> {
        command::customer::cancel_draft(self, id).await
    }

    async fn submit_customer_draft(
        &self,
        id: CustomerDraftId,
        reviewed: Option<Mark>,
    ) -> Answer<OrganizationId> {
        command::customer::submit_draft(self, id, reviewed).await
    }

    async fn setup_info(&self, customer: OrganizationId) -> Answer<Option<SetupInfo>> {
        command::setup::info(self, customer).await
    }

    async fn new_subscription(
        &self,
        customer: OrganizationId,
        query: ListQuery,
        chosen: Vec<(SkuId, String)>,
    ) -> Answer<NewSubscriptionPage> {
        query::product::new_subscription(self, customer, query, chosen).await
    }

    async fn products(&self, country: &str, query: ListQuery) -> Answer<Page<ProductRow>> {
        query::product::products(self, country, query).await
    }

    async fn place_order(
        &self,
        customer: OrganizationId,
        lines: Vec<(SkuId, u32)>,
        partner_of_record: Option<OrganizationId>,
        request: RequestId,
    ) -> Answer<()> {
        command::order::place(self, customer, lines, partner_of_record, request).await
    }

    async fn grants(&self) -> Answer<GrantsPage> {
        query::grant::grants(self).await
    }

    async fn end_grant(
        &self,
        relationship: RelationshipId,
        grant: Grant,
        request: RequestId,
    ) -> Answer<()> {
        command::relationship::end_grant(self, relationship, grant, request).await
    }

    async fn end_relationship(
        &self,
        relationship: RelationshipId,
        request: RequestId,
    ) -> Answer<()> {
        command::relationship::end(self, relationship, request).await
    }

    async fn mailbox(&self, query: ListQuery) -> Answer<Page<MailRow>> {
        query::mail::mailbox(self, query).await
    }

    async fn mail(&self, id: Uuid) -> Answer<Mail> {
        query::mail::mail(self, id).await
    }

    async fn move_clock(&self, days: u32) -> Answer<()> {
        command::operator::move_clock(self, days).await
    }

    async fn dead_mails(&self, query: ListQuery) -> Answer<Page<MailRow>> {
        query::mail::dead_mails(self, query).await
    }

    async fn resend_mail(&self, id: Uuid, request: RequestId) -> Answer<()> {
        command::operator::resend_mail(self, id, request).await
    }
}

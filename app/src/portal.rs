//! What the pages ask of the server: a trait, so that this crate knows neither SQL nor HTTP.
//!
//! The server makes one value of it for each request, which carries the caller. Reading methods shape what a page
//! shows; changing methods go through the server's one command pipeline. What the caller may not know of is
//! [`PortalError::NotFound`], exactly as what does not exist.

use async_trait::async_trait;
use tierline_core::{
    ids::{
        CustomerDraftId, InvitationId, OrganizationId, PartnershipId, RelationshipId, RequestId,
        SkuId,
    },
    invitation::{Delivery, Kind, Message},
    relationship::{Grant, GrantSet},
    text::Reason,
};
use uuid::Uuid;

use crate::{
    customer::model::{
        CustomerDraft, CustomerDraftPage, CustomerPage, CustomersPage, DraftPart,
        NewSubscriptionPage, ProductRow, SetupInfo,
    },
    error::PortalError,
    form::mark::Mark,
    invitation::model::{InvitationPage, InvitationsPage, LinkPage, NewInvitationPage},
    list::model::{ListQuery, Page},
    mail::model::{Mail, MailRow},
    overview::model::Overview,
    partnership::model::{PartnersPage, PartnershipPage},
    relationship::model::GrantsPage,
};

/// An answer of the portal.
pub type PortalResult<T> = Result<T, PortalError>;

/// The kind of a new invitation, before the server knows who the inviter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewInvitation {
    /// A partnership request of the signed-in provider.
    Partnership,
    /// A relationship request of the signed-in partner alone.
    Relationship,
    /// For the signed-in reseller and this provider.
    Joint(OrganizationId),
}

/// What of a customer's draft has to be right already when it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftCheck {
    /// Nothing: it is still being typed.
    Nothing,
    /// The details.
    Details,
    /// Details and lines: what can be submitted.
    All,
}

/// What a form of the **New customer** wizard brings.
#[derive(Clone, Debug)]
pub struct DraftChange {
    /// What was typed.
    pub draft: CustomerDraft,
    /// The part of it that is kept; the other stays as it is stored.
    pub part: DraftPart,
    /// What that part's form was filled with. Without it, whatever is stored is replaced.
    pub filled_with: Option<Mark>,
}

impl From<CustomerDraft> for DraftChange {
    fn from(draft: CustomerDraft) -> Self {
        DraftChange {
            draft,
            part: DraftPart::Whole,
            filled_with: None,
        }
    }
}

/// A customer that makes its own tenant on the way to accepting an invitation.
#[derive(Clone, Debug)]
pub struct SignUp {
    /// Legal name.
    pub name: tierline_core::text::CompanyName,
    /// The first part of the tenant's domain.
    pub domain: tierline_core::text::TenantPrefix,
    /// Legal location.
    pub country: tierline_core::market::Country,
    /// The first global admin.
    pub admin_name: tierline_core::text::PersonName,
    /// The admin's user name, before the `@`.
    pub admin_user: String,
    /// The password, checked by [`crate::account::model::password`].
    pub password: String,
}

/// The portal's domain, for one caller.
#[async_trait]
pub trait Portal: Send + Sync {
    /// What waits for whom.
    async fn overview(&self) -> PortalResult<Overview>;

    /// The resellers of the signed-in provider.
    async fn resellers(&self, query: ListQuery) -> PortalResult<PartnersPage>;
    /// The providers of the signed-in reseller.
    async fn providers(&self, query: ListQuery) -> PortalResult<PartnersPage>;
    /// A partnership of the signed-in partner.
    async fn partnership(&self, id: PartnershipId) -> PortalResult<PartnershipPage>;
    /// Ends a partnership: at once by the provider, after the notice period by the reseller.
    async fn end_partnership(
        &self,
        id: PartnershipId,
        reason: Option<Reason>,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Takes the provider's administrator access to the reseller's tenant away.
    async fn revoke_tenant_admin(&self, id: PartnershipId, request: RequestId) -> PortalResult<()>;

    /// The invitations of the signed-in partner; the filter is a status, empty for all, and `partnership` or
    /// `customer` tells which kind.
    async fn invitations(&self, customers: bool, query: ListQuery)
    -> PortalResult<InvitationsPage>;
    /// What is needed to begin an invitation, from a customer's page or from nothing.
    async fn new_invitation(
        &self,
        customer: Option<OrganizationId>,
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
    /// Changes a draft, unless somebody else has changed it since the form was filled: [`PortalError::Changed`].
    /// Without a mark, whatever is stored is replaced.
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
    /// Takes an invitation back.
    async fn cancel_invitation(&self, id: InvitationId, request: RequestId) -> PortalResult<()>;

    /// What an invitation's link opens. Changes nothing. [`PortalError::NotFound`] for a link that never was.
    async fn link(&self, token: &str) -> PortalResult<LinkPage>;
    /// Somebody who opened the link says to continue: it counts as opened.
    async fn open_link(&self, token: &str) -> PortalResult<()>;
    /// Accepts, with the rights that were left ticked for each partner.
    async fn accept(
        &self,
        token: &str,
        confirmed: bool,
        grants: Vec<(OrganizationId, GrantSet)>,
        request: RequestId,
    ) -> PortalResult<Kind>;
    /// Declines.
    async fn decline(
        &self,
        token: &str,
        reason: Option<Reason>,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Makes a customer's tenant and its first global admin, on the way to answering this link.
    async fn sign_up(&self, token: &str, sign_up: SignUp, request: RequestId) -> PortalResult<()>;
    /// What is added to the first part of a new tenant's domain.
    fn domain_suffix(&self) -> String;

    /// The customers of the signed-in partner; the filter is the id of the other partner.
    async fn customers(&self, query: ListQuery) -> PortalResult<CustomersPage>;
    /// One customer of the signed-in partner.
    async fn customer(&self, id: OrganizationId) -> PortalResult<CustomerPage>;
    /// A new temporary password for a customer's first admin who has never signed in; shown once by
    /// [`Portal::setup_info`].
    async fn renew_setup_password(
        &self,
        customer: OrganizationId,
        request: RequestId,
    ) -> PortalResult<()>;

    /// The draft of a new customer; an unknown id is an empty draft of the caller's own organization.
    async fn customer_draft(&self, id: CustomerDraftId) -> PortalResult<CustomerDraftPage>;
    /// Keeps what was typed, after core has agreed that such a customer may be begun; `check` says how much of it has
    /// to be right already. What is wrong is told by field, and nothing is kept then; nor over what somebody else has
    /// kept since the form was filled: [`PortalError::Changed`].
    async fn save_customer_draft(
        &self,
        id: CustomerDraftId,
        change: DraftChange,
        check: DraftCheck,
    ) -> PortalResult<()>;
    /// Abandons the draft; nothing is left of it.
    async fn cancel_customer_draft(&self, id: CustomerDraftId) -> PortalResult<()>;
    /// Creates the customer with its first order. Submitting the same draft again answers the same. A draft that was
    /// changed since it was reviewed is not submitted: [`PortalError::Conflict`].
    async fn submit_customer_draft(
        &self,
        id: CustomerDraftId,
        reviewed: Option<Mark>,
    ) -> PortalResult<OrganizationId>;
    /// The temporary password of this customer's first admin: once, in the browser that submitted, then never again.
    async fn setup_info(&self, customer: OrganizationId) -> PortalResult<Option<SetupInfo>>;

    /// **New subscription** for a customer; `chosen` are the SKUs and quantities in the form already.
    async fn new_subscription(
        &self,
        customer: OrganizationId,
        query: ListQuery,
        chosen: Vec<(SkuId, String)>,
    ) -> PortalResult<NewSubscriptionPage>;
    /// The catalog, in the currency of this country.
    async fn products(&self, country: &str, query: ListQuery) -> PortalResult<Page<ProductRow>>;
    /// Orders for a customer.
    async fn place_order(
        &self,
        customer: OrganizationId,
        lines: Vec<(SkuId, u32)>,
        partner_of_record: Option<OrganizationId>,
        request: RequestId,
    ) -> PortalResult<()>;

    /// Who can act for the signed-in customer.
    async fn grants(&self) -> PortalResult<GrantsPage>;
    /// Takes one right away.
    async fn end_grant(
        &self,
        relationship: RelationshipId,
        grant: Grant,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Ends a relationship.
    async fn end_relationship(
        &self,
        relationship: RelationshipId,
        request: RequestId,
    ) -> PortalResult<()>;

    /// Demo only: every mail, the newest first; `query.search` looks in recipient and subject.
    async fn mailbox(&self, query: ListQuery) -> PortalResult<Page<MailRow>>;
    /// Demo only: one mail.
    async fn mail(&self, id: Uuid) -> PortalResult<Mail>;
    /// Demo only: moves the clock forward by this many days.
    async fn move_clock(&self, days: u32) -> PortalResult<()>;
    /// Operator: mails that could not be delivered.
    async fn dead_mails(&self, query: ListQuery) -> PortalResult<Page<MailRow>>;
    /// Operator: tries such a mail again.
    async fn resend_mail(&self, id: Uuid, request: RequestId) -> PortalResult<()>;
}

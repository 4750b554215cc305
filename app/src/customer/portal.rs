//! Customers and their creation, as pages request them.

use std::collections::BTreeSet;

use async_trait::async_trait;
use tierline_core::{
    group::Placing,
    ids::{CustomerDraftId, CustomerGroupId, OrganizationId, PlacingId, RequestId},
};

use crate::{
    catalog::model::TypedLine,
    customer::model::{
        CustomerDraft, CustomerDraftPage, CustomerPage, DraftPart, NewSubscriptionPage,
        PlacingPage, SetupInfo,
    },
    error::PortalResult,
    form::mark::Mark,
    list::model::{ListQuery, Page},
    partnership::model::Finding,
    subscription::model::SubscriptionRow,
};

/// The part of a customer's draft that must already be right when it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftCheck {
    /// Nothing: it is still being typed.
    Nothing,
    /// The details.
    Details,
    /// Details and lines, as a submission requires.
    All,
}

/// Customers that are chosen in the list.
#[derive(Clone, Debug)]
pub enum ChosenCustomers {
    /// These.
    These(BTreeSet<OrganizationId>),
    /// All that the list has by this query.
    All(ListQuery),
}

/// A change that a form of the **New customer** wizard posts.
#[derive(Clone, Debug)]
pub struct DraftChange {
    /// The typed values.
    pub draft: CustomerDraft,
    /// The part of it that is kept; the other stays as it is stored.
    pub part: DraftPart,
    /// The mark of the values that part's form was filled with. Without it, the stored values are replaced.
    pub filled_with: Option<Mark>,
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
    pub admin_user: tierline_core::text::UserName,
    /// The password, checked by [`crate::account::model::password`].
    pub password: String,
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

/// Customers and their creation, as pages request them.
#[async_trait]
pub trait CustomerPortal: Send + Sync {
    /// Makes a customer's tenant and its first global admin, on the way to answering this link.
    async fn sign_up(&self, token: &str, sign_up: SignUp, request: RequestId) -> PortalResult<()>;
    /// Puts many customers into a group, or takes them out of it: at once, or step by step after the answer.
    async fn place_customers(
        &self,
        chosen: ChosenCustomers,
        group: CustomerGroupId,
        placing: Placing,
        request: RequestId,
    ) -> PortalResult<PlacingId>;
    /// Undoes such a change, as far as the customers are still in the groups in which it left them.
    async fn undo_placing(&self, id: PlacingId, request: RequestId) -> PortalResult<PlacingId>;
    /// How far such a change has come.
    async fn placing(&self, id: PlacingId) -> PortalResult<PlacingPage>;
    /// The suffix after the first part of a new tenant's domain.
    fn domain_suffix(&self) -> String;
    /// One customer of the signed-in partner.
    async fn customer(&self, id: OrganizationId) -> PortalResult<CustomerPage>;
    /// **New subscription** for a customer; `chosen` are the lines in the form already. The query's filters are `term`,
    /// `billing` and `kind`.
    async fn new_subscription(
        &self,
        customer: OrganizationId,
        query: ListQuery,
        chosen: Vec<TypedLine>,
        resellers: Finding,
    ) -> PortalResult<NewSubscriptionPage>;
    /// A page of a customer's subscriptions: of the signed-in customer, or of a customer of the signed-in partner.
    async fn subscriptions(
        &self,
        customer: OrganizationId,
        cursor: String,
    ) -> PortalResult<Page<SubscriptionRow>>;
    /// A new temporary password for a customer's first admin who has never signed in; shown once by
    /// [`CustomerPortal::setup_info`].
    async fn renew_setup_password(
        &self,
        customer: OrganizationId,
        request: RequestId,
    ) -> PortalResult<()>;
    /// The draft of a new customer; an unknown id is an empty draft of the caller's own organization.
    async fn customer_draft(
        &self,
        id: CustomerDraftId,
        resellers: Finding,
    ) -> PortalResult<CustomerDraftPage>;
    /// Keeps the typed values, after core has agreed that such a customer may be begun; `check` says how much of them
    /// must already be right. Errors are reported by field, and nothing is kept then. Nor does it overwrite values that
    /// another user has kept since the form was filled: [`crate::error::PortalError::Changed`].
    async fn save_customer_draft(
        &self,
        id: CustomerDraftId,
        change: DraftChange,
        check: DraftCheck,
    ) -> PortalResult<()>;
    /// Abandons the draft; nothing is left of it.
    async fn cancel_customer_draft(&self, id: CustomerDraftId) -> PortalResult<()>;
    /// Creates the customer with its first order. Submitting the same draft again returns the same answer. A draft that
    /// has changed since it was reviewed is not submitted: [`crate::error::PortalError::Conflict`].
    async fn submit_customer_draft(
        &self,
        id: CustomerDraftId,
        reviewed: Option<Mark>,
    ) -> PortalResult<OrganizationId>;
    /// The temporary password of this customer's first admin: once, in the browser that submitted, then never again.
    async fn setup_info(&self, customer: OrganizationId) -> PortalResult<Option<SetupInfo>>;
}

//! Reseller relationships, as the customer's page requests them.

use async_trait::async_trait;
use tierline_core::{
    ids::{RelationshipId, RequestId},
    relationship::{AskToRenew, Command, DateCommand, Grant, TenantOwnerChange},
    text::Reason,
};

use crate::{
    error::PortalResult,
    form::mark::Mark,
    list::model::ListQuery,
    portal::ChosenCustomers,
    relationship::model::{DatesPage, EndDates, EndingPage, GrantsPage},
};

/// Reseller relationships, as the customer's page requests them.
#[async_trait]
pub trait RelationshipPortal: Send + Sync {
    /// The partners that can act for the signed-in customer.
    async fn grants(&self, query: ListQuery) -> PortalResult<GrantsPage>;
    /// What follows when one right in a relationship ends, or all of it.
    async fn ending(&self, id: RelationshipId, grant: Option<Grant>) -> PortalResult<EndingPage>;
    /// The dates on which the rights of a relationship end.
    async fn end_dates(&self, id: RelationshipId) -> PortalResult<DatesPage>;
    /// Has the rights of a relationship end on these days.
    async fn set_end_dates(
        &self,
        id: RelationshipId,
        dates: EndDates,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Renews what a partner has asked for, or declines.
    async fn answer_renewal(
        &self,
        id: RelationshipId,
        answer: DateCommand,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Asks the chosen customers to renew the rights that end.
    async fn ask_to_renew(
        &self,
        chosen: ChosenCustomers,
        asking: AskToRenew,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Changes a relationship, as the customer commands, with a text for the partner.
    async fn change_relationship(
        &self,
        id: RelationshipId,
        command: Command,
        text: Option<Reason>,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Makes a reseller owner of the customer's tenant on the cloud platform, or no longer.
    async fn change_tenant_owner(
        &self,
        id: RelationshipId,
        change: TenantOwnerChange,
        request: RequestId,
    ) -> PortalResult<()>;
}

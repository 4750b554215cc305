//! Subscriptions, as pages request them.

use std::collections::BTreeSet;

use async_trait::async_trait;
use tierline_core::{
    ids::{BulkId, OrganizationId, RequestId, SubscriptionId},
    license::Losing,
    subscription::{Associate, Bulk, Command, Shown},
};

use crate::{
    error::PortalResult,
    list::model::ListQuery,
    partnership::model::Finding,
    subscription::model::{ChangePage, SubscriptionPage, partners::PartnersPage},
};

/// Subscriptions that are chosen in **Renewals**.
#[derive(Clone, Debug)]
pub enum ChosenSubscriptions {
    /// These.
    These(BTreeSet<SubscriptionId>),
    /// All that the list has by this query.
    All(ListQuery),
}

/// Subscriptions, as pages request them.
#[async_trait]
pub trait SubscriptionPortal: Send + Sync {
    /// A subscription, for its customer or one of its partners.
    async fn subscription(&self, id: SubscriptionId) -> PortalResult<SubscriptionPage>;
    /// What a command would do to it and cost. Without one, the subscription alone. If users have to lose a license
    /// at once, with those whom the words find.
    async fn subscription_change(
        &self,
        id: SubscriptionId,
        command: Option<Command>,
        search: String,
    ) -> PortalResult<ChangePage>;
    /// Changes it, if that does and costs what was shown, and if it is said who loses a license where somebody has to.
    async fn change_subscription(
        &self,
        id: SubscriptionId,
        command: Command,
        losing: Losing,
        shown: Shown,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Who supports its customer and who earns incentives on it, with the choices, for a partner.
    async fn subscription_partners(
        &self,
        id: SubscriptionId,
        resellers: Finding,
    ) -> PortalResult<PartnersPage>;
    /// Names another one.
    async fn associate(
        &self,
        id: SubscriptionId,
        asked: Associate,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Names a support contact for all that the same partner has ordered for the customer of this subscription.
    async fn designate_support_of_all(
        &self,
        id: SubscriptionId,
        to: OrganizationId,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Begins a change of many renewals: each is looked at first.
    async fn begin_renewals(
        &self,
        chosen: ChosenSubscriptions,
        what: Bulk,
        request: RequestId,
    ) -> PortalResult<BulkId>;
    /// Changes those that can be changed, as was shown.
    async fn run_renewals(&self, id: BulkId, request: RequestId) -> PortalResult<()>;
    /// Looks once more at those that could not be changed.
    async fn retry_renewals(&self, id: BulkId, request: RequestId) -> PortalResult<()>;
}

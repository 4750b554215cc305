//! Subscriptions, as pages request them.

use async_trait::async_trait;
use tierline_core::{
    ids::{RequestId, SubscriptionId},
    license::Losing,
    subscription::{Associate, Command, Shown},
};

use crate::{
    partnership::model::Finding,
    portal::PortalResult,
    subscription::model::{ChangePage, SubscriptionPage, partners::PartnersPage},
};

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
}

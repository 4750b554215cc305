//! Subscriptions, as pages request them.

use async_trait::async_trait;
use tierline_core::{
    ids::{RequestId, SubscriptionId},
    subscription::{Command, Shown},
};

use crate::{
    portal::PortalResult,
    subscription::model::{ChangePage, SubscriptionPage},
};

/// Subscriptions, as pages request them.
#[async_trait]
pub trait SubscriptionPortal: Send + Sync {
    /// A subscription, for its customer or one of its partners.
    async fn subscription(&self, id: SubscriptionId) -> PortalResult<SubscriptionPage>;
    /// What a command would do to it and cost. Without one, the subscription alone.
    async fn subscription_change(
        &self,
        id: SubscriptionId,
        command: Option<Command>,
    ) -> PortalResult<ChangePage>;
    /// Changes it, if that does and costs what was shown.
    async fn change_subscription(
        &self,
        id: SubscriptionId,
        command: Command,
        shown: Shown,
        request: RequestId,
    ) -> PortalResult<()>;
}

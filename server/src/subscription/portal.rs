//! Subscriptions, for pages.

use async_trait::async_trait;
use tierline_app::{
    partnership::model::Finding,
    portal::{PortalResult, SubscriptionPortal},
    subscription::model::{ChangePage, SubscriptionPage, partners::PartnersPage},
};
use tierline_core::{
    ids::{RequestId, SubscriptionId},
    license::Losing,
    subscription::{Associate, Command, Shown},
};

use crate::{
    subscription::{
        command::{Associating, Change},
        query::{detail, partners},
    },
    web::RequestPortal,
};

#[async_trait]
impl SubscriptionPortal for RequestPortal {
    async fn subscription(&self, id: SubscriptionId) -> PortalResult<SubscriptionPage> {
        detail::subscription(&mut self.read().await?, id).await
    }

    async fn subscription_change(
        &self,
        id: SubscriptionId,
        command: Option<Command>,
        search: String,
    ) -> PortalResult<ChangePage> {
        detail::change(&mut self.read().await?, id, command, search).await
    }

    async fn change_subscription(
        &self,
        id: SubscriptionId,
        command: Command,
        losing: Losing,
        shown: Shown,
        request: RequestId,
    ) -> PortalResult<()> {
        let change = Change {
            id,
            command,
            losing,
            shown,
        };
        self.call().run(request, &change).await
    }

    async fn subscription_partners(
        &self,
        id: SubscriptionId,
        resellers: Finding,
    ) -> PortalResult<PartnersPage> {
        partners::partners(&mut self.read().await?, id, resellers).await
    }

    async fn associate(
        &self,
        id: SubscriptionId,
        asked: Associate,
        request: RequestId,
    ) -> PortalResult<()> {
        self.call().run(request, &Associating { id, asked }).await
    }
}

//! Subscriptions, for pages.

use async_trait::async_trait;
use tierline_app::{
    partnership::model::Finding,
    portal::{ChosenSubscriptions, PortalResult, SubscriptionPortal},
    subscription::model::{ChangePage, SubscriptionPage, partners::PartnersPage},
};
use tierline_core::{
    ids::{BulkId, OrganizationId, RequestId, SubscriptionId},
    license::Losing,
    subscription::{Associate, Bulk, Command, Shown},
};

use crate::{
    subscription::{
        command::{self, Associating, Change},
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

    async fn designate_support_of_all(
        &self,
        id: SubscriptionId,
        to: OrganizationId,
        request: RequestId,
    ) -> PortalResult<()> {
        command::designate_all(&self.call(), (id, to), request).await
    }

    async fn begin_renewals(
        &self,
        chosen: ChosenSubscriptions,
        what: Bulk,
        request: RequestId,
    ) -> PortalResult<BulkId> {
        command::begin_bulk(&self.call(), chosen, what, request).await
    }

    async fn run_renewals(&self, id: BulkId, request: RequestId) -> PortalResult<()> {
        command::run_bulk(&self.call(), id, request).await
    }

    async fn retry_renewals(&self, id: BulkId, request: RequestId) -> PortalResult<()> {
        command::retry_bulk(&self.call(), id, request).await
    }
}

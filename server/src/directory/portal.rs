//! The directory for pages.

use async_trait::async_trait;
use tierline_app::{
    directory::model::{
        AskPage, FindPage, ListingPage, ProfilePage, RejectionPage, ReviewPage, VersionsPage,
    },
    form::mark::Mark,
    list::model::ListQuery,
    portal::{DirectoryPortal, PortalResult},
};
use tierline_core::{
    directory::{Assignment, Command, Decision},
    ids::{AskId, InvitationId, ListingId, RequestId},
    text::{MessageText, Reason},
};

use crate::{
    directory::{
        command::{AnswerAsk, AskToPartner, AssignListing, ChangeListing, CloseAsk, ReviewListing},
        query,
    },
    web::RequestPortal,
};

#[async_trait]
impl DirectoryPortal for RequestPortal {
    async fn find_providers(&self, query: ListQuery) -> PortalResult<FindPage> {
        query::find(&mut self.read().await?, &query).await
    }

    async fn provider_profile(&self, id: ListingId) -> PortalResult<ProfilePage> {
        query::profile(&mut self.read().await?, id).await
    }

    async fn own_listing(&self) -> PortalResult<ListingPage> {
        query::own_listing(&mut self.read().await?).await
    }

    async fn change_listing(
        &self,
        command: Command,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()> {
        let change = ChangeListing {
            change: command.into(),
            filled_with,
        };
        self.call().run(request, &change).await
    }

    async fn review_page(&self, id: ListingId) -> PortalResult<ReviewPage> {
        query::review(&mut self.read().await?, id).await
    }

    async fn review_listing(
        &self,
        id: ListingId,
        number: u32,
        decision: Decision,
        request: RequestId,
    ) -> PortalResult<()> {
        let review = ReviewListing {
            id,
            number,
            rejected: match decision {
                Decision::Approve => None,
                Decision::Reject { reason } => Some(reason),
            },
        };
        self.call().run(request, &review).await
    }

    async fn listing_versions(
        &self,
        id: Option<ListingId>,
        before: u32,
    ) -> PortalResult<VersionsPage> {
        query::versions(&mut self.read().await?, id, before).await
    }

    async fn rejection(
        &self,
        id: ListingId,
        number: u32,
        reason: Option<Reason>,
    ) -> PortalResult<RejectionPage> {
        query::rejection(&mut self.read().await?, id, number, reason).await
    }

    async fn assign_listing(
        &self,
        id: ListingId,
        number: u32,
        assignment: Assignment,
        request: RequestId,
    ) -> PortalResult<()> {
        let assign = AssignListing {
            id,
            number,
            assignment,
        };
        self.call().run(request, &assign).await
    }

    async fn ask_to_partner(
        &self,
        listing: ListingId,
        message: MessageText,
        request: RequestId,
    ) -> PortalResult<AskId> {
        let call = self.call();
        let ask = AskToPartner {
            listing,
            message,
            language: call.language,
        };
        call.run(request, &ask).await
    }

    async fn ask_page(&self, id: AskId) -> PortalResult<AskPage> {
        query::ask(&mut self.read().await?, id).await
    }

    async fn answer_ask(&self, id: AskId, request: RequestId) -> PortalResult<InvitationId> {
        self.call().run(request, &AnswerAsk { id }).await
    }

    async fn decline_ask(&self, id: AskId, reason: Reason, request: RequestId) -> PortalResult<()> {
        let declined = Some(reason);
        self.call().run(request, &CloseAsk { id, declined }).await
    }

    async fn withdraw_ask(&self, id: AskId, request: RequestId) -> PortalResult<()> {
        let declined = None;
        self.call().run(request, &CloseAsk { id, declined }).await
    }
}

//! The directory, as pages request it.

use async_trait::async_trait;
use tierline_core::{
    directory::{Assignment, Command, Decision},
    ids::{AskId, InvitationId, ListingId, RequestId},
    text::{MessageText, Reason},
};

use crate::{
    directory::model::{
        AskPage, FindPage, ListingPage, ProfilePage, RejectionPage, ReviewPage, VersionsPage,
    },
    error::PortalResult,
    form::mark::Mark,
    list::model::ListQuery,
};

/// The directory, as pages request it.
#[async_trait]
pub trait DirectoryPortal: Send + Sync {
    /// The providers that are shown to everybody.
    async fn find_providers(&self, query: ListQuery) -> PortalResult<FindPage>;
    /// The page of one of them.
    async fn provider_profile(&self, id: ListingId) -> PortalResult<ProfilePage>;
    /// The listing of the own organization.
    async fn own_listing(&self) -> PortalResult<ListingPage>;
    /// Changes it. A mark that is not that of the stored draft stops it.
    async fn change_listing(
        &self,
        command: Command,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()>;
    /// A proposal, for the operator.
    async fn review_page(&self, id: ListingId) -> PortalResult<ReviewPage>;
    /// The operator's decision on the proposal of this number.
    async fn review_listing(
        &self,
        id: ListingId,
        number: u32,
        decision: Decision,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Versions of a listing before this one: of the own listing, or of another one for the operator.
    async fn listing_versions(
        &self,
        id: Option<ListingId>,
        before: u32,
    ) -> PortalResult<VersionsPage>;
    /// A rejection for this reason before it is made, with the mails that it sends.
    async fn rejection(
        &self,
        id: ListingId,
        number: u32,
        reason: Option<Reason>,
    ) -> PortalResult<RejectionPage>;
    /// Takes the proposal of this number, or gives it back.
    async fn assign_listing(
        &self,
        id: ListingId,
        number: u32,
        assignment: Assignment,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Asks the provider of this listing to partner; returns the message's id.
    async fn ask_to_partner(
        &self,
        listing: ListingId,
        message: MessageText,
        request: RequestId,
    ) -> PortalResult<AskId>;
    /// A message of or to the own organization.
    async fn ask_page(&self, id: AskId) -> PortalResult<AskPage>;
    /// Turns a message into a partnership request, which is a draft; returns its id.
    async fn answer_ask(&self, id: AskId, request: RequestId) -> PortalResult<InvitationId>;
    /// Declines a message.
    async fn decline_ask(&self, id: AskId, reason: Reason, request: RequestId) -> PortalResult<()>;
    /// Takes a message back.
    async fn withdraw_ask(&self, id: AskId, request: RequestId) -> PortalResult<()>;
}

//! User management, as pages request it.

use async_trait::async_trait;
use tierline_core::{
    ids::{MemberInvitationId, OrganizationId, RequestId, UserId},
    member::{Change, Command, Help, NewMember, NewUser},
};

use crate::{
    error::PortalResult,
    form::mark::Mark,
    member::model::{
        CustomerUserPage, JoinPage, NewCustomerUserPage, NewUserPage, PasswordLinkPage,
        RemovedUserPage, TemporaryPassword, UserPage,
    },
};

/// User management, as pages request it.
#[async_trait]
pub trait MemberPortal: Send + Sync {
    /// A user of the own organization.
    async fn user(&self, id: UserId) -> PortalResult<UserPage>;
    /// What the form of a new user offers.
    async fn new_user(&self) -> PortalResult<NewUserPage>;
    /// Invites somebody; the portal mails the link.
    async fn invite_user(&self, new: NewMember, request: RequestId) -> PortalResult<()>;
    /// Sends an invitation again, or takes it back.
    async fn manage_user_invitation(
        &self,
        id: MemberInvitationId,
        command: Command,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Changes a user. A mark that is not that of the stored name or roles stops it.
    async fn change_user(
        &self,
        user: UserId,
        change: Change,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()>;
    /// What the form of a customer's new user says.
    async fn new_customer_user(
        &self,
        customer: OrganizationId,
    ) -> PortalResult<NewCustomerUserPage>;
    /// A user of a customer of the own organization.
    async fn customer_user(
        &self,
        customer: OrganizationId,
        user: UserId,
    ) -> PortalResult<CustomerUserPage>;
    /// Adds a user to a customer; returns the user to the request that made it, whose browser keeps the temporary
    /// password until it is shown.
    async fn add_customer_user(
        &self,
        customer: OrganizationId,
        new: NewUser,
        request: RequestId,
    ) -> PortalResult<Option<UserId>>;
    /// Changes, blocks, unblocks or removes a customer's user, or gives it a temporary password, which the browser
    /// keeps until it is shown. A mark that is not that of the stored name or roles stops it.
    async fn help_user(
        &self,
        customer: OrganizationId,
        user: UserId,
        help: Help,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()>;
    /// A user who was removed from a customer of the own organization, or from that itself.
    async fn removed_user(
        &self,
        customer: OrganizationId,
        user: UserId,
    ) -> PortalResult<RemovedUserPage>;
    /// Restores a removed user; returns whether it has all its licenses again.
    async fn restore_user(
        &self,
        customer: OrganizationId,
        user: UserId,
        request: RequestId,
    ) -> PortalResult<bool>;
    /// The temporary password that this browser keeps; it can be taken once.
    async fn user_password(
        &self,
        customer: OrganizationId,
        user: UserId,
    ) -> PortalResult<TemporaryPassword>;
    /// The page of an invitation's link, for anyone who has it.
    async fn join_page(&self, token: &str) -> PortalResult<JoinPage>;
    /// Accepts the invitation with the signed-in account; returns the organization.
    async fn join(&self, token: &str, request: RequestId) -> PortalResult<OrganizationId>;
    /// Accepts it with a new account, which is then signed in.
    async fn join_as_new(
        &self,
        token: &str,
        password: &str,
        request: RequestId,
    ) -> PortalResult<()>;
    /// The page of a link for another password.
    async fn password_link(&self, token: &str) -> PortalResult<PasswordLinkPage>;
    /// Sets the password that the user chose there, and ends the user's sessions.
    async fn choose_password(
        &self,
        token: &str,
        password: &str,
        request: RequestId,
    ) -> PortalResult<()>;
}

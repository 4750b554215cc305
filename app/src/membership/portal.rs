//! The registry and the own MPN ID, as pages request them.

use async_trait::async_trait;
use tierline_core::{
    ids::{MemberId, RequestId},
    membership::{Edit, NewMember},
    text::{CompanyName, MpnId},
};

use crate::{
    error::PortalResult,
    form::mark::Mark,
    membership::model::{MemberDetail, OwnIdentifiers},
};

/// The registry and the own MPN ID, as pages request them.
#[async_trait]
pub trait MembershipPortal: Send + Sync {
    /// The associated MPN ID, or what there is to associate.
    async fn identifiers(&self) -> PortalResult<OwnIdentifiers>;
    /// Signs in to the account of a member, which counts for an hour.
    async fn prove_membership(&self, account: &str, password: &str) -> PortalResult<()>;
    /// Forgets that sign-in.
    async fn leave_membership(&self) -> PortalResult<()>;
    /// Associates a location MPN ID of that member.
    async fn associate_mpn(&self, mpn: MpnId, request: RequestId) -> PortalResult<()>;
    /// Adds a location to a profile of that member, and associates its new MPN ID.
    async fn add_location(
        &self,
        profile: MpnId,
        name: CompanyName,
        request: RequestId,
    ) -> PortalResult<()>;
    /// A member of the registry, for the operator.
    async fn member(&self, id: MemberId) -> PortalResult<MemberDetail>;
    /// Puts a member into the registry; its account may get a password at once.
    async fn register_member(
        &self,
        new: NewMember,
        password: Option<&str>,
        request: RequestId,
    ) -> PortalResult<MemberId>;
    /// Edits a member. A mark that is not that of the stored values stops it.
    async fn edit_member(
        &self,
        id: MemberId,
        edit: Edit,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Sets the password of a member's account.
    async fn set_member_password(
        &self,
        id: MemberId,
        password: &str,
        request: RequestId,
    ) -> PortalResult<()>;
}

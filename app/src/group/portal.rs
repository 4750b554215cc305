//! Groups of customers, as pages request them.

use std::collections::BTreeSet;

use async_trait::async_trait;
use tierline_core::{
    group::{Command, Narrowing},
    ids::{CustomerGroupId, OrganizationId, RequestId, UserId},
    text::GroupName,
};

use crate::{error::PortalResult, form::mark::Mark, group::model::GroupsPage};

/// Groups of customers, as pages request them.
#[async_trait]
pub trait GroupPortal: Send + Sync {
    /// The own organization's groups.
    async fn customer_groups(&self) -> PortalResult<GroupsPage>;
    /// Adds a group.
    async fn add_customer_group(
        &self,
        name: GroupName,
        request: RequestId,
    ) -> PortalResult<CustomerGroupId>;
    /// Renames or removes a group.
    async fn change_customer_group(
        &self,
        id: CustomerGroupId,
        change: Command,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Puts a customer into these groups, and out of all others. A mark that is not that of the stored ones stops it.
    async fn assign_customer_groups(
        &self,
        customer: OrganizationId,
        groups: BTreeSet<CustomerGroupId>,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Narrows a user's rights to groups of customers, or widens them to all.
    async fn narrow_user(
        &self,
        user: UserId,
        to: Narrowing,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()>;
}

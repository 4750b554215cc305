//! Licenses in users' hands, as pages request them. Their lists are asked for by name.

use std::collections::BTreeSet;

use async_trait::async_trait;
use tierline_core::ids::{AssignmentId, OrganizationId, RequestId, SubscriptionId, UserId};

use crate::{error::PortalResult, license::model::LicenseUserPage};

/// Licenses in users' hands, as pages request them.
#[async_trait]
pub trait LicensePortal: Send + Sync {
    /// A user of a customer, with the licenses that it has and could have, from this page of them on.
    async fn license_user(
        &self,
        customer: OrganizationId,
        user: UserId,
        cursor: String,
    ) -> PortalResult<LicenseUserPage>;
    /// Assigns licenses of a subscription to these of the customer's users: to all of them, or to none.
    async fn assign_licenses(
        &self,
        customer: OrganizationId,
        subscription: SubscriptionId,
        users: BTreeSet<UserId>,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Withdraws these licenses of a customer's users.
    async fn withdraw_licenses(
        &self,
        customer: OrganizationId,
        assignments: BTreeSet<AssignmentId>,
        request: RequestId,
    ) -> PortalResult<()>;
}

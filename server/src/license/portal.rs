//! Licenses in users' hands, for pages.

use std::collections::BTreeSet;

use async_trait::async_trait;
use tierline_app::{
    license::model::LicenseUserPage,
    portal::{LicensePortal, PortalResult},
};
use tierline_core::ids::{AssignmentId, OrganizationId, RequestId, SubscriptionId, UserId};

use crate::{
    license::{
        command::{AssignLicenses, WithdrawLicenses},
        query,
    },
    pipeline::up_to_date::UpToDate,
    web::RequestPortal,
};

#[async_trait]
impl LicensePortal for RequestPortal {
    async fn license_user(
        &self,
        customer: OrganizationId,
        user: UserId,
        cursor: String,
    ) -> PortalResult<LicenseUserPage> {
        query::user(&mut self.read().await?, customer, user, cursor).await
    }

    async fn assign_licenses(
        &self,
        customer: OrganizationId,
        subscription: SubscriptionId,
        users: BTreeSet<UserId>,
        request: RequestId,
    ) -> PortalResult<()> {
        let assign = UpToDate(AssignLicenses {
            customer,
            subscription,
            users,
        });
        self.call().run(request, &assign).await
    }

    async fn withdraw_licenses(
        &self,
        customer: OrganizationId,
        assignments: BTreeSet<AssignmentId>,
        request: RequestId,
    ) -> PortalResult<()> {
        let withdraw = WithdrawLicenses {
            customer,
            assignments,
        };
        self.call().run(request, &withdraw).await
    }
}

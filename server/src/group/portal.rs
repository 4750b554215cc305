//! Groups of customers for pages.

use std::collections::BTreeSet;

use async_trait::async_trait;
use tierline_app::{
    form::mark::Mark,
    group::model::GroupsPage,
    portal::{GroupPortal, PortalResult},
};
use tierline_core::{
    group::{Command, Narrowing},
    ids::{CustomerGroupId, OrganizationId, RequestId, UserId},
    text::GroupName,
};

use crate::{
    group::{
        command::{AddGroup, AssignGroups, ChangeGroup, NarrowUser},
        query,
    },
    web::RequestPortal,
};

#[async_trait]
impl GroupPortal for RequestPortal {
    async fn customer_groups(&self) -> PortalResult<GroupsPage> {
        query::groups(&mut self.read().await?).await
    }

    async fn add_customer_group(
        &self,
        name: GroupName,
        request: RequestId,
    ) -> PortalResult<CustomerGroupId> {
        self.call().run(request, &AddGroup { name }).await
    }

    async fn change_customer_group(
        &self,
        id: CustomerGroupId,
        change: Command,
        request: RequestId,
    ) -> PortalResult<()> {
        self.call().run(request, &ChangeGroup { id, change }).await
    }

    async fn assign_customer_groups(
        &self,
        customer: OrganizationId,
        groups: BTreeSet<CustomerGroupId>,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()> {
        let assign = AssignGroups {
            customer,
            groups,
            filled_with,
        };
        self.call().run(request, &assign).await
    }

    async fn narrow_user(
        &self,
        user: UserId,
        to: Narrowing,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()> {
        let narrow = NarrowUser {
            user,
            to,
            filled_with,
        };
        self.call().run(request, &narrow).await
    }
}

//! The organizations of the program, for the operator's pages.

use async_trait::async_trait;
use tierline_app::{
    operator::model::OrganizationDetail,
    portal::{NewPartner, OperatorPortal, PortalResult},
};
use tierline_core::{
    ids::{OrganizationId, RequestId},
    organization::Offboard,
    text::Reason,
};

use crate::{
    account::{hash, temporary_password},
    fault::fault,
    operator::{
        command::{AddPartner, ChangeOffboarding, ChangeSuspension, InviteAdminAgain},
        query,
    },
    web::RequestPortal,
};

#[async_trait]
impl OperatorPortal for RequestPortal {
    async fn organization(&self, id: OrganizationId) -> PortalResult<OrganizationDetail> {
        query::detail(&mut self.read().await?, id).await
    }

    async fn change_suspension(
        &self,
        id: OrganizationId,
        suspend: bool,
        reason: Reason,
        request: RequestId,
    ) -> PortalResult<()> {
        let change = ChangeSuspension {
            organization: id,
            suspend,
            reason,
        };
        self.call().run(request, &change).await
    }

    async fn change_offboarding(
        &self,
        id: OrganizationId,
        change: Offboard,
        reason: Reason,
        request: RequestId,
    ) -> PortalResult<()> {
        let change = ChangeOffboarding {
            organization: id,
            change,
            reason,
        };
        self.call().run(request, &change).await
    }

    async fn add_partner(
        &self,
        new: NewPartner,
        request: RequestId,
    ) -> PortalResult<OrganizationId> {
        let call = self.call();
        let mut add = AddPartner {
            name: new.name,
            domain: new.domain,
            country: new.country,
            capability: new.capability,
            admin_name: new.admin_name,
            admin_user_name: new.admin_user_name,
            language: call.language,
            password_hash: String::new(),
        };
        call.rehearse(request, &add).await?;
        // Of a password that nobody is told.
        let hash = hash(&temporary_password()).await;
        add.password_hash = hash.map_err(|error| fault(&error))?;
        call.run(request, &add).await
    }

    async fn invite_admin_again(&self, id: OrganizationId, request: RequestId) -> PortalResult<()> {
        let again = InviteAdminAgain { organization: id };
        self.call().run(request, &again).await
    }
}

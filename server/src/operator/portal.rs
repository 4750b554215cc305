//! The organizations of the program, for the operator's pages.

use async_trait::async_trait;
use tierline_app::{
    form::mark::Mark,
    i18n::Lang,
    operator::model::{OrganizationDetail, OrganizationUserPage},
    portal::{CompletedPartner, NewPartner, OperatorPortal, PortalResult},
};
use tierline_core::{
    ids::{OrganizationId, RequestId, UserId},
    market::Country,
    member::Restore,
    organization::{Capability, FirstAdmin, Offboard, Profile, ReviewAccount},
    text::Reason,
};

use crate::{
    account::{hash, temporary_password},
    fault::fault,
    operator::{
        command::{
            AddCapability, AddPartner, ChangeCountry, ChangeOffboarding, ChangeSuspension,
            CompletePartner, CorrectFirstAdmin, CorrectProfile, InviteAdminAgain, RestoreAccess,
            ReviewCustomer,
        },
        query,
    },
    web::RequestPortal,
};

#[async_trait]
impl OperatorPortal for RequestPortal {
    async fn organization(
        &self,
        id: OrganizationId,
        find: &str,
    ) -> PortalResult<OrganizationDetail> {
        query::detail(&mut self.read().await?, id, find).await
    }

    async fn organization_user(
        &self,
        id: OrganizationId,
        user: UserId,
    ) -> PortalResult<OrganizationUserPage> {
        query::user(&mut self.read().await?, id, user).await
    }

    async fn restore_access(
        &self,
        id: OrganizationId,
        user: UserId,
        what: Restore,
        reason: Reason,
        request: RequestId,
    ) -> PortalResult<()> {
        let help = RestoreAccess {
            organization: id,
            user,
            what,
            reason,
        };
        self.call().run(request, &help).await
    }

    async fn complete(
        &self,
        id: OrganizationId,
        new: CompletedPartner,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()> {
        let complete = CompletePartner {
            organization: id,
            mpn: new.mpn,
            agreement: new.agreement,
            reason: new.reason,
            filled_with,
        };
        self.call().run(request, &complete).await
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

    async fn review_customer(
        &self,
        id: OrganizationId,
        change: ReviewAccount,
        reason: Reason,
        request: RequestId,
    ) -> PortalResult<()> {
        let review = ReviewCustomer {
            customer: id,
            change,
            reason,
        };
        self.call().run(request, &review).await
    }

    async fn add_capability(
        &self,
        id: OrganizationId,
        capability: Capability,
        reason: Reason,
        request: RequestId,
    ) -> PortalResult<()> {
        let add = AddCapability {
            organization: id,
            capability,
            reason,
        };
        self.call().run(request, &add).await
    }

    async fn change_country(
        &self,
        id: OrganizationId,
        country: Country,
        reason: Reason,
        request: RequestId,
    ) -> PortalResult<()> {
        let change = ChangeCountry {
            organization: id,
            country,
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
            address: new.address,
            capabilities: new.capabilities,
            mpn: new.mpn,
            admin_name: new.admin_name,
            admin_user_name: new.admin_user_name,
            language: new.language,
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

    async fn correct_first_admin(
        &self,
        id: OrganizationId,
        new: FirstAdmin,
        language: Lang,
        filled_with: Mark,
        request: RequestId,
    ) -> PortalResult<()> {
        let correct = CorrectFirstAdmin {
            organization: id,
            name: new.name,
            user_name: new.user_name,
            language,
            filled_with,
        };
        self.call().run(request, &correct).await
    }

    async fn correct_profile(
        &self,
        id: OrganizationId,
        new: Profile,
        reason: Reason,
        filled_with: Mark,
        request: RequestId,
    ) -> PortalResult<()> {
        let correct = CorrectProfile {
            organization: id,
            new,
            reason,
            filled_with,
        };
        self.call().run(request, &correct).await
    }
}

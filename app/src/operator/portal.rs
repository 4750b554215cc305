//! The organizations of the program, as the operator's pages request them.

use async_trait::async_trait;
use tierline_core::{
    ids::{OrganizationId, RequestId, UserId},
    market::Country,
    member::Restore,
    organization::{Capability, FirstAdmin, Offboard, Profile, ReviewAccount},
    text::{
        AddressLine, AgreementVersion, CompanyName, Domain, EmailAddress, MpnId, PersonName, Reason,
    },
};

use crate::{
    error::PortalResult,
    form::mark::Mark,
    i18n::Lang,
    operator::model::{OrganizationDetail, OrganizationUserPage},
};

/// A partner to be put into the program, with its first admin.
#[derive(Clone, Debug)]
pub struct NewPartner {
    /// Legal name.
    pub name: CompanyName,
    /// The tenant's domain.
    pub domain: Domain,
    /// Legal location.
    pub country: Country,
    /// The address of its legal profile.
    pub address: Vec<AddressLine>,
    /// Its capabilities.
    pub capabilities: Vec<Capability>,
    /// Its location MPN ID, if it is known.
    pub mpn: Option<MpnId>,
    /// The first admin's name.
    pub admin_name: PersonName,
    /// The first admin's work account.
    pub admin_user_name: EmailAddress,
    /// The language of the mails to the first admin.
    pub language: Lang,
}

/// What is entered for a partner.
#[derive(Clone, Debug)]
pub struct CompletedPartner {
    /// Its location MPN ID; as it is, if none is said.
    pub mpn: Option<MpnId>,
    /// The version of the partner agreement that it has signed outside the portal; as it is, if none is said.
    pub agreement: Option<AgreementVersion>,
    /// The reason.
    pub reason: Reason,
}

/// The organizations of the program, as the operator's pages request them.
#[async_trait]
pub trait OperatorPortal: Send + Sync {
    /// An organization of the program, with the users whom these words find, or with those who lead it.
    async fn organization(
        &self,
        id: OrganizationId,
        find: &str,
    ) -> PortalResult<OrganizationDetail>;
    /// A user of an organization.
    async fn organization_user(
        &self,
        id: OrganizationId,
        user: UserId,
    ) -> PortalResult<OrganizationUserPage>;
    /// Helps a user of an organization in again.
    async fn restore_access(
        &self,
        id: OrganizationId,
        user: UserId,
        what: Restore,
        reason: Reason,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Enters the MPN ID and the signed agreement of a partner.
    async fn complete(
        &self,
        id: OrganizationId,
        new: CompletedPartner,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Suspends a partner, or lifts that.
    async fn change_suspension(
        &self,
        id: OrganizationId,
        suspend: bool,
        reason: Reason,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Puts a customer's account under review, or ends that.
    async fn review_customer(
        &self,
        id: OrganizationId,
        change: ReviewAccount,
        reason: Reason,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Adds a capability to a partner.
    async fn add_capability(
        &self,
        id: OrganizationId,
        capability: Capability,
        reason: Reason,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Changes the country of an organization's legal profile.
    async fn change_country(
        &self,
        id: OrganizationId,
        country: Country,
        reason: Reason,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Marks a direct-bill partner for offboarding, or takes that back.
    async fn change_offboarding(
        &self,
        id: OrganizationId,
        change: Offboard,
        reason: Reason,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Puts a partner into the program; the portal mails a link to its first admin.
    async fn add_partner(
        &self,
        new: NewPartner,
        request: RequestId,
    ) -> PortalResult<OrganizationId>;
    /// Mails the first admin another link.
    async fn invite_admin_again(&self, id: OrganizationId, request: RequestId) -> PortalResult<()>;
    /// Corrects the first admin, who has not come yet, and mails a new link.
    async fn correct_first_admin(
        &self,
        id: OrganizationId,
        new: FirstAdmin,
        language: Lang,
        filled_with: Mark,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Corrects the legal profile of a partner. A mark that is not that of the stored values stops it.
    async fn correct_profile(
        &self,
        id: OrganizationId,
        new: Profile,
        reason: Reason,
        filled_with: Mark,
        request: RequestId,
    ) -> PortalResult<()>;
}

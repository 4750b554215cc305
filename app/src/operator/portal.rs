//! The organizations of the program, as the operator's pages request them.

use async_trait::async_trait;
use tierline_core::{
    ids::{OrganizationId, RequestId},
    market::Country,
    organization::{Capability, Offboard},
    text::{CompanyName, Domain, EmailAddress, PersonName, Reason},
};

use crate::{operator::model::OrganizationDetail, portal::PortalResult};

/// A partner to be put into the program, with its first admin.
#[derive(Clone, Debug)]
pub struct NewPartner {
    /// Legal name.
    pub name: CompanyName,
    /// The tenant's domain.
    pub domain: Domain,
    /// Legal location.
    pub country: Country,
    /// Its capability.
    pub capability: Capability,
    /// The first admin's name.
    pub admin_name: PersonName,
    /// The first admin's work account.
    pub admin_user_name: EmailAddress,
}

/// The organizations of the program, as the operator's pages request them.
#[async_trait]
pub trait OperatorPortal: Send + Sync {
    /// An organization of the program.
    async fn organization(&self, id: OrganizationId) -> PortalResult<OrganizationDetail>;
    /// Suspends a partner, or lifts that.
    async fn change_suspension(
        &self,
        id: OrganizationId,
        suspend: bool,
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
}

//! The pages' requests to the server: traits, so that this crate knows neither SQL nor HTTP.
//!
//! Each area has a trait of its own. For each request the server makes one value that implements all of them and
//! carries the caller. Reading methods shape the data of a page; changing methods go through the server's one command
//! pipeline. An object that the caller may not know of is [`NotFound`](crate::error::PortalError::NotFound), exactly
//! like one that does not exist.

pub use crate::{
    activity::portal::ActivityPortal,
    agreement::portal::{AgreementPortal, LookUp, NewVersion, ReadText},
    catalog::portal::CatalogPortal,
    customer::portal::{ChosenCustomers, CustomerPortal, DraftChange, DraftCheck, SignUp},
    demo::portal::DemoPortal,
    directory::portal::DirectoryPortal,
    enrollment::portal::EnrollmentPortal,
    error::PortalResult,
    group::portal::GroupPortal,
    import::portal::ImportPortal,
    invitation::portal::{Granting, InvitationPortal, NewInvitation},
    license::portal::LicensePortal,
    list::portal::{ListPortal, Lists},
    mail::portal::MailPortal,
    member::portal::MemberPortal,
    membership::portal::MembershipPortal,
    operator::portal::{CompletedPartner, NewPartner, OperatorPortal},
    order::portal::OrderPortal,
    order_request::portal::OrderRequestPortal,
    organization::portal::OrganizationPortal,
    overview::portal::OverviewPortal,
    partnership::portal::PartnershipPortal,
    program::portal::ProgramPortal,
    relationship::portal::RelationshipPortal,
    review::portal::ReviewPortal,
    settings::portal::SettingsPortal,
    subscription::portal::{ChosenSubscriptions, SubscriptionPortal},
};

/// The whole portal, for one caller: a line for each area.
pub trait Portal:
    ActivityPortal
    + AgreementPortal
    + CatalogPortal
    + CustomerPortal
    + DemoPortal
    + EnrollmentPortal
    + DirectoryPortal
    + GroupPortal
    + ImportPortal
    + InvitationPortal
    + LicensePortal
    + ListPortal
    + MailPortal
    + MemberPortal
    + MembershipPortal
    + OperatorPortal
    + OrderPortal
    + OrderRequestPortal
    + OrganizationPortal
    + OverviewPortal
    + PartnershipPortal
    + ProgramPortal
    + RelationshipPortal
    + ReviewPortal
    + SettingsPortal
    + SubscriptionPortal
{
}

impl<T> Portal for T where
    T: ActivityPortal
        + AgreementPortal
        + CatalogPortal
        + CustomerPortal
        + DemoPortal
        + EnrollmentPortal
        + DirectoryPortal
        + GroupPortal
        + ImportPortal
        + InvitationPortal
        + LicensePortal
        + ListPortal
        + MailPortal
        + MemberPortal
        + MembershipPortal
        + OperatorPortal
        + OrderPortal
        + OrderRequestPortal
        + OrganizationPortal
        + OverviewPortal
        + PartnershipPortal
        + ProgramPortal
        + RelationshipPortal
        + ReviewPortal
        + SettingsPortal
        + SubscriptionPortal
{
}

/// Every area's trait, for code that calls methods of several: `use tierline_app::portal::all::*`.
pub mod all {
    pub use super::{
        ActivityPortal as _, AgreementPortal as _, CatalogPortal as _, CustomerPortal as _,
        DemoPortal as _, DirectoryPortal as _, EnrollmentPortal as _, GroupPortal as _,
        ImportPortal as _, InvitationPortal as _, LicensePortal as _, ListPortal as _, Lists as _,
        MailPortal as _, MemberPortal as _, MembershipPortal as _, OperatorPortal as _,
        OrderPortal as _, OrderRequestPortal as _, OrganizationPortal as _, OverviewPortal as _,
        PartnershipPortal as _, ProgramPortal as _, RelationshipPortal as _, ReviewPortal as _,
        SettingsPortal as _, SubscriptionPortal as _,
    };
}

//! One of each refusal.

mod directory;
mod ends;
mod joining;
mod licenses;
mod lines;
mod order_request;
mod standing;
mod subscription;
mod tenant_owner;

use crate::{
    Refusal, Timestamp,
    access::{self, Action},
    account, customer, group, import, invitation,
    market::Region,
    member, order,
    organization::{self, Capability, CapabilityState, RequiredBy},
    partnership,
    permission::SubjectKind,
    relationship::{self, Grant},
    role::Role,
    text::EmailAddress,
};

use super::{INVITATION, MEMBER_INVITATION, customer, day, direct_bill, id, provider, reseller};

/// Every refusal with sample facts, for tests of words and of serialized forms. Those tests compare the list with
/// [`Refusal::codes`] to find missing ones.
#[must_use]
pub fn refusals() -> Vec<Refusal> {
    let (provider, reseller, customer) =
        (provider().party(), reseller().party(), customer().party());
    let at = day(1);
    let address: EmailAddress = "mia.kern@org2.example".parse().unwrap();
    let mut all: Vec<Refusal> = vec![
        access::Refusal::RoleMissing {
            action: Action::AcceptPartnership,
            organization: reseller.clone(),
            needs: vec![Role::GlobalAdmin],
        }
        .into(),
        access::Refusal::RoleMissing {
            action: Action::EndGrant,
            organization: reseller.clone(),
            needs: Vec::new(),
        }
        .into(),
        access::Refusal::WrongSubject {
            action: Action::PlaceOrder,
            subject: SubjectKind::Own,
        }
        .into(),
        organization::Refusal::CapabilityInactive {
            organization: provider.clone(),
            capability: Capability::IndirectProvider,
            state: Some(CapabilityState::Suspended),
        }
        .into(),
        organization::Refusal::CapabilityAlone {
            organization: customer.clone(),
            capability: Capability::IndirectReseller,
        }
        .into(),
        organization::Refusal::CapabilityHeld {
            organization: reseller.clone(),
            capability: Capability::IndirectReseller,
        }
        .into(),
        organization::Refusal::ProfileOfEnrollment {
            organization: reseller.clone(),
        }
        .into(),
        organization::Refusal::ProfileOfCustomer {
            organization: customer.clone(),
        }
        .into(),
        organization::Refusal::CountryInUse {
            organization: Box::new(reseller.clone()),
            from: "FR".parse().unwrap(),
            country: "TW".parse().unwrap(),
            mpn: None,
            partners: vec![provider.clone()],
            more_partners: 0,
            customers: vec![customer.clone()],
            more_customers: 12,
        }
        .into(),
        organization::Refusal::AgreementUnsigned {
            organization: reseller.clone(),
        }
        .into(),
        organization::Refusal::MpnIdMissing {
            organization: reseller.clone(),
        }
        .into(),
        organization::Refusal::MpnLocationInactive {
            organization: reseller.clone(),
            mpn: "5000001".parse().unwrap(),
        }
        .into(),
        organization::Refusal::RegionMismatch {
            first: provider.clone(),
            first_country: "DE".parse().unwrap(),
            second: customer.clone(),
            second_country: "TW".parse().unwrap(),
        }
        .into(),
        organization::Refusal::SecondFactorMissing {
            by: RequiredBy::Organization {
                organization: reseller.clone(),
            },
        }
        .into(),
        organization::Refusal::SecondFactorMissing {
            by: RequiredBy::Program,
        }
        .into(),
        organization::Refusal::SecondFactorRequired {
            by: RequiredBy::Organization {
                organization: reseller.clone(),
            },
        }
        .into(),
        organization::Refusal::SecondFactorRequired {
            by: RequiredBy::Program,
        }
        .into(),
        member::Refusal::LastInRole {
            organization: reseller.clone(),
            role: Role::AdminAgent,
        }
        .into(),
        member::Refusal::NoRole.into(),
        member::Refusal::RoleElsewhere {
            role: Role::BillingAdmin,
            organization: reseller.clone(),
        }
        .into(),
        member::Refusal::AlreadyMember {
            address: address.clone(),
        }
        .into(),
        member::Refusal::UserAlreadyInvited {
            invitation: id(MEMBER_INVITATION),
        }
        .into(),
        member::Refusal::OwnAccount.into(),
        member::Refusal::AccountElsewhere {
            organization: reseller.clone(),
        }
        .into(),
        member::Refusal::MemberBlocked { by_operator: false }.into(),
        member::Refusal::MemberBlocked { by_operator: true }.into(),
        member::Refusal::NoSecondFactor.into(),
        member::Refusal::AddressElsewhere {
            address: address.clone(),
            domain: "woodgrove.example".to_owned(),
        }
        .into(),
        member::Refusal::AddressTaken {
            address: address.clone(),
        }
        .into(),
        member::Refusal::AddressOfRemoved {
            address: address.clone(),
            customer: id(4),
            user: id(401),
            until: at,
        }
        .into(),
        member::Refusal::RestoreOver { at }.into(),
        member::Refusal::AccountExists {
            address: address.clone(),
        }
        .into(),
        member::Refusal::InvitedAnother { invited: address }.into(),
        member::Refusal::InvitedGroupsRemoved {
            groups: vec!["North".parse().unwrap()],
        }
        .into(),
        member::Refusal::PasswordLinkUsed { at }.into(),
        member::Refusal::PasswordLinkExpired { at }.into(),
        member::Refusal::PasswordLinkVoid.into(),
        account::Refusal::TooManyPasskeys {
            most: account::MOST_PASSKEYS,
        }
        .into(),
        order::Refusal::NoCurrency {
            country: "VA".parse().unwrap(),
            region: Region::Europe,
        }
        .into(),
        partnership::Refusal::NoPartnership {
            provider: provider.clone(),
            reseller: reseller.clone(),
        }
        .into(),
        partnership::Refusal::PartnershipExists {
            provider: provider.clone(),
            reseller: reseller.clone(),
        }
        .into(),
        partnership::Refusal::PartnershipEnded { ends: at }.into(),
        partnership::Refusal::TenantAdminGranted { at }.into(),
        partnership::Refusal::TenantAdminMissing {
            provider: provider.clone(),
            reseller: reseller.clone(),
        }
        .into(),
        relationship::Refusal::NoRelationship {
            partner: provider.clone(),
            customer: customer.clone(),
        }
        .into(),
        relationship::Refusal::GrantMissing {
            partner: provider.clone(),
            customer: customer.clone(),
            grant: Grant::Administer,
        }
        .into(),
        access::Refusal::GrantEnded { at }.into(),
        relationship::Refusal::RelationshipExists {
            partner: reseller.clone(),
            customer: customer.clone(),
        }
        .into(),
        order::Refusal::ProviderOrders {
            provider: provider.clone(),
            customer: customer.clone(),
        }
        .into(),
        order::Refusal::ProviderWithoutRelationship {
            reseller: reseller.clone(),
            provider: Some(provider.clone()),
            customer: customer.clone(),
        }
        .into(),
        customer::Refusal::ResellerCannotCreateCustomers {
            providers: vec![provider.clone()],
        }
        .into(),
        access::Refusal::OutOfReach {
            organization: reseller.clone(),
        }
        .into(),
        access::Refusal::ReachNarrowed {
            organization: reseller.clone(),
        }
        .into(),
        group::Refusal::GroupNameTaken {
            name: "North".parse().unwrap(),
        }
        .into(),
        group::Refusal::TooManyGroups {
            most: group::MOST_GROUPS,
        }
        .into(),
        group::Refusal::GroupNarrowsUsers {
            name: "North".parse().unwrap(),
            users: 2,
        }
        .into(),
        group::Refusal::NoSuchGroup.into(),
        group::Refusal::PlacingUnderWay.into(),
        group::Refusal::PlacingUndone.into(),
        group::Refusal::NoCustomerChosen.into(),
        group::Refusal::TooManyCustomers { most: 20_000 }.into(),
        group::Refusal::NoGroupChosen.into(),
        group::Refusal::TooManyForUser { most: 8 }.into(),
        group::Refusal::GlobalAdminSeesAll.into(),
        customer::Refusal::ResellerCannotCreateCustomers {
            providers: Vec::new(),
        }
        .into(),
        relationship::Refusal::TooManyPartners {
            customer: customer.clone(),
            most: relationship::MOST_PARTNERS,
        }
        .into(),
        relationship::Refusal::PartnerIsNoCustomer {
            organization: reseller.clone(),
        }
        .into(),
        relationship::Refusal::PartnerAndCustomer {
            first: provider.clone(),
            second: reseller.clone(),
        }
        .into(),
        access::Refusal::Itself.into(),
        relationship::Refusal::NoNewDirectCustomers {
            organization: direct_bill().party(),
        }
        .into(),
        organization::Refusal::DomainTaken {
            domain: "woodgrove.example".to_owned(),
        }
        .into(),
        customer::Refusal::SetupOver {
            customer: customer.clone(),
        }
        .into(),
        customer::Refusal::UserNameTaken {
            user_name: "anna@woodgrove.example".to_owned(),
        }
        .into(),
        invitation::Refusal::AlreadyInvited {
            invitation: id(INVITATION),
        }
        .into(),
        invitation::Refusal::LinkMissingInMessage.into(),
        invitation::Refusal::InvitationNotSent.into(),
        invitation::Refusal::InvitationAlreadySent.into(),
        invitation::Refusal::LinkReplaced { at }.into(),
        invitation::Refusal::SentRecently { again: at }.into(),
        invitation::Refusal::SendingQuotaReached {
            a_day: 1_000,
            again: at,
        }
        .into(),
        invitation::Refusal::LinkMadeTenant.into(),
        invitation::Refusal::InvitationExpired { at }.into(),
        invitation::Refusal::InvitationAccepted { at }.into(),
        invitation::Refusal::InvitationDeclined { at }.into(),
        invitation::Refusal::InvitationCanceled { at }.into(),
        invitation::Refusal::AddressedToAnother {
            addressee: reseller.clone(),
            signed_in: customer,
        }
        .into(),
        invitation::Refusal::NotConfirmed.into(),
        invitation::Refusal::NothingGranted { partner: reseller }.into(),
    ];
    all.extend(lines::refusals());
    all.extend(joining::refusals());
    all.extend(standing::refusals().into_iter().map(Refusal::from));
    all.extend(tenant_owner::refusals().into_iter().map(Refusal::from));
    all.extend(subscription::refusals().into_iter().map(Refusal::from));
    all.extend(licenses::refusals().into_iter().map(Refusal::from));
    all.extend(order_request::refusals().into_iter().map(Refusal::from));
    all.extend(ends::refusals().into_iter().map(Refusal::from));
    all.extend(directory::refusals().into_iter().map(Refusal::from));
    all.extend(imports(at).into_iter().map(Refusal::from));
    all
}

/// Those of imports.
fn imports(at: Timestamp) -> Vec<import::Refusal> {
    vec![
        import::Refusal::Open {
            by: "Robin Counts".to_owned(),
            since: at,
        },
        import::Refusal::UnderWay,
        import::Refusal::Over,
        import::Refusal::TooLarge { most_megabytes: 64 },
    ]
}

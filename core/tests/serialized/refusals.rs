//! Refusals: the data, the text, who can put it right and how.

use insta::assert_json_snapshot;
use tierline_core::{
    Refusal,
    access::Action,
    market::Region,
    organization::{Capability, CapabilityState},
    permission::SubjectKind,
    relationship::Grant,
    role::Role,
};

use crate::{common::*, country};

#[test]
fn refusals() {
    let (provider, reseller, customer) =
        (provider().party(), reseller().party(), customer().party());
    let product = "Business Basic".to_owned();
    let at = day(1);
    let refusals = [
        Refusal::RoleMissing {
            action: Action::AcceptPartnership,
            organization: reseller.clone(),
            needs: vec![Role::GlobalAdmin],
        },
        Refusal::RoleMissing {
            action: Action::EndGrant,
            organization: reseller.clone(),
            needs: Vec::new(),
        },
        Refusal::WrongSubject {
            action: Action::PlaceOrder,
            subject: SubjectKind::Own,
        },
        Refusal::CapabilityInactive {
            organization: provider.clone(),
            capability: Capability::IndirectProvider,
            state: Some(CapabilityState::Suspended),
        },
        Refusal::AgreementUnsigned {
            organization: reseller.clone(),
        },
        Refusal::MpnIdMissing {
            organization: reseller.clone(),
        },
        Refusal::RegionMismatch {
            first: provider.clone(),
            first_country: country("DE"),
            second: customer.clone(),
            second_country: country("TW"),
        },
        Refusal::NoCurrency {
            country: country("VA"),
            region: Region::Europe,
        },
        Refusal::NoPartnership {
            provider: provider.clone(),
            reseller: reseller.clone(),
        },
        Refusal::PartnershipExists {
            provider: provider.clone(),
            reseller: reseller.clone(),
        },
        Refusal::PartnershipEnded { ends: at },
        Refusal::TenantAdminMissing {
            provider: provider.clone(),
            reseller: reseller.clone(),
        },
        Refusal::NoRelationship {
            partner: provider.clone(),
            customer: customer.clone(),
        },
        Refusal::GrantMissing {
            partner: provider.clone(),
            customer: customer.clone(),
            grant: Grant::Administer,
        },
        Refusal::GrantEnded { at },
        Refusal::RelationshipExists {
            partner: reseller.clone(),
            customer: customer.clone(),
        },
        Refusal::ProviderOrders {
            provider: provider.clone(),
            customer: customer.clone(),
        },
        Refusal::ProviderWithoutRelationship {
            reseller: reseller.clone(),
            provider: Some(provider.clone()),
            customer: customer.clone(),
        },
        Refusal::ResellerCannotCreateCustomers {
            providers: vec![provider.clone()],
        },
        Refusal::ResellerCannotCreateCustomers {
            providers: Vec::new(),
        },
        Refusal::PartnerIsNoCustomer {
            organization: reseller.clone(),
        },
        Refusal::PartnerAndCustomer {
            first: provider.clone(),
            second: reseller.clone(),
        },
        Refusal::Itself,
        Refusal::NoNewDirectCustomers {
            organization: direct_bill().party(),
        },
        Refusal::DomainTaken {
            domain: "woodgrove.example".to_owned(),
        },
        Refusal::SetupOver {
            customer: customer.clone(),
        },
        Refusal::AlreadyInvited {
            invitation: id(INVITATION),
        },
        Refusal::LinkMissingInMessage,
        Refusal::InvitationNotSent,
        Refusal::InvitationAlreadySent,
        Refusal::LinkReplaced { at },
        Refusal::InvitationExpired { at },
        Refusal::InvitationAccepted { at },
        Refusal::InvitationDeclined { at },
        Refusal::InvitationCanceled { at },
        Refusal::AddressedToAnother {
            addressee: reseller.clone(),
            signed_in: customer,
        },
        Refusal::NotConfirmed,
        Refusal::NothingGranted { partner: reseller },
        Refusal::NoLines,
        Refusal::ProductTwice {
            product: product.clone(),
        },
        Refusal::ProductNotSold {
            product: product.clone(),
        },
        Refusal::QuantityOutside {
            product: product.clone(),
            asked: 301,
            minimum: 1,
            maximum: 300,
        },
        Refusal::CustomerMaximum {
            product: product.clone(),
            asked: 2,
            held: 299,
            maximum: 300,
        },
        Refusal::OnePerCustomer { product },
    ];
    let shown: Vec<_> = refusals
        .iter()
        .map(|refusal| {
            let json = serde_json::to_value(refusal).unwrap();
            assert_eq!(json["code"], refusal.code());
            assert_eq!(
                &serde_json::from_value::<Refusal>(json.clone()).unwrap(),
                refusal
            );
            serde_json::json!({
                "refusal": json,
                "text": refusal.to_string(),
                "fixer": refusal.fixer(),
                "next_step": refusal.next_step(),
            })
        })
        .collect();
    assert_json_snapshot!(shown);
}

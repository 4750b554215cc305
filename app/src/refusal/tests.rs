//! Every refusal is explained in every language, with nothing left to fill in.

use std::collections::HashSet;

use tierline_core::{
    Refusal, Timestamp,
    access::Action,
    ids::{InvitationId, OrganizationId, UserId},
    market::Country,
    organization::{Capabilities, Capability, CapabilityState, Party},
    permission::SubjectKind,
    relationship::Grant,
    role::{Role, RoleSet},
};
use uuid::Uuid;

use crate::{
    account::model::session::{SessionInfo, SessionOrganization},
    i18n::Lang,
    refusal::{explain, remedy},
};

fn party(n: u128, name: &str) -> Party {
    Party {
        id: OrganizationId::from_uuid(Uuid::from_u128(n)),
        name: name.parse().unwrap(),
    }
}

fn every_refusal() -> Vec<Refusal> {
    let (a, b) = (party(1, "Contoso Distribution"), party(2, "Fabrikam"));
    let at: Timestamp = "2026-11-21T09:15:00Z".parse().unwrap();
    let (taiwan, germany): (Country, Country) = ("TW".parse().unwrap(), "DE".parse().unwrap());
    let product = || "Office 365 E3".to_owned();
    let mut all = vec![
        Refusal::AgreementUnsigned {
            organization: a.clone(),
        },
        Refusal::MpnIdMissing {
            organization: a.clone(),
        },
        Refusal::RegionMismatch {
            first: a.clone(),
            first_country: taiwan,
            second: b.clone(),
            second_country: germany,
        },
        Refusal::NoCurrency {
            country: germany,
            region: germany.region(),
        },
        Refusal::NoPartnership {
            provider: a.clone(),
            reseller: b.clone(),
        },
        Refusal::PartnershipExists {
            provider: a.clone(),
            reseller: b.clone(),
        },
        Refusal::PartnershipEnded { ends: at },
        Refusal::TenantAdminMissing {
            provider: a.clone(),
            reseller: b.clone(),
        },
        Refusal::NoRelationship {
            partner: a.clone(),
            customer: b.clone(),
        },
        Refusal::GrantMissing {
            partner: a.clone(),
            customer: b.clone(),
            grant: Grant::Administer,
        },
        Refusal::GrantEnded { at },
        Refusal::RelationshipExists {
            partner: a.clone(),
            customer: b.clone(),
        },
        Refusal::ProviderOrders {
            provider: a.clone(),
            customer: b.clone(),
        },
        Refusal::ProviderWithoutRelationship {
            reseller: party(3, "Northwind"),
            provider: Some(a.clone()),
            customer: b.clone(),
        },
        Refusal::ProviderWithoutRelationship {
            reseller: a.clone(),
            provider: None,
            customer: b.clone(),
        },
        Refusal::ResellerCannotCreateCustomers { providers: vec![] },
        Refusal::ResellerCannotCreateCustomers {
            providers: vec![a.clone(), b.clone()],
        },
        Refusal::PartnerIsNoCustomer {
            organization: a.clone(),
        },
        Refusal::PartnerAndCustomer {
            first: a.clone(),
            second: b.clone(),
        },
        Refusal::Itself,
        Refusal::NoNewDirectCustomers {
            organization: a.clone(),
        },
        Refusal::DomainTaken {
            domain: "contoso.example".to_owned(),
        },
        Refusal::SetupOver {
            customer: b.clone(),
        },
        Refusal::AlreadyInvited {
            invitation: InvitationId::from_uuid(Uuid::from_u128(9)),
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
            addressee: a.clone(),
            signed_in: b.clone(),
        },
        Refusal::NotConfirmed,
        Refusal::NothingGranted { partner: a.clone() },
        Refusal::NoLines,
        Refusal::ProductTwice { product: product() },
        Refusal::ProductNotSold { product: product() },
        Refusal::QuantityOutside {
            product: product(),
            asked: 400,
            minimum: 1,
            maximum: 300,
        },
        Refusal::CustomerMaximum {
            product: product(),
            asked: 40,
            held: 280,
            maximum: 300,
        },
        Refusal::OnePerCustomer { product: product() },
    ];
    let states = [
        CapabilityState::Enrolling,
        CapabilityState::Offboarding,
        CapabilityState::Suspended,
    ];
    for state in [
        None,
        Some(CapabilityState::Active),
        Some(CapabilityState::Ended),
    ]
    .into_iter()
    .chain(states.map(Some))
    {
        let capability = Capability::IndirectReseller;
        all.push(Refusal::CapabilityInactive {
            organization: a.clone(),
            capability,
            state,
        });
    }
    for action in [
        Action::RequestPartnership,
        Action::AcceptRelationship,
        Action::PlaceOrder,
        Action::ManageUsers,
    ] {
        let organization = a.clone();
        all.push(Refusal::RoleMissing {
            action,
            organization,
            needs: action
                .roles_in(&Capabilities::only(Capability::IndirectProvider))
                .into(),
        });
    }
    let organization = a.clone();
    all.push(Refusal::RoleMissing {
        action: Action::ViewOwn,
        organization,
        needs: vec![],
    });
    all.push(Refusal::WrongSubject {
        action: Action::PlaceOrder,
        subject: SubjectKind::Own,
    });
    all
}

/// Fails to compile when core learns a refusal that the list above does not have yet.
const fn in_the_list(refusal: &Refusal) {
    use Refusal as R;
    match refusal {
        R::RoleMissing { .. }
        | R::WrongSubject { .. }
        | R::CapabilityInactive { .. }
        | R::AgreementUnsigned { .. }
        | R::MpnIdMissing { .. } => {}
        R::RegionMismatch { .. }
        | R::NoCurrency { .. }
        | R::NoPartnership { .. }
        | R::PartnershipExists { .. } => {}
        R::PartnershipEnded { .. } | R::TenantAdminMissing { .. } | R::NoRelationship { .. } => {}
        R::GrantMissing { .. }
        | R::GrantEnded { .. }
        | R::RelationshipExists { .. }
        | R::ProviderOrders { .. } => {}
        R::ProviderWithoutRelationship { .. } | R::ResellerCannotCreateCustomers { .. } => {}
        R::PartnerIsNoCustomer { .. }
        | R::PartnerAndCustomer { .. }
        | R::Itself
        | R::NoNewDirectCustomers { .. } => {}
        R::DomainTaken { .. }
        | R::SetupOver { .. }
        | R::AlreadyInvited { .. }
        | R::LinkMissingInMessage
        | R::InvitationNotSent => {}
        R::InvitationAlreadySent | R::LinkReplaced { .. } | R::InvitationExpired { .. } => {}
        R::InvitationAccepted { .. }
        | R::InvitationDeclined { .. }
        | R::InvitationCanceled { .. } => {}
        R::AddressedToAnother { .. } | R::NotConfirmed | R::NothingGranted { .. } | R::NoLines => {}
        R::ProductTwice { .. } | R::ProductNotSold { .. } | R::QuantityOutside { .. } => {}
        R::CustomerMaximum { .. } | R::OnePerCustomer { .. } => {}
    }
}

#[test]
fn every_refusal_is_explained_in_every_language() {
    let all = every_refusal();
    all.iter().for_each(in_the_list);
    assert_eq!(
        all.iter().map(Refusal::code).collect::<HashSet<_>>().len(),
        42
    );
    for refusal in &all {
        let texts = Lang::ALL.map(|lang| explain(lang, refusal));
        for text in &texts {
            assert!(text.chars().count() > 15, "{}: {text}", refusal.code());
            assert!(
                !text.replace("{link}", "").contains(['{', '}']),
                "{}: {text}",
                refusal.code()
            );
            assert!(text.ends_with(['.', '。']), "{}: {text}", refusal.code());
            assert!(!text.contains('!'), "{}: {text}", refusal.code());
        }
        assert_eq!(
            texts.iter().collect::<HashSet<_>>().len(),
            3,
            "{}",
            refusal.code()
        );
    }
}

#[test]
fn the_missing_thing_and_who_can_supply_it_are_named() {
    let (provider, customer) = (party(1, "Contoso Distribution"), party(2, "Wingtip"));
    let refusal = Refusal::ProviderWithoutRelationship {
        reseller: party(3, "Fabrikam"),
        provider: Some(provider),
        customer,
    };
    assert!(explain(Lang::En, &refusal).starts_with(
        "Contoso Distribution has no relationship with this customer: invite Wingtip for both."
    ));
}

#[test]
fn a_remedy_is_offered_to_those_who_can_use_it() {
    let (own, customer) = (party(1, "Contoso Distribution"), party(2, "Wingtip"));
    let refusal = Refusal::NoRelationship {
        partner: own.clone(),
        customer: customer.clone(),
    };
    let session = |id| SessionInfo {
        user: UserId::from_uuid(Uuid::from_u128(7)),
        user_name: "Ann".to_owned(),
        email: "ann@contoso.example".to_owned(),
        must_change_password: false,
        organization: Some(SessionOrganization {
            id,
            name: "Contoso".to_owned(),
            capabilities: Capabilities::only(Capability::IndirectProvider),
            roles: RoleSet::EMPTY.with(Role::AdminAgent),
        }),
        others: Vec::new(),
    };
    let offered = remedy(Lang::En, &refusal, Some(&session(own.id)));
    let href = format!("/customers/request?customer={}", customer.id);
    assert_eq!(
        offered,
        Some((href, "Request a reseller relationship".to_owned()))
    );
    assert_eq!(
        remedy(Lang::En, &refusal, Some(&session(customer.id))),
        None
    );
    assert_eq!(remedy(Lang::En, &refusal, None), None);
}

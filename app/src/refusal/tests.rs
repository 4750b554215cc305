//! Every refusal is explained in every language, with no placeholder left over.

use std::collections::HashSet;

use tierline_core::{
    Refusal,
    access::{self, Action},
    ids::{OrganizationId, UserId},
    invitation,
    market::Country,
    order,
    organization::{self, Capabilities, Capability, CapabilityState, Party},
    relationship,
    role::{Role, RoleSet},
    testing,
};
use uuid::Uuid;

use crate::{
    account::model::session::{SessionInfo, SessionOrganization},
    i18n::{Lang, market},
    refusal::{explain, remedy},
};

fn party(n: u128, name: &str) -> Party {
    Party {
        id: OrganizationId::from_uuid(Uuid::from_u128(n)),
        name: name.parse().unwrap(),
    }
}

/// Each refusal, and those whose words differ for different facts.
fn every_refusal() -> Vec<Refusal> {
    let (a, b) = (party(1, "Contoso Distribution"), party(2, "Fabrikam"));
    let mut all = testing::refusals();
    all.push(
        order::Refusal::ProviderWithoutRelationship {
            reseller: a.clone(),
            provider: None,
            customer: b,
        }
        .into(),
    );
    let states = [
        None,
        Some(CapabilityState::Enrolling),
        Some(CapabilityState::Qualified),
        Some(CapabilityState::Active),
        Some(CapabilityState::Offboarding),
        Some(CapabilityState::Suspended),
        Some(CapabilityState::Ended),
    ];
    all.extend(states.map(|state| {
        let (organization, capability) = (a.clone(), Capability::IndirectReseller);
        organization::Refusal::CapabilityInactive {
            organization,
            capability,
            state,
        }
        .into()
    }));
    all.extend(Action::ALL.iter().map(|action| {
        let organization = a.clone();
        access::Refusal::RoleMissing {
            action: *action,
            organization,
            needs: action
                .roles_in(&Capabilities::only(Capability::IndirectProvider))
                .into(),
        }
        .into()
    }));
    all
}

#[test]
fn every_refusal_is_explained_in_every_language() {
    let all = every_refusal();
    let told: HashSet<_> = all.iter().map(Refusal::code).collect();
    assert_eq!(told, Refusal::codes().collect());
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
    let refusal = order::Refusal::ProviderWithoutRelationship {
        reseller: party(3, "Fabrikam"),
        provider: Some(provider),
        customer,
    };
    let refusal = Refusal::from(refusal);
    assert!(explain(Lang::En, &refusal).starts_with(
        "Contoso Distribution has no relationship with this customer: invite Wingtip for both."
    ));
}

/// Where the portal leads to a page of the reader's own, the text speaks of that page, and of nobody who would have to
/// be asked for it.
#[test]
fn what_a_refusal_says_agrees_with_its_remedy() {
    let own = party(1, "Contoso Distribution");
    let session = SessionInfo {
        user: UserId::from_uuid(Uuid::from_u128(7)),
        user_name: "Ann".to_owned(),
        email: "ann@contoso.example".to_owned(),
        must_change_password: false,
        second_factor_owed: None,
        organization: Some(SessionOrganization {
            id: own.id,
            name: "Contoso".to_owned(),
            capabilities: Capabilities::only(Capability::IndirectProvider),
            roles: RoleSet::EMPTY.with(Role::GlobalAdmin),
            customers: Default::default(),
        }),
        others: Vec::new(),
    };
    let with_a_page: [Refusal; 5] = [
        organization::Refusal::AgreementUnsigned {
            organization: own.clone(),
        }
        .into(),
        organization::Refusal::MpnIdMissing {
            organization: own.clone(),
        }
        .into(),
        organization::Refusal::MpnLocationInactive {
            organization: own.clone(),
            mpn: "5000001".parse().unwrap(),
        }
        .into(),
        organization::Refusal::CapabilityInactive {
            organization: own.clone(),
            capability: Capability::IndirectReseller,
            state: None,
        }
        .into(),
        relationship::Refusal::NoNewDirectCustomers { organization: own }.into(),
    ];
    for refusal in &with_a_page {
        for lang in Lang::ALL {
            let text = explain(lang, refusal);
            for operator in ["program operator", "計畫營運者", "计划运营方"] {
                assert!(!text.contains(operator), "{text}");
            }
            // No label means that the link leads elsewhere than the text.
            let label = remedy(lang, refusal, Some(&session), None).map(|(_, label)| label);
            let page = label.as_deref().map(|label| {
                ["Go to ", "前往", "转到"]
                    .into_iter()
                    .find_map(|verb| label.strip_prefix(verb))
                    .unwrap_or(label)
                    .to_lowercase()
            });
            let names = page.is_some_and(|page| text.to_lowercase().contains(&page));
            assert!(names, "{label:?}: {text}");
        }
    }
}

#[test]
fn a_refused_move_names_both_regions() {
    let refusal = Refusal::from(organization::Refusal::CountryInUse {
        organization: Box::new(party(1, "Fabrikam")),
        from: Country::parse("FR").unwrap(),
        country: Country::parse("TW").unwrap(),
        mpn: None,
        partners: vec![party(2, "Contoso Distribution")],
        more_partners: 0,
        customers: Vec::new(),
        more_customers: 0,
    });
    for lang in Lang::ALL {
        let text = explain(lang, &refusal);
        for code in ["FR", "TW"] {
            let region = market::region(lang, Country::parse(code).unwrap().region());
            assert!(text.contains(region), "{text}");
        }
    }
}

#[test]
fn a_remedy_is_offered_to_those_who_can_use_it() {
    let (own, customer) = (party(1, "Contoso Distribution"), party(2, "Wingtip"));
    let refusal = relationship::Refusal::NoRelationship {
        partner: own.clone(),
        customer: customer.clone(),
    };
    let refusal = Refusal::from(refusal);
    let session = |id| SessionInfo {
        user: UserId::from_uuid(Uuid::from_u128(7)),
        user_name: "Ann".to_owned(),
        email: "ann@contoso.example".to_owned(),
        must_change_password: false,
        second_factor_owed: None,
        organization: Some(SessionOrganization {
            id,
            name: "Contoso".to_owned(),
            capabilities: Capabilities::only(Capability::IndirectProvider),
            roles: RoleSet::EMPTY.with(Role::AdminAgent),
            customers: Default::default(),
        }),
        others: Vec::new(),
    };
    let offered = remedy(Lang::En, &refusal, Some(&session(own.id)), None);
    let href = format!("/customers/request?customer={}", customer.id);
    assert_eq!(
        offered,
        Some((href, "Request a reseller relationship".to_owned()))
    );
    assert_eq!(
        remedy(Lang::En, &refusal, Some(&session(customer.id)), None),
        None
    );
    assert_eq!(remedy(Lang::En, &refusal, None, None), None);
    // Of two regions, the reader can look up the own one.
    let apart = Refusal::from(organization::Refusal::RegionMismatch {
        first: own.clone(),
        first_country: Country::parse("TW").unwrap(),
        second: customer,
        second_country: Country::parse("DE").unwrap(),
    });
    let offered = remedy(Lang::En, &apart, Some(&session(own.id)), None);
    assert_eq!(
        offered,
        Some((
            "/settings/csp-region".to_owned(),
            "See your region".to_owned()
        ))
    );
    assert_eq!(remedy(Lang::En, &apart, None, None), None);
    // Who may not sign is led to who can; another organization's agreement has no page here.
    let unsigned = Refusal::from(organization::Refusal::AgreementUnsigned {
        organization: own.clone(),
    });
    let offered = remedy(Lang::En, &unsigned, Some(&session(own.id)), None);
    assert_eq!(
        offered,
        Some((
            "/agreement/partner_agreement".to_owned(),
            "See who can sign".to_owned()
        ))
    );
    assert_eq!(
        remedy(
            Lang::En,
            &unsigned,
            Some(&session(OrganizationId::from_uuid(Uuid::from_u128(9)))),
            None
        ),
        None
    );
    // Signing in leads back to where the reader was.
    let used = Refusal::from(invitation::Refusal::LinkMadeTenant);
    let offered = remedy(Lang::En, &used, None, Some("/invitation/abc"));
    assert_eq!(
        offered,
        Some((
            "/sign-in?next=%2Finvitation%2Fabc".to_owned(),
            "Sign in".to_owned()
        ))
    );
}

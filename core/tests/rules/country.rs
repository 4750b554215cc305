//! Another legal location: what stands in the way of it, and what begins again.

use tierline_core::{
    Evolve as _, Refusal,
    enrollment::{CountryFacts, Dealings, change_country},
    membership::follow,
    organization::{self, Capability, CapabilityState, StandingFacts},
    role::Role,
};

use crate::common::*;

/// A partner that was reviewed is reviewed again as far as its registered address goes, and an approval that nobody has
/// signed for yet is taken back.
#[test]
fn another_country_starts_the_check_of_the_business_again() {
    let operator = operator();
    let admin = actor(&operator, Role::ProgramAdmin);
    let reason = "it has moved".parse().unwrap();
    let mut partner = with(
        reseller(),
        Capability::IndirectReseller,
        CapabilityState::Qualified,
    );
    let mut enrollment = qualified_enrollment(&partner);
    let facts = CountryFacts {
        standing: StandingFacts {
            operator: &operator,
            organization: &partner,
        },
        enrollment: Some(&enrollment),
        location: None,
        partners: &[],
        customers: &[],
    };
    let decided = change_country(facts, "TW".parse().unwrap(), &reason, &admin, day(40)).unwrap();
    for event in &decided.enrollment {
        enrollment.apply(event);
    }
    for event in &decided.organization {
        partner.apply(event);
    }
    assert!(!enrollment.checks.business.is_passed());
    assert!(enrollment.checks.email_domain.is_passed());
    let state = partner.capabilities.indirect_reseller;
    assert_eq!(state, Some(CapabilityState::Enrolling));
}

/// Everything that stands in the way is named at once: five of each kind, and how many more there are.
#[test]
fn a_country_that_separates_is_refused_with_every_name() {
    let operator = operator();
    let admin = actor(&operator, Role::ProgramAdmin);
    let reason = "it has moved".parse().unwrap();
    let partner = reseller();
    let near = Dealings {
        country: partner.country,
        total: 12,
        first: vec![customer().party(); 5],
    };
    let here = "TW".parse().unwrap();
    let facts = CountryFacts {
        standing: StandingFacts {
            operator: &operator,
            organization: &partner,
        },
        enrollment: None,
        location: Some(partner.country),
        partners: std::slice::from_ref(&near),
        customers: &[
            near.clone(),
            Dealings {
                country: here,
                ..near.clone()
            },
        ],
    };
    let refusal = change_country(facts, here, &reason, &admin, day(1)).unwrap_err();
    let Refusal::Organization(organization::Refusal::CountryInUse {
        mpn,
        partners,
        more_partners,
        customers,
        more_customers,
        ..
    }) = refusal
    else {
        panic!("{refusal}");
    };
    assert_eq!(mpn, partner.mpn);
    assert_eq!((partners.len(), more_partners), (5, 7));
    assert_eq!((customers.len(), more_customers), (5, 7));
}

/// The way to another country: the operator enters the MPN ID of a location there, which counts once the partner has
/// moved; and one that does not count any more holds nobody.
#[test]
fn an_mpn_id_counts_in_its_country_alone() {
    let operator = operator();
    let admin = actor(&operator, Role::ProgramAdmin);
    let reason = "it has moved".parse().unwrap();
    let (mut partner, member) = (reseller(), member());
    let profile = &member.profiles[0];
    let places: Vec<_> = profile
        .locations
        .iter()
        .map(|it| (profile.clone(), it.clone()))
        .collect();
    let there = places
        .iter()
        .find(|(_, it)| it.country != partner.country)
        .unwrap();
    partner.mpn = Some(there.1.mpn.clone());
    let event = follow(&partner, Some(there), day(1)).unwrap();
    let told = organization::Event::MpnDeactivated {
        mpn: there.1.mpn.clone(),
        elsewhere: Some(there.1.country),
        at: day(1),
    };
    assert_eq!(event, told);
    partner.apply(&event);
    let to = |partner: &organization::Organization, location, country| {
        let facts = CountryFacts {
            standing: StandingFacts {
                operator: &operator,
                organization: partner,
            },
            enrollment: None,
            location: Some(location),
            partners: &[],
            customers: &[],
        };
        let decided = change_country(facts, country, &reason, &admin, day(2));
        decided.map(|it| it.organization).map_err(|it| it.code())
    };
    let home = partner.country;
    for event in to(&partner, there.1.country, there.1.country).unwrap() {
        partner.apply(&event);
    }
    let event = follow(&partner, Some(there), day(3)).unwrap();
    assert!(matches!(event, organization::Event::MpnReactivated { .. }));
    partner.apply(&event);
    // It counts, and so it holds the partner in its country.
    assert_eq!(to(&partner, there.1.country, home), Err("country_in_use"));
    let mut inactive = there.clone();
    inactive.1.is_active = false;
    partner.apply(&follow(&partner, Some(&inactive), day(4)).unwrap());
    assert!(to(&partner, there.1.country, home).is_ok());
}

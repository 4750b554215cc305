//! The permissions of roles, relationships and partnerships, and their holders.

use tierline_core::{
    access::{Action, CustomerFacts, PartnerFacts, authorize_on_customer, authorize_on_partner},
    refusal::{Fixer, NextStep},
    role::Role,
};

use crate::common::*;

#[test]
fn an_organization_administers_itself() {
    let customer = customer();
    let facts = CustomerFacts {
        organization: &customer,
        customer: &customer,
        relationship: None,
        providers: &[],
    };
    for action in [
        Action::ManageUsers,
        Action::ManageLicenses,
        Action::ViewSubscriptions,
        Action::ViewGrants,
    ] {
        assert!(
            authorize_on_customer(facts, &actor(&customer, Role::GlobalAdmin), action).is_ok(),
            "{action:?}"
        );
    }
}

#[test]
fn a_partnership_of_others_permits_nothing() {
    let (provider, reseller, stranger) = (provider(), reseller(), stranger());
    let partnership = partnership(&provider, &reseller);
    let party = reseller.party();
    let facts = PartnerFacts {
        organization: &stranger,
        other: &party,
        partnership: Some(&partnership),
    };
    let refusal = authorize_on_partner(
        facts,
        &actor(&stranger, Role::GlobalAdmin),
        Action::ViewPartners,
        day(2),
    )
    .unwrap_err();
    assert_eq!(refusal.code(), "no_partnership");
}

#[test]
fn a_missing_partnership_is_named_the_right_way_round() {
    let (provider, reseller) = (provider(), reseller());
    let party = provider.party();
    let facts = PartnerFacts {
        organization: &reseller,
        other: &party,
        partnership: None,
    };
    let refusal = authorize_on_partner(
        facts,
        &actor(&reseller, Role::GlobalAdmin),
        Action::ViewPartners,
        day(2),
    )
    .unwrap_err();
    assert_eq!(
        refusal,
        tierline_core::partnership::Refusal::NoPartnership {
            provider: provider.party(),
            reseller: reseller.party()
        }
        .into()
    );
}

#[test]
fn a_reseller_does_not_administer_by_the_access_it_gave() {
    let (provider, reseller) = (provider(), reseller());
    let partnership = partnership(&provider, &reseller);
    let party = provider.party();
    let facts = PartnerFacts {
        organization: &reseller,
        other: &party,
        partnership: Some(&partnership),
    };
    let action = Action::AdministerResellerTenant;
    let refusal = authorize_on_partner(facts, &actor(&reseller, Role::GlobalAdmin), action, day(2))
        .unwrap_err();
    assert_eq!(refusal.code(), "role_missing");
}

#[test]
fn a_refusal_says_who_can_help_and_how() {
    let (provider, customer) = (provider(), customer());
    let facts = CustomerFacts {
        organization: &provider,
        customer: &customer,
        relationship: None,
        providers: &[],
    };
    let agent = actor(&provider, Role::AdminAgent);
    let refusal = authorize_on_customer(facts, &agent, Action::PlaceOrder).unwrap_err();
    assert_eq!(
        refusal.fixer(),
        Fixer::UserOf {
            organization: customer.party(),
            roles: vec![Role::GlobalAdmin]
        }
    );
    assert_eq!(
        refusal.next_step(),
        NextStep::RequestRelationship {
            customer: customer.id
        }
    );
}

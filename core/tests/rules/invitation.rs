//! Answering invitations: the users who may, and their possible answers.

use tierline_core::{
    customer::{self, CreateFacts},
    invitation::{
        self, AcceptFacts, Acceptance, AnswerFacts, DraftFacts, Kind, Pair, RelationshipIds,
    },
    organization::{Capability, CapabilityState},
    relationship::Side,
    role::Role,
};

use crate::common::*;

fn ids() -> RelationshipIds {
    RelationshipIds {
        partnership: id(21),
        first: id(22),
        second: id(23),
    }
}

#[test]
fn an_addressed_invitation_is_refused_to_others_even_when_the_addressee_cannot_be_named() {
    let (provider, reseller) = (provider(), reseller());
    let other = organization(6, "Proseware", "NL", Capability::IndirectReseller);
    let invitation = invitation(
        &provider,
        Kind::Partnership {
            provider: provider.id,
        },
        Some(reseller.id),
    );
    let facts = AnswerFacts {
        invitation: &invitation,
        link: 1,
        organization: &other,
        addressee: None,
    };
    assert!(invitation::decline(facts, None, &actor(&other, Role::GlobalAdmin), day(2)).is_err());
    let partners = [Pair {
        partner: &provider,
        partnership: None,
        relationship: None,
    }];
    let facts = AcceptFacts {
        invitation: &invitation,
        link: 1,
        organization: &other,
        addressee: None,
        partners: &partners,
        partnership: None,
        in_force: 0,
    };
    let acceptance = Acceptance {
        confirmed: true,
        grants: Vec::new(),
        ends: Vec::new(),
    };
    assert!(
        invitation::accept(
            facts,
            &acceptance,
            ids(),
            &actor(&other, Role::GlobalAdmin),
            day(2)
        )
        .is_err()
    );
}

#[test]
fn the_inviter_does_not_decline_its_own_invitation() {
    let provider = provider();
    let invitation = invitation(
        &provider,
        Kind::Partnership {
            provider: provider.id,
        },
        None,
    );
    let facts = AnswerFacts {
        invitation: &invitation,
        link: 1,
        organization: &provider,
        addressee: None,
    };
    let refusal =
        invitation::decline(facts, None, &actor(&provider, Role::GlobalAdmin), day(2)).unwrap_err();
    assert_eq!(refusal.code(), "itself");
}

#[test]
fn an_acceptance_without_every_partner_that_asked_is_refused() {
    let (provider, reseller, customer) = (provider(), reseller(), customer());
    let kind = Kind::JointRelationship {
        reseller: reseller.id,
        provider: provider.id,
    };
    let invitation = invitation(&reseller, kind, None);
    let partnership = partnership(&provider, &reseller);
    let pair = |partner| Pair {
        partner,
        partnership: None,
        relationship: None,
    };
    let acceptance = Acceptance {
        confirmed: true,
        grants: Vec::new(),
        ends: Vec::new(),
    };
    let partner_lists: [&[Pair<'_>]; 4] = [
        &[],
        &[pair(&reseller)],
        &[pair(&provider), pair(&reseller)],
        &[pair(&reseller), pair(&reseller)],
    ];
    for partners in partner_lists {
        let facts = AcceptFacts {
            invitation: &invitation,
            link: 1,
            organization: &customer,
            addressee: None,
            partners,
            partnership: Some(&partnership),
            in_force: 0,
        };
        assert!(
            invitation::accept(
                facts,
                &acceptance,
                ids(),
                &actor(&customer, Role::GlobalAdmin),
                day(2)
            )
            .is_err()
        );
    }
}

#[test]
fn no_tenant_is_made_with_an_addressed_link_even_when_the_addressee_cannot_be_named() {
    let (reseller, customer) = (reseller(), customer());
    let kind = Kind::Relationship {
        partner: reseller.id,
        side: Side::IndirectReseller,
    };
    let invitation = invitation(&reseller, kind, Some(customer.id));
    let facts = customer::SignUpFacts {
        invitation: &invitation,
        link: 1,
        partners: &[&reseller],
        addressee: None,
        made_tenant: false,
        taken: customer::Taken::default(),
    };
    let new = customer::SignUp {
        id: id(80),
        name: "Adventure Works".parse().unwrap(),
        domain: "adventure.example".parse().unwrap(),
        country: "AT".parse().unwrap(),
        admin: id(81),
        admin_name: "Anna Berg".parse().unwrap(),
        admin_user_name: "anna@adventure.example".parse().unwrap(),
    };
    assert!(customer::sign_up(facts, &new, day(2)).is_err());
}

#[test]
fn a_partner_with_both_capabilities_gets_no_new_direct_customers() {
    let both = with(
        direct_bill(),
        Capability::IndirectReseller,
        CapabilityState::Active,
    );
    let facts = DraftFacts {
        inviter: &both,
        provider: None,
        addressee: None,
        partnership_with_addressee: None,
        open_duplicate: None,
    };
    let kind = Kind::Relationship {
        partner: both.id,
        side: Side::DirectBill,
    };
    let agent = actor(&both, Role::AdminAgent);
    assert_eq!(
        invitation::draft(facts, kind, &message(), &agent, day(2))
            .unwrap_err()
            .code(),
        "no_new_direct_customers"
    );
    let facts = CreateFacts {
        partner: &both,
        reseller: None,
        providers: &[],
        taken: customer::Taken::default(),
        products: &[],
        offers: &[],
    };
    assert_eq!(
        customer::may_begin(facts, &agent, day(2))
            .unwrap_err()
            .code(),
        "no_new_direct_customers"
    );

    let customer = customer();
    let invitation = invitation(&both, kind, None);
    let partners = [Pair {
        partner: &both,
        partnership: None,
        relationship: None,
    }];
    let facts = AcceptFacts {
        invitation: &invitation,
        link: 1,
        organization: &customer,
        addressee: None,
        partners: &partners,
        partnership: None,
        in_force: 0,
    };
    let acceptance = Acceptance {
        confirmed: true,
        grants: Vec::new(),
        ends: Vec::new(),
    };
    let refusal = invitation::accept(
        facts,
        &acceptance,
        ids(),
        &actor(&customer, Role::GlobalAdmin),
        day(2),
    )
    .unwrap_err();
    assert_eq!(refusal.code(), "no_new_direct_customers");
}

//! Single rules that are easy to get wrong, each with the smallest world that shows it.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

#[expect(dead_code, reason = "each test uses a part of it")]
mod common;

use common::*;
use tierline_core::{
    access::{Action, CustomerFacts, PartnerFacts, on_customer, on_partner},
    catalogue::{Held, Limits, Product, check_quantity},
    customer::{self, CreateFacts},
    invitation::{
        self, AcceptFacts, Acceptance, AnswerFacts, DraftFacts, Kind, Pair, RelationshipIds,
    },
    order::{self, Line, OrderFacts},
    organisation::{Capability, CapabilityState},
    partnership::{self, Partnership},
    refusal::{Fixer, NextStep},
    relationship::Side,
    role::Role,
};

fn product(limits: Limits) -> Product {
    Product {
        sku: id(1),
        name: "Business Basic".to_owned(),
        sold: true,
        limits,
        price: None,
    }
}

const LIMITS: Limits = Limits {
    minimum: 1,
    maximum: 300,
    per_customer: None,
    one_per_customer: false,
};

fn ids() -> RelationshipIds {
    RelationshipIds {
        partnership: id(21),
        first: id(22),
        second: id(23),
    }
}

#[test]
fn nobody_orders_for_itself_by_being_its_own_customer() {
    for organisation in [customer(), provider(), reseller(), direct_bill()] {
        let products = [(product(LIMITS), Held::default())];
        let facts = OrderFacts {
            partner: &organisation,
            customer: &organisation,
            relationship: None,
            providers: &[],
            partner_of_record: None,
            products: &products,
        };
        let lines = [Line {
            sku: id(1),
            quantity: 1,
            subscription: id(9),
        }];
        let actor = actor(&organisation, Role::GlobalAdmin);
        let refusal = order::order(facts, id(8), &lines, &actor, day(2)).unwrap_err();
        assert_eq!(refusal.code(), "itself", "{}", organisation.name);
    }
}

#[test]
fn an_organisation_administers_itself() {
    let customer = customer();
    let facts = CustomerFacts {
        organisation: &customer,
        customer: &customer,
        relationship: None,
        providers: &[],
    };
    for action in [
        Action::ManageUsers,
        Action::ManageLicences,
        Action::ViewSubscriptions,
        Action::ViewGrants,
    ] {
        assert!(
            on_customer(facts, &actor(&customer, Role::GlobalAdmin), action, day(2)).is_ok(),
            "{action:?}"
        );
    }
}

#[test]
fn a_third_party_ends_nobodys_partnership() {
    let partnership = partnership(&provider(), &reseller());
    let stranger = stranger();
    let facts = partnership::Facts {
        partnership: &partnership,
        organisation: &stranger,
    };
    for command in [
        partnership::Command::End { reason: None },
        partnership::Command::RevokeTenantAdmin,
    ] {
        let refusal = partnership::decide(
            facts,
            &command,
            &actor(&stranger, Role::GlobalAdmin),
            day(2),
        )
        .unwrap_err();
        assert_eq!(refusal.code(), "role_missing", "{command:?}");
    }
}

#[test]
fn a_partnership_of_others_permits_nothing() {
    let (provider, reseller, stranger) = (provider(), reseller(), stranger());
    let partnership = partnership(&provider, &reseller);
    let party = reseller.party();
    let facts = PartnerFacts {
        organisation: &stranger,
        other: &party,
        partnership: Some(&partnership),
    };
    let refusal = on_partner(
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
        organisation: &reseller,
        other: &party,
        partnership: None,
    };
    let refusal = on_partner(
        facts,
        &actor(&reseller, Role::GlobalAdmin),
        Action::ViewPartners,
        day(2),
    )
    .unwrap_err();
    assert_eq!(
        refusal,
        tierline_core::Refusal::NoPartnership {
            provider: provider.party(),
            reseller: reseller.party()
        }
    );
}

#[test]
fn a_reseller_does_not_administer_by_the_access_it_gave() {
    let (provider, reseller) = (provider(), reseller());
    let partnership = partnership(&provider, &reseller);
    let party = provider.party();
    let facts = PartnerFacts {
        organisation: &reseller,
        other: &party,
        partnership: Some(&partnership),
    };
    let action = Action::AdministerResellerTenant;
    let refusal =
        on_partner(facts, &actor(&reseller, Role::GlobalAdmin), action, day(2)).unwrap_err();
    assert_eq!(refusal.code(), "role_missing");
}

#[test]
fn an_addressed_invitation_is_refused_to_others_even_when_the_addressee_cannot_be_named() {
    let (provider, reseller) = (provider(), reseller());
    let other = organisation(6, "Proseware", "NL", Capability::IndirectReseller);
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
        organisation: &other,
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
        organisation: &other,
        addressee: None,
        partners: &partners,
        partnership: None,
    };
    let acceptance = Acceptance {
        confirmed: true,
        grants: Vec::new(),
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
        organisation: &provider,
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
            organisation: &customer,
            addressee: None,
            partners,
            partnership: Some(&partnership),
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
        domain_taken: false,
        products: &[],
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
        organisation: &customer,
        addressee: None,
        partners: &partners,
        partnership: None,
    };
    let acceptance = Acceptance {
        confirmed: true,
        grants: Vec::new(),
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

#[test]
fn nothing_is_no_quantity_whatever_the_catalogue_says() {
    let product = product(Limits {
        minimum: 0,
        ..LIMITS
    });
    assert_eq!(
        check_quantity(&product, Held::default(), 0)
            .unwrap_err()
            .code(),
        "quantity_outside"
    );
}

#[test]
fn what_is_over_stays_over() {
    let ended = partnership::Event::Ended {
        at: day(3),
        by: provider().id,
        reason: None,
    };
    let over = Partnership::evolve(
        id(2000),
        Some(partnership(&provider(), &reseller())),
        &ended,
    );
    let notice = partnership::Event::NoticeGiven {
        at: day(4),
        by: reseller().id,
        user: id(1),
        ends: day(34),
        reason: None,
    };
    assert_eq!(Partnership::evolve(id(2000), over.clone(), &notice), over);

    let provider = provider();
    let sent = invitation(
        &provider,
        Kind::Partnership {
            provider: provider.id,
        },
        None,
    );
    let cancelled = invitation::Event::Cancelled {
        at: day(2),
        by: id(1),
    };
    let over = invitation::Invitation::evolve(sent.id, Some(sent), &cancelled);
    let accepted = invitation::Event::Accepted {
        organisation: id(2),
        at: day(3),
        by: id(1),
    };
    assert_eq!(
        invitation::Invitation::evolve(id(INVITATION), over.clone(), &accepted),
        over
    );
}

#[test]
fn a_refusal_says_who_can_help_and_how() {
    let (provider, customer) = (provider(), customer());
    let facts = CustomerFacts {
        organisation: &provider,
        customer: &customer,
        relationship: None,
        providers: &[],
    };
    let agent = actor(&provider, Role::AdminAgent);
    let refusal = on_customer(facts, &agent, Action::PlaceOrder, day(2)).unwrap_err();
    assert_eq!(
        refusal.fixer(),
        Fixer::UserOf {
            organisation: customer.party(),
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
        domain_taken: false,
    };
    let new = customer::SignUp {
        id: id(80),
        name: "Adventure Works".parse().unwrap(),
        domain: "adventure.example".parse().unwrap(),
        country: "AT".parse().unwrap(),
        admin: id(81),
    };
    assert!(customer::sign_up(facts, &new, day(2)).is_err());
}

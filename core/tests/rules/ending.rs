//! Ending partnerships and relationships: only some users may, and an ended one stays ended.

use tierline_core::{
    Evolve as _,
    access::Basis,
    customer::{Affected, Effect, EndingFacts, ending},
    invitation::{self, Kind},
    order_request::{self, Lapse},
    organization::Organization,
    partnership::{self, Partnership},
    relationship::{Command, Grant, GrantSet, Relationship, RelationshipFacts, Side},
    role::Role,
    subscription::{Author, AutoRenew, Pending, State, Subscription},
};

use crate::common::*;

#[test]
fn a_third_party_ends_nobodys_partnership() {
    let partnership = partnership(&provider(), &reseller());
    let stranger = stranger();
    let facts = partnership::PartnershipFacts {
        partnership: &partnership,
        organization: &stranger,
    };
    for command in [
        partnership::Command::End { reason: None },
        partnership::Command::RevokeTenantAdmin,
        partnership::Command::GrantTenantAdmin,
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
    let canceled = invitation::Event::Canceled {
        at: day(2),
        by: id(1),
    };
    let over = invitation::Invitation::evolve(sent.id, Some(sent), &canceled);
    let accepted = invitation::Event::Accepted {
        organization: id(2),
        at: day(3),
        by: id(1),
    };
    assert_eq!(
        invitation::Invitation::evolve(id(INVITATION), over.clone(), &accepted),
        over
    );
}

/// What follows when the customer, served by provider and reseller, takes this from the partner.
fn follows(
    partner: &Organization,
    side: Side,
    command: Command,
    bought: &[Subscription],
) -> (GrantSet, Vec<Affected>) {
    let (provider, reseller, customer) = (provider(), reseller(), customer());
    let serves = |partner, side: Side| relationship(partner, &customer, side, side.asks_for());
    let relationships: [Relationship; 2] = [
        serves(&provider, Side::IndirectProvider),
        serves(&reseller, Side::IndirectReseller),
    ];
    let asked = RelationshipFacts {
        relationship: &serves(partner, side),
        customer: &customer,
        partner: &partner.party(),
    };
    let facts = EndingFacts {
        asked,
        relationships: &relationships,
        subscriptions: bought,
        requests: 0,
    };
    let admin = actor(&customer, Role::GlobalAdmin);
    let told = ending(facts, command, &admin, day(2)).unwrap();
    (told.nobody_else, told.subscriptions)
}

#[test]
fn a_subscription_that_a_reseller_looks_after_loses_only_its_changes() {
    let (alone, affected) = follows(
        &provider(),
        Side::IndirectProvider,
        Command::EndGrant(Grant::OrderOnBehalf),
        &[subscription(None)],
    );
    assert_eq!(alone, GrantSet::EMPTY.with(Grant::OrderOnBehalf));
    // Its partner of record still says how the term goes on.
    assert_eq!(affected[0].effects, [Effect::NoChanges, Effect::Renews]);
}

#[test]
fn the_end_of_a_reseller_leaves_its_name_on_what_it_earns_on() {
    let mut suspended = subscription(None);
    suspended.state = State::Suspended {
        at: day(1),
        by: id(7),
    };
    let (alone, affected) = follows(
        &reseller(),
        Side::IndirectReseller,
        Command::End,
        &[suspended],
    );
    // Support is the provider's too.
    assert_eq!(alone, GrantSet::EMPTY.with(Grant::Administer));
    assert_eq!(
        affected[0].effects,
        [Effect::StaysOfRecord, Effect::Expires]
    );
}

#[test]
fn requests_for_orders_lapse_with_the_relationship_alone() {
    let customer = customer();
    for (partner, side) in [
        (provider(), Side::IndirectProvider),
        (reseller(), Side::IndirectReseller),
    ] {
        let serves = relationship(&partner, &customer, side, side.asks_for());
        let admin = actor(&customer, Role::GlobalAdmin);
        let facts = EndingFacts {
            asked: RelationshipFacts {
                relationship: &serves,
                customer: &customer,
                partner: &partner.party(),
            },
            relationships: &[],
            subscriptions: &[],
            requests: 3,
        };
        let lapsing = |command| ending(facts, command, &admin, day(2)).unwrap().lapsing;
        assert_eq!(lapsing(Command::End), 3);
        for grant in side.asks_for().iter() {
            assert_eq!(lapsing(Command::EndGrant(grant)), 0, "{grant:?}");
        }
        // That is what becomes of a request.
        let mut over = serves.clone();
        over.apply(&tierline_core::relationship::Event::Ended {
            at: day(2),
            by: id(1),
        });
        let world = RequestWorld::new();
        let request = order_request();
        let parties = world.parties();
        let facts = order_request::Facts {
            request: &request,
            parties: match side {
                Side::IndirectProvider => order_request::Parties {
                    orders: Some(&over),
                    ..parties
                },
                _ => order_request::Parties {
                    serves: Some(&over),
                    ..parties
                },
            },
            subscription: world.subject().subscription(),
        };
        let lapsed = order_request::lapse(facts, day(2));
        assert!(
            matches!(
                lapsed,
                Some(order_request::Event::Lapsed {
                    why: Lapse::Relationship,
                    ..
                })
            ),
            "{lapsed:?}"
        );
    }
}

#[test]
fn what_is_scheduled_stays_and_what_is_over_is_not_told() {
    let first = subscription(None);
    let mut scheduled = Subscription {
        id: id(61),
        ends: first.ends - chrono::TimeDelta::days(1),
        ..subscription(None)
    };
    scheduled.course.pending = Some(Pending {
        change: scheduled.as_is(),
        renewed: false,
        price: None,
        at: day(1),
        author: Author {
            user: id(7),
            organization: provider().id,
            basis: Basis::Role {
                role: Role::AdminAgent,
            },
        },
    });
    let over = Subscription {
        id: id(62),
        state: State::Expired { at: day(1) },
        ..subscription(None)
    };
    let (_, affected) = follows(
        &provider(),
        Side::IndirectProvider,
        Command::End,
        &[first.clone(), over, scheduled.clone()],
    );
    let ids: Vec<_> = affected.iter().map(|it| it.id).collect();
    assert_eq!(ids, [scheduled.id, first.id]);
    assert_eq!(
        affected[0].effects,
        [
            Effect::NoChanges,
            Effect::NoSupport,
            Effect::ScheduledStays,
            Effect::Renews
        ]
    );
    // What does not renew has nothing to change then.
    scheduled.course.auto_renew = AutoRenew::Off;
    let (_, affected) = follows(
        &provider(),
        Side::IndirectProvider,
        Command::End,
        &[scheduled],
    );
    assert_eq!(
        affected[0].effects,
        [Effect::NoChanges, Effect::NoSupport, Effect::Expires]
    );
}

#[test]
fn who_ordered_supports_again_what_a_reseller_was_designated_for() {
    let designated = Subscription {
        support_contact: reseller().id,
        ..subscription(None)
    };
    let side = Side::IndirectReseller;
    for (command, effects) in [
        (
            Command::EndGrant(Grant::Support),
            &[Effect::SupportReturns, Effect::Renews][..],
        ),
        (
            Command::End,
            &[
                Effect::StaysOfRecord,
                Effect::SupportReturns,
                Effect::Renews,
            ][..],
        ),
    ] {
        let bought = [designated.clone()];
        let (_, affected) = follows(&reseller(), side, command, &bought);
        // Who may renew it still may: the provider.
        assert_eq!(affected[0].effects, effects, "{command:?}");
    }
}

#[test]
fn nothing_follows_for_what_another_partner_ordered() {
    let other = Subscription {
        partner: stranger().id,
        partner_of_record: None,
        support_contact: stranger().id,
        ..subscription(None)
    };
    let (_, affected) = follows(&provider(), Side::IndirectProvider, Command::End, &[other]);
    assert!(affected.is_empty(), "{affected:?}");
}

//! Who may change a subscription.

use tierline_core::{
    Evolve as _, Refusal,
    access::{Basis, CustomerFacts, Provider},
    organization::Organization,
    relationship::{self, Grant, Relationship, Side},
    role::Role,
    subscription::{AutoRenew, Candidate, Command, Facts, Happened, Plan, decide},
    term::{Billing, Term},
};

use super::{World, common};
use crate::common::*;

const OFF: Command = Command::SetAutoRenew {
    auto_renew: AutoRenew::Off,
};

const fn schedule(quantity: u32) -> Command {
    Command::Schedule {
        quantity: Some(quantity),
        upgrade: None,
        plan: None,
    }
}

fn by(
    world: &World,
    organization: &Organization,
    relationship: Option<&Relationship>,
    of_record: Option<&Organization>,
    role: Role,
    command: Command,
) -> Result<Vec<Happened>, Refusal> {
    let orderer = world.orderer();
    let of_record = of_record.map(|partner| Candidate {
        partner,
        partnership: None,
        relationship: None,
    });
    let providers = [Provider {
        party: world.provider.party(),
        may_order: true,
    }];
    let facts = Facts {
        access: CustomerFacts {
            organization,
            customer: &world.customer,
            relationship,
            providers: &providers,
        },
        of_record,
        ..world.facts(&orderer)
    };
    decide(facts, command, &actor(organization, role), day(2))
}

fn tie(partner: &Organization, side: Side) -> Relationship {
    common::relationship(partner, &customer(), side, side.asks_for())
}

/// "Providers and direct-bill partners order; resellers manage licenses, users and renewals."
#[test]
fn a_reseller_manages_renewals_and_its_provider_orders() {
    let world = World::of(subscription(None));
    let reseller = reseller();
    let tied = tie(&reseller, Side::IndirectReseller);
    let another = organization(
        8,
        "Wingtip",
        "FR",
        tierline_core::organization::Capability::IndirectReseller,
    );
    let code = |of_record, role, command| {
        by(&world, &reseller, Some(&tied), of_record, role, command)
            .map_err(|refusal| refusal.code())
            .map(|events| events.len())
    };
    let agent = Role::AdminAgent;
    let other_plan = Command::Schedule {
        quantity: None,
        upgrade: None,
        plan: Some(Plan {
            term: Term::Month,
            billing: Billing::Monthly,
        }),
    };
    for command in [OFF, schedule(20), other_plan, Command::RenewNow] {
        for of_record in [None, Some(&reseller)] {
            assert_eq!(code(of_record, agent, command), Ok(1), "{command:?}");
        }
        // "A second partner cannot change the first's subscriptions."
        assert_eq!(code(Some(&another), agent, command), Err("another_partner"));
        assert_eq!(
            code(Some(&reseller), Role::SalesAgent, command),
            Err("role_missing")
        );
    }
    for command in [
        schedule(30),
        Command::SetQuantity { to: 30 },
        Command::Upgrade { to: id(52) },
    ] {
        assert_eq!(
            code(Some(&reseller), agent, command),
            Err("provider_orders")
        );
    }
    for command in [
        Command::SetQuantity { to: 20 },
        Command::Suspend,
        Command::Cancel,
    ] {
        assert_eq!(
            code(Some(&reseller), agent, command),
            Err("another_partner"),
            "{command:?}"
        );
    }
    let events = by(&world, &reseller, Some(&tied), None, agent, OFF).unwrap();
    let basis = events[0].1.author().map(|author| author.basis);
    let grant = Grant::Administer;
    assert_eq!(
        basis,
        Some(Basis::Grant {
            role: agent,
            relationship: tied.id,
            grant
        })
    );
}

#[test]
fn another_provider_changes_nothing() {
    let world = World::of(subscription(None));
    let stranger = stranger();
    let tied = tie(&stranger, Side::IndirectProvider);
    let code = |relationship, command| {
        by(
            &world,
            &stranger,
            relationship,
            None,
            Role::GlobalAdmin,
            command,
        )
        .unwrap_err()
        .code()
    };
    for command in [
        Command::SetQuantity { to: 30 },
        Command::SetQuantity { to: 20 },
        Command::Cancel,
    ] {
        assert_eq!(code(Some(&tied), command), "another_partner");
        assert_eq!(code(None, command), "no_relationship");
    }
    assert_eq!(code(Some(&tied), OFF), "grant_missing");
}

/// A sales agent orders; only admin agents and global admins change what is there.
#[test]
fn roles_and_rights_of_the_provider() {
    let world = World::of(subscription(None));
    let tied = tie(&world.provider, Side::IndirectProvider);
    let code = |tied: &Relationship, role, command| {
        by(&world, &world.provider, Some(tied), None, role, command)
            .err()
            .map(|it| it.code())
    };
    assert_eq!(
        code(&tied, Role::SalesAgent, Command::SetQuantity { to: 30 }),
        None
    );
    assert_eq!(
        code(&tied, Role::SalesAgent, Command::SetQuantity { to: 20 }),
        Some("role_missing")
    );
    assert_eq!(
        code(&tied, Role::AdminAgent, Command::SetQuantity { to: 20 }),
        None
    );
    for role in [
        Role::HelpdeskAgent,
        Role::ReportViewer,
        Role::IncentivesAdmin,
    ] {
        assert_eq!(
            code(&tied, role, Command::SetQuantity { to: 30 }),
            Some("role_missing")
        );
    }

    // Rule 5: what is granted can be taken away, at once.
    let ended = relationship::Event::GrantEnded {
        grant: Grant::OrderOnBehalf,
        at: day(1),
        by: id(7),
    };
    let without = Relationship::evolve(tied.id, Some(tied.clone()), &ended).unwrap();
    for command in [
        Command::SetQuantity { to: 30 },
        Command::SetQuantity { to: 20 },
        Command::Cancel,
        OFF,
    ] {
        assert_eq!(
            code(&without, Role::GlobalAdmin, command),
            Some("grant_missing")
        );
    }

    // A provider that is not in business looks after what there is.
    let mut unsigned = World::of(subscription(None));
    unsigned.provider.agreement = None;
    assert_eq!(
        unsigned.refused(Command::SetQuantity { to: 30 }, day(2)),
        "agreement_unsigned"
    );
    assert!(
        unsigned
            .try_at(Command::SetQuantity { to: 20 }, day(2))
            .is_ok()
    );
}

/// Rule 4 holds for whatever buys more: the partner of record is fit to earn on it. What there is goes on without.
#[test]
fn what_buys_more_needs_a_partner_of_record_that_is_fit() {
    let mut world = World::of(subscription(None));
    world.offers[0].upgrades = vec![id(52)];
    world.offers.push(offer(52, "Business Premium"));
    let (orderer, agent) = (world.orderer(), actor(&world.provider, Role::AdminAgent));
    let reseller = reseller();
    let unsigned = Organization {
        agreement: None,
        ..reseller.clone()
    };
    let together = common::partnership(&world.provider, &reseller);
    let serves = tie(&reseller, Side::IndirectReseller);
    let fit = Candidate {
        partner: &reseller,
        partnership: Some(&together),
        relationship: Some(&serves),
    };
    let code = |of_record: Candidate<'_>, command: Command| {
        let facts = Facts {
            of_record: Some(of_record),
            ..world.facts(&orderer)
        };
        let decided = decide(facts, command, &agent, day(2));
        decided.map(drop).map_err(|refusal| refusal.code())
    };
    let cases = [
        (fit, Ok(())),
        (
            Candidate {
                partner: &unsigned,
                ..fit
            },
            Err("agreement_unsigned"),
        ),
        (
            Candidate {
                partnership: None,
                ..fit
            },
            Err("no_partnership"),
        ),
        (
            Candidate {
                relationship: None,
                ..fit
            },
            Err("no_relationship"),
        ),
    ];
    let upgrade = Command::Schedule {
        quantity: None,
        upgrade: Some(id(52)),
        plan: None,
    };
    for (of_record, expected) in cases {
        for buys in [
            Command::SetQuantity { to: 30 },
            Command::Upgrade { to: id(52) },
            schedule(30),
            upgrade,
        ] {
            assert_eq!(code(of_record, buys), expected, "{buys:?}");
        }
        for goes_on in [
            Command::SetQuantity { to: 20 },
            schedule(20),
            Command::RenewNow,
            OFF,
            Command::Suspend,
            Command::Cancel,
        ] {
            assert_eq!(code(of_record, goes_on), Ok(()), "{goes_on:?}");
        }
    }
}

/// The customer itself does not order.
#[test]
fn a_customer_changes_nothing_itself() {
    let world = World::of(subscription(None));
    let customer = customer();
    for command in [OFF, Command::Cancel, Command::SetQuantity { to: 30 }] {
        let refusal = by(&world, &customer, None, None, Role::GlobalAdmin, command).unwrap_err();
        assert!(
            ["itself", "another_partner"].contains(&refusal.code()),
            "{refusal}"
        );
    }
}

//! A suspended partner gains nothing new: over random histories of a partner's place in the program, and over every
//! action of the table of permissions. Those that need nothing are listed: they look after what there is.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::atomic::{AtomicUsize, Ordering},
};

use proptest::{
    prelude::*,
    test_runner::{Config, TestCaseError},
};
use tierline_core::{
    Evolve as _, Timestamp,
    access::{Action, CustomerFacts, authorize_on_customer, authorize_own},
    enrollment::{AddFacts, add_capability},
    organization::{
        Capability::{self, DirectBill, IndirectProvider, IndirectReseller},
        CapabilityState, Event, Kind, Offboard, Organization, StandingFacts, SuspendedBy, lift,
        offboard, suspend,
    },
    permission::{Need, SubjectKind},
    relationship::{Grant, Side},
    role::Role,
};

use crate::common::*;

#[derive(Clone, Copy, Debug)]
enum Step {
    Suspend,
    Lift,
    EnrollmentSuspends,
    EnrollmentPasses(CapabilityState),
    Mark,
    TakeBack,
    Add(Capability),
    Approve(CapabilityState),
    Deactivate,
    Reactivate,
}

fn step() -> impl Strategy<Value = Step> {
    let state = prop_oneof![
        Just(CapabilityState::Active),
        Just(CapabilityState::Qualified)
    ];
    prop_oneof![
        3 => Just(Step::Suspend),
        2 => Just(Step::Lift),
        2 => Just(Step::EnrollmentSuspends),
        2 => state.clone().prop_map(Step::EnrollmentPasses),
        1 => Just(Step::Mark),
        1 => Just(Step::TakeBack),
        2 => prop_oneof![Just(IndirectProvider), Just(IndirectReseller), Just(DirectBill)]
            .prop_map(Step::Add),
        1 => state.prop_map(Step::Approve),
        1 => Just(Step::Deactivate),
        1 => Just(Step::Reactivate),
    ]
}

/// Why each capability is suspended, as the events say it: kept apart from what core keeps.
type Reasons = BTreeMap<Capability, BTreeSet<SuspendedBy>>;

/// The events of a step, as far as core allows it.
fn events(partner: &Organization, step: Step, now: Timestamp) -> Vec<Event> {
    let operator = operator();
    let admin = actor(&operator, Role::ProgramAdmin);
    let reason = "as was agreed".parse().unwrap();
    let facts = StandingFacts {
        operator: &operator,
        organization: partner,
    };
    let reseller = partner.capabilities.indirect_reseller;
    let mpn = partner.mpn.clone().unwrap();
    match step {
        Step::Suspend => suspend(facts, &reason, &admin, now).into_iter().collect(),
        Step::Lift => lift(facts, &reason, &admin, now).into_iter().collect(),
        Step::EnrollmentSuspends if reseller.is_some() => {
            vec![Event::SuspendedByEnrollment { at: now }]
        }
        Step::EnrollmentPasses(state) if reseller.is_some() => {
            vec![Event::EnrollmentPassed { state, at: now }]
        }
        // What signing does is decided for those that nothing suspends.
        Step::Approve(state)
            if matches!(
                reseller,
                Some(CapabilityState::Enrolling | CapabilityState::Qualified)
            ) =>
        {
            vec![Event::CapabilityChanged {
                capability: IndirectReseller,
                state,
                at: now,
            }]
        }
        Step::Mark => {
            let mark = Offboard::Mark { from: None };
            offboard(facts, mark, &reason, &admin, now).unwrap_or_default()
        }
        Step::TakeBack => {
            offboard(facts, Offboard::TakeBack, &reason, &admin, now).unwrap_or_default()
        }
        Step::Add(capability) => {
            let facts = AddFacts {
                standing: facts,
                enrollment: None,
            };
            let added = add_capability(facts, capability, &reason, &admin, now);
            added.map(|it| it.organization).into_iter().collect()
        }
        Step::Deactivate => vec![Event::MpnDeactivated {
            mpn,
            elsewhere: None,
            at: now,
        }],
        Step::Reactivate => vec![Event::MpnReactivated { mpn, at: now }],
        _ => Vec::new(),
    }
}

fn note(reasons: &mut Reasons, event: &Event) {
    let mut add = |capability, by| {
        reasons.entry(capability).or_default().insert(by);
    };
    match event {
        Event::Suspended { capabilities, .. } => {
            for capability in capabilities {
                add(*capability, SuspendedBy::Operator);
            }
        }
        Event::SuspendedByEnrollment { .. } => add(IndirectReseller, SuspendedBy::Enrollment),
        Event::SuspensionLifted { capabilities, .. } => {
            for capability in capabilities {
                let held = reasons.entry(*capability).or_default();
                held.remove(&SuspendedBy::Operator);
            }
        }
        Event::EnrollmentPassed { .. } => {
            let held = reasons.entry(IndirectReseller).or_default();
            held.remove(&SuspendedBy::Enrollment);
        }
        _ => {}
    }
}

/// The capabilities that one of the rows asks for, if it is one by which a partner gains something.
fn gains_by(need: Need) -> Option<Vec<Capability>> {
    match need {
        Need::Active(capability) | Need::Business(capability) => Some(vec![capability]),
        Need::BusinessWithAny(capabilities) => Some(capabilities.to_vec()),
        Need::BusinessOfSide => Some(vec![IndirectProvider, IndirectReseller, DirectBill]),
        _ => None,
    }
}

static ASKED: AtomicUsize = AtomicUsize::new(0);
static ALLOWED: AtomicUsize = AtomicUsize::new(0);

/// Whatever a user of the partner may do to gain something rests on a capability that nothing suspends.
fn gains_nothing(partner: &Organization, reasons: &Reasons) -> Result<(), TestCaseError> {
    let is_suspended = |it: &Capability| reasons.get(it).is_some_and(|by| !by.is_empty());
    let customer = customer();
    for action in Action::ALL {
        let rows = action.permissions().iter();
        for row in rows.filter(|row| row.by == Kind::Partner) {
            let Some(capabilities) = gains_by(row.needs) else {
                continue;
            };
            for role in row.roles.iter() {
                let user = actor(partner, role);
                ASKED.fetch_add(4, Ordering::Relaxed);
                if authorize_own(partner, &user, *action).is_ok()
                    && row.on.kind() == SubjectKind::Own
                {
                    ALLOWED.fetch_add(1, Ordering::Relaxed);
                    prop_assert!(
                        capabilities.iter().any(
                            |it| !is_suspended(it) && partner.capabilities.state(*it).is_some()
                        ),
                        "{action:?}"
                    );
                }
                for side in [
                    Side::IndirectProvider,
                    Side::IndirectReseller,
                    Side::DirectBill,
                ] {
                    let all = Grant::ALL.into_iter().collect();
                    let served = relationship(partner, &customer, side, all);
                    let facts = CustomerFacts {
                        organization: partner,
                        customer: &customer,
                        relationship: Some(&served),
                        providers: &[],
                    };
                    if authorize_on_customer(facts, &user, *action).is_ok()
                        && row.on.kind() == SubjectKind::Customer
                    {
                        ALLOWED.fetch_add(1, Ordering::Relaxed);
                        let needed = match row.needs {
                            Need::BusinessOfSide => vec![side.capability()],
                            _ => capabilities.clone(),
                        };
                        prop_assert!(
                            needed.iter().any(|it| !is_suspended(it)),
                            "{action:?} as {side:?}"
                        );
                    }
                }
            }
        }
    }
    Ok(())
}

fn starts() -> impl Strategy<Value = Organization> {
    prop_oneof![
        Just(provider()),
        Just(reseller()),
        Just(direct_bill()),
        Just(with(provider(), IndirectReseller, CapabilityState::Active)),
        Just(with(
            direct_bill(),
            IndirectProvider,
            CapabilityState::Active
        )),
    ]
}

fn goes(mut partner: Organization, steps: Vec<Step>) -> Result<(), TestCaseError> {
    let mut reasons = Reasons::new();
    for (day_of, step) in (1..).zip(steps) {
        let happened = events(&partner, step, day(day_of));
        // A suspended partner is not put into the program in another way.
        if matches!(step, Step::Add(_)) && !happened.is_empty() {
            prop_assert!(reasons.values().all(BTreeSet::is_empty), "{step:?}");
        }
        for event in &happened {
            note(&mut reasons, event);
            partner.apply(event);
        }
        for (capability, by) in &reasons {
            let is_active = partner.capabilities.is_active(*capability);
            prop_assert!(by.is_empty() || !is_active, "{capability:?} after {step:?}");
        }
        gains_nothing(&partner, &reasons)?;
    }
    Ok(())
}

#[test]
fn a_suspended_partner_gains_nothing_new() {
    let config = Config {
        cases: 300,
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    let steps = prop::collection::vec(step(), 1..12);
    let found = runner.run(&(starts(), steps), |(partner, steps)| goes(partner, steps));
    assert!(found.is_ok(), "{found:?}");
    // Neither side of it was trivial.
    let (asked, allowed) = (
        ASKED.load(Ordering::Relaxed),
        ALLOWED.load(Ordering::Relaxed),
    );
    assert!(allowed > 0 && allowed < asked, "{allowed} of {asked}");
}

/// What a partner may do whatever its standing: it looks after itself, its users and its customers. A new action is put
/// here with a reason, or needs something.
const LOOKS_AFTER: &[&str] = &[
    "view_own",
    "require_second_factor",
    "manage_global_admins",
    "enroll",
    "associate_mpn_id",
    "sign_agreement",
    "view_partners",
    "end_partnership",
    "revoke_tenant_admin",
    "grant_tenant_admin",
    "administer_reseller_tenant",
    "manage_invitation",
    "request_relationship",
    "ask_to_renew",
    "view_customers",
    "manage_licenses",
    "manage_users",
    "manage_customer_groups",
    "view_subscriptions",
    "change_orders",
    "manage_subscriptions",
    "designate_support",
    "view_order_requests",
    "follow_order_request",
    "answer_order_request",
];

#[test]
fn an_action_that_needs_nothing_looks_after_what_there_is() {
    let of_partner = |action: &&Action| {
        let mut rows = action.permissions().iter();
        rows.any(|row| row.by == Kind::Partner && gains_by(row.needs).is_none())
    };
    let free = Action::ALL.iter().filter(of_partner);
    let free: BTreeSet<&str> = free.map(|action| action.code()).collect();
    let listed: BTreeSet<&str> = LOOKS_AFTER.iter().copied().collect();
    assert_eq!(free, listed);
}

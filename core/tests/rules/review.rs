//! Cases: who may decide, and what a second reviewer is for.

use tierline_core::{
    Evolve as _,
    actor::Actor,
    enrollment::{
        CheckKind, CheckState, Enrollment, Event as Enrolled, ReasonCode, Status, Verdict,
    },
    ids::UserId,
    organization,
    program::Settings,
    review::{self, Assignee, Case, CaseFacts, Command, Decided, Event, Ruling},
    role::{Role, RoleSet},
};

use crate::common::{self, *};

const APPROVE: Command = Command::Rule(Ruling::Approve);

fn fail(check: CheckKind, reason: ReasonCode) -> Command {
    let verdict = Verdict::Fail { reason, note: None };
    Command::Rule(Ruling::Check { check, verdict })
}

fn pass(check: CheckKind) -> Command {
    let verdict = Verdict::Pass;
    Command::Rule(Ruling::Check { check, verdict })
}

fn reviewer(user: u128, role: Role) -> Actor {
    Actor {
        user: id::<UserId>(user),
        organization: operator().id,
        roles: RoleSet::of(&[role]),
        customers: Default::default(),
    }
}

/// A world of one enrollment, with its case.
struct World {
    enrollment: Enrollment,
    case: Case,
    asks_second: bool,
    assignee: Option<Assignee>,
}

impl World {
    fn new(asks_second: bool) -> World {
        let opened = Event::Opened {
            operator: operator().id,
            enrollment: id(10),
            organization: reseller().id,
            at: day(2),
            by: id(9),
        };
        World {
            enrollment: common::enrollment(&reseller()),
            case: Case::replay(id(11), [&opened]).unwrap(),
            asks_second,
            assignee: None,
        }
    }

    fn would(&self, command: &Command, actor: &Actor) -> Result<Decided, &'static str> {
        let enrolling = with(
            reseller(),
            organization::Capability::IndirectReseller,
            organization::CapabilityState::Enrolling,
        );
        let facts = CaseFacts {
            operator: &operator(),
            case: Some(&self.case),
            enrollment: &self.enrollment,
            organization: &enrolling,
            belongs_to_it: false,
            asks_second: self.asks_second,
            settings: &Settings::default(),
            assignee: self.assignee.as_ref(),
        };
        review::decide(facts, command, actor, day(3)).map_err(|refusal| refusal.code())
    }

    fn does(&mut self, command: &Command, actor: &Actor) -> Decided {
        let decided = self.would(command, actor).unwrap();
        for event in &decided.case {
            self.case.apply(event);
        }
        for event in &decided.enrollment.enrollment {
            self.enrollment.apply(event);
        }
        decided
    }
}

#[test]
fn one_reviewer_at_a_time() {
    let (first, second) = (reviewer(21, Role::Reviewer), reviewer(22, Role::Reviewer));
    let admin = reviewer(23, Role::ProgramAdmin);
    let mut world = World::new(false);
    assert_eq!(
        world.would(&Command::GiveBack, &first),
        Err("case_not_yours")
    );
    world.does(&Command::Take, &first);
    assert!(world.does(&Command::Take, &first).case.is_empty());
    for command in [&Command::Take, &APPROVE, &pass(CheckKind::Business)] {
        assert_eq!(world.would(command, &second), Err("case_taken"));
    }
    assert_eq!(
        world.would(&Command::GiveBack, &second),
        Err("case_not_yours")
    );
    // A note is for everybody, and a program admin takes a case over.
    world.does(&Command::Note("see the register".parse().unwrap()), &second);
    assert_eq!(world.case.notes.len(), 1);
    world.does(&Command::Take, &admin);
    assert_eq!(world.case.reviewer, Some(admin.user));
    assert_eq!(world.would(&APPROVE, &first), Err("case_taken"));
    world.does(&Command::GiveBack, &admin);
    assert_eq!(world.case.reviewer, None);
}

#[test]
fn a_program_admin_assigns_a_case_to_a_reviewer() {
    let (first, admin) = (
        reviewer(21, Role::Reviewer),
        reviewer(23, Role::ProgramAdmin),
    );
    let other = reviewer(22, Role::Reviewer);
    let assignee = |role| Assignee {
        user: other.user,
        name: "Mia".parse().unwrap(),
        roles: RoleSet::of(&[role]),
        belongs_to_it: false,
    };
    let assign = Command::Assign(other.user);
    let mut world = World::new(false);
    // Nobody who cannot sign in, or does not review.
    assert_eq!(world.would(&assign, &admin), Err("no_reviewer"));
    world.assignee = Some(assignee(Role::User));
    assert_eq!(world.would(&assign, &admin), Err("no_reviewer"));
    world.assignee = Some(Assignee {
        belongs_to_it: true,
        ..assignee(Role::Reviewer)
    });
    assert_eq!(world.would(&assign, &admin), Err("reviews_own"));
    world.assignee = Some(assignee(Role::Reviewer));
    assert_eq!(world.would(&assign, &first), Err("role_missing"));
    let elsewhere = Command::Assign(first.user);
    assert_eq!(world.would(&elsewhere, &admin), Err("no_reviewer"));
    // Whoever has taken it.
    world.does(&Command::Take, &first);
    let decided = world.does(&assign, &admin);
    assert!(matches!(
        decided.case.as_slice(),
        [Event::Assigned { to, .. }] if *to == other.user
    ));
    assert_eq!(world.case.reviewer, Some(other.user));
    assert_eq!(world.would(&APPROVE, &first), Err("case_taken"));
    assert!(world.does(&assign, &admin).case.is_empty());
    world.does(&APPROVE, &other);
}

#[test]
fn approving_passes_what_is_left() {
    let first = reviewer(21, Role::Reviewer);
    let mut world = World::new(false);
    world.does(&fail(CheckKind::Business, ReasonCode::NameUnknown), &first);
    assert_eq!(world.enrollment.status(day(3)), Status::Denied);
    world.does(&pass(CheckKind::EmailDomain), &first);
    let approved = world.does(&APPROVE, &first);
    let events = approved.enrollment.enrollment.iter();
    let passed = events.filter_map(|event| match event {
        Enrolled::CheckPassed { check, .. } => Some(*check),
        _ => None,
    });
    assert_eq!(
        passed.collect::<Vec<_>>(),
        [
            CheckKind::EmailOwnership,
            CheckKind::Employment,
            CheckKind::Business
        ]
    );
    assert_eq!(approved.enrollment.organization.len(), 1);
    assert_eq!(world.enrollment.status(day(3)), Status::Qualified);
    assert_eq!(world.would(&APPROVE, &first), Err("everything_passed"));
}

#[test]
fn a_second_reviewer_decides_what_ends_a_review() {
    let (first, second) = (reviewer(21, Role::Reviewer), reviewer(22, Role::Reviewer));
    let mut world = World::new(true);
    // What ends nothing needs nobody else.
    world.does(&pass(CheckKind::EmailDomain), &first);
    assert!(world.enrollment.checks.email_domain.is_passed());
    for end in [APPROVE, fail(CheckKind::Business, ReasonCode::NameUnknown)] {
        let before = world.enrollment.clone();
        let proposed = world.does(&end, &first);
        assert_eq!(proposed.enrollment, Decided::default().enrollment);
        assert_eq!(world.enrollment, before);
        assert_eq!(world.would(&APPROVE, &first), Err("proposal_waits"));
        assert_eq!(world.would(&Command::Agree, &first), Err("own_proposal"));
        world.does(&Command::Dismiss("look again".parse().unwrap()), &second);
        assert_eq!(
            world.would(&Command::Agree, &second),
            Err("nothing_proposed")
        );
    }
    world.does(&Command::Take, &first);
    world.does(&APPROVE, &first);
    // Agreeing does not need the case.
    let agreed = world.does(&Command::Agree, &second);
    assert!(
        agreed
            .enrollment
            .enrollment
            .iter()
            .all(|event| match event {
                Enrolled::CheckPassed { by, .. } => *by == second.user,
                _ => true,
            })
    );
    assert_eq!(world.enrollment.status(day(3)), Status::Qualified);
    assert_eq!(world.case.proposal, None);
}

#[test]
fn nobody_agrees_to_a_decision_about_what_has_changed_since() {
    let (first, second) = (reviewer(21, Role::Reviewer), reviewer(22, Role::Reviewer));
    let mut world = World::new(true);
    world.does(&APPROVE, &first);
    // The applicant moves, so that there is another address to look up.
    let since = day(4);
    world.enrollment.checks.business = CheckState::Pending { since };
    assert_eq!(
        world.would(&Command::Agree, &second),
        Err("proposal_outdated")
    );
    world.does(&Command::Dismiss("look again".parse().unwrap()), &second);
    assert_eq!(world.case.proposal, None);
}

#[test]
fn what_could_not_be_decided_is_not_proposed() {
    let first = reviewer(21, Role::Reviewer);
    let mut world = World::new(true);
    let elsewhere = fail(CheckKind::EmailDomain, ReasonCode::NameUnknown);
    assert_eq!(world.would(&elsewhere, &first), Err("reason_elsewhere"));
    world.enrollment = draft_enrollment(&reseller());
    assert_eq!(
        world.would(&APPROVE, &first),
        Err("enrollment_not_submitted")
    );
    world.enrollment = asked_enrollment(&reseller());
    assert_eq!(world.would(&APPROVE, &first), Err("contact_unconfirmed"));
}

#[test]
fn nobody_decides_about_the_own_enrollment() {
    let mut world = World::new(false);
    world.enrollment.by = id(21);
    let first = reviewer(21, Role::Reviewer);
    assert_eq!(world.would(&Command::Take, &first), Err("own_review"));
    let helpdesk = Actor {
        roles: RoleSet::EMPTY,
        ..reviewer(24, Role::Reviewer)
    };
    assert_eq!(world.would(&Command::Take, &helpdesk), Err("role_missing"));
}

//! What a reviewer does with a case, and with the enrollment by it.

use serde::Serialize;

use super::{Case, Event, Proposed, Refusal, ends_review};
use crate::{
    Evolve as _, Timestamp,
    access::{self, Action},
    actor::Actor,
    enrollment::{self, CheckKind, Enrollment, ReviewFacts, State, Verdict, review},
    ids::UserId,
    organization::Organization,
    program::Settings,
    role::{Role, RoleSet},
    text::{PersonName, Reason},
};

/// Facts for a command on a case, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct CaseFacts<'a> {
    /// The operator; the actor's organization.
    pub operator: &'a Organization,
    /// The case; none before the first reviewer has done anything.
    pub case: Option<&'a Case>,
    /// The enrollment.
    pub enrollment: &'a Enrollment,
    /// The organization that enrolls.
    pub organization: &'a Organization,
    /// Whether the actor has a role in the organization that enrolls, too.
    pub belongs_to_it: bool,
    /// Whether the operator asks for a second reviewer.
    pub asks_second: bool,
    /// What the operator has set.
    pub settings: &'a Settings,
    /// Whom a command names to work on it; none if it is nobody of the operator who can sign in.
    pub assignee: Option<&'a Assignee>,
}

/// A user of the operator who is to work on a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignee {
    /// The user.
    pub user: UserId,
    /// The name.
    pub name: PersonName,
    /// The roles in the operator's organization.
    pub roles: RoleSet,
    /// Whether the user has a role in the organization that enrolls, too.
    pub belongs_to_it: bool,
}

/// A command on a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "command", content = "what", rename_all = "snake_case")]
pub enum Command {
    /// Work on it; of a case that another reviewer has, a program admin does so.
    Take,
    /// Leave it to the others.
    GiveBack,
    /// Have this reviewer work on it; a program admin says so.
    Assign(UserId),
    /// Note something for the others.
    Note(Reason),
    /// Decide about the enrollment.
    Rule(Ruling),
    /// Agree to what another reviewer proposes.
    Agree,
    /// Leave what is proposed undone.
    Dismiss(Reason),
}

/// A decision about an enrollment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "ruling", rename_all = "snake_case")]
pub enum Ruling {
    /// Every check that is not passed is passed.
    Approve,
    /// One check is passed or has failed.
    Check {
        /// The check.
        check: CheckKind,
        /// The decision.
        verdict: Verdict,
    },
}

/// The events of a decision: those of the case, and those of the enrollment with its organization.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decided {
    /// The events of the case, but for its opening.
    pub case: Vec<Event>,
    /// The events of the enrollment and its organization.
    pub enrollment: enrollment::Decided,
}

/// Decides a command on a case. Reviewers do it, and nobody about the own organization. A case that another reviewer
/// has taken is that reviewer's to decide; everybody may note something, and agree to what is proposed.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) and its siblings; [`enrollment::Refusal::OwnReview`];
/// [`enrollment::Refusal::NotSubmitted`]; those of this area; for decisions those of [`enrollment::review()`].
///
/// ```
/// use tierline_core::{program::Settings, review::{CaseFacts, Command, Event, decide}, role::Role, testing::*};
/// let (operator, reseller) = (operator(), reseller());
/// let enrollment = enrollment(&reseller);
/// let facts = CaseFacts {
///     operator: &operator, case: None, enrollment: &enrollment, organization: &reseller,
///     belongs_to_it: false, asks_second: false, settings: &Settings::default(), assignee: None,
/// };
/// let reviewer = actor(&operator, Role::Reviewer);
/// let taken = decide(facts, &Command::Take, &reviewer, day(2))?;
/// assert_eq!(taken.case, [Event::Taken { at: day(2), by: reviewer.user }]);
/// // The applicant has no part in it.
/// let own = actor(&reseller, Role::GlobalAdmin);
/// assert_eq!(decide(facts, &Command::Take, &own, day(2)).unwrap_err().code(), "role_missing");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn decide(
    facts: CaseFacts<'_>,
    command: &Command,
    actor: &Actor,
    now: Timestamp,
) -> Result<Decided, crate::Refusal> {
    access::authorize_on_program(facts.operator, actor, Action::ReviewEnrollments)?;
    if facts.belongs_to_it || facts.enrollment.by == actor.user {
        return Err(enrollment::Refusal::OwnReview.into());
    }
    if facts.enrollment.state == State::Draft {
        return Err(enrollment::Refusal::NotSubmitted.into());
    }
    let (at, by) = (now, actor.user);
    let reviewer = facts.case.and_then(|case| case.reviewer);
    let is_of_another = reviewer.is_some_and(|it| it != by);
    let is_admin = actor.roles.contains(Role::ProgramAdmin);
    let case = match command {
        Command::Take if reviewer == Some(by) => Vec::new(),
        Command::Take if is_of_another && !is_admin => return Err(Refusal::CaseTaken.into()),
        Command::Take => vec![Event::Taken { at, by }],
        Command::GiveBack if reviewer.is_none() || (is_of_another && !is_admin) => {
            return Err(Refusal::CaseNotYours.into());
        }
        Command::GiveBack => vec![Event::GivenBack { at, by }],
        Command::Assign(to) => {
            access::authorize_on_program(facts.operator, actor, Action::AssignCases)?;
            let assignee = assignable(facts, *to)?;
            if reviewer == Some(*to) {
                return Ok(Decided::default());
            }
            let name = assignee.name.clone();
            vec![Event::Assigned {
                to: *to,
                name,
                at,
                by,
            }]
        }
        Command::Note(text) => {
            let text = text.clone();
            vec![Event::Noted { text, at, by }]
        }
        Command::Rule(_) if is_of_another => return Err(Refusal::CaseTaken.into()),
        Command::Rule(ruling) => return ruled(facts, ruling, actor, now),
        Command::Agree => return agreed(facts, actor, now),
        Command::Dismiss(reason) => {
            proposal(facts)?;
            let reason = reason.clone();
            vec![Event::Dismissed { reason, at, by }]
        }
    };
    Ok(Decided {
        case,
        ..Decided::default()
    })
}

/// The user who is named to work on the case, if it is somebody who could take it.
fn assignable<'a>(facts: CaseFacts<'a>, to: UserId) -> Result<&'a Assignee, Refusal> {
    let reviews = |it: &&Assignee| {
        it.user == to
            && (it.roles.contains(Role::Reviewer) || it.roles.contains(Role::ProgramAdmin))
    };
    let assignee = facts.assignee.filter(reviews);
    let assignee = assignee.ok_or(Refusal::NoReviewer)?;
    if assignee.belongs_to_it || facts.enrollment.by == to {
        return Err(Refusal::ReviewsOwn);
    }
    Ok(assignee)
}

/// Every check of the ruling with the decision about it.
///
/// # Errors
/// [`Refusal::EverythingPassed`].
///
/// ```
/// use tierline_core::{review::{Ruling, rule}, testing::*};
/// assert_eq!(rule(&enrollment(&reseller()), &Ruling::Approve)?.len(), 4);
/// let passed = qualified_enrollment(&reseller());
/// assert_eq!(rule(&passed, &Ruling::Approve).unwrap_err().code(), "everything_passed");
/// # Ok::<(), tierline_core::review::Refusal>(())
/// ```
pub fn rule(enrollment: &Enrollment, ruling: &Ruling) -> Result<Vec<Proposed>, Refusal> {
    let verdicts: Vec<Proposed> = match ruling {
        Ruling::Approve => {
            let open = enrollment.checks.iter();
            let open = open.filter(|(_, state)| !state.is_passed());
            open.map(|(check, _)| Proposed {
                check,
                verdict: Verdict::Pass,
            })
            .collect()
        }
        Ruling::Check { check, verdict } => vec![Proposed {
            check: *check,
            verdict: verdict.clone(),
        }],
    };
    if verdicts.is_empty() {
        return Err(Refusal::EverythingPassed);
    }
    Ok(verdicts)
}

fn ruled(
    facts: CaseFacts<'_>,
    ruling: &Ruling,
    actor: &Actor,
    now: Timestamp,
) -> Result<Decided, crate::Refusal> {
    let verdicts = rule(facts.enrollment, ruling)?;
    // What could not be decided is not proposed.
    let enrollment = reviewed(facts, &verdicts, actor, now)?;
    if !(facts.asks_second && ends_review(facts.enrollment, &verdicts)) {
        return Ok(Decided {
            case: Vec::new(),
            enrollment,
        });
    }
    if facts.case.is_some_and(|case| case.proposal.is_some()) {
        return Err(Refusal::ProposalWaits.into());
    }
    let proposed = Event::Proposed {
        verdicts,
        at: now,
        by: actor.user,
    };
    Ok(Decided {
        case: vec![proposed],
        ..Decided::default()
    })
}

fn agreed(facts: CaseFacts<'_>, actor: &Actor, now: Timestamp) -> Result<Decided, crate::Refusal> {
    let proposal = proposal(facts)?;
    if proposal.by == actor.user {
        return Err(Refusal::OwnProposal.into());
    }
    // Two reviewers decide about the same facts, or the second one decides alone.
    let begun_again = |it: &Proposed| {
        let since = facts.enrollment.checks.get(it.check).undecided_since();
        since.is_some_and(|since| since > proposal.at)
    };
    if proposal.verdicts.iter().any(begun_again) {
        return Err(Refusal::ProposalOutdated.into());
    }
    let enrollment = reviewed(facts, &proposal.verdicts, actor, now)?;
    let agreed = Event::Agreed {
        at: now,
        by: actor.user,
    };
    Ok(Decided {
        case: vec![agreed],
        enrollment,
    })
}

fn proposal(facts: CaseFacts<'_>) -> Result<&super::Proposal, Refusal> {
    let proposal = facts.case.and_then(|case| case.proposal.as_ref());
    proposal.ok_or(Refusal::NothingProposed)
}

/// The decisions one after the other, each about what those before it have made of the enrollment.
fn reviewed(
    facts: CaseFacts<'_>,
    verdicts: &[Proposed],
    actor: &Actor,
    now: Timestamp,
) -> Result<enrollment::Decided, crate::Refusal> {
    let (mut after, mut of) = (facts.enrollment.clone(), facts.organization.clone());
    let mut all = enrollment::Decided::default();
    for Proposed { check, verdict } in verdicts {
        let known = ReviewFacts {
            operator: facts.operator,
            enrollment: &after,
            organization: &of,
            belongs_to_it: facts.belongs_to_it,
            settings: facts.settings,
        };
        let decided = review(known, *check, verdict, actor, now)?;
        for event in &decided.enrollment {
            after.apply(event);
        }
        for event in &decided.organization {
            of.apply(event);
        }
        all.enrollment.extend(decided.enrollment);
        all.organization.extend(decided.organization);
    }
    Ok(all)
}

//! The operator's decisions, check by check.

use serde::{Deserialize, Serialize};

use super::{
    CheckKind, CheckState, Decided, Enrollment, Event, ReasonCode, Refusal, State,
    apply::capability_changed,
};
use crate::{
    Evolve as _, Timestamp,
    access::{self, Action},
    actor::Actor,
    organization::{Capability, CapabilityState, Organization, SuspendedBy},
    program::{Setting, Settings},
    read::Read,
    text::Reason,
};

/// Facts for deciding a check, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct ReviewFacts<'a> {
    /// The operator; the actor's organization.
    pub operator: &'a Organization,
    /// The enrollment.
    pub enrollment: &'a Enrollment,
    /// The organization that enrolls.
    pub organization: &'a Organization,
    /// Whether the actor has a role in the organization that enrolls, too.
    pub belongs_to_it: bool,
    /// What the operator has set.
    pub settings: &'a Settings,
}

/// A decision of the operator about a check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Verdict {
    /// It is passed.
    Pass,
    /// It has failed.
    Fail {
        /// Why.
        reason: ReasonCode,
        /// More of that, for the applicant.
        note: Option<Reason>,
    },
}

/// Decides a check. Only the operator does, and nobody about the own organization. "After the primary contact verifies
/// his or her email address, we'll continue our review" ("Partner with indirect providers in the CSP program"): before
/// that, e-mail ownership can fail, and nothing else is decided. When the last check is passed, the partner is
/// qualified; one that was suspended for a failed check is what it was before, or suspended by the operator alone.
///
/// # Errors
/// [`RoleMissing`](access::Refusal::RoleMissing) and its siblings; [`Refusal::OwnReview`]; [`Refusal::NotSubmitted`];
/// [`Refusal::ContactUnconfirmed`]; [`Refusal::CheckDecided`]; [`Refusal::ReasonElsewhere`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{enrollment::{CheckKind, Event, ReviewFacts, Verdict, review}, program::Settings, role::Role};
/// let (operator, reseller) = (operator(), reseller());
/// let enrollment = enrollment(&reseller);
/// let facts = ReviewFacts {
///     operator: &operator, enrollment: &enrollment, organization: &reseller,
///     belongs_to_it: false, settings: &Settings::default(),
/// };
/// let reviewer = actor(&operator, Role::Reviewer);
/// let decided = review(facts, CheckKind::Business, &Verdict::Pass, &reviewer, day(2))?;
/// assert!(matches!(decided.enrollment[..], [Event::CheckPassed { check: CheckKind::Business, .. }]));
///
/// // The applicant decides nothing.
/// let own = actor(&reseller, Role::GlobalAdmin);
/// let refusal = review(facts, CheckKind::Business, &Verdict::Pass, &own, day(2)).unwrap_err();
/// assert_eq!(refusal.code(), "role_missing");
/// let facts = ReviewFacts { belongs_to_it: true, ..facts };
/// assert_eq!(review(facts, CheckKind::Business, &Verdict::Pass, &reviewer, day(2)).unwrap_err().code(), "own_review");
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn review(
    facts: ReviewFacts<'_>,
    check: CheckKind,
    verdict: &Verdict,
    actor: &Actor,
    now: Timestamp,
) -> Result<Decided, crate::Refusal> {
    let (enrollment, organization) = (facts.enrollment, facts.organization);
    access::authorize_on_program(facts.operator, actor, Action::ReviewEnrollments)?;
    if facts.belongs_to_it || enrollment.by == actor.user {
        return Err(Refusal::OwnReview.into());
    }
    may_decide(enrollment, organization, check, verdict)?;
    let mut decided = enrollment.lapse(organization, now).unwrap_or_default();
    let (at, by) = (now, actor.user);
    match verdict {
        Verdict::Pass => {
            decided
                .enrollment
                .push(Event::CheckPassed { check, at, by });
            // What all events so far make of both says whether this was the last one, and what it ends.
            let (mut after, mut of) = (enrollment.clone(), organization.clone());
            for event in &decided.enrollment {
                after.apply(event);
            }
            for event in &decided.organization {
                of.apply(event);
            }
            if after.checks.are_passed() {
                decided.enrollment.push(Event::Authorized { at });
                decided.organization.extend(authorized(&after, &of, at));
            }
        }
        Verdict::Fail { reason, note } => decided.enrollment.push(Event::CheckFailed {
            check,
            reason: *reason,
            note: note.clone(),
            until: now.checked_add_signed(facts.settings.days(Setting::RejectedDays)),
            at,
            by,
        }),
    }
    Ok(decided)
}

fn may_decide(
    enrollment: &Enrollment,
    organization: &Organization,
    check: CheckKind,
    verdict: &Verdict,
) -> Result<(), Refusal> {
    if enrollment.state == State::Draft || enrollment.organization != organization.id {
        return Err(Refusal::NotSubmitted);
    }
    let is_passed = *verdict == Verdict::Pass;
    if enrollment.confirmation.confirmed_at().is_none()
        && !enrollment.checks.are_passed()
        && (is_passed || check != CheckKind::EmailOwnership)
    {
        return Err(Refusal::ContactUnconfirmed {
            organization: organization.party(),
        });
    }
    let decided = match enrollment.checks.get(check) {
        CheckState::Passed { .. } => is_passed || enrollment.checks.are_passed(),
        CheckState::Failed { .. } => !is_passed,
        CheckState::Pending { .. } | CheckState::Appealed { .. } => false,
    };
    if decided {
        return Err(Refusal::CheckDecided { check });
    }
    match verdict {
        Verdict::Fail { reason, .. } if !reason.is_of(check) => Err(Refusal::ReasonElsewhere {
            check,
            reason: *reason,
        }),
        _ => Ok(()),
    }
}

/// The reseller capability after every check is passed. What the operator has suspended stays so.
fn authorized(
    enrollment: &Enrollment,
    organization: &Organization,
    now: Timestamp,
) -> Option<crate::organization::Event> {
    let approved = if matches!(enrollment.state, State::Active { .. }) {
        CapabilityState::Active
    } else {
        CapabilityState::Qualified
    };
    let by = organization.suspended_by(Capability::IndirectReseller);
    if by.contains(&SuspendedBy::Enrollment) {
        return Some(crate::organization::Event::EnrollmentPassed {
            state: approved,
            at: now,
        });
    }
    let state = organization.capabilities.indirect_reseller;
    (state == Some(CapabilityState::Enrolling)).then(|| capability_changed(approved, now))
}

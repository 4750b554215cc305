//! Which of the operator's reviewers works on a proposal.

use serde::Serialize;

use super::{Event, Refusal, ReviewFacts, review::waiting};
use crate::{
    Timestamp,
    access::{self, Action},
    actor::Actor,
    role::Role,
};

/// What a reviewer does so that the others know who works on a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Assignment {
    /// Work on it; on one that another reviewer has, a program admin does so.
    Take,
    /// Leave it to the others.
    GiveBack,
}

/// Decides whether the reviewer may take the proposal of this number, or give it back; none, if it is so already.
///
/// # Errors
/// Those of [`review`](super::review()) about the role and the proposal; [`Refusal::ChangeTaken`];
/// [`Refusal::ChangeNotYours`].
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{Evolve, directory::{Assignment, ReviewFacts, assign}, role::Role};
/// let (operator, provider) = (operator(), provider());
/// let mut listing = submitted_listing(&provider);
/// let run = |listing: &_, assignment, actor| {
///     let facts = ReviewFacts { operator: &operator, provider: &provider, listing };
///     assign(facts, 1, assignment, actor, day(9))
/// };
/// let first = actor(&operator, Role::Reviewer);
/// listing.apply(&run(&listing, Assignment::Take, &first)?.unwrap());
/// assert_eq!(run(&listing, Assignment::Take, &first)?, None);
/// let second = tierline_core::actor::Actor { user: id(90), ..first.clone() };
/// assert_eq!(run(&listing, Assignment::Take, &second).unwrap_err().code(), "change_taken");
/// assert_eq!(run(&listing, Assignment::GiveBack, &second).unwrap_err().code(), "change_not_yours");
/// listing.apply(&run(&listing, Assignment::GiveBack, &first)?.unwrap());
/// assert_eq!(listing.waiting().unwrap().reviewer, None);
/// # Ok::<(), tierline_core::Refusal>(())
/// ```
pub fn assign(
    facts: ReviewFacts<'_>,
    number: u32,
    assignment: Assignment,
    actor: &Actor,
    now: Timestamp,
) -> Result<Option<Event>, crate::Refusal> {
    access::authorize_on_program(facts.operator, actor, Action::ReviewListings)?;
    let reviewer = waiting(facts.listing, number)?.reviewer;
    let (operator, at, by) = (facts.operator.id, now, actor.user);
    let is_admin = actor.roles.contains(Role::ProgramAdmin);
    let is_of_another = reviewer.is_some_and(|it| it != by);
    match assignment {
        Assignment::Take if reviewer == Some(by) => Ok(None),
        Assignment::Take if is_of_another && !is_admin => Err(Refusal::ChangeTaken.into()),
        Assignment::Take => Ok(Some(Event::Taken {
            operator,
            number,
            at,
            by,
        })),
        Assignment::GiveBack if reviewer.is_none() || (is_of_another && !is_admin) => {
            Err(Refusal::ChangeNotYours.into())
        }
        Assignment::GiveBack => Ok(Some(Event::GivenBack {
            operator,
            number,
            at,
            by,
        })),
    }
}

//! Actions that are the operator's alone, outside the portal.

use super::{Organization, Problem};
use crate::{
    access::{self, Action},
    actor::Actor,
};

/// A user of the operator, who acts from the command line of the program's server.
#[derive(Clone, Copy, Debug)]
pub struct Operating<'a> {
    /// The operator.
    pub operator: &'a Organization,
    /// Its user.
    pub actor: &'a Actor,
}

/// Checks that this user of the operator may do this to the program. Until there is an operator, nobody may do anything
/// but register it: see [`register`](super::register()).
///
/// # Errors
/// [`Problem::NoOperator`] without one; [`Problem::NotAllowed`] with the refusal of
/// [`authorize_on_program`](access::authorize_on_program).
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{access::Action, organization::{Operating, may_operate}, role::Role};
/// let operator = operator();
/// let by = |role| may_operate(Some(Operating { operator: &operator, actor: &actor(&operator, role) }), Action::ManageCatalog);
/// assert!(by(Role::ProgramAdmin).is_ok());
/// assert_eq!(by(Role::Reviewer).unwrap_err().code(), "not_allowed");
/// assert_eq!(may_operate(None, Action::ManageCatalog).unwrap_err().code(), "no_operator");
/// ```
pub fn may_operate(by: Option<Operating<'_>>, action: Action) -> Result<(), Problem> {
    let by = by.ok_or(Problem::NoOperator)?;
    access::authorize_on_program(by.operator, by.actor, action)
        .map(drop)
        .map_err(|refusal| Problem::NotAllowed {
            refusal: Box::new(refusal),
        })
}

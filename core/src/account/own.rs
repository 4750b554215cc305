//! Changes of how a user signs in, made by the user.

use crate::{account::User, ids::UserId};

impl User {
    /// Whether this user may change how this account signs in: its owner alone, whichever organization was chosen and
    /// whatever the roles there, and not while it is blocked.
    ///
    /// ```
    /// use tierline_core::testing::*;
    /// let mut ben = user(81);
    /// assert!(ben.may_be_changed_by(id(81)));
    /// assert!(!ben.may_be_changed_by(id(82)), "somebody else");
    /// ben.is_blocked = true;
    /// assert!(!ben.may_be_changed_by(id(81)));
    /// ```
    #[must_use]
    pub fn may_be_changed_by(&self, user: UserId) -> bool {
        self.id == user && !self.is_blocked
    }
}

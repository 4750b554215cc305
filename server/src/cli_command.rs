//! What whoever runs the server does from its command line: organizations, users and passwords.
//!
//! There is nobody to ask for rights here: whoever reaches the database could write to it anyhow. Everything else is as
//! for every change: core decides, and what has happened is in the log. What core says against it is an outcome, and
//! not an error, so that all of it is told.

pub(crate) use crate::{
    account::command::{AddUser, ResetPassword, ResetSecondFactor},
    organization::command::{AddOrganization, CompleteOrganization},
};

use tierline_core::organization::Problem;

/// What was done, or everything that speaks against it.
pub(crate) type Done<T> = Result<T, Vec<Problem>>;

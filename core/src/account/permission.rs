//! This area's rows of the table.

use crate::permission::{Permission, actions};

actions! { Account:
    /// Enter users of any organization, and restore access for a user who has no other way to sign in.
    ManageAccounts = "manage_accounts" { Permission::OF_PROGRAM_ADMIN }
}

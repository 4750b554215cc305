//! This area's rows of the table.

use crate::permission::Permission;

pub(crate) const MANAGE_ACCOUNTS: &[Permission] = &[Permission::OF_PROGRAM_ADMIN];

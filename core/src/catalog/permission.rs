//! This area's rows of the table.

use crate::permission::Permission;

pub(crate) const MANAGE_CATALOG: &[Permission] = &[Permission::OF_PROGRAM_ADMIN];

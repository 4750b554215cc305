//! The program's mail.

/// This area's rows of the table.
pub(crate) mod permission {
    use crate::permission::Permission;

    pub(crate) const MANAGE_MAIL: &[Permission] = &[Permission::OF_PROGRAM_ADMIN];
}

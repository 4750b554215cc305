//! The program's mail.

/// This area's rows of the table.
pub(crate) mod permission {
    use crate::permission::{Permission, actions};

    actions! { Mail:
        /// See which emails could not be delivered, and send them again.
        ManageMail = "manage_mail" { Permission::OF_PROGRAM_ADMIN }
    }
}

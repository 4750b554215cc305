use crate::{
    organization::{Capabilities, Capability},
    role::{Role, RoleSet},
};

/// May a user with these roles see which mails could not be delivered, and send them again? Only who runs the program,
/// because a mail may be anybody's: a program admin of its operator.
///
/// Whoever may not is not told that there are any, so this is an answer and no refusal.
///
/// ```
/// use tierline_core::{
///     access::may_manage_mail,
///     organization::{Capabilities, CapabilityState},
///     role::{Role, RoleSet},
/// };
/// let operator = Capabilities { operator: Some(CapabilityState::Active), ..Capabilities::default() };
/// assert!(may_manage_mail(&operator, RoleSet::EMPTY.with(Role::ProgramAdmin)));
/// assert!(!may_manage_mail(&operator, RoleSet::EMPTY.with(Role::Reviewer)));
/// assert!(!may_manage_mail(&Capabilities::default(), RoleSet::EMPTY.with(Role::ProgramAdmin)));
/// ```
#[must_use]
pub const fn may_manage_mail(capabilities: &Capabilities, roles: RoleSet) -> bool {
    capabilities.is_active(Capability::Operator) && roles.contains(Role::ProgramAdmin)
}

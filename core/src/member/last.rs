//! The last ones who lead an organization.

use super::Refusal;
use crate::{
    account::User,
    organization::Organization,
    role::{Role, RoleSet},
};

/// The roles that an organization never loses once somebody has them: "the last global admin and the last admin agent
/// of a partner cannot be removed", nor can the operator's last program admin.
const LEADING: [Role; 3] = [Role::ProgramAdmin, Role::GlobalAdmin, Role::AdminAgent];

/// Whether the organization keeps a global admin and an admin agent, or the operator a program admin, when this user
/// has only these roles from now on.
///
/// `others` are the roles of its other users who may act. A user who may not act now is no loss.
///
/// # Errors
/// [`Refusal::LastInRole`], with the role that nobody else has.
///
/// ```
/// use tierline_core::{member::stays_led, role::{Role, RoleSet}, testing::*};
/// let (reseller, ben) = (reseller(), user(81));
/// let sales = RoleSet::of(&[Role::SalesAgent]);
/// assert_eq!(stays_led(&reseller, &ben, sales, RoleSet::EMPTY).unwrap_err().code(), "last_in_role");
/// assert!(stays_led(&reseller, &ben, sales, RoleSet::of(&[Role::AdminAgent])).is_ok());
/// // The same role stays with the user.
/// assert!(stays_led(&reseller, &ben, sales.with(Role::AdminAgent), RoleSet::EMPTY).is_ok());
/// ```
pub fn stays_led(
    organization: &Organization,
    user: &User,
    after: RoleSet,
    others: RoleSet,
) -> Result<(), Refusal> {
    if !user.may_act_in(organization.id) {
        return Ok(());
    }
    let now = user.roles_in(organization.id);
    let lost = LEADING
        .into_iter()
        .find(|role| now.contains(*role) && !after.contains(*role) && !others.contains(*role));
    lost.map_or(Ok(()), |role| {
        Err(Refusal::LastInRole {
            organization: organization.party(),
            role,
        })
    })
}

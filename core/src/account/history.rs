//! An account as its events make it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Event, Password, Restoration, SecondFactor, User};
use crate::{Evolve, ids::UserId, reach::Reach};

/// An account begins when it is [added](Event::Added), by whomever. Adding or removing a factor changes an existing
/// second factor; on an account without one, such an event changes nothing.
///
/// ```
/// use tierline_core::{Evolve, account::{Event, Factor, Origin, Password, User}, ids::OrganizationId, role::{Role, RoleSet}};
/// # let id = |number: u128| uuid::Uuid::from_u128(number);
/// # let at = chrono::DateTime::UNIX_EPOCH;
/// let contoso = OrganizationId::from_uuid(id(1));
/// let history = [
///     Event::Added {
///         organization: contoso,
///         name: "Ben Lee".parse().unwrap(),
///         user_name: "ben@contoso.example".parse().unwrap(),
///         roles: RoleSet::EMPTY.with(Role::AdminAgent),
///         password: Password::Temporary,
///         origin: Origin::Operator,
///         at,
///     },
///     Event::PasswordChanged { at },
///     Event::SecondFactorSetUp { factor: Factor::App, recovery_codes: 10, at },
///     Event::RecoveryCodeUsed { left: 9, at },
/// ];
/// let ben = User::replay(id(9).into(), &history).unwrap();
/// assert!(ben.roles_in(contoso).contains(Role::AdminAgent));
/// assert_eq!(ben.password, Password::Own);
/// assert_eq!(ben.second_factor.unwrap().recovery_codes, 9);
/// ```
impl Evolve for User {
    type Id = UserId;
    type Event = Event;

    fn begin(id: UserId, event: &Event) -> Option<User> {
        let (Event::Added {
            organization,
            name,
            user_name,
            roles,
            ..
        }
        | Event::AddedByAdmin {
            organization,
            name,
            user_name,
            roles,
            ..
        }) = event
        else {
            return None;
        };
        Some(User {
            id,
            name: name.clone(),
            user_name: user_name.in_lower_case(),
            roles: BTreeMap::from([(*organization, *roles)]),
            password: match event {
                Event::Added { password, .. } => *password,
                _ => Password::Temporary,
            },
            is_blocked: false,
            blocked_in: BTreeSet::new(),
            narrowed_in: BTreeMap::new(),
            second_factor: None,
        })
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::Added { .. } | Event::AddedByAdmin { .. } => {}
            Event::Joined {
                organization,
                roles,
                ..
            } => {
                self.roles.insert(*organization, *roles);
            }
            Event::JoinedByInvitation {
                organization,
                roles,
                ..
            } => {
                self.roles.insert(*organization, *roles);
            }
            Event::Renamed { name, .. } => self.name = name.clone(),
            Event::FirstAdminCorrected {
                name, user_name, ..
            } => {
                self.name.clone_from(name);
                self.user_name.clone_from(user_name);
            }
            Event::RolesChanged {
                organization,
                roles,
                ..
            } => {
                if let Some(held) = self.roles.get_mut(organization) {
                    *held = *roles;
                }
            }
            Event::MemberBlocked { organization, .. } => {
                if self.roles.contains_key(organization) {
                    self.blocked_in.insert(*organization);
                }
            }
            Event::MemberUnblocked { organization, .. } => {
                self.blocked_in.remove(organization);
            }
            Event::MemberRemoved { organization, .. } => {
                self.roles.remove(organization);
                self.blocked_in.remove(organization);
                self.narrowed_in.remove(organization);
            }
            Event::MemberRestored {
                organization,
                roles,
                blocked,
                ..
            } => {
                self.roles.insert(*organization, *roles);
                if *blocked {
                    self.blocked_in.insert(*organization);
                }
            }
            Event::CustomersNarrowed {
                organization,
                customers,
                ..
            } => match customers {
                Reach::Groups(groups) if self.roles.contains_key(organization) => {
                    self.narrowed_in.insert(*organization, *groups);
                }
                _ => {
                    self.narrowed_in.remove(organization);
                }
            },
            Event::PasswordLinkSent { .. } => {}
            Event::PasswordChanged { .. } => self.password = Password::Own,
            Event::PasswordReset { unblocked, .. } => {
                self.password = Password::Temporary;
                self.is_blocked &= !unblocked;
            }
            Event::SetupRenewed { .. } | Event::PasswordResetByAdmin { .. } => {
                self.password = Password::Temporary;
            }
            Event::SecondFactorSetUp {
                factor,
                recovery_codes,
                ..
            } => self.second_factor = Some(SecondFactor::only(*factor, *recovery_codes)),
            Event::FactorAdded { factor, .. } => {
                if let Some(second_factor) = &mut self.second_factor {
                    second_factor.add(*factor);
                }
            }
            Event::FactorRemoved { factor, .. } => {
                if let Some(second_factor) = &mut self.second_factor {
                    second_factor.remove(*factor);
                }
            }
            Event::SecondFactorTurnedOff { .. }
            | Event::SecondFactorReset { .. }
            | Event::SecondFactorResetByAdmin { .. } => {
                self.second_factor = None;
            }
            Event::AccessRestored { how, .. } => match how {
                Restoration::PasswordLink { .. } => {}
                Restoration::SecondFactor => self.second_factor = None,
                Restoration::Unblocked => self.is_blocked = false,
            },
            Event::RecoveryCodeUsed { left: codes, .. }
            | Event::RecoveryCodesRenewed {
                recovery_codes: codes,
                ..
            } => {
                if let Some(second_factor) = &mut self.second_factor {
                    second_factor.recovery_codes = *codes;
                }
            }
        }
    }
}

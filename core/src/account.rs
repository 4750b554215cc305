//! Accounts: people, what they may be in which organization, and how they sign in.
//!
//! Passwords, secrets and codes are not known here, only that there are some: an account's history says when somebody
//! chose another password, never which.
//!
//! # States
//!
//! | what | from | by | to |
//! | --- | --- | --- | --- |
//! | account | | it is added | there, with its first organization and roles |
//! | password | temporary | its owner chooses another | its owner's own |
//! | password | any | the operator resets it, or a partner renews the setup | temporary |
//! | second factor | none | the first factor is set up | one factor, with recovery codes |
//! | second factor | any | factors are added or removed | at least one factor |
//! | second factor | any | its owner turns it off, or the operator resets it | none |

mod factor;

use std::collections::BTreeMap;

pub use factor::Factor;

use serde::{Deserialize, Serialize};

use crate::{
    Evolve, Timestamp,
    ids::{OrganizationId, UserId},
    read::Read,
    role::RoleSet,
    text::{EmailAddress, PersonName},
};

/// A person with a work account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct User {
    /// The id.
    pub id: UserId,
    /// The person's name.
    pub name: PersonName,
    /// The work account, in lower case: two that differ only in case are one.
    pub user_name: EmailAddress,
    /// The roles in each organization that the user belongs to.
    pub roles: BTreeMap<OrganizationId, RoleSet>,
    /// Whose the password is.
    pub password: Password,
    /// May the user not sign in?
    pub is_blocked: bool,
    /// What is asked for besides the password; none if the password alone signs in.
    pub second_factor: Option<SecondFactor>,
}

/// Whose a password is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Password {
    /// Somebody else has seen it. It has to be changed at the next sign-in.
    Temporary,
    /// Its owner chose it.
    Own,
}

/// What a user proves with besides the password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
pub struct SecondFactor {
    /// Is an app among it?
    pub app: bool,
    /// How many passkeys.
    pub passkeys: u32,
    /// How many recovery codes are left.
    pub recovery_codes: u32,
}

impl SecondFactor {
    /// This factor alone, with so many recovery codes.
    #[must_use]
    pub const fn only(factor: Factor, recovery_codes: u32) -> SecondFactor {
        let (app, passkeys) = match factor {
            Factor::App => (true, 0),
            Factor::Passkey => (false, 1),
        };
        SecondFactor {
            app,
            passkeys,
            recovery_codes,
        }
    }

    const fn add(&mut self, factor: Factor) {
        match factor {
            Factor::App => self.app = true,
            Factor::Passkey => self.passkeys = self.passkeys.saturating_add(1),
        }
    }

    const fn remove(&mut self, factor: Factor) {
        match factor {
            Factor::App => self.app = false,
            Factor::Passkey => self.passkeys = self.passkeys.saturating_sub(1),
        }
    }
}

/// What happened to an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// It was added.
    Added {
        /// The organization that the user belongs to.
        organization: OrganizationId,
        /// The user's name.
        name: PersonName,
        /// The work account.
        user_name: EmailAddress,
        /// With which roles.
        roles: RoleSet,
        /// Whose the first password is.
        password: Password,
        /// How the account came into being.
        origin: Origin,
        /// When.
        at: Timestamp,
    },
    /// The user belongs to another organization too, by hand of the operator of the portal.
    Joined {
        /// Which one.
        organization: OrganizationId,
        /// With which roles.
        roles: RoleSet,
        /// When.
        at: Timestamp,
    },
    /// Its owner chose another password.
    PasswordChanged {
        /// When.
        at: Timestamp,
    },
    /// The operator of the portal gave the user a new temporary password.
    PasswordReset {
        /// Was the account blocked until then?
        unblocked: bool,
        /// When.
        at: Timestamp,
    },
    /// A customer's first global admin, who had never signed in, got a new temporary password.
    SetupRenewed {
        /// The customer.
        customer: OrganizationId,
        /// The partner that asked for it.
        partner: OrganizationId,
        /// When.
        at: Timestamp,
        /// The partner's user.
        by: UserId,
    },
    /// The user proves more than the password when signing in, from now on.
    SecondFactorSetUp {
        /// The first way to prove it.
        factor: Factor,
        /// How many recovery codes came with it.
        recovery_codes: u32,
        /// When.
        at: Timestamp,
    },
    /// The user has one way more to prove it.
    FactorAdded {
        /// Which way.
        factor: Factor,
        /// When.
        at: Timestamp,
    },
    /// The user has one way less to prove it, and at least one still.
    FactorRemoved {
        /// Which way.
        factor: Factor,
        /// When.
        at: Timestamp,
    },
    /// The user signs in with the password alone again.
    SecondFactorTurnedOff {
        /// When.
        at: Timestamp,
    },
    /// The user proved to be it by a recovery code, which is good for nothing any more.
    RecoveryCodeUsed {
        /// How many the user has left.
        left: u32,
        /// When.
        at: Timestamp,
    },
    /// The user has new recovery codes in the place of the older ones.
    RecoveryCodesRenewed {
        /// How many.
        recovery_codes: u32,
        /// When.
        at: Timestamp,
    },
    /// The operator of the portal took the second factor away.
    SecondFactorReset {
        /// When.
        at: Timestamp,
    },
}

/// How an account came into being.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// As its organization's first user, together with it. The organization's own event tells of that.
    WithOrganization,
    /// By hand of the operator of the portal.
    Operator,
}

impl User {
    /// The roles in this organization; none for somebody who is no member.
    #[must_use]
    pub fn roles_in(&self, organization: OrganizationId) -> RoleSet {
        self.roles
            .get(&organization)
            .copied()
            .unwrap_or(RoleSet::EMPTY)
    }
}

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
        let Event::Added {
            organization,
            name,
            user_name,
            roles,
            password,
            ..
        } = event
        else {
            return None;
        };
        Some(User {
            id,
            name: name.clone(),
            user_name: user_name.in_lower_case(),
            roles: BTreeMap::from([(*organization, *roles)]),
            password: *password,
            is_blocked: false,
            second_factor: None,
        })
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::Added { .. } => {}
            Event::Joined {
                organization,
                roles,
                ..
            } => {
                self.roles.insert(*organization, *roles);
            }
            Event::PasswordChanged { .. } => self.password = Password::Own,
            Event::PasswordReset { unblocked, .. } => {
                self.password = Password::Temporary;
                self.is_blocked &= !unblocked;
            }
            Event::SetupRenewed { .. } => self.password = Password::Temporary,
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
            Event::SecondFactorTurnedOff { .. } | Event::SecondFactorReset { .. } => {
                self.second_factor = None;
            }
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

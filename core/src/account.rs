//! Accounts: people, their roles in each organization, and how they sign in.
//!
//! This module does not know passwords, secrets and codes, only that they exist: an account's history says when its
//! owner chose another password, never which.
//!
//! An account determines how its owner signs in, and with which roles: a temporary password must be changed first, a
//! blocked account is refused, and a second factor is required as long as the account has one. Roles belong to one
//! organization each: a user made an admin agent in **User management** ("Partner with indirect providers in the CSP
//! program") is one in that organization and nowhere else.
//!
//! # States
//!
//! | what | from | by | to |
//! | --- | --- | --- | --- |
//! | account | | it is added, or its owner accepts an [invitation](crate::member) | exists, with its first organization and roles |
//! | password | temporary | its owner chooses another | its owner's own |
//! | password | any | the operator resets it, or a partner renews the setup | temporary |
//! | second factor | none | the first factor is set up | one factor, with recovery codes |
//! | second factor | any | factors are added or removed | at least one factor |
//! | second factor | any | its owner turns it off, or the operator or an admin resets it | none |
//! | account | blocked | the operator lets its owner in again | exists |

mod factor;
mod history;
mod own;
pub(crate) mod permission;
mod refusal;
mod restoration;

use std::collections::{BTreeMap, BTreeSet};

pub use factor::{Factor, SecondFactor};
pub use refusal::Refusal;
pub use restoration::Restoration;

use serde::{Deserialize, Serialize};

use crate::{
    Timestamp,
    ids::{OrganizationId, UserId},
    reach::{GroupSet, Reach},
    read::Read,
    role::RoleSet,
    text::{EmailAddress, GroupName, PersonName, Reason},
};

/// The most passkeys of one account: enough for every device of a person, and a bound for what is stored.
pub const MOST_PASSKEYS: u32 = 10;

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
    /// The origin of the password: temporary, or the owner's own.
    pub password: Password,
    /// Whether the user is blocked from signing in.
    pub is_blocked: bool,
    /// The organizations that have blocked the user: the roles there are kept, and may not be used.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub blocked_in: BTreeSet<OrganizationId>,
    /// The groups of customers to which the user's rights are narrowed, in the organizations where they are.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub narrowed_in: BTreeMap<OrganizationId, GroupSet>,
    /// The second factor; none if the password alone signs in.
    pub second_factor: Option<SecondFactor>,
}

/// The origin of a password. The partner that created a new tenant hands over the password of its first admin ("Partner
/// with indirect resellers in the CSP program"), so another person knows it until it is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Password {
    /// Another person has seen it. It must be changed at the next sign-in.
    Temporary,
    /// Its owner chose it.
    Own,
}

/// Events of an account. They contain no passwords, secrets or codes.
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
        /// The user's roles there.
        roles: RoleSet,
        /// The origin of the first password.
        password: Password,
        /// How the account was created.
        origin: Origin,
        /// When it happened.
        at: Timestamp,
    },
    /// The operator of the portal added the user to another organization.
    Joined {
        /// The organization.
        organization: OrganizationId,
        /// The user's roles there.
        roles: RoleSet,
        /// When it happened.
        at: Timestamp,
    },
    /// Its owner chose another password.
    PasswordChanged {
        /// When it happened.
        at: Timestamp,
    },
    /// The operator of the portal gave the user a new temporary password.
    PasswordReset {
        /// Whether the account was blocked before.
        unblocked: bool,
        /// When it happened.
        at: Timestamp,
    },
    /// A customer's first global admin, who had never signed in, got a new temporary password.
    SetupRenewed {
        /// The customer.
        customer: OrganizationId,
        /// The partner that asked for it.
        partner: OrganizationId,
        /// When it happened.
        at: Timestamp,
        /// The partner's user.
        by: UserId,
    },
    /// The user set up a second factor; signing in requires it from now on.
    SecondFactorSetUp {
        /// The first factor.
        factor: Factor,
        /// Number of recovery codes issued with it.
        recovery_codes: u32,
        /// When it happened.
        at: Timestamp,
    },
    /// The user added a factor.
    FactorAdded {
        /// The factor added.
        factor: Factor,
        /// When it happened.
        at: Timestamp,
    },
    /// The user removed a factor; at least one is left.
    FactorRemoved {
        /// The factor removed.
        factor: Factor,
        /// When it happened.
        at: Timestamp,
    },
    /// The user signs in with the password alone again.
    SecondFactorTurnedOff {
        /// When it happened.
        at: Timestamp,
    },
    /// The user proved their identity with a recovery code, which cannot be used again.
    RecoveryCodeUsed {
        /// Number of recovery codes left.
        left: u32,
        /// When it happened.
        at: Timestamp,
    },
    /// The user got new recovery codes, which replace the older ones.
    RecoveryCodesRenewed {
        /// Number of new codes.
        recovery_codes: u32,
        /// When it happened.
        at: Timestamp,
    },
    /// The operator of the portal removed the second factor.
    SecondFactorReset {
        /// When it happened.
        at: Timestamp,
    },
    /// A user who had an account already accepted the invitation of another organization.
    JoinedByInvitation {
        /// The organization.
        organization: OrganizationId,
        /// The user's roles there.
        roles: RoleSet,
        /// When it happened.
        at: Timestamp,
    },
    /// An admin of the organization corrected the user's name.
    Renamed {
        /// The organization.
        organization: OrganizationId,
        /// The partner on whose behalf it was done, for its customer; none if the organization did it itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        partner: Option<OrganizationId>,
        /// The name before.
        from: PersonName,
        /// The name from now on.
        name: PersonName,
        /// When it happened.
        at: Timestamp,
        /// The admin.
        by: UserId,
    },
    /// The operator corrected the first admin of a partner, who had not come yet.
    FirstAdminCorrected {
        /// The organization.
        organization: OrganizationId,
        /// The name before.
        from: PersonName,
        /// The name from now on.
        name: PersonName,
        /// The work account from now on.
        user_name: EmailAddress,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// An admin of the organization gave the user other roles there.
    RolesChanged {
        /// The organization.
        organization: OrganizationId,
        /// The partner on whose behalf it was done, for its customer; none if the organization did it itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        partner: Option<OrganizationId>,
        /// The user's name.
        name: PersonName,
        /// The roles from now on.
        roles: RoleSet,
        /// When it happened.
        at: Timestamp,
        /// The admin.
        by: UserId,
    },
    /// An admin of the organization blocked the user there.
    MemberBlocked {
        /// The organization.
        organization: OrganizationId,
        /// The partner on whose behalf it was done, for its customer; none if the organization did it itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        partner: Option<OrganizationId>,
        /// The user's name.
        name: PersonName,
        /// When it happened.
        at: Timestamp,
        /// The admin.
        by: UserId,
    },
    /// An admin of the organization let the user act for it again.
    MemberUnblocked {
        /// The organization.
        organization: OrganizationId,
        /// The partner on whose behalf it was done, for its customer; none if the organization did it itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        partner: Option<OrganizationId>,
        /// The user's name.
        name: PersonName,
        /// When it happened.
        at: Timestamp,
        /// The admin.
        by: UserId,
    },
    /// An admin removed the user from the organization. The account stays.
    MemberRemoved {
        /// The organization.
        organization: OrganizationId,
        /// The partner on whose behalf it was done, for its customer; none if the organization did it itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        partner: Option<OrganizationId>,
        /// The user's name.
        name: PersonName,
        /// When it happened.
        at: Timestamp,
        /// The admin.
        by: UserId,
    },
    /// An admin of the organization narrowed the user's rights to groups of its customers, or widened them.
    CustomersNarrowed {
        /// The organization.
        organization: OrganizationId,
        /// The user's name.
        name: PersonName,
        /// The customers that the user sees from now on.
        customers: Reach,
        /// The names of the groups before; none for all customers.
        from: Vec<GroupName>,
        /// The names of the groups from now on; none for all customers.
        to: Vec<GroupName>,
        /// When it happened.
        at: Timestamp,
        /// The admin.
        by: UserId,
    },
    /// An admin of the organization had a link mailed by which the user chooses another password.
    PasswordLinkSent {
        /// The organization.
        organization: OrganizationId,
        /// The user's name.
        name: PersonName,
        /// Until then the link can be used.
        expires: Timestamp,
        /// When it happened.
        at: Timestamp,
        /// The admin.
        by: UserId,
    },
    /// An admin of the organization removed the second factor.
    SecondFactorResetByAdmin {
        /// The organization.
        organization: OrganizationId,
        /// The user's name.
        name: PersonName,
        /// When it happened.
        at: Timestamp,
        /// The admin.
        by: UserId,
    },
    /// The operator helped the user in again, as one of this organization's. The organization's own history has it too.
    AccessRestored {
        /// The organization.
        organization: OrganizationId,
        /// The user's name.
        name: PersonName,
        /// What the operator did.
        how: Restoration,
        /// The reason.
        reason: Reason,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// A partner, with the customer's right to administer, or the customer's own admin added a user of the customer,
    /// who signs in with a temporary password first.
    AddedByAdmin {
        /// The customer.
        organization: OrganizationId,
        /// The partner on whose behalf it was done; none if the customer did it itself.
        partner: Option<OrganizationId>,
        /// The user's name.
        name: PersonName,
        /// The work account.
        user_name: EmailAddress,
        /// The user's roles there.
        roles: RoleSet,
        /// When it happened.
        at: Timestamp,
        /// The admin.
        by: UserId,
    },
    /// A removed user is one of the organization's again.
    MemberRestored {
        /// The organization.
        organization: OrganizationId,
        /// The partner on whose behalf it was done, for its customer; none if the organization did it itself.
        partner: Option<OrganizationId>,
        /// The user's name.
        name: PersonName,
        /// The user's roles there, as they were.
        roles: RoleSet,
        /// Whether the user was blocked there, and is again.
        blocked: bool,
        /// When it happened.
        at: Timestamp,
        /// The admin.
        by: UserId,
    },
    /// A partner, with the customer's right to administer, or the customer's own admin gave a user of the customer a
    /// new temporary password.
    PasswordResetByAdmin {
        /// The customer.
        organization: OrganizationId,
        /// The partner on whose behalf it was done; none if the customer did it itself.
        partner: Option<OrganizationId>,
        /// The user's name.
        name: PersonName,
        /// When it happened.
        at: Timestamp,
        /// The admin.
        by: UserId,
    },
}

impl Event {
    /// The organizations that it names, each as often as it does so; none if it is about the account alone.
    #[must_use]
    pub fn organizations(&self) -> Vec<OrganizationId> {
        match self {
            Event::SetupRenewed {
                customer, partner, ..
            } => vec![*customer, *partner],
            Event::Added { organization, .. }
            | Event::Joined { organization, .. }
            | Event::JoinedByInvitation { organization, .. }
            | Event::FirstAdminCorrected { organization, .. }
            | Event::CustomersNarrowed { organization, .. }
            | Event::PasswordLinkSent { organization, .. }
            | Event::SecondFactorResetByAdmin { organization, .. }
            | Event::AccessRestored { organization, .. } => {
                vec![*organization]
            }
            Event::Renamed {
                organization,
                partner,
                ..
            }
            | Event::RolesChanged {
                organization,
                partner,
                ..
            }
            | Event::MemberBlocked {
                organization,
                partner,
                ..
            }
            | Event::MemberUnblocked {
                organization,
                partner,
                ..
            }
            | Event::MemberRemoved {
                organization,
                partner,
                ..
            }
            | Event::AddedByAdmin {
                organization,
                partner,
                ..
            }
            | Event::MemberRestored {
                organization,
                partner,
                ..
            }
            | Event::PasswordResetByAdmin {
                organization,
                partner,
                ..
            } => [*organization].into_iter().chain(*partner).collect(),
            Event::PasswordChanged { .. }
            | Event::PasswordReset { .. }
            | Event::SecondFactorSetUp { .. }
            | Event::FactorAdded { .. }
            | Event::FactorRemoved { .. }
            | Event::SecondFactorTurnedOff { .. }
            | Event::SecondFactorReset { .. }
            | Event::RecoveryCodeUsed { .. }
            | Event::RecoveryCodesRenewed { .. } => Vec::new(),
        }
    }
}

/// How an account was created.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// As its organization's first user, together with the organization. The organization's own event records that.
    WithOrganization,
    /// Added by the operator of the portal.
    Operator,
    /// Invited by an admin of the organization.
    Invited,
}

impl User {
    /// Whether the user may add another passkey.
    ///
    /// # Errors
    /// [`Refusal::TooManyPasskeys`].
    ///
    /// ```
    /// use tierline_core::{account::{Factor, MOST_PASSKEYS, SecondFactor}, testing::*};
    /// let mut ben = user(81);
    /// assert!(ben.may_add_passkey().is_ok());
    /// ben.second_factor = Some(SecondFactor { passkeys: MOST_PASSKEYS, ..SecondFactor::only(Factor::App, 10) });
    /// assert_eq!(ben.may_add_passkey().unwrap_err().to_string(), "the account has 10 passkeys already");
    /// ```
    pub fn may_add_passkey(&self) -> Result<(), Refusal> {
        match self.second_factor {
            Some(held) if held.passkeys >= MOST_PASSKEYS => Err(Refusal::TOO_MANY_PASSKEYS),
            _ => Ok(()),
        }
    }

    /// The roles in this organization; none for a user who is not a member.
    ///
    /// ```
    /// use tierline_core::{role::Role, testing::*};
    /// let ben = user(81);
    /// assert!(ben.roles_in(reseller().id).contains(Role::AdminAgent));
    /// assert!(ben.roles_in(provider().id).is_empty());
    /// ```
    #[must_use]
    pub fn roles_in(&self, organization: OrganizationId) -> RoleSet {
        self.roles
            .get(&organization)
            .copied()
            .unwrap_or(RoleSet::EMPTY)
    }

    /// The organization's customers to which the user's rights are narrowed; all where they are not.
    ///
    /// ```
    /// use tierline_core::{reach::Reach, testing::*};
    /// assert_eq!(user(81).reach_in(reseller().id), Reach::All);
    /// ```
    #[must_use]
    pub fn reach_in(&self, organization: OrganizationId) -> Reach {
        let narrowed = self.narrowed_in.get(&organization).copied();
        narrowed.map_or(Reach::All, Reach::Groups)
    }

    /// Whether the user may act for this organization: as a member who is blocked neither there nor everywhere.
    ///
    /// ```
    /// use tierline_core::testing::*;
    /// let mut ben = user(81);
    /// assert!(ben.may_act_in(reseller().id) && !ben.may_act_in(provider().id));
    /// ben.blocked_in.insert(reseller().id);
    /// assert!(!ben.may_act_in(reseller().id));
    /// ```
    #[must_use]
    pub fn may_act_in(&self, organization: OrganizationId) -> bool {
        !self.is_blocked
            && self.roles.contains_key(&organization)
            && !self.blocked_in.contains(&organization)
    }
}

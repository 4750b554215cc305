use crate::{
    Timestamp,
    ids::{MemberInvitationId, OrganizationId, UserId},
    organization::Party,
    refusal::{Fixer, NextStep, refusals},
    role::Role,
    text::{EmailAddress, GroupName},
};

refusals! {
    /// Rules of an organization's users and of the links that are mailed to them.
    pub enum Refusal:

    /// The organization would be left without anybody in this role.
    LastInRole {
        /// The organization.
        organization: Party,
        /// The role: program admin, global admin or admin agent.
        role: Role,
    } = "last_in_role" {
        fixer: Fixer::admin_of(organization),
        next: NextStep::OpenUsers,
        says: "`{}` has no other active {}", organization.name, role.code();
    }

    /// A user without a role could do nothing.
    NoRole = "no_role" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "no role is selected";
    }

    /// Organizations of this kind have no such role.
    RoleElsewhere {
        /// The role.
        role: Role,
        /// The organization.
        organization: Party,
    } = "role_elsewhere" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "`{}` has no role {}", organization.name, role.code();
    }

    /// The user belongs to the organization already.
    AlreadyMember {
        /// The user's address.
        address: EmailAddress,
    } = "already_member" {
        fixer: Fixer::You,
        next: NextStep::OpenUsers,
        says: "{address} is a user of the organization already";
    }

    /// An invitation to the same address is open.
    UserAlreadyInvited {
        /// The existing one: resend or cancel it.
        invitation: MemberInvitationId,
    } = "user_already_invited" {
        fixer: Fixer::You,
        next: NextStep::OpenMemberInvitation { invitation: *invitation },
        says: "an invitation to this address is already open";
    }

    /// A customer's new user gets an address in the customer's own domain.
    AddressElsewhere {
        /// The address.
        address: EmailAddress,
        /// The customer's domain.
        domain: String,
    } = "address_elsewhere" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "{address} isn't an address of `{domain}`";
    }

    /// Somebody signs in by this address already.
    AddressTaken {
        /// The address.
        address: EmailAddress,
    } = "address_taken" {
        fixer: Fixer::You,
        next: NextStep::CorrectEntry,
        says: "somebody signs in as {address} already";
    }

    /// The address is that of a user who was removed from the customer's users, and can be restored.
    AddressOfRemoved {
        /// The address.
        address: EmailAddress,
        /// The customer.
        customer: OrganizationId,
        /// The user.
        user: UserId,
        /// Until then.
        until: Timestamp,
    } = "address_of_removed" {
        fixer: Fixer::You,
        next: NextStep::RestoreUser { customer: *customer, user: *user },
        says: "{address} is a removed user's, who can be restored until {until}";
    }

    /// The time in which a removed user could be restored is over.
    RestoreOver {
        /// Since when.
        at: Timestamp,
    } = "restore_over" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "the user could be restored until {at}";
    }

    /// Nobody does this to the own account here: under **Settings**, the user proves to be who they are.
    OwnAccount = "own_account" {
        fixer: Fixer::You,
        next: NextStep::OpenSettings,
        says: "it is the account of the user who asks";
    }

    /// The account is another organization's, or belongs to several: what concerns it everywhere is not decided here.
    AccountElsewhere {
        /// The organization that asks.
        organization: Party,
    } = "account_elsewhere" {
        fixer: Fixer::Operator,
        next: NextStep::AskOperator,
        says: "the account isn't one of `{}` alone", organization.name;
    }

    /// The user is blocked.
    MemberBlocked {
        /// Whether the operator of the portal has blocked the account.
        by_operator: bool,
    } = "member_blocked" {
        fixer: if *by_operator { Fixer::Operator } else { Fixer::You },
        next: if *by_operator { NextStep::AskOperator } else { NextStep::OpenUsers },
        says: "the user is blocked";
    }

    /// The user has no second factor that could be reset.
    NoSecondFactor = "no_second_factor" {
        fixer: Fixer::Nobody,
        next: NextStep::Nothing,
        says: "the user has no second factor";
    }

    /// There is an account for the invited address: it joins by signing in.
    AccountExists {
        /// The address.
        address: EmailAddress,
    } = "account_exists" {
        fixer: Fixer::You,
        next: NextStep::SignIn,
        says: "{address} has an account already";
    }

    /// The invitation is for another account than the one that is signed in.
    InvitedAnother {
        /// The invited address.
        invited: EmailAddress,
    } = "invited_another" {
        fixer: Fixer::You,
        next: NextStep::SignIn,
        says: "the invitation is for {invited}";
    }

    /// All groups of customers to which the invitation is narrowed were removed since.
    InvitedGroupsRemoved {
        /// Their names.
        groups: Vec<GroupName>,
    } = "invited_groups_removed" {
        fixer: Fixer::Sender,
        next: NextStep::AskSender,
        says: "the {} customer groups of the invitation were removed", groups.len();
    }

    /// A new password was chosen since the link was mailed.
    PasswordLinkUsed {
        /// When it was.
        at: Timestamp,
    } = "password_link_used" {
        fixer: Fixer::Sender,
        next: NextStep::AskSender,
        says: "a password was chosen at {at}";
    }

    /// The time of the link is over.
    PasswordLinkExpired {
        /// When it was.
        at: Timestamp,
    } = "password_link_expired" {
        fixer: Fixer::Sender,
        next: NextStep::AskSender,
        says: "the link expired at {at}";
    }

    /// The user was blocked, or left the organization that had the link mailed.
    PasswordLinkVoid = "password_link_void" {
        fixer: Fixer::Sender,
        next: NextStep::AskSender,
        says: "the link is no longer valid";
    }
}

//! The remedies for a refusal: the person who can fix it, and the next step.

use serde::{Deserialize, Serialize};

use crate::{
    Timestamp,
    ids::{InvitationId, MemberInvitationId, OrganizationId, SubscriptionId, UserId},
    organization::Party,
    read::Read,
    relationship::Grant,
    role::Role,
};

/// The person who can supply what is missing. It says who would have to act, not that they will.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "who", rename_all = "snake_case")]
pub enum Fixer {
    /// The person who asked.
    You,
    /// A user of this organization with one of these roles.
    UserOf {
        /// The organization.
        organization: Party,
        /// Any one of these roles; a global admin when empty.
        roles: Vec<Role>,
    },
    /// The program operator.
    Operator,
    /// The sender of the invitation.
    Sender,
    /// Nobody: it is a fixed rule of the program.
    Nobody,
}

/// The next step, for a link or a sentence: a step of the refused user, toward the person who can [fix](Fixer) the
/// refusal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum NextStep {
    /// Ask an admin for a role, or hand the page to one.
    AskForRole,
    /// Sign the partner agreement on the overview.
    SignAgreement,
    /// Associate a location MPN ID.
    AssociateMpnId,
    /// Look at the own enrollment: its tracker says what is asked for.
    OpenEnrollment,
    /// Ask the operator.
    AskOperator,
    /// The provider requests a partnership.
    RequestPartnership,
    /// Invite the customer for reseller and provider together.
    InviteForBoth {
        /// The customer.
        customer: OrganizationId,
        /// The provider to name, if known.
        provider: Option<OrganizationId>,
    },
    /// Ask the customer for a relationship with the partner alone.
    RequestRelationship {
        /// The customer.
        customer: OrganizationId,
    },
    /// Ask the customer to grant this right again.
    AskForGrant {
        /// The customer.
        customer: OrganizationId,
        /// The right.
        grant: Grant,
    },
    /// Ask this partner to do it.
    AskPartner {
        /// The partner.
        partner: OrganizationId,
    },
    /// Choose a partner of the same region.
    ChooseSameRegion,
    /// Look at the open invitation: resend it or cancel it.
    OpenInvitation {
        /// The open invitation.
        invitation: InvitationId,
    },
    /// Look at the open invitation of a user: resend it or cancel it.
    OpenMemberInvitation {
        /// The open invitation.
        invitation: MemberInvitationId,
    },
    /// Look at the subscription: who holds its licenses, and how many there are.
    OpenSubscription {
        /// The subscription.
        subscription: SubscriptionId,
    },
    /// Look at the users of the organization.
    OpenUsers,
    /// Restore a user who was removed from the customer's users.
    RestoreUser {
        /// The customer.
        customer: OrganizationId,
        /// The user.
        user: UserId,
    },
    /// Change it under the own settings.
    OpenSettings,
    /// Use the newest mail, or ask the sender for a new link.
    AskSender,
    /// Sign in for the organization the invitation was addressed to.
    SwitchOrganization,
    /// Sign in with the account that exists already.
    SignIn,
    /// End a relationship that is not needed any more.
    EndRelationship,
    /// Set up a second factor.
    SetUpSecondFactor,
    /// Remove a passkey that is no longer used.
    RemovePasskey,
    /// Correct the entry.
    CorrectEntry,
    /// Wait until then.
    Wait {
        /// From then on it is possible.
        until: Timestamp,
    },
    /// No step is left.
    Nothing,
}

impl Fixer {
    /// A user of the organization with one of these roles.
    ///
    /// ```
    /// use tierline_core::{refusal::Fixer, role::Role, testing::*};
    /// let party = reseller().party();
    /// assert_eq!(Fixer::user_of(&party, &[Role::GlobalAdmin]), Fixer::admin_of(&party));
    /// ```
    #[must_use]
    pub fn user_of(organization: &Party, roles: &[Role]) -> Fixer {
        Fixer::UserOf {
            organization: organization.clone(),
            roles: roles.to_vec(),
        }
    }

    /// A global admin of the organization: signs, accepts and grants on its behalf.
    #[must_use]
    pub fn admin_of(organization: &Party) -> Fixer {
        Fixer::user_of(organization, &[Role::GlobalAdmin])
    }

    /// An agent of a partner who sends requests, sells and orders: an admin agent or a sales agent.
    #[must_use]
    pub fn agent_of(partner: &Party) -> Fixer {
        Fixer::user_of(partner, &[Role::AdminAgent, Role::SalesAgent])
    }
}

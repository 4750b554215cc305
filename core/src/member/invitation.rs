//! Invitations of new users, by a link that is mailed to them.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::{
    Refusal,
    roles::{are_roles_of, may_handle},
};
use crate::{
    Evolve, Timestamp,
    access::{self, Action},
    actor::Actor,
    group::{self, CustomerGroup, Narrowing},
    ids::{MemberInvitationId, OrganizationId, UserId},
    invitation::{self, PaceFacts, may_send_link},
    organization::Organization,
    reach::Reach,
    read::Read,
    role::RoleSet,
    text::{EmailAddress, GroupName, PersonName},
};

/// The time for which the link of an invitation works, as long as the operator says nothing else: long enough for a
/// vacation, and short enough that a forgotten mail gives nobody an account a year later.
pub const INVITATION_VALIDITY: TimeDelta = TimeDelta::days(14);

/// An invitation to become a user of an organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct MemberInvitation {
    /// Its id.
    pub id: MemberInvitationId,
    /// The organization.
    pub organization: OrganizationId,
    /// The invited address. A new account has it as its user name.
    pub address: EmailAddress,
    /// The invited person's name. An account that exists keeps its own.
    pub name: PersonName,
    /// The roles that the user will have.
    pub roles: RoleSet,
    /// The customers that the user will see.
    #[serde(default, skip_serializing_if = "Reach::is_all")]
    pub customers: Reach,
    /// When it was made.
    pub created: Timestamp,
    /// The user who made it.
    pub created_by: UserId,
    /// The number of the newest link.
    pub link: u32,
    /// When that was made.
    pub link_made: Timestamp,
    /// Its state.
    pub state: State,
}

/// The state of an invitation. One whose time is over is stored as pending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum State {
    /// The link can be used.
    Pending {
        /// Until then.
        expires: Timestamp,
    },
    /// The invited person is a user now.
    Accepted {
        /// The user.
        user: UserId,
        /// When it happened.
        at: Timestamp,
    },
    /// An admin took it back.
    Canceled {
        /// When it happened.
        at: Timestamp,
    },
}

/// The state as it is at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// The link can be used.
    Pending,
    /// The time is over; it can be sent again.
    Expired,
    /// The invited person is a user now.
    Accepted,
    /// An admin took it back.
    Canceled,
}

/// Events of an invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// An admin invited somebody; the first link was mailed.
    Invited {
        /// The organization.
        organization: OrganizationId,
        /// The invited address.
        address: EmailAddress,
        /// The invited person's name.
        name: PersonName,
        /// The roles that the user will have.
        roles: RoleSet,
        /// The customers that the user will see.
        #[serde(default, skip_serializing_if = "Reach::is_all")]
        customers: Reach,
        /// The names of the groups of these customers; none for all customers.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        groups: Vec<GroupName>,
        /// Until then the link can be used.
        expires: Timestamp,
        /// When it happened.
        at: Timestamp,
        /// The admin.
        by: UserId,
    },
    /// Another link was mailed, which replaces the older one.
    Resent {
        /// The invited address.
        address: EmailAddress,
        /// The number of the link.
        link: u32,
        /// Until then it can be used.
        expires: Timestamp,
        /// When it happened.
        at: Timestamp,
        /// The admin.
        by: UserId,
    },
    /// It was taken back.
    Canceled {
        /// The invited address.
        address: EmailAddress,
        /// When it happened.
        at: Timestamp,
        /// The admin.
        by: UserId,
    },
    /// The invited person became a user.
    Accepted {
        /// The user.
        user: UserId,
        /// The user's name.
        name: PersonName,
        /// The user's work account.
        user_name: EmailAddress,
        /// When it happened.
        at: Timestamp,
    },
}

impl Event {
    /// The other organizations that it names: none.
    #[must_use]
    pub fn organizations(&self) -> Vec<OrganizationId> {
        match self {
            Event::Invited { organization, .. } => vec![*organization],
            Event::Resent { .. } | Event::Canceled { .. } | Event::Accepted { .. } => Vec::new(),
        }
    }
}

impl MemberInvitation {
    /// The state at this moment.
    ///
    /// ```
    /// use tierline_core::{member::{INVITATION_VALIDITY, Status}, testing::*};
    /// let invitation = member_invitation(&reseller());
    /// assert_eq!(invitation.status(day(2)), Status::Pending);
    /// assert_eq!(invitation.status(day(1) + INVITATION_VALIDITY), Status::Expired);
    /// ```
    #[must_use]
    pub fn status(&self, now: Timestamp) -> Status {
        match self.state {
            State::Pending { expires } if now < expires => Status::Pending,
            State::Pending { .. } => Status::Expired,
            State::Accepted { .. } => Status::Accepted,
            State::Canceled { .. } => Status::Canceled,
        }
    }

    /// The reason why it can no longer be accepted, in the words of every invitation; none as long as it can.
    pub(super) fn closed(&self, now: Timestamp) -> Option<crate::Refusal> {
        let refusal = match self.state {
            State::Pending { expires } if now < expires => return None,
            State::Pending { expires: at } => invitation::Refusal::InvitationExpired { at },
            State::Accepted { at, .. } => invitation::Refusal::InvitationAccepted { at },
            State::Canceled { at } => invitation::Refusal::InvitationCanceled { at },
        };
        Some(refusal.into())
    }
}

/// An invitation begins when somebody is [invited](Event::Invited). Nothing happens to one that has come to its end.
///
/// ```
/// use tierline_core::{Evolve as _, member::{Event, MemberInvitation, Status}, testing::*};
/// let mut invitation = member_invitation(&reseller());
/// invitation.apply(&Event::Canceled { address: invitation.address.clone(), at: day(2), by: id(7) });
/// assert_eq!(invitation.status(day(2)), Status::Canceled);
/// ```
impl Evolve for MemberInvitation {
    type Id = MemberInvitationId;
    type Event = Event;

    fn begin(id: MemberInvitationId, event: &Event) -> Option<MemberInvitation> {
        let Event::Invited {
            organization,
            address,
            name,
            roles,
            customers,
            groups: _,
            expires,
            at,
            by,
        } = event
        else {
            return None;
        };
        Some(MemberInvitation {
            id,
            organization: *organization,
            address: address.in_lower_case(),
            name: name.clone(),
            roles: *roles,
            customers: *customers,
            created: *at,
            created_by: *by,
            link: 1,
            link_made: *at,
            state: State::Pending { expires: *expires },
        })
    }

    fn apply(&mut self, event: &Event) {
        if !matches!(self.state, State::Pending { .. }) {
            return;
        }
        match event {
            Event::Invited { .. } => {}
            Event::Resent {
                link, expires, at, ..
            } => {
                self.link = *link;
                self.link_made = *at;
                self.state = State::Pending { expires: *expires };
            }
            Event::Canceled { at, .. } => self.state = State::Canceled { at: *at },
            Event::Accepted { user, at, .. } => {
                self.state = State::Accepted {
                    user: *user,
                    at: *at,
                };
            }
        }
    }
}

/// Facts for inviting somebody, read while no other change of the organization's users is made.
#[derive(Clone, Copy, Debug)]
pub struct InviteFacts<'a> {
    /// The organization.
    pub organization: &'a Organization,
    /// Whether the address is that of one of its users.
    pub is_member: bool,
    /// Another invitation to the same address that can be used.
    pub open: Option<MemberInvitationId>,
    /// What the organization has mailed lately.
    pub pace: PaceFacts,
    /// The time for which the link works; [`INVITATION_VALIDITY`], if the operator says nothing else.
    pub valid: TimeDelta,
    /// The organization's groups of customers, without removed ones.
    pub groups: &'a [CustomerGroup],
}

/// A user to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMember {
    /// The address.
    pub address: EmailAddress,
    /// The name.
    pub name: PersonName,
    /// The roles.
    pub roles: RoleSet,
    /// The customers that the user is to see.
    pub customers: Narrowing,
}

/// Decides whether somebody is invited.
///
/// # Errors
/// [`RoleMissing`](crate::access::Refusal::RoleMissing), also for an admin agent who would make a global admin;
/// [`Refusal::NoRole`], [`Refusal::RoleElsewhere`], [`Refusal::AlreadyMember`], [`Refusal::UserAlreadyInvited`]; the
/// [pace](crate::invitation::Pace) of mails; as [`narrow`](group::narrow) for one who is to see some customers only.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{invitation::PaceFacts, group::Narrowing, member::{INVITATION_VALIDITY, InviteFacts, NewMember, invite}, role::{Role, RoleSet}};
/// let reseller = reseller();
/// let (is_member, open, pace, valid) = (false, None, PaceFacts::default(), INVITATION_VALIDITY);
/// let facts = InviteFacts { organization: &reseller, is_member, open, pace, valid, groups: &[] };
/// let new = |role| NewMember {
///     address: "mia@org2.example".parse().unwrap(),
///     name: "Mia Kern".parse().unwrap(),
///     roles: RoleSet::of(&[role]),
///     customers: Narrowing::All,
/// };
/// let agent = actor(&reseller, Role::AdminAgent);
/// assert!(invite(facts, &new(Role::SalesAgent), &agent, day(2)).is_ok());
/// let code = |role| invite(facts, &new(role), &agent, day(2)).unwrap_err().code();
/// assert_eq!(code(Role::GlobalAdmin), "role_missing");
/// assert_eq!(code(Role::BillingAdmin), "role_elsewhere");
/// ```
pub fn invite(
    facts: InviteFacts<'_>,
    new: &NewMember,
    actor: &Actor,
    now: Timestamp,
) -> Result<Event, crate::Refusal> {
    may_handle(facts.organization, actor, new.roles)?;
    are_roles_of(facts.organization, new.roles)?;
    if facts.is_member {
        let address = new.address.clone();
        return Err(Refusal::AlreadyMember { address }.into());
    }
    if let Some(invitation) = facts.open {
        return Err(Refusal::UserAlreadyInvited { invitation }.into());
    }
    may_send_link(None, facts.pace, now)?;
    let (own, asked) = (
        (facts.organization, facts.groups),
        (new.roles, &new.customers),
    );
    let (customers, groups) = group::for_new(own, asked, actor)?;
    Ok(Event::Invited {
        organization: facts.organization.id,
        address: new.address.clone(),
        name: new.name.clone(),
        roles: new.roles,
        customers,
        groups,
        expires: now + facts.valid,
        at: now,
        by: actor.user,
    })
}

/// Facts for managing an invitation, read under a lock.
#[derive(Clone, Copy, Debug)]
pub struct ManageFacts<'a> {
    /// The organization.
    pub organization: &'a Organization,
    /// The invitation.
    pub invitation: &'a MemberInvitation,
    /// Whether its address is a user of the organization by now.
    pub is_member: bool,
    /// The invitation to this address that is open: this one, or a later one.
    pub open: Option<MemberInvitationId>,
    /// What the organization has mailed lately.
    pub pace: PaceFacts,
    /// The time for which another link works; [`INVITATION_VALIDITY`], if the operator says nothing else.
    pub valid: TimeDelta,
    /// The groups of customers to which it is narrowed, removed ones among them.
    pub groups: &'a [CustomerGroup],
}

/// A command on an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Mail another link; its time starts over.
    Resend,
    /// Take it back.
    Cancel,
}

/// Decides a command on an invitation. Any admin of the organization may do it, whoever has invited.
///
/// # Errors
/// [`RoleMissing`](crate::access::Refusal::RoleMissing); the end that the invitation has reached; for a link,
/// [`Refusal::AlreadyMember`] and [`Refusal::UserAlreadyInvited`], so that nobody comes back by an old one,
/// [`Refusal::InvitedGroupsRemoved`], and the [pace](crate::invitation::Pace) of mails.
///
/// ```
/// use tierline_core::testing::*;
/// use tierline_core::{invitation::PaceFacts, member::{Command, Event, INVITATION_VALIDITY, ManageFacts, manage}, role::Role};
/// let reseller = reseller();
/// let invitation = member_invitation(&reseller);
/// let (is_member, open, pace, valid) = (false, None, PaceFacts::default(), INVITATION_VALIDITY);
/// let facts = ManageFacts { organization: &reseller, invitation: &invitation, is_member, open, pace, valid, groups: &[] };
/// let agent = actor(&reseller, Role::AdminAgent);
/// assert!(matches!(manage(facts, Command::Resend, &agent, day(30)), Ok(Event::Resent { link: 2, .. })));
/// assert!(manage(facts, Command::Cancel, &agent, day(30)).is_ok(), "although it has expired");
/// assert_eq!(manage(facts, Command::Resend, &agent, day(1)).unwrap_err().code(), "sent_recently");
/// let joined = ManageFacts { is_member: true, ..facts };
/// assert_eq!(manage(joined, Command::Resend, &agent, day(30)).unwrap_err().code(), "already_member");
/// ```
pub fn manage(
    facts: ManageFacts<'_>,
    command: Command,
    actor: &Actor,
    now: Timestamp,
) -> Result<Event, crate::Refusal> {
    let ManageFacts {
        organization,
        invitation,
        is_member,
        open,
        pace,
        valid,
        groups,
    } = facts;
    if invitation.organization != organization.id {
        return Err(access::role_missing(organization, Action::ManageUsers));
    }
    may_handle(organization, actor, invitation.roles)?;
    let status = invitation.status(now);
    if !matches!(status, Status::Pending | Status::Expired)
        && let Some(refusal) = invitation.closed(now)
    {
        return Err(refusal);
    }
    let address = invitation.address.clone();
    let (at, by) = (now, actor.user);
    match command {
        Command::Cancel => Ok(Event::Canceled { address, at, by }),
        Command::Resend => {
            if is_member {
                return Err(Refusal::AlreadyMember { address }.into());
            }
            if let Some(other) = open.filter(|open| *open != invitation.id) {
                return Err(Refusal::UserAlreadyInvited { invitation: other }.into());
            }
            invitation.has_customers(groups)?;
            may_send_link(Some(invitation.link_made), pace, now)?;
            Ok(Event::Resent {
                address,
                link: invitation.link + 1,
                expires: now + valid,
                at,
                by,
            })
        }
    }
}

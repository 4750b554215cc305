//! Events of members.

use serde::{Deserialize, Serialize};

use super::{Location, Member, Profile};
use crate::{
    Evolve, Timestamp,
    ids::{MemberId, OrganizationId, UserId},
    read::Read,
    text::{EmailAddress, MpnId},
};

/// Events of a member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// The operator put it into the registry.
    Registered {
        /// The operator.
        operator: OrganizationId,
        /// The user name of its account.
        account: EmailAddress,
        /// Its organization profiles.
        profiles: Vec<Profile>,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// The operator changed it.
    Changed {
        /// The user name of its account.
        account: EmailAddress,
        /// Its organization profiles.
        profiles: Vec<Profile>,
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// The operator set another password of its account, which is kept elsewhere. What an earlier one has proved counts
    /// no longer.
    PasswordSet {
        /// When it happened.
        at: Timestamp,
        /// The operator's user.
        by: UserId,
    },
    /// An organization that proved to be this member added a location.
    LocationAdded {
        /// The organization.
        organization: OrganizationId,
        /// The MPN ID of the profile.
        profile: MpnId,
        /// The location.
        location: Location,
        /// When it happened.
        at: Timestamp,
        /// The organization's user.
        by: UserId,
    },
}

impl Event {
    /// The organizations that it names, each as often as it does so.
    #[must_use]
    pub fn organizations(&self) -> Vec<OrganizationId> {
        match self {
            Event::Registered { operator, .. } => vec![*operator],
            Event::Changed { .. } | Event::PasswordSet { .. } => Vec::new(),
            Event::LocationAdded { organization, .. } => vec![*organization],
        }
    }
}

/// A member begins when it is registered.
///
/// ```
/// use tierline_core::{Evolve, membership::{Event, Member}, testing::*};
/// let before = member();
/// let location = before.profiles[0].locations[0].clone();
/// let added = Event::LocationAdded {
///     organization: id(2), profile: before.profiles[0].mpn.clone(), location, at: day(2), by: id(7),
/// };
/// assert_eq!(Member::evolve(id(50), None, &added), None);
/// let after = Member::evolve(before.id, Some(before), &added).unwrap();
/// assert_eq!(after.profiles[0].locations.len(), 3);
/// ```
impl Evolve for Member {
    type Id = MemberId;
    type Event = Event;

    fn begin(id: MemberId, event: &Event) -> Option<Member> {
        let Event::Registered {
            operator,
            account,
            profiles,
            at,
            ..
        } = event
        else {
            return None;
        };
        Some(Member {
            id,
            operator: *operator,
            account: account.clone(),
            profiles: profiles.clone(),
            since: *at,
        })
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::Registered { .. } | Event::PasswordSet { .. } => {}
            Event::Changed {
                account, profiles, ..
            } => {
                self.account.clone_from(account);
                self.profiles.clone_from(profiles);
            }
            Event::LocationAdded {
                profile, location, ..
            } => {
                let mut profiles = self.profiles.iter_mut();
                if let Some(found) = profiles.find(|it| it.mpn == *profile) {
                    found.locations.push(location.clone());
                }
            }
        }
    }
}

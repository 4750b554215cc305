//! What the operator edits of a member, one thing at a time, and what an import makes of one.

use serde::Serialize;

use super::{Location, Member, NewMember, Profile, Refusal};
use crate::{
    market::Country,
    text::{CompanyName, EmailAddress, MpnId},
};

/// An edit of a member. Serialized to tell a repeated request from another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "edit", rename_all = "snake_case")]
pub enum Edit {
    /// Another user name of its account.
    Account {
        /// The user name.
        account: EmailAddress,
    },
    /// One more organization profile, without locations.
    AddProfile {
        /// Its MPN ID.
        mpn: MpnId,
        /// The name.
        name: CompanyName,
    },
    /// One more location.
    AddLocation {
        /// The MPN ID of the profile.
        profile: MpnId,
        /// Its MPN ID.
        mpn: MpnId,
        /// The name.
        name: CompanyName,
        /// Its country.
        country: Country,
    },
    /// What is known of a profile.
    Profile {
        /// Its MPN ID.
        mpn: MpnId,
        /// The name.
        name: CompanyName,
        /// Whether it is active.
        is_active: bool,
    },
    /// What is known of a location.
    Location {
        /// Its MPN ID.
        mpn: MpnId,
        /// The name.
        name: CompanyName,
        /// Its country.
        country: Country,
        /// Whether it is active.
        is_active: bool,
    },
}

impl Edit {
    /// The member as this edit makes it, for [`change`](super::change()) to decide about.
    ///
    /// # Errors
    /// [`Refusal::MpnUnknown`] of the edited profile or location.
    ///
    /// ```
    /// use tierline_core::{membership::Edit, testing::member};
    /// let (member, mpn) = (member(), "5000001".parse().unwrap());
    /// let edit = Edit::Location { mpn, name: "Lyon".parse().unwrap(), country: "FR".parse().unwrap(), is_active: false };
    /// let after = edit.of(&member).unwrap();
    /// assert_eq!(after.profiles[0].locations[0].name.as_str(), "Lyon");
    /// assert!(!after.profiles[0].locations[0].is_active && after.profiles[0].locations[1].is_active);
    ///
    /// let (profile, mpn) = ("9999999".parse().unwrap(), "5000009".parse().unwrap());
    /// let edit = Edit::AddLocation { profile, mpn, name: "Lyon".parse().unwrap(), country: "FR".parse().unwrap() };
    /// assert_eq!(edit.of(&member).unwrap_err().code(), "mpn_unknown");
    /// ```
    pub fn of(&self, member: &Member) -> Result<NewMember, Refusal> {
        let mut after = NewMember {
            account: member.account.clone(),
            profiles: member.profiles.clone(),
        };
        let mut profiles = after.profiles.iter_mut();
        match self {
            Edit::Account { account } => after.account.clone_from(account),
            Edit::AddProfile { mpn, name } => after.profiles.push(Profile {
                mpn: mpn.clone(),
                name: name.clone(),
                is_active: true,
                locations: Vec::new(),
            }),
            Edit::AddLocation {
                profile,
                mpn,
                name,
                country,
            } => {
                let found = profiles.find(|it| it.mpn == *profile);
                let found = found.ok_or_else(|| unknown(profile))?;
                found.locations.push(Location {
                    mpn: mpn.clone(),
                    name: name.clone(),
                    country: *country,
                    is_active: true,
                });
            }
            Edit::Profile {
                mpn,
                name,
                is_active,
            } => {
                let found = profiles.find(|it| it.mpn == *mpn);
                let found = found.ok_or_else(|| unknown(mpn))?;
                found.name.clone_from(name);
                found.is_active = *is_active;
            }
            Edit::Location {
                mpn,
                name,
                country,
                is_active,
            } => {
                let found =
                    profiles.find_map(|it| it.locations.iter_mut().find(|it| it.mpn == *mpn));
                let found = found.ok_or_else(|| unknown(mpn))?;
                found.name.clone_from(name);
                found.country = *country;
                found.is_active = *is_active;
            }
        }
        Ok(after)
    }
}

fn unknown(mpn: &MpnId) -> Refusal {
    Refusal::MpnUnknown { mpn: mpn.clone() }
}

impl NewMember {
    /// A member as a file lists it, with what the file does not mention of the member that is stored: profiles and
    /// locations that the file lacks stay as they are, such as locations added in the portal. Of a location that the
    /// file has in another profile, only that is left.
    ///
    /// ```
    /// use tierline_core::{membership::NewMember, testing::member};
    /// let stored = member();
    /// let mut listed = NewMember { account: stored.account.clone(), profiles: stored.profiles.clone() };
    /// listed.profiles[0].locations.remove(1);
    /// listed.profiles[0].locations[0].is_active = false;
    /// let after = listed.over(&stored);
    /// assert_eq!(after.profiles[0].locations.len(), 2);
    /// assert!(!after.profiles[0].locations[0].is_active);
    /// ```
    #[must_use]
    pub fn over(&self, stored: &Member) -> NewMember {
        let is_listed = |mpn: &MpnId| super::mpns(&self.profiles).any(|it| it == mpn);
        let mut profiles: Vec<Profile> = Vec::with_capacity(stored.profiles.len());
        for before in &stored.profiles {
            let listed = self.profiles.iter().find(|it| it.mpn == before.mpn);
            if listed.is_none() && is_listed(&before.mpn) {
                // It is a location now.
                continue;
            }
            let now = listed.map_or(&[][..], |it| it.locations.as_slice());
            let is_here = |mpn: &MpnId| now.iter().find(|it| it.mpn == *mpn);
            let kept = before.locations.iter();
            let kept = kept.filter_map(|it| match is_here(&it.mpn) {
                Some(now) => Some(now.clone()),
                None if is_listed(&it.mpn) => None,
                None => Some(it.clone()),
            });
            let mut locations: Vec<Location> = kept.collect();
            for new in now {
                if !locations.iter().any(|it| it.mpn == new.mpn) {
                    locations.push(new.clone());
                }
            }
            let known = listed.unwrap_or(before);
            profiles.push(Profile {
                mpn: known.mpn.clone(),
                name: known.name.clone(),
                is_active: known.is_active,
                locations,
            });
        }
        for new in &self.profiles {
            if !profiles.iter().any(|it| it.mpn == new.mpn) {
                profiles.push(new.clone());
            }
        }
        NewMember {
            account: self.account.clone(),
            profiles,
        }
    }

    /// The locations of the stored member that are not in the same country any more, or no locations any more.
    ///
    /// ```
    /// use tierline_core::{membership::NewMember, testing::member};
    /// let stored = member();
    /// let mut new = NewMember { account: stored.account.clone(), profiles: stored.profiles.clone() };
    /// new.profiles[0].locations[0].is_active = false;
    /// assert_eq!(new.moved(&stored).count(), 0);
    /// new.profiles[0].locations[0].country = "AT".parse().unwrap();
    /// assert_eq!(new.moved(&stored).count(), 1);
    /// ```
    pub fn moved<'a>(&'a self, stored: &'a Member) -> impl Iterator<Item = &'a MpnId> {
        let before = stored.profiles.iter().flat_map(|it| &it.locations);
        let moved = before.filter(move |before| {
            let mut locations = self.profiles.iter().flat_map(|it| &it.locations);
            !locations.any(|it| it.mpn == before.mpn && it.country == before.country)
        });
        moved.map(|it| &it.mpn)
    }

    /// Every MPN ID that it has, each as often as it has it.
    pub fn mpns(&self) -> impl Iterator<Item = &MpnId> {
        super::mpns(&self.profiles)
    }
}

//! The registry of members; the own MPN ID, and what there is to associate.

use serde::Serialize;
use tierline_core::{Refusal, Timestamp, ids::MemberId, market::Country, read::Read};

use crate::{form::mark::Mark, list::model::Page, timeline::History};

/// The MPN ID of the own organization, or the way to one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct OwnIdentifiers {
    /// The country of the tenant.
    pub country: Country,
    /// Whether it is a partner: nobody else has an MPN ID.
    pub is_partner: bool,
    /// The associated MPN ID.
    pub mpn: Option<OwnMpn>,
    /// Whether the reader may associate one.
    pub may: Result<(), Refusal>,
    /// The member whose account the reader has signed in to.
    pub proved: Option<ProvedMember>,
}

/// The associated MPN ID.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct OwnMpn {
    /// The MPN ID.
    pub mpn: String,
    /// Its location, if the registry has it.
    pub place: Option<Place>,
}

/// A location of the registry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct Place {
    /// The name of the organization profile.
    pub profile: String,
    /// The MPN ID of the organization profile.
    pub profile_mpn: String,
    /// The location's name.
    pub location: String,
    /// Its country.
    pub country: Country,
    /// Whether it, and its profile, are active.
    pub is_active: bool,
}

/// A member whose account was signed in to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct ProvedMember {
    /// The user name of its account.
    pub account: String,
    /// Its organization profiles.
    pub profiles: Vec<ProfileChoice>,
}

/// An organization profile to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct ProfileChoice {
    /// Its MPN ID.
    pub mpn: String,
    /// The name.
    pub name: String,
    /// Whether it is active.
    pub is_active: bool,
    /// Its locations.
    pub locations: Vec<LocationChoice>,
}

/// A location to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct LocationChoice {
    /// Its MPN ID.
    pub mpn: String,
    /// The name.
    pub name: String,
    /// The country.
    pub country: Country,
    /// Whether it, and its profile, are active.
    pub is_active: bool,
    /// Whether it can be associated with the own organization.
    pub fits: Result<(), Refusal>,
}

/// The state of a member, a profile or a location.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum MemberStatus {
    /// Can be associated; of a member, one of its locations can.
    Active,
    /// Cannot.
    Inactive,
}

impl MemberStatus {
    /// Both.
    pub const ALL: [MemberStatus; 2] = [MemberStatus::Active, MemberStatus::Inactive];

    /// Active or not.
    #[must_use]
    pub const fn of(is_active: bool) -> MemberStatus {
        if is_active {
            MemberStatus::Active
        } else {
            MemberStatus::Inactive
        }
    }

    /// The stable name, as in an address.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            MemberStatus::Active => "active",
            MemberStatus::Inactive => "inactive",
        }
    }
}

/// A row of the registry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct MemberRow {
    /// Its id.
    pub id: MemberId,
    /// The name of its first profile.
    pub name: String,
    /// The user name of its account.
    pub account: String,
    /// The number of its locations.
    pub locations: u32,
    /// The countries of its locations.
    pub countries: Vec<Country>,
    /// The state.
    pub status: MemberStatus,
    /// Whether its account has a password.
    pub has_password: bool,
    /// When it was registered.
    pub since: Timestamp,
}

/// The registry.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct RegistryPage {
    /// The members.
    pub members: Page<MemberRow>,
    /// The countries of all members.
    pub countries: Vec<Country>,
}

/// A member, for the operator.
#[derive(Clone, Debug, PartialEq, Serialize, Read)]
pub struct MemberDetail {
    /// Its id.
    pub id: MemberId,
    /// The name of its first profile.
    pub name: String,
    /// The user name of its account.
    pub account: String,
    /// Whether its account has a password.
    pub has_password: bool,
    /// The state.
    pub status: MemberStatus,
    /// When it was registered.
    pub since: Timestamp,
    /// Its organization profiles.
    pub profiles: Vec<ProfileDetail>,
    /// The mark of the account.
    pub account_mark: Mark,
    /// What has happened.
    pub timeline: History,
}

/// An organization profile of a member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct ProfileDetail {
    /// Its MPN ID.
    pub mpn: String,
    /// The name.
    pub name: String,
    /// The state.
    pub status: MemberStatus,
    /// The mark of name and state.
    pub mark: Mark,
    /// Its locations.
    pub locations: Vec<LocationDetail>,
}

/// A location of a member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Read)]
pub struct LocationDetail {
    /// Its MPN ID.
    pub mpn: String,
    /// The name.
    pub name: String,
    /// Its country.
    pub country: Country,
    /// The state.
    pub status: MemberStatus,
    /// The tenant that it is associated with.
    pub tenant: Option<String>,
    /// The mark of name, country and state.
    pub mark: Mark,
}

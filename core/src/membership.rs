//! The registry of members, with their MPN IDs.
//!
//! A member has organization profiles, each with an MPN ID of its own, and in each profile locations: "the MPN ID with
//! Type Location that matches the country of this CSP account" ("Partner with indirect providers in the CSP program")
//! is the one to associate with a tenant. A location is of one country, because incentives are paid by country, and
//! belongs to one tenant. The operator keeps the registry. An applicant proves to be a member by the member's account.
//!
//! The associated MPN ID is the [organization's](crate::organization::Organization::mpn); the registry does not have it
//! once more.
//!
//! | from | by | to |
//! | --- | --- | --- |
//! | | the operator registers it | a member |
//! | a member | the operator changes it | the same, with other profiles |
//! | a member | the operator sets the password of its account | the same; nobody has proved to be it |
//! | a member | **Add a location** | the same, with one more location |

mod associate;
mod difference;
mod edit;
mod event;
mod follow;
mod keep;
pub(crate) mod permission;
mod refusal;

pub use associate::{
    AddLocationFacts, Added, AssociateFacts, Fit, NewLocation, add_location, associate, fit,
    may_associate,
};
pub use difference::{Differing, difference};
pub use edit::Edit;
pub use event::Event;
pub use follow::follow;
pub use keep::{KeepFacts, NewMember, change, register, set_password};
pub use refusal::Refusal;

use serde::{Deserialize, Serialize};

use crate::{
    Timestamp,
    ids::{MemberId, OrganizationId},
    market::Country,
    read::Read,
    text::{CompanyName, EmailAddress, MpnId},
};

/// A member of the registry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Member {
    /// Its id.
    pub id: MemberId,
    /// The operator.
    pub operator: OrganizationId,
    /// The user name of its account. The password is kept where passwords are.
    pub account: EmailAddress,
    /// Its organization profiles.
    pub profiles: Vec<Profile>,
    /// When it was registered.
    pub since: Timestamp,
}

/// An organization profile of a member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Profile {
    /// Its MPN ID, which is no location's.
    pub mpn: MpnId,
    /// The name.
    pub name: CompanyName,
    /// Whether it is active.
    pub is_active: bool,
    /// Its locations.
    pub locations: Vec<Location>,
}

/// A location of a member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Location {
    /// Its MPN ID.
    pub mpn: MpnId,
    /// The name.
    pub name: CompanyName,
    /// Its country.
    pub country: Country,
    /// Whether it is active.
    pub is_active: bool,
}

impl Member {
    /// The location with this MPN ID, and its profile.
    #[must_use]
    pub fn location(&self, mpn: &MpnId) -> Option<(&Profile, &Location)> {
        self.profiles.iter().find_map(|profile| {
            let location = profile.locations.iter().find(|it| it.mpn == *mpn)?;
            Some((profile, location))
        })
    }

    /// Every MPN ID that it has: those of its profiles and of their locations.
    pub fn mpns(&self) -> impl Iterator<Item = &MpnId> {
        mpns(&self.profiles)
    }
}

fn mpns(profiles: &[Profile]) -> impl Iterator<Item = &MpnId> {
    profiles.iter().flat_map(|profile| {
        let locations = profile.locations.iter().map(|location| &location.mpn);
        [&profile.mpn].into_iter().chain(locations)
    })
}

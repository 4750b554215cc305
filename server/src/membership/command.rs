//! Changes of the registry, and associations with it.

pub(crate) mod associate;
mod follow;
pub(crate) mod import;
pub(crate) mod keep;
mod prove;

pub(crate) use self::{
    associate::{AddLocation, AssociateMpn},
    follow::FollowRegistry,
    import::{ImportMembers, Imported, import_file},
    keep::{EditMember, RegisterMember, SetMemberPassword},
    prove::{LeaveMembership, prove},
};

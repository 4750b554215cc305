//! Changes of the registry, and associations with it.

pub(crate) mod associate;
pub(crate) mod import;
pub(crate) mod keep;
mod prove;

pub(crate) use self::{
    associate::{AddLocation, AssociateMpn},
    import::{ImportMembers, Imported, import_file},
    keep::{EditMember, RegisterMember, SetMemberPassword},
    prove::{LeaveMembership, prove},
};

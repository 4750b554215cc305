//! Changes of other organizations by the operator.

mod add;
mod invite_again;
mod suspend;

pub(super) use self::{add::AddPartner, invite_again::InviteAdminAgain, suspend::ChangeSuspension};

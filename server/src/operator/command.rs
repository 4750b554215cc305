//! Changes of other organizations by the operator.

mod add;
mod invite_again;
mod offboard;
mod suspend;

pub(crate) use self::offboard::BeginOffboarding;
pub(super) use self::{
    add::AddPartner, invite_again::InviteAdminAgain, offboard::ChangeOffboarding,
    suspend::ChangeSuspension,
};

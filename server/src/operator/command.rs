//! Changes of other organizations by the operator.

mod add;
mod add_capability;
mod change_country;
pub(super) mod complete;
mod correct_admin;
mod correct_profile;
mod invite_again;
mod offboard;
mod restore;
mod review_account;
mod suspend;

pub(crate) use self::offboard::BeginOffboarding;
pub(super) use self::{
    add::AddPartner,
    add_capability::AddCapability,
    change_country::ChangeCountry,
    complete::CompletePartner,
    correct_admin::{CorrectFirstAdmin, values as admin_values},
    correct_profile::{CorrectProfile, on_record},
    invite_again::InviteAdminAgain,
    offboard::ChangeOffboarding,
    restore::RestoreAccess,
    review_account::ReviewCustomer,
    suspend::ChangeSuspension,
};

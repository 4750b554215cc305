//! Changes of an organization's users.

mod change;
mod choose_password;
mod help;
mod import;
mod invite;
mod join;
mod manage;
mod own_password;
mod restore;

pub(crate) use self::{
    change::ChangeUser,
    choose_password::choose_password,
    help::{add_user, help_user},
    import::import_users,
    invite::InviteUser,
    join::Join,
    join::join_as_new,
    manage::ManageUserInvitation,
    restore::RestoreUser,
};

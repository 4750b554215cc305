//! Server functions of **User management**.

pub mod help;
pub mod link;
pub mod removed;

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
#[cfg(feature = "ssr")]
use tierline_core::{
    group::Narrowing,
    ids::UserId,
    member::{Change, Command, NewMember},
    role::RoleSet,
    text::{EmailAddress, PersonName},
};

#[cfg(feature = "ssr")]
use crate::{
    error::FieldErrors,
    form::{Fields, mark::Mark},
    group::api::read_narrowing,
    member::{list, model::MemberState, told::Notice},
    route,
};
use crate::{
    error::PortalError,
    member::model::{NewUserPage, UserPage},
    wire::Wire,
};

pub use help::{
    AddCustomerUser, CustomerUser, HelpUser, NewCustomerUser, RenameCustomerUser, TakeUserPassword,
    UpdateCustomerUserRoles, customer_user, new_customer_user, user_password,
};
pub use link::{ChoosePassword, Join, JoinAsNew, JoinLink, PasswordLink};
pub use removed::{RemovedUser, RestoreUser, removed_user, restore_user};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<ChangeUser>(),
    Fields::of::<InviteUser>(),
    Fields::of::<ManageUserInvitation>(),
    Fields::of::<RenameUser>(),
    Fields::of::<UpdateUserRoles>(),
];

/// A user of the own organization.
#[server(prefix = "/api", endpoint = "user", protocol = Wire<GetUrl>)]
pub async fn user(
    /// The user's id.
    id: String,
) -> Result<UserPage, PortalError> {
    let id = crate::backend::parse::id(&id)?;
    crate::backend::portal()?.user(id).await
}

/// What the form of **Add user** offers.
#[server(prefix = "/api", endpoint = "new-user", protocol = Wire<GetUrl>)]
pub async fn new_user() -> Result<NewUserPage, PortalError> {
    crate::backend::portal()?.new_user().await
}

/// **Add user**: invites somebody by mail.
#[server(prefix = "/api", endpoint = "invite-user")]
pub async fn invite_user(
    /// The request.
    request_id: String,
    /// The person's name.
    name: String,
    /// The address.
    address: String,
    /// The roles that were ticked.
    #[server(default)]
    roles: Vec<String>,
    /// `all` customers or `only` those in groups; nothing where there is no choice.
    #[server(default)]
    customers: String,
    /// The ids of the ticked groups.
    #[server(default)]
    groups: Vec<String>,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let mut errors = FieldErrors::default();
    let name = errors.text("name", PersonName::parse(&name));
    let address = errors.text("address", EmailAddress::parse(&address));
    let roles = read_roles(&roles)?;
    let customers = match customers.as_str() {
        "" => Narrowing::All,
        which => read_narrowing(which, &groups)?,
    };
    let new = name.zip(address).map(|(name, address)| NewMember {
        address,
        name,
        roles,
        customers,
    });
    crate::backend::portal()?
        .invite_user(errors.finish(new)?, request)
        .await?;
    crate::backend::done(&invited(), Notice::UserInvited);
    Ok(())
}

/// **Resend** or **Cancel invitation**.
#[server(prefix = "/api", endpoint = "manage-user-invitation")]
pub async fn manage_user_invitation(
    /// The request.
    request_id: String,
    /// The invitation's id.
    invitation: String,
    /// `resend` or `cancel`.
    #[server(default)]
    then: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id = crate::backend::parse::id(&invitation)?;
    let (command, notice) = match then.as_str() {
        "resend" => (Command::Resend, Notice::UserInvitationResent),
        "cancel" => (Command::Cancel, Notice::UserInvitationCanceled),
        _ => return Err(PortalError::Malformed),
    };
    crate::backend::portal()?
        .manage_user_invitation(id, command, request)
        .await?;
    crate::backend::done(route::USERS, notice);
    Ok(())
}

/// **Update**: these roles from now on.
#[server(prefix = "/api", endpoint = "update-user-roles")]
pub async fn update_user_roles(
    /// The request.
    request_id: String,
    /// The user's id.
    user: String,
    /// The roles that were ticked.
    #[server(default)]
    roles: Vec<String>,
    /// The mark of the roles that the form was filled with.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    let roles = read_roles(&roles)?;
    let change = Change::Roles { roles };
    let mark = Some(Mark::new(filled_with));
    changed(&request_id, &user, change, mark, Notice::UserUpdated).await
}

/// Another name.
#[server(prefix = "/api", endpoint = "rename-user")]
pub async fn rename_user(
    /// The request.
    request_id: String,
    /// The user's id.
    user: String,
    /// The name.
    name: String,
    /// The mark of the name that the form was filled with.
    #[server(default)]
    filled_with: String,
) -> Result<(), PortalError> {
    let name = PersonName::parse(&name).map_err(|error| PortalError::of_text("name", error))?;
    let change = Change::Rename { name };
    let mark = Some(Mark::new(filled_with));
    changed(&request_id, &user, change, mark, Notice::UserUpdated).await
}

/// Blocks a user, lets it act again, removes it, or helps it to sign in.
#[server(prefix = "/api", endpoint = "change-user")]
pub async fn change_user(
    /// The request.
    request_id: String,
    /// The user's id.
    user: String,
    /// `block`, `unblock`, `remove`, `password` or `second-factor`.
    #[server(default)]
    then: String,
) -> Result<(), PortalError> {
    let (change, notice) = match then.as_str() {
        "block" => (Change::Block, Notice::UserBlocked),
        "unblock" => (Change::Unblock, Notice::UserUnblocked),
        "remove" => (Change::Remove, Notice::UserRemoved),
        "password" => (Change::SendPasswordLink, Notice::PasswordLinkSent),
        "second-factor" => (Change::ResetSecondFactor, Notice::UserSecondFactorReset),
        _ => return Err(PortalError::Malformed),
    };
    changed(&request_id, &user, change, None, notice).await
}

/// Makes the change and goes to the user's page, or to the list when there is no such user any more.
#[cfg(feature = "ssr")]
async fn changed(
    request: &str,
    user: &str,
    change: Change,
    filled_with: Option<Mark>,
    notice: Notice,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(request)?;
    let user: UserId = crate::backend::parse::id(user)?;
    let goes = change == Change::Remove;
    crate::backend::portal()?
        .change_user(user, change, filled_with, request)
        .await?;
    let page = if goes {
        route::USERS.to_owned()
    } else {
        route::user(user)
    };
    crate::backend::done(&page, notice);
    Ok(())
}

/// The list of those who are invited.
#[cfg(feature = "ssr")]
fn invited() -> String {
    route::with_query(route::USERS, list::STATE, MemberState::Invited.code())
}

/// The ticked roles. An unknown one comes from no page of ours.
#[cfg(feature = "ssr")]
fn read_roles(names: &[String]) -> Result<RoleSet, PortalError> {
    names
        .iter()
        .map(|name| name.parse().map_err(|_| PortalError::Malformed))
        .collect::<Result<RoleSet, _>>()
}

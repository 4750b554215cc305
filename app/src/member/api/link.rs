//! The pages behind the links that are mailed to users.

use leptos::prelude::*;
use leptos::server_fn::codec::PostUrl;
#[cfg(feature = "ssr")]
use tierline_core::invitation::LinkToken;

#[cfg(feature = "ssr")]
use crate::{
    account::model::check_password,
    error::{FieldErrors, FieldProblem},
    form::Fields,
    member::told::Notice,
    route,
};
use crate::{
    error::PortalError,
    member::model::{JoinPage, PasswordLinkPage},
    wire::Wire,
};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<ChoosePassword>(),
    Fields::of::<Join>(),
    Fields::of::<JoinAsNew>(),
    Fields::of::<JoinLink>(),
    Fields::of::<PasswordLink>(),
];

/// The token of a personal link. Any other text is answered like a link that does not exist.
#[cfg(feature = "ssr")]
fn read(text: &str) -> Result<LinkToken, PortalError> {
    LinkToken::read(text).map_err(|_| PortalError::NotFound)
}

/// What is wrong with a password that is typed twice.
#[cfg(feature = "ssr")]
fn check(password: &str, repeated: &str) -> Result<(), PortalError> {
    let mut errors = FieldErrors::default();
    if password.is_empty() {
        errors.wrong("password", FieldProblem::Empty);
    } else if let Err(error) = check_password(password) {
        errors.wrong("password", error);
    } else if password != repeated {
        errors.wrong("repeated_password", FieldProblem::PasswordsDiffer);
    }
    Ok(errors.finish(Some(()))?)
}

/// The page of an invitation's link. Changes nothing, but is a POST, so that no address but the link's own has the
/// token.
#[server(prefix = "/api", endpoint = "join-link", protocol = Wire<PostUrl>)]
pub async fn join_link(
    /// The token in the link.
    token: String,
) -> Result<JoinPage, PortalError> {
    let token = read(&token)?;
    crate::backend::portal()?.join_page(token.as_str()).await
}

/// Accepts the invitation with the signed-in account, which acts for the organization from then on.
#[server(prefix = "/api", endpoint = "join")]
pub async fn join(
    /// The request.
    request_id: String,
    /// The token in the link.
    token: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let token = read(&token)?;
    let organization = crate::backend::portal()?
        .join(token.as_str(), request)
        .await?;
    crate::backend::identity()?
        .choose_organization(organization)
        .await?;
    crate::backend::done(route::OVERVIEW, Notice::Joined);
    Ok(())
}

/// Accepts the invitation with a new account, which is then signed in.
#[server(prefix = "/api", endpoint = "join-as-new")]
pub async fn join_as_new(
    /// The request.
    request_id: String,
    /// The token in the link.
    token: String,
    /// The password.
    password: String,
    /// The password again.
    repeated_password: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let token = read(&token)?;
    check(&password, &repeated_password)?;
    crate::backend::portal()?
        .join_as_new(token.as_str(), &password, request)
        .await?;
    crate::backend::done(route::OVERVIEW, Notice::Joined);
    Ok(())
}

/// The page of a link for another password. A POST for the same reason.
#[server(prefix = "/api", endpoint = "password-link", protocol = Wire<PostUrl>)]
pub async fn password_link(
    /// The token in the link.
    token: String,
) -> Result<PasswordLinkPage, PortalError> {
    let token = read(&token)?;
    crate::backend::portal()?
        .password_link(token.as_str())
        .await
}

/// Sets another password; the user then signs in with it.
#[server(prefix = "/api", endpoint = "choose-password")]
pub async fn choose_password(
    /// The request.
    request_id: String,
    /// The token in the link.
    token: String,
    /// The password.
    password: String,
    /// The password again.
    repeated_password: String,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let token = read(&token)?;
    check(&password, &repeated_password)?;
    crate::backend::portal()?
        .choose_password(token.as_str(), &password, request)
        .await?;
    crate::backend::done(route::SIGN_IN, Notice::PasswordChosen);
    Ok(())
}

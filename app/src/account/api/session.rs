//! Signing in and out, and the choice of an organization. Posted by plain forms: each of them starts a new page load.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

#[cfg(feature = "ssr")]
use crate::error::{FieldError, FieldProblem};
#[cfg(feature = "ssr")]
use crate::form::Fields;
use crate::{
    account::model::{
        second_factor::Ways,
        session::{DemoAccount, OwnSession},
        sign_in::SignInAttempt,
    },
    error::PortalError,
    wire::Wire,
};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<ChangePassword>(),
    Fields::of::<ChooseOrganization>(),
    Fields::of::<EndOtherSessions>(),
    Fields::of::<EndSession>(),
    Fields::of::<EnterCode>(),
    Fields::of::<SignIn>(),
    Fields::of::<SignInAs>(),
    Fields::of::<SignOut>(),
];

/// Signs in and goes on to the requested page.
#[server(prefix = "/api", endpoint = "sign-in")]
pub async fn sign_in(
    /// The work account.
    email: String,
    /// Its password.
    password: String,
    /// The page to go on to.
    #[server(default)]
    next: String,
) -> Result<(), PortalError> {
    use crate::account::identity::SignedIn;
    let empty: Vec<FieldError> = [("email", email.trim()), ("password", &password)]
        .into_iter()
        .filter(|(_, text)| text.is_empty())
        .map(|(field, _)| FieldError::new(field, FieldProblem::Empty))
        .collect();
    if !empty.is_empty() {
        return Err(PortalError::Invalid(empty));
    }
    match crate::backend::identity()?
        .sign_in(email.trim(), &password)
        .await?
    {
        SignedIn::Whole => crate::backend::go(&next),
        SignedIn::CodeNeeded => crate::backend::go(&crate::route::sign_in_code(&next)),
    }
    Ok(())
}

/// The second step of signing in, for a user with a second factor; then goes on to the requested page.
#[server(prefix = "/api", endpoint = "enter-code")]
pub async fn enter_code(
    /// The code that the app shows, or a recovery code.
    #[server(default)]
    code: String,
    /// The passkey's signed answer.
    #[server(default)]
    passkey: String,
    /// The page to go on to.
    #[server(default)]
    next: String,
) -> Result<(), PortalError> {
    use crate::{account::identity::Given, route, shell::notice_words::Done};
    let given = Given::new(&code, &passkey);
    match crate::backend::identity()?.enter_code(given).await? {
        None => crate::backend::go(&next),
        Some(left) if route::is_local(&next) => {
            crate::backend::done(&next, Done::RecoveryCodeUsed(left))
        }
        Some(left) => crate::backend::done(route::OVERVIEW, Done::RecoveryCodeUsed(left)),
    }
    Ok(())
}

/// The ways in which the second step can be done.
#[server(prefix = "/api", endpoint = "sign-in-ways", protocol = Wire<GetUrl>)]
pub async fn sign_in_ways() -> Result<Ways, PortalError> {
    crate::backend::identity()?.sign_in_ways().await
}

/// Demo only: signs in with a card instead of a password.
#[server(prefix = "/api", endpoint = "sign-in-as")]
pub async fn sign_in_as(
    /// The work account.
    email: String,
    /// The page to go on to.
    #[server(default)]
    next: String,
) -> Result<(), PortalError> {
    crate::backend::identity()?.sign_in_as(&email).await?;
    crate::backend::go(&next);
    Ok(())
}

/// Ends the session, and goes to the sign-in page or back to another that strangers may see.
#[server(prefix = "/api", endpoint = "sign-out")]
pub async fn sign_out(
    /// The page to go back to.
    #[server(default)]
    next: String,
) -> Result<(), PortalError> {
    crate::backend::identity()?.sign_out().await?;
    let is_open = crate::route::is_local(&next) && crate::route::is_public(&next);
    crate::backend::done(
        if is_open {
            &next
        } else {
            crate::route::SIGN_IN
        },
        crate::account::told::Notice::SignedOut,
    );
    Ok(())
}

/// Acts for another organization and goes on to the requested page.
#[server(prefix = "/api", endpoint = "choose-organization")]
pub async fn choose_organization(
    /// The organization's id.
    organization: String,
    /// The page to go on to.
    #[server(default)]
    next: String,
) -> Result<(), PortalError> {
    let organization = organization.parse().map_err(|_| PortalError::NotFound)?;
    crate::backend::identity()?
        .choose_organization(organization)
        .await?;
    crate::backend::go(&next);
    Ok(())
}

/// Changes the caller's password and ends the other sessions.
#[server(prefix = "/api", endpoint = "change-password")]
pub async fn change_password(
    /// The current password.
    current_password: String,
    /// The new password.
    new_password: String,
    /// The new password again.
    repeated_password: String,
    /// The page to go on to.
    #[server(default)]
    next: String,
) -> Result<(), PortalError> {
    let mut errors = Vec::new();
    if current_password.is_empty() {
        errors.push(FieldError::new("current_password", FieldProblem::Empty));
    }
    if let Err(error) = crate::account::model::password::check(&new_password) {
        errors.push(if new_password.is_empty() {
            FieldError::new("new_password", FieldProblem::Empty)
        } else {
            FieldError::new("new_password", error)
        });
    }
    if new_password != repeated_password {
        errors.push(FieldError::new(
            "repeated_password",
            FieldProblem::PasswordsDiffer,
        ));
    }
    if !errors.is_empty() {
        return Err(PortalError::Invalid(errors));
    }
    crate::backend::identity()?
        .change_password(&current_password, &new_password)
        .await?;
    crate::backend::done(&next, crate::account::told::Notice::PasswordChanged);
    Ok(())
}

/// The caller's sessions, the latest first.
#[server(prefix = "/api", endpoint = "own-sessions", protocol = Wire<GetUrl>)]
pub async fn own_sessions() -> Result<Vec<OwnSession>, PortalError> {
    crate::backend::identity()?.sessions().await
}

/// The latest attempts to sign in to the caller's account, the latest first.
#[server(prefix = "/api", endpoint = "own-sign-ins", protocol = Wire<GetUrl>)]
pub async fn own_sign_ins() -> Result<Vec<SignInAttempt>, PortalError> {
    crate::backend::identity()?.sign_ins().await
}

/// Ends one of the caller's sessions.
#[server(prefix = "/api", endpoint = "end-session")]
pub async fn end_session(
    /// The session's handle.
    handle: String,
) -> Result<(), PortalError> {
    crate::backend::identity()?.end_session(&handle).await?;
    crate::backend::done(
        crate::route::SESSIONS,
        crate::account::told::Notice::SessionEnded,
    );
    Ok(())
}

/// Ends every session of the caller but this one.
#[server(prefix = "/api", endpoint = "end-other-sessions")]
pub async fn end_other_sessions() -> Result<(), PortalError> {
    crate::backend::identity()?.end_other_sessions().await?;
    crate::backend::done(
        crate::route::SESSIONS,
        crate::account::told::Notice::OtherSessionsEnded,
    );
    Ok(())
}

/// Demo only: the users that the sign-in page offers.
#[server(prefix = "/api", endpoint = "demo-accounts", protocol = Wire<GetUrl>)]
pub async fn demo_accounts() -> Result<Vec<DemoAccount>, PortalError> {
    crate::backend::identity()?.demo_accounts().await
}

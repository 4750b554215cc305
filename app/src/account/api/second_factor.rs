//! The caller's second factor. Posted by plain forms: another page load follows.

use leptos::prelude::*;
use leptos::server_fn::codec::{GetUrl, PostUrl};

#[cfg(feature = "ssr")]
use crate::form::Fields;
use crate::{account::model::second_factor::SecondFactorState, error::PortalError, wire::Wire};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<AddPasskey>(),
    Fields::of::<AskForNewPasskey>(),
    Fields::of::<AskForPasskey>(),
    Fields::of::<BeginSecondFactor>(),
    Fields::of::<ConfirmSecondFactor>(),
    Fields::of::<Prove>(),
    Fields::of::<RecoveryCodes>(),
    Fields::of::<RemoveFactor>(),
    Fields::of::<RenewRecoveryCodes>(),
    Fields::of::<TurnOffSecondFactor>(),
];

/// The state of the second factor.
#[server(prefix = "/api", endpoint = "second-factor", protocol = Wire<GetUrl>)]
pub async fn second_factor() -> Result<SecondFactorState, PortalError> {
    crate::backend::identity()?.second_factor().await
}

/// Shows a secret for an app.
#[server(prefix = "/api", endpoint = "begin-second-factor")]
pub async fn begin_second_factor(
    /// The page to go on to when it is set up.
    #[server(default)]
    next: String,
) -> Result<(), PortalError> {
    crate::backend::identity()?.begin_second_factor().await?;
    crate::backend::go(&crate::route::on_the_way(
        crate::route::SECOND_FACTOR,
        &next,
    ));
    Ok(())
}

/// Adds the app, with a code that shows that it has the secret. If it is the first factor, shows recovery codes.
#[server(prefix = "/api", endpoint = "confirm-second-factor")]
pub async fn confirm_second_factor(
    /// The code that the app shows.
    code: String,
    /// The caller's password.
    current_password: String,
    /// The page to go on to when it is set up.
    #[server(default)]
    next: String,
) -> Result<(), PortalError> {
    let identity = crate::backend::identity()?;
    let first = identity.confirm_second_factor(&code, &current_password);
    added(first.await?, crate::account::told::Notice::AppAdded, &next);
    Ok(())
}

/// The question to ask the browser for a new passkey. A POST, because it replaces the previous question.
#[server(prefix = "/api", endpoint = "ask-for-new-passkey", protocol = Wire<PostUrl>)]
pub async fn ask_for_new_passkey() -> Result<String, PortalError> {
    crate::backend::identity()?.ask_for_new_passkey().await
}

/// The question to ask the browser for a proof with a passkey. A POST for the same reason.
#[server(prefix = "/api", endpoint = "ask-for-passkey", protocol = Wire<PostUrl>)]
pub async fn ask_for_passkey() -> Result<String, PortalError> {
    crate::backend::identity()?.ask_for_passkey().await
}

/// Adds a passkey. If it is the first factor, shows recovery codes.
#[server(prefix = "/api", endpoint = "add-passkey")]
pub async fn add_passkey(
    /// The name that its owner gives it.
    name: String,
    /// The browser's answer.
    #[server(default)]
    passkey: String,
    /// The caller's password.
    current_password: String,
    /// The page to go on to when it is set up.
    #[server(default)]
    next: String,
) -> Result<(), PortalError> {
    let identity = crate::backend::identity()?;
    let first = identity.add_passkey(&name, &passkey, &current_password);
    added(
        first.await?,
        crate::account::told::Notice::PasskeyAdded,
        &next,
    );
    Ok(())
}

/// Proves again that the caller is the user, before a factor is added.
#[server(prefix = "/api", endpoint = "prove")]
pub async fn prove(
    /// The code that the app shows, or a recovery code.
    #[server(default)]
    code: String,
    /// The passkey's signed answer.
    #[server(default)]
    passkey: String,
) -> Result<(), PortalError> {
    let given = crate::account::identity::Given::new(&code, &passkey);
    crate::backend::identity()?.prove(given).await?;
    crate::backend::done(
        crate::route::SECOND_FACTOR,
        crate::account::told::Notice::Proved,
    );
    Ok(())
}

/// Removes one of several factors.
#[server(prefix = "/api", endpoint = "remove-factor")]
pub async fn remove_factor(
    /// The factor's id.
    factor: String,
    /// The code that the app shows, or a recovery code.
    #[server(default)]
    code: String,
    /// The passkey's signed answer.
    #[server(default)]
    passkey: String,
) -> Result<(), PortalError> {
    let given = crate::account::identity::Given::new(&code, &passkey);
    crate::backend::identity()?
        .remove_factor(&factor, given)
        .await?;
    crate::backend::done(
        crate::route::SECOND_FACTOR,
        crate::account::told::Notice::FactorRemoved,
    );
    Ok(())
}

/// Makes new recovery codes and shows them.
#[server(prefix = "/api", endpoint = "renew-recovery-codes")]
pub async fn renew_recovery_codes(
    /// The code that the app shows, or one of the current recovery codes.
    #[server(default)]
    code: String,
    /// The passkey's signed answer.
    #[server(default)]
    passkey: String,
) -> Result<(), PortalError> {
    let given = crate::account::identity::Given::new(&code, &passkey);
    crate::backend::identity()?
        .renew_recovery_codes(given)
        .await?;
    crate::backend::done(
        crate::route::RECOVERY_CODES,
        crate::account::told::Notice::RecoveryCodesRenewed,
    );
    Ok(())
}

/// Turns it off.
#[server(prefix = "/api", endpoint = "turn-off-second-factor")]
pub async fn turn_off_second_factor(
    /// The code that the app shows, or a recovery code.
    #[server(default)]
    code: String,
    /// The passkey's signed answer.
    #[server(default)]
    passkey: String,
    /// The caller's password.
    current_password: String,
) -> Result<(), PortalError> {
    let given = crate::account::identity::Given::new(&code, &passkey);
    crate::backend::identity()?
        .turn_off_second_factor(given, &current_password)
        .await?;
    crate::backend::done(
        crate::route::SECOND_FACTOR,
        crate::account::told::Notice::SecondFactorOff,
    );
    Ok(())
}

/// The recovery codes that were just made, once. A POST, because reading them removes them.
#[server(prefix = "/api", endpoint = "recovery-codes", protocol = Wire<PostUrl>)]
pub async fn recovery_codes() -> Result<Option<Vec<String>>, PortalError> {
    crate::backend::identity()?.take_recovery_codes()
}

/// Leaves the page after a factor was added: for the recovery codes, if it was the first.
#[cfg(feature = "ssr")]
fn added(first: bool, notice: crate::account::told::Notice, next: &str) {
    if first {
        crate::backend::done(
            &crate::route::on_the_way(crate::route::RECOVERY_CODES, next),
            crate::account::told::Notice::SecondFactorOn,
        );
    } else {
        crate::backend::done(crate::route::SECOND_FACTOR, notice);
    }
}

//! One's own second factor. Posted by plain forms: what follows is another page load.

use leptos::prelude::*;
use leptos::server_fn::codec::{GetUrl, PostUrl};

use crate::{account::model::second_factor::SecondFactorState, error::PortalError, wire::Wire};

/// How far it has come.
#[server(prefix = "/api", endpoint = "second-factor", protocol = Wire<GetUrl>)]
pub async fn second_factor() -> Result<SecondFactorState, PortalError> {
    crate::backend::identity()?.second_factor().await
}

/// Shows a secret for an app.
#[server(prefix = "/api", endpoint = "begin-second-factor")]
pub async fn begin_second_factor() -> Result<(), PortalError> {
    crate::backend::identity()?.begin_second_factor().await?;
    crate::backend::go(crate::route::SECOND_FACTOR);
    Ok(())
}

/// Adds the app, with a code that shows that it has the secret. Shows recovery codes, if it is the first of what there
/// is.
#[server(prefix = "/api", endpoint = "confirm-second-factor")]
pub async fn confirm_second_factor(
    /// What the app shows.
    code: String,
    /// The caller's password.
    current_password: String,
) -> Result<(), PortalError> {
    let identity = crate::backend::identity()?;
    let first = identity.confirm_second_factor(&code, &current_password);
    added(first.await?, crate::shell::notice_words::Notice::AppAdded);
    Ok(())
}

/// What to ask the browser for a new passkey. A POST, because what it was asked before is not asked any more.
#[server(prefix = "/api", endpoint = "ask-for-new-passkey", protocol = Wire<PostUrl>)]
pub async fn ask_for_new_passkey() -> Result<String, PortalError> {
    crate::backend::identity()?.ask_for_new_passkey().await
}

/// What to ask the browser for a proof by a passkey. A POST for the same reason.
#[server(prefix = "/api", endpoint = "ask-for-passkey", protocol = Wire<PostUrl>)]
pub async fn ask_for_passkey() -> Result<String, PortalError> {
    crate::backend::identity()?.ask_for_passkey().await
}

/// Adds a passkey. Shows recovery codes, if it is the first of what there is.
#[server(prefix = "/api", endpoint = "add-passkey")]
pub async fn add_passkey(
    /// What its owner calls it.
    name: String,
    /// What the browser has answered.
    #[server(default)]
    passkey: String,
    /// The caller's password.
    current_password: String,
) -> Result<(), PortalError> {
    let identity = crate::backend::identity()?;
    let first = identity.add_passkey(&name, &passkey, &current_password);
    added(
        first.await?,
        crate::shell::notice_words::Notice::PasskeyAdded,
    );
    Ok(())
}

/// Proves anew that it is the caller who asks, before something is added.
#[server(prefix = "/api", endpoint = "prove")]
pub async fn prove(
    /// What the app shows, or a recovery code.
    #[server(default)]
    code: String,
    /// What a passkey has signed.
    #[server(default)]
    passkey: String,
) -> Result<(), PortalError> {
    let given = crate::account::identity::Given::new(&code, &passkey);
    crate::backend::identity()?.prove(given).await?;
    crate::backend::done(
        crate::route::SECOND_FACTOR,
        crate::shell::notice_words::Notice::Proved,
    );
    Ok(())
}

/// Takes one of several away.
#[server(prefix = "/api", endpoint = "remove-factor")]
pub async fn remove_factor(
    /// Which.
    factor: String,
    /// What the app shows, or a recovery code.
    #[server(default)]
    code: String,
    /// What a passkey has signed.
    #[server(default)]
    passkey: String,
) -> Result<(), PortalError> {
    let given = crate::account::identity::Given::new(&code, &passkey);
    crate::backend::identity()?
        .remove_factor(&factor, given)
        .await?;
    crate::backend::done(
        crate::route::SECOND_FACTOR,
        crate::shell::notice_words::Notice::FactorRemoved,
    );
    Ok(())
}

/// Makes new recovery codes and shows them.
#[server(prefix = "/api", endpoint = "renew-recovery-codes")]
pub async fn renew_recovery_codes(
    /// What the app shows, or one of the codes until now.
    #[server(default)]
    code: String,
    /// What a passkey has signed.
    #[server(default)]
    passkey: String,
) -> Result<(), PortalError> {
    let given = crate::account::identity::Given::new(&code, &passkey);
    crate::backend::identity()?
        .renew_recovery_codes(given)
        .await?;
    crate::backend::done(
        crate::route::RECOVERY_CODES,
        crate::shell::notice_words::Notice::RecoveryCodesRenewed,
    );
    Ok(())
}

/// Turns it off.
#[server(prefix = "/api", endpoint = "turn-off-second-factor")]
pub async fn turn_off_second_factor(
    /// What the app shows, or a recovery code.
    #[server(default)]
    code: String,
    /// What a passkey has signed.
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
        crate::shell::notice_words::Notice::SecondFactorOff,
    );
    Ok(())
}

/// The recovery codes that were just made, once. A POST, because asking takes them away.
#[server(prefix = "/api", endpoint = "recovery-codes", protocol = Wire<PostUrl>)]
pub async fn recovery_codes() -> Result<Option<Vec<String>>, PortalError> {
    crate::backend::identity()?.take_recovery_codes()
}

/// Where one goes after something was added: to the recovery codes that came with the first.
#[cfg(feature = "ssr")]
fn added(first: bool, notice: crate::shell::notice_words::Notice) {
    if first {
        crate::backend::done(
            crate::route::RECOVERY_CODES,
            crate::shell::notice_words::Notice::SecondFactorOn,
        );
    } else {
        crate::backend::done(crate::route::SECOND_FACTOR, notice);
    }
}

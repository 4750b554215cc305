//! One's own second factor. Posted by plain forms: what follows is another page load.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::{error::PortalError, model::second_factor::SecondFactorState, wire::Wire};

/// How far it has come.
#[server(prefix = "/api", endpoint = "second-factor", input = GetUrl, output = Wire)]
pub async fn second_factor() -> Result<SecondFactorState, PortalError> {
    super::identity()?.second_factor().await
}

/// Shows a secret for an app.
#[server(prefix = "/api", endpoint = "begin-second-factor")]
pub async fn begin_second_factor() -> Result<(), PortalError> {
    super::identity()?.begin_second_factor().await?;
    super::go(crate::route::SECOND_FACTOR);
    Ok(())
}

/// Turns it on, with a code of the app that has the secret, and shows recovery codes.
#[server(prefix = "/api", endpoint = "confirm-second-factor")]
pub async fn confirm_second_factor(
    /// What the app shows.
    code: String,
    /// The caller's password.
    current_password: String,
) -> Result<(), PortalError> {
    super::identity()?
        .confirm_second_factor(&code, &current_password)
        .await?;
    super::done(crate::route::RECOVERY_CODES, "second_factor_on");
    Ok(())
}

/// Makes new recovery codes and shows them.
#[server(prefix = "/api", endpoint = "renew-recovery-codes")]
pub async fn renew_recovery_codes(
    /// What the app shows, or one of the codes until now.
    code: String,
) -> Result<(), PortalError> {
    super::identity()?.renew_recovery_codes(&code).await?;
    super::done(crate::route::RECOVERY_CODES, "recovery_codes_renewed");
    Ok(())
}

/// Turns it off.
#[server(prefix = "/api", endpoint = "turn-off-second-factor")]
pub async fn turn_off_second_factor(
    /// What the app shows, or a recovery code.
    code: String,
    /// The caller's password.
    current_password: String,
) -> Result<(), PortalError> {
    super::identity()?
        .turn_off_second_factor(&code, &current_password)
        .await?;
    super::done(crate::route::SECOND_FACTOR, "second_factor_off");
    Ok(())
}

/// The recovery codes that were just made, once. A POST, because asking takes them away.
#[server(prefix = "/api", endpoint = "recovery-codes", output = Wire)]
pub async fn recovery_codes() -> Result<Option<Vec<String>>, PortalError> {
    super::identity()?.take_recovery_codes()
}

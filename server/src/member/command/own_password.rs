//! A new password by a mailed link is not what everyone knows of its user.

use tierline_app::{
    account::model::{check_own_password, check_password},
    error::PortalError,
    portal::PortalResult,
};

use crate::{account::hash, fault::fault, invitation::TokenHash, member::store, pipeline::Call};

/// Checks what can be said of the password alone.
pub(super) fn check(password: &str) -> PortalResult<()> {
    check_password(password).map_err(|error| PortalError::field("password", error))
}

/// The hash of the password, for a link that can be used.
pub(super) async fn hashed(call: &Call, link: &TokenHash, password: &str) -> PortalResult<String> {
    let known = store::known_by_link(&call.state.pool, link.as_bytes())
        .await
        .map_err(|error| fault(&error))?;
    check_own_password(password, known.iter().map(String::as_str))
        .map_err(|error| PortalError::field("password", error))?;
    hash(password).await.map_err(|error| fault(&error))
}

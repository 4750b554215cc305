//! Passkeys (Web Authentication): challenges for browsers, and verification of their answers.
//!
//! An authenticator asks for a finger or a PIN, signs for the portal's host only, and never reveals its key: the stored
//! public half is useless to anybody else.

use std::{fmt, sync::Arc};

use serde::{Deserialize, Serialize};
use tierline_core::ids::UserId;
use webauthn_rs::{
    Webauthn, WebauthnBuilder,
    prelude::{
        AuthenticationResult, CredentialID, Passkey, PasskeyAuthentication, PasskeyRegistration,
        PublicKeyCredential, RegisterPublicKeyCredential, Url, WebauthnResult,
    },
};

use crate::{account::second_factor::ISSUER, config::PublicUrl};

/// The portal, as authenticators know it.
#[derive(Clone)]
pub(crate) struct Passkeys(Arc<Webauthn>);

impl fmt::Debug for Passkeys {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Passkeys")
    }
}

/// A challenge for a browser, as the library needs it for verification.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "for", content = "state", rename_all = "snake_case")]
pub(crate) enum Challenge {
    /// A challenge for a new passkey.
    New(PasskeyRegistration),
    /// A challenge for a proof that the user has one of the account's passkeys.
    Proof(PasskeyAuthentication),
}

/// A browser's answer with a new passkey.
pub(crate) type NewPasskey = Box<RegisterPublicKeyCredential>;

/// A browser's answer with a proof.
pub(crate) type PasskeyProof = Box<PublicKeyCredential>;

impl Passkeys {
    /// None where browsers do not allow passkeys: over plain http from another machine, or where the portal has an
    /// address and no name.
    pub(crate) fn at(url: &PublicUrl) -> Option<Passkeys> {
        let origin = Url::parse(url.origin()).ok()?;
        let host = origin.domain()?.to_owned();
        if !url.is_https() && host != "localhost" {
            return None;
        }
        let portal = WebauthnBuilder::new(&host, &origin)
            .and_then(|builder| builder.rp_name(ISSUER).build())
            .inspect_err(|error| tracing::warn!(%error, "no passkeys"))
            .ok()?;
        Some(Passkeys(Arc::new(portal)))
    }

    /// The request for a new passkey, as JSON for the browser, and the challenge to compare its answer with.
    ///
    /// # Errors
    /// When the library fails.
    pub(crate) fn ask_for_new(
        &self,
        user: UserId,
        account: &str,
        held: &[Passkey],
    ) -> Result<(String, Challenge), AskError> {
        let held: Vec<CredentialID> = held.iter().map(|key| key.cred_id().clone()).collect();
        let (question, state) =
            self.0
                .start_passkey_registration(user.into_uuid(), account, account, Some(held))?;
        let json = serde_json::to_string(&question.public_key)?;
        Ok((json, Challenge::New(state)))
    }

    /// The request for a proof by one of these, as JSON for the browser, and the challenge to compare its answer with.
    ///
    /// # Errors
    /// When there are none, or the library fails.
    pub(crate) fn ask_for_proof(&self, held: &[Passkey]) -> Result<(String, Challenge), AskError> {
        let (question, state) = self.0.start_passkey_authentication(held)?;
        let json = serde_json::to_string(&question.public_key)?;
        Ok((json, Challenge::Proof(state)))
    }

    /// The passkey in this answer, if it is one to this challenge.
    pub(crate) fn added(
        &self,
        answer: &RegisterPublicKeyCredential,
        challenge: &Challenge,
    ) -> Option<Passkey> {
        let Challenge::New(state) = challenge else {
            return None;
        };
        told(self.0.finish_passkey_registration(answer, state))
    }

    /// The proof in this answer, if it is one to this challenge.
    pub(crate) fn proved(
        &self,
        answer: &PublicKeyCredential,
        challenge: &Challenge,
    ) -> Option<AuthenticationResult> {
        let Challenge::Proof(state) = challenge else {
            return None;
        };
        told(self.0.finish_passkey_authentication(answer, state))
    }
}

/// Logs the reason for the operator. The caller learns only that the answer was wrong.
fn told<T>(checked: WebauthnResult<T>) -> Option<T> {
    checked
        .inspect_err(|error| tracing::info!(%error, "a passkey was not accepted"))
        .ok()
}

/// Errors in making a challenge.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AskError {
    /// The library makes no challenge.
    #[error("cannot ask for a passkey: {0}")]
    Refused(#[from] webauthn_rs::prelude::WebauthnError),
    /// The challenge cannot be written as JSON.
    #[error("cannot write what to ask for a passkey: {0}")]
    Json(#[from] serde_json::Error),
}

//! Passkeys (Web Authentication): what browsers are asked, and whether what they answer is right.
//!
//! An authenticator asks for a finger or a PIN, signs for the portal's host and no other, and never lets its key go:
//! what is stored here is of no use to anybody else.

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

/// What a browser was asked to sign, as the library wants it back.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "for", content = "state", rename_all = "snake_case")]
pub(crate) enum Challenge {
    /// A new passkey.
    New(PasskeyRegistration),
    /// The proof that somebody has one of the account's.
    Proof(PasskeyAuthentication),
}

/// What a browser answers with when there is a new passkey.
pub(crate) type NewPasskey = Box<RegisterPublicKeyCredential>;

/// What a browser answers with as a proof.
pub(crate) type PasskeyProof = Box<PublicKeyCredential>;

impl Passkeys {
    /// None where browsers do not let pages have passkeys: by plain http from another machine, or where the portal has
    /// an address and no name.
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

    /// What to ask a browser for a new passkey, as JSON, and what its answer is to be compared with.
    ///
    /// # Errors
    /// When the library cannot.
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

    /// What to ask a browser for a proof by one of these, as JSON, and what its answer is to be compared with.
    ///
    /// # Errors
    /// When there are none, or the library cannot.
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

    /// What this answer proves, if it is one to this challenge.
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

/// Who asks is told only that it was wrong; why, is for who runs the portal.
fn told<T>(checked: WebauthnResult<T>) -> Option<T> {
    checked
        .inspect_err(|error| tracing::info!(%error, "a passkey was not accepted"))
        .ok()
}

/// Why a browser cannot be asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AskError {
    /// The library does not make a challenge.
    #[error("cannot ask for a passkey: {0}")]
    Refused(#[from] webauthn_rs::prelude::WebauthnError),
    /// What it makes has no JSON.
    #[error("cannot write what to ask for a passkey: {0}")]
    Json(#[from] serde_json::Error),
}

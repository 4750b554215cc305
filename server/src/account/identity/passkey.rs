//! Passkeys: challenges for browsers, and their answers.

use tierline_app::error::{FieldProblem, PortalError};
use tierline_core::{ids::UserId, text::DeviceName};
use uuid::Uuid;

use super::{RequestIdentity, database};
use crate::{
    account::{
        command::{
            second_factor as command,
            second_factor::{AddPasskey, Proof},
        },
        passkey::{Challenge, Passkeys},
        store::second_factor::passkey as stored,
    },
    fault::fault,
};

/// The limit for a browser's answer. An answer about a passkey takes a few kilobytes.
const LONGEST: usize = 16 * 1024;

impl RequestIdentity {
    pub(crate) async fn question_for_new_passkey(&self) -> Result<String, PortalError> {
        let (session, email) = self.owner()?;
        self.web.limits.costly(self.caller.meta.address)?;
        let held = stored::held(&self.web.state.pool, session.user)
            .await
            .map_err(database)?;
        let user = UserId::from_uuid(session.user);
        let asked = self.passkeys()?.ask_for_new(user, email, &held);
        let (question, challenge) = asked.map_err(|error| fault(&error))?;
        self.ask(session.stored_name(), session.user, &challenge)
            .await?;
        Ok(question)
    }

    /// A challenge for the signed-in user's passkeys, or for those of a user who has typed the password and needs a
    /// second factor.
    pub(crate) async fn question_to_passkeys(&self) -> Result<String, PortalError> {
        let (asked_by, user) = match (self.owner(), &self.caller.pending) {
            (Ok((session, _)), _) => (session.stored_name(), session.user),
            (Err(_), Some(id_hash)) => {
                let waiting = self.waiting().await?.ok_or_else(command::expired)?;
                (id_hash.as_slice(), waiting.user)
            }
            (Err(signed_out), None) => return Err(signed_out),
        };
        self.web.limits.costly(self.caller.meta.address)?;
        let held = stored::held(&self.web.state.pool, user)
            .await
            .map_err(database)?;
        if held.is_empty() {
            return Err(PortalError::field("passkey", FieldProblem::NoPasskey));
        }
        let asked = self.passkeys()?.ask_for_proof(&held);
        let (question, challenge) = asked.map_err(|error| fault(&error))?;
        self.ask(asked_by, user, &challenge).await?;
        Ok(question)
    }

    pub(crate) async fn passkey_added(
        &self,
        name: &str,
        answer: &str,
        password: &str,
    ) -> Result<bool, PortalError> {
        let (session, _) = self.owner()?;
        let passkeys = self.passkeys()?.clone();
        let name = DeviceName::parse(name);
        let name = name.map_err(|error| PortalError::field("name", error))?;
        if answer.is_empty() {
            // Posted without JavaScript, or before the page was hydrated.
            return Err(PortalError::field(
                "passkey",
                FieldProblem::PasskeyNeedsScript,
            ));
        }
        let answer = read(answer)?;
        let (adding, codes) = self.adding(password).await?;
        let add = AddPasskey {
            user: UserId::from_uuid(session.user),
            name,
            answer,
            passkeys,
            adding,
        };
        let first = command::run(&self.web.state, add.user, &add).await?;
        self.after_adding(first, &codes).await
    }

    pub(crate) fn proof_by_passkey(
        &self,
        answer: &str,
        asked_by: &[u8],
    ) -> Result<Proof, PortalError> {
        Ok(Proof::Passkey {
            answer: read(answer)?,
            asked_by: asked_by.to_vec(),
            passkeys: self.passkeys()?.clone(),
        })
    }

    async fn ask(
        &self,
        asked_by: &[u8],
        user: Uuid,
        challenge: &Challenge,
    ) -> Result<(), PortalError> {
        stored::ask(&self.web.state.pool, asked_by, user, challenge)
            .await
            .map_err(database)
    }

    fn passkeys(&self) -> Result<&Passkeys, PortalError> {
        let passkeys = self.web.passkeys.as_ref();
        passkeys.ok_or_else(|| PortalError::field("passkey", FieldProblem::NoPasskeysHere))
    }
}

/// Parses a browser's answer; anything else proves nothing.
fn read<T: serde::de::DeserializeOwned>(answer: &str) -> Result<T, PortalError> {
    if answer.len() > LONGEST {
        return Err(command::wrong_passkey().into());
    }
    serde_json::from_str(answer).map_err(|_| command::wrong_passkey().into())
}

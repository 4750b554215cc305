//! The second factor: the code at sign-in, and what its owner does with it in the settings.

use http::request::Parts;
use leptos::prelude::use_context;
use tierline_app::{error::PortalError, model::second_factor::SecondFactorState};
use tierline_core::ids::UserId;

use super::{Proof, RequestIdentity, database, set_cookie};
use crate::{
    command::second_factor::{
        self as command, BeginSetUp, EnterCode, RenewRecoveryCodes, SetUp, TurnOff,
    },
    fault::fault,
    second_factor::{self, RecoveryCode},
    store::second_factor as stored,
    web::{CurrentSession, cookie, pending},
};

/// How long recovery codes wait in the browser to be shown.
const RECOVERY_SECONDS: u32 = 600;

impl RequestIdentity {
    pub(super) async fn code_entered(&self, typed: &str) -> Result<Option<u32>, PortalError> {
        let id_hash = self.caller.pending.clone().ok_or(PortalError::SignedOut)?;
        let waiting = pending::find(&self.web.state.pool, &id_hash)
            .await
            .map_err(database)?
            .ok_or_else(command::expired)?;
        let enter = EnterCode {
            user: UserId::from_uuid(waiting.user),
            pending: id_hash,
            proof: self.proof(typed, &waiting.email)?,
        };
        let proved = command::run(&self.web.state, &enter).await?;
        let proof = Proof::PasswordAndCode(proved.password_hash.as_deref());
        self.begin(waiting.user, proof).await?;
        Ok(proved.left)
    }

    pub(super) async fn own_second_factor(&self) -> Result<SecondFactorState, PortalError> {
        let (session, email) = self.owner()?;
        let pool = &self.web.state.pool;
        if let Some((since, codes_left)) =
            stored::state(pool, session.user).await.map_err(database)?
        {
            return Ok(SecondFactorState::On { since, codes_left });
        }
        let shown = stored::setup_secret(pool, session.stored_name())
            .await
            .map_err(database)?;
        let Some(secret) = shown else {
            return Ok(SecondFactorState::Off);
        };
        let app = second_factor::app(&secret, email).map_err(|error| fault(&error))?;
        let url = app.to_url().map_err(|error| fault(&error))?;
        Ok(SecondFactorState::SettingUp {
            secret: app.secret().to_base32(),
            qr: second_factor::drawing(&url).map_err(|error| fault(&error))?,
            url,
        })
    }

    pub(super) async fn set_up_begun(&self) -> Result<(), PortalError> {
        let (session, _) = self.owner()?;
        let begin = BeginSetUp {
            user: UserId::from_uuid(session.user),
            session: session.clone(),
        };
        command::run(&self.web.state, &begin).await
    }

    pub(super) async fn set_up_confirmed(
        &self,
        typed: &str,
        password: &str,
    ) -> Result<(), PortalError> {
        let (session, email) = self.owner()?;
        self.web.limits.code(self.caller.meta.address, email)?;
        let account = self.checked_account(password).await?;
        let codes = RecoveryCode::fresh();
        let set_up = SetUp {
            user: UserId::from_uuid(session.user),
            session: session.clone(),
            checked: account.password_hash,
            proof: command::Proof::of_new_app(&self.web.state, typed)?,
            recovery: codes.iter().map(RecoveryCode::hash).collect(),
        };
        command::run(&self.web.state, &set_up).await?;
        self.keep_recovery_codes(&codes);
        self.rotate().await
    }

    pub(super) async fn recovery_codes_renewed(&self, typed: &str) -> Result<(), PortalError> {
        let (session, email) = self.owner()?;
        let codes = RecoveryCode::fresh();
        let renew = RenewRecoveryCodes {
            user: UserId::from_uuid(session.user),
            proof: self.proof(typed, email)?,
            recovery: codes.iter().map(RecoveryCode::hash).collect(),
        };
        command::run(&self.web.state, &renew).await?;
        self.keep_recovery_codes(&codes);
        Ok(())
    }

    pub(super) async fn turned_off(&self, typed: &str, password: &str) -> Result<(), PortalError> {
        let (session, email) = self.owner()?;
        let proof = self.proof(typed, email)?;
        // The password first: a code is not spent on what is not done.
        let account = self.checked_account(password).await?;
        let turn_off = TurnOff {
            user: UserId::from_uuid(session.user),
            checked: account.password_hash,
            proof,
        };
        command::run(&self.web.state, &turn_off).await?;
        self.rotate().await
    }

    /// The recovery codes that were made by the request before this one. They are gone with this.
    pub(super) fn recovery_codes_taken(&self) -> Result<Option<Vec<String>>, PortalError> {
        self.owner()?;
        let cookies = self.web.cookies;
        let parts = use_context::<Parts>();
        let joined = parts
            .as_ref()
            .and_then(|parts| cookie::read(&parts.headers, cookies.recovery));
        let Some(joined) = joined else {
            return Ok(None);
        };
        set_cookie(cookies.set_strict(cookies.recovery, "", 0));
        let codes = RecoveryCode::split(joined);
        Ok(codes.map(|codes| codes.iter().map(ToString::to_string).collect()))
    }

    /// What was typed, counted as an attempt. Nobody guesses a recovery code: it counts against the address alone, or
    /// whoever knows the password could use up the account's attempts and keep its owner out.
    fn proof(&self, typed: &str, email: &str) -> Result<command::Proof, PortalError> {
        let proof = command::Proof::of(&self.web.state, typed)?;
        let (limits, address) = (&self.web.limits, self.caller.meta.address);
        if proof.is_by_recovery_code() {
            limits.costly(address)?;
        } else {
            limits.code(address, email)?;
        }
        Ok(proof)
    }

    /// Only hashes are stored: the browser that asked keeps the codes until it has shown them.
    fn keep_recovery_codes(&self, codes: &[RecoveryCode]) {
        let (cookies, joined) = (self.web.cookies, RecoveryCode::joined(codes));
        set_cookie(cookies.set_strict(cookies.recovery, &joined, RECOVERY_SECONDS));
    }

    /// The session and the work account of whoever is signed in and may do anything at all: not before a password that
    /// somebody else has set was changed.
    fn owner(&self) -> Result<(&CurrentSession, &str), PortalError> {
        let session = self.session()?;
        let info = self.caller.info.as_ref();
        let info = info.filter(|info| !info.must_change_password);
        let info = info.ok_or(PortalError::SignedOut)?;
        Ok((session, &info.email))
    }
}

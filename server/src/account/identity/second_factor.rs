//! The second factor: at sign-in, and in its owner's settings.

use http::request::Parts;
use leptos::prelude::use_context;
use tierline_app::{
    account::{
        identity::Given,
        model::SignInOutcome,
        model::second_factor::{AppSecret, OwnFactor, OwnFactorKind, SecondFactorState, Ways},
    },
    error::{FieldProblem, PortalError},
};
use tierline_core::{
    account::Factor,
    ids::UserId,
    organization::{RequiredBy, required_by},
};
use uuid::Uuid;

use super::{Proof, RequestIdentity, database, set_cookie};
use crate::{
    account::{
        command::{
            second_factor as command,
            second_factor::{
                Adding, BeginSetUp, Prove, ProveSignIn, RemoveFactor, RenewRecoveryCodes, SetUp,
                TurnOff,
            },
        },
        pending::{self, Pending},
        second_factor::{self, RecoveryCode},
        session::{self, CurrentSession},
        store::{
            second_factor as stored,
            second_factor::{Held, code},
        },
    },
    fault::fault,
    pipeline::Command,
    web::cookie,
};

/// The time for which recovery codes wait in the browser to be shown.
const RECOVERY_SECONDS: u32 = 600;

impl RequestIdentity {
    pub(crate) async fn sign_in_proved(
        &self,
        given: Given<'_>,
    ) -> Result<Option<u32>, PortalError> {
        let id_hash = self.caller.pending.clone().ok_or(PortalError::SignedOut)?;
        let waiting = self.waiting().await?.ok_or_else(command::expired)?;
        let prove = ProveSignIn {
            user: UserId::from_uuid(waiting.user),
            proof: self.proof(given, &id_hash, &waiting.email)?,
            pending: id_hash,
        };
        let proved = match command::run(&self.web.state, prove.user, &prove).await {
            Err(wrong @ PortalError::Invalid(_)) => {
                let outcome = SignInOutcome::WrongSecondFactor;
                self.note_attempt(waiting.user, outcome).await?;
                return Err(wrong);
            }
            proved => proved?,
        };
        let proof = Proof::PasswordAndMore(proved.password_hash.as_deref());
        self.begin(waiting.user, proof).await?;
        Ok(proved.left)
    }

    pub(crate) async fn ways_to_sign_in(&self) -> Result<Ways, PortalError> {
        let waiting = self.waiting().await?.ok_or(PortalError::SignedOut)?;
        let held = stored::held(&self.web.state.pool, waiting.user)
            .await
            .map_err(database)?;
        let has = |factor| held.iter().any(|held| held.factor == factor);
        Ok(Ways {
            app: has(Factor::App),
            passkey: self.web.passkeys.is_some() && has(Factor::Passkey),
        })
    }

    /// The sign-in that waits in this browser.
    pub(crate) async fn waiting(&self) -> Result<Option<Pending>, PortalError> {
        match &self.caller.pending {
            Some(id_hash) => pending::find(&self.web.state.pool, id_hash)
                .await
                .map_err(database),
            None => Ok(None),
        }
    }

    pub(crate) async fn own_second_factor(&self) -> Result<SecondFactorState, PortalError> {
        let (current, email) = self.owner()?;
        let pool = &self.web.state.pool;
        let held = stored::held(pool, current.user).await.map_err(database)?;
        let has_app = held.iter().any(|held| held.factor == Factor::App);
        let shown = match has_app {
            true => None,
            false => stored::setup_secret(pool, current.stored_name())
                .await
                .map_err(database)?,
        };
        let may_add = held.is_empty()
            || session::has_proved_lately(pool, current)
                .await
                .map_err(database)?;
        Ok(SecondFactorState {
            may_add,
            factors: held.into_iter().map(own_factor).collect(),
            codes_left: code::left(pool, current.user).await.map_err(database)?,
            setting_up: shown.map(|secret| to_show(&secret, email)).transpose()?,
            passkeys: self.web.passkeys.is_some(),
            required_by: self.required_by(current.user).await?,
        })
    }

    async fn required_by(&self, user: Uuid) -> Result<Option<RequiredBy>, PortalError> {
        let state = &self.web.state;
        let belongings = stored::belongings(&state.pool, user)
            .await
            .map_err(database)?;
        Ok(required_by(state.config.second_factor, &belongings))
    }

    pub(crate) async fn set_up_begun(&self) -> Result<(), PortalError> {
        let (session, _) = self.owner()?;
        let begin = BeginSetUp {
            user: UserId::from_uuid(session.user),
            session: session.clone(),
        };
        command::run(&self.web.state, begin.user, &begin).await
    }

    pub(crate) async fn set_up_confirmed(
        &self,
        typed: &str,
        password: &str,
    ) -> Result<bool, PortalError> {
        let (session, email) = self.owner()?;
        self.web
            .limits
            .code(self.caller.meta.address, email)
            .inspect_err(|_| self.note_too_many(email))?;
        let (adding, codes) = self.adding(password).await?;
        let at = self.web.state.clock.of_the_world();
        let set_up = SetUp {
            user: UserId::from_uuid(session.user),
            code: command::app_code(typed).map(|code| (code, at)),
            adding,
        };
        let first = self.run(set_up.user, &set_up).await?;
        self.after_adding(first, &codes).await
    }

    /// Runs a change that takes a proof, within a session. A wrong one is noted as at sign-in: somebody may have the
    /// session, and try.
    async fn run<C: Command>(&self, user: UserId, change: &C) -> Result<C::Outcome, PortalError> {
        let done = command::run(&self.web.state, user, change).await;
        if done.as_ref().is_err_and(is_wrong_proof) {
            let outcome = SignInOutcome::WrongSecondFactor;
            self.note_done(user.into_uuid(), outcome).await;
        }
        done
    }

    /// The input for adding a factor: the password, typed again, and recovery codes in case it is the first.
    pub(crate) async fn adding(
        &self,
        password: &str,
    ) -> Result<(Adding, Vec<RecoveryCode>), PortalError> {
        let (session, _) = self.owner()?;
        let account = self.checked_account(password).await?;
        let codes = RecoveryCode::fresh();
        let adding = Adding {
            session: session.clone(),
            checked: account.password_hash,
            recovery: codes.iter().map(RecoveryCode::hash).collect(),
        };
        Ok((adding, codes))
    }

    /// For the log of whoever runs the server, and for the owner beside the mail. The change stands, whatever becomes
    /// of the note.
    async fn note_change(&self) {
        if let Ok((session, _)) = self.owner() {
            self.note_done(session.user, SignInOutcome::SecondFactorChanged)
                .await;
        }
    }

    /// Steps after a factor was added; returns whether it was the first.
    pub(crate) async fn after_adding(
        &self,
        first: bool,
        codes: &[RecoveryCode],
    ) -> Result<bool, PortalError> {
        if first {
            self.keep_recovery_codes(codes);
            self.rotate().await?;
        }
        self.note_change().await;
        Ok(first)
    }

    pub(crate) async fn proved(&self, given: Given<'_>) -> Result<(), PortalError> {
        let (session, email) = self.owner()?;
        let prove = Prove {
            user: UserId::from_uuid(session.user),
            session: session.clone(),
            proof: self.proof(given, session.stored_name(), email)?,
        };
        self.run(prove.user, &prove).await
    }

    pub(crate) async fn factor_removed(
        &self,
        factor: &str,
        given: Given<'_>,
    ) -> Result<(), PortalError> {
        let (session, email) = self.owner()?;
        let remove = RemoveFactor {
            user: UserId::from_uuid(session.user),
            factor: Uuid::parse_str(factor).map_err(|_| PortalError::NotFound)?,
            proof: self.proof(given, session.stored_name(), email)?,
        };
        self.run(remove.user, &remove).await?;
        self.rotate().await?;
        self.note_change().await;
        Ok(())
    }

    pub(crate) async fn recovery_codes_renewed(&self, given: Given<'_>) -> Result<(), PortalError> {
        let (session, email) = self.owner()?;
        let codes = RecoveryCode::fresh();
        let renew = RenewRecoveryCodes {
            user: UserId::from_uuid(session.user),
            proof: self.proof(given, session.stored_name(), email)?,
            recovery: codes.iter().map(RecoveryCode::hash).collect(),
        };
        self.run(renew.user, &renew).await?;
        self.keep_recovery_codes(&codes);
        self.note_change().await;
        Ok(())
    }

    pub(crate) async fn turned_off(
        &self,
        given: Given<'_>,
        password: &str,
    ) -> Result<(), PortalError> {
        let (session, email) = self.owner()?;
        let proof = self.proof(given, session.stored_name(), email)?;
        // The password comes first: no code is spent on a change that is not made.
        let account = self.checked_account(password).await?;
        let turn_off = TurnOff {
            user: UserId::from_uuid(session.user),
            checked: account.password_hash,
            proof,
        };
        self.run(turn_off.user, &turn_off).await?;
        self.rotate().await?;
        self.note_change().await;
        Ok(())
    }

    /// The recovery codes made by the previous request. They can be taken only once.
    pub(crate) fn recovery_codes_taken(&self) -> Result<Option<Vec<String>>, PortalError> {
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

    /// The given proof, counted as an attempt. Nobody guesses a recovery code or a passkey's signature: they count
    /// against the address alone, or else anyone who knows the password could use up the account's attempts and lock
    /// its owner out.
    fn proof(
        &self,
        given: Given<'_>,
        asked_by: &[u8],
        email: &str,
    ) -> Result<command::Proof, PortalError> {
        let proof = if given.passkey.is_empty() {
            command::Proof::of_code(&self.web.state, given.code)?
        } else {
            self.proof_by_passkey(given.passkey, asked_by)?
        };
        let (limits, address) = (&self.web.limits, self.caller.meta.address);
        if proof.is_beyond_guessing() {
            limits.costly(address)
        } else {
            limits.code(address, email)
        }
        .inspect_err(|_| self.note_too_many(email))?;
        Ok(proof)
    }

    /// Only hashes are stored: the browser that made the request keeps the codes until they are shown.
    fn keep_recovery_codes(&self, codes: &[RecoveryCode]) {
        let (cookies, joined) = (self.web.cookies, RecoveryCode::joined(codes));
        set_cookie(cookies.set_strict(cookies.recovery, &joined, RECOVERY_SECONDS));
    }

    /// The session and the work account of a signed-in user who may make changes: not one who has yet to change a
    /// password set by somebody else.
    pub(crate) fn owner(&self) -> Result<(&CurrentSession, &str), PortalError> {
        let session = self.session()?;
        let info = self.caller.info.as_ref();
        let info = info.filter(|info| !info.must_change_password);
        let info = info.ok_or(PortalError::SignedOut)?;
        Ok((session, &info.email))
    }
}

fn is_wrong_proof(error: &PortalError) -> bool {
    let PortalError::Invalid(wrong) = error else {
        return false;
    };
    wrong.iter().any(|wrong| {
        matches!(
            wrong.problem,
            FieldProblem::WrongCode | FieldProblem::WrongPasskey | FieldProblem::WrongAppCode
        )
    })
}

fn own_factor(held: Held) -> OwnFactor {
    OwnFactor {
        id: held.id,
        since: held.since,
        used: held.used,
        what: match held.factor {
            Factor::App => OwnFactorKind::App,
            Factor::Passkey => OwnFactorKind::Passkey {
                name: held.name.unwrap_or_default(),
            },
        },
    }
}

fn to_show(secret: &[u8], account: &str) -> Result<AppSecret, PortalError> {
    let app = second_factor::app(secret, account).map_err(|error| fault(&error))?;
    let url = app.to_url().map_err(|error| fault(&error))?;
    Ok(AppSecret {
        secret: app.secret().to_base32(),
        qr: second_factor::drawing(&url).map_err(|error| fault(&error))?,
        url,
    })
}

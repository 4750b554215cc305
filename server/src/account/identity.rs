//! The signed-in user and everything about signing in: the server's side of [`Identity`].

mod account;
mod noted;
mod passkey;
mod second_factor;

use async_trait::async_trait;
use http::HeaderValue;
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;
use sqlx::PgPool;
use tierline_app::{
    account::{
        identity::{Given, Identity, SignedIn},
        model::{
            SignInAttempt, SignInOutcome, check_own_password, normalized_password,
            second_factor::{SecondFactorState, Ways},
            session::{DemoAccount, OwnSession},
        },
    },
    context::Theme,
    error::{FieldProblem, PortalError},
    i18n::Lang,
};
use tierline_core::{ids::OrganizationId, text::EmailAddress};
use uuid::Uuid;

use self::account::Account;
use crate::{
    account::{
        device, password, pending,
        session::{self, CurrentSession, Proof},
        store, trail,
    },
    fault::fault,
    state::AppState,
    web::{
        caller::Caller,
        cookie::{self, CookieNames},
        shared::Web,
    },
};

/// [`Identity`] for one request.
pub(crate) struct RequestIdentity {
    web: Web,
    caller: Caller,
}

impl RequestIdentity {
    pub(crate) fn new(web: Web, caller: Caller) -> Self {
        Self { web, caller }
    }

    fn session(&self) -> Result<&CurrentSession, PortalError> {
        self.caller.session.as_ref().ok_or(PortalError::SignedOut)
    }

    /// Begins a session under a new secret; a previous session in this browser ends.
    async fn begin(&self, user: Uuid, proof: Proof<'_>) -> Result<(), PortalError> {
        begin_session(&self.web.state, &self.caller, self.web.cookies, user, proof).await
    }

    /// Goes on after the right password: with a session or, for a user with a second factor, the request for a code.
    /// Until the code arrives, this browser has no session.
    async fn admit(&self, found: &Account) -> Result<SignedIn, PortalError> {
        let checked = found.password_hash.as_deref();
        if !found.has_second_factor {
            self.begin(found.id, Proof::Password(checked)).await?;
            return Ok(SignedIn::Whole);
        }
        let pool = &self.web.state.pool;
        let secret = pending::begin(pool, found.id, checked)
            .await
            .map_err(database)?
            .ok_or(PortalError::SignedOut)?;
        self.sign_out().await?;
        let cookies = self.web.cookies;
        set_cookie(cookies.set(cookies.pending, &secret, None));
        Ok(SignedIn::CodeNeeded)
    }

    /// The caller's account, after the password was typed again correctly; counted as an attempt to sign in.
    async fn checked_account(&self, password: &str) -> Result<Account, PortalError> {
        let account = account::by_id(&self.web.state.pool, self.session()?.user)
            .await
            .map_err(database)?
            .ok_or(PortalError::SignedOut)?;
        self.web
            .limits
            .attempt(
                self.caller.meta.address,
                &account.email,
                Some(self.session()?.stored_name()),
            )
            .inspect_err(|_| self.note_too_many(&account.email))?;
        if password::verify(password, account.password_hash.clone())
            .await
            .map_err(|error| fault(&error))?
        {
            Ok(account)
        } else {
            trail::log(trail::Event::WrongPasswordAgain, Some(account.id));
            Err(PortalError::field(
                "current_password",
                FieldProblem::CurrentPassword,
            ))
        }
    }

    /// Gives the session another secret: all that was granted to the old one is over.
    async fn rotate(&self) -> Result<(), PortalError> {
        let session = self.session()?;
        if let Some(secret) = session::rotate(&self.web.state.pool, session, session.organization)
            .await
            .map_err(database)?
        {
            self.set_session_cookie(&secret);
        }
        Ok(())
    }

    fn set_session_cookie(&self, secret: &str) {
        let cookies = self.web.cookies;
        set_cookie(cookies.set(cookies.session, secret, None));
    }
}

#[async_trait]
impl Identity for RequestIdentity {
    async fn sign_in(&self, email: &str, password: &str) -> Result<SignedIn, PortalError> {
        // As every other address that is typed. What cannot be one is nobody's: it is counted and answered like that of
        // an unknown account, after the same time.
        let address = EmailAddress::parse(email).ok();
        let account = address
            .as_ref()
            .map_or_else(|| email.trim().to_lowercase(), EmailAddress::key);
        let pool = &self.web.state.pool;
        let device = match &address {
            Some(_) => device::known(pool, &account, self.caller.device.as_deref())
                .await
                .map_err(database)?,
            None => None,
        };
        self.web
            .limits
            .attempt(self.caller.meta.address, &account, device.as_deref())
            .inspect_err(|_| self.note_too_many(&account))?;
        let found = match &address {
            Some(_) => account::by_email(pool, &account).await.map_err(database)?,
            None => None,
        };
        let stored = found.as_ref().and_then(|found| found.password_hash.clone());
        // Compared in any case, so that the response time reveals nothing either.
        let right = password::verify(password, stored)
            .await
            .map_err(|error| fault(&error))?;
        match found {
            Some(found) if right => {
                match self.admit(&found).await {
                    // The password was replaced or the account blocked during the check.
                    Err(PortalError::SignedOut) => {
                        Err(PortalError::field("password", FieldProblem::Credentials))
                    }
                    admitted => admitted,
                }
            }
            Some(found) => {
                self.note_wrong_password(found.id);
                Err(PortalError::field("password", FieldProblem::Credentials))
            }
            None => {
                trail::log(trail::Event::UnknownAccount, None);
                Err(PortalError::field("password", FieldProblem::Credentials))
            }
        }
    }

    async fn sign_in_as(&self, email: &str) -> Result<(), PortalError> {
        let offered = self
            .demo_accounts()
            .await?
            .into_iter()
            .any(|account| account.email == email);
        let found = account::by_email(&self.web.state.pool, email)
            .await
            .map_err(database)?;
        match found {
            Some(found) if offered => self.begin(found.id, Proof::Nothing).await,
            _ => Err(PortalError::NotFound),
        }
    }

    async fn sign_out(&self) -> Result<(), PortalError> {
        if let Some(current) = &self.caller.session {
            session::end(&self.web.state.pool, current)
                .await
                .map_err(database)?;
            trail::log(trail::Event::SignedOut, Some(current.user));
        }
        set_cookie(self.web.cookies.clear(self.web.cookies.session));
        forget_kept(&self.caller, self.web.cookies);
        forget_codes(&self.web.state.pool, &self.caller, self.web.cookies).await
    }

    async fn choose_organization(&self, organization: OrganizationId) -> Result<(), PortalError> {
        let current = self.session()?;
        let pool = &self.web.state.pool;
        let id = organization.into_uuid();
        if !account::is_member(pool, current.user, id)
            .await
            .map_err(database)?
        {
            return Err(PortalError::NotFound);
        }
        let secret = session::rotate(pool, current, Some(id))
            .await
            .map_err(database)?;
        self.set_session_cookie(&secret.ok_or(PortalError::SignedOut)?);
        Ok(())
    }

    async fn change_password(&self, current: &str, new: &str) -> Result<(), PortalError> {
        let session = self.session()?;
        let account = self.checked_account(current).await?;
        if normalized_password(current) == normalized_password(new) {
            return Err(PortalError::field(
                "new_password",
                FieldProblem::PasswordSame,
            ));
        }
        let known = self.caller.info.as_ref().ok_or(PortalError::SignedOut)?;
        let chosen = known.organization.iter().map(|own| own.name.as_str());
        let others = known.others.iter().map(|own| own.name.as_str());
        let own = [known.email.as_str(), known.user_name.as_str()];
        check_own_password(new, own.into_iter().chain(chosen).chain(others))
            .map_err(|error| PortalError::field("new_password", error))?;
        let hash = password::hash(new).await.map_err(|error| fault(&error))?;
        crate::account::command::password::change(
            &self.web.state,
            session,
            account.password_hash,
            hash,
        )
        .await?;
        let user = session.user;
        self.rotate().await?;
        self.note_done(user, SignInOutcome::PasswordChanged).await;
        Ok(())
    }

    async fn sign_ins(&self) -> Result<Vec<SignInAttempt>, PortalError> {
        trail::list(&self.web.state.pool, self.session()?.user)
            .await
            .map_err(database)
    }

    async fn sessions(&self) -> Result<Vec<OwnSession>, PortalError> {
        session::list(&self.web.state.pool, self.session()?)
            .await
            .map_err(database)
    }

    async fn end_session(&self, handle: &str) -> Result<(), PortalError> {
        let handle = Uuid::parse_str(handle).map_err(|_| PortalError::NotFound)?;
        let ended =
            session::end_by_handle(&self.web.state.pool, self.session()?.user, handle).await;
        if ended.map_err(database)? {
            Ok(())
        } else {
            Err(PortalError::NotFound)
        }
    }

    async fn end_other_sessions(&self) -> Result<(), PortalError> {
        session::end_others(&self.web.state.pool, self.session()?)
            .await
            .map_err(database)
    }

    async fn enter_code(&self, given: Given<'_>) -> Result<Option<u32>, PortalError> {
        self.sign_in_proved(given).await
    }

    async fn sign_in_ways(&self) -> Result<Ways, PortalError> {
        self.ways_to_sign_in().await
    }

    async fn ask_for_passkey(&self) -> Result<String, PortalError> {
        self.question_to_passkeys().await
    }

    async fn second_factor(&self) -> Result<SecondFactorState, PortalError> {
        self.own_second_factor().await
    }

    async fn begin_second_factor(&self) -> Result<(), PortalError> {
        self.set_up_begun().await
    }

    async fn confirm_second_factor(&self, code: &str, password: &str) -> Result<bool, PortalError> {
        self.set_up_confirmed(code, password).await
    }

    async fn ask_for_new_passkey(&self) -> Result<String, PortalError> {
        self.question_for_new_passkey().await
    }

    async fn add_passkey(
        &self,
        name: &str,
        passkey: &str,
        password: &str,
    ) -> Result<bool, PortalError> {
        self.passkey_added(name, passkey, password).await
    }

    async fn prove(&self, given: Given<'_>) -> Result<(), PortalError> {
        self.proved(given).await
    }

    async fn remove_factor(&self, factor: &str, given: Given<'_>) -> Result<(), PortalError> {
        self.factor_removed(factor, given).await
    }

    async fn renew_recovery_codes(&self, given: Given<'_>) -> Result<(), PortalError> {
        self.recovery_codes_renewed(given).await
    }

    async fn turn_off_second_factor(
        &self,
        given: Given<'_>,
        password: &str,
    ) -> Result<(), PortalError> {
        self.turned_off(given, password).await
    }

    fn take_recovery_codes(&self) -> Result<Option<Vec<String>>, PortalError> {
        self.recovery_codes_taken()
    }

    async fn demo_accounts(&self) -> Result<Vec<DemoAccount>, PortalError> {
        if !self.web.state.config.demo {
            return Ok(Vec::new());
        }
        account::demo_accounts(&self.web.state.pool)
            .await
            .map_err(database)
    }

    async fn set_language(&self, lang: Lang) -> Result<(), PortalError> {
        if let Some(current) = &self.caller.session {
            store::set_language(&self.web.state.pool, current.user, lang)
                .await
                .map_err(database)?;
        }
        set_cookie(self.web.cookies.keep(cookie::LANGUAGE, lang.tag()));
        Ok(())
    }

    fn set_theme(&self, theme: Theme) {
        set_cookie(self.web.cookies.keep(cookie::THEME, theme.code()));
    }
}

/// Signs in this user, who has proved their identity. A previous session in this browser ends.
pub(crate) async fn begin_session(
    state: &AppState,
    caller: &Caller,
    cookies: CookieNames,
    user: Uuid,
    proof: Proof<'_>,
) -> Result<(), PortalError> {
    let pool = &state.pool;
    let organization = account::only_organization(pool, user)
        .await
        .map_err(database)?;
    let secret = session::begin(pool, user, organization, &caller.meta.browser, proof)
        .await
        .map_err(database)?
        .ok_or(PortalError::SignedOut)?;
    if let Some(old) = &caller.session {
        session::end(pool, old).await.map_err(database)?;
    }
    account::note_sign_in(pool, user, state.clock.now())
        .await
        .map_err(database)?;
    let signed_in = SignInOutcome::SignedIn;
    trail::attempt(pool, user, signed_in, &caller.meta, state.clock.now())
        .await
        .map_err(database)?;
    set_cookie(cookies.set(cookies.session, &secret, None));
    // The session of the one before may have ended by itself.
    if !caller.kept_secrets.is_empty()
        && device::last_user(pool, caller.device.as_deref())
            .await
            .map_err(database)?
            != Some(user)
    {
        forget_kept(caller, cookies);
    }
    let device = device::remember(pool, user, caller.device.as_deref())
        .await
        .map_err(database)?;
    set_cookie(cookies.set(cookies.device, &device, Some(device::SECONDS)));
    forget_codes(pool, caller, cookies).await
}

/// The next user of this browser gets no link and no temporary password of the one before.
fn forget_kept(caller: &Caller, cookies: CookieNames) {
    for name in &caller.kept_secrets {
        set_cookie(cookies.set_strict(name, "", 0));
    }
}

/// Removes leftovers of this browser's previous user: a sign-in that waits for a code, and recovery codes not yet
/// shown.
async fn forget_codes(
    pool: &PgPool,
    caller: &Caller,
    cookies: CookieNames,
) -> Result<(), PortalError> {
    if let Some(waiting) = &caller.pending {
        pending::end(pool, waiting).await.map_err(database)?;
    }
    set_cookie(cookies.clear(cookies.pending));
    set_cookie(cookies.set_strict(cookies.recovery, "", 0));
    Ok(())
}

fn set_cookie(cookie: HeaderValue) {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.append_header(http::header::SET_COOKIE, cookie);
    }
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "the shape that `map_err` wants"
)]
fn database(error: sqlx::Error) -> PortalError {
    fault(&error)
}

//! The server's handling of the signed-in user: a trait of its own, so that [`crate::portal`] is about the domain only.

use async_trait::async_trait;
use tierline_core::ids::OrganizationId;

use crate::{
    account::model::{
        second_factor::{SecondFactorState, Ways},
        session::{DemoAccount, OwnSession},
        sign_in::SignInAttempt,
    },
    context::Theme,
    error::PortalError,
    i18n::Lang,
};

/// The state of a sign-in after the right password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignedIn {
    /// There is a session.
    Whole,
    /// There is none, and nothing is open until a code is entered.
    CodeNeeded,
}

/// The proof besides the password: one of the two is given, the other is empty.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    /// A code of the app or a recovery code, as the user has typed it.
    pub code: &'a str,
    /// The passkey's signed answer, as the browser writes it.
    pub passkey: &'a str,
}

impl<'a> Given<'a> {
    /// The fields of a form.
    #[must_use]
    pub fn new(code: &'a str, passkey: &'a str) -> Given<'a> {
        Given { code, passkey }
    }
}

/// Sessions and preferences of the caller. Made by the server for each request; carries the caller.
#[async_trait]
pub trait Identity: Send + Sync {
    /// Signs in with work account and password. An unknown account gets the same answer as a wrong password.
    async fn sign_in(&self, email: &str, password: &str) -> Result<SignedIn, PortalError>;
    /// The second step, for a user with a second factor. After a recovery code, returns how many are left. A code that
    /// was used already gets the same answer as a wrong one.
    async fn enter_code(&self, given: Given<'_>) -> Result<Option<u32>, PortalError>;
    /// The ways in which that step can be done, while a sign-in waits for it.
    async fn sign_in_ways(&self) -> Result<Ways, PortalError>;
    /// The question to ask the browser for a proof with a passkey, for a user who is signed in or has typed the
    /// password, as JSON.
    async fn ask_for_passkey(&self) -> Result<String, PortalError>;
    /// Demo only: signs in as one of [`Identity::demo_accounts`], without a password.
    async fn sign_in_as(&self, email: &str) -> Result<(), PortalError>;
    /// Ends the session. Nothing happens if there is none.
    async fn sign_out(&self) -> Result<(), PortalError>;
    /// From now on acts for another organization of the caller.
    async fn choose_organization(&self, organization: OrganizationId) -> Result<(), PortalError>;
    /// Changes the caller's password and ends every session but this one.
    async fn change_password(&self, current: &str, new: &str) -> Result<(), PortalError>;
    /// The caller's second factor.
    async fn second_factor(&self) -> Result<SecondFactorState, PortalError>;
    /// Makes a secret for an app and shows it to this session, until it is confirmed.
    async fn begin_second_factor(&self) -> Result<(), PortalError>;
    /// Adds the app. If it is the first factor, recovery codes are made and every session but this one ends; returns
    /// whether it is.
    async fn confirm_second_factor(&self, code: &str, password: &str) -> Result<bool, PortalError>;
    /// The question to ask the browser for a new passkey, as JSON.
    async fn ask_for_new_passkey(&self) -> Result<String, PortalError>;
    /// Adds the passkey from the browser's answer, under this name; the rest as for an app.
    async fn add_passkey(
        &self,
        name: &str,
        passkey: &str,
        password: &str,
    ) -> Result<bool, PortalError>;
    /// Proves again that the caller is the user: for a while, a factor can be added to those the user has.
    async fn prove(&self, given: Given<'_>) -> Result<(), PortalError>;
    /// Removes one of several factors.
    async fn remove_factor(&self, factor: &str, given: Given<'_>) -> Result<(), PortalError>;
    /// Makes new recovery codes in place of the old ones.
    async fn renew_recovery_codes(&self, given: Given<'_>) -> Result<(), PortalError>;
    /// Turns the second factor off.
    async fn turn_off_second_factor(
        &self,
        given: Given<'_>,
        password: &str,
    ) -> Result<(), PortalError>;
    /// The recovery codes that were just made: once, in the browser that asked, then never again.
    fn take_recovery_codes(&self) -> Result<Option<Vec<String>>, PortalError>;
    /// The caller's sessions, the latest first.
    async fn sessions(&self) -> Result<Vec<OwnSession>, PortalError>;
    /// The latest attempts to sign in to the caller's account, the latest first.
    async fn sign_ins(&self) -> Result<Vec<SignInAttempt>, PortalError>;
    /// Ends one of the caller's sessions.
    async fn end_session(&self, handle: &str) -> Result<(), PortalError>;
    /// Ends every session of the caller but this one.
    async fn end_other_sessions(&self) -> Result<(), PortalError>;
    /// Demo only: the users that the sign-in page offers. Empty otherwise.
    async fn demo_accounts(&self) -> Result<Vec<DemoAccount>, PortalError>;
    /// Keeps the language: in the browser, and for a signed-in user also in the account.
    async fn set_language(&self, lang: Lang) -> Result<(), PortalError>;
    /// Keeps the theme in the browser.
    fn set_theme(&self, theme: Theme);
}

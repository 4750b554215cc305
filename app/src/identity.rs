//! What the server does about who is signed in: a trait of its own, so that [`crate::portal`] is about the domain only.

use async_trait::async_trait;
use tierline_core::ids::OrganisationId;

use crate::{
    context::Theme,
    error::PortalError,
    i18n::Lang,
    model::session::{DemoAccount, OwnSession},
};

/// Sessions and preferences of whoever made the request. Made by the server for each request; carries the caller.
#[async_trait]
pub trait Identity: Send + Sync {
    /// Signs in with work account and password. The answer for an unknown account is that for a wrong password.
    async fn sign_in(&self, email: &str, password: &str) -> Result<(), PortalError>;
    /// Demo only: signs in as one of [`Identity::demo_accounts`], without a password.
    async fn sign_in_as(&self, email: &str) -> Result<(), PortalError>;
    /// Ends the session. Nothing happens if there is none.
    async fn sign_out(&self) -> Result<(), PortalError>;
    /// Acts for another organisation of the caller from now on.
    async fn choose_organisation(&self, organisation: OrganisationId) -> Result<(), PortalError>;
    /// Changes the caller's password and ends every session but this one.
    async fn change_password(&self, current: &str, new: &str) -> Result<(), PortalError>;
    /// The caller's sessions, the latest first.
    async fn sessions(&self) -> Result<Vec<OwnSession>, PortalError>;
    /// Ends one of the caller's sessions.
    async fn end_session(&self, handle: &str) -> Result<(), PortalError>;
    /// Ends every session of the caller but this one.
    async fn end_other_sessions(&self) -> Result<(), PortalError>;
    /// Demo only: the users that the sign-in page offers. Empty otherwise.
    async fn demo_accounts(&self) -> Result<Vec<DemoAccount>, PortalError>;
    /// Keeps the language: in the browser, and for a signed-in user in the account.
    async fn set_language(&self, lang: Lang) -> Result<(), PortalError>;
    /// Keeps the theme in the browser.
    fn set_theme(&self, theme: Theme);
}

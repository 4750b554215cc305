//! Enrollments, as pages request them.

use async_trait::async_trait;
use tierline_core::{
    enrollment::{Command, Statements},
    ids::RequestId,
};

use crate::{
    enrollment::model::{ConfirmationPage, EnrollmentPage},
    error::PortalResult,
    form::mark::Mark,
    portal::SignUp,
};

/// Enrollments, as pages request them.
#[async_trait]
pub trait EnrollmentPortal: Send + Sync {
    /// The enrollment of the own organization.
    async fn enrollment(&self) -> PortalResult<EnrollmentPage>;
    /// Makes a company's tenant and its first global admin, who is then signed in, and begins its enrollment.
    async fn sign_up_to_enroll(&self, sign_up: SignUp, request: RequestId) -> PortalResult<()>;
    /// Begins the enrollment of a partner that is in the program already.
    async fn begin_enrollment(&self, request: RequestId) -> PortalResult<()>;
    /// A command of the applicant. A mark that is not that of the stored entries stops it.
    async fn enroll(
        &self,
        command: Command,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Mails the primary contact again.
    async fn resend_confirmation(&self, request: RequestId) -> PortalResult<()>;
    /// The page of a primary contact's link, for anyone who has it.
    async fn confirmation(&self, token: &str) -> PortalResult<ConfirmationPage>;
    /// The primary contact's answer: the confirmed statements, or that it did not sign up.
    async fn answer_confirmation(
        &self,
        token: &str,
        statements: Option<Statements>,
        request: RequestId,
    ) -> PortalResult<()>;
}

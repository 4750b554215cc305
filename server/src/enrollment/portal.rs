//! Enrollments for pages.

use async_trait::async_trait;
use tierline_app::{
    enrollment::model::{ConfirmationPage, EnrollmentPage},
    form::mark::Mark,
    portal::{EnrollmentPortal, PortalResult, SignUp},
};
use tierline_core::{
    enrollment::{Command, Statements},
    ids::RequestId,
};

use crate::{
    account::{identity::begin_session, session::Proof},
    enrollment::{
        command::{
            AnswerConfirmation, BeginEnrollment, Enroll, ResendConfirmation, sign_up_to_enroll,
        },
        query,
    },
    invitation::TokenHash,
    pipeline::{self, Principal},
    web::RequestPortal,
};

#[async_trait]
impl EnrollmentPortal for RequestPortal {
    async fn enrollment(&self) -> PortalResult<EnrollmentPage> {
        query::enrollment(&mut self.read().await?).await
    }

    async fn sign_up_to_enroll(&self, sign_up: SignUp, request: RequestId) -> PortalResult<()> {
        // Only the request that made the account is signed in; a repeated one has to sign in with the password.
        match sign_up_to_enroll(&self.call(), sign_up, request).await? {
            Some(user) => {
                let names = self.cookies.names();
                let user = user.into_uuid();
                begin_session(&self.state, &self.caller, names, user, Proof::Nothing).await
            }
            None => Ok(()),
        }
    }

    async fn begin_enrollment(&self, request: RequestId) -> PortalResult<()> {
        self.call().run(request, &BeginEnrollment).await
    }

    async fn enroll(
        &self,
        command: Command,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()> {
        let enroll = Enroll {
            command,
            filled_with,
        };
        self.call().run(request, &enroll).await
    }

    async fn resend_confirmation(&self, request: RequestId) -> PortalResult<()> {
        self.call().run(request, &ResendConfirmation).await
    }

    async fn confirmation(&self, token: &str) -> PortalResult<ConfirmationPage> {
        query::confirmation(&mut self.read().await?, token).await
    }

    async fn answer_confirmation(
        &self,
        token: &str,
        statements: Option<Statements>,
        request: RequestId,
    ) -> PortalResult<()> {
        let answer = AnswerConfirmation {
            link: TokenHash::of(token),
            statements,
        };
        pipeline::run(&self.state, Principal::Anyone, Some(request), &answer).await
    }
}

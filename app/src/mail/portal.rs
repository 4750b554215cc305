//! Mails, as pages request them.

use async_trait::async_trait;
use tierline_core::ids::RequestId;
use uuid::Uuid;

use crate::{error::PortalResult, mail::model::Mail};

/// Mails, as pages request them.
#[async_trait]
pub trait MailPortal: Send + Sync {
    /// Demo only: one mail.
    async fn mail(&self, id: Uuid) -> PortalResult<Mail>;
    /// Operator: tries such a mail again.
    async fn resend_mail(&self, id: Uuid, request: RequestId) -> PortalResult<()>;
}

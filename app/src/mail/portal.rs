//! Mails, as pages request them.

use async_trait::async_trait;
use tierline_core::ids::RequestId;
use uuid::Uuid;

use crate::{
    list::model::{ListQuery, Page},
    mail::model::{Mail, MailRow},
    portal::PortalResult,
};

/// Mails, as pages request them.
#[async_trait]
pub trait MailPortal: Send + Sync {
    /// Demo only: every mail, the newest first; `query.search` searches recipient and subject.
    async fn mailbox(&self, query: ListQuery) -> PortalResult<Page<MailRow>>;
    /// Demo only: one mail.
    async fn mail(&self, id: Uuid) -> PortalResult<Mail>;
    /// Operator: mails that could not be delivered.
    async fn dead_mails(&self, query: ListQuery) -> PortalResult<Page<MailRow>>;
    /// Operator: tries such a mail again.
    async fn resend_mail(&self, id: Uuid, request: RequestId) -> PortalResult<()>;
}

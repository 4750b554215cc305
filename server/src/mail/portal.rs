//! Mails for pages.

use crate::{
    mail::{command::Resend, query},
    web::RequestPortal,
};
use async_trait::async_trait;
use tierline_app::{
    list::model::{ListQuery, Page},
    mail::model::{Mail, MailRow},
    portal::{MailPortal, PortalResult},
};
use tierline_core::ids::RequestId;
use uuid::Uuid;

#[async_trait]
impl MailPortal for RequestPortal {
    async fn mailbox(&self, query: ListQuery) -> PortalResult<Page<MailRow>> {
        query::mailbox(&mut self.read().await?, query).await
    }

    async fn mail(&self, id: Uuid) -> PortalResult<Mail> {
        query::mail(&mut self.read().await?, id).await
    }

    async fn dead_mails(&self, query: ListQuery) -> PortalResult<Page<MailRow>> {
        query::dead_mails(&mut self.read().await?, query).await
    }

    async fn resend_mail(&self, id: Uuid, request: RequestId) -> PortalResult<()> {
        self.call().run(request, &Resend { id }).await
    }
}

//! Mails for pages.

use crate::{
    mail::{command::Resend, query},
    web::RequestPortal,
};
use async_trait::async_trait;
use tierline_app::{
    mail::model::Mail,
    portal::{MailPortal, PortalResult},
};
use tierline_core::ids::RequestId;
use uuid::Uuid;

#[async_trait]
impl MailPortal for RequestPortal {
    async fn mail(&self, id: Uuid) -> PortalResult<Mail> {
        query::mail(&mut self.read().await?, id).await
    }

    async fn resend_mail(&self, id: Uuid, request: RequestId) -> PortalResult<()> {
        self.call().run(request, &Resend { id }).await
    }
}

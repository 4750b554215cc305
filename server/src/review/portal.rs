//! The operator's cases, for a browser's request.

use async_trait::async_trait;
use tierline_app::{
    form::mark::Mark,
    portal::{PortalResult, ReviewPortal},
    review::model::{AlikePage, CasePage, DecisionPage},
};
use tierline_core::{
    ids::{EnrollmentId, RequestId},
    review::{Command, Ruling},
};

use super::{command::ChangeCase, query};
use crate::web::RequestPortal;

#[async_trait]
impl ReviewPortal for RequestPortal {
    async fn case(&self, id: EnrollmentId) -> PortalResult<CasePage> {
        query::case(&mut self.read().await?, id).await
    }

    async fn alike(
        &self,
        id: EnrollmentId,
        before: Option<EnrollmentId>,
    ) -> PortalResult<AlikePage> {
        query::alike(&mut self.read().await?, id, before).await
    }

    async fn decision(&self, id: EnrollmentId, ruling: Ruling) -> PortalResult<DecisionPage> {
        query::decision(&mut self.read().await?, id, &ruling).await
    }

    async fn change_case(
        &self,
        id: EnrollmentId,
        command: Command,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<bool> {
        let call = self.call();
        let change = ChangeCase {
            enrollment: id,
            command,
            filled_with,
            language: call.language,
        };
        call.run(request, &change).await
    }
}

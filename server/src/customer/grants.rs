//! A customer's own page: the partners that can act for it.

use crate::{
    customer::{command::End, query},
    relationship::command::{AnswerRenewal, Change, ChangeTenantOwner, SetDates, ask_many},
    web::RequestPortal,
};
use async_trait::async_trait;
use tierline_app::{
    form::mark::Mark,
    list::model::ListQuery,
    portal::{ChosenCustomers, PortalResult, RelationshipPortal},
    relationship::model::{DatesPage, EndDates, EndingPage, GrantsPage},
};
use tierline_core::{
    ids::{RelationshipId, RequestId},
    relationship::{AskToRenew, Command, DateCommand, Grant, TenantOwnerChange},
    text::Reason,
};

#[async_trait]
impl RelationshipPortal for RequestPortal {
    async fn grants(&self, query: ListQuery) -> PortalResult<GrantsPage> {
        query::grants(&mut self.read().await?, query).await
    }

    async fn ending(&self, id: RelationshipId, grant: Option<Grant>) -> PortalResult<EndingPage> {
        query::ending(&mut self.read().await?, id, grant).await
    }

    async fn end_dates(&self, id: RelationshipId) -> PortalResult<DatesPage> {
        query::end_dates(&mut self.read().await?, id).await
    }

    async fn set_end_dates(
        &self,
        id: RelationshipId,
        dates: EndDates,
        filled_with: Option<Mark>,
        request: RequestId,
    ) -> PortalResult<()> {
        let set = SetDates {
            id,
            dates,
            filled_with,
        };
        self.call().run(request, &End(set)).await
    }

    async fn answer_renewal(
        &self,
        id: RelationshipId,
        answer: DateCommand,
        request: RequestId,
    ) -> PortalResult<()> {
        self.call()
            .run(request, &End(AnswerRenewal { id, answer }))
            .await
    }

    async fn ask_to_renew(
        &self,
        chosen: ChosenCustomers,
        asking: AskToRenew,
        request: RequestId,
    ) -> PortalResult<()> {
        ask_many(&self.call(), chosen, asking, request).await
    }

    async fn change_relationship(
        &self,
        id: RelationshipId,
        command: Command,
        text: Option<Reason>,
        request: RequestId,
    ) -> PortalResult<()> {
        self.call()
            .run(
                request,
                &End(Change {
                    id,
                    what: command,
                    text,
                }),
            )
            .await
    }

    async fn change_tenant_owner(
        &self,
        id: RelationshipId,
        change: TenantOwnerChange,
        request: RequestId,
    ) -> PortalResult<()> {
        let change = ChangeTenantOwner { id, change };
        self.call().run(request, &End(change)).await
    }
}

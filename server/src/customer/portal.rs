//! Customers and their creation, for pages.

use crate::{
    account::{identity::begin_session, session::Proof},
    customer::{
        command::{self, Cancel, Save, setup, sign_up},
        query,
    },
    web::RequestPortal,
};
use async_trait::async_trait;
use tierline_app::{
    customer::model::{
        CustomerDraftPage, CustomerPage, CustomersPage, NewSubscriptionPage, SetupInfo,
    },
    form::mark::Mark,
    list::model::{ListQuery, Page},
    partnership::model::Finding,
    portal::{CustomerPortal, DraftChange, DraftCheck, PortalResult, SignUp},
    subscription::model::SubscriptionRow,
};
use tierline_core::ids::{CustomerDraftId, OrganizationId, RequestId, SkuId};

#[async_trait]
impl CustomerPortal for RequestPortal {
    async fn sign_up(&self, token: &str, sign_up: SignUp, request: RequestId) -> PortalResult<()> {
        // Only the request that made the account is signed in; a repeated one has to sign in with the password.
        match sign_up::sign_up(&self.call(), token, sign_up, request).await? {
            Some(user) => {
                begin_session(
                    &self.state,
                    &self.caller,
                    self.cookies.names(),
                    user.into_uuid(),
                    Proof::Nothing,
                )
                .await
            }
            None => Ok(()),
        }
    }

    fn domain_suffix(&self) -> String {
        format!(".{}", self.state.config.tenant_domain)
    }

    async fn customers(&self, query: ListQuery) -> PortalResult<CustomersPage> {
        query::customers(&mut self.read().await?, query).await
    }

    async fn customer(&self, id: OrganizationId) -> PortalResult<CustomerPage> {
        query::customer(&mut self.read().await?, id).await
    }

    async fn new_subscription(
        &self,
        customer: OrganizationId,
        query: ListQuery,
        chosen: Vec<(SkuId, String)>,
        resellers: Finding,
    ) -> PortalResult<NewSubscriptionPage> {
        let read = &mut self.read().await?;
        query::new_subscription(read, customer, query, chosen, resellers).await
    }

    async fn subscriptions(
        &self,
        customer: OrganizationId,
        cursor: String,
    ) -> PortalResult<Page<SubscriptionRow>> {
        query::subscriptions(&mut self.read().await?, customer, cursor).await
    }

    async fn renew_setup_password(
        &self,
        customer: OrganizationId,
        request: RequestId,
    ) -> PortalResult<()> {
        // A repeated request has made no new password: there is nothing to show.
        if let Some(password) = setup::renew(&self.call(), customer, request).await? {
            self.cookies.keep_setup(customer, &password);
        }
        Ok(())
    }

    async fn customer_draft(
        &self,
        id: CustomerDraftId,
        resellers: Finding,
    ) -> PortalResult<CustomerDraftPage> {
        query::draft::customer_draft(&mut self.read().await?, id, resellers).await
    }

    async fn save_customer_draft(
        &self,
        id: CustomerDraftId,
        change: DraftChange,
        check: DraftCheck,
    ) -> PortalResult<()> {
        self.call().run(None, &Save { id, change, check }).await
    }

    async fn cancel_customer_draft(&self, id: CustomerDraftId) -> PortalResult<()> {
        self.call().run(None, &Cancel { id }).await
    }

    async fn submit_customer_draft(
        &self,
        id: CustomerDraftId,
        reviewed: Option<Mark>,
    ) -> PortalResult<OrganizationId> {
        let (customer, password) = command::submit_draft(&self.call(), id, reviewed).await?;
        if let Some(password) = password {
            self.cookies.keep_setup(customer, &password);
        }
        Ok(customer)
    }

    async fn setup_info(&self, customer: OrganizationId) -> PortalResult<Option<SetupInfo>> {
        let user_name = query::setup_user_name(&mut self.read().await?, customer).await?;
        let info = user_name.and_then(|user_name| {
            let temporary_password = self.cookies.take_setup(customer)?;
            Some(SetupInfo {
                user_name,
                temporary_password,
            })
        });
        Ok(info)
    }
}

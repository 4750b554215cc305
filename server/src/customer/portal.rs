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
    catalog::model::TypedLine,
    customer::model::{
        CustomerDraftPage, CustomerPage, NewSubscriptionPage, PlacingPage, SetupInfo,
    },
    error::{FieldError, FieldProblem, PortalError},
    form::mark::Mark,
    list::model::{ListQuery, Page},
    partnership::model::Finding,
    portal::{ChosenCustomers, CustomerPortal, DraftChange, DraftCheck, PortalResult, SignUp},
    subscription::model::SubscriptionRow,
};
use tierline_core::{
    Refusal,
    group::Placing,
    ids::{CustomerDraftId, CustomerGroupId, OrganizationId, PlacingId, RequestId},
    organization,
};

#[async_trait]
impl CustomerPortal for RequestPortal {
    async fn sign_up(&self, token: &str, sign_up: SignUp, request: RequestId) -> PortalResult<()> {
        // Only the request that made the account is signed in; a repeated one has to sign in with the password.
        let signed_up = sign_up::sign_up(&self.call(), token, sign_up, request).await;
        match signed_up.map_err(at_its_field)? {
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

    async fn place_customers(
        &self,
        chosen: ChosenCustomers,
        group: CustomerGroupId,
        placing: Placing,
        request: RequestId,
    ) -> PortalResult<PlacingId> {
        command::place_customers(&self.call(), chosen, (group, placing), request).await
    }

    async fn undo_placing(&self, id: PlacingId, request: RequestId) -> PortalResult<PlacingId> {
        command::undo_placing(&self.call(), id, request).await
    }

    async fn placing(&self, id: PlacingId) -> PortalResult<PlacingPage> {
        query::placing(&mut self.read().await?, id).await
    }

    fn domain_suffix(&self) -> String {
        format!(".{}", self.state.config.tenant_domain)
    }

    async fn customer(&self, id: OrganizationId) -> PortalResult<CustomerPage> {
        query::customer(&mut self.read().await?, id).await
    }

    async fn new_subscription(
        &self,
        customer: OrganizationId,
        query: ListQuery,
        chosen: Vec<TypedLine>,
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

/// What is wrong with a sign-up belongs at its field, in words for whoever makes its own tenant: those for a partner
/// would say what only a partner can do.
fn at_its_field(error: PortalError) -> PortalError {
    match error {
        PortalError::Refused(refusal) => match *refusal {
            Refusal::Organization(organization::Refusal::RegionMismatch { .. }) => {
                PortalError::field("country", FieldProblem::OtherRegion)
            }
            Refusal::Organization(organization::Refusal::DomainTaken { .. }) => {
                PortalError::field("domain", FieldProblem::OwnDomainTaken)
            }
            other => other.into(),
        },
        PortalError::Invalid(fields) => {
            let own = |mut field: FieldError| {
                if field.problem == FieldProblem::DomainTaken {
                    field.problem = FieldProblem::OwnDomainTaken;
                }
                field
            };
            PortalError::Invalid(fields.into_iter().map(own).collect())
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use tierline_core::testing;

    use super::*;

    #[test]
    fn a_sign_up_is_refused_at_the_field_in_the_customers_own_words() {
        for (code, field, problem) in [
            ("region_mismatch", "country", FieldProblem::OtherRegion),
            ("domain_taken", "domain", FieldProblem::OwnDomainTaken),
        ] {
            let refusal = testing::refusals()
                .into_iter()
                .find(|refusal| refusal.code() == code)
                .unwrap();
            let told = at_its_field(refusal.into());
            assert_eq!(told, PortalError::field(field, problem));
        }
        let taken = PortalError::field("domain", FieldProblem::DomainTaken);
        let own = PortalError::field("domain", FieldProblem::OwnDomainTaken);
        assert_eq!(at_its_field(taken), own);
        assert_eq!(at_its_field(PortalError::NotFound), PortalError::NotFound);
    }
}

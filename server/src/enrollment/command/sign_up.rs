//! **Create one**: a company makes its tenant with its first global admin, and begins to enroll.

use serde::Serialize;
use tierline_app::portal::{PortalResult, SignUp};
use tierline_core::{
    enrollment::{Enrollment, SignedUp, sign_up},
    ids::{RequestId, UserId},
};

use crate::{
    customer::{NewTenant, TenantFacts, TenantMade, beside_its_field},
    pipeline::{self, Call, Command, CommandResult, Context, Principal, Unit, object::Beginning},
};

/// Creates the tenant, its first global admin and its enrollment, and returns the admin to the first request.
pub(crate) async fn sign_up_to_enroll(
    call: &Call,
    new: SignUp,
    request: RequestId,
) -> PortalResult<Option<UserId>> {
    let mut create = SignUpToEnroll(NewTenant::typed(call, &new)?);
    let (state, request) = (&call.state, Some(request));
    pipeline::rehearse(state, Principal::Anyone, request, &create).await?;
    create.0.hash(&new.password).await?;
    let made = pipeline::run(state, Principal::Anyone, request, &create).await?;
    Ok(made.first)
}

#[derive(Debug, Serialize)]
struct SignUpToEnroll(NewTenant);

impl Command for SignUpToEnroll {
    const NAME: &'static str = "sign_up_to_enroll";
    type Facts = TenantFacts;
    type Decision = SignedUp;
    type Outcome = TenantMade;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<TenantFacts> {
        self.0.facts(unit).await
    }

    fn decide(&self, facts: &TenantFacts, context: &Context) -> CommandResult<SignedUp> {
        let new = self.0.with_ids(facts);
        sign_up(facts.taken, &new, context.now).map_err(beside_its_field)
    }

    async fn apply(
        &self,
        facts: TenantFacts,
        signed_up: SignedUp,
        unit: &mut Unit<'_>,
    ) -> CommandResult<TenantMade> {
        let first = (signed_up.event, signed_up.admin);
        let made = self.0.create(&facts, first, unit).await?;
        let beginning = Beginning::of(unit.new_id(), signed_up.enrollment, ());
        unit.create::<Enrollment>(beginning).await?;
        Ok(made)
    }
}

//! **Setup info**: a new customer's temporary password. It is shown once, in the browser that requested it; only its
//! hash is stored, and it has to be changed at the first sign-in.

use serde::{Deserialize, Serialize};
use tierline_app::portal::PortalResult;
use tierline_core::{
    access::Action,
    account::Event,
    customer,
    ids::{OrganizationId, RequestId, UserId},
};

use crate::{
    account,
    customer::setup::Setup,
    fault::fault,
    pipeline::{Call, Command, CommandError, CommandResult, Context, Unit},
    store::Hold,
};

/// A new temporary password, for when the first was lost before anybody used it.
pub(crate) async fn renew(
    call: &Call,
    customer: OrganizationId,
    request: RequestId,
) -> PortalResult<Option<String>> {
    let password = account::temporary_password();
    let mut renew = Renew {
        customer,
        hash: String::new(),
    };
    call.rehearse(request, &renew).await?;
    renew.hash = account::hash(&password)
        .await
        .map_err(|error| fault(&error))?;
    let renewed = call.run(request, &renew).await?;
    // A repeated request has made no new password: there is nothing to show.
    Ok(renewed.first.then_some(password))
}

#[derive(Debug, Serialize)]
struct Renew {
    customer: OrganizationId,
    #[serde(skip)]
    hash: String,
}

/// That it was done; `first` by the request that did it.
#[derive(Deserialize, Serialize)]
struct Renewed {
    #[serde(skip)]
    first: bool,
}

impl Command for Renew {
    const NAME: &'static str = "renew_setup_password";
    type Facts = Setup;
    type Decision = (UserId, Event);
    type Outcome = Renewed;

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ManageUsers, Action::CreateCustomer]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Setup> {
        let own = unit.context.actor()?.organization;
        Setup::load(
            unit.db,
            own,
            self.customer,
            (unit.context.now, Hold::Locked),
        )
        .await
    }

    fn decide(&self, facts: &Setup, context: &Context) -> CommandResult<Self::Decision> {
        let actor = context.actor()?;
        Ok(facts.ask(|about| customer::renew_setup(about, &actor, context.now))?)
    }

    async fn apply(
        &self,
        _: Setup,
        (admin, event): Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Renewed> {
        let mut account = crate::account::store::lock(unit.db, admin)
            .await?
            .ok_or(CommandError::Inconsistent("a setup of no account"))?;
        let now = unit.now();
        crate::account::store::set_temporary_password(unit.db, admin, &self.hash, now).await?;
        unit.apply_events(&mut account.stored, &[event]).await?;
        Ok(Renewed { first: true })
    }
}

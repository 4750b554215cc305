use serde::Serialize;
use tierline_core::{
    organization::{self, Completion, Event, Organization},
    text::{AgreementVersion, Domain, MpnId},
};

use crate::{
    cli::Done,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::Stored,
};

/// Sets the MPN ID and the signed agreement of an existing partner.
#[derive(Debug, Serialize)]
pub(crate) struct CompleteOrganization {
    pub tenant: Domain,
    pub mpn: Option<MpnId>,
    pub agreement: Option<AgreementVersion>,
}

impl Command for CompleteOrganization {
    const NAME: &'static str = "complete_organization";
    type Facts = (Option<Stored<Organization>>, bool);
    type Decision = Done<Event>;
    type Outcome = Done<Organization>;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let organization =
            crate::organization::store::lock_of_domain(unit.db, &self.tenant).await?;
        let own = organization.as_ref().and_then(|it| it.value.mpn.as_ref());
        let mpn_taken = match &self.mpn {
            Some(mpn) if own != Some(mpn) => {
                crate::organization::store::is_mpn_taken(unit.db, mpn).await?
            }
            _ => false,
        };
        Ok((organization, mpn_taken))
    }

    fn decide(
        &self,
        (organization, mpn_taken): &Self::Facts,
        context: &Context,
    ) -> CommandResult<Self::Decision> {
        let new = Completion {
            tenant: self.tenant.clone(),
            mpn: self.mpn.clone(),
            agreement: self.agreement.clone(),
            reason: None,
        };
        let organization = organization.as_ref().map(|stored| &stored.value);
        let decided = organization::complete(
            context.operating(),
            organization,
            *mpn_taken,
            &new,
            context.now,
        );
        Ok(decided.map(|(_, event)| event))
    }

    async fn apply(
        &self,
        (organization, _): Self::Facts,
        decision: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<Self::Outcome> {
        let event = match decision {
            Ok(event) => event,
            Err(problems) => return Ok(Err(problems)),
        };
        let mut organization =
            organization.ok_or(CommandError::Inconsistent("no organization was completed"))?;
        unit.apply_events(&mut organization, &[event]).await?;
        Ok(Ok(organization.value))
    }
}

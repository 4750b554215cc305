use serde::Serialize;
use tierline_core::{
    customer, event,
    organisation::{self, Completion, Organisation},
    text::{AgreementVersion, Domain, MpnId},
};

use super::Done;
use crate::{
    pipeline::{Command, Context, Step, Unit},
    store,
};

/// MPN ID and signed agreement of a partner that is there already.
#[derive(Debug, Serialize)]
pub(crate) struct CompleteOrganisation {
    pub tenant: Domain,
    pub mpn: Option<MpnId>,
    pub agreement: Option<AgreementVersion>,
}

impl Command for CompleteOrganisation {
    const NAME: &'static str = "complete_organisation";
    type Facts = (Option<Organisation>, bool);
    type Decision = Done<(Organisation, customer::Event)>;
    type Outcome = Done<Organisation>;

    async fn facts(&self, unit: &mut Unit<'_>) -> Step<Self::Facts> {
        let organisation = store::organisation::lock_of_domain(unit.db, &self.tenant).await?;
        let own = organisation.as_ref().and_then(|it| it.mpn.as_ref());
        let mpn_taken = match &self.mpn {
            Some(mpn) if own != Some(mpn) => {
                store::organisation::is_mpn_taken(unit.db, mpn).await?
            }
            _ => false,
        };
        Ok((organisation, mpn_taken))
    }

    fn decide(
        &self,
        (organisation, mpn_taken): &Self::Facts,
        context: &Context,
    ) -> Step<Self::Decision> {
        let new = Completion {
            tenant: self.tenant.clone(),
            mpn: self.mpn.clone(),
            agreement: self.agreement.clone(),
        };
        let organisation = organisation.as_ref();
        Ok(organisation::complete(
            organisation,
            *mpn_taken,
            &new,
            context.now,
        ))
    }

    async fn apply(
        &self,
        _: Self::Facts,
        decision: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> Step<Self::Outcome> {
        let (organisation, event) = match decision {
            Ok(decided) => decided,
            Err(problems) => return Ok(Err(problems)),
        };
        store::organisation::complete(unit.db, &organisation).await?;
        let id = organisation.id;
        unit.record([event::Event::Organisation { id, event }], [id])
            .await?;
        Ok(Ok(organisation))
    }
}

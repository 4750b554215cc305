use serde::Serialize;
use tierline_core::{
    access::Action,
    enrollment::{Decided, ResendFacts, resend_confirmation},
};

use super::happen;
use crate::{
    enrollment::facts::Applicant,
    pipeline::{Command, CommandResult, Context, Unit},
    settings::Settings,
    store::Hold,
};

/// Mails the primary contact again, with another link.
#[derive(Debug, Serialize)]
pub(crate) struct ResendConfirmation;

impl Command for ResendConfirmation {
    const NAME: &'static str = "resend_confirmation";
    type Facts = (Applicant, Settings);
    type Decision = Decided;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::Enroll]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let own = unit.context.actor()?.organization;
        let applicant = Applicant::load(unit.db, own, Hold::Locked).await?;
        Ok((applicant, unit.settings().await?))
    }

    fn decide(
        &self,
        (applicant, settings): &Self::Facts,
        context: &Context,
    ) -> CommandResult<Decided> {
        let facts = ResendFacts {
            enrollment: applicant.enrollment()?,
            organization: &applicant.organization.value,
            settings,
        };
        Ok(resend_confirmation(facts, &context.actor()?, context.now)?)
    }

    async fn apply(
        &self,
        (mut applicant, _): Self::Facts,
        decided: Decided,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        happen(unit, &mut applicant, decided).await
    }
}

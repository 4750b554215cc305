use serde::Serialize;
use tierline_core::{enrollment::Decided, ids::EnrollmentId};

use super::happen;
use crate::{
    enrollment::{facts::Applicant, store},
    pipeline::{Command, CommandResult, Context, Unit},
    store::Hold,
};

/// Records that a partner is suspended, having been rejected for too long. The outcome says whether it was.
#[derive(Debug, Serialize)]
pub(crate) struct LapseEnrollment {
    pub id: EnrollmentId,
}

impl Command for LapseEnrollment {
    const NAME: &'static str = "lapse_enrollment";
    type Facts = Option<Applicant>;
    type Decision = Option<Decided>;
    type Outcome = bool;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let Some(organization) = store::organization_of(unit.db, self.id).await? else {
            return Ok(None);
        };
        let applicant = Applicant::load(unit.db, organization, Hold::Locked).await?;
        Ok(Some(applicant))
    }

    fn decide(&self, applicant: &Self::Facts, context: &Context) -> CommandResult<Self::Decision> {
        let Some(applicant) = applicant else {
            return Ok(None);
        };
        let organization = &applicant.organization.value;
        Ok(applicant.enrollment()?.lapse(organization, context.now))
    }

    async fn apply(
        &self,
        applicant: Self::Facts,
        decided: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<bool> {
        let (Some(mut applicant), Some(decided)) = (applicant, decided) else {
            return Ok(false);
        };
        happen(unit, &mut applicant, decided).await?;
        Ok(true)
    }
}

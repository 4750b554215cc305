use serde::Serialize;
use tierline_core::{
    access::{self, Action},
    enrollment::{CheckKind, Decided, ReviewFacts, Verdict, review},
    ids::{EnrollmentId, OrganizationId},
    organization::Organization,
};

use super::happen;
use crate::{
    account::store as accounts,
    enrollment::{facts::Applicant, store},
    organization::store as organizations,
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    store::Hold,
};

/// The operator decides a check. With `seen` it decides about that version of the enrollment and no other.
#[derive(Debug, Serialize)]
pub(crate) struct ReviewCheck {
    pub enrollment: EnrollmentId,
    pub check: CheckKind,
    pub verdict: Verdict,
    pub seen: Option<i64>,
}

#[derive(Debug)]
pub(crate) struct Facts {
    operator: Organization,
    applicant: Applicant,
    belongs_to_it: bool,
}

impl Command for ReviewCheck {
    const NAME: &'static str = "review_check";
    type Facts = Facts;
    type Decision = Decided;
    type Outcome = ();

    fn asks_for(&self) -> &'static [Action] {
        &[Action::ReviewEnrollments]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Facts> {
        let actor = unit.context.actor()?;
        let own = actor.organization;
        // Nobody else learns from the answer whether there is such an enrollment, or holds its rows.
        let known = organizations::these(unit.db, [own], (unit.context.now, Hold::Free)).await?;
        access::authorize_on_program(known.get(own)?, &actor, Action::ReviewEnrollments)?;
        let applying = store::organization_of(unit.db, self.enrollment)
            .await?
            .ok_or(CommandError::NotFound)?;
        // In the order of ids, as every change locks organizations.
        let (operator, applicant) = if own < applying {
            let operator = operator(unit, own).await?;
            (
                operator,
                Applicant::load(unit.db, applying, Hold::Locked).await?,
            )
        } else {
            let applicant = Applicant::load(unit.db, applying, Hold::Locked).await?;
            (operator(unit, own).await?, applicant)
        };
        let place = accounts::place(unit.db, actor.user, applying, false).await?;
        Ok(Facts {
            operator,
            applicant,
            belongs_to_it: place.is_some(),
        })
    }

    fn decide(&self, facts: &Facts, context: &Context) -> CommandResult<Decided> {
        let review_facts = ReviewFacts {
            operator: &facts.operator,
            enrollment: facts.applicant.enrollment()?,
            organization: &facts.applicant.organization.value,
            belongs_to_it: facts.belongs_to_it,
        };
        let actor = context.actor()?;
        let decided = review(review_facts, self.check, &self.verdict, &actor, context.now)?;
        let version = facts.applicant.enrollment.as_ref().map(|it| it.version);
        if self.seen.is_some() && self.seen != version {
            return Err(CommandError::Conflict);
        }
        Ok(decided)
    }

    async fn apply(
        &self,
        mut facts: Facts,
        decided: Decided,
        unit: &mut Unit<'_>,
    ) -> CommandResult<()> {
        happen(unit, &mut facts.applicant, decided).await
    }
}

async fn operator(unit: &mut Unit<'_>, id: OrganizationId) -> CommandResult<Organization> {
    let known = organizations::lock(unit.db, [id], None, unit.context.now).await?;
    Ok(known.get(id)?.clone())
}

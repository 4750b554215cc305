//! Telling of cases past the promise.

use serde::Serialize;
use tierline_app::route;
use tierline_core::{
    Timestamp,
    enrollment::{Calendar, Promise, Spent},
    ids::{EnrollmentId, OrganizationId, UserId},
};

use crate::{
    enrollment::{Applicant, follow::late, store as enrollments},
    pipeline::{Command, CommandResult, Context, Unit},
    review::{follow, store::late as store},
    store::Hold,
};

/// Tells the applicant that its case is late. The outcome says whether it was.
#[derive(Debug, Serialize)]
pub(crate) struct TellOfDelay {
    pub id: EnrollmentId,
}

/// A case, and what was promised of it.
#[derive(Debug)]
pub(crate) struct Waiting {
    applicant: Applicant,
    calendar: Calendar,
    promise: Promise,
    /// The wait that the applicant knows to be late.
    told: Option<Timestamp>,
}

impl Command for TellOfDelay {
    const NAME: &'static str = "tell_of_delay";
    type Facts = Option<Waiting>;
    type Decision = Option<Spent>;
    type Outcome = bool;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let Some(organization) = enrollments::organization_of(unit.db, self.id).await? else {
            return Ok(None);
        };
        let applicant = Applicant::load(unit.db, organization, Hold::Locked).await?;
        let (calendar, promise) = enrollments::calendar(unit.db).await?;
        Ok(Some(Waiting {
            applicant,
            calendar,
            promise,
            told: store::told(unit.db, self.id).await?,
        }))
    }

    fn decide(&self, waiting: &Self::Facts, context: &Context) -> CommandResult<Self::Decision> {
        let Some(waiting) = waiting else {
            return Ok(None);
        };
        let enrollment = waiting.applicant.enrollment()?;
        let tracker = enrollment.tracker(&waiting.calendar, waiting.promise, context.now);
        let is_news = |it: &Spent| it.is_late && waiting.told != Some(it.since);
        Ok(tracker.spent.filter(is_news))
    }

    async fn apply(
        &self,
        waiting: Self::Facts,
        decided: Self::Decision,
        unit: &mut Unit<'_>,
    ) -> CommandResult<bool> {
        let (Some(waiting), Some(spent)) = (waiting, decided) else {
            return Ok(false);
        };
        store::tell(unit.db, self.id, spent.since).await?;
        let company = &waiting.applicant.organization.value;
        let letter = late(
            waiting.applicant.enrollment()?,
            company,
            spent.due,
            unit.public_url(),
        );
        unit.send([letter]);
        Ok(true)
    }
}

/// The companies that a mail to reviewers names.
const NAMED: usize = 20;

/// Tells the operator's reviewers, in one mail, of the cases that are past the promise when this day ends. The outcome
/// is their number.
#[derive(Debug, Serialize)]
pub(crate) struct TellReviewers;

/// What is late, and who is told.
#[derive(Debug)]
pub(crate) struct Late {
    /// What has waited since before then.
    before: Timestamp,
    companies: Vec<String>,
    reviewers: Vec<(UserId, OrganizationId)>,
}

impl Command for TellReviewers {
    const NAME: &'static str = "tell_reviewers_of_late_cases";
    type Facts = Option<Late>;
    type Decision = ();
    type Outcome = u64;

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let (calendar, promise) = enrollments::calendar(unit.db).await?;
        let before = calendar.before(end_of_day(unit.now()), promise.to);
        let named = i64::try_from(NAMED).unwrap_or(i64::MAX);
        let companies = store::companies(unit.db, before, named).await?;
        if companies.is_empty() {
            return Ok(None);
        }
        Ok(Some(Late {
            before,
            companies,
            reviewers: store::reviewers(unit.db).await?,
        }))
    }

    fn decide(&self, _: &Self::Facts, _: &Context) -> CommandResult<()> {
        Ok(())
    }

    async fn apply(&self, late: Self::Facts, (): (), unit: &mut Unit<'_>) -> CommandResult<u64> {
        let Some(late) = late else {
            return Ok(0);
        };
        let count = store::tell_reviewers(unit.db, late.before).await?;
        let link = unit.public_url().join(route::CASES);
        let letters = late.reviewers.into_iter().map(|(user, operator)| {
            follow::late(user, operator, count, late.companies.clone(), link.clone())
        });
        let letters: Vec<_> = letters.collect();
        unit.send(letters);
        Ok(count)
    }
}

/// The last moment of this day.
fn end_of_day(now: Timestamp) -> Timestamp {
    let next = now.date_naive().succ_opt();
    let next = next.and_then(|day| day.and_hms_opt(0, 0, 0));
    next.map_or(now, |at| at.and_utc() - chrono::TimeDelta::microseconds(1))
}

//! The facts for decisions about a case, loaded for a change and for the page that says in advance what would come of
//! it.

use sqlx::PgConnection;
use tierline_app::{form::mark::Mark, review::model::AlikeRow};
use tierline_core::{
    Timestamp,
    actor::Actor,
    enrollment::{CheckState, Enrollment, State},
    ids::{EnrollmentId, OrganizationId, UserId},
    organization::Organization,
    review::{Assignee, Case, CaseFacts},
};

use crate::{
    account::store as accounts,
    enrollment::{Applicant, store as enrollments},
    mark,
    organization::store as organizations,
    pipeline::{CommandError, CommandResult},
    review::{alike, assignee, store},
    settings::{Setting, Settings},
    store::{Hold, Stored},
};

/// Whether it takes a second reviewer to end a review.
pub(super) fn asks_second(settings: &Settings) -> bool {
    settings.get(Setting::Reviewers) > 1
}

/// A case with what it is about.
#[derive(Debug)]
pub(crate) struct Known {
    pub operator: Organization,
    pub applicant: Applicant,
    pub case: Option<Stored<Case>>,
    /// Other cases of the same domain or member.
    pub alike: Vec<AlikeRow>,
    /// Whether there are more of them.
    pub more_alike: bool,
    belongs_to_it: bool,
    settings: Settings,
    assignee: Option<Assignee>,
}

impl Known {
    /// The organizations first, in the order of their ids, as every change locks them; then the enrollment and its
    /// case.
    pub(super) async fn load(
        db: &mut PgConnection,
        actor: &Actor,
        id: EnrollmentId,
        settings: Settings,
        (now, hold): (Timestamp, Hold),
    ) -> CommandResult<Known> {
        let own = actor.organization;
        let applying = enrollments::organization_of(db, id)
            .await?
            .ok_or(CommandError::NotFound)?;
        let (operator, applicant) = if own < applying {
            let operator = self::operator(db, own, (now, hold)).await?;
            (operator, Applicant::load(db, applying, hold).await?)
        } else {
            let applicant = Applicant::load(db, applying, hold).await?;
            (self::operator(db, own, (now, hold)).await?, applicant)
        };
        // Before it is submitted, it is the applicant's own.
        if applicant.enrollment()?.state == State::Draft {
            return Err(CommandError::NotFound);
        }
        let case = store::of_enrollment(db, id, hold).await?;
        let organization = &applicant.organization.value;
        let (alike, more_alike) = alike::first(db, applicant.enrollment()?, organization).await?;
        let place = accounts::place(db, actor.user, applying, false).await?;
        Ok(Known {
            operator,
            applicant,
            case,
            alike,
            more_alike,
            belongs_to_it: place.is_some(),
            settings,
            assignee: None,
        })
    }

    /// The same with whom the case is to be assigned to.
    pub(super) async fn assigning(
        mut self,
        db: &mut PgConnection,
        to: UserId,
    ) -> CommandResult<Known> {
        let applying = self.applicant.organization.value.id;
        self.assignee = assignee::of(db, to, self.operator.id, applying).await?;
        Ok(self)
    }

    pub(super) fn facts(&self) -> CommandResult<CaseFacts<'_>> {
        Ok(CaseFacts {
            operator: &self.operator,
            case: self.case.as_ref().map(|it| &it.value),
            enrollment: self.applicant.enrollment()?,
            organization: &self.applicant.organization.value,
            belongs_to_it: self.belongs_to_it,
            asks_second: asks_second(&self.settings),
            settings: &self.settings,
            assignee: self.assignee.as_ref(),
        })
    }

    /// The mark of what a decision rests on: one for each part of it.
    pub(super) fn mark(&self) -> CommandResult<Mark> {
        let marks = self.seen()?.into_iter();
        let marks = marks.map(|(_, value)| short(&value));
        let marks = marks.collect::<Result<Vec<_>, _>>()?;
        Ok(Mark::new(marks.join(BETWEEN)))
    }

    /// The parts that are not as they were when a page was made with this mark, by their names.
    pub(super) fn changed_since(&self, mark: &Mark) -> CommandResult<Vec<(&'static str, String)>> {
        let mark = mark.to_string();
        let mut marks = mark.split(BETWEEN);
        let mut changed = Vec::new();
        for (name, value) in self.seen()? {
            if marks.next() != Some(&short(&value)?) {
                changed.push((name, value));
            }
        }
        Ok(changed)
    }

    /// What a reviewer has seen of the case, by the names under which it is told when it has changed.
    fn seen(&self) -> CommandResult<Vec<(&'static str, String)>> {
        let mut others: Vec<&str> = self.alike.iter().map(|it| it.name.as_str()).collect();
        others.dedup();
        let mut seen = seen(self.applicant.enrollment()?);
        seen.push(("alike", others.join(", ")));
        Ok(seen)
    }
}

async fn operator(
    db: &mut PgConnection,
    id: OrganizationId,
    known: (Timestamp, Hold),
) -> CommandResult<Organization> {
    let known = organizations::these(db, [id], known).await?;
    Ok(known.get(id)?.clone())
}

/// What stands between the marks of two parts.
const BETWEEN: &str = ".";

/// The mark of a part, as far as it tells two values apart that nobody has made up.
fn short(value: &str) -> Result<String, serde_json::Error> {
    let mut mark = mark::of(&value)?.to_string();
    mark.truncate(12);
    Ok(mark)
}

/// The same of the enrollment itself.
fn seen(enrollment: &Enrollment) -> Vec<(&'static str, String)> {
    let draft = &enrollment.draft;
    let text = |parts: &[String]| parts.join(", ");
    let profile = draft.profile.as_ref().map(|it| {
        let mut parts = vec![it.name.to_string()];
        parts.extend(it.address.iter().map(ToString::to_string));
        parts.extend(it.website.as_ref().map(ToString::to_string));
        text(&parts)
    });
    let contact = draft.contact.as_ref().map(|it| {
        let mut parts = vec![it.name.to_string(), it.email.to_string()];
        parts.extend(it.phone.as_ref().map(ToString::to_string));
        text(&parts)
    });
    let mut seen = vec![
        ("profile", profile.unwrap_or_default()),
        ("contact", contact.unwrap_or_default()),
        ("documents", enrollment.documents.len().to_string()),
    ];
    let checks = enrollment.checks.iter();
    seen.extend(checks.map(|(check, state)| (check.code(), code(state).to_owned())));
    seen
}

const fn code(state: &CheckState) -> &'static str {
    match state {
        CheckState::Pending { .. } => "pending",
        CheckState::Passed { .. } => "passed",
        CheckState::Failed { .. } => "failed",
        CheckState::Appealed { .. } => "appealed",
    }
}

//! The case of an enrollment.

use sqlx::PgConnection;
use tierline_app::{
    portal::PortalResult,
    review::model::{AlikePage, CasePage, MayDo, NoteRow, Reviewer, Waiting},
};
use tierline_core::{
    Refusal, Timestamp,
    access::{self, Action},
    actor::Actor,
    enrollment::{CheckKind, CheckState, DomainMatch, Enrollment, ReasonCode, Verdict},
    ids::{EnrollmentId, UserId},
    review::{Case, CaseFacts, Command, Ruling, decide},
    text::Reason,
};
use uuid::Uuid;

use super::reviewer;
use crate::{
    activity::query::{self as timeline, Reader},
    enrollment::{documents, store as enrollments},
    organization::query::failed,
    pipeline::Read,
    review::{alike as others, assignee, facts::Known},
    store::Hold,
};

/// The case of an enrollment that was submitted.
pub(crate) async fn case(read: &mut Read, id: EnrollmentId) -> PortalResult<CasePage> {
    let (operator, actor) = reviewer(read).await?;
    let (settings, now) = (read.settings().await?, read.now());
    let moment = (read.now(), Hold::Free);
    let known = Known::load(read.db(), &actor, id, settings, moment).await?;
    // Only those who assign cases read who else reviews.
    let assigns = access::authorize_on_program(&operator, &actor, Action::AssignCases).is_ok();
    let assignees = if assigns {
        let applying = known.applicant.organization.value.id;
        assignee::all(read.db(), operator.id, applying).await
    } else {
        Ok(Vec::new())
    };
    let assignees = assignees.map_err(failed)?;
    let known = match assignees.first() {
        Some(first) => known.assigning(read.db(), first.id).await?,
        None => known,
    };
    let facts = known.facts()?;
    let (enrollment, case) = (facts.enrollment.clone(), facts.case.cloned());
    let organization = facts.organization.clone();
    let may = may(facts, &actor, now);
    let (calendar, promise) = enrollments::calendar(read.db()).await.map_err(failed)?;
    let names = Names::load(read.db(), &enrollment, case.as_ref()).await?;
    let contact = enrollment.draft.contact.as_ref();
    let profile = enrollment.draft.profile.as_ref();
    let site = profile.and_then(|it| it.website.as_ref());
    let log = Reader::of(&operator, &actor, read.now());
    Ok(CasePage {
        tracker: enrollment.tracker(&calendar, promise, now),
        domain: contact.map(|it| DomainMatch::of_site_too(&it.email, &organization.domain, site)),
        documents: documents::of_enrollment(read.db(), &enrollment).await?,
        alike: known.alike,
        more_alike: known.more_alike,
        reviewer: case
            .as_ref()
            .and_then(|it| it.reviewer)
            .map(|id| names.reviewer(id)),
        is_mine: case.as_ref().and_then(|it| it.reviewer) == Some(actor.user),
        assignees,
        notes: notes(case.as_ref(), &names),
        waiting: case
            .as_ref()
            .and_then(|it| it.proposal.as_ref())
            .map(|it| Waiting {
                by: names.of(it.by),
                at: it.at,
                verdicts: it.verdicts.clone(),
            }),
        deciders: deciders(&enrollment).map(|id| names.reviewer(id)).collect(),
        may,
        timeline: timeline::of_case(read.db(), &log, id).await?,
        enrollment,
        organization,
    })
}

/// A page of all other cases of the same domain or MPN ID: those before this one, or the newest.
pub(crate) async fn alike(
    read: &mut Read,
    id: EnrollmentId,
    before: Option<EnrollmentId>,
) -> PortalResult<AlikePage> {
    let (_, actor) = reviewer(read).await?;
    let moment = (read.now(), Hold::Free);
    let settings = read.settings().await?;
    let known = Known::load(read.db(), &actor, id, settings, moment).await?;
    let facts = known.facts()?;
    let found = others::page(read.db(), facts.enrollment, facts.organization, before).await;
    let (alike, more) = found.map_err(failed)?;
    Ok(AlikePage {
        enrollment: id,
        name: facts.organization.name.to_string(),
        alike,
        more,
    })
}

/// The newest first.
fn notes(case: Option<&Case>, names: &Names) -> Vec<NoteRow> {
    let notes = case.map(|it| it.notes.as_slice()).unwrap_or_default();
    let rows = notes.iter().rev().map(|note| NoteRow {
        by: names.of(note.by),
        at: note.at,
        text: note.text.to_string(),
    });
    rows.collect()
}

/// Everything that the reviewer could do, asked of core.
fn may(facts: CaseFacts<'_>, actor: &Actor, now: Timestamp) -> MayDo {
    let may =
        |command: Command| -> Result<(), Refusal> { decide(facts, &command, actor, now).map(drop) };
    let check = |check, verdict| may(Command::Rule(Ruling::Check { check, verdict }));
    let fails = |kind: CheckKind| {
        let reason = ReasonCode::ALL.into_iter().find(|it| it.is_of(kind));
        // Every check has reasons.
        let reason = reason.unwrap_or(ReasonCode::DocumentUnusable);
        check(kind, Verdict::Fail { reason, note: None })
    };
    let any = || Reason::parse("-").ok();
    MayDo {
        take: may(Command::Take),
        give_back: may(Command::GiveBack),
        assign: may(Command::Assign(
            facts.assignee.map_or(actor.user, |it| it.user),
        )),
        note: any().map_or(Ok(()), |text| may(Command::Note(text))),
        approve: may(Command::Rule(Ruling::Approve)),
        pass: CheckKind::ALL.map(|it| check(it, Verdict::Pass)).into(),
        fail: CheckKind::ALL.map(fails).into(),
        agree: may(Command::Agree),
    }
}

/// Those who have decided a check.
fn deciders(enrollment: &Enrollment) -> impl Iterator<Item = UserId> {
    enrollment
        .checks
        .iter()
        .filter_map(|(_, state)| match state {
            CheckState::Passed { by, .. } => *by,
            CheckState::Failed { by, .. } => Some(*by),
            CheckState::Pending { .. } | CheckState::Appealed { .. } => None,
        })
}

/// The names of the reviewers.
struct Names(Vec<Reviewer>);

impl Names {
    async fn load(
        db: &mut PgConnection,
        enrollment: &Enrollment,
        case: Option<&Case>,
    ) -> PortalResult<Names> {
        let mut ids: Vec<Uuid> = deciders(enrollment).map(Uuid::from).collect();
        if let Some(case) = case {
            ids.extend(case.reviewer.map(Uuid::from));
            ids.extend(case.proposal.as_ref().map(|it| Uuid::from(it.by)));
            ids.extend(case.notes.iter().map(|it| Uuid::from(it.by)));
        }
        let rows = sqlx::query!("select id, name from app_user where id = any($1)", &ids)
            .fetch_all(db)
            .await
            .map_err(failed)?;
        let named = rows.into_iter().map(|row| Reviewer {
            id: row.id.into(),
            name: row.name,
        });
        Ok(Names(named.collect()))
    }

    fn of(&self, id: UserId) -> String {
        let known = self.0.iter().find(|it| it.id == id);
        known.map(|it| it.name.clone()).unwrap_or_default()
    }

    fn reviewer(&self, id: UserId) -> Reviewer {
        Reviewer {
            id,
            name: self.of(id),
        }
    }
}

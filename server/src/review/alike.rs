//! Other cases of the same domain or MPN ID.

use sqlx::PgConnection;
use tierline_app::review::model::{Alike, AlikeRow};
use tierline_core::{
    Timestamp,
    enrollment::{Enrollment, MailDomain, Status},
    ids::EnrollmentId,
    organization::Organization,
};
use uuid::Uuid;

/// The most that are shown with a case: enough to see that there is something to look at.
const MOST: i64 = 20;

/// The most on a page of their own; the next page goes on where it ends.
const PAGE: i64 = 100;

/// A case can be alike in so many ways, each a row.
const WAYS: i64 = 3;

struct Row {
    id: Uuid,
    name: String,
    status: String,
    since: Timestamp,
    alike: String,
}

/// So many as a case shows of them, and whether there are more.
pub(super) async fn first(
    db: &mut PgConnection,
    enrollment: &Enrollment,
    organization: &Organization,
) -> Result<(Vec<AlikeRow>, bool), sqlx::Error> {
    let most = usize::try_from(MOST).unwrap_or(usize::MAX);
    let mut rows = cases(db, enrollment, organization, None, MOST + 1).await?;
    let are_more = rows.len() > most;
    rows.truncate(most);
    Ok((rows, are_more))
}

/// A page of all of them: those before this case, or the newest ones. With it comes the case before which the next page
/// begins, if there is one. The rows of a case are never on two pages.
pub(super) async fn page(
    db: &mut PgConnection,
    enrollment: &Enrollment,
    organization: &Organization,
    before: Option<EnrollmentId>,
) -> Result<(Vec<AlikeRow>, Option<EnrollmentId>), sqlx::Error> {
    let before = before.map(EnrollmentId::into_uuid);
    let mut rows = cases(db, enrollment, organization, before, PAGE + WAYS + 1).await?;
    let most = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let Some(last) = rows.get(most.saturating_sub(1)).map(|it| it.enrollment) else {
        return Ok((rows, None));
    };
    let end = rows.iter().rposition(|it| it.enrollment == last);
    let end = end.map_or(rows.len(), |it| it + 1);
    let more = (end < rows.len()).then_some(last);
    rows.truncate(end);
    Ok((rows, more))
}

/// The cases, the newest first. An MPN ID is one organization's alone; its member may have others. A mail service that
/// is open to everybody has nothing in common.
async fn cases(
    db: &mut PgConnection,
    enrollment: &Enrollment,
    organization: &Organization,
    before: Option<Uuid>,
    most: i64,
) -> Result<Vec<AlikeRow>, sqlx::Error> {
    let contact = enrollment.draft.contact.as_ref().map(|it| &it.email);
    let contact = contact.filter(|email| MailDomain::of(email) == MailDomain::Own);
    let rows = sqlx::query_as!(
        Row,
        r#"select e.id as "id!", o.name as "name!", e.status as "status!", e.age_since as "since!", found.alike as "alike!"
           from (
              (select id, 'mail_domain' as alike from enrollment
               where mail_domain = $2 and id <> $1 and status <> 'initialized' and ($6::uuid is null or id < $6)
               order by id desc limit $5)
              union all
              (select e.id, 'organization_domain' from enrollment e join organization o on o.id = e.organization_id
               where o.domain = $2 and e.id <> $1 and e.status <> 'initialized' and ($6::uuid is null or e.id < $6)
               order by e.id desc limit $5)
              union all
              (select e.id, 'mpn' from registry_mpn own join registry_mpn other on other.member_id = own.member_id
               join organization o on o.mpn = other.mpn join enrollment e on e.organization_id = o.id
               where own.mpn = $3 and e.id <> $1 and e.status <> 'initialized' and ($6::uuid is null or e.id < $6)
               order by e.id desc limit $5)
              union all
              (select id, 'mail_domain' from enrollment
               where mail_domain = $4 and id <> $1 and status <> 'initialized' and mail_domain is distinct from $2
                  and ($6::uuid is null or id < $6)
               order by id desc limit $5)
           ) found
           join enrollment e on e.id = found.id
           join organization o on o.id = e.organization_id
           order by e.id desc limit $5"#,
        enrollment.id.into_uuid(),
        contact.map(|it| it.domain()),
        organization.mpn.as_ref().map(|it| it.as_str()),
        organization.domain.as_str(),
        most,
        before,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().filter_map(Row::shown).collect())
}

impl Row {
    /// What was not submitted is no case yet, and its applicant's own.
    fn shown(self) -> Option<AlikeRow> {
        let status = self.status.parse::<Status>().ok()?;
        if status == Status::Initialized {
            return None;
        }
        Some(AlikeRow {
            enrollment: self.id.into(),
            name: self.name,
            status,
            since: self.since,
            alike: match self.alike.as_str() {
                "mpn" => Alike::Mpn,
                "organization_domain" => Alike::OrganizationDomain,
                _ => Alike::MailDomain,
            },
        })
    }
}

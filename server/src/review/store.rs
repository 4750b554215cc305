//! Cases as they are stored.

pub(super) mod late;

pub(crate) use late::untold;

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    event,
    ids::{CaseId, EnrollmentId, OrganizationId},
    review::{Case, Event},
};
use uuid::Uuid;

use crate::{
    pipeline::object::{New, Object},
    store::{Hold, Stored, held},
};

type Row = crate::store::Row<Case>;

/// The case of an enrollment; none before a reviewer has done anything.
pub(crate) async fn of_enrollment(
    db: &mut PgConnection,
    enrollment: EnrollmentId,
    hold: Hold,
) -> Result<Option<Stored<Case>>, sqlx::Error> {
    let row = held!(
        hold,
        Row,
        fetch_optional(db),
        r#"select body as "body: Json<Case>", version from enrollment_case where enrollment_id = $1"#,
        " for update",
        enrollment.as_uuid(),
    )?;
    Ok(row.map(Row::stored))
}

impl Object for Case {
    type Beside = ();

    fn id(&self) -> CaseId {
        self.id
    }

    fn logged(id: CaseId, event: Event) -> event::Event {
        event::Event::Case { id, event }
    }

    /// The applicant sees nothing of it.
    fn audience(&self, _: &Event) -> Vec<OrganizationId> {
        vec![self.operator]
    }

    async fn insert(db: &mut PgConnection, new: &[New<Case>]) -> Result<(), sqlx::Error> {
        sqlx::query!(
            "insert into enrollment_case (id, enrollment_id, organization_id, reviewer_id, proposed_since, body, version)
             select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::jsonb[],
                $7::bigint[])",
            &New::column(new, |it| it.id.into_uuid()),
            &New::column(new, |it| it.enrollment.into_uuid()),
            &New::column(new, |it| it.organization.into_uuid()),
            &New::column(new, |it| it.reviewer.map(Uuid::from)) as _,
            &New::column(new, |it| it.proposal.as_ref().map(|it| it.at)) as _,
            &New::bodies(new) as _,
            &New::versions(new),
        )
        .execute(db)
        .await?;
        Ok(())
    }

    async fn save(
        db: &mut PgConnection,
        after: &Stored<Case>,
        from: i64,
    ) -> Result<bool, sqlx::Error> {
        let case = &after.value;
        let saved = sqlx::query!(
            "update enrollment_case set reviewer_id = $3, proposed_since = $4, body = $5, version = $6
             where id = $1 and version = $2",
            case.id.as_uuid(),
            from,
            case.reviewer.map(Uuid::from),
            case.proposal.as_ref().map(|it| it.at),
            Json(case) as _,
            after.version,
        )
        .execute(db)
        .await?;
        Ok(saved.rows_affected() == 1)
    }
}

//! Enrollments, the links that are mailed to primary contacts, and the operator's calendar.

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    Timestamp,
    enrollment::{Calendar, CheckState, Enrollment, Event, Promise, State},
    event,
    ids::{EnrollmentId, OrganizationId},
};
use uuid::Uuid;

use crate::{
    pipeline::object::{New, Object},
    settings,
    store::{Hold, Stored, held},
};

type Row = crate::store::Row<Enrollment>;

/// An enrollment by its id.
pub(crate) async fn by_id(
    db: &mut PgConnection,
    id: EnrollmentId,
    hold: Hold,
) -> Result<Option<Stored<Enrollment>>, sqlx::Error> {
    let row = held!(
        hold,
        Row,
        fetch_optional(db),
        r#"select body as "body: Json<Enrollment>", version from enrollment where id = $1"#,
        " for update",
        id.as_uuid(),
    )?;
    Ok(row.map(Row::stored))
}

/// The enrollment of an organization, if it has begun one.
pub(crate) async fn of_organization(
    db: &mut PgConnection,
    organization: OrganizationId,
    hold: Hold,
) -> Result<Option<Stored<Enrollment>>, sqlx::Error> {
    let row = held!(
        hold,
        Row,
        fetch_optional(db),
        r#"select body as "body: Json<Enrollment>", version from enrollment where organization_id = $1"#,
        " for update",
        organization.as_uuid(),
    )?;
    Ok(row.map(Row::stored))
}

/// The organization of an enrollment. It never changes, so that its row can be locked before the enrollment's.
pub(crate) async fn organization_of(
    db: &mut PgConnection,
    id: EnrollmentId,
) -> Result<Option<OrganizationId>, sqlx::Error> {
    let found = sqlx::query_scalar!(
        "select organization_id from enrollment where id = $1",
        id.as_uuid()
    )
    .fetch_optional(db)
    .await?;
    Ok(found.map(OrganizationId::from_uuid))
}

/// The enrollment to which a link of this hash leads, with the link's number.
pub(crate) async fn by_link(
    db: &mut PgConnection,
    token_hash: &[u8],
    hold: Hold,
) -> Result<Option<(Stored<Enrollment>, u32)>, sqlx::Error> {
    let link = sqlx::query!(
        "select enrollment_id, number from enrollment_link where token_hash = $1",
        token_hash
    )
    .fetch_optional(&mut *db)
    .await?;
    let Some(link) = link else { return Ok(None) };
    let enrollment = by_id(db, link.enrollment_id.into(), hold).await?;
    Ok(enrollment.map(|enrollment| (enrollment, link.number.cast_unsigned())))
}

/// Stores the hash of a new link; older links are known to be replaced.
pub(crate) async fn insert_link(
    db: &mut PgConnection,
    token_hash: &[u8],
    enrollment: EnrollmentId,
    number: u32,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into enrollment_link (token_hash, enrollment_id, number) values ($1, $2, $3)",
        token_hash,
        enrollment.as_uuid(),
        number.cast_signed(),
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The operator's calendar, and what it promises.
pub(crate) async fn calendar(db: &mut PgConnection) -> Result<(Calendar, Promise), sqlx::Error> {
    let settings = settings::without_options(db).await?;
    let promise = Promise::from(&settings);
    Ok((settings.calendar, promise))
}

/// Enrollments that have been rejected for too long, and for which that is not written down yet.
pub(crate) async fn overdue(
    db: &mut PgConnection,
    now: Timestamp,
) -> Result<Vec<EnrollmentId>, sqlx::Error> {
    let ids = sqlx::query_scalar!(
        "select id from enrollment where suspends_at <= $1 and status <> 'suspended'
         order by suspends_at limit 1000",
        now
    )
    .fetch_all(db)
    .await?;
    Ok(ids.into_iter().map(EnrollmentId::from_uuid).collect())
}

/// What lists and jobs look for, beside the state itself.
struct Columns {
    status: String,
    turn: String,
    submitted_at: Option<Timestamp>,
    waiting_since: Option<Timestamp>,
    appealed_since: Option<Timestamp>,
    suspends_at: Option<Timestamp>,
    mail_domain: Option<String>,
    age_since: Timestamp,
    documents_since: Option<Timestamp>,
    documents_done: Option<Timestamp>,
}

impl Columns {
    fn of(enrollment: &Enrollment) -> Columns {
        let appealed = enrollment
            .checks
            .iter()
            .filter_map(|(_, state)| match state {
                CheckState::Appealed { at, .. } => Some(*at),
                _ => None,
            });
        let contact = enrollment.draft.contact.as_ref();
        Columns {
            // Time is not looked at: what has lapsed is found by `suspends_at`.
            status: enrollment.status(Timestamp::MIN_UTC).code().to_owned(),
            turn: enrollment.turn().code().to_owned(),
            submitted_at: submitted(enrollment.state),
            waiting_since: enrollment.with_operator_since(),
            appealed_since: appealed.min(),
            suspends_at: enrollment.suspends_at(),
            age_since: enrollment
                .with_operator_since()
                .or_else(|| submitted(enrollment.state))
                .unwrap_or(enrollment.since),
            documents_since: enrollment.documents_since(),
            documents_done: enrollment.documents_done(),
            mail_domain: contact.map(|contact| contact.email.domain().to_owned()),
        }
    }
}

/// When its state began, for one that was submitted.
fn submitted(state: State) -> Option<Timestamp> {
    match state {
        State::Draft => None,
        State::Submitted { at } | State::Qualified { at } | State::Active { at } => Some(at),
    }
}

impl Object for Enrollment {
    type Beside = ();

    fn id(&self) -> EnrollmentId {
        self.id
    }

    fn logged(id: EnrollmentId, event: Event) -> event::Event {
        event::Event::Enrollment { id, event }
    }

    fn audience(&self, _: &Event) -> Vec<OrganizationId> {
        vec![self.organization]
    }

    async fn insert(db: &mut PgConnection, new: &[New<Enrollment>]) -> Result<(), sqlx::Error> {
        let ids =
            |of: fn(&Enrollment) -> Uuid| new.iter().map(|it| of(&it.value)).collect::<Vec<Uuid>>();
        let columns: Vec<Columns> = new.iter().map(|it| Columns::of(&it.value)).collect();
        let texts = |of: fn(&Columns) -> String| columns.iter().map(of).collect::<Vec<_>>();
        let times =
            |of: fn(&Columns) -> Option<Timestamp>| columns.iter().map(of).collect::<Vec<_>>();
        let domains: Vec<Option<String>> =
            columns.iter().map(|it| it.mail_domain.clone()).collect();
        let bodies: Vec<_> = new.iter().map(|it| Json(&it.value)).collect();
        let versions: Vec<i64> = new.iter().map(|it| it.version).collect();
        sqlx::query!(
            "insert into enrollment
                (id, organization_id, status, turn, submitted_at, waiting_since, appealed_since, suspends_at,
                 mail_domain, age_since, documents_since, documents_done, body, version)
             select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[],
                $7::timestamptz[], $8::timestamptz[], $9::text[], $10::timestamptz[], $11::timestamptz[],
                $12::timestamptz[], $13::jsonb[], $14::bigint[])",
            &ids(|it| it.id.into_uuid()),
            &ids(|it| it.organization.into_uuid()),
            &texts(|it| it.status.clone()),
            &texts(|it| it.turn.clone()),
            &times(|it| it.submitted_at) as _,
            &times(|it| it.waiting_since) as _,
            &times(|it| it.appealed_since) as _,
            &times(|it| it.suspends_at) as _,
            &domains as _,
            &columns.iter().map(|it| it.age_since).collect::<Vec<_>>(),
            &times(|it| it.documents_since) as _,
            &times(|it| it.documents_done) as _,
            &bodies as _,
            &versions,
        )
        .execute(db)
        .await?;
        Ok(())
    }

    async fn save(
        db: &mut PgConnection,
        after: &Stored<Enrollment>,
        from: i64,
    ) -> Result<bool, sqlx::Error> {
        let enrollment = &after.value;
        let columns = Columns::of(enrollment);
        let saved = sqlx::query!(
            "update enrollment set status = $3, turn = $4, submitted_at = coalesce(submitted_at, $5),
                waiting_since = $6, appealed_since = $7, suspends_at = $8, mail_domain = $9, age_since = $10,
                documents_since = $11, documents_done = $12, body = $13, version = $14
             where id = $1 and version = $2",
            enrollment.id.as_uuid(),
            from,
            columns.status,
            columns.turn,
            columns.submitted_at,
            columns.waiting_since,
            columns.appealed_since,
            columns.suspends_at,
            columns.mail_domain,
            columns.age_since,
            columns.documents_since,
            columns.documents_done,
            Json(enrollment) as _,
            after.version,
        )
        .execute(db)
        .await?;
        Ok(saved.rows_affected() == 1)
    }
}

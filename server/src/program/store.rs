//! The program settings, as they are stored.

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    event,
    ids::{OrganizationId, ProgramId},
    program::{Event, Program},
};

use crate::{
    pipeline::object::{New, Object},
    store::{Hold, Stored, held},
};

type Row = crate::store::Row<Program>;

/// The settings of this operator, if it has set any.
pub(crate) async fn of_operator(
    db: &mut PgConnection,
    operator: OrganizationId,
    hold: Hold,
) -> Result<Option<Stored<Program>>, sqlx::Error> {
    let row = held!(
        hold,
        Row,
        fetch_optional(db),
        r#"select body as "body: Json<Program>", version from program_settings where operator_id = $1"#,
        " for update",
        operator.as_uuid(),
    )?;
    Ok(row.map(Row::stored))
}

impl Object for Program {
    type Beside = ();

    fn id(&self) -> ProgramId {
        self.id
    }

    fn logged(id: ProgramId, event: Event) -> event::Event {
        event::Event::Program { id, event }
    }

    fn audience(&self, _: &Event) -> Vec<OrganizationId> {
        vec![self.operator]
    }

    async fn insert(db: &mut PgConnection, new: &[New<Program>]) -> Result<(), sqlx::Error> {
        sqlx::query!(
            "insert into program_settings (id, operator_id, body, version)
             select * from unnest($1::uuid[], $2::uuid[], $3::jsonb[], $4::bigint[])",
            &New::column(new, |it| it.id.into_uuid()),
            &New::column(new, |it| it.operator.into_uuid()),
            &New::bodies(new) as _,
            &New::versions(new),
        )
        .execute(db)
        .await?;
        Ok(())
    }

    async fn save(
        db: &mut PgConnection,
        after: &Stored<Program>,
        from: i64,
    ) -> Result<bool, sqlx::Error> {
        let saved = sqlx::query!(
            "update program_settings set body = $3, version = $4 where id = $1 and version = $2",
            after.value.id.as_uuid(),
            from,
            Json(&after.value) as _,
            after.version,
        )
        .execute(db)
        .await?;
        Ok(saved.rows_affected() == 1)
    }
}

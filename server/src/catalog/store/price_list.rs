//! Imported price lists.

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    catalog::{PriceList, PriceListEvent},
    event,
    ids::{OrganizationId, PriceListId},
};

use crate::{
    pipeline::object::{New, Object},
    store::Stored,
};

impl Object for PriceList {
    type Beside = ();

    fn id(&self) -> PriceListId {
        self.id
    }

    fn logged(id: PriceListId, event: PriceListEvent) -> event::Event {
        event::Event::PriceList { id, event }
    }

    /// The operator.
    fn audience(&self, _: &PriceListEvent) -> Vec<OrganizationId> {
        vec![self.operator]
    }

    async fn insert(db: &mut PgConnection, new: &[New<PriceList>]) -> Result<(), sqlx::Error> {
        sqlx::query!(
            "insert into price_list (id, operator_id, at, body, version)
             select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::jsonb[], $5::bigint[])",
            &New::column(new, |it: &PriceList| it.id.into_uuid()),
            &New::column(new, |it: &PriceList| it.operator.into_uuid()),
            &New::column(new, |it: &PriceList| it.at),
            &New::bodies(new) as _,
            &New::versions(new),
        )
        .execute(db)
        .await?;
        Ok(())
    }

    async fn save(
        db: &mut PgConnection,
        after: &Stored<PriceList>,
        from: i64,
    ) -> Result<bool, sqlx::Error> {
        let saved = sqlx::query!(
            "update price_list set body = $3, version = $4 where id = $1 and version = $2",
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

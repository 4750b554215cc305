//! Orders.

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    Timestamp, event,
    ids::{OrderId, OrganizationId},
    order::{Event, Order},
};
use uuid::Uuid;

use crate::{
    pipeline::object::{New, Object},
    store::Stored,
};

impl Object for Order {
    type Beside = ();

    fn id(&self) -> OrderId {
        self.id
    }

    fn logged(id: OrderId, event: Event) -> event::Event {
        event::Event::Order { id, event }
    }

    /// Buyer and seller, and the reseller that earns incentives.
    fn audience(&self, _: &Event) -> Vec<OrganizationId> {
        let mut concerned = vec![self.partner, self.customer];
        concerned.extend(self.partner_of_record);
        concerned
    }

    async fn insert(db: &mut PgConnection, new: &[New<Order>]) -> Result<(), sqlx::Error> {
        let ids =
            |of: fn(&Order) -> Uuid| new.iter().map(|it| of(&it.value)).collect::<Vec<Uuid>>();
        let of_record: Vec<Option<Uuid>> = new
            .iter()
            .map(|it| it.value.partner_of_record.map(OrganizationId::into_uuid))
            .collect();
        let at: Vec<Timestamp> = new.iter().map(|it| it.value.at).collect();
        let bodies: Vec<_> = new.iter().map(|it| Json(&it.value)).collect();
        let versions: Vec<i64> = new.iter().map(|it| it.version).collect();
        sqlx::query!(
            "insert into customer_order (customer_id, id, partner_id, partner_of_record_id, at, body, version)
             select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::jsonb[],
                $7::bigint[])",
            &ids(|it| it.customer.into_uuid()),
            &ids(|it| it.id.into_uuid()),
            &ids(|it| it.partner.into_uuid()),
            &of_record as _,
            &at,
            &bodies as _,
            &versions,
        )
        .execute(db)
        .await?;
        Ok(())
    }

    async fn save(
        db: &mut PgConnection,
        after: &Stored<Order>,
        from: i64,
    ) -> Result<bool, sqlx::Error> {
        let order = &after.value;
        let saved = sqlx::query!(
            "update customer_order set body = $4, version = $5
             where customer_id = $1 and id = $2 and version = $3",
            order.customer.as_uuid(),
            order.id.as_uuid(),
            from,
            Json(order) as _,
            after.version,
        )
        .execute(db)
        .await?;
        Ok(saved.rows_affected() == 1)
    }
}

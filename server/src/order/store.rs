//! Orders.

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    event,
    ids::{OrderId, OrganizationId},
    order::{Event, Order},
};

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
        for New { value, version, .. } in new {
            sqlx::query!(
                "insert into customer_order (customer_id, id, partner_id, partner_of_record_id, at, body, version)
                 values ($1, $2, $3, $4, $5, $6, $7)",
                value.customer.as_uuid(),
                value.id.as_uuid(),
                value.partner.as_uuid(),
                value.partner_of_record.map(OrganizationId::into_uuid),
                value.at,
                Json(value) as _,
                version,
            )
            .execute(&mut *db)
            .await?;
        }
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

//! A customer's subscriptions.

use std::collections::HashMap;

use sqlx::{PgConnection, types::Json};
use tierline_app::{portal::PortalResult, subscription::model::SubscriptionRow};
use tierline_core::{ids::OrganizationId, organization::Party, subscription::Subscription};

use crate::organization::{query as load, query::failed};

/// The subscriptions of a customer that a reader may see: those it has ordered or is partner of record for, or `all`
/// for the customer itself and for a partner that administers its subscriptions.
pub(crate) async fn of_customer(
    db: &mut PgConnection,
    customer: OrganizationId,
    reader: OrganizationId,
    all: bool,
) -> PortalResult<Vec<SubscriptionRow>> {
    let rows = sqlx::query!(
        r#"select s.body as "body: Json<Subscription>", p.name as product
           from subscription s join product p on p.sku_id = s.sku_id
           where s.customer_id = $1 and ($3 or s.partner_id = $2 or s.partner_of_record_id = $2)
           order by p.name, s.since, s.id"#,
        customer.into_uuid(),
        reader.into_uuid(),
        all,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(failed)?;
    let mut partners = Vec::with_capacity(2 * rows.len());
    for row in &rows {
        partners.push(row.body.partner);
        partners.extend(row.body.partner_of_record);
    }
    let parties = load::parties(db, &partners).await?;
    let rows = rows
        .into_iter()
        .filter_map(|row| shown(row.body.0, row.product, &parties));
    Ok(rows.collect())
}

fn shown(
    subscription: Subscription,
    product: String,
    parties: &HashMap<OrganizationId, Party>,
) -> Option<SubscriptionRow> {
    Some(SubscriptionRow {
        product,
        // A foreign key ensures that there is one.
        ordered_by: parties.get(&subscription.partner)?.clone(),
        partner_of_record: subscription
            .partner_of_record
            .and_then(|id| parties.get(&id).cloned()),
        subscription,
    })
}

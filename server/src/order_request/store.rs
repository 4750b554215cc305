//! Requests for orders, and what is written about them.

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    Timestamp, event,
    ids::{OrderRequestId, OrganizationId, SubscriptionId, UserId},
    order_request::{Event, OrderRequest, Side, Wanted},
    subscription::Subscription,
    text::MessageText,
};
use uuid::Uuid;

use crate::{
    list::count,
    pipeline::object::{New, Object},
    store::{Hold, Stored, held},
};

type Row = crate::store::Row<OrderRequest>;

/// The request with this id, of an organization that has a part in it.
pub(crate) async fn of(
    db: &mut PgConnection,
    organization: OrganizationId,
    id: OrderRequestId,
    hold: Hold,
) -> Result<Option<Stored<OrderRequest>>, sqlx::Error> {
    let row = held!(
        hold,
        Row,
        fetch_optional(db),
        r#"select body as "body: Json<OrderRequest>", version from order_request
           where id = $1 and ($2 in (reseller_id, provider_id) or customer_id = $2 and asks_customer)"#,
        " for update",
        id.as_uuid(),
        organization.as_uuid(),
    )?;
    Ok(row.map(Row::stored))
}

/// The request with this id, for what time does.
pub(crate) async fn any(
    db: &mut PgConnection,
    id: OrderRequestId,
) -> Result<Option<Stored<OrderRequest>>, sqlx::Error> {
    let row = sqlx::query_as!(
        Row,
        r#"select body as "body: Json<OrderRequest>", version from order_request where id = $1 for update"#,
        id.as_uuid(),
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(Row::stored))
}

/// The most requests of a customer that are asked about when it wants to be asked first.
const MOST_OF_CUSTOMER: i64 = 1_000;

/// The requests for this customer that wait for a provider, in the order of ids, for a change.
pub(crate) async fn waiting_for_providers(
    db: &mut PgConnection,
    customer: OrganizationId,
) -> Result<Vec<Stored<OrderRequest>>, sqlx::Error> {
    let rows = sqlx::query_as!(
        Row,
        r#"select body as "body: Json<OrderRequest>", version from order_request
           where customer_id = $1 and status = 'waiting_for_provider' order by id limit $2 for update"#,
        customer.as_uuid(),
        MOST_OF_CUSTOMER,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Row::stored).collect())
}

/// A request of the reseller about this subscription that waits, and how many wait for the customer in all.
pub(crate) async fn waiting(
    db: &mut PgConnection,
    reseller: OrganizationId,
    customer: OrganizationId,
    subscription: Option<SubscriptionId>,
    now: Timestamp,
) -> Result<(Option<OrderRequestId>, u32), sqlx::Error> {
    let row = sqlx::query!(
        r#"select count(*) as "all!",
              (select id from order_request where reseller_id = $1 and subscription_id = $3
                  and status in ('waiting_for_customer', 'waiting_for_provider')) as "open"
           from order_request where reseller_id = $1 and customer_id = $2
              and status in ('waiting_for_customer', 'waiting_for_provider') and lapses_at > $4"#,
        reseller.as_uuid(),
        customer.as_uuid(),
        subscription.map(SubscriptionId::into_uuid),
        now,
    )
    .fetch_one(db)
    .await?;
    let all = u32::try_from(count(row.all)).unwrap_or(u32::MAX);
    Ok((row.open.map(OrderRequestId::from_uuid), all))
}

/// The subscription with this id, whoever knows of it.
pub(crate) async fn subscription(
    db: &mut PgConnection,
    id: SubscriptionId,
) -> Result<Option<Subscription>, sqlx::Error> {
    let row = sqlx::query_scalar!(
        r#"select body as "body: Json<Subscription>" from subscription where id = $1"#,
        id.as_uuid(),
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|Json(subscription)| subscription))
}

/// A batch of requests that wait in vain: their time is over, or something that they rest on is.
pub(crate) async fn lapsing(
    db: &mut PgConnection,
    now: Timestamp,
) -> Result<Vec<OrderRequestId>, sqlx::Error> {
    let ids = sqlx::query_scalar!(
        "select q.id from order_request q
         where q.status in ('waiting_for_customer', 'waiting_for_provider') and (
            q.lapses_at <= $1
            or not exists (select from relationship r
                where r.customer_id = q.customer_id and r.partner_id = q.reseller_id and relationship_holds(r, $1))
            or not exists (select from relationship r
                where r.customer_id = q.customer_id and r.partner_id = q.provider_id and relationship_holds(r, $1))
            or not exists (select from partnership p
                where p.provider_id = q.provider_id and p.reseller_id = q.reseller_id
                    and p.status <> 'ended' and (p.ends_at is null or p.ends_at > $1))
            or q.subscription_id is not null and not exists (select from subscription s
                where s.id = q.subscription_id and (subscription_status(s, $1) in ('active', 'suspended')
                    or subscription_status(s, $1) = 'expired' and q.what = 'renew')))
         order by q.lapses_at limit 200",
        now,
    )
    .fetch_all(db)
    .await?;
    Ok(ids.into_iter().map(OrderRequestId::from_uuid).collect())
}

/// A message about a request.
#[derive(Debug)]
pub(crate) struct Message {
    pub number: u32,
    pub side: Side,
    pub organization: OrganizationId,
    pub user: UserId,
    pub at: Timestamp,
    pub text: MessageText,
}

/// Stores what somebody has written.
pub(crate) async fn say(
    db: &mut PgConnection,
    request: OrderRequestId,
    message: &Message,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into order_request_message (request_id, number, side, organization_id, user_id, said_at, text)
         values ($1, $2, $3, $4, $5, $6, $7)",
        request.as_uuid(),
        message.number.cast_signed(),
        message.side.code(),
        message.organization.as_uuid(),
        message.user.as_uuid(),
        message.at,
        message.text.as_str(),
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The column for the subscription.
fn about(wanted: &Wanted) -> Option<Uuid> {
    wanted.subscription().map(SubscriptionId::into_uuid)
}

impl Object for OrderRequest {
    type Beside = ();

    fn id(&self) -> OrderRequestId {
        self.id
    }

    fn logged(id: OrderRequestId, event: Event) -> event::Event {
        event::Event::OrderRequest { id, event }
    }

    /// Both partners, and the customer once it is asked.
    fn audience(&self, _: &Event) -> Vec<OrganizationId> {
        let mut concerned = vec![self.reseller, self.provider];
        concerned.extend(self.asks_customer.then_some(self.customer));
        concerned
    }

    async fn insert(db: &mut PgConnection, new: &[New<OrderRequest>]) -> Result<(), sqlx::Error> {
        sqlx::query!(
            "insert into order_request (id, reseller_id, provider_id, customer_id, subscription_id, what, status,
                asks_customer, asked_at, lapses_at, body, version)
             select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[],
                $8::boolean[], $9::timestamptz[], $10::timestamptz[], $11::jsonb[], $12::bigint[])",
            &New::column(new, |it: &OrderRequest| it.id.into_uuid()),
            &New::column(new, |it: &OrderRequest| it.reseller.into_uuid()),
            &New::column(new, |it: &OrderRequest| it.provider.into_uuid()),
            &New::column(new, |it: &OrderRequest| it.customer.into_uuid()),
            &New::column(new, |it: &OrderRequest| about(&it.asked)) as _,
            &New::column(new, |it: &OrderRequest| it.asked.what().to_string()),
            &New::column(new, |it: &OrderRequest| it.state.status().to_string()),
            &New::column(new, |it: &OrderRequest| it.asks_customer),
            &New::column(new, |it: &OrderRequest| it.at),
            &New::column(new, |it: &OrderRequest| it.lapses),
            &New::bodies(new) as _,
            &New::versions(new),
        )
        .execute(db)
        .await?;
        Ok(())
    }

    async fn save(
        db: &mut PgConnection,
        after: &Stored<OrderRequest>,
        from: i64,
    ) -> Result<bool, sqlx::Error> {
        let request = &after.value;
        let saved = sqlx::query!(
            "update order_request set status = $3, asks_customer = $4, body = $5, version = $6
             where id = $1 and version = $2",
            request.id.as_uuid(),
            from,
            request.state.status().code(),
            request.asks_customer,
            Json(request) as _,
            after.version,
        )
        .execute(db)
        .await?;
        Ok(saved.rows_affected() == 1)
    }
}

//! Reminders before the end of a term: which subscriptions to look at, and what was told of them.

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    Timestamp,
    ids::OrganizationId,
    subscription::{Reminded, Reminder, Reminding, Subscription},
};
use uuid::Uuid;

/// A subscription whose reminders are to be looked at, with whom and what a mail about it names.
#[derive(Debug)]
pub(crate) struct Watched {
    pub subscription: Subscription,
    /// Of an add-on, its base.
    pub base: Option<Subscription>,
    /// The last reminder, if there was one.
    pub told: Option<Reminded>,
    pub product: String,
    pub customer: String,
    /// The partner that ordered it and the partner of record, as far as they still have a relationship with the
    /// customer.
    pub partners: Vec<OrganizationId>,
}

struct Row {
    body: Json<Subscription>,
    base: Option<Json<Subscription>>,
    term_starts_at: Option<Timestamp>,
    days: Option<i32>,
    product: String,
    customer: String,
    partners: Vec<Uuid>,
}

impl Row {
    fn watched(self) -> Watched {
        let Json(subscription) = self.body;
        let told = self.term_starts_at.zip(self.days.and_then(Reminder::of));
        Watched {
            subscription,
            base: self.base.map(|Json(base)| base),
            told: told.map(|(starts, last)| Reminded { starts, last }),
            product: self.product,
            customer: self.customer,
            partners: self
                .partners
                .into_iter()
                .map(OrganizationId::from_uuid)
                .collect(),
        }
    }
}

/// Subscriptions whose reminders are to be looked at by now: so many at most. What another server is looking at is left
/// to it. The subscriptions themselves are not held: whoever changes one has it looked at again.
pub(crate) async fn due(
    db: &mut PgConnection,
    now: Timestamp,
    at_most: u32,
) -> Result<Vec<Watched>, sqlx::Error> {
    let due = sqlx::query_scalar!(
        "select subscription_id from renewal_reminder where look_at <= $1
         order by look_at limit $2 for update skip locked",
        now,
        i64::from(at_most),
    )
    .fetch_all(&mut *db)
    .await?;
    let rows = sqlx::query_as!(
        Row,
        r#"select s.body as "body: Json<Subscription>", b.body as "base?: Json<Subscription>", w.term_starts_at, w.days,
              p.name as product, c.name as customer,
              array(select r.partner_id from relationship r where r.customer_id = s.customer_id
                 and relationship_holds(r, $2) and r.partner_id in (s.partner_id, s.partner_of_record_id)
                 order by r.partner_id) as "partners!"
           from renewal_reminder w
           join subscription s on s.id = w.subscription_id
           join product p on p.sku_id = s.sku_id
           join organization c on c.id = s.customer_id
           left join subscription b on b.id = s.base_id
           where w.subscription_id = any($1) order by s.id"#,
        &due,
        now,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Row::watched).collect())
}

/// Notes what was told of each, and when to look again.
pub(crate) async fn note(
    db: &mut PgConnection,
    looked_at: &[(Subscription, Reminding)],
) -> Result<(), sqlx::Error> {
    let ids: Vec<Uuid> = looked_at.iter().map(|(it, _)| it.id.into_uuid()).collect();
    let told = |(it, reminding): &(Subscription, Reminding)| {
        reminding
            .due
            .map(|(reminder, _)| (it.starts, reminder.days()))
    };
    let told: Vec<Option<(Timestamp, i32)>> = looked_at.iter().map(told).collect();
    let starts: Vec<Option<Timestamp>> = told.iter().map(|it| it.map(|(at, _)| at)).collect();
    let days: Vec<Option<i32>> = told.iter().map(|it| it.map(|(_, days)| days)).collect();
    let next: Vec<Option<Timestamp>> = looked_at.iter().map(|(_, it)| it.next).collect();
    sqlx::query!(
        "update renewal_reminder w
         set term_starts_at = coalesce(new.starts, w.term_starts_at), days = coalesce(new.days, w.days),
            look_at = new.next
         from unnest($1::uuid[], $2::timestamptz[], $3::integer[], $4::timestamptz[]) as new (id, starts, days, next)
         where w.subscription_id = new.id",
        &ids,
        &starts as _,
        &days as _,
        &next as _,
    )
    .execute(db)
    .await?;
    Ok(())
}

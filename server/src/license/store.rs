//! Assignments, and the licenses that there are to assign.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    Timestamp, event,
    ids::{AssignmentId, OrganizationId, SubscriptionId, UserId},
    license::{self, Assignment, Event, Pool, Shelf},
    subscription::Subscription,
    text::PersonName,
};
use uuid::Uuid;

use crate::{
    pipeline::object::{New, Object},
    store::{Hold, Stored, decoded, held},
};

type Row = crate::store::Row<Assignment>;

/// A subscription with what users hold of it.
#[derive(Clone, Debug)]
pub(crate) struct Licenses {
    pub subscription: Subscription,
    pub product: String,
    pub assigned: u32,
}

impl Licenses {
    /// In core's form.
    pub(crate) fn pool(&self) -> Pool<'_> {
        Pool {
            subscription: self.subscription.id,
            sku: self.subscription.sku,
            product: &self.product,
            bought: self.subscription.quantity.get(),
            assigned: self.assigned,
            status: self.subscription.state.status(),
        }
    }
}

struct Sold {
    body: Json<Subscription>,
    product: String,
}

/// The licenses of a customer's subscription. Locked, nobody else assigns of it, and their number stays, until the
/// transaction ends.
pub(crate) async fn licenses(
    db: &mut PgConnection,
    customer: OrganizationId,
    subscription: SubscriptionId,
    hold: Hold,
) -> Result<Option<Licenses>, sqlx::Error> {
    let sold = held!(
        hold,
        Sold,
        fetch_optional(&mut *db),
        r#"select s.body as "body: Json<Subscription>", p.name as product
           from subscription s join product p on p.sku_id = s.sku_id
           where s.customer_id = $1 and s.id = $2"#,
        " for update of s",
        customer.as_uuid(),
        subscription.as_uuid(),
    )?;
    let Some(sold) = sold else { return Ok(None) };
    // Counted after the lock is held: whoever waited for it would otherwise miss what was assigned meanwhile.
    let assigned = assigned(db, customer, subscription).await?;
    Ok(Some(Licenses {
        subscription: sold.body.0,
        product: sold.product,
        assigned,
    }))
}

/// A subscription that files can name, by its product or its offer.
#[derive(Clone, Debug)]
pub(crate) struct Stock {
    pub licenses: Licenses,
    offer: Option<String>,
}

impl Stock {
    /// In core's form.
    pub(crate) fn shelf(&self) -> Shelf<'_> {
        Shelf {
            pool: self.licenses.pool(),
            offer: self.offer.as_deref(),
        }
    }
}

/// The most subscriptions that one file deals out, the oldest ones.
const DEALT: i64 = 1_000;

/// The customer's subscriptions that are active by now to the products that one of these fields of a file names, the
/// oldest first, locked: nobody else assigns of them, and their numbers stay, until the transaction ends.
pub(crate) async fn stock(
    db: &mut PgConnection,
    customer: OrganizationId,
    fields: &BTreeSet<&str>,
    now: Timestamp,
) -> Result<Vec<Stock>, sqlx::Error> {
    // As many as the catalog has at most.
    let products = sqlx::query!(
        "select sku_id, name, offer from product where sku_id in (
            select sku_id from subscription where customer_id = $1 and status = 'active')",
        customer.as_uuid(),
    )
    .fetch_all(&mut *db)
    .await?;
    let named = products.into_iter().filter(|it| {
        let mut fields = fields.iter();
        fields.any(|field| license::names_product(field, &it.name, it.offer.as_deref()))
    });
    let skus: Vec<Uuid> = named.map(|it| it.sku_id).collect();
    if skus.is_empty() {
        return Ok(Vec::new());
    }
    let sold = sqlx::query!(
        r#"select s.body as "body: Json<Subscription>", p.name as product, p.offer
           from subscription s join product p on p.sku_id = s.sku_id
           where s.customer_id = $1 and s.status = 'active' and s.sku_id = any($2)
              and subscription_status(s, $4) = 'active'
           order by s.id limit $3 for update of s"#,
        customer.as_uuid(),
        &skus,
        DEALT,
        now,
    )
    .fetch_all(&mut *db)
    .await?;
    let ids: Vec<Uuid> = sold.iter().map(|row| row.body.id.into_uuid()).collect();
    // Counted after the locks are held: whoever waited for them would otherwise miss what was assigned meanwhile.
    let counted = sqlx::query!(
        r#"select subscription_id, count(*) as "assigned!" from assignment
           where customer_id = $1 and subscription_id = any($2) and withdrawn_at is null group by subscription_id"#,
        customer.as_uuid(),
        &ids,
    )
    .fetch_all(db)
    .await?;
    let counted = counted.into_iter();
    let assigned: HashMap<Uuid, i64> = counted
        .map(|row| (row.subscription_id, row.assigned))
        .collect();
    let stock = sold.into_iter().map(|row| {
        let subscription = row.body.0;
        let assigned = assigned.get(subscription.id.as_uuid()).copied();
        Stock {
            licenses: Licenses {
                assigned: u32::try_from(assigned.unwrap_or_default()).unwrap_or(u32::MAX),
                subscription,
                product: row.product,
            },
            offer: row.offer,
        }
    });
    Ok(stock.collect())
}

/// Whoever signs in by one of these addresses.
pub(crate) async fn users_named(
    db: &mut PgConnection,
    addresses: &[String],
) -> Result<Vec<Uuid>, sqlx::Error> {
    sqlx::query_scalar!("select id from app_user where email = any($1)", addresses)
        .fetch_all(db)
        .await
}

/// Those of these users who hold a license of the subscription.
pub(crate) async fn holders(
    db: &mut PgConnection,
    customer: OrganizationId,
    subscription: SubscriptionId,
    users: &[Uuid],
) -> Result<BTreeSet<UserId>, sqlx::Error> {
    let holders = sqlx::query_scalar!(
        "select user_id from assignment
         where customer_id = $1 and subscription_id = $2 and withdrawn_at is null and user_id = any($3)",
        customer.as_uuid(),
        subscription.as_uuid(),
        users,
    )
    .fetch_all(db)
    .await?;
    Ok(holders.into_iter().map(UserId::from_uuid).collect())
}

/// The same of several subscriptions: an entry for each that one of them holds a license of.
pub(crate) async fn holders_of(
    db: &mut PgConnection,
    customer: OrganizationId,
    subscriptions: &[Uuid],
    users: &[Uuid],
) -> Result<BTreeMap<SubscriptionId, BTreeSet<UserId>>, sqlx::Error> {
    let rows = sqlx::query!(
        "select subscription_id, user_id from assignment
         where customer_id = $1 and subscription_id = any($2) and withdrawn_at is null and user_id = any($3)",
        customer.as_uuid(),
        subscriptions,
        users,
    )
    .fetch_all(db)
    .await?;
    let mut holders: BTreeMap<SubscriptionId, BTreeSet<UserId>> = BTreeMap::new();
    for row in rows {
        let of = holders.entry(row.subscription_id.into()).or_default();
        of.insert(row.user_id.into());
    }
    Ok(holders)
}

/// These assignments of the customer, locked for a change.
pub(crate) async fn these(
    db: &mut PgConnection,
    customer: OrganizationId,
    ids: &[Uuid],
) -> Result<Vec<Stored<Assignment>>, sqlx::Error> {
    let rows = sqlx::query_as!(
        Row,
        r#"select body as "body: Json<Assignment>", version from assignment
           where customer_id = $1 and id = any($2) order by id for update"#,
        customer.as_uuid(),
        ids,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Row::stored).collect())
}

/// What this user of the customer holds, locked for a change.
pub(crate) async fn held_by(
    db: &mut PgConnection,
    customer: OrganizationId,
    user: UserId,
) -> Result<Vec<Stored<Assignment>>, sqlx::Error> {
    let rows = sqlx::query_as!(
        Row,
        r#"select body as "body: Json<Assignment>", version from assignment
           where customer_id = $1 and user_id = $2 and withdrawn_at is null order by id for update"#,
        customer.as_uuid(),
        user.as_uuid(),
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Row::stored).collect())
}

/// What was withdrawn from this user of the customer at this moment.
pub(crate) async fn released(
    db: &mut PgConnection,
    customer: OrganizationId,
    user: UserId,
    at: Timestamp,
) -> Result<Vec<Assignment>, sqlx::Error> {
    let rows = sqlx::query_as!(
        Row,
        r#"select body as "body: Json<Assignment>", version from assignment
           where customer_id = $1 and user_id = $2 and withdrawn_at = $3 order by id"#,
        customer.as_uuid(),
        user.as_uuid(),
        at,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| row.stored().value).collect())
}

/// A license that is held, and the name of the user who holds it.
#[derive(Debug)]
pub(crate) struct Holding {
    pub stored: Stored<Assignment>,
    pub name: PersonName,
}

impl Holding {
    /// In core's form.
    pub(crate) fn known(&self) -> license::Holding<'_> {
        (&self.stored.value, &self.name)
    }
}

/// What these users of the customer hold, with their names, locked for a change.
pub(crate) async fn held_by_these(
    db: &mut PgConnection,
    customer: OrganizationId,
    users: &[Uuid],
) -> Result<Vec<Holding>, sqlx::Error> {
    if users.is_empty() {
        return Ok(Vec::new());
    }
    let rows = sqlx::query_as!(
        HeldRow,
        r#"select a.body as "body: Json<Assignment>", a.version, u.name
           from assignment a join app_user u on u.id = a.user_id
           where a.customer_id = $1 and a.user_id = any($2) and a.withdrawn_at is null
           order by a.id for update of a"#,
        customer.as_uuid(),
        users,
    )
    .fetch_all(db)
    .await?;
    rows.into_iter().map(HeldRow::held).collect()
}

struct Concerned {
    customer_id: Uuid,
}

struct HeldRow {
    body: Json<Assignment>,
    version: i64,
    name: String,
}

/// What users hold of these subscriptions. Locked for a change together with the subscriptions, nobody assigns of them
/// until the transaction ends. Of a family, the base is locked before.
pub(crate) async fn held_of(
    db: &mut PgConnection,
    subscriptions: &BTreeSet<SubscriptionId>,
    hold: Hold,
) -> Result<Vec<Holding>, sqlx::Error> {
    if subscriptions.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Uuid> = subscriptions.iter().map(|id| id.into_uuid()).collect();
    let concerned = held!(
        hold,
        Concerned,
        fetch_all(&mut *db),
        "select customer_id from subscription where id = any($1) order by id",
        " for update",
        &ids,
    )?;
    let customers: Vec<Uuid> = concerned.into_iter().map(|it| it.customer_id).collect();
    // Read after the locks are held: whoever waited for them would otherwise miss what was assigned meanwhile.
    let rows = held!(
        hold,
        HeldRow,
        fetch_all(db),
        r#"select a.body as "body: Json<Assignment>", a.version, u.name
           from assignment a join app_user u on u.id = a.user_id
           where a.customer_id = any($1) and a.subscription_id = any($2) and a.withdrawn_at is null
           order by a.id"#,
        " for update of a",
        &customers,
        &ids,
    )?;
    rows.into_iter().map(HeldRow::held).collect()
}

impl HeldRow {
    fn held(self) -> Result<Holding, sqlx::Error> {
        Ok(Holding {
            name: decoded(self.name.parse())?,
            stored: Stored {
                value: self.body.0,
                version: self.version,
            },
        })
    }
}

/// How many licenses of this subscription users hold.
pub(crate) async fn assigned(
    db: &mut PgConnection,
    customer: OrganizationId,
    subscription: SubscriptionId,
) -> Result<u32, sqlx::Error> {
    let assigned = sqlx::query_scalar!(
        r#"select count(*) as "assigned!" from assignment
           where customer_id = $1 and subscription_id = $2 and withdrawn_at is null"#,
        customer.as_uuid(),
        subscription.as_uuid(),
    )
    .fetch_one(db)
    .await?;
    Ok(u32::try_from(assigned).unwrap_or(u32::MAX))
}

impl Object for Assignment {
    type Beside = ();

    fn id(&self) -> AssignmentId {
        self.id
    }

    fn logged(id: AssignmentId, event: Event) -> event::Event {
        event::Event::Assignment { id, event }
    }

    fn audience(&self, event: &Event) -> Vec<OrganizationId> {
        event.readers()
    }

    async fn insert(db: &mut PgConnection, new: &[New<Assignment>]) -> Result<(), sqlx::Error> {
        sqlx::query!(
            "insert into assignment (customer_id, id, subscription_id, user_id, since, body, version)
             select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::jsonb[],
                $7::bigint[])",
            &New::column(new, |it: &Assignment| it.customer.into_uuid()),
            &New::column(new, |it: &Assignment| it.id.into_uuid()),
            &New::column(new, |it: &Assignment| it.subscription.into_uuid()),
            &New::column(new, |it: &Assignment| it.user.into_uuid()),
            &New::column(new, |it: &Assignment| it.since),
            &New::bodies(new) as _,
            &New::versions(new),
        )
        .execute(db)
        .await?;
        Ok(())
    }

    async fn save(
        db: &mut PgConnection,
        after: &Stored<Assignment>,
        from: i64,
    ) -> Result<bool, sqlx::Error> {
        save_all(db, &[(after, from)]).await
    }
}

/// Stores changed assignments, in one statement; false if somebody else has changed one of them since the version that
/// stands beside it.
pub(crate) async fn save_all(
    db: &mut PgConnection,
    all: &[(&Stored<Assignment>, i64)],
) -> Result<bool, sqlx::Error> {
    let ids: Vec<Uuid> = all.iter().map(|(it, _)| it.value.id.into_uuid()).collect();
    let withdrawn: Vec<Option<Timestamp>> = all
        .iter()
        .map(|(it, _)| it.value.withdrawn.map(|end| end.at))
        .collect();
    let bodies: Vec<_> = all.iter().map(|(it, _)| Json(&it.value)).collect();
    let from: Vec<i64> = all.iter().map(|(_, from)| *from).collect();
    let versions: Vec<i64> = all.iter().map(|(it, _)| it.version).collect();
    let saved = sqlx::query!(
        "update assignment a set withdrawn_at = after.withdrawn_at, body = after.body, version = after.version
         from unnest($1::uuid[], $2::timestamptz[], $3::jsonb[], $4::bigint[], $5::bigint[])
            as after (id, withdrawn_at, body, before, version)
         where a.id = after.id and a.version = after.before",
        &ids,
        &withdrawn as _,
        &bodies as _,
        &from,
        &versions,
    )
    .execute(db)
    .await?;
    Ok(saved.rows_affected() == all.len() as u64)
}

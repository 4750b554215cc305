//! Families of subscriptions: a base with its add-ons, changed together.

use std::collections::{BTreeSet, HashMap};

use serde::Serialize;
use sqlx::{PgConnection, types::Json};
use tierline_core::{
    Timestamp,
    ids::{OrganizationId, SubscriptionId},
    organization::Reviewed,
    subscription::{Family, Sides, Subscription},
};
use uuid::Uuid;

use super::quantity;
use crate::{
    organization::store::reviews,
    store::{Hold, Stored},
};

type Row = crate::store::Row<Subscription>;

/// A base with its add-ons, as they are stored.
#[derive(Clone, Debug)]
pub(crate) struct Members {
    pub base: Stored<Subscription>,
    pub add_ons: Vec<Stored<Subscription>>,
    /// When the account of their customer was under review.
    pub reviews: Vec<Reviewed>,
}

impl Members {
    /// As core knows them.
    pub(crate) fn family(&self) -> Family {
        Family {
            base: self.base.value.clone(),
            add_ons: self.add_ons.iter().map(|it| it.value.clone()).collect(),
            reviews: self.reviews.clone(),
        }
    }

    /// All of them, the base first.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Stored<Subscription>> {
        [&self.base].into_iter().chain(&self.add_ons)
    }

    /// All of them, for a change.
    pub(crate) fn into_all(self) -> Vec<Stored<Subscription>> {
        [self.base].into_iter().chain(self.add_ons).collect()
    }

    /// The one with this id.
    pub(crate) fn get(&self, id: SubscriptionId) -> Option<&Stored<Subscription>> {
        self.all().find(|it| it.value.id == id)
    }
}

/// The customer of a subscription and its partners, and its base if it is an add-on.
pub(crate) async fn sides(
    db: &mut PgConnection,
    id: SubscriptionId,
) -> Result<Option<(Sides, Option<SubscriptionId>)>, sqlx::Error> {
    let row = sqlx::query!(
        r#"select customer_id, partner_id, partner_of_record_id, support_contact_id as "support!", base_id
           from subscription where id = $1"#,
        id.as_uuid(),
    )
    .fetch_optional(db)
    .await?;
    Ok(row.map(|row| {
        let sides = Sides {
            customer: row.customer_id.into(),
            partner: row.partner_id.into(),
            of_record: row.partner_of_record_id.map(OrganizationId::from_uuid),
            support: row.support.into(),
        };
        (sides, row.base_id.map(SubscriptionId::from_uuid))
    }))
}

/// The family of this base.
pub(crate) async fn of_base(
    db: &mut PgConnection,
    base: SubscriptionId,
    hold: Hold,
) -> Result<Option<Members>, sqlx::Error> {
    if hold == Hold::Locked {
        sqlx::query_scalar!(
            "select id from subscription where id = $1 for update",
            base.as_uuid(),
        )
        .fetch_optional(&mut *db)
        .await?;
    }
    Ok(of_bases(db, &[base.into_uuid()]).await?.pop())
}

/// The families of these bases. Whoever changes one has locked its base before.
pub(super) async fn of_bases(
    db: &mut PgConnection,
    bases: &[Uuid],
) -> Result<Vec<Members>, sqlx::Error> {
    let rows = sqlx::query_as!(
        Row,
        r#"select body as "body: Json<Subscription>", version from subscription
           where id = any($1) or base_id = any($1) order by id"#,
        bases,
    )
    .fetch_all(&mut *db)
    .await?;
    let (bases, add_ons): (Vec<_>, Vec<_>) = rows
        .into_iter()
        .map(Row::stored)
        .partition(|it| it.value.course.base.is_none());
    let mut of: HashMap<SubscriptionId, Vec<Stored<Subscription>>> = HashMap::new();
    for add_on in add_ons {
        if let Some(base) = add_on.value.course.base {
            of.entry(base).or_default().push(add_on);
        }
    }
    let customers: BTreeSet<Uuid> = bases
        .iter()
        .map(|it| it.value.customer.into_uuid())
        .collect();
    let customers: Vec<Uuid> = customers.into_iter().collect();
    let reviews = reviews(db, &customers).await?;
    let families = bases.into_iter().map(|base| Members {
        reviews: reviews
            .get(&base.value.customer)
            .cloned()
            .unwrap_or_default(),
        add_ons: of.remove(&base.value.id).unwrap_or_default(),
        base,
    });
    Ok(families.collect())
}

/// So many times as many are looked at as are taken: the first may be locked by other servers.
const LOOKED_AT: u32 = 10;

/// Which families are looked at.
#[derive(Clone, Debug, Serialize)]
pub(crate) enum Due {
    /// Those of all bases but these.
    AllBut(Vec<SubscriptionId>),
    /// That of this base.
    One(SubscriptionId),
}

/// The bases of so many subscriptions that are due longest, but for these: each once, also where several of its family
/// are due.
pub(crate) async fn due_bases(
    db: &mut PgConnection,
    now: Timestamp,
    but: &[SubscriptionId],
    at_most: u32,
) -> Result<Vec<Uuid>, sqlx::Error> {
    let but: Vec<Uuid> = but.iter().map(|base| base.into_uuid()).collect();
    sqlx::query_scalar!(
        r#"select base as "base!" from (
              select coalesce(base_id, id) as base, due_at from subscription
              where due_at <= $1 and coalesce(base_id, id) <> all($2) order by due_at limit $3) due
           group by base order by min(due_at)"#,
        now,
        &but,
        i64::from(at_most),
    )
    .fetch_all(db)
    .await
}

/// The base of this customer's subscription, if something has happened by itself to its family by now: locked, after
/// whoever has it.
pub(crate) async fn due_base(
    db: &mut PgConnection,
    customer: OrganizationId,
    subscription: SubscriptionId,
    now: Timestamp,
) -> Result<Option<SubscriptionId>, sqlx::Error> {
    let base = sqlx::query_scalar!(
        r#"select b.id from subscription b
           where b.id = (select coalesce(base_id, id) from subscription where id = $1 and customer_id = $2)
           for update"#,
        subscription.into_uuid(),
        customer.into_uuid(),
    )
    .fetch_optional(&mut *db)
    .await?;
    let Some(base) = base else { return Ok(None) };
    // Asked under the lock: whoever had it may have brought it up to date.
    let is_due = sqlx::query_scalar!(
        r#"select exists (select from subscription where (id = $1 or base_id = $1) and due_at <= $2) as "due!""#,
        base,
        now,
    )
    .fetch_one(&mut *db)
    .await?;
    Ok(is_due.then(|| SubscriptionId::from_uuid(base)))
}

/// Families to which something has happened by itself by now: locked, so many at most, what is due longest first.
/// Several servers take different ones, and none waits for another or for somebody's change. Bases alone are locked:
/// with an add-on that is due, and a base that another server has, two servers would wait for each other.
pub(crate) async fn due(
    db: &mut PgConnection,
    now: Timestamp,
    due: &Due,
    at_most: u32,
) -> Result<Vec<Members>, sqlx::Error> {
    let due = match due {
        Due::One(base) => vec![base.into_uuid()],
        Due::AllBut(failed) => {
            due_bases(db, now, failed, at_most.saturating_mul(LOOKED_AT)).await?
        }
    };
    let locked = sqlx::query_scalar!(
        "select id from subscription where id = any($1) order by array_position($1, id) limit $2
         for update skip locked",
        &due,
        i64::from(at_most),
    )
    .fetch_all(&mut *db)
    .await?;
    // Asked again under the locks: another server may have brought one up to date before it was locked here.
    let bases = sqlx::query_scalar!(
        r#"select distinct coalesce(base_id, id) as "base!" from subscription
           where (id = any($1) or base_id = any($1)) and due_at <= $2"#,
        &locked,
        now,
    )
    .fetch_all(&mut *db)
    .await?;
    of_bases(db, &bases).await
}

/// Stores changed subscriptions, each if the stored version is still the one beside it; false if somebody else has
/// changed one of them.
pub(crate) async fn save(
    db: &mut PgConnection,
    changed: &[(&Stored<Subscription>, i64)],
) -> Result<bool, sqlx::Error> {
    let values = || changed.iter().map(|(after, _)| &after.value);
    let ids: Vec<Uuid> = values().map(|it| it.id.into_uuid()).collect();
    let from: Vec<i64> = changed.iter().map(|(_, from)| *from).collect();
    let partners: Vec<Uuid> = values().map(|it| it.partner.into_uuid()).collect();
    let of_record: Vec<Option<Uuid>> = values()
        .map(|it| it.partner_of_record.map(OrganizationId::into_uuid))
        .collect();
    let skus: Vec<Uuid> = values().map(|it| it.sku.into_uuid()).collect();
    let quantities: Vec<i32> = values().map(quantity).collect();
    let statuses: Vec<String> = values().map(|it| it.state.status().to_string()).collect();
    let starts: Vec<Timestamp> = values().map(|it| it.starts).collect();
    let ends: Vec<Timestamp> = values().map(|it| it.ends).collect();
    let due: Vec<Option<Timestamp>> = values().map(Subscription::due).collect();
    let bodies: Vec<_> = values().map(Json).collect();
    let versions: Vec<i64> = changed.iter().map(|(after, _)| after.version).collect();
    let saved = sqlx::query!(
        "update subscription s set partner_id = new.partner, partner_of_record_id = new.of_record, sku_id = new.sku,
            quantity = new.quantity, status = new.status, starts_at = new.starts, ends_at = new.ends,
            due_at = new.due, body = new.body, version = new.version
         from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::uuid[], $5::uuid[], $6::integer[], $7::text[],
            $8::timestamptz[], $9::timestamptz[], $10::timestamptz[], $11::jsonb[], $12::bigint[])
            as new (id, earlier, partner, of_record, sku, quantity, status, starts, ends, due, body, version)
         where s.id = new.id and s.version = new.earlier",
        &ids,
        &from,
        &partners,
        &of_record as _,
        &skus,
        &quantities,
        &statuses,
        &starts,
        &ends,
        &due as _,
        &bodies as _,
        &versions,
    )
    .execute(db)
    .await?;
    Ok(usize::try_from(saved.rows_affected()) == Ok(changed.len()))
}

//! Who supports customers: what they support, and how they are reached.

use sqlx::{PgConnection, types::Json};
use tierline_core::{
    Timestamp,
    ids::{OrganizationId, SubscriptionId},
    subscription::Subscription,
};
use uuid::Uuid;

use crate::{list::count, store::Stored};

type Row = crate::store::Row<Subscription>;

/// How a partner's customers reach it.
#[derive(Debug)]
pub(crate) struct Reached {
    /// The address of its organization.
    pub contact: Option<String>,
    /// The address that it gave for customer support when it enrolled.
    pub email: Option<String>,
    pub phone: Option<String>,
    pub website: Option<String>,
}

/// Where the customers of a partner find support: what it gave when it enrolled, or else its own address.
pub(crate) async fn reached(
    db: &mut PgConnection,
    partner: OrganizationId,
) -> Result<Option<Reached>, sqlx::Error> {
    sqlx::query_as!(
        Reached,
        r#"select o.contact, e.body #>> '{draft,support,email}' as email, e.body #>> '{draft,support,phone}' as phone,
              e.body #>> '{draft,support,website}' as website
           from organization o left join enrollment e on e.organization_id = o.id and e.status = 'active'
           where o.id = $1"#,
        partner.as_uuid(),
    )
    .fetch_optional(db)
    .await
}

/// The subscriptions that a partner has ordered for a customer, apart from those that are over by now, whose contact is
/// not this one: so many from a place in the order of ids on, locked, as whoever changes one has locked its base.
pub(crate) async fn ordered(
    db: &mut PgConnection,
    (customer, partner): (OrganizationId, OrganizationId),
    to: OrganizationId,
    (after, at_most): (Option<SubscriptionId>, i64),
    now: Timestamp,
) -> Result<Vec<Stored<Subscription>>, sqlx::Error> {
    let after = after.map_or(Uuid::nil(), SubscriptionId::into_uuid);
    sqlx::query_scalar!(
        "select id from subscription where id in (select coalesce(base_id, id) from (
            select id, base_id from subscription s
            where customer_id = $1 and partner_id = $2 and support_contact_id <> $3 and id > $4
               and subscription_status(s, $6) in ('active', 'suspended', 'expired') order by id limit $5) step)
         order by id for update",
        customer.as_uuid(),
        partner.as_uuid(),
        to.as_uuid(),
        after,
        at_most,
        now,
    )
    .fetch_all(&mut *db)
    .await?;
    // Asked again under the locks: what one of them is may have changed meanwhile.
    let rows = sqlx::query_as!(
        Row,
        r#"select body as "body: Json<Subscription>", version from subscription s
           where customer_id = $1 and partner_id = $2 and support_contact_id <> $3 and id > $4
              and subscription_status(s, $6) in ('active', 'suspended', 'expired') order by id limit $5"#,
        customer.as_uuid(),
        partner.as_uuid(),
        to.as_uuid(),
        after,
        at_most,
        now,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Row::stored).collect())
}

/// All of those, however many: their number, and whom the customer turns to for them.
pub(crate) async fn to_designate(
    db: &mut PgConnection,
    (customer, partner): (OrganizationId, OrganizationId),
    to: OrganizationId,
    now: Timestamp,
) -> Result<(u64, Vec<OrganizationId>), sqlx::Error> {
    let row = sqlx::query!(
        r#"select count(*) as "count!", coalesce(array_agg(distinct support_contact_id), '{}') as "contacts!"
           from subscription s
           where customer_id = $1 and partner_id = $2 and support_contact_id <> $3
              and subscription_status(s, $4) in ('active', 'suspended', 'expired')"#,
        customer.as_uuid(),
        partner.as_uuid(),
        to.as_uuid(),
        now,
    )
    .fetch_one(db)
    .await?;
    let contacts = row.contacts.into_iter().map(OrganizationId::from_uuid);
    Ok((count(row.count), contacts.collect()))
}

/// How many others the partner that ordered this subscription has ordered for its customer, that are not over by now.
pub(crate) async fn others(
    db: &mut PgConnection,
    it: &Subscription,
    now: Timestamp,
) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from subscription s
           where customer_id = $1 and partner_id = $2 and id <> $3
              and subscription_status(s, $4) in ('active', 'suspended', 'expired')"#,
        it.customer.as_uuid(),
        it.partner.as_uuid(),
        it.id.as_uuid(),
        now,
    )
    .fetch_one(db)
    .await
}

/// The subscriptions of a customer that this partner supports although another one ordered them: so many from a place
/// in the order of ids on, locked, as whoever changes one has locked its base.
pub(crate) async fn supported(
    db: &mut PgConnection,
    (customer, partner): (OrganizationId, OrganizationId),
    (after, at_most): (Option<SubscriptionId>, i64),
) -> Result<Vec<Stored<Subscription>>, sqlx::Error> {
    let after = after.map_or(Uuid::nil(), SubscriptionId::into_uuid);
    sqlx::query_scalar!(
        "select id from subscription where id in (select coalesce(base_id, id) from (
            select id, base_id from subscription
            where customer_id = $1 and support_contact_id = $2 and support_contact_id <> partner_id and id > $3
            order by id limit $4) step)
         order by id for update",
        customer.as_uuid(),
        partner.as_uuid(),
        after,
        at_most,
    )
    .fetch_all(&mut *db)
    .await?;
    // Asked again under the locks: another contact may have been named meanwhile.
    let rows = sqlx::query_as!(
        Row,
        r#"select body as "body: Json<Subscription>", version from subscription
           where customer_id = $1 and support_contact_id = $2 and support_contact_id <> partner_id and id > $3
           order by id limit $4"#,
        customer.as_uuid(),
        partner.as_uuid(),
        after,
        at_most,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Row::stored).collect())
}

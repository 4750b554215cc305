//! The ledger of charges and credits. Lines are appended, and never change.

use sqlx::PgConnection;
use tierline_core::{
    Timestamp,
    ids::{SkuId, SubscriptionId},
    market::Currency,
    money::{Money, Quantity},
    subscription::{Charge, Period, Reason},
};
use uuid::Uuid;

use crate::store::decoded;

/// A line as it is stored.
pub(crate) struct Row {
    pub subscription_id: Uuid,
    pub reason: String,
    pub sku_id: Uuid,
    pub quantity: i32,
    pub price: i64,
    pub currency: String,
    pub amount: i64,
    pub period: i32,
    pub periods: i32,
    pub period_starts: Timestamp,
    pub period_ends: Timestamp,
    pub starts: Timestamp,
    pub days: i32,
    pub at: Timestamp,
}

impl Row {
    /// The line in core's types.
    pub(crate) fn charge(self) -> Result<Charge, sqlx::Error> {
        let currency = decoded(Currency::parse(&self.currency))?;
        Ok(Charge {
            subscription: SubscriptionId::from_uuid(self.subscription_id),
            reason: decoded(self.reason.parse::<Reason>())?,
            sku: SkuId::from_uuid(self.sku_id),
            quantity: decoded(Quantity::new(self.quantity.unsigned_abs()))?,
            price: Money::new(self.price, currency),
            period: Period {
                number: self.period.unsigned_abs(),
                of: self.periods.unsigned_abs(),
                starts: self.period_starts,
                ends: self.period_ends,
            },
            from: self.starts,
            days: self.days.unsigned_abs(),
            amount: Money::new(self.amount, currency),
            at: self.at,
        })
    }
}

/// The lines of these subscriptions whose billing period ends after this moment, in their order: a credit is limited by
/// what is charged for its own period.
pub(crate) async fn since(
    db: &mut PgConnection,
    subscriptions: &[SubscriptionId],
    moment: Timestamp,
) -> Result<Vec<Charge>, sqlx::Error> {
    let ids: Vec<Uuid> = subscriptions.iter().map(|it| it.into_uuid()).collect();
    let rows = sqlx::query_as!(
        Row,
        "select subscription_id, reason, sku_id, quantity, price, currency, amount, period, periods, period_starts,
            period_ends, starts, days, at
         from charge where subscription_id = any($1) and period_ends > $2 order by subscription_id, line",
        &ids,
        moment,
    )
    .fetch_all(db)
    .await?;
    rows.into_iter().map(Row::charge).collect()
}

/// Every line of these subscriptions, in their order.
pub(crate) async fn whole(
    db: &mut PgConnection,
    subscriptions: &[Uuid],
) -> Result<Vec<Charge>, sqlx::Error> {
    let rows = sqlx::query_as!(
        Row,
        "select subscription_id, reason, sku_id, quantity, price, currency, amount, period, periods, period_starts,
            period_ends, starts, days, at
         from charge where subscription_id = any($1) order by subscription_id, line",
        subscriptions,
    )
    .fetch_all(db)
    .await?;
    rows.into_iter().map(Row::charge).collect()
}

/// The newest lines of a subscription, the latest first.
pub(crate) async fn latest(
    db: &mut PgConnection,
    subscription: SubscriptionId,
    at_most: i64,
) -> Result<Vec<Charge>, sqlx::Error> {
    let rows = sqlx::query_as!(
        Row,
        "select subscription_id, reason, sku_id, quantity, price, currency, amount, period, periods, period_starts,
            period_ends, starts, days, at
         from charge where subscription_id = $1 order by line desc limit $2",
        subscription.as_uuid(),
        at_most,
    )
    .fetch_all(db)
    .await?;
    rows.into_iter().map(Row::charge).collect()
}

/// Appends these lines, in their order.
pub(crate) async fn append(db: &mut PgConnection, lines: &[Charge]) -> Result<(), sqlx::Error> {
    if lines.is_empty() {
        return Ok(());
    }
    let ids = |of: fn(&Charge) -> Uuid| lines.iter().map(of).collect::<Vec<Uuid>>();
    let texts = |of: fn(&Charge) -> &'static str| {
        let texts = lines.iter().map(|line| of(line).to_owned());
        texts.collect::<Vec<String>>()
    };
    let numbers = |of: fn(&Charge) -> u32| {
        let numbers = lines.iter().map(|line| i64::from(of(line)));
        numbers.collect::<Vec<i64>>()
    };
    let amounts = |of: fn(&Charge) -> i64| lines.iter().map(of).collect::<Vec<i64>>();
    let times = |of: fn(&Charge) -> Timestamp| lines.iter().map(of).collect::<Vec<Timestamp>>();
    sqlx::query!(
        "insert into charge (subscription_id, line, reason, sku_id, quantity, price, currency, amount, period, periods,
            period_starts, period_ends, starts, days, at)
         select id, coalesce((select max(c.line) from charge c where c.subscription_id = id), 0)
                + row_number() over (partition by id order by place),
            reason, sku, quantity, price, currency, amount, period, periods, period_starts, period_ends, starts, days, at
         from unnest($1::uuid[], $2::text[], $3::uuid[], $4::bigint[], $5::bigint[], $6::text[], $7::bigint[],
            $8::bigint[], $9::bigint[], $10::timestamptz[], $11::timestamptz[], $12::timestamptz[], $13::bigint[],
            $14::timestamptz[]) with ordinality
            as new (id, reason, sku, quantity, price, currency, amount, period, periods, period_starts, period_ends,
                starts, days, at, place)",
        &ids(|it| it.subscription.into_uuid()),
        &texts(|it| it.reason.code()),
        &ids(|it| it.sku.into_uuid()),
        &numbers(|it| it.quantity.get()),
        &amounts(|it| it.price.minor),
        &texts(|it| it.amount.currency.code()),
        &amounts(|it| it.amount.minor),
        &numbers(|it| it.period.number),
        &numbers(|it| it.period.of),
        &times(|it| it.period.starts),
        &times(|it| it.period.ends),
        &times(|it| it.from),
        &numbers(|it| it.days),
        &times(|it| it.at),
    )
    .execute(db)
    .await?;
    Ok(())
}

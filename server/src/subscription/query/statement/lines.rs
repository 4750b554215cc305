//! The lines of a statement, page by page: by customer, subscription and their order in its ledger.

use sqlx::PgConnection;
use tierline_app::{
    list::model::Page, portal::PortalResult, subscription::model::statement::StatementLine,
};
use tierline_core::Timestamp;
use uuid::Uuid;

use super::{Scope, Visible};
use crate::{
    organization::{query::failed, query::party},
    subscription::store::Line,
};

struct Row {
    customer_id: Uuid,
    customer: String,
    sort_key: String,
    subscription: String,
    product: String,
    subscription_id: Uuid,
    line: i32,
    reason: String,
    sku_id: Uuid,
    quantity: i32,
    price: i64,
    currency: String,
    amount: i64,
    period: i32,
    periods: i32,
    period_starts: Timestamp,
    period_ends: Timestamp,
    starts: Timestamp,
    days: i32,
    at: Timestamp,
}

/// A place between lines, as a cursor has it. It says its key itself, so that it can be asked for whatever has become
/// of the line that it was made of.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    /// Whether the page is the one after it.
    is_after: bool,
    sort_key: String,
    customer: Uuid,
    subscription: Uuid,
    line: i32,
}

impl Place {
    fn of(row: &Row, is_after: bool) -> Place {
        Place {
            is_after,
            sort_key: row.sort_key.clone(),
            customer: row.customer_id,
            subscription: row.subscription_id,
            line: row.line,
        }
    }

    /// The place that a cursor names; none for what is no cursor, and so the first page.
    fn parse(cursor: &str) -> Option<Place> {
        let mut parts = cursor.splitn(5, '.');
        let is_after = match parts.next()? {
            "after" => true,
            "before" => false,
            _ => return None,
        };
        Some(Place {
            is_after,
            customer: parts.next()?.parse().ok()?,
            subscription: parts.next()?.parse().ok()?,
            line: parts.next()?.parse().ok()?,
            // Postgres has no text with such a sign.
            sort_key: parts.next().filter(|key| !key.contains('\0'))?.to_owned(),
        })
    }

    fn cursor(&self) -> String {
        let way = if self.is_after { "after" } else { "before" };
        let Place {
            customer,
            subscription,
            line,
            sort_key,
            ..
        } = self;
        format!("{way}.{customer}.{subscription}.{line}.{sort_key}")
    }
}

// What is seen is found first, apart from the order: the planner takes a limit for a reason to walk along all
// organizations.
macro_rules! rows {
    ($db:expr, $visible:expr, $scope:expr, $place:expr, $limit:expr, $beyond:literal, $order:literal) => {
        sqlx::query_as!(
            Row,
            r#"with found as materialized (
                 select o.sort_key, o.id as customer_id, o.name as customer, c.subscription_id, c.line
                 from subscriptions_shown($1, $2, $3, $4, $5, $13) shown
                 join charge c on c.subscription_id = shown.id and c.at >= $6 and c.at < $7
                 join organization o on o.id = shown.customer_id),
               page as (
                 select * from found
                 where $8::text is null or (sort_key, customer_id, subscription_id, line) "#
                + $beyond
                + r#" ($8, $9::uuid, $10::uuid, $11::integer) order by "#
                + $order
                + r#" limit $12)
               select page.customer_id as "customer_id!", page.customer as "customer!", page.sort_key as "sort_key!",
                 own.name as subscription, p.name as product, c.subscription_id, c.line, c.reason, c.sku_id, c.quantity,
                 c.price, c.currency, c.amount, c.period, c.periods, c.period_starts, c.period_ends, c.starts, c.days,
                 c.at
               from page
               join charge c on c.subscription_id = page.subscription_id and c.line = page.line
               join subscription s on s.id = page.subscription_id
               join product own on own.sku_id = s.sku_id
               join product p on p.sku_id = c.sku_id
               order by page.sort_key, page.customer_id, page.subscription_id, page.line"#,
            $visible.is_customer(),
            $visible.organization.id.into_uuid(),
            $visible.reach.as_deref() as _,
            $scope.customer(),
            $scope.reseller(),
            $scope.starts,
            $scope.ends,
            $place.map(|place| place.sort_key.as_str()),
            $place.map(|place| place.customer),
            $place.map(|place| place.subscription),
            $place.map(|place| place.line),
            $limit,
            $visible.now,
        )
        .fetch_all($db)
        .await
        .map_err(failed)
    };
}

/// A page of them, from the place that the cursor names on. How many there are is not counted here.
pub(super) async fn page(
    db: &mut PgConnection,
    visible: &Visible,
    scope: &Scope,
    cursor: &str,
    size: usize,
) -> PortalResult<Page<StatementLine>> {
    let place = Place::parse(cursor);
    let limit = i64::try_from(size).map_err(failed)?.saturating_add(1);
    let goes_back = place.as_ref().is_some_and(|place| !place.is_after);
    let place = place.as_ref();
    let mut rows: Vec<Row> = if goes_back {
        rows!(
            db,
            visible,
            scope,
            place,
            limit,
            "<",
            "sort_key desc, customer_id desc, subscription_id desc, line desc"
        )?
    } else {
        rows!(
            db,
            visible,
            scope,
            place,
            limit,
            ">",
            "sort_key, customer_id, subscription_id, line"
        )?
    };
    let more = rows.len().saturating_sub(size);
    let there_are_more = more > 0;
    if goes_back {
        rows.drain(..more);
    } else {
        rows.truncate(size);
    }
    let (is_behind, is_ahead) = if goes_back {
        (there_are_more, true)
    } else {
        (place.is_some(), there_are_more)
    };
    let cursor = |row: Option<&Row>, is_after| row.map(|row| Place::of(row, is_after).cursor());
    let previous = cursor(rows.first().filter(|_| is_behind), false);
    let next = cursor(rows.last().filter(|_| is_ahead), true);
    let shown: Vec<StatementLine> = rows
        .into_iter()
        .map(Row::shown)
        .collect::<PortalResult<_>>()?;
    Ok(Page {
        total: u64::try_from(shown.len()).unwrap_or_default(),
        rows: shown,
        is_at_least: false,
        next,
        previous,
    })
}

impl Row {
    fn shown(self) -> PortalResult<StatementLine> {
        let line = Line {
            subscription_id: self.subscription_id,
            reason: self.reason,
            sku_id: self.sku_id,
            quantity: self.quantity,
            price: self.price,
            currency: self.currency,
            amount: self.amount,
            period: self.period,
            periods: self.periods,
            period_starts: self.period_starts,
            period_ends: self.period_ends,
            starts: self.starts,
            days: self.days,
            at: self.at,
        };
        Ok(StatementLine {
            customer: party(self.customer_id, &self.customer)?,
            subscription: self.subscription,
            product: self.product,
            charge: line.charge().map_err(failed)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_as_it_was_written() {
        for (is_after, sort_key) in [(true, "contoso. a.b"), (false, "")] {
            let place = Place {
                is_after,
                sort_key: sort_key.to_owned(),
                customer: Uuid::from_u128(1),
                subscription: Uuid::from_u128(2),
                line: 3,
            };
            assert_eq!(Place::parse(&place.cursor()), Some(place));
        }
        for wrong in ["", "1", "after", "after.1.2.3.x", "beside.x"] {
            assert_eq!(Place::parse(wrong), None, "{wrong}");
        }
    }
}

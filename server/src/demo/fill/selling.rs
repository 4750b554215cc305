//! Many subscriptions with their whole history, for measuring: each was bought, is charged, and goes on by itself.
//!
//! One reseller has the first ten thousand, all bought in the month before, so that its statement of that month is as
//! long however many there are. The others were bought lately, and nothing is due for them in the next days; or their
//! first month has just ended, and a server renews them as soon as it is started. Their customers and orders have state
//! and no history, as other filled-in customers. One more customer of that reseller has thousands of users and
//! licenses.

mod crowd;

pub use crowd::FILLED_CROWD;

use std::ops::Range;

use chrono::{DateTime, Months, TimeDelta};
use sqlx::{Connection as _, PgConnection, PgPool};
use tierline_core::{
    Evolve as _, Timestamp,
    ids::{OrderId, OrganizationId, SubscriptionId, UserId},
    money::{Money, Quantity},
    order::{Line, Order},
    subscription::{Charge, Event, Family, Month, Plan, Reminding, Subscription, Term, settle},
};

use super::{
    connection, pairs, products,
    rows::{Chunk, Customer, Pair, Rows, fresh, licenses},
    there, write,
};
use crate::{
    activity,
    demo::{DemoError, catalog, organizations, random::Stream},
    pipeline::object::{New, Object},
    state::AppState,
    subscription::store::{charge, note_reminders},
};

/// The end of the domain of every customer made here.
pub const FILLED_BUYERS: &str = "buyers.example";

/// Subscriptions of one customer.
const EACH: u64 = 10;

/// Customers in one transaction, all with the same partners.
const CHUNK: u64 = 100;

/// Whose statement is measured, and by how many chunks.
const ONE_RESELLER: &str = "Fourth Coffee Cloud";
const OF_ONE_RESELLER: u64 = 10;

/// The days in which most were bought. No month is shorter, so their first one has not ended in the next days.
const LATELY: TimeDelta = TimeDelta::days(25);

/// When subscriptions were bought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bought {
    /// In the last weeks; those of one reseller in the month before.
    Lately,
    /// For a month that ended within the last hour.
    ForAMonth,
}

/// Fills in subscriptions up to this number, and returns how many were added. `progress` gets the number reached after
/// each piece. The few of the customer with many users are not counted.
///
/// # Errors
/// When the database fails, or there is no partnership in force to sell them.
pub async fn fill_subscriptions(
    state: &AppState,
    subscriptions: u64,
    progress: impl FnMut(u64),
) -> Result<u64, DemoError> {
    let there = there(&state.pool, FILLED_BUYERS).await? / CHUNK;
    let chunks = there..subscriptions.div_ceil(EACH * CHUNK).max(there);
    sell(state, Bought::Lately, chunks, progress).await
}

/// Fills in subscriptions whose term has just ended, until so many are due, and returns how many were added.
///
/// # Errors
/// As [`fill_subscriptions`].
pub async fn fill_renewals(
    state: &AppState,
    renewals: u64,
    progress: impl FnMut(u64),
) -> Result<u64, DemoError> {
    let there = there(&state.pool, FILLED_BUYERS).await? / CHUNK;
    let missing = renewals.saturating_sub(due(&state.pool, state.clock.now()).await?);
    let chunks = there..there + missing.div_ceil(EACH * CHUNK);
    sell(state, Bought::ForAMonth, chunks, progress).await
}

/// The number of subscriptions to which something has happened by itself that is not recorded.
async fn due(pool: &PgPool, now: Timestamp) -> Result<u64, sqlx::Error> {
    let due = sqlx::query_scalar!(
        r#"select count(*) as "count!" from subscription where due_at <= $1"#,
        now
    )
    .fetch_one(pool)
    .await?;
    Ok(crate::list::count(due))
}

async fn sell(
    state: &AppState,
    bought: Bought,
    chunks: Range<u64>,
    mut progress: impl FnMut(u64),
) -> Result<u64, DemoError> {
    let pool = &state.pool;
    let selling = Selling::load(pool, state.clock.now(), bought).await?;
    let mut connection = connection(pool).await?;
    let mut added = 0;
    for number in chunks {
        let sold = selling.chunk(number)?;
        sold.write(&mut connection, selling.rows.now).await?;
        added += EACH * CHUNK;
        progress(added);
    }
    if bought == Bought::Lately {
        selling.crowd(&mut connection).await?;
    }
    connection.close().await?;
    crate::list::tally::compact(pool).await?;
    // As the database would do by itself in a while.
    sqlx::raw_sql("vacuum (analyze)").execute(pool).await?;
    Ok(added)
}

/// What subscriptions are made from.
struct Selling {
    rows: Rows,
    bought: Bought,
    one_reseller: Pair,
}

/// The subscriptions of some customers, with everything that belongs to them.
struct Sold {
    by: (UserId, OrganizationId),
    chunk: Chunk,
    subscriptions: Vec<New<Subscription>>,
    happened: Vec<activity::store::Happened>,
    charges: Vec<Charge>,
    /// What is due by now was told of.
    reminded: Vec<(Subscription, Reminding)>,
}

impl Sold {
    /// Nothing yet, of these partners.
    fn by(pair: &Pair) -> Sold {
        Sold {
            by: (pair.user, pair.provider),
            chunk: Chunk::default(),
            subscriptions: Vec::new(),
            happened: Vec::new(),
            charges: Vec::new(),
            reminded: Vec::new(),
        }
    }

    async fn write(&self, connection: &mut PgConnection, now: Timestamp) -> Result<(), DemoError> {
        let mut transaction = connection.begin().await?;
        self.put(&mut transaction, now).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// The same, within a transaction.
    async fn put(&self, db: &mut PgConnection, now: Timestamp) -> Result<(), DemoError> {
        write(&mut *db, &self.chunk).await?;
        Subscription::insert(&mut *db, &self.subscriptions).await?;
        let (user, organization) = self.by;
        let by = Some((user, Some(organization)));
        activity::store::append(&mut *db, now, by, &self.happened).await?;
        charge(&mut *db, &self.charges).await?;
        note_reminders(&mut *db, &self.reminded).await?;
        Ok(())
    }
}

impl Selling {
    async fn load(pool: &PgPool, now: Timestamp, bought: Bought) -> Result<Selling, DemoError> {
        let reseller = organizations::named(ONE_RESELLER)?.id();
        // What others sell is in no statement of that reseller.
        let (own, others): (Vec<Pair>, Vec<Pair>) = pairs(pool, now)
            .await?
            .into_iter()
            .partition(|pair| pair.reseller == reseller);
        let one_reseller = own.into_iter().next().ok_or(DemoError::NoPartners)?;
        let rows = Rows {
            pairs: others,
            products: products()?,
            now,
            customers: 0,
        };
        Ok(Selling {
            rows,
            bought,
            one_reseller,
        })
    }

    fn chunk(&self, number: u64) -> Result<Sold, DemoError> {
        let pair = if self.is_of_one_reseller(number) {
            &self.one_reseller
        } else {
            let pair = self.rows.pair(&mut Stream::new(!number));
            pair.ok_or(DemoError::NoPartners)?
        };
        let mut sold = Sold::by(pair);
        for customer in number * CHUNK..(number + 1) * CHUNK {
            self.customer(&mut sold, pair, customer)?;
        }
        Ok(sold)
    }

    fn is_of_one_reseller(&self, chunk: u64) -> bool {
        self.bought == Bought::Lately && chunk < OF_ONE_RESELLER
    }

    /// A customer with its order.
    fn customer(&self, sold: &mut Sold, pair: &Pair, number: u64) -> Result<(), DemoError> {
        // Other filled-in customers have the streams of their own numbers.
        let mut stream = Stream::new(!number);
        let market = stream.one_of(&pair.markets).copied();
        let (country, currency) = market.ok_or(DemoError::NoPartners)?;
        let at = self.since(number)?;
        let new = Customer {
            number,
            country,
            domain: FILLED_BUYERS,
            since: at,
        };
        let customer = self
            .rows
            .organization(&mut sold.chunk, &mut stream, pair, &new);
        let mut order = Order {
            id: OrderId::from_uuid(fresh(&mut stream, at)),
            customer,
            partner: pair.provider,
            partner_of_record: Some(pair.reseller),
            lines: Vec::new(),
            at,
            by: pair.user,
            basis: None,
        };
        let first = stream.below(self.rows.products.len() as u64);
        for step in 0..EACH {
            let line = self.line(&mut stream, first + step, at);
            let (line, cents) = line.ok_or(DemoError::NoPartners)?;
            let plan = self.plan(number, step);
            order.lines.push(Line { plan, ..line });
            let price = Money::new(catalog::price(cents, currency), currency);
            self.subscription(sold, &order, line, plan, price)?;
        }
        sold.chunk.ordered(&order, pair.reseller);
        Ok(())
    }

    /// A line of an order, with its product's price for a month in cents of a dollar. Products that follow each other
    /// differ.
    fn line(&self, stream: &mut Stream, place: u64, at: Timestamp) -> Option<(Line, i64)> {
        let place = usize::try_from(place).ok()?;
        let product = self.rows.products.iter().cycle().nth(place)?;
        let quantity = licenses(product, stream);
        let id = SubscriptionId::from_uuid(fresh(stream, at));
        Some((Line::of(product.sku.into(), quantity, id), product.cents))
    }

    /// A year, which is billed monthly, or a month: lately one in ten, and all of those that are to renew.
    fn plan(&self, customer: u64, step: u64) -> Plan {
        let month = match self.bought {
            Bought::Lately => step == 0 && !self.is_of_one_reseller(customer / CHUNK),
            Bought::ForAMonth => true,
        };
        Plan {
            term: if month { Term::Month } else { Term::Year },
            ..Plan::DEFAULT
        }
    }

    fn subscription(
        &self,
        sold: &mut Sold,
        order: &Order,
        line: Line,
        plan: Plan,
        price: Money,
    ) -> Result<(), DemoError> {
        let id = line.subscription;
        let activated = Event::Activated {
            order: order.id,
            customer: order.customer,
            partner: order.partner,
            partner_of_record: order.partner_of_record,
            sku: line.sku,
            quantity: Quantity::new(line.quantity).map_err(DemoError::written)?,
            price: Some(price),
            plan,
            ends: plan.term.end(order.at),
            terms: None,
            basis: None,
            at: order.at,
        };
        let none = || DemoError::Written("what was bought is no subscription".to_owned());
        let bought = Subscription::evolve(id, None, &activated).ok_or_else(none)?;
        let mut happened = vec![(id, activated)];
        if self.bought == Bought::Lately {
            // Billing periods alone: no term is over.
            happened.extend(Family::of(bought).catch_up(&[], self.rows.now));
        }
        let events: Vec<Event> = happened.iter().map(|(_, event)| event.clone()).collect();
        let value = Subscription::replay(id, &events).ok_or_else(none)?;
        sold.charges.extend(settle(&[], &happened, &[]));
        let mut version = 0;
        for event in events {
            version += 1;
            let audience = value.audience(&event);
            let logged = Subscription::logged(id, event);
            sold.happened.push((logged, version, audience));
        }
        let reminding = value.reminding(None, None, self.rows.now);
        sold.reminded.push((value.clone(), reminding));
        sold.subscriptions.push(New {
            value,
            version,
            beside: (),
        });
        Ok(())
    }

    /// When a customer came and bought, as times are stored.
    fn since(&self, customer: u64) -> Result<Timestamp, DemoError> {
        let now = self.rows.now;
        let at = match self.bought {
            Bought::Lately if self.is_of_one_reseller(customer / CHUNK) => {
                let month = Month::of(now).previous().and_then(Month::starts);
                let month = month.ok_or(DemoError::NoPartners)?;
                month + part(LATELY, customer, OF_ONE_RESELLER * CHUNK)
            }
            Bought::Lately => now - LATELY - TimeDelta::days(1) + part(LATELY, customer, 10_000),
            Bought::ForAMonth => {
                let month_ago = now.checked_sub_months(Months::new(1));
                month_ago.ok_or(DemoError::NoPartners)? - part(TimeDelta::hours(1), customer, 3_600)
            }
        };
        Ok(DateTime::from_timestamp_millis(at.timestamp_millis()).unwrap_or(at))
    }
}

/// The n-th part of a span that is divided into so many, over and over.
fn part(span: TimeDelta, number: u64, parts: u64) -> TimeDelta {
    let share = i128::from(span.num_milliseconds()) * i128::from(number % parts);
    let milliseconds = i64::try_from(share / i128::from(parts)).unwrap_or(0);
    TimeDelta::milliseconds(milliseconds)
}

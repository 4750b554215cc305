//! One customer with as many users and licenses as a large one has. What it bought has its history; its users and who
//! holds which license are state alone.

use chrono::TimeDelta;
use sqlx::{Connection as _, PgConnection};
use tierline_core::{
    ids::{AssignmentId, OrderId, OrganizationId, SubscriptionId, UserId},
    license::Assignment,
    money::Money,
    order::{Line, Order},
    subscription::{Plan, Subscription},
    text::search::{SearchText, sort_key},
};
use uuid::Uuid;

use super::{Selling, Sold};
use crate::{
    demo::{
        DemoError, catalog,
        fill::{
            rows::{Customer, fresh},
            there,
        },
        random::Stream,
    },
    pipeline::object::{New, Object as _},
};

/// The end of its domain.
pub const FILLED_CROWD: &str = "crowd.example";

/// Its users.
const USERS: usize = 2_000;

/// The licenses of each of its subscriptions: every user holds one of the first two, half of them one of the last.
const LICENSES: [u32; 3] = [2_000, 2_000, 1_000];

/// The age of all of it.
const AGE: TimeDelta = TimeDelta::days(1);

impl Selling {
    /// Fills in the customer, once: it is of the reseller whose statement is measured.
    pub(super) async fn crowd(&self, connection: &mut PgConnection) -> Result<(), DemoError> {
        let mut transaction = connection.begin().await?;
        if there(&mut *transaction, FILLED_CROWD).await? > 0 {
            return Ok(());
        }
        let mut stream = Stream::new(u64::MAX);
        let mut sold = Sold::by(&self.one_reseller);
        let customer = self.bought(&mut sold, &mut stream)?;
        sold.put(&mut transaction, self.rows.now).await?;
        let users = self.users(&mut transaction, &mut stream, customer).await?;
        let held = self.held(&mut stream, &sold, &users);
        Assignment::insert(&mut transaction, &held).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// The customer with its order.
    fn bought(&self, sold: &mut Sold, stream: &mut Stream) -> Result<OrganizationId, DemoError> {
        let (pair, at) = (&self.one_reseller, self.rows.now - AGE);
        let market = pair.markets.first().copied();
        let (country, currency) = market.ok_or(DemoError::NoPartners)?;
        let new = Customer {
            number: 0,
            country,
            domain: FILLED_CROWD,
            since: at,
        };
        let customer = self.rows.organization(&mut sold.chunk, stream, pair, &new);
        let mut order = Order {
            id: OrderId::from_uuid(fresh(stream, at)),
            customer,
            partner: pair.provider,
            partner_of_record: Some(pair.reseller),
            lines: Vec::new(),
            at,
            by: pair.user,
            basis: None,
        };
        for (product, licenses) in self.rows.products.iter().zip(LICENSES) {
            let id = SubscriptionId::from_uuid(fresh(stream, at));
            let line = Line::of(product.sku.into(), licenses, id);
            let price = Money::new(catalog::price(product.cents, currency), currency);
            order.lines.push(line);
            self.subscription(sold, &order, line, Plan::DEFAULT, price)?;
        }
        sold.chunk.ordered(&order, pair.reseller);
        Ok(customer)
    }

    /// Its users, none of whom can sign in.
    async fn users(
        &self,
        db: &mut PgConnection,
        stream: &mut Stream,
        customer: OrganizationId,
    ) -> Result<Vec<UserId>, DemoError> {
        let at = self.rows.now - AGE;
        let domain = sqlx::query_scalar!(
            "select domain from organization where id = $1",
            customer.as_uuid()
        )
        .fetch_one(&mut *db)
        .await?;
        let ids: Vec<Uuid> = (0..USERS).map(|_| fresh(stream, at)).collect();
        let names: Vec<String> = (1..=USERS).map(|it| format!("Person {it:04}")).collect();
        let emails: Vec<String> = (1..=USERS)
            .map(|it| format!("person.{it}@{domain}"))
            .collect();
        let keys: Vec<String> = names.iter().map(|name| sort_key(name)).collect();
        let both = names.iter().zip(&emails);
        let found: Vec<String> = both
            .map(|(name, email)| SearchText::of([name.as_str(), email]).to_string())
            .collect();
        sqlx::query!(
            "with users as (
                insert into app_user (id, email, name, created_at, sort_key, search)
                select id, email, name, $6::timestamptz, key, found
                from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[]) as it (id, email, name, key, found)
             )
             insert into membership (organization_id, user_id, roles)
             select $7::uuid, unnest($1::uuid[]), '{user}'::text[]",
            &ids,
            &emails,
            &names,
            &keys,
            &found,
            at,
            customer.as_uuid(),
        )
        .execute(db)
        .await?;
        Ok(ids.into_iter().map(UserId::from_uuid).collect())
    }

    /// Every license of its subscriptions, in somebody's hands.
    fn held(&self, stream: &mut Stream, sold: &Sold, users: &[UserId]) -> Vec<New<Assignment>> {
        let at = self.rows.now - AGE;
        let mut held = Vec::new();
        for Subscription {
            id,
            customer,
            sku,
            quantity,
            ..
        } in sold.subscriptions.iter().map(|it| &it.value)
        {
            let holders = usize::try_from(quantity.get()).unwrap_or(usize::MAX);
            held.extend(users.iter().take(holders).map(|user| New {
                value: Assignment {
                    id: AssignmentId::from_uuid(fresh(stream, at)),
                    customer: *customer,
                    subscription: *id,
                    sku: *sku,
                    user: *user,
                    since: at,
                    withdrawn: None,
                },
                version: 0,
                beside: (),
            }));
        }
        held
    }
}

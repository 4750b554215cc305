//! Rights that end by themselves, against Postgres: no list shows more than a decision would allow, before a job has
//! written the end down and after it.

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use sqlx::types::Json;
use tierline_app::{
    customer::list::Customers,
    error::PortalError,
    list::model::ListQuery,
    order::list::Orders,
    portal::{Granting, NewInvitation, all::*},
    relationship::model::EndDates,
    subscription::list::{renewals::Renewals, statement::StatementLines},
};
use tierline_core::{
    Timestamp,
    ids::SubscriptionId,
    organization::ReviewAccount,
    relationship::{Grant, GrantSet, Relationship},
    subscription::{Associate, Month},
};
use uuid::Uuid;

use super::life::{agrees, bought, page};
use crate::{
    jobs::expiry,
    testing::world::{Person, World, request},
};

/// A subscription without a partner of record, which this partner supports.
async fn supported_by(world: &World, partner: &Person) -> SubscriptionId {
    let portal = world.portal(&world.provider);
    let lines = vec![(world.sku, 5)];
    portal
        .place_order(world.customer.organization, lines, None, request())
        .await
        .unwrap();
    let id: Uuid =
        sqlx::query_scalar("select id from subscription where partner_of_record_id is null")
            .fetch_one(&world.state.pool)
            .await
            .unwrap();
    let asked = Associate::DesignateSupport {
        to: partner.organization,
    };
    portal.associate(id.into(), asked, request()).await.unwrap();
    id.into()
}

/// How much a partner sees in each list.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    renewals: usize,
    lines: u64,
    orders: usize,
    /// On the customer's page, if that is there.
    subscriptions: Option<usize>,
    /// In the list of customers.
    counted: Vec<u64>,
    customers: u64,
}

async fn seen(world: &World, partner: &Person, month: &str) -> Seen {
    let portal = world.portal(partner);
    let all = ListQuery::default;
    let renewals = portal.listed::<Renewals>(all()).await.unwrap();
    let statement = ListQuery::parse(&format!("month={month}"));
    let statement = portal.listed::<StatementLines>(statement).await.unwrap();
    let orders = portal.listed::<Orders>(all()).await.unwrap();
    let customers = portal.listed::<Customers>(all()).await.unwrap();
    let customer = world.customer.organization;
    let own = portal.subscriptions(customer, String::new()).await;
    if let Err(error) = &own {
        assert_eq!(*error, PortalError::NotFound);
    }
    let months: u64 = renewals.months.iter().map(|month| month.count).sum();
    assert!(months <= renewals.renewals.rows.len() as u64);
    Seen {
        renewals: renewals.renewals.rows.len(),
        lines: statement.lines.total,
        orders: orders.orders.rows.len(),
        subscriptions: own.ok().map(|page| page.rows.len()),
        counted: (customers.customers.rows.iter())
            .map(|row| row.subscriptions)
            .collect(),
        customers: customers.customers.total,
    }
}

fn after(day: NaiveDate) -> Timestamp {
    let next = day.succ_opt().unwrap();
    next.and_time(NaiveTime::MIN).and_utc()
}

#[tokio::test]
async fn no_list_shows_what_has_ended_by_itself() {
    let (world, of_record) = bought().await;
    let reseller = &world.reseller;
    let supported = supported_by(&world, reseller).await;
    let month = Month::of(world.now()).to_string();
    let ahead = |days| (world.now() + TimeDelta::days(days)).date_naive();
    let (first, second, third) = (ahead(10), ahead(20), ahead(30));
    let tie = world.relationship(reseller).await;
    let portal = world.portal(&world.customer);
    let mark = portal.end_dates(tie).await.unwrap().mark;
    let dates = EndDates {
        whole: Some(third),
        administer: Some(first),
        support: Some(second),
        ..EndDates::default()
    };
    portal
        .set_end_dates(tie, dates, Some(mark), request())
        .await
        .unwrap();
    // What it earns on and what it supports; then what it earns on; then nothing.
    let shown = |subscriptions: usize, orders: usize| Seen {
        renewals: subscriptions,
        lines: subscriptions as u64,
        orders,
        subscriptions: Some(subscriptions),
        counted: vec![subscriptions as u64],
        customers: 1,
    };
    let nothing = Seen {
        subscriptions: None,
        counted: Vec::new(),
        customers: 0,
        ..shown(0, 0)
    };
    assert_eq!(seen(&world, reseller, &month).await, shown(2, 2));
    for (day, expected) in [
        (first, shown(2, 1)),
        (second, shown(1, 1)),
        (third, nothing),
    ] {
        world.state.clock.set(after(day)).unwrap();
        assert_eq!(seen(&world, reseller, &month).await, expected, "{day}");
        // Whom the customer turns to follows at once, too.
        let contact = page(&world, &world.customer, supported).await.support;
        let contact = contact.party.id;
        let expected_contact = if day == first {
            reseller.organization
        } else {
            world.provider.organization
        };
        assert_eq!(contact, expected_contact, "{day}");
        assert_eq!(
            expiry::expire_rights(world.state.clone()).await.unwrap(),
            1,
            "{day}"
        );
        assert_eq!(seen(&world, reseller, &month).await, expected, "{day}");
    }
    let gone = world.portal(reseller).subscription(of_record).await;
    assert_eq!(gone.unwrap_err(), PortalError::NotFound);
    // The customer and who ordered see all of it still.
    let orders = world
        .portal(&world.provider)
        .listed::<Orders>(ListQuery::default())
        .await;
    assert_eq!(orders.unwrap().orders.rows.len(), 2);
}

/// What the database says of a relationship's rights is what core says, at each end and around it.
#[tokio::test]
async fn the_database_holds_to_the_time_as_core_does() {
    let (world, _) = bought().await;
    let tie = world.relationship(&world.reseller).await;
    let ahead = |days| (world.now() + TimeDelta::days(days)).date_naive();
    let portal = world.portal(&world.customer);
    let mark = portal.end_dates(tie).await.unwrap().mark;
    let dates = EndDates {
        whole: Some(ahead(9)),
        support: Some(ahead(4)),
        ..EndDates::default()
    };
    portal
        .set_end_dates(tie, dates, Some(mark), request())
        .await
        .unwrap();
    let all: Vec<Json<Relationship>> = sqlx::query_scalar("select body from relationship")
        .fetch_all(&world.state.pool)
        .await
        .unwrap();
    let instant = TimeDelta::milliseconds(1);
    for end in [after(ahead(4)), after(ahead(9))] {
        for moment in [end - instant, end, end + instant] {
            for Json(it) in &all {
                let holds: bool = sqlx::query_scalar(
                    "select relationship_holds(r, $2) from relationship r where id = $1",
                )
                .bind(it.id.into_uuid())
                .bind(moment)
                .fetch_one(&world.state.pool)
                .await
                .unwrap();
                assert_eq!(holds, it.is_active_at(moment), "{moment}");
                let next: Option<Timestamp> = sqlx::query_scalar(
                    "select relationship_next_end(r, $2) from relationship r where id = $1",
                )
                .bind(it.id.into_uuid())
                .bind(moment)
                .fetch_one(&world.state.pool)
                .await
                .unwrap();
                assert_eq!(next, it.clone().as_of(moment).next_end(), "{moment}");
                for grant in Grant::ALL {
                    let holds: bool = sqlx::query_scalar(
                        "select right_holds(r, $3, $2) from relationship r where id = $1",
                    )
                    .bind(it.id.into_uuid())
                    .bind(moment)
                    .bind(grant.code())
                    .fetch_one(&world.state.pool)
                    .await
                    .unwrap();
                    assert_eq!(holds, it.grants_at(grant, moment), "{moment} {grant}");
                }
            }
        }
    }
}

/// What had ended by itself is followed by an acceptance as it is by the job: the contact is who ordered, although the
/// right is granted again, and both sides are told what is not.
#[tokio::test]
async fn an_acceptance_writes_down_what_has_ended_with_all_that_follows() {
    let (world, _) = bought().await;
    let reseller = &world.reseller;
    let supported = supported_by(&world, reseller).await;
    let last = (world.now() + TimeDelta::days(10)).date_naive();
    let tie = world.relationship(reseller).await;
    let portal = world.portal(&world.customer);
    let mark = portal.end_dates(tie).await.unwrap().mark;
    let dates = EndDates {
        administer: Some(last),
        support: Some(last),
        ..EndDates::default()
    };
    portal
        .set_end_dates(tie, dates, Some(mark), request())
        .await
        .unwrap();
    world.state.clock.set(after(last)).unwrap();
    let to = world.customer.email.clone();
    let token = world
        .invited(reseller, NewInvitation::Relationship, &to)
        .await;
    let support = GrantSet::EMPTY.with(Grant::Support);
    let granting = Granting {
        grants: vec![(reseller.organization, support)],
        ends: Vec::new(),
    };
    portal
        .accept_until(&token, true, granting, request())
        .await
        .unwrap();
    let contact = page(&world, &world.customer, supported).await.support;
    assert_eq!(contact.party.id, world.provider.organization);
    assert_eq!(
        world.mailed("support_returned").await,
        std::slice::from_ref(&world.provider.email)
    );
    let mut both = [reseller.email.clone(), world.customer.email.clone()];
    both.sort();
    assert_eq!(world.mailed("rights_ended").await, both);
    // Nothing is left to the job, which tells nobody again.
    let left = expiry::expire_rights(world.state.clone()).await.unwrap();
    assert_eq!((left, world.mailed("rights_ended").await.len()), (0, 2));
    agrees(&world).await;
}

#[tokio::test]
async fn a_review_is_told_to_nobody_whose_relationship_is_over() {
    let (world, _) = bought().await;
    let reseller = &world.reseller;
    let last = (world.now() + TimeDelta::days(10)).date_naive();
    let tie = world.relationship(reseller).await;
    let portal = world.portal(&world.customer);
    let mark = portal.end_dates(tie).await.unwrap().mark;
    let dates = EndDates {
        whole: Some(last),
        ..EndDates::default()
    };
    portal
        .set_end_dates(tie, dates, Some(mark), request())
        .await
        .unwrap();
    world.state.clock.set(after(last)).unwrap();
    let customer = world.customer.organization;
    let reason = "the address does not exist".parse().unwrap();
    world
        .portal(&world.operator)
        .review_customer(customer, ReviewAccount::Begin, reason, request())
        .await
        .unwrap();
    let mut told = world.mailed("customer_review_begun").await;
    told.sort();
    let mut expected = [world.customer.email.clone(), world.provider.email.clone()];
    expected.sort();
    assert_eq!(told, expected);
}

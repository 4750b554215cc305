//! One request asks many customers to renew, and each answers for itself.

use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeDelta};
use tierline_app::{
    customer::list::Customers,
    error::PortalError,
    list::model::ListQuery,
    portal::{ChosenCustomers, PortalResult, all::*},
    relationship::{
        list::EndingRights,
        model::{EndDates, EndingRightsPage},
    },
};
use tierline_core::{
    ids::{OrganizationId, RelationshipId},
    organization::Capability,
    relationship::{AskToRenew, DateCommand, RenewalState},
    role::Role,
};

use crate::{
    jobs::expiry,
    testing::world::{Person, World, refused, request},
};

fn ahead(world: &World, days: i64) -> NaiveDate {
    (world.now() + TimeDelta::days(days)).date_naive()
}

/// A customer whose relationship with the provider ends after so many days.
async fn ending(world: &World, days: i64) -> RelationshipId {
    world.partners().await;
    let (with_provider, _) = world.joint_customer().await;
    let dates = EndDates {
        whole: Some(ahead(world, days)),
        ..EndDates::default()
    };
    let portal = world.portal(&world.customer);
    let mark = portal.end_dates(with_provider).await.unwrap().mark;
    portal
        .set_end_dates(with_provider, dates, Some(mark), request())
        .await
        .unwrap();
    with_provider
}

/// So many more customers of the same partner, each with a relationship like this one.
async fn more_customers(world: &World, like: RelationshipId, count: usize) {
    for number in 1..=count {
        let name = format!("Customer {number:03}");
        let id = world.unmanned(&name, Capability::Customer).await;
        sqlx::query(
            "insert into relationship (partner_id, customer_id, id, side, customer_name, customer_key, search, words,
                status, since, body, version, ends_at, remind_at)
             select partner_id, $1, own, side, customer_name, customer_key, search, words, status, since,
                body || jsonb_build_object('id', own, 'customer', $1::uuid), 1, ends_at, remind_at
             from relationship, gen_random_uuid() as own where id = $2",
        )
        .bind(id.into_uuid())
        .bind(like.into_uuid())
        .execute(&world.state.pool)
        .await
        .unwrap();
    }
}

async fn ask(world: &World, by: &Person, chosen: ChosenCustomers, days: i64) -> PortalResult<()> {
    let asking = AskToRenew {
        text: "Please renew".parse().unwrap(),
        day: ahead(world, days),
    };
    world
        .portal(by)
        .ask_to_renew(chosen, asking, request())
        .await
}

fn these(customers: &[OrganizationId]) -> ChosenCustomers {
    ChosenCustomers::These(customers.iter().copied().collect::<BTreeSet<_>>())
}

async fn page(world: &World, query: &str) -> EndingRightsPage {
    world
        .portal(&world.provider)
        .listed::<EndingRights>(ListQuery::parse(query))
        .await
        .unwrap()
}

#[tokio::test]
async fn a_customer_is_asked_and_renews_by_a_click() {
    let world = World::new().await;
    let id = ending(&world, 20).await;
    assert_eq!(page(&world, "within=7").await.rows.rows.len(), 0);
    assert_eq!(page(&world, "within=30").await.rows.rows.len(), 1);
    let chosen = these(&[world.customer.organization]);
    ask(&world, &world.provider, chosen, 300).await.unwrap();
    assert_eq!(
        world.mailed("renewal_asked").await,
        [world.customer.email.clone()]
    );
    let shown = page(&world, "asked=waiting").await;
    assert_eq!(shown.rows.rows[0].state, Some(RenewalState::Waiting));
    let last = shown.last.unwrap();
    assert_eq!((last.chosen, last.asked, last.is_done), (1, 1, true));

    let customer = world.portal(&world.customer);
    let asked = customer.end_dates(id).await.unwrap().relationship.renewal;
    assert_eq!(asked.unwrap().text.as_str(), "Please renew");
    let renew = DateCommand::Renew { day: None };
    customer.answer_renewal(id, renew, request()).await.unwrap();
    let dates = EndDates::of(&customer.end_dates(id).await.unwrap().relationship);
    assert_eq!(dates.whole, Some(ahead(&world, 300)));
    assert_eq!(
        world.mailed("renewal_answered").await,
        [world.provider.email.clone()]
    );
    let again = DateCommand::Renew { day: None };
    let again = customer.answer_renewal(id, again, request()).await;
    assert_eq!(refused(again), "nothing_to_renew");
    let state = page(&world, "").await.rows.rows[0].state;
    assert_eq!(state, Some(RenewalState::Renewed));
    assert_eq!(page(&world, "asked=renewed").await.rows.rows.len(), 1);
    for other in ["no", "waiting", "declined", "expired"] {
        let shown = page(&world, &format!("asked={other}")).await;
        assert!(shown.rows.rows.is_empty(), "{other}");
    }
}

#[tokio::test]
async fn a_request_that_nobody_answered_in_time_is_found_and_made_again() {
    let world = World::new().await;
    let id = ending(&world, 60).await;
    let portal = world.portal(&world.customer);
    let shown = portal.end_dates(id).await.unwrap();
    let dates = EndDates {
        support: Some(ahead(&world, 20)),
        ..EndDates::of(&shown.relationship)
    };
    portal
        .set_end_dates(id, dates, Some(shown.mark), request())
        .await
        .unwrap();
    let customer = world.customer.organization;
    let chosen = || these(&[customer]);
    ask(&world, &world.provider, chosen(), 300).await.unwrap();
    world.state.clock.advance(TimeDelta::days(22)).unwrap();
    expiry::expire_rights(world.state.clone()).await.unwrap();
    let shown = page(&world, "asked=expired").await.rows.rows;
    assert_eq!(shown.len(), 1);
    assert_eq!(shown[0].state, Some(RenewalState::Expired));
    assert!(page(&world, "asked=waiting").await.rows.rows.is_empty());
    ask(&world, &world.provider, chosen(), 300).await.unwrap();
    assert!(page(&world, "asked=expired").await.rows.rows.is_empty());
    assert_eq!(page(&world, "asked=waiting").await.rows.rows.len(), 1);
}

/// A right has ended and nobody has written that down: the customer stays, with the end that comes next.
#[tokio::test]
async fn a_customer_whose_first_right_has_ended_stays_until_the_last_one_has() {
    let world = World::new().await;
    let id = ending(&world, 60).await;
    let portal = world.portal(&world.customer);
    let shown = portal.end_dates(id).await.unwrap();
    let dates = EndDates {
        support: Some(ahead(&world, 20)),
        ..EndDates::of(&shown.relationship)
    };
    portal
        .set_end_dates(id, dates, Some(shown.mark), request())
        .await
        .unwrap();
    let first = page(&world, "").await.rows.rows.remove(0);
    assert!(!first.is_whole);
    world.state.clock.advance(TimeDelta::days(22)).unwrap();
    let rows = page(&world, "").await.rows.rows;
    assert_eq!(rows.len(), 1);
    assert!(rows[0].is_whole && rows[0].ends > first.ends);
    // The filter goes by the end that comes next.
    assert!(page(&world, "within=30").await.rows.rows.is_empty());
    assert_eq!(page(&world, "within=90").await.rows.rows.len(), 1);
    let listed = async |query: &str| {
        let portal = world.portal(&world.provider);
        let customers = portal.listed::<Customers>(ListQuery::parse(query)).await;
        customers.unwrap().customers.rows.len()
    };
    assert_eq!((listed("ends=30").await, listed("ends=90").await), (0, 1));
    let chosen = ChosenCustomers::All(ListQuery::default());
    ask(&world, &world.provider, chosen, 300).await.unwrap();
    assert_eq!(page(&world, "").await.last.unwrap().asked, 1);
    world.state.clock.advance(TimeDelta::days(40)).unwrap();
    assert!(page(&world, "").await.rows.rows.is_empty());
}

#[tokio::test]
async fn a_customer_declines_with_a_reason_and_may_be_asked_again() {
    let world = World::new().await;
    let id = ending(&world, 20).await;
    let all = || ChosenCustomers::All(ListQuery::default());
    ask(&world, &world.provider, all(), 300).await.unwrap();
    let decline = DateCommand::Decline {
        reason: Some("we move on".parse().unwrap()),
    };
    let customer = world.portal(&world.customer);
    customer
        .answer_renewal(id, decline, request())
        .await
        .unwrap();
    let row = page(&world, "asked=declined").await.rows.rows.remove(0);
    assert_eq!(row.reason.as_deref(), Some("we move on"));
    ask(&world, &world.provider, all(), 300).await.unwrap();
    // Whoever has not answered is not asked twice on a day: it is left out, and the request says so.
    ask(&world, &world.provider, all(), 300).await.unwrap();
    assert_eq!(world.mailed("renewal_asked").await.len(), 2);
    let last = page(&world, "").await.last.unwrap();
    assert_eq!((last.chosen, last.asked, last.left_out), (1, 0, 1));
    world.state.clock.advance(TimeDelta::days(1)).unwrap();
    ask(&world, &world.provider, all(), 300).await.unwrap();
    assert_eq!(world.mailed("renewal_asked").await.len(), 3);
    // When the rights have ended, there is nothing to answer.
    world.state.clock.advance(TimeDelta::days(20)).unwrap();
    let late = DateCommand::Renew { day: None };
    let late = customer.answer_renewal(id, late, request()).await;
    assert_eq!(refused(late), "grant_ended");
}

#[tokio::test]
async fn many_are_asked_in_steps_each_once_by_several_servers() {
    let world = World::new().await;
    let id = ending(&world, 20).await;
    more_customers(&world, id, 9).await;
    let all = ChosenCustomers::All(ListQuery::default());
    ask(&world, &world.provider, all, 300).await.unwrap();
    // One step was made before the answer; what a killed server has left is gone on with.
    assert!(!page(&world, "").await.last.unwrap().is_done);
    let job = || expiry::ask_to_renew(world.state.clone());
    let (one, two, three) = tokio::join!(job(), job(), job());
    assert_eq!(one.unwrap() + two.unwrap() + three.unwrap(), 8);
    let last = page(&world, "").await.last.unwrap();
    assert_eq!((last.chosen, last.asked, last.is_done), (10, 10, true));
    let twice = "select count(*) from (select object_id from event
        where body -> 'event' ->> 'type' = 'renewal_asked' group by 1 having count(*) > 1) it";
    assert_eq!(world.count(twice).await, 0);
    assert_eq!(job().await.unwrap(), 0);
}

#[tokio::test]
async fn only_who_sells_asks_and_only_the_own_customers() {
    let world = World::new().await;
    let id = ending(&world, 20).await;
    let customer = world.customer.organization;
    let reader = world.colleague(&world.provider, Role::ReportViewer).await;
    let outcome = ask(&world, &reader, these(&[customer]), 300).await;
    assert_eq!(refused(outcome), "role_missing");
    // The other side of a relationship, strangers and those without a date have nobody to ask.
    for person in [&world.reseller, &world.other_provider] {
        let outcome = ask(&world, person, these(&[customer]), 300).await;
        assert_eq!(refused(outcome), "no_customer_chosen");
    }
    let outcome = ask(&world, &world.customer, these(&[customer]), 300).await;
    assert_eq!(refused(outcome), "role_missing");
    let past = ask(&world, &world.provider, these(&[customer]), 0).await;
    assert_eq!(refused(past), "end_date_out_of_range");
    let stranger = world.portal(&world.far_customer);
    let answer = DateCommand::Renew { day: None };
    let answer = stranger.answer_renewal(id, answer, request()).await;
    assert_eq!(answer.unwrap_err(), PortalError::NotFound);
}

#[tokio::test]
async fn a_request_stops_when_who_began_it_may_ask_no_more() {
    let world = World::new().await;
    let id = ending(&world, 20).await;
    more_customers(&world, id, 9).await;
    let all = ChosenCustomers::All(ListQuery::default());
    let agent = world.colleague(&world.provider, Role::SalesAgent).await;
    ask(&world, &agent, all, 300).await.unwrap();
    sqlx::query("update membership set roles = array['report_viewer'] where user_id = $1")
        .bind(agent.user.into_uuid())
        .execute(&world.state.pool)
        .await
        .unwrap();
    expiry::ask_to_renew(world.state.clone()).await.unwrap();
    let last = page(&world, "").await.last.unwrap();
    assert!(last.is_done && last.is_stopped && last.asked == 2);
}

//! What is read of a subscription in histories.

use chrono::TimeDelta;
use tierline_app::{i18n::Lang, portal::all::*, timeline::TimelineEntry};
use tierline_core::subscription::Command;

use super::life::{bought, page, submit};
use crate::testing::world::World;

/// The history on the customer's page, for the partner that ordered.
async fn of_customer(world: &World) -> Vec<TimelineEntry> {
    let portal = world.portal(&world.provider);
    let page = portal.customer(world.customer.organization).await.unwrap();
    page.timeline.entries
}

fn told(entry: &TimelineEntry) -> String {
    entry.told.what.clone().in_language(Lang::En).to_string()
}

/// The customer's page has what was done to its subscriptions, and the order tells what it has activated.
#[tokio::test]
async fn fewer_licenses_are_in_the_history_of_the_customer() {
    let (world, id) = bought().await;
    let before = of_customer(&world).await;
    assert!(!before.iter().any(|it| told(it).contains("was reduced")));
    submit(&world, &world.provider, id, Command::SetQuantity { to: 20 })
        .await
        .unwrap();
    let after = of_customer(&world).await;
    assert_eq!(after.len(), before.len() + 1);
    assert!(told(&after[0]).contains("from 25 to 20"), "{:?}", after[0]);
    assert!(after[0].by.is_some());
}

/// A renewal that somebody's command records is nobody's doing.
#[tokio::test]
async fn what_time_brought_is_nobodys_doing() {
    let (world, id) = bought().await;
    world.state.clock.advance(TimeDelta::days(366)).unwrap();
    submit(&world, &world.provider, id, Command::SetQuantity { to: 20 })
        .await
        .unwrap();
    let entries = page(&world, &world.provider, id).await.timeline.entries;
    let [fewer, renewed, ..] = entries.as_slice() else {
        panic!("{entries:?}");
    };
    assert!(told(fewer).contains("from 25 to 20") && fewer.by.is_some());
    assert!(
        renewed.by.is_none() && renewed.organization.is_none(),
        "{renewed:?}"
    );
}

//! Several people at one subscription at once, against Postgres: what one has seen the others may not have changed.

use std::{collections::BTreeMap, sync::Arc};

use tierline_app::{error::PortalError, portal::all::*};
use tierline_core::{
    ids::SubscriptionId,
    relationship::{self, Grant},
    subscription::{AutoRenew, Command, Shown},
};

use super::life::{agrees, amounts, bought, nobody, page, shown};
use crate::testing::world::{Person, World, refused, request};

/// Whose change it is.
#[derive(Clone, Copy)]
enum Who {
    Provider,
    Reseller,
}

/// All of them see what their change costs, and then submit it at once. How often each answer was given.
async fn at_once(
    world: &Arc<World>,
    id: SubscriptionId,
    changes: Vec<(Who, Command)>,
) -> BTreeMap<&'static str, usize> {
    let mut seen = Vec::new();
    for (who, command) in changes {
        let person = person(world, who);
        seen.push((
            who,
            command,
            shown(world, person, id, command).await.unwrap(),
        ));
    }
    let asking: Vec<_> = seen
        .into_iter()
        .map(|(who, command, shown)| {
            let world = world.clone();
            tokio::spawn(async move {
                let portal = world.portal(person(&world, who));
                portal
                    .change_subscription(id, command, nobody(), shown, request())
                    .await
            })
        })
        .collect();
    let mut answers = BTreeMap::new();
    for answer in asking {
        let answer = match answer.await.unwrap() {
            Ok(()) => "done",
            other => refused(other),
        };
        *answers.entry(answer).or_default() += 1;
    }
    answers
}

fn person(world: &World, who: Who) -> &Person {
    match who {
        Who::Provider => &world.provider,
        Who::Reseller => &world.reseller,
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_twenty_who_ask_for_more_one_gets_them() {
    let (world, id) = bought().await;
    let world = Arc::new(world);
    let changes = (26..46).map(|to| (Who::Provider, Command::SetQuantity { to }));
    let answers = at_once(&world, id, changes.collect()).await;
    let expected = BTreeMap::from([("done", 1), ("subscription_changed", 19)]);
    assert_eq!(answers, expected);
    assert_eq!(amounts(&world).await.len(), 2);
    agrees(&world).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_more_licenses_and_a_cancellation_one_happens() {
    let (world, id) = bought().await;
    let world = Arc::new(world);
    let changes = vec![
        (Who::Provider, Command::SetQuantity { to: 30 }),
        (Who::Provider, Command::Cancel),
    ];
    let answers = at_once(&world, id, changes).await;
    assert_eq!(answers.get("done"), Some(&1), "{answers:?}");
    let it = page(&world, &world.provider, id).await.subscription;
    // Of a canceled one everything is given back; else more is charged.
    let (told, second) = if it.is_running() {
        ("subscription_changed", 5_000)
    } else {
        ("wrong_state", -25_000)
    };
    assert_eq!(answers.get(told), Some(&1), "{answers:?}");
    assert_eq!(amounts(&world).await, [25_000, second]);
    agrees(&world).await;
}

/// The provider adds licenses while the reseller schedules fewer for the renewal.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_provider_and_a_reseller_do_not_write_over_each_other() {
    let (world, id) = bought().await;
    let world = Arc::new(world);
    let fewer = Command::Schedule {
        quantity: Some(10),
        upgrade: None,
        plan: None,
    };
    let changes = vec![
        (Who::Provider, Command::SetQuantity { to: 30 }),
        (Who::Reseller, fewer),
    ];
    let answers = at_once(&world, id, changes).await;
    let expected = BTreeMap::from([("done", 1), ("subscription_changed", 1)]);
    assert_eq!(answers, expected);
    let it = page(&world, &world.provider, id).await.subscription;
    let is_scheduled = it.course.pending.is_some();
    assert_eq!(it.quantity.get(), if is_scheduled { 25 } else { 30 });
    agrees(&world).await;
}

/// The customer takes rights back while the forms that need them are open.
#[tokio::test]
async fn a_right_that_is_lost_before_a_form_is_submitted_is_named() {
    let (world, id) = bought().await;
    let off = Command::SetAutoRenew {
        auto_renew: AutoRenew::Off,
    };
    let more = Command::SetQuantity { to: 30 };
    let take_back = async |of: &Person, command| {
        let tie = world.relationship(of).await;
        let portal = world.portal(&world.customer);
        portal
            .change_relationship(tie, command, None, request())
            .await
            .unwrap();
    };
    let submit = async |person: &Person, command, shown: Shown| {
        let portal = world.portal(person);
        portal
            .change_subscription(id, command, nobody(), shown, request())
            .await
    };
    for (person, grant, command) in [
        (&world.reseller, Grant::Administer, off),
        (&world.provider, Grant::OrderOnBehalf, more),
    ] {
        let seen = shown(&world, person, id, command).await.unwrap();
        take_back(person, relationship::Command::EndGrant(grant)).await;
        let late = submit(person, command, seen).await;
        assert_eq!(refused(late), "grant_missing");
    }
    // Without any relationship it is not known that there is such a subscription.
    take_back(&world.provider, relationship::Command::End).await;
    let seen = Shown {
        version: 1,
        cost: String::new(),
    };
    let late = submit(&world.provider, more, seen).await;
    assert_eq!(late, Err(PortalError::NotFound));
    assert_eq!(amounts(&world).await, [25_000]);
    agrees(&world).await;
}

use chrono::{TimeDelta, TimeZone as _, Utc};

use super::*;
use crate::testing;

#[test]
fn a_manual_clock_stands_until_it_is_moved() {
    let start = Utc.with_ymd_and_hms(2030, 1, 31, 12, 0, 0).unwrap();
    let clock = Clock::manual(start);
    let other = clock.clone();
    assert_eq!(other.now(), start);
    clock.advance(TimeDelta::days(1)).unwrap();
    assert_eq!(other.now(), start + TimeDelta::days(1));
}

#[test]
fn the_system_clock_cannot_be_moved() {
    assert!(matches!(
        Clock::system().advance(TimeDelta::days(1)),
        Err(ClockError::NotMovable)
    ));
}

#[tokio::test]
async fn a_moved_demo_clock_is_seen_by_other_servers_and_after_a_restart() {
    let database = testing::database().await;
    let here = Clock::demo(&database.pool).await.unwrap();
    let there = Clock::demo(&database.pool).await.unwrap();
    here.move_forward(&database.pool, TimeDelta::days(30))
        .await
        .unwrap();
    here.move_forward(&database.pool, TimeDelta::days(1))
        .await
        .unwrap();
    assert_eq!(here.offset(), TimeDelta::days(31));
    assert_eq!(there.offset(), TimeDelta::zero());
    there.reload(&database.pool).await.unwrap();
    assert_eq!(there.offset(), TimeDelta::days(31));
    let restarted = Clock::demo(&database.pool).await.unwrap();
    assert!(restarted.now() - Clock::system().now() > TimeDelta::days(30));
    // The clocks of phones have not moved.
    assert!((restarted.of_the_world() - Clock::system().now()).abs() < TimeDelta::days(1));
}

#[tokio::test]
async fn a_demo_clock_moves_neither_back_nor_out_of_the_calendar() {
    let database = testing::database().await;
    let clock = Clock::demo(&database.pool).await.unwrap();
    for by in [
        TimeDelta::seconds(-1),
        FURTHEST_OFFSET + TimeDelta::seconds(1),
    ] {
        assert!(matches!(
            clock.move_forward(&database.pool, by).await,
            Err(ClockError::OutOfRange)
        ));
    }
    clock
        .move_forward(&database.pool, FURTHEST_OFFSET)
        .await
        .unwrap();
    let beyond = clock
        .move_forward(&database.pool, TimeDelta::seconds(1))
        .await;
    assert!(matches!(beyond, Err(ClockError::OutOfRange)));
}

//! Whoever waits is told once that the promise is broken, and so are the operator's reviewers.

use chrono::{Datelike as _, TimeDelta, Weekday};
use tierline_app::portal::ReviewPortal as _;
use tierline_core::{review::Command, role::Role};

use super::{APPROVE, submitted};
use crate::{
    jobs::expiry::tell_of_late_cases,
    testing::world::{World, request},
};

/// The number of mails of each kind: to the applicant, and to reviewers.
async fn told(world: &World) -> (usize, usize) {
    tell_of_late_cases(world.state.clone()).await.unwrap();
    let (applicant, reviewers) = (
        world.mailed("enrollment_late").await,
        world.mailed("cases_late").await,
    );
    (applicant.len(), reviewers.len())
}

/// Moves to the morning of the day after the last business day that is promised, when it is the day.
async fn until_due(world: &World) {
    let mut left = 5;
    while left > 0 {
        world.state.clock.advance(TimeDelta::days(1)).unwrap();
        let day = world.now().weekday();
        left -= i32::from(!matches!(day, Weekday::Sat | Weekday::Sun));
    }
}

#[tokio::test]
async fn a_late_case_is_told_once_to_both() {
    let world = World::new().await;
    let reviewer = world.colleague(&world.operator, Role::Reviewer).await;
    let id = submitted(&world).await;
    assert_eq!(told(&world).await, (0, 0));
    until_due(&world).await;
    world.state.clock.advance(TimeDelta::days(4)).unwrap();
    // The program admin and the reviewer get one mail each, however often the job runs.
    for _ in 0..2 {
        assert_eq!(told(&world).await, (1, 2));
    }
    let mut to = world.mailed("cases_late").await;
    to.sort();
    let mut all = vec![world.operator.email.clone(), reviewer.email.clone()];
    all.sort();
    assert_eq!(to, all);
    // Not after years of downtime either, and nothing is told of what was decided.
    world
        .portal(&reviewer)
        .change_case(id, Command::Take, None, request())
        .await
        .unwrap();
    world
        .portal(&reviewer)
        .change_case(id, APPROVE, None, request())
        .await
        .unwrap();
    world.state.clock.advance(TimeDelta::days(300)).unwrap();
    assert_eq!(told(&world).await, (1, 2));
}

#[tokio::test]
async fn cases_of_one_day_are_one_mail_to_reviewers() {
    let world = World::new().await;
    submitted(&world).await;
    crate::testing::cases::applicant(&world.state.pool, world.customer.user.into_uuid()).await;
    world.state.clock.advance(TimeDelta::days(30)).unwrap();
    let all = "select count(*) from enrollment_lateness";
    assert_eq!(told(&world).await, (2, 1));
    assert_eq!(world.count(all).await, 2);
}

//! Program settings through the portal and PostgreSQL.

use chrono::TimeDelta;
use tierline_app::{
    error::PortalError,
    portal::{NewInvitation, all::*},
    program::model::SettingsPage,
};
use tierline_core::{
    program::{Command, Day, Group, Setting, WorkingDays, parse_holidays},
    role::Role,
};

use crate::{
    jobs::expiry,
    testing::{
        self,
        settings::set,
        world::{Person, World, refused, request},
    },
};

async fn change(world: &World, by: &Person, command: Command) -> Result<(), PortalError> {
    let portal = world.portal(by);
    portal.change_settings(command, None, request()).await
}

async fn page(world: &World) -> SettingsPage {
    let portal = world.portal(&world.operator);
    portal.program_settings().await.unwrap()
}

fn value(page: &SettingsPage, setting: Setting) -> (u32, bool) {
    let shown = page.values.iter().find(|it| it.setting == setting).unwrap();
    (shown.value, shown.is_set)
}

#[tokio::test]
async fn program_admins_change_what_reviewers_read_and_others_do_not_know_of() {
    let world = World::new().await;
    let reviewer = world.colleague(&world.operator, Role::Reviewer).await;
    let longer = set(&[(Setting::ReviewTo, 10)]);
    assert_eq!(
        refused(change(&world, &reviewer, longer.clone()).await),
        "role_missing"
    );
    assert_eq!(value(&page(&world).await, Setting::ReviewTo), (5, false));
    change(&world, &world.operator, longer).await.unwrap();

    let read = world.portal(&reviewer).program_settings().await.unwrap();
    assert_eq!(value(&read, Setting::ReviewTo), (10, true));
    assert_eq!(read.may_change.unwrap_err().code(), "role_missing");
    let latest = read.latest.first().unwrap();
    assert_eq!((latest.group, latest.at), (Group::Promises, world.now()));
    assert_eq!(read.timeline.unwrap().entries.len(), 1);
    for stranger in [&world.provider, &world.customer] {
        let answer = world.portal(stranger).program_settings().await;
        assert_eq!(answer, Err(PortalError::NotFound));
    }
    // What is promised is for everybody.
    let promised = world.nobody().promised().await.unwrap();
    assert_eq!((promised.review_from, promised.review_to), (3, 10));
}

#[tokio::test]
async fn what_is_saved_again_is_no_second_entry() {
    let world = World::new().await;
    let days = WorkingDays::of([Day::Sunday, Day::Monday]).unwrap();
    let all = [
        set(&[(Setting::MailDays, 60)]),
        Command::SetWorkingDays(days),
        Command::AddHolidays(parse_holidays("2026-12-25,Christmas").unwrap()),
    ];
    for _ in 0..2 {
        for command in all.clone() {
            change(&world, &world.operator, command).await.unwrap();
        }
    }
    let page = page(&world).await;
    assert_eq!(page.timeline.unwrap().entries.len(), 3);
    assert_eq!((page.working_days, page.holidays.len()), (days, 1));
    let report = crate::check::check(&world.state.pool).await.unwrap();
    // What is put there for a test has no whole history.
    assert_eq!(report.differ.count, 0, "{report:?}");
}

#[tokio::test]
async fn nobody_saves_over_another_change() {
    let world = World::new().await;
    let filled = page(&world).await.mark(Group::Quotas);
    let portal = world.portal(&world.operator);
    let first = set(&[(Setting::ResendMinutes, 10)]);
    portal
        .change_settings(first, Some(filled.clone()), request())
        .await
        .unwrap();
    let second = set(&[(Setting::InvitationsADay, 50)]);
    let answer = portal
        .change_settings(second.clone(), Some(filled), request())
        .await;
    let Err(PortalError::Changed(changed)) = answer else {
        panic!("{answer:?}");
    };
    let told: Vec<_> = changed.fields.iter().map(|it| it.field.as_str()).collect();
    assert_eq!(told, ["resend_minutes", "invitations_a_day"]);
    // Sent again, it is meant.
    portal
        .change_settings(second, Some(changed.mark), request())
        .await
        .unwrap();
    let page = page(&world).await;
    assert_eq!(value(&page, Setting::ResendMinutes), (5, true));
}

#[tokio::test]
async fn a_setting_wins_over_the_option_of_the_server() {
    let mut world = World::new().await;
    let options = testing::config(&["--demo", "--resend-minutes", "30"]);
    world.state.config = std::sync::Arc::new(options);
    assert_eq!(
        value(&page(&world).await, Setting::ResendMinutes),
        (30, false)
    );
    let by = &world.provider;
    let id = world
        .drafted(by, NewInvitation::Partnership, "anna@elsewhere.example")
        .await;
    world.sent(by, id).await;
    world.state.clock.advance(TimeDelta::minutes(10)).unwrap();
    let pace = world.portal(by).invitation(id).await.unwrap().pace;
    assert_eq!(pace.unwrap_err().code(), "sent_recently");
    change(
        &world,
        &world.operator,
        set(&[(Setting::ResendMinutes, 10)]),
    )
    .await
    .unwrap();
    assert_eq!(world.portal(by).invitation(id).await.unwrap().pace, Ok(()));
}

#[tokio::test]
async fn a_link_works_as_long_as_is_set_when_it_is_sent() {
    let world = World::new().await;
    let by = &world.provider;
    let kind = NewInvitation::Partnership;
    let first = world.drafted(by, kind, "anna@elsewhere.example").await;
    world.sent(by, first).await;
    let set = set(&[(Setting::InvitationDays, 30), (Setting::ReminderDays, 3)]);
    change(&world, &world.operator, set).await.unwrap();
    let second = world.drafted(by, kind, "ben@elsewhere.example").await;
    world.sent(by, second).await;
    let days = async |id| {
        let page = world.portal(by).invitation(id).await.unwrap();
        (page.invitation.expires().unwrap() - world.now()).num_days()
    };
    // What was sent keeps its date.
    assert_eq!((days(first).await, days(second).await), (90, 30));

    let reminded = async |after: i64| {
        world.state.clock.advance(TimeDelta::days(after)).unwrap();
        expiry::remind(world.state.clone()).await.unwrap()
    };
    assert_eq!((reminded(26).await, reminded(2).await), (0, 1));
}

#[tokio::test]
async fn what_is_kept_no_longer_is_deleted() {
    let world = World::new().await;
    world.partners().await;
    sqlx::query("update mail set status = 'sent', sent_at = $1")
        .bind(world.now())
        .execute(&world.state.pool)
        .await
        .unwrap();
    world.state.clock.advance(TimeDelta::days(3)).unwrap();
    let mails = "select count(*) from mail";
    expiry::purge(world.state.clone()).await.unwrap();
    assert_ne!(world.count(mails).await, 0);
    change(&world, &world.operator, set(&[(Setting::MailDays, 2)]))
        .await
        .unwrap();
    expiry::purge(world.state.clone()).await.unwrap();
    assert_eq!(world.count(mails).await, 0);
}

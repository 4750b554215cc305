//! A file of a customer's users, uploaded by its partners and by itself.

use std::fmt::Write as _;

use serde_json::Value;
use tierline_app::{
    error::PortalError,
    import::{
        list::UserImportLines,
        model::{ImportDetail, LineRow},
    },
    list::model::ListQuery,
    portal::all::*,
};
use tierline_core::{
    ids::{ImportId, OrganizationId, UserId},
    import::{Command, Effect, Kind, Problem, Status},
    member::Help,
    role::Role,
};
use uuid::Uuid;

use super::{given, interrupted::broken, upload_by, work};
use crate::{
    enrollment::document::tests::given::Own,
    import::{Chosen, job},
    testing::world::{Person, World, refused, request},
};

const HEAD: &str = "user_name,name,roles,products\n";
const USERS: &str = "select count(*) from app_user where email like 'new%'";
const HELD: &str = "select count(*) from assignment where withdrawn_at is null";

/// A customer of reseller and provider with a subscription of so many licenses.
async fn with_licenses(quantity: u32) -> (World, Own) {
    let (world, own) = given().await;
    world.partners().await;
    world.joint_customer().await;
    let (customer, lines) = (world.customer.organization, vec![(world.sku, quantity)]);
    let portal = world.portal(&world.provider);
    let placed = portal.place_order(customer, lines, None, request()).await;
    placed.unwrap();
    (world, own)
}

fn users_of(customer: OrganizationId) -> Chosen {
    Chosen {
        kind: Kind::Users,
        customer: Some(customer),
        choice: Value::Null,
        name: "users.csv".to_owned(),
    }
}

/// A file whose lines have `@` in place of the customer's domain.
fn file(world: &World, lines: &str) -> Vec<u8> {
    let domain = world.customer.email.rsplit_once('@').unwrap().1;
    format!("{HEAD}{}", lines.replace("@,", &format!("@{domain},"))).into_bytes()
}

async fn begun(world: &World, by: &Person, lines: &str) -> Result<ImportId, PortalError> {
    let chosen = users_of(world.customer.organization);
    upload_by(world, by, chosen, &file(world, lines)).await
}

async fn seen(world: &World, by: &Person, id: ImportId) -> ImportDetail {
    let customer = world.customer.organization;
    world.portal(by).user_import(customer, id).await.unwrap()
}

async fn looked_at(world: &World, by: &Person, lines: &str) -> ImportDetail {
    let id = begun(world, by, lines).await.unwrap();
    work(world, id).await;
    seen(world, by, id).await
}

async fn settle(
    world: &World,
    by: &Person,
    id: ImportId,
    what: Command,
) -> Result<(), PortalError> {
    let customer = world.customer.organization;
    let portal = world.portal(by);
    portal
        .settle_user_import(customer, id, what, request())
        .await
}

async fn apply(world: &World, by: &Person, id: ImportId) -> ImportDetail {
    settle(world, by, id, Command::Apply).await.unwrap();
    work(world, id).await;
    seen(world, by, id).await
}

async fn lines(world: &World, by: &Person, id: ImportId) -> Result<Vec<LineRow>, PortalError> {
    let query = ListQuery::parse(&format!("of={id}"));
    let page = world.portal(by).listed::<UserImportLines>(query).await?;
    Ok(page.rows)
}

const TWO: &str = "new1@,Mia Kern,,Business Basic\nnew2@,Tom Berg,user;billing_admin,\n";

#[tokio::test]
async fn a_reseller_adds_users_with_licenses_on_behalf_of_the_customer() {
    let (world, own) = with_licenses(5).await;
    let by = &world.reseller;
    let checked = looked_at(&world, by, TWO).await;
    assert_eq!(checked.row.status, Status::Checked, "{checked:?}");
    let counts = checked.row.counts;
    assert_eq!((counts.lines, counts.added, counts.wrong), (2, 2, 0));
    assert_eq!(checked.first[0].detail, "Business Basic");
    assert_eq!((world.count(USERS).await, world.count(HELD).await), (0, 0));

    let applied = apply(&world, by, checked.row.id).await;
    assert_eq!(applied.row.status, Status::Applied);
    assert_eq!((world.count(USERS).await, world.count(HELD).await), (2, 1));
    assert_eq!(own.files(), 0);
    let on_behalf: Vec<Option<String>> = sqlx::query_scalar(
        "select body -> 'event' ->> 'partner' from event
         where body -> 'event' ->> 'type' in ('added_by_admin', 'assigned') and user_id = $1",
    )
    .bind(by.user.into_uuid())
    .fetch_all(&world.state.pool)
    .await
    .unwrap();
    assert_eq!(on_behalf.len(), 3);
    let reseller = by.organization.to_string();
    assert!(on_behalf.iter().all(|it| *it == Some(reseller.clone())));
    // Each has to choose a password, and nobody knows the one that is stored.
    let to_change =
        "select count(*) from app_user where email like 'new%' and must_change_password";
    assert_eq!(world.count(to_change).await, 2);
}

#[tokio::test]
async fn a_line_about_a_removed_user_says_that_it_can_be_restored() {
    let (world, _own) = with_licenses(5).await;
    let by = &world.reseller;
    let first = looked_at(&world, by, TWO).await;
    apply(&world, by, first.row.id).await;
    let mia: Uuid = sqlx::query_scalar("select id from app_user where email like 'new1@%'")
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    let (customer, mia) = (world.customer.organization, UserId::from_uuid(mia));
    let portal = world.portal(by);
    portal
        .help_user(customer, mia, Help::Remove, None, request())
        .await
        .unwrap();
    let again = looked_at(&world, by, TWO).await;
    assert_eq!(again.row.status, Status::Wrong, "{again:?}");
    let problems = again.first.iter().filter_map(|row| row.problem.as_ref());
    let removed = |it: &Problem| matches!(it, Problem::UserRemoved { .. });
    assert_eq!(problems.filter(|it| removed(it)).count(), 1);
    let restored = portal.restore_user(customer, mia, request()).await;
    assert_eq!(restored, Ok(true));
    let again = looked_at(&world, by, TWO).await;
    assert_eq!((again.row.counts.same, again.row.counts.wrong), (2, 0));
}

#[tokio::test]
async fn who_is_there_already_gets_the_licenses_alone() {
    let (world, _own) = with_licenses(5).await;
    let admin = &world.customer;
    let first = looked_at(&world, admin, TWO).await;
    apply(&world, admin, first.row.id).await;
    let lines = "new1@,Another Name,,Business Basic\nnew2@,Tom Berg,,BUSINESS BASIC\n";
    let second = looked_at(&world, admin, lines).await;
    let counts = second.row.counts;
    assert_eq!((counts.added, counts.changed, counts.same), (0, 1, 1));
    assert_eq!(second.first[0].effect, Effect::Changed);
    apply(&world, admin, second.row.id).await;
    assert_eq!((world.count(USERS).await, world.count(HELD).await), (2, 2));
    let renamed = "select count(*) from app_user where name = 'Another Name'";
    assert_eq!(world.count(renamed).await, 0);
}

#[tokio::test]
async fn every_wrong_line_is_named_and_nothing_is_changed() {
    let (world, _own) = with_licenses(1).await;
    let by = &world.reseller;
    let wrong = "new1@,Mia Kern,,Business Basic\n\
                 new2@,Tom Berg,,Business Basic\n\
                 new1@,Mia Kern,,\n\
                 new3@elsewhere.example,Eve,,\n\
                 new4@,,boss,\n\
                 new5@,Kim,global_admin,\n\
                 new6@,Lee,,Business Extra\n";
    let found = looked_at(&world, by, wrong).await;
    assert_eq!(found.row.status, Status::Wrong);
    let told = lines(&world, by, found.row.id).await.unwrap();
    let wrong = told.iter().filter(|it| it.effect == Effect::Wrong);
    let named: Vec<_> = wrong.filter_map(|it| it.line).collect();
    assert_eq!(named, [3, 4, 5, 6, 6, 7, 8]);
    let refusal = settle(&world, by, found.row.id, Command::Apply).await;
    assert_eq!(refused(refusal), "import_over");
    assert_eq!((world.count(USERS).await, world.count(HELD).await), (0, 0));
}

#[tokio::test]
async fn licenses_that_were_assigned_meanwhile_are_missing_and_said_to_be() {
    let (world, _own) = with_licenses(1).await;
    let by = &world.reseller;
    let checked = looked_at(&world, by, TWO).await;
    let colleague = world.colleague(&world.customer, Role::User).await;
    let customer = world.customer.organization;
    let subscription: uuid::Uuid = sqlx::query_scalar("select id from subscription")
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    let users = [colleague.user].into_iter().collect();
    let portal = world.portal(&world.customer);
    let assigned = portal.assign_licenses(customer, subscription.into(), users, request());
    assigned.await.unwrap();
    let applied = apply(&world, by, checked.row.id).await;
    assert_eq!(applied.row.status, Status::Wrong);
    assert_eq!((world.count(USERS).await, world.count(HELD).await), (0, 1));
}

#[tokio::test]
async fn what_was_interrupted_goes_on() {
    let (world, _own) = with_licenses(5).await;
    let by = &world.reseller;
    let id = looked_at(&world, by, TWO).await.row.id;
    settle(&world, by, id, Command::Apply).await.unwrap();
    assert!(job::run(&world.state, broken, id).await.is_err());
    assert_eq!(seen(&world, by, id).await.row.status, Status::Applying);
    assert_eq!(world.count(USERS).await, 0);
    work(&world, id).await;
    // Once more is nothing.
    work(&world, id).await;
    assert_eq!(seen(&world, by, id).await.row.status, Status::Applied);
    assert_eq!((world.count(USERS).await, world.count(HELD).await), (2, 1));
}

#[tokio::test]
async fn who_may_not_manage_the_customers_users_imports_none() {
    let (world, own) = with_licenses(5).await;
    let sales = world.colleague(&world.reseller, Role::SalesAgent).await;
    assert_eq!(refused(begun(&world, &sales, TWO).await), "role_missing");
    let answer = begun(&world, &world.provider, TWO).await;
    assert_eq!(refused(answer), "grant_missing");
    let answer = begun(&world, &world.other_reseller, TWO).await;
    assert_eq!(answer, Err(PortalError::NotFound));
    let user = world.colleague(&world.customer, Role::User).await;
    assert_eq!(refused(begun(&world, &user, TWO).await), "role_missing");
    assert_eq!(own.files(), 0);
}

#[tokio::test]
async fn an_import_is_its_organizations_own() {
    let (world, _own) = with_licenses(5).await;
    let (reseller, admin) = (&world.reseller, &world.customer);
    let customer = world.customer.organization;
    let id = looked_at(&world, reseller, TWO).await.row.id;
    // The customer sees nothing of it, and is not held up by it.
    let portal = world.portal(admin);
    let answer = portal.user_import(customer, id).await;
    assert_eq!(answer.unwrap_err(), PortalError::NotFound);
    let answer = settle(&world, admin, id, Command::Discard).await;
    assert_eq!(answer, Err(PortalError::NotFound));
    let answer = lines(&world, admin, id).await;
    assert_eq!(answer.unwrap_err(), PortalError::NotFound);
    assert_eq!(portal.user_import_start(customer).await.unwrap().open, None);
    begun(&world, admin, TWO).await.unwrap();
    // The reseller does not begin a second one.
    assert_eq!(refused(begun(&world, reseller, TWO).await), "import_open");
    // It is no import of the program.
    let answer = world.portal(&world.operator).import(id).await;
    assert_eq!(answer.unwrap_err(), PortalError::NotFound);
    let portal = world.portal(&world.operator);
    let answer = portal.settle_import(id, Command::Discard, request()).await;
    assert_eq!(answer, Err(PortalError::NotFound));
}

#[tokio::test]
async fn a_right_that_is_gone_applies_nothing() {
    let (world, _own) = with_licenses(5).await;
    let agent = world.colleague(&world.reseller, Role::HelpdeskAgent).await;
    let id = looked_at(&world, &agent, TWO).await.row.id;
    settle(&world, &agent, id, Command::Apply).await.unwrap();
    sqlx::query("update membership set roles = '{sales_agent}' where user_id = $1")
        .bind(agent.user.into_uuid())
        .execute(&world.state.pool)
        .await
        .unwrap();
    work(&world, id).await;
    let page = seen(&world, &world.reseller, id).await;
    assert_eq!(page.row.status, Status::Failed);
    assert_eq!(world.count(USERS).await, 0);
}

#[tokio::test]
async fn fifty_thousand_lines_are_one_import() {
    let (world, _own) = with_licenses(2).await;
    let by = &world.reseller;
    let mut text = String::new();
    for number in 0..50_000 {
        let products = if number < 2 { "Business Basic" } else { "" };
        writeln!(text, "new{number}@,User {number},,{products}").unwrap();
    }
    let checked = looked_at(&world, by, &text).await;
    assert_eq!(checked.row.status, Status::Checked);
    assert_eq!(checked.row.counts.added, 50_000);
    let applied = apply(&world, by, checked.row.id).await;
    assert_eq!(applied.row.status, Status::Applied);
    assert_eq!(world.count(USERS).await, 50_000);
    assert_eq!(world.count(HELD).await, 2);
}

/// A license goes from one user to another by one file, in whichever order the lines are.
#[tokio::test]
async fn a_file_withdraws_licenses_and_gives_them_to_others() {
    let (world, _own) = with_licenses(1).await;
    let by = &world.reseller;
    let first = looked_at(&world, by, "new1@,Mia Kern,,Business Basic\n").await;
    apply(&world, by, first.row.id).await;

    let domain = world.customer.email.rsplit_once('@').unwrap().1;
    let lines = format!(
        "user_name,name,products,withdraw\n\
         new2@{domain},Tom Berg,Business Basic,\n\
         new1@{domain},Mia Kern,,business basic\n"
    );
    let chosen = users_of(world.customer.organization);
    let id = upload_by(&world, by, chosen, lines.as_bytes())
        .await
        .unwrap();
    work(&world, id).await;
    let checked = seen(&world, by, id).await;
    let counts = checked.row.counts;
    assert_eq!((counts.added, counts.changed, counts.wrong), (1, 1, 0));
    assert_eq!(checked.first[1].before.as_deref(), Some("Business Basic"));
    let applied = apply(&world, by, id).await;
    assert_eq!(applied.row.status, Status::Applied);
    let holders: Vec<String> = sqlx::query_scalar(
        "select u.email from assignment a join app_user u on u.id = a.user_id where a.withdrawn_at is null",
    )
    .fetch_all(&world.state.pool)
    .await
    .unwrap();
    assert_eq!(holders, [format!("new2@{domain}")]);
    let asked = "select count(*) from event where object = 'assignment'
        and body -> 'event' ->> 'why' = 'asked'";
    assert_eq!(world.count(asked).await, 1);
}

/// What is done stays done when a server stops in the middle, and the rest is done afterwards.
#[tokio::test]
async fn a_large_file_is_applied_in_steps_and_goes_on_where_it_was_interrupted() {
    let (world, _own) = with_licenses(2).await;
    let by = &world.reseller;
    let mut all = String::new();
    for number in 0..1_500 {
        writeln!(all, "new{number}@,User {number},,").unwrap();
    }
    let checked = looked_at(&world, by, &all).await;
    let id = checked.row.id;
    assert_eq!((checked.row.counts.added, checked.steps), (1_500, 0));
    sqlx::raw_sql(
        "create function broken() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$;
         create trigger broken before insert on app_user for each row when (new.email like 'new1400@%')
         execute function broken()",
    )
    .execute(&world.state.pool)
    .await
    .unwrap();
    settle(&world, by, id, Command::Apply).await.unwrap();
    let stopped = job::run(&world.state, crate::imports::perform, id).await;
    assert!(stopped.is_err());
    let half = seen(&world, by, id).await;
    assert_eq!(
        (half.row.status, half.done, half.steps),
        (Status::Applying, 1_000, 1_500)
    );
    assert_eq!(world.count(USERS).await, 1_000);
    // Meanwhile somebody else takes an address that a later line has.
    sqlx::raw_sql("drop trigger broken on app_user")
        .execute(&world.state.pool)
        .await
        .unwrap();
    let stranger = world.colleague(&world.provider, Role::User).await;
    let domain = world.customer.email.rsplit_once('@').unwrap().1;
    sqlx::query("update app_user set email = $1 where id = $2")
        .bind(format!("new1499@{domain}"))
        .bind(stranger.user.into_uuid())
        .execute(&world.state.pool)
        .await
        .unwrap();
    work(&world, id).await;
    let applied = seen(&world, by, id).await;
    let counts = applied.row.counts;
    assert_eq!(applied.row.status, Status::Applied);
    assert_eq!((counts.added, counts.wrong), (1_499, 1));
    assert_eq!(world.count(USERS).await, 1_500);
    let wrong = "select count(*) from import_line where effect = 'wrong' and problem ->> 'problem' = 'account_taken'";
    assert_eq!(world.count(wrong).await, 1);
    // Once more is nothing.
    work(&world, id).await;
    assert_eq!(world.count(USERS).await, 1_500);
}

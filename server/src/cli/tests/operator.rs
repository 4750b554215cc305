//! The users who act from the command line, and their record in the history.

use super::{AdminError, CONTOSO, Installation, OPERATOR, WOODGROVE, request};
use crate::{activity::query::Reader, cli::perform, organization::query::organization_at};
use sqlx::PgConnection;
use tierline_core::{
    actor::Actor,
    ids::{OrganizationId, UserId},
    role::{Role, RoleSet},
};

const SECOND: &str =
    "user add --organization program.example --name Quinn --email quinn@program.example --role";

/// A user with this role, as a reader of the organization's log.
async fn reader(db: &mut PgConnection, id: uuid::Uuid, role: Role) -> Reader {
    let organization = organization_at(
        db,
        OrganizationId::from_uuid(id),
        "2030-01-01T00:00:00Z".parse().unwrap(),
    )
    .await
    .unwrap();
    let actor = Actor {
        user: UserId::from_uuid(id),
        organization: organization.id,
        roles: RoleSet::EMPTY.with(role),
        customers: Default::default(),
    };
    let now = "2030-01-01T00:00:00Z".parse().unwrap();
    Reader::of(&organization, &actor, now)
}

#[tokio::test]
async fn before_there_is_an_operator_nothing_else_is_entered() {
    let here = Installation::empty().await;
    let first = "the program doesn't have an operator yet; add it first with `tierline organization add --capability operator`";
    for line in [
        CONTOSO,
        "organization complete --domain contoso.example --mpn 4586213",
        "user add --organization contoso.example --name O --email o@contoso.example --role sales-agent",
        "user password --email grace@contoso.example",
        "user reset-second-factor --email grace@contoso.example",
    ] {
        assert_eq!(here.refused(line).await, [first], "{line}");
    }
    let by = format!("{OPERATOR} --as pat@program.example");
    assert_eq!(
        here.refused(&by).await,
        ["--as: the program doesn't have an operator yet, so it has no user `pat@program.example`"]
    );
    here.done(OPERATOR).await;
    here.done(CONTOSO).await;
    // The first of all was entered by nobody, the rest by its only program admin.
    assert_eq!(by_whom(&here).await, [None, Some("Pat".to_owned())]);
}

#[tokio::test]
async fn the_history_says_who_of_the_operator_it_was() {
    let here = Installation::new().await;
    here.done(&format!("{SECOND} program-admin")).await;
    let both = "pat@program.example, quinn@program.example";
    assert_eq!(
        here.refused(CONTOSO).await,
        [format!(
            "--as is missing: the operator has several program admins, {both}"
        )]
    );
    let other = format!("{CONTOSO} --as grace@contoso.example");
    assert_eq!(
        here.refused(&other).await,
        [format!(
            "--as: the operator has no user `grace@contoso.example`; its program admins are {both}"
        )]
    );
    here.done(&format!("{CONTOSO} --as Quinn@program.example"))
        .await;
    let who = by_whom(&here).await.pop().flatten();
    assert_eq!(who.as_deref(), Some("Quinn"));

    let id: uuid::Uuid =
        sqlx::query_scalar("select id from organization where domain = 'contoso.example'")
            .fetch_one(here.pool())
            .await
            .unwrap();
    let mut db = here.pool().acquire().await.unwrap();
    let reader = reader(&mut db, id, Role::GlobalAdmin).await;
    let told = crate::activity::query::recent(&mut db, &reader, 1)
        .await
        .unwrap()
        .pop()
        .unwrap();
    assert_eq!(told.by.as_deref(), Some("Quinn"));
    assert_eq!(told.organization.unwrap().name.as_str(), "Program");
}

#[tokio::test]
async fn a_user_of_the_operator_does_what_the_roles_permit() {
    let here = Installation::new().await;
    here.done(&format!("{SECOND} reviewer")).await;
    for line in [WOODGROVE, "user password --email pat@program.example"] {
        let told = here
            .refused(&format!("{line} --as quinn@program.example"))
            .await;
        let [told] = told.as_slice() else {
            panic!("{told:?}")
        };
        assert!(told.starts_with("--as: "), "{told}");
        assert!(told.contains("no role in `Program`"), "{told}");
    }
    assert_eq!(here.number("select count(*) from organization").await, 1);

    let blocked = "update app_user set blocked_at = now() where name = 'Pat'";
    sqlx::query(blocked).execute(here.pool()).await.unwrap();
    let way_out = "the operator has no program admin who isn't blocked; unblock one first with \
                   `tierline user password --email pat@program.example --unblock`";
    assert_eq!(
        here.refused(WOODGROVE).await,
        [format!("--as is missing: {way_out}")]
    );
    assert_eq!(
        here.refused(&format!("{WOODGROVE} --as pat@program.example"))
            .await,
        [format!("--as: `pat@program.example` is blocked; {way_out}")]
    );
}

#[tokio::test]
async fn the_only_program_admin_is_let_in_again_by_the_command_that_is_named() {
    let here = Installation::new().await;
    let blocked = "update app_user set blocked_at = now() where name = 'Pat'";
    sqlx::query(blocked).execute(here.pool()).await.unwrap();
    for line in [
        WOODGROVE,
        // A password alone does not let in.
        "user password --email pat@program.example",
        "user password --email pat@program.example --as pat@program.example",
        "user password --email pat@program.example --unblock --as grace@program.example",
    ] {
        let told = here.refused(line).await.concat();
        assert!(told.contains("--unblock"), "{line}: {told}");
    }
    let report = here
        .done("user password --email Pat@program.example --unblock")
        .await;
    assert!(report.to_string().contains("is now unblocked"), "{report}");
    let who: Option<String> = sqlx::query_scalar(
        "select u.name from event e left join app_user u on u.id = e.user_id
         where e.body -> 'event' ->> 'type' = 'password_reset'",
    )
    .fetch_one(here.pool())
    .await
    .unwrap();
    assert_eq!(who.as_deref(), Some("Pat"));
    here.done(WOODGROVE).await;
    let report = crate::check::check(here.pool()).await.unwrap();
    assert!(report.is_good(), "{report}");
}

#[tokio::test]
async fn a_blocked_program_admin_asks_a_colleague_when_there_is_one() {
    let here = Installation::new().await;
    here.done(&format!("{SECOND} program-admin")).await;
    let blocked = "update app_user set blocked_at = now() where name = 'Pat'";
    sqlx::query(blocked).execute(here.pool()).await.unwrap();
    let unblock = "user password --email pat@program.example --unblock";
    assert_eq!(
        here.refused(&format!("{unblock} --as pat@program.example"))
            .await,
        ["--as: `pat@program.example` is blocked; its program admin is quinn@program.example"]
    );
    here.done(unblock).await;
    here.done(&format!("{WOODGROVE} --as pat@program.example"))
        .await;
}

#[tokio::test]
async fn a_price_list_is_imported_by_who_may() {
    let here = Installation::new().await;
    here.done(&format!("{SECOND} reviewer")).await;
    let name = format!("tierline-prices-{}.csv", uuid::Uuid::now_v7().simple());
    let file = std::env::temp_dir().join(name);
    let import = format!("catalog import {}", file.display());
    match perform(&here.state, request(&import).unwrap()).await {
        Err(AdminError::Unprepared(error)) => {
            assert!(error.to_string().contains("can't read"), "{error}");
        }
        other => panic!("{other:?}"),
    }
    let list = "sku,part_number,name,maximum,EUR\n3b555118-da6a-4418-894f-7df1e2096870,BASIC,Basic,400,5.60\n";
    std::fs::write(&file, list).unwrap();
    let told = here
        .refused(&format!("{import} --as quinn@program.example"))
        .await;
    assert!(told.concat().contains("no role in `Program`"), "{told:?}");
    assert_eq!(here.number("select count(*) from product").await, 0);
    let report = here.done(&import).await;
    assert_eq!(
        report.to_string(),
        "imported 1 product with 1 price: 1 new, 0 changed, 0 unchanged"
    );
    assert_eq!(here.number("select count(*) from product").await, 1);
    std::fs::remove_file(file).unwrap();

    let operator: uuid::Uuid = sqlx::query_scalar("select id from organization")
        .fetch_one(here.pool())
        .await
        .unwrap();
    let mut db = here.pool().acquire().await.unwrap();
    let reader = reader(&mut db, operator, Role::ProgramAdmin).await;
    let history = crate::activity::query::recent(&mut db, &reader, 10)
        .await
        .unwrap();
    let told = &history[0];
    assert_eq!(told.by.as_deref(), Some("Pat"));
    assert_eq!(
        told.told
            .what
            .clone()
            .in_language(tierline_app::i18n::Lang::En),
        "Imported a price list. New products: 1, changed: 0, unchanged: 0; prices: 1"
    );
    let report = crate::check::check(here.pool()).await.unwrap();
    assert!(report.is_good(), "{report}");
    assert_eq!(here.number("select count(*) from price_list").await, 1);
}

/// The users who registered the organizations, in the order of their entry.
async fn by_whom(here: &Installation) -> Vec<Option<String>> {
    sqlx::query_scalar(
        "select u.name from event e left join app_user u on u.id = e.user_id
         where e.body -> 'event' ->> 'type' = 'registered' order by e.id",
    )
    .fetch_all(here.pool())
    .await
    .unwrap()
}

//! For who has lost the second factor and the recovery codes.

use super::{Installation, NOTED, WOODGROVE, wrong};
use crate::testing;

#[tokio::test]
async fn a_lost_second_factor_is_taken_away_from_one_user_alone() {
    let here = Installation::new().await;
    here.done(WOODGROVE).await;
    here.done("user add --organization woodgrove.example --name Felix --email felix@woodgrove.example --role user")
        .await;
    assert_eq!(
        wrong("user reset-second-factor"),
        ["--email is missing; for example: --email grace.lin@contoso.example"]
    );
    assert_eq!(
        here.refused("user reset-second-factor --email nobody@woodgrove.example")
            .await,
        ["--email: the work account `nobody@woodgrove.example` doesn't exist"]
    );
    assert_eq!(
        here.refused("user reset-second-factor --email wendy@woodgrove.example")
            .await,
        ["--email: the account `wendy@woodgrove.example` has no second factor"]
    );
    let users: Vec<uuid::Uuid> =
        sqlx::query_scalar("select id from app_user where name <> 'Pat' order by email")
            .fetch_all(here.pool())
            .await
            .unwrap();
    for user in users {
        testing::given::second_factor(here.pool(), user.into(), here.state.clock.now()).await;
    }
    for statement in [
        "insert into session (id_hash, user_id, expires_at)
         select sha256(email::bytea), id, now() + interval '1 hour' from app_user where name <> 'Pat'",
        "insert into pending_sign_in (id_hash, user_id, expires_at)
         select sha256(email::bytea), id, now() + interval '1 hour' from app_user where name <> 'Pat'",
        "insert into second_factor (id, user_id, kind, set_up_at, name, credential_id, credential)
         select gen_random_uuid(), id, 'passkey', now(), 'Laptop', email::bytea, '{}' from app_user where name <> 'Pat'",
        "insert into passkey_challenge (asked_by, user_id, challenge, expires_at)
         select sha256(email::bytea), id, '{}', now() + interval '1 hour' from app_user where name <> 'Pat'",
    ] {
        sqlx::query(statement).execute(here.pool()).await.unwrap();
    }
    let told = here
        .done("user reset-second-factor --email Wendy@woodgrove.example")
        .await;
    assert!(told.to_string().contains("the password alone"), "{told}");
    assert!(told.account().is_none());
    for table in [
        "session",
        "pending_sign_in",
        "second_factor",
        "recovery_code",
        "passkey_challenge",
    ] {
        let left: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(format!(
            "select distinct u.email from {table} t join app_user u on u.id = t.user_id"
        )))
        .fetch_all(here.pool())
        .await
        .unwrap();
        assert_eq!(left, ["felix@woodgrove.example"], "{table}");
    }
    assert_eq!(
        here.history().await,
        ["registered", "added", "second_factor_reset"]
    );
    assert_eq!(here.number(NOTED).await, 1);
    assert_eq!(
        here.number("select count(*) from mail where to_address like 'wendy%' and kind = 'second_factor_turned_off'")
            .await,
        1
    );
}

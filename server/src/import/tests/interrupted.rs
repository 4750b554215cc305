//! A server that fails or stops while it is at work.

use tierline_app::error::PortalError;
use tierline_core::import::{Command, Phase, Status};

use super::{code, given, looked_at, members, settle, shown, upload, work};
use crate::import::{Running, job, take_up_lost};

const FILE: &[u8] = b"account,profile_mpn,profile\nmpn@a.example,7000000,Alpine\n";

/// What a broken machine does.
pub(super) fn broken(
    _: Running,
) -> std::pin::Pin<Box<dyn Future<Output = Result<(), PortalError>> + Send>> {
    Box::pin(async {
        Err(PortalError::Fault {
            reference: "a1".to_owned(),
        })
    })
}

#[tokio::test]
async fn what_was_interrupted_goes_on() {
    let (world, own) = given().await;
    let checked = looked_at(&world, members(), FILE).await;
    let id = checked.row.id;
    settle(&world, id, Command::Apply).await.unwrap();
    assert!(job::run(&world.state, broken, id).await.is_err());
    let page = shown(&world, id).await;
    assert_eq!(
        (page.row.status, page.phase),
        (Status::Applying, Phase::Waiting)
    );
    assert_eq!(
        code(settle(&world, id, Command::Discard).await),
        "import_under_way"
    );
    work(&world, id).await;
    assert_eq!(shown(&world, id).await.row.status, Status::Applied);
    assert_eq!(own.files(), 0);
    // Once more is nothing.
    work(&world, id).await;
    assert_eq!(world.count("select count(*) from registry_member").await, 1);
}

#[tokio::test]
async fn what_fails_again_and_again_is_given_up_and_says_so() {
    let (world, own) = given().await;
    let id = upload(&world, members(), FILE).await.unwrap();
    for _ in 0..3 {
        assert!(job::run(&world.state, broken, id).await.is_err());
    }
    job::run(&world.state, broken, id).await.unwrap();
    let page = shown(&world, id).await;
    assert_eq!(page.row.status, Status::Failed);
    assert_eq!(own.files(), 0);
    // Another file can be imported.
    upload(&world, members(), FILE).await.unwrap();
}

#[tokio::test]
async fn an_import_that_has_lost_its_job_gets_another() {
    let (world, _own) = given().await;
    upload(&world, members(), FILE).await.unwrap();
    let pool = &world.state.pool;
    assert_eq!(take_up_lost(pool).await.unwrap(), 0);
    sqlx::query("delete from graphile_worker._private_jobs")
        .execute(pool)
        .await
        .unwrap();
    assert_eq!(take_up_lost(pool).await.unwrap(), 1);
    assert_eq!(take_up_lost(pool).await.unwrap(), 0);
}

#[tokio::test]
async fn what_was_discarded_meanwhile_stays_so() {
    let (world, _own) = given().await;
    let id = upload(&world, members(), FILE).await.unwrap();
    settle(&world, id, Command::Discard).await.unwrap();
    work(&world, id).await;
    assert_eq!(shown(&world, id).await.row.status, Status::Discarded);
}

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sqlx::{Connection as _, PgConnection};
use uuid::Uuid;

use super::*;

/// A data folder of its own, removed at the end.
struct DataDir(PathBuf);

impl DataDir {
    fn new() -> Self {
        Self(std::env::temp_dir().join(format!("tierline-cluster-{}", Uuid::now_v7().simple())))
    }

    fn postmaster(&self) -> u32 {
        let note = fs::read_to_string(self.0.join("postgres/postmaster.pid")).unwrap();
        note.lines().next().unwrap().trim().parse().unwrap()
    }
}

impl Drop for DataDir {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

async fn execute(cluster: &Cluster, statement: &'static str) {
    let mut connection = PgConnection::connect_with(&cluster.connect_options())
        .await
        .unwrap();
    sqlx::raw_sql(statement)
        .execute(&mut connection)
        .await
        .unwrap();
    connection.close().await.unwrap();
}

async fn count(cluster: &Cluster) -> i64 {
    let mut connection = PgConnection::connect_with(&cluster.connect_options())
        .await
        .unwrap();
    sqlx::query_scalar("select count(*) from thing")
        .fetch_one(&mut connection)
        .await
        .unwrap()
}

fn alive(pid: u32) -> bool {
    // A killed process that its parent has not reaped yet is not alive.
    fs::read_to_string(format!("/proc/{pid}/stat")).is_ok_and(|stat| !stat.contains(") Z "))
}

/// The effect of `kill -9` on the server: no stop, no farewell, only the lock is released.
fn forget_as_if_killed(cluster: Cluster) {
    cluster.postmaster.abandon();
}

fn kill(pid: u32) {
    assert!(
        Command::new("kill")
            .args(["-9", &pid.to_string()])
            .status()
            .unwrap()
            .success()
    );
}

#[tokio::test]
async fn data_survives_a_stop_and_nothing_runs_after_it() {
    let data = DataDir::new();
    let cluster = Cluster::start(&data.0, None).await.unwrap();
    execute(
        &cluster,
        "create table thing (id int); insert into thing values (1), (2)",
    )
    .await;
    let postmaster = data.postmaster();
    assert!(alive(postmaster));
    cluster.stop().await.unwrap();
    assert!(!alive(postmaster));
    assert!(!data.0.join("postgres/postmaster.pid").exists());

    let again = Cluster::start(&data.0, None).await.unwrap();
    assert_eq!(count(&again).await, 2);
    again.stop().await.unwrap();
}

#[tokio::test]
async fn a_second_server_on_the_folder_is_told_who_has_it() {
    let data = DataDir::new();
    let cluster = Cluster::start(&data.0, None).await.unwrap();
    let refused = Cluster::start(&data.0, None).await.unwrap_err().to_string();
    assert!(
        refused.contains(&format!("process {}", std::process::id())),
        "{refused}"
    );
    assert!(refused.contains("--data-dir"), "{refused}");
    execute(&cluster, "select 1").await;
    cluster.stop().await.unwrap();
    Cluster::start(&data.0, None)
        .await
        .unwrap()
        .stop()
        .await
        .unwrap();
}

#[tokio::test]
async fn who_comes_beside_a_server_joins_its_postgres_and_leaves_it_running() {
    let data = DataDir::new();
    let Access::Own(own) = Cluster::start_or_join(&data.0, None).await.unwrap() else {
        panic!("nobody has the folder yet")
    };
    execute(&own, "create table thing (id int)").await;
    let postmaster = data.postmaster();
    let Access::Joined(guest) = Cluster::start_or_join(&data.0, None).await.unwrap() else {
        panic!("the folder is taken")
    };
    let mut guest = PgConnection::connect(&guest.url).await.unwrap();
    sqlx::raw_sql("insert into thing values (1)")
        .execute(&mut guest)
        .await
        .unwrap();
    guest.close().await.unwrap();
    assert!(alive(postmaster));
    assert_eq!(count(&own).await, 1);
    own.stop().await.unwrap();
    let Access::Own(again) = Cluster::start_or_join(&data.0, None).await.unwrap() else {
        panic!("nobody has the folder any more")
    };
    assert_eq!(count(&again).await, 1);
    again.stop().await.unwrap();
}

#[tokio::test]
async fn who_comes_while_a_server_starts_waits_for_it() {
    let data = DataDir::new();
    let (one, other) = tokio::join!(
        Cluster::start_or_join(&data.0, None),
        Cluster::start_or_join(&data.0, None)
    );
    let mut joined = 0;
    for access in [one.unwrap(), other.unwrap()] {
        match access {
            Access::Own(own) => own.stop().await.unwrap(),
            Access::Joined(_) => joined += 1,
        }
    }
    assert_eq!(joined, 1);
}

#[tokio::test]
async fn a_postgres_that_outlived_its_server_is_replaced_by_the_next() {
    let data = DataDir::new();
    let cluster = Cluster::start(&data.0, None).await.unwrap();
    execute(
        &cluster,
        "create table thing (id int); insert into thing values (1)",
    )
    .await;
    let orphan = data.postmaster();
    forget_as_if_killed(cluster);
    assert!(alive(orphan));
    let next = Cluster::start(&data.0, None).await.unwrap();
    assert!(!alive(orphan));
    assert_eq!(count(&next).await, 1);
    next.stop().await.unwrap();
}

#[tokio::test]
async fn a_postgres_killed_with_its_server_recovers_what_was_committed() {
    let data = DataDir::new();
    let cluster = Cluster::start(&data.0, None).await.unwrap();
    execute(
        &cluster,
        "create table thing (id int); insert into thing values (1), (2), (3)",
    )
    .await;
    let postmaster = data.postmaster();
    forget_as_if_killed(cluster);
    kill(postmaster);
    assert!(data.0.join("postgres/postmaster.pid").exists());
    let next = Cluster::start(&data.0, None).await.unwrap();
    assert_eq!(count(&next).await, 3);
    next.stop().await.unwrap();
}

#[tokio::test]
async fn a_postgres_that_dies_while_its_server_lives_is_started_again() {
    let data = DataDir::new();
    let cluster = Cluster::start(&data.0, None).await.unwrap();
    execute(
        &cluster,
        "create table thing (id int); insert into thing values (1)",
    )
    .await;
    let killed = data.postmaster();
    kill(killed);
    let revived = async {
        while PgConnection::connect_with(&cluster.connect_options())
            .await
            .is_err()
        {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), revived)
        .await
        .unwrap();
    assert_ne!(data.postmaster(), killed);
    assert_eq!(count(&cluster).await, 1);
    cluster.stop().await.unwrap();
}

#[tokio::test]
async fn a_note_about_a_process_that_is_somebody_elses_now_is_ignored() {
    let data = DataDir::new();
    Cluster::start(&data.0, None)
        .await
        .unwrap()
        .stop()
        .await
        .unwrap();
    let note = data.0.join("postgres/postmaster.pid");
    fs::write(
        &note,
        format!(
            "{}\n{}\n",
            std::process::id(),
            data.0.join("postgres").display()
        ),
    )
    .unwrap();
    Cluster::start(&data.0, None)
        .await
        .unwrap()
        .stop()
        .await
        .unwrap();
}

#[tokio::test]
async fn a_cluster_that_was_never_finished_is_made_again() {
    let data = DataDir::new();
    fs::create_dir_all(data.0.join("postgres.new/base")).unwrap();
    let cluster = Cluster::start(&data.0, None).await.unwrap();
    let mut connection = PgConnection::connect(&cluster.url()).await.unwrap();
    connection.ping().await.unwrap();
    connection.close().await.unwrap();
    cluster.stop().await.unwrap();
    assert!(!data.0.join("postgres.new").exists());
}

#[tokio::test]
async fn a_path_too_long_for_a_socket_is_no_obstacle() {
    let data = DataDir::new();
    let deep = data.0.join("d".repeat(60)).join("e".repeat(60));
    let cluster = Cluster::start(&deep, None).await.unwrap();
    execute(&cluster, "select 1").await;
    let sockets = cluster.postmaster.sockets.clone();
    assert!(sockets.as_os_str().len() <= 80, "{}", sockets.display());
    cluster.stop().await.unwrap();
    fs::remove_dir_all(sockets).unwrap();
}

#[tokio::test]
async fn only_its_user_can_reach_data_and_socket() {
    use std::os::unix::fs::MetadataExt as _;
    let data = DataDir::new();
    let cluster = Cluster::start(&data.0, None).await.unwrap();
    for folder in [data.0.join("postgres"), cluster.postmaster.sockets.clone()] {
        let metadata = fs::metadata(&folder).unwrap();
        assert_eq!(metadata.mode() & 0o077, 0, "{}", folder.display());
        assert_eq!(
            metadata.uid(),
            cluster.postmaster.account.uid,
            "{}",
            folder.display()
        );
    }
    let mut connection = PgConnection::connect_with(&cluster.connect_options())
        .await
        .unwrap();
    let listening: String = sqlx::query_scalar("show listen_addresses")
        .fetch_one(&mut connection)
        .await
        .unwrap();
    assert_eq!(listening, "");
    connection.close().await.unwrap();
    cluster.stop().await.unwrap();
}

/// An unprivileged user runs Postgres itself, and has nothing to give up.
fn must_be_root() {
    let account = Account::find(None).unwrap();
    assert!(account.switched.is_some(), "not run by root");
}

#[tokio::test]
#[ignore = "an unprivileged user can enter its own place"]
async fn root_in_a_place_that_others_cannot_enter_puts_the_data_elsewhere() {
    use std::os::unix::fs::DirBuilderExt as _;
    must_be_root();
    let closed = DataDir::new();
    fs::DirBuilder::new().mode(0o700).create(&closed.0).unwrap();
    let data = closed.0.join("data");
    let cluster = Cluster::start(&data, None).await.unwrap();
    let elsewhere = fs::read_link(data.join("postgres")).unwrap();
    assert!(
        elsewhere.starts_with("/var/lib/tierline"),
        "{}",
        elsewhere.display()
    );
    execute(
        &cluster,
        "create table thing (id int); insert into thing values (1)",
    )
    .await;
    let sockets = cluster.postmaster.sockets.clone();
    cluster.stop().await.unwrap();
    let again = Cluster::start(&data, None).await.unwrap();
    assert_eq!(count(&again).await, 1);
    again.stop().await.unwrap();
    fs::remove_dir_all(elsewhere.parent().unwrap()).unwrap();
    fs::remove_dir_all(sockets).unwrap();
}

#[tokio::test]
async fn data_of_another_version_is_left_alone_and_named() {
    let data = DataDir::new();
    Cluster::start(&data.0, None)
        .await
        .unwrap()
        .stop()
        .await
        .unwrap();
    fs::write(data.0.join("postgres/PG_VERSION"), "9\n").unwrap();
    let refused = Cluster::start(&data.0, None).await.unwrap_err();
    assert!(
        matches!(refused, ClusterError::OtherVersion { .. }),
        "{refused}"
    );
    assert!(refused.to_string().contains("PostgreSQL 9,"), "{refused}");
    assert!(data.0.join("postgres/base").exists());
}

#[tokio::test]
async fn a_start_that_fails_shows_what_postgres_said() {
    let data = DataDir::new();
    Cluster::start(&data.0, None)
        .await
        .unwrap()
        .stop()
        .await
        .unwrap();
    let configuration = data.0.join("postgres/postgresql.conf");
    let text = fs::read_to_string(&configuration).unwrap();
    fs::write(
        &configuration,
        format!("{text}\nmax_connections = plenty\n"),
    )
    .unwrap();
    let refused = Cluster::start(&data.0, None).await.unwrap_err().to_string();
    assert!(refused.contains("max_connections"), "{refused}");
}

#[test]
fn the_folder_of_a_plain_user_is_not_taken_by_another() {
    let data = DataDir::new();
    fs::create_dir_all(data.0.join("postgres")).unwrap();
    let owner = Account {
        uid: 12345,
        gid: 12345,
        switched: None,
    };
    let folder = Folder::locate(&data.0, &owner).unwrap();
    assert!(
        matches!(folder.own(&owner), Err(ClusterError::NotOurs(path)) if path.ends_with(Path::new("postgres")))
    );
}

#[tokio::test]
#[ignore = "without root's rights there is nothing to be had by a link"]
async fn root_writes_through_no_link_in_the_accounts_folder() {
    use std::os::unix::fs::{DirBuilderExt as _, symlink};
    must_be_root();
    let (data, roots) = (DataDir::new(), DataDir::new());
    fs::DirBuilder::new().mode(0o700).create(&roots.0).unwrap();
    Cluster::start(&data.0, None)
        .await
        .unwrap()
        .stop()
        .await
        .unwrap();
    let precious = roots.0.join("precious");
    for (name, may_start) in [
        ("postgres/tierline.conf", true),
        ("postgres/postmaster.pid", false),
        ("server.lock", false),
    ] {
        fs::write(&precious, "one\ntwo\nthree\n").unwrap();
        let place = data.0.join(name);
        let _ = fs::remove_file(&place);
        symlink(&precious, &place).unwrap();
        match Cluster::start(&data.0, None).await {
            Ok(cluster) => cluster.stop().await.unwrap(),
            Err(error) => assert!(!may_start, "{name}: {error}"),
        }
        assert_eq!(
            fs::read_to_string(&precious).unwrap(),
            "one\ntwo\nthree\n",
            "{name}"
        );
        let _ = fs::remove_file(&place);
    }
}

#[test]
#[ignore = "only root entrusts its work to another account"]
fn root_entrusts_nothing_to_itself_or_nobody() {
    must_be_root();
    for name in ["root", "nobody", "no-such-account"] {
        let refused = Account::find(Some(name)).unwrap_err().to_string();
        assert!(refused.contains("--account"), "{refused}");
    }
    let found = Account::find(Some("postgres")).unwrap();
    assert_eq!(found.switched_to(), Some("postgres"));
}

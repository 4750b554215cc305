//! A private Postgres: the same engine as in production with nothing to install by hand or configure.
//!
//! The cluster lives in the data folder, listens only on a Unix socket in a private folder, and runs as an unprivileged
//! user when root starts the server (Postgres refuses root). A data folder has one server at a time: it holds an
//! operating system lock on a file, which a crash cannot leave behind. Commands that run beside a server join its
//! cluster as guests. A Postgres that outlived a killed server is stopped when the next one starts; one that dies is
//! started again.

mod account;
mod error;
mod folder;
mod join;
mod lock;
mod orphan;
mod postmaster;
mod programs;
mod settings;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use sqlx::{Connection as _, PgConnection, postgres::PgConnectOptions};
use tokio::task::{JoinHandle, spawn_blocking};

pub use account::Account;
pub use error::ClusterError;
use folder::Folder;
use lock::FolderLock;
use postmaster::Postmaster;
use programs::Programs;

/// The one role of a private cluster, and its one database.
const NAME: &str = "tierline";

/// The interval at which Postgres is checked for being alive.
const WATCH_EVERY: Duration = Duration::from_secs(1);

/// The time to wait for a server that is starting or stopping.
const PATIENCE: Duration = Duration::from_secs(60);
const LOOK_AGAIN_AFTER: Duration = Duration::from_millis(200);

/// A private cluster in use.
#[derive(Debug)]
pub enum Access {
    /// Started here, and to be stopped here.
    Own(Cluster),
    /// Run by a server; these options connect to its database.
    Joined(Box<Guest>),
}

/// The way into a cluster that a server runs.
#[derive(Debug)]
pub struct Guest {
    pub options: PgConnectOptions,
    pub url: String,
}

/// A running private cluster. Stop it with [`Cluster::stop`]; dropping it only asks it to stop.
#[derive(Debug)]
pub struct Cluster {
    postmaster: Arc<Postmaster>,
    watch: JoinHandle<()>,
    /// Held until the very end: while it is, no other process touches the folder.
    _lock: FolderLock,
}

impl Cluster {
    /// Starts the cluster of this data folder, making it first if there is none. Root names the account that it runs
    /// as, or leaves the choice.
    pub async fn start(data_dir: &Path, account: Option<&str>) -> Result<Self, ClusterError> {
        let (data_dir, account) = (data_dir.to_owned(), account.map(str::to_owned));
        let (postmaster, lock) = blocking(move || start(&data_dir, account.as_deref())).await?;
        let postmaster = Arc::new(postmaster);
        let watch = tokio::spawn(watch(postmaster.clone()));
        let cluster = Self {
            postmaster,
            watch,
            _lock: lock,
        };
        cluster.ensure_database().await?;
        Ok(cluster)
    }

    /// Starts the cluster of this data folder, or joins it if a server has the folder.
    pub async fn start_or_join(
        data_dir: &Path,
        account: Option<&str>,
    ) -> Result<Access, ClusterError> {
        let deadline = tokio::time::Instant::now() + PATIENCE;
        loop {
            let in_use = match Self::start(data_dir, account).await {
                Err(error @ ClusterError::InUse { .. }) => error,
                started => return started.map(Access::Own),
            };
            let folder = data_dir.to_owned();
            if let Some(sockets) = blocking(move || join::sockets(&folder)).await? {
                let options = options(&sockets);
                if join::is_open(&options).await? {
                    let url = url(&sockets);
                    return Ok(Access::Joined(Box::new(Guest { options, url })));
                }
            }
            if tokio::time::Instant::now() >= deadline {
                return Err(in_use);
            }
            tokio::time::sleep(LOOK_AGAIN_AFTER).await;
        }
    }

    /// The options for connecting to its database.
    #[must_use]
    pub fn connect_options(&self) -> PgConnectOptions {
        options(&self.postmaster.sockets)
    }

    /// The same as a URL for any Postgres program.
    #[must_use]
    pub fn url(&self) -> String {
        url(&self.postmaster.sockets)
    }

    /// The account that runs it.
    #[must_use]
    pub fn account(&self) -> &Account {
        &self.postmaster.account
    }

    /// Stops it: connections are closed, everything is written, and the next start has nothing to recover.
    pub async fn stop(self) -> Result<(), ClusterError> {
        self.watch.abort();
        let postmaster = self.postmaster.clone();
        blocking(move || postmaster.stop()).await
    }

    async fn ensure_database(&self) -> Result<(), ClusterError> {
        let maintenance = self.connect_options().database("postgres");
        let mut connection = PgConnection::connect_with(&maintenance).await?;
        let exists: bool =
            sqlx::query_scalar("select exists (select from pg_database where datname = $1)")
                .bind(NAME)
                .fetch_one(&mut connection)
                .await?;
        if !exists {
            sqlx::raw_sql("create database tierline")
                .execute(&mut connection)
                .await?;
        }
        Ok(connection.close().await?)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.watch.abort();
        self.postmaster.ask_to_stop();
    }
}

fn options(sockets: &Path) -> PgConnectOptions {
    PgConnectOptions::new_without_pgpass()
        .socket(sockets)
        .port(settings::PORT)
        .username(NAME)
        .database(NAME)
}

fn url(sockets: &Path) -> String {
    let sockets = sockets.as_os_str().as_encoded_bytes();
    let host: String = sockets.iter().map(|byte| format!("%{byte:02X}")).collect();
    format!("postgres://{NAME}@{host}:{}/{NAME}", settings::PORT)
}

fn start(data_dir: &Path, account: Option<&str>) -> Result<(Postmaster, FolderLock), ClusterError> {
    let data_dir = folder::prepare_data_dir(data_dir)?;
    let lock = FolderLock::acquire(&data_dir)?;
    let account = Account::find(account)?;
    let folder = Folder::locate(&data_dir, &account)?;
    let programs = match folder.version()? {
        Some(major) => Programs::of_version(&major, folder.path())?,
        None => {
            let programs = Programs::newest()?;
            let place = folder.path().display();
            tracing::info!(folder = %place, "making a private database, PostgreSQL {}", programs.major());
            folder.initialize(&programs, &account)?;
            programs
        }
    };
    folder.own(&account)?;
    let sockets = folder::socket_dir(&data_dir, &account)?;
    settings::write(&folder, &sockets, &account)?;
    let postmaster = Postmaster::new(programs, account, folder, sockets);
    postmaster.launch()?;
    Ok((postmaster, lock))
}

/// Starts Postgres again whenever it has died: nothing else would.
async fn watch(postmaster: Arc<Postmaster>) {
    loop {
        tokio::time::sleep(WATCH_EVERY).await;
        let postmaster = postmaster.clone();
        match blocking(move || postmaster.revive()).await {
            Ok(false) => {}
            Ok(true) => tracing::warn!("the private database had died; it was started again"),
            Err(error) => {
                tracing::error!(%error, "the private database has died and does not start")
            }
        }
    }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ClusterError> + Send + 'static,
) -> Result<T, ClusterError> {
    spawn_blocking(work)
        .await
        .map_err(|error| ClusterError::Task(error.to_string()))?
}

#[cfg(test)]
mod tests;

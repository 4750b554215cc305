use sqlx::{ConnectOptions as _, PgPool, postgres::PgConnectOptions};

use super::DatabaseError;
use crate::{
    cluster::{Access, Account, Cluster, ClusterError},
    config::{Config, DatabaseSource},
};

/// Errors in opening the database or closing it properly.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error(transparent)]
    Cluster(#[from] ClusterError),
    #[error(transparent)]
    Database(#[from] DatabaseError),
}

/// An open database, with the private cluster it is in, if any.
#[derive(Debug)]
pub struct Database {
    pub pool: PgPool,
    url: String,
    cluster: Option<Cluster>,
}

impl Database {
    /// Connects to the configured database, starting the private cluster if none is named.
    pub async fn open(config: &Config) -> Result<Self, OpenError> {
        match &config.database {
            DatabaseSource::Named(options) => Self::connect((**options).clone(), config).await,
            DatabaseSource::Private => {
                let cluster = Cluster::start(&config.data_dir, config.account.as_deref()).await?;
                Self::own(cluster, config).await
            }
        }
    }

    /// The same, but also while a server runs the private cluster: then as a guest in it.
    pub async fn open_beside_server(config: &Config) -> Result<Self, OpenError> {
        match &config.database {
            DatabaseSource::Named(options) => Self::connect((**options).clone(), config).await,
            DatabaseSource::Private => {
                let account = config.account.as_deref();
                match Cluster::start_or_join(&config.data_dir, account).await? {
                    Access::Own(cluster) => Self::own(cluster, config).await,
                    Access::Joined(guest) => Ok(Self {
                        url: guest.url,
                        ..Self::connect(guest.options, config).await?
                    }),
                }
            }
        }
    }

    async fn connect(options: PgConnectOptions, config: &Config) -> Result<Self, OpenError> {
        let url = options.to_url_lossy().to_string();
        Ok(Self {
            pool: super::connect(options, config.pool_size, config.timeouts).await?,
            url,
            cluster: None,
        })
    }

    async fn own(cluster: Cluster, config: &Config) -> Result<Self, OpenError> {
        match super::connect(cluster.connect_options(), config.pool_size, config.timeouts).await {
            Ok(pool) => Ok(Self {
                pool,
                url: cluster.url(),
                cluster: Some(cluster),
            }),
            Err(error) => {
                cluster.stop().await?;
                Err(error.into())
            }
        }
    }

    /// Brings the schema up to date, runs the work, and closes the database whatever the result.
    ///
    /// # Errors
    /// Errors of the work; [`OpenError`] when the database could not be migrated or closed.
    pub async fn using<T, E: From<OpenError>>(
        self,
        work: impl AsyncFnOnce(&Database) -> Result<T, E>,
    ) -> Result<T, E> {
        let done = match super::migrate(&self.pool).await {
            Ok(()) => work(&self).await,
            Err(error) => Err(OpenError::from(error).into()),
        };
        let closed = self.close().await;
        let done = done?;
        closed.map_err(OpenError::from)?;
        Ok(done)
    }

    /// The account that runs the private cluster, if there is one and it was started here.
    #[must_use]
    pub fn account(&self) -> Option<&Account> {
        self.cluster.as_ref().map(Cluster::account)
    }

    /// Its URL, password included: for `DATABASE_URL`.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Ends the connections and stops the private cluster.
    pub async fn close(self) -> Result<(), ClusterError> {
        self.pool.close().await;
        match self.cluster {
            Some(cluster) => cluster.stop().await,
            None => Ok(()),
        }
    }
}

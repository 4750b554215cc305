use sqlx::{ConnectOptions as _, PgPool};

use super::DatabaseError;
use crate::{
    cluster::{Cluster, ClusterError},
    config::{Config, DatabaseSource},
};

/// Why there is no database to use.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error(transparent)]
    Cluster(#[from] ClusterError),
    #[error(transparent)]
    Database(#[from] DatabaseError),
}

/// A database in use, and the private cluster that it is in, if it is.
#[derive(Debug)]
pub struct Database {
    pub pool: PgPool,
    url: String,
    cluster: Option<Cluster>,
}

impl Database {
    /// Connects to the database of the configuration, starting the private cluster if none is named.
    pub async fn open(config: &Config) -> Result<Self, OpenError> {
        match &config.database {
            DatabaseSource::Named(options) => {
                let pool = super::connect((**options).clone(), config.pool_size).await?;
                let url = options.to_url_lossy().to_string();
                Ok(Self {
                    pool,
                    url,
                    cluster: None,
                })
            }
            DatabaseSource::Private => {
                let cluster = Cluster::start(&config.data_dir).await?;
                match super::connect(cluster.connect_options(), config.pool_size).await {
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
        }
    }

    /// Its address, password included: for `DATABASE_URL`.
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

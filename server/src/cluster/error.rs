use std::io;
use std::path::PathBuf;

/// Errors of the private cluster, with remedies.
#[derive(Debug, thiserror::Error)]
pub enum ClusterError {
    #[error(
        "no PostgreSQL programs were found on PATH or in /usr/lib/postgresql; install them (on Debian: `apt-get \
         install postgresql`) or set DATABASE_URL to a Postgres server that runs elsewhere"
    )]
    NoPrograms,
    #[error(
        "the data in `{}` was created by PostgreSQL {data}, but only {found} is installed here; install PostgreSQL {data}, or \
         move the folder away to start with an empty database", folder.display()
    )]
    OtherVersion {
        folder: PathBuf,
        data: String,
        found: String,
    },
    #[error("another server ({owner}) is using the folder `{}`; stop it or choose another folder with --data-dir", folder.display())]
    InUse { folder: PathBuf, owner: String },
    #[error("the folder `{}` belongs to a different user than the one starting this server", .0.display())]
    NotOurs(PathBuf),
    #[error("the socket folder `{}` isn't private; remove it", .0.display())]
    SocketFolder(PathBuf),
    #[error(
        "PostgreSQL refuses to run as root, and there is no account `{names}` to run it as; create one (`useradd --system \
         tierline`), name one with --account that is neither root nor nobody, or start the server by another account"
    )]
    NoAccount { names: String },
    #[error("can't drop root privileges: {0}")]
    Account(String),
    #[error("`{}` has to be a folder, not a link", .0.display())]
    Link(PathBuf),
    #[error("`{program}` failed: {output}")]
    Program { program: String, output: String },
    #[error("PostgreSQL did not start: {cause}; the end of its log:\n{log}")]
    Start { log: String, cause: String },
    #[error("`{}`: {source}", path.display())]
    File { path: PathBuf, source: io::Error },
    #[error("the private database failed: {0}")]
    Database(#[from] sqlx::Error),
    #[error("starting or stopping the private database was interrupted: {0}")]
    Task(String),
}

impl ClusterError {
    pub(super) fn file(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}

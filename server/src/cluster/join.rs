//! A cluster run by a server: the folder of its socket, and whether it accepts a guest.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use sqlx::{Connection as _, PgConnection, postgres::PgConnectOptions};

use super::{ClusterError, folder::Folder, orphan};

/// Lines of Postgres' own note, counted from zero.
const SOCKETS: usize = 4;
const STATE: usize = 7;

/// The folder of its socket, once it accepts connections. The caller has seen that a server has the data folder.
pub(super) fn sockets(data_dir: &Path) -> Result<Option<PathBuf>, ClusterError> {
    let data_dir = data_dir
        .canonicalize()
        .map_err(ClusterError::file(data_dir))?;
    let note = orphan::note(&Folder::existing(&data_dir));
    let text = match std::fs::read_to_string(&note) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(ClusterError::file(note)(error)),
    };
    let line = |number| text.lines().nth(number).map(str::trim);
    let ready = line(STATE) == Some("ready");
    Ok(line(SOCKETS)
        .filter(|sockets| ready && !sockets.is_empty())
        .map(PathBuf::from))
}

/// Whether the server's database accepts a guest. It does not while the server starts or stops.
pub(super) async fn is_open(options: &PgConnectOptions) -> Result<bool, ClusterError> {
    match PgConnection::connect_with(options).await {
        Ok(connection) => {
            connection.close().await?;
            Ok(true)
        }
        Err(error) if passes_with_time(&error) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

fn passes_with_time(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(error) => matches!(
            error.kind(),
            ErrorKind::NotFound | ErrorKind::ConnectionRefused | ErrorKind::ConnectionReset
        ),
        // The database is made after the cluster; the cluster may be starting up or shutting down.
        error => error
            .as_database_error()
            .and_then(|error| error.code())
            .is_some_and(|code| code == "3D000" || code.starts_with("57P")),
    }
}

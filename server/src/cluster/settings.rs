//! The settings of a private cluster, rewritten at every start.

use std::path::Path;

use super::{
    ClusterError,
    account::Account,
    folder::{FILE, Folder},
};

/// Part of the socket's file name; no port is opened.
pub(super) const PORT: u16 = 5432;

pub(super) fn write(
    folder: &Folder,
    sockets: &Path,
    account: &Account,
) -> Result<(), ClusterError> {
    let path = folder.path().join(FILE);
    let sockets = sockets.display().to_string().replace('\'', "''");
    let text = format!(
        "# Written by tierline at every start; put your own settings into postgresql.conf.\n\
         listen_addresses = ''\n\
         unix_socket_directories = '{sockets}'\n\
         unix_socket_permissions = 0700\n\
         port = {PORT}\n\
         cluster_name = 'tierline'\n\
         timezone = 'UTC'\n\
         log_timezone = 'UTC'\n\
         jit = off\n\
         log_min_messages = warning\n"
    );
    account.write(&path, &text)
}

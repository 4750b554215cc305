//! A server that root has started goes on as the account of its private database: no fault in it is then root's.

use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _};
use std::path::{Path, PathBuf};

use crate::{
    cluster::{Account, ClusterError},
    config::{Config, DatabaseSource, MailTransport},
    database::Database,
};

/// Gives up root's rights, if this process has them and the account can do without. Where it cannot, because it does
/// not even reach the folders, the server goes on as root, and says so.
///
/// # Errors
/// When the rights cannot be given up though they should be.
pub(super) fn go_on(database: &Database, config: &Config) -> Result<(), ClusterError> {
    let Some(account) = database.account() else {
        if matches!(config.database, DatabaseSource::Named(_)) && Account::is_root() {
            tracing::warn!("the server runs as root; start it by an account with fewer rights");
        }
        return Ok(());
    };
    let Some(name) = account.switched_to() else {
        return Ok(());
    };
    match obstacle(account, name, config)? {
        None => {
            account.take_on()?;
            tracing::info!(account = name, "root's rights are given up");
        }
        Some(obstacle) => tracing::warn!("the server goes on as root, because {obstacle}"),
    }
    Ok(())
}

/// What the account could not do.
fn obstacle(
    account: &Account,
    name: &str,
    config: &Config,
) -> Result<Option<String>, ClusterError> {
    let data = absolute(&config.data_dir);
    if !account.can_enter(&data) {
        return Ok(Some(format!(
            "the account {name} cannot enter `{}`",
            data.display()
        )));
    }
    let site = absolute(&config.site_root);
    if site.exists() && !account.can_read(&site) {
        return Ok(Some(format!(
            "the account {name} cannot read `{}`",
            site.display()
        )));
    }
    if let MailTransport::Folder(folder) = &config.mail.transport {
        let mails = absolute(folder);
        make(account, &mails)?;
        if !account.can_write(&mails) {
            return Ok(Some(format!(
                "the account {name} cannot write to `{}`",
                mails.display()
            )));
        }
    }
    let documents = absolute(&config.documents_dir);
    make(account, &documents)?;
    if !account.can_write(&documents) {
        return Ok(Some(format!(
            "the account {name} cannot write to `{}`",
            documents.display()
        )));
    }
    Ok(None)
}

/// Makes the folder for mails or documents the account's, if there is none, or it is one that root's server has made:
/// the one in the data folder. Another's folder is left as it is.
fn make(account: &Account, mails: &Path) -> Result<(), ClusterError> {
    let failed = |source| ClusterError::File {
        path: mails.to_owned(),
        source,
    };
    if let Some(parent) = mails.parent() {
        fs::DirBuilder::new()
            .recursive(true)
            .create(parent)
            .map_err(failed)?;
    }
    match fs::DirBuilder::new().mode(0o700).create(mails) {
        Ok(()) => account.own(mails),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let found = fs::symlink_metadata(mails).map_err(failed)?;
            let is_private = found.mode() & 0o077 == 0;
            if found.is_dir() && found.uid() == 0 && is_private {
                account.own(mails)?;
            }
            Ok(())
        }
        Err(error) => Err(failed(error)),
    }
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

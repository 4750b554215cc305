//! The folders of a private cluster: one for its data, one for its socket.

use std::fs;
use std::os::unix::fs::{
    DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _,
};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::{
    ClusterError, NAME,
    account::{self, Account},
    programs::Programs,
};

/// Included by `postgresql.conf`, after everything else in it.
pub(super) const FILE: &str = "tierline.conf";

/// The folder for root's data when the unprivileged user cannot enter the data folder.
const SHARED_STATE: &str = "/var/lib/tierline";

/// A socket's path has at most 107 bytes; its name and a margin take some of them.
const LONGEST_SOCKET_DIR: usize = 107 - "/.s.PGSQL.65535.lock".len();

/// The folder that Postgres calls its data directory.
#[derive(Clone, Debug)]
pub(super) struct Folder(PathBuf);

/// Creates the data folder if it is missing; returns its absolute path without links.
pub(super) fn prepare_data_dir(data_dir: &Path) -> Result<PathBuf, ClusterError> {
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o755)
        .create(data_dir)
        .map_err(ClusterError::file(data_dir))?;
    data_dir
        .canonicalize()
        .map_err(ClusterError::file(data_dir))
}

impl Folder {
    /// The place of this data folder's cluster, existing or new.
    ///
    /// Usually `postgres` in the data folder. When root starts the server from a place that the unprivileged user
    /// cannot enter (such as `/root`), that is a link to a folder elsewhere.
    pub(super) fn locate(data_dir: &Path, account: &Account) -> Result<Self, ClusterError> {
        let usual = data_dir.join("postgres");
        if let Ok(target) = fs::read_link(&usual) {
            if account.switched.is_some()
                && let Some(place) = target.parent().filter(|it| it.starts_with(SHARED_STATE))
            {
                // Earlier versions gave it away, and what root does in it could be led astray by links.
                std::os::unix::fs::lchown(place, Some(0), Some(0))
                    .map_err(ClusterError::file(place))?;
            }
            return Ok(Self(target));
        }
        if usual.exists() || account.can_enter(data_dir) {
            return Ok(Self(usual));
        }
        let elsewhere = Path::new(SHARED_STATE).join(fingerprint(data_dir));
        fs::DirBuilder::new()
            .recursive(true)
            .mode(0o755)
            .create(&elsewhere)
            .map_err(ClusterError::file(&elsewhere))?;
        let target = elsewhere.join("postgres");
        tracing::info!(
            folder = %target.display(),
            "the unprivileged user that runs PostgreSQL cannot enter {}; the private database is put elsewhere",
            data_dir.display()
        );
        std::os::unix::fs::symlink(&target, &usual).map_err(ClusterError::file(usual))?;
        Ok(Self(target))
    }

    /// The place of this data folder's existing cluster, if any: nothing is created.
    pub(super) fn existing(data_dir: &Path) -> Self {
        let usual = data_dir.join("postgres");
        Self(fs::read_link(&usual).unwrap_or(usual))
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    /// The major version that made the data; none if there is no data yet.
    pub(super) fn version(&self) -> Result<Option<String>, ClusterError> {
        let path = self.0.join("PG_VERSION");
        match fs::read_to_string(&path) {
            Ok(text) => Ok(Some(text.trim().to_owned())),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(ClusterError::file(path)(error)),
        }
    }

    /// Creates the cluster, under a temporary name first, so that a cluster with the final name is complete.
    pub(super) fn initialize(
        &self,
        programs: &Programs,
        account: &Account,
    ) -> Result<(), ClusterError> {
        let unfinished = self.0.with_extension("new");
        if unfinished.exists() {
            fs::remove_dir_all(&unfinished).map_err(ClusterError::file(&unfinished))?;
        }
        fs::DirBuilder::new()
            .mode(0o700)
            .create(&unfinished)
            .map_err(ClusterError::file(&unfinished))?;
        account.own(&unfinished)?;
        let locale = if cfg!(target_os = "linux") {
            "C.UTF-8"
        } else {
            "C"
        };
        let mut command = account.command(programs.path("initdb"));
        command.arg("-D").arg(&unfinished).args([
            "-U",
            NAME,
            "--encoding=UTF8",
            "--data-checksums",
        ]);
        // Every connection to the socket is trusted: it lies in a folder that only this user (and root) can enter.
        command
            .args(["--auth-local=trust", "--auth-host=reject"])
            .arg(format!("--locale={locale}"));
        account::run(&mut command)?;
        let configuration = unfinished.join("postgresql.conf");
        let include = format!("\ninclude_if_exists = '{}'\n", FILE);
        account.append(&configuration, &include)?;
        fs::rename(&unfinished, &self.0).map_err(ClusterError::file(&self.0))
    }

    /// Makes sure that the data belongs to the user that runs Postgres: after a move of the folder, or a start by
    /// another user.
    pub(super) fn own(&self, account: &Account) -> Result<(), ClusterError> {
        let metadata = fs::symlink_metadata(&self.0).map_err(ClusterError::file(&self.0))?;
        if !metadata.is_dir() {
            return Err(ClusterError::Link(self.0.clone()));
        }
        if metadata.uid() != account.uid {
            if account.switched.is_none() {
                return Err(ClusterError::NotOurs(self.0.clone()));
            }
            let owner = format!("{}:{}", account.uid, account.gid);
            account::run(
                std::process::Command::new("chown")
                    .args(["-R", "-P", "-h", &owner])
                    .arg(&self.0),
            )?;
        }
        if metadata.mode() & 0o077 != 0 {
            shut(&self.0).map_err(ClusterError::file(&self.0))?;
        }
        Ok(())
    }

    /// The log file of Postgres, in its own folder, where it may write.
    pub(super) fn log(&self) -> PathBuf {
        self.0.join("tierline.log")
    }
}

/// Lets nobody else into this folder. The account may have put a link in its place since it was looked at: a link is
/// not followed.
fn shut(folder: &Path) -> std::io::Result<()> {
    let folder = fs::File::options()
        .read(true)
        .custom_flags(libc::O_NOFOLLOW | libc::O_DIRECTORY)
        .open(folder)?;
    folder.set_permissions(fs::Permissions::from_mode(0o700))
}

/// A private folder for the socket, with a path that is short enough.
pub(super) fn socket_dir(data_dir: &Path, account: &Account) -> Result<PathBuf, ClusterError> {
    let beside = data_dir.join("run");
    let short = beside.as_os_str().len() <= LONGEST_SOCKET_DIR;
    let path = if short && account.can_enter(data_dir) {
        beside
    } else {
        let base = std::env::var_os("XDG_RUNTIME_DIR")
            .map(PathBuf::from)
            .filter(|_| account.switched.is_none());
        let base = base
            .filter(|base| base.is_dir())
            .unwrap_or_else(|| PathBuf::from("/tmp"));
        base.join(format!(
            "tierline-{}-{}",
            account.uid,
            fingerprint(data_dir)
        ))
    };
    match fs::DirBuilder::new().mode(0o700).create(&path) {
        Ok(()) => account.own(&path)?,
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(ClusterError::file(path)(error)),
    }
    // It may have existed before, made by anyone: /tmp is open to all.
    let metadata = fs::symlink_metadata(&path).map_err(ClusterError::file(&path))?;
    if !metadata.is_dir() || metadata.mode() & 0o077 != 0 {
        return Err(ClusterError::SocketFolder(path));
    }
    if metadata.uid() != account.uid {
        if account.switched.is_none() || !path.starts_with(data_dir) {
            return Err(ClusterError::SocketFolder(path));
        }
        account.own(&path)?;
    }
    Ok(path)
}

/// Whether the log ends with the shared memory of a killed Postgres still in use. That passes as its processes end.
pub(super) fn memory_in_use(log: &Path) -> bool {
    tail(log).contains("pre-existing shared memory block")
}

/// The last lines of a log.
pub(super) fn tail(log: &Path) -> String {
    let text = fs::read(log)
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines
        .get(lines.len().saturating_sub(10)..)
        .unwrap_or_default()
        .join("\n")
}

fn fingerprint(data_dir: &Path) -> String {
    let digest = Sha256::digest(data_dir.as_os_str().as_encoded_bytes());
    digest
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_shut_and_no_link_is_followed() {
        let place = std::env::temp_dir().join(format!("tierline-shut-{}", uuid::Uuid::now_v7()));
        let (folder, link) = (place.join("folder"), place.join("link"));
        let mode = || fs::metadata(&folder).unwrap().mode() & 0o777;
        fs::create_dir_all(&folder).unwrap();
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
        std::os::unix::fs::symlink(&folder, &link).unwrap();
        shut(&link).unwrap_err();
        assert_eq!(mode(), 0o755);
        shut(&folder).unwrap();
        assert_eq!(mode(), 0o700);
        fs::remove_dir_all(&place).unwrap();
    }
}

//! The lock that gives a data folder one server at a time.

use std::fs::{File, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use super::ClusterError;

/// Held as long as the server lives. The operating system releases it however the process ends.
#[derive(Debug)]
pub(super) struct FolderLock {
    _file: File,
}

impl FolderLock {
    pub(super) fn acquire(data_dir: &Path) -> Result<Self, ClusterError> {
        let path = data_dir.join("server.lock");
        let failed = || ClusterError::file(&path);
        let mut file = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            // Root may have been given a folder in which others can put links.
            .custom_flags(libc::O_NOFOLLOW)
            .open(&path)
            .map_err(failed())?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut owner = String::new();
                let known = file.read_to_string(&mut owner).is_ok() && !owner.trim().is_empty();
                let owner = if known {
                    format!("process {}", owner.trim())
                } else {
                    "just starting".to_owned()
                };
                return Err(ClusterError::InUse {
                    folder: data_dir.to_owned(),
                    owner,
                });
            }
            Err(TryLockError::Error(error)) => return Err(failed()(error)),
        }
        // Only for the message above: the lock decides, not the content of the file.
        file.set_len(0)
            .and_then(|()| file.rewind())
            .map_err(failed())?;
        writeln!(file, "{}", std::process::id())
            .and_then(|()| file.flush())
            .map_err(failed())?;
        Ok(Self { _file: file })
    }
}

//! The folder with the files, and a file while it is received.

use std::{ffi::OsStr, io, path::PathBuf, time::Duration};

use sha2::{Digest as _, Sha256};
use sqlx::PgPool;
use tierline_core::{
    ids::ImportId,
    import::{Refusal, check_size},
};
use tokio::{fs, io::AsyncWriteExt as _};
use uuid::Uuid;

use super::store;
use crate::{
    config::Config,
    files::{Part, gone, private},
};

/// The folder below that of documents. Its files are called otherwise than theirs.
const BELOW: &str = "imports";

/// What a file is called after its id.
const ENDING: &str = "csv";

/// A file that belongs to no import is removed at this age. What begins an import takes a minute at most.
const ORPHANED_AFTER: Duration = Duration::from_hours(24);

/// The folder.
#[derive(Clone, Debug)]
pub(super) struct Folder(PathBuf);

impl Folder {
    pub(super) fn of(config: &Config) -> Folder {
        Folder(config.documents_dir.join(BELOW))
    }

    fn path(&self, id: ImportId) -> PathBuf {
        self.0.join(format!("{}.{ENDING}", id.into_uuid().simple()))
    }

    /// This import's file, to be read beside the server's other work.
    pub(super) fn open(&self, id: ImportId) -> io::Result<std::fs::File> {
        std::fs::File::open(self.path(id))
    }

    /// Removes the file of this import, if it is there.
    pub(super) async fn remove(&self, id: ImportId) -> io::Result<()> {
        gone(fs::remove_file(self.path(id)).await)
    }
}

/// Why a file was not received.
#[derive(Debug, thiserror::Error)]
pub(super) enum Stopped {
    #[error("{0}")]
    Refused(#[from] Refusal),
    #[error("the folder for imports could not: {0}")]
    Folder(#[from] io::Error),
}

/// A file that is being received. What was written of it is gone when it is dropped.
#[derive(Debug)]
pub(super) struct Receiver {
    folder: Folder,
    part: Part,
    file: fs::File,
    bytes: u64,
    digest: Sha256,
}

/// A file that was received.
#[derive(Debug)]
pub(super) struct Received {
    folder: Folder,
    part: Part,
    pub bytes: u64,
    pub digest: [u8; 32],
}

impl Receiver {
    pub(super) async fn begin(folder: Folder) -> io::Result<Receiver> {
        private(&folder.0).await?;
        let part = Part(folder.0.join(format!("{}.part", Uuid::now_v7().simple())));
        Ok(Receiver {
            file: part.create().await?,
            folder,
            part,
            bytes: 0,
            digest: Sha256::new(),
        })
    }

    /// Takes the next piece.
    pub(super) async fn write(&mut self, piece: &[u8]) -> Result<(), Stopped> {
        let more = u64::try_from(piece.len()).unwrap_or(u64::MAX);
        self.bytes = self.bytes.saturating_add(more);
        check_size(self.bytes)?;
        self.digest.update(piece);
        self.file.write_all(piece).await?;
        Ok(())
    }

    /// The end of the file.
    pub(super) async fn end(mut self) -> io::Result<Received> {
        self.file.flush().await?;
        self.file.sync_all().await?;
        Ok(Received {
            folder: self.folder,
            part: self.part,
            bytes: self.bytes,
            digest: self.digest.finalize().into(),
        })
    }
}

impl Received {
    /// Keeps the file for this import.
    pub(super) async fn keep(&self, id: ImportId) -> io::Result<()> {
        fs::rename(&self.part.0, self.folder.path(id)).await
    }
}

/// Errors of removing files; it is tried again the next time.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FolderError {
    #[error("the database could not")]
    Database(#[from] sqlx::Error),
    #[error("the folder for imports could not: {0}")]
    Folder(#[from] io::Error),
}

/// Removes old files that no import needs any more.
pub(crate) async fn remove_files(config: &Config, pool: &PgPool) -> Result<u64, FolderError> {
    let folder = Folder::of(config);
    let mut files = match fs::read_dir(&folder.0).await {
        Ok(files) => files,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
        Err(error) => return Err(error.into()),
    };
    let open = store::open_ids(pool).await?;
    let mut removed = 0;
    while let Some(entry) = files.next_entry().await? {
        let path = entry.path();
        let name = path.file_stem().and_then(OsStr::to_str);
        let id = name.and_then(|name| Uuid::try_parse(name).ok());
        if id.is_some_and(|id| open.contains(&id)) {
            continue;
        }
        // By the clock of the disk, which has nothing to do with that of a demo.
        let age = entry.metadata().await?.modified()?.elapsed();
        if age.unwrap_or_default() >= ORPHANED_AFTER {
            gone(fs::remove_file(&path).await)?;
            removed += 1;
        }
    }
    Ok(removed)
}

//! The folder with the files.

use std::{
    ffi::OsStr,
    io,
    path::{Path, PathBuf},
    time::Duration,
};

use sqlx::PgPool;
use tierline_core::{Timestamp, ids::DocumentId};
use tokio::fs;
use uuid::Uuid;

use super::store;
use crate::{
    config::Config,
    files::{gone, private},
    settings::{self, Setting},
};

/// What files are called while they are received.
const PART: &str = "part";

/// A file that nobody knows is removed at this age. What adds it takes a minute at most.
const ORPHANED_AFTER: Duration = Duration::from_hours(24);

/// The most files that one run removes, so that it ends.
const AT_A_TIME: i64 = 1_000;

/// The folder, which all servers of a database share.
#[derive(Clone, Debug)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn of(config: &Config) -> Folder {
        Folder(config.documents_dir.clone())
    }

    /// Where the file of this document is. Ids begin with their time, so that their ends spread files over folders.
    pub(super) fn path(&self, id: DocumentId) -> PathBuf {
        let name = id.into_uuid().simple().to_string();
        let shelf = name.get(30..).unwrap_or_default();
        self.0.join(shelf).join(&name)
    }

    /// Where a new file goes until it is known to be one.
    pub(super) async fn part(&self) -> io::Result<PathBuf> {
        private(&self.0).await?;
        let name = format!("{}.{PART}", Uuid::now_v7().simple());
        Ok(self.0.join(name))
    }

    /// Keeps a received file under this id.
    pub(super) async fn keep(&self, part: &Path, id: DocumentId) -> io::Result<()> {
        let path = self.path(id);
        if let Some(shelf) = path.parent() {
            private(shelf).await?;
        }
        fs::rename(part, path).await
    }

    /// The file of this document, to be read.
    pub(crate) async fn open(&self, id: DocumentId) -> io::Result<fs::File> {
        fs::File::open(self.path(id)).await
    }

    /// Removes the file; there may be none.
    pub(crate) async fn remove(&self, id: DocumentId) -> io::Result<()> {
        gone(fs::remove_file(self.path(id)).await)
    }

    /// Removes files that no document has: parts whose upload broke off, and files whose change was not made. Young
    /// ones may still become known.
    async fn remove_orphans(&self, pool: &PgPool) -> Result<u64, FolderError> {
        let mut removed = 0;
        let Some(mut shelves) = entries(&self.0).await? else {
            return Ok(0);
        };
        while let Some(entry) = shelves.next_entry().await? {
            let path = entry.path();
            if entry.file_type().await?.is_dir() {
                removed += self.remove_orphans_of(&path, pool).await?;
            } else if path.extension() == Some(OsStr::new(PART)) && is_old(&entry).await? {
                gone(fs::remove_file(&path).await)?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    async fn remove_orphans_of(&self, shelf: &Path, pool: &PgPool) -> Result<u64, FolderError> {
        let mut old = Vec::new();
        let Some(mut files) = entries(shelf).await? else {
            return Ok(0);
        };
        while let Some(entry) = files.next_entry().await? {
            let name = entry.file_name();
            let id = name.to_str().and_then(|name| Uuid::try_parse(name).ok());
            // What is called otherwise is none of ours.
            if let Some(id) = id
                && is_old(&entry).await?
            {
                old.push(id);
            }
        }
        let orphans = store::unknown(pool, &old).await?;
        for id in &orphans {
            self.remove((*id).into()).await?;
        }
        Ok(orphans.len().try_into().unwrap_or(u64::MAX))
    }
}

/// Errors of removing files; it is tried again the next time.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FolderError {
    #[error("the database could not")]
    Database(#[from] sqlx::Error),
    #[error("the folder for documents could not: {0}")]
    Folder(#[from] io::Error),
}

/// Removes the files of documents whose time is over, and those that no document has.
pub(crate) async fn remove_files(
    config: &Config,
    pool: &PgPool,
    now: Timestamp,
) -> Result<u64, FolderError> {
    let folder = Folder::of(config);
    let settings = settings::without_options(pool).await?;
    let before = now - settings.days(Setting::DocumentDays);
    let ended = store::ended(pool, before, AT_A_TIME).await?;
    for id in &ended {
        // The file goes first: were it known as removed before, nobody would come back for it.
        folder.remove((*id).into()).await?;
    }
    store::removed(pool, &ended, now).await?;
    let orphans = folder.remove_orphans(pool).await?;
    Ok(orphans + u64::try_from(ended.len()).unwrap_or(u64::MAX))
}

async fn entries(folder: &Path) -> io::Result<Option<fs::ReadDir>> {
    match fs::read_dir(folder).await {
        Ok(entries) => Ok(Some(entries)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

async fn is_old(entry: &fs::DirEntry) -> io::Result<bool> {
    match entry.metadata().await {
        // By the clock of the disk, which has nothing to do with that of a demo.
        Ok(found) => Ok(found.modified()?.elapsed().unwrap_or_default() >= ORPHANED_AFTER),
        Err(error) => gone(Err(error)).map(|()| false),
    }
}

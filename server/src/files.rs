//! Files in a folder of the server's own, which all servers of a database share.

use std::{
    io,
    path::{Path, PathBuf},
};

use tokio::fs;

/// Makes the folder, for nobody else's eyes, if there is none.
pub(crate) async fn private(folder: &Path) -> io::Result<()> {
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .await
}

/// What is gone already needs no removing.
pub(crate) fn gone(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// The path of what is being written, which is removed unless it is kept under another name.
#[derive(Debug)]
pub(crate) struct Part(pub PathBuf);

impl Part {
    /// Opens it, for nobody else's eyes.
    pub(crate) async fn create(&self) -> io::Result<fs::File> {
        fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&self.0)
            .await
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // Where it was kept under another name, or cannot be removed now, there is nothing to do here: what stays is
        // removed when it is old.
        let _ = std::fs::remove_file(&self.0);
    }
}

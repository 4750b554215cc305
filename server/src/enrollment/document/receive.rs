//! A file while it is received: looked through piece by piece, and written to the folder.

use std::io;

use sha2::{Digest as _, Sha256};
use tierline_core::{
    digest,
    enrollment::{Format, HEAD, PdfScan, PdfStreams, Refusal, check_size, recognize},
    ids::DocumentId,
};
use tokio::{fs, io::AsyncWriteExt as _, task};

use super::{Folder, look_through::look_through};
use crate::files::Part;

/// Why a file was not received.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Stopped {
    /// It cannot be taken.
    #[error("{0:?}")]
    Refused(Refusal),
    /// The folder failed.
    #[error("the folder for documents could not: {0}")]
    Folder(#[from] io::Error),
}

impl From<Refusal> for Stopped {
    fn from(refusal: Refusal) -> Stopped {
        Stopped::Refused(refusal)
    }
}

/// A file that is being received. What was written of it is gone when it is dropped.
#[derive(Debug)]
pub(crate) struct Receiver {
    folder: Folder,
    part: Part,
    file: fs::File,
    head: Vec<u8>,
    bytes: u64,
    digest: Sha256,
    scan: PdfScan,
    streams: PdfStreams,
    /// What would be wrong with it if it were a PDF: the bytes of a picture say anything by chance.
    active: Option<Refusal>,
}

/// A file that was received, and is not known as a document yet.
#[derive(Debug)]
pub(crate) struct Received {
    folder: Folder,
    part: Part,
    pub format: Format,
    pub bytes: u64,
    pub digest: digest::Sha256,
}

impl Receiver {
    /// Begins a file.
    pub(crate) async fn begin(folder: Folder) -> io::Result<Receiver> {
        let part = Part(folder.part().await?);
        let file = part.create().await?;
        Ok(Receiver {
            folder,
            part,
            file,
            head: Vec::new(),
            bytes: 0,
            digest: Sha256::new(),
            scan: PdfScan::default(),
            streams: PdfStreams::default(),
            active: None,
        })
    }

    /// Takes the next piece.
    ///
    /// # Errors
    /// As soon as it is known that the file cannot be taken.
    pub(crate) async fn write(&mut self, piece: &[u8]) -> Result<(), Stopped> {
        self.bytes = self
            .bytes
            .saturating_add(u64::try_from(piece.len()).unwrap_or(u64::MAX));
        check_size(self.bytes)?;
        if self.head.len() < HEAD {
            let missing = piece.len().min(HEAD - self.head.len());
            self.head
                .extend_from_slice(piece.get(..missing).unwrap_or_default());
            if self.head.len() == HEAD {
                recognize(&self.head)?;
            }
        }
        if self.active.is_none() {
            let scanned = self.scan.read(piece);
            self.active = scanned.and_then(|()| self.streams.read(piece)).err();
        }
        self.digest.update(piece);
        self.file.write_all(piece).await?;
        Ok(())
    }

    /// The end of the file.
    ///
    /// # Errors
    /// When it cannot be taken.
    pub(crate) async fn end(mut self) -> Result<Received, Stopped> {
        let format = recognize(&self.head)?;
        if format == Format::Pdf {
            match self.active {
                Some(refusal) => return Err(refusal.into()),
                None => self.scan.end()?,
            }
        }
        self.file.flush().await?;
        self.file.sync_all().await?;
        let (path, streams) = (self.part.0.clone(), self.streams.end());
        let looked = task::spawn_blocking(move || look_through(&path, format, &streams));
        looked.await.map_err(io::Error::other)??;
        Ok(Received {
            folder: self.folder,
            part: self.part,
            format,
            bytes: self.bytes,
            digest: digest::Sha256::from_bytes(self.digest.finalize().into()),
        })
    }
}

impl Received {
    /// Keeps the file under this id.
    pub(crate) async fn keep(&self, id: DocumentId) -> io::Result<()> {
        self.folder.keep(&self.part.0, id).await
    }
}

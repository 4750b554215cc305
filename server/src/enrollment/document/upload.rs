//! A document on its way, from the question whether one may be added to the change that adds it.

use tierline_app::{error::PortalError, portal::PortalResult};
use tierline_core::{
    Refusal,
    enrollment::DocumentKind,
    ids::{DocumentId, RequestId},
};
use uuid::Uuid;

use super::{Folder, Receiver, Stopped, command::AddDocument};
use crate::{fault::fault, pipeline::Call};

/// A document that is received for the signed-in user's organization.
#[derive(Debug)]
pub(crate) struct Upload {
    call: Call,
    kind: DocumentKind,
    request: RequestId,
    folder: Folder,
    receiver: Receiver,
}

impl Upload {
    /// Begins, if a document of this kind may be added, or this request has added one: otherwise nothing goes to the
    /// disk.
    pub(crate) async fn begin(
        call: Call,
        kind: DocumentKind,
        request: RequestId,
    ) -> PortalResult<Upload> {
        let asked = AddDocument {
            id: Uuid::nil().into(),
            kind,
            file: None,
        };
        call.rehearse(request, &asked).await?;
        let folder = Folder::of(&call.state.config);
        let receiver = Receiver::begin(folder.clone()).await;
        Ok(Upload {
            receiver: receiver.map_err(|error| fault(&error))?,
            call,
            kind,
            request,
            folder,
        })
    }

    /// Takes the next piece of the file.
    pub(crate) async fn write(&mut self, piece: &[u8]) -> PortalResult<()> {
        self.receiver.write(piece).await.map_err(stopped)
    }

    /// The end of the file: it is kept, and the document added. If that is refused, the file goes again.
    pub(crate) async fn end(self) -> PortalResult<()> {
        let received = self.receiver.end().await.map_err(stopped)?;
        let id: DocumentId = Uuid::now_v7().into();
        received.keep(id).await.map_err(|error| fault(&error))?;
        let add = AddDocument {
            id,
            kind: self.kind,
            file: Some((&received).into()),
        };
        let added = self.call.run(self.request, &add).await;
        // A repeated request has its file already, under another id. After a fault it is not known whether the document
        // was added: a file without one is removed when it is old.
        let is_known = match &added {
            Ok(known) => *known == id,
            Err(error) => matches!(error, PortalError::Fault { .. }),
        };
        if !is_known && let Err(error) = self.folder.remove(id).await {
            tracing::warn!(%error, "a file that belongs to no document stays until it is old");
        }
        added.map(drop)
    }
}

fn stopped(stopped: Stopped) -> PortalError {
    match stopped {
        Stopped::Refused(refusal) => Refusal::from(refusal).into(),
        Stopped::Folder(error) => fault(&error),
    }
}

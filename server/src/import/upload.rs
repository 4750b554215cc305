//! A file on its way, from the question whether it may be imported to the change that begins the import.

use tierline_app::{error::PortalError, portal::PortalResult};
use tierline_core::{
    Refusal,
    ids::{ImportId, RequestId},
    import,
};
use uuid::Uuid;

use super::{
    chosen::Chosen,
    command::{BeginImport, File},
    folder::{Folder, Receiver, Stopped},
};
use crate::{fault::fault, pipeline::Call};

/// The most characters that are kept of a file's name.
const NAME: usize = 120;

/// A file that is received for the signed-in user.
#[derive(Debug)]
pub(crate) struct Upload {
    call: Call,
    chosen: Chosen,
    request: RequestId,
    folder: Folder,
    receiver: Receiver,
}

impl Upload {
    /// Begins, if the caller may import such a file: otherwise nothing goes to the disk.
    pub(crate) async fn begin(
        call: Call,
        mut chosen: Chosen,
        request: RequestId,
    ) -> PortalResult<Upload> {
        chosen.name = shown(&chosen.name);
        let asked = BeginImport::of(Uuid::nil().into(), &chosen, None);
        match call.rehearse(None::<RequestId>, &asked).await {
            // It may be open because of this very request, which was sent twice.
            Err(PortalError::Refused(refusal)) if is_open(&refusal) => {}
            asked => asked?,
        }
        let folder = Folder::of(&call.state.config);
        let receiver = Receiver::begin(folder.clone()).await;
        Ok(Upload {
            receiver: receiver.map_err(|error| fault(&error))?,
            call,
            chosen,
            request,
            folder,
        })
    }

    /// Takes the next piece of the file.
    pub(crate) async fn write(&mut self, piece: &[u8]) -> PortalResult<()> {
        self.receiver
            .write(piece)
            .await
            .map_err(|stopped| match stopped {
                Stopped::Refused(refusal) => Refusal::from(refusal).into(),
                Stopped::Folder(error) => fault(&error),
            })
    }

    /// The end of the file: it is kept, and the import begins. If that is refused, the file goes again.
    pub(crate) async fn end(self) -> PortalResult<ImportId> {
        let received = self.receiver.end().await.map_err(|error| fault(&error))?;
        let id: ImportId = Uuid::now_v7().into();
        received.keep(id).await.map_err(|error| fault(&error))?;
        let file = File {
            bytes: received.bytes,
            digest: received.digest,
        };
        let begin = BeginImport::of(id, &self.chosen, Some(file));
        let begun = self.call.run(self.request, &begin).await;
        // A repeated request has its file already, under another id. After a fault it is not known whether the import
        // has begun: a file without one is removed when it is old.
        let is_known = match &begun {
            Ok(known) => *known == id,
            Err(error) => matches!(error, PortalError::Fault { .. }),
        };
        if !is_known && let Err(error) = self.folder.remove(id).await {
            tracing::warn!(%error, "a file that belongs to no import stays until it is old");
        }
        begun
    }
}

fn is_open(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::Import(import::Refusal::Open { .. }))
}

/// The name as it is shown: without folders and control characters, and not too long.
fn shown(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = name.chars().filter(|it| !it.is_control());
    name.take(NAME).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_name_only_the_name_is_shown() {
        assert_eq!(shown("C:\\work\\members.csv"), "members.csv");
        assert_eq!(shown("../../members\n.csv"), "members.csv");
        assert_eq!(shown(&"a".repeat(300)).len(), NAME);
    }
}

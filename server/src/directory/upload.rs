//! A logo on its way, from the question whether one may be added to the row that keeps it.

use tierline_app::portal::PortalResult;
use tierline_core::{Refusal, digest::Sha256, directory::check_logo_size, ids::RequestId};

use super::{command::AddLogo, logo::drawn};
use crate::pipeline::Call;

/// A logo that is received for the signed-in user's organization. It is held whole, because it is small, and can only
/// be drawn as a whole.
#[derive(Debug)]
pub(crate) struct LogoUpload {
    call: Call,
    file: Vec<u8>,
}

impl LogoUpload {
    /// Begins, if the caller may propose what the directory shows: otherwise nothing is taken.
    pub(crate) async fn begin(call: Call) -> PortalResult<LogoUpload> {
        let asked = AddLogo { logo: None };
        call.rehearse(None::<RequestId>, &asked).await?;
        Ok(LogoUpload {
            call,
            file: Vec::new(),
        })
    }

    /// Takes the next piece of the file.
    pub(crate) fn write(&mut self, piece: &[u8]) -> PortalResult<()> {
        let bytes = self.file.len() + piece.len();
        check_logo_size(bytes.try_into().unwrap_or(u64::MAX)).map_err(Refusal::from)?;
        self.file.extend_from_slice(piece);
        Ok(())
    }

    /// Whether nothing has come.
    pub(crate) fn is_empty(&self) -> bool {
        self.file.is_empty()
    }

    /// The end of the file: it is drawn, and kept by the digest that a draft names it by.
    pub(crate) async fn end(self) -> PortalResult<Sha256> {
        let logo = drawn(self.file).await?;
        let digest = logo.digest;
        let add = AddLogo { logo: Some(logo) };
        // A repeated request finds the same picture: there is nothing to remember.
        self.call.run(None::<RequestId>, &add).await?;
        Ok(digest)
    }
}

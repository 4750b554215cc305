use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor, message::Mailbox};
use uuid::Uuid;

use crate::config::{MailConfig, MailTransport};

const SMTP_TIMEOUT: Duration = Duration::from_secs(30);

/// Hands mails over: to a mail server, or to a folder when none is configured.
#[derive(Clone)]
pub struct Transport {
    pub(super) from: Mailbox,
    /// For answers to automatic mails.
    pub(super) contact: Option<Mailbox>,
    way: Way,
}

#[derive(Clone)]
enum Way {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Folder(PathBuf),
}

/// Errors in handing a mail over.
#[derive(Debug, thiserror::Error)]
pub enum TransportError {
    #[error("the mail server said: {0}")]
    Smtp(#[from] lettre::transport::smtp::Error),
    #[error("the mail could not be written to a file: {0}")]
    File(#[from] std::io::Error),
}

impl TransportError {
    /// Whether trying again is useless (for example, because the address does not exist).
    #[must_use]
    pub fn is_permanent(&self) -> bool {
        matches!(self, TransportError::Smtp(error) if error.is_permanent())
    }
}

impl Transport {
    /// Makes the transport without connecting yet.
    pub fn new(config: &MailConfig) -> Result<Self, TransportError> {
        let way = match &config.transport {
            MailTransport::Smtp(url) => {
                Way::Smtp(url.transport()?.timeout(Some(SMTP_TIMEOUT)).build())
            }
            MailTransport::Folder(folder) => Way::Folder(folder.clone()),
        };
        Ok(Self {
            from: config.from.clone(),
            contact: config.contact.clone(),
            way,
        })
    }

    pub(super) async fn send(&self, id: Uuid, message: Message) -> Result<(), TransportError> {
        match &self.way {
            Way::Smtp(server) => {
                server.send(message).await?;
            }
            Way::Folder(folder) => write(folder, id, &message.formatted()).await?,
        }
        Ok(())
    }
}

/// Written under a temporary name first, so that a watcher of the folder sees only whole mails. Ids sort by time, and
/// so do the files.
async fn write(folder: &Path, id: Uuid, mail: &[u8]) -> std::io::Result<()> {
    tokio::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .await?;
    let unfinished = folder.join(format!(".{id}.part"));
    tokio::fs::write(&unfinished, mail).await?;
    tokio::fs::rename(unfinished, folder.join(format!("{id}.eml"))).await
}

impl fmt::Debug for Transport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.way {
            Way::Smtp(_) => formatter.write_str("Transport::Smtp"),
            Way::Folder(folder) => write!(formatter, "Transport::Folder({})", folder.display()),
        }
    }
}

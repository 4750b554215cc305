//! Adding a document that was received.

use serde::Serialize;
use tierline_core::{
    access::Action,
    enrollment::{self, ApplicantFacts, CheckKind, Decided, DocumentKind, Format, MailDomain},
    ids::DocumentId,
};

use super::{Received, store};
use crate::{
    enrollment::{command::happen, facts::Applicant},
    pipeline::{Command, CommandError, CommandResult, Context, Unit},
    settings::{Setting, Settings},
    store::Hold,
};

/// Adds a document to the enrollment of the own organization. Returns the id under which its file is kept.
#[derive(Debug, Serialize)]
pub(crate) struct AddDocument {
    /// Another one for each try: a repeated request is told by what was sent.
    #[serde(skip)]
    pub id: DocumentId,
    pub kind: DocumentKind,
    /// What was received; before that it is asked whether a document may be added at all.
    pub file: Option<File>,
}

/// What is known of a received file.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct File {
    pub format: Format,
    pub bytes: u64,
    pub digest: tierline_core::digest::Sha256,
}

impl From<&Received> for File {
    fn from(received: &Received) -> File {
        File {
            format: received.format,
            bytes: received.bytes,
            digest: received.digest,
        }
    }
}

impl Command for AddDocument {
    const NAME: &'static str = "add_document";
    type Facts = (Applicant, usize);
    type Decision = Decided;
    type Outcome = DocumentId;

    fn asks_for(&self) -> &'static [Action] {
        &[Action::Enroll]
    }

    async fn facts(&self, unit: &mut Unit<'_>) -> CommandResult<Self::Facts> {
        let own = unit.context.actor()?.organization;
        let applicant = Applicant::load(unit.db, own, Hold::Locked).await?;
        Ok((applicant, most_documents(&unit.settings().await?)))
    }

    fn decide(
        &self,
        (applicant, most_documents): &Self::Facts,
        context: &Context,
    ) -> CommandResult<Decided> {
        let facts = ApplicantFacts {
            enrollment: applicant.enrollment()?,
            organization: &applicant.organization.value,
            contact_mail: MailDomain::Own,
            most_documents: *most_documents,
        };
        let command = enrollment::Command::AddDocument(self.document(context));
        Ok(enrollment::decide(
            facts,
            &command,
            &context.actor()?,
            context.now,
        )?)
    }

    async fn apply(
        &self,
        (mut applicant, _): Self::Facts,
        decided: Decided,
        unit: &mut Unit<'_>,
    ) -> CommandResult<DocumentId> {
        if self.file.is_none() {
            return Err(CommandError::Inconsistent("a document without a file"));
        }
        let document = self.document(&unit.context);
        let enrollment = applicant.enrollment()?;
        let belongs = (enrollment.id, enrollment.organization);
        store::insert(unit.db, belongs, &document).await?;
        happen(unit, &mut applicant, decided).await?;
        Ok(self.id)
    }
}

/// The number of documents that an enrollment can have.
pub(super) fn most_documents(settings: &Settings) -> usize {
    usize::try_from(settings.get(Setting::Documents)).unwrap_or(usize::MAX)
}

impl AddDocument {
    fn document(&self, context: &Context) -> enrollment::Document {
        let file = self.file.unwrap_or(File {
            format: Format::Pdf,
            bytes: 0,
            digest: tierline_core::digest::Sha256::from_bytes([0; 32]),
        });
        enrollment::Document {
            id: self.id,
            check: check(self.kind),
            kind: self.kind,
            format: file.format,
            bytes: file.bytes,
            digest: file.digest,
            at: context.now,
        }
    }
}

/// The check that a document of this kind supports.
fn check(kind: DocumentKind) -> CheckKind {
    let supported = CheckKind::ALL
        .into_iter()
        .find(|check| check.documents().contains(&kind));
    // Core refuses what supports nothing.
    supported.unwrap_or(CheckKind::EmailOwnership)
}

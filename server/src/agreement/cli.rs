//! `tierline agreement publish`: a version of an agreement, from files.

use std::{
    io,
    path::{Path, PathBuf},
};

use chrono::NaiveDate;
use tierline_core::{
    Timestamp, agreement::AgreementKind, market::Language, text::AgreementVersion,
};

use super::command::{PublishAgreement, clean};
use crate::cli::{AdminError, Desk, Problems, Reading, Report};

/// Commands on agreements.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum AgreementCommand {
    /// Publish a version of an agreement; a published text never changes
    #[command(
        override_usage = "tierline agreement publish --kind <KIND> --name <VERSION> --english <FILE> [OPTIONS]",
        after_help = "Each text is plain text or Markdown in UTF-8.\n\n\
                      Partners are asked to sign from the day the version is effective. Those that haven't signed by the\n\
                      day it must be signed can't send requests or place orders until they do.\n\n\
                      Example:\n  \
                      tierline agreement publish --kind partner-agreement --name 2026-02 \\\n      \
                      --english agreement.md --traditional agreement.zh-Hant.md --simplified agreement.zh-Hans.md \\\n      \
                      --effective 2026-12-01 --must-be-signed-by 2027-02-01"
    )]
    Publish(NewText),
}

/// A version and its texts.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct NewText {
    /// The agreement: partner-agreement or indirect-reseller-agreement
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// What the version is called, such as 2026-02
    #[arg(long, value_name = "VERSION")]
    pub name: Option<String>,
    /// File with the English text
    #[arg(long, value_name = "FILE")]
    pub english: Option<PathBuf>,
    /// File with the text in Traditional Chinese
    #[arg(long, value_name = "FILE")]
    pub traditional: Option<PathBuf>,
    /// File with the text in Simplified Chinese
    #[arg(long, value_name = "FILE")]
    pub simplified: Option<PathBuf>,
    /// Day from which the version applies, at 00:00 UTC [default: now]
    #[arg(long, value_name = "DAY")]
    pub effective: Option<String>,
    /// Day by which it must be signed, at 00:00 UTC [default: no deadline]
    #[arg(long, value_name = "DAY")]
    pub must_be_signed_by: Option<String>,
}

/// A requested task; valid as far as can be checked without the files.
#[derive(Debug)]
pub(crate) struct AgreementTask {
    kind: AgreementKind,
    version: AgreementVersion,
    files: Vec<(Language, PathBuf)>,
    effective: Option<Timestamp>,
    must_be_signed_by: Option<Timestamp>,
}

impl TryFrom<AgreementCommand> for AgreementTask {
    type Error = Problems;

    fn try_from(said: AgreementCommand) -> Result<AgreementTask, Problems> {
        let AgreementCommand::Publish(said) = said;
        let mut reading = Reading::default();
        let kinds = reading.names(
            ("--kind", "partner-agreement"),
            said.kind.as_slice(),
            &AgreementKind::ALL,
            AgreementKind::code,
        );
        let version = reading.required("--name", &said.name, "2026-02");
        let effective: Option<NaiveDate> = reading.optional("--effective", &said.effective);
        let by: Option<NaiveDate> =
            reading.optional("--must-be-signed-by", &said.must_be_signed_by);
        if said.english.is_none() {
            reading.missing("--english", "agreement.md");
        }
        let files = [
            (Language::English, said.english),
            (Language::TraditionalChinese, said.traditional),
            (Language::SimplifiedChinese, said.simplified),
        ];
        let files = files
            .into_iter()
            .filter_map(|(language, file)| Some((language, file?)));
        let read = kinds
            .first()
            .zip(version)
            .map(|(kind, version)| AgreementTask {
                kind: *kind,
                version,
                files: files.collect(),
                effective: effective.map(midnight),
                must_be_signed_by: by.map(midnight),
            });
        reading.done(read)
    }
}

fn midnight(day: NaiveDate) -> Timestamp {
    day.and_time(chrono::NaiveTime::MIN).and_utc()
}

/// Why there was nothing to publish.
#[derive(Debug, thiserror::Error)]
enum Unusable {
    #[error("can't read `{}`: {error}", file.display())]
    Unreadable { file: PathBuf, error: io::Error },
    #[error("`{}` isn't text in UTF-8", file.display())]
    NotText { file: PathBuf },
    #[error("`{}` is empty", file.display())]
    Empty { file: PathBuf },
}

impl AgreementTask {
    /// Does it.
    pub(crate) async fn perform(self, desk: &Desk<'_>) -> Result<Report, AdminError> {
        let mut texts = Vec::with_capacity(self.files.len());
        for (language, file) in &self.files {
            texts.push((*language, read(file).await?));
        }
        let publish = PublishAgreement {
            kind: self.kind,
            version: self.version,
            texts,
            effective: self.effective,
            must_be_signed_by: self.must_be_signed_by,
        };
        desk.change(&publish).await?;
        let from = match publish.effective {
            Some(day) => format!("from {}", day.date_naive()),
            None => "now".to_owned(),
        };
        let by = match publish.must_be_signed_by {
            Some(day) => format!(" and must be signed by {}", day.date_naive()),
            None => String::new(),
        };
        Ok(Report::of(format!(
            "Version {} of the {} is published. It applies {from}{by}.",
            publish.version,
            publish.kind.code().replace('_', " "),
        )))
    }
}

async fn read(file: &Path) -> Result<String, AdminError> {
    let named = || file.to_owned();
    let bytes = tokio::fs::read(file).await.map_err(|error| {
        AdminError::unprepared(Unusable::Unreadable {
            file: named(),
            error,
        })
    })?;
    let text = String::from_utf8(bytes)
        .map_err(|_| AdminError::unprepared(Unusable::NotText { file: named() }))?;
    let text = clean(&text);
    // Postgres keeps no such character, and no text needs it.
    if text.contains('\0') {
        return Err(AdminError::unprepared(Unusable::NotText { file: named() }));
    }
    if text.is_empty() {
        return Err(AdminError::unprepared(Unusable::Empty { file: named() }));
    }
    Ok(text)
}

//! Server functions of agreements.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
#[cfg(feature = "ssr")]
use tierline_core::{
    agreement::{AgreementKind, Command},
    ids::AgreementId,
    market::Language,
    text::{AgreementVersion, Domain, MpnId},
};

use crate::{
    agreement::model::{AgreementsPage, LookUpPage, ProgramInfo, SignPage, VersionPage},
    error::PortalError,
    wire::Wire,
};
#[cfg(feature = "ssr")]
use crate::{
    agreement::{
        model::LONGEST_TEXT,
        portal::{LookUp, NewVersion, ReadText},
        told::Notice,
    },
    error::{FieldErrors, FieldProblem},
    form::{Fields, text_file::Written},
    i18n::{Lang, market},
    route,
};

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<MoveDeadline>(),
    Fields::of::<PublishAgreement>(),
    Fields::of::<SignAgreement>(),
];

/// The agreement in force, to be read and signed.
#[server(prefix = "/api", endpoint = "agreement", protocol = Wire<GetUrl>)]
pub async fn agreement(
    /// The agreement.
    kind: String,
    /// The language of its text; the reader's, if none is said.
    #[server(default)]
    language: String,
) -> Result<SignPage, PortalError> {
    let kind = kind_of(&kind)?;
    crate::backend::portal()?
        .agreement(kind, language_of(&language))
        .await
}

/// **Accept and continue**.
#[server(prefix = "/api", endpoint = "sign-agreement")]
pub async fn sign_agreement(
    /// The request.
    request_id: String,
    /// The agreement.
    kind: String,
    /// The version that was read.
    version: String,
    /// The language in which it was read.
    language: String,
    /// The digest of the text that was read.
    digest: String,
    /// Whether the box was ticked.
    #[server(default)]
    accepted: bool,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let read = ReadText {
        kind: kind_of(&kind)?,
        version: AgreementVersion::parse(&version).map_err(|_| PortalError::Malformed)?,
        language: language_of(&language).ok_or(PortalError::Malformed)?,
        digest: digest.parse().map_err(|_| PortalError::Malformed)?,
    };
    if !accepted {
        return Err(PortalError::field("accepted", FieldProblem::NotTicked));
    }
    crate::backend::portal()?.sign(read, request).await?;
    crate::backend::done(route::OVERVIEW, Notice::AgreementSigned);
    Ok(())
}

/// **Program Info**.
#[server(prefix = "/api", endpoint = "program-info", protocol = Wire<GetUrl>)]
pub async fn own_program_info() -> Result<ProgramInfo, PortalError> {
    crate::backend::portal()?.program_info().await
}

/// Operator: every version.
#[server(prefix = "/api", endpoint = "agreements", protocol = Wire<GetUrl>)]
pub async fn agreements() -> Result<AgreementsPage, PortalError> {
    crate::backend::portal()?.agreements().await
}

/// Operator: a version.
#[server(prefix = "/api", endpoint = "agreement-version", protocol = Wire<GetUrl>)]
pub async fn published_version(
    /// The version's id.
    id: String,
    /// The language of its text; the reader's, if none is said.
    #[server(default)]
    language: String,
) -> Result<VersionPage, PortalError> {
    let id = crate::backend::parse::id(&id)?;
    crate::backend::portal()?
        .agreement_version(id, language_of(&language))
        .await
}

/// Operator: **Publish**.
#[server(prefix = "/api", endpoint = "publish-agreement")]
pub async fn publish_agreement(
    /// The request.
    request_id: String,
    /// The agreement.
    kind: String,
    /// The name of the version.
    version: String,
    /// The English text, as it was typed.
    #[server(default)]
    english: String,
    /// The same as a file.
    #[server(default)]
    english_file: String,
    /// Why that was refused before it came here.
    #[server(default)]
    english_file_refused: String,
    /// The text in Traditional Chinese, if there is one.
    #[server(default)]
    traditional: String,
    /// The same as a file.
    #[server(default)]
    traditional_file: String,
    /// Why that was refused before it came here.
    #[server(default)]
    traditional_file_refused: String,
    /// The text in Simplified Chinese, if there is one.
    #[server(default)]
    simplified: String,
    /// The same as a file.
    #[server(default)]
    simplified_file: String,
    /// Why that was refused before it came here.
    #[server(default)]
    simplified_file_refused: String,
    /// The day from which on it applies; at once, if none is said.
    #[server(default)]
    effective: String,
    /// The day by which it must be signed, if any.
    #[server(default)]
    must_be_signed_by: String,
    /// Whether the operator has read what follows.
    #[server(default)]
    confirmed: bool,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let kind = kind_of(&kind)?;
    let mut errors = FieldErrors::default();
    let version = errors.text("version", AgreementVersion::parse(&version));
    let english = Written {
        field: "english",
        typed: english,
        file: english_file,
        refused: english_file_refused,
    };
    let traditional = Written {
        field: "traditional",
        typed: traditional,
        file: traditional_file,
        refused: traditional_file_refused,
    };
    let simplified = Written {
        field: "simplified",
        typed: simplified,
        file: simplified_file,
        refused: simplified_file_refused,
    };
    let mut texts = Vec::new();
    for (language, written) in [
        (Language::English, english),
        (Language::TraditionalChinese, traditional),
        (Language::SimplifiedChinese, simplified),
    ] {
        // English is always there.
        let is_needed = language == Language::English;
        if let Some(words) = written.read(LONGEST_TEXT, is_needed, &mut errors) {
            texts.push((language, words));
        }
    }
    let mut day = |field: &str, text: &str| {
        let day = crate::backend::parse::day(text);
        day.map_err(|()| errors.wrong(field, FieldProblem::NotValid))
            .ok()
    };
    let effective = day("effective", &effective);
    let must_be_signed_by = day("must_be_signed_by", &must_be_signed_by);
    if !confirmed {
        errors.wrong("confirmed", FieldProblem::NotTicked);
    }
    let new = version.zip(effective.zip(must_be_signed_by)).map(
        |(version, (effective, must_be_signed_by))| NewVersion {
            kind,
            version,
            texts,
            effective,
            must_be_signed_by,
        },
    );
    let id = crate::backend::portal()?
        .publish(errors.finish(new)?, request)
        .await?;
    crate::backend::done(&route::agreement_version(id), Notice::AgreementPublished);
    Ok(())
}

/// Operator: moves the day by which a version must be signed, or lets there be none.
#[server(prefix = "/api", endpoint = "move-deadline")]
pub async fn move_deadline(
    /// The request.
    request_id: String,
    /// The version's id.
    agreement: String,
    /// The day by which it must be signed; none, if it is empty.
    #[server(default)]
    must_be_signed_by: String,
    /// Whether the operator has read what follows.
    #[server(default)]
    confirmed: bool,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let id: AgreementId = crate::backend::parse::id(&agreement)?;
    let mut errors = FieldErrors::default();
    let must_be_signed_by = crate::backend::parse::day(&must_be_signed_by)
        .map_err(|()| errors.wrong("must_be_signed_by", FieldProblem::NotValid))
        .ok();
    if !confirmed {
        errors.wrong("confirmed", FieldProblem::NotTicked);
    }
    let must_be_signed_by = errors.finish(must_be_signed_by)?;
    let command = Command::MoveDeadline { must_be_signed_by };
    crate::backend::portal()?
        .change_agreement(id, command, request)
        .await?;
    crate::backend::done(&route::agreement_version(id), Notice::DeadlineMoved);
    Ok(())
}

/// Provider: where a reseller stands, by its MPN ID or its domain.
#[server(prefix = "/api", endpoint = "look-up-reseller", protocol = Wire<GetUrl>)]
pub async fn look_up_reseller(
    /// What was typed.
    #[server(default)]
    by: String,
) -> Result<LookUpPage, PortalError> {
    let typed = by.trim();
    let asked = if typed.is_empty() {
        None
    } else if typed.bytes().all(|byte| byte.is_ascii_digit()) {
        let mpn = MpnId::parse(typed).map_err(|error| PortalError::of_text("by", error))?;
        Some(LookUp::Mpn(mpn))
    } else {
        let domain = Domain::parse(typed).map_err(|error| PortalError::of_text("by", error))?;
        Some(LookUp::Domain(domain))
    };
    crate::backend::portal()?.look_up(asked).await
}

/// An agreement by its name in an address. An unknown one is answered like one that does not exist.
#[cfg(feature = "ssr")]
fn kind_of(code: &str) -> Result<AgreementKind, PortalError> {
    code.parse().map_err(|_| PortalError::NotFound)
}

/// A language by its tag, if it is one of the portal's.
#[cfg(feature = "ssr")]
fn language_of(tag: &str) -> Option<Language> {
    Lang::from_tag(tag).map(market::language)
}

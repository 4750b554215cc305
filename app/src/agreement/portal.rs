//! Agreements, as pages request them.

use async_trait::async_trait;
use tierline_core::{
    Timestamp,
    agreement::{AgreementKind, Command},
    digest::Sha256,
    ids::{AgreementId, RequestId},
    market::Language,
    text::{AgreementVersion, Domain, MpnId},
};

use crate::{
    agreement::model::{AgreementsPage, LookUpPage, ProgramInfo, SignPage, VersionPage},
    error::PortalResult,
};

/// What is signed: the text that was read.
#[derive(Clone, Debug)]
pub struct ReadText {
    /// The agreement.
    pub kind: AgreementKind,
    /// The version.
    pub version: AgreementVersion,
    /// The language.
    pub language: Language,
    /// The digest of the text.
    pub digest: Sha256,
}

/// A version to be published.
#[derive(Clone, Debug)]
pub struct NewVersion {
    /// The agreement.
    pub kind: AgreementKind,
    /// The version.
    pub version: AgreementVersion,
    /// Its words in each language.
    pub texts: Vec<(Language, String)>,
    /// From when on it applies; at once, if none is said.
    pub effective: Option<Timestamp>,
    /// From when on it must be signed, if ever.
    pub must_be_signed_by: Option<Timestamp>,
}

/// By what a reseller is looked up.
#[derive(Clone, Debug)]
pub enum LookUp {
    /// Its location MPN ID.
    Mpn(MpnId),
    /// The domain of its tenant.
    Domain(Domain),
}

/// Agreements, as pages request them.
#[async_trait]
pub trait AgreementPortal: Send + Sync {
    /// The page on which this agreement is read and signed, in a language that the version has.
    async fn agreement(
        &self,
        kind: AgreementKind,
        language: Option<Language>,
    ) -> PortalResult<SignPage>;
    /// Signs the text that was read.
    async fn sign(&self, read: ReadText, request: RequestId) -> PortalResult<()>;
    /// The own organization's agreements.
    async fn program_info(&self) -> PortalResult<ProgramInfo>;
    /// Operator: every version.
    async fn agreements(&self) -> PortalResult<AgreementsPage>;
    /// Operator: a version.
    async fn agreement_version(
        &self,
        id: AgreementId,
        language: Option<Language>,
    ) -> PortalResult<VersionPage>;
    /// Operator: publishes a version.
    async fn publish(&self, new: NewVersion, request: RequestId) -> PortalResult<AgreementId>;
    /// Operator: changes a published version.
    async fn change_agreement(
        &self,
        id: AgreementId,
        command: Command,
        request: RequestId,
    ) -> PortalResult<()>;
    /// Provider: where a reseller of the own region stands. Without anything asked, the page.
    async fn look_up(&self, asked: Option<LookUp>) -> PortalResult<LookUpPage>;
}
